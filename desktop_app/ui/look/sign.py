"""The app's own sign for title bars, task bars and the tray; another one that tells nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPolygonF, QRadialGradient

from desktop_app.ui.look.tokens import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Callable

_SIDES = (16, 22, 24, 32, 48, 64, 128, 256)


def sign(discreet: bool) -> QIcon:
    """Return the lamp; in discreet mode a triangle, as any program for sound has one.

    Both are to be seen on light and on dark grounds.
    """
    icon = QIcon()
    for side in _SIDES:
        icon.addPixmap(_drawn(side, _triangle if discreet else _lamp))
    return icon


def _drawn(side: int, draw: Callable[[QPainter], None]) -> QPixmap:
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.scale(side / 24, side / 24)
    draw(painter)
    painter.end()
    return pixmap


def _lamp(painter: QPainter) -> None:
    glow = QRadialGradient(QPointF(12, 12), 11)
    glow.setColorAt(0, QColor(DARK.lamp))
    glow.setColorAt(0.45, QColor(DARK.lamp))
    glow.setColorAt(0.6, QColor(LIGHT.lamp))
    glow.setColorAt(1, QColor(LIGHT.lamp_dark))
    painter.setBrush(glow)
    painter.drawEllipse(QRectF(1, 1, 22, 22))


def _triangle(painter: QPainter) -> None:
    painter.setBrush(QColor(LIGHT.soft))
    painter.drawRoundedRect(QRectF(1, 1, 22, 22), 5, 5)
    painter.setBrush(QColor(LIGHT.paper))
    painter.drawPolygon(QPolygonF([QPointF(9, 7), QPointF(9, 17), QPointF(17.5, 12)]))
