"""Once more, when all that was promised is there and yet there may be more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.downloads.answer import Answer, Framing
from tests.downloads.desk import HALF, OTHER, SOUND, Desk, asked_from, same
from tests.support.server import Reply, static

if TYPE_CHECKING:
    from tests.support.server import Server

WHOLE = static(SOUND)
NAMELESS = static(SOUND, etag=None)


async def test_the_total_is_believed_and_told_before_a_byte_is_added(
    desk: Desk, server: Server
) -> None:
    url = server.add("/talk.mp3", replace(WHOLE, length=HALF))
    assert (await desk.get(url)).size == HALF
    result = await desk.get(url, doubt=True)
    assert (result.size, result.framing, result.confirmed) == (len(SOUND), Framing.LENGTH, True)
    assert desk.known.expected == len(SOUND)
    assert desk.part_when_told == [0, HALF]
    asked = server.requests[-1].headers
    assert (asked["range"], asked["if-range"]) == (asked_from(HALF), '"v1"')
    assert same(desk.part, SOUND)


async def test_what_doubt_found_is_gone_on_with_without_it(desk: Desk, server: Server) -> None:
    url = server.add("/talk.mp3", replace(WHOLE, length=HALF))
    await desk.get(url)
    url = server.add("/talk.mp3", replace(WHOLE, cut_after=50_000), WHOLE)
    await desk.fails(url, doubt=True)
    assert (await desk.get(url)).confirmed
    assert same(desk.part, SOUND)


@pytest.mark.parametrize("reply", [WHOLE, NAMELESS], ids=["etag", "no validator"])
async def test_a_whole_one_is_confirmed(desk: Desk, server: Server, reply: Reply) -> None:
    url = server.add("/talk.mp3", reply)
    assert not (await desk.get(url)).confirmed
    result = await desk.get(url, doubt=True)
    assert (result.size, result.confirmed) == (len(SOUND), True)
    assert server.requests[-1].headers["range"] == asked_from(len(SOUND))
    assert len(server.requests) == 2
    assert same(desk.part, SOUND)


async def test_without_a_validator_nothing_is_appended(desk: Desk, server: Server) -> None:
    """Nobody can say that what lies beyond is of the same version; so all is compared."""
    url = server.add("/talk.mp3", replace(NAMELESS, endless=True, cut_after=HALF))
    await desk.get(url)
    url = server.add("/talk.mp3", NAMELESS)
    assert not (await desk.get(url, doubt=True)).confirmed
    assert "range" not in server.requests[-1].headers
    assert same(desk.part, SOUND)


async def test_who_ignores_range_cannot_confirm(desk: Desk, server: Server) -> None:
    url = server.add("/talk.mp3", replace(WHOLE, ranges=False, length=HALF))
    assert (await desk.get(url)).size == HALF
    result = await desk.get(url, doubt=True)
    assert (result.size, result.framing, result.confirmed) == (HALF, Framing.LENGTH, False)
    assert same(desk.part, SOUND[:HALF])


async def test_who_hangs_up_later_the_second_time_brings_more(desk: Desk, server: Server) -> None:
    cut = replace(WHOLE, ranges=False, endless=True, cut_after=HALF)
    await desk.get(server.add("/talk.mp3", cut))
    url = server.add("/talk.mp3", replace(cut, cut_after=90_000), replace(cut, cut_after=None))
    await desk.fails(url, doubt=True)
    assert same(desk.part, SOUND[:HALF])
    result = await desk.get(url, doubt=True)
    assert (result.framing, result.confirmed) == (Framing.CLOSE, False)
    assert same(desk.part, SOUND)


@pytest.mark.parametrize(
    "reply",
    [
        static(OTHER),
        static(OTHER, etag='"v2"'),
        replace(static(OTHER), ranges=False),
        replace(static(OTHER, etag='"v2"'), if_range=False),
    ],
    ids=["ETag kept", "another ETag", "Range ignored", "If-Range ignored"],
)
async def test_another_version_takes_its_place(desk: Desk, server: Server, reply: Reply) -> None:
    await desk.get(server.add("/talk.mp3", WHOLE))
    await desk.get(server.add("/talk.mp3", reply), doubt=True)
    assert same(desk.part, OTHER)


@pytest.mark.parametrize("ranges", [True, False])
async def test_a_spoilt_end_is_mended(desk: Desk, server: Server, ranges: bool) -> None:
    desk.part.parent.mkdir()
    desk.part.write_bytes(SOUND[:-4096] + bytes(4096))
    desk.known = Answer('"v1"', None, len(SOUND))
    await desk.get(server.add("/talk.mp3", replace(WHOLE, ranges=ranges)), doubt=True)
    assert same(desk.part, SOUND)


async def test_a_total_that_is_not_named_confirms_nothing(desk: Desk, server: Server) -> None:
    """``Content-Range: bytes 5-9/*`` is allowed (RFC 9110, 14.4)."""
    await desk.get(server.add("/talk.mp3", replace(WHOLE, length=HALF)))
    start = int(asked_from(HALF).removeprefix("bytes=").rstrip("-"))
    said = {"Content-Range": f"bytes {start}-{len(SOUND) - 1}/*"}
    url = server.add("/talk.mp3", Reply(206, SOUND[start:], said, etag='"v1"'))
    result = await desk.get(url, doubt=True)
    assert (result.size, result.confirmed, result.answer.expected) == (len(SOUND), False, None)
    assert same(desk.part, SOUND)
