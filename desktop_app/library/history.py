"""What was listened to, and when: each time of listening is one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.listening import Listened
from desktop_app.library import rows

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime
    from pathlib import Path

_ASLEEP = """
SELECT max(a.id) FROM history a
WHERE a.episode_id = e.id AND p.asleep BETWEEN min(a.begin, a.until) AND max(a.begin, a.until)
"""


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


def recent(
    connection: sqlite3.Connection, audio: Path, limit: int, offset: int = 0
) -> tuple[Listened, ...]:
    """Return the latest times of listening, the last one first, after ``offset`` of them.

    Where the sleep timer was set last belongs to the latest time at which that place was heard.
    """
    found = connection.execute(
        f"{rows.EPISODE}, h.id AS line, h.started, h.begin, h.until,"
        f" CASE WHEN h.id = ({_ASLEEP}) THEN p.asleep END AS asleep"
        f" {rows.EPISODE_FROM} JOIN history h ON h.episode_id = e.id"
        " ORDER BY h.started DESC, h.id DESC LIMIT ? OFFSET ?",
        (limit, offset),
    )
    return tuple(
        Listened(
            id=row["line"],
            episode=rows.episode(row, audio),
            started=rows.at(row["started"]),
            begin=row["begin"],
            until=row["until"],
            asleep=row["asleep"],
        )
        for row in found
    )


def remove(connection: sqlite3.Connection, line: int) -> None:
    """Forget one time of listening."""
    connection.execute("DELETE FROM history WHERE id = ?", (line,))


def clear(connection: sqlite3.Connection) -> None:
    """Forget all times of listening; places and what was heard stay."""
    connection.execute("DELETE FROM history")
