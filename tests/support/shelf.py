"""Small libraries for tests: feeds and talks in one line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from desktop_app.base.model import FeedKind
from desktop_app.base.parsed import ParsedEpisode, TitleFacts
from desktop_app.catalog import RULES
from desktop_app.library import downloads, episodes, facts, feeds
from desktop_app.library.episodes import Arrival

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.base.paths import Home
    from desktop_app.library.database import Library

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)


def parsed(number: int, title: str = "", **values: object) -> ParsedEpisode:
    """Return the item number ``number`` of a feed; each is a day older than the one before."""
    fields: dict[str, object] = {
        "title": title or f"Talk {number}",
        "hash": f"hash-{number}",
        "guid": f"guid-{number}",
        "url": f"https://example.org/{number}.mp3",
        "type": "audio/mpeg",
        "notes": f"<p>Notes of {number}</p>",
        "published": NOW - timedelta(days=number),
        "duration": 60.0 * (number + 1),
    }
    return ParsedEpisode(**(fields | values))  # type: ignore[arg-type]


async def add_feed(
    library: Library,
    title: str = "Tapes",
    kind: FeedKind = FeedKind.TALKS,
    *,
    added: datetime = NOW,
) -> int:
    """Subscribe to a feed and return its id."""
    slug = title.casefold().replace(" ", "-")
    return await library.write(
        feeds.subscribe,
        url=f"https://{slug}.example/feed",
        address=f"{slug}.example/feed",
        title=title,
        kind=kind,
        group="",
        now=added,
    )


async def add_talks(library: Library, feed_id: int, *talks: ParsedEpisode) -> tuple[int, ...]:
    """Store talks, without facts, and return their ids."""
    arrivals = [Arrival(None, talk, place) for place, talk in enumerate(talks)]
    return await library.write(episodes.store, feed_id, arrivals, NOW)


async def add_recording(library: Library, home: Home, talk: int, sound: bytes) -> Path:
    """Let a talk be downloaded and return its file."""
    name = f"Tapes/{talk}.mp3"
    path = home.audio / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(sound)
    await library.write(downloads.enqueue, (talk,))
    await library.write(downloads.finish, talk, name, len(sound), NOW)
    return path


async def read_titles(
    library: Library, says: Callable[[str], TitleFacts] = lambda _title: TitleFacts()
) -> int:
    """Bring all talks into the index, with what ``says`` their titles say; return how many."""
    count = 0
    while unread := await library.read(facts.unread, 200, RULES):
        readings = [
            facts.Read(one.id, one.hash, says(one.source.title), one.tags) for one in unread
        ]
        count += len(await library.write(facts.store, readings, facts.no_series, RULES))
    return count
