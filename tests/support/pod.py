"""Podcasts for tests: feeds as text, served with real sound."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tests.support.server import Reply, static

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.support.server import Server


def item(number: int, title: str = "", url: str = "", guid: str = "", seconds: float = 0) -> str:
    """Return item ``number`` of a feed; ``seconds`` is how long it says that it is, if at all."""
    length = f"<itunes:duration>{seconds:.0f}</itunes:duration>" if seconds else ""
    return (
        f"<item><title>{escape(title or f'Bob D. - Talk {number}')}</title>"
        f"<guid>{escape(guid or f'guid-{number}')}</guid>"
        f"<pubDate>{1 + number % 28:02} Jan 2020 12:00:00 GMT</pubDate>"
        f"<description>Notes of talk {number}</description>{length}"
        f'<enclosure url="{escape(url)}" type="audio/mpeg" length="1000"/></item>'
    )


def feed(title: str, items: Sequence[str]) -> bytes:
    """Return an RSS 2.0 document."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"'
        ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>'
        f"<title>{escape(title)}</title><link>https://example.org/</link>"
        f"<description>About {escape(title)}</description>{''.join(items)}</channel></rss>"
    ).encode()


def serve(
    server: Server, name: str, count: int, sound: bytes, etag: str = '"1"', seconds: float = 0
) -> str:
    """Serve a feed of ``count`` talks with sound; return its address.

    ``seconds``: how long the feed says that they are.
    """
    items = []
    for number in range(count):
        path = f"/{name}/{number}.mp3"
        server.add(path, static(sound))
        items.append(item(number, url=server.url(path), seconds=seconds))
    body = feed(name.title(), items)
    kind = {"Content-Type": "application/rss+xml"}
    server.add(f"/{name}.xml", Reply(body=body, headers=kind, etag=etag))
    return server.url(f"/{name}.xml")
