"""A list whose rows are all equally high, so that nothing has to be laid out.

``QListView`` visits every row, through the model, whenever one of them comes or changes: a
tenth of a second for 30,000. Here a row's place is its number times the height.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QScrollArea,
    QStyle,
    QStyleOptionViewItem,
)

from desktop_app.ui.widgets import aloud, ring

if TYPE_CHECKING:
    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QFocusEvent, QPaintEvent

    Index = QModelIndex | QPersistentModelIndex

_Action = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint


class EvenList(QListView):
    """Asks its delegate for the height of one row, and its model for the rows in sight.

    Its rows hold one column, are as wide as the view and scroll by pixels.
    Its ground is that of a card, not what lies behind it: so scrolling moves pixels.
    """

    def __init__(self) -> None:
        super().__init__()
        self._flows = False
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember what brought the keyboard."""
        ring.came(self, event.reason())
        super().focusInEvent(event)
        aloud.tell_place(self)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell a screen reader of the row: Qt looks for it in a layout that is never made."""
        QAbstractItemView.currentChanged(self, current, previous)
        if self.hasFocus():
            aloud.tell_row(self, current.row())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell a screen reader of the rows, for the same reason."""
        QAbstractItemView.selectionChanged(self, selected, deselected)
        aloud.tell_chosen(self, selected, deselected)

    def row_height(self) -> int:
        """Return how high every row is."""
        return max(1, self.itemDelegate().sizeHint(QStyleOptionViewItem(), QModelIndex()).height())

    def length(self) -> int:
        """Return how high all rows are together."""
        return self._count() * self.row_height()

    def run_on(self, *, on: bool) -> None:
        """Leave scrolling to the page, on which the list is as high as all its rows."""
        self._flows = on
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if on else policy.ScrollBarAsNeeded
        )

    def rows_in(self, area: QRect) -> range:
        """Return the rows that an area of the viewport touches."""
        high, top = self.row_height(), self.verticalOffset()
        first = max(0, (area.top() + top) // high)
        return range(first, min(self._count(), (area.bottom() + top) // high + 1))

    def pointed_row(self) -> int:
        """Return the row under the pointer, or -1."""
        point = self.viewport().mapFromGlobal(self.cursor().pos())
        return self.indexAt(point).row() if self.viewport().underMouse() else -1

    def doItemsLayout(self) -> None:
        """Only the length of the list may have changed."""
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        """Fit the scroll bar to the length of the list."""
        QAbstractItemView.updateGeometries(self)
        bar, port = self.verticalScrollBar(), self.viewport().height()
        bar.setSingleStep(self.row_height())
        bar.setPageStep(port)
        bar.setRange(0, max(0, self.length() - port))

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        """Move what is drawn already; draw what comes, and what the pointer leaves and meets."""
        self.viewport().scroll(0, dy)
        if self.viewport().underMouse():
            met = self.viewport().mapFromGlobal(self.cursor().pos())
            for point in (met, met + QPoint(0, dy)):
                self.viewport().update(self.visualRect(self.indexAt(point)))

    def visualRect(self, index: Index) -> QRect:
        """Return where a row is in the viewport, in sight or not."""
        if not index.isValid():
            return QRect()
        high = self.row_height()
        top = index.row() * high - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), high)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point of the viewport."""
        row = (point.y() + self.verticalOffset()) // self.row_height()
        inside = 0 <= point.x() < self.viewport().width() and 0 <= row < self._count()
        return self.model().index(row, 0) if inside else QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = _Hint.EnsureVisible
    ) -> None:
        """Bring a row into sight."""
        if not index.isValid():
            return
        bar, rect, port = self.verticalScrollBar(), self.visualRect(index), self.viewport().height()
        top = rect.top() + bar.value()
        bottom = top + rect.height() - port
        if hint == _Hint.PositionAtTop or (hint == _Hint.EnsureVisible and rect.top() < 0):
            bar.setValue(top)
        elif hint == _Hint.PositionAtBottom or (
            hint == _Hint.EnsureVisible and bottom > bar.value()
        ):
            bar.setValue(bottom)
        elif hint == _Hint.PositionAtCenter:
            bar.setValue((top + bottom) // 2)
        if self._flows and (area := self._page()) is not None:
            _reveal(area, self, rect)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return the row that a key leads to."""
        here, last = self.currentIndex().row(), self._count() - 1
        page = max(1, self.seen_height() // self.row_height())
        steps = {
            _Action.MoveUp: -1, _Action.MovePrevious: -1, _Action.MoveDown: 1, _Action.MoveNext: 1,
            _Action.MovePageUp: -page, _Action.MovePageDown: page,
            _Action.MoveHome: -last - 1, _Action.MoveEnd: last + 1,
        }  # fmt: skip
        row = max(0, here) + steps.get(action, 0) if here >= 0 else 0
        if here < 0 and action == _Action.MoveEnd:
            row = last
        return self.model().index(min(max(row, 0), last), 0) if last >= 0 else QModelIndex()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the rows between two corners of the viewport, in sight or not."""
        last, high, top = self._count() - 1, self.row_height(), self.verticalOffset()
        if last < 0:
            return
        ends = sorted(min(max(0, (y + top) // high), last) for y in (rect.top(), rect.bottom()))
        first, final = (self.model().index(row, 0) for row in ends)
        self.selectionModel().select(QItemSelection(first, final), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Return where selected rows are."""
        region = QRegion()
        for index in selection.indexes():
            region += self.visualRect(index)
        return region

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows in sight; what Qt draws besides is the mark of a drop."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QApplication.palette().base())
        current, pointed = self.currentIndex().row(), self.pointed_row()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain = option.state & ~QStyle.StateFlag.State_HasFocus
        for row in self.rows_in(event.rect()):
            index = self.model().index(row, 0)
            option.rect = self.visualRect(index)
            if not event.region().intersects(option.rect):
                continue
            option.state = plain
            if self.selectionModel().isSelected(index):
                option.state |= QStyle.StateFlag.State_Selected
            if row == pointed:
                option.state |= QStyle.StateFlag.State_MouseOver
            if row == current and ring.seen(self):
                option.state |= QStyle.StateFlag.State_HasFocus
            self.itemDelegate().paint(painter, option, index)
        painter.end()
        super().paintEvent(event)

    def seen_height(self) -> int:
        """Return the height in pixels of which rows can be seen at once."""
        area = self._page() if self._flows else None
        return (area or self).viewport().height()

    def seen_rows(self, event: QPaintEvent) -> range:
        """Return the rows that can be seen, and those that are to be painted."""
        return self.rows_in(self.viewport().visibleRegion().boundingRect().united(event.rect()))

    def _page(self) -> QScrollArea | None:
        """Return what the list scrolls with when it flows."""
        outer = self.parentWidget()
        while outer is not None and not isinstance(outer, QScrollArea):
            outer = outer.parentWidget()
        return outer

    def _count(self) -> int:
        return self.model().rowCount() if self.model() is not None else 0


def _reveal(area: QScrollArea, view: QAbstractItemView, rect: QRect) -> None:
    """Scroll a page so far that a row of a list on it can be seen."""
    bar, inside = area.verticalScrollBar(), area.widget()
    if inside is None:
        return
    top = view.viewport().mapTo(inside, rect.topLeft()).y()
    beyond = top + rect.height() - area.viewport().height()
    bar.setValue(min(top, max(bar.value(), beyond)))
