"""Where the person was, what was heard, and the places worth finding again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.library import bookmarks, positions
from desktop_app.services.events import EpisodesChanged

if TYPE_CHECKING:
    from desktop_app.base.clock import Clock
    from desktop_app.library.database import Library
    from desktop_app.services.events import Events


class Places:
    """Keeps positions and bookmarks; positions are seconds."""

    def __init__(self, library: Library, events: Events, clock: Clock) -> None:
        self._library = library
        self._events = events
        self._clock = clock

    async def save(self, episode_id: int, position: float) -> None:
        """Keep the place."""
        await self._library.write(positions.save, episode_id, position, self._clock.now())
        self._tell(episode_id)

    async def last(self) -> int | None:
        """Return the half-heard episode that was played last."""
        return await self._library.read(positions.last_played)

    async def mark_heard(self, episode_id: int, heard: bool) -> None:
        """Say that a talk was heard to its end, or was not."""
        await self._library.write(positions.mark_heard, episode_id, self._clock.now(), heard=heard)
        self._tell(episode_id)

    async def bookmark(self, episode_id: int, position: float, note: str = "") -> None:
        """Keep a place under a note."""
        now = self._clock.now()
        await self._library.write(bookmarks.add, episode_id, position, note, now)
        self._tell(episode_id)

    async def remove_bookmark(self, bookmark_id: int, episode_id: int) -> None:
        """Take a bookmark away."""
        await self._library.write(bookmarks.remove, bookmark_id)
        self._tell(episode_id)

    def _tell(self, episode_id: int) -> None:
        self._events.publish(EpisodesChanged(frozenset({episode_id})))
