"""Chapters of an episode: those that its own file carries, else its publisher's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.parsed import Chapter

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence


def of(connection: sqlite3.Connection, episode_id: int) -> tuple[Chapter, ...]:
    """Return an episode's chapters in order."""
    found = connection.execute(
        "SELECT start, title FROM chapters WHERE episode_id = ? ORDER BY start", (episode_id,)
    )
    return tuple(Chapter(row[0], row[1]) for row in found)


def replace(connection: sqlite3.Connection, episode_id: int, chapters: Sequence[Chapter]) -> None:
    """Store the chapters that were found; none: those that there are stay."""
    if not chapters:
        return
    connection.execute("DELETE FROM chapters WHERE episode_id = ?", (episode_id,))
    connection.executemany(
        "INSERT OR IGNORE INTO chapters VALUES (?, ?, ?)",
        [(episode_id, chapter.start, chapter.title) for chapter in chapters],
    )
