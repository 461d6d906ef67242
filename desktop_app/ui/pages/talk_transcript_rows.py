"""The lines of a transcript: as rows of a list, and how one is painted."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.ui.look import words
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.plain import Line, LinesModel, line_at
from desktop_app.ui.widgets.buttons import paint_ring
from desktop_app.ui.widgets.uneven_list import Wrapping

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from desktop_app.base.parsed import TranscriptLine
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.models.plain import Index

_PAD = 6
_INSET = 12
_RADIUS = 9
_WIDEST = 720
_MARK = 3


@dataclass(frozen=True, slots=True)
class Said:
    """A row: its number, its line, and the name above it where another one begins to speak."""

    number: int
    line: TranscriptLine
    speaker: str = ""


class TranscriptModel(LinesModel[Said]):
    """The rows of a transcript; the sentence for a screen reader is made when one is asked for."""

    def show_lines(self, lines: Sequence[TranscriptLine]) -> None:
        """Show these rows instead."""
        rows, before = [], ""
        for number, line in enumerate(lines):
            said = Said(number, line, line.speaker if line.speaker != before else "")
            before = line.speaker
            rows.append(Line(said, line.text))
        self.set_lines(tuple(rows))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what any line has; aloud, who says it and when, too."""
        row = self.line(index.row()) if role == Qt.ItemDataRole.AccessibleTextRole else None
        return super().data(index, role) if row is None else _aloud(row.value.line)


def _aloud(line: TranscriptLine) -> str:
    said = f"{line.speaker}: {line.text}" if line.speaker else line.text
    if line.start is None:
        return said
    return tr("{said}, at {time}", said=said, time=words.spoken(line.start))


def row_at(lines: Sequence[TranscriptLine], place: float) -> int:
    """Return the row that is said at ``place`` seconds; -1 before the first, or without times."""
    if not lines or lines[0].start is None:
        return -1
    return bisect_right(lines, place, key=lambda line: line.start or 0.0) - 1


class TranscriptRow(QStyledItemDelegate):
    """Paints time, speaker and words; ``found`` are the rows that hold what is looked for.

    ``marked`` is the one of them that is shown now.
    """

    def __init__(self, look: Look, model: TranscriptModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._model = look, model
        self.found: frozenset[int] = frozenset()
        self.marked = -1
        self._timed = False
        self._dress()
        look.changed.connect(self._dress)

    def heights(self, width: int) -> list[int]:
        """Return how high each row is."""
        rows = self._model.lines
        self._timed = bool(rows) and rows[0].value.line.start is not None
        lines, room = self._wrapping.lines, self._room(width)
        high, name, pads = self._wrapping.line_height, self._name_height, 2 * self._look.px(_PAD)
        return [
            pads + high * len(lines(row.text, room)) + (name if row.value.speaker else 0)
            for row in rows
        ]

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the size of a row of one line, by which the list scrolls."""
        return QSize(self._look.px(120), self._wrapping.line_height + 2 * self._look.px(_PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        line = line_at(index)
        if line is None:
            return
        said: Said = line.value
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        self._paint_ground(painter, rect, said, state)
        inset, pad, time_room = self._look.px(_INSET), self._look.px(_PAD), self._time_room()
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        at = rect.adjusted(inset, pad, -inset, 0)
        room = self._room(rect.width())
        text_left = at.right() + 1 - time_room - room if rtl else at.left() + time_room
        top = at.top()
        if said.speaker:
            name = QRect(text_left, top, room, self._name_height)
            self._say(painter, name, said.speaker, Role.SMALL_STRONG, Tone.SOFT)
            top += self._name_height
        if self._timed:
            left = at.right() + 1 - time_room if rtl else at.left()
            place = QRect(left, top, time_room, self._wrapping.line_height)
            self._say(painter, place, words.clock(said.line.start), Role.SMALL, Tone.SOFT)
        for text in self._wrapping.lines(line.text, room):
            row = QRect(text_left, top, room, self._wrapping.line_height)
            self._say(painter, row, text, Role.BODY, Tone.INK)
            top += self._wrapping.line_height
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, rect: QRect, said: Said, state: QStyle.StateFlag
    ) -> None:
        palette, radius = self._look.palette, self._look.px(_RADIUS)
        present = bool(state & QStyle.StateFlag.State_Selected)
        hover = bool(state & QStyle.StateFlag.State_MouseOver) and self._timed
        painter.setPen(Qt.PenStyle.NoPen)
        if present or hover or said.number in self.found:
            ground = QColor(palette.lamp_soft if present else palette.calm_soft)
            if hover and not present and said.number not in self.found:
                ground = QColor(palette.line)
                ground.setAlphaF(0.45)
            painter.setBrush(ground)
            painter.drawRoundedRect(rect, radius, radius)
        if said.number == self.marked:
            painter.setBrush(QColor(palette.calm))
            wide = self._look.px(_MARK)
            rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
            left = rect.right() + 1 - wide if rtl else rect.left()
            painter.drawRect(QRect(left, rect.top(), wide, rect.height()))
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, self._look, QRectF(rect), radius)

    def _say(self, painter: QPainter, place: QRect, text: str, role: Role, tone: Tone) -> None:
        painter.setFont(self._look.font(role))
        painter.setPen(self._look.colour(tone))
        side = QStyle.visualAlignment(painter.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter), text)

    def _time_room(self) -> int:
        return self._time_width if self._timed else 0

    def _room(self, width: int) -> int:
        """Return how wide the words may be in a row so wide."""
        left = width - 2 * self._look.px(_INSET) - self._time_room()
        return max(self._look.px(60), min(self._look.px(_WIDEST), left))

    def _dress(self) -> None:
        self._wrapping = Wrapping(self._look.font(Role.BODY))
        small = QFontMetrics(self._look.font(Role.SMALL))
        self._name_height = small.lineSpacing()
        self._time_width = small.horizontalAdvance("0:00:00") + self._look.px(_INSET)
