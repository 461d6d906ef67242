"""Places in an episode that the person wants to find again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.model import Bookmark
from desktop_app.library import rows

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime


def of(connection: sqlite3.Connection, episode_id: int) -> tuple[Bookmark, ...]:
    """Return an episode's bookmarks in the order of their places."""
    found = connection.execute(
        "SELECT id, episode_id, position, note, created FROM bookmarks"
        " WHERE episode_id = ? ORDER BY position, id",
        (episode_id,),
    )
    return tuple(Bookmark(row[0], row[1], row[2], row[3], rows.at(row[4])) for row in found)


def add(
    connection: sqlite3.Connection, episode_id: int, position: float, note: str, now: datetime
) -> int:
    """Keep a place, in seconds, with a note; return the bookmark's id."""
    cursor = connection.execute(
        "INSERT INTO bookmarks (episode_id, position, note, created)"
        " SELECT id, ?, ?, ? FROM episodes WHERE id = ?",
        (position, note, rows.seconds(now), episode_id),
    )
    return int(cursor.lastrowid or 0)


def remove(connection: sqlite3.Connection, bookmark_id: int) -> None:
    """Take a bookmark away."""
    connection.execute("DELETE FROM bookmarks WHERE id = ?", (bookmark_id,))
