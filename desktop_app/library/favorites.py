"""The talks that helped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.shelves import Unmarked
from desktop_app.base.typed import whole
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


def unmark(connection: sqlite3.Connection, episode_id: int) -> Unmarked | None:
    """Let an episode be a favorite no longer, and be in no collection; return what it was."""
    row = connection.execute(
        "SELECT added, note FROM favorites WHERE episode_id = ?", (episode_id,)
    ).fetchone()
    if row is None:
        return None
    places = connection.execute(
        "SELECT collection_id, place FROM collection_members WHERE episode_id = ?"
        " ORDER BY collection_id",
        (episode_id,),
    ).fetchall()
    connection.execute("DELETE FROM favorites WHERE episode_id = ?", (episode_id,))
    had = tuple((each["collection_id"], each["place"]) for each in places)
    return Unmarked(episode_id, rows.at(row["added"]), row["note"], had)


def restore(connection: sqlite3.Connection, unmarked: Unmarked) -> None:
    """Make an episode a favorite again as it was; collections that ended meanwhile stay away."""
    keep(connection, unmarked.episode_id, unmarked.added, unmarked.note)
    connection.executemany(
        "INSERT OR IGNORE INTO collection_members (collection_id, episode_id, place)"
        " SELECT c.id, v.episode_id, ? FROM collections c, favorites v"
        " WHERE c.id = ? AND c.query IS NULL AND v.episode_id = ?",
        [(place, number, unmarked.episode_id) for number, place in unmarked.places],
    )


def keep(connection: sqlite3.Connection, episode_id: int, added: datetime, note: str) -> bool:
    """Make an episode a favorite of that time, with a note; tell whether it was none before.

    One that it was already keeps its own time, and its own note if it has one.
    """
    new = mark(connection, episode_id, added)
    connection.execute(
        "UPDATE favorites SET note = ? WHERE episode_id = ? AND note = ''", (note, episode_id)
    )
    return new


def set_note(connection: sqlite3.Connection, episode_id: int, note: str, now: datetime) -> None:
    """Keep a few words beside the star; what was no favorite becomes one."""
    mark(connection, episode_id, now)
    connection.execute(
        "UPDATE favorites SET note = ? WHERE episode_id = ?", (whole(note).strip(), episode_id)
    )


def notes(connection: sqlite3.Connection) -> dict[int, str]:
    """Return what was written beside stars, by the talk's id; those without are left out."""
    return dict(connection.execute("SELECT episode_id, note FROM favorites WHERE note <> ''"))
