"""Transfers that arrive at once, exact to the byte."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import aiohttp
import pytest

from desktop_app.downloads.answer import Answer, Framing
from desktop_app.downloads.bandwidth import Bandwidth
from desktop_app.downloads.transfer import TransferResult
from tests.downloads.desk import SOUND, Desk, same
from tests.support.server import Reply, Server, static

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_whole_file_arrives(desk: Desk, server: Server) -> None:
    result = await desk.get(server.add("/talk.mp3", static(SOUND)))
    answer = Answer('"v1"', None, len(SOUND), "audio/mpeg")
    assert result == TransferResult(len(SOUND), answer, Framing.LENGTH, confirmed=False)
    assert same(desk.part, SOUND)
    assert not desk.path.exists()
    assert desk.known == answer
    assert desk.part_when_told == [0]
    assert desk.progress[0] == (0, len(SOUND))
    assert desk.progress[-1] == (len(SOUND), len(SOUND))
    asked = server.requests[0].headers
    assert asked["accept-encoding"] == "identity"
    assert "range" not in asked


@pytest.mark.parametrize(
    ("reply", "framing"),
    [
        (replace(static(SOUND), chunked=True), Framing.CHUNKED),
        (replace(static(SOUND), endless=True), Framing.CLOSE),
    ],
)
async def test_without_a_length_the_end_is_the_end(
    desk: Desk, server: Server, reply: Reply, framing: Framing
) -> None:
    result = await desk.get(server.add("/talk.mp3", reply))
    assert (result.answer.expected, result.framing) == (None, framing)
    assert same(desk.part, SOUND)


async def test_packed_bytes_are_unpacked_and_never_resumed(desk: Desk, server: Server) -> None:
    await desk.get(server.add("/talk.mp3", replace(static(SOUND), encoding="gzip")))
    assert same(desk.part, SOUND)
    assert desk.known == Answer(content_type="audio/mpeg")


async def test_progress_comes_four_times_a_second(desk: Desk, server: Server) -> None:
    begun = time.monotonic()
    slow = replace(static(SOUND), piece=4_000, pause=0.005)
    await desk.get(server.add("/talk.mp3", slow))
    took = time.monotonic() - begun
    assert 3 <= len(desk.progress) <= 4 * took + 3
    assert desk.progress == sorted(desk.progress)


async def test_two_transfers_share_one_limit(tmp_path: Path, server: Server) -> None:
    url = server.add("/talk.mp3", static(SOUND[:60_000]))
    shared = Bandwidth(80_000)
    begun = time.monotonic()
    async with aiohttp.ClientSession() as session:
        desks = [Desk(session, tmp_path / name) for name in "ab"]
        await asyncio.gather(*(desk.get(url, shared) for desk in desks))
    assert time.monotonic() - begun >= 120_000 / 80_000 - Bandwidth.BURST - 0.05
    assert all(same(desk.part, SOUND[:60_000]) for desk in desks)
