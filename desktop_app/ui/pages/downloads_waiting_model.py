"""The downloads that wait, in the person's order, each with what it waits for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, Qt

from desktop_app.base.shelf import WaitFor
from desktop_app.ui.look import sentences, talk_words
from desktop_app.ui.look.words import join, number, tr
from desktop_app.ui.models.episodes import EPISODE, ROW_MIME
from desktop_app.ui.pages import downloads_words as said_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from PySide6.QtCore import QObject

    from desktop_app.base.model import Episode
    from desktop_app.base.shelf import Wait
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.models.episodes import Index

_ROOT = QModelIndex()


class WaitingModel(QAbstractListModel):
    """The rows that wait; replacing them keeps the view's place. ``clock``: aware times."""

    def __init__(
        self, look: Look, clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._clock = look, clock
        self._episodes: tuple[Episode, ...] = ()
        self._waits: Mapping[int, Wait] = {}

    @property
    def episodes(self) -> tuple[Episode, ...]:
        """All rows, in order."""
        return self._episodes

    def set_rows(self, episodes: tuple[Episode, ...], waits: Mapping[int, Wait]) -> None:
        """Show these rows instead."""
        if (episodes, waits) == (self._episodes, self._waits):
            return
        old, new = len(self._episodes), len(episodes)
        self._waits = waits
        if new > old:
            self.beginInsertRows(QModelIndex(), old, new - 1)
            self._episodes = episodes
            self.endInsertRows()
        elif new < old:
            self.beginRemoveRows(QModelIndex(), new, old - 1)
            self._episodes = episodes
            self.endRemoveRows()
        self._episodes = episodes
        if min(old, new):
            self.dataChanged.emit(self.index(0), self.index(min(old, new) - 1))

    def move(self, source: int, target: int) -> None:
        """Show one row in another place, until the library says so too."""
        rows = list(self._episodes)
        rows.insert(target, rows.pop(source))
        self.set_rows(tuple(rows), self._waits)

    def subtitle(self, episode: Episode) -> str:
        """Return the feed, and what went wrong if something did."""
        wait = self._waits.get(episode.id)
        why = wait.detail if wait is not None and wait.reason is WaitFor.RETRY else ""
        return join(episode.feed, sentences.say(why))

    def waits_for(self, episode: Episode, row: int) -> str:
        """Return the words at the end of a row."""
        wait = self._waits.get(episode.id)
        return said_of.waits_for(wait, self._clock(), first=row == 0)

    def waits_aloud(self, episode: Episode, row: int) -> str:
        """Return the same in full."""
        wait = self._waits.get(episode.id)
        return said_of.waits_aloud(wait, self._clock(), first=row == 0)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._episodes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the episode, its title, or its sentence for a screen reader."""
        if not index.isValid() or not 0 <= index.row() < len(self._episodes):
            return None
        episode = self._episodes[index.row()]
        short = self._look.short_names
        if role == EPISODE:
            return episode
        if role == Qt.ItemDataRole.DisplayRole:
            return talk_words.headline(episode, short=short)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            place = tr("number {n} in line", n=number(index.row() + 1))
            why = self.waits_aloud(episode, index.row())
            return f"{talk_words.sentence(episode, short=short)}, {place}, {why}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be chosen and dragged; a place between rows takes a drop."""
        flags = super().flags(index)
        drag, drop = Qt.ItemFlag.ItemIsDragEnabled, Qt.ItemFlag.ItemIsDropEnabled
        return flags | (drag if index.isValid() else drop)

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return the one type that only our own lists know."""
        return [ROW_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the number of the row that is dragged."""
        mime = QMimeData()
        mime.setData(ROW_MIME, str(indexes[0].row()).encode())
        return mime
