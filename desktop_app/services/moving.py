"""Feeds that live elsewhere from now on, and feeds that turn out to be one."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from desktop_app.base.addresses import sent
from desktop_app.base.errors import KnownError
from desktop_app.base.secrets import may_know
from desktop_app.feeds.addresses import may_lead, normalise, split_login
from desktop_app.feeds.decide import overlaps, same
from desktop_app.library import episodes, feeds, merging, sources
from desktop_app.library.sources import while_subscribed
from desktop_app.services.events import (
    EpisodesChanged,
    FeedsChanged,
    Notice,
    PlayerChanged,
    ProblemsChanged,
)

if TYPE_CHECKING:
    from desktop_app.base.paths import Home
    from desktop_app.library.database import Library
    from desktop_app.library.sources import Holder, Source
    from desktop_app.services.events import Event, Events
    from desktop_app.services.logins import Logins
    from desktop_app.services.retrieving import Retrieving

_log = logging.getLogger(__name__)


class Moving:
    """Follows a feed to its new address; what the person has of it stays as it is."""

    def __init__(
        self, home: Home, library: Library, retrieving: Retrieving, logins: Logins, events: Events
    ) -> None:
        self._home = home
        self._library = library
        self._retrieving = retrieving
        self._logins = logins
        self._events = events
        self._loaded_feed: int | None = None
        events.listen(self._heard)

    async def redirected(self, source: Source, url: str) -> None:
        """Follow a permanent redirect, whose target has answered as a feed.

        Raises:
            UnsubscribedError: The feed was removed meanwhile.
        """
        await self._settle(source, url, same_body=True)

    async def announced(self, source: Source, url: str) -> None:
        """Follow ``itunes:new-feed-url``, if the feed there is the same one.

        Many feeds carry one that was copied from elsewhere, or that does not answer: only an
        address where some of the episodes are found again is believed.
        """
        url, _ = split_login(url)
        if normalise(url) == normalise(source.url) or not may_lead(source.url, url):
            return
        try:
            with sent(source.url, url):
                feed = await self._retrieving.first(url)
        except KnownError as error:
            _log.info("feed %d announces an address that gives none: %s", source.id, error)
            return
        known = await self._library.read(episodes.known, source.id)
        if overlaps(known, feed):
            await self._settle(source, url, same_body=False)

    async def change(self, source: Source, url: str) -> None:
        """Give a feed the address that the person typed.

        Raises:
            UnsubscribedError: The feed was removed meanwhile.
        """
        await self._settle(source, url, same_body=False)

    async def _settle(self, source: Source, url: str, *, same_body: bool) -> None:
        address = normalise(url)
        other = await self._library.read(sources.holder, address)
        if other is not None and other.id != source.id:
            if not other.removed:
                await self._merge(source, other)
                return
            if not await self._unite(other.id, source.id):
                return
        known = may_know(source.url, url)
        await self._library.write(
            while_subscribed,
            source,
            sources.move,
            source.id,
            url,
            address,
            same_body=same_body,
            same_server=known,
        )
        if not known:
            await self._forget(source)

    async def _forget(self, source: Source) -> None:
        """Forget the password of an address that a feed has left, unless another one needs it."""
        if source.account is not None:
            used = await self._library.read(feeds.accounts)
            await self._logins.drop(source.url, source.account, used)

    async def _merge(self, source: Source, other: Holder) -> None:
        """Make ``source`` part of ``other``; put off while something is in use."""
        if not await self._unite(source.id, other.id):
            return
        await self._forget(source)
        for event in (FeedsChanged(), EpisodesChanged(), ProblemsChanged()):
            self._events.publish(event)
        self._events.publish(
            Notice(
                f"“{source.title}” and “{other.title}” turned out to be the same feed and are one"
                " now. Places, favorites, bookmarks and downloads are kept."
            )
        )

    async def _unite(self, gone: int, into: int) -> bool:
        """Make ``gone`` part of ``into``.

        False: put off, for one of its talks is in the player, whose place would be kept for
        nobody, or something is being downloaded just now.
        """
        if gone == self._loaded_feed:
            return False
        ours = await self._library.read(episodes.known, gone)
        theirs = await self._library.read(episodes.known, into)
        pairs = same(ours, theirs)
        spare = await self._library.write(merging.unite, gone, into, pairs)
        for path in spare or ():
            with suppress(OSError):
                await asyncio.to_thread((self._home.audio / path).unlink, missing_ok=True)
        return spare is not None

    def _heard(self, event: Event) -> None:
        if isinstance(event, PlayerChanged):
            self._loaded_feed = event.now.episode.feed_id if event.now else None
