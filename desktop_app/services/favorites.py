"""Keeping the talks that helped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.library import favorites
from desktop_app.services.events import EpisodesChanged

if TYPE_CHECKING:
    from desktop_app.base.clock import Clock
    from desktop_app.base.shelves import Unmarked
    from desktop_app.library.database import Library
    from desktop_app.services.events import Events


class Favorites:
    """Marks favorites; a favorite is never cleaned up and outlives its subscription."""

    def __init__(self, library: Library, events: Events, clock: Clock) -> None:
        self._library = library
        self._events = events
        self._clock = clock

    async def mark(self, episode_id: int) -> bool:
        """Make an episode a favorite; tell whether it was none before."""
        new = await self._library.write(favorites.mark, episode_id, self._clock.now())
        self._events.publish(EpisodesChanged(frozenset({episode_id})))
        return new

    async def unmark(self, episode_id: int) -> Unmarked | None:
        """Let it be one no longer; return what :meth:`restore` needs, None if it was none."""
        raise NotImplementedError

    async def restore(self, unmarked: Unmarked) -> None:
        """Make it a favorite again as it was, with its note, in its collections."""
        raise NotImplementedError

    async def set_note(self, episode_id: int, note: str) -> None:
        """Keep a few words beside the star; what was no favorite becomes one."""
        raise NotImplementedError
