"""A small fact on a soft ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.look.tokens import RADIUS_BADGE, Role
from desktop_app.ui.widgets.buttons import Button, Kind, shade

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


class BadgeButton(Button):
    """A fact that can be pressed to be another; it is as high as what a hand can hit."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, "", Kind.PLAIN, role=Role.BADGE)

    def sizeHint(self) -> QSize:
        """Return what the words need on their ground."""
        words = QFontMetrics(self._look.font(Role.BADGE)).horizontalAdvance(self.text())
        return QSize(words + self._look.px(16), self._look.px(32))

    def _paint_ground(self, painter: QPainter) -> None:
        """Draw a ground as high as a badge's; that of what is not in force is plain."""
        palette, radius = self._look.palette, self._look.px(RADIUS_BADGE)
        field = "calm_soft" if self._tint == "calm" else "line"
        touched = self.isEnabled() and (self.isDown() or self.underMouse())
        ground = QColor(str(getattr(palette, field)))
        painter.setBrush(shade(palette, field, strong=self.isDown()) if touched else ground)
        painter.setPen(Qt.PenStyle.NoPen)
        high = self._look.px(21)
        box = QRectF(0, (self.height() - high) / 2, self.width(), high)
        painter.drawRoundedRect(box, radius, radius)
