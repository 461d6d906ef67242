"""A layout that goes on in the next line when the line is full."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget, QWidgetItem


class Flow(QLayout):
    """Lays items out as words in a paragraph; ``gap`` between them in pixels.

    ``middle``: lines stand in the middle of the width. An item that would be
    wider than the line gives way, as far as it may.
    """

    def __init__(
        self, parent: QWidget | None = None, gap: int = 7, *, middle: bool = False
    ) -> None:
        super().__init__(parent)
        self._middle = middle
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.set_gap(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def set_gap(self, gap: int) -> None:
        """Keep this many pixels between items and lines."""
        self._gap = gap
        self.invalidate()

    def invalidate(self) -> None:
        """Forget what was worked out: an item has changed its size, or come, or gone."""
        self._heights.clear()
        super().invalidate()

    def addWidget(self, widget: QWidget) -> None:
        """Put a widget at the end.

        With an item of our own: those that Qt makes itself it deletes without telling Python,
        and a later one at the same place in memory may be taken for the dead one.
        """
        self.addChildWidget(widget)
        self.addItem(QWidgetItem(widget))

    def addItem(self, item: QLayoutItem) -> None:
        """Put an item at the end."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return an item; None beyond the end, as Qt expects."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return an item; None beyond the end, as Qt expects."""
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for no room beyond what the items need."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell Qt that a narrow flow is high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at this width."""
        if width not in self._heights:  # it is asked a hundred times while a page is laid out
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        """Place the items."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of one line that holds everything."""
        sizes = [item.sizeHint() for item in self._shown()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the largest item."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            if move:
                self._put(line, rect, y)
            y += max(size.height() for _item, size in line) + self._gap
        return max(0, y - self._gap - rect.y())

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """Return the items of each line with their sizes."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        room = 0
        for item in self._shown():
            size = item.sizeHint()
            size.setWidth(max(item.minimumSize().width(), min(size.width(), width)))
            if not lines or size.width() > room:
                lines.append([])
                room = width
            lines[-1].append((item, size))
            room -= size.width() + self._gap
        return lines

    def _put(self, line: list[tuple[QLayoutItem, QSize]], rect: QRect, y: int) -> None:
        parent = self.parentWidget()
        way = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        long = sum(size.width() + self._gap for _item, size in line) - self._gap
        x = rect.x() + (max(0, rect.width() - long) // 2 if self._middle else 0)
        for item, size in line:
            box = QRect(QPoint(x, y), size)
            if way == Qt.LayoutDirection.RightToLeft:
                box.moveRight(rect.right() - (x - rect.x()))
            item.setGeometry(box)
            x += size.width() + self._gap
