"""How an offer of the catalogue looks, and the list that ticks it by pointer and by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
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
from desktop_app.ui.pages.add_model import CatalogueModel, Index, Offer, offer_at, site

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop_app.ui.look.theme import Look

_ROW = 44
_HEADING = 42
_BOX = 20
_NAVIGATION = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}
_TICK = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CatalogueRow(QStyledItemDelegate):
    """Paints a box to tick, the name, and where it is from or that it is subscribed."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; a heading has air above."""
        offer = offer_at(index)
        heading = offer is not None and offer.entry is None
        return QSize(self._look.px(240), self._look.px(_HEADING if heading else _ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        offer = offer_at(index)
        if offer is None:
            return
        px = self._look.px
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        inner = rect.adjusted(px(12), 0, -px(12), 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if offer.entry is None:
            inner.adjust(0, px(10), 0, 0)
            self._say(painter, inner, offer.text, Role.SMALL_STRONG, Tone.SOFT)
        else:
            self._ground(painter, rect, offer, state)
            self._offer(painter, inner, offer)
        painter.restore()

    def _ground(
        self, painter: QPainter, rect: QRect, offer: Offer, state: QStyle.StateFlag
    ) -> None:
        palette, radius = self._look.palette, self._look.px(RADIUS_BUTTON)
        hover = bool(state & QStyle.StateFlag.State_MouseOver) and not offer.subscribed
        if hover or offer.ticked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.lamp_soft if offer.ticked else palette.paper))
            painter.drawRoundedRect(QRectF(rect).adjusted(0, 1, 0, -1), radius, radius)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(palette.lamp), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 2, -1, -2), radius, radius)

    def _offer(self, painter: QPainter, inner: QRect, offer: Offer) -> None:
        look, way = self._look, painter.layoutDirection()
        side, gap = look.px(_BOX), look.px(12)
        box = QRect(inner.left(), inner.center().y() + 1 - side // 2, side, side)
        name = inner.adjusted(side + gap, 0, 0, 0)
        end = tr("Subscribed") if offer.subscribed else site(offer.entry) if offer.entry else ""
        font = look.font(Role.SMALL)
        room = min(QFontMetrics(font).horizontalAdvance(end) + gap + look.px(2), name.width() // 2)
        tail = QRect(name.right() + 1 - room + gap, name.top(), room - gap, name.height())
        name.adjust(0, 0, -room, 0)
        self._box(painter, QStyle.visualRect(way, inner, box), offer)
        tone = Tone.SOFT if offer.subscribed else Tone.INK
        name, tail = QStyle.visualRect(way, inner, name), QStyle.visualRect(way, inner, tail)
        self._say(painter, name, offer.text, Role.MEDIUM, tone)
        self._say(painter, tail, end, Role.SMALL, Tone.SOFT, far=True)

    def _box(self, painter: QPainter, box: QRect, offer: Offer) -> None:
        palette, look = self._look.palette, self._look
        mark = QRectF(box).adjusted(look.px(3), look.px(3), -look.px(3), -look.px(3))
        if offer.subscribed:
            icons.paint(painter, Icon.CHECK, mark, QColor(palette.soft))
            return
        painter.setBrush(QColor(palette.lamp if offer.ticked else palette.card))
        painter.setPen(QPen(QColor(palette.lamp if offer.ticked else palette.soft), 1.4))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), look.px(5), look.px(5))
        if offer.ticked:
            icons.paint(painter, Icon.CHECK, mark, QColor(palette.on_lamp))

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


class CatalogueView(QListView):
    """Ticks with Space, Enter or a click; every key that it does not know is the window's."""

    def __init__(self, look: Look, model: CatalogueModel) -> None:
        super().__init__()
        self._catalogue = model
        self._pressed: Index | None = None
        self.setObjectName("bare")
        self.setModel(model)
        self.setItemDelegate(CatalogueRow(look, self))
        self.setAccessibleName(tr("Feeds that can be subscribed to"))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        look.changed.connect(self.doItemsLayout)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, or tick the current row; a Space here is never the player's."""
        if event.key() in _TICK:
            self._catalogue.toggle(self.currentIndex())
        elif event.key() in _NAVIGATION:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note what is pressed; it counts when it is let go on the same."""
        super().mousePressEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self.indexAt(event.position().toPoint()) if left else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the row, wherever in it the pointer is."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index == self._pressed:
            self._catalogue.toggle(index)
        self._pressed = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand where something can be ticked."""
        super().mouseMoveEvent(event)
        self.viewport().setCursor(self._shape(event.position().toPoint()))

    def _shape(self, point: QPoint) -> Qt.CursorShape:
        can = self._catalogue.flags(self.indexAt(point)) & Qt.ItemFlag.ItemIsUserCheckable
        return Qt.CursorShape.PointingHandCursor if can else Qt.CursorShape.ArrowCursor
