"""What is kept of how tapes sound, and of what was made of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.shelf import Space
from desktop_app.base.tape import RestorationState as State
from desktop_app.library import (
    downloads,
    episodes,
    examinations,
    favorites,
    feeds,
    keeping,
    merging,
    restorations,
    tapes,
)
from tests.support.restoring import RESULT, make_tape
from tests.support.shelf import NOW, add_feed, add_recording, add_talks, parsed

if TYPE_CHECKING:
    import sqlite3

    from desktop_app.base.paths import Home
    from desktop_app.library.database import Library
    from desktop_app.library.restorations import Standing


async def talks_here(library: Library, home: Home, count: int = 1) -> list[int]:
    """Return talks whose recordings are here."""
    feed = await add_feed(library)
    talks = await add_talks(library, feed, *(parsed(number) for number in range(count)))
    for talk in talks:
        await add_recording(library, home, talk, b"x" * 100)
    return list(talks)


async def of(library: Library, talk: int) -> Standing:
    """Return how it stands with a talk."""
    standing = await library.read(restorations.of, talk)
    assert standing is not None
    return standing


async def make(library: Library, talk: int) -> Standing:
    """Let a talk be restored."""
    assert await library.write(restorations.request, (talk,), NOW) == (talk,)
    name = f"{talk}-100.opus"
    assert await library.write(restorations.finish, await of(library, talk), name, RESULT)
    return await of(library, talk)


async def order(library: Library, *first: int) -> list[int]:
    """Return what would be worked on, one after the other."""
    seen: list[int] = []
    while standing := await library.read(restorations.following, first, seen):
        seen.append(standing.episode_id)
    return seen


@pytest.mark.parametrize("hum", [make_tape().hum, None])
async def test_a_tape_comes_back_as_it_was(library: Library, home: Home, hum: object) -> None:
    (talk,) = await talks_here(library, home)
    tape = make_tape(hum=hum)
    before = await of(library, talk)
    assert (before.examined, before.tape, before.source) == (False, None, f"Tapes/{talk}.mp3")
    await library.write(examinations.store, talk, 100, tape)
    after = await of(library, talk)
    assert (after.examined, after.tape) == (True, tape)
    await library.write(examinations.store, talk, 101, tape)
    assert (await of(library, talk)).tape is None, "it is of a file that is another"
    await library.write(examinations.store, talk, 100, None)
    assert ((await of(library, talk)).examined, (await of(library, talk)).tape) == (True, None)
    await library.write(examinations.store, 999, 100, tape)
    assert await library.read(restorations.of, 999) is None


async def test_what_another_version_measured_is_measured_anew(library: Library, home: Home) -> None:
    (talk,) = await talks_here(library, home)
    await library.write(examinations.store, talk, 100, make_tape())

    def rename(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE tapes SET tape = replace(tape, 'clicks', 'crackle')")

    await library.write(rename)
    assert ((await of(library, talk)).examined, (await of(library, talk)).tape) == (False, None)


async def test_what_was_made_comes_back_as_it_was(library: Library, home: Home) -> None:
    (talk,) = await talks_here(library, home)
    made = await make(library, talk)
    assert (made.state, made.path, made.result) == (State.DONE, f"{talk}-100.opus", RESULT)
    assert await library.write(restorations.request, (talk,), NOW) == ()
    assert await library.write(restorations.choose, talk, original=True)
    assert (await of(library, talk)).original
    assert await library.write(restorations.drop, talk, State.DONE)
    assert not await library.write(restorations.choose, talk, original=True)
    left = await of(library, talk)
    assert (left.state, left.path, left.result, left.original) == (State.NONE, None, None, False)


async def test_only_what_is_here_is_queued_once_and_in_order(library: Library, home: Home) -> None:
    one, two, three, gone = await talks_here(library, home, 4)
    await library.write(downloads.lose, gone)
    assert await library.write(restorations.request, (three, gone, 999), NOW) == (three,)
    later = NOW + timedelta(seconds=1)
    assert await library.write(restorations.request, (two, one, three), later) == (two, one)
    assert await library.read(restorations.waiting) == (three, two, one)
    assert await order(library) == [three, two, one]
    assert await order(library, one) == [one, three, two]
    first = await library.read(restorations.following, {one}, only_first=True)
    assert first is not None
    assert first.episode_id == one
    assert await library.read(restorations.following, (), only_first=True) is None
    await library.write(downloads.lose, three)
    assert await order(library) == [two, one], "it is not here just now"


async def test_what_failed_keeps_its_words_and_can_be_tried_again(
    library: Library, home: Home
) -> None:
    (talk,) = await talks_here(library, home)
    await library.write(restorations.request, (talk,), NOW)
    error = KnownError("It failed", "the “disk” was full", "Free some.")
    assert await library.write(restorations.fail, await of(library, talk), error)
    failed = await of(library, talk)
    assert (failed.state, str(failed.problem)) == (State.FAILED, str(error))
    assert not await library.write(restorations.fail, failed, error)
    assert await library.write(restorations.request, (talk,), NOW) == (talk,)
    again = await of(library, talk)
    assert (again.state, again.problem) == (State.QUEUED, None)


async def test_what_nobody_wants_any_more_is_not_noted(library: Library, home: Home) -> None:
    one, two = await talks_here(library, home, 2)
    await library.write(restorations.request, (one, two), NOW)
    held = await of(library, one)
    assert await library.write(restorations.drop, one, State.QUEUED)
    assert not await library.write(restorations.finish, held, "x.opus", RESULT)
    other = replace(await of(library, two), size=99)
    assert not await library.write(restorations.finish, other, "x.opus", RESULT)
    assert (await of(library, two)).state is State.QUEUED


async def test_an_unasked_talk_is_looked_at_once(library: Library, home: Home) -> None:
    one, two, three = await talks_here(library, home, 3)
    feed = 1
    assert await library.read(restorations.unasked) is None
    assert await library.write(restorations.set_unasked, feed, on=True) == ()
    assert (await library.read(feeds.subscribed))[0].restore
    first = await library.read(restorations.unasked)
    assert first is not None
    assert first.episode_id == three
    await library.write(restorations.leave, first)
    second = await library.read(restorations.unasked, {two})
    assert second is not None
    assert second.episode_id == one
    await library.write(restorations.request, (one, two), NOW)
    await library.write(restorations.leave, await of(library, one))
    assert (await of(library, one)).state is State.QUEUED, "the person asked for it meanwhile"
    assert await library.read(restorations.unasked) is None
    assert await library.write(restorations.set_unasked, feed, on=False) == (one, two)
    assert await library.read(restorations.waiting) == ()
    assert not (await library.read(feeds.subscribed))[0].restore


async def test_another_recording_is_looked_at_anew(library: Library, home: Home) -> None:
    (talk,) = await talks_here(library, home)
    await library.write(restorations.set_unasked, 1, on=True)
    await library.write(restorations.leave, await of(library, talk))
    await add_recording(library, home, talk, b"x" * 200)
    found = await library.read(restorations.unasked)
    assert found is not None
    assert (found.episode_id, found.size) == (talk, 200)
    await library.write(restorations.leave, found)
    assert await library.read(restorations.unasked) is None


async def test_what_is_unsubscribed_restores_nothing(library: Library, home: Home) -> None:
    (talk,) = await talks_here(library, home)
    await library.write(restorations.set_unasked, 1, on=True)
    await library.write(favorites.mark, talk, NOW)
    await library.write(feeds.unsubscribe, 1)
    assert await library.read(restorations.unasked) is None
    await library.write(restorations.set_unasked, 1, on=True)
    feed = await library.read(feeds.one, 1)
    assert feed is not None
    assert not feed.restore


async def test_it_goes_with_its_recording(library: Library, home: Home) -> None:
    kept, removed, lost, other, unsubscribed = await talks_here(library, home, 5)
    for talk in (kept, removed, lost, other, unsubscribed):
        await make(library, talk)
    await library.write(downloads.forget, removed)
    await library.write(downloads.lose, lost)
    await add_recording(library, home, other, b"x" * 200)
    await library.write(episodes_gone, unsubscribed)
    assert set(await library.write(restorations.clear)) == {removed, other}
    rows = {row.episode_id: row for row in await library.read(restorations.rows)}
    assert set(rows) == {kept, lost}
    assert rows[kept] == restorations.Row(kept, 100, State.DONE, f"{kept}-100.opus")
    await library.write(restorations.lose, (kept,))
    assert (await of(library, kept)).state is State.NONE


def episodes_gone(connection: sqlite3.Connection, talk: int) -> None:
    """Let an episode be gone, with all that hangs on it."""
    connection.execute("DELETE FROM episodes WHERE id = ?", (talk,))


async def test_a_tape_on_a_stick_keeps_what_was_made_of_it(library: Library) -> None:
    feed = await add_feed(library)
    (talk,) = await add_talks(library, feed, parsed(1, url="file:///tapes/1.mp3"))
    await library.write(tapes.adopt, [(talk, "/tapes/1.mp3", 100)])
    await make(library, talk)
    await library.write(tapes.miss, [talk])
    assert await library.write(restorations.clear) == ()
    assert (await of(library, talk)).source is None
    await library.write(tapes.adopt, [(talk, "/tapes/1.mp3", 100)])
    assert (await of(library, talk)).result == RESULT


@pytest.mark.parametrize("nearer", ["gone", "into"])
async def test_of_two_feeds_that_are_one_what_was_made_stays(
    library: Library, home: Home, nearer: str
) -> None:
    into, gone = await add_feed(library), await add_feed(library, "Other")
    ((theirs,), (mine,)) = (
        await add_talks(library, into, parsed(1)),
        await add_talks(library, gone, parsed(1)),
    )
    had = mine if nearer == "gone" else theirs
    await add_recording(library, home, had, b"x" * 100)
    await library.write(examinations.store, had, 100, make_tape())
    path = (await make(library, had)).path
    await library.write(restorations.set_unasked, gone, on=True)
    await library.write(merging.merge, gone, into, ((mine, theirs),))
    kept = await of(library, theirs)
    assert (kept.state, kept.path, kept.tape) == (State.DONE, path, make_tape())
    feed = await library.read(feeds.one, into)
    assert feed is not None
    assert feed.restore


async def test_what_was_made_of_the_recording_that_goes_is_void(
    library: Library, home: Home
) -> None:
    into, gone = await add_feed(library), await add_feed(library, "Other")
    ((theirs,), (mine,)) = (
        await add_talks(library, into, parsed(1)),
        await add_talks(library, gone, parsed(1)),
    )
    await add_recording(library, home, theirs, b"x" * 100)
    await library.write(examinations.store, theirs, 100, make_tape())
    await make(library, theirs)
    await library.write(downloads.lose, theirs)
    await add_recording(library, home, mine, b"x" * 300)
    await library.write(merging.merge, gone, into, ((mine, theirs),))
    kept = await of(library, theirs)
    assert (kept.size, kept.state, kept.examined) == (300, State.NONE, False)
    assert await library.read(restorations.rows) == ()


async def test_what_was_made_takes_room(library: Library, home: Home) -> None:
    one, two = await talks_here(library, home, 2)
    await make(library, one)
    await library.write(restorations.request, (two,), NOW)
    assert await library.read(keeping.space) == Space(talks=200 + RESULT.size)
    assert {each.id: each.bytes for each in await library.read(keeping.shelf)} == {
        one: 100 + RESULT.size,
        two: 100,
    }
    assert await library.read(episodes.one, home.audio, one)
