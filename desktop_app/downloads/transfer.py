"""Move the bytes of one recording to the disk: from where it broke off, of one version only.

They gather in ``NAME.part`` and stay there: whoever called examines them before the file gets
its name. What is needed to go on later, the validators and the length of the first answer, is
the caller's to keep (``on_headers``), so nothing lies beside the file.

The way of the bytes (``_Transfer``, from ``go`` down):

1. What can be gone on with is asked for from a little before the end of the part, with
   ``Range`` and ``If-Range`` (RFC 9110, 13.1.5 and 14.2); anything else from its beginning.
2. 206: headers must speak of the same version (``answer.continued``), and the bytes asked for
   again must be those that are there. If not, the whole is asked for.
3. 200, or a 206 from the very beginning: if the first bytes are sound, all are compared with
   those that are there. The first that differs takes the place of the old ones from there on;
   until then nothing is lost of them.
4. 416 with the size that is there: this is all.
5. The end counts as the end only where it was promised.
"""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import aiohttp

from desktop_app.downloads import faults, files, hops, magic
from desktop_app.downloads.answer import (
    Answer,
    Framing,
    answer_of,
    content_range,
    continued,
    framing_of,
    is_packed,
)
from desktop_app.downloads.bandwidth import Bandwidth
from desktop_app.downloads.part import Part

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
    from pathlib import Path

CHUNK = 262_144
OVERLAP = 4096
"""Bytes before the end of a part that are asked for again and compared. A line that breaks off
after fewer brings nothing new."""

PROGRESS_EVERY = 0.25
"""Seconds between two reports of progress, and between two looks at the room on the disk."""


@dataclass(frozen=True, slots=True)
class TransferJob:
    """What to fetch and where to put it.

    ``path`` is the final name; the bytes gather in its ``.part``. ``known`` is the
    :class:`Answer` that ``on_headers`` was given last. Timeouts are in seconds;
    ``stall_timeout`` is the longest silence that is borne. ``headers`` are sent along (a
    sign-in), but not to another server that this one leads to. ``reserve`` is the number of
    bytes to be left free on the disk. ``doubt``: all that was promised is there, but whoever
    examined it thinks that there must be more; the server is asked for what lies beyond the
    end, and the total it names then is believed more than the length it told before.
    """

    url: str
    path: Path
    known: Answer = field(default_factory=Answer)
    headers: Mapping[str, str] = field(default_factory=dict)
    connect_timeout: float = 30.0
    stall_timeout: float = 60.0
    reserve: int = 0
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class TransferResult:
    """All the bytes that the server has, by its own words, are in the part: ``size`` of them.

    ``framing`` is how the end of the body was told, None when none was needed. ``confirmed``:
    asked for a part of it, the server named the same size (``Content-Range``).
    """

    size: int
    answer: Answer
    framing: Framing | None
    confirmed: bool


async def transfer(
    session: aiohttp.ClientSession,
    job: TransferJob,
    on_progress: Callable[[int, int | None], None],
    on_headers: Callable[[Answer], Awaitable[None]] | None = None,
    bandwidth: Bandwidth | None = None,
) -> TransferResult:
    """Bring all bytes of ``job`` into its ``.part`` (not yet forced to the disk).

    ``on_progress`` gets bytes so far and bytes in all (None: not known), at most four times a
    second. ``on_headers`` is awaited before the first byte of a version is written, and when
    more is learnt of it, so that what it is given can be stored. Cancelling leaves a ``.part``
    that can be resumed.

    Raises:
        DiskFull: There is no room.
        TransferError: Anything else that keeps the recording from arriving.
    """
    way = _Transfer(session, job, on_progress, on_headers, bandwidth or Bandwidth())
    try:
        return await way.go()
    except aiohttp.ConnectionTimeoutError as error:
        raise faults.of_network(error) from error
    except TimeoutError as error:
        raise faults.silent(job.stall_timeout) from error
    except aiohttp.ClientPayloadError as error:
        raise faults.broken_off(line=way.gained) from error
    except (aiohttp.ClientError, ConnectionError) as error:
        raise faults.of_network(error) from error
    except _StartOver as error:
        raise faults.broken("the server contradicts itself") from error
    except OSError as error:
        needed = way.missing if error.errno in faults.FULL else 0
        raise faults.of_disk(error, needed) from error


class _StartOver(Exception):  # noqa: N818  # not an error: the other way to go on
    """This answer does not continue what lies on the disk: ask otherwise."""


class _Transfer:
    """One try. ``gained``: it brought bytes that were not there before."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        job: TransferJob,
        on_progress: Callable[[int, int | None], None],
        on_headers: Callable[[Answer], Awaitable[None]] | None,
        bandwidth: Bandwidth,
    ) -> None:
        self._session = session
        self._job = job
        self._on_progress = on_progress
        self._on_headers = on_headers
        self._bandwidth = bandwidth
        self._part = Part(files.part_of(job.path))
        self._answer = job.known
        self._total: int | None = None
        self._told = 0.0
        self.gained = False

    async def go(self) -> TransferResult:
        with self._part as part:
            if not self._is_ours():
                part.cut(0)
            framing = None
            if not part.size or part.size != self._answer.expected or self._job.doubt:
                framing = await self._fetch()
            self._on_progress(part.size, part.size)
            return TransferResult(part.size, self._answer, framing, self._total == part.size)

    def _is_ours(self) -> bool:
        """Return whether what lies there can be part of what was known of it."""
        expected = self._answer.expected
        fits = expected is None or self._part.size <= expected or self._job.doubt
        return fits and self._part.is_sound()

    async def _fetch(self) -> Framing | None:
        """Ask for the rest; where that cannot be had, for all; at last for all as a range.

        The last is for servers that send more than they promised: if that comes in one piece
        aiohttp can make no sense of it, but the lengths of ranges are often told truly.
        """
        have, known = self._part.size, self._answer.validator is not None
        rest = [max(0, have - OVERLAP)] if have and (known or self._job.doubt) else []
        for start in (*rest, None):
            with suppress(_StartOver, aiohttp.ClientResponseError):
                return await self._ask(start)
        return await self._ask(0)

    async def _ask(self, start: int | None) -> Framing | None:
        """Ask once, for the bytes from ``start`` on or for all, and take what comes."""
        async with self._response(start) as response:
            _, self._total = content_range(response)
            if response.status == 200:
                await self._receive(response, answer_of(response), 0)
            elif start is None or response.status not in {206, 416}:
                raise faults.refused(response.status, response.headers)
            elif response.status == 206:
                await self._receive(response, self._continued(response, start), start)
            elif self._part.size and self._total == self._part.size:
                return None  # nothing lies beyond what is there
            else:
                raise _StartOver
            return framing_of(response)

    @asynccontextmanager
    async def _response(self, start: int | None) -> AsyncIterator[aiohttp.ClientResponse]:
        headers = {"Accept-Encoding": "identity"}
        if start is not None:
            headers["Range"] = f"bytes={start}-"
            if start and self._answer.validator:
                headers["If-Range"] = self._answer.validator
        job = self._job
        timeout = aiohttp.ClientTimeout(total=None, sock_connect=job.connect_timeout)
        async with asyncio.timeout(job.connect_timeout + job.stall_timeout):
            response = await hops.follow(
                self._session, job.url, headers, job.headers, timeout=timeout, read_bufsize=CHUNK
            )
        async with response:
            yield response

    def _continued(self, response: aiohttp.ClientResponse, start: int) -> Answer:
        """Return what is known now of the whole, if a 206 goes on where ours ends."""
        told, total = content_range(response)
        if told != start or is_packed(response):
            raise _StartOver
        answer = answer_of(response)
        if not start:
            return replace(answer, expected=total)
        known, have, doubt = self._answer, self._part.size, self._job.doubt
        whole = continued(known, answer, total, have, doubt=doubt)
        if whole is None:
            raise _StartOver
        return whole

    async def _head(self, response: aiohttp.ClientResponse) -> bytes:
        """Return the first bytes of the whole, which must be sound."""
        head = b""
        while len(head) < magic.HEAD and (piece := await self._read(response)):
            head += piece
            if magic.looks_like_audio(head):
                return head
        if not head:
            raise faults.broken("the server sent nothing")
        raise faults.not_audio(magic.page_reason(head))

    async def _receive(self, response: aiohttp.ClientResponse, answer: Answer, start: int) -> None:
        """Take the body, which begins with the byte at ``start``, to its end.

        ``answer`` is what counts from the first byte on that was not there before.
        """
        part, before = self._part, self._part.size
        part.at = start
        piece = await (self._read(response) if start else self._head(response))
        while piece:
            if not part.agrees(piece):
                if start:
                    raise _StartOver
                part.cut(part.at)
            if part.at + len(piece) > part.size:
                await self._learn(answer)
            if time.monotonic() - self._told >= PROGRESS_EVERY:
                self._look_around()
            part.take(piece)
            self.gained = part.size > before
            await self._bandwidth.take(len(piece))
            piece = await self._read(response)
        await self._end(answer, framing_of(response))

    async def _end(self, answer: Answer, framing: Framing) -> None:
        """Make sure that the end of the body is the end of the recording."""
        part = self._part
        if answer.expected is not None and part.at != answer.expected:
            raise faults.broken(f"{part.at:,} of {answer.expected:,} bytes came")
        if part.at < part.size:
            if framing is Framing.CLOSE or answer.validator == self._answer.validator:
                raise faults.broken(f"{part.at:,} bytes came, and {part.size:,} did before")
            part.cut(part.at)
        await self._learn(answer)

    async def _learn(self, answer: Answer) -> None:
        """Go by what the server says now, and have it stored if it is news."""
        news = not self._part.size or answer != self._answer
        self._answer = answer
        if news and self._on_headers:
            await self._on_headers(answer)

    async def _read(self, response: aiohttp.ClientResponse) -> bytes:
        async with asyncio.timeout(self._job.stall_timeout):
            return await response.content.read(self._bandwidth.chunk(CHUNK))

    def _look_around(self) -> None:
        """Tell how far it is, and make sure that there is room for the rest."""
        self._told = time.monotonic()
        self._on_progress(self._part.size, self._answer.expected)
        if self.missing:
            raise faults.DiskFull(needed=self.missing)

    @property
    def missing(self) -> int:
        """Bytes that the disk lacks for the rest, as far as that is known."""
        rest = max(0, (self._answer.expected or 0) - self._part.size)
        return max(0, rest + self._job.reserve - self._part.room())
