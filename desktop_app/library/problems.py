"""What went wrong and is not solved yet: one problem for each place where it happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.model import Problem
from desktop_app.library import rows

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime

    from desktop_app.base.errors import KnownError


def report(
    connection: sqlite3.Connection,
    error: KnownError,
    now: datetime,
    *,
    feed_id: int | None = None,
    episode_id: int | None = None,
) -> None:
    """Keep a problem; an older one of the same feed or episode, or of none, gives way."""
    solve(connection, feed_id=feed_id, episode_id=episode_id)
    if feed_id is None and episode_id is None:
        settle(connection, error.what)
    connection.execute(
        "INSERT INTO problems (at, what, why, what_next, feed_id, episode_id)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (rows.seconds(now), error.what, error.why, error.what_next, feed_id, episode_id),
    )


def solve(
    connection: sqlite3.Connection, *, feed_id: int | None = None, episode_id: int | None = None
) -> bool:
    """Forget the problem of a feed or an episode; tell whether there was one."""
    cursor = connection.execute(
        "DELETE FROM problems WHERE (feed_id = ? AND episode_id IS NULL) OR episode_id = ?",
        (feed_id, episode_id),
    )
    return bool(cursor.rowcount)


def settle(connection: sqlite3.Connection, what: str) -> bool:
    """Forget a problem that was of no one feed or episode; tell whether there was one."""
    cursor = connection.execute(
        "DELETE FROM problems WHERE what = ? AND feed_id IS NULL AND episode_id IS NULL", (what,)
    )
    return bool(cursor.rowcount)


def dismiss(connection: sqlite3.Connection, problem_id: int) -> None:
    """Take one away because the person has read it."""
    connection.execute("DELETE FROM problems WHERE id = ?", (problem_id,))


def pending(connection: sqlite3.Connection) -> tuple[Problem, ...]:
    """Return all problems, the newest first; a feed that rests has no next try."""
    found = connection.execute(
        "SELECT p.id, p.at, p.what, p.why, p.what_next, p.feed_id, p.episode_id,"
        " CASE WHEN f.paused OR f.every = 0 THEN NULL ELSE f.next_try END AS next_try"
        " FROM problems p LEFT JOIN feeds f ON f.id = p.feed_id AND p.episode_id IS NULL"
        " ORDER BY p.at DESC, p.id DESC"
    )
    return tuple(_problem(row) for row in found)


def _problem(row: sqlite3.Row) -> Problem:
    return Problem(
        id=row["id"],
        at=rows.at(row["at"]),
        what=row["what"],
        why=row["why"],
        what_next=row["what_next"],
        feed_id=row["feed_id"],
        episode_id=row["episode_id"],
        next_try=rows.moment(row["next_try"]),
    )
