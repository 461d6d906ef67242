"""How a found feed looks, and the list that adds it by pointer and by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

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
from desktop_app.ui.pages.add_rows import OfferRow, OfferView

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look

_ROW = 64
_BUTTON = 34
_PADDING = 16
_SIGN = 16


class FoundRow(OfferRow):
    """Paints the title above the facts, and a button to add it, or how far it is with that."""

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
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        self.ground(painter, row, state, self._look.palette.paper if over else None)
        text = QRect(row.left() + px(12), row.top(), end.left() - row.left() - px(28), px(22))
        text.moveTop(row.top() + px(10))
        self.say(painter, QStyle.visualRect(way, row, text), found.feed.title, Role.MEDIUM)
        text.moveTop(row.top() + px(32))
        below = QStyle.visualRect(way, row, text)
        self.say(painter, below, facts(found.feed), Role.SMALL, Tone.SOFT)
        self._end(painter, QStyle.visualRect(way, row, end), found)
        painter.restore()

    def _end(self, painter: QPainter, place: QRect, found: Found) -> None:
        palette, px = self._look.palette, self._look.px
        said = standing_words(found.standing)
        if found.standing is Standing.OFFERED:
            painter.setPen(QPen(QColor(palette.line), 1))
            painter.setBrush(QColor(palette.card))
            box = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, px(RADIUS_BUTTON), px(RADIUS_BUTTON))
            self.say(painter, place, said, Role.SMALL_STRONG, side=Qt.AlignmentFlag.AlignHCenter)
            return
        if found.standing is Standing.SUBSCRIBED:
            mark = QRect(place.left(), place.center().y() + 1 - px(8), px(_SIGN), px(_SIGN))
            whole, way = QRect(place), painter.layoutDirection()
            mark = QStyle.visualRect(way, whole, mark)
            icons.paint(painter, Icon.CHECK, QRectF(mark), QColor(palette.soft))
            words_at = whole.adjusted(px(_SIGN + 6), 0, 0, 0)
            place = QStyle.visualRect(way, whole, words_at)
        self.say(painter, place, said, Role.SMALL_STRONG, Tone.SOFT)


class FoundView(OfferView):
    """Adds a feed by its button or by key.

    ``wanted`` carries the :class:`~desktop_app.base.model.FoundFeed`.
    """

    wanted = Signal(object)

    def __init__(self, look: Look, model: FoundModel) -> None:
        self._row = FoundRow(look)
        super().__init__(look, model, self._row, tr("Feeds that were found"))

    def button(self, index: Index) -> QRect:
        """Return where the row's button is; empty when it has none."""
        found = found_at(index)
        if found is None or found.standing is not Standing.OFFERED:
            return QRect()
        row = self.visualRect(index)
        return QStyle.visualRect(self.layoutDirection(), row, self._row.end(row, found))

    def target(self, point: QPoint) -> Index | None:
        """Return the row whose button is at ``point``."""
        index = self.indexAt(point)
        return index if self.button(index).contains(point) else None

    def act(self, index: Index) -> None:
        """Ask for the row's feed, if it is still on offer."""
        found = found_at(index)
        if found is not None and found.standing is Standing.OFFERED:
            self.wanted.emit(found.feed)
