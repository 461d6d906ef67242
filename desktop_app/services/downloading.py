"""The queue of downloads: the person's order, limits, pauses, retries, and what the disk says."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState
from desktop_app.downloads.faults import DiskFull
from desktop_app.library import downloads
from desktop_app.services.events import EpisodesChanged, Notice, SettingsChanged
from desktop_app.services.setbacks import Setbacks, of_bug, surface
from desktop_app.services.turns import Alarm, Waiters, due

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.base.clock import Clock
    from desktop_app.downloads.bandwidth import Bandwidth
    from desktop_app.library.database import Library
    from desktop_app.library.downloads import Download
    from desktop_app.services.events import Event, Events
    from desktop_app.services.fetching import Fetching
    from desktop_app.services.lock import ProcessLock
    from desktop_app.services.settings import SettingsService

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class DownloadResult:
    """What became of one download that somebody waited for."""

    episode_id: int
    title: str
    error: KnownError | None = None


class Downloading:
    """Owns the downloads; one process of a home at a time may run them."""

    def __init__(
        self,
        lock: ProcessLock,
        library: Library,
        fetching: Fetching,
        bandwidth: Bandwidth,
        events: Events,
        settings: SettingsService,
        clock: Clock,
    ) -> None:
        self._lock = lock
        self._library = library
        self._fetching = fetching
        self._bandwidth = bandwidth
        self._events = events
        self._settings = settings
        self._clock = clock
        self._setbacks = Setbacks(library, events, clock)
        self._running: dict[int, tuple[Download, asyncio.Task[None]]] = {}
        self._waiters = Waiters()
        self._turn = asyncio.Lock()
        self._starting = asyncio.Lock()
        self._alarm = Alarm(self._pump)
        self._impatient = False
        self._started = False
        self._closed = False
        self._held: bool | None = None  # overrules the settings' pause in this process
        events.listen(self._heard)

    async def start(self) -> None:
        """Make rows and disk agree, then go on with what waits; whoever comes second waits too.

        Raises:
            KnownError: Another process does the downloading, or the disk cannot be read.
        """
        async with self._starting:
            if self._started:
                return
            if not self._lock.acquire():
                raise KnownError(
                    "Downloads are under way already",
                    "another Hearthside is open on this library",
                    "Use its window, or close it first.",
                )
            try:
                self._tell(*await self._fetching.reconcile())
            except BaseException:
                self._lock.release()
                raise
            self._started = True
        await self._pump()

    async def request(self, episode_ids: Iterable[int]) -> None:
        """Queue these at the end; what failed or was paused is tried again.

        Raises:
            KnownError: Another process does the downloading.
        """
        await self.start()
        queued = await self._library.write(downloads.enqueue, tuple(episode_ids))
        await self._setbacks.solved(*queued)
        self._tell(*queued)
        await self._pump()

    async def fetch_all(self, episode_ids: tuple[int, ...]) -> tuple[DownloadResult, ...]:
        """Download these and whatever waits already; return when all are there or failed.

        A command line runs this: three attempts are made, not ten, and what the person said
        in the window about standing still stays said, but does not hold for this process.
        """
        waiting = await self._library.read(
            downloads.in_state, DownloadState.QUEUED, DownloadState.DOWNLOADING
        )
        wanted = dict.fromkeys((*episode_ids, *(each.episode_id for each in waiting)))
        self._waiters.expect(wanted)
        self._impatient, self._held = True, False
        await self.request(wanted)
        results = []
        for episode_id in wanted:
            row = await self._library.read(downloads.one, episode_id)
            what = f"Episode {episode_id} cannot be downloaded"
            error: KnownError | None = KnownError(what, "there is nowhere to fetch it from")
            if row is not None:
                there = row.state is DownloadState.DOWNLOADED
                error = None if there else await self._waiters.answer(episode_id)
            results.append(DownloadResult(episode_id, row.title if row else "", error))
        return tuple(results)

    async def pause(self, episode_id: int) -> None:
        """Let one stand still; what came of it is kept."""
        await self._library.write(downloads.set_state, episode_id, DownloadState.PAUSED)
        await self._halt(episode_id)
        self._waiters.tell(episode_id, KnownError("The download stands still", "it was paused"))
        self._tell(episode_id)
        await self._pump()

    async def resume(self, episode_id: int) -> None:
        """Let one go on where it was."""
        await self.request((episode_id,))

    async def pause_all(self) -> None:
        """Let all stand still until :meth:`resume_all`, across restarts too."""
        self._held = True
        await self._halt_all()
        await self._settings.change(downloads_paused=True)

    async def resume_all(self) -> None:
        """Go on with everything that waits, or was cut off when nothing could be written."""
        await self._settings.change(downloads_paused=False)
        self._held = None
        await self.start()
        for row in await self._library.read(downloads.in_state, DownloadState.DOWNLOADING):
            if row.episode_id not in self._running:
                await self._library.write(downloads.set_state, row.episode_id, DownloadState.QUEUED)
        await self._pump()

    async def paused(self) -> bool:
        """Tell whether all stand still."""
        return self._stand_still

    async def cancel(self, episode_id: int) -> None:
        """Take one out of the queue and delete what came of it."""
        row = await self._library.write(downloads.drop, episode_id)
        if row is not None:
            await self._halt(episode_id)
            await self._fetching.discard(row)
            self._waiters.tell(episode_id, KnownError("The download is off", "it was cancelled"))
        await self._setbacks.solved(episode_id)
        self._tell(episode_id)
        await self._pump()

    async def remove_file(self, episode_id: int) -> None:
        """Delete a downloaded file; the talk can be downloaded again. Tapes of the person stay."""
        row = await self._library.read(downloads.one, episode_id)
        if row is None or not row.ours:
            return
        await self._fetching.discard(row)
        await self._library.write(downloads.forget, episode_id)
        self._tell(episode_id)

    async def reorder(self, episode_ids: tuple[int, ...]) -> None:
        """Give what waits this order."""
        await self._library.write(downloads.reorder, episode_ids)
        self._tell(*episode_ids)

    async def close(self) -> None:
        """Stop; every part can be resumed."""
        self._closed = True
        self._alarm.stop()
        with suppress(KnownError):  # the next start puts the rows right
            await self._halt_all()
        self._lock.release()

    # --- inside -----------------------------------------------------------------------

    @property
    def _stand_still(self) -> bool:
        return self._settings.now.downloads_paused if self._held is None else self._held

    @property
    def _may_run(self) -> bool:
        return self._started and not self._closed and not self._stand_still

    def _heard(self, event: Event) -> None:
        """Follow new limits at once."""
        if isinstance(event, SettingsChanged) and self._started and not self._closed:
            self._alarm.now()

    async def _pump(self) -> None:
        """Start what may run now, and wake up when something else may."""
        async with self._turn:
            self._bandwidth.rate = self._settings.now.bandwidth_kb * 1000
            if not self._may_run:
                return
            waiting = await self._library.read(downloads.in_state, DownloadState.QUEUED)
            if not self._may_run:
                return
            running = [row for row, _ in self._running.values()]
            total = self._settings.now.parallel_downloads
            starting, pause = due(waiting, running, total, self._clock.now())
            for row in starting:
                task = asyncio.get_running_loop().create_task(self._run(row))
                self._running[row.episode_id] = (row, task)
            if pause is not None:
                self._alarm.later(pause)

    async def _run(self, row: Download) -> None:
        try:
            await self._try(row)
        except KnownError as error:
            _log.info("the library takes no word of a download: %s", error)
            self._hold(error)
            self._events.publish(Notice(str(error)))
        except Exception as bug:  # noqa: BLE001 - nobody may wait for ever because of it
            surface(bug)
            self._hold(of_bug(bug))
        finally:
            self._running.pop(row.episode_id, None)
        self._tell(row.episode_id)
        self._alarm.now()

    async def _try(self, row: Download) -> None:
        try:
            there = await self._fetching.fetch(row)
        except KnownError as error:
            await self._failed(row, error)
        except Exception as bug:  # noqa: BLE001 - it costs one download, not all
            surface(bug)
            await self._failed(row, of_bug(bug))
        else:
            gone = KnownError(f"“{row.title}” was not downloaded", "nobody waits for it any more")
            self._waiters.tell(row.episode_id, None if there else gone)
            if there:
                await self._setbacks.solved(row.episode_id)

    async def _failed(self, row: Download, error: KnownError) -> None:
        if await self._setbacks.postponed(row, error, impatient=self._impatient):
            return
        told = KnownError(f"“{row.title}” was not downloaded", error.why, error.what_next)
        full = isinstance(error, DiskFull)
        self._held = full or self._held
        try:
            await self._setbacks.failed(row, error, told)
            if full:
                await self._settings.change(downloads_paused=True)
        finally:
            self._waiters.tell(row.episode_id, told)
            if full:
                self._waiters.tell_all(told)

    def _hold(self, error: KnownError) -> None:
        """Let all stand still, and nobody wait for them."""
        self._held = True
        self._waiters.tell_all(error)

    async def _halt(self, episode_id: int) -> None:
        entry = self._running.get(episode_id)
        if entry is not None:
            entry[1].cancel()
            await asyncio.wait({entry[1]})
        if self._running.get(episode_id) is entry:  # it was cancelled before its first step
            self._running.pop(episode_id, None)

    async def _halt_all(self) -> None:
        halted = tuple(self._running)
        for episode_id in halted:
            await self._halt(episode_id)
        for episode_id in halted:
            await self._library.write(downloads.set_state, episode_id, DownloadState.QUEUED)
        self._tell(*halted)

    def _tell(self, *episode_ids: int) -> None:
        if episode_ids:
            self._events.publish(EpisodesChanged(frozenset(episode_ids)))
