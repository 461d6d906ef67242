"""The field beside the title of the page of speakers, which leads to the search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QLineEdit

from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.ui.look.theme import Look

_TYPING_MS = 500
_FEWEST_LETTERS = 2


class SearchField(QLineEdit):
    """Asks for the search page when the person presses Enter or stops typing for a moment.

    ``pause`` is that moment; connect to its ``timeout`` and ask for :meth:`words`.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.pause = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self.setPlaceholderText(tr("Search everything  Ctrl+F"))
        self.setAccessibleName(tr("Search everything"))
        self.textEdited.connect(self._edited)
        self.returnPressed.connect(self.pause.timeout)
        look.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        """Return the design's width, which a narrow window need not give."""
        return QSize(self._look.px(300), super().sizeHint().height())

    def words(self) -> str:
        """Return what was typed, and stop waiting for more."""
        self.pause.stop()
        return self.text().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.pause.stop()
            self.clear()
        else:
            super().keyPressEvent(event)

    def _edited(self, text: str) -> None:
        if len(text.strip()) >= _FEWEST_LETTERS:
            self.pause.start()
        else:
            self.pause.stop()

    def _dress(self) -> None:
        self.setMaximumWidth(self._look.px(300))
        self.setMinimumWidth(self._look.px(120))
        self.updateGeometry()
