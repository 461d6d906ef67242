"""What the person chooses for one feed: its name, address and account, how it is played, …"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.feeds.addresses import normalise
from desktop_app.feeds.decide import overlaps
from desktop_app.library import episodes, feeds, sources
from desktop_app.services.events import EpisodesChanged, FeedsChanged, ProblemsChanged
from desktop_app.services.finding import AlreadySubscribedError, AnotherFeedError, address_of

if TYPE_CHECKING:
    from desktop_app.base.model import Feed, FeedKind
    from desktop_app.base.secrets import Login
    from desktop_app.library.database import Library
    from desktop_app.library.sources import Source
    from desktop_app.services.auto import AutoDownloads
    from desktop_app.services.browsing import Browsing
    from desktop_app.services.events import Events
    from desktop_app.services.finding import Finding
    from desktop_app.services.logins import Logins
    from desktop_app.services.moving import Moving
    from desktop_app.services.refresh import Refresh
    from desktop_app.services.restoring import Restoring


class FeedSettings:
    """Keeps what was chosen; a refresh never undoes it."""

    def __init__(
        self,
        library: Library,
        finding: Finding,
        refresh: Refresh,
        moving: Moving,
        auto: AutoDownloads,
        logins: Logins,
        browsing: Browsing,
        restoring: Restoring,
        events: Events,
    ) -> None:
        self._library = library
        self._finding = finding
        self._refresh = refresh
        self._moving = moving
        self._auto = auto
        self._logins = logins
        self._browsing = browsing
        self._restoring = restoring
        self._events = events

    async def rename(self, feed_id: int, title: str) -> None:
        """Give a feed the person's own name; "" brings back its own."""
        await self._library.write(feeds.rename, feed_id, title)
        self._tell()

    async def set_kind(self, feed_id: int, kind: FeedKind) -> None:
        """Say whether a feed has talks or meditations."""
        await self._library.write(feeds.set_kind, feed_id, kind)
        self._tell()

    async def pause(self, feed_id: int, *, paused: bool) -> None:
        """Let a feed rest: it is asked only when the person asks for it by name."""
        await self._library.write(feeds.set_paused, feed_id, paused=paused)
        self._events.publish(FeedsChanged())

    async def set_every(self, feed_id: int, hours: int | None) -> None:
        """Set the hours between refreshes; 0: only when asked, None: as in the settings."""
        await self._library.write(feeds.set_every, feed_id, hours)
        self._events.publish(FeedsChanged())

    async def set_auto(self, feed_id: int, count: int | None) -> None:
        """Download the newest ``count`` talks without being asked; 0: all, None: none.

        Those of them that are there now are queued at once.
        """
        await self._auto.switch(feed_id, count)
        self._events.publish(FeedsChanged())

    async def set_restore(self, feed_id: int, *, on: bool) -> None:
        """Restore those of a feed's recordings that need it without being asked; or no longer.

        Those that are here now are looked at, too.
        """
        await self._restoring.set_unasked(feed_id, on=on)
        self._events.publish(FeedsChanged())

    async def set_speed(self, feed_id: int, speed: float | None) -> None:
        """Play a feed's talks so fast from the next one on; None: as in the settings."""
        await self._library.write(feeds.set_speed, feed_id, speed)
        self._events.publish(FeedsChanged())

    async def set_opening(self, feed_id: int, seconds: float) -> None:
        """Skip so many seconds at the start of a feed's talks; 0: none."""
        await self._library.write(feeds.set_opening, feed_id, seconds)
        self._events.publish(FeedsChanged())

    async def change_address(
        self, feed_id: int, address: str, login: Login | None = None, *, anyway: bool = False
    ) -> Feed:
        """Let a feed live at another address or in another folder; its history is kept.

        Raises:
            AnotherFeedError: None of its talks is there; ``anyway`` takes it nevertheless.
            AlreadySubscribedError: Another subscription has that address.
            SignInNeededError: Its server wants a name and a password.
            KnownError: There is no feed, or it cannot be read; nothing was changed.
        """
        source = await self._source(feed_id)
        await self._refuse_others(source, address)
        found = await self._finding.find(address, login)
        await self._refuse_others(source, found.url)
        if not anyway and not found.answer.partial:
            known = await self._library.read(episodes.known, feed_id)
            if known and found.feed.episodes and not overlaps(known, found.feed):
                raise AnotherFeedError(found.feed.title, len(found.feed.episodes))
        await self._moving.change(source, found.url)
        if found.login is not None:
            await self._keep_login(source.id, found.url, found.login)
        await self._refresh.take(feed_id, found.answer)
        self._tell()
        return await self._browsing.feed(feed_id)

    async def sign_in(self, feed_id: int, login: Login) -> None:
        """Give the name and password that a feed's server wants, and read it.

        Raises:
            SignInNeededError: They were not accepted; nothing was changed.
            KnownError: It did not come.
        """
        source = await self._source(feed_id)
        found = await self._finding.find(source.url, login)
        await self._keep_login(feed_id, source.url, login)
        await self._refresh.take(feed_id, found.answer)
        self._tell()

    async def sign_out(self, feed_id: int) -> None:
        """Forget the name and password of a feed."""
        source = await self._source(feed_id)
        await self._library.write(feeds.set_account, feed_id, None)
        if source.account is not None:
            used = await self._library.read(feeds.accounts)
            await self._logins.drop(source.url, source.account, used)
        self._events.publish(FeedsChanged())

    async def _keep_login(self, feed_id: int, url: str, login: Login) -> None:
        await self._logins.keep(url, login)
        await self._library.write(feeds.set_account, feed_id, login[0])

    async def _refuse_others(self, source: Source, address: str) -> None:
        url = await asyncio.to_thread(address_of, address)
        holder = await self._library.read(sources.holder, normalise(url))
        if holder is not None and holder.id != source.id and not holder.removed:
            raise AlreadySubscribedError(f"{holder.title} is subscribed already")

    async def _source(self, feed_id: int) -> Source:
        for source in await self._library.read(sources.sources, (feed_id,)):
            return source
        raise KnownError("This feed was removed")

    def _tell(self) -> None:
        for event in (FeedsChanged(), EpisodesChanged(), ProblemsChanged()):
            self._events.publish(event)
