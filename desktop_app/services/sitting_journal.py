"""The log's entry of a sitting under way, which grows minute by minute."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.library import sittings
from desktop_app.services.events import Notice, SittingsChanged

if TYPE_CHECKING:
    from desktop_app.base.clock import Clock
    from desktop_app.library.database import Library
    from desktop_app.services.events import Events
    from desktop_app.services.settings import SettingsService

_MINUTE = 60.0


class Journal:
    """Keeps one sitting in the log as far as it came, so that a crash loses a minute at most."""

    def __init__(
        self, library: Library, events: Events, settings: SettingsService, clock: Clock
    ) -> None:
        self._library = library
        self._events = events
        self._settings = settings
        self._clock = clock
        self._started = clock.now()
        self._preset = ""
        self._wanted = True
        self._noted = 0.0
        self._turn = asyncio.Lock()
        self.entry: int | None = None

    def begin(self, preset: str, *, log: bool) -> None:
        """Begin with a sitting; nothing is written yet, nor ever if ``log`` is False."""
        self._started = self._clock.now()
        self._preset = preset
        self._wanted = log
        self._noted = 0.0
        self.entry = None

    async def note(self, planned: float, sat: float) -> None:
        """Write down how long it has lasted, once in a minute; lengths in seconds."""
        if sat - self._noted >= _MINUTE:
            await asyncio.shield(self.finish(planned, sat))  # a row half noted would come twice

    async def finish(self, planned: float, sat: float) -> None:
        """Write down how long it lasted, if a log is kept; lengths in seconds."""
        if sat <= 0 or not (self._wanted and self._settings.now.log_sittings):
            return
        self._noted = sat
        try:
            async with self._turn:
                await self._write(planned, sat)
        except KnownError as error:
            self._events.publish(Notice(f"The sitting was not kept in the log: {error}"))
        else:
            self._events.publish(SittingsChanged())

    async def drop(self) -> None:
        """Keep nothing of it."""
        async with self._turn:
            gone, self.entry = self.entry, None
            if gone is not None:
                await self._library.write(sittings.remove, (gone,))
                self._events.publish(SittingsChanged())

    async def _write(self, planned: float, sat: float) -> None:
        if self.entry is not None:
            await self._library.write(sittings.note_length, self.entry, planned=planned, sat=sat)
            return
        self.entry = await self._library.write(
            sittings.add, started=self._started, planned=planned, sat=sat, preset=self._preset
        )
