"""From a home page to its feed: what the page links to, then the usual places."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from desktop_app.base.addresses import sent
from desktop_app.base.errors import KnownError
from desktop_app.base.secrets import may_know
from desktop_app.feeds.addresses import host_of, may_lead, typed
from desktop_app.feeds.document import looks_like_feed
from desktop_app.feeds.fetch import LIMITS, Fetched, FetchError, FetchRequest, Limits, fetch

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import aiohttp

    from desktop_app.base.parsed import CatalogueEntry

_TRIES = 6
_USUAL = ("/feed/podcast", "/feed", "/rss", "/feed.xml")


async def discover(
    session: aiohttp.ClientSession,
    address: str,
    find_links: Callable[[bytes, str], Awaitable[tuple[CatalogueEntry, ...]]],
    limits: Limits = LIMITS,
    login: tuple[str, str] | None = None,
) -> tuple[str, Fetched]:
    """Return the feed at or behind ``address``, and its own address.

    ``find_links`` gives the feeds that a page names (:func:`desktop_app.feeds.links.links`,
    run where untrusted bytes may be digested). ``login`` is for the address's own host only.

    Raises:
        KnownError: The address is none, does not answer (:class:`FetchError`), or leads to no
            feed.
    """
    url, answer = await _opened(session, address, limits, login)
    if looks_like_feed(answer.body):
        return answer.moved_to or url, answer
    entries = await find_links(answer.body, answer.url)
    named = [entry.feed_url for entry in entries if entry.feed_url]
    usual = [urljoin(answer.url, place) for place in _USUAL]
    for candidate in dict.fromkeys([*named[:_TRIES], *usual]):
        if not may_lead(answer.url, candidate):
            continue
        own = login if may_know(url, candidate) else None
        try:
            with sent(answer.url, candidate):
                feed = await _get(session, candidate, limits, own)
        except FetchError:
            continue
        if looks_like_feed(feed.body):
            return feed.moved_to or candidate, feed
    raise KnownError(
        f"No feed was found at {host_of(url)}",
        "the page names none, and there is none in the usual places",
        "Look on the page for a link named RSS or podcast, and add that address.",
    )


async def _opened(
    session: aiohttp.ClientSession, address: str, limits: Limits, login: tuple[str, str] | None
) -> tuple[str, Fetched]:
    """Fetch what was typed; where no scheme was given and https fails, http is tried.

    Never with a password: that was not typed to be sent in the open.
    """
    url = typed(address)
    try:
        return url, await _get(session, url, limits, login)
    except FetchError as error:
        if error.status is not None or "://" in address or login is not None:
            raise
        plain = url.replace("https://", "http://", 1)
        try:
            return plain, await _get(session, plain, limits, None)
        except FetchError as second:
            raise (second if second.status is not None else error) from None


async def _get(
    session: aiohttp.ClientSession, url: str, limits: Limits, login: tuple[str, str] | None
) -> Fetched:
    answer = await fetch(session, FetchRequest(url, login=login), limits)
    if not isinstance(answer, Fetched):
        raise FetchError("the server says that nothing has changed, though we have nothing yet")
    return answer
