"""Sound files in the person's own folders: which of a feed's talks lie there, and as which part.

A tape that is not there stays in the list with all that the person has of it. It counts as
remote then, with a ``file:`` address to which nothing but the file itself can bring it back.
"""

from __future__ import annotations

import asyncio
import stat
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.feeds import folder, tape_names
from desktop_app.library import tapes
from desktop_app.library.sources import while_subscribed
from desktop_app.library.tapes import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop_app.library.database import Library
    from desktop_app.library.sources import Source
    from desktop_app.library.tapes import Tape

_TRANSACTION = 200

Found = tuple[int, str, int]
"""An episode's id, the path of its file and that file's bytes."""


class Tapes:
    """Notes what lies in folders; nothing there is ever copied, moved or written."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._arranged: dict[int, int] = {}

    async def adopt(self, source: Source, talks: Iterable[tuple[int, str | None]]) -> None:
        """Note which of these, by episode id and address, lie on this computer."""
        found = await asyncio.to_thread(_on_disk, talks)
        if found:
            await self._library.write(while_subscribed, source, tapes.adopt, found)

    async def look(self, source: Source) -> frozenset[int]:
        """Make the library agree with a folder that was read, or could not be; return changes.

        Tapes that went or came back are noted. Where the folder itself has another address,
        they are expected there from now on.

        Raises:
            UnsubscribedError: The folder was removed meanwhile.
            KnownError: The library cannot be read or written.
        """
        had = await self._library.read(tapes.of_feed, source.id)
        places = await self._places(source, had)
        urls = {tape.id: tape.url for tape in had} | {each.id: each.url for each in places}
        found = await asyncio.to_thread(_present, had, urls, folder.path_of(source.url))
        there = {episode_id for episode_id, _, _ in found}
        before = {(tape.id, tape.path, tape.size) for tape in had}
        back = [each for each in found if each not in before]
        gone = [tape.id for tape in had if tape.path is not None and tape.id not in there]
        await self._write(source, places, back, gone)
        changed = (*(each.id for each in places), *(each[0] for each in back), *gone)
        return frozenset(changed)

    async def _places(self, source: Source, had: Sequence[Tape]) -> list[Place]:
        """Return what is to be noted of places; the names are read again only when others came."""
        state = hash((source.url, *((tape.id, tape.name, tape.part, tape.of) for tape in had)))
        if self._arranged.get(source.id) == state:
            return []
        places = await asyncio.to_thread(_places, had, source.url)
        if not places:
            self._arranged[source.id] = state
        return places

    async def _write(
        self, source: Source, places: list[Place], back: list[Found], gone: list[int]
    ) -> None:
        for at in range(0, len(places), _TRANSACTION):
            part = places[at : at + _TRANSACTION]
            await self._library.write(while_subscribed, source, tapes.place, part)
        for at in range(0, len(back), _TRANSACTION):
            some = back[at : at + _TRANSACTION]
            await self._library.write(while_subscribed, source, tapes.adopt, some)
        for at in range(0, len(gone), _TRANSACTION):
            ids = gone[at : at + _TRANSACTION]
            await self._library.write(while_subscribed, source, tapes.miss, ids)


def _places(had: Sequence[Tape], root: str) -> list[Place]:
    """Return what is not yet noted of where tapes belong and which part of a series they are."""
    parts = tape_names.parts([tape.name for tape in had])
    wanted = []
    for tape in had:
        part, of = parts.get(tape.name, (None, None))
        url = _under(root, tape)
        if (url, part, of) != (tape.url, tape.part, tape.of):
            wanted.append(Place(tape.id, url, part, of))
    return wanted


def _under(root: str, tape: Tape) -> str:
    """Return a tape's address below the folder's own, which may have changed."""
    depth = tape.name.count("/") + 1
    return "/".join((root.rstrip("/"), *tape.url.split("/")[-depth:]))


def _present(had: Sequence[Tape], urls: dict[int, str], root: str) -> list[Found]:
    """Return the tapes that are there; where two talks claim one file, it is the one read last."""
    claims = Counter(urls.values())
    hashes = {tape.id: tape.hash for tape in had}
    found = []
    for episode_id, path, size in _on_disk(urls.items()):
        name = Path(path).relative_to(root).as_posix()
        alone = claims[urls[episode_id]] == 1
        if alone or folder.key_of(Path(root), name) == hashes[episode_id]:
            found.append((episode_id, path, size))
    return found


def _on_disk(tapes: Iterable[tuple[int, str | None]]) -> list[Found]:
    """Return those whose sound lies on this computer."""
    found = []
    for episode_id, url in tapes:
        if url is not None and url.startswith("file:"):
            path = folder.path_of(url)
            if (size := _size(path)) is not None:
                found.append((episode_id, path, size))
    return found


def _size(path: str) -> int | None:
    """Return a file's size; None: it is not there, or its disk does not answer."""
    try:
        state = Path(path).stat()
    except OSError:
        return None
    return state.st_size if stat.S_ISREG(state.st_mode) else None
