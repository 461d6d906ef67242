"""Recordings that play from their server: who may have them, and why one does not come.

An engine only says that it failed. What the server would answer us says what is the matter, and
whether it is worth waiting.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import aiohttp

from desktop_app.base.addresses import host_of
from desktop_app.base.secrets import basic, may_know
from desktop_app.downloads import faults, magic, tracking
from desktop_app.downloads.faults import TransferError
from desktop_app.downloads.hops import follow
from desktop_app.library import feeds
from desktop_app.services.logins import SignInNeededError

if TYPE_CHECKING:
    from desktop_app.base.errors import KnownError
    from desktop_app.base.model import Episode
    from desktop_app.base.secrets import Login
    from desktop_app.library.database import Library
    from desktop_app.services.logins import Logins

_PATIENCE = 5.0
_HEAD = 4096
_FOUND = {200, 206}


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a stream does not come, for the person; ``lasting``: waiting does not help."""

    why: str
    lasting: bool


class Streams:
    """Asks for the beginning of a recording, with the feed's own name and password."""

    def __init__(self, library: Library, session: aiohttp.ClientSession, logins: Logins) -> None:
        self._library = library
        self._session = session
        self._logins = logins

    async def login(self, episode: Episode) -> Login | None:
        """Return the name and password for an episode's address, if it is on its feed's host."""
        feed = await self._library.read(feeds.one, episode.feed_id)
        if feed is None or episode.url is None or not may_know(feed.url, episode.url):
            return None
        return await self._logins.of(feed.url, feed.account)

    async def past_counters(self, episode: Episode) -> Episode:
        """Return an episode with the recording's own address, where that gives sound.

        Its feed may name one that leads there through servers which only count listeners.
        """
        plain = tracking.plain(episode.url or "")
        if plain is None:
            return episode
        direct = replace(episode, url=plain)
        return episode if await self.trouble(direct) else direct

    async def trouble(self, episode: Episode) -> Trouble | None:
        """Say why an episode's address gives no sound; None: it would, as far as one can tell."""
        login = await self.login(episode)
        try:
            await self._ask(episode.url or "", login)
        except TransferError as error:
            why = f"{error.why[:1].upper()}{error.why[1:]}"
            return Trouble(f"{why}. {error.what_next}", not error.retryable)
        except SignInNeededError as error:
            return Trouble(f"{error.what}. {error.what_next}", lasting=True)
        return None

    async def _ask(self, url: str, login: Login | None) -> None:
        """Ask for the first bytes.

        Raises:
            SignInNeededError: The server wants to know who asks, or knows nobody of that name.
            TransferError: It gives no sound, for another reason.
        """
        try:
            response = await follow(
                self._session,
                url,
                {"Range": f"bytes=0-{_HEAD - 1}"},
                {"Authorization": basic(login)} if login else {},
                timeout=aiohttp.ClientTimeout(total=_PATIENCE),
                read_bufsize=_HEAD,
            )
            async with response:
                if response.status not in _FOUND:
                    raise _refusal(url, response, login)
                head = await response.content.read(_HEAD)
        except TimeoutError as error:
            raise faults.silent(_PATIENCE) from error
        except (aiohttp.ClientError, OSError, ValueError) as error:
            raise faults.of_network(error) from error
        if (page := magic.page_reason(head)) is not None:
            raise faults.not_audio(page)


def _refusal(url: str, response: aiohttp.ClientResponse, login: Login | None) -> KnownError:
    if response.status == 401:
        return SignInNeededError(host_of(url), refused=login is not None)
    return faults.refused(response.status, response.headers)
