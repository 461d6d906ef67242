"""Collections: favorites under a name, in the person's order, and saved filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base import filters
from desktop_app.base.errors import KnownError
from desktop_app.base.shelves import Collection
from desktop_app.base.typed import one_line
from desktop_app.library import favorites, rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from desktop_app.base.model import EpisodeQuery

LONGEST = 80
"""Letters of a name."""

_COLLECTION = """
SELECT c.id, c.name, c.place, c.query,
       (SELECT count(*) FROM collection_members m WHERE m.collection_id = c.id) AS talks
FROM collections c
"""


def everything(connection: sqlite3.Connection) -> tuple[Collection, ...]:
    """Return all collections in order; ``talks`` of one that fills itself is 0."""
    found = connection.execute(f"{_COLLECTION} ORDER BY c.place, c.id")
    return tuple(_collection(row) for row in found)


def one(connection: sqlite3.Connection, collection_id: int) -> Collection:
    """Return a collection.

    Raises:
        KnownError: It is gone.
    """
    row = connection.execute(f"{_COLLECTION} WHERE c.id = ?", (collection_id,)).fetchone()
    if row is None:
        raise KnownError("This collection is not there any more")
    return _collection(row)


def named(connection: sqlite3.Connection, name: str) -> Collection | None:
    """Return the collection of a name, whatever the case of its letters."""
    wanted = one_line(name).casefold()
    for row in connection.execute("SELECT id, name FROM collections").fetchall():
        if row["name"].casefold() == wanted:
            return one(connection, row["id"])
    return None


def create(
    connection: sqlite3.Connection, name: str, query: EpisodeQuery | None, now: datetime
) -> Collection:
    """Make a collection, the last of all.

    Raises:
        KnownError: The name is empty, too long, or another's.
    """
    cursor = connection.execute(
        "INSERT INTO collections (name, place, query, created)"
        " SELECT ?, coalesce(max(place), 0) + 1, ?, ? FROM collections",
        (_free_name(connection, name), _stored(query), rows.seconds(now)),
    )
    return one(connection, int(cursor.lastrowid or 0))


def rename(connection: sqlite3.Connection, collection_id: int, name: str) -> None:
    """Give a collection another name.

    Raises:
        KnownError: It is gone; or the name is empty, too long, or another's.
    """
    one(connection, collection_id)
    free = _free_name(connection, name, collection_id)
    connection.execute("UPDATE collections SET name = ? WHERE id = ?", (free, collection_id))


def change(connection: sqlite3.Connection, collection_id: int, query: EpisodeQuery) -> None:
    """Save another filter.

    Raises:
        KnownError: It is gone, or was filled by hand.
    """
    found = one(connection, collection_id)
    if found.query is None:
        raise KnownError(
            f"“{found.name}” cannot have a filter",
            "it was filled by hand",
            "Save the filter as a new collection.",
        )
    connection.execute(
        "UPDATE collections SET query = ? WHERE id = ?", (_stored(query), collection_id)
    )


def remove(connection: sqlite3.Connection, collection_id: int) -> tuple[int, ...]:
    """Remove a collection; return what was in it, in order, which stays a favorite."""
    had = members(connection, collection_id)
    connection.execute("DELETE FROM collections WHERE id = ?", (collection_id,))
    return had


def restore(
    connection: sqlite3.Connection,
    collection: Collection,
    episode_ids: Sequence[int],
    now: datetime,
) -> Collection:
    """Make a removed collection anew, in its place, under its number.

    What is no favorite any more was let go meanwhile, and stays away.

    Raises:
        KnownError: Another one has its name by now.
    """
    connection.execute(
        "INSERT OR IGNORE INTO collections (id, name, place, query, created)"
        " VALUES (?, ?, ?, ?, ?)",
        (
            collection.id,
            _free_name(connection, collection.name, collection.id),
            collection.place,
            _stored(collection.query),
            rows.seconds(now),
        ),
    )
    if collection.query is None:
        add(connection, collection.id, _favorites(connection, episode_ids), now)
    return one(connection, collection.id)


def _favorites(connection: sqlite3.Connection, episode_ids: Iterable[int]) -> list[int]:
    stars = {row[0] for row in connection.execute("SELECT episode_id FROM favorites")}
    return [each for each in episode_ids if each in stars]


def members(connection: sqlite3.Connection, collection_id: int) -> tuple[int, ...]:
    """Return what was put into a collection, in order."""
    found = connection.execute(
        "SELECT episode_id FROM collection_members WHERE collection_id = ?"
        " ORDER BY place, episode_id",
        (collection_id,),
    )
    return tuple(row[0] for row in found)


def reorder(connection: sqlite3.Connection, collection_ids: Sequence[int]) -> None:
    """Let these come first, in this order, before whatever else there is."""
    had = [each.id for each in everything(connection)]
    connection.executemany(
        "UPDATE collections SET place = ? WHERE id = ?", _places(collection_ids, had)
    )


def add(
    connection: sqlite3.Connection,
    collection_id: int,
    episode_ids: Iterable[int],
    now: datetime,
) -> None:
    """Put talks at the end, as favorites; those that are in it stay where they are.

    Raises:
        KnownError: It is gone, or fills itself.
    """
    found = one(connection, collection_id)
    if found.query is not None:
        raise KnownError(
            f"Nothing can be put into “{found.name}”",
            "it fills itself",
            "Choose another collection, or change its filter.",
        )
    (last,) = connection.execute(
        "SELECT coalesce(max(place), 0) FROM collection_members WHERE collection_id = ?",
        (collection_id,),
    ).fetchone()
    for place, episode_id in enumerate(episode_ids, 1):
        if favorites.mark(connection, episode_id, now):
            take_out(connection, collection_id, (episode_id,))
        connection.execute(
            "INSERT OR IGNORE INTO collection_members (collection_id, episode_id, place)"
            " SELECT ?, episode_id, ? FROM favorites WHERE episode_id = ?",
            (collection_id, last + place, episode_id),
        )


def take_out(
    connection: sqlite3.Connection, collection_id: int, episode_ids: Iterable[int]
) -> None:
    """Take talks out; they stay favorites."""
    connection.executemany(
        "DELETE FROM collection_members WHERE collection_id = ? AND episode_id = ?",
        [(collection_id, each) for each in episode_ids],
    )


def arrange(connection: sqlite3.Connection, collection_id: int, episode_ids: Sequence[int]) -> None:
    """Let those of these that are in it come first, in this order.

    Who orders may not know of what came or went a moment ago.
    """
    places = _places(episode_ids, members(connection, collection_id))
    connection.executemany(
        "UPDATE collection_members SET place = ? WHERE collection_id = ? AND episode_id = ?",
        [(place, collection_id, episode_id) for place, episode_id in places],
    )


def _places(wanted: Sequence[int], had: Sequence[int]) -> list[tuple[int, int]]:
    """Return a place for each of ``had``: those that are wanted first, in that order."""
    here = dict.fromkeys(had)
    first = {each: None for each in wanted if each in here}
    return list(enumerate(first | here, 1))


def _collection(row: sqlite3.Row) -> Collection:
    query = None if row["query"] is None else filters.loads(row["query"])
    return Collection(row["id"], row["name"], row["talks"], query, row["place"])


def _stored(query: EpisodeQuery | None) -> str | None:
    return None if query is None else filters.dumps(query)


def _free_name(connection: sqlite3.Connection, name: str, own: int | None = None) -> str:
    """Return a name tidied up.

    Raises:
        KnownError: It is empty, too long, or belongs to another than ``own``.
    """
    wanted = one_line(name)
    if not wanted:
        raise KnownError("A collection needs a name", "", "Type one.")
    if len(wanted) > LONGEST:
        raise KnownError("This name is too long", f"{LONGEST} letters are the most")
    other = named(connection, wanted)
    if other is not None and other.id != own:
        raise KnownError(
            f"There is a collection “{other.name}” already", "", "Choose another name."
        )
    return wanted
