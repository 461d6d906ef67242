"""The rule by which new episodes are downloaded, as the library keeps it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.model import DownloadState
from desktop_app.library import auto, downloads, favorites, feeds, merging, positions
from desktop_app.library.auto import Rule
from tests.support.shelf import NOW, add_feed, add_talks, parsed

if TYPE_CHECKING:
    from desktop_app.library.database import Library


async def test_a_feed_has_no_rule_until_it_is_given_one(library: Library) -> None:
    feed = await add_feed(library)
    assert await library.read(auto.rule, feed) == Rule(None, 0)
    await library.write(auto.set_rule, feed, 3, 17)
    assert await library.read(auto.rule, feed) == Rule(3, 17)
    found = await library.read(feeds.one, feed)
    assert found is not None
    assert found.auto == 3
    assert await library.read(auto.rule, 999) == Rule(None, 0)


async def test_the_newest_are_those_of_the_list(library: Library) -> None:
    feed = await add_feed(library)
    other = await add_feed(library, "Other")
    await add_talks(library, other, parsed(0))
    old, new, middle = await add_talks(library, feed, parsed(9), parsed(1), parsed(5))
    await add_talks(library, other, parsed(2))
    await library.write(positions.mark_heard, new, NOW, heard=True)
    await library.write(downloads.enqueue, (middle,))
    found = await library.read(auto.newest, feed, 2)
    assert [(each.id, each.heard, each.asked) for each in found] == [
        (new, True, False),
        (middle, False, True),
    ]
    assert [each.id for each in await library.read(auto.newest, feed, 0)] == [new, middle, old]
    assert await library.read(auto.last, feed) == max(old, new, middle)


async def test_who_unsubscribes_ends_the_rule(library: Library) -> None:
    feed = await add_feed(library)
    (kept,) = await add_talks(library, feed, parsed(1))
    await library.write(favorites.mark, kept, NOW)
    await library.write(auto.set_rule, feed, 3, kept)
    await library.write(feeds.unsubscribe, feed)
    await library.write(auto.set_rule, feed, 5, kept)
    assert await library.read(auto.rule, feed) == Rule(None, 0)
    assert await add_feed(library) == feed
    assert await library.read(auto.rule, feed) == Rule(None, 0)


@pytest.mark.parametrize(
    ("gone", "into", "merged"),
    [
        (Rule(3, 1), Rule(None, 0), Rule(3, 2)),
        (Rule(3, 2), Rule(0, 1), Rule(0, 2)),
        (Rule(None, 0), Rule(5, 1), Rule(5, 1)),
        (Rule(3, 3), Rule(1, 2), Rule(1, 2)),
    ],
    ids=["taken over", "its own counts", "stays", "an id that ends may be given again"],
)
async def test_two_feeds_that_are_one_have_one_rule(
    library: Library, gone: Rule, into: Rule, merged: Rule
) -> None:
    one, other = await add_feed(library), await add_feed(library, "Other")
    (theirs, _, mine) = (
        *await add_talks(library, one, parsed(1), parsed(2)),
        *await add_talks(library, other, parsed(1)),
    )
    await library.write(auto.set_rule, other, gone.count, gone.seen)
    await library.write(auto.set_rule, one, into.count, into.seen)
    await library.write(merging.merge, other, one, ((mine, theirs),))
    assert await library.read(auto.rule, one) == merged


DOWNLOADED, PAUSED, LOST = "downloaded", "paused", "lost"


@pytest.mark.parametrize(
    ("gone", "into", "left"),
    [
        ((DOWNLOADED, True), (PAUSED, True), ("gone", DOWNLOADED, True)),
        ((DOWNLOADED, True), (PAUSED, False), ("gone", DOWNLOADED, False)),
        ((DOWNLOADED, False), (DOWNLOADED, True), ("into", DOWNLOADED, False)),
        ((PAUSED, False), (DOWNLOADED, True), ("into", DOWNLOADED, False)),
        ((LOST, False), (DOWNLOADED, True), ("into", DOWNLOADED, False)),
        ((DOWNLOADED, True), (LOST, True), ("gone", DOWNLOADED, True)),
        ((PAUSED, False), (LOST, True), ("gone", PAUSED, False)),
        ((LOST, True), (PAUSED, True), ("into", PAUSED, True)),
        ((LOST, True), (LOST, True), ("into", LOST, True)),
        ((LOST, True), None, ("gone", LOST, True)),
        (None, (LOST, False), ("into", LOST, False)),
    ],
)
async def test_of_two_downloads_the_better_is_kept(
    library: Library,
    gone: tuple[str, bool] | None,
    into: tuple[str, bool] | None,
    left: tuple[str, str, bool],
) -> None:
    one, other = await add_feed(library), await add_feed(library, "Other")
    ((theirs,), (mine,)) = (
        await add_talks(library, one, parsed(1)),
        await add_talks(library, other, parsed(1)),
    )
    await fetched(library, mine, "gone", gone)
    await fetched(library, theirs, "into", into)
    spare = await library.read(merging.spare_files, ((mine, theirs),))
    await library.write(merging.merge, other, one, ((mine, theirs),))
    row = await library.read(downloads.one, theirs)
    assert row is not None
    assert (row.path, LOST if row.lost else row.state.value, row.automatic) == left
    both = gone is not None and into is not None
    assert spare == ((({"gone", "into"} - {left[0]}).pop(),) if both else ())


async def fetched(library: Library, talk: int, path: str, how: tuple[str, bool] | None) -> None:
    """Let a talk's download be in some state; ``how``: that and whether a rule asked for it."""
    if how is None:
        return
    state, automatic = how
    await library.write(downloads.enqueue, (talk,), automatic=automatic)
    await library.write(downloads.begin, talk, path)
    if state == PAUSED:
        await library.write(downloads.set_state, talk, DownloadState.PAUSED)
        return
    await library.write(downloads.finish, talk, path, 1000, NOW + timedelta(days=1))
    if state == LOST:
        await library.write(downloads.lose, talk)


@pytest.mark.parametrize("busy", ["gone", "into"])
async def test_feeds_do_not_become_one_while_a_recording_of_them_is_under_way(
    library: Library, busy: str
) -> None:
    into, gone = await add_feed(library), await add_feed(library, "Other")
    feed = into if busy == "into" else gone
    (talk,) = await add_talks(library, feed, parsed(1))
    await library.write(downloads.enqueue, (talk,))
    await library.write(downloads.begin, talk, "path")
    assert await library.write(merging.unite, gone, into, ()) is None
    assert await library.read(merging.is_busy, feed)
    await library.write(downloads.set_state, talk, DownloadState.PAUSED)
    assert await library.write(merging.unite, gone, into, ()) == ()
    row = await library.read(downloads.one, talk)
    assert row is not None
    assert row.path == "path"
