"""A list of episodes that reads only the pages which somebody looks at."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from desktop_app.base.model import Episode, EpisodeQuery
from desktop_app.services.events import DownloadProgress, EpisodesChanged
from desktop_app.ui.look import talk_words
from desktop_app.ui.models.read_pages import ReadPages

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop_app.base.errors import KnownError
    from desktop_app.base.model import EpisodePage
    from desktop_app.crossing import Call, Crossing
    from desktop_app.ui.look.theme import Look

Index = QModelIndex | QPersistentModelIndex

EPISODE = int(Qt.ItemDataRole.UserRole) + 1
ROW_MIME = "application/x-hearthside-row"
_PAGE = 100
_AT_ONCE = 2
_WAITING = 4
_PATIENCE_MS = 300
_ROOT = QModelIndex()


class ListState(StrEnum):
    """What a list has to show; each of them looks different."""

    LOADING = "loading"
    EMPTY = "empty"
    FAILED = "failed"
    READY = "ready"


class EpisodesModel(QAbstractListModel):
    """Rows of :class:`Episode`, read in pages of a hundred; 100,000 cost as 10 do.

    The total is known after the first page. A row that is not there yet has no data and asks
    for its page; of many pages asked for in one sweep only the last few are read. Pages that
    nobody has looked at for long are let go.

    What changes is read again at once, then once in a while: a refresh tells of thousands of
    changes. Only the pages looked at last are read; the others when somebody looks again.

    ``limit`` ends the list early ("the three newest"). ``with_feed``: the feed is said of each row.
    """

    state_changed = Signal(ListState)
    failed = Signal(object)

    def __init__(
        self, look: Look, bridge: Crossing, parent: QObject | None = None, *, limit: int = 0
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._bridge = bridge
        self._limit = limit
        self._size = min(limit, _PAGE) if limit else _PAGE
        self._query: EpisodeQuery | None = None
        self._total = 0
        self._pages = ReadPages(self._size)
        self._asked: dict[int, Call] = {}
        self._wanted: list[int] = []
        self._again: set[int] = set()
        self._broken: set[int] = set()
        self._changed: set[int] = set()
        self._stale: set[int] = set()
        self._pause = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._pause.timeout.connect(self._catch_up)
        self.state = ListState.LOADING
        self.problem: KnownError | None = None
        self.total = 0
        self.with_feed = True
        bridge.happened.connect(self.heard)

    @property
    def query(self) -> EpisodeQuery | None:
        """What is shown; None before the first :meth:`show`."""
        return self._query

    def show(self, query: EpisodeQuery) -> None:
        """Show what ``query`` finds; answers to older questions are dropped."""
        self.beginResetModel()
        self._query = query
        self._total = self.total = 0
        self._pages.clear()
        self._forget()
        self.endResetModel()
        self._enter(ListState.LOADING)
        self._ask(0)

    def refresh(self) -> None:
        """Read anew what is in sight, without losing the place."""
        self._touch(set(self._pages) | {0})

    def retry(self) -> None:
        """Try once more what has failed."""
        if self.state is ListState.FAILED and self._query is not None:
            self.show(self._query)
        else:
            broken, self._broken = self._broken, set()
            self._reread(broken)

    def episode(self, row: int) -> Episode | None:
        """Return the episode of a row if it is there, without asking for it."""
        return self._pages.episode(row)

    def loaded(self) -> list[Episode]:
        """Return the episodes that are there, in the order of the list."""
        return [episode for number in sorted(self._pages) for episode in self._pages[number]]

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many rows the whole list has, read or not."""
        return 0 if parent.isValid() else self._total

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the episode, its title, or its sentence for a screen reader."""
        if not index.isValid() or not 0 <= index.row() < self._total:
            return None
        if role not in {EPISODE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        episode = self._look_at(index.row())
        if episode is None or role == EPISODE:
            return episode
        short = self._look.short_names
        if role == Qt.ItemDataRole.DisplayRole:
            return talk_words.headline(episode, short=short)
        return talk_words.sentence(episode, short=short, with_feed=self.with_feed)

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

    def heard(self, event: object) -> None:
        """Take note of what changed: one row, the pages that hold it, or everything."""
        if isinstance(event, DownloadProgress):
            self._progress(event)
        elif isinstance(event, EpisodesChanged) and self._query is not None:
            known = set(self._pages) | {0}
            self._changed |= self._pages.holding(event.ids) or {0} if event.ids else known
            if not self._pause.isActive():
                self._catch_up()

    def _catch_up(self) -> None:
        changed, self._changed = self._changed, set()
        if changed:
            self._touch(changed)
            self._pause.start()

    def _touch(self, numbers: set[int]) -> None:
        """Read the pages in sight of these again, at least one: the list's length comes with it.

        The others are read when somebody looks at them.
        """
        now = numbers & self._pages.in_sight() or {next(reversed(self._pages), 0)}
        self._stale |= numbers - now
        self._reread(now)

    def _forget(self) -> None:
        """Drop whatever was asked for."""
        for call in self._asked.values():
            call.cancel()
        self._asked.clear()
        self._wanted.clear()
        for numbers in (self._again, self._broken, self._changed, self._stale):
            numbers.clear()

    def _look_at(self, row: int) -> Episode | None:
        number = row // self._size
        if number in self._pages:
            self._pages.move_to_end(number)
        if (number not in self._pages and number not in self._broken) or number in self._stale:
            self._want(number)
        return self.episode(row)

    def _want(self, number: int) -> None:
        if number in self._asked:
            return
        if number in self._wanted:
            self._wanted.remove(number)
        self._wanted = [*self._wanted, number][-_WAITING:]
        self._pump()

    def _pump(self) -> None:
        while self._wanted and len(self._asked) < _AT_ONCE:
            self._ask(self._wanted.pop())

    def _reread(self, numbers: Iterable[int]) -> None:
        for number in numbers:
            if number in self._asked:
                self._again.add(number)
            else:
                self._ask(number)

    def _ask(self, number: int) -> None:
        query = self._query
        if query is None:
            return
        self._stale.discard(number)
        offset, size = number * self._size, self._size
        if self._limit:
            size = min(size, self._limit - offset)
        self._asked[number] = self._bridge.call(
            lambda core: core.browsing.page(query, offset, size),
            lambda page: self._answered(number, page),
            lambda problem: self._refused(number, problem),
        )

    def _answered(self, number: int, page: EpisodePage) -> None:
        self._asked.pop(number, None)
        self._broken.discard(number)
        self.total = page.total
        self._pages.put(number, page.episodes)
        self._resize(min(page.total, self._limit) if self._limit else page.total, number)
        first = number * self._size
        last = min(first + len(page.episodes), self._total) - 1
        if first <= last:
            self.dataChanged.emit(self.index(first), self.index(last))
        self._enter(ListState.READY if self._total else ListState.EMPTY)
        if number in self._again:
            self._again.discard(number)
            self._ask(number)
        self._pump()

    def _resize(self, total: int, number: int) -> None:
        if total == self._total:
            return
        if total > self._total:
            self.beginInsertRows(QModelIndex(), self._total, total - 1)
            self._total = total
            self.endInsertRows()
        else:
            self.beginRemoveRows(QModelIndex(), total, self._total - 1)
            self._total = total
            self.endRemoveRows()
        self._pages.cut(total)
        self._stale |= set(self._pages) - {number}

    def _refused(self, number: int, problem: KnownError) -> None:
        self._asked.pop(number, None)
        self._broken.add(number)
        self.problem = problem
        if not self._pages:
            self._enter(ListState.FAILED)
        self.failed.emit(problem)
        self._pump()

    def _progress(self, event: DownloadProgress) -> None:
        row = self._pages.progress(event)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row))

    def _enter(self, state: ListState) -> None:
        if state is not self.state:
            self.state = state
            self.state_changed.emit(state)


def episode_at(index: Index) -> Episode | None:
    """Return the episode of an index of any model that answers ``EPISODE``."""
    value: Any = index.data(EPISODE)
    return value if isinstance(value, Episode) else None
