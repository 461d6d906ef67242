"""Saved filters that name a feed, when that feed becomes another one or ends.

A feed's number may be given to another feed later; a filter must not follow it there.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.base import filters

if TYPE_CHECKING:
    import sqlite3

NO_FEED = 0
"""The number that no feed has."""


def lead(connection: sqlite3.Connection, gone: int, into: int = NO_FEED) -> None:
    """Let the filters that name feed ``gone`` name ``into``."""
    found = connection.execute("SELECT id, query FROM collections WHERE query IS NOT NULL")
    for number, text in found.fetchall():
        query = filters.loads(text)
        if query.feed_id == gone:
            led = filters.dumps(replace(query, feed_id=into))
            connection.execute("UPDATE collections SET query = ? WHERE id = ?", (led, number))
