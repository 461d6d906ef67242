"""Servers that mean harm, or are broken beyond belief: one plain sentence, and soon."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from typing import TYPE_CHECKING

import brotli  # type: ignore[import-untyped]  # it ships no types
import pytest

from desktop_app.feeds.fetch import Fetched, FetchError, FetchRequest, Limits, fetch
from tests.support.server import Reply, Server, redirect

if TYPE_CHECKING:
    import aiohttp

BODY = b"<rss>" + b"talk " * 5000 + b"</rss>"
LIMITS = Limits(first_byte=5, whole=20, body=2_000_000)
MEGABYTE = 2**20


async def refused(session: aiohttp.ClientSession, url: str, limits: Limits = LIMITS) -> FetchError:
    with pytest.raises(FetchError) as error:
        await fetch(session, FetchRequest(url), limits)
    return error.value


def coded(encoding: str, body: bytes) -> Reply:
    return Reply(body=body, headers={"Content-Encoding": encoding})


def raw(head: bytes, body: bytes = b"") -> Reply:
    return Reply(raw=b"HTTP/1.1 200 OK\r\n" + head + b"Connection: close\r\n\r\n" + body)


@pytest.mark.parametrize(
    ("encoding", "bomb"),
    [
        ("gzip", gzip.compress(bytes(10 * MEGABYTE)) * 100),
        ("gzip", gzip.compress(bytes(200 * MEGABYTE))),
        ("deflate", zlib.compress(bytes(200 * MEGABYTE))),
        ("br", brotli.compress(bytes(200 * MEGABYTE), quality=3)),
    ],
    ids=["members", "gzip", "deflate", "brotli"],
)
async def test_a_bomb_takes_no_memory(
    server: Server, session: aiohttp.ClientSession, encoding: str, bomb: bytes
) -> None:
    assert len(bomb) < MEGABYTE * 1.1
    url = server.add("/bomb", coded(encoding, bomb))
    tracemalloc.start()
    try:
        error = await refused(session, url)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "larger than" in error.why
    assert peak < 16 * MEGABYTE


async def test_a_body_without_end(server: Server, session: aiohttp.ClientSession) -> None:
    for reply in (
        Reply(body=bytes(50 * MEGABYTE), endless=True),
        Reply(body=bytes(50 * MEGABYTE), chunked=True),
    ):
        assert "larger than" in (await refused(session, server.add("/f", reply))).why


async def test_a_drip_is_left(server: Server, session: aiohttp.ClientSession) -> None:
    url = server.add("/f", Reply(body=BODY, piece=1, pause=0.01))
    patient = Limits(first_byte=0.3, whole=3600, slowest=5000)
    assert (await refused(session, url, patient)).why == "the answer came too slowly"


async def test_slow_is_not_too_slow(server: Server, session: aiohttp.ClientSession) -> None:
    url = server.add("/f", Reply(body=BODY, piece=2500, pause=0.05))
    patient = Limits(first_byte=0.3, whole=3600, slowest=5000)
    assert isinstance(await fetch(session, FetchRequest(url), patient), Fetched)


@pytest.mark.parametrize(
    "reply",
    [
        coded("deflate", zlib.compress(BODY)),
        coded("deflate", zlib.compress(BODY)[2:-4]),
        coded("GZIP", gzip.compress(BODY)),
        coded("x-unheard-of", BODY),
        coded("identity", BODY),
        coded("gzip", gzip.compress(BODY[:100]) + gzip.compress(BODY[100:])),
        raw(b"X-Early: " + b"a" * 7000 + b"\r\n", BODY),
        Reply(raw=b"HTTP/1.1 103 Early Hints\r\n\r\n" * 50 + b"HTTP/1.1 200 OK\r\n\r\n" + BODY),
        Reply(body=BODY, headers={"Content-Type": "\xff; charset=\xfe"}),
    ],
)
async def test_odd_but_whole(server: Server, session: aiohttp.ClientSession, reply: Reply) -> None:
    answer = await fetch(session, FetchRequest(server.add("/f", reply)), LIMITS)
    assert isinstance(answer, Fetched)
    assert answer.body == BODY


@pytest.mark.parametrize(
    "reply",
    [
        raw(b"X-Long: " + b"a" * 300_000 + b"\r\n", BODY),
        raw(b"".join(b"X-%d: flood\r\n" % n for n in range(200_000)), BODY),
        raw(b"Content-Length: -5\r\n", BODY),
        raw(b"Content-Length: 5\r\nContent-Length: 6\r\n", BODY),
        raw(b"Content-Length: 99999999999999999999999\r\n", BODY),
        raw(b"Transfer-Encoding: chunked\r\n", b"FFFFFFFFFFFFFFFFFF\r\n" + BODY),
        raw(b"Transfer-Encoding: chunked\r\n", b"zz\r\n" + BODY),
        raw(b"No colon at all\r\n", BODY),
        Reply(raw=b"HTTP/1.1 OK fine\r\n\r\n" + BODY),
        Reply(raw=b"\0" * 300_000),
        Reply(raw=BODY),
        coded("gzip", BODY),
        coded("br", BODY),
        Reply(206, BODY, {"Content-Range": "bytes 0-9/99"}),
        Reply(200, BODY, length=len(BODY) + 1),
        Reply(203, BODY),
        redirect(""),
        redirect("javascript:alert(1)"),
        redirect("data:text/xml,<rss/>"),
        redirect("//"),
        redirect("http://"),
        redirect("http://x.org:99999999/"),
        redirect("file:///etc/passwd", 308),
    ],
)
async def test_broken_answers_are_told(
    server: Server, session: aiohttp.ClientSession, reply: Reply
) -> None:
    error = await refused(session, server.add("/f", reply))
    assert error.why
    assert error.what_next
    assert str(error).isprintable()
    assert len(str(error)) < 200


async def test_an_empty_body_is_a_body(server: Server, session: aiohttp.ClientSession) -> None:
    answer = await fetch(session, FetchRequest(server.add("/f", Reply(body=b""))), LIMITS)
    assert isinstance(answer, Fetched)
    assert answer.body == b""


async def test_a_circle_of_hosts(server: Server, session: aiohttp.ClientSession) -> None:
    server.add("/a", redirect(server.url("/b", "localhost"), 301))
    server.add("/b", redirect(server.url("/a"), 301))
    assert "without end" in (await refused(session, server.url("/a"))).why
