"""The queue of downloads: the person's order, limits, pauses, retries, and what the disk says."""

from __future__ import annotations

import asyncio
import random
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState
from desktop_app.downloads.faults import DiskFull, TransferError
from desktop_app.downloads.queue import (
    Active,
    Limits,
    Waiting,
    backoff,
    give_up,
    host_of,
    next_jobs,
)
from desktop_app.library import downloads, problems
from desktop_app.services.events import (
    DownloadProgress,
    EpisodesChanged,
    ProblemsChanged,
    SettingsChanged,
)

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

_FEW_ATTEMPTS = 3


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
        self._running: dict[int, tuple[Download, asyncio.Task[None]]] = {}
        self._waiters: dict[int, asyncio.Future[KnownError | None]] = {}
        self._turn = asyncio.Lock()
        self._wake: asyncio.TimerHandle | None = None
        self._kicks: set[asyncio.Task[None]] = set()
        self._impatient = False
        self._started = False
        events.listen(self._heard)

    async def start(self) -> None:
        """Make rows and disk agree, then go on with what waits.

        Raises:
            KnownError: Another process does the downloading.
        """
        if self._started:
            return
        if not self._lock.acquire():
            raise KnownError(
                "Downloads are under way already",
                "another Hearthside is open on this library",
                "Use its window, or close it first.",
            )
        self._started = True
        self._tell(*await self._fetching.reconcile())
        await self._pump()

    async def request(self, episode_ids: Iterable[int]) -> None:
        """Queue these at the end; what failed or was paused is tried again.

        Raises:
            KnownError: Another process does the downloading.
        """
        await self.start()
        queued = await self._library.write(downloads.enqueue, tuple(episode_ids))
        await self._solved(*queued)
        self._tell(*queued)
        await self._pump()

    async def fetch_all(self, episode_ids: tuple[int, ...]) -> tuple[DownloadResult, ...]:
        """Download these and whatever waits already; return when all are there or failed.

        Nobody watches over a command line: three attempts are made, not ten.
        """
        self._impatient = True
        await self.start()
        loop = asyncio.get_running_loop()
        waiting = await self._library.read(
            downloads.in_state, DownloadState.QUEUED, DownloadState.DOWNLOADING
        )
        wanted = dict.fromkeys((*episode_ids, *(each.episode_id for each in waiting)))
        self._waiters = {episode_id: loop.create_future() for episode_id in wanted}
        await self._settings.change(downloads_paused=False)
        await self.request(wanted)
        results = []
        for episode_id in wanted:
            row = await self._library.read(downloads.one, episode_id)
            if row is None:
                error: KnownError | None = KnownError(
                    f"Episode {episode_id} cannot be downloaded", "it has no recording"
                )
            elif row.state is DownloadState.DOWNLOADED:
                error = None
            else:
                error = await self._waiters[episode_id]
            results.append(DownloadResult(episode_id, row.title if row else "", error))
        return tuple(results)

    async def pause(self, episode_id: int) -> None:
        """Let one stand still; what came of it is kept."""
        await self._halt(episode_id)
        await self._library.write(downloads.set_state, episode_id, DownloadState.PAUSED)
        self._tell(episode_id)
        await self._pump()

    async def resume(self, episode_id: int) -> None:
        """Let one go on where it was."""
        await self.request((episode_id,))

    async def pause_all(self) -> None:
        """Let all stand still until :meth:`resume_all`, across restarts too."""
        await self._settings.change(downloads_paused=True)
        for episode_id in tuple(self._running):
            await self._halt(episode_id)
            await self._library.write(downloads.set_state, episode_id, DownloadState.QUEUED)
            self._tell(episode_id)

    async def resume_all(self) -> None:
        """Go on with everything that waits."""
        await self._settings.change(downloads_paused=False)
        await self.start()
        await self._pump()

    async def paused(self) -> bool:
        """Tell whether all stand still."""
        return self._settings.now.downloads_paused

    async def cancel(self, episode_id: int) -> None:
        """Take one out of the queue and delete what came of it."""
        await self._halt(episode_id)
        row = await self._library.read(downloads.one, episode_id)
        if row is not None and row.state is not DownloadState.DOWNLOADED:
            await self._fetching.discard(row)
            await self._library.write(downloads.forget, episode_id)
        await self._solved(episode_id)
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
        self._started = False
        if self._wake is not None:
            self._wake.cancel()
        for episode_id in tuple(self._running):
            await self._halt(episode_id)
            await self._library.write(downloads.set_state, episode_id, DownloadState.QUEUED)
        self._lock.release()

    # --- inside -----------------------------------------------------------------------

    def _heard(self, event: Event) -> None:
        """Follow new limits at once."""
        if isinstance(event, SettingsChanged) and self._started:
            self._kick()

    async def _pump(self) -> None:
        """Start what may run now, and wake up when something else may."""
        async with self._turn:
            settings = self._settings.now
            self._bandwidth.rate = settings.bandwidth_kb * 1000
            if settings.downloads_paused or not self._started:
                return
            rows = await self._library.read(downloads.in_state, DownloadState.QUEUED)
            by_id = {row.episode_id: row for row in rows}
            waiting = [
                Waiting(row.episode_id, host_of(row.url or ""), row.not_before) for row in rows
            ]
            active = [Active(i, host_of(row.url or "")) for i, (row, _) in self._running.items()]
            limits = Limits(total=settings.parallel_downloads)
            now = self._clock.now()
            for episode_id in next_jobs(waiting, active, limits, now):
                row = by_id[episode_id]
                task = asyncio.get_running_loop().create_task(self._run(row))
                self._running[episode_id] = (row, task)
            later = [row.not_before for row in rows if row.not_before and row.not_before > now]
            if later:
                self._wake_in((min(later) - now).total_seconds())

    def _wake_in(self, seconds: float) -> None:
        if self._wake is not None:
            self._wake.cancel()
        loop = asyncio.get_running_loop()
        self._wake = loop.call_later(max(0.1, seconds), self._kick)

    def _kick(self) -> None:
        task = asyncio.get_running_loop().create_task(self._pump())
        self._kicks.add(task)
        task.add_done_callback(self._kicks.discard)

    async def _run(self, row: Download) -> None:
        try:
            await self._fetching.fetch(row)
        except KnownError as error:
            await self._failed(row, error)
        else:
            await self._solved(row.episode_id)
            self._done(row.episode_id, None)
        finally:
            self._running.pop(row.episode_id, None)
        self._tell(row.episode_id)
        self._kick()

    async def _failed(self, row: Download, error: KnownError) -> None:
        attempt = row.attempts + 1
        last = attempt >= _FEW_ATTEMPTS if self._impatient else give_up(attempt)
        retryable = isinstance(error, TransferError) and error.retryable
        if retryable and not last:
            await self._postpone(row, attempt, error)
            return
        told = KnownError(f"“{row.title}” was not downloaded", error.why, error.what_next)
        await self._library.write(
            downloads.set_state, row.episode_id, DownloadState.FAILED, error.why or error.what
        )
        now = self._clock.now()
        await self._library.write(problems.report, told, now, episode_id=row.episode_id)
        self._events.publish(ProblemsChanged())
        if isinstance(error, DiskFull):
            await self._settings.change(downloads_paused=True)
            for waiter in tuple(self._waiters):
                self._done(waiter, told)
        self._done(row.episode_id, told)

    async def _postpone(self, row: Download, attempt: int, error: KnownError) -> None:
        asked = error.retry_after if isinstance(error, TransferError) else None
        pause = asked if asked is not None else backoff(attempt, random.random())  # noqa: S311
        until = self._clock.now() + timedelta(seconds=pause)
        await self._library.write(downloads.postpone, row.episode_id, attempt, until, error.why)
        stored = await self._library.read(downloads.one, row.episode_id)
        received = stored.received if stored else 0
        words = f"{error.why}, trying again in {pause:.0f} s"
        self._events.publish(DownloadProgress(row.episode_id, received, row.size, 0.0, words))
        self._wake_in(pause)

    async def _halt(self, episode_id: int) -> None:
        entry = self._running.get(episode_id)
        if entry is not None:
            entry[1].cancel()
            with suppress(asyncio.CancelledError):
                await entry[1]

    async def _solved(self, *episode_ids: int) -> None:
        for episode_id in episode_ids:
            if await self._library.write(problems.solve, episode_id=episode_id):
                self._events.publish(ProblemsChanged())

    def _done(self, episode_id: int, error: KnownError | None) -> None:
        waiter = self._waiters.get(episode_id)
        if waiter is not None and not waiter.done():
            waiter.set_result(error)

    def _tell(self, *episode_ids: int) -> None:
        if episode_ids:
            self._events.publish(EpisodesChanged(frozenset(episode_ids)))
