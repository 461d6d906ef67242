"""Collections: favorites under a name, in the person's order, and saved filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        raise NotImplementedError

    async def create(self, name: str, query: EpisodeQuery | None = None) -> Collection:
        """Make an empty collection, or with ``query`` one that fills itself.

        Raises:
            KnownError: The name is empty, or another collection has it.
        """
        raise NotImplementedError

    async def rename(self, collection_id: int, name: str) -> None:
        """Give a collection another name.

        Raises:
            KnownError: The name is empty, or another collection has it.
        """
        raise NotImplementedError

    async def change(self, collection_id: int, query: EpisodeQuery) -> None:
        """Save another filter in a collection that fills itself."""
        raise NotImplementedError

    async def remove(self, collection_id: int) -> None:
        """Remove a collection; its talks stay favorites."""
        raise NotImplementedError

    async def restore(self, collection: Collection, episode_ids: Sequence[int]) -> Collection:
        """Make a collection anew that was just removed, as it was."""
        raise NotImplementedError

    async def members(self, collection_id: int) -> tuple[int, ...]:
        """Return the ids of what was put into a collection, in order."""
        raise NotImplementedError

    async def reorder(self, collection_ids: Sequence[int]) -> None:
        """Let the collections stand in this order."""
        raise NotImplementedError

    async def add(self, collection_id: int, episode_ids: Sequence[int]) -> None:
        """Put talks at the end of a collection; those that are in it stay where they are."""
        raise NotImplementedError

    async def take_out(self, collection_id: int, episode_ids: Sequence[int]) -> None:
        """Take talks out of a collection; they stay favorites."""
        raise NotImplementedError

    async def arrange(self, collection_id: int, episode_ids: Sequence[int]) -> None:
        """Let those of these that are in the collection come first, in this order."""
        raise NotImplementedError
