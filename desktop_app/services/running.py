"""The downloads under way: started, stopped and tried again as the plan says."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState
from desktop_app.base.shelf import WaitFor
from desktop_app.downloads import tracking
from desktop_app.downloads.faults import DiskFull
from desktop_app.downloads.queue import Limits, Waiting, plan, server_of
from desktop_app.library import downloads
from desktop_app.services.events import Arrived, DownloadsChanged, EpisodesChanged, Notice
from desktop_app.services.setbacks import of_bug, surface
from desktop_app.services.turns import LONGEST_SLEEP, Alarm

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop_app.base.clock import Clock
    from desktop_app.base.shelf import Wait
    from desktop_app.downloads.bandwidth import Bandwidth
    from desktop_app.downloads.queue import Doors, Plan
    from desktop_app.library.database import Library
    from desktop_app.library.downloads import Download
    from desktop_app.services.conditions import Conditions
    from desktop_app.services.events import Events
    from desktop_app.services.fetching import Fetching
    from desktop_app.services.setbacks import Setbacks
    from desktop_app.services.settings import SettingsService
    from desktop_app.services.turns import Waiters

_LOOK_FOR_ROOM = 15.0
_MORE_ROOM = "Remove recordings that you have heard, or allow more in the settings."
_log = logging.getLogger(__name__)


class Running:
    """Owns the tasks. ``urgent`` ones wait for nothing but room; ``stuck``: nothing can be noted.

    ``on``: this process does the downloading.
    """

    def __init__(
        self,
        library: Library,
        fetching: Fetching,
        conditions: Conditions,
        setbacks: Setbacks,
        waiters: Waiters,
        bandwidth: Bandwidth,
        events: Events,
        settings: SettingsService,
        clock: Clock,
    ) -> None:
        self._library = library
        self._fetching = fetching
        self._conditions = conditions
        self._setbacks = setbacks
        self._waiters = waiters
        self._bandwidth = bandwidth
        self._events = events
        self._settings = settings
        self._clock = clock
        self._tasks: dict[int, tuple[Download, asyncio.Task[None]]] = {}
        self._landed: set[int] = set()
        self._turn = asyncio.Lock()
        self._alarm = Alarm(self._wake)
        self._mending = Alarm(self._mend)
        self.urgent: set[int] = set()
        self.waits: Mapping[int, Wait] = {}
        self.on = False
        self.stuck = False

    def __contains__(self, episode_id: int) -> bool:
        return episode_id in self._tasks

    @property
    def under_way(self) -> int:
        """How many move, or will as soon as they may: what an end now would put off."""
        soon = {WaitFor.TURN, WaitFor.SERVER, WaitFor.RETRY}
        return len(self._tasks) + sum(wait.reason in soon for wait in self.waits.values())

    def soon(self) -> None:
        """Look again at what may run, without waiting for it."""
        if self.on:
            self._alarm.now()

    async def turn(self) -> None:
        """Start and stop what the plan says, and wake up when it may say something else."""
        async with self._turn:
            self._bandwidth.rate = self._settings.now.bandwidth_kb * 1000
            if not self.on or self.stuck:
                return
            rows = await self._library.read(downloads.in_state, DownloadState.QUEUED)
            doors = await self._conditions.doors()
            planned = self._plan(rows, doors)
            for episode_id in planned.stop:
                await self.halt(episode_id, DownloadState.QUEUED)
            planned = await self._start(rows, planned, doors)
            self._set_waits(planned.waits)
            self._sleep(rows, planned)
            if planned.stop:
                self.soon()

    async def halt(self, episode_id: int, state: DownloadState | None = None) -> None:
        """Stop one, whose part can be resumed; its row comes to ``state``."""
        entry = self._tasks.get(episode_id)
        if entry is not None:
            entry[1].cancel()
            await asyncio.wait({entry[1]})
        if self._tasks.get(episode_id) is entry:  # it was cancelled before its first step
            self._tasks.pop(episode_id, None)
        if entry is not None and state is not None:
            await self._library.write(downloads.set_state, episode_id, state)
            self._tell(episode_id)

    async def halt_all(self) -> None:
        """Stop all; they wait for their turn again.

        Raises:
            KnownError: The library cannot be written; they have stopped all the same.
        """
        stopped = {episode_id: task for episode_id, (_, task) in self._tasks.items()}
        for task in stopped.values():
            task.cancel()
        if stopped:
            await asyncio.wait(stopped.values())
        for episode_id in stopped:
            await self.halt(episode_id)  # one that was cancelled before its first step is kept yet
        for episode_id in stopped:
            await self._library.write(downloads.set_state, episode_id, DownloadState.QUEUED)
            self._tell(episode_id)

    async def unstick(self) -> None:
        """Go on after the library could not be written; what was cut off then waits again.

        Raises:
            KnownError: It still cannot.
        """
        if self.stuck:
            for row in await self._library.read(downloads.in_state, DownloadState.DOWNLOADING):
                if row.episode_id not in self:
                    state = DownloadState.QUEUED
                    await self._library.write(downloads.set_state, row.episode_id, state)
            self.stuck = False
        await self.turn()

    async def close(self) -> None:
        """Stop for good; nothing is looked at any more."""
        self.on = False
        async with self._turn:
            try:
                await self.halt_all()
            finally:
                await self._alarm.close()
                await self._mending.close()

    # --- inside -----------------------------------------------------------------------

    async def _wake(self) -> None:
        try:
            await self.turn()
        except KnownError as error:
            _log.info("the queue of downloads is looked at later: %s", error)
            self._alarm.later(LONGEST_SLEEP)

    async def _mend(self) -> None:
        try:
            await self.unstick()
        except KnownError:
            self._mending.later(LONGEST_SLEEP)

    def _plan(self, rows: Sequence[Download], doors: Doors) -> Plan:
        limits = Limits(total=self._settings.now.parallel_downloads)
        moving = (row for row, _ in self._tasks.values() if row.episode_id not in self._landed)
        active = [self._job(row) for row in moving]
        waiting = [self._job(row) for row in rows]
        return plan(waiting, active, limits, doors, self._clock.now())

    def _job(self, row: Download) -> Waiting:
        return Waiting(
            row.episode_id,
            _server_of(row.url or ""),
            row.not_before,
            automatic=row.automatic,
            urgent=row.episode_id in self.urgent,
            failure=row.failure or "",
        )

    async def _start(self, rows: Sequence[Download], planned: Plan, doors: Doors) -> Plan:
        """Start these for as long as there is room; return the plan that came of it."""
        by_id = {row.episode_id: row for row in rows}
        for episode_id in planned.start:
            if episode_id in self._tasks:
                continue  # it landed while this was planned
            row = by_id[episode_id]
            coming = [row, *(each for each, _ in self._tasks.values())]
            if full := await self._conditions.room_for(sum(each.expected for each in coming)):
                planned = self._plan(rows, replace(doors, full=full))
                if self._conditions.commanded:  # nobody is there to make room
                    for each in planned.waits:
                        self._waiters.tell(each, KnownError("There is no room", full, _MORE_ROOM))
                return planned
            if not self.on or self.stuck:
                break
            task = asyncio.get_running_loop().create_task(self._run(row))
            self._tasks[episode_id] = (row, task)
        return planned

    def _set_waits(self, waits: Mapping[int, Wait]) -> None:
        if list(waits.items()) != list(self.waits.items()):
            self.waits = waits
            self._events.publish(DownloadsChanged())

    def _sleep(self, rows: Sequence[Download], planned: Plan) -> None:
        """Wake up when the next pause is over, or the hours begin or end, or for room."""
        now = self._clock.now()
        times = [row.not_before for row in rows if row.not_before and row.not_before > now]
        if (change := self._conditions.next_change()) and (rows or self._tasks):
            times.append(change)
        pauses = [(each - now).total_seconds() for each in times]
        if any(wait.reason is WaitFor.ROOM for wait in planned.waits.values()):
            pauses.append(_LOOK_FOR_ROOM)
        if pauses:
            self._alarm.later(min(pauses))

    async def _run(self, row: Download) -> None:
        try:
            await self._try(row)
        except KnownError as error:
            _log.info("the library takes no word of a download: %s", error)
            self._stick(error)
            self._mending.later(LONGEST_SLEEP)
            self._events.publish(Notice(str(error)))
        except Exception as bug:  # noqa: BLE001 - nobody may wait for ever because of it
            surface(bug)
            self._stick(of_bug(bug))
        finally:
            self._tasks.pop(row.episode_id, None)
            self._landed.discard(row.episode_id)
        self._tell(row.episode_id)
        self.soon()

    def _land(self, episode_id: int) -> None:
        """Let another one use the line while the bytes of this one are examined."""
        self._landed.add(episode_id)
        self.soon()

    async def _try(self, row: Download) -> None:
        try:
            there = await self._fetching.fetch(row, self._land)
        except KnownError as error:
            await self._failed(row, error)
        except Exception as bug:  # noqa: BLE001 - it costs one download, not all
            surface(bug)
            await self._failed(row, of_bug(bug))
        else:
            self.urgent.discard(row.episode_id)
            gone = KnownError(f"“{row.title}” was not downloaded", "nobody waits for it any more")
            self._waiters.tell(row.episode_id, None if there else gone)
            if there:
                self._events.publish(Arrived(row.episode_id, not row.automatic))
                await self._setbacks.solved(row.episode_id)

    async def _failed(self, row: Download, error: KnownError) -> None:
        impatient = self._conditions.commanded
        if await self._setbacks.postponed(row, error, impatient=impatient):
            return
        told = KnownError(f"“{row.title}” was not downloaded", error.why, error.what_next)
        full = isinstance(error, DiskFull)
        if isinstance(error, DiskFull):
            await self._conditions.ran_out(error)
        try:
            await self._setbacks.failed(row, error, told)
        finally:
            self._waiters.tell(row.episode_id, told)
            if full:
                self._waiters.tell_all(told)
            self.urgent.discard(row.episode_id)

    def _stick(self, error: KnownError) -> None:
        """Let all stand still, and nobody wait for them."""
        self.stuck = True
        self._waiters.tell_all(error)

    def _tell(self, *episode_ids: int) -> None:
        self._events.publish(EpisodesChanged(frozenset(episode_ids)))


@lru_cache(maxsize=4096)
def _server_of(address: str) -> str:
    """Return whose server a recording comes from; the same ones are asked for again and again."""
    return server_of(tracking.plain(address) or address)
