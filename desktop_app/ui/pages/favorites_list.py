"""The list of favorites: as everywhere, with the person's note as a third line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QModelIndex, QRect, Qt
from PySide6.QtWidgets import QAbstractItemView

from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import EPISODE, EpisodesModel
from desktop_app.ui.widgets.episode_list import EpisodeList
from desktop_app.ui.widgets.episode_row import ROW_HEIGHT, EpisodeRow
from desktop_app.ui.widgets.episode_view import EpisodeView
from desktop_app.ui.widgets.uneven_list import Uneven

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtCore import QAbstractItemModel
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem

    from desktop_app.ui.models.episodes import Index
    from desktop_app.ui.widgets.episode_places import Places

NOTE = EPISODE + 10
TALKS_MIME = "application/x-hearthside-favorites"
"""Says that rows of this list are dragged; which, their view knows."""
_NOTE_HEIGHT = 21


class FavoritesModel(EpisodesModel):
    """Knows what was written beside the stars; all of it, whichever rows were read."""

    _notes: Mapping[int, str] = {}

    def set_notes(self, notes: Mapping[int, str]) -> None:
        """Show these, by the talk's id."""
        if notes != self._notes:
            self._notes = {one: " ".join(note.split()) for one, note in notes.items()}
            if self.rowCount():
                self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Let rows be known as favorites, which a collection takes."""
        mime = super().mimeData(indexes)
        mime.setData(TALKS_MIME, b"")
        return mime

    def note(self, row: int) -> str:
        """Return the note of a row that was read; empty: none."""
        episode = self.episode(row)
        return self._notes.get(episode.id, "") if episode is not None else ""

    def noted(self) -> list[int]:
        """Return the rows that have a note, as far as they were read: few, of however many."""
        return [
            row
            for number, talks in self._pages.items()
            for row, talk in enumerate(talks, number * self._size)
            if self._notes.get(talk.id)
        ]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the note as well, and say it aloud."""
        if role == NOTE:
            return self.note(index.row())
        found = super().data(index, role)
        note = self.note(index.row()) if found else ""
        if role == Qt.ItemDataRole.AccessibleTextRole and note:
            return tr("{talk}, note: {note}", talk=found, note=note)
        return found


class NotedRow(EpisodeRow):
    """A row as everywhere, and below it the note, if there is one."""

    def places(self, rect: QRect, *, rtl: bool = False) -> Places:
        """Leave the room of the note out."""
        high = min(rect.height(), self._look.px(ROW_HEIGHT))
        return super().places(QRect(rect.left(), rect.top(), rect.width(), high), rtl=rtl)

    def height(self, note: str) -> int:
        """Return how high a row with this note is."""
        return self._look.px(ROW_HEIGHT) + (self._look.px(_NOTE_HEIGHT) if note else 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row and its note."""
        super().paint(painter, option, index)
        note = index.data(NOTE)
        if note:
            rect: QRect = option.rect
            rtl = option.direction == Qt.LayoutDirection.RightToLeft
            at = self.places(rect, rtl=rtl)
            px = self._look.px
            top = at.subtitle.bottom() + px(3)
            ends = (at.title, at.star, at.badge, at.middle, at.end)
            whole = at.title
            for part in ends:
                whole = whole.united(part) if part.width() > 0 else whole
            place = QRect(whole.left(), top, whole.width(), px(_NOTE_HEIGHT))
            painter.save()
            self._line(painter, place, tr("“{words}”", words=note), Role.ROW, Tone.SOFT)
            painter.restore()


class NotedView(Uneven, EpisodeView):
    """Rows with a note are higher; all can be dragged onto a collection."""

    _row: NotedRow
    _heights: tuple[int, ...] = ()

    def set_movable(self, movable: bool) -> None:
        """Let rows be dragged away where they are not dragged among each other."""
        super().set_movable(movable)
        if not movable:
            self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Measure anew when notes or rows are others."""
        super().setModel(model)
        if model is not None:
            model.dataChanged.connect(self._remeasure)
            model.rowsInserted.connect(self._remeasure)
            model.rowsRemoved.connect(self._remeasure)
            model.modelReset.connect(self._remeasure)

    def heights(self, _width: int) -> Sequence[int]:
        """Return the height of each row; one that was not read yet has no note."""
        model, row = self.model(), self._row
        if not isinstance(model, FavoritesModel):
            return ()
        heights = [row.height("")] * model.rowCount()
        for at in model.noted():
            heights[at] = row.height(model.note(at))
        return heights

    def told(self, row: int) -> str:
        """Return the note."""
        model = self.model()
        return model.note(row) if isinstance(model, FavoritesModel) else ""

    def _remeasure(self) -> None:
        if tuple(self.heights(0)) != self._heights:
            self._heights = tuple(self.heights(0))
            self.doItemsLayout()
            self.updateGeometries()
            self.viewport().update()


class FavoriteList(EpisodeList):
    """The list with notes; give it a :class:`FavoritesModel`."""

    VIEW = NotedView
    ROW = NotedRow
