"""What is left of a feed that was removed: where it is shown, and what is not written any more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState, EpisodeQuery, FeedKind
from desktop_app.base.parsed import TitleFacts
from desktop_app.base.sittings import Guided, Preset
from desktop_app.library import (
    bookmarks,
    counts,
    downloads,
    episodes,
    favorites,
    feeds,
    lists,
    positions,
    presets,
    problems,
    queue,
    search,
    sources,
    tapes,
)
from desktop_app.library.episodes import Arrival
from tests.support.shelf import NOW, add_feed, add_talks, parsed, read_titles

if TYPE_CHECKING:
    from desktop_app.base.paths import Home
    from desktop_app.library.database import Library


async def titles(library: Library, home: Home, query: EpisodeQuery) -> list[str]:
    page = await library.read(episodes.page, home.audio, query, 0, 100)
    assert page.total == len(page.episodes)
    return [episode.title for episode in page.episodes]


async def test_the_talk_that_a_sitting_holds_stays(library: Library) -> None:
    feed = await add_feed(library, "Gone")
    held, _ = await add_talks(library, feed, parsed(1, "Held"), parsed(2, "Let go"))
    await library.write(presets.add, Preset("With it", 600, guided=Guided(held, "")))
    await library.write(feeds.unsubscribe, feed)
    preset = (await library.read(presets.kept))[-1].preset
    assert preset is not None
    assert preset.guided == Guided(held, "Held", 120.0)


async def test_unsubscribing_loses_no_place_and_hides_what_was_only_heard(
    library: Library, home: Home
) -> None:
    feed = await add_feed(library, "Gone")
    stays = await add_feed(library, "Stays")
    await add_talks(library, stays, parsed(9, "Stays"))
    names = ("Star", "Mark", "File", "Queued", "Half", "Heard", "Opened", "Waiting", "Plain")
    arrivals = [Arrival(None, parsed(n, name)) for n, name in enumerate(names)]
    ids = dict(zip(names, await library.write(episodes.store, feed, arrivals, NOW), strict=True))
    await library.write(favorites.mark, ids["Star"], NOW)
    await library.write(bookmarks.add, ids["Mark"], 5.0, "", NOW)
    await library.write(downloads.enqueue, (ids["File"], ids["Waiting"]))
    await library.write(downloads.finish, ids["File"], "Gone/x.mp3", 10, NOW)
    await library.write(queue.add, [ids["Queued"]], first=False)
    await library.write(positions.save, ids["Half"], 100.0, NOW)
    await library.write(positions.mark_heard, ids["Heard"], NOW, heard=True)
    await library.write(positions.save, ids["Opened"], 0.0, NOW)
    await read_titles(library, lambda name: TitleFacts(speakers=(f"{name} S.",), fellowship=name))
    await library.write(problems.report, KnownError("Gone failed"), NOW, feed_id=feed)
    assert await library.read(feeds.unfinished, feed) == (ids["Waiting"],)
    await library.write(feeds.unsubscribe, feed)
    cases = [
        (EpisodeQuery(), ["Star", "Mark", "File", "Queued", "Stays"]),
        (EpisodeQuery(kind=FeedKind.TALKS), ["Star", "Mark", "File", "Queued", "Stays"]),
        (EpisodeQuery(unheard=True), ["Star", "Mark", "File", "Queued", "Stays"]),
        (EpisodeQuery(feed_id=feed), ["Star", "Mark", "File", "Queued"]),
        (EpisodeQuery(speaker="Half S."), []),
        (EpisodeQuery(favorite=True), ["Star"]),
        (EpisodeQuery(queued=True), ["Queued"]),
        (EpisodeQuery(states=(DownloadState.DOWNLOADED,)), ["File"]),
        (EpisodeQuery(states=(DownloadState.REMOTE,)), ["Star", "Mark", "Queued", "Stays"]),
        (EpisodeQuery(half_heard=True), ["Half"]),
        (EpisodeQuery(text="heard"), ["Heard"]),
    ]
    for query, expected in cases:
        assert await titles(library, home, query) == expected, query
    found = await library.read(search.find, home.audio, "half", 5)
    assert [(each.title, each.position) for each in found] == [("Half", 100.0)]
    assert await library.read(positions.last_played) == ids["Half"]
    numbers = await library.read(counts.of_all)
    assert (numbers.talks, numbers.speakers, numbers.problems) == (5, 5, 0)
    people = await library.read(lists.speakers, EpisodeQuery())
    left = ["File", "Mark", "Queued", "Star", "Stays"]
    assert [each.name for each in people] == [f"{name} S." for name in left]
    named, _decades = await library.read(lists.fellowships_and_decades, EpisodeQuery())
    assert {each.value for each in named} == set(left)
    assert await library.read(episodes.one, home.audio, ids["Opened"]) is None


async def test_a_heard_tape_of_a_removed_folder_is_downloaded_but_in_no_other_list(
    library: Library, home: Home
) -> None:
    feed = await add_feed(library)
    tape, other = await add_talks(library, feed, parsed(1, "Tape"), parsed(2, "Other"))
    await library.write(tapes.adopt, [(tape, "/tapes/1.mp3", 5), (other, "/tapes/2.mp3", 5)])
    await library.write(positions.mark_heard, tape, NOW, heard=True)
    await library.write(feeds.unsubscribe, feed)
    assert await titles(library, home, EpisodeQuery()) == []
    here = EpisodeQuery(states=(DownloadState.DOWNLOADED,))
    assert await titles(library, home, here) == ["Tape"]


async def test_what_waits_is_cancelled_before_what_runs(library: Library) -> None:
    feed = await add_feed(library)
    running, first, second = await add_talks(library, feed, *(parsed(n) for n in range(3)))
    await library.write(downloads.enqueue, (running, first, second))
    await library.write(downloads.begin, running, "Tapes/one.mp3")
    assert await library.read(feeds.unfinished, feed) == (second, first, running)


async def test_nothing_is_written_for_a_feed_that_was_removed(library: Library) -> None:
    feed = await add_feed(library, "Wrong")
    (source,) = await library.read(sources.sources)
    rename = partial(feeds.rename, feed_id=feed, title="Mine")
    await library.write(sources.while_subscribed, source, rename)
    await library.write(feeds.unsubscribe, feed)
    other = await add_feed(library, "Right")
    assert other == feed
    with pytest.raises(sources.UnsubscribedError):
        await library.write(sources.while_subscribed, source, rename)
    found = await library.read(feeds.one, other)
    assert found is not None
    assert found.title == "Right"
