"""One download from its row in the queue to its whole file, and the row last."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.base.addresses import sent
from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState
from desktop_app.downloads import faults, files, magic
from desktop_app.downloads.transfer import Answer, TransferJob, transfer
from desktop_app.library import downloads
from desktop_app.services import jobs
from desktop_app.services.events import DownloadProgress, EpisodesChanged
from desktop_app.services.worker import WorkerError

if TYPE_CHECKING:
    from pathlib import Path

    import aiohttp

    from desktop_app.base.clock import Clock
    from desktop_app.base.paths import Home
    from desktop_app.downloads.bandwidth import Bandwidth
    from desktop_app.library.database import Library
    from desktop_app.library.downloads import Download
    from desktop_app.services.events import Events
    from desktop_app.services.logins import Logins
    from desktop_app.services.worker import Worker

_SMOOTHING = 0.3
_log = logging.getLogger(__name__)


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
        logins: Logins,
        events: Events,
        clock: Clock,
    ) -> None:
        self._home = home
        self._library = library
        self._worker = worker
        self._session = session
        self._bandwidth = bandwidth
        self._logins = logins
        self._events = events
        self._clock = clock

    async def fetch(self, download: Download) -> bool:
        """Bring it home: name, bytes, probe, row. Cancelling leaves a resumable part.

        Returns False when nobody wants it (any more).

        Raises:
            TransferError: It did not arrive; what came of it is kept.
            KnownError: What arrived cannot be used, or the library cannot be written.
        """
        name = partial(self._name, download)
        try:
            relative = await self._library.write(downloads.claim, download.episode_id, name)
        except OSError as error:
            raise faults.of_disk(error) from error
        if relative is None:
            return False
        self._events.publish(EpisodesChanged(frozenset({download.episode_id})))
        final = self._home.audio / relative
        size = await asyncio.to_thread(_size_of, final)
        if not size:
            size = await self._transfer(download, final)
        return await self.keep(download.episode_id, relative, size)

    async def keep(self, episode_id: int, relative: str, size: int) -> bool:
        """Enter a whole file into the library: its true length, its chapters, the row last.

        Trouble of the worker is no reason to lose a recording: it is entered without its
        length then. Returns False when nobody wants the file any more, which deletes it.

        Raises:
            KnownError: It is no recording or damaged (it was deleted), or the library cannot
                be written.
        """
        path = self._home.audio / relative
        facts = None
        try:
            facts = await self._worker.run(partial(jobs.read_audio, str(path)))
        except WorkerError as error:
            _log.info("episode %d is kept without having been read: %s", episode_id, error.why)
        except KnownError:
            await asyncio.to_thread(path.unlink, missing_ok=True)
            raise
        wanted = await self._library.write(
            downloads.finish, episode_id, relative, size, self._clock.now(), facts
        )
        if not wanted:
            await asyncio.to_thread(path.unlink, missing_ok=True)
        return wanted

    async def discard(self, download: Download) -> None:
        """Delete what there is of a download, whole or not, if the file is ours."""
        if download.path is None or not download.ours:
            return
        final = self._home.audio / download.path
        for path in (final, files.part_of(final)):
            await asyncio.to_thread(path.unlink, missing_ok=True)

    async def reconcile(self) -> tuple[int, ...]:
        """Make rows and disk agree after whatever ended the last run; return what changed.

        Raises:
            KnownError: The folder of recordings cannot be read, or the library not written.
        """
        try:
            found = await asyncio.to_thread(files.listing, self._home.audio)
        except OSError as error:
            raise KnownError(
                "The folder of recordings cannot be read",
                (error.strerror or str(error)).lower(),
                "Check the disk and the folder's permissions, then open Hearthside again.",
            ) from error
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
            with suppress(OSError):
                await asyncio.to_thread((self._home.audio / path).unlink, missing_ok=True)
        return (*findings.missing, *(episode_id for episode_id, _ in findings.finished))

    async def _transfer(self, download: Download, final: Path) -> int:
        job = TransferJob(
            url=download.url or "",
            path=final,
            known=Answer(download.etag, download.last_modified, download.size),
            headers=await self._logins.headers(
                download.feed_url, download.account, download.url or ""
            ),
        )
        try:
            with sent(download.feed_url, job.url):
                result = await transfer(
                    self._session,
                    job,
                    self._progress_of(download.episode_id),
                    lambda answer: self._remember(download.episode_id, answer),
                    self._bandwidth,
                )
        except BaseException:
            with suppress(KnownError, OSError):  # the first trouble is the one to be told
                received = await asyncio.to_thread(_size_of, files.part_of(final))
                await self._library.write(downloads.set_received, download.episode_id, received)
            raise
        return result.size

    def _name(self, download: Download, paths: frozenset[str]) -> str:
        """Return a path that neither another download nor a file on the disk has."""
        wanted = files.file_name(
            download.feed,
            download.title,
            download.published,
            json.loads(download.speakers),
            magic.extension(b"", download.type, download.url or ""),
        )
        taken = files.taken_beside(self._home.audio / wanted)
        return files.unique(wanted, taken | {files.key(path) for path in paths})

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
    return path.stat().st_size if path.is_file() else 0
