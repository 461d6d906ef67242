"""Fields: the one above a list that narrows it, and the one for an address or words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit

from desktop_app.ui.widgets import aloud

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class FindField(QLineEdit):
    """Takes words; ``left`` fires when Down leads out of it, into the list.

    Drops are the page's: a folder that is let go here is not meant as text.
    """

    left = Signal()

    def __init__(self, hint: str, name: str) -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self.setToolTip(hint)
        self.setAccessibleName(name)
        aloud.name_clearing(self)
        self.setAcceptDrops(False)

    def sizeHint(self) -> QSize:
        """Return room for the whole hint, beside the button that empties the field."""
        usual = super().sizeHint()
        hint = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return QSize(max(usual.width(), hint + 2 * usual.height()), usual.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Down, empty with Escape, else type."""
        if event.key() == Qt.Key.Key_Down:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class AddressField(QLineEdit):
    """Takes an address, or words to search for.

    ``given_up`` fires with Escape, which leaves the words; ``left`` with Down.
    """

    given_up = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up with Escape, leave with Down, else type."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)
