"""The feeds that a web page names. Pure; it runs in the worker process."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import etree

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import CatalogueEntry
from desktop_app.feeds.addresses import host_of, is_web, normalise, typed
from desktop_app.feeds.tidy import line

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAGE_AT_MOST = 2 * 2**20
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
