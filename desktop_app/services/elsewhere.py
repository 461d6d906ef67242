"""Noticing what another process, the command line mostly, writes to the library meanwhile."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.services.events import (
    BookmarksChanged,
    CollectionsChanged,
    DownloadsChanged,
    EpisodesChanged,
    FeedsChanged,
    HistoryChanged,
    PresetsChanged,
    ProblemsChanged,
    QueueChanged,
    SittingsChanged,
)

if TYPE_CHECKING:
    from desktop_app.library.database import Library
    from desktop_app.services.events import Events

EVERY = 3.0
"""Seconds from one look to the next; a look reads one number from memory."""

_ALL = (
    FeedsChanged(),
    EpisodesChanged(),
    QueueChanged(),
    CollectionsChanged(),
    BookmarksChanged(),
    ProblemsChanged(),
    HistoryChanged(),
    DownloadsChanged(),
    PresetsChanged(),
    SittingsChanged(),
)
_log = logging.getLogger(__name__)


class Elsewhere:
    """Looks while the window is open; what was written is not known, so all is told anew."""

    def __init__(self, library: Library, events: Events) -> None:
        self._library = library
        self._events = events
        self._known: int | None = None
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Tell what is written from now on, until :meth:`close`.

        Raises:
            KnownError: The library cannot be read.
        """
        if self._task is None:
            await self.look()
            self._task = asyncio.get_running_loop().create_task(self._run())

    async def close(self) -> None:
        """End; the library may be closed then."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def look(self) -> bool:
        """Tell everybody if another process has written since the last look; return whether.

        Raises:
            KnownError: The library cannot be read.
        """
        known, self._known = self._known, await self._library.version()
        if known in {None, self._known}:
            return False
        for event in _ALL:
            self._events.publish(event)
        return True

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(EVERY)
            try:
                await self.look()
            except KnownError as error:
                _log.info("not seen what others write: %s", error)
