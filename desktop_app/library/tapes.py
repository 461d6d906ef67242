"""Tapes in the person's own folders: where each is expected, and whether it is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.base.model import Order
from desktop_app.base.shelves import Fact
from desktop_app.library.schema import READ_AGAIN

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from desktop_app.base.model import EpisodeQuery

_CORRECTED = "id IN (SELECT episode_id FROM corrections WHERE field = '{}')"


@dataclass(frozen=True, slots=True)
class Tape:
    """A talk of a folder. ``name``: its path inside; ``path``: where it is, as far as is known.

    ``part`` of ``of``: its place in a series, as far as the names around it tell.
    """

    id: int
    name: str
    url: str
    hash: str
    path: str | None
    size: int | None
    part: int | None
    of: int | None


@dataclass(frozen=True, slots=True)
class Place:
    """What is to be written of a tape: where it belongs, and which part of how many it is."""

    id: int
    url: str
    part: int | None
    of: int | None


def in_order(connection: sqlite3.Connection, query: EpisodeQuery) -> bool:
    """Tell whether a list shows one folder, and so the tapes by their names.

    In a folder the first tape comes first; there is no newest one.
    """
    if query.feed_id is None or query.order is not Order.NEWEST:
        return False
    folder = connection.execute(
        "SELECT 1 FROM feeds WHERE id = ? AND url LIKE 'file:%'", (query.feed_id,)
    )
    return folder.fetchone() is not None


def of_feed(connection: sqlite3.Connection, feed_id: int) -> tuple[Tape, ...]:
    """Return all tapes of a folder, also those that are not there."""
    found = connection.execute(
        "SELECT e.id, e.guid, e.url, e.hash, d.path, d.size, e.tape_part, e.tape_parts"
        " FROM episodes e"
        " LEFT JOIN downloads d ON d.episode_id = e.id AND d.state = 'downloaded' AND NOT d.ours"
        " WHERE e.feed_id = ? AND e.url LIKE 'file:%'",
        (feed_id,),
    )
    return tuple(Tape(row[0], row[1] or "", *row[2:]) for row in found)


def adopt(connection: sqlite3.Connection, files: Sequence[tuple[int, str, int]]) -> None:
    """Note files that lie in the person's own folders: (episode id, absolute path, bytes)."""
    connection.executemany(
        "INSERT INTO downloads (episode_id, state, place, path, ours, received, size)"
        " VALUES (?1, 'downloaded', 0, ?2, 0, ?3, ?3)"
        " ON CONFLICT (episode_id) DO UPDATE SET state = 'downloaded', path = excluded.path,"
        " ours = 0, received = excluded.received, size = excluded.size",
        files,
    )


def place(connection: sqlite3.Connection, places: Iterable[Place]) -> None:
    """Write where tapes belong and which part of a series they are; they are to be read again."""
    connection.executemany(
        f"UPDATE episodes SET url = ?1, tape_part = ?2, tape_parts = ?3, {READ_AGAIN},"
        f" part = CASE WHEN {_CORRECTED.format(Fact.PART)} THEN part ELSE ?2 END,"
        f" parts = CASE WHEN {_CORRECTED.format(Fact.OF)} THEN parts ELSE ?3 END WHERE id = ?4",
        [(each.url, each.part, each.of, each.id) for each in places],
    )


def miss(connection: sqlite3.Connection, episode_ids: Sequence[int]) -> None:
    """Note tapes that are not there; all that the person has of them stays."""
    connection.executemany(
        "DELETE FROM downloads WHERE episode_id = ? AND NOT ours", [(each,) for each in episode_ids]
    )
