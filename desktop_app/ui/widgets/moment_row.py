"""How a place in a talk looks as a row, and where its signs and its words are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app.ui.look import icons
from desktop_app.ui.look.tokens import RADIUS_BUTTON, Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.moments import Moment
from desktop_app.ui.models.plain import Index, Line, line_at
from desktop_app.ui.widgets.episode_row import ROW_HEIGHT
from desktop_app.ui.widgets.line_row import LineRow

if TYPE_CHECKING:
    from desktop_app.ui.look.icons import Icon
    from desktop_app.ui.look.theme import Look

_TOOL = 34


class MomentRow(LineRow):
    """Paints a :class:`Moment` as talks are painted elsewhere; ``tools`` stand before its end.

    Signals:
        noted: a row's value and the words that it is to have.
    """

    noted = Signal(object, str)

    def __init__(self, look: Look, tools: tuple[tuple[str, Icon], ...]) -> None:
        super().__init__(look)
        self.tools = tools

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a talk's row, or of a heading."""
        line = line_at(index)
        if line is None or line.heading:
            return super().sizeHint(option, index)
        return QSize(self._look.px(320), self._look.px(ROW_HEIGHT))

    def tool_at(self, rect: QRect, line: Moment[Any], point: QPoint, *, rtl: bool) -> str:
        """Return the name of the sign at ``point`` in the row at ``rect``; empty: none."""
        for (name, _icon), place in zip(self.tools, self._tools(rect, line, rtl=rtl), strict=True):
            if place.contains(point):
                return name
        return ""

    def _row(
        self,
        painter: QPainter,
        rect: QRect,
        inner: QRect,
        line: Line[Any],
        state: QStyle.StateFlag,
    ) -> None:
        if not isinstance(line, Moment):
            super()._row(painter, rect, inner, line, state)
            return
        px, palette = self._look.px, self._look.palette
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        focus = bool(state & QStyle.StateFlag.State_HasFocus)
        here = focus or bool(state & QStyle.StateFlag.State_MouseOver)
        radius = px(RADIUS_BUTTON)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(palette.line))
        if here:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.paper))
            painter.drawRoundedRect(rect.adjusted(0, 0, 0, -1), radius, radius)
        self._sign(painter, rect, line, rtl=rtl)
        self._say_all(painter, rect, line, rtl=rtl, tools=here)
        if focus:
            painter.setPen(QPen(QColor(palette.lamp), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)

    def _say_all(
        self, painter: QPainter, rect: QRect, line: Moment[Any], *, rtl: bool, tools: bool
    ) -> None:
        px = self._look.px
        words = self._words(rect, line, rtl=rtl, tools=tools)
        middle = rect.center().y()
        tone = Tone.SOFT if line.own == "" else Tone.INK
        upper = QRect(words.left(), middle - px(18), words.width(), px(18))
        lower = QRect(words.left(), middle, words.width(), px(20))
        self._say(painter, upper, line.text, Role.STRONG, tone)
        self._say(painter, lower, line.more, Role.ROW, Tone.SOFT)
        end = self._end_place(rect, line, rtl=rtl)
        self._say(painter, end, line.end, Role.SMALL, Tone.SOFT, far=True)
        places = self._tools(rect, line, rtl=rtl) if tools else []
        for (_name, icon), place in zip(self.tools, places, strict=False):
            inset = place.width() * 0.26
            box = QRectF(place).adjusted(inset, inset, -inset, -inset)
            icons.paint(painter, icon, box, self._look.colour(Tone.SOFT))

    def _sign(self, painter: QPainter, rect: QRect, line: Moment[Any], *, rtl: bool) -> None:
        px, palette = self._look.px, self._look.palette
        side = px(38)
        circle = _side(QRect(rect.left() + px(14), rect.center().y() - side // 2, side, side),
                       rect, rtl=rtl)  # fmt: skip
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.setBrush(QColor(palette.card))
        painter.drawEllipse(QRectF(circle).adjusted(0.5, 0.5, -0.5, -0.5))
        inset = side * 0.26
        colour = QColor(palette.calm if line.calm else palette.lamp)
        icons.paint(
            painter, line.icon, QRectF(circle).adjusted(inset, inset, -inset, -inset), colour
        )

    def _end_place(self, rect: QRect, line: Moment[Any], *, rtl: bool) -> QRect:
        px = self._look.px
        wide = QFontMetrics(self._look.font(Role.SMALL)).horizontalAdvance(line.end) + 2
        return _side(QRect(rect.right() + 1 - px(14) - wide, rect.top(), wide, rect.height()),
                     rect, rtl=rtl)  # fmt: skip

    def _tools(self, rect: QRect, line: Moment[Any], *, rtl: bool) -> list[QRect]:
        """Return where the signs are, from the first to the last."""
        px = self._look.px
        side = px(_TOOL)
        end = self._end_place(rect, line, rtl=False).left() - px(10)
        first = end - side * len(self.tools)
        top = rect.center().y() - side // 2
        places = [QRect(first + at * side, top, side, side) for at in range(len(self.tools))]
        return [_side(place, rect, rtl=rtl) for place in places]

    def _words(self, rect: QRect, line: Moment[Any], *, rtl: bool, tools: bool) -> QRect:
        px = self._look.px
        left = rect.left() + px(70)
        stop = self._end_place(rect, line, rtl=False).left()
        stop = min([stop, *(place.left() for place in self._tools(rect, line, rtl=False) if tools)])
        return _side(QRect(left, rect.top(), max(0, stop - px(12) - left), rect.height()), rect,
                     rtl=rtl)  # fmt: skip

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Offer the person's own words for change; the field stays that row's own."""
        line = line_at(index)
        if not isinstance(line, Moment) or line.own is None:
            return super().createEditor(parent, option, index)
        field = QLineEdit(" ".join(line.own.split()), parent)
        field.setPlaceholderText(tr("A note of your own"))
        field.setAccessibleName(tr("Note: {what}", what=line.aloud or line.text))
        field.setProperty("moment", line)
        field.selectAll()
        return field

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Let the field stand where the words are."""
        line = line_at(index)
        rect: QRect = option.rect
        if isinstance(line, Moment):
            rtl = option.direction == Qt.LayoutDirection.RightToLeft
            place = self._words(rect, line, rtl=rtl, tools=False)
            high = editor.sizeHint().height()
            editor.setGeometry(place.left(), rect.center().y() - high // 2, place.width(), high)

    def setEditorData(self, _editor: QWidget, _index: Index) -> None:
        """Leave what is being typed alone, whatever the row says meanwhile."""

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, _index: Index) -> None:
        """Hand the words on; the row shows them when they are kept."""
        line = editor.property("moment")
        if isinstance(editor, QLineEdit) and isinstance(line, Moment):
            note = editor.text().strip()
            if note != line.own:
                self.noted.emit(line.value, note)


def _side(place: QRect, row: QRect, *, rtl: bool) -> QRect:
    """Return a place of the row, on the other side where one reads from right to left."""
    way = Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
    return QStyle.visualRect(way, row, place)
