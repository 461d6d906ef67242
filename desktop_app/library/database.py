"""One writer thread and one read-only reader thread over one WAL database.

The rest of the library are plain functions whose first argument is a connection;
:meth:`Library.read` and :meth:`Library.write` run them in the right thread, a write as one
transaction. Nothing else ever holds a connection.
"""

from __future__ import annotations

import asyncio
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from desktop_app.base.errors import DamagedLibraryError, KnownError
from desktop_app.library import backup, schema

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.base.clock import Clock
    from desktop_app.base.paths import Home

P = ParamSpec("P")
T = TypeVar("T")

_PAGE = 16_384
"""Bytes of a page in a new library: a common page holds but one episode's notes of 2 kB."""

_WRITERS_CACHE = 8_000
"""KiB that the writer keeps: a talk stands in seven indexes, each at another place."""


class Library:
    """The person's library, open."""

    def __init__(self, home: Home, writer: sqlite3.Connection, threads: _Threads) -> None:
        self._home = home
        self._writer = writer
        self._threads = threads
        self._reader: sqlite3.Connection | None = None

    @classmethod
    async def open(cls, home: Home, clock: Clock) -> Library:
        """Open the library of ``home``, make it if there is none, bring it up to date.

        Raises:
            DamagedLibraryError: The file is no database, or broken; it was not touched.
            KnownError: It is newer than this program, or locked, or cannot be written.
        """
        threads = _Threads()
        loop = asyncio.get_running_loop()
        try:
            writer = await loop.run_in_executor(threads.writer, _open_writer, home, clock)
        except BaseException:
            threads.shutdown()
            raise
        library = cls(home, writer, threads)
        library._reader = await loop.run_in_executor(threads.reader, _open_reader, home)
        return library

    async def read(
        self, function: Callable[Concatenate[sqlite3.Connection, P], T], *a: P.args, **k: P.kwargs
    ) -> T:
        """Return ``function(connection, …)``, run in the reader thread."""
        assert self._reader is not None  # noqa: S101 - set by open()
        return await self._run(self._threads.reader, _reading, self._reader, function, a, k)

    async def write(
        self, function: Callable[Concatenate[sqlite3.Connection, P], T], *a: P.args, **k: P.kwargs
    ) -> T:
        """Return ``function(connection, …)``, run in the writer thread as one transaction.

        Raises:
            KnownError: The disk is full or the file is damaged; the transaction left no trace.
        """
        return await self._run(self._threads.writer, _writing, self._writer, function, a, k)

    async def version(self) -> int:
        """Return a number that is another one as soon as another process has written.

        Own writes leave it as it is.
        """
        return await self._run(
            self._threads.writer, _reading, self._writer, _foreign_commits, (), {}
        )

    async def close(self) -> None:
        """Finish what was begun and let go of the file."""
        loop = asyncio.get_running_loop()
        if self._reader is not None:
            await loop.run_in_executor(self._threads.reader, self._reader.close)
        await loop.run_in_executor(self._threads.writer, _close_writer, self._writer)
        self._threads.shutdown()

    async def _run(
        self,
        thread: ThreadPoolExecutor,
        how: Callable[..., T],
        connection: sqlite3.Connection,
        *rest: object,
    ) -> T:
        loop = asyncio.get_running_loop()
        try:
            return await loop.run_in_executor(thread, how, connection, *rest)
        except sqlite3.Error as error:
            known = _explain(error)
            if known is None:
                raise
            raise known from error


class _Threads:
    def __init__(self) -> None:
        self.writer = ThreadPoolExecutor(1, "library-writer")
        self.reader = ThreadPoolExecutor(1, "library-reader")

    def shutdown(self) -> None:
        self.writer.shutdown()
        self.reader.shutdown()


def _reading(
    connection: sqlite3.Connection,
    function: Callable[..., T],
    args: tuple[object, ...],
    named: dict[str, object],
) -> T:
    return function(connection, *args, **named)


def _foreign_commits(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def _writing(
    connection: sqlite3.Connection,
    function: Callable[..., T],
    args: tuple[object, ...],
    named: dict[str, object],
) -> T:
    connection.execute("BEGIN IMMEDIATE")
    try:
        result = function(connection, *args, **named)
    except BaseException:
        connection.rollback()
        raise
    connection.commit()
    return result


def refuse_newer(library: Path) -> None:
    """Make sure that this program can open a copy of a library, which is whole.

    Raises:
        KnownError: A newer one made it.
    """
    with closing(backup.connect(library)) as connection:
        _is_older(connection)


def _open_writer(home: Home, clock: Clock) -> sqlite3.Connection:
    backup.finish(home)
    existed = home.database.exists()
    if not existed:
        with suppress(OSError):  # SQLite says why it cannot be made
            home.database.touch(mode=0o600)  # what lies beside it gets the same rights
    connection = sqlite3.connect(home.database, isolation_level=None, timeout=5)
    try:
        connection.row_factory = sqlite3.Row
        connection.execute(f"PRAGMA page_size = {_PAGE}")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute(f"PRAGMA cache_size = {-_WRITERS_CACHE}")
        if _is_older(connection):
            from desktop_app.library.migrations import migrate  # noqa: PLC0415 - slow, rarely needed

            if existed:
                backup.copy_before_migration(home, clock.now())
            migrate(connection)
    except sqlite3.Error as error:
        connection.close()
        raise _explain(error, home) or error from error
    except BaseException:
        connection.close()
        raise
    return connection


def _is_older(connection: sqlite3.Connection) -> bool:
    """Tell whether the library is older than this program.

    Raises:
        KnownError: It is newer; nothing was changed.
    """
    table = connection.execute(
        "SELECT 1 FROM sqlite_schema WHERE name = '_sqlite_migrations'"
    ).fetchone()
    rows = (
        connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = 'hearthside'")
        if table
        else ()
    )
    done = {row[0] for row in rows}
    strange = done - set(schema.STEPS)
    if strange:
        raise KnownError(
            "This library was made by a newer Hearthside",
            f"it knows {', '.join(sorted(strange))}, which this program does not",
            "Install the newer version; nothing was changed.",
        )
    return done != set(schema.STEPS)


def _open_reader(home: Home) -> sqlite3.Connection:
    connection = sqlite3.connect(
        f"{home.database.as_uri()}?mode=ro", uri=True, isolation_level=None, timeout=5
    )
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA query_only = ON")
    return connection


def _close_writer(connection: sqlite3.Connection) -> None:
    with suppress(sqlite3.Error):
        connection.execute("PRAGMA optimize")
    connection.close()


def _explain(error: sqlite3.Error, home: Home | None = None) -> KnownError | None:
    """Return the person's version of what SQLite reports; None: it is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = code & 0xFF if isinstance(code, int) else None
    if primary in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        newest = backup.newest(home) if home else None
        advice = (
            f'Restore a backup: hearthside restore-backup "{newest}".'
            if newest
            else ("There is no backup. Move the file away to begin with an empty library.")
        )
        place = f" ({home.database})" if home else ""
        return DamagedLibraryError(f"The library is damaged{place}", str(error), advice)
    known = {
        sqlite3.SQLITE_FULL: ("the disk is full", "Free some space and try again."),
        sqlite3.SQLITE_READONLY: ("the file cannot be written", "Mend its permissions."),
        sqlite3.SQLITE_CANTOPEN: ("the file cannot be opened", "Mend its permissions."),
        sqlite3.SQLITE_IOERR: ("the disk reports an error", "Check the disk, then try again."),
        sqlite3.SQLITE_BUSY: ("another program uses it", "Close that program, then try again."),
    }
    if primary in known:
        why, advice = known[primary]
        return KnownError("The library cannot be used", why, advice)
    return None
