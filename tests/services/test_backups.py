"""Going back to a copy: finished when it was broken off, refused when it cannot be opened."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.library import backup, feeds
from desktop_app.library.database import Library
from desktop_app.services.backups import begin_anew, put_in_place, restore
from tests.support.clock import HandClock
from tests.support.shelf import NOW, add_feed

if TYPE_CHECKING:
    from desktop_app.base.paths import Home


async def bring_a_copy(home: Home) -> None:
    """Have a library with a feed, and a copy of it ready to take its place."""
    library = await Library.open(home, HandClock())
    await add_feed(library)
    await library.close()
    copied = home.backups / "library-20261122.sqlite"
    backup.copy(home.database, copied)
    backup.bring(home, copied)


async def test_a_restore_that_was_broken_off_is_finished(home: Home) -> None:
    await bring_a_copy(home)
    backup.set_aside(home, NOW)
    assert not home.database.exists()
    library = await Library.open(home, HandClock())
    assert len(await library.read(feeds.subscribed)) == 1
    await library.close()
    assert not (home.root / "library.sqlite.part").exists()


async def test_a_copy_that_was_used_is_looked_at_without_a_trace(home: Home) -> None:
    """On a stick, say, where there may be no way to write either."""
    library = await Library.open(home, HandClock())
    await library.close()
    stick = home.root.parent / "stick"
    stick.mkdir()
    used = stick / "old.sqlite"
    home.database.rename(used)
    assert backup.is_whole(used)
    assert restore(home, used, HandClock()) is None
    assert [each.name for each in stick.iterdir()] == ["old.sqlite"]
    assert home.database.exists()


async def test_who_begins_anew_does_not_get_a_copy_that_was_once_wanted(home: Home) -> None:
    await bring_a_copy(home)
    begin_anew(home, HandClock())
    library = await Library.open(home, HandClock())
    assert await library.read(feeds.subscribed) == ()
    await library.close()


async def test_nothing_is_restored_while_a_command_works_in_the_library(home: Home) -> None:
    library = await Library.open(home, HandClock())
    copied = home.backups / "library-20261122.sqlite"
    backup.copy(home.database, copied)
    backup.bring(home, copied)
    with pytest.raises(KnownError, match="a command of Hearthside is at work"):
        restore(home, copied, HandClock())
    with pytest.raises(KnownError, match="a command of Hearthside is at work"):
        put_in_place(home, HandClock())
    await library.close()
    assert list(home.backups.glob("set-aside-*")) == []


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
