"""The chapters of a talk: places to go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.look import words
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.plain import Line, LinesModel
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.line_list import LineList
from desktop_app.ui.widgets.line_row import LineRow
from desktop_app.ui.widgets.marks import chapter_title, current
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop_app.base.parsed import Chapter
    from desktop_app.ui.look.theme import Look


class ChapterList(QWidget):
    """The chapters; the one that plays is marked. ``sought`` carries seconds."""

    sought = Signal(float)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._chapters: tuple[Chapter, ...] = ()
        self.model: LinesModel[int] = LinesModel(self)
        row = LineRow(look, self, height=36, role=Role.BODY, tone=Tone.INK)
        self.list = LineList(look, self.model, name=tr("Chapters"), delegate=row, fit=True)
        card = Card(look, padding=6)
        card.body.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Text(look, tr("Chapters"), Role.SECTION))
        column.addWidget(card)
        self.list.chosen.connect(self._chosen)
        self.hide()

    def show_chapters(self, chapters: tuple[Chapter, ...]) -> None:
        """Show these; none: nothing is shown at all."""
        self._chapters = chapters
        self.model.set_lines(tuple(map(_line, range(len(chapters)), chapters)))
        self.setVisible(bool(chapters))

    def show_place(self, place: float) -> None:
        """Mark the chapter at this place, in seconds."""
        self.list.select(current(self._chapters, place))

    def _chosen(self, number: int) -> None:
        self.sought.emit(self._chapters[number].start)


def _line(number: int, chapter: Chapter) -> Line[int]:
    title = chapter_title(number, chapter)
    aloud = tr("{title}, at {time}", title=title, time=words.spoken(chapter.start))
    return Line(number, words.join(title, words.clock(chapter.start)), aloud=aloud)
