"""A list whose rows are as high as their words need, thousands of them.

``QListView`` would measure every row through Qt's text layout, for a second. Here words are
measured once each, rows are broken by adding up widths, and a row's place is a sum that is kept.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractItemView

from desktop_app.ui.widgets.even_list import EvenList

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QFont, QResizeEvent

    Index = QModelIndex | QPersistentModelIndex
    _List = EvenList
else:
    _List = object

_Action = QAbstractItemView.CursorAction


class Wrapping:
    """Breaks text into lines for one font. Lengths are pixels."""

    def __init__(self, font: QFont) -> None:
        self._metrics = QFontMetricsF(font)
        self._widths: dict[str, float] = {}
        self._space = self._metrics.horizontalAdvance(" ")
        self.line_height = ceil(self._metrics.lineSpacing())

    def lines(self, text: str, width: int) -> list[str]:
        """Return the lines of a text; what is wider than a line by itself is cut."""
        lines: list[str] = []
        line: list[str] = []
        used = -self._space
        for word in text.split():
            wide = self._width(word)
            if used + self._space + wide <= width:
                line.append(word)
                used += self._space + wide
                continue
            if line:
                lines.append(" ".join(line))
            *cut, rest = self._cut(word, width) if wide > width else (word,)
            lines += cut
            line, used = [rest], self._width(rest)
        return [*lines, " ".join(line)]

    def _width(self, word: str) -> float:
        found = self._widths.get(word)
        if found is None:
            found = self._widths[word] = self._metrics.horizontalAdvance(word)
        return found

    def _cut(self, word: str, width: int) -> list[str]:
        pieces, piece = [], ""
        for letter in word:
            if piece and self._metrics.horizontalAdvance(piece + letter) > width:
                pieces.append(piece)
                piece = ""
            piece += letter
        return [*pieces, piece]


class Uneven(_List):
    """Asks :meth:`heights` for all rows at once, whenever they, the look or its width change.

    It stands before an :class:`EvenList` among the bases of a class, and is none itself: Qt's
    objects do not bear two ways to one base.
    """

    _tops: Sequence[int] = (0,)  # Qt lays lists out while they are being made

    def heights(self, width: int) -> Sequence[int]:
        """Return how high each row is in a view so wide; each list has its own way."""
        raise NotImplementedError

    def rows_in(self, area: QRect) -> range:
        """Return the rows that an area of the viewport touches."""
        first = self._row_at(area.top() + self.verticalOffset())
        last = self._row_at(area.bottom() + self.verticalOffset())
        return range(first, min(self._count(), last + 1))

    def doItemsLayout(self) -> None:
        """Measure all rows anew; the one at the top stays there."""
        first = self.indexAt(QPoint(0, 0)) if len(self._tops) > 1 else QModelIndex()
        self._measure()
        super().doItemsLayout()
        if first.isValid() and not self._flows:
            self.scrollTo(first, QAbstractItemView.ScrollHint.PositionAtTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew where they have another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.doItemsLayout()

    def length(self) -> int:
        """Return how high all rows are together."""
        return self._tops[-1]

    def visualRect(self, index: Index) -> QRect:
        """Return where a row is in the viewport, in sight or not."""
        row = index.row()
        if not 0 <= row < len(self._tops) - 1:
            return QRect()
        top = self._tops[row]
        return QRect(
            0, top - self.verticalOffset(), self.viewport().width(), self._tops[row + 1] - top
        )

    def indexAt(self, point: QPoint) -> QModelIndex:
        """Return the row at a point of the viewport."""
        row = self._row_at(point.y() + self.verticalOffset())
        inside = 0 <= point.x() < self.viewport().width() and 0 <= row < self._count()
        return self.model().index(row, 0) if inside else QModelIndex()

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Return the row that a key leads to; a page is what is in sight."""
        step = {_Action.MovePageUp: -1, _Action.MovePageDown: 1}.get(action)
        here = self.currentIndex()
        if step is None or not here.isValid():
            return super().moveCursor(action, modifiers)
        place = self._tops[here.row()] + step * self.seen_height()
        row = min(max(0, self._row_at(place)), self._count() - 1)
        if row == here.row():
            row = min(max(0, row + step), self._count() - 1)
        return self.model().index(row, 0)

    def _measure(self) -> None:
        rows = self.heights(self.viewport().width()) if self.model() is not None else ()
        before = self._tops[-1]
        self._tops = (0, *accumulate(rows))
        if self._tops[-1] != before:
            self.updateGeometry()

    def _row_at(self, place: int) -> int:
        """Return the row at a place of the whole list; behind the last one, their number."""
        return bisect_right(self._tops, max(0, place)) - 1


class UnevenList(Uneven, EvenList):
    """A list of such rows and nothing else."""
