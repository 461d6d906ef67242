"""Libraries for the benchmark of lists, and the process whose memory is looked at.

``python -m tests.bench._shelves HOME`` opens the services, pages through all lists and prints
the megabytes that it holds.
"""

from __future__ import annotations

import asyncio
import random
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.base.clock import SystemClock
from desktop_app.base.model import EpisodeQuery, FeedKind, Order
from desktop_app.base.paths import Home
from desktop_app.catalog import RULES
from desktop_app.library import collections, downloads, episodes, facts, favorites, positions, queue
from desktop_app.library.database import Library
from desktop_app.library.episodes import Arrival
from desktop_app.library.facts import Read
from desktop_app.services.core import open_core
from tests.bench import search
from tests.support.shelf import NOW, add_feed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop_app.base.parsed import ParsedEpisode, TitleFacts

FEEDS = 100
PAGE = 100
TOPICS = (
    "acceptance", "amends", "anger", "fear", "forgiveness", "gratitude", "grief", "honesty",
    "humility", "meditation", "prayer", "relapse", "relationships", "resentment", "service",
    "sponsorship", "surrender", "promises",
)  # fmt: skip
FELLOWSHIPS = (None, None, None, "AA", "AA", "AA", "AA", "AA", "Al-Anon", "NA", "OA", "CA", "ACA")
_HOW_OFTEN = {"heard": 0.2, "begun": 0.03, "favorite": 0.05, "here": 0.15, "waiting": 0.01}


def series_key(feed_id: int, said: TitleFacts) -> str | None:
    """Return what the parts of a series share."""
    return f"{feed_id} {said.series} {said.speakers}" if said.series else None


async def fill(home: Home, count: int) -> None:
    """Fill a home with ``count`` talks of a hundred feeds, and with what people do with them."""
    home.prepare()
    library = await Library.open(home, SystemClock())
    chance = random.Random(7)  # noqa: S311 - the same library every time
    each = count // FEEDS
    for number in range(FEEDS):
        kind = FeedKind.MEDITATIONS if number % 10 == 9 else FeedKind.TALKS
        feed = await add_feed(library, f"Feed {number}", kind)
        made = list(_talks(chance, number, each))
        for start in range(0, each, 200):
            some = made[start : start + 200]
            ids = await library.write(
                episodes.store, feed, [Arrival(None, item) for item, _ in some], NOW
            )
            read = [Read(i, item.hash, said) for i, (item, said) in zip(ids, some, strict=True)]
            await library.write(facts.store, read, series_key, RULES)
    await _live(library, chance, range(1, count + 1))
    await library.close()


def _talks(
    chance: random.Random, feed: int, count: int
) -> Iterator[tuple[ParsedEpisode, TitleFacts]]:
    for item, said in search.talks(chance, feed, count):
        series = chance.random() < 0.2
        yield (
            item._replace(
                notes="<p>Notes</p>",
                published=NOW - timedelta(minutes=chance.randrange(10_000_000)),
            ),
            replace(
                said,
                speakers=said.speakers if chance.random() < 0.8 else (),
                fellowship=chance.choice(FELLOWSHIPS),
                year=chance.choice((None, *range(1960, 2026))),
                steps=tuple(step for step in range(1, 13) if chance.random() < 0.04),
                topics=tuple(chance.sample(TOPICS, chance.choice((0, 0, 1, 1, 2, 3)))),
                series=f"Big Book study {chance.randrange(20)}" if series else None,
                part=chance.randint(1, 12) if series else None,
            ),
        )


async def _live(library: Library, chance: random.Random, talks: Sequence[int]) -> None:
    """Listen to some of them, download some, mark some."""

    def some(what: str) -> list[int]:
        return [talk for talk in talks if chance.random() < _HOW_OFTEN[what]]

    def when() -> timedelta:
        return timedelta(minutes=chance.randrange(500_000))

    await library.write(positions.mark_all_heard, some("heard"), NOW, heard=True)
    here = some("here")
    await library.write(downloads.enqueue, (*here, *some("waiting")))
    for talk in here:
        await library.write(downloads.finish, talk, f"Tapes/{talk}.mp3", 9_000_000, NOW)
    for talk in some("begun"):
        await library.write(positions.save, talk, 61.5, NOW - when())
    liked = some("favorite")
    for talk in liked:
        await library.write(favorites.mark, talk, NOW - when())
    collection = await library.write(collections.create, "Some", None, NOW)
    await library.write(collections.add, collection.id, liked[::5], NOW)
    await library.write(queue.add, liked[::20], first=False)


async def _page_through(home: Home) -> float:
    """Return the megabytes of this process after looking at every list, from end to end."""
    async with open_core(home) as core:
        talks = EpisodeQuery(kind=FeedKind.TALKS)
        for order in Order:
            query = replace(talks, order=order)
            total = (await core.browsing.page(query, 0, PAGE)).total
            for offset in range(0, total, max(PAGE, total // 50)):
                await core.browsing.page(query, offset, PAGE)
        await core.browsing.speakers(talks)
        await core.browsing.facets(talks)
        await core.browsing.counts()
        status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        values = dict(line.split(":", 1) for line in status)
        return int(values["VmRSS"].split()[0]) / 1024


if __name__ == "__main__":
    print(asyncio.run(_page_through(Home(Path(sys.argv[1])))))
