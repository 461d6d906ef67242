"""Talks that are parts of one series: played on from one of them, downloaded together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.base.shelves import Series
    from desktop_app.library.database import Library
    from desktop_app.services.downloading import Downloading
    from desktop_app.services.listening import Listening
    from desktop_app.services.queueing import PlayQueue


class SeriesService:
    """What can be done with a series as a whole."""

    def __init__(
        self, library: Library, listening: Listening, queue: PlayQueue, downloading: Downloading
    ) -> None:
        self._library = library
        self._listening = listening
        self._queue = queue
        self._downloading = downloading

    async def one(self, key: str) -> Series:
        """Return a series.

        Raises:
            KnownError: There is none (any more).
        """
        raise NotImplementedError

    async def play_from(self, episode_id: int) -> None:
        """Play a part, and let those after it come next in the queue.

        Raises:
            KnownError: It cannot be played.
        """
        raise NotImplementedError

    async def download(self, key: str) -> int:
        """Ask for all parts that are not on this computer; return how many."""
        raise NotImplementedError
