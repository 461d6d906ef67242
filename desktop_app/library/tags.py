"""What sound files say of themselves in their tags, as far as it may tell whose talk one is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop_app.library.schema import READ_AGAIN

if TYPE_CHECKING:
    import sqlite3


def of(title: str | None = None, artist: str | None = None, album: str | None = None) -> str | None:
    """Return a file's tags as they are kept; None: it says nothing."""
    said = {"title": title, "artist": artist, "album": album}
    there = {name: " ".join(value.split()) for name, value in said.items() if value}
    return json.dumps(there, ensure_ascii=False) if any(there.values()) else None


def put(connection: sqlite3.Connection, episode_id: int, tags: str | None) -> None:
    """Keep a file's tags; where they say something new, the talk is to be read again.

    What another file of the talk has said is kept where this one says nothing.
    """
    connection.execute(
        f"UPDATE episodes SET tags = ?2, {READ_AGAIN} WHERE id = ?1 AND tags IS NOT ?2"
        " AND ?2 IS NOT NULL",
        (episode_id, tags),
    )
