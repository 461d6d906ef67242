"""Collections: favorites under a name, in the person's order, and saved filters."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.library import collections, lists
from desktop_app.services.events import CollectionsChanged, EpisodesChanged

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop_app.base.clock import Clock
    from desktop_app.base.model import EpisodeQuery
    from desktop_app.base.shelves import Collection
    from desktop_app.library.database import Library
    from desktop_app.services.events import Events


class Collections:
    """Keeps the collections; what is put into one becomes a favorite."""

    def __init__(self, library: Library, events: Events, clock: Clock) -> None:
        self._library = library
        self._events = events
        self._clock = clock

    async def all(self) -> tuple[Collection, ...]:
        """Return the collections in the person's order, each with the number of its talks."""
        found = await self._library.read(collections.everything)
        return tuple([await self._counted(each) for each in found])

    async def find(self, words: str) -> Collection:
        """Return the collection that a name, or else a number, means.

        Raises:
            KnownError: There is none.
        """
        found = await self.known(words)
        if found is None:
            raise KnownError(
                f"There is no collection “{words}”", "", "See: hearthside collections."
            )
        return found

    async def known(self, words: str) -> Collection | None:
        """Return the collection that a name, or else a number, means, or None."""
        found = await self._library.read(collections.named, words)
        if found is None and words.isdecimal():
            every = await self._library.read(collections.everything)
            found = next((each for each in every if str(each.id) == words), None)
        return found

    async def create(self, name: str, query: EpisodeQuery | None = None) -> Collection:
        """Make an empty collection, or with ``query`` one that fills itself.

        Raises:
            KnownError: The name is empty or too long, or another collection has it.
        """
        new = await self._library.write(collections.create, name, query, self._clock.now())
        self._tell()
        return await self._counted(new)

    async def rename(self, collection_id: int, name: str) -> None:
        """Give a collection another name.

        Raises:
            KnownError: It is gone; the name is empty or too long, or another collection has it.
        """
        await self._library.write(collections.rename, collection_id, name)
        self._tell()

    async def change(self, collection_id: int, query: EpisodeQuery) -> None:
        """Save another filter in a collection that fills itself.

        Raises:
            KnownError: It is gone, or was filled by hand.
        """
        await self._library.write(collections.change, collection_id, query)
        self._tell()

    async def remove(self, collection_id: int) -> tuple[int, ...]:
        """Remove a collection; its talks stay favorites.

        They are returned, in order: :meth:`restore` takes them back.
        """
        had = await self._library.write(collections.remove, collection_id)
        self._tell(had)
        return had

    async def restore(self, collection: Collection, episode_ids: Sequence[int]) -> Collection:
        """Make a collection anew that was just removed, as it was: in its place, with its id.

        Raises:
            KnownError: Another collection has its name by now.
        """
        back = await self._library.write(
            collections.restore, collection, tuple(episode_ids), self._clock.now()
        )
        self._tell(episode_ids)
        return await self._counted(back)

    async def members(self, collection_id: int) -> tuple[int, ...]:
        """Return the ids of what was put into a collection, in order."""
        return await self._library.read(collections.members, collection_id)

    async def reorder(self, collection_ids: Sequence[int]) -> None:
        """Let these come first, in this order, before whatever other collections there are."""
        await self._library.write(collections.reorder, tuple(collection_ids))
        self._tell()

    async def add(self, collection_id: int, episode_ids: Sequence[int]) -> None:
        """Put talks at the end of a collection; those that are in it stay where they are.

        Raises:
            KnownError: It is gone, or fills itself.
        """
        ids = tuple(episode_ids)
        await self._library.write(collections.add, collection_id, ids, self._clock.now())
        self._tell(ids)

    async def take_out(self, collection_id: int, episode_ids: Sequence[int]) -> None:
        """Take talks out of a collection; they stay favorites."""
        await self._library.write(collections.take_out, collection_id, tuple(episode_ids))
        self._tell(episode_ids)

    async def arrange(self, collection_id: int, episode_ids: Sequence[int]) -> None:
        """Let those of these that are in the collection come first, in this order."""
        await self._library.write(collections.arrange, collection_id, tuple(episode_ids))
        self._tell(episode_ids)

    async def _counted(self, collection: Collection) -> Collection:
        """Count what a filter lets through; the others were counted when they were read."""
        if collection.query is None:
            return collection
        count = await self._library.read(lists.count, collection.query)
        return replace(collection, talks=count)

    def _tell(self, episode_ids: Iterable[int] = ()) -> None:
        if touched := frozenset(episode_ids):
            self._events.publish(EpisodesChanged(touched))
        self._events.publish(CollectionsChanged())
