"""How the line of a talk is painted: what was heard, what has come, the marks, the knob."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from desktop_app.ui.widgets import ring
from desktop_app.ui.widgets.buttons import paint_ring

if TYPE_CHECKING:
    from desktop_app.ui.widgets.seek_bar import SeekBar

_THICK = 5
_KNOB = 7
_CROWDED = 8
"""Pixels for each chapter below which the gaps between them are drawn thinner."""


def paint(painter: QPainter, bar: SeekBar) -> None:
    """Draw all of it."""
    look, thick = bar.look, bar.look.px(_THICK)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    track = QRectF(0, (bar.height() - thick) / 2, bar.width(), thick)
    _paint_track(painter, bar, track)
    calm = QColor(look.palette.calm)
    for mark in bar.marks:
        if mark.bookmark and bar.isEnabled():
            painter.fillRect(QRectF(bar.x_of(mark.place) - 1, track.top() - 3, 2, thick + 6), calm)
    paint_place(painter, bar, track.center().y())
    if ring.seen(bar):
        paint_ring(painter, look, QRectF(bar.rect()), look.px(6))


def paint_place(painter: QPainter, bar: SeekBar, middle: float) -> None:
    """Draw the knob under hand or focus, or how full the buffer is, at this height."""
    look, radius = bar.look, bar.look.px(_KNOB)
    x = max(radius, min(bar.width() - radius, bar.x_of(bar.position)))
    at = QPointF(x, middle)
    if bar.filling is not None:
        inner = radius - 1
        painter.setBrush(QColor(look.palette.card))
        painter.setPen(QPen(QColor(look.palette.faint), 2))
        painter.drawEllipse(at, inner, inner)
        painter.setPen(QPen(QColor(look.palette.lamp), 2))
        circle = QRectF(at.x() - inner, at.y() - inner, 2 * inner, 2 * inner)
        painter.drawArc(circle, 90 * 16, -round(max(0.06, bar.filling) * 360 * 16))
    elif bar.isEnabled() and (bar.underMouse() or ring.seen(bar) or bar.isSliderDown()):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.palette.lamp))
        painter.drawEllipse(at, radius, radius)


def _paint_track(painter: QPainter, bar: SeekBar, track: QRectF) -> None:
    palette = bar.look.palette
    shape = QPainterPath()
    shape.addRoundedRect(track, track.height() / 2, track.height() / 2)
    painter.fillPath(shape, QColor(palette.line))
    painter.setClipPath(shape)
    if bar.here is not None:
        come = QColor(palette.faint)
        come.setAlphaF(0.55)
        painter.fillRect(_upto(bar, track, bar.here * bar.width()), come)
    reached = bar.x_of(bar.position)
    share = bar.width() - reached if bar.backwards else reached
    painter.fillRect(
        _upto(bar, track, share), QColor(palette.lamp if bar.isEnabled() else palette.faint)
    )
    chapters = [mark.place for mark in bar.marks if not mark.bookmark and bar.isEnabled()]
    gap = 2 if bar.width() >= _CROWDED * len(chapters) else 1
    for place in chapters:
        painter.fillRect(
            QRectF(bar.x_of(place) - gap / 2, track.top(), gap, track.height()),
            QColor(palette.card),
        )
    painter.setClipping(False)


def _upto(bar: SeekBar, track: QRectF, wide: float) -> QRectF:
    """Return so many pixels of the track from where the talk begins."""
    left = track.right() - wide if bar.backwards else track.left()
    return QRectF(left, track.top(), wide, track.height())
