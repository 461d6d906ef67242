"""The history and the bookmarks of all talks, as the library keeps them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.library import bookmarks, history, merging, positions
from tests.support.shelf import NOW, add_feed, add_talks, parsed

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.library.database import Library


async def listen(library: Library, talk: int, begin: float, until: float, hours: int = 0) -> int:
    line = await library.write(history.begin, talk, begin, NOW + timedelta(hours=hours))
    assert line is not None
    await library.write(history.extend, line, until)
    return line


async def test_the_latest_comes_first_a_page_at_a_time(library: Library, tmp_path: Path) -> None:
    feed = await add_feed(library)
    one, two = await add_talks(library, feed, parsed(1), parsed(2))
    lines = [await listen(library, talk, 0, 60, at) for at, talk in enumerate((one, two, one))]

    found = await library.read(history.recent, tmp_path, 2)
    rest = await library.read(history.recent, tmp_path, 2, 2)

    assert [each.id for each in (*found, *rest)] == lines[::-1]
    assert [each.episode.title for each in found] == ["Talk 1", "Talk 2"]
    assert (found[0].started, found[0].begin, found[0].until) == (NOW + timedelta(hours=2), 0, 60)


async def test_of_a_talk_that_is_gone_nothing_begins(library: Library) -> None:
    assert await library.write(history.begin, 99, 0.0, NOW) is None


async def test_the_sleep_timer_stands_where_it_was_set_last(
    library: Library, tmp_path: Path
) -> None:
    feed = await add_feed(library)
    one, two = await add_talks(library, feed, parsed(1), parsed(2))
    await listen(library, one, 0, 900, 0)
    then = await listen(library, one, 1500, 300, 1)  # went back on the way
    await listen(library, one, 2000, 2100, 2)
    await listen(library, two, 0, 900, 3)
    await library.write(positions.fall_asleep, one, 600.0)

    found = await library.read(history.recent, tmp_path, 10)

    assert [(each.id, each.asleep) for each in found if each.asleep] == [(then, 600.0)]


async def test_one_line_goes_and_all_of_them(library: Library, tmp_path: Path) -> None:
    feed = await add_feed(library)
    (one,) = await add_talks(library, feed, parsed(1))
    first, second = await listen(library, one, 0, 5), await listen(library, one, 5, 9)
    await library.write(history.remove, first)
    assert [each.id for each in await library.read(history.recent, tmp_path, 9)] == [second]
    await library.write(history.clear)
    assert await library.read(history.recent, tmp_path, 9) == ()


async def test_bookmarks_stand_by_talk_and_place(library: Library, tmp_path: Path) -> None:
    last = await add_feed(library, "Zebra")
    first = await add_feed(library, "Apple")
    (one,) = await add_talks(library, last, parsed(1))
    new, old = await add_talks(library, first, parsed(2), parsed(3))
    for talk, place in ((one, 5.0), (old, 9.0), (new, 70.0), (new, 3.0)):
        await library.write(bookmarks.add, talk, place, f"at {place}", NOW)

    found = await library.read(bookmarks.everything, tmp_path)

    places = [(each.episode.id, each.bookmark.position) for each in found]
    assert places == [(new, 3.0), (new, 70.0), (old, 9.0), (one, 5.0)]
    assert all(each.bookmark.episode_id == each.episode.id for each in found)
    assert found[0].bookmark.note == "at 3.0"


async def test_two_feeds_made_one_lose_no_listening(library: Library, tmp_path: Path) -> None:
    gone, into = await add_feed(library, "Old"), await add_feed(library, "New")
    (old,) = await add_talks(library, gone, parsed(1))
    (new,) = await add_talks(library, into, parsed(1))
    line = await listen(library, old, 0, 900)
    await library.write(positions.fall_asleep, old, 600.0)

    await library.write(merging.merge, gone, into, [(old, new)])

    (found,) = await library.read(history.recent, tmp_path, 9)
    assert (found.id, found.episode.id, found.asleep) == (line, new, 600.0)
