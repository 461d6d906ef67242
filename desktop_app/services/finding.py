"""From what the person typed to a feed that was read: an address, a website, a folder."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.secrets import may_know
from desktop_app.feeds.addresses import split_login, typed
from desktop_app.feeds.discover import discover
from desktop_app.feeds.fetch import FetchError
from desktop_app.services import jobs
from desktop_app.services.retrieving import Answer, sign_in_needed

if TYPE_CHECKING:
    import aiohttp

    from desktop_app.base.parsed import CatalogueEntry, ParsedFeed
    from desktop_app.base.secrets import Login
    from desktop_app.services.retrieving import Retrieving
    from desktop_app.services.worker import Worker


class AlreadySubscribedError(KnownError):
    """The person has this feed."""


class AnotherFeedError(KnownError):
    """None of a feed's talks is at the address that it is to have from now on."""

    def __init__(self, title: str, episodes: int) -> None:
        super().__init__(
            f"None of these talks is in “{title}”",
            f"it has {episodes:,} others",
            "Subscribe to it besides, or change the address anyway.",
        )
        self.title = title
        self.episodes = episodes


@dataclass(frozen=True, slots=True)
class Found:
    """A feed, its own address, and the name and password that its own server wants."""

    url: str
    answer: Answer
    login: Login | None = None

    @property
    def feed(self) -> ParsedFeed:
        """What was read of it, which may be a first part."""
        assert self.answer.feed is not None  # noqa: S101 - nothing was known of it
        return self.answer.feed


class Finding:
    """Looks for the feed that the person means."""

    def __init__(
        self, worker: Worker, session: aiohttp.ClientSession, retrieving: Retrieving
    ) -> None:
        self._worker = worker
        self._session = session
        self._retrieving = retrieving

    async def find(self, address: str, login: Login | None = None) -> Found:
        """Return the feed at, or behind, an address or in a folder.

        A name and password that stand in the address are taken out of it.

        Raises:
            SignInNeededError: Its server wants a name and a password, or others.
            KnownError: There is none, or it cannot be read.
        """
        place = await asyncio.to_thread(_local, address)
        if place is not None:
            return await self._folder(place)
        bare, in_address = split_login(typed(address))
        login = login or in_address
        try:
            url, fetched = await discover(
                self._session, bare if in_address else address, self._links, login=login
            )
        except FetchError as error:
            raise sign_in_needed(error, bare, login) from error
        url, in_link = split_login(url)
        own = login if login and may_know(bare, url) else in_link
        return Found(url, await self._retrieving.read(fetched), own)

    async def _folder(self, place: Path) -> Found:
        if not await asyncio.to_thread(place.is_dir):
            raise KnownError(
                f"{place} is not a folder", "", "Choose the folder that the tapes are in."
            )
        feed = await self._retrieving.tapes(str(place))
        if not feed.episodes:
            raise KnownError(
                f"Nothing to listen to was found in {place}", "", "Choose another folder."
            )
        return Found(place.as_uri(), Answer(feed))

    async def _links(self, body: bytes, base: str) -> tuple[CatalogueEntry, ...]:
        return await self._worker.run(partial(jobs.find_links, body, base))


def address_of(text: str) -> str:
    """Return the address that a text means, as it would be stored.

    Raises:
        KnownError: It means none.
    """
    if text.startswith("file:"):
        return text
    place = _local(text)
    return place.as_uri() if place else split_login(typed(text))[0]


def _local(text: str) -> Path | None:
    """Return the path that a text means, if it means one on this computer."""
    text = text.strip()
    try:
        if text.startswith(("/", "~", "./", "../")) or text in {".", ".."}:
            return Path(text).expanduser().resolve()
        path = Path(text)
        return path.resolve() if text and "://" not in text and path.exists() else None
    except (OSError, RuntimeError, ValueError):  # too long, a circle of links, nobody's home
        return None
