"""Recordings that take room: what speaks for keeping each, and how one goes.

A recording goes in two steps: its row is made remote first, while it still knows the path, then
its file is deleted and the row with it. A process that is killed between the two leaves a row
that calls nothing lost: the file, if it is still there, counts as downloaded after the next start.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.model import DownloadState
from desktop_app.base.shelf import Recording, Space
from desktop_app.library import downloads, rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Sequence

_TRANSACTION = 200
_SHELF = """
SELECT d.episode_id AS id, d.path, d.state, d.ours,
       d.received + coalesce(json_extract(r.result, '$.size'), 0) AS bytes,
       v.episode_id IS NOT NULL AS favorite,
       EXISTS (SELECT 1 FROM bookmarks b WHERE b.episode_id = d.episode_id) AS bookmarked,
       q.episode_id IS NOT NULL
           OR EXISTS (SELECT 1 FROM presets g WHERE g.guided = d.episode_id) AS queued,
       coalesce(p.heard, 0) AS heard, p.played,
       coalesce(f.chosen_kind, f.kind) AS kind
FROM downloads d JOIN episodes e ON e.id = d.episode_id JOIN feeds f ON f.id = e.feed_id
LEFT JOIN favorites v ON v.episode_id = d.episode_id
LEFT JOIN queue q ON q.episode_id = d.episode_id
LEFT JOIN positions p ON p.episode_id = d.episode_id
LEFT JOIN restorations r ON r.episode_id = d.episode_id
WHERE d.path IS NOT NULL AND d.state <> 'remote'
"""
_SPACE = f"""
SELECT CASE WHEN favorite THEN 'favorites'
            WHEN state = 'downloaded' AND heard AND NOT bookmarked AND NOT queued THEN 'heard'
            ELSE kind END AS what, sum(bytes)
FROM ({_SHELF}) WHERE ours GROUP BY what
"""


def shelf(connection: sqlite3.Connection) -> tuple[Recording, ...]:
    """Return all recordings that are here or on their way, the person's own tapes too."""
    return tuple(
        Recording(
            id=row["id"],
            path=row["path"],
            state=DownloadState(row["state"]),
            bytes=row["bytes"],
            ours=bool(row["ours"]),
            favorite=bool(row["favorite"]),
            bookmarked=bool(row["bookmarked"]),
            queued=bool(row["queued"]),
            heard=bool(row["heard"]),
            played=rows.moment(row["played"]),
        )
        for row in connection.execute(_SHELF)
    )


def space(connection: sqlite3.Connection) -> Space:
    """Return the bytes of our own files by kind; ``free`` and ``budget`` are the caller's."""
    return Space(**{what: total or 0 for what, total in connection.execute(_SPACE)})


def part_with(
    connection: sqlite3.Connection,
    choose: Callable[[Sequence[Recording]], Iterable[Recording]],
) -> tuple[Recording, ...]:
    """Let go of some of what ``choose(shelf)`` names, 200 at most; return those.

    What it chooses from cannot change before they are noted: one that the person marks a moment
    earlier stays.
    """
    chosen = tuple(choose(shelf(connection)))[:_TRANSACTION]
    connection.executemany(
        "UPDATE downloads SET state = 'remote' WHERE episode_id = ?",
        [(each.id,) for each in chosen],
    )
    return chosen


def clear(
    connection: sqlite3.Connection, recording: Recording, delete: Callable[[str], bool]
) -> bool:
    """Delete the file of a recording that was parted with, then its row.

    False: ``delete(path)`` could not, and the recording is downloaded as before; or the person
    has asked for it again meanwhile, and finds its file in place.
    """
    parted = connection.execute(
        "SELECT 1 FROM downloads WHERE episode_id = ? AND path = ? AND state = 'remote'",
        (recording.id, recording.path),
    )
    if parted.fetchone() is None:
        return False
    gone = delete(recording.path)
    if gone:
        downloads.forget(connection, recording.id)
    else:
        connection.execute(
            "UPDATE downloads SET state = 'downloaded' WHERE episode_id = ?", (recording.id,)
        )
    return gone


def dismiss_lost(connection: sqlite3.Connection, episode_ids: Iterable[int]) -> None:
    """Tell no more of files that were taken away."""
    connection.executemany(
        "DELETE FROM downloads WHERE episode_id = ? AND lost AND state = 'remote'",
        [(each,) for each in episode_ids],
    )
