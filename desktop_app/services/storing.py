"""What was read of a feed into the library: decided first, newest first, a little at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.feeds.decide import decide
from desktop_app.library import episodes, sources
from desktop_app.library.episodes import Arrival
from desktop_app.library.sources import while_subscribed
from desktop_app.services.events import EpisodesChanged, ProblemsChanged

if TYPE_CHECKING:
    from desktop_app.base.clock import Clock
    from desktop_app.base.parsed import ParsedFeed
    from desktop_app.feeds.decide import Decision
    from desktop_app.library.database import Library
    from desktop_app.library.sources import Source
    from desktop_app.services.auto import AutoDownloads
    from desktop_app.services.events import Events
    from desktop_app.services.indexing import Indexing
    from desktop_app.services.moving import Moving
    from desktop_app.services.retrieving import Answer
    from desktop_app.services.tapes import Tapes

_FIRST = 50
_TRANSACTION = 200


@dataclass(frozen=True, slots=True)
class Stored:
    """How many episodes came and how many look different, under the feed's title as it is now."""

    title: str
    new: int = 0
    changed: int = 0


class Storing:
    """Writes what follows from an answer, and nothing that did not change."""

    def __init__(
        self,
        library: Library,
        indexing: Indexing,
        tapes: Tapes,
        moving: Moving,
        auto: AutoDownloads,
        events: Events,
        clock: Clock,
    ) -> None:
        self._library = library
        self._indexing = indexing
        self._tapes = tapes
        self._moving = moving
        self._auto = auto
        self._events = events
        self._clock = clock

    async def store(self, source: Source, answer: Answer) -> Stored:
        """Bring an answer into the library; after a part, the next refresh asks for all.

        Raises:
            UnsubscribedError: The feed was removed meanwhile.
            KnownError: The library cannot be written.
        """
        stored = Stored(source.title)
        if answer.feed is not None:
            with self._indexing.resting():
                stored = await self._store_feed(source, answer.feed)
        if stored.new:
            await self._auto.consider(source.id)
        if answer.partial:
            return stored
        solved = await self._library.write(
            while_subscribed,
            source,
            sources.refreshed,
            source.id,
            self._clock.now(),
            answer.validators,
        )
        if solved:
            self._events.publish(ProblemsChanged())
        if answer.moved_to is not None:
            await self._moving.redirected(source, answer.moved_to)
        elif answer.feed is not None and answer.feed.new_url is not None:
            await self._moving.announced(source, answer.feed.new_url)
        return stored

    async def look(self, source: Source) -> None:
        """Note which tapes of a folder are there, also when the folder itself is not.

        Raises:
            UnsubscribedError: The folder was removed meanwhile.
            KnownError: The library cannot be read or written.
        """
        if source.url.startswith("file:") and (changed := await self._tapes.look(source)):
            self._events.publish(EpisodesChanged(changed))
            self._indexing.soon()

    async def _store_feed(self, source: Source, feed: ParsedFeed) -> Stored:
        now = self._clock.now()
        known = await self._library.read(episodes.known, source.id)
        decision = decide(known, feed, now)
        arrivals = _arrivals(decision)
        for chunk in _chunks(arrivals):
            ids = await self._library.write(
                while_subscribed, source, episodes.store, source.id, chunk, now
            )
            urls = (arrival.parsed.url for arrival in chunk)
            await self._tapes.adopt(source, zip(ids, urls, strict=True))
            self._events.publish(EpisodesChanged(frozenset(ids)))
        await self.look(source)
        await self._library.write(while_subscribed, source, sources.describe, source.id, feed)
        if arrivals:
            self._indexing.soon()
        return Stored(feed.title, len(decision.insert), len(decision.update))


def _arrivals(decision: Decision) -> list[Arrival]:
    new = [Arrival(None, parsed, place) for place, parsed in enumerate(decision.insert)]
    changed = [Arrival(episode_id, parsed) for episode_id, parsed in decision.update]
    return new + changed


def _chunks(arrivals: list[Arrival]) -> list[list[Arrival]]:
    """Return what to write in one transaction each: the newest soon, the rest in larger ones."""
    rest = arrivals[_FIRST:]
    steps = range(0, len(rest), _TRANSACTION)
    return [
        part
        for part in (arrivals[:_FIRST], *(rest[at : at + _TRANSACTION] for at in steps))
        if part
    ]
