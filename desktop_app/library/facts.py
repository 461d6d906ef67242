"""What titles say: read in the background, kept beside the episodes, found by the index."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.library import search

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from desktop_app.base.parsed import TitleFacts


@dataclass(frozen=True, slots=True)
class Unread:
    """An episode whose title was not read yet, or has changed since."""

    id: int
    title: str


@dataclass(frozen=True, slots=True)
class Read:
    """An episode and what its title, as it then was, says."""

    id: int
    title: str
    facts: TitleFacts


def unread(connection: sqlite3.Connection, limit: int = 200) -> tuple[Unread, ...]:
    """Return episodes whose titles are to be read, as they were stored.

    For a feed that was just subscribed that is newest first.
    """
    found = connection.execute(
        "SELECT id, title FROM episodes WHERE indexed = 0 ORDER BY id LIMIT ?", (limit,)
    )
    return tuple(Unread(row["id"], row["title"]) for row in found)


def store(connection: sqlite3.Connection, readings: Sequence[Read]) -> tuple[int, ...]:
    """Store what titles say, bring the episodes into the index, and return their ids.

    One whose title has changed meanwhile, or that is gone, is left for the next round.
    """
    stored = tuple(reading.id for reading in readings if _store(connection, reading))
    search.index(connection, stored)
    return stored


def _store(connection: sqlite3.Connection, reading: Read) -> bool:
    facts = reading.facts
    cursor = connection.execute(
        "UPDATE episodes SET speakers = ?, fellowship = ?, place = ?, event = ?, year = ?,"
        " steps = ?, part = CASE WHEN tape_order IS NULL THEN ? ELSE part END,"
        " parts = CASE WHEN tape_order IS NULL THEN ? ELSE parts END, indexed = 1"
        " WHERE id = ? AND title = ?",
        (
            json.dumps(facts.speakers, ensure_ascii=False),
            facts.fellowship,
            facts.place,
            facts.event,
            facts.year,
            json.dumps(facts.steps),
            facts.part,
            facts.of,
            reading.id,
            reading.title,
        ),
    )
    if not cursor.rowcount:
        return False
    connection.execute("DELETE FROM episode_speakers WHERE episode_id = ?", (reading.id,))
    connection.executemany(
        "INSERT OR IGNORE INTO episode_speakers (episode_id, name) VALUES (?, ?)",
        [(reading.id, name) for name in facts.speakers],
    )
    return True
