"""A list of single lines with a number at the end: the sidebar, the index of speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView

from desktop_app.ui.models.plain import Index, LinesModel, line_at
from desktop_app.ui.widgets import aloud, ring
from desktop_app.ui.widgets.letters import Letters
from desktop_app.ui.widgets.line_row import LineRow

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from desktop_app.ui.look.theme import Look

_NO_UPDATE = QItemSelectionModel.SelectionFlag.NoUpdate


class LineList(QListView):
    """Shows a :class:`LinesModel`. A click or Enter chooses; arrows only move.

    ``chosen`` carries the line's value. The selected row is the one that is in force, set by
    :meth:`select`; the ring shows where the keyboard is. With ``fit`` the list is as high as
    its rows and never scrolls. With ``even`` all rows are of one height, and there may be
    thousands. With ``typing`` letters lead to the row that begins with them.
    """

    chosen = Signal(object)
    menu_requested = Signal(object, QPoint)

    def __init__(
        self,
        look: Look,
        model: LinesModel[Any],
        *,
        name: str,
        delegate: LineRow | None = None,
        fit: bool = False,
        even: bool = False,
        typing: bool = False,
    ) -> None:
        super().__init__()
        self._look, self._lines, self._fit = look, model, fit
        self._letters = Letters() if typing else None
        self.setUniformItemSizes(even)
        self._selected: object = self
        self._marking = False
        self.setObjectName("bare")
        self.setModel(model)
        self.setItemDelegate(delegate or LineRow(look, self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        if fit:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.rowsInserted.connect(self._changed)
        model.rowsRemoved.connect(self._changed)
        model.dataChanged.connect(self._changed)
        look.changed.connect(self._dress)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember what brought the keyboard."""
        ring.came(self, event.reason())
        super().focusInEvent(event)
        aloud.tell_place(self)

    def select(self, value: object) -> bool:
        """Mark the row of ``value`` as the one in force; tell whether there is one."""
        self._selected = value
        row = self._lines.row_of(value)
        if row < 0:
            self.clearSelection()
        else:
            self._mark(row)
        return row >= 0

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Take what a screen reader selects, the only other one who can, as chosen."""
        super().selectionChanged(selected, deselected)
        row = next((index.row() for index in selected.indexes()), -1)
        line = self._lines.line(row)
        if line is not None and not self._marking and line.value != self._selected:
            self.select(self._selected)
            self._choose(self._lines.index(row))

    def enter(self, *, last: bool) -> None:
        """Take the keyboard at the first row, or at the last."""
        rows = range(self._lines.rowCount())
        usable = [row for row in rows if not _is_heading(self._lines.index(row))]
        if usable:
            here = self._lines.index(usable[-1 if last else 0])
            self.selectionModel().setCurrentIndex(here, _NO_UPDATE)
            self.setFocus(Qt.FocusReason.TabFocusReason)

    def selectionCommand(
        self, _index: Index, _event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Let neither clicks nor arrows select; only :meth:`select` does."""
        return _NO_UPDATE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with up and down or letters, choose with Enter, leave the rest to the window.

        So does a key that leads beyond the first row or the last: another list may go on there.
        """
        ring.pressed(self)
        before = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self._choose(before)
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
                             Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:  # fmt: skip
            super().keyPressEvent(event)
            if _is_heading(self.currentIndex()):  # nothing can be done there
                super().keyPressEvent(event)
            if _is_heading(self.currentIndex()):  # the last row: there is no subscription yet
                self.selectionModel().setCurrentIndex(before, _NO_UPDATE)
            event.setAccepted(self.currentIndex() != before)
        elif self._letters is not None and self._letters.takes(event):
            self.keyboardSearch(event.text())
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self.indexAt(event.position().toPoint()))

    def sizeHint(self) -> QSize:
        """Return the height of all rows when the list fits itself to them."""
        height = self.length() if self._fit else 0
        return QSize(self._look.px(180), height or self._look.px(120))

    def length(self) -> int:
        """Return how high all rows are together."""
        return sum(self.sizeHintForRow(row) for row in range(self._lines.rowCount()))

    def minimumSizeHint(self) -> QSize:
        """A fitted list is never cut."""
        return self.sizeHint() if self._fit else QSize(self._look.px(100), self._look.px(60))

    def _mark(self, row: int) -> None:
        self._marking = True
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(self._lines.index(row), how)
        self._marking = False

    def _choose(self, index: Index) -> None:
        line = line_at(index)
        if line is not None and not line.heading:
            self.chosen.emit(line.value)

    def _menu(self, point: QPoint) -> None:
        line = line_at(self.indexAt(point))
        if line is not None and not line.heading:
            self.menu_requested.emit(line.value, self.viewport().mapToGlobal(point))

    def _changed(self) -> None:
        self.select(self._selected)
        self.updateGeometry()

    def _dress(self) -> None:
        self.doItemsLayout()
        self.updateGeometry()


def _is_heading(index: Index) -> bool:
    line = line_at(index)
    return line is not None and line.heading
