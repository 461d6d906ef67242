"""Copies of the library: one a day, one before each migration, and back again."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.kept import BackupFacts

if TYPE_CHECKING:
    from desktop_app.base.paths import Home

DAILY = "library-*.sqlite"
KEEP = 5


def copy(source: Path, target: Path) -> None:
    """Write a whole, consistent copy of a library to ``target``, in one step.

    It is read through a connection of its own, so that nobody waits for it.

    Raises:
        KnownError: The copy cannot be written, or would replace what is copied.
    """
    what, next_step = f"The backup {target} could not be written", "Choose another place."
    if target.exists() and target.samefile(source):
        raise KnownError(what, "that is the library itself", next_step)
    partial = target.with_name(target.name + ".part")
    try:
        partial.unlink(missing_ok=True)
        partial.touch(mode=0o600)
        with closing(connect(source)) as from_, closing(sqlite3.connect(partial)) as to:
            from_.backup(to)
            to.execute("PRAGMA journal_mode = DELETE")
        partial.replace(target)
    except (OSError, sqlite3.Error) as error:
        partial.unlink(missing_ok=True)
        why = str(error.strerror if isinstance(error, OSError) else error)
        raise KnownError(what, why, next_step) from error


def copy_before_migration(home: Home, now: datetime) -> None:
    """Keep the library as it was before this program changes its tables."""
    copy(home.database, home.backups / f"before-migration-{now:%Y%m%dT%H%M%S}.sqlite")


def describe(path: Path) -> BackupFacts:
    """Say what a whole copy holds."""
    with closing(connect(path)) as connection:
        row = connection.execute(
            "SELECT (SELECT count(*) FROM feeds WHERE NOT removed),"
            " (SELECT count(*) FROM episodes), (SELECT count(*) FROM favorites)"
        ).fetchone()
    return BackupFacts(datetime.fromtimestamp(path.stat().st_mtime, UTC), *row)


def daily(home: Home, now: datetime, *, renew: bool = False) -> Path | None:
    """Make today's copy of a whole library and keep the newest five.

    An existing copy of today is left, or with ``renew`` brought up to date if something was
    written since; a library that is damaged never replaces a copy.

    Raises:
        KnownError: The copy cannot be written.
    """
    target = home.backups / f"library-{now:%Y%m%d}.sqlite"
    if target.exists() and not (renew and _written_since(home.database, target)):
        return None
    if not is_whole(home.database):
        return None
    copy(home.database, target)
    for old in sorted(home.backups.glob(DAILY))[:-KEEP]:
        old.unlink()
    return target


def is_whole(library: Path) -> bool:
    """Tell whether SQLite finds the file in order, and a library in it."""
    try:
        with closing(connect(library)) as connection:
            connection.execute("SELECT id FROM feeds LIMIT 1").fetchone()
            row = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error:
        return False
    return bool(row and row[0] == "ok")


def newest(home: Home) -> Path | None:
    """Return the newest copy that can be opened, or None."""
    for path in sorted(home.backups.glob(DAILY), reverse=True):
        if is_whole(path):
            return path
    return None


def check(source: Path) -> None:
    """Make sure that a file is a whole copy of a library.

    Raises:
        KnownError: It is not.
    """
    what, other = f"{source} was not restored", "Choose another backup."
    if not source.is_file():
        raise KnownError(what, "there is no such file", other)
    try:
        with closing(connect(source)) as connection:
            connection.execute("SELECT id FROM feeds LIMIT 1").fetchone()
    except sqlite3.Error as error:
        if error.sqlite_errorcode in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}:
            raise KnownError(what, "it is no copy of a library", other) from error
    if not is_whole(source):
        raise KnownError(what, "it is damaged", other)


def restore(home: Home, source: Path, now: datetime) -> Path | None:
    """Put ``source`` in the library's place; return where the old one was set aside.

    The library must be closed. What was there before is kept, never overwritten.

    Raises:
        KnownError: ``source`` is no whole library, or the files cannot be moved.
    """
    check(source)
    bring(home, source)
    return put_in_place(home, now)


def bring(home: Home, source: Path) -> None:
    """Copy what is to be restored beside the library, which may be open.

    Raises:
        KnownError: It cannot be written.
    """
    copy(source, _arriving(home))


def put_in_place(home: Home, now: datetime) -> Path | None:
    """Put what :func:`bring` brought in the library's place; return where that was set aside.

    The library must be closed.

    Raises:
        KnownError: The files cannot be moved.
    """
    try:
        if not _arriving(home).exists():
            raise FileNotFoundError("the copy is gone")
        aside = set_aside(home, now)
        _arriving(home).replace(home.database)
    except OSError as error:
        raise KnownError(
            "The backup was not restored", error.strerror or str(error), "Free some space."
        ) from error
    return aside


def finish(home: Home) -> None:
    """Put what was restored in its place, if that was broken off when the old one was out.

    Raises:
        OSError: It cannot be moved.
    """
    if not home.database.exists() and is_whole(_arriving(home)):
        _arriving(home).replace(home.database)


def give_up(home: Home) -> None:
    """Forget what :func:`bring` brought: nobody wants it in the library's place any more.

    Raises:
        OSError: It cannot be removed.
    """
    _arriving(home).unlink(missing_ok=True)


def _arriving(home: Home) -> Path:
    return home.root / "library.sqlite.part"


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


def _written_since(library: Path, copied: Path) -> bool:
    parts = [part for part in (library, Path(f"{library}-wal")) if part.exists()]
    return any(part.stat().st_mtime > copied.stat().st_mtime for part in parts)


def connect(library: Path) -> sqlite3.Connection:
    """Open a library that is not to be changed, from outside.

    One that is open elsewhere has a log beside it (https://sqlite.org/wal.html). One that has none
    is read as it is: SQLite would lay a log beside it and leave it there, or fail where it cannot.
    """
    quiet = "" if Path(f"{library}-wal").exists() else "&immutable=1"
    return sqlite3.connect(f"{library.absolute().as_uri()}?mode=ro{quiet}", uri=True)


def _free_name(path: Path) -> Path:
    number = 1
    candidate = path
    while candidate.exists():
        number += 1
        candidate = path.with_stem(f"{path.stem}-{number}")
    return candidate
