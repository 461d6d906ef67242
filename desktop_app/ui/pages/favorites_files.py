"""Favorites taken along as files, and brought in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.settings_save import choose_file, choose_to_open

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.base.shelves import Collection
    from desktop_app.crossing import Crossing
    from desktop_app.services.sharing import Imported
    from desktop_app.services.subscriptions import ImportReport
    from desktop_app.ui.widgets.notice import Notice

_NAMED = 12
_UNFIT = str.maketrans(dict.fromkeys('\\/:*?"<>|', " "))
"""What some file systems do not take in a name."""


class FavoriteFiles(QObject):
    """Asks for a file, has it written or read, and says in a line what came of it."""

    def __init__(self, bridge: Crossing, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._notice, self._window = bridge, notice, parent

    def export(self, collection: Collection | None = None) -> None:
        """Write all favorites with their collections, or one collection."""
        one = collection.id if collection is not None else None
        every = (
            tr("Favorites of Hearthside (*.json)"),
            tr("For other podcast apps (*.opml)"),
            tr("Playlist (*.m3u8)"),
        )
        title = tr("Export this collection") if collection else tr("Export favorites")
        name = f"{file_stem(collection.name)}.json" if collection else "hearthside-favorites.json"
        choose_file(self._window, title, name, lambda path: self._write(path, one), every)

    def bring_in(self) -> None:
        """Read a file, of this app or another."""
        kinds = tr("Favorites and playlists (*.json *.opml *.m3u8 *.m3u)")
        choose_to_open(self._window, tr("Import favorites"), kinds, self._read)

    def _write(self, path: str, collection_id: int | None) -> None:
        self._bridge.call(
            lambda core: core.sharing.export(Path(path), collection_id),
            lambda talks: self._notice.say(
                words.count(talks, "1 talk was exported", "{n} talks were exported"), path
            ),
            self._notice.tell,
        )

    def _read(self, path: str) -> None:
        self._bridge.call(
            lambda core: core.sharing.bring_in(Path(path)),
            lambda what: self._read_in(path, what),
            self._notice.tell,
        )

    def _read_in(self, path: str, what: Imported) -> None:
        """Say what came; where feeds would bring the rest, offer to add them."""
        said, more = imported_words(what)
        if what.feeds:
            add = words.count(len(what.feeds), "Add their feed", "Add their feeds")
            self._notice.say(said, more, add, lambda: self._add(path, what))
        else:
            self._notice.say(said, more)

    def _add(self, path: str, what: Imported) -> None:
        def added(report: ImportReport) -> None:
            said = words.count(len(report.added), "1 feed was added", "{n} feeds were added")
            more = tr("Once its talks are listed, import the file again to fill the gaps.")
            self._notice.say(said, more, tr("Import it again"), lambda: self._read(path))

        self._bridge.call(
            lambda core: core.subscriptions.add_entries(what.feeds), added, self._notice.tell
        )


def file_stem(name: str) -> str:
    """Return a collection's name as that of a file."""
    return " ".join(name.translate(_UNFIT).split()).strip(". ") or "collection"


def imported_words(what: Imported) -> tuple[str, str]:
    """Return what an import did, and calmly which talks are not here."""
    new = [
        words.count(what.favorites, "1 favorite", "{n} favorites") if what.favorites else "",
        words.count(what.collections, "1 collection", "{n} collections")
        if what.collections
        else "",
    ]
    came = tr(" and ").join(each for each in new if each)
    said = tr("New: {what}", what=came) if came else tr("Nothing in it was new")
    if not what.missing:
        return said, ""
    number = words.count(
        len(what.missing), "1 talk is not in your library", "{n} talks are not in your library"
    )
    shown = "; ".join(what.missing[:_NAMED])
    more = len(what.missing) - _NAMED
    rest = tr(" and {n} more", n=words.number(more)) if more > 0 else ""
    feeds = ", ".join(each.title for each in what.feeds[:_NAMED])
    where = tr("To be found in: {feeds}.", feeds=feeds) if feeds else ""
    return said, f"{number}: {shown}{rest}. {where}".rstrip()
