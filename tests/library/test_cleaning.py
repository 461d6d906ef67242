"""What speaks for keeping a recording, and how one goes."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.model import DownloadState, FeedKind
from desktop_app.base.shelf import Space
from desktop_app.base.sittings import Guided, Preset
from desktop_app.downloads import cleaning
from desktop_app.library import (
    bookmarks,
    downloads,
    episodes,
    favorites,
    keeping,
    positions,
    presets,
    queue,
    tapes,
)
from tests.support.shelf import NOW, add_feed, add_recording, add_talks, parsed

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from desktop_app.base.paths import Home
    from desktop_app.base.shelf import Recording
    from desktop_app.library.database import Library

    Mark = Callable[[Library, int], Awaitable[object]]


async def heard(library: Library, home: Home, count: int = 1) -> list[int]:
    """Return talks that were downloaded and heard to their end."""
    feed = await add_feed(library)
    talks = await add_talks(library, feed, *(parsed(number) for number in range(count)))
    for talk in talks:
        await add_recording(library, home, talk, b"x" * 100)
        await library.write(positions.mark_heard, talk, NOW, heard=True)
    return list(talks)


PROTECTIONS: dict[str, Mark] = {
    "a favorite": lambda library, talk: library.write(favorites.mark, talk, NOW),
    "bookmarked": lambda library, talk: library.write(bookmarks.add, talk, 1.0, "", NOW),
    "waiting to be played": lambda library, talk: library.write(queue.add, [talk], first=False),
    "held by a sitting": lambda library, talk: library.write(
        presets.add, Preset("With it", 600, guided=Guided(talk, ""))
    ),
    "not heard after all": lambda library, talk: library.write(
        positions.mark_heard, talk, NOW, heard=False
    ),
    "a tape": lambda library, talk: library.write(tapes.adopt, [(talk, "/tapes/1.mp3", 100)]),
    "taken away": lambda library, talk: library.write(downloads.lose, talk),
    "not there": lambda library, talk: library.write(downloads.forget, talk),
}


@pytest.mark.parametrize("protect", PROTECTIONS.values(), ids=PROTECTIONS)
async def test_is_never_touched(library: Library, home: Home, protect: Mark) -> None:
    one, other = await heard(library, home, 2)
    await protect(library, one)
    assert [each.id for each in cleaning.removable(await library.read(keeping.shelf))] == [other]
    assert (await library.read(keeping.space)).heard == 100
    parted = await library.write(keeping.part_with, cleaning.removable)
    assert [each.id for each in parted] == [other]


async def test_half_heard_and_unheard_are_never_touched(library: Library, home: Home) -> None:
    feed = await add_feed(library)
    half, never = await add_talks(library, feed, parsed(1), parsed(2))
    for talk in (half, never):
        await add_recording(library, home, talk, b"x" * 100)
    await library.write(positions.save, half, 30.0, NOW)
    assert cleaning.removable(await library.read(keeping.shelf)) == ()
    assert await library.read(keeping.space) == Space(talks=200)


@pytest.mark.parametrize(
    "state",
    [DownloadState.QUEUED, DownloadState.DOWNLOADING, DownloadState.PAUSED, DownloadState.FAILED],
)
async def test_parts_are_never_touched(library: Library, state: DownloadState) -> None:
    feed = await add_feed(library)
    (talk,) = await add_talks(library, feed, parsed(1))
    await library.write(downloads.enqueue, (talk,))
    await library.write(downloads.begin, talk, "Tapes/1.mp3")
    await library.write(downloads.set_received, talk, 70)
    await library.write(downloads.set_state, talk, state)
    await library.write(positions.mark_heard, talk, NOW, heard=True)
    (found,) = await library.read(keeping.shelf)
    assert (found.state, found.bytes, found.heard, found.played) == (state, 70, True, NOW)
    assert cleaning.removable([found]) == ()
    assert await library.read(keeping.space) == Space(talks=70)


async def test_each_file_counts_once(library: Library, home: Home) -> None:
    sits = await add_feed(library, "Sits", FeedKind.MEDITATIONS)
    (sit,) = await add_talks(library, sits, parsed(9))
    await add_recording(library, home, sit, b"x" * 7)
    marked, old, new = await heard(library, home, 3)
    await library.write(favorites.mark, marked, NOW)
    await library.write(positions.mark_heard, new, NOW, heard=False)
    assert await library.read(keeping.space) == Space(
        favorites=100, talks=100, meditations=7, heard=100
    )
    assert old


async def test_on_any_shelf_what_counts_as_heard_is_what_may_go(
    library: Library, home: Home
) -> None:
    talks = await heard(library, home, 60)
    draw = random.Random(4)  # noqa: S311 - no secret
    for talk in talks:
        for protect in draw.sample(list(PROTECTIONS.values()), draw.choice([0, 0, 1, 2])):
            await protect(library, talk)
    going = cleaning.removable(await library.read(keeping.shelf))
    assert 10 < len(going) < 50
    space = await library.read(keeping.space)
    assert space.heard == sum(each.bytes for each in going)
    assert space.used == cleaning.taken(await library.read(keeping.shelf))


async def test_a_recording_goes_with_its_row(library: Library, home: Home) -> None:
    (talk,) = await heard(library, home)
    (parted,) = await library.write(keeping.part_with, cleaning.removable)
    assert await library.read(keeping.shelf) == ()
    path = home.audio / f"Tapes/{talk}.mp3"

    def delete(relative: str) -> bool:
        (home.audio / relative).unlink()
        return not path.exists()

    assert await library.write(keeping.clear, parted, delete)
    assert await library.read(downloads.one, talk) is None
    assert not await library.write(keeping.clear, parted, refuse)


async def test_one_whose_file_cannot_be_deleted_stays(library: Library, home: Home) -> None:
    (talk,) = await heard(library, home)
    (parted,) = await library.write(keeping.part_with, cleaning.removable)
    assert not await library.write(keeping.clear, parted, lambda _path: False)
    assert await library.read(keeping.shelf) == (parted,)
    episode = await library.read(episodes.one, home.audio, talk)
    assert episode is not None
    assert episode.file == str(home.audio / f"Tapes/{talk}.mp3")


async def test_one_that_is_asked_for_again_finds_its_file(library: Library, home: Home) -> None:
    (talk,) = await heard(library, home)
    (parted,) = await library.write(keeping.part_with, cleaning.removable)
    assert await library.write(downloads.enqueue, (talk,)) == (talk,)
    assert not await library.write(keeping.clear, parted, refuse)
    row = await library.read(downloads.one, talk)
    assert row is not None
    assert (row.state, row.path, row.lost) == (DownloadState.QUEUED, parted.path, False)


async def test_no_more_than_200_go_at_once(library: Library, home: Home) -> None:
    feed = await add_feed(library)
    talks = await add_talks(library, feed, *(parsed(number) for number in range(203)))
    for talk in talks:
        await add_recording(library, home, talk, b"x")

    def everything(shelf: object) -> list[Recording]:
        return list(shelf)  # type: ignore[call-overload, no-any-return]

    assert len(await library.write(keeping.part_with, everything)) == 200
    assert len(await library.write(keeping.part_with, everything)) == 3


def refuse(path: str) -> bool:
    """Fail when somebody deletes what is not to be deleted."""
    raise AssertionError(path)
