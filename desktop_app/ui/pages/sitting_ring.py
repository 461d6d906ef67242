"""The ring of a sitting: time goes round, bells are small circles on it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.sitting_words import Moment

SIDE = 316
SMALLEST = 116
_STROKE = 8
_BELL = 5
_WORDS = 0.72
"""The share of the ring's width that its words may have."""


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of a ring: its track, what has passed, the ground behind the bells."""

    track: str
    passed: str
    ground: str


def paint_ring(
    painter: QPainter, box: QRectF, inks: Inks, share: float, marks: tuple[float, ...]
) -> None:
    """Draw track, what has passed and the bells into a square; strokes grow with it."""
    unit = box.width() / SIDE
    box = box.adjusted(6 * unit, 6 * unit, -6 * unit, -6 * unit)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(inks.track), _STROKE * unit))
    painter.drawEllipse(box)
    if share > 0:
        pen = QPen(QColor(inks.passed), _STROKE * unit)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(box, 90 * 16, -round(min(share, 1.0) * 360 * 16))
    painter.setPen(QPen(QColor(inks.passed), 2 * unit))
    painter.setBrush(QColor(inks.ground))
    for mark in marks:
        angle = 2 * math.pi * mark
        away = QPointF(math.sin(angle), -math.cos(angle)) * (box.width() / 2)
        painter.drawEllipse(box.center() + away, _BELL * unit, _BELL * unit)


class Ring(QWidget):
    """The ring with the time that is left in its middle; a larger one has larger words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._side = 0
        self.share = 0.0
        self.marks: tuple[float, ...] = ()
        self.time = Text(look, "", Role.DISPLAY)
        self.below = Text(look, "", Role.BODY, Tone.SOFT)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(10)
        self._column.addWidget(self.time, 0, middle)
        self._column.addWidget(self.below, 0, middle)
        self._column.addStretch(9)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def box(self) -> QRectF:
        """The square that the ring is drawn into."""
        side = float(min(self.width(), self.height()))
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        return box

    def set_side(self, pixels: int) -> None:
        """Be so wide and high; 0: as the design has it."""
        if pixels != self._side:
            self._side = pixels
            self.updateGeometry()

    def set_marks(self, shares: tuple[float, ...]) -> None:
        """Put bells at these shares of the time."""
        self.marks = shares
        self.update()

    def show_moment(self, moment: Moment) -> None:
        """Show how far it is."""
        longer = len(moment.remaining) != len(self.time.text())
        self.share = moment.share
        self.time.setText(moment.remaining)
        self.time.setAccessibleName(moment.aloud)
        self.below.setText(moment.below)
        if self.accessibleName() != moment.aloud:
            self.setAccessibleName(moment.aloud)
            self.setAccessibleDescription(moment.below)
        if longer:
            self._fit()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the ring's square."""
        side = self._side or self._look.px(SIDE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Leave room for the words inside."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the words grow and shrink with the ring."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track, what has passed, and the bells."""
        palette = self._look.palette
        painter = QPainter(self)
        inks = Inks(palette.line, palette.calm, palette.paper)
        paint_ring(painter, self.box, inks, self.share, self.marks)
        painter.end()

    def _fit(self) -> None:
        """Give the words the size that the ring has room for; an hour has more digits."""
        side = self.box.width()
        grown = side / self._look.px(SIDE)
        for label, role, most in (
            (self.time, Role.DISPLAY, grown),
            (self.below, Role.BODY, 1 + (grown - 1) / 2 if grown > 1 else 1.0),
        ):
            font = self._look.font(role)
            width = QFontMetrics(font).horizontalAdvance(label.text()) or 1
            factor = min(most, _WORDS * side / width)
            font.setPointSizeF(max(6.0, font.pointSizeF() * factor))
            if font != label.font():
                label.setFont(font)

    def _dress(self) -> None:
        self._column.setSpacing(self._look.px(4))
        self._fit()
        self.updateGeometry()
        self.update()
