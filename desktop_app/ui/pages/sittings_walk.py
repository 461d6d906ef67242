"""A small table that is walked with the arrows: squares of days, bars of months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from desktop_app.ui.widgets import aloud, ring

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractTableModel
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QStyledItemDelegate

    from desktop_app.ui.look.theme import Look

VALUE = int(Qt.ItemDataRole.UserRole) + 3
"""What a cell stands for; None: it cannot be chosen."""
_ARROWS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
           Qt.Key.Key_Home, Qt.Key.Key_End}  # fmt: skip


class Walk(QTableView):
    """A click or Enter chooses a cell; every other key is left to the window.

    ``chosen`` carries the cell's ``VALUE``.
    """

    chosen = Signal(object)

    def __init__(
        self, look: Look, model: QAbstractTableModel, row: QStyledItemDelegate, name: str
    ) -> None:
        super().__init__()
        self._look = look
        self._pressed = QModelIndex()
        row.setParent(self)
        self.setObjectName("bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(row)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setVisible(False)
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def stand(self, row: int, column: int) -> None:
        """Let the keyboard stand on this cell when it comes."""
        index = self.model().index(row, column)
        how = QItemSelectionModel.SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(index, how)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember what brought the keyboard."""
        ring.came(self, event.reason())
        super().focusInEvent(event)
        aloud.tell_place(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, choose with Enter."""
        ring.pressed(self)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.currentIndex())
        elif event.key() in _ARROWS:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note what is pressed; it counts when it is let go on the same."""
        super().mousePressEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self.indexAt(event.position().toPoint()) if left else QModelIndex()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked."""
        super().mouseReleaseEvent(event)
        index, self._pressed = self._pressed, QModelIndex()
        if index.isValid() and index == self.indexAt(event.position().toPoint()):
            self._choose(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand where something can be chosen."""
        super().mouseMoveEvent(event)
        over = self.indexAt(event.position().toPoint()).data(VALUE) is not None
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(hand if over else arrow)

    def _choose(self, index: QModelIndex) -> None:
        value = index.data(VALUE) if index.isValid() else None
        if value is not None:
            self.chosen.emit(value)
