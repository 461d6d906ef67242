"""Fetching from a real server that does everything servers do."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING

import pytest

from desktop_app.feeds.fetch import (
    USER_AGENT,
    Fetched,
    FetchError,
    FetchRequest,
    Limits,
    NotModified,
    _check,
    fetch,
)
from tests.support.server import Reply, Server, redirect, unused_port

if TYPE_CHECKING:
    import aiohttp

BODY = b"<rss>" + b"talk " * 5000 + b"</rss>"
LIMITS = Limits(first_byte=20, whole=40, body=200_000, redirects=10)
HASTY = Limits(first_byte=0.3, whole=0.6, body=200_000)


async def fetched(session: aiohttp.ClientSession, request: FetchRequest) -> Fetched:
    answer = await fetch(session, request, LIMITS)
    assert isinstance(answer, Fetched)
    return answer


async def refused(session: aiohttp.ClientSession, url: str, limits: Limits = LIMITS) -> FetchError:
    with pytest.raises(FetchError) as error:
        await fetch(session, FetchRequest(url), limits)
    return error.value


@pytest.mark.parametrize(
    "reply",
    [
        Reply(body=BODY),
        Reply(body=BODY, encoding="gzip"),
        Reply(body=BODY, encoding="br"),
        Reply(body=BODY, chunked=True, piece=3000),
        Reply(body=BODY, endless=True),
    ],
)
async def test_a_body(server: Server, session: aiohttp.ClientSession, reply: Reply) -> None:
    url = server.add("/f", reply)
    answer = await fetched(session, FetchRequest(url))
    assert (answer.url, answer.body, answer.moved_to) == (url, BODY, None)
    assert server.requests[0].headers["user-agent"] == USER_AGENT
    assert "gzip" in server.requests[0].headers["accept-encoding"]


async def test_asks_only_for_what_changed(server: Server, session: aiohttp.ClientSession) -> None:
    modified = "Fri, 15 May 2009 10:00:00 GMT"
    lie = {"Content-Location": "file:///etc/", "Content-Type": "text/xml"}
    url = server.add("/f", Reply(body=BODY, headers=lie, etag='"1"', last_modified=modified))
    first = await fetched(session, FetchRequest(url))
    assert (first.etag, first.last_modified) == ('"1"', modified)
    assert first.headers["content-location"] == url
    assert first.headers["content-type"] == "text/xml"
    again = await fetch(session, FetchRequest(url, first.etag, first.last_modified))
    assert again == NotModified('"1"', modified)
    assert server.requests[-1].headers["if-modified-since"] == modified
    by_date = await fetch(session, FetchRequest(url, last_modified=modified))
    assert isinstance(by_date, NotModified)


async def test_the_same_body_again_is_no_change(
    server: Server, session: aiohttp.ClientSession
) -> None:
    url = server.add("/f", Reply(body=BODY, etag='"new"'))
    first = await fetched(session, FetchRequest(url))
    same = await fetch(session, FetchRequest(url, etag='"old"', body_hash=first.body_hash))
    assert same == NotModified('"new"', None)


@pytest.mark.parametrize(
    ("statuses", "moved"),
    [
        ([301], True),
        ([308, 301], True),
        ([302], False),
        ([303], False),
        ([307], False),
        ([301, 302], False),
        ([302, 301], False),
        ([301] * 10, True),
    ],
)
async def test_redirects(
    server: Server, session: aiohttp.ClientSession, statuses: list[int], *, moved: bool
) -> None:
    for hop, status in enumerate(statuses):
        server.add(f"/{hop}", redirect(f"/{hop + 1}", status))
    end = server.add(f"/{len(statuses)}", Reply(body=BODY, etag='"e"'))
    answer = await fetched(session, FetchRequest(server.url("/0")))
    assert (answer.url, answer.moved_to) == (end, end if moved else None)
    unchanged = await fetch(session, FetchRequest(server.url("/0"), etag='"e"'))
    assert unchanged.moved_to == answer.moved_to


async def test_too_many_redirects(server: Server, session: aiohttp.ClientSession) -> None:
    url = server.add("/loop", redirect("/loop", 301))
    assert "without end" in (await refused(session, url)).why
    assert len(server.requests) == 11


async def test_redirects_out_of_the_web(server: Server, session: aiohttp.ClientSession) -> None:
    url = server.add("/f", redirect("file:///etc/passwd", 301))
    assert "http://" in (await refused(session, url)).why
    nowhere = server.add("/g", Reply(301))
    assert (await refused(session, nowhere)).status == 301


@pytest.mark.parametrize(
    "target", ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://10.0.0.1/"]
)
def test_a_public_feed_may_not_send_us_home(target: str) -> None:
    with pytest.raises(FetchError, match="inside your own network"):
        _check("https://example.org/feed", target)
    _check("http://127.0.0.1:1/feed", target)


async def test_passwords_stay_at_their_host(server: Server, session: aiohttp.ClientSession) -> None:
    login = ("anna", "geh:eim ä")
    url = server.add("/f", Reply(body=BODY, login=login))
    assert "password" in (await refused(session, url)).why
    assert (await fetched(session, FetchRequest(url, login=login))).body == BODY
    in_url = url.replace("//", "//anna:geh%3Aeim%20%C3%A4@")
    answer = await fetched(session, FetchRequest(in_url))
    assert (answer.body, answer.url) == (BODY, url)
    there = server.add("/away", redirect(server.url("/open", "localhost")))
    server.add("/open", Reply(body=BODY))
    await fetched(session, FetchRequest(there, login=login))
    assert "authorization" in server.asked("/away")[0].headers
    assert "authorization" not in server.asked("/open")[0].headers


@pytest.mark.parametrize(
    ("reply", "words", "status"),
    [
        (Reply(404), "nothing at this address", 404),
        (Reply(410), "gone for good", 410),
        (Reply(403), "does not let us", 403),
        (Reply(500), "fault of its own", 500),
        (Reply(503), "too busy", 503),
        (Reply(204), "without a feed", 204),
        (Reply(304), "without a feed", 304),
        (Reply(body=BODY, cut_after=100), "broke off", None),
        (Reply(body=BODY, cut_after=100, chunked=True), "broke off", None),
        (Reply(body=BODY, length=len(BODY) + 9), "broke off", None),
        (Reply(body=BODY, headers={"Content-Encoding": "gzip"}), "damaged", None),
        (Reply(drop=True), "closed the connection", None),
        (Reply(raw=b"SSH-2.0-OpenSSH\r\n\r\n"), "cannot be understood", None),
        (Reply(hang=True), "did not answer within 0.3 seconds", None),
        (Reply(body=BODY, piece=10, pause=0.05), "too slowly", None),
        (Reply(body=BODY, headers={"Location": "http://[bad"}, status=302), "", None),
    ],
)
async def test_failures_say_why(
    server: Server, session: aiohttp.ClientSession, reply: Reply, words: str, status: int | None
) -> None:
    limits = HASTY if reply.hang or reply.pause else LIMITS
    error = await refused(session, server.add("/f", reply), limits)
    assert words in error.why
    assert (error.status, error.gone) == (status, status == 410)
    assert str(error).startswith("The feed could not be fetched: ")
    assert error.what_next


async def test_unreachable(session: aiohttp.ClientSession, server: Server) -> None:
    port = unused_port()
    assert "could not be reached" in (await refused(session, f"http://127.0.0.1:{port}/")).why
    assert (
        "secure connection"
        in (await refused(session, server.url("/f").replace("http:", "https:"))).why
    )
    assert (
        "no server named nowhere.invalid"
        in (await refused(session, "http://nowhere.invalid/feed")).why
    )


@pytest.mark.parametrize("url", ["ftp://x.org/f", "file:///etc/passwd", "nonsense", "http://[x"])
async def test_only_the_web(session: aiohttp.ClientSession, url: str) -> None:
    assert "http://" in (await refused(session, url)).why


@pytest.mark.parametrize("encoding", ["gzip", "br", None])
async def test_a_bomb_is_dropped_early(
    server: Server, session: aiohttp.ClientSession, encoding: str | None
) -> None:
    url = server.add("/bomb", Reply(body=bytes(50_000_000), encoding=encoding))
    error = await refused(session, url)
    assert "larger than 0.19" in error.why


async def test_retry_after(server: Server, session: aiohttp.ClientSession) -> None:
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
    waits = []
    for value in ("7", later, "soon", "99999999"):
        url = server.add("/f", Reply(429, headers={"Retry-After": value}))
        waits.append((await refused(session, url)).retry_after)
    assert waits[0] == 7
    assert waits[1] is not None
    assert 80 < waits[1] <= 90
    assert waits[2:] == [None, 7 * 86_400]


def test_errors_cross_processes() -> None:
    error = pickle.loads(pickle.dumps(FetchError("why", "next", 429, 7.5)))  # noqa: S301  # ours
    assert isinstance(error, FetchError)
    assert (error.why, error.what_next) == ("why", "next")
    assert (error.status, error.retry_after, error.gone) == (429, 7.5, False)
