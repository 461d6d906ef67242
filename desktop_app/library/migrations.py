"""From any older library to today's, step by step, by sqlite-utils' own migrations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlite_utils
from sqlite_utils.migrations import Migrations

from desktop_app.library import said, shelf
from desktop_app.library.schema import (
    INDEXES_4,
    VERSION_1,
    VERSION_2,
    VERSION_3,
    VERSION_4,
    VERSION_5,
    VERSION_6,
)

if TYPE_CHECKING:
    import sqlite3

steps = Migrations("hearthside")


@steps()
def version_1(db: sqlite_utils.Database) -> None:
    """Create the tables of version 1."""
    _run(db, VERSION_1)


@steps()
def version_2(db: sqlite_utils.Database) -> None:
    """Let feeds pause, wait after failures and have an account; know moved tapes again."""
    _run(db, VERSION_2)


@steps()
def version_3(db: sqlite_utils.Database) -> None:
    """Let feeds download by themselves; tell lost files, and doubtful ones."""
    _run(db, VERSION_3)


@steps()
def version_4(db: sqlite_utils.Database) -> None:
    """Know series, topics and collections; keep what the person corrects."""
    _run(db, VERSION_4)
    _run(db, shelf.VERSION_4)
    _run(db, INDEXES_4)
    said.index_all(db.conn)


@steps()
def version_5(db: sqlite_utils.Database) -> None:
    """Let people have sittings of their own."""
    _run(db, VERSION_5)


@steps()
def version_6(db: sqlite_utils.Database) -> None:
    """Let tapes be restored."""
    _run(db, VERSION_6)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the library up to date; each step is one transaction."""
    steps.apply(sqlite_utils.Database(connection))


def _run(db: sqlite_utils.Database, script: str) -> None:
    for statement in _statements(script):
        db.execute(statement)


def _statements(script: str) -> list[str]:
    """Split a script so that it can run inside a transaction (executescript would end it)."""
    found: list[str] = []
    buffer = ""
    for line in script.splitlines():
        buffer += line.split("--")[0].rstrip() + "\n"
        complete = buffer.strip().endswith(";")
        if complete and ("CREATE TRIGGER" not in buffer or buffer.strip().endswith("END;")):
            found.append(buffer.strip())
            buffer = ""
    return found
