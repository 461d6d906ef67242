"""Whose turn it is among the downloads that wait: the person's order, and pauses cut short."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence


def hurry(connection: sqlite3.Connection) -> bool:
    """Let what backs off be tried at once, unless its server asked for patience."""
    cursor = connection.execute(
        "UPDATE downloads SET not_before = NULL"
        " WHERE state = 'queued' AND not_before IS NOT NULL AND NOT held"
    )
    return cursor.rowcount > 0


def put_first(connection: sqlite3.Connection, episode_id: int) -> bool:
    """Let a download be the next, without any pause; False: it neither waits nor moves."""
    cursor = connection.execute(
        "UPDATE downloads SET place = (SELECT min(place) - 1 FROM downloads), not_before = NULL"
        " WHERE episode_id = ? AND state IN ('queued', 'downloading')",
        (episode_id,),
    )
    return cursor.rowcount > 0


def reorder(connection: sqlite3.Connection, episode_ids: Sequence[int]) -> None:
    """Give waiting downloads this order, behind what is under way."""
    (last,) = connection.execute(
        "SELECT coalesce(max(place), 0) FROM downloads WHERE state IN ('downloading', 'paused')"
    ).fetchone()
    connection.executemany(
        "UPDATE downloads SET place = ? WHERE episode_id = ?",
        [(place, episode_id) for place, episode_id in enumerate(episode_ids, int(last) + 1)],
    )


def go_on(connection: sqlite3.Connection) -> None:
    """Let what was paused by itself wait for its turn again."""
    connection.execute("UPDATE downloads SET state = 'queued' WHERE state = 'paused'")
