"""The About page: what this is, what it does with what it knows, and what it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from desktop_app import __version__
from desktop_app.ui.look import words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.feed_fields import Buttons
from desktop_app.ui.pages.settings_leaf import SettingsLeaf
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look

COMPONENTS = (
    ("Qt, PySide6", "LGPL 3", "code.qt.io"),
    ("VLC (libVLC)", "LGPL 2.1", "code.videolan.org"),
    ("python-vlc", "LGPL 2.1", "github.com/oaubert/python-vlc"),
    ("FFmpeg", "LGPL 3", "ffmpeg.org"),
    ("PyAV", "BSD (3)", "github.com/PyAV-Org/PyAV"),
    ("NumPy", "BSD (3)", "github.com/numpy/numpy"),
    ("lxml", "BSD (3)", "github.com/lxml/lxml"),
    ("Click", "BSD (3)", "github.com/pallets/click"),
    ("feedparser", "BSD (2)", "github.com/kurtmckee/feedparser"),
    ("aiohttp", "Apache 2.0", "github.com/aio-libs/aiohttp"),
    ("sqlite-utils", "Apache 2.0", "github.com/simonw/sqlite-utils"),
    ("nh3", "MIT", "github.com/messense/nh3"),
    ("Brotli", "MIT", "github.com/google/brotli"),
    ("keyring", "MIT", "github.com/jaraco/keyring"),
    ("platformdirs", "MIT", "github.com/tox-dev/platformdirs"),
    ("dbus-fast", "MIT", "github.com/bluetooth-devices/dbus-fast"),
    ("watchfiles", "MIT", "github.com/samuelcolvin/watchfiles"),
    ("SQLite", "Public domain", "sqlite.org"),
    ("Python", "PSF", "python.org"),
)
"""What the app is built upon: name, licence, and where its source is."""

_MEASURE = 700


def privacy() -> tuple[str, ...]:
    """Return what happens to what the app knows, in four sentences."""
    return (
        tr("What you listen to, what you keep and when you sit stay on this computer."),
        tr("There is no account, no tracking, and nothing about you is sent anywhere."),
        tr("Feeds and recordings are fetched straight from the people who publish them, so they "
           "see that somebody asks, as any website does."),
        tr("Everything lies in one folder, which Settings shows; it is yours to copy or delete."),
    )  # fmt: skip


class AboutPage(SettingsLeaf):
    """Words, and where the log is."""

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
        self.add_section(tr("When something goes wrong"))
        self.body.addWidget(self._troubles())
        self.add_section(tr("Made with"))
        self.body.addWidget(self._components())
        self.body.addStretch(1)

    def shown(self, argument: object) -> None:
        """Say where the log is."""
        del argument
        self.bridge.call(_logs, self._show_logs, self.notice.tell)

    def _show_logs(self, folder: str) -> None:
        self.log.setText(tr("The log lies in {place}.", place=words.breakable_address(folder)))
        self.log.setAccessibleName(tr("The log lies in {place}.", place=folder))

    def _troubles(self) -> Card:
        card = Card(self.look, spacing=10)
        sentence = tr(
            "Feeds and downloads that failed stand on the Problems page, with what to do. Nothing "
            "is ever reported by itself. Of faults in the program itself there is a log, without "
            "titles, names and addresses, which you may read and pass on to whoever helps you."
        )
        self.log = Text(self.look, "", Role.BODY, Tone.SOFT, wrap=True)
        self.problems = Button(self.look, tr("Problems"), icon=Icon.WARNING)
        self.kept = Button(self.look, tr("Show what is kept"))
        self.problems.clicked.connect(lambda _on: self.open_page.emit("problems", None))
        self.kept.clicked.connect(lambda _on: self.open_page.emit("kept", None))
        card.body.addWidget(Text(self.look, sentence, Role.BODY, Tone.SOFT, wrap=True))
        card.body.addWidget(self.log)
        card.body.addWidget(Buttons(self.look, self.problems, self.kept))
        return card

    def _paragraph(self, text: str, tone: Tone = Tone.SOFT) -> None:
        label = Text(self.look, text, Role.BODY, tone, wrap=True)
        row = QHBoxLayout()
        row.addWidget(label, 1)
        row.addStretch(0)
        self.body.addLayout(row)

        def dress() -> None:
            label.setMaximumWidth(self.look.px(_MEASURE))

        self.look.fit(label, dress)

    def _components(self) -> Card:
        card = Card(self.look)
        grid = QGridLayout()
        for row, (name, licence, source) in enumerate(COMPONENTS):
            grid.addWidget(Text(self.look, name, Role.ROW, wrap=True), row, 0)
            more = words.join(licence, source)  # a third column is too much for large letters
            grid.addWidget(Text(self.look, more, Role.ROW, Tone.SOFT, wrap=True), row, 1)
        grid.setColumnStretch(1, 1)
        card.body.addLayout(grid)
        said = tr(
            "Each is used unchanged, under its own licence; its source is to be had there. Those "
            "under the LGPL are files of their own, which you may replace by your own builds."
        )
        card.body.addWidget(Text(self.look, said, Role.SMALL, Tone.SOFT, wrap=True))

        def dress() -> None:
            grid.setHorizontalSpacing(self.look.px(24))
            grid.setVerticalSpacing(self.look.px(6))

        self.look.fit(card, dress)
        return card


async def _logs(core: Core) -> str:
    return str(core.home.logs)
