"""Opening, refusing, setting aside: the library never destroys what was there."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import DamagedLibraryError, KnownError
from desktop_app.base.model import DownloadState, EpisodeQuery
from desktop_app.base.parsed import TitleFacts
from desktop_app.library import (
    backup,
    bookmarks,
    collections,
    downloads,
    episodes,
    favorites,
    feeds,
    history,
    lists,
    presets,
    search,
    sittings,
    sources,
    transcripts,
)
from desktop_app.library.database import Library
from desktop_app.library.episodes import Arrival
from tests.support.clock import HandClock
from tests.support.shelf import NOW, add_feed, add_talks, parsed, read_titles

if TYPE_CHECKING:
    from desktop_app.base.paths import Home


async def test_a_write_that_fails_leaves_no_trace(library: Library) -> None:
    def half_done(connection: sqlite3.Connection) -> None:
        connection.execute(
            "INSERT INTO feeds (url, address, title, kind, added)"
            " VALUES ('u', 'a', 't', 'talks', 0)"
        )
        raise KnownError("no")

    with pytest.raises(KnownError):
        await library.write(half_done)
    assert await library.read(feeds.subscribed) == ()


async def test_the_reader_cannot_write(library: Library) -> None:
    with pytest.raises(KnownError, match="cannot be written"):
        await library.read(favorites.mark, 1, NOW)


async def test_a_second_opening_finds_what_the_first_wrote(home: Home) -> None:
    first = await Library.open(home, HandClock())
    await add_feed(first, "Kept")
    await first.close()
    second = await Library.open(home, HandClock())
    found = await second.read(feeds.subscribed)
    await second.close()
    assert [feed.title for feed in found] == ["Kept"]
    assert not list(home.backups.iterdir())


@pytest.mark.parametrize(
    "damage", [b"this is no database at all" * 100, b"SQLite format 3\0" * 300]
)
async def test_a_damaged_library_is_named_and_left_alone(home: Home, damage: bytes) -> None:
    home.database.write_bytes(damage)
    with pytest.raises(DamagedLibraryError) as raised:
        await Library.open(home, HandClock())
    assert str(home.database) in str(raised.value)
    assert home.database.read_bytes() == damage


async def test_the_newest_good_backup_is_offered_and_restored(home: Home) -> None:
    clock = HandClock()
    library = await Library.open(home, clock)
    arrival = Arrival(None, parsed(1))
    await library.write(episodes.store, await add_feed(library, "Saved"), [arrival], NOW)
    backup.daily(home, clock.now())
    await library.close()
    (home.backups / "library-29990101.sqlite").write_bytes(b"a bad one")
    home.database.write_bytes(b"broken" * 1000)
    with pytest.raises(DamagedLibraryError) as raised:
        await Library.open(home, clock)
    good = home.backups / "library-20261122.sqlite"
    assert str(good) in raised.value.what_next
    aside = backup.restore(home, good, clock.now())
    assert aside is not None
    assert aside.read_bytes() == b"broken" * 1000
    restored = await Library.open(home, clock)
    assert [feed.title for feed in await restored.read(feeds.subscribed)] == ["Saved"]
    await restored.close()


async def test_a_newer_library_is_refused(home: Home) -> None:
    library = await Library.open(home, HandClock())
    await library.close()
    with closing(sqlite3.connect(home.database)) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('hearthside', 'version_99', '')"
        )
        connection.commit()
    with pytest.raises(KnownError, match="newer Hearthside"):
        await Library.open(home, HandClock())


async def test_the_library_is_copied_before_its_tables_change(home: Home) -> None:
    with closing(sqlite3.connect(home.database)) as connection:
        connection.execute("CREATE TABLE older (id INTEGER)")
        connection.commit()
    library = await Library.open(home, HandClock())
    await library.close()
    (copy,) = home.backups.glob("before-migration-*.sqlite")
    with closing(sqlite3.connect(copy)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_schema").fetchall()
    assert tables == [("older",)]


async def test_daily_backups_keep_five(home: Home, library: Library) -> None:
    for day in range(8):
        assert backup.daily(home, NOW + timedelta(days=day))
    assert backup.daily(home, NOW + timedelta(days=7)) is None
    kept = sorted(path.name for path in home.backups.iterdir())
    assert kept == [f"library-202611{day}.sqlite" for day in range(25, 30)]


async def test_restoring_something_else_costs_nothing(home: Home) -> None:
    library = await Library.open(home, HandClock())
    await library.close()
    before = home.database.read_bytes()
    other = home.root / "other.sqlite"
    other.write_bytes(b"no library")
    with pytest.raises(KnownError, match="no copy of a library"):
        backup.restore(home, other, NOW)
    assert home.database.read_bytes() == before
    reopened = await Library.open(home, HandClock())
    await reopened.close()


async def test_only_the_owner_can_read_it(home: Home, library: Library) -> None:
    await add_talks(library, await add_feed(library), parsed(0))
    assert home.root.stat().st_mode & 0o077 == 0
    assert home.database.stat().st_mode & 0o077 == 0


async def test_beginning_anew_keeps_the_damaged_file(home: Home) -> None:
    home.database.write_bytes(b"broken" * 1000)
    aside = backup.set_aside(home, NOW)
    assert aside is not None
    assert aside.read_bytes() == b"broken" * 1000
    library = await Library.open(home, HandClock())
    assert await library.read(feeds.subscribed) == ()
    await library.close()


def test_the_steps_are_those_of_the_migrations() -> None:
    import sqlite_utils

    from desktop_app.library.migrations import steps
    from desktop_app.library.schema import STEPS

    empty = sqlite_utils.Database(memory=True)
    assert tuple(step.name for step in steps.pending(empty)) == STEPS


async def test_a_backup_never_replaces_the_library(home: Home, library: Library) -> None:
    with pytest.raises(KnownError, match="the library itself"):
        backup.copy(home.database, home.database)


async def test_nobody_waits_for_a_backup(home: Home, library: Library) -> None:
    """While a copy is made, reads are answered and writes go on."""
    feed = await add_feed(library)
    await add_talks(library, feed, *(parsed(number) for number in range(200)))
    copying = asyncio.create_task(asyncio.to_thread(backup.daily, home, NOW))
    writes = 0
    while not copying.done():
        await library.write(feeds.rename, feed, f"Name {writes}")
        assert len(await library.read(feeds.subscribed)) == 1
        writes += 1
    assert await copying is not None


async def test_todays_copy_is_renewed_when_something_was_written(
    home: Home, library: Library
) -> None:
    copy = backup.daily(home, NOW)
    assert copy is not None
    assert backup.describe(copy).feeds == 0
    os.utime(copy, (0, 0))
    await add_talks(library, await add_feed(library), parsed(1))
    assert backup.daily(home, NOW) is None
    assert backup.daily(home, NOW, renew=True) == copy
    facts = backup.describe(copy)
    assert (facts.feeds, facts.episodes, facts.favorites) == (1, 1, 0)


async def test_a_library_of_version_1_comes_along(home: Home) -> None:
    shutil.copyfile(Path(__file__).with_name("version_1.sqlite"), home.database)
    library = await Library.open(home, HandClock())
    try:
        page = await library.read(episodes.page, home.audio, EpisodeQuery(), 0, 9)
        talks = {each.title: each for each in page.episodes}
        surrender, acceptance = talks["Bob D. - Surrender to win"], talks["Renée L. - Acceptance"]
        assert (surrender.favorite, surrender.speakers) == (True, ("Bob D.",))
        assert (acceptance.position, acceptance.state) == (321.0, "downloaded")
        assert talks["Ann B. - Step 4"].queued
        (feed,) = await library.read(feeds.subscribed)
        assert (feed.title, feed.paused, feed.account) == ("Evening tapes", False, None)
        (source,) = await library.read(sources.sources)
        assert source.validators.etag == '"1"'
        await read_titles(library, lambda title: TitleFacts(speakers=(title.split(" - ")[0],)))
        (found,) = await library.read(search.find, home.audio, "renee", 9)
        assert found.id == acceptance.id
    finally:
        await library.close()
    assert [path.name.startswith("before-migration-") for path in home.backups.iterdir()] == [True]


async def test_a_library_of_version_2_comes_along(home: Home) -> None:
    shutil.copyfile(Path(__file__).with_name("version_2.sqlite"), home.database)
    library = await Library.open(home, HandClock())
    try:
        (feed,) = await library.read(feeds.subscribed)
        assert (feed.paused, feed.every, feed.account, feed.auto) == (True, 12, "ann", None)
        rows = await library.read(downloads.in_state, *DownloadState)
        assert {row.title: (row.state, row.received, row.etag) for row in rows} == {
            "Bob D. - Surrender to win": ("queued", 0, None),
            "Ann B. - Step 4": ("paused", 4000, '"v1"'),
            "Renée L. - Acceptance": ("downloaded", 12345, None),
        }
        assert not any(row.automatic or row.lost or row.held or row.doubted for row in rows)
        (found,) = await library.read(search.find, home.audio, "renee", 9)
        assert found.state == "downloaded"
    finally:
        await library.close()
    assert [path.name.startswith("before-migration-") for path in home.backups.iterdir()] == [True]


async def test_a_library_of_version_3_comes_along(home: Home) -> None:
    shutil.copyfile(Path(__file__).with_name("version_3.sqlite"), home.database)
    library = await Library.open(home, HandClock())
    try:
        family, fireside = await library.read(feeds.subscribed)
        assert (fireside.episodes, family.episodes) == (8, 3)
        assert (family.speed, family.auto, fireside.speed) == (1.25, 3, None)
        page = await library.read(episodes.page, home.audio, EpisodeQuery(), 0, 20)
        talks = {each.id: each for each in page.episodes}
        assert (page.total, len(talks)) == (11, 11)
        assert {one for one, each in talks.items() if each.favorite} == {2, 3, 10}
        assert (talks[2].position, talks[4].heard, talks[5].queued) == (1457.0, True, True)
        unheard = await library.read(lists.count, EpisodeQuery(unheard=True))
        here = await library.read(lists.count, EpisodeQuery(states=(DownloadState.DOWNLOADED,)))
        assert (unheard, here) == (10, 7)
        marks = await library.read(bookmarks.of, 2)
        assert [each.position for each in marks] == [880.0, 2305.0]
        (heard,) = await library.read(history.recent, home.audio, 9)
        assert (heard.episode.id, heard.begin, heard.until) == (3, 10.0, 400.0)
        (line,) = await library.read(transcripts.lines, 3)
        assert (line.start, line.text) == (12.5, "We surrender to win.")
        await read_titles(library, lambda title: TitleFacts(speakers=(title.split(" - ")[0],)))
        names = await library.read(lists.speakers, EpisodeQuery(feed_id=family.id))
        assert [each.name for each in names] == ["Linda K.", "Mary Pearl T.", "Peter W."]
    finally:
        await library.close()
    assert [path.name.startswith("before-migration-") for path in home.backups.iterdir()] == [True]


@pytest.mark.parametrize("version", [4, 5])
async def test_a_later_library_comes_along(version: int, home: Home) -> None:
    shutil.copyfile(Path(__file__).with_name(f"version_{version}.sqlite"), home.database)
    library = await Library.open(home, HandClock())
    try:
        assert len(await library.read(sittings.log, 99)) == 64
        kept = await library.read(presets.kept)
        assert [each.built_in for each in kept] == ["morning", "evening", "eleven", "breath"]
        assert await library.read(lists.count, EpisodeQuery()) == 29
        assert len(await library.read(collections.everything)) == 3
    finally:
        await library.close()
    assert [path.name.startswith("before-migration-") for path in home.backups.iterdir()] == [True]
