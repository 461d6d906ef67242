"""A small drawing of how a recording looks: nothing to be pressed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look

_HEIGHT = 24
_WIDTH = 60
_WIDE = 2
_PITCH = 4
_LEAST = 2


class Wave(QWidget):
    """Upright bars in one colour, ``tint`` (a field of the palette); ``name`` is said of them."""

    def __init__(self, look: Look, tint: str, name: str) -> None:
        super().__init__()
        self._look, self._tint, self._heights = look, tint, b""
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)

    def set_waveform(self, heights: bytes) -> None:
        """Show these heights, 0 to 255, from the recording's beginning to its end."""
        if heights != self._heights:
            self._heights = heights
            self.update()

    def sizeHint(self) -> QSize:
        """Return a small width and the scaled height."""
        return QSize(self._look.px(_WIDTH), self._look.px(_HEIGHT))

    def bars(self) -> list[float]:
        """Return the shares of the height, from left to right, of the bars that there is room for.

        Each is the mean of what it stands for: beside another wave the pauses count, too.
        """
        count = max(1, min(len(self._heights), int(self.width() / self._look.px(_PITCH))))
        edges = [len(self._heights) * number // count for number in range(count + 1)]
        parts = [self._heights[begin:end] for begin, end in pairwise(edges)]
        shares = [sum(part) / len(part) / 255 for part in parts if part]
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            shares.reverse()
        return shares

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bars around the middle."""
        bars, px = self.bars(), self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(str(getattr(self._look.palette, self._tint))))
        wide, pitch = px(_WIDE), self.width() / max(1, len(bars))
        for number, share in enumerate(bars):
            high = px(_LEAST) + share * (self.height() - px(_LEAST))
            left, top = (number + 0.5) * pitch - wide / 2, (self.height() - high) / 2
            painter.drawRoundedRect(QRectF(left, top, wide, high), wide / 2, wide / 2)
        painter.end()

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
