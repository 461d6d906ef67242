"""Places in an episode that the person wants to find again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.listening import Marked
from desktop_app.base.model import Bookmark
from desktop_app.library import rows

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime
    from pathlib import Path


def of(connection: sqlite3.Connection, episode_id: int) -> tuple[Bookmark, ...]:
    """Return an episode's bookmarks in the order of their places."""
    found = connection.execute(
        "SELECT * FROM bookmarks WHERE episode_id = ? ORDER BY position, id", (episode_id,)
    )
    return tuple(_bookmark(row) for row in found)


def _bookmark(row: sqlite3.Row) -> Bookmark:
    return Bookmark(
        row["id"], row["episode_id"], row["position"], row["note"], rows.at(row["created"])
    )


def add(
    connection: sqlite3.Connection, episode_id: int, position: float, note: str, now: datetime
) -> int:
    """Keep a place, in seconds, with a note; return the bookmark's id, or 0 without the talk."""
    cursor = connection.execute(
        "INSERT INTO bookmarks (episode_id, position, note, created)"
        " SELECT id, ?, ?, ? FROM episodes WHERE id = ?",
        (position, note, rows.seconds(now), episode_id),
    )
    return int(cursor.lastrowid or 0) if cursor.rowcount else 0


def edit(connection: sqlite3.Connection, bookmark_id: int, note: str) -> None:
    """Give a bookmark other words."""
    connection.execute("UPDATE bookmarks SET note = ? WHERE id = ?", (note, bookmark_id))


def everything(connection: sqlite3.Connection, audio: Path) -> tuple[Marked, ...]:
    """Return all bookmarks with their talks, talk by talk, in order of place."""
    found = connection.execute(
        f"{rows.EPISODE}, b.id AS mark, b.position AS marked, b.note, b.created"
        f" {rows.EPISODE_FROM} JOIN bookmarks b ON b.episode_id = e.id"
        " ORDER BY feed COLLATE NOCASE, e.sorted DESC, e.id, b.position, b.id"
    )
    return tuple(
        Marked(
            Bookmark(row["mark"], row["id"], row["marked"], row["note"], rows.at(row["created"])),
            rows.episode(row, audio),
        )
        for row in found
    )


def remove(connection: sqlite3.Connection, bookmark_id: int) -> None:
    """Take a bookmark away."""
    connection.execute("DELETE FROM bookmarks WHERE id = ?", (bookmark_id,))
