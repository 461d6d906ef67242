"""From a home page to its feed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.feeds import discover as discovery
from desktop_app.feeds.fetch import Fetched, FetchError
from desktop_app.feeds.links import links
from tests.feeds.feeds_made import item, rss
from tests.support.server import Reply, Server, redirect

if TYPE_CHECKING:
    import aiohttp

    from desktop_app.base.parsed import CatalogueEntry

FEED = rss(item(1))


async def here(body: bytes, base: str) -> tuple[CatalogueEntry, ...]:
    return links(body, base)


async def discover(session: aiohttp.ClientSession, address: str) -> tuple[str, Fetched]:
    return await discovery.discover(session, address, here)


def page(body: str, head: str = "") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    ("html", "feeds"),
    [
        (page(""), []),
        (b"", []),
        (b"\x00\xff no html", []),
        (
            page(
                '<a href="/podcast.xml">RSS</a><a href="/about">About</a>',
                '<link rel="alternate" type="application/atom+xml" href="/atom">'
                '<link rel="alternate" type="application/rss+xml" title="Comments" href="/c/feed/">'
                '<link rel="ALTERNATE" type="Application/RSS+XML; x" title="Talks" href="feed/">'
                '<link rel="stylesheet" href="/a.xml"><link rel="alternate" href="/de">',
            ),
            ["http://x.org/dir/feed/", "http://x.org/atom", "http://x.org/podcast.xml",
             "http://x.org/c/feed/"],
        ),
        (
            page('<a href="/feed">1</a><a href="/a.rss">2</a><a href="/x?feed=podcast">3</a>'
                 '<a href="https://feeds.y.org/talks">4</a><a href="/feedback">5</a>'
                 '<a href="mailto:a@b.org">6</a><a href="itpc://x.org/z.xml">7</a>'
                 '<a href="/comments/feed/">8</a><a href="/sitemap.xml">9</a>'
                 '<a href="http://[bad/feed">10</a><a>11</a>'),
            ["http://x.org/feed", "http://x.org/a.rss", "http://x.org/x?feed=podcast",
             "http://x.org/z.xml", "https://feeds.y.org/talks"],
        ),
        (page('<a href="/feed">1</a><a href="/feed/">2</a>'), ["http://x.org/feed"]),
        (page('<a href="feed">1</a>', '<base href="/sub/">'), ["http://x.org/sub/feed"]),
    ],
)  # fmt: skip
def test_links(html: bytes, feeds: list[str]) -> None:
    found = links(html, "http://x.org/dir/page")
    assert [entry.feed_url for entry in found] == feeds
    assert all(entry.title and entry.home_page for entry in found)


async def test_a_feed_is_its_own_answer(server: Server, session: aiohttp.ClientSession) -> None:
    url = server.add("/f", Reply(body=FEED))
    address, answer = await discover(session, f" {url} ")
    assert (address, answer.body) == (url, FEED)
    old = server.add("/old", redirect("/f", 301))
    assert (await discover(session, old))[0] == url
    passing = server.add("/passing", redirect("/f", 302))
    assert (await discover(session, passing))[0] == passing


async def test_the_page_names_it(server: Server, session: aiohttp.ClientSession) -> None:
    head = (
        '<link rel="alternate" type="application/rss+xml" href="/gone.xml">'
        '<link rel="alternate" type="application/rss+xml" href="/page">'
        '<link rel="alternate" type="application/atom+xml" href="/f">'
    )
    url = server.add("/", Reply(body=page("", head)))
    server.add("/page", Reply(body=page("no feed")))
    server.add("/f", Reply(body=FEED))
    assert (await discover(session, url))[0] == server.url("/f")
    assert [request.path for request in server.requests] == ["/", "/gone.xml", "/page", "/f"]


async def test_the_usual_places(server: Server, session: aiohttp.ClientSession) -> None:
    url = server.add("/home", Reply(body=page("Welcome")))
    server.add("/rss", Reply(body=FEED))
    assert (await discover(session, url))[0] == server.url("/rss")


async def test_no_scheme_and_no_https(server: Server, session: aiohttp.ClientSession) -> None:
    url = server.add("/f", Reply(body=FEED))
    assert (await discover(session, url.removeprefix("http://")))[0] == url


async def test_nothing_there(server: Server, session: aiohttp.ClientSession) -> None:
    url = server.add("/", Reply(body=page("Welcome")))
    with pytest.raises(KnownError, match=r"No feed was found at 127\.0\.0\.1"):
        await discover(session, url)
    with pytest.raises(FetchError, match="nothing at this address"):
        await discover(session, server.url("/missing"))
    with pytest.raises(FetchError, match="secure connection"):
        await discover(session, server.url("/").replace("http:", "https:"))
    with pytest.raises(KnownError, match="not a web address"):
        await discover(session, "nonsense")
