"""Copies of the library: one a day, one before each migration, and back again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.base.paths import Home

DAILY = "library-*.sqlite"
KEEP = 5


def copy(connection: sqlite3.Connection, target: Path) -> None:
    """Write a whole, consistent copy of the library to ``target``, in one step.

    Raises:
        KnownError: The copy cannot be written.
    """
    partial = target.with_name(target.name + ".part")
    try:
        with closing(sqlite3.connect(partial)) as to:
            connection.backup(to, pages=200)
            to.execute("PRAGMA journal_mode = DELETE")
        partial.replace(target)
        target.chmod(0o600)
    except (OSError, sqlite3.Error) as error:
        partial.unlink(missing_ok=True)
        raise KnownError(
            f"The backup {target} could not be written", str(error), "Choose another place."
        ) from error


def copy_before_migration(connection: sqlite3.Connection, home: Home, now: datetime) -> None:
    """Keep the library as it was before this program changes its tables."""
    copy(connection, home.backups / f"before-migration-{now:%Y%m%dT%H%M%S}.sqlite")


def daily(connection: sqlite3.Connection, home: Home, now: datetime) -> Path | None:
    """Make today's copy if there is none and the library is whole; keep the newest five."""
    target = home.backups / f"library-{now:%Y%m%d}.sqlite"
    if target.exists() or not is_whole(connection):
        return None
    copy(connection, target)
    for old in sorted(home.backups.glob(DAILY))[:-KEEP]:
        old.unlink()
    return target


def is_whole(connection: sqlite3.Connection) -> bool:
    """Tell whether SQLite finds the file in order."""
    try:
        row = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError:
        return False
    return bool(row and row[0] == "ok")


def newest(home: Home) -> Path | None:
    """Return the newest copy that can be opened, or None."""
    for path in sorted(home.backups.glob(DAILY), reverse=True):
        if _opens(path):
            return path
    return None


def restore(home: Home, source: Path, now: datetime) -> Path | None:
    """Put ``source`` in the library's place; return where the old one was set aside.

    The library must be closed. What was there before is kept, never overwritten.

    Raises:
        KnownError: ``source`` is no whole library, or the files cannot be moved.
    """
    if not source.is_file() or not _opens(source):
        raise KnownError(
            f"{source} was not restored", "it is not a whole library", "Choose another backup."
        )
    arriving = home.root / "library.sqlite.part"
    try:
        with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as from_:
            copy(from_, arriving)
        aside = set_aside(home, now)
        arriving.replace(home.database)
    except OSError as error:
        raise KnownError(
            f"{source} was not restored", error.strerror or str(error), "Free some space."
        ) from error
    return aside


def set_aside(home: Home, now: datetime) -> Path | None:
    """Move the library, which must be closed, among the backups; return where, if there was one.

    Raises:
        OSError: It cannot be moved.
    """
    if not home.database.exists():
        return None
    aside = _free_name(home.backups / f"set-aside-{now:%Y%m%dT%H%M%S}.sqlite")
    for suffix in ("-wal", "-shm", ""):
        part = Path(f"{home.database}{suffix}")
        if part.exists():
            part.replace(f"{aside}{suffix}")
    return aside


def _opens(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as copy_:
            copy_.execute("SELECT id FROM feeds LIMIT 1").fetchone()
            return is_whole(copy_)
    except sqlite3.Error:
        return False


def _free_name(path: Path) -> Path:
    number = 1
    candidate = path
    while candidate.exists():
        number += 1
        candidate = path.with_stem(f"{path.stem}-{number}")
    return candidate
