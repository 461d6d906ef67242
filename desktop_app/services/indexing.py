"""After a refresh, in the background: what talks say of themselves, and the full-text index.

Lists are complete without it; speakers and search fill in as it goes. What older rules have read
is read anew, in the background too, and only what then looks different is told.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import TitleFacts
from desktop_app.catalog import RULES
from desktop_app.catalog.series import series_key
from desktop_app.feeds import tape_names
from desktop_app.library import facts
from desktop_app.library.facts import Read
from desktop_app.services import jobs
from desktop_app.services.events import EpisodesChanged, FeedsChanged
from desktop_app.services.worker import WorkerError, WorkerMissingError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop_app.library.database import Library
    from desktop_app.library.facts import Unread
    from desktop_app.services.events import Event, Events
    from desktop_app.services.worker import Worker

_log = logging.getLogger(__name__)
_TRANSACTION = 200


class Indexing:
    """Reads what came, some at a time, and brings it into the index."""

    def __init__(self, library: Library, worker: Worker, events: Events) -> None:
        self._library = library
        self._worker = worker
        self._events = events
        self._task: asyncio.Task[None] | None = None
        self._again = False
        self._ahead = 0
        self._none_ahead = asyncio.Event()
        self._none_ahead.set()
        events.listen(self._heard)

    @contextmanager
    def resting(self) -> Iterator[None]:
        """Begin nothing until this is through: what fills a list goes first."""
        self._ahead += 1
        self._none_ahead.clear()
        try:
            yield
        finally:
            self._ahead -= 1
            if not self._ahead:
                self._none_ahead.set()

    def soon(self) -> None:
        """Begin, or go on once more when what is under way is through."""
        self._again = True
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._whole())

    async def finish(self) -> None:
        """Return when everything is in the index that can be brought there now."""
        if self._task is not None:
            await self._task

    async def close(self, seconds: float = 5) -> None:
        """Give it some time to finish; what is left goes on at the next start."""
        if self._task is not None:
            with suppress(TimeoutError, asyncio.CancelledError):
                await asyncio.wait_for(self._task, seconds)

    async def said(self, episode_id: int) -> TitleFacts | None:
        """Return what is said of a talk, whatever the person says; None: it is gone.

        Raises:
            KnownError: The worker cannot be started.
        """
        found = await self._read(await self._library.read(facts.sources, (episode_id,)))
        return found[0].facts if found else None

    async def read(self, episode_ids: Sequence[int]) -> None:
        """Read these talks now, before all that waits.

        Raises:
            KnownError: The worker cannot be started; they are read another time.
        """
        for at in range(0, len(episode_ids), _TRANSACTION):
            some = episode_ids[at : at + _TRANSACTION]
            await self._store(await self._library.read(facts.sources, some))

    async def _whole(self) -> None:
        while self._again:
            self._again = False
            try:
                while await self._some():
                    pass
            except KnownError as error:
                _log.info("the index waits for the next refresh: %s", error)

    async def _some(self) -> bool:
        """Read some talks and store what they say; tell whether there were any."""
        while self._ahead:
            await self._none_ahead.wait()
        unread = await self._library.read(facts.unread, _TRANSACTION, RULES)
        await self._store(unread)
        return bool(unread)

    async def _store(self, unread: Sequence[Unread]) -> None:
        if not unread:
            return
        readings = await self._read(unread)
        different = await self._library.write(facts.store, readings, series_key, RULES)
        if different:
            self._events.publish(EpisodesChanged(frozenset(different)))

    async def _read(self, unread: Sequence[Unread]) -> list[Read]:
        """Return what talks say; one that the worker cannot bear says nothing, and holds up none.

        Raises:
            WorkerMissingError: The worker cannot be started.
        """
        if not unread:
            return []
        sources = [each.source for each in unread]
        try:
            said = await self._worker.run(partial(jobs.read_talks, sources))
        except WorkerMissingError:
            raise
        except WorkerError:
            if len(unread) > 1:
                half = len(unread) // 2
                return await self._read(unread[:half]) + await self._read(unread[half:])
            said = (TitleFacts(),)
        return [
            Read(each.id, each.hash, _of_tape(each, what), each.tags)
            for each, what in zip(unread, said, strict=True)
        ]

    def _heard(self, event: Event) -> None:
        """Read what a feed that changed has brought: two that became one, say."""
        if isinstance(event, FeedsChanged):
            self.soon()


def _of_tape(unread: Unread, said: TitleFacts) -> TitleFacts:
    """Return what is said of a tape: its place in a series is what its neighbours' names tell."""
    if unread.numbered is None:
        return said
    part, of = unread.numbered
    source = unread.source
    work = tape_names.work(source.file, source.feed, source.album)
    return replace(said, part=part, of=of, series=None if part is None else work)
