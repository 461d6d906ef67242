"""Move one recording to the disk: resumed where it broke off, and whole or not at all.

The bytes gather in ``NAME.part``. What is needed to go on later, the validator and the length
of the first answer, is the caller's to keep (``on_headers``), so nothing lies beside the file.
Bytes are appended only to those of the very same version of the recording (RFC 9110, 13.1.5
and 14.2): a 206 for the right range, asked for with ``If-Range`` and a strong validator.
"""

from __future__ import annotations

import asyncio
import re
import shutil
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, BinaryIO

import aiohttp

from desktop_app.downloads import faults, files, hops, magic
from desktop_app.downloads.bandwidth import Bandwidth

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Mapping
    from pathlib import Path

CHUNK = 262_144
PROGRESS_EVERY = 0.25
"""Seconds between two reports of progress."""

_CONTENT_RANGE = re.compile(r"bytes (?:(\d+)-\d+|\*)/(\d+|\*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """What the first answer said of the recording; ``expected`` is its whole length in bytes."""

    etag: str | None = None
    last_modified: str | None = None
    expected: int | None = None
    content_type: str | None = None

    @property
    def validator(self) -> str | None:
        """What ``If-Range`` may carry: a strong ETag, else the date; None: no resuming."""
        if self.etag and not self.etag.startswith("W/"):
            return self.etag
        return self.last_modified


@dataclass(frozen=True, slots=True)
class TransferJob:
    """What to fetch and where to put it.

    ``known`` is the :class:`Answer` that ``on_headers`` was given when the ``.part`` file was
    begun. Timeouts are in seconds; ``stall_timeout`` is the longest silence that is borne.
    ``headers`` are sent along (a sign-in), but not to another server that this one leads to.
    """

    url: str
    path: Path
    known: Answer = Answer()
    headers: Mapping[str, str] = field(default_factory=dict)
    connect_timeout: float = 30.0
    stall_timeout: float = 60.0


@dataclass(frozen=True, slots=True)
class TransferResult:
    """A whole file; ``size`` in bytes."""

    path: Path
    size: int
    answer: Answer


async def transfer(
    session: aiohttp.ClientSession,
    job: TransferJob,
    on_progress: Callable[[int, int | None], None],
    on_headers: Callable[[Answer], Awaitable[None]] | None = None,
    bandwidth: Bandwidth | None = None,
) -> TransferResult:
    """Download ``job`` and return its file once that is safely on the disk.

    ``on_progress`` gets bytes so far and bytes in all (None: not known), at most four times a
    second. ``on_headers`` is awaited before the first byte of a version is written, so that
    what it is given can be stored. Cancelling leaves a ``.part`` that can be resumed.

    Raises:
        DiskFull: There is no room.
        TransferError: Anything else that keeps the recording from arriving.
    """
    try:
        return await _Transfer(session, job, on_progress, on_headers, bandwidth).run()
    except aiohttp.ConnectionTimeoutError as error:
        raise faults.of_network(error) from error
    except TimeoutError as error:
        raise faults.broken(
            f"nothing came from the server for {job.stall_timeout:g} seconds"
        ) from error
    except (aiohttp.ClientError, ConnectionError) as error:
        raise faults.of_network(error) from error
    except OSError as error:
        raise faults.of_disk(error) from error


class _StartOver(Exception):  # noqa: N818  # not an error: the other way to go on
    """What lies on the disk cannot be continued."""


class _Transfer:
    def __init__(
        self,
        session: aiohttp.ClientSession,
        job: TransferJob,
        on_progress: Callable[[int, int | None], None],
        on_headers: Callable[[Answer], Awaitable[None]] | None,
        bandwidth: Bandwidth | None,
    ) -> None:
        self._session = session
        self._job = job
        self._on_progress = on_progress
        self._on_headers = on_headers
        self._bandwidth = bandwidth or Bandwidth()
        self._part = files.part_of(job.path)
        self._answer = job.known
        self._received = 0
        self._told = 0.0

    async def run(self) -> TransferResult:
        self._part.parent.mkdir(parents=True, exist_ok=True)
        have = self._have()
        if not have or have != self._answer.expected:
            try:
                await self._fetch(have)
            except _StartOver:
                await self._fetch(0)
        return await self._finish()

    def _have(self) -> int:
        """Return how many bytes can be built upon."""
        if not self._answer.validator or not self._part.exists():
            return 0
        with self._part.open("rb") as part:
            if not magic.looks_like_audio(part.read(magic.HEAD)):
                return 0
        have = self._part.stat().st_size
        expected = self._answer.expected
        return 0 if expected is not None and have > expected else have

    async def _fetch(self, have: int) -> None:
        async with self._response(have) as response:
            if have and response.status == 206:
                self._check_range(response, have)
                await self._receive(response, b"", have)
            elif have and response.status == 416:
                self._check_complete(response, have)
            elif response.status == 200:
                head = await self._head(response)
                self._answer = _answer_of(response)
                self._part.write_bytes(b"")
                if self._on_headers:
                    await self._on_headers(self._answer)
                await self._receive(response, head, 0)
            else:
                raise faults.refused(response.status, response.headers)

    @asynccontextmanager
    async def _response(self, have: int) -> AsyncIterator[aiohttp.ClientResponse]:
        headers = {"Accept-Encoding": "identity"}
        if have and self._answer.validator:
            headers |= {"Range": f"bytes={have}-", "If-Range": self._answer.validator}
        job = self._job
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=job.connect_timeout)
        async with asyncio.timeout(job.connect_timeout + job.stall_timeout):
            response = await hops.follow(
                self._session, job.url, headers, job.headers, timeout=timeout, read_bufsize=CHUNK
            )
        async with response:
            yield response

    def _check_range(self, response: aiohttp.ClientResponse, have: int) -> None:
        """Make sure that these bytes continue ours."""
        start, total = _content_range(response)
        known = self._answer
        etag = response.headers.get("ETag", known.etag)
        if start != have or (total and known.expected and total != known.expected):
            raise _StartOver
        if (known.etag and etag != known.etag) or _encoded(response):
            raise _StartOver
        self._answer = replace(known, expected=known.expected or total)

    def _check_complete(self, response: aiohttp.ClientResponse, have: int) -> None:
        """Take a 416 for "you have it all" only if the server says so.

        It overrules the length that was promised first: some servers promise wrongly.
        """
        _, total = _content_range(response)
        if total != have:
            raise _StartOver

    async def _head(self, response: aiohttp.ClientResponse) -> bytes:
        """Return the first bytes, which must be sound: before that nothing is touched."""
        head = b""
        while len(head) < magic.HEAD and (piece := await self._read(response)):
            head += piece
            if magic.looks_like_audio(head):
                return head
        if not head:
            raise faults.broken("the server sent nothing")
        reason = magic.page_reason(head) or "what the server sent is no recording"
        raise faults.not_audio(reason)

    async def _receive(self, response: aiohttp.ClientResponse, head: bytes, have: int) -> None:
        self._received = have
        expected = self._answer.expected
        if expected and shutil.disk_usage(self._part.parent).free < expected - have:
            raise faults.DiskFull
        with self._part.open("ab") as out:
            piece = head
            self._tell()
            while piece or (piece := await self._read(response)):
                self._write(out, piece)
                await self._bandwidth.take(len(piece))
                piece = b""
        if expected is not None and self._received != expected:
            raise faults.broken(f"only {self._received:,} of {expected:,} bytes came")

    async def _read(self, response: aiohttp.ClientResponse) -> bytes:
        async with asyncio.timeout(self._job.stall_timeout):
            return await response.content.read(self._bandwidth.chunk(CHUNK))

    def _write(self, out: BinaryIO, piece: bytes) -> None:
        out.write(piece)
        out.flush()
        self._received += len(piece)
        if time.monotonic() - self._told >= PROGRESS_EVERY:
            self._tell()

    def _tell(self) -> None:
        self._told = time.monotonic()
        self._on_progress(self._received, self._answer.expected)

    async def _finish(self) -> TransferResult:
        size = self._part.stat().st_size
        await _to_the_end(asyncio.to_thread(files.finish, self._part, self._job.path))
        self._on_progress(size, size)
        return TransferResult(self._job.path, size, self._answer)


async def _to_the_end(work: Coroutine[None, None, None]) -> None:
    """Await what cannot be called back; one who cancels must find it done."""
    task = asyncio.ensure_future(work)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.gather(task, return_exceptions=True)
        raise


def _encoded(response: aiohttp.ClientResponse) -> bool:
    """Return whether the server packed the bytes all the same, so that lengths mean nothing."""
    return response.headers.get("Content-Encoding", "identity").lower() != "identity"


def _answer_of(response: aiohttp.ClientResponse) -> Answer:
    kind = response.headers.get("Content-Type")
    if _encoded(response):
        return Answer(content_type=kind)
    headers = response.headers
    length = response.content_length
    etag, date = _storable(headers.get("ETag")), _storable(headers.get("Last-Modified"))
    return Answer(etag, date, length, kind)


def _storable(validator: str | None) -> str | None:
    """Return a validator that can be stored and sent back; raw bytes that are no UTF-8 cannot."""
    try:
        (validator or "").encode()
    except UnicodeEncodeError:
        return None
    return validator


def _content_range(response: aiohttp.ClientResponse) -> tuple[int | None, int | None]:
    """Return start and total of ``Content-Range`` (RFC 9110, 14.4), None where not told."""
    match = _CONTENT_RANGE.fullmatch(response.headers.get("Content-Range", "").strip())
    start, total = match.groups() if match else (None, None)
    return int(start) if start else None, int(total) if total and total != "*" else None
