"""The ring of a sitting: time goes round, bells are small circles on it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.sitting_words import Moment

_SIDE = 316
_SMALLEST = 260
_STROKE = 8
_BELL = 5


class Ring(QWidget):
    """The ring with the time that is left in its middle."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._share = 0.0
        self._marks: tuple[float, ...] = ()
        self.time = Text(look, "", Role.DISPLAY)
        self.below = Text(look, "", Role.BODY, Tone.SOFT)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._column = QVBoxLayout(self)
        self._column.addStretch(10)
        self._column.addWidget(self.time, 0, middle)
        self._column.addWidget(self.below, 0, middle)
        self._column.addStretch(9)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        look.changed.connect(self._dress)
        self._dress()

    def set_marks(self, shares: tuple[float, ...]) -> None:
        """Put bells at these shares of the time."""
        self._marks = shares
        self.update()

    def show_moment(self, moment: Moment) -> None:
        """Show how far it is."""
        self._share = moment.share
        self.time.setText(moment.remaining)
        self.time.setAccessibleName(moment.aloud)
        self.below.setText(moment.below)
        if self.accessibleName() != moment.aloud:
            self.setAccessibleName(moment.aloud)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the ring's square."""
        return QSize(self._look.px(_SIDE), self._look.px(_SIDE))

    def minimumSizeHint(self) -> QSize:
        """Leave room for the words inside."""
        return QSize(self._look.px(_SMALLEST), self._look.px(_SMALLEST))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track, what has passed, and the bells."""
        palette, px = self._look.palette, self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = px(_STROKE)
        side = min(self.width(), self.height(), px(_SIDE)) - stroke - px(4)
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        painter.setPen(QPen(QColor(palette.line), stroke))
        painter.drawEllipse(box)
        if self._share > 0:
            pen = QPen(QColor(palette.calm), stroke)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawArc(box, 90 * 16, -round(self._share * 360 * 16))
        painter.setPen(QPen(QColor(palette.calm), px(2)))
        painter.setBrush(QColor(palette.paper))
        for share in self._marks:
            angle = 2 * math.pi * share
            away = QPointF(math.sin(angle), -math.cos(angle)) * (side / 2)
            painter.drawEllipse(box.center() + away, px(_BELL), px(_BELL))
        painter.end()

    def _dress(self) -> None:
        self._column.setSpacing(self._look.px(4))
        self.updateGeometry()
        self.update()
