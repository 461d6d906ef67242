"""Feeds that name transcripts and chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.model import EpisodeQuery
from tests.support import pod
from tests.support.server import Reply

if TYPE_CHECKING:
    from desktop_app.base.secrets import Login
    from desktop_app.services.core import Core
    from tests.support.server import Server

VTT = b"WEBVTT\n\n00:01.000 --> 00:04.000\n<v Bob>My name is Bob.\n\n00:09.000 --> 00:12.000\nHi.\n"
CHAPTERS = b"""{"version": "1.2.0", "chapters": [
    {"startTime": 0, "title": "Opening"}, {"startTime": 5.5, "title": "Step six"}]}"""
RSS = {"Content-Type": "application/rss+xml"}
_NAMESPACE = b'<channel xmlns:podcast="https://podcastindex.org/namespace/1.0">'


def feed(url: str, *tags: str) -> bytes:
    """Return a feed of one talk with these tags of the podcast namespace."""
    item = pod.item(1, url=url).replace("</item>", f"{''.join(tags)}</item>")
    return pod.feed("Tapes", [item]).replace(b"<channel>", _NAMESPACE)


def named(server: Server, path: str, kind: str = "text/vtt") -> str:
    """Return the tag of a transcript on the server."""
    return f'<podcast:transcript url="{server.url(path)}" type="{kind}"/>'


def chapters_at(server: Server, path: str = "/chapters.json") -> str:
    """Return the tag of chapters on the server."""
    return f'<podcast:chapters url="{server.url(path)}" type="application/json+chapters"/>'


async def subscribe(
    core: Core, server: Server, *tags: str, sound: str = "/1.mp3", login: Login | None = None
) -> int:
    """Subscribe to a feed of one talk; return the talk's id."""
    body = feed(server.url(sound), *tags)
    server.add("/feed.xml", Reply(body=body, headers=RSS, login=login))
    added = await core.subscriptions.add(server.url("/feed.xml"), login=login)
    page = await core.browsing.page(EpisodeQuery(feed_id=added.id), 0, 9)
    (talk,) = page.episodes
    return talk.id
