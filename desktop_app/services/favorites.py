"""Keeping the talks that helped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.library import favorites
from desktop_app.services.events import CollectionsChanged, EpisodesChanged

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
        """Make an episode a favorite; tell whether it was none before.

        The note and the collections that it had when it was one before are its own again.
        """
        new = await self._library.write(favorites.mark, episode_id, self._clock.now())
        await self._tell_starred(episode_id, new=new)
        return new

    async def unmark(self, episode_id: int) -> Unmarked | None:
        """Let it be one no longer; return what :meth:`restore` needs, None if it was none."""
        was = await self._library.write(favorites.unmark, episode_id)
        self._tell(episode_id, collected=was is not None and bool(was.places))
        return was

    async def restore(self, unmarked: Unmarked) -> None:
        """Make it a favorite again as it was, with its note, in its collections."""
        await self._library.write(favorites.restore, unmarked)
        self._tell(unmarked.episode_id, collected=bool(unmarked.places))

    async def set_note(self, episode_id: int, note: str) -> None:
        """Keep a few words beside the star; what was no favorite becomes one."""
        now = self._clock.now()
        new = await self._library.write(favorites.set_note, episode_id, note, now)
        await self._tell_starred(episode_id, new=new)

    async def notes(self) -> dict[int, str]:
        """Return what was written beside stars, by the talk's id; those without are left out."""
        return await self._library.read(favorites.notes)

    async def _tell_starred(self, episode_id: int, *, new: bool) -> None:
        collected = new and await self._library.read(favorites.collected, episode_id)
        self._tell(episode_id, collected=collected)

    def _tell(self, episode_id: int, *, collected: bool = False) -> None:
        self._events.publish(EpisodesChanged(frozenset({episode_id})))
        if collected:
            self._events.publish(CollectionsChanged())
