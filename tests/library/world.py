"""A library made at random, and the slow and plain way to tell what its lists have."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.base import headlines
from desktop_app.base.model import DownloadState, EpisodeQuery, FeedKind, Order
from desktop_app.base.parsed import TitleFacts
from desktop_app.library import (
    bookmarks,
    collections,
    downloads,
    episodes,
    facts,
    favorites,
    feeds,
    merging,
    positions,
    queue,
    sorting,
)
from tests.support.shelf import NOW, add_feed, add_talks, parsed

if TYPE_CHECKING:
    import random
    import sqlite3
    from collections.abc import Callable

    from desktop_app.base.model import Episode
    from desktop_app.base.paths import Home
    from desktop_app.library.database import Library

FEEDS = 4
EACH = 12
WORDS = ("Hope", "Émile", "fear", "Step 2", "Step 10", "Zeal", "amends")
SPEAKERS = ("Ann B.", "Bob D.", "Émile Z.")
FELLOWSHIPS = (None, "AA", "Al-Anon", "NA")
TOPICS = ("amends", "fear", "prayer")
YEARS = (None, 1989, 1990, 1999, 2004)
OFF = timedelta(minutes=1)

Sortable = tuple[object, ...]


@dataclass
class World:
    """A library, and what is known of it from having made it."""

    library: Library
    home: Home
    chance: random.Random
    feeds: list[int] = field(default_factory=list)
    removed: set[int] = field(default_factory=set)
    collection: int = 0

    async def make(self) -> None:
        """Fill the library and do with it whatever people do."""
        for number in range(FEEDS):
            kind = self.chance.choice(list(FeedKind))
            feed = await add_feed(self.library, f"Feed {number}", kind)
            self.feeds.append(feed)
            await add_talks(
                self.library,
                feed,
                *(
                    parsed(
                        self.chance.randrange(200),
                        " ".join(self.chance.sample(WORDS, 2)),
                        guid=f"{feed}-{one}",
                        hash=f"{feed}-{one}",
                    )
                    for one in range(EACH)
                ),
            )
        unread = await self.library.read(facts.unread)
        said = [facts.Read(one.id, one.hash, self.says(), one.tags) for one in unread]
        await self.library.write(facts.store, said, key)
        made = await self.library.write(collections.create, "Some", None, NOW)
        self.collection = made.id
        await self.live(200)
        for feed in self.chance.sample(self.feeds, 2):
            await self.change(feed)
        await self.live(50)

    def says(self) -> TitleFacts:
        """Return what a title may say."""
        some = self.chance.choice
        series = some((None, None, "Big Book study", "Weekend"))
        return TitleFacts(
            speakers=tuple(self.chance.sample(SPEAKERS, some((0, 1, 1, 1, 2)))),
            fellowship=some(FELLOWSHIPS),
            year=some(YEARS),
            steps=tuple(sorted(self.chance.sample(range(1, 5), some((0, 0, 1, 2))))),
            part=some((None, 1, 2, 10)) if series else None,
            series=series,
            topics=tuple(self.chance.sample(TOPICS, some((0, 1, 2)))),
        )

    async def live(self, times: int) -> None:
        """Do so many things with any of the talks."""
        talks = await self.all()
        for _ in range(times):
            await self.do(self.chance.choice(talks).id)

    async def do(self, talk: int) -> None:
        """Do something with a talk."""
        when = NOW - OFF * self.chance.randrange(50)
        place = self.chance.choice((0.0, 61.5))
        some: tuple[Callable[[sqlite3.Connection], object], ...] = (
            lambda c: favorites.mark(c, talk, when),
            lambda c: favorites.unmark(c, talk),
            lambda c: collections.add(c, self.collection, [talk], when),
            lambda c: positions.save(c, talk, place, when),
            lambda c: positions.mark_heard(c, talk, when, heard=place > 0),
            lambda c: positions.fall_asleep(c, talk, 7.0),
            lambda c: queue.add(c, [talk], first=False),
            lambda c: queue.remove(c, talk),
            lambda c: bookmarks.add(c, talk, 5.0, "", when),
            lambda c: downloads.enqueue(c, (talk,)),
            lambda c: downloads.finish(c, talk, f"Tapes/{talk}.mp3", 9, when),
            lambda c: downloads.lose(c, talk),
            lambda c: downloads.drop(c, talk),
        )
        await self.library.write(self.chance.choice(some))

    async def change(self, feed: int) -> None:
        """Change something about a feed."""
        match self.chance.randrange(3):
            case 0:
                await self.library.write(feeds.unsubscribe, feed)
                self.removed.add(feed)
            case 1:
                await self.library.write(feeds.set_kind, feed, self.chance.choice(list(FeedKind)))
            case 2:
                into = next(one for one in self.feeds if one not in {feed, *self.removed})
                mine = [each.id for each in await self.all() if each.feed_id == feed]
                theirs = [each.id for each in await self.all() if each.feed_id == into]
                pairs = list(zip(mine, theirs, strict=False))[:5]
                await self.library.write(merging.merge, feed, into, pairs)
                self.removed.add(feed)

    async def all(self) -> list[Episode]:
        """Return every talk there is, as its own page has it."""
        found = [
            await self.library.read(episodes.one, self.home.audio, number)
            for number in range(1, FEEDS * EACH + 1)
        ]
        return [each for each in found if each is not None]

    def question(self) -> EpisodeQuery:
        """Return some question in some order."""
        some = self.chance.choice
        asked: dict[str, object] = {
            "kind": some(list(FeedKind)),
            "feed_id": some(self.feeds),
            "speaker": some(SPEAKERS),
            "fellowship": some(FELLOWSHIPS[1:]),
            "step": self.chance.randint(1, 4),
            "topic": some(TOPICS),
            "decade": some((1980, 1990, 2000)),
            "series": f"{some(self.feeds)} Weekend Ann B.",
            "collection": self.collection,
            "states": tuple(self.chance.sample(list(DownloadState), 2)),
            "favorite": True,
            "unheard": True,
            "not_begun": True,
            "half_heard": True,
            "queued": True,
            "lost": True,
            "text": some(("hope", "em", "zeal fear")),
        }
        names = self.chance.sample(sorted(asked), some((0, 1, 1, 2, 3)))
        values = {name: asked[name] for name in names}
        return EpisodeQuery(**values, order=some(list(Order)))  # type: ignore[arg-type]


def key(feed_id: int, said: TitleFacts) -> str | None:
    """Return what the parts of a series share."""
    return f"{feed_id} {said.series} {', '.join(said.speakers)}" if said.series else None


@dataclass(frozen=True)
class Places:
    """Where talks stand in lists of their own."""

    sorted: dict[int, int]
    played: dict[int, int]
    added: dict[int, int]
    queue: dict[int, float]
    download: dict[int, float]
    member: dict[int, float]
    kept: frozenset[int]


def places(connection: sqlite3.Connection, collection: int) -> Places:
    """Read them."""

    def pairs(what: str, *values: object) -> dict[int, int]:
        return {row[0]: row[1] for row in connection.execute(f"SELECT {what}", values)}

    return Places(
        sorted=pairs("id, sorted FROM episodes"),
        played=pairs("episode_id, played FROM positions WHERE played IS NOT NULL"),
        added=pairs("episode_id, added FROM favorites"),
        queue=pairs("episode_id, place FROM queue"),  # type: ignore[arg-type]
        download=pairs("episode_id, place FROM downloads"),  # type: ignore[arg-type]
        member=pairs(
            "episode_id, place FROM collection_members WHERE collection_id = ?", collection
        ),  # type: ignore[arg-type]
        kept=frozenset(row[0] for row in connection.execute(feeds.KEPT)),
    )


def fits(query: EpisodeQuery, talk: Episode, where: Places, removed: set[int]) -> bool:
    """Tell whether a talk is in a list: the slow and plain way."""
    left = talk.feed_id in removed and talk.id not in where.kept
    here = bool(query.states) and DownloadState.REMOTE not in query.states
    half = talk.position > 0 and not talk.heard
    said = f"{talk.title} {' '.join(talk.speakers)}".casefold().replace("é", "e").split()
    decade = None if talk.year is None else talk.year // 10 * 10
    return all(
        (
            not left or query.half_heard or here or query.text,
            query.kind in {None, talk.kind},
            query.feed_id in {None, talk.feed_id},
            query.speaker is None or query.speaker in talk.speakers,
            query.fellowship in {None, talk.fellowship},
            query.step is None or query.step in talk.steps,
            query.topic is None or query.topic in talk.topics,
            query.decade in {None, decade},
            query.series in {None, talk.series_key},
            query.collection is None or talk.id in where.member,
            not query.states or talk.state in query.states,
            not query.favorite or talk.favorite,
            not query.unheard or not talk.heard,
            not query.not_begun or not (talk.heard or half),
            not query.half_heard or half,
            not query.queued or talk.queued,
            not query.lost or talk.lost,
            all(any(each.startswith(word) for each in said) for word in query.text.split()),
        )
    )


def _speaker_key(talk: Episode) -> Sortable:
    name = sorting.by_title(" ".join(talk.speakers))
    if talk.series_key is None:
        return (name,)
    return (name, sorting.by_title(talk.series or ""), talk.series_key)


def order(query: EpisodeQuery, where: Places) -> Callable[[Episode], Sortable]:
    """Return the key that sorts a list: the slow and plain way. What has no place comes last."""

    def last(values: dict[int, float] | dict[int, int], sign: int, talk: Episode) -> Sortable:
        return (talk.id not in values, sign * values.get(talk.id, 0))

    def by_speaker(talk: Episode) -> Sortable:
        date, part = where.sorted[talk.id], 9999 if talk.part is None else talk.part
        inside = (0, -date) if talk.series_key is None else (part, date)
        return (_speaker_key(talk), *inside, talk.id)

    def by_favorite(talk: Episode) -> Sortable:
        return (*last(where.added, -1, talk), -talk.id)

    def in_series(talk: Episode) -> Sortable:
        return (talk.part is None, talk.part or 0, where.sorted[talk.id], talk.id)

    keys: dict[Order, Callable[[Episode], Sortable]] = {
        Order.NEWEST: lambda talk: (-where.sorted[talk.id], -talk.id),
        Order.OLDEST: lambda talk: (where.sorted[talk.id], talk.id),
        Order.SPEAKER: by_speaker,
        Order.LAST_PLAYED: lambda talk: (*last(where.played, -1, talk), talk.id),
        Order.FAVORITED: by_favorite,
        Order.QUEUE: lambda talk: (*last(where.queue, 1, talk), talk.id),
        Order.DOWNLOAD: lambda talk: (*last(where.download, 1, talk), talk.id),
        Order.SERIES: in_series if query.series is not None else by_speaker,
        Order.COLLECTION: by_favorite
        if query.collection is None
        else lambda talk: (*last(where.member, 1, talk), talk.id),
        Order.TITLE: lambda talk: (sorting.by_title(_headline(talk)), talk.id),
    }
    return keys[query.order]


def _headline(talk: Episode) -> str:
    about = headlines.about(talk)
    return f"{' '.join(talk.speakers)} {about} {talk.part or ''}" if about else talk.title
