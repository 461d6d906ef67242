"""Where the person was in each episode: the one thing that must never be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.library import rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import datetime


def save(connection: sqlite3.Connection, episode_id: int, position: float, now: datetime) -> None:
    """Keep the place, in seconds; of an episode that is gone there is none to keep."""
    connection.execute(
        "INSERT INTO positions (episode_id, position, played)"
        " SELECT id, ?, ? FROM episodes WHERE id = ?"
        " ON CONFLICT (episode_id) DO UPDATE SET position = excluded.position,"
        " played = excluded.played",
        (position, rows.seconds(now), episode_id),
    )


def fall_asleep(connection: sqlite3.Connection, episode_id: int, position: float) -> None:
    """Keep the place, in seconds, at which the sleep timer was set: it can be found again."""
    connection.execute(
        "INSERT INTO positions (episode_id, asleep) SELECT id, ? FROM episodes WHERE id = ?"
        " ON CONFLICT (episode_id) DO UPDATE SET asleep = excluded.asleep",
        (position, episode_id),
    )


def mark_heard(
    connection: sqlite3.Connection, episode_id: int, now: datetime, *, heard: bool
) -> None:
    """Mark an episode as heard to its end, or as not heard; both begin it anew next time."""
    mark_all_heard(connection, (episode_id,), now, heard=heard)


def mark_all_heard(
    connection: sqlite3.Connection, episode_ids: Sequence[int], now: datetime, *, heard: bool
) -> None:
    """Mark several episodes as heard, or as not heard."""
    connection.executemany(
        "INSERT INTO positions (episode_id, heard, played)"
        " SELECT id, ?, ? FROM episodes WHERE id = ?"
        " ON CONFLICT (episode_id) DO UPDATE SET position = 0, heard = excluded.heard,"
        " played = CASE WHEN excluded.heard THEN excluded.played ELSE played END",
        [(heard, rows.seconds(now), episode_id) for episode_id in episode_ids],
    )


def last_played(connection: sqlite3.Connection) -> int | None:
    """Return the half-heard episode that was played last."""
    row = connection.execute(
        "SELECT episode_id FROM positions WHERE heard = 0 AND position > 0"
        " ORDER BY played DESC LIMIT 1"
    ).fetchone()
    return int(row[0]) if row else None
