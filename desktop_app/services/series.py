"""Talks that are parts of one series: played on from one of them, downloaded together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState
from desktop_app.library import series

if TYPE_CHECKING:
    from desktop_app.base.shelves import Series
    from desktop_app.library.database import Library
    from desktop_app.services.downloading import Downloading
    from desktop_app.services.listening import Listening
    from desktop_app.services.queueing import PlayQueue

_ELSEWHERE = (DownloadState.REMOTE, DownloadState.FAILED)


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
        found = await self._library.read(series.one, key)
        if found is None:
            raise KnownError(
                "This series is not there any more",
                "its talks were corrected, or have left the library",
                "Look for them among the speakers, or search.",
            )
        return found

    async def play_from(self, episode_id: int) -> None:
        """Play a part from its kept place, and let all those after it come next in the queue.

        Heard ones too: whoever says "from here" wants to hear what follows. A talk that is no
        part of a series is played alone.

        Raises:
            KnownError: It cannot be played.
        """
        await self._listening.play(episode_id)
        key = await self._library.read(series.key_of, episode_id)
        parts = await self._library.read(series.parts, key) if key is not None else ()
        ids = [part.id for part in parts if part.url or part.id == episode_id]
        after = ids[ids.index(episode_id) + 1 :] if episode_id in ids else []
        if after:
            await self._queue.add(after, first=True)

    async def download(self, key: str) -> int:
        """Ask for all parts that are nowhere on this computer nor on their way; return how many.

        Raises:
            KnownError: Another process does the downloading.
        """
        parts = await self._library.read(series.parts, key)
        wanted = tuple(
            part.id
            for part in parts
            if part.state in _ELSEWHERE and part.url and not part.url.startswith("file:")
        )
        if wanted:
            await self._downloading.request(wanted)
        return len(wanted)
