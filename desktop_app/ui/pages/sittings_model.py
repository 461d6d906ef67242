"""The rows of the log: what was read so far, the newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from desktop_app.base.sittings import Sitting
from desktop_app.ui.look import words
from desktop_app.ui.pages.sittings_words import aloud, what_words, when_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from desktop_app.ui.models.episodes import Index
    from desktop_app.ui.pages.sittings_words import Span

SITTING = int(Qt.ItemDataRole.UserRole) + 2
PAGE = 200
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Asked:
    """Which rows are wanted: those of some days, or the ``limit`` newest."""

    span: Span | None = None
    limit: int = PAGE


@dataclass(frozen=True, slots=True)
class Answer:
    """The rows that were wanted."""

    asked: Asked
    sittings: tuple[Sitting, ...]

    @property
    def whole(self) -> bool:
        """Whether there are no more of them."""
        return self.asked.span is not None or len(self.sittings) < self.asked.limit


class SittingsModel(QAbstractListModel):
    """Rows of :class:`Sitting`; other ones are shown so that the view keeps its place."""

    def __init__(self, parent: QObject | None = None, zone: tzinfo | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._rows: tuple[Sitting, ...] = ()
        self.today: date = datetime.now(UTC).astimezone(zone).date()

    @property
    def sittings(self) -> tuple[Sitting, ...]:
        """All rows."""
        return self._rows

    def sitting(self, row: int) -> Sitting | None:
        """Return a row, or None where there is no such one."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, sitting_id: int) -> int:
        """Return the row of an entry, or -1."""
        return next((at for at, each in enumerate(self._rows) if each.id == sitting_id), -1)

    def set_sittings(self, sittings: Sequence[Sitting]) -> None:
        """Show these instead; only what differs is announced."""
        new = tuple(sittings)
        if new == self._rows:
            return
        same = min(len(self._rows), len(new))
        first = next((at for at in range(same) if self._rows[at].id != new[at].id), same)
        left = same - first
        kept = next((at for at in range(left) if self._rows[-1 - at].id != new[-1 - at].id), left)
        self._replace(first, len(self._rows) - kept, new[first : len(new) - kept])
        self._tell_changes(new)

    def append(self, sittings: Sequence[Sitting]) -> None:
        """Put further ones, older than all that are there, at the end."""
        end = len(self._rows)
        self._replace(end, end, tuple(sittings))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the sitting, its words, or its sentence for a screen reader."""
        sitting = self.sitting(index.row()) if index.isValid() else None
        if sitting is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return when_words(sitting, self.today, self._zone)
        if role == Qt.ItemDataRole.ToolTipRole:
            when = when_words(sitting, self.today, self._zone)
            length = words.minutes(sitting.sat)
            return "\n".join(filter(None, (words.join(when, length), what_words(sitting))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return aloud(sitting, self.today, self._zone)
        return sitting if role == SITTING else None

    def _replace(self, first: int, end: int, new: tuple[Sitting, ...]) -> None:
        if end > first:
            self.beginRemoveRows(QModelIndex(), first, end - 1)
            self._rows = self._rows[:first] + self._rows[end:]
            self.endRemoveRows()
        if new:
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._rows = self._rows[:first] + new + self._rows[first:]
            self.endInsertRows()

    def _tell_changes(self, new: tuple[Sitting, ...]) -> None:
        """Take the words of entries that stayed where they were."""
        pairs = zip(self._rows, new, strict=True)
        other = [at for at, (old, now) in enumerate(pairs) if old != now]
        self._rows = new
        if other:
            self.dataChanged.emit(self.index(other[0]), self.index(other[-1]))


def sitting_at(index: Index) -> Sitting | None:
    """Return the sitting of an index of a :class:`SittingsModel`."""
    value: Any = index.data(SITTING)
    return value if isinstance(value, Sitting) else None
