"""Transfers that arrive: at once, resumed, or begun again; exact to the byte."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import aiohttp
import pytest

from desktop_app.downloads.bandwidth import Bandwidth
from desktop_app.downloads.faults import TransferError
from desktop_app.downloads.transfer import Answer, TransferResult
from tests.downloads.desk import HALF, OTHER, PAGE, SOUND, Desk, begin, same, torn
from tests.support.server import Reply, Request, Server, static

if TYPE_CHECKING:
    from pathlib import Path


async def test_a_whole_file_arrives(desk: Desk, server: Server) -> None:
    result = await desk.get(server.add("/talk.mp3", static(SOUND)))
    answer = Answer('"v1"', None, len(SOUND), "audio/mpeg")
    assert result == TransferResult(desk.path, len(SOUND), answer)
    assert same(desk.path, SOUND)
    assert not desk.part.exists()
    assert desk.known == answer
    assert desk.part_when_told == [0]
    assert desk.progress[0] == (0, len(SOUND))
    assert desk.progress[-1] == (len(SOUND), len(SOUND))
    asked = server.requests[0].headers
    assert asked["accept-encoding"] == "identity"
    assert "range" not in asked


async def test_dropped_half_way_it_resumes_to_the_exact_bytes(desk: Desk, server: Server) -> None:
    await begin(desk, server)
    url = server.add("/talk.mp3", static(SOUND))
    assert (await desk.get(url)).size == len(SOUND)
    assert same(desk.path, SOUND)
    asked = server.requests[-1].headers
    assert asked["range"] == f"bytes={HALF}-"
    assert asked["if-range"] == '"v1"'
    assert (HALF, len(SOUND)) in desk.progress
    assert desk.part_when_told == [0]


async def test_a_date_resumes_where_there_is_no_strong_etag(desk: Desk, server: Server) -> None:
    date = "Wed, 21 Oct 2015 07:28:00 GMT"
    dated = replace(static(SOUND, etag=None), last_modified=date)
    await desk.fails(server.add("/talk.mp3", replace(dated, cut_after=HALF)))
    await desk.get(server.add("/talk.mp3", dated))
    assert server.requests[-1].headers["if-range"] == date
    assert same(desk.path, SOUND)


@pytest.mark.parametrize("etag", [None, 'W/"weak"'])
async def test_without_a_strong_validator_it_starts_over(
    desk: Desk, server: Server, etag: str | None
) -> None:
    await desk.fails(server.add("/talk.mp3", torn(etag=etag)))
    await desk.get(server.add("/talk.mp3", static(SOUND, etag=etag)))
    assert "range" not in server.requests[-1].headers
    assert same(desk.path, SOUND)


def lie(request: Request, said: str, status: int = 206, etag: str = '"v1"') -> Reply:
    """Answer a resumption with the wrong range, anything else with the whole recording."""
    if "range" not in request.headers:
        return static(OTHER)
    return Reply(status, SOUND[HALF:], {"Content-Range": said}, etag=etag)


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(static(OTHER, etag='"v2"'), id="changed ETag"),
        pytest.param(replace(static(OTHER), ranges=False), id="Range ignored"),
        pytest.param(lambda r: lie(r, f"bytes 0-9/{len(SOUND)}"), id="wrong start"),
        pytest.param(lambda r: lie(r, f"bytes {HALF}-300000/300001"), id="wrong total"),
        pytest.param(lambda r: lie(r, ""), id="no range told"),
        pytest.param(
            lambda r: lie(r, f"bytes {HALF}-400009/{len(SOUND)}", etag='"v2"'),
            id="If-Range ignored",
        ),
        pytest.param(lambda r: lie(r, "bytes */5", 416), id="416, another length"),
        pytest.param(lambda r: lie(r, "", 416), id="416, no length"),
    ],
)
async def test_what_cannot_be_continued_starts_over(
    desk: Desk, server: Server, reply: Reply
) -> None:
    await begin(desk, server)
    await desk.get(server.add("/talk.mp3", reply))
    assert same(desk.path, OTHER)
    assert desk.known.expected == len(OTHER)
    assert desk.part_when_told == [0, 0]


async def test_416_at_the_end_means_complete(desk: Desk, server: Server) -> None:
    await desk.fails(server.add("/talk.mp3", replace(static(SOUND), length=len(SOUND) + 9)))
    assert same(desk.part, SOUND)
    await desk.get(server.add("/talk.mp3", static(SOUND)))
    assert server.requests[-1].headers["range"] == f"bytes={len(SOUND)}-"
    assert same(desk.path, SOUND)


async def test_a_whole_part_is_finished_without_asking(desk: Desk, server: Server) -> None:
    desk.part.parent.mkdir()
    desk.part.write_bytes(SOUND)
    desk.known = Answer('"v1"', None, len(SOUND))
    assert (await desk.get(server.url("/talk.mp3"))).size == len(SOUND)
    assert not server.requests
    assert same(desk.path, SOUND)


@pytest.mark.parametrize(
    "left", [SOUND + b"more", PAGE, b""], ids=["too long", "not sound", "empty"]
)
async def test_a_part_that_is_not_ours_is_not_built_upon(
    desk: Desk, server: Server, left: bytes
) -> None:
    desk.part.parent.mkdir()
    desk.part.write_bytes(left)
    desk.known = Answer('"v1"', None, len(SOUND))
    await desk.get(server.add("/talk.mp3", static(SOUND)))
    assert "range" not in server.requests[-1].headers
    assert same(desk.path, SOUND)


@pytest.mark.parametrize(
    "how",
    [{"length": len(SOUND) + 1000}, {"cut_after": HALF}, {"chunked": True, "cut_after": HALF}],
    ids=["length too long", "cut", "chunked and cut"],
)
async def test_too_few_bytes_are_no_file(
    desk: Desk, server: Server, how: dict[str, object]
) -> None:
    reply = replace(static(SOUND), **how)  # type: ignore[arg-type]  # test shorthand
    error = await desk.fails(server.add("/talk.mp3", reply))
    assert error.retryable
    assert desk.part.exists()


async def test_a_resumption_cut_short_by_the_server_goes_on_later(
    desk: Desk, server: Server
) -> None:
    await begin(desk, server)
    bit = Reply(
        206,
        SOUND[HALF : HALF + 1000],
        {"Content-Range": f"bytes {HALF}-{HALF + 999}/{len(SOUND)}"},
        etag='"v1"',
    )
    error = await desk.fails(server.add("/talk.mp3", bit))
    assert error.retryable
    assert "201,000 of 400,010" in error.why
    assert same(desk.part, SOUND[: HALF + 1000])


async def test_a_length_too_short_gives_what_was_promised_or_an_error(
    desk: Desk, server: Server
) -> None:
    """Whether the client sees the rest in time is a matter of packets; both ends are right."""
    url = server.add("/talk.mp3", replace(static(SOUND), length=1000))
    try:
        promised = (await desk.get(url)).size == 1000 and same(desk.path, SOUND[:1000])
    except TransferError as error:
        promised = error.retryable and not desk.path.exists()
    assert promised
    await desk.get(server.add("/talk.mp3", static(SOUND, etag='"mended"')))
    assert same(desk.path, SOUND)


@pytest.mark.parametrize("how", ["chunked", "endless"])
async def test_without_a_length_the_end_is_the_end(desk: Desk, server: Server, how: str) -> None:
    reply = replace(static(SOUND), **{how: True})  # type: ignore[arg-type]  # test shorthand
    assert (await desk.get(server.add("/talk.mp3", reply))).answer.expected is None
    assert same(desk.path, SOUND)


async def test_packed_bytes_are_unpacked_and_never_resumed(desk: Desk, server: Server) -> None:
    await desk.get(server.add("/talk.mp3", replace(static(SOUND), encoding="gzip")))
    assert same(desk.path, SOUND)
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
    assert all(same(desk.path, SOUND[:60_000]) for desk in desks)
