"""After a refresh, in the background: what titles say, and the full-text index.

Lists are complete without it; speakers and search fill in as it goes.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import TitleFacts
from desktop_app.library import facts
from desktop_app.library.facts import Read
from desktop_app.services import jobs
from desktop_app.services.events import EpisodesChanged
from desktop_app.services.worker import WorkerError, WorkerMissingError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop_app.library.database import Library
    from desktop_app.library.facts import Unread
    from desktop_app.services.events import Events
    from desktop_app.services.worker import Worker

_log = logging.getLogger(__name__)


class Indexing:
    """Reads the titles of what came, some at a time, and brings it into the index."""

    def __init__(self, library: Library, worker: Worker, events: Events) -> None:
        self._library = library
        self._worker = worker
        self._events = events
        self._task: asyncio.Task[None] | None = None
        self._again = False
        self._ahead = 0
        self._none_ahead = asyncio.Event()
        self._none_ahead.set()

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

    async def _whole(self) -> None:
        while self._again:
            self._again = False
            try:
                while await self._some():
                    pass
            except KnownError as error:
                _log.info("the index waits for the next refresh: %s", error)

    async def _some(self) -> bool:
        """Read some titles and store what they say; tell whether there were any."""
        while self._ahead:
            await self._none_ahead.wait()
        unread = await self._library.read(facts.unread)
        if not unread:
            return False
        stored = await self._library.write(facts.store, await self._read(unread))
        if stored:
            self._events.publish(EpisodesChanged(frozenset(stored)))
        return True

    async def _read(self, unread: Sequence[Unread]) -> list[Read]:
        """Return what titles say; one that the worker cannot bear says nothing, and holds up none.

        Raises:
            WorkerMissingError: The worker cannot be started.
        """
        titles = [each.title for each in unread]
        try:
            said = await self._worker.run(partial(jobs.read_titles, titles))
        except WorkerMissingError:
            raise
        except WorkerError:
            if len(unread) > 1:
                half = len(unread) // 2
                return await self._read(unread[:half]) + await self._read(unread[half:])
            said = (TitleFacts(),)
        pairs = zip(unread, said, strict=True)
        return [Read(each.id, each.title, what) for each, what in pairs]
