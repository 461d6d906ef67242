"""The rule by which a feed's new episodes are downloaded without being asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.base.shelf import Listed

if TYPE_CHECKING:
    import sqlite3


@dataclass(frozen=True, slots=True)
class Rule:
    """So many of the newest (0: all, None: none); episodes up to the id ``seen`` were looked at."""

    count: int | None
    seen: int


def rule(connection: sqlite3.Connection, feed_id: int) -> Rule:
    """Return a feed's rule; unsubscribing ended it."""
    row = connection.execute(
        "SELECT auto, auto_seen FROM feeds WHERE id = ?", (feed_id,)
    ).fetchone()
    return Rule(row[0], row[1]) if row else Rule(None, 0)


def newest(connection: sqlite3.Connection, feed_id: int, count: int) -> tuple[Listed, ...]:
    """Return the newest ``count`` episodes of a feed, 0: all, newest first."""
    found = connection.execute(
        "SELECT e.id, e.url, e.type, coalesce(p.heard, 0), d.episode_id IS NOT NULL"
        " FROM episodes e LEFT JOIN positions p ON p.episode_id = e.id"
        " LEFT JOIN downloads d ON d.episode_id = e.id"
        " WHERE e.feed_id = ? ORDER BY e.sorted DESC, e.id DESC LIMIT ?",
        (feed_id, count or -1),
    )
    return tuple(Listed(row[0], row[1], row[2], bool(row[3]), bool(row[4])) for row in found)


def last(connection: sqlite3.Connection, feed_id: int) -> int:
    """Return the highest id of a feed's episodes: what comes later has a higher one."""
    row = connection.execute(
        "SELECT coalesce(max(id), 0) FROM episodes WHERE feed_id = ?", (feed_id,)
    ).fetchone()
    return int(row[0])


def set_rule(connection: sqlite3.Connection, feed_id: int, count: int | None, seen: int) -> None:
    """Keep a feed's rule, and up to which id its episodes were looked at.

    One that was unsubscribed meanwhile gets none.
    """
    connection.execute(
        "UPDATE feeds SET auto = ?, auto_seen = ? WHERE id = ? AND NOT removed",
        (count, seen, feed_id),
    )
