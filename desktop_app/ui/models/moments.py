"""Rows for places in talks: what was listened to, bookmarks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt

from desktop_app.ui.look.icons import Icon
from desktop_app.ui.models.plain import Line, LinesModel

if TYPE_CHECKING:
    from collections.abc import Hashable

    from desktop_app.ui.models.plain import Index

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Moment(Line[T]):
    """A row of two lines with a word at its end.

    ``key`` tells rows apart, whatever they say; ``calm``: its sign has the colour of calm;
    ``own``: the words, when they are the person's own and may be changed in place.
    """

    key: Hashable = None
    more: str = ""
    end: str = ""
    icon: Icon = field(default=Icon.PLAY)
    calm: bool = False
    own: str | None = None


class MomentsModel(LinesModel[T]):
    """Rows of :class:`Moment`, and headings."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the person's own words be changed."""
        line = self.line(index.row())
        own = isinstance(line, Moment) and line.own is not None
        edit = Qt.ItemFlag.ItemIsEditable if own else Qt.ItemFlag.NoItemFlags
        return super().flags(index) | edit

    def row_of_key(self, key: Hashable) -> int:
        """Return the row with this key, or -1."""
        rows = (
            at
            for at, line in enumerate(self.lines)
            if isinstance(line, Moment) and not line.heading and line.key == key
        )
        return next(rows, -1)
