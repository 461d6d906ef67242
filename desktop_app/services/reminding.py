"""The reminder of sitting, at the time that the person chose, if she wants one.

What is due is decided in :mod:`desktop_app.meditation.reminder`. The decision for a day is taken
once: who sits at that time, or has sat before, is not reminded later in the day either.
"""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import suppress
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.library import sittings
from desktop_app.meditation.reminder import due, moment, next_reminder
from desktop_app.services.events import ReminderDue, SettingsChanged, SittingChanged

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.base.clock import Clock
    from desktop_app.library.database import Library
    from desktop_app.services.events import Event, Events
    from desktop_app.services.settings import SettingsService

_LOOK_EVERY = 60.0
"""Seconds at most between looks: timers stand still while the computer sleeps, clocks are set."""

_SOON = 0.05
_BEFORE_START = timedelta(minutes=10)
"""Who starts the app so shortly after the time is reminded still."""

_log = logging.getLogger(__name__)


class Reminding:
    """Publishes :class:`ReminderDue` once a day at most; runs while the window is open or hidden.

    The day of the last one is kept with the settings, so that a new start does not repeat it.
    """

    def __init__(
        self, library: Library, settings: SettingsService, events: Events, clock: Clock
    ) -> None:
        self._library = library
        self._settings = settings
        self._events = events
        self._clock = clock
        self._since = clock.now() - _BEFORE_START
        self._rule = self._chosen
        self._last = _day(settings.now.sit_reminded)
        self._sitting = False
        self._begun: datetime | None = None
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        events.listen(self._heard)

    async def start(self) -> None:
        """Remind from now on, until :meth:`close`."""
        if self._task is None:
            self._since = self._clock.now() - _BEFORE_START
            self._task = asyncio.get_running_loop().create_task(self._run())

    async def close(self) -> None:
        """Remind no more."""
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task

    async def look(self) -> None:
        """Remind if it is time; the day's reminder is noted first, for one too few is less bad."""
        if hasattr(time, "tzset"):
            time.tzset()  # the person may have come to another zone, where seven is elsewhen
        now = self._clock.now()
        self._since = min(self._since, now)
        wanted, minutes = self._chosen
        day = due(minutes, now, self._since, self._last) if wanted else None
        if day is None:
            return
        self._last = day
        try:
            await self._settings.change(sit_reminded=day.isoformat())
        except KnownError as error:
            _log.info("the day of the reminder was not kept: %s", error)
        if not await self._sat_on(day):
            self._events.publish(ReminderDue())

    async def _run(self) -> None:
        while True:
            self._wake.clear()
            await self.look()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), self._pause())

    def _pause(self) -> float | None:
        """Return the seconds until the next look; None: there is nothing to look for."""
        wanted, minutes = self._chosen
        if not wanted:
            return None
        now = self._clock.now()
        left = (next_reminder(minutes, now) - now).total_seconds()
        return min(max(left, _SOON), _LOOK_EVERY)

    async def _sat_on(self, day: date) -> bool:
        """Tell whether one sits now, or a sitting was begun on this day: here or, by the log, not.

        A log that cannot be read says nothing.
        """
        begin, end = moment(day, 0), moment(day + timedelta(days=1), 0)
        if self._sitting or (self._begun is not None and begin <= self._begun < end):
            return True
        try:
            return bool(await self._library.read(sittings.between, begin, end))
        except KnownError as error:
            _log.info("who has sat is not known: %s", error)
            return False

    @property
    def _chosen(self) -> tuple[bool, int]:
        return self._settings.now.sit_reminder, self._settings.now.sit_reminder_at

    def _heard(self, event: Event) -> None:
        match event:
            case SettingsChanged() if self._rule != self._chosen:
                self._rule = self._chosen
                self._since = self._clock.now()
                self._wake.set()
            case SittingChanged(running=running):
                sitting = running is not None and not running.ended
                if sitting and not self._sitting:
                    self._begun = self._clock.now()
                self._sitting = sitting


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
