"""The About page: what this is, what it does with what it knows, and what it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from desktop_app import __version__
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look

COMPONENTS = (
    ("Qt, PySide6", "LGPL 3"),
    ("VLC (libVLC), python-vlc", "LGPL 2.1"),
    ("FFmpeg", "LGPL"),
    ("PyAV, NumPy, lxml, Click", "BSD (3)"),
    ("feedparser", "BSD (2)"),
    ("aiohttp, sqlite-utils", "Apache 2.0"),
    ("nh3, Brotli, keyring, platformdirs, dbus-fast", "MIT"),
    ("Python", "PSF"),
)
"""What the app is built upon, with the name of each licence."""

_MEASURE = 700


def privacy() -> tuple[str, ...]:
    """Return what happens to what the app knows, in four sentences."""
    return (
        tr("What you listen to, keep and sit stays on this computer."),
        tr("There is no account, no tracking, and nothing about you is sent anywhere."),
        tr("Feeds and recordings are fetched straight from the people who publish them, so they "
           "see that somebody asks, as any website does."),
        tr("Everything lies in one folder, which Settings shows; it is yours to copy or delete."),
    )  # fmt: skip


class AboutPage(Page):
    """Words only; nothing is read."""

    name = "about"

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, "Hearthside")
        self.subtitle.setText(tr("Version {version}", version=__version__))
        self._paragraph(
            tr("Recorded speakers and meditations, kept on your computer. Hearthside plays talks "
               "from the feeds that you choose, downloads them for when there is no connection, "
               "and times your sittings."),
            Tone.INK,
        )  # fmt: skip
        self._paragraph(
            tr("Hearthside is not affiliated with any fellowship, and none has endorsed it. It "
               "stands beside meetings and people; it does not take their place."),
        )  # fmt: skip
        self.add_section(tr("Your privacy"))
        card = Card(look, spacing=10)
        for sentence in privacy():
            card.body.addWidget(Text(look, sentence, Role.BODY, Tone.SOFT, wrap=True))
        self.body.addWidget(card)
        self.add_section(tr("Made with"))
        self.body.addWidget(self._components())
        self.body.addStretch(1)

    def _paragraph(self, text: str, tone: Tone = Tone.SOFT) -> None:
        label = Text(self.look, text, Role.BODY, tone, wrap=True)
        row = QHBoxLayout()
        row.addWidget(label, 1)
        row.addStretch(0)
        self.body.addLayout(row)

        def dress() -> None:
            label.setMaximumWidth(self.look.px(_MEASURE))

        self.look.changed.connect(dress)
        dress()

    def _components(self) -> Card:
        card = Card(self.look)
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        for row, (name, licence) in enumerate(COMPONENTS):
            grid.addWidget(Text(self.look, name, Role.ROW, wrap=True), row, 0)
            grid.addWidget(Text(self.look, licence, Role.ROW, Tone.SOFT), row, 1)
        card.body.addLayout(grid)
        card.body.addWidget(
            Text(
                self.look,
                tr("Each is used unchanged, under its own licence."),
                Role.SMALL,
                Tone.SOFT,
                wrap=True,
            )
        )

        def dress() -> None:
            grid.setHorizontalSpacing(self.look.px(24))
            grid.setVerticalSpacing(self.look.px(6))

        self.look.changed.connect(dress)
        dress()
        return card
