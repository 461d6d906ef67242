"""What plays next, in the person's order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence


def ids(connection: sqlite3.Connection) -> tuple[int, ...]:
    """Return the queued episodes in order."""
    found = connection.execute("SELECT episode_id FROM queue ORDER BY place, episode_id")
    return tuple(row[0] for row in found)


def add(connection: sqlite3.Connection, episode_ids: Sequence[int], *, first: bool) -> None:
    """Put episodes at the end, or before everything else; one that is there moves."""
    kept = [i for i in ids(connection) if i not in episode_ids]
    wanted = [*episode_ids, *kept] if first else [*kept, *episode_ids]
    replace(connection, wanted)


def remove(connection: sqlite3.Connection, episode_id: int) -> None:
    """Take one out."""
    connection.execute("DELETE FROM queue WHERE episode_id = ?", (episode_id,))


def reorder(connection: sqlite3.Connection, episode_ids: Sequence[int]) -> None:
    """Let those of these that wait stand in this order, before whatever else waits.

    Who orders may not know of what came or went a moment ago.
    """
    here = dict.fromkeys(ids(connection))
    wanted = {each: None for each in episode_ids if each in here}
    replace(connection, tuple(wanted | here))


def replace(connection: sqlite3.Connection, episode_ids: Sequence[int]) -> None:
    """Let the queue be exactly these, in this order."""
    connection.execute("DELETE FROM queue")
    connection.executemany(
        "INSERT OR IGNORE INTO queue (episode_id, place) SELECT id, ? FROM episodes WHERE id = ?",
        [(place, episode_id) for place, episode_id in enumerate(episode_ids, 1)],
    )
