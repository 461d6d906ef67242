"""The strip above the list when one speaker is chosen: who it is, and the way to their page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop_app.base.names import shorten
from desktop_app.ui.look import shelf_words
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop_app.base.shelves import SpeakerFacts
    from desktop_app.ui.look.theme import Look


class SpeakerStrip(Card):
    """Hidden while nobody is chosen; ``open_page`` as that of a page."""

    open_page = Signal(str, object)

    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=10)
        self._name: str | None = None
        self.name = Text(look, "", Role.STRONG, elide=True)
        self.facts = Text(look, "", Role.ROW, Tone.SOFT, elide=True)
        self.more = Button(look, tr("All about this speaker"), Kind.LINK)
        self._row, column = QHBoxLayout(), QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.name)
        column.addWidget(self.facts)
        self._row.addLayout(column, 1)
        self._row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(self._row)
        self.more.clicked.connect(lambda _on: self.open_page.emit("speaker", self._name))
        look.changed.connect(self._say)
        self.hide()

    @property
    def chosen(self) -> str | None:
        """Whom it is about."""
        return self._name

    def choose(self, name: str | None) -> None:
        """Be about this speaker; what is known of them comes with :meth:`show_facts`."""
        if name != self._name:
            self._name = name
            self.facts.setText("")
            self._say()
        self.setVisible(name is not None)

    def show_facts(self, facts: SpeakerFacts) -> None:
        """Say what is known."""
        self.facts.setText(shelf_words.speaker_in_short(facts))

    def _say(self) -> None:
        name = self._name or ""
        shown = shorten(name) if self._look.short_names else name
        self.name.setText(shown)
        self.more.set_name(tr("All about {name}", name=shown))
        self._row.setContentsMargins(self._look.px(10), 0, self._look.px(6), 0)
