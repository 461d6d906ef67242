"""Favorites and collections: what is in them, in which order, and what outlives what."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import EpisodeQuery
from desktop_app.base.shelves import Unmarked
from desktop_app.downloads.cleaning import removable
from desktop_app.library import (
    collections,
    downloads,
    episodes,
    favorites,
    feeds,
    filters,
    keeping,
    merging,
    positions,
)
from tests.support.shelf import NOW, add_feed, add_talks, parsed

if TYPE_CHECKING:
    import sqlite3

    from desktop_app.base.paths import Home
    from desktop_app.library.database import Library

LATER = NOW + timedelta(days=1)


async def shelf(library: Library, count: int = 5) -> tuple[int, ...]:
    return await add_talks(library, await add_feed(library), *(parsed(n) for n in range(count)))


async def stars(library: Library) -> dict[int, tuple[int, str]]:
    def read(connection: sqlite3.Connection) -> dict[int, tuple[int, str]]:
        return {row[0]: (row[1], row[2]) for row in connection.execute("SELECT * FROM favorites")}

    return await library.read(read)


async def names(library: Library) -> list[str]:
    return [each.name for each in await library.read(collections.everything)]


async def test_letting_go_and_taking_back(library: Library) -> None:
    talk, other, _third, *_rest = await shelf(library)
    first = await library.write(collections.create, "First", None, NOW)
    second = await library.write(collections.create, "Second", None, NOW)
    await library.write(collections.add, first.id, (other, talk), NOW)
    await library.write(collections.add, second.id, (talk, other), NOW)
    await library.write(favorites.set_note, talk, "  it helped\n", LATER)
    was = await library.write(favorites.unmark, talk)
    assert was == Unmarked(talk, NOW, "it helped", ((first.id, 2.0), (second.id, 1.0)))
    assert await library.read(collections.members, first.id) == (other,)
    assert await library.write(favorites.unmark, talk) is None
    await library.write(collections.remove, second.id)
    await library.write(favorites.restore, was)
    assert await library.read(collections.members, first.id) == (other, talk)
    assert (await stars(library))[talk] == (int(NOW.timestamp()), "it helped")
    await library.write(favorites.set_note, talk, "another", LATER)
    await library.write(favorites.restore, was)
    assert (await stars(library))[talk][1] == "another"


async def test_a_note_makes_a_favorite(library: Library) -> None:
    talk, *_rest = await shelf(library)
    await library.write(favorites.set_note, talk, "first", NOW)
    await library.write(favorites.set_note, talk, "", LATER)
    assert await stars(library) == {talk: (int(NOW.timestamp()), "")}
    await library.write(favorites.set_note, talk, "\ud83d half a letter less", LATER)
    assert (await stars(library))[talk][1] == "half a letter less"
    await library.write(favorites.set_note, talk, "", LATER)
    await library.write(favorites.set_note, 999, "nobody", NOW)
    await library.write(favorites.restore, Unmarked(999, NOW, "gone", ((1, 1.0),)))
    assert set(await stars(library)) == {talk}


async def test_names_are_one_line_and_each_its_own(library: Library) -> None:
    made = await library.write(collections.create, "  Step\t four \n", None, NOW)
    assert made.name == "Step four"
    long = "é" * 80
    for name in (long, "STRASSE", "👩‍👧"):
        await library.write(collections.create, name, None, NOW)
    for wrong in ("", " \n", "\u200b", "step FOUR", "straße", long + "x"):
        with pytest.raises(KnownError):
            await library.write(collections.create, wrong, None, NOW)
        with pytest.raises(KnownError):
            await library.write(collections.rename, (await one(library, long)), wrong)
    await library.write(collections.rename, made.id, "STEP FOUR")
    assert (await names(library))[0] == "STEP FOUR"
    with pytest.raises(KnownError, match="not there any more"):
        await library.write(collections.rename, 99, "New")


async def one(library: Library, name: str) -> int:
    found = await library.read(collections.named, name)
    assert found is not None
    return found.id


async def test_what_is_put_in_is_a_favorite_and_stays_where_it_is(library: Library) -> None:
    a, b, c, d, _e = await shelf(library)
    grief = await library.write(collections.create, "Grief", None, NOW)
    await library.write(collections.add, grief.id, (c, a), NOW)
    await library.write(collections.add, grief.id, (a, b, 999, b), LATER)
    assert await library.read(collections.members, grief.id) == (c, a, b)
    assert set(await stars(library)) == {a, b, c}
    await library.write(collections.arrange, grief.id, (b, d, c, b))
    assert await library.read(collections.members, grief.id) == (b, c, a)
    await library.write(collections.take_out, grief.id, (c, d))
    assert await library.read(collections.members, grief.id) == (b, a)
    assert set(await stars(library)) == {a, b, c}
    assert (await library.read(collections.one, grief.id)).talks == 2


async def test_a_removed_one_comes_back_as_it_was(library: Library) -> None:
    a, b, c, *_rest = await shelf(library)
    for name in ("One", "Two", "Three"):
        await library.write(collections.create, name, None, NOW)
    two = await one(library, "Two")
    await library.write(collections.add, two, (c, a, b), NOW)
    was = await library.read(collections.one, two)
    had = await library.write(collections.remove, two)
    assert (had, set(await stars(library))) == ((c, a, b), {a, b, c})
    await library.write(favorites.unmark, a)
    back = await library.write(collections.restore, was, had, LATER)
    assert back == replace(was, talks=2), "what is no favorite by now is left out"
    assert await library.write(collections.restore, was, had, LATER) == back
    assert await names(library) == ["One", "Two", "Three"]
    assert await library.read(collections.members, two) == (c, b)
    assert set(await stars(library)) == {b, c}
    await library.write(collections.remove, two)
    await library.write(collections.create, "two", None, NOW)
    with pytest.raises(KnownError, match="already"):
        await library.write(collections.restore, was, had, LATER)
    with pytest.raises(KnownError, match="not there any more"):
        await library.write(collections.add, two, (a,), NOW)


async def test_a_number_is_never_given_twice(library: Library) -> None:
    talk, *_rest = await shelf(library)
    last = await library.write(collections.create, "Last", None, NOW)
    await library.write(collections.add, last.id, (talk,), NOW)
    was = await library.write(favorites.unmark, talk)
    assert was is not None
    await library.write(collections.remove, last.id)
    other = await library.write(collections.create, "Other", None, NOW)
    await library.write(favorites.restore, was)
    assert await library.read(collections.members, other.id) == ()


async def test_the_order_of_collections(library: Library) -> None:
    made = [await library.write(collections.create, name, None, NOW) for name in "abcd"]
    ids = [each.id for each in made]
    await library.write(collections.reorder, (ids[3], ids[1], 99, ids[3]))
    assert await names(library) == ["d", "b", "a", "c"]
    await library.write(collections.create, "e", None, NOW)
    assert await names(library) == ["d", "b", "a", "c", "e"]


async def test_one_that_fills_itself(library: Library) -> None:
    talk, *_rest = await shelf(library)
    query = EpisodeQuery(step=4, unheard=True)
    smart = await library.write(collections.create, "Four", query, NOW)
    hand = await library.write(collections.create, "Hand", None, NOW)
    assert smart.query == query
    await library.write(collections.change, smart.id, replace(query, step=5))
    assert (await library.read(collections.one, smart.id)).query == replace(query, step=5)
    with pytest.raises(KnownError, match="fills itself"):
        await library.write(collections.add, smart.id, (talk,), NOW)
    with pytest.raises(KnownError, match="filled by hand"):
        await library.write(collections.change, hand.id, query)
    assert await stars(library) == {}
    was = await library.read(collections.one, smart.id)
    had = await library.write(collections.remove, smart.id)
    assert await library.write(collections.restore, was, had, NOW) == was

    def damage(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE collections SET query = '{broken' WHERE query IS NOT NULL")

    await library.write(damage)
    assert (await library.read(collections.one, smart.id)).query == EpisodeQuery()
    await library.write(filters.lead, 1, 2)


async def test_unsubscribing_takes_nothing_out(library: Library, home: Home) -> None:
    feed = await add_feed(library)
    kept, _plain = await add_talks(library, feed, parsed(1), parsed(2))
    grief = await library.write(collections.create, "Grief", None, NOW)
    await library.write(collections.add, grief.id, (kept,), NOW)
    await library.write(favorites.set_note, kept, "it helped", NOW)
    await library.write(feeds.unsubscribe, feed)
    assert await library.read(collections.members, grief.id) == (kept,)
    assert (await stars(library))[kept][1] == "it helped"
    page = await library.read(episodes.page, home.audio, EpisodeQuery(favorite=True), 0, 9)
    assert [each.id for each in page.episodes] == [kept]


async def test_a_filter_of_a_feed_follows_it_and_never_another(library: Library) -> None:
    old, new = await add_feed(library, "Old"), await add_feed(library, "New")
    query = EpisodeQuery(feed_id=old, unheard=True)
    smart = await library.write(collections.create, "Old ones", query, NOW)
    await library.write(merging.merge, old, new, ())
    led = replace(query, feed_id=new)
    assert (await library.read(collections.one, smart.id)).query == led
    await library.write(feeds.unsubscribe, new)
    assert await library.read(feeds.subscribed) == ()
    assert await add_feed(library, "Another") != new
    assert await add_feed(library, "New") == new, "it comes back as what the filter names"
    assert (await library.read(collections.one, smart.id)).query == led
    await library.write(collections.remove, smart.id)
    await library.write(feeds.unsubscribe, new)
    assert await library.read(feeds.one, new) is None


async def test_a_filter_of_a_series_follows_its_feed(library: Library) -> None:
    old, new = await add_feed(library, "Old"), await add_feed(library, "New")
    for number in (old, int(f"{old}0")):
        query = EpisodeQuery(series=f"{number}/big book/bob d///")
        await library.write(collections.create, f"Study {number}", query, NOW)
    await library.write(merging.merge, old, new, ())
    found = [each.query for each in await library.read(collections.everything)]
    assert [query.series for query in found if query] == [
        f"{new}/big book/bob d///",
        f"{old}0/big book/bob d///",
    ]
    await library.write(feeds.unsubscribe, new)
    assert await add_feed(library, "Another") != new


async def test_two_feeds_become_one_and_no_star_or_note_is_lost(library: Library) -> None:
    old, new = await add_feed(library, "Old"), await add_feed(library, "New")
    a, b, c, d = await add_talks(library, old, *(parsed(n) for n in range(4)))
    w, x, y = await add_talks(library, new, *(parsed(n) for n in range(10, 13)))
    both = await library.write(collections.create, "Both", None, NOW)
    own = await library.write(collections.create, "Own", None, NOW)
    await library.write(collections.add, both.id, (a, b, w, d), NOW)
    await library.write(collections.add, own.id, (b,), NOW)
    for talk, note, moment in (
        (a, "old words", NOW),
        (w, "new words", LATER),
        (c, "the same", LATER),
        (y, "the same", NOW),
    ):
        await library.write(favorites.set_note, talk, note, moment)
    await library.write(merging.merge, old, new, ((a, w), (b, x), (c, y)))
    assert await library.read(collections.members, both.id) == (w, x, d)
    assert await library.read(collections.members, own.id) == (x,)
    early = int(NOW.timestamp())
    assert await stars(library) == {
        w: (early, "new words\nold words"),
        x: (early, ""),
        y: (early, "the same"),
        d: (early, ""),
    }


async def test_cleaning_never_takes_what_is_in_a_collection(library: Library) -> None:
    talk, other, *_rest = await shelf(library)
    grief = await library.write(collections.create, "Grief", None, NOW)
    await library.write(collections.add, grief.id, (talk,), NOW)
    for each in (talk, other):
        await library.write(downloads.enqueue, (each,))
        await library.write(downloads.finish, each, f"{each}.mp3", 10, NOW)
        await library.write(positions.mark_heard, each, NOW, heard=True)
    going = removable(await library.read(keeping.shelf))
    assert [each.id for each in going] == [other]
