"""From a home page to its feed: what the page links to, then the usual places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import etree

from desktop_app.base.errors import KnownError
from desktop_app.base.model import CatalogueEntry
from desktop_app.feeds.addresses import host_of, is_web, may_lead, normalise, typed
from desktop_app.feeds.fetch import LIMITS, Fetched, FetchError, FetchRequest, Limits, fetch
from desktop_app.feeds.parse import looks_like_feed
from desktop_app.feeds.tidy import line

if TYPE_CHECKING:
    from collections.abc import Iterator

    import aiohttp

_PAGE_AT_MOST = 2 * 2**20
_TRIES = 6
_USUAL = ("/feed/podcast", "/feed", "/rss", "/feed.xml")
_TYPES = {"application/rss+xml": 0, "application/atom+xml": 1, "application/rdf+xml": 2}
_TYPES |= {"application/xml": 3, "text/xml": 3}
_PLAUSIBLE = re.compile(
    r"(?:/(?:feed|rss|podcast\.xml|itunes)/?$|\.(?:rss|xml|atom|rdf)$|/feed/|[?&]feed=|^feeds?\.)",
    re.IGNORECASE,
)
_PODCAST_LINK = re.compile(r"(?:feed|itpc|podcast|pcast):", re.IGNORECASE)
_POOR = re.compile(r"comment|/wp-json|oembed|sitemap|opensearch|osd\.xml|\.css", re.IGNORECASE)

Element = etree._Element  # noqa: SLF001  # lxml has no public name for its elements


def links(body: bytes, base: str) -> tuple[CatalogueEntry, ...]:
    """Return the feeds that a web page names, the likeliest first.

    What the page declares (``rel="alternate"``) comes before mere links that look like a feed;
    RSS before Atom, for podcasts are RSS; feeds of comments last.
    """
    root = _tree(body)
    if root is None:
        return ()
    stated = root.find(".//base")
    base = urljoin(base, stated.get("href", "")) if stated is not None else base
    ranked = sorted([*_declared(root, base), *_anchors(root, base)], key=lambda pair: pair[0])
    found: dict[str, CatalogueEntry] = {}
    for _, entry in ranked:
        found.setdefault(normalise(entry.feed_url or ""), entry)
    return tuple(found.values())


async def discover(
    session: aiohttp.ClientSession, address: str, limits: Limits = LIMITS
) -> tuple[str, Fetched]:
    """Return the feed at or behind ``address``, and its own address.

    Raises:
        KnownError: The address is none, does not answer (:class:`FetchError`), or leads to no
            feed.
    """
    url, answer = await _opened(session, address, limits)
    if looks_like_feed(answer.body):
        return answer.moved_to or url, answer
    named = [entry.feed_url for entry in links(answer.body, answer.url) if entry.feed_url]
    usual = [urljoin(answer.url, place) for place in _USUAL]
    for candidate in dict.fromkeys([*named[:_TRIES], *usual]):
        if not may_lead(answer.url, candidate):
            continue
        try:
            feed = await _get(session, candidate, limits)
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
    session: aiohttp.ClientSession, address: str, limits: Limits
) -> tuple[str, Fetched]:
    """Fetch what was typed; where no scheme was given and https fails, http is tried."""
    url = typed(address)
    try:
        return url, await _get(session, url, limits)
    except FetchError as error:
        if error.status is not None or "://" in address:
            raise
        plain = url.replace("https://", "http://", 1)
        try:
            return plain, await _get(session, plain, limits)
        except FetchError:
            raise error from None


async def _get(session: aiohttp.ClientSession, url: str, limits: Limits) -> Fetched:
    answer = await fetch(session, FetchRequest(url), limits)
    if not isinstance(answer, Fetched):
        raise FetchError("the server says that nothing has changed, though we have nothing yet")
    return answer


def _tree(body: bytes) -> Element | None:
    parser = etree.HTMLParser(no_network=True, remove_comments=True)
    try:
        root: Element | None = etree.fromstring(body[:_PAGE_AT_MOST], parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root


def _declared(root: Element, base: str) -> Iterator[tuple[int, CatalogueEntry]]:
    for element in root.iter("link"):
        relations = element.get("rel", "").lower().split()
        kind = element.get("type", "").partition(";")[0].strip().lower()
        url = _target(element, base)
        if url and "alternate" in relations and kind in _TYPES:
            title = line(element.get("title", "")) or host_of(url)
            rank = _TYPES[kind] + (20 if _POOR.search(f"{url} {title}") else 0)
            yield rank, CatalogueEntry(title, feed_url=url, home_page=base)


def _anchors(root: Element, base: str) -> Iterator[tuple[int, CatalogueEntry]]:
    for element in root.iter("a"):
        url = _target(element, base)
        if not url or _POOR.search(url):
            continue
        parts = urlsplit(url)
        place = f"{parts.path}{'?' + parts.query if parts.query else ''}"
        if _PLAUSIBLE.search(place) or _PLAUSIBLE.match(parts.hostname or ""):
            words = line(" ".join(str(text) for text in element.itertext()))
            near = host_of(url) == host_of(base)
            yield (
                10 if near else 11,
                CatalogueEntry(words or host_of(url), feed_url=url, home_page=base),
            )


def _target(element: Element, base: str) -> str | None:
    href = element.get("href", "").strip()
    try:
        url = typed(href) if _PODCAST_LINK.match(href) else urldefrag(urljoin(base, href)).url
    except (ValueError, KnownError):
        return None
    return url if href and is_web(url) else None
