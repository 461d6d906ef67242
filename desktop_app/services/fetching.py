"""One download from its row in the queue to its whole file, and the row last."""

from __future__ import annotations

import json
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.base.addresses import sent
from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState
from desktop_app.downloads import faults, files, magic, tracking, verdict
from desktop_app.downloads.answer import Answer
from desktop_app.downloads.faults import DiskFull, TransferError
from desktop_app.downloads.transfer import TransferJob, transfer
from desktop_app.downloads.verdict import Evidence, Verdict
from desktop_app.library import downloads
from desktop_app.services.events import DownloadProgress, EpisodesChanged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import aiohttp

    from desktop_app.base.parsed import AudioFacts
    from desktop_app.downloads.bandwidth import Bandwidth
    from desktop_app.downloads.transfer import TransferResult
    from desktop_app.library.database import Library
    from desktop_app.library.downloads import Download
    from desktop_app.services.archive import Archive
    from desktop_app.services.events import Events
    from desktop_app.services.logins import Logins

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
        archive: Archive,
        library: Library,
        session: aiohttp.ClientSession,
        bandwidth: Bandwidth,
        logins: Logins,
        events: Events,
    ) -> None:
        self._archive = archive
        self._library = library
        self._session = session
        self._bandwidth = bandwidth
        self._logins = logins
        self._events = events

    async def fetch(self, download: Download, landed: Callable[[int], None]) -> bool:
        """Bring it home: bytes, examination, the final name, the row. A part can be resumed.

        ``landed(id)`` is called when the bytes are here and the rest needs no line. Returns
        False when nobody wants it (any more).

        Raises:
            TransferError: It did not arrive, or not all of it; what came of it is kept.
            KnownError: What arrived cannot be used, or the library cannot be written.
        """
        with _disk():
            return await self._fetched(download, landed)

    async def _fetched(self, download: Download, landed: Callable[[int], None]) -> bool:
        name = partial(self._name, download)
        relative = await self._library.write(downloads.claim, download.episode_id, name)
        if relative is None:
            return False
        self._events.publish(EpisodesChanged(frozenset({download.episode_id})))
        final = self._archive.path_of(relative)
        there = await self._archive.size_of(final)
        if there and there == download.size:
            return await self._archive.keep(download.episode_id, relative, there)
        size, facts = await self._bring(replace(download, path=relative), landed)
        await self._archive.name(relative)
        return await self._archive.enter(download.episode_id, relative, size, facts)

    async def keep_anyway(self, download: Download) -> bool:
        """Take what came of a doubted download for the whole; False: it has failed no longer.

        Meanwhile it counts as under way, lest another try write into the same part.

        Raises:
            KnownError: There is nothing, it is no recording, or the disk refuses.
        """
        relative, one = download.path or "", download.episode_id
        failed = DownloadState.FAILED
        if not await self._library.write(downloads.begin, one, relative, failed):
            return False
        self._events.publish(EpisodesChanged(frozenset({one})))
        try:
            with _disk():
                return await self._kept(one, relative)
        except BaseException:
            await self._library.write(downloads.set_state, one, failed, download.failure)
            raise

    async def _kept(self, episode_id: int, relative: str) -> bool:
        part = files.part_of(self._archive.path_of(relative))
        size = await self._archive.size_of(part)
        if not size:
            raise KnownError("There is nothing to keep", "no part of the recording is here")
        facts = await self._archive.read(part)
        await self._archive.name(relative)
        return await self._archive.enter(episode_id, relative, size, facts)

    async def _bring(
        self, download: Download, landed: Callable[[int], None]
    ) -> tuple[int, AudioFacts | None]:
        """Fill the part until it is the whole recording, as far as anybody can tell.

        Where there is doubt, the server is asked for what lies beyond the end.
        """
        final = self._archive.path_of(download.path or "")
        known = Answer(download.etag, download.last_modified, download.size)
        again = download.doubted
        for asked in (again is not None, True):
            result = await self._from_anywhere(download, final, known, doubt=asked)
            landed(download.episode_id)
            facts, problem = await self._read(files.part_of(final))
            evidence = Evidence(
                size=result.size,
                framing=result.framing,
                confirmed=result.confirmed,
                asked=asked,
                again=again,
                feed_size=download.feed_size,
                feed_duration=download.feed_duration,
                duration=facts.duration if facts else None,
                ending=facts.ending if facts else None,
                readable=problem is None,
            )
            judgement = verdict.judge(evidence)
            if judgement is Verdict.WHOLE:
                await self._remember(download, replace(result.answer, expected=result.size))
                return result.size, facts
            if judgement is Verdict.CUT:
                break
            known, again = result.answer, result.size
        if problem is not None and result.confirmed:
            await self._archive.discard(download)
            raise problem
        await self._library.write(downloads.doubt, download.episode_id, result.size)
        raise faults.incomplete(verdict.reason(evidence))

    async def _read(self, part: Path) -> tuple[AudioFacts | None, KnownError | None]:
        try:
            return await self._archive.read(part), None
        except KnownError as problem:
            return None, problem

    async def _from_anywhere(
        self, download: Download, final: Path, known: Answer, *, doubt: bool
    ) -> TransferResult:
        """Ask the recording's own server first, where its address leads past one that counts."""
        address = download.url or ""
        plain = tracking.plain(address)
        if plain is not None:
            before = await self._archive.size_of(files.part_of(final))
            try:
                return await self._transfer(download, plain, final, known, doubt=doubt)
            except DiskFull:
                raise
            except TransferError:
                if await self._archive.size_of(files.part_of(final)) > before:
                    raise  # it answers; the rest comes from there another time
        return await self._transfer(download, address, final, known, doubt=doubt)

    async def _transfer(
        self, download: Download, address: str, final: Path, known: Answer, *, doubt: bool
    ) -> TransferResult:
        job = TransferJob(
            url=address,
            path=final,
            known=known,
            headers=await self._logins.headers(download.feed_url, download.account, address),
            reserve=await self._archive.reserve(),
            doubt=doubt,
        )
        try:
            with sent(download.feed_url, address):
                return await transfer(
                    self._session,
                    job,
                    _Progress(download.episode_id, self._events),
                    partial(self._remember, download),
                    self._bandwidth,
                )
        finally:
            with suppress(KnownError, OSError):  # the first trouble is the one to be told
                received = await self._archive.size_of(files.part_of(final))
                await self._library.write(downloads.set_received, download.episode_id, received)

    def _name(self, download: Download, paths: frozenset[str]) -> str:
        """Return a path that neither another download nor a file on the disk has."""
        wanted = files.file_name(
            download.feed,
            download.title,
            download.published,
            json.loads(download.speakers),
            magic.extension(b"", download.type, download.url or ""),
        )
        taken = files.taken_beside(self._archive.path_of(wanted))
        return files.unique(wanted, taken | {files.key(path) for path in paths})

    async def _remember(self, download: Download, answer: Answer) -> None:
        await self._library.write(
            downloads.set_validators,
            download.episode_id,
            answer.etag,
            answer.last_modified,
            answer.expected,
        )


@contextmanager
def _disk() -> Iterator[None]:
    """Tell what the disk refuses in the person's words."""
    try:
        yield
    except OSError as error:
        raise faults.of_disk(error) from error


class _Progress:
    def __init__(self, episode_id: int, events: Events) -> None:
        self._episode_id = episode_id
        self._events = events
        self._speed = Speed()

    def __call__(self, received: int, total: int | None) -> None:
        speed = self._speed.of(received, time.monotonic())
        self._events.publish(DownloadProgress(self._episode_id, received, total, speed))
