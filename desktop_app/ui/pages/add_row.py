"""How an offer of the catalogue looks, and the list that ticks it by pointer and by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from desktop_app.ui.look import icons
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.add_model import CatalogueModel, Index, Offer, offer_at, site
from desktop_app.ui.pages.add_rows import OfferRow, OfferView

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look

_ROW = 44
_HEADING = 42
_BOX = 20


class CatalogueRow(OfferRow):
    """Paints a box to tick, the name, and where it is from or that it is subscribed."""

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
            self.say(painter, inner, offer.text, Role.SMALL_STRONG, Tone.SOFT)
        else:
            self.ground(painter, rect, state, self._colour(offer, state))
            self._offer(painter, inner, offer)
        painter.restore()

    def _colour(self, offer: Offer, state: QStyle.StateFlag) -> str | None:
        if offer.ticked:
            return self._look.palette.lamp_soft
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        return self._look.palette.paper if over and not offer.subscribed else None

    def _offer(self, painter: QPainter, inner: QRect, offer: Offer) -> None:
        look, way = self._look, painter.layoutDirection()
        side, gap = look.px(_BOX), look.px(12)
        box = QRect(inner.left(), inner.center().y() + 1 - side // 2, side, side)
        name = inner.adjusted(side + gap, 0, 0, 0)
        end = tr("Subscribed") if offer.subscribed else site(offer.entry) if offer.entry else ""
        room = self._end_room(offer, end, name.width())
        tail = QRect(name.right() + 1 - room + gap, name.top(), max(0, room - gap), name.height())
        name.adjust(0, 0, -room, 0)
        self._box(painter, QStyle.visualRect(way, inner, box), offer)
        tone = Tone.SOFT if offer.subscribed else Tone.INK
        name, tail = QStyle.visualRect(way, inner, name), QStyle.visualRect(way, inner, tail)
        self.say(painter, name, offer.text, Role.MEDIUM, tone)
        if room:
            self.say(painter, tail, end, Role.SMALL, Tone.SOFT, Qt.AlignmentFlag.AlignRight)

    def _end_room(self, offer: Offer, end: str, width: int) -> int:
        """Return what the end of a row may have: a site only what the name leaves."""
        look = self._look
        said = QFontMetrics(look.font(Role.SMALL)).horizontalAdvance(end) + look.px(14)
        name = QFontMetrics(look.font(Role.MEDIUM)).horizontalAdvance(offer.text) + look.px(2)
        if offer.subscribed:
            return min(said, width // 2)
        return said if said <= width - name else 0

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


class CatalogueView(OfferView):
    """Ticks what the person wants, wherever in the row the pointer is."""

    def __init__(self, look: Look, model: CatalogueModel) -> None:
        super().__init__(look, model, CatalogueRow(look), tr("Feeds that can be subscribed to"))
        self._catalogue = model

    def target(self, point: QPoint) -> Index | None:
        """Return the row at ``point`` if it can be ticked."""
        index = self.indexAt(point)
        can = self._catalogue.flags(index) & Qt.ItemFlag.ItemIsUserCheckable
        return index if can else None

    def act(self, index: Index) -> None:
        """Tick the row, or take the tick away."""
        self._catalogue.toggle(index)
