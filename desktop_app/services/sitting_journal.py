"""The log's entry of a sitting under way, which grows minute by minute."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.library import sittings
from desktop_app.services.events import Notice, SittingsChanged
from desktop_app.services.tasks import Tasks

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.base.clock import Clock
    from desktop_app.library.database import Library
    from desktop_app.services.events import Events
    from desktop_app.services.settings import SettingsService

_MINUTE = 60.0
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Entry:
    """One sitting as far as it is known; lengths in seconds."""

    started: datetime
    preset: str
    wanted: bool
    planned: float = 0.0
    sat: float = 0.0
    dropped: bool = False
    id: int | None = None


class Journal:
    """Keeps one sitting in the log as far as it came, so that a crash loses a minute at most."""

    def __init__(
        self, library: Library, events: Events, settings: SettingsService, clock: Clock
    ) -> None:
        self._library = library
        self._events = events
        self._settings = settings
        self._clock = clock
        self._now = _Entry(clock.now(), "", wanted=False)
        self._turn = asyncio.Lock()
        self._tasks = Tasks()

    @property
    def entry(self) -> int | None:
        """The number in the log of the sitting that began last; None: it is not there."""
        return self._now.id

    def begin(self, preset: str, *, log: bool) -> None:
        """Begin with a sitting; nothing is written yet, nor ever if ``log`` is False."""
        self._now = _Entry(self._clock.now(), preset, log)

    def note(self, planned: float, sat: float) -> None:
        """Have it written down once in a minute how long it has lasted; lengths in seconds.

        It is done beside the sitting: no bell waits for a library that another program holds.
        """
        if sat - self._now.sat >= _MINUTE:
            self._lasted(planned, sat)
            self._tasks.begin(self._note(self._now))

    async def finish(self, planned: float, sat: float) -> None:
        """Write down how long it lasted, if a log is kept; lengths in seconds."""
        self._lasted(planned, sat)
        try:
            await self._write(self._now)
        except KnownError as error:
            self._events.publish(Notice(f"The sitting was not kept in the log: {error}"))
        await self._tasks.finish()

    async def drop(self) -> None:
        """Keep nothing of it."""
        entry = self._now
        entry.dropped = True
        try:
            async with self._turn:
                if entry.id is not None:
                    await self._library.write(sittings.remove, (entry.id,))
                    entry.id = None
                    self._events.publish(SittingsChanged())
        except KnownError as error:
            self._events.publish(Notice(f"The sitting is still in the log: {error}"))
        await self._tasks.finish()

    def _lasted(self, planned: float, sat: float) -> None:
        self._now.planned, self._now.sat, self._now.dropped = planned, sat, False

    async def _note(self, entry: _Entry) -> None:
        """The end tries again, and tells the person if need be."""
        try:
            await self._write(entry)
        except KnownError as error:
            _log.info("a minute was not noted: %s", error)

    async def _write(self, entry: _Entry) -> None:
        """Bring the row up to date with what is known when the library is free."""
        async with self._turn:
            wanted = entry.wanted and self._settings.now.log_sittings and not entry.dropped
            if entry.sat <= 0 or not wanted:
                return
            write, planned, sat = self._library.write, entry.planned, entry.sat
            if entry.id is not None:
                await write(sittings.note_length, entry.id, planned=planned, sat=sat)
            else:
                entry.id = await write(
                    sittings.add,
                    started=entry.started,
                    planned=planned,
                    sat=sat,
                    preset=entry.preset,
                )
        self._events.publish(SittingsChanged())
