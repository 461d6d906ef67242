"""Making room: recordings that were heard and that nothing speaks for are removed.

Which ones is decided in :mod:`desktop_app.downloads.cleaning`, how one goes in
:mod:`desktop_app.library.keeping`. A file that cannot be deleted stays in the library.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.shelf import Removable
from desktop_app.downloads import cleaning
from desktop_app.library import keeping
from desktop_app.services.events import DownloadsChanged, EpisodesChanged, SettingsChanged

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

    from desktop_app.base.clock import Clock
    from desktop_app.base.shelf import Recording
    from desktop_app.library.database import Library
    from desktop_app.services.archive import Archive
    from desktop_app.services.events import Event, Events
    from desktop_app.services.settings import SettingsService

    _Choice = Callable[[Sequence[Recording], Container[int]], Sequence[Recording]]

MEGABYTE = 1_000_000
LOOK_EVERY = 3600.0
"""Seconds between looks; not a day, for of a day that the computer sleeps through none is over."""

SETTLE = 20.0
"""Seconds after a change of the settings: who types "30" has "3" there for a moment."""

_log = logging.getLogger(__name__)


class Cleaning:
    """Removes recordings by the person's rules; ``playing()``: the episode in the player."""

    def __init__(
        self,
        archive: Archive,
        library: Library,
        settings: SettingsService,
        events: Events,
        clock: Clock,
        playing: Callable[[], int | None],
    ) -> None:
        self._archive = archive
        self._library = library
        self._settings = settings
        self._events = events
        self._clock = clock
        self._playing = playing
        self._turn = asyncio.Lock()
        self._wake = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._closed = False
        events.listen(self._heard)

    async def start(self) -> None:
        """Remove what is out of date, now and from time to time, until :meth:`close`."""
        if self._task is None:
            self._wake.clear()
            self._task = asyncio.get_running_loop().create_task(self._run())

    async def close(self) -> None:
        """End; what was about to go is gone."""
        self._closed = True
        async with self._turn:
            if self._task is not None:
                self._task.cancel()
                with suppress(asyncio.CancelledError):
                    await self._task

    async def tidy(self) -> frozenset[int]:
        """Remove what was heard longer ago than the person keeps such; return the episodes' ids.

        Raises:
            KnownError: The library cannot be written.
        """
        days = self._settings.now.keep_heard_days
        if not days:
            return frozenset()
        before = self._clock.now() - timedelta(days=days)
        gone = await self._remove(lambda shelf, held: cleaning.outdated(shelf, held, before))
        return frozenset(each.id for each in gone)

    async def make_room(self, wanted: int) -> bool:
        """Tell whether ``wanted`` more bytes are within the budget, removing heard ones if need be.

        What was heard longest ago goes first; nothing goes if that would not be enough.

        Args:
            wanted: The whole size of all downloads that are under way or about to be; what came
                of them so far is not counted otherwise.

        Raises:
            KnownError: The library cannot be written.
        """
        budget = self._settings.now.budget_mb * MEGABYTE
        if not budget:
            return True
        room = budget - wanted
        await self._remove(lambda shelf, held: cleaning.making_room(shelf, held, room))
        return cleaning.taken(await self._library.read(keeping.shelf)) <= room

    async def removable(self) -> Removable:
        """Return what :meth:`free` would remove now."""
        return _sum(cleaning.removable(await self._library.read(keeping.shelf), self._in_use()))

    async def free(self) -> Removable:
        """Remove all that was heard and that nothing speaks for; return what is gone.

        Raises:
            KnownError: The library cannot be written.
        """
        return _sum(await self._remove(cleaning.removable))

    # --- inside -----------------------------------------------------------------------

    async def _remove(self, choose: _Choice) -> list[Recording]:
        """Remove what ``choose`` names, some at a time; what cannot be deleted is passed over."""
        gone: list[Recording] = []
        async with self._turn:
            shelf = await self._library.read(keeping.shelf)
            if not choose(shelf, self._in_use()):
                return gone
            stuck = await asyncio.to_thread(self._missing, shelf)

            def reachable(shelf: Sequence[Recording]) -> Sequence[Recording]:
                return choose(shelf, stuck | self._in_use())

            try:
                while not self._closed:
                    parted = await self._library.write(keeping.part_with, reachable)
                    if not parted:
                        break
                    for each in parted:
                        if await self._library.write(keeping.clear, each, self._archive.delete):
                            gone.append(each)
                        else:
                            stuck.add(each.id)
            finally:
                if gone:
                    self._events.publish(EpisodesChanged(frozenset(each.id for each in gone)))
                    self._events.publish(DownloadsChanged())
        return gone

    def _in_use(self) -> frozenset[int]:
        playing = self._playing()
        return frozenset() if playing is None else frozenset({playing})

    def _missing(self, shelf: Iterable[Recording]) -> set[int]:
        """Return whose files are not there: their disk is not, or the next start judges them."""
        going = cleaning.removable(shelf)
        return {each.id for each in going if not self._archive.has(each.path)}

    async def _run(self) -> None:
        while True:
            try:
                await self.tidy()
            except KnownError as error:
                _log.info("nothing was tidied up: %s", error)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wake.wait(), LOOK_EVERY)
                while self._wake.is_set():
                    self._wake.clear()
                    await asyncio.sleep(SETTLE)

    def _heard(self, event: Event) -> None:
        if isinstance(event, SettingsChanged):
            self._wake.set()


def _sum(recordings: Iterable[Recording]) -> Removable:
    sizes = [each.bytes for each in recordings]
    return Removable(len(sizes), sum(sizes))
