"""Going back to a copy: finished when it was broken off, refused when it cannot be opened."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.library import backup, feeds
from desktop_app.library.database import Library
from desktop_app.services.backups import restore
from tests.support.clock import HandClock
from tests.support.shelf import NOW, add_feed

if TYPE_CHECKING:
    from desktop_app.base.paths import Home


async def test_a_restore_that_was_broken_off_is_finished(home: Home) -> None:
    library = await Library.open(home, HandClock())
    await add_feed(library)
    await library.close()
    copied = home.backups / "library-20261122.sqlite"
    backup.copy(home.database, copied)
    backup.bring(home, copied)
    backup.set_aside(home, NOW)
    assert not home.database.exists()
    library = await Library.open(home, HandClock())
    assert len(await library.read(feeds.subscribed)) == 1
    await library.close()
    assert not (home.root / "library.sqlite.part").exists()


async def test_a_copy_of_a_newer_program_is_no_way_back(home: Home) -> None:
    library = await Library.open(home, HandClock())
    await library.close()
    newer = home.root / "newer.sqlite"
    backup.copy(home.database, newer)
    with closing(sqlite3.connect(newer)) as later:
        later.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
                      " VALUES ('hearthside', 'version_99', '')")  # fmt: skip
        later.commit()
    with pytest.raises(KnownError, match="newer Hearthside"):
        restore(home, newer, HandClock())
    assert list(home.backups.glob("set-aside-*")) == []
