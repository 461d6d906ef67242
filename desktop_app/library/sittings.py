"""The log of sittings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.sittings import Sitting
from desktop_app.library import rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import datetime

_SITTING = "SELECT id, started, planned, sat, preset, note FROM sittings"


def add(
    connection: sqlite3.Connection,
    *,
    started: datetime,
    planned: float,
    sat: float,
    preset: str,
    note: str = "",
) -> int:
    """Keep a sitting; lengths in seconds. Return its id."""
    cursor = connection.execute(
        "INSERT INTO sittings (started, planned, sat, preset, note) VALUES (?, ?, ?, ?, ?)",
        (rows.seconds(started), planned, sat, preset, note),
    )
    return int(cursor.lastrowid or 0)


def change(connection: sqlite3.Connection, sitting: Sitting) -> bool:
    """Make an entry of the log what ``sitting`` says; False: there is none of its id."""
    cursor = connection.execute(
        "UPDATE sittings SET started = ?, planned = ?, sat = ?, preset = ?, note = ? WHERE id = ?",
        (*_values(sitting), sitting.id),
    )
    return cursor.rowcount > 0


def note_length(
    connection: sqlite3.Connection, sitting_id: int, *, planned: float, sat: float
) -> None:
    """Note how long a sitting has lasted by now; what the person wrote to it stays."""
    connection.execute(
        "UPDATE sittings SET planned = ?, sat = ? WHERE id = ?", (planned, sat, sitting_id)
    )


def note(connection: sqlite3.Connection, sitting_id: int, words: str) -> None:
    """Write a note to a sitting, whatever it had before."""
    connection.execute("UPDATE sittings SET note = ? WHERE id = ?", (words, sitting_id))


def remove(connection: sqlite3.Connection, ids: Iterable[int]) -> tuple[Sitting, ...]:
    """Delete entries; return them, so that they can be put back."""
    gone: list[Sitting] = []
    for each in ids:
        gone += _sittings(connection.execute(f"{_SITTING} WHERE id = ?", (each,)))
        connection.execute("DELETE FROM sittings WHERE id = ?", (each,))
    return tuple(gone)


def put_back(connection: sqlite3.Connection, sittings: Iterable[Sitting]) -> None:
    """Restore entries as they were; where an id was given anew meanwhile, under another one."""
    for each in sittings:
        taken = connection.execute("SELECT 1 FROM sittings WHERE id = ?", (each.id,)).fetchone()
        connection.execute(
            "INSERT INTO sittings (id, started, planned, sat, preset, note)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (None if taken else each.id, *_values(each)),
        )


def log(
    connection: sqlite3.Connection, limit: int, before: Sitting | None = None
) -> tuple[Sitting, ...]:
    """Return so many sittings, the newest first; ``before``: those that come after this one."""
    where = "WHERE (started, id) < (?, ?)" if before else ""
    key = (rows.seconds(before.started), before.id) if before else ()
    return _sittings(
        connection.execute(f"{_SITTING} {where} ORDER BY started DESC, id DESC LIMIT ?",
                           (*key, limit))
    )  # fmt: skip


def between(connection: sqlite3.Connection, begin: datetime, end: datetime) -> tuple[Sitting, ...]:
    """Return the sittings that began from ``begin`` on and before ``end``, the newest first."""
    return _sittings(
        connection.execute(
            f"{_SITTING} WHERE started >= ? AND started < ? ORDER BY started DESC, id DESC",
            (rows.seconds(begin), rows.seconds(end)),
        )
    )


def _sittings(found: Iterable[sqlite3.Row]) -> tuple[Sitting, ...]:
    return tuple(Sitting(row[0], rows.at(row[1]), *row[2:]) for row in found)


def _values(sitting: Sitting) -> tuple[object, ...]:
    return (
        rows.seconds(sitting.started),
        sitting.planned,
        sitting.sat,
        sitting.preset,
        sitting.note,
    )
