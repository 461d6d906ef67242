"""The line of a talk, drawn as the sound looks."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent

from desktop_app.ui.widgets import ring, seek_line
from desktop_app.ui.widgets.buttons import paint_ring
from desktop_app.ui.widgets.seek_bar import SeekBar

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look

_HEIGHT = 72
_WIDE = 3
_PITCH = 6
_LEAST = 8
_STROKE = 6


class WaveformBar(SeekBar):
    """A seek bar of upright bars: what was heard, what comes, and the places with a bookmark.

    Without a waveform it is the plain line, in the same room, so that nothing moves when the
    waveform comes.
    """

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._waveform = b""

    def set_waveform(self, waveform: bytes) -> None:
        """Show these heights, 0 to 255, evenly over the whole length; empty: the plain line."""
        if waveform != self._waveform:
            self._waveform = waveform
            self.update()

    def sizeHint(self) -> QSize:
        """Return room for bars."""
        return QSize(super().sizeHint().width(), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the same height, however narrow."""
        return QSize(super().minimumSizeHint().width(), self._look.px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars, in the lamp's colour up to the place."""
        if not self._waveform:
            super().paintEvent(event)
            return
        palette, wide = self._look.palette, self._look.px(_WIDE)
        heights = self._heights()
        pitch = self.width() / len(heights)
        reached, backwards = self.x_of(self._position), self.backwards
        marked = {int(self.x_of(mark.place) / pitch) for mark in self.marks if mark.bookmark}
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for number, height in enumerate(heights):
            middle = (number + 0.5) * pitch
            heard = middle > reached if backwards else middle < reached
            colour = palette.lamp if heard else palette.line
            painter.setBrush(QColor(palette.calm if number in marked else colour))
            top = (self.height() - height) / 2
            painter.drawRoundedRect(
                QRectF(middle - wide / 2, top, wide, height), wide / 2, wide / 2
            )
        self._paint_chapters(painter)
        if self.filling is not None:
            seek_line.paint_place(painter, self, self.height() / 2)
        elif self.isEnabled() and (ring.seen(self) or self.isSliderDown()):
            painter.setBrush(QColor(palette.lamp))
            x = max(wide / 2, min(self.width() - wide / 2, reached))
            painter.drawRect(QRectF(x - wide / 4, 0, wide / 2, self.height()))
        if ring.seen(self):
            paint_ring(painter, self._look, QRectF(self.rect()), self._look.px(6))
        painter.end()

    def _paint_chapters(self, painter: QPainter) -> None:
        """Draw a short stroke above and below where a chapter begins."""
        high, wide = self._look.px(_STROKE), self._look.px(1.5)
        painter.setBrush(QColor(self._look.palette.soft))
        for mark in self.marks:
            if not mark.bookmark:
                left = self.x_of(mark.place) - wide / 2
                painter.drawRect(QRectF(left, 0, wide, high))
                painter.drawRect(QRectF(left, self.height() - high, wide, high))

    def _heights(self) -> list[float]:
        """Return the bars that there is room for, from left to right, in pixels.

        Each is as high as the highest of what it stands for, so that pauses do not thin a talk.
        """
        count = max(1, min(len(self._waveform), int(self.width() / self._look.px(_PITCH))))
        edges = [len(self._waveform) * number // count for number in range(count + 1)]
        shares = [max(self._waveform[begin:end]) / 255 for begin, end in pairwise(edges)]
        if self.backwards:
            shares.reverse()
        least = self._look.px(_LEAST)
        return [least + share * (self.height() - least) for share in shares]
