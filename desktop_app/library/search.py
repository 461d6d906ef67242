"""The full-text index (SQLite's FTS5): title and speaker before notes."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING

from desktop_app.library import rows

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from desktop_app.base.model import Episode

_TAG = re.compile(r"<[^>]*>")
_WORD = re.compile(r"\w+")


def expression(text: str) -> str:
    """Return FTS5's expression for what a person types: every word, the last may go on.

    Words are quoted, so nothing that is typed can be taken for an operator. Text without
    any word becomes an expression that finds nothing.
    """
    words = _WORD.findall(text)
    return " ".join(f'"{word}"*' for word in words) or '""'


def index_some(connection: sqlite3.Connection, limit: int = 200) -> int:
    """Bring up to ``limit`` episodes into the index; return how many.

    They go in as they were stored, which for a feed that was just subscribed is newest first.
    """
    found = connection.execute(
        "SELECT e.id, e.title, e.speakers, coalesce(n.html, '') AS html FROM episodes e"
        " LEFT JOIN notes n ON n.episode_id = e.id WHERE e.indexed = 0 ORDER BY e.id LIMIT ?",
        (limit,),
    ).fetchall()
    for row in found:
        connection.execute("DELETE FROM search WHERE rowid = ?", (row["id"],))
        connection.execute(
            "INSERT INTO search (rowid, title, speakers, notes) VALUES (?, ?, ?, ?)",
            (row["id"], row["title"], " ".join(json.loads(row["speakers"])), plain(row["html"])),
        )
    connection.executemany(
        "UPDATE episodes SET indexed = 1 WHERE id = ?", [(row["id"],) for row in found]
    )
    return len(found)


def find(connection: sqlite3.Connection, audio: Path, text: str, limit: int) -> tuple[Episode, ...]:
    """Return the best matches first: a word in title or speaker weighs more than in notes."""
    if not text.strip():
        return ()
    found = connection.execute(
        f"{rows.EPISODE} {rows.EPISODE_FROM} JOIN search s ON s.rowid = e.id"
        " WHERE search MATCH ? ORDER BY bm25(search, 10.0, 10.0, 1.0), e.sorted DESC LIMIT ?",
        (expression(text), limit),
    )
    return tuple(rows.episode(row, audio) for row in found)


def plain(markup: str) -> str:
    """Return the words of show notes without their markup."""
    return html.unescape(_TAG.sub(" ", markup))
