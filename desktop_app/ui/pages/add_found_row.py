"""How a found feed looks, and the list that adds it by pointer and by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop_app.ui.look import icons
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import RADIUS_BUTTON, Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.add_found_model import (
    Found,
    FoundModel,
    Index,
    Standing,
    facts,
    found_at,
    standing_words,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop_app.ui.look.theme import Look

_ROW = 64
_BUTTON = 34
_PADDING = 16
_SIGN = 16
_MOVE = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}
_ADD = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FoundRow(QStyledItemDelegate):
    """Paints the title above the facts, and a button to add it, or how far it is with that."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of two lines with air."""
        return QSize(self._look.px(240), self._look.px(_ROW))

    def end(self, row: QRect, found: Found) -> QRect:
        """Return the place of the button, or of the words in its place, where text runs right."""
        px = self._look.px
        metrics = QFontMetrics(self._look.font(Role.SMALL_STRONG))
        width = metrics.horizontalAdvance(standing_words(found.standing)) + 2
        width += px(2 * _PADDING) if found.standing is Standing.OFFERED else 0
        width += px(_SIGN + 6) if found.standing is Standing.SUBSCRIBED else 0
        top = row.center().y() + 1 - px(_BUTTON) // 2
        return QRect(row.right() + 1 - px(12) - width, top, width, px(_BUTTON))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        found = found_at(index)
        if found is None:
            return
        px, way = self._look.px, painter.layoutDirection()
        row: QRect = option.rect
        state: QStyle.StateFlag = option.state
        end = self.end(row, found)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, row, state)
        text = QRect(row.left() + px(12), row.top(), end.left() - row.left() - px(28), px(22))
        text.moveTop(row.top() + px(10))
        self._say(painter, QStyle.visualRect(way, row, text), found.feed.title, Role.MEDIUM)
        text.moveTop(row.top() + px(32))
        below = QStyle.visualRect(way, row, text)
        self._say(painter, below, facts(found.feed), Role.SMALL, Tone.SOFT)
        self._end(painter, QStyle.visualRect(way, row, end), found)
        painter.restore()

    def _ground(self, painter: QPainter, row: QRect, state: QStyle.StateFlag) -> None:
        palette, radius = self._look.palette, self._look.px(RADIUS_BUTTON)
        if state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.paper))
            painter.drawRoundedRect(QRectF(row).adjusted(0, 1, 0, -1), radius, radius)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(palette.lamp), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(row).adjusted(1, 2, -1, -2), radius, radius)

    def _end(self, painter: QPainter, place: QRect, found: Found) -> None:
        palette, px = self._look.palette, self._look.px
        said = standing_words(found.standing)
        if found.standing is Standing.OFFERED:
            painter.setPen(QPen(QColor(palette.line), 1))
            painter.setBrush(QColor(palette.card))
            box = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, px(RADIUS_BUTTON), px(RADIUS_BUTTON))
            self._say(painter, place, said, Role.SMALL_STRONG, middle=True)
            return
        if found.standing is Standing.SUBSCRIBED:
            mark = QRect(place.left(), place.center().y() + 1 - px(8), px(_SIGN), px(_SIGN))
            whole, way = QRect(place), painter.layoutDirection()
            mark = QStyle.visualRect(way, whole, mark)
            icons.paint(painter, Icon.CHECK, QRectF(mark), QColor(palette.soft))
            words_at = whole.adjusted(px(_SIGN + 6), 0, 0, 0)
            place = QStyle.visualRect(way, whole, words_at)
        self._say(painter, place, said, Role.SMALL_STRONG, Tone.SOFT)

    def _say(
        self,
        painter: QPainter,
        place: QRect,
        text: str,
        role: Role,
        tone: Tone = Tone.INK,
        *,
        middle: bool = False,
    ) -> None:
        font = self._look.font(role)
        painter.setFont(font)
        painter.setPen(self._look.colour(tone))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        side = Qt.AlignmentFlag.AlignHCenter if middle else Qt.AlignmentFlag.AlignLeft
        both = QStyle.visualAlignment(painter.layoutDirection(), side)
        painter.drawText(place, int(both | Qt.AlignmentFlag.AlignVCenter), shown)


class FoundView(QListView):
    """Space, Enter or the row's button adds; every other key is the window's.

    ``wanted`` carries the :class:`~desktop_app.base.model.FoundFeed`.
    """

    wanted = Signal(object)

    def __init__(self, look: Look, model: FoundModel) -> None:
        super().__init__()
        self._row = FoundRow(look, self)
        self._pressed: Index | None = None
        self.setObjectName("bare")
        self.setModel(model)
        self.setItemDelegate(self._row)
        self.setAccessibleName(tr("Feeds that were found"))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        look.changed.connect(self.doItemsLayout)

    def button(self, index: Index) -> QRect:
        """Return where the row's button is; empty when it has none."""
        found = found_at(index)
        if found is None or found.standing is not Standing.OFFERED:
            return QRect()
        row = self.visualRect(index)
        return QStyle.visualRect(self.layoutDirection(), row, self._row.end(row, found))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, or add the current row; a Space here is never the player's."""
        if event.key() in _ADD:
            self._want(self.currentIndex())
        elif event.key() in _MOVE:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note whose button is pressed; it counts when it is let go on the same."""
        super().mousePressEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self._under(event.position().toPoint()) if left else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Add what was pressed."""
        super().mouseReleaseEvent(event)
        index = self._under(event.position().toPoint())
        if index is not None and index == self._pressed:
            self._want(index)
        self._pressed = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a button."""
        super().mouseMoveEvent(event)
        over = self._under(event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _under(self, point: QPoint) -> Index | None:
        index = self.indexAt(point)
        return index if self.button(index).contains(point) else None

    def _want(self, index: Index) -> None:
        found = found_at(index)
        if found is not None and found.standing is Standing.OFFERED:
            self.wanted.emit(found.feed)
