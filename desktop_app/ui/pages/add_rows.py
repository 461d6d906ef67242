"""What the two lists of feeds on offer share: how a row is drawn and how it is acted on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate

from desktop_app.ui.look.tokens import RADIUS_BUTTON, Role, Tone

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QObject

    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.models.plain import Index

_MOVE = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}
_ACT = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class OfferRow(QStyledItemDelegate):
    """Draws grounds and words as both lists have them."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def ground(
        self, painter: QPainter, row: QRect, state: QStyle.StateFlag, colour: str | None
    ) -> None:
        """Draw the ground in a colour, if any, and a ring around the row that has the focus."""
        radius = self._look.px(RADIUS_BUTTON)
        if colour is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(row).adjusted(0, 1, 0, -1), radius, radius)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self._look.palette.lamp), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(row).adjusted(1, 2, -1, -2), radius, radius)

    def say(
        self,
        painter: QPainter,
        place: QRect,
        text: str,
        role: Role,
        tone: Tone = Tone.INK,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        """Write a line, cut with an ellipsis; ``side`` is turned round where text runs left."""
        font = self._look.font(role)
        painter.setFont(font)
        painter.setPen(self._look.colour(tone))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        both = QStyle.visualAlignment(painter.layoutDirection(), side)
        painter.drawText(place, int(both | Qt.AlignmentFlag.AlignVCenter), shown)


class OfferView(QListView):
    """Acts with Space, Enter or a click; every key that it does not know is the window's."""

    def __init__(self, look: Look, model: QAbstractItemModel, row: OfferRow, name: str) -> None:
        super().__init__()
        self._pressed: Index | None = None
        row.setParent(self)
        self.setObjectName("bare")
        self.setModel(model)
        self.setItemDelegate(row)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def target(self, point: QPoint) -> Index | None:
        """Return the row that a click at ``point`` acts on."""
        raise NotImplementedError

    def act(self, index: Index) -> None:
        """Do what the list is for."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, or act on the current row; a Space here is never the player's."""
        if event.key() in _ACT:
            self.act(self.currentIndex())
        elif event.key() in _MOVE:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note what is pressed; it counts when it is let go on the same."""
        super().mousePressEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self.target(event.position().toPoint()) if left else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Act on what was pressed."""
        super().mouseReleaseEvent(event)
        index = self.target(event.position().toPoint())
        if index is not None and index == self._pressed:
            self.act(index)
        self._pressed = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand where a click does something."""
        super().mouseMoveEvent(event)
        over = self.target(event.position().toPoint()) is not None
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(hand if over else arrow)
