"""The rows of the Favorites page's index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from desktop_app.base.typed import one_line
from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import ROW_MIME
from desktop_app.ui.models.plain import Line, LinesModel
from desktop_app.ui.pages.favorites_bookmarks import BOOKMARKS
from desktop_app.ui.pages.favorites_shelf import fills_itself

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.base.shelves import Collection
    from desktop_app.ui.models.plain import Index

NEW = "new"
_HEADING = "collections"


@dataclass(frozen=True, slots=True)
class ShelfLine(Line[Any]):
    """A row of the index; ``name``: what may be written in its place; None: nothing."""

    name: str | None = None
    smart: bool = False


def shelf_lines(
    everything: int | None, collections: Sequence[Collection], *, short: bool
) -> tuple[ShelfLine, ...]:
    """Return the rows: what is always there, then the collections in their order."""
    return (
        ShelfLine(None, tr("All favorites"), everything),
        ShelfLine(BOOKMARKS, tr("Bookmarks")),
        ShelfLine(_HEADING, tr("Collections"), heading=True),
        *(_line(each, short=short) for each in collections),
        ShelfLine(NEW, tr("+ New collection"), accent=True, name="",
                  aloud=tr("New collection")),
    )  # fmt: skip


def _line(collection: Collection, *, short: bool) -> ShelfLine:
    talks = words.count(collection.talks, "1 talk", "{n} talks")
    if collection.query is None:
        aloud, hint = f"{collection.name}, {talks}", collection.name
    else:
        itself = fills_itself(collection.query, short=short)
        aloud, hint = f"{collection.name}, {talks}, {itself}", f"{collection.name}\n{itself}"
    return ShelfLine(collection.id, collection.name, collection.talks, aloud=aloud, hint=hint,
                     name=collection.name, smart=collection.query is not None)  # fmt: skip


class ShelvesModel(LinesModel[Any]):
    """The rows; names may be written in place, collections dragged among each other."""

    def namesake(self, name: str, value: object) -> str:
        """Return the name of another collection than ``value`` that is called so; "": none."""
        wanted = one_line(name).casefold()
        return next(
            (
                line.text
                for line in self.lines
                if isinstance(line.value, int)
                and line.value != value
                and line.text.casefold() == wanted
            ),
            "",
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let names be changed where they stand."""
        line, flags = self.line(index.row()), super().flags(index)
        if isinstance(line, ShelfLine) and line.name is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        if isinstance(line, ShelfLine) and isinstance(line.value, int):
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return the one type that only our own lists know."""
        return [ROW_MIME]
