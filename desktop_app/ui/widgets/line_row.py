"""How a single line with a number at its end looks: painted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.ui.look import icons, words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.models.plain import Index, Line, line_at
from desktop_app.ui.widgets import ring

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop_app.ui.look.theme import Look


class LineRow(QStyledItemDelegate):
    """Paints a line; ``role`` and ``tone`` are those of its words when it is not chosen."""

    def __init__(
        self,
        look: Look,
        parent: QObject | None = None,
        *,
        height: float = 38,
        role: Role = Role.MEDIUM,
        tone: Tone = Tone.SOFT,
        inset: float = 12,
    ) -> None:
        super().__init__(parent)
        self._look, self._height, self._role, self._tone = look, height, role, tone
        self._inset = inset

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line; a heading has air above."""
        line = line_at(index)
        return QSize(
            self._look.px(120), self._look.px(39 if line and line.heading else self._height)
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        line = line_at(index)
        if line is None:
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if not ring.seen(option.widget):
            state &= ~QStyle.StateFlag.State_HasFocus
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = rect.adjusted(self._look.px(self._inset), 0, -self._look.px(self._inset), 0)
        if line.heading:
            below = inner.adjusted(0, self._look.px(9), 0, 0)
            self._say(painter, below, line.text, Role.TINY, Tone.SOFT)
        else:
            self._row(painter, rect, inner, line, state)
        painter.restore()

    def _row(
        self,
        painter: QPainter,
        rect: QRect,
        inner: QRect,
        line: Line[Any],
        state: QStyle.StateFlag,
    ) -> None:
        lit = self._ground(painter, rect, state)
        tone = Tone.LAMP if lit or line.accent else self._tone
        role = Role.STRONG if lit or line.accent else self._role
        room = self._end(painter, inner, line, lit=lit)
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words_at = inner.adjusted(room if rtl else 0, 0, 0 if rtl else -room, 0)
        self._say(painter, words_at, line.text, role, tone)
        self._ring(painter, rect, state)

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> bool:
        """Draw what is behind a line that is chosen or pointed at; tell whether it is chosen."""
        lit = bool(state & QStyle.StateFlag.State_Selected)
        palette, radius = self._look.palette, self._look.px(9)
        if lit or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            ground = QColor(palette.lamp_soft if lit else palette.line)
            ground.setAlphaF(1.0 if lit else 0.45)
            painter.setBrush(ground)
            painter.drawRoundedRect(rect, radius, radius)
        return lit

    def _ring(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_HasFocus:
            radius = self._look.px(9)
            painter.setPen(QPen(QColor(self._look.palette.lamp), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)

    def _end(self, painter: QPainter, inner: QRect, line: Line[Any], *, lit: bool) -> int:
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        gap = self._look.px(8)
        if line.trouble:
            side = self._look.px(15)
            box = QRect(0, 0, side, side)
            box.moveCenter(QPoint(0, inner.center().y()))
            box.moveLeft(inner.left() if rtl else inner.right() + 1 - side)
            icons.paint(painter, Icon.WARNING, QRectF(box), self._look.colour(Tone.BAD))
            return side + gap
        if line.number is None:
            return 0
        role = Role.SMALL_STRONG if lit else Role.SMALL
        number = words.number(line.number)
        self._say(painter, inner, number, role, Tone.SOFT, far=True)
        return QFontMetrics(self._look.font(role)).horizontalAdvance(number) + gap

    def _say(
        self,
        painter: QPainter,
        place: QRect,
        text: str,
        role: Role,
        tone: Tone,
        *,
        far: bool = False,
    ) -> None:
        font = self._look.font(role)
        painter.setFont(font)
        painter.setPen(self._look.colour(tone))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        side = Qt.AlignmentFlag.AlignRight if far else Qt.AlignmentFlag.AlignLeft
        both = QStyle.visualAlignment(painter.layoutDirection(), side)
        painter.drawText(place, int(both | Qt.AlignmentFlag.AlignVCenter), shown)
