"""The recordings on the disk, and what the library says of them: the two are made to agree."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState
from desktop_app.base.parsed import Ending
from desktop_app.downloads import faults, files, room
from desktop_app.library import downloads, keeping
from desktop_app.services import jobs
from desktop_app.services.worker import WorkerError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.base.clock import Clock
    from desktop_app.base.parsed import AudioFacts
    from desktop_app.base.paths import Home
    from desktop_app.library.database import Library
    from desktop_app.library.downloads import Download
    from desktop_app.services.worker import Worker

_log = logging.getLogger(__name__)


class Archive:
    """Knows our own files: a name without ``.part`` means that what it names is whole.

    ``read_talks()`` is called when a file came whose tags may say whose talk it is.
    """

    def __init__(
        self,
        home: Home,
        library: Library,
        worker: Worker,
        clock: Clock,
        read_talks: Callable[[], None],
    ) -> None:
        self._home = home
        self._library = library
        self._worker = worker
        self._clock = clock
        self._read_talks = read_talks

    def path_of(self, relative: str) -> Path:
        """Return where a recording lies, or is going to."""
        return self._home.audio / relative

    def has(self, relative: str) -> bool:
        """Tell whether a file is there and its disk answers. Call it in a thread that may wait."""
        try:
            return self.path_of(relative).is_file()
        except OSError:
            return False

    async def size_of(self, path: Path) -> int:
        """Return a file's bytes, 0 if there is none."""
        return await asyncio.to_thread(_size_of, path)

    async def read(self, path: Path) -> AudioFacts | None:
        """Return what a recording says of itself; None if only the worker is in trouble.

        Raises:
            KnownError: It is no recording, or damaged.
        """
        try:
            return await self._worker.run(partial(jobs.read_audio, str(path)))
        except WorkerError as error:
            _log.info("%s is kept without having been read: %s", path.suffix, error)
            return None

    async def name(self, relative: str) -> None:
        """Give a part its final name; one who cancels finds that done.

        Raises:
            TransferError: The disk refuses.
        """
        final = self.path_of(relative)
        naming = asyncio.ensure_future(asyncio.to_thread(files.finish, files.part_of(final), final))
        try:
            await asyncio.shield(naming)
        except asyncio.CancelledError:
            await asyncio.gather(naming, return_exceptions=True)
            raise
        except OSError as error:
            raise faults.of_disk(error) from error

    async def enter(
        self, episode_id: int, relative: str, size: int, facts: AudioFacts | None
    ) -> bool:
        """Note a whole file; False: nobody wants it any more, and it was deleted.

        Raises:
            KnownError: The library cannot be written.
        """
        wanted = await self._library.write(
            downloads.finish, episode_id, relative, size, self._clock.now(), facts
        )
        if not wanted:
            await asyncio.to_thread(self.delete, relative)
        elif facts is not None:
            self._read_talks()
        return wanted

    async def keep(self, episode_id: int, relative: str, size: int) -> bool:
        """Note a file that has its name already; False: nobody wants it any more.

        Raises:
            KnownError: It is no recording or damaged (it was deleted), or the library cannot
                be written.
        """
        try:
            facts = await self.read(self.path_of(relative))
        except KnownError:
            await asyncio.to_thread(self.delete, relative)
            raise
        return await self.enter(episode_id, relative, size, facts)

    async def reserve(self) -> int:
        """Return the bytes that downloads leave free on the disk of the recordings."""
        disk = await asyncio.to_thread(room.disk_of, self._home.audio)
        return room.reserve(disk.total)

    async def remove(self, episode_id: int) -> bool:
        """Delete a whole recording of ours; False: it is none.

        Raises:
            KnownError: The disk refuses, or the library cannot be written.
        """
        parted = await self._library.write(
            keeping.part_with,
            lambda shelf: [
                each
                for each in shelf
                if each.id == episode_id and each.ours and each.state is DownloadState.DOWNLOADED
            ],
        )
        cleared = [await self._library.write(keeping.clear, each, self.delete) for each in parted]
        if parted and not any(cleared):
            raise KnownError(
                "The recording could not be removed",
                "the disk refused, or another program has it open",
                "Close what plays it, or check the folder for recordings, then try again.",
            )
        return any(cleared)

    def delete(self, relative: str) -> bool:
        """Delete a file; False: the disk refuses. To be called in a thread that may wait."""
        try:
            self.path_of(relative).unlink(missing_ok=True)
        except OSError as error:
            _log.info("a recording cannot be removed: %s", error.strerror)
            return False
        return True

    async def discard(self, download: Download) -> None:
        """Delete what came of a download that is not to be, if the file is ours."""
        if download.path is not None and download.ours:
            for each in (download.path, download.path + files.PART):
                await asyncio.to_thread(self.delete, each)

    async def reconcile(self) -> frozenset[int]:
        """Make rows and disk agree after whatever ended the last run; return what changed.

        Raises:
            KnownError: The folder of recordings cannot be read, or the library not written.
        """
        rows = await self._library.read(downloads.in_state, *DownloadState)
        for row in rows:
            if row.state is DownloadState.DOWNLOADING:
                await self._library.write(downloads.set_state, row.episode_id, DownloadState.QUEUED)
        found = await self._listing()
        findings = files.reconcile(found, _on_disk(rows))
        for path in findings.stray:
            await asyncio.to_thread(self.delete, path)
        return await self._correct(findings, found)

    async def look(self) -> frozenset[int]:
        """Note files that were taken away or came back since; return which.

        What is under way is left alone: rows are read before the disk is.

        Raises:
            KnownError: The folder of recordings cannot be read, or the library not written.
        """
        rows = await self._library.read(
            downloads.in_state, DownloadState.DOWNLOADED, DownloadState.REMOTE
        )
        found = await self._listing()
        return await self._correct(files.reconcile(found, _on_disk(rows)), found)

    async def _listing(self) -> dict[str, int]:
        try:
            return await asyncio.to_thread(files.listing, self._home.audio)
        except OSError as error:
            raise KnownError(
                "The folder of recordings cannot be read",
                (error.strerror or str(error)).lower(),
                "Check the disk and the folder's permissions, then open Hearthside again.",
            ) from error

    async def _correct(self, findings: files.Findings, found: dict[str, int]) -> frozenset[int]:
        changed = set()
        damaged = [
            episode_id
            for episode_id, path in findings.changed
            if not await self._adopt(episode_id, path, found[path])
        ]
        for episode_id in (*findings.missing, *damaged):
            if await self._library.write(downloads.lose, episode_id):
                changed.add(episode_id)
        for episode_id, path in findings.finished:
            with suppress(KnownError):
                await self.keep(episode_id, path, found[path])
                changed.add(episode_id)
        return frozenset(changed)

    async def _adopt(self, episode_id: int, path: str, size: int) -> bool:
        """Take a file as it is now, with other tags, say; False: it is damaged."""
        try:
            facts = await self.read(self.path_of(path))
        except KnownError:
            return False
        if facts is None or facts.ending is Ending.CUT:
            return facts is None
        return await self.enter(episode_id, path, size, facts)


def _on_disk(rows: tuple[Download, ...]) -> list[files.Row]:
    return [
        files.Row(row.episode_id, row.path, row.state is DownloadState.DOWNLOADED, row.size)
        for row in rows
        if row.ours and row.path
    ]


def _size_of(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0
