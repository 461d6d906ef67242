"""Subscribing: by address, by website, by folder, by OPML, from the catalogue."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.model import Feed, FeedKind
from desktop_app.base.parsed import CatalogueEntry
from desktop_app.base.paths import CATALOGUE, STARTER_URL
from desktop_app.catalog.kind import guess_kind
from desktop_app.feeds.addresses import host_of, normalise, split_login, typed
from desktop_app.library import feeds, sources
from desktop_app.library.sources import UnsubscribedError
from desktop_app.services import jobs
from desktop_app.services.events import EpisodesChanged, FeedsChanged, ProblemsChanged
from desktop_app.services.finding import AlreadySubscribedError, address_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from desktop_app.base.clock import Clock
    from desktop_app.base.secrets import Login
    from desktop_app.library.database import Library
    from desktop_app.services.browsing import Browsing
    from desktop_app.services.events import Events
    from desktop_app.services.finding import Finding
    from desktop_app.services.logins import Logins
    from desktop_app.services.refresh import Refresh
    from desktop_app.services.settings import SettingsService
    from desktop_app.services.worker import Worker

_AT_ONCE = 6


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of each entry: new feeds, those that were there, those that failed."""

    added: tuple[Feed, ...]
    known: tuple[str, ...]
    failed: tuple[tuple[str, KnownError], ...]


class Subscriptions:
    """Comes and goes of feeds. Nothing is subscribed without the person's choice."""

    def __init__(
        self,
        library: Library,
        worker: Worker,
        refresh: Refresh,
        browsing: Browsing,
        events: Events,
        settings: SettingsService,
        clock: Clock,
        finding: Finding,
        logins: Logins,
        cancel_download: Callable[[int], Awaitable[None]],
    ) -> None:
        self._library = library
        self._worker = worker
        self._refresh = refresh
        self._browsing = browsing
        self._events = events
        self._settings = settings
        self._clock = clock
        self._finding = finding
        self._logins = logins
        self._cancel_download = cancel_download

    async def add(self, address: str, group: str = "", login: Login | None = None) -> Feed:
        """Subscribe to a feed's address, a website's, or a folder, and read it.

        Args:
            address: What the person typed or chose.
            group: The group of feeds that it comes from.
            login: Name and password, once its server has asked for them.

        Raises:
            AlreadySubscribedError: It is subscribed already.
            SignInNeededError: Its server wants a name and a password, or others.
            KnownError: There is no feed, or it cannot be read.
        """
        await self._refuse_known(await asyncio.to_thread(address_of, address))
        found = await self._finding.find(address, login)
        await self._refuse_known(found.url)
        feed = found.feed
        kind = guess_kind(feed.title, feed.description, feed.categories, group)
        title = feed.title or host_of(found.url)
        feed_id = await self._subscribe(found.url, title, kind, group)
        if found.login is not None:
            await self._keep_login(feed_id, found.url, found.login)
        with suppress(UnsubscribedError):  # it was followed to the address that it announces
            await self._refresh.take(feed_id, found.answer)
        for event in (FeedsChanged(), EpisodesChanged()):
            self._events.publish(event)
        if feed.new_url and not await self._library.read(feeds.one, feed_id):
            await self._refuse_known(feed.new_url)
        return await self._browsing.feed(feed_id)

    async def add_entries(self, entries: Sequence[CatalogueEntry]) -> ImportReport:
        """Subscribe to many at once; those with an address need no connection for it.

        Those with only a home page are discovered, some at a time.
        """
        places = asyncio.Semaphore(_AT_ONCE)

        async def one(entry: CatalogueEntry) -> Feed | KnownError | None:
            async with places:
                try:
                    return await self._add_entry(entry)
                except KnownError as error:
                    return error

        outcomes: dict[int, Feed | KnownError | None] = {}
        for number, entry in enumerate(entries):
            if entry.feed_url is not None:
                outcomes[number] = await one(entry)
        rest = [number for number in range(len(entries)) if number not in outcomes]
        found = await asyncio.gather(*(one(entries[number]) for number in rest))
        outcomes.update(zip(rest, found, strict=True))
        self._events.publish(FeedsChanged())
        pairs = [(entry, outcomes[number]) for number, entry in enumerate(entries)]
        return ImportReport(
            added=tuple(feed for _, feed in pairs if isinstance(feed, Feed)),
            known=tuple(entry.title for entry, outcome in pairs if outcome is None),
            failed=tuple((e.title, why) for e, why in pairs if isinstance(why, KnownError)),
        )

    async def import_opml(self, data: bytes) -> ImportReport:
        """Subscribe to what an OPML file lists.

        Raises:
            KnownError: It is no OPML.
        """
        return await self.add_entries(await self._worker.run(partial(jobs.read_opml, data)))

    async def export_opml(self) -> bytes:
        """Return the subscriptions as OPML 2.0, without folders of this computer."""
        entries = [
            CatalogueEntry(feed.title, feed.group or "", feed.url, feed.link)
            for feed in await self._browsing.feeds()
            if feed.url.startswith(("http:", "https:"))
        ]
        return await self._worker.run(partial(jobs.write_opml, entries))

    async def catalogue(self) -> tuple[CatalogueEntry, ...]:
        """Return the feeds that are offered."""
        data = await asyncio.to_thread(CATALOGUE.read_bytes)
        return await self._worker.run(partial(jobs.read_opml, data))

    async def add_starter(self) -> None:
        """Subscribe to the built-in meditations, until the person has been welcomed.

        From then on they are kept current, or stay away if they were removed.
        """
        feed = await self._library.read(feeds.by_address, normalise(STARTER_URL))
        if feed is not None:
            await self._refresh.refresh((feed.id,))
        elif not self._settings.now.welcomed:
            kind = FeedKind.MEDITATIONS
            feed_id = await self._subscribe(STARTER_URL, "Hearthside starter", kind, "")
            self._events.publish(FeedsChanged())
            await self._refresh.refresh((feed_id,))

    async def remove(self, feed_id: int) -> None:
        """Unsubscribe; what was marked, queued, downloaded or begun stays.

        Downloads that are not finished end first: nobody would see them any more.
        """
        for episode_id in await self._library.read(feeds.unfinished, feed_id):
            await self._cancel_download(episode_id)
        source = next(iter(await self._library.read(sources.sources, (feed_id,))), None)
        await self._library.write(feeds.unsubscribe, feed_id)
        if source is not None and source.account is not None:
            used = await self._library.read(feeds.accounts)
            await self._logins.drop(source.url, source.account, used)
        for event in (FeedsChanged(), EpisodesChanged(), ProblemsChanged()):
            self._events.publish(event)

    async def find(self, words: str) -> Feed:
        """Return the feed that a number, an address or (part of) a title means.

        Raises:
            KnownError: None, or more than one, fits.
        """
        subscribed = await self._browsing.feeds()
        folded = words.casefold()
        for fits in (
            [feed for feed in subscribed if words == str(feed.id)],
            [feed for feed in subscribed if normalise(words) == normalise(feed.url)],
            [feed for feed in subscribed if feed.title.casefold() == folded],
            [feed for feed in subscribed if folded in feed.title.casefold()],
        ):
            if len(fits) == 1:
                return fits[0]
            if fits:
                raise KnownError(
                    f"More than one feed fits “{words}”",
                    "; ".join(f"{feed.id} {feed.title}" for feed in fits[:5]),
                    "Name it by its number.",
                )
        raise KnownError(f"No feed fits “{words}”", "", "See: hearthside feeds.")

    async def _add_entry(self, entry: CatalogueEntry) -> Feed | None:
        """Subscribe to one; None: it was there."""
        if entry.feed_url is None:
            if entry.home_page is None:
                raise KnownError("This entry has no address")
            try:
                return await self.add(entry.home_page, entry.group)
            except AlreadySubscribedError:
                return None
        url, login = split_login(typed(entry.feed_url))
        if await self._library.read(feeds.by_address, normalise(url)):
            return None
        kind = guess_kind(entry.title, "", (), entry.group)
        feed_id = await self._subscribe(url, entry.title or url, kind, entry.group)
        if login is not None:
            await self._keep_login(feed_id, url, login)
        return await self._browsing.feed(feed_id)

    async def _refuse_known(self, url: str) -> None:
        feed = await self._library.read(feeds.by_address, normalise(url))
        if feed is not None:
            raise AlreadySubscribedError(f"{feed.title} is subscribed already")

    async def _subscribe(self, url: str, title: str, kind: FeedKind, group: str) -> int:
        return await self._library.write(
            feeds.subscribe,
            url=url,
            address=normalise(url),
            title=title,
            kind=kind,
            group=group,
            now=self._clock.now(),
        )

    async def _keep_login(self, feed_id: int, url: str, login: Login) -> None:
        await self._logins.keep(url, login)
        await self._library.write(feeds.set_account, feed_id, login[0])
