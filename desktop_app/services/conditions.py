"""Whether downloads may run at all: the person's word, the hour, the line, the room."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from desktop_app.downloads.hours import Hours, changes, is_open
from desktop_app.downloads.queue import Doors
from desktop_app.downloads.room import disk_of

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.base.clock import Clock
    from desktop_app.base.paths import Home
    from desktop_app.downloads.faults import DiskFull
    from desktop_app.services.cleaning import Cleaning
    from desktop_app.services.settings import SettingsService

FULL_DISK = "the disk is full"
_LEAST_ROOM = 10_000_000


class Conditions:
    """Keeps what holds for all downloads alike.

    ``held`` overrules the settings' pause in this process; ``commanded``: a command line was
    told to download now, whatever was said to the window.
    """

    def __init__(
        self, home: Home, cleaning: Cleaning, settings: SettingsService, clock: Clock
    ) -> None:
        self._home = home
        self._cleaning = cleaning
        self._settings = settings
        self._clock = clock
        self._needed: int | None = None
        self.held: bool | None = None
        self.commanded = False
        self.metered = False

    @property
    def paused(self) -> bool:
        """Whether the person lets all stand still."""
        return self._settings.now.downloads_paused if self.held is None else self.held

    async def ran_out(self, error: DiskFull) -> None:
        """Let all wait until the disk has room for what was missing."""
        self._needed = await self._free() + (error.needed or _LEAST_ROOM)

    def try_anyway(self) -> None:
        """Forget that the disk was full."""
        self._needed = None

    async def doors(self) -> Doors:
        """Return what keeps downloads from running now."""
        free = await self._free() if self._needed is not None else 0
        if self._needed is not None and free >= self._needed:
            self._needed = None
        full = FULL_DISK if self._needed is not None else ""
        if self.commanded:
            return Doors(full=full)
        return Doors(
            paused=self.paused,
            opens=None if self._open else self.next_change(),
            metered=self.metered and self._settings.now.spare_metered,
            full=full,
        )

    async def room_for(self, size: int) -> str:
        """Make room for ``size`` more bytes under the person's budget; return what is full."""
        if await self._cleaning.make_room(size):
            return ""
        budget = self._settings.now.budget_mb
        told = f"{budget / 1000:g} GB" if budget >= 1000 else f"{budget} MB"
        return f"the {told} for recordings are used"

    def next_change(self) -> datetime | None:
        """Return when the hours of downloading next begin or end; None: any hour is right."""
        hours = self._hours
        return None if hours is None else changes(hours, self._clock.now())

    @property
    def _hours(self) -> Hours | None:
        chosen = self._settings.now
        if not chosen.download_hours:
            return None
        return Hours(chosen.download_from, chosen.download_until)

    @property
    def _open(self) -> bool:
        hours = self._hours
        return hours is None or is_open(hours, self._clock.now())

    async def _free(self) -> int:
        """Return the bytes that are free on the disk of the recordings; 0 if it is not there."""
        try:
            return (await asyncio.to_thread(disk_of, self._home.audio)).free
        except OSError:
            return 0
