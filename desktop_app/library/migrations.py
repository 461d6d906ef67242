"""From any older library to today's, step by step, by sqlite-utils' own migrations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlite_utils
from sqlite_utils.migrations import Migrations

from desktop_app.base.errors import KnownError
from desktop_app.library.schema import VERSION_1

if TYPE_CHECKING:
    import sqlite3

steps = Migrations("hearthside")


@steps()
def version_1(db: sqlite_utils.Database) -> None:
    """Create the tables of version 1."""
    for statement in _statements(VERSION_1):
        db.execute(statement)


def pending(connection: sqlite3.Connection) -> bool:
    """Tell whether the library is older than this program.

    Raises:
        KnownError: It is newer; nothing was changed.
    """
    db = sqlite_utils.Database(connection)
    open_steps = {step.name for step in steps.pending(db)}
    done = {step.name for step in steps.applied(db)}
    known = {step.name for step in Migrations.pending(steps, sqlite_utils.Database(memory=True))}
    if done - known:
        raise KnownError(
            "This library was made by a newer Hearthside",
            f"it knows {', '.join(sorted(done - known))}, which this program does not",
            "Install the newer version; nothing was changed.",
        )
    return bool(open_steps)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the library up to date; each step is one transaction."""
    steps.apply(sqlite_utils.Database(connection))


def _statements(script: str) -> list[str]:
    """Split a script so that it can run inside a transaction (executescript would end it)."""
    found: list[str] = []
    buffer = ""
    for line in script.splitlines():
        buffer += line.split("--")[0].rstrip() + "\n"
        complete = buffer.strip().endswith(";")
        if complete and ("TRIGGER" not in buffer or buffer.strip().endswith("END;")):
            found.append(buffer.strip())
            buffer = ""
    return found
