"""One refresh: eight feeds at once, one at a time for each host; a failure is that feed's alone.

Retrieving, reading, deciding and storing are apart from each other. What crosses and what is
written follows what changed: an unchanged answer is neither read nor written.
"""

from __future__ import annotations

import asyncio
import random
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.feeds.addresses import host_of, is_web
from desktop_app.feeds.fetch import FetchError
from desktop_app.feeds.schedule import FIRST_PAUSE, pause_after, waits
from desktop_app.library import episodes, problems, sources
from desktop_app.library.sources import UnsubscribedError, while_subscribed
from desktop_app.services.events import FeedsChanged, ProblemsChanged, RefreshProgress
from desktop_app.services.storing import Stored

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.base.clock import Clock
    from desktop_app.library.database import Library
    from desktop_app.library.sources import Source
    from desktop_app.services.events import Events
    from desktop_app.services.retrieving import Answer, Retrieving
    from desktop_app.services.storing import Storing

_AT_ONCE = 8
NO_CONNECTION = KnownError(
    "The feeds could not be refreshed",
    "none of their servers could be reached",
    "Check the connection to the internet; what you have downloaded plays without it.",
)


@dataclass(frozen=True, slots=True)
class RefreshOutcome:
    """What a refresh of one feed came to."""

    feed_id: int
    title: str
    new: int = 0
    changed: int = 0
    error: KnownError | None = None


@dataclass(frozen=True, slots=True)
class _Failure:
    source: Source
    error: Exception
    told: KnownError


class Refresh:
    """Brings subscriptions up to date."""

    def __init__(
        self,
        library: Library,
        retrieving: Retrieving,
        storing: Storing,
        events: Events,
        clock: Clock,
    ) -> None:
        self._library = library
        self._retrieving = retrieving
        self._storing = storing
        self._events = events
        self._clock = clock
        self._places = asyncio.Semaphore(_AT_ONCE)
        self._hosts: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def refresh(self, feed_ids: tuple[int, ...] = ()) -> tuple[RefreshOutcome, ...]:
        """Bring these feeds up to date; a feed's failure is part of its outcome.

        Without ids all are asked but those that rest: paused by the person, gone for good, or
        told by their server to wait.
        """
        found = await self._library.read(sources.sources, feed_ids)
        now = self._clock.now()
        wanted = [source for source in found if feed_ids or not _rests(source, now)]
        done = 0
        self._events.publish(RefreshProgress(0, len(wanted)))
        unreached: list[_Failure] = []

        async def one(source: Source) -> RefreshOutcome:
            nonlocal done
            outcome = await self._one(source, unreached)
            done += 1
            progress = RefreshProgress(done, len(wanted), source.title, outcome.new)
            self._events.publish(progress)
            return outcome

        outcomes = await asyncio.gather(*(one(source) for source in wanted))
        asked = [source for source in wanted if is_web(source.url)]
        if len(unreached) == len(asked) > 1:
            outcomes = await self._put_off(outcomes, asked)
        elif asked:
            await self._tell_unreached(unreached)
        if wanted:
            self._events.publish(FeedsChanged())
        return tuple(outcomes)

    async def take(self, feed_id: int, answer: Answer) -> None:
        """Store what was retrieved and read already, when the person subscribed.

        Of a large feed that is a part. It is not decided on while it may hide episodes of old.
        """
        for source in await self._library.read(sources.sources, (feed_id,)):
            known = await self._library.read(episodes.hashes, feed_id)
            if not (answer.partial and known):
                await self._storing.store(source, answer)
            if answer.partial:
                await self._one(source, [], answer)

    async def _one(
        self, source: Source, unreached: list[_Failure], begun: Answer | None = None
    ) -> RefreshOutcome:
        """Refresh one feed; whatever happens to it ends none of the others."""
        host = host_of(source.url) or source.url
        async with self._hosts[host], self._places:
            return await self._tried(source, unreached, begun)

    async def _tried(
        self, source: Source, unreached: list[_Failure], begun: Answer | None
    ) -> RefreshOutcome:
        try:
            stored = await self._bring(source, begun)
        except UnsubscribedError:
            return RefreshOutcome(source.id, source.title)
        except Exception as error:  # noqa: BLE001 - it is told, and reported if it is a bug
            failure = _Failure(source, error, _told(source, error))
            with suppress(KnownError, OSError):
                await self._storing.look(source)
            if isinstance(error, FetchError) and error.unreachable:
                unreached.append(failure)
                return RefreshOutcome(source.id, source.title, error=failure.told)
            return await self._note(failure)
        return RefreshOutcome(source.id, stored.title, stored.new, stored.changed)

    async def _bring(self, source: Source, answer: Answer | None) -> Stored:
        """Retrieve and store what there is after ``answer``; a large feed comes in parts."""
        stored = Stored(source.title)
        while answer is None or answer.partial:
            answer = await self._retrieving.retrieve(source, answer)
            more = await self._storing.store(source, answer)
            stored = Stored(more.title, stored.new + more.new, stored.changed + more.changed)
        return stored

    async def _put_off(
        self, outcomes: list[RefreshOutcome], asked: list[Source]
    ) -> list[RefreshOutcome]:
        """Say it once that no server could be reached: that is no fault of any feed's."""
        now = self._clock.now()
        next_try = now + timedelta(seconds=FIRST_PAUSE)
        ids = {source.id for source in asked}
        await self._library.write(sources.put_off, ids, next_try)
        await self._library.write(problems.report, NO_CONNECTION, now)
        self._events.publish(ProblemsChanged())
        return [
            replace(outcome, error=NO_CONNECTION) if outcome.feed_id in ids else outcome
            for outcome in outcomes
        ]

    async def _tell_unreached(self, unreached: list[_Failure]) -> None:
        """Tell of each feed that was not reached, while others were."""
        for failure in unreached:
            await self._note(failure)
        if await self._library.write(problems.settle, NO_CONNECTION.what):
            self._events.publish(ProblemsChanged())

    async def _note(self, failure: _Failure) -> RefreshOutcome:
        """Note a failure and when to try again."""
        source, told = failure.source, failure.told
        now = self._clock.now()
        fetching = failure.error if isinstance(failure.error, FetchError) else None
        wait = fetching.retry_after if fetching else None
        gone = fetching is not None and fetching.gone
        pause = wait or pause_after(source.failures + 1, random.random())  # noqa: S311 - no secret
        next_try = None if gone else now + timedelta(seconds=pause)
        try:
            await self._library.write(
                while_subscribed,
                source,
                sources.failed,
                source.id,
                str(told),
                next_try,
                held=bool(wait),
                stopped=gone,
            )
            await self._library.write(
                while_subscribed, source, problems.report, told, now, feed_id=source.id
            )
        except UnsubscribedError:
            return RefreshOutcome(source.id, source.title)
        except Exception as second:  # noqa: BLE001 - as above
            return RefreshOutcome(source.id, source.title, error=_told(source, second))
        self._events.publish(ProblemsChanged())
        return RefreshOutcome(source.id, source.title, error=told)


def _rests(source: Source, now: datetime) -> bool:
    held = source.held and waits(source.next_try, now)
    return source.stopped or source.paused or held


def _told(source: Source, error: Exception) -> KnownError:
    """Return what the person is told of it; a bug of ours is reported as one besides."""
    what = f"Could not refresh {source.title}"
    if isinstance(error, KnownError):
        return KnownError(what, error.why or error.what, error.what_next)
    context = {"message": f"refreshing feed {source.id} met a bug", "exception": error}
    asyncio.get_running_loop().call_exception_handler(context)
    return KnownError(what, "Hearthside made a mistake of its own", "Everything you have is kept.")
