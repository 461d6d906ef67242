"""One refresh: retrieve, read in the worker, decide, store; each apart from the others.

What crosses and what is written follows what changed: an unchanged answer is neither read
nor written, known items do not leave the worker.
"""

from __future__ import annotations

import asyncio
import hashlib
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.paths import STARTER_URL
from desktop_app.feeds import folder
from desktop_app.feeds.addresses import host_of, normalise
from desktop_app.feeds.decide import decide
from desktop_app.feeds.fetch import Fetched, FetchError, FetchRequest, fetch
from desktop_app.library import downloads, episodes, feeds, problems, search
from desktop_app.library.episodes import Arrival
from desktop_app.library.feeds import UnsubscribedError, Validators
from desktop_app.services import jobs
from desktop_app.services.events import (
    EpisodesChanged,
    FeedsChanged,
    ProblemsChanged,
    RefreshProgress,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    import aiohttp

    from desktop_app.base.clock import Clock
    from desktop_app.feeds.decide import Decision
    from desktop_app.library.database import Library
    from desktop_app.library.feeds import Source
    from desktop_app.services.events import Events
    from desktop_app.services.jobs import Reading
    from desktop_app.services.worker import Worker

_AT_ONCE = 8
_FIRST = 50
_TRANSACTION = 200


@dataclass(frozen=True, slots=True)
class RefreshOutcome:
    """What a refresh of one feed came to."""

    feed_id: int
    title: str
    new: int = 0
    changed: int = 0
    error: KnownError | None = None


@dataclass(frozen=True, slots=True)
class _Answer:
    """A feed as it was retrieved and read; ``reading`` None: it is as it was."""

    reading: Reading | None
    validators: Validators
    moved_to: str | None = None


class Refresh:
    """Brings subscriptions up to date, eight at once, one at a time for each host."""

    def __init__(
        self,
        library: Library,
        worker: Worker,
        session: aiohttp.ClientSession,
        events: Events,
        clock: Clock,
    ) -> None:
        self._library = library
        self._worker = worker
        self._session = session
        self._events = events
        self._clock = clock
        self._places = asyncio.Semaphore(_AT_ONCE)
        self._hosts: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._indexing: asyncio.Task[None] | None = None

    async def refresh(self, feed_ids: tuple[int, ...] = ()) -> tuple[RefreshOutcome, ...]:
        """Bring these feeds, or all, up to date; a feed's failure is part of its outcome."""
        sources = await self._library.read(feeds.sources, feed_ids)
        wanted = [source for source in sources if feed_ids or not source.stopped]
        done = 0
        self._events.publish(RefreshProgress(0, len(wanted)))

        async def one(source: Source) -> RefreshOutcome:
            nonlocal done
            host = host_of(source.url) or source.url
            async with self._hosts[host], self._places:
                outcome = await self._one(source)
            done += 1
            progress = RefreshProgress(done, len(wanted), source.title, outcome.new)
            self._events.publish(progress)
            return outcome

        outcomes = await asyncio.gather(*(one(source) for source in wanted))
        if wanted:
            self._events.publish(FeedsChanged())
        return tuple(outcomes)

    async def take(self, feed_id: int, reading: Reading, fetched: Fetched | None = None) -> None:
        """Store what was retrieved and read already, when the person subscribed."""
        for source in await self._library.read(feeds.sources, (feed_id,)):
            await self._store(source, _Answer(reading, _validators(fetched)))

    def index_soon(self) -> None:
        """Bring what is new into the full-text index, in the background."""
        if self._indexing is None or self._indexing.done():
            self._indexing = asyncio.get_running_loop().create_task(self._index())

    async def close(self, seconds: float = 5) -> None:
        """Give the index some time to finish; what is left goes on at the next start."""
        if self._indexing is not None:
            with suppress(TimeoutError, asyncio.CancelledError):
                await asyncio.wait_for(self._indexing, seconds)

    async def _index(self) -> None:
        while await self._library.write(search.index_some):
            pass

    async def _one(self, source: Source) -> RefreshOutcome:
        """Refresh one feed; whatever happens to it ends none of the others."""
        try:
            outcome = await self._store(source, await self._retrieve(source))
            if await self._library.write(
                feeds.while_subscribed, source, problems.solve, feed_id=source.id
            ):
                self._events.publish(ProblemsChanged())
        except UnsubscribedError:
            return RefreshOutcome(source.id, source.title)
        except Exception as error:  # noqa: BLE001 - it is told, and reported if it is a bug
            return await self._fail(source, error)
        return outcome

    async def _fail(self, source: Source, error: Exception) -> RefreshOutcome:
        gone = isinstance(error, FetchError) and error.gone
        told = _told(source, error)
        try:
            await self._library.write(
                feeds.while_subscribed, source, feeds.failed, source.id, str(told), stopped=gone
            )
            now = self._clock.now()
            await self._library.write(
                feeds.while_subscribed, source, problems.report, told, now, feed_id=source.id
            )
        except UnsubscribedError:
            return RefreshOutcome(source.id, source.title)
        except Exception as second:  # noqa: BLE001 - as above
            return RefreshOutcome(source.id, source.title, error=_told(source, second))
        self._events.publish(ProblemsChanged())
        return RefreshOutcome(source.id, source.title, error=told)

    async def _retrieve(self, source: Source) -> _Answer:
        """Return what the source has now, read if it changed."""
        if source.url == STARTER_URL:
            return await self._retrieve_starter(source)
        hashes = await self._hashes(source.id)
        if source.url.startswith("file:"):
            path = folder.path_of(source.url)
            reading = await self._worker.run(partial(jobs.read_folder, path, hashes), 600)
            return _Answer(reading, _validators(None))
        request = FetchRequest(source.url, source.etag, source.last_modified, source.body_hash)
        fetched = await fetch(self._session, request)
        if not isinstance(fetched, Fetched):
            validators = Validators(fetched.etag, fetched.last_modified, source.body_hash)
            return _Answer(None, validators, fetched.moved_to)
        reading = await self._worker.run(
            partial(jobs.read_document, fetched.body, fetched.headers, hashes)
        )
        return _Answer(reading, _validators(fetched), fetched.moved_to)

    async def _retrieve_starter(self, source: Source) -> _Answer:
        body = await asyncio.to_thread((jobs.STARTER / "feed.xml").read_bytes)
        digest = hashlib.sha256(str(jobs.STARTER).encode() + body).hexdigest()
        if digest == source.body_hash:
            return _Answer(None, Validators(None, None, digest))
        reading = await self._worker.run(partial(jobs.read_starter, body))
        return _Answer(reading, Validators(None, None, digest))

    async def _hashes(self, feed_id: int) -> frozenset[str]:
        known = await self._library.read(episodes.known, feed_id)
        return frozenset(episode.hash for episode in known)

    async def _store(self, source: Source, answer: _Answer) -> RefreshOutcome:
        outcome = RefreshOutcome(source.id, source.title)
        if answer.reading is not None:
            outcome = await self._store_reading(source, answer.reading)
        now = self._clock.now()
        await self._library.write(
            feeds.while_subscribed, source, feeds.refreshed, source.id, now, answer.validators
        )
        if answer.moved_to is not None:
            address = normalise(answer.moved_to)
            await self._library.write(
                feeds.while_subscribed, source, feeds.move, source.id, answer.moved_to, address
            )
        return outcome

    async def _store_reading(self, source: Source, reading: Reading) -> RefreshOutcome:
        now = self._clock.now()
        known = await self._library.read(episodes.known, source.id)
        decision = decide(known, reading.feed, now)
        arrivals = _arrivals(decision, reading)
        for chunk in _chunks(arrivals):
            stored = await self._library.write(
                feeds.while_subscribed, source, episodes.store, source.id, chunk, now
            )
            urls = (arrival.parsed.url for arrival in chunk)
            await self._adopt(source, zip(stored, urls, strict=True))
            self._events.publish(EpisodesChanged(frozenset(stored)))
        if reading.feed.reader == "folder":
            absent = await self._library.read(feeds.absent_tapes, source.id)
            if found := await self._adopt(source, absent):
                self._events.publish(EpisodesChanged(found))
        await self._library.write(
            feeds.while_subscribed, source, feeds.describe, source.id, reading.feed
        )
        if arrivals:
            self.index_soon()
        new = len(decision.insert)
        return RefreshOutcome(source.id, reading.feed.title, new, len(decision.update))

    async def _adopt(
        self, source: Source, tapes: Iterable[tuple[int, str | None]]
    ) -> frozenset[int]:
        """Note which of these lie on this computer, and return them."""
        found = await asyncio.to_thread(_on_disk, tapes)
        if found:
            await self._library.write(feeds.while_subscribed, source, downloads.adopt, found)
        return frozenset(episode_id for episode_id, _, _ in found)


def _chunks(arrivals: list[Arrival]) -> list[list[Arrival]]:
    """Return what to write in one transaction each: the newest soon, the rest in larger ones."""
    rest = arrivals[_FIRST:]
    steps = range(0, len(rest), _TRANSACTION)
    return [
        part
        for part in (arrivals[:_FIRST], *(rest[at : at + _TRANSACTION] for at in steps))
        if part
    ]


def _arrivals(decision: Decision, reading: Reading) -> list[Arrival]:
    new = [
        Arrival(None, parsed, reading.facts[parsed.title], place)
        for place, parsed in enumerate(decision.insert)
    ]
    changed = [
        Arrival(episode_id, parsed, reading.facts[parsed.title])
        for episode_id, parsed in decision.update
    ]
    return new + changed


def _on_disk(tapes: Iterable[tuple[int, str | None]]) -> list[tuple[int, str, int]]:
    """Return (episode id, path, bytes) of those whose sound lies on this computer."""
    found = []
    for episode_id, url in tapes:
        if url is not None and url.startswith("file:"):
            path = Path(folder.path_of(url))
            if path.is_file():
                found.append((episode_id, str(path), path.stat().st_size))
    return found


def _validators(fetched: Fetched | None) -> Validators:
    if fetched is None:
        return Validators(None, None, None)
    return Validators(fetched.etag, fetched.last_modified, fetched.body_hash)


def _told(source: Source, error: Exception) -> KnownError:
    """Return what the person is told of it; a bug of ours is reported as one besides."""
    what = f"Could not refresh {source.title}"
    if isinstance(error, KnownError):
        return KnownError(what, error.why or error.what, error.what_next)
    asyncio.get_running_loop().call_exception_handler({"message": what, "exception": error})
    return KnownError(what, "Hearthside made a mistake of its own", "Everything you have is kept.")
