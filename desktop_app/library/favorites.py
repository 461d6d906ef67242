"""The talks that helped."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop_app.base.shelves import Unmarked
from desktop_app.base.typed import whole
from desktop_app.library import rows

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime


_BACK = (
    """
    UPDATE favorites SET note = r.note FROM former_favorites r
    WHERE favorites.episode_id = :id AND r.episode_id = :id AND favorites.note = ''
    """,
    """
    INSERT OR IGNORE INTO collection_members (collection_id, episode_id, place)
    SELECT c.id, r.episode_id, p.value ->> 1
    FROM former_favorites r JOIN favorites v USING (episode_id), json_each(r.places) p
    JOIN collections c ON c.id = p.value ->> 0 AND c.query IS NULL
    WHERE r.episode_id = :id
    """,
    """
    DELETE FROM former_favorites
    WHERE episode_id = :id AND episode_id IN (SELECT episode_id FROM favorites)
    """,
)


def mark(connection: sqlite3.Connection, episode_id: int, now: datetime) -> bool:
    """Make an episode a favorite; tell whether it was none before.

    A star is let go by one click: what it had before, a note and places in collections, is back
    with the new one.
    """
    cursor = connection.execute(
        "INSERT OR IGNORE INTO favorites (episode_id, added)"
        " SELECT id, ? FROM episodes WHERE id = ?",
        (rows.seconds(now), episode_id),
    )
    if cursor.rowcount:
        bring_back(connection, episode_id)
    return bool(cursor.rowcount)


def bring_back(connection: sqlite3.Connection, episode_id: int) -> None:
    """Give a favorite what it had when it was let go, as far as there is a place for it.

    A note that it has by now stays; collections that ended, or fill themselves, stay away.
    """
    for statement in _BACK:
        connection.execute(statement, {"id": episode_id})


def collected(connection: sqlite3.Connection, episode_id: int) -> bool:
    """Tell whether an episode is in a collection that was filled by hand."""
    found = connection.execute(
        "SELECT 1 FROM collection_members WHERE episode_id = ? LIMIT 1", (episode_id,)
    )
    return found.fetchone() is not None


def unmark(connection: sqlite3.Connection, episode_id: int) -> Unmarked | None:
    """Let an episode be a favorite no longer, and be in no collection; return what it was.

    Its note and its places are kept, in case that it is starred again.
    """
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
    had = tuple((each["collection_id"], each["place"]) for each in places)
    if row["note"] or had:
        connection.execute(
            "INSERT OR REPLACE INTO former_favorites (episode_id, note, places) VALUES (?, ?, ?)",
            (episode_id, row["note"], json.dumps(had)),
        )
    connection.execute("DELETE FROM favorites WHERE episode_id = ?", (episode_id,))
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

    One that it was already keeps its own time, and its own note if it has one; a former note
    counts only where there is no new one.
    """
    new = mark(connection, episode_id, added)
    if note:
        connection.execute(
            "UPDATE favorites SET note = ? WHERE episode_id = ? AND (note = '' OR ?)",
            (note, episode_id, new),
        )
    return new


def set_note(connection: sqlite3.Connection, episode_id: int, note: str, now: datetime) -> bool:
    """Keep a few words beside the star; what was no favorite becomes one; tell whether it did.

    Without words a new favorite has the note that it had before, if any.
    """
    new, words = mark(connection, episode_id, now), whole(note).strip()
    if words or not new:
        connection.execute(
            "UPDATE favorites SET note = ? WHERE episode_id = ?", (words, episode_id)
        )
    return new


def notes(connection: sqlite3.Connection) -> dict[int, str]:
    """Return what was written beside stars, by the talk's id; those without are left out."""
    return dict(connection.execute("SELECT episode_id, note FROM favorites WHERE note <> ''"))
