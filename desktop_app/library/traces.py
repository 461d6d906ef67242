"""What a library that is closed, or a copy of one, says of itself; read from outside.

For copies of any age and in any state: what an older one does not know is left out.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop_app.base.kept import Numbers
from desktop_app.library.backup import connect

if TYPE_CHECKING:
    from pathlib import Path

_COUNTED = {
    "feeds": "feeds WHERE NOT removed",
    "episodes": "episodes",
    "favorites": "favorites",
    "bookmarks": "bookmarks",
    "places": "positions",
    "history": "history",
    "sittings": "sittings",
}


@dataclass(frozen=True, slots=True)
class Traces:
    """What of a library lies outside of its file.

    ``accounts``: address and account of feeds whose passwords are in the keyring;
    ``recordings``: paths below the audio folder; ``tapes``: addresses of the person's own folders.
    """

    accounts: frozenset[tuple[str, str]] = frozenset()
    recordings: frozenset[str] = frozenset()
    tapes: frozenset[str] = frozenset()


def read(library: Path) -> Traces | None:
    """Return what lies outside of a library's file; None: the file cannot be read."""
    try:
        with closing(connect(library)) as connection:
            accounts = _rows(connection, "SELECT url, account FROM feeds WHERE account IS NOT NULL")
            files = _rows(connection, "SELECT path FROM downloads WHERE path IS NOT NULL AND ours")
            tapes = _rows(connection, "SELECT url FROM feeds WHERE url LIKE 'file:%'")
    except sqlite3.Error:
        return None
    return Traces(
        frozenset((url, account) for url, account in accounts),
        frozenset(path for (path,) in files),
        frozenset(url for (url,) in tapes),
    )


def count(library: Path) -> Numbers | None:
    """Return how much a library holds; None: the file cannot be read."""
    try:
        with closing(connect(library)) as connection:
            found = {
                name: _rows(connection, f"SELECT count(*) FROM {table}")
                for name, table in _COUNTED.items()
            }
    except sqlite3.Error:
        return None
    return Numbers(**{name: rows[0][0] for name, rows in found.items() if rows})


def in_use(library: Path) -> bool:
    """Tell whether any process has a library open.

    Leaving WAL asks for the file alone (https://sqlite.org/wal.html#persistence_of_wal_mode);
    the next that opens it goes back to it.
    """
    address = f"{library.absolute().as_uri()}?mode=rw"  # none is made where there is none
    try:
        with closing(sqlite3.connect(address, uri=True, timeout=0)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        return error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
    return False


def _rows(connection: sqlite3.Connection, query: str) -> list[Any]:
    """Return rows; none, if that library has no such table or column yet.

    Raises:
        sqlite3.Error: The file is damaged, or no library.
    """
    try:
        return connection.execute(query).fetchall()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            raise
        return []
