"""Refreshing without being asked: on start, every so many hours, never on a line to be spared."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.feeds.schedule import due_at, waits
from desktop_app.library import sources
from desktop_app.services.events import FeedsChanged, SettingsChanged

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.base.clock import Clock
    from desktop_app.library.database import Library
    from desktop_app.library.sources import Source
    from desktop_app.services.events import Event, Events
    from desktop_app.services.refresh import Refresh, RefreshOutcome
    from desktop_app.services.settings import SettingsService

_LOOK_EVERY = 300.0
_log = logging.getLogger(__name__)
_LEAVE_ALONE = timedelta(minutes=10)


class Schedule:
    """Runs while the window is open; the command line refreshes only when told to."""

    def __init__(
        self,
        library: Library,
        refresh: Refresh,
        settings: SettingsService,
        events: Events,
        clock: Clock,
    ) -> None:
        self._library = library
        self._refresh = refresh
        self._settings = settings
        self._clock = clock
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._online = True
        self._metered = False
        self._asked: dict[int, datetime] = {}
        events.listen(self._heard)

    async def start(self) -> None:
        """Refresh what the person wants on start, then whatever falls due."""
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._run())

    @property
    def online(self) -> bool:
        """Whether there is a connection, as far as the desktop tells."""
        return self._online

    async def set_line(self, *, online: bool, metered: bool) -> None:
        """Note what the connection is like: ``metered`` ones are paid by use."""
        self._online, self._metered = online, metered
        self._wake.set()

    async def close(self) -> None:
        """End; a refresh that is under way is broken off, which loses nothing."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def look(self, *, opening: bool = False) -> tuple[RefreshOutcome, ...]:
        """Refresh what is due now, unless the line is to be spared; ``opening``: or was chosen so.

        Raises:
            KnownError: The library cannot be read.
        """
        if self._held_back():
            return ()
        now = self._clock.now()
        anyway = opening and self._settings.now.refresh_on_start
        due = tuple(
            source.id
            for source in await self._awake()
            if (anyway and not waits(source.next_try, now)) or _is_due(self._due(source, now), now)
        )
        self._asked |= dict.fromkeys(due, now)
        return await self._refresh.refresh(due) if due else ()

    async def _run(self) -> None:
        opening = True
        while True:
            self._wake.clear()
            pause = _LOOK_EVERY
            try:
                await self.look(opening=opening)
                opening = opening and self._held_back()
                pause = await self._pause()
            except KnownError as error:
                _log.info("no feed was refreshed: %s", error)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), pause)

    def _held_back(self) -> bool:
        """Tell whether the line is to be spared, or there is none."""
        return not self._online or (self._metered and self._settings.now.spare_metered)

    async def _pause(self) -> float:
        """Return the seconds until the next look; never long, for the clock may be set.

        While the line is held back another line is what ends the pause.
        """
        if self._held_back():
            return _LOOK_EVERY
        now = self._clock.now()
        times = [self._due(source, now) for source in await self._awake()]
        left = [(time - now).total_seconds() for time in times if time is not None]
        return max(1.0, min([_LOOK_EVERY, *left]))

    async def _awake(self) -> list[Source]:
        found = await self._library.read(sources.sources)
        return [each for each in found if not each.stopped and not each.paused]

    def _due(self, source: Source, now: datetime) -> datetime | None:
        """Return when a feed is to be asked; whatever happened, none is asked in quick turns."""
        hours = self._settings.now.refresh_hours if source.every is None else source.every
        time = due_at(source.refreshed, source.next_try, hours, now)
        asked = self._asked.get(source.id)
        if time is None or asked is None or asked > now:
            return time
        return max(time, asked + _LEAVE_ALONE)

    def _heard(self, event: Event) -> None:
        if isinstance(event, (FeedsChanged, SettingsChanged)):
            self._wake.set()


def _is_due(time: datetime | None, now: datetime) -> bool:
    return time is not None and time <= now
