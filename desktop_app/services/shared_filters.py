"""Saved filters on their way: what they say by our numbers is said in words, and understood."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.sharing import SharedFilter
from desktop_app.feeds.matching import feed_key
from desktop_app.library import collections, series, sharing

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.base.model import EpisodeQuery
    from desktop_app.library.database import Library

Feeds = tuple[tuple[int, str, tuple[str, ...]], ...]
"""Number, address and names of each."""


async def tell(library: Library, audio: Path, query: EpisodeQuery) -> SharedFilter | None:
    """Return a filter without our numbers; None: it names what is gone, and shows nothing."""
    told = SharedFilter(replace(query, feed_id=None, collection=None, series=None))
    if query.feed_id is not None:
        for number, url, names in await library.read(sharing.feeds_here):
            if number == query.feed_id:
                told = replace(told, feed=names[-1], feed_url=sharing.feed_address(url))
        if not told.feed:
            return None
    if query.collection is not None:
        try:
            other = await library.read(collections.one, query.collection)
        except KnownError:
            return None
        told = replace(told, collection=other.name)
    if query.series is not None:
        part = await library.read(sharing.a_part_of, query.series)
        if part is None:
            return None
        (talk,) = await library.read(sharing.talks, audio, (part,))
        told = replace(told, series=replace(talk, added=None, note=""))
    return told


async def understand(
    library: Library, told: SharedFilter, part: int | None, feeds: Feeds
) -> EpisodeQuery | None:
    """Return what a filter from elsewhere means here; None: nothing, for something is missing.

    Args:
        library: The library.
        told: The filter; the collection that it is about is left to the caller.
        part: The episode that its series was told by, if it is here.
        feeds: The subscriptions.
    """
    query = told.query
    if told.feed or told.feed_url:
        feed_id = feed_of(told.feed, told.feed_url, feeds)
        if feed_id is None:
            return None
        query = replace(query, feed_id=feed_id)
    if told.series is not None:
        key = None if part is None else await library.read(series.key_of, part)
        if key is None:
            return None
        query = replace(query, series=key)
    return query


def feed_of(name: str, url: str, feeds: Feeds) -> int | None:
    """Return the feed of an address, or if that is not known, of a name."""
    wanted = feed_key(url)
    for number, address, names in feeds:
        if feed_key(address) == wanted if wanted else name in names:
            return number
    return None
