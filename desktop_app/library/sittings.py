"""The log of sittings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.model import Sitting
from desktop_app.library import rows

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime


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


def log(connection: sqlite3.Connection, limit: int) -> tuple[Sitting, ...]:
    """Return the sittings, the newest first."""
    found = connection.execute(
        "SELECT id, started, planned, sat, preset, note FROM sittings"
        " ORDER BY started DESC, id DESC LIMIT ?",
        (limit,),
    )
    return tuple(Sitting(row[0], rows.at(row[1]), *row[2:]) for row in found)
