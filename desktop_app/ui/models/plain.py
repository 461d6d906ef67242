"""Short lists that are read whole: speakers, feeds, and whatever else fits in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.base.names import shorten
from desktop_app.ui.look import words
from desktop_app.ui.look.name_words import told_apart
from desktop_app.ui.look.tips import plainly
from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from desktop_app.base.model import Speaker

Index = QModelIndex | QPersistentModelIndex
T = TypeVar("T")

LINE = int(Qt.ItemDataRole.UserRole) + 2
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Line(Generic[T]):
    """A row of one line: words, a number at the end, and the value that it stands for.

    ``aloud`` is what a screen reader says; empty: the words and the number. ``hint`` is the tool
    tip; empty: the words.
    """

    value: T
    text: str
    number: int | None = None
    aloud: str = ""
    heading: bool = False
    accent: bool = False
    trouble: bool = False
    hint: str = ""


class LinesModel(QAbstractListModel, Generic[T]):
    """Rows of :class:`Line`; replacing them keeps the view's place where it can."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line[T], ...] = ()

    @property
    def lines(self) -> tuple[Line[T], ...]:
        """All rows."""
        return self._lines

    def set_lines(self, lines: tuple[Line[T], ...]) -> None:
        """Show these rows instead; only what differs is announced."""
        if lines == self._lines:
            return
        old, new = len(self._lines), len(lines)
        same = min(old, new)
        if new > old:
            self.beginInsertRows(QModelIndex(), old, new - 1)
            self._lines = self._lines + lines[old:]
            self.endInsertRows()
        elif new < old:
            self.beginRemoveRows(QModelIndex(), new, old - 1)
            self._lines = self._lines[:new]
            self.endRemoveRows()
        self._lines = lines
        if same:
            self.dataChanged.emit(self.index(0), self.index(same - 1))

    def row_of(self, value: T) -> int:
        """Return the row that stands for ``value``, or -1."""
        rows = (at for at, line in enumerate(self._lines) if line.value == value)
        return next(rows, -1)

    def line(self, row: int) -> Line[T] | None:
        """Return a row, or None when there is no such one."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the line, its words, or its sentence for a screen reader."""
        line = self.line(index.row()) if index.isValid() else None
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plainly(line.hint or line.text)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.aloud or _aloud(line)
        return line if role == LINE else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can be read but not chosen."""
        line = self.line(index.row())
        return Qt.ItemFlag.ItemIsEnabled if line and line.heading else super().flags(index)


def line_at(index: Index) -> Line[Any] | None:
    """Return the line of an index of a :class:`LinesModel`."""
    value: Any = index.data(LINE)
    return value if isinstance(value, Line) else None


def speaker_lines(
    speakers: tuple[Speaker, ...], everyone: int, *, short: bool
) -> tuple[Line[str | None], ...]:
    """Return the index of speakers; the first row, None, stands for everyone.

    Who looks like another one is told in full to the pointer, and aloud.
    """
    shown = shorten if short else str
    apart = told_apart((speaker.name for speaker in speakers), short=short)
    talks = words.count(everyone, "1 talk", "{n} talks")
    lines: list[Line[str | None]] = [
        Line(None, tr("Everyone"), everyone, aloud=tr("Everyone, {talks}", talks=talks))
    ]
    for speaker in speakers:
        text, whole = shown(speaker.name), apart[speaker.name]
        talks = words.count(speaker.talks, "1 talk", "{n} talks")
        hint = whole if whole != text else ""
        lines.append(Line(speaker.name, text, speaker.talks, f"{whole}, {talks}", hint=hint))
    return tuple(lines)


def _aloud(line: Line[T]) -> str:
    return line.text if line.number is None else f"{line.text}, {words.number(line.number)}"
