"""Searching directories over a real connection: both, one, none of them answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp
import pytest

from desktop_app.base.clock import SystemClock
from desktop_app.base.errors import KnownError
from desktop_app.base.model import FeedKind
from desktop_app.feeds.addresses import normalise
from desktop_app.feeds.directory import instead
from desktop_app.feeds.fetch import Limits
from desktop_app.library import feeds
from desktop_app.library.database import Library
from desktop_app.services.directory import Directory
from desktop_app.services.worker import Worker
from tests.support.directories import APPLE, FYYD, apple, apple_row, bases, fyyd, fyyd_row
from tests.support.server import Gate, Reply, Request, Server, redirect, unused_port

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from desktop_app.base.paths import Home

    Make = Callable[..., Directory]

TALKS, SITS = "https://talks.example/feed.xml", "https://sits.example/feed.xml"
PATIENT = Limits(first_byte=15, whole=15, body=50_000, redirects=3)
HASTY = Limits(first_byte=0.3, whole=0.3, body=50_000, redirects=3)


@pytest.fixture
async def library(home: Home) -> AsyncIterator[Library]:
    library = await Library.open(home, SystemClock())
    yield library
    await library.close()


@pytest.fixture
async def make(library: Library, server: Server) -> AsyncIterator[Make]:
    """Make a search over the server; both directories answer well until told otherwise."""
    server.add(APPLE, Reply(body=apple(apple_row(TALKS))))
    server.add(FYYD, Reply(body=fyyd(fyyd_row(SITS, "Sits"), fyyd_row(TALKS))))
    worker = Worker()
    async with aiohttp.ClientSession() as session:
        yield lambda root="", limits=PATIENT: Directory(
            library, worker, session, instead(bases(root or server.url(""))), limits
        )
    await worker.close()


async def test_both_answer(make: Make, server: Server) -> None:
    answer = await make().search("  serenity\n & calm ", 7)
    assert answer.failed == ()
    assert [(feed.url, feed.directories) for feed in answer.found] == [
        (TALKS, ("Apple Podcasts", "fyyd")),
        (SITS, ("fyyd",)),
    ]
    assert answer.found[0].author == "Harbour"
    assert server.asked(APPLE)[0].query == "media=podcast&term=serenity+%26+calm&limit=7"
    assert server.asked(FYYD)[0].query == "term=serenity+%26+calm&count=7"
    assert len((await make().search("serenity", 1)).found) == 1


async def test_both_are_asked_at_once(make: Make, server: Server) -> None:
    gate = Gate()

    def second(_request: Request) -> Reply:
        gate.set()
        return Reply(body=fyyd())

    server.add(APPLE, Reply(body=apple(apple_row(TALKS)), gate=gate))
    server.add(FYYD, second)
    answer = await make().search("serenity")
    assert ([feed.url for feed in answer.found], answer.failed) == ([TALKS], ())


async def test_what_is_subscribed_is_marked(make: Make, library: Library) -> None:
    url = "http://www.talks.example/feed.xml/"
    await library.write(
        feeds.subscribe,
        url=url,
        address=normalise(url),
        title="Talks",
        kind=FeedKind.TALKS,
        group="",
        now=SystemClock().now(),
    )
    answer = await make().search("serenity")
    assert [(feed.url, feed.subscribed) for feed in answer.found] == [(TALKS, True), (SITS, False)]


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(500), "the server has a fault of its own (HTTP 500)"),
        (Reply(429), "the server asks us to come less often (HTTP 429)"),
        (Reply(403), "its server did not take the question (HTTP 403)"),
        (Reply(404), "its server did not take the question (HTTP 404)"),
        (Reply(body=b"<html>busy</html>"), "it is not what a directory of podcasts answers with"),
        (Reply(body=b""), "it is not what a directory of podcasts answers with"),
        (Reply(body=b"[" * 40_000), "it is not what a directory of podcasts answers with"),
        (Reply(body=b" " * 60_000), "it is larger than"),
        (Reply(body=apple(), length=9_999), "the answer broke off"),
        (Reply(drop=True), "closed the connection without an answer"),
        (redirect(APPLE), "from one address to the next without end"),
        (redirect("ftp://127.0.0.1/"), "does not begin with http"),
    ],
)
async def test_one_fails_and_is_named(make: Make, server: Server, reply: Reply, why: str) -> None:
    server.add(APPLE, reply)
    answer = await make().search("serenity")
    assert [feed.url for feed in answer.found] == [SITS, TALKS]
    ((name, error),) = answer.failed
    assert (name, error.what) == ("Apple Podcasts", "Apple Podcasts gave no answer")
    assert why in error.why
    assert error.what_next == "Try again later."


@pytest.mark.parametrize("reply", [Reply(hang=True), Reply(body=fyyd(), piece=1, pause=0.1)])
async def test_a_slow_one_is_not_waited_for(make: Make, server: Server, reply: Reply) -> None:
    server.add(FYYD, reply)
    answer = await make(limits=HASTY).search("serenity")
    assert [feed.url for feed in answer.found] == [TALKS]
    ((name, _error),) = answer.failed
    assert name == "fyyd"


async def test_both_fail(make: Make) -> None:
    answer = await make(f"http://127.0.0.1:{unused_port()}").search("serenity")
    assert answer.found == ()
    assert [name for name, _error in answer.failed] == ["Apple Podcasts", "fyyd"]
    assert all("could not be reached" in error.why for _name, error in answer.failed)


@pytest.mark.parametrize("words", ["", " \n "])
async def test_without_words_nobody_is_asked(make: Make, server: Server, words: str) -> None:
    with pytest.raises(KnownError, match="nothing to look for"):
        await make().search(words)
    assert server.requests == []
