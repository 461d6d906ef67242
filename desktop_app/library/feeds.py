"""Subscriptions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from desktop_app.base.errors import KnownError
from desktop_app.library import rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable
    from datetime import datetime

    from desktop_app.base.model import Feed, FeedKind, ParsedFeed

P = ParamSpec("P")
T = TypeVar("T")

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


@dataclass(frozen=True, slots=True)
class Source:
    """What a refresh needs to ask for a feed only if it changed."""

    id: int
    url: str
    title: str
    etag: str | None
    last_modified: str | None
    body_hash: str | None
    stopped: bool


@dataclass(frozen=True, slots=True)
class Validators:
    """What the server said of the body that we now have."""

    etag: str | None
    last_modified: str | None
    body_hash: str | None


class UnsubscribedError(KnownError):
    """The feed was removed while something was under way for it."""


def while_subscribed(
    connection: sqlite3.Connection,
    source: Source,
    write: Callable[Concatenate[sqlite3.Connection, P], T],
    *args: P.args,
    **named: P.kwargs,
) -> T:
    """Return ``write(connection, …)`` if the feed is still subscribed, in one transaction.

    SQLite may give the id of a feed that is gone to another one, so the address counts too.

    Raises:
        UnsubscribedError: It is not; nothing was written.
    """
    found = connection.execute(
        "SELECT 1 FROM feeds WHERE id = ? AND url = ? AND NOT removed", (source.id, source.url)
    ).fetchone()
    if found is None:
        raise UnsubscribedError(f"{source.title} was removed")
    return write(connection, *args, **named)


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


def sources(connection: sqlite3.Connection, feed_ids: tuple[int, ...] = ()) -> tuple[Source, ...]:
    """Return what to refresh: these feeds, or all."""
    found = connection.execute(
        "SELECT id, url, coalesce(chosen_title, title) AS title, etag, last_modified, body_hash,"
        " stopped FROM feeds WHERE NOT removed ORDER BY title COLLATE NOCASE"
    )
    return tuple(
        Source(
            row["id"],
            row["url"],
            row["title"],
            row["etag"],
            row["last_modified"],
            row["body_hash"],
            bool(row["stopped"]),
        )
        for row in found
        if not feed_ids or row["id"] in feed_ids
    )


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
    """Store a subscription and return its id; one that was removed comes back with its talks."""
    connection.execute(
        "INSERT INTO feeds (url, address, title, kind, grouped, added) VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (address) DO UPDATE SET removed = 0, stopped = 0, url = excluded.url",
        (url, address, title, kind, group, rows.seconds(now)),
    )
    row = connection.execute("SELECT id FROM feeds WHERE address = ?", (address,)).fetchone()
    return int(row["id"])


def describe(connection: sqlite3.Connection, feed_id: int, parsed: ParsedFeed) -> None:
    """Store what the document says of the feed itself."""
    connection.execute(
        "UPDATE feeds SET title = coalesce(nullif(?, ''), title), link = ?, description = ?,"
        " image = ?, author = ?, language = ? WHERE id = ?",
        (
            parsed.title,
            parsed.link,
            parsed.description,
            parsed.image,
            parsed.author,
            parsed.language,
            feed_id,
        ),
    )


def refreshed(
    connection: sqlite3.Connection,
    feed_id: int,
    now: datetime,
    validators: Validators,
) -> None:
    """Note a refresh that went well, and what to ask with next time."""
    connection.execute(
        "UPDATE feeds SET refreshed = ?, problem = NULL, etag = ?, last_modified = ?,"
        " body_hash = ? WHERE id = ?",
        (
            rows.seconds(now),
            validators.etag,
            validators.last_modified,
            validators.body_hash,
            feed_id,
        ),
    )


def failed(
    connection: sqlite3.Connection, feed_id: int, problem: str, *, stopped: bool = False
) -> None:
    """Note a refresh that failed; ``stopped``: the feed said that it is gone for good."""
    connection.execute(
        "UPDATE feeds SET problem = ?, stopped = max(stopped, ?) WHERE id = ?",
        (problem, stopped, feed_id),
    )


def move(connection: sqlite3.Connection, feed_id: int, url: str, address: str) -> bool:
    """Give a feed its new address unless another subscription has it; tell whether it moved."""
    taken = connection.execute(
        "SELECT 1 FROM feeds WHERE address = ? AND id <> ?", (address, feed_id)
    ).fetchone()
    if taken:
        return False
    connection.execute(
        "UPDATE feeds SET url = ?, address = ? WHERE id = ?", (url, address, feed_id)
    )
    return True


def rename(connection: sqlite3.Connection, feed_id: int, title: str) -> None:
    """Give a feed the person's own name; an empty one brings back the feed's."""
    connection.execute(
        "UPDATE feeds SET chosen_title = nullif(?, '') WHERE id = ?", (title.strip(), feed_id)
    )


def set_kind(connection: sqlite3.Connection, feed_id: int, kind: FeedKind) -> None:
    """Let the person say whether a feed has talks or meditations."""
    connection.execute("UPDATE feeds SET chosen_kind = ? WHERE id = ?", (kind, feed_id))


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


def absent_tapes(connection: sqlite3.Connection, feed_id: int) -> tuple[tuple[int, str], ...]:
    """Return (episode id, ``file:`` address) of a folder's tapes that count as not there."""
    found = connection.execute(
        "SELECT e.id, e.url FROM episodes e LEFT JOIN downloads d ON d.episode_id = e.id"
        " WHERE e.feed_id = ? AND e.url LIKE 'file:%' AND d.state IS NOT 'downloaded'",
        (feed_id,),
    )
    return tuple((row[0], row[1]) for row in found)


def unsubscribe(connection: sqlite3.Connection, feed_id: int) -> None:
    """End a subscription, keep what the person marked, queued, downloaded or began to hear.

    A person who tidies up the list of feeds does not mean to lose the talks that helped, nor
    their place in one.
    """
    connection.execute(
        f"DELETE FROM episodes WHERE feed_id = ? AND id NOT IN ({KEPT})"
        " AND id NOT IN (SELECT episode_id FROM positions WHERE heard OR position > 0)",
        (feed_id,),
    )
    connection.execute("DELETE FROM problems WHERE feed_id = ?", (feed_id,))
    kept = connection.execute("SELECT 1 FROM episodes WHERE feed_id = ? LIMIT 1", (feed_id,))
    if kept.fetchone():
        connection.execute(
            "UPDATE feeds SET removed = 1, etag = NULL, last_modified = NULL, body_hash = NULL"
            " WHERE id = ?",
            (feed_id,),
        )
    else:
        connection.execute("DELETE FROM feeds WHERE id = ?", (feed_id,))
