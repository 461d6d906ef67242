"""The ring of a sitting: time goes round, bells are small circles on it."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFont

    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.sitting_words import Moment

SIDE = 316
SMALLEST = 116
_STROKE = 8
_BELL = 5
_INSET = 8
"""From the edge to the middle of the stroke: bells stand out on both sides of it."""
_WORDS = 0.72
"""The share of the ring's width that its words may have."""
_CLEAR = 0.94
"""The share of the room between the ring's sides that a line may have where it stands."""
_OVER, _UNDER = 10, 10
"""How the height that is left is shared out above and below the words."""
_LEAST = 6.0
"""The smallest letters, in points."""
_SMALLER = 0.96


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
    box = box.adjusted(_INSET * unit, _INSET * unit, -_INSET * unit, -_INSET * unit)
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


def even(text: str, width: Callable[[str], float]) -> int:
    """Return how many words the first of two lines has when both are as long as can be.

    0: it is one word, which stays in one line.
    """
    counts = range(1, text.count(" ") + 1)
    return min(
        counts, key=lambda first: max(map(width, broken(text, first).split("\n"))), default=0
    )


def broken(text: str, first: int) -> str:
    """Return the text with so many words in its first line; 0: all of them."""
    words = text.split(" ")
    return "\n".join((" ".join(words[:first]), " ".join(words[first:]))) if first else text


class Ring(QWidget):
    """The ring with the time that is left in its middle; a larger one has larger words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._side = self._first = 0
        self._below = ""
        self.share = 0.0
        self.marks: tuple[float, ...] = ()
        self.time = Text(look, "", Role.DISPLAY)
        self.below = Text(look, "", Role.BODY, Tone.SOFT)
        self.below.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addStretch(_OVER)
        self._column.addWidget(self.time, 0, middle)
        self._column.addWidget(self.below, 0, middle)
        self._column.addStretch(_UNDER)
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
        below = re.sub(r"\d", "0", moment.below)
        other = len(moment.remaining) != len(self.time.text()) or below != self._below
        self._below = below
        self.share = moment.share
        self.time.setText(moment.remaining)
        self.time.setAccessibleName(moment.aloud)
        self.below.setAccessibleName(moment.below)
        if self.accessibleName() != moment.aloud:
            self.setAccessibleName(moment.aloud)
            self.setAccessibleDescription(moment.below)
        if other:
            self._fit()
        self.below.setText(broken(moment.below, self._first))
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
        font = self._look.font(Role.DISPLAY)
        width = QFontMetrics(font).horizontalAdvance(self.time.text()) or 1
        font.setPointSizeF(max(_LEAST, font.pointSizeF() * min(grown, _WORDS * side / width)))
        if font != self.time.font():
            self.time.setFont(font)
        font = self._look.font(Role.BODY)
        self._first = self._fit_below(font, 1 + (grown - 1) / 2 if grown > 1 else 1.0)
        if font != self.below.font():
            self.below.setFont(font)
        self.below.setText(broken(self.below.text().replace("\n", " "), self._first))

    def _fit_below(self, font: QFont, most: float) -> int:
        """Make the font as large as there is room, in two lines if one is too long.

        Return how many words the first line has. Digits count alike, so that nothing jumps.
        """
        size = font.pointSizeF() * most
        while True:
            font.setPointSizeF(max(_LEAST, size))
            metrics = QFontMetrics(font)
            width = metrics.horizontalAdvance
            halved = even(self._below, width)
            for first in (0, halved):
                lines = broken(self._below, first).split("\n")
                rooms = self._rooms(len(lines), metrics.height())
                if all(width(line) <= room for line, room in zip(lines, rooms, strict=True)):
                    return first
            if size <= _LEAST:
                return halved
            size *= _SMALLER

    def _rooms(self, lines: int, high: int) -> list[float]:
        """Return the widths that lines of this height may have below the time, in pixels."""
        side = self.box.width()
        above = QFontMetrics(self.time.font()).height() + self._column.spacing()
        top = (side - above - lines * high) * _OVER / (_OVER + _UNDER) + above
        inner = side / 2 * (1 - (_INSET + _STROKE / 2) / (SIDE / 2))
        feet = (top + (line + 1) * high - side / 2 for line in range(lines))
        sides = (2 * math.sqrt(max(0.0, inner**2 - foot**2)) for foot in feet)
        return [min(_WORDS * side, _CLEAR * room) for room in sides]

    def _dress(self) -> None:
        self._column.setSpacing(self._look.px(4))
        self._fit()
        self.updateGeometry()
        self.update()
