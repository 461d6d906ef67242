"""The end of a sitting: how long it was, room for a note, and what can come now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.ui.look import words
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages import sitting_words
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.tab_order import go_along
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop_app.services.events import RunningSitting
    from desktop_app.ui.look.theme import Look

_LONGEST = 2000
_TITLE = 32
_PATIENCE_MS = 800
"""After so long without a letter the note is kept, whatever becomes of the app then."""


class EndPart(QWidget):
    """Says what was sat, and takes a note for the log where there is an entry.

    Signals:
        noted: the entry and the words for it, when they are others than before.
    """

    noted = Signal(int, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._entry: int | None = None
        self._saved, self._before = "", ""
        self._width = 0
        self.over = Text(look, "", Role.LARGE, wrap=True)
        self.over.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.note = QLineEdit()
        self.note.setPlaceholderText(tr("A note, if you like"))
        self.note.setAccessibleName(tr("A note for this sitting"))
        self.note.setMaxLength(_LONGEST)
        self.soon = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self.soon.timeout.connect(self.save)
        self.note.textEdited.connect(lambda _text: self.soon.start())
        self.hint = Text(look, "", Role.SMALL, Tone.SOFT, wrap=True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.done = Button(look, tr("Done"), Kind.CALM)
        self.more = Button(look, tr("5 minutes more"))
        self.more.setToolTip(tr("Key +"))
        self.go_on = Button(look, "", Kind.LINK)
        self._build()
        look.changed.connect(self._dress)
        self._dress()

    def show_ended(self, running: RunningSitting) -> None:
        """Show this one; the words that are being written to the same entry stay."""
        self.over.setText(sitting_words.sat(running))
        if running.kept != self._entry:
            self._entry, self._saved = running.kept, ""
            self.note.clear()
        self.note.setVisible(running.kept is not None)
        self.hint.setText(tr("The note is kept with this sitting, on this computer."))
        self.hint.setVisible(running.kept is not None)
        self.go_on.setVisible(bool(running.before))
        self._before = running.before
        self._name_before()

    def set_room(self, width: int) -> None:
        """Name what played before as shortly as the width in pixels wants it."""
        self._width = width
        self._name_before()

    def save(self) -> None:
        """Hand on the note, if it says something else than what was handed on before."""
        self.soon.stop()
        text = self.note.text().strip()
        if self._entry is not None and text != self._saved:
            self._saved = text
            self.noted.emit(self._entry, text)

    def _name_before(self) -> None:
        for letters in range(_TITLE, 0, -1):
            title = words.shortened(self._before, letters)
            self.go_on.setText(tr("Go on with “{title}”", title=title))
            if self.go_on.sizeHint().width() <= self._width:
                break
        self.go_on.set_name(tr("Go on with “{title}”", title=self._before))
        self.go_on.updateGeometry()

    def _build(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(2)
        column.addWidget(self.over)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.note, 99)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.hint)
        self._ways = Flow(middle=True)
        for button in (self.done, self.more):
            self._ways.addWidget(button)
        column.addLayout(self._ways)
        column.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        go_along(self.note, self.done, self.more, self.go_on)

    def _dress(self) -> None:
        px = self._look.px
        self._column.setSpacing(px(18))
        self._ways.set_gap(px(12))
        self.note.setMaximumWidth(px(380))
