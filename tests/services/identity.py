"""A feed whose items can be told apart whatever changes, and all that a person has of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.base.model import DownloadState, EpisodeQuery
from tests.support.fetched import fetch_all
from tests.support.server import Reply, static

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.base.model import Episode
    from desktop_app.services.core import Core
    from tests.support.server import Server

COUNT = 6
OTHER_HOST = "other.localhost"


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the feed; ``sound`` is its enclosure's path, with or without a query."""

    number: int
    title: str
    guid: str | None
    sound: str
    day: int
    notes: str = "Notes"
    host: str = "127.0.0.1"

    def xml(self, server: Server) -> str:
        """Return the item as a feed has it."""
        guid = "" if self.guid is None else f'<guid isPermaLink="false">{self.guid}</guid>'
        return (
            f"<item><title>{self.title}</title>{guid}<description>{self.notes}</description>"
            f"<pubDate>{self.day:02} Jan 2020 12:00:00 GMT</pubDate>"
            f'<enclosure url="{server.url(self.sound, self.host)}" type="audio/mpeg"/></item>'
        )


def item(number: int) -> Item:
    """Return talk ``number`` as the feed has it at first; the highest is the newest."""
    guid = f"http://talks.example/?p={number}"
    return Item(number, f"Bob D. - Talk {number}", guid, f"/sound/{number}.mp3", number + 1)


def items() -> list[Item]:
    """Return the feed at first, newest first."""
    return [item(number) for number in reversed(range(COUNT))]


def publish(server: Server, now: Sequence[Item], path: str = "/f.xml", built: int = 0) -> str:
    """Serve these items; ``built`` makes the document another one, and no item of it."""
    body = (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Tapes</title>'
        f"<link>http://talks.example/</link><pubDate>{1 + built:02} Feb 2020 12:00:00 GMT</pubDate>"
        f"{''.join(each.xml(server) for each in now)}</channel></rss>"
    )
    kind = {"Content-Type": "application/rss+xml"}
    return server.add(path, Reply(body=body.encode(), headers=kind))


def serve_sound(server: Server, sound: bytes) -> None:
    """Serve the sound of every talk."""
    for number in range(COUNT):
        server.add(f"/sound/{number}.mp3", static(sound))


def sounds_asked(server: Server) -> int:
    """Return how often any sound was asked for."""
    return len([each for each in server.requests if each.path.startswith("/sound/")])


@dataclass(frozen=True, slots=True)
class Marks:
    """What a person has of one talk."""

    position: float = 0.0
    heard: bool = False
    favorite: bool = False
    queued: bool = False
    file: str | None = None
    bookmarks: tuple[tuple[int, float, str], ...] = ()


async def everything(core: Core, feed_id: int | None = None) -> list[Episode]:
    """Return all episodes, by the order of their coming."""
    page = await core.browsing.page(EpisodeQuery(feed_id=feed_id), 0, 999)
    return sorted(page.episodes, key=lambda episode: episode.id)


async def marks(core: Core) -> dict[int, Marks]:
    """Return what the person has of each talk that they have something of, by its id."""
    found = {each.id: await _marks(core, each) for each in await everything(core)}
    return {episode_id: has for episode_id, has in found.items() if has != Marks()}


async def _marks(core: Core, episode: Episode) -> Marks:
    detail = await core.browsing.detail(episode.id)
    if episode.state is DownloadState.DOWNLOADED:
        assert episode.file is not None
        assert Path(episode.file).is_file()
    return Marks(
        episode.position,
        episode.heard,
        episode.favorite,
        episode.queued,
        episode.file,
        tuple((each.id, each.position, each.note) for each in detail.bookmarks),
    )


def numbers(now: dict[int, str | None]) -> dict[int, int]:
    """Return the id of each talk by its number, which its sound tells."""
    return {int(str(url).partition(".mp3")[0].rpartition("/")[2]): id_ for id_, url in now.items()}


async def mark(core: Core, ids: Sequence[int]) -> None:
    """Give each talk one thing, the last one all of them."""
    begun, favorite, noted, queued, kept, whole = ids
    for each in (begun, whole):
        await core.places.save(each, 100.0 + each)
    for each in (favorite, whole):
        await core.favorites.mark(each)
    for each in (noted, whole):
        await core.places.bookmark(each, 7.5, f"what helped in {each}")
    await core.queue.add((whole, queued))
    results = await fetch_all(core, (kept, whole))
    assert [result.error for result in results] == [None, None]


async def indexed(core: Core) -> None:
    """Wait until what comes after a refresh, in the background, is through."""
    core.indexing.soon()
    await core.indexing.finish()


def changed(number: int, now: Sequence[Item], **values: object) -> list[Item]:
    """Return the feed with talk ``number`` changed."""
    return [
        replace(each, **values) if each.number == number else each  # type: ignore[arg-type]
        for each in now
    ]
