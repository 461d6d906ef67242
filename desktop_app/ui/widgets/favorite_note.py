"""The words beside a talk's star, shown and changed where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.notice import Sign
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.ui.look.theme import Look


class FavoriteNote(QWidget):
    """A line; out of sight as long as the talk is no favorite.

    Enter keeps what was written, Escape drops it; what is read meanwhile waits. Connect
    ``noted`` to ``commands.keeping.set_note``.

    Signals:
        noted: the id of the talk and the words that it is to have.
    """

    noted = Signal(int, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._talk, self._note, self._favorite = 0, "", False
        self.words = Text(look, "", Role.BODY, Tone.SOFT, wrap=True)
        self.change = Button(look, tr("Add a note"), Kind.LINK)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("What helped in it"))
        self.field.setAccessibleName(tr("Note beside the star"))
        self._row = QHBoxLayout(self)
        self._row.addWidget(Sign(look, Icon.STAR, Tone.LAMP, 17), 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self.change)
        self._row.addStretch()
        self.field.hide()
        self.change.clicked.connect(self.write)
        self.field.returnPressed.connect(self._keep)
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    @property
    def writing(self) -> bool:
        """Whether words are being written."""
        return not self.field.isHidden()

    def show_note(self, episode_id: int, note: str, *, favorite: bool) -> None:
        """Show the words of this talk; another talk ends the writing."""
        if episode_id != self._talk:
            self.field.hide()
        self._talk, self._note, self._favorite = episode_id, note, favorite
        self._show()

    def write(self) -> None:
        """Offer the words for change."""
        self.field.setText(self._note)
        self.field.selectAll()
        self.field.show()
        self._show()
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the words as they were with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.writing:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        note = self.field.text().strip()
        self._leave()
        if note != self._note:
            self.noted.emit(self._talk, note)

    def _leave(self) -> None:
        self.field.hide()
        self._show()
        self.change.setFocus()

    def _show(self) -> None:
        shown = tr("“{words}”", words=self._note) if self._note else ""
        self.words.setText(shown)
        self.words.setVisible(bool(shown) and not self.writing)
        self.change.setText(tr("Change") if self._note else tr("Add a note"))
        self.change.set_name(tr("Change the note") if self._note else "")
        self.change.setVisible(not self.writing)
        self.setVisible(self._favorite or self.writing)

    def _dress(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(self._look.px(9))
