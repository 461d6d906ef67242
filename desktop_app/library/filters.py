"""Saved filters that name a feed, by its number or in a series' key, when it changes or ends.

A feed's number may be given to another feed later; a filter must not follow it there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.base import filters

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from desktop_app.base.model import EpisodeQuery


def name(connection: sqlite3.Connection, feed_id: int) -> bool:
    """Tell whether a filter names a feed, or a series of it."""
    return any(_names(query, feed_id) for _, query in _saved(connection))


def lead(connection: sqlite3.Connection, gone: int, into: int) -> None:
    """Let the filters that name feed ``gone``, or a series of it, name ``into``."""
    for number, query in list(_saved(connection)):
        if _names(query, gone):
            series = query.series
            if series is not None and series.startswith(f"{gone}/"):
                series = f"{into}/{series.partition('/')[2]}"
            feed_id = into if query.feed_id == gone else query.feed_id
            led = filters.dumps(replace(query, feed_id=feed_id, series=series))
            connection.execute("UPDATE collections SET query = ? WHERE id = ?", (led, number))


def _saved(connection: sqlite3.Connection) -> Iterator[tuple[int, EpisodeQuery]]:
    found = connection.execute("SELECT id, query FROM collections WHERE query IS NOT NULL")
    return ((number, filters.loads(text)) for number, text in found)


def _names(query: EpisodeQuery, feed_id: int) -> bool:
    return query.feed_id == feed_id or (query.series or "").startswith(f"{feed_id}/")
