"""A small fact on a soft ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.look.tokens import RADIUS_BADGE, Role

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look


class Badge(QWidget):
    """A small fact on a soft ground: a fellowship, a step, "Tape restored"."""

    def __init__(self, look: Look, text: str = "") -> None:
        super().__init__()
        self._look, self._text = look, text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        look.changed.connect(self._dress)

    def set_text(self, text: str) -> None:
        """Name another fact."""
        self._text = text
        self.setAccessibleName(text)
        self._dress()

    def sizeHint(self) -> QSize:
        """Return what the words need."""
        words = QFontMetrics(self._look.font(Role.BADGE)).horizontalAdvance(self._text)
        return QSize(words + self._look.px(16), self._look.px(21))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the words."""
        palette, radius = self._look.palette, self._look.px(RADIUS_BADGE)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(palette.calm_soft))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.setFont(self._look.font(Role.BADGE))
        painter.setPen(QColor(palette.calm))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._text)
        painter.end()

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
