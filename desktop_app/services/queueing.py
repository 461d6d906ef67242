"""What plays next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.library import queue
from desktop_app.services.events import EpisodesChanged, Notice, QueueChanged

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.library.database import Library
    from desktop_app.services.events import Events


class PlayQueue:
    """The person's order of what plays after the present talk.

    ``sounding()`` is the episode that is heard now, or None.
    """

    def __init__(
        self, library: Library, events: Events, sounding: Callable[[], int | None]
    ) -> None:
        self._library = library
        self._events = events
        self._sounding = sounding

    async def first(self) -> int | None:
        """Return the episode that plays next, or None."""
        waiting = await self._library.read(queue.ids)
        return waiting[0] if waiting else None

    async def add(self, episode_ids: Sequence[int], *, first: bool = False) -> None:
        """Let these play after the present talk, or after what is queued already.

        The one that sounds is left out: hardly anybody means to hear it once more.
        """
        sounding = self._sounding()
        wanted = tuple(each for each in episode_ids if each != sounding)
        if wanted or not episode_ids:
            await self._library.write(queue.add, wanted, first=first)
            self._tell(wanted)
        else:
            self._events.publish(Notice("It is playing now."))

    async def remove(self, episode_id: int) -> None:
        """Take one out."""
        await self._library.write(queue.remove, episode_id)
        self._tell((episode_id,))

    async def reorder(self, episode_ids: Sequence[int]) -> None:
        """Let those of these that wait come first, in this order; none comes or goes by it."""
        await self._library.write(queue.reorder, tuple(episode_ids))
        self._tell(episode_ids)

    def _tell(self, episode_ids: Sequence[int]) -> None:
        self._events.publish(EpisodesChanged(frozenset(episode_ids)))
        self._events.publish(QueueChanged())
