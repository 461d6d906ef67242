"""Favorites and collections as files: written for others, read from others."""

from __future__ import annotations

import asyncio
import os
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.base.addresses import host_of, is_web
from desktop_app.base.errors import KnownError
from desktop_app.base.files import write_whole
from desktop_app.base.parsed import CatalogueEntry
from desktop_app.base.sharing import Shared, SharedCollection
from desktop_app.feeds.matching import feed_key
from desktop_app.library import collections, lists, sharing
from desktop_app.library.sharing import Filled, Kept
from desktop_app.services import jobs
from desktop_app.services.events import CollectionsChanged, EpisodesChanged, Notice
from desktop_app.services.shared_filters import feed_of, tell, understand

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop_app.base.clock import Clock
    from desktop_app.base.model import EpisodeQuery
    from desktop_app.base.paths import Home
    from desktop_app.base.sharing import SharedFilter, SharedTalk
    from desktop_app.base.shelves import Collection
    from desktop_app.library.database import Library
    from desktop_app.services.events import Events
    from desktop_app.services.shared_filters import Feeds
    from desktop_app.services.worker import Worker

ENDINGS = (".json", ".opml", ".m3u8", ".m3u")
LARGEST = 32 * 1024 * 1024
"""Bytes of a file that is read."""
_PAGE = 5_000


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: favorites and collections that are new, and titles not found here.

    ``missing`` also names collections whose filters mean nothing here; ``feeds`` are those that
    would bring what is missing, to be handed to ``subscriptions.add_entries`` if the person wants
    so. Importing once more after that fills the gaps.
    """

    favorites: int
    collections: int
    missing: tuple[str, ...] = ()
    feeds: tuple[CatalogueEntry, ...] = ()


class Sharing:
    """Exports and imports; the ending of the file's name says how: .json, .opml, .m3u8, .m3u.

    JSON is for Hearthside itself. All favorites in it are the person's own copy, with notes and
    dates; one collection is for handing on, so it has neither. OPML and M3U are for other
    programs and have no notes.

    No file has names, passwords, or parameters of addresses that are called a token or a key;
    none has the address of a sound in a feed that one is signed in to, nor, but for the files of
    a playlist, any path of this computer beyond a tape's name inside its folder.
    """

    def __init__(
        self, home: Home, library: Library, worker: Worker, events: Events, clock: Clock
    ) -> None:
        self._home = home
        self._library = library
        self._worker = worker
        self._events = events
        self._clock = clock

    async def export(self, file: Path, collection_id: int | None = None) -> int:
        """Write all favorites and collections, or one collection; return the number of talks.

        OPML and M3U hold the talks alone: all favorites, or those of the collection, which may
        be one that fills itself. In JSON that one is its filter.

        Raises:
            KnownError: The ending is none of ours, or the file cannot be written.
        """
        how = _ending(file)
        if collection_id is None:
            name, count, shared = "Favorites", None, await self._everything()
        else:
            found = await self._library.read(collections.one, collection_id)
            name = found.name
            count, shared = await self._collection(found, whole=how == ".json")
        folder = str(_whole(file).parent)
        data = await self._worker.run(
            partial(jobs.write_shared, shared, how, name, folder, self._clock.now())
        )
        await asyncio.to_thread(write_whole, file, data)
        if how in {".m3u8", ".m3u"}:
            return self._played(shared.talks)
        return len(shared.talks) if count is None else count

    async def bring_in(self, file: Path) -> Imported:
        """Read what :meth:`export` wrote, here or on another computer; nothing is removed.

        What is a favorite already keeps its date, and its note if it has one; a collection of
        the same name is filled up. A playlist or an OPML list of another program's becomes a
        collection of the talks that are found in the library.

        Raises:
            KnownError: It is no such file; nothing was changed.
        """
        how = _ending(file)
        data = await asyncio.to_thread(_read, file)
        shared = await self._worker.run(partial(jobs.read_shared, data, how, file.stem))
        talks = tuple(self._as_stored(talk, file) for talk in shared.talks)
        ids = await self._found(talks)
        now = self._clock.now()
        kept = [
            Kept(number, talk.added or now, talk.note)
            for talk, number in zip(talks, ids, strict=True)
            if number is not None
        ]
        feeds = await self._library.read(sharing.feeds_here)
        filled, left = await self._filled(shared.collections, ids, feeds)
        done = await self._library.write(sharing.take_in, kept, filled, now)
        if kept:
            self._events.publish(EpisodesChanged(frozenset(each.episode_id for each in kept)))
        if filled:
            self._events.publish(CollectionsChanged())
        lost = [talk for talk, number in zip(talks, ids, strict=True) if number is None]
        return Imported(
            done.favorites,
            done.collections,
            (*(talk.title for talk in lost), *(each.name for each in left), *done.left),
            _to_add((*lost, *(each.filter for each in left if each.filter)), feeds),
        )

    async def _everything(self) -> Shared:
        ids = await self._library.read(sharing.all_favorites)
        talks = await self._library.read(sharing.talks, self._home.audio, ids)
        places = {number: place for place, number in enumerate(ids)}
        told = []
        for each in await self._library.read(collections.everything):
            if each.query is None:
                members = await self._library.read(collections.members, each.id)
                inside = tuple(places[number] for number in members if number in places)
                told.append(SharedCollection(each.name, inside))
            elif asked := await tell(self._library, self._home.audio, each.query):
                told.append(SharedCollection(each.name, filter=asked))
        return Shared(talks, tuple(told))

    async def _collection(self, found: Collection, *, whole: bool) -> tuple[int, Shared]:
        """Return how many talks a collection has, and what a file tells of it."""
        if found.query is None:
            ids = await self._library.read(collections.members, found.id)
        else:
            ids = await self._listed(found.query)
        if whole and found.query is not None:
            asked = await tell(self._library, self._home.audio, found.query)
            told = (SharedCollection(found.name, filter=asked),) if asked else ()
            return len(ids), Shared((), told)
        talks = await self._library.read(sharing.talks, self._home.audio, ids)
        plain = tuple(replace(talk, added=None, note="") for talk in talks)
        inside = SharedCollection(found.name, tuple(range(len(plain))))
        return len(plain), Shared(plain, (inside,))

    async def _listed(self, query: EpisodeQuery) -> tuple[int, ...]:
        """Return what a filter lets through, read page by page so that others get their turn."""
        ids: list[int] = []
        while True:
            _total, page = await self._library.read(lists.page, query, len(ids), _PAGE)
            ids += page
            if len(page) < _PAGE:
                return tuple(dict.fromkeys(ids))

    def _played(self, talks: Sequence[SharedTalk]) -> int:
        """Return how many a playlist can play; say so if some are left out."""
        played = sum(1 for talk in talks if talk.file or talk.url)
        if left := len(talks) - played:
            self._events.publish(
                Notice(
                    f"Left out of the playlist: {left}, which are not on this computer and whose"
                    " addresses are private."
                )
            )
        return played

    def _as_stored(self, talk: SharedTalk, playlist: Path) -> SharedTalk:
        """Return a talk with its file's path as the library has it."""
        if not talk.file:
            return talk
        told = talk.file if os.sep in talk.file else talk.file.replace("\\", "/")
        whole = _whole(playlist.parent / told)
        audio = self._home.audio
        inside = whole.is_relative_to(audio)
        return replace(talk, file=str(whole.relative_to(audio) if inside else whole))

    async def _found(self, talks: Sequence[SharedTalk]) -> tuple[int | None, ...]:
        """Return which episodes these are."""
        near = await self._library.read(sharing.candidates, talks)
        return await self._worker.run(partial(jobs.find_talks, talks, near))

    async def _filled(
        self, shared: Sequence[SharedCollection], ids: Sequence[int | None], feeds: Feeds
    ) -> tuple[list[Filled], list[SharedCollection]]:
        """Return the collections to take in, and those whose filters mean nothing here.

        One of which no talk is here stays away: it would be an empty name. Those with filters
        come last, for they may be about one of the others.
        """
        filled, left = [], []
        for each in shared:
            inside = tuple(found for place in each.talks if (found := ids[place]) is not None)
            if each.filter is None and (inside or not each.talks):
                filled.append(Filled(each.name, inside))
        told = [(each, each.filter) for each in shared if each.filter is not None]
        parts = iter(await self._found([asked.series for _, asked in told if asked.series]))
        for each, asked in told:
            part = next(parts) if asked.series else None
            query = await understand(self._library, asked, part, feeds)
            if query is None:
                left.append(each)
            else:
                filled.append(Filled(each.name, query=query, inside=asked.collection))
        return filled, left


def _to_add(lost: Iterable[SharedTalk | SharedFilter], feeds: Feeds) -> tuple[CatalogueEntry, ...]:
    """Return the feeds, not subscribed to, that would bring what is missing."""
    wanted: dict[str, CatalogueEntry] = {}
    for each in lost:
        url = each.feed_url
        if is_web(url) and feed_of(each.feed, url, feeds) is None:
            title = each.feed or host_of(url)
            wanted.setdefault(feed_key(url), CatalogueEntry(title, "", url))
    return tuple(wanted.values())


def _whole(path: Path) -> Path:
    """Return a path from the root on, without a look at the disk."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would look


def _ending(file: Path) -> str:
    how = file.suffix.lower()
    if how not in ENDINGS:
        raise KnownError(
            f"{file.name} has an ending that says nothing of favorites",
            "",
            "Choose a name that ends in .json, .opml, .m3u8 or .m3u.",
        )
    return how


def _read(file: Path) -> bytes:
    try:
        if file.exists() and not file.is_file():
            raise KnownError(f"{file} cannot be read", "it is no file")
        with file.open("rb") as source:
            data = source.read(LARGEST + 1)
    except OSError as error:
        raise KnownError(f"{file} cannot be read", error.strerror or str(error)) from error
    if len(data) > LARGEST:
        raise KnownError(
            f"{file} cannot be read", f"it is larger than {LARGEST // 2**20} MB, as no such list is"
        )
    return data
