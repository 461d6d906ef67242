"""The talks that helped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.library import rows

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime


def mark(connection: sqlite3.Connection, episode_id: int, now: datetime) -> bool:
    """Make an episode a favorite; tell whether it was none before."""
    cursor = connection.execute(
        "INSERT OR IGNORE INTO favorites (episode_id, added)"
        " SELECT id, ? FROM episodes WHERE id = ?",
        (rows.seconds(now), episode_id),
    )
    return bool(cursor.rowcount)


def unmark(connection: sqlite3.Connection, episode_id: int) -> bool:
    """Let an episode be a favorite no longer; tell whether it was one."""
    cursor = connection.execute("DELETE FROM favorites WHERE episode_id = ?", (episode_id,))
    return bool(cursor.rowcount)
