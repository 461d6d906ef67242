"""What was listened to, and when: each time of listening is one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.listening import Listened
from desktop_app.library import rows

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime


def begin(
    connection: sqlite3.Connection, episode_id: int, place: float, now: datetime
) -> int | None:
    """Note that listening began at ``place`` seconds; return the line's id.

    None: there is no such episode.
    """
    cursor = connection.execute(
        "INSERT INTO history (episode_id, started, begin, until)"
        " SELECT id, ?, ?, ? FROM episodes WHERE id = ?",
        (rows.seconds(now), place, place, episode_id),
    )
    return cursor.lastrowid if cursor.rowcount else None


def extend(connection: sqlite3.Connection, line: int, place: float) -> None:
    """Note that listening came to ``place`` seconds."""
    connection.execute("UPDATE history SET until = ? WHERE id = ?", (place, line))


def recent(connection: sqlite3.Connection, limit: int) -> tuple[Listened, ...]:
    """Return the latest times of listening, the last one first."""
    found = connection.execute(
        "SELECT h.id, h.episode_id, e.title, h.started, h.begin, h.until FROM history h"
        " JOIN episodes e ON e.id = h.episode_id ORDER BY h.started DESC, h.id DESC LIMIT ?",
        (limit,),
    )
    return tuple(
        Listened(
            id=row["id"],
            episode_id=row["episode_id"],
            title=row["title"],
            started=rows.at(row["started"]),
            begin=row["begin"],
            until=row["until"],
        )
        for row in found
    )


def clear(connection: sqlite3.Connection) -> None:
    """Forget all times of listening; places and what was heard stay."""
    connection.execute("DELETE FROM history")
