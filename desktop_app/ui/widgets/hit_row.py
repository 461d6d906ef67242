"""How something that was found looks as a row: what it is, and below it the words, marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.models.moments import Moment
from desktop_app.ui.models.plain import LinesModel, line_at
from desktop_app.ui.widgets.line_list import LineList
from desktop_app.ui.widgets.moment_row import MomentRow

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.models.plain import Index

T = TypeVar("T")
Spans = tuple[tuple[int, int], ...]

_PLAIN_HEIGHT = 52
_BEFORE = (24, 8, 0)
"""So many letters are shown before the first marked word, if it would not be seen otherwise."""


@dataclass(frozen=True, slots=True)
class Hit(Moment[T]):
    """A row; ``marks`` are the places of the words that were looked for in ``more``."""

    marks: Spans = ()


class HitRow(MomentRow):
    """Paints a :class:`Hit`: as a place in a talk, with the marked words bold."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, ())

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a talk's row; a row of one line is lower."""
        line = line_at(index)
        if isinstance(line, Hit) and not line.more:
            return QSize(self._look.px(320), self._look.px(_PLAIN_HEIGHT))
        return super().sizeHint(option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row; below the last one there is no line."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        last = index.row() == index.model().rowCount() - 1
        painter.save()
        if last and not state & QStyle.StateFlag.State_HasFocus:
            painter.setClipRect(rect.adjusted(0, 0, 0, -1))
        super().paint(painter, option, index)
        painter.restore()

    def _say_all(
        self, painter: QPainter, rect: QRect, line: Moment[Any], *, rtl: bool, tools: bool
    ) -> None:
        if not isinstance(line, Hit):
            super()._say_all(painter, rect, line, rtl=rtl, tools=tools)
            return
        px, middle = self._look.px, rect.center().y()
        place = self._words(rect, line, rtl=rtl, tools=False)
        end = self._end_place(rect, line, rtl=rtl)
        self._say(painter, end, line.end, Role.SMALL, Tone.SOFT, far=True)
        if not line.more:
            self._say(painter, place, line.text, Role.STRONG, Tone.INK)
            return
        upper = QRect(place.left(), middle - px(18), place.width(), px(18))
        self._say(painter, upper, line.text, Role.STRONG, Tone.INK)
        lower = QRect(place.left(), middle, place.width(), px(20))
        self._say_marked(painter, lower, line.more, line.marks)

    def _say_marked(self, painter: QPainter, place: QRect, text: str, marks: Spans) -> None:
        """Draw one line of a text, from where its first marked word can be seen."""
        width, whole, all_marks = place.width(), text, marks
        layout, seen = self._lay_out(text, marks, width)
        for before in _BEFORE if marks else ():
            begin = f"{text[: marks[0][1]]}…"
            if seen == len(text) or self._lay_out(begin, marks[:1], width)[1] == len(begin):
                break
            text, marks = _from_first_mark(whole, all_marks, before)
            layout, seen = self._lay_out(text, marks, width)
        while 0 < seen < len(text):
            shown = f"{text[:seen].rstrip()}…"
            layout, fitting = self._lay_out(shown, _within(marks, seen), width)
            seen = len(text) if fitting == len(shown) else min(seen, fitting) - 1
        if layout.lineCount():
            line = layout.lineAt(0)
            top = place.top() + (place.height() - line.height()) / 2
            painter.setPen(self._look.colour(Tone.SOFT))
            layout.draw(painter, QPointF(place.left(), top))

    def _lay_out(self, text: str, marks: Spans, width: int) -> tuple[QTextLayout, int]:
        """Return a text as one line, and how many of its letters are in it."""
        layout = QTextLayout(text, self._look.font(Role.ROW))
        option = QTextOption(QStyle.visualAlignment(self._way(), Qt.AlignmentFlag.AlignLeft))
        option.setTextDirection(self._way())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._marked(start, end - start) for start, end in marks])
        layout.beginLayout()
        line = layout.createLine()
        seen = 0
        if line.isValid():
            line.setLineWidth(max(1, width))
            seen = line.textLength()
        layout.endLayout()
        return layout, seen

    def _marked(self, start: int, length: int) -> QTextLayout.FormatRange:
        wanted = QTextLayout.FormatRange()
        wanted.start, wanted.length = start, length
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.DemiBold)
        look.setForeground(self._look.colour(Tone.INK))
        wanted.format = look
        return wanted

    def _way(self) -> Qt.LayoutDirection:
        parent = self.parent()
        return (
            parent.layoutDirection()
            if isinstance(parent, LineList)
            else Qt.LayoutDirection.LeftToRight
        )


class HitList(LineList):
    """Rows of :class:`Hit`, as high as they are together; a click or Enter goes there."""

    def __init__(self, look: Look, model: LinesModel[Any], *, name: str) -> None:
        row = HitRow(look)
        super().__init__(look, model, name=name, delegate=row, fit=True)
        row.setParent(self)


def _from_first_mark(text: str, marks: Spans, before: int) -> tuple[str, Spans]:
    """Return a text that begins at most so many letters before its first marked word."""
    first = marks[0][0]
    cut = text.find(" ", max(0, first - before), first) + 1 or first
    return f"…{text[cut:]}", tuple((start - cut + 1, end - cut + 1) for start, end in marks)


def _within(marks: Spans, length: int) -> Spans:
    return tuple((start, min(end, length)) for start, end in marks if start < length)
