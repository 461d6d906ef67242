"""Whatever a feed does, it is one line among the problems, and nobody else's trouble."""

from __future__ import annotations

import codecs
import gzip
from dataclasses import replace
from typing import TYPE_CHECKING

import brotli  # type: ignore[import-untyped]  # it ships no types
import pytest

from desktop_app.base.model import EpisodeQuery
from desktop_app.services.events import ProblemsChanged
from tests.services.identity import OTHER_HOST
from tests.support import pod
from tests.support.server import Reply, redirect

if TYPE_CHECKING:
    from desktop_app.base.model import Episode, Feed
    from desktop_app.services.core import Core
    from desktop_app.services.events import Event
    from tests.support.server import Server

RSS = {"Content-Type": "application/rss+xml"}
ITEMS = [pod.item(number, url=f"http://127.0.0.1/{number}.mp3") for number in range(3)]
GOOD = pod.feed("Tapes", ITEMS)
NEWER = pod.feed("Tapes", [pod.item(9, url="http://127.0.0.1/9.mp3"), *ITEMS])
MEGABYTE = 2**20
LAUGHS = (
    b"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'ha'>"
    + b"".join(
        b"<!ENTITY %c '%s'>" % (code + 1, b"&%c;" % code * 10) for code in range(ord("a"), ord("z"))
    )
    + b"]>"
)


def rss(body: bytes, **values: object) -> Reply:
    return replace(Reply(body=body, headers=RSS), **values)  # type: ignore[arg-type]


def page(text: bytes) -> Reply:
    return Reply(body=text, headers={"Content-Type": "text/html"})


# name: the answer, and a word of the reason.
TROUBLES: dict[str, tuple[Reply, str]] = {
    "400": (Reply(400), "400"),
    "401": (Reply(401, headers={"WWW-Authenticate": "Basic"}), "password"),
    "403": (Reply(403), "does not let us"),
    "404": (Reply(404), "nothing at this address"),
    "410": (Reply(410), "gone for good"),
    "418": (Reply(418, NEWER), "418"),
    "429": (Reply(429, headers={"Retry-After": "7"}), "less often"),
    "429 until a date": (
        Reply(429, headers={"Retry-After": "Fri, 01 Jan 2100 00:00:00 GMT"}), "less often",
    ),
    "500": (Reply(500), "fault of its own"),
    "503": (Reply(503), "too busy"),
    "204": (Reply(204), "without a feed"),
    "206": (Reply(206, NEWER, {"Content-Range": "bytes 0-9/99"}), "without a feed"),
    "hangs up": (Reply(drop=True), "closed the connection"),
    "no HTTP": (Reply(raw=b"SSH-2.0-OpenSSH_9.9\r\n\r\n"), "cannot be understood"),
    "flood of headers": (
        Reply(raw=b"HTTP/1.1 200 OK\r\n" + b"X-A: flood\r\n" * 200_000 + b"\r\n" + NEWER), "",
    ),
    "header of 300 KB": (
        Reply(raw=b"HTTP/1.1 200 OK\r\nX-A: " + b"a" * 300_000 + b"\r\n\r\n" + NEWER), "",
    ),
    "circle": (redirect("/tapes.xml", 301), "without end"),
    "redirect to a file": (redirect("file:///etc/passwd", 301), "http://"),
    "redirect to nowhere": (redirect("http://["), ""),
    "wrong length": (rss(NEWER, length=len(NEWER) + 100), "broke off"),
    "cut": (rss(NEWER, cut_after=300), "broke off"),
    "cut in chunks": (rss(NEWER, cut_after=300, chunked=True), "broke off"),
    "cut before the first episode": (rss(NEWER[:200]), "before its first episode"),
    "no gzip": (rss(NEWER, headers=RSS | {"Content-Encoding": "gzip"}), "damaged"),
    "no brotli": (rss(NEWER, headers=RSS | {"Content-Encoding": "br"}), "damaged"),
    "gzip bomb": (
        rss(gzip.compress(bytes(10 * MEGABYTE)) * 20, headers=RSS | {"Content-Encoding": "gzip"}),
        "larger than 64 MB",
    ),
    "brotli bomb": (
        rss(brotli.compress(bytes(100 * MEGABYTE), quality=3),
            headers=RSS | {"Content-Encoding": "br"}),
        "larger than 64 MB",
    ),
    "empty": (rss(b""), "nothing in it"),
    "spaces": (rss(b" \r\n\t" * 100), "nothing in it"),
    "only a mark": (rss(codecs.BOM_UTF8), "nothing in it"),
    "words": (rss(b"Under construction"), "no list of episodes"),
    "a page": (page(b"<!DOCTYPE html><html><body>Sign in</body></html>"), "web page"),
    "a page as a feed": (rss(b"<html><head><title>Sign in</title></head></html>"), "web page"),
    "sound": (rss(b"ID3\x04" + bytes(range(256)) * 50), "no list of episodes"),
    "other XML": (rss(b"<?xml version='1.0'?><soap><Body/></soap>"), "no list of episodes"),
    "too many items": (rss(pod.feed("Tapes", ["<item/>"] * 50_001)), "50,001 episodes"),
    "laughs and no feed": (rss(LAUGHS + b"<lol>&z;</lol>"), "no list of episodes"),
}  # fmt: skip


async def everything(core: Core, feed_id: int) -> list[Episode]:
    return list((await core.browsing.page(EpisodeQuery(feed_id=feed_id), 0, 99)).episodes)


async def two(core: Core, server: Server) -> tuple[Feed, Feed]:
    """Subscribe to a feed that will be in trouble, and to another one."""
    feed = await core.subscriptions.add(server.add("/tapes.xml", rss(GOOD)))
    server.add("/other.xml", rss(GOOD.replace(b"Tapes", b"Other")))
    return feed, await core.subscriptions.add(server.url("/other.xml", OTHER_HOST))


@pytest.mark.parametrize("name", TROUBLES)
async def test_trouble_is_one_line(core: Core, server: Server, name: str) -> None:
    reply, reason = TROUBLES[name]
    feed, other = await two(core, server)
    had = await everything(core, feed.id)
    await core.favorites.mark(had[0].id)
    had = await everything(core, feed.id)
    server.add("/tapes.xml", reply)
    server.add("/other.xml", rss(NEWER.replace(b"Tapes", b"Other")))
    told: list[Event] = []
    core.events.listen(told.append)
    outcomes = {each.feed_id: each for each in await core.refresh.refresh()}
    assert (outcomes[other.id].new, outcomes[other.id].error) == (1, None)
    error = outcomes[feed.id].error
    assert error is not None
    (problem,) = await core.browsing.problems()
    assert problem.feed_id == feed.id
    assert problem.what == "Could not refresh Tapes"
    assert reason in problem.why
    assert problem.why
    assert problem.what_next
    assert str(error).isprintable()
    assert len(str(error)) < 250
    assert ProblemsChanged() in told
    assert await everything(core, feed.id) == had
    now = await core.browsing.feed(feed.id)
    assert (now.problem, now.url, now.title) == (str(error), feed.url, "Tapes")
    assert now.stopped is (name == "410")
    await core.refresh.refresh((feed.id,))
    assert len(await core.browsing.problems()) == 1
    server.add("/tapes.xml", rss(NEWER))
    (outcome,) = await core.refresh.refresh((feed.id,))
    assert (outcome.new, outcome.error) == (1, None)
    assert await core.browsing.problems() == ()
    now = await core.browsing.feed(feed.id)
    assert (now.problem, now.next_try, now.stopped) == (None, None, False)
