"""Transfers and the disk: what does not fit is told, and nothing that came is lost."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.downloads.answer import Answer
from desktop_app.downloads.faults import DiskFull
from tests.downloads.desk import SOUND, Desk, asked_from, same
from tests.support.server import Gate, static
from tests.support.small_disk import small_disk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support.server import Server
    from tests.support.small_disk import SmallDisk

WHOLE = static(SOUND)
SMALL = 300 * 1024


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
async def test_a_full_disk_says_so(desk: Desk, server: Server) -> None:
    desk.part.parent.mkdir()
    desk.part.symlink_to("/dev/full")
    error = await desk.fails(server.add("/talk.mp3", WHOLE))
    assert isinstance(error, DiskFull)
    assert not error.retryable


async def test_more_than_the_disk_holds_is_not_begun(desk: Desk, server: Server) -> None:
    huge = replace(WHOLE, length=10**16)
    error = await desk.fails(server.add("/talk.mp3", huge))
    assert isinstance(error, DiskFull)
    assert 0 < error.needed < 10**16
    assert not desk.part.exists()


async def test_what_is_reserved_is_not_touched(desk: Desk, server: Server) -> None:
    url = server.add("/talk.mp3", WHOLE)
    error = await desk.fails(url, reserve=10**16)
    assert isinstance(error, DiskFull)
    assert error.needed > 10**15
    assert (await desk.get(url, reserve=1)).size == len(SOUND)


@pytest.fixture
def small(desk: Desk) -> Iterator[SmallDisk]:
    """The folder of the recording is a disk with room for three quarters of it."""
    with small_disk(desk.part.parent, SMALL) as disk:
        yield disk


async def test_it_goes_on_when_there_is_room(desk: Desk, server: Server, small: SmallDisk) -> None:
    url = server.add("/talk.mp3", WHOLE)
    error = await desk.fails(url)
    assert isinstance(error, DiskFull)
    assert error.needed == len(SOUND) - SMALL
    small.resize(SMALL + error.needed)
    assert (await desk.get(url)).size == len(SOUND)
    assert same(desk.part, SOUND)


async def test_a_disk_that_fills_up_on_the_way(
    desk: Desk, server: Server, small: SmallDisk
) -> None:
    url = server.add("/talk.mp3", replace(WHOLE, chunked=True))
    error = await desk.fails(url)
    assert isinstance(error, DiskFull)
    assert same(desk.part, SOUND[:SMALL])
    small.resize(2 * SMALL)
    assert (await desk.get(url)).size == len(SOUND)
    assert server.requests[-1].headers["range"] == asked_from(SMALL)
    assert same(desk.part, SOUND)


async def test_a_disk_that_fills_up_too_fast_to_see(
    desk: Desk, server: Server, small: SmallDisk
) -> None:
    """There was room for all; when it is gone the disk itself refuses."""
    small.resize(2 * SMALL)
    gate = Gate()
    url = server.add("/talk.mp3", replace(WHOLE, gate=gate, gate_after=100_000))
    failing = asyncio.ensure_future(desk.fails(url))
    async with asyncio.timeout(10):
        while not desk.part.exists() or desk.part.stat().st_size < 100_000:  # noqa: ASYNC110  # the disk tells nobody
            await asyncio.sleep(0.005)
    small.resize(SMALL)
    gate.set()
    error = await failing
    assert isinstance(error, DiskFull)
    assert error.needed == len(SOUND) - SMALL
    assert same(desk.part, SOUND[:SMALL])


async def test_others_fill_the_disk_on_the_way(
    desk: Desk, server: Server, small: SmallDisk
) -> None:
    """Nobody told the length: only a look from time to time shows that the reserve is reached."""
    slow = replace(WHOLE, chunked=True, piece=4096, pause=0.02)
    error = await desk.fails(server.add("/talk.mp3", slow), reserve=SMALL // 2)
    assert isinstance(error, DiskFull)
    assert error.needed > 0
    kept = desk.part.stat().st_size
    assert SMALL // 2 < kept < SMALL
    assert same(desk.part, SOUND[:kept])
    small.resize(4 * SMALL)
    await desk.get(server.add("/talk.mp3", WHOLE), reserve=SMALL // 2)
    assert same(desk.part, SOUND)


LIMITED = """
import asyncio, pathlib, resource, sys, aiohttp
from desktop_app.downloads.faults import DiskFull
from desktop_app.downloads.transfer import TransferJob, transfer

async def store(answer): pass

async def main(url, path):
    resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000))
    async with aiohttp.ClientSession() as session:
        try:
            await transfer(session, TransferJob(url, path), lambda *_: None, store)
        except DiskFull as error:
            print(error)

asyncio.run(main(sys.argv[1], pathlib.Path(sys.argv[2])))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no file size limit")
async def test_what_fitted_on_a_full_disk_is_kept(desk: Desk, server: Server) -> None:
    url = server.add("/talk.mp3", WHOLE)
    ran = await asyncio.to_thread(
        subprocess.run,
        [sys.executable, "-c", LIMITED, url, str(desk.path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert ran.stdout.startswith("The disk is full")
    assert same(desk.part, SOUND[:150_000])
    desk.known = Answer('"v1"', None, len(SOUND))
    await desk.get(url)
    assert server.requests[-1].headers["range"] == asked_from(150_000)
    assert same(desk.part, SOUND)


async def test_a_disk_that_refuses_says_so(desk: Desk, server: Server) -> None:
    desk.part.mkdir(parents=True)
    error = await desk.fails(server.add("/talk.mp3", WHOLE))
    assert not error.retryable
    assert error.what == "The recording could not be saved"
