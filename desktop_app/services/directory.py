"""Finding feeds by words in podcast directories; they are asked when the person says so only."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.feeds import directory
from desktop_app.feeds.addresses import normalise
from desktop_app.feeds.fetch import Fetched, FetchError, FetchRequest, Limits, fetch
from desktop_app.library import feeds
from desktop_app.services import jobs

if TYPE_CHECKING:
    from collections.abc import Sequence

    import aiohttp

    from desktop_app.base.parsed import FoundFeed
    from desktop_app.feeds.directory import Source
    from desktop_app.library.database import Library
    from desktop_app.services.worker import Worker

LIMITS = Limits(first_byte=15, whole=15, body=2 * 2**20, redirects=3)
"""A directory gets less patience and room than a feed: somebody waits for it."""

HOSTS = tuple(source.host for source in directory.SOURCES)
"""Where the words go, for the person to know before they go there."""

_READ_IN = 10.0


@dataclass(frozen=True, slots=True)
class DirectoryAnswer:
    """What was found, and the directories that failed, by name."""

    found: tuple[FoundFeed, ...]
    failed: tuple[tuple[str, KnownError], ...] = ()


class Directory:
    """Asks all directories at once; one that fails is named and the others still answer."""

    def __init__(
        self,
        library: Library,
        worker: Worker,
        session: aiohttp.ClientSession,
        sources: Sequence[Source] = directory.SOURCES,
        limits: Limits = LIMITS,
    ) -> None:
        self._library = library
        self._worker = worker
        self._session = session
        self._sources = sources
        self._limits = limits

    async def search(self, words: str, limit: int = 20) -> DirectoryAnswer:
        """Return up to ``limit`` feeds, those that are subscribed marked; no feed twice.

        When all directories failed, all are in ``failed``.

        Raises:
            KnownError: There are no words to look for.
        """
        words = " ".join(words.split())
        if not words:
            raise KnownError("There is nothing to look for", "", "Give a word or two.")
        answers = await asyncio.gather(
            *(self._ask(source, words, limit) for source in self._sources)
        )
        found = directory.merge([each for each in answers if isinstance(each, tuple)], limit)
        have = {normalise(feed.url) for feed in await self._library.read(feeds.subscribed)}
        return DirectoryAnswer(
            tuple(replace(feed, subscribed=normalise(feed.url) in have) for feed in found),
            tuple(
                (source.name, answer)
                for source, answer in zip(self._sources, answers, strict=True)
                if isinstance(answer, KnownError)
            ),
        )

    async def _ask(
        self, source: Source, words: str, limit: int
    ) -> tuple[FoundFeed, ...] | KnownError:
        url = directory.address(source, words, limit)
        try:
            answer = await fetch(self._session, FetchRequest(url), self._limits)
            body, base = (answer.body, answer.url) if isinstance(answer, Fetched) else (b"", url)
            job = partial(jobs.read_directory, source, body, base)
            return await self._worker.run(job, _READ_IN)
        except KnownError as error:
            return KnownError(f"{source.name} gave no answer", _why(error), "Try again later.")


def _why(error: KnownError) -> str:
    status = error.status if isinstance(error, FetchError) else None
    if status is not None and status < 500 and status != 429:
        return f"its server did not take the question (HTTP {status})"
    return error.why
