"""The log of sittings: read, corrected, added to by hand, taken along as a file."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.files import write_whole
from desktop_app.base.typed import whole
from desktop_app.library import sittings
from desktop_app.meditation import log, log_file
from desktop_app.meditation.plan import LONGEST
from desktop_app.services.events import SittingsChanged

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from desktop_app.base.clock import Clock
    from desktop_app.base.sittings import Sitting, Statistics
    from desktop_app.library.database import Library
    from desktop_app.services.events import Events

_EVERY = 2**31
_FORMATS = {".csv": log_file.as_csv, ".json": log_file.as_json}


class SittingLog:
    """What was sat, on this computer and elsewhere. Days are this computer's."""

    def __init__(self, library: Library, events: Events, clock: Clock) -> None:
        self._library = library
        self._events = events
        self._clock = clock

    async def recent(self, limit: int = 200, before: Sitting | None = None) -> tuple[Sitting, ...]:
        """Return so many, the newest first; ``before``: those that come after this one."""
        return await self._library.read(sittings.log, limit, before)

    async def between(self, first: date, last: date) -> tuple[Sitting, ...]:
        """Return those that began on these days or between them, the newest first."""
        begin = datetime.combine(first, time()).astimezone()
        end = datetime.combine(last + timedelta(days=1), time()).astimezone()
        return await self._library.read(sittings.between, begin, end)

    async def statistics(self) -> Statistics:
        """Return what the log adds up to."""
        return log.statistics(await self.recent(_EVERY), self._clock.now())

    async def add(
        self,
        started: datetime,
        sat: float,
        *,
        planned: float = 0.0,
        preset: str = "",
        note: str = "",
    ) -> int:
        """Write down a sitting by hand; lengths in seconds. Return its id.

        Raises:
            KnownError: It lies in the future, or no sitting lasts so long.
        """
        self._check(started, sat)
        preset, note = whole(preset).strip(), whole(note).strip()
        number = await self._library.write(
            sittings.add, started=started, planned=planned, sat=sat, preset=preset, note=note
        )
        self._events.publish(SittingsChanged())
        return number

    async def change(self, sitting: Sitting) -> None:
        """Correct an entry.

        Raises:
            KnownError: It was removed, lies in the future, or no sitting lasts so long.
        """
        self._check(sitting.started, sitting.sat)
        corrected = replace(
            sitting, preset=whole(sitting.preset).strip(), note=whole(sitting.note).strip()
        )
        if not await self._library.write(sittings.change, corrected):
            raise KnownError("This entry was removed meanwhile", "", "Add it anew.")
        self._events.publish(SittingsChanged())

    async def note(self, sitting_id: int, note: str) -> None:
        """Write a note to an entry; its length may still grow."""
        await self._library.write(sittings.note, sitting_id, whole(note).strip())
        self._events.publish(SittingsChanged())

    async def remove(self, ids: Iterable[int]) -> tuple[Sitting, ...]:
        """Delete entries; return them for :meth:`put_back`."""
        gone = await self._library.write(sittings.remove, tuple(ids))
        self._events.publish(SittingsChanged())
        return gone

    async def put_back(self, gone: Iterable[Sitting]) -> None:
        """Restore what was deleted."""
        await self._library.write(sittings.put_back, tuple(gone))
        self._events.publish(SittingsChanged())

    async def export(self, path: str) -> int:
        """Write the whole log to a file, as its ending says; return how many entries it has.

        Raises:
            KnownError: The ending is neither .csv nor .json, or it cannot be written.
        """
        file = Path(path)
        write = _FORMATS.get(file.suffix.casefold())
        if write is None:
            raise KnownError(
                f"{file.name} has an ending that says nothing of sittings",
                "",
                "Choose a name that ends in .csv or .json.",
            )
        entries = await self.recent(_EVERY)
        await asyncio.to_thread(write_whole, file, write(entries).encode())
        return len(entries)

    def _check(self, started: datetime, sat: float) -> None:
        what = "This cannot be written down"
        if not 0 < sat <= LONGEST:
            raise KnownError(what, "a sitting lasts up to 24 hours", "Enter another length.")
        if started > self._clock.now() + timedelta(minutes=1):
            raise KnownError(what, "it lies in the future", "Enter another date or time.")
