"""Answers that are odd and yet whole, and how many are asked at once."""

from __future__ import annotations

import asyncio
import codecs
import gzip
import zlib
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.model import EpisodeQuery
from desktop_app.base.parsed import CatalogueEntry
from desktop_app.services.events import RefreshProgress
from tests.services.identity import OTHER_HOST
from tests.support import pod
from tests.support.server import Gate, Reply
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.services.core import Core
    from desktop_app.services.events import Event
    from tests.support.server import Server

RSS = {"Content-Type": "application/rss+xml"}
TITLE = "Zoë Ž. – “Surrender”"
FEED = pod.feed("Tapes", [pod.item(1, TITLE, "http://127.0.0.1/1.mp3")]).decode()


def declared(name: str) -> str:
    return FEED.replace('encoding="UTF-8"', f'encoding="{name}"')


BARE = FEED.replace(' encoding="UTF-8"', "")
XML = "application/rss+xml; charset="

# name: the body, and what the server calls it.
WRITINGS: dict[str, tuple[bytes, str]] = {
    "UTF-8": (FEED.encode(), "text/xml"),
    "UTF-8 with a mark": (codecs.BOM_UTF8 + FEED.encode(), "text/xml"),
    "UTF-8, called Latin-1 by the server": (FEED.encode(), XML + "iso-8859-1"),
    "UTF-8, called nonsense by the server": (BARE.encode(), XML + "x-nonsense"),
    "UTF-16 LE with a mark": (codecs.BOM_UTF16_LE + declared("UTF-16").encode("utf-16-le"), XML),
    "UTF-16 BE with a mark": (codecs.BOM_UTF16_BE + declared("UTF-16").encode("utf-16-be"), XML),
    "UTF-16 LE without a mark": (declared("UTF-16").encode("utf-16-le"), XML),
    "UTF-16, declared as UTF-8": (codecs.BOM_UTF16_LE + FEED.encode("utf-16-le"), XML + "utf-8"),
    "Windows-1252": (declared("windows-1252").encode("cp1252"), "text/xml"),
    "Windows-1250, told by the server": (BARE.encode("cp1250"), XML + "windows-1250"),
    "Windows-1252, declared as UTF-8": (FEED.encode("cp1252"), "text/xml"),
    "spaces before the declaration": (b"\r\n \t" + FEED.encode(), "text/xml"),
    "called a web page": (FEED.encode(), "text/html"),
    "called sound": (FEED.encode(), "audio/mpeg"),
    "gzip in gzip's name": (gzip.compress(FEED.encode()), "text/xml; gzip"),
    "deflate": (zlib.compress(FEED.encode()), "text/xml; deflate"),
}


async def titles(core: Core, feed_id: int | None = None) -> list[str]:
    page = await core.browsing.page(EpisodeQuery(feed_id=feed_id), 0, 99)
    return [episode.title for episode in page.episodes]


@pytest.mark.parametrize("name", WRITINGS)
async def test_every_way_of_writing(core: Core, server: Server, name: str) -> None:
    body, kind = WRITINGS[name]
    kind, _, coding = kind.partition("; ") if "charset" not in kind else (kind, "", "")
    headers = {"Content-Type": kind} | ({"Content-Encoding": coding} if coding else {})
    feed = await core.subscriptions.add(server.add("/f.xml", Reply(body=body, headers=headers)))
    assert feed.title == "Tapes"
    assert await titles(core) == [TITLE]


@pytest.mark.parametrize("coding", ["", "gzip"])
async def test_a_feed_that_broke_off_is_asked_for_whole(
    core: Core, server: Server, coding: str
) -> None:
    items = [pod.item(number, url=f"http://127.0.0.1/{number}.mp3") for number in range(400)]
    body = pod.feed("Tapes", items)
    torn, headers = body[: body.rindex(b"<item>") + 30], RSS
    if coding:
        packed = gzip.compress(body, 1)
        torn, headers = packed[: len(packed) * 3 // 4], RSS | {"Content-Encoding": coding}
    server.add("/f.xml", Reply(body=torn, headers=headers, etag='"1"', endless=True))
    feed = await core.subscriptions.add(server.url("/f.xml"))
    assert 0 < feed.episodes < 400
    server.add("/f.xml", Reply(body=body, headers=RSS, etag='"1"'))
    (outcome,) = await core.refresh.refresh()
    assert (outcome.new, outcome.error) == (400 - feed.episodes, None)
    await core.refresh.refresh()
    assert server.requests[-1].headers["if-none-match"] == '"1"'


async def test_cookies_are_not_kept(core: Core, server: Server) -> None:
    crumbs = {"Set-Cookie": "who=you; Path=/; Max-Age=99999"}
    server.add("/f.xml", Reply(body=FEED.encode(), headers=RSS | crumbs))
    await core.subscriptions.add(server.url("/f.xml"))
    await core.refresh.refresh()
    assert len(server.asked("/f.xml")) == 2
    for request in server.requests:
        assert not {"cookie", "referer", "authorization"} & set(request.headers)


async def imported(core: Core, addresses: Sequence[str]) -> list[int]:
    entries = [CatalogueEntry(f"Feed {at}", "", url) for at, url in enumerate(addresses)]
    return [feed.id for feed in (await core.subscriptions.add_entries(entries)).added]


async def test_eight_hosts_at_once_and_one_feed_of_each(core: Core, server: Server) -> None:
    gate = Gate()
    server.add("/f.xml", Reply(body=FEED.encode(), headers=RSS, gate=gate))
    hosts = [f"host{number}.localhost" for number in range(12)]
    addresses = [server.url(f"/f.xml?{at}", host) for host in hosts for at in range(2)]
    await imported(core, addresses)
    refreshing = asyncio.create_task(core.refresh.refresh())
    asked = await asyncio.to_thread(server.wait_for, "/f.xml", 8)
    assert len({request.headers["host"] for request in asked}) == 8
    gate.set()
    outcomes = await refreshing
    assert [outcome.error for outcome in outcomes if outcome.error] == []
    assert len(server.requests) == len(addresses)
    assert server.most_at_once == 8


async def test_one_host_is_asked_one_feed_after_the_other(core: Core, server: Server) -> None:
    for number in range(6):
        server.add(f"/{number}.xml", Reply(body=FEED.encode(), headers=RSS, piece=100))
    await imported(core, [server.url(f"/{number}.xml") for number in range(6)])
    await core.refresh.refresh()
    assert len(server.requests) == 6
    assert server.most_at_once == 1


@pytest.mark.parametrize("how", ["silent", "half", "drips"])
async def test_who_hangs_holds_up_nobody_else(core: Core, server: Server, how: str) -> None:
    body = FEED.encode()
    replies = {
        "silent": Reply(hang=True),
        "half": Reply(body=body, headers=RSS, gate=Gate(), gate_after=99),
        "drips": Reply(body=body, headers=RSS, piece=1, pause=1),
    }
    for number in range(2):
        server.add(f"/bad{number}.xml", replies[how])
    good = []
    for number in range(9):
        server.add(f"/good{number}.xml", Reply(body=body, headers=RSS))
        good.append(server.url(f"/good{number}.xml", f"host{number}.localhost"))
    bad = [server.url(f"/bad{number}.xml", OTHER_HOST) for number in range(2)]
    await imported(core, [*bad, *good])
    done = asyncio.Event()

    def hear(event: Event) -> None:
        if isinstance(event, RefreshProgress) and event.done == len(good):
            done.set()

    core.events.listen(hear)
    refreshing = asyncio.create_task(core.refresh.refresh())
    async with asyncio.timeout(20):
        await done.wait()
    counts = [feed.episodes for feed in await core.browsing.feeds()]
    assert sorted(counts) == [0, 0, *[1] * len(good)]
    assert await core.browsing.problems() == ()
    refreshing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await refreshing


@pytest.mark.parametrize("how", ["seconds", "a date"])
async def test_who_asks_for_patience_is_left_alone(core: Core, server: Server, how: str) -> None:
    server.add("/f.xml", Reply(body=FEED.encode(), headers=RSS))
    feed = await core.subscriptions.add(server.url("/f.xml"))
    until_then = datetime.now(UTC) + timedelta(seconds=3600)
    value = "3600" if how == "seconds" else format_datetime(until_then, usegmt=True)
    server.add("/f.xml", Reply(429, headers={"Retry-After": value}))
    await core.refresh.refresh()
    next_try = (await core.browsing.feed(feed.id)).next_try
    assert next_try is not None
    assert abs((next_try - until_then).total_seconds()) < 60
    asked = len(server.requests)
    assert await core.refresh.refresh() == ()
    assert len(server.requests) == asked
    (outcome,) = await core.refresh.refresh((feed.id,))
    assert outcome.error is not None
    assert len(server.requests) == asked + 1


async def test_the_index_is_filled_whatever_the_titles_are(core: Core, server: Server) -> None:
    odd = ["x" * 100_000, "&amp;" * 20_000, "(" * 20_000, "𝔅𝔬𝔟 \u202e D.", "a@" * 20_000]
    items = [pod.item(at, title, f"http://127.0.0.1/{at}.mp3") for at, title in enumerate(odd)]
    server.add("/f.xml", Reply(body=pod.feed("Odd", [*items, pod.item(9)]), headers=RSS))
    await core.subscriptions.add(server.url("/f.xml"))

    async def found() -> bool:
        return len(await core.browsing.search("talk 9")) == 1

    await until(core, found)
