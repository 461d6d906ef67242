"""Subscriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.listening import Habits
from desktop_app.library import filters, rows

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from desktop_app.base.model import Feed, FeedKind

KEPT = """
SELECT episode_id FROM favorites UNION SELECT episode_id FROM bookmarks
UNION SELECT episode_id FROM queue
UNION SELECT episode_id FROM downloads WHERE state = 'downloaded' AND ours
"""
"""What the person kept on purpose, which unsubscribing takes out of no list."""

_FEED = """
SELECT f.*, count(e.id) AS episodes,
       sum(e.id IS NOT NULL AND coalesce(p.heard, 0) = 0 AND coalesce(p.position, 0) = 0
           AND e.sorted >= f.added) AS unheard
FROM feeds f LEFT JOIN episodes e ON e.feed_id = f.id
LEFT JOIN positions p ON p.episode_id = e.id
"""


def subscribed(connection: sqlite3.Connection) -> tuple[Feed, ...]:
    """Return all subscriptions by title; ``unheard`` counts what came since subscribing."""
    found = connection.execute(
        _FEED
        + " WHERE NOT f.removed GROUP BY f.id"
        + " ORDER BY coalesce(f.chosen_title, f.title) COLLATE NOCASE, f.id"
    )
    return tuple(rows.feed(row) for row in found)


def one(connection: sqlite3.Connection, feed_id: int) -> Feed | None:
    """Return one feed, also one that was unsubscribed while some of it is kept."""
    row = connection.execute(_FEED + " WHERE f.id = ? GROUP BY f.id", (feed_id,)).fetchone()
    return rows.feed(row) if row else None


def by_address(connection: sqlite3.Connection, address: str) -> Feed | None:
    """Return the subscription at a normalised address."""
    row = connection.execute(
        _FEED + " WHERE f.address = ? AND NOT f.removed GROUP BY f.id", (address,)
    ).fetchone()
    return rows.feed(row) if row else None


def subscribe(
    connection: sqlite3.Connection,
    *,
    url: str,
    address: str,
    title: str,
    kind: FeedKind,
    group: str,
    now: datetime,
) -> int:
    """Store a subscription and return its id.

    One that was removed comes back with its talks and its names; it rests and waits no more.
    """
    connection.execute(
        "INSERT INTO feeds (url, address, title, kind, grouped, added) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (address) DO UPDATE SET removed = 0, stopped = 0, paused = 0, problem = NULL,"
        " failures = 0, next_try = NULL, held = 0, url = excluded.url",
        (url, address, title, kind, group, rows.seconds(now)),
    )
    row = connection.execute("SELECT id FROM feeds WHERE address = ?", (address,)).fetchone()
    return int(row["id"])


def rename(connection: sqlite3.Connection, feed_id: int, title: str) -> None:
    """Give a feed the person's own name; an empty one brings back the feed's."""
    connection.execute(
        "UPDATE feeds SET chosen_title = nullif(?, '') WHERE id = ?", (title.strip(), feed_id)
    )


def set_kind(connection: sqlite3.Connection, feed_id: int, kind: FeedKind) -> None:
    """Let the person say whether a feed has talks or meditations."""
    connection.execute("UPDATE feeds SET chosen_kind = ? WHERE id = ?", (kind, feed_id))


def set_paused(connection: sqlite3.Connection, feed_id: int, *, paused: bool) -> None:
    """Let a feed rest, or be refreshed again; what it waited for is forgotten then."""
    connection.execute(
        "UPDATE feeds SET paused = ?, failures = 0, next_try = NULL, held = 0 WHERE id = ?",
        (paused, feed_id),
    )


def set_every(connection: sqlite3.Connection, feed_id: int, hours: int | None) -> None:
    """Set the hours between refreshes of this feed; None: as in the settings."""
    connection.execute("UPDATE feeds SET every = ? WHERE id = ?", (hours, feed_id))


def set_account(connection: sqlite3.Connection, feed_id: int, account: str | None) -> None:
    """Note the name that the feed is signed in to with; its password is never kept here.

    The body is asked for anew: what comes without an account may be another one.
    """
    connection.execute(
        "UPDATE feeds SET account = ?, etag = NULL, last_modified = NULL, body_hash = NULL"
        " WHERE id = ?",
        (account, feed_id),
    )


def habits(connection: sqlite3.Connection, feed_id: int) -> Habits:
    """Return how a feed's talks are played."""
    row = connection.execute("SELECT speed, opening FROM feeds WHERE id = ?", (feed_id,)).fetchone()
    return Habits(row["speed"], row["opening"]) if row else Habits()


def set_speed(connection: sqlite3.Connection, feed_id: int, speed: float | None) -> None:
    """Play a feed's talks so fast; None: as in the settings."""
    connection.execute("UPDATE feeds SET speed = ? WHERE id = ?", (speed, feed_id))


def set_opening(connection: sqlite3.Connection, feed_id: int, seconds: float) -> None:
    """Skip so many seconds at the start of a feed's talks."""
    connection.execute("UPDATE feeds SET opening = ? WHERE id = ?", (seconds, feed_id))


def accounts(connection: sqlite3.Connection) -> tuple[tuple[str, str], ...]:
    """Return (address, name) of every feed that is signed in to, removed ones too."""
    found = connection.execute("SELECT url, account FROM feeds WHERE account IS NOT NULL")
    return tuple((row[0], row[1]) for row in found)


def unfinished(connection: sqlite3.Connection, feed_id: int) -> tuple[int, ...]:
    """Return the feed's episodes that wait for their download, then those under way.

    In this order they can be cancelled without one making room for the next.
    """
    found = connection.execute(
        "SELECT d.episode_id FROM downloads d JOIN episodes e ON e.id = d.episode_id"
        " WHERE e.feed_id = ? AND d.state NOT IN ('downloaded', 'remote')"
        " ORDER BY d.state = 'downloading', d.place DESC",
        (feed_id,),
    )
    return tuple(row[0] for row in found)


def unsubscribe(connection: sqlite3.Connection, feed_id: int) -> None:
    """End a subscription, keep what the person marked, queued, downloaded or began to hear.

    A person who tidies up the list of feeds does not mean to lose the talks that helped, nor
    their place in one, nor the one that they sit with, nor what they corrected by hand, which
    counts again when the feed is back. A feed that a saved filter names keeps its number, under
    which it comes back.
    """
    connection.execute(
        f"DELETE FROM episodes WHERE feed_id = ? AND id NOT IN ({KEPT})"
        " AND id NOT IN (SELECT episode_id FROM positions WHERE heard OR position > 0)"
        " AND id NOT IN (SELECT episode_id FROM corrections)"
        " AND id NOT IN (SELECT guided FROM presets WHERE guided IS NOT NULL)",
        (feed_id,),
    )
    connection.execute("DELETE FROM problems WHERE feed_id = ?", (feed_id,))
    kept = connection.execute("SELECT 1 FROM episodes WHERE feed_id = ? LIMIT 1", (feed_id,))
    if kept.fetchone() or filters.name(connection, feed_id):
        connection.execute(
            "UPDATE feeds SET removed = 1, account = NULL, etag = NULL, last_modified = NULL,"
            " body_hash = NULL, auto = NULL, auto_seen = 0, restore = 0 WHERE id = ?",
            (feed_id,),
        )
    else:
        connection.execute("DELETE FROM feeds WHERE id = ?", (feed_id,))
