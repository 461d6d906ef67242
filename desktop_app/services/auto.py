"""Downloads that nobody asks for: of feeds for which the person wants the newest, or all."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from desktop_app.downloads.auto import wanted
from desktop_app.library import auto, downloads
from desktop_app.services.events import DownloadsChanged, EpisodesChanged

if TYPE_CHECKING:
    from desktop_app.library.database import Library
    from desktop_app.services.events import Events

_TRANSACTION = 200


class AutoDownloads:
    """Puts what a feed's rule wants into the queue of downloads; fetching it is not its work."""

    def __init__(self, library: Library, events: Events) -> None:
        self._library = library
        self._events = events
        self._turn = asyncio.Lock()

    async def consider(self, feed_id: int) -> frozenset[int]:
        """Queue what came to a feed since the last time, as its rule says; return those ids.

        Raises:
            KnownError: The library cannot be written.
        """
        async with self._turn:
            rule = await self._library.read(auto.rule, feed_id)
            if rule.count is None:
                return frozenset()
            return await self._queue(feed_id, rule.count, rule.seen, before=None)

    async def switch(self, feed_id: int, count: int | None) -> frozenset[int]:
        """Let the newest ``count`` (0: all, None: none) be downloaded from now on.

        Those that are there already are queued at once; return their ids. Where the rule only
        becomes wider, what it was for before is not looked at again.

        Raises:
            KnownError: The library cannot be written.
        """
        async with self._turn:
            rule = await self._library.read(auto.rule, feed_id)
            if count is None:
                await self._library.write(auto.set_rule, feed_id, None, 0)
                return frozenset()
            before = 0 if rule.count is None else rule.count or None
            return await self._queue(feed_id, count, rule.seen, before=before)

    async def _queue(
        self, feed_id: int, count: int, seen: int, before: int | None
    ) -> frozenset[int]:
        """Queue first, then note what was looked at: when broken off, the rest follows later.

        ``before``: so many of the newest were looked at before; None: all up to ``seen``.
        """
        last = await self._library.read(auto.last, feed_id)
        newest = await self._library.read(auto.newest, feed_id, count)
        chosen = wanted(newest, seen, len(newest) if before is None else before)
        queued: list[int] = []
        for at in range(0, len(chosen), _TRANSACTION):
            some = chosen[at : at + _TRANSACTION]
            queued += await self._library.write(downloads.enqueue, some, automatic=True)
        await self._library.write(auto.set_rule, feed_id, count, last)
        if queued:
            self._events.publish(EpisodesChanged(frozenset(queued)))
            self._events.publish(DownloadsChanged())
        return frozenset(queued)
