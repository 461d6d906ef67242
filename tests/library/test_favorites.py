"""Stars that are let go by a click, and come back with all that they had."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.library import collections, favorites, feeds, merging
from desktop_app.library.rows import seconds
from tests.support.shelf import NOW, add_feed, add_talks, parsed

if TYPE_CHECKING:
    import sqlite3

    from desktop_app.library.database import Library

LATER = NOW + timedelta(days=1)


async def stars(library: Library) -> dict[int, tuple[int, str]]:
    def read(connection: sqlite3.Connection) -> dict[int, tuple[int, str]]:
        return {row[0]: (row[1], row[2]) for row in connection.execute("SELECT * FROM favorites")}

    return await library.read(read)


async def former(library: Library) -> list[int]:
    def read(connection: sqlite3.Connection) -> list[int]:
        return [row[0] for row in connection.execute("SELECT episode_id FROM former_favorites")]

    return await library.read(read)


async def kept(library: Library) -> tuple[int, int, int, int]:
    """Return two talks of two collections, the first with a note, and the collections."""
    talk, other = await add_talks(library, await add_feed(library), parsed(1), parsed(2))
    one = await library.write(collections.create, "One", None, NOW)
    two = await library.write(collections.create, "Two", None, NOW)
    await library.write(collections.add, one.id, (talk, other), NOW)
    await library.write(collections.add, two.id, (other, talk), NOW)
    await library.write(favorites.set_note, talk, "it helped", NOW)
    return talk, other, one.id, two.id


async def test_a_new_star_brings_back_what_the_old_one_had(library: Library) -> None:
    talk, other, one, two = await kept(library)
    await library.write(favorites.unmark, talk)
    assert await former(library) == [talk]
    await library.write(collections.remove, two)
    assert await library.write(favorites.mark, talk, LATER)
    assert (await stars(library))[talk] == (seconds(LATER), "it helped")
    assert await library.read(collections.members, one) == (talk, other)
    assert await former(library) == []
    assert await library.read(favorites.collected, talk)
    await library.write(favorites.unmark, talk)
    await library.write(favorites.unmark, talk)
    await library.write(favorites.mark, talk, LATER)
    assert (await stars(library))[talk][1] == "it helped"


async def test_of_a_bare_star_nothing_is_left(library: Library) -> None:
    (talk,) = await add_talks(library, await add_feed(library), parsed(1))
    await library.write(favorites.mark, talk, NOW)
    await library.write(favorites.unmark, talk)
    assert await former(library) == []
    assert not await library.read(favorites.collected, talk)


async def test_a_new_note_wins_over_the_former_one(library: Library) -> None:
    talk, _other, one, _two = await kept(library)
    for way in (favorites.set_note, favorites.keep):
        await library.write(favorites.unmark, talk)
        if way is favorites.keep:
            await library.write(favorites.keep, talk, LATER, "of a file")
            assert (await stars(library))[talk] == (seconds(LATER), "of a file")
        else:
            await library.write(favorites.set_note, talk, "new words", LATER)
            assert (await stars(library))[talk] == (seconds(LATER), "new words")
        assert talk in await library.read(collections.members, one)
    await library.write(favorites.keep, talk, LATER, "of another file")
    assert (await stars(library))[talk][1] == "of a file"


@pytest.mark.parametrize("words", ["", " "])
async def test_without_new_words_the_former_note_comes_back(library: Library, words: str) -> None:
    talk, *_rest = await kept(library)
    await library.write(favorites.unmark, talk)
    await library.write(favorites.keep, talk, LATER, "")
    assert (await stars(library))[talk][1] == "it helped"
    await library.write(favorites.unmark, talk)
    await library.write(favorites.set_note, talk, words, LATER)
    assert (await stars(library))[talk][1] == "it helped"
    await library.write(favorites.set_note, talk, words, LATER)
    assert (await stars(library))[talk][1] == ""


async def test_put_into_a_collection_again_it_is_the_last(library: Library) -> None:
    talk, other, one, two = await kept(library)
    await library.write(favorites.unmark, talk)
    await library.write(collections.add, one, (talk,), LATER)
    assert await library.read(collections.members, one) == (other, talk)
    assert await library.read(collections.members, two) == (other, talk)
    assert (await stars(library))[talk][1] == "it helped"


async def test_nothing_is_put_into_what_fills_itself_meanwhile(library: Library) -> None:
    talk, _other, one, two = await kept(library)
    await library.write(favorites.unmark, talk)

    def fill(connection: sqlite3.Connection) -> None:
        connection.execute("DELETE FROM collection_members WHERE collection_id = ?", (one,))
        connection.execute("UPDATE collections SET query = '{}' WHERE id = ?", (one,))

    await library.write(fill)
    await library.write(favorites.mark, talk, LATER)
    assert await library.read(collections.members, one) == ()
    assert talk in await library.read(collections.members, two)


async def test_what_was_let_go_changes_over_to_another_feed(library: Library) -> None:
    talk, starred, one, _two = await kept(library)
    new = await add_feed(library, "New")
    twin, plain = await add_talks(library, new, parsed(11), parsed(12))
    await library.write(favorites.unmark, talk)
    await library.write(favorites.set_note, plain, "of the twin", NOW)
    await library.write(favorites.unmark, plain)
    old = next(each.id for each in await library.read(feeds.subscribed) if each.id != new)
    await library.write(merging.merge, old, new, ((talk, twin), (starred, plain)))
    assert await former(library) == [twin]
    assert (await stars(library))[plain][1] == "of the twin", "a favorite has its former note"
    await library.write(favorites.mark, twin, LATER)
    assert (await stars(library))[twin][1] == "it helped"
    assert await library.read(collections.members, one) == (twin, plain)


async def test_of_two_that_were_let_go_all_words_and_places_stay(library: Library) -> None:
    old, new = await add_feed(library, "Old"), await add_feed(library, "New")
    (a,), (b,) = await add_talks(library, old, parsed(1)), await add_talks(library, new, parsed(2))
    one = await library.write(collections.create, "One", None, NOW)
    two = await library.write(collections.create, "Two", None, NOW)
    for talk, into, note in ((a, one.id, "old words"), (b, two.id, "new words")):
        await library.write(collections.add, into, (talk,), NOW)
        await library.write(favorites.set_note, talk, note, NOW)
        await library.write(favorites.unmark, talk)
    await library.write(merging.merge, old, new, ((a, b),))
    await library.write(favorites.mark, b, LATER)
    assert (await stars(library))[b][1] == "new words\nold words"
    for each in (one, two):
        assert await library.read(collections.members, each.id) == (b,)


async def test_unsubscribing_does_not_keep_what_was_let_go(library: Library) -> None:
    talk, other, *_rest = await kept(library)
    feed = (await library.read(feeds.subscribed))[0].id
    await library.write(favorites.unmark, talk)
    await library.write(feeds.unsubscribe, feed)
    assert (await former(library), set(await stars(library))) == ([], {other})
