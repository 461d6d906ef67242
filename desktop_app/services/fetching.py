"""One download from its row in the queue to its whole file, and the row last."""

from __future__ import annotations

import asyncio
import json
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState
from desktop_app.downloads import files, magic
from desktop_app.downloads.transfer import Answer, TransferJob, transfer
from desktop_app.library import chapters, downloads, episodes
from desktop_app.services import jobs
from desktop_app.services.events import DownloadProgress, EpisodesChanged

if TYPE_CHECKING:
    from pathlib import Path

    import aiohttp

    from desktop_app.base.clock import Clock
    from desktop_app.base.paths import Home
    from desktop_app.downloads.bandwidth import Bandwidth
    from desktop_app.library.database import Library
    from desktop_app.library.downloads import Download
    from desktop_app.services.events import Events
    from desktop_app.services.worker import Worker

_SMOOTHING = 0.3


@dataclass(slots=True)
class Speed:
    """Bytes a second, smoothed so that the number can be read."""

    bytes: int = 0
    at: float = 0.0
    value: float = 0.0

    def of(self, received: int, now: float) -> float:
        """Return the speed after ``received`` bytes at ``now`` (monotonic seconds)."""
        if self.at and now > self.at:
            momentary = max(0, received - self.bytes) / (now - self.at)
            grown = _SMOOTHING * momentary + (1 - _SMOOTHING) * self.value
            self.value = grown if self.value else momentary
        self.bytes, self.at = received, now
        return self.value


class Fetching:
    """Knows how to bring one recording home."""

    def __init__(
        self,
        home: Home,
        library: Library,
        worker: Worker,
        session: aiohttp.ClientSession,
        bandwidth: Bandwidth,
        events: Events,
        clock: Clock,
    ) -> None:
        self._home = home
        self._library = library
        self._worker = worker
        self._session = session
        self._bandwidth = bandwidth
        self._events = events
        self._clock = clock

    async def fetch(self, download: Download) -> None:
        """Bring it home: name, bytes, probe, row. Cancelling leaves a resumable part.

        Raises:
            TransferError: It did not arrive; what came of it is kept.
            KnownError: What arrived cannot be used, or the library cannot be written.
        """
        relative = await self._path_for(download)
        await self._library.write(downloads.begin, download.episode_id, relative)
        self._events.publish(EpisodesChanged(frozenset({download.episode_id})))
        final = self._home.audio / relative
        job = TransferJob(
            url=download.url or "",
            path=final,
            known=Answer(download.etag, download.last_modified, download.size),
        )
        try:
            result = await transfer(
                self._session,
                job,
                self._progress_of(download.episode_id),
                lambda answer: self._remember(download.episode_id, answer),
                self._bandwidth,
            )
        except BaseException:
            received = await asyncio.to_thread(_size_of, files.part_of(final))
            await self._library.write(downloads.set_received, download.episode_id, received)
            raise
        await self.keep(download.episode_id, relative, result.size)

    async def keep(self, episode_id: int, relative: str, size: int) -> None:
        """Enter a whole file into the library: its true length, its chapters, the row last."""
        path = self._home.audio / relative
        try:
            facts = await self._worker.run(partial(jobs.read_audio, str(path)))
        except KnownError:
            await asyncio.to_thread(path.unlink, missing_ok=True)
            raise
        await self._library.write(episodes.set_duration, episode_id, facts.duration)
        await self._library.write(chapters.replace, episode_id, facts.chapters)
        await self._library.write(downloads.finish, episode_id, relative, size, self._clock.now())

    async def discard(self, download: Download) -> None:
        """Delete what there is of a download, whole or not, if the file is ours."""
        if download.path is None or not download.ours:
            return
        final = self._home.audio / download.path
        for path in (final, files.part_of(final)):
            await asyncio.to_thread(path.unlink, missing_ok=True)

    async def reconcile(self) -> tuple[int, ...]:
        """Make rows and disk agree after whatever ended the last run; return what changed."""
        found = await asyncio.to_thread(files.listing, self._home.audio)
        rows = await self._library.read(downloads.in_state, *DownloadState)
        for row in rows:
            if row.state is DownloadState.DOWNLOADING:
                await self._library.write(downloads.set_state, row.episode_id, DownloadState.QUEUED)
        findings = files.reconcile(found, [_disk_row(row) for row in rows if row.ours and row.path])
        for episode_id in findings.missing:
            await self._library.write(downloads.forget, episode_id)
        for episode_id, path in findings.finished:
            with suppress(KnownError):
                await self.keep(episode_id, path, found[path])
        for path in findings.stray:
            await asyncio.to_thread((self._home.audio / path).unlink, missing_ok=True)
        return (*findings.missing, *(episode_id for episode_id, _ in findings.finished))

    async def _path_for(self, download: Download) -> str:
        if download.path is not None:
            return download.path
        taken = {files.key(path) for path in await self._library.read(downloads.paths)}
        wanted = files.file_name(
            download.feed,
            download.title,
            download.published,
            json.loads(download.speakers),
            magic.extension(b"", download.type, download.url or ""),
        )
        return files.unique(wanted, taken)

    async def _remember(self, episode_id: int, answer: Answer) -> None:
        await self._library.write(
            downloads.set_validators,
            episode_id,
            answer.etag,
            answer.last_modified,
            answer.expected,
        )

    def _progress_of(self, episode_id: int) -> _Progress:
        return _Progress(episode_id, self._events)


class _Progress:
    def __init__(self, episode_id: int, events: Events) -> None:
        self._episode_id = episode_id
        self._events = events
        self._speed = Speed()

    def __call__(self, received: int, total: int | None) -> None:
        speed = self._speed.of(received, time.monotonic())
        self._events.publish(DownloadProgress(self._episode_id, received, total, speed))


def _disk_row(row: Download) -> files.Row:
    downloaded = row.state is DownloadState.DOWNLOADED
    return files.Row(row.episode_id, row.path or "", downloaded, row.size)


def _size_of(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
