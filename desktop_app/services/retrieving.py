"""From a subscription to what it has now: asked for, and read in the worker if it changed."""

from __future__ import annotations

import asyncio
import hashlib
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.paths import STARTER_URL
from desktop_app.feeds import folder
from desktop_app.feeds.addresses import host_of, split_login
from desktop_app.feeds.fetch import Fetched, FetchError, FetchRequest, NotModified, fetch
from desktop_app.library import episodes
from desktop_app.library.sources import NONE, Validators
from desktop_app.services import jobs
from desktop_app.services.logins import SignInNeededError

if TYPE_CHECKING:
    import aiohttp

    from desktop_app.base.parsed import ParsedFeed
    from desktop_app.base.secrets import Login
    from desktop_app.library.database import Library
    from desktop_app.library.sources import Source
    from desktop_app.services.indexing import Indexing
    from desktop_app.services.logins import Logins
    from desktop_app.services.worker import Worker

_FILE_SECONDS = 600
_SLICE_SECONDS = 3.0
_NEWEST = 100


@dataclass(frozen=True, slots=True)
class Answer:
    """A feed as it was retrieved and read; ``feed`` None: it is as it was.

    ``moved_to``: where it lives from now on, as its old address says. ``fetched``: the body, while
    some of it is still to be read.
    """

    feed: ParsedFeed | None
    validators: Validators = NONE
    moved_to: str | None = None
    fetched: Fetched | None = None

    @property
    def partial(self) -> bool:
        """Whether more is to be read before everything is known that there is now."""
        return self.feed is not None and self.feed.unread > 0


class Retrieving:
    """Asks the network, a folder, or our own resources; the worker reads what comes."""

    def __init__(
        self,
        library: Library,
        worker: Worker,
        indexing: Indexing,
        session: aiohttp.ClientSession,
        logins: Logins,
    ) -> None:
        self._library = library
        self._worker = worker
        self._indexing = indexing
        self._session = session
        self._logins = logins
        self._warming: asyncio.Task[None] | None = None

    async def retrieve(self, source: Source, begun: Answer | None = None) -> Answer:
        """Return what the source has now, or a first part of it.

        Args:
            source: Whom to ask.
            begun: The part that is stored; what follows is returned, and the network left alone.

        Raises:
            SignInNeededError: Its server wants a name and a password, or others.
            KnownError: It did not come, or is no feed.
        """
        if source.url == STARTER_URL:
            return await self._starter(source)
        if source.url.startswith("file:"):
            return Answer(await self._folder(source))
        if begun is not None and begun.fetched is not None:
            feed = await self._read(begun.fetched, await self._known(source.id))
            return Answer(feed, validators_of(begun.fetched, feed), begun.moved_to)
        login = await self._logins.of(source.url, source.account)
        had = source.validators
        request = FetchRequest(source.url, had.etag, had.last_modified, had.body_hash, login)
        fetched = await self._fetch(request)
        if isinstance(fetched, Fetched):
            answer = await self.read(fetched, await self._known(source.id))
            return replace(answer, moved_to=fetched.moved_to)
        kept = Validators(fetched.etag, fetched.last_modified, had.body_hash)
        return Answer(None, kept, fetched.moved_to)

    async def first(self, url: str) -> ParsedFeed:
        """Return the feed at an address that nothing is known of.

        Raises:
            KnownError: As :meth:`retrieve`.
        """
        fetched = await self._fetch(FetchRequest(url))
        if not isinstance(fetched, Fetched):
            raise FetchError("the server says that nothing has changed, though we have nothing yet")
        return await self._read(fetched)

    async def read(self, fetched: Fetched, known: frozenset[str] = frozenset()) -> Answer:
        """Read a body; items whose hashes are ``known`` do not leave the worker.

        Of a long one that nothing is known of, the newest items come first. What to ask with the
        next time is not told before all is read.

        Raises:
            KnownError: It is no feed, or too broken.
        """
        feed = await self._read(fetched, known, 0 if known else _NEWEST)
        if feed.unread:
            return Answer(feed, fetched=fetched)
        return Answer(feed, validators_of(fetched, feed))

    async def tapes(self, path: str, known: frozenset[str] = frozenset()) -> ParsedFeed:
        """Read a folder for a few seconds; between, the worker has time for others.

        Raises:
            KnownError: It cannot be read.
        """
        job = partial(jobs.read_folder, path, known, _SLICE_SECONDS)
        return await self._worker.run(job, _FILE_SECONDS)

    async def _folder(self, source: Source) -> ParsedFeed:
        """Return what is new in a folder, or a first part of it (``unread`` says so).

        While a tape is missed, all is read before anything is decided: it may be one of those
        that come last, under another name.
        """
        path, known = folder.path_of(source.url), await self._known(source.id)
        feed = await self.tapes(path, known)
        missed = not known <= feed.known
        while feed.unread and missed:
            read = frozenset(episode.hash for episode in feed.episodes)
            feed = folder.joined(feed, await self.tapes(path, known | read))
        return feed

    async def _read(
        self, fetched: Fetched, known: frozenset[str] = frozenset(), newest: int = 0
    ) -> ParsedFeed:
        job = partial(jobs.read_document, fetched.body, fetched.headers, known, newest)
        with self._indexing.resting():
            return await self._worker.run(job)

    async def _fetch(self, request: FetchRequest) -> Fetched | NotModified:
        if request.body_hash is None and not self._worker.running:
            self._warming = asyncio.get_running_loop().create_task(self._warm())
        try:
            return await fetch(self._session, request)
        except FetchError as error:
            raise sign_in_needed(error, request.url, request.login) from error

    async def _warm(self) -> None:
        """Start the worker while the network is waited for: a body is about to come."""
        with suppress(KnownError):
            await self._worker.run(jobs.get_ready)

    async def _starter(self, source: Source) -> Answer:
        body = await asyncio.to_thread((jobs.STARTER / "feed.xml").read_bytes)
        digest = hashlib.sha256(str(jobs.STARTER).encode() + body).hexdigest()
        validators = Validators(None, None, digest)
        if digest == source.validators.body_hash:
            return Answer(None, validators)
        return Answer(await self._worker.run(partial(jobs.read_starter, body)), validators)

    async def _known(self, feed_id: int) -> frozenset[str]:
        return await self._library.read(episodes.hashes, feed_id)


def sign_in_needed(error: FetchError, url: str, login: Login | None) -> KnownError:
    """Return the error, or, where the server wants to know who asks, that it does."""
    if error.status != 401:
        return error
    given = login is not None or split_login(url)[1] is not None
    return SignInNeededError(host_of(url), refused=given)


def validators_of(fetched: Fetched, feed: ParsedFeed) -> Validators:
    """Return what to ask with next time; after a feed that broke off, for the whole again."""
    if not feed.whole:
        return Validators(None, None, fetched.body_hash)
    return Validators(fetched.etag, fetched.last_modified, fetched.body_hash)
