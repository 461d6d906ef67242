"""The faults that other clients fall for, each met once or always, and what it must come to."""

from __future__ import annotations

import asyncio
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.downloads.answer import Answer
from tests.downloads.desk import HALF, OTHER, PAGE, SOUND, Desk, asked_from, same, torn
from tests.support.server import Gate, Reply, Server, static

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.server import Request

WHOLE = static(SOUND)
NOT_WHOLE = 300_000


@dataclass(frozen=True, slots=True)
class Fault:
    """Replies in turn, the last one for ever; ``fails``: tries that must end with an error.

    ``short``: bytes of a try that ends as if all were there, which doubt then mends.
    """

    replies: tuple[Reply | Callable[[Request], Reply], ...]
    fails: int
    body: bytes = SOUND
    short: int | None = None
    stall: float = 20


FAULTS = {
    "dropped at half, once": Fault((torn(), WHOLE), 1),
    "dropped every time": Fault((replace(WHOLE, cut_after=150_000),), 2),
    "reset": Fault((torn(reset=True), WHOLE), 1),
    "stalled": Fault((replace(WHOLE, gate=Gate(), gate_after=HALF), WHOLE), 1, stall=0.3),
    "length too long, always": Fault((replace(WHOLE, length=len(SOUND) + 1000),), 1),
    "length too long, and cut": Fault((torn(length=len(SOUND) + 1000), WHOLE), 1),
    "length too short": Fault((replace(WHOLE, length=NOT_WHOLE),), 0, short=NOT_WHOLE),
    "no length, and cut": Fault((torn(endless=True), WHOLE), 0, short=HALF),
    "chunked, and cut": Fault((torn(chunked=True), WHOLE), 1),
    "chunked, and cut every time": Fault((replace(WHOLE, chunked=True, cut_after=150_000),), 2),
    "500": Fault((Reply(500), WHOLE), 1),
    "a page to sign in": Fault((Reply(body=PAGE), WHOLE), 1),
    "broken off, a page to sign in": Fault((torn(), Reply(body=PAGE), WHOLE), 2),
    "broken off, Range ignored": Fault((torn(), replace(WHOLE, ranges=False)), 1),
    "broken off, changed": Fault((torn(), static(OTHER, etag='"v2"')), 1, OTHER),
    "broken off, changed, Range ignored": Fault(
        (torn(), replace(static(OTHER, etag='"v2"'), ranges=False)), 1, OTHER
    ),
    "broken off, changed, If-Range ignored": Fault(
        (torn(), replace(static(OTHER, etag='"v2"'), if_range=False)), 1, OTHER
    ),
    "broken off, changed, ETag kept": Fault((torn(), static(OTHER)), 1, OTHER),
    "broken off, changed, ETag and length kept": Fault(
        (torn(), static(OTHER.ljust(len(SOUND), b"!"))), 1, OTHER.ljust(len(SOUND), b"!")
    ),
    "broken off, shortened, ETag kept": Fault(
        (torn(), static(OTHER[:150_000])), 1, OTHER[:150_000]
    ),
    "broken off, 416": Fault((torn(), Reply(416), WHOLE), 1),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
async def test_every_fault_ends_with_the_exact_bytes(
    desk: Desk, server: Server, fault: Fault
) -> None:
    url = server.add("/talk.mp3", *fault.replies)
    for _ in range(fault.fails):
        assert (await desk.fails(url, stall=fault.stall)).retryable
    result = await desk.get(url)
    if fault.short is not None:
        assert (result.size, result.confirmed) == (fault.short, False)
        assert same(desk.part, SOUND[: fault.short])
        result = await desk.get(url, doubt=True)
        assert result.confirmed
    assert result.size == len(fault.body)
    assert same(desk.part, fault.body)


PROCESS = """
import asyncio, pathlib, sys, aiohttp
from desktop_app.downloads.transfer import TransferJob, transfer

async def main(url, path):
    async with aiohttp.ClientSession() as session:
        await transfer(session, TransferJob(url, path), lambda *_: None)

asyncio.run(main(sys.argv[1], pathlib.Path(sys.argv[2])))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
async def test_killed_at_45_percent_it_goes_on(desk: Desk, server: Server) -> None:
    at = len(SOUND) * 45 // 100
    url = server.add("/talk.mp3", replace(WHOLE, gate=Gate(), gate_after=at), WHOLE)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROCESS, url, str(desk.path)
    )
    async with asyncio.timeout(60):
        while not desk.part.exists() or desk.part.stat().st_size < at:  # noqa: ASYNC110  # the disk tells nobody
            await asyncio.sleep(0.005)
    process.kill()
    await process.wait()
    assert same(desk.part, SOUND[:at])
    desk.known = Answer('"v1"', None, len(SOUND))
    assert (await desk.get(url)).confirmed
    assert server.requests[-1].headers["range"] == asked_from(at)
    assert same(desk.part, SOUND)
