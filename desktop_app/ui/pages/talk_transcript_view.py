"""The list of a transcript's lines, which follows the sound until the person scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView

from desktop_app.ui.look.words import tr
from desktop_app.ui.models.plain import line_at
from desktop_app.ui.pages.talk_transcript_rows import TranscriptModel, TranscriptRow, row_at
from desktop_app.ui.widgets import ring
from desktop_app.ui.widgets.uneven_list import UnevenList

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from desktop_app.base.parsed import TranscriptLine
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.models.plain import Index

_HEIGHT = 420
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp,
          Qt.Key.Key_PageDown}  # fmt: skip
_Hint = QAbstractItemView.ScrollHint


class TranscriptView(UnevenList):
    """Shows what is said, and marks the line of the present place.

    A click or Enter chooses a line (``sought`` carries its seconds), if the transcript tells
    times; arrows only move. ``following_changed``: the person scrolled, or went back.
    """

    sought = Signal(float)
    following_changed = Signal()
    following = True
    present = -1
    """The number of the line that is said now; both are asked for while Qt makes the list."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.lines: tuple[TranscriptLine, ...] = ()
        self.rows = TranscriptModel(self)
        self.delegate = TranscriptRow(look, self.rows, self)
        self.setObjectName("bare")
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setModel(self.rows)
        self.setItemDelegate(self.delegate)
        self.setAccessibleName(tr("Transcript"))
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.rows.dataChanged.connect(self.scheduleDelayedItemsLayout)
        self.verticalScrollBar().actionTriggered.connect(lambda _action: self.follow(on=False))
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def heights(self, width: int) -> list[int]:
        """Return how high each row is."""
        return self.delegate.heights(width)

    def doItemsLayout(self) -> None:
        """Keep the present line in sight, however the list is laid out anew."""
        super().doItemsLayout()
        if self.following and self.present >= 0:
            self.scrollTo(self.rows.index(self.present), _Hint.PositionAtCenter)

    @property
    def timed(self) -> bool:
        """Whether the lines tell their times, so that they can be followed and sought."""
        return bool(self.lines) and self.lines[0].start is not None

    def show_lines(self, lines: tuple[TranscriptLine, ...]) -> None:
        """Show these from the beginning."""
        self.lines, self.present, self.following = lines, -1, True
        self.delegate.found, self.delegate.marked = frozenset(), -1
        self.clearSelection()
        self.rows.show_lines(lines)
        shape = Qt.CursorShape.PointingHandCursor if self.timed else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.verticalScrollBar().setValue(0)

    def show_place(self, place: float) -> None:
        """Mark what is said at this place, in seconds, and keep it in sight while following."""
        row = row_at(self.lines, place)
        if row == self.present:
            return
        self.present = row
        index = self.rows.index(row)
        if row < 0:
            self.clearSelection()
            return
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(index, how)
        if self.following:
            self.scrollTo(index, _Hint.PositionAtCenter)

    def follow(self, *, on: bool) -> None:
        """Keep the present line in sight, or leave the list where the person put it."""
        if on and self.present >= 0:
            self.scrollTo(self.rows.index(self.present), _Hint.PositionAtCenter)
        if on is not self.following:
            self.following = on
            self.following_changed.emit()

    def show_found(self, rows: frozenset[int], marked: int) -> None:
        """Mark the lines that hold what is looked for, and bring one of them into sight."""
        self.delegate.found, self.delegate.marked = rows, marked
        if marked >= 0:
            self.follow(on=False)
            index = self.rows.index(marked)
            self.scrollTo(index, _Hint.PositionAtCenter)
            self.setCurrentIndex(index)
        self.viewport().update()

    def first_in_sight(self) -> int:
        """Return the number of the line at the top."""
        rows = self.rows_in(self.viewport().rect())
        return rows.start if rows else 0

    def selectionCommand(
        self, _index: Index, _event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Let neither clicks nor arrows select; only the place does."""
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with arrows and pages, choose with Enter, leave the rest to the window."""
        ring.pressed(self)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.currentIndex())
        elif event.key() in _MOVES and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.follow(on=False)
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self.indexAt(event.position().toPoint()))

    def sizeHint(self) -> QSize:
        """Return room for a dozen lines; the rest is scrolled to."""
        return QSize(self._look.px(300), self._look.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """It is never cut lower than that."""
        return QSize(self._look.px(160), self._look.px(_HEIGHT))

    def _choose(self, index: Index) -> None:
        line = line_at(index)
        if line is not None and line.value.line.start is not None:
            self.follow(on=True)
            self.sought.emit(line.value.line.start)
