"""Transfers that go on from where an earlier try ended, or begin again; exact to the byte."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.downloads.answer import Answer, Framing
from desktop_app.downloads.transfer import OVERLAP
from tests.downloads.desk import HALF, OTHER, PAGE, SOUND, Desk, asked_from, begin, same, torn
from tests.support.server import Reply, Request, Server, static

START = HALF - OVERLAP
FIRST = asked_from(0)


async def test_dropped_half_way_it_resumes_to_the_exact_bytes(desk: Desk, server: Server) -> None:
    await begin(desk, server)
    url = server.add("/talk.mp3", static(SOUND))
    result = await desk.get(url)
    assert (result.size, result.framing, result.confirmed) == (len(SOUND), Framing.LENGTH, True)
    assert same(desk.part, SOUND)
    asked = server.requests[-1].headers
    assert asked["range"] == asked_from(HALF)
    assert asked["if-range"] == '"v1"'
    assert (HALF, len(SOUND)) in desk.progress
    assert desk.part_when_told == [0]


async def test_a_date_resumes_where_there_is_no_strong_etag(desk: Desk, server: Server) -> None:
    date = "Wed, 21 Oct 2015 07:28:00 GMT"
    dated = replace(static(SOUND, etag=None), last_modified=date)
    await desk.fails(server.add("/talk.mp3", replace(dated, cut_after=HALF)))
    await desk.get(server.add("/talk.mp3", dated))
    assert server.requests[-1].headers["if-range"] == date
    assert same(desk.part, SOUND)


@pytest.mark.parametrize("etag", [None, 'W/"weak"'])
async def test_without_a_strong_validator_it_starts_over(
    desk: Desk, server: Server, etag: str | None
) -> None:
    await desk.fails(server.add("/talk.mp3", torn(etag=etag)))
    await desk.get(server.add("/talk.mp3", static(SOUND, etag=etag)))
    assert "range" not in server.requests[-1].headers
    assert same(desk.part, SOUND)


def lie(request: Request, said: str, status: int = 206, etag: str = '"v1"') -> Reply:
    """Answer a resumption with the wrong range, anything else with the whole recording."""
    if "range" not in request.headers:
        return static(OTHER)
    return Reply(status, SOUND[START:], {"Content-Range": said}, etag=etag)


@pytest.mark.parametrize(
    "reply",
    [
        pytest.param(static(OTHER, etag='"v2"'), id="changed ETag"),
        pytest.param(replace(static(OTHER), ranges=False), id="Range ignored"),
        pytest.param(lambda r: lie(r, f"bytes 0-9/{len(SOUND)}"), id="wrong start"),
        pytest.param(lambda r: lie(r, f"bytes {START}-300000/300001"), id="wrong total"),
        pytest.param(lambda r: lie(r, ""), id="no range told"),
        pytest.param(
            lambda r: lie(r, f"bytes {START}-400009/{len(SOUND)}", etag='"v2"'),
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
    assert same(desk.part, OTHER)
    assert desk.known.expected == len(OTHER)
    assert (desk.part_when_told[0], desk.part_when_told[-1]) == (0, 0)


async def test_a_promise_of_more_than_there_is_is_seen_through(desk: Desk, server: Server) -> None:
    await desk.fails(server.add("/talk.mp3", replace(static(SOUND), length=len(SOUND) + 9)))
    assert same(desk.part, SOUND)
    result = await desk.get(server.add("/talk.mp3", static(SOUND)))
    assert server.requests[-1].headers["range"] == asked_from(len(SOUND))
    assert (result.confirmed, desk.known.expected) == (True, len(SOUND))
    assert same(desk.part, SOUND)


async def test_416_with_the_size_that_is_there_means_complete(desk: Desk, server: Server) -> None:
    await begin(desk, server)
    reply = Reply(416, headers={"Content-Range": f"bytes */{HALF}"})
    result = await desk.get(server.add("/talk.mp3", reply))
    assert (result.size, result.framing, result.confirmed) == (HALF, None, True)


async def test_a_whole_part_is_finished_without_asking(desk: Desk, server: Server) -> None:
    desk.part.parent.mkdir()
    desk.part.write_bytes(SOUND)
    desk.known = Answer('"v1"', None, len(SOUND))
    result = await desk.get(server.url("/talk.mp3"))
    assert (result.size, result.framing, result.confirmed) == (len(SOUND), None, False)
    assert not server.requests
    assert same(desk.part, SOUND)


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
    assert same(desk.part, SOUND)


async def test_a_resumption_cut_short_by_the_server_goes_on_later(
    desk: Desk, server: Server
) -> None:
    await begin(desk, server)
    bit = Reply(
        206,
        SOUND[START : HALF + 1000],
        {"Content-Range": f"bytes {START}-{HALF + 999}/{len(SOUND)}"},
        etag='"v1"',
    )
    error = await desk.fails(server.add("/talk.mp3", bit))
    assert error.retryable
    assert "201,000 of 400,010" in error.why
    assert same(desk.part, SOUND[: HALF + 1000])


@pytest.mark.parametrize("garbage", [bytes(4096), b"x"], ids=["zeros", "one byte"])
async def test_garbage_at_the_end_is_found_and_replaced(
    desk: Desk, server: Server, garbage: bytes
) -> None:
    """After a power cut a file may end in bytes that were never written."""
    await begin(desk, server)
    desk.part.write_bytes(SOUND[: HALF - len(garbage)] + garbage)
    await desk.get(server.add("/talk.mp3", static(SOUND)))
    assert same(desk.part, SOUND)


@pytest.mark.parametrize("etag", ['"v1"', 'W/"weak"', None])
async def test_a_shorter_try_costs_nothing(desk: Desk, server: Server, etag: str | None) -> None:
    """Whoever ignores Range, and always breaks off, still gets further when he comes further."""
    whole = replace(static(SOUND, etag=etag), ranges=False)
    url = server.add("/talk.mp3", *(replace(whole, cut_after=at) for at in (HALF, 90_000)), whole)
    assert (await desk.fails(url)).line
    assert not (await desk.fails(url)).line  # it brought nothing new: this may be the server
    assert same(desk.part, SOUND[:HALF])
    assert not (await desk.get(url)).confirmed
    assert desk.part_when_told == [0]
    assert same(desk.part, SOUND)


async def test_bytes_that_differ_are_replaced_from_there_on(desk: Desk, server: Server) -> None:
    """A tag was corrected; the server keeps its ETag, and ignores Range."""
    await begin(desk, server)
    changed = SOUND[:100_000] + b"corrected" + SOUND[100_009:]
    await desk.get(server.add("/talk.mp3", replace(static(changed), ranges=False)))
    assert same(desk.part, changed)


@pytest.mark.parametrize(
    ("first", "second", "how"),
    [
        ('"v1"', '"v1"', Reply()),
        ('"v1"', '"v1"', Reply(chunked=True)),
        (None, None, Reply(chunked=True)),
        (None, None, Reply(endless=True)),
        ('"v1"', '"v2"', Reply(endless=True)),
    ],
    ids=["length", "chunks", "chunks, unnamed", "hanging up", "hanging up, changed"],
)
async def test_an_end_before_what_is_there_is_none(
    desk: Desk, server: Server, first: str | None, second: str | None, how: Reply
) -> None:
    await desk.get(server.add("/talk.mp3", Reply(body=SOUND, etag=first, chunked=True)))
    url = server.add("/talk.mp3", replace(how, body=SOUND[:HALF], etag=second))
    error = await desk.fails(url, doubt=True)
    assert (error.retryable, error.line) == (True, False)
    assert same(desk.part, SOUND)


@pytest.mark.parametrize("have", [0, 1000, HALF])
async def test_more_than_was_promised_all_at_once_is_asked_for_as_a_range(
    desk: Desk, server: Server, have: int
) -> None:
    """aiohttp takes what comes behind a body for a second answer, and fails both."""
    if have:
        await desk.fails(server.add("/talk.mp3", torn(cut_after=have)))
    head = b'HTTP/1.1 200 OK\r\nETag: "v2"\r\nContent-Length: 99\r\nConnection: close\r\n\r\n'
    greedy, ranged = Reply(raw=head + OTHER[:9000]), replace(static(OTHER, etag='"v2"'))
    url = server.add("/talk.mp3", lambda r: ranged if r.headers.get("range") == FIRST else greedy)
    result = await desk.get(url)
    assert (result.confirmed, desk.known.etag) == (True, '"v2"')
    assert same(desk.part, OTHER)


@pytest.mark.parametrize(("status", "said"), [(206, "bytes 5-9/10"), (416, "bytes */0")])
async def test_ranges_that_never_fit_are_an_error(
    desk: Desk, server: Server, status: int, said: str
) -> None:
    def senseless(request: Request) -> Reply:
        ranged = "range" in request.headers
        return lie(request, said, status) if ranged else Reply(raw=b"SSH-2.0\r\n")

    error = await desk.fails(server.add("/talk.mp3", senseless))
    assert error.retryable
    assert "contradicts" in error.why


async def test_a_new_version_may_be_shorter(desk: Desk, server: Server) -> None:
    """Its end was cut off by the publisher: all that is left is the same."""
    await begin(desk, server)
    await desk.get(server.add("/talk.mp3", static(SOUND[:150_000], etag='"v2"')))
    assert desk.known.expected == 150_000
    assert same(desk.part, SOUND[:150_000])


async def test_one_recording_may_have_many_etags(desk: Desk, server: Server) -> None:
    """Each of many servers names it otherwise; what is there counts all the same."""
    await begin(desk, server)
    url = server.add("/talk.mp3", torn(etag='"v2"'), static(SOUND, etag='"v3"'))
    assert not (await desk.fails(url)).line
    assert desk.known.etag == '"v1"'
    await desk.get(url)
    assert desk.part_when_told == [0, HALF]
    assert desk.known.etag == '"v3"'
    assert same(desk.part, SOUND)
