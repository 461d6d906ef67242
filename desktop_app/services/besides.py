"""What a publisher keeps beside a talk's sound: fetched as warily as a feed, and far smaller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.addresses import sent
from desktop_app.base.errors import KnownError
from desktop_app.base.secrets import may_know
from desktop_app.feeds.addresses import may_lead
from desktop_app.feeds.fetch import Fetched, FetchError, FetchRequest, Limits, fetch

if TYPE_CHECKING:
    import aiohttp

    from desktop_app.library.transcripts import Beside
    from desktop_app.services.logins import Logins

LIMITS = Limits(whole=120.0, body=8 * 2**20)
_LATER = "Try again later; the talk can be heard all the same."
_NEVER = {404, 410}


class NotFetchedError(KnownError):
    """It did not come; ``never``: its server says that there is no such thing."""

    def __init__(self, what: str, why: str, *, never: bool = False) -> None:
        super().__init__(what, why, "" if never else _LATER)
        self.never = never


class Besides:
    """Asks for transcripts and chapters, as the feed that names them would be asked for."""

    def __init__(self, session: aiohttp.ClientSession, logins: Logins) -> None:
        self._session = session
        self._logins = logins

    async def get(self, what: str, beside: Beside, url: str) -> Fetched:
        """Return what is at an address that a feed names.

        The feed's name and password go to the feed's own host alone, and a feed of the internet
        leads to no address inside the person's network.

        Raises:
            NotFetchedError: It did not come; ``what`` says what that means.
        """
        if not may_lead(beside.feed_url, url):
            raise NotFetchedError(what, "its address is none of the internet", never=True)
        login = None
        if may_know(beside.feed_url, url):
            login = await self._logins.of(beside.feed_url, beside.account)
        try:
            with sent(beside.feed_url, url):
                fetched = await fetch(self._session, FetchRequest(url, login=login), LIMITS)
        except FetchError as error:
            raise NotFetchedError(what, _why(error), never=error.status in _NEVER) from error
        assert isinstance(fetched, Fetched)  # noqa: S101 - nothing was known that could be the same
        return fetched


def _why(error: FetchError) -> str:
    if "without a feed" in error.why:
        return f"its server gave an answer that is of no use (HTTP {error.status})"
    return error.why
