"""A talk's shelf is what all tables say of it, whatever row comes, changes or goes."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.library import downloads, favorites, feeds, merging, positions
from desktop_app.library.database import Library
from desktop_app.library.shelf import Shelf
from tests.support.clock import HandClock
from tests.support.shelf import NOW, add_feed, add_talks, parsed

if TYPE_CHECKING:
    import sqlite3

    from desktop_app.base.paths import Home

SET = "UPDATE TABLE SET"
BOTH = Shelf.TALKS | Shelf.REMOTE
ROWS: dict[str, tuple[str, Shelf]] = {
    "positions": ("(episode_id, heard) VALUES (:one, 1)", BOTH | Shelf.HEARD),
    "favorites": ("(episode_id, added) VALUES (:one, 0)", BOTH | Shelf.FAVORITE),
    "queue": ("(episode_id, place) VALUES (:one, 1)", BOTH | Shelf.QUEUED),
    "bookmarks": ("(episode_id, position, created) VALUES (:one, 1, 0)", BOTH),
    "downloads": (
        "(episode_id, state, place, ours, lost) VALUES (:one, 'paused', 1, 1, 0)",
        Shelf.TALKS | Shelf.PAUSED,
    ),
}
CHANGES: dict[str, tuple[str, str, Shelf]] = {
    "begun": ("positions", "heard = 0, position = 5", BOTH | Shelf.BEGUN),
    "left at its start": ("positions", "heard = 0, position = 0", BOTH),
    "whole": ("downloads", "state = 'downloaded'", Shelf.TALKS | Shelf.DOWNLOADED),
    "lost": ("downloads", "lost = 1", Shelf.TALKS | Shelf.PAUSED | Shelf.LOST),
    "meditations": ("feeds", "chosen_kind = 'meditations'", Shelf.MEDITATIONS | Shelf.REMOTE),
    "taken for it": ("feeds", "kind = 'meditations'", Shelf.MEDITATIONS | Shelf.REMOTE),
    "removed": ("feeds", "removed = 1", BOTH | Shelf.LEFT),
}


async def do(library: Library, statement: str, table: str = "feeds", **values: object) -> None:
    def run(connection: sqlite3.Connection) -> None:
        connection.execute(statement.replace("TABLE", table), values)

    await library.write(run)


async def shelves(library: Library) -> dict[int, Shelf]:
    """Return where each talk stands, which all tables say too."""

    def both(connection: sqlite3.Connection) -> list[tuple[int, int, int]]:
        return connection.execute(
            "SELECT e.id, e.shelf, s.shelf FROM episodes e JOIN shelved s ON s.id = e.id"
        ).fetchall()

    found = await library.read(both)
    for number, kept, said in found:
        assert Shelf(kept) == Shelf(said), number
    return {number: Shelf(kept) for number, kept, _ in found}


@pytest.mark.parametrize("table", ROWS)
async def test_a_row_comes_moves_and_goes(library: Library, table: str) -> None:
    one, other = await add_talks(library, await add_feed(library), parsed(1), parsed(2))
    values, stands = ROWS[table]
    assert await shelves(library) == {one: BOTH, other: BOTH}
    await do(library, f"INSERT INTO TABLE {values}", table, one=one)
    assert await shelves(library) == {one: stands, other: BOTH}
    await do(library, "UPDATE TABLE SET episode_id = :other", table, other=other)
    assert await shelves(library) == {one: BOTH, other: stands}
    await do(library, "DELETE FROM TABLE", table)
    assert await shelves(library) == {one: BOTH, other: BOTH}


@pytest.mark.parametrize("change", CHANGES)
async def test_a_row_changes(library: Library, change: str) -> None:
    (one,) = await add_talks(library, await add_feed(library), parsed(1))
    table, values, stands = CHANGES[change]
    if table in ROWS:
        await do(library, f"INSERT INTO TABLE {ROWS[table][0]}", table, one=one)
    await do(library, f"{SET} {values}", table)
    assert await shelves(library) == {one: stands}


@pytest.mark.parametrize("table", ROWS)
async def test_what_is_kept_of_a_removed_feed(library: Library, table: str) -> None:
    one, other = await add_talks(library, await add_feed(library), parsed(1), parsed(2))
    keeps = table in {"favorites", "queue", "bookmarks"}

    async def left() -> set[int]:
        return {number for number, each in (await shelves(library)).items() if Shelf.LEFT in each}

    await do(library, "UPDATE feeds SET removed = 1")
    assert await left() == {one, other}
    await do(library, f"INSERT INTO TABLE {ROWS[table][0]}", table, one=one)
    assert await left() == ({other} if keeps else {one, other})
    await do(library, "UPDATE TABLE SET episode_id = :other", table, other=other)
    assert await left() == ({one} if keeps else {one, other})
    await do(library, "DELETE FROM TABLE", table)
    assert await left() == {one, other}


async def test_our_own_files_are_kept_and_tapes_are_not(library: Library) -> None:
    feed = await add_feed(library)
    (one,) = await add_talks(library, feed, parsed(1))
    await library.write(downloads.enqueue, (one,))
    await library.write(downloads.finish, one, "a.mp3", 9, NOW)
    await do(library, "UPDATE feeds SET removed = 1")
    assert Shelf.LEFT not in (await shelves(library))[one]
    await do(library, "UPDATE downloads SET ours = 0")
    assert Shelf.LEFT in (await shelves(library))[one]


@pytest.mark.parametrize("version", [1, 2, 3])
async def test_an_older_library_comes_along(home: Home, version: int) -> None:
    shutil.copyfile(Path(__file__).with_name(f"version_{version}.sqlite"), home.database)
    library = await Library.open(home, HandClock())
    try:
        assert {each & Shelf.TALKS for each in (await shelves(library)).values()} == {Shelf.TALKS}
    finally:
        await library.close()


async def test_two_feeds_become_one(library: Library) -> None:
    old, new = await add_feed(library, "Old"), await add_feed(library, "New")
    a, b, c = await add_talks(library, old, *(parsed(n) for n in range(3)))
    (x,) = await add_talks(library, new, parsed(9))
    await library.write(favorites.mark, a, NOW)
    await library.write(positions.mark_heard, b, NOW, heard=True)
    await library.write(downloads.enqueue, (a, c))
    await library.write(feeds.unsubscribe, old)
    await library.write(merging.merge, old, new, ((a, x),))
    assert await shelves(library) == {
        b: BOTH | Shelf.HEARD,
        x: Shelf.TALKS | Shelf.FAVORITE | Shelf.WAITING,
    }
