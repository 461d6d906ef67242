"""Lists, search, places, favorites, queue: what is stored is what is read."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState, EpisodeQuery, FeedKind, Order
from desktop_app.base.parsed import Chapter, TitleFacts
from desktop_app.library import (
    bookmarks,
    counts,
    download_order,
    downloads,
    episodes,
    favorites,
    feeds,
    keeping,
    lists,
    positions,
    problems,
    queue,
    search,
    sittings,
    sources,
    tapes,
)
from desktop_app.library.episodes import Arrival
from tests.support.shelf import NOW, add_feed, add_talks, parsed, read_titles

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.base.paths import Home
    from desktop_app.library.database import Library


async def titles(library: Library, home: Home, query: EpisodeQuery) -> list[str]:
    page = await library.read(episodes.page, home.audio, query, 0, 100)
    assert page.total == len(page.episodes)
    return [episode.title for episode in page.episodes]


async def test_pages_are_windows_into_one_order(library: Library, home: Home) -> None:
    feed = await add_feed(library)
    await add_talks(library, feed, *(parsed(number) for number in range(25)))
    whole = await titles(library, home, EpisodeQuery())
    assert whole == [f"Talk {number}" for number in range(25)]
    page = await library.read(episodes.page, home.audio, EpisodeQuery(), 10, 10)
    assert (page.total, page.offset) == (25, 10)
    assert [episode.title for episode in page.episodes] == whole[10:20]


async def test_undated_and_future_talks_sort_by_when_they_were_seen(
    library: Library, home: Home
) -> None:
    feed = await add_feed(library)
    await add_talks(
        library,
        feed,
        parsed(0, "undated first", published=None),
        parsed(1, "from the future", published=NOW + timedelta(days=400)),
        parsed(2, "undated later", published=None),
        parsed(3, "yesterday", published=NOW - timedelta(days=1)),
    )
    found = await titles(library, home, EpisodeQuery())
    assert found == ["undated first", "from the future", "undated later", "yesterday"]


async def test_every_condition_narrows(library: Library, home: Home) -> None:
    talks_feed = await add_feed(library, "Talks")
    sits_feed = await add_feed(library, "Sits", FeedKind.MEDITATIONS)
    (bob,) = await add_talks(library, talks_feed, parsed(1, "Bob"))
    await read_titles(library, lambda _title: TitleFacts(speakers=("Bob D.",), fellowship="AA"))
    ann, half = await add_talks(library, talks_feed, parsed(2, "Ann"), parsed(3, "Half"))
    (sit,) = await add_talks(library, sits_feed, parsed(4, "Sit"))
    await library.write(favorites.mark, ann, NOW)
    await library.write(positions.mark_heard, ann, NOW, heard=True)
    await library.write(positions.save, half, 61.5, NOW)
    await library.write(queue.add, [sit, bob], first=False)
    await library.write(downloads.enqueue, (bob,))
    await read_titles(library)
    cases = [
        (EpisodeQuery(kind=FeedKind.MEDITATIONS), ["Sit"]),
        (EpisodeQuery(feed_id=sits_feed), ["Sit"]),
        (EpisodeQuery(speaker="Bob D."), ["Bob"]),
        (EpisodeQuery(fellowship="AA"), ["Bob"]),
        (EpisodeQuery(favorite=True), ["Ann"]),
        (EpisodeQuery(unheard=True), ["Bob", "Half", "Sit"]),
        (EpisodeQuery(not_begun=True), ["Bob", "Sit"]),
        (EpisodeQuery(half_heard=True), ["Half"]),
        (EpisodeQuery(queued=True, order=Order.QUEUE), ["Sit", "Bob"]),
        (EpisodeQuery(states=(DownloadState.QUEUED,)), ["Bob"]),
        (EpisodeQuery(states=(DownloadState.REMOTE, DownloadState.QUEUED), favorite=True), ["Ann"]),
        (EpisodeQuery(order=Order.TITLE), ["Ann", "Bob", "Half", "Sit"]),
        (EpisodeQuery(order=Order.OLDEST), ["Sit", "Half", "Ann", "Bob"]),
        (EpisodeQuery(fellowship="NA"), []),
    ]
    for query, expected in cases:
        assert await titles(library, home, query) == expected, query
    people = await library.read(lists.speakers, EpisodeQuery())
    assert [(each.name, each.talks) for each in people] == [("Bob D.", 1)]
    found = await library.read(counts.of_all)
    assert (found.talks, found.meditations, found.favorites) == (3, 1, 1)
    assert (found.queue, found.downloads, found.speakers) == (2, 1, 1)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("surr", ["Surrender to win"]),
        ("SURRENDER", ["Surrender to win"]),
        ("renee", ["Renée speaks"]),
        ("win surrender", ["Surrender to win"]),
        ("acceptance", ["Notes only"]),
        ("surrender nothing", []),
        ('") OR * NEAR', []),
        ("   ", []),
        ("?!", []),
        ("blockquote", []),
    ],
)
async def test_search(library: Library, home: Home, words: str, expected: list[str]) -> None:
    feed = await add_feed(library)
    await add_talks(
        library,
        feed,
        parsed(1, "Surrender to win"),
        parsed(2, "Renée speaks"),
        parsed(
            3, "Notes only", notes="<blockquote>accept&shy;ance and <b>acceptance</b></blockquote>"
        ),
    )
    assert await read_titles(library) == 3
    assert await read_titles(library) == 0
    found = await library.read(search.find, home.audio, words, 10)
    assert [episode.title for episode in found] == expected


async def test_a_title_weighs_more_than_notes(library: Library, home: Home) -> None:
    feed = await add_feed(library)
    await add_talks(
        library,
        feed,
        parsed(1, "About dogs", notes="amends " * 5),
        parsed(2, "Making amends", notes=""),
    )
    await read_titles(library)
    found = await library.read(search.find, home.audio, "amends", 10)
    assert [episode.title for episode in found] == ["Making amends", "About dogs"]


async def test_an_update_keeps_everything_that_hangs_on_the_episode(
    library: Library, home: Home
) -> None:
    feed = await add_feed(library)
    (episode_id,) = await add_talks(library, feed, parsed(1, "Before"))
    await library.write(positions.save, episode_id, 321.0, NOW)
    await library.write(favorites.mark, episode_id, NOW)
    await library.write(bookmarks.add, episode_id, 12.0, "here", NOW)
    await read_titles(library)
    changed = parsed(1, "After", guid="new", url="https://new.example/x.mp3", published=None)
    changed = changed._replace(chapters=(Chapter(0.0, "One"), Chapter(60.0, "Two")))
    arrival = Arrival(episode_id, changed)
    assert await library.write(episodes.store, feed, [arrival], NOW) == (episode_id,)
    await read_titles(library, lambda _title: TitleFacts(speakers=("Ann B.",)))
    detail = await library.read(episodes.detail, home.audio, episode_id)
    assert detail is not None
    assert detail.episode.title == "After"
    assert detail.episode.position == 321.0
    assert detail.episode.favorite
    assert [mark.note for mark in detail.bookmarks] == ["here"]
    assert [chapter.title for chapter in detail.chapters] == ["One", "Two"]
    assert await library.read(search.find, home.audio, "before", 5) == ()
    assert len(await library.read(search.find, home.audio, "ann", 5)) == 1


async def test_unsubscribing_keeps_what_the_person_kept(library: Library, home: Home) -> None:
    feed = await add_feed(library, "Gone")
    star, file, mark, _rest = await add_talks(library, feed, *(parsed(n) for n in range(4)))
    await library.write(favorites.mark, star, NOW)
    await library.write(downloads.enqueue, (file,))
    await library.write(downloads.finish, file, "Gone/x.mp3", 10, NOW)
    await library.write(bookmarks.add, mark, 5.0, "", NOW)
    await library.write(feeds.unsubscribe, feed)
    assert await library.read(feeds.subscribed) == ()
    page = await library.read(episodes.page, home.audio, EpisodeQuery(), 0, 10)
    assert {episode.id for episode in page.episodes} == {star, file, mark}
    again = await add_feed(library, "Gone")
    assert again == feed
    assert [each.id for each in await library.read(feeds.subscribed)] == [feed]


@pytest.mark.parametrize(
    ("state", "before", "said", "after"),
    [
        ("remote", 60.0, 90.0, 90.0),
        ("remote", 60.0, None, 60.0),
        ("downloaded", 61.7, 90.0, 61.7),
        ("downloaded", 61.7, None, 61.7),
        ("downloaded", None, 90.0, 90.0),
        ("tape", 60.0, 90.0, 90.0),
        ("tape", 60.0, None, 60.0),
    ],
)
async def test_a_changed_item_does_not_overrule_the_probe(
    library: Library,
    home: Home,
    state: str,
    before: float | None,
    said: float | None,
    after: float,
) -> None:
    feed = await add_feed(library)
    (talk,) = await add_talks(library, feed, parsed(1, duration=before))
    if state == "downloaded":
        await library.write(downloads.enqueue, (talk,))
        await library.write(downloads.finish, talk, "Tapes/one.mp3", 1000, NOW)
    elif state == "tape":
        await library.write(tapes.adopt, [(talk, "/tapes/1.mp3", 5000)])
    changed = Arrival(talk, parsed(1, "Edited", duration=said))
    await library.write(episodes.store, feed, [changed], NOW)
    episode = await library.read(episodes.one, home.audio, talk)
    assert episode is not None
    assert (episode.title, episode.duration) == ("Edited", after)


async def test_unsubscribing_an_untouched_feed_leaves_nothing(library: Library) -> None:
    feed = await add_feed(library)
    await add_talks(library, feed, parsed(1))
    await read_titles(library)
    await library.write(feeds.unsubscribe, feed)
    left = await library.read(
        lambda connection: connection.execute(
            "SELECT (SELECT count(*) FROM feeds) + (SELECT count(*) FROM episodes)"
            " + (SELECT count(*) FROM notes) + (SELECT count(*) FROM search)"
        ).fetchone()[0]
    )
    assert left == 0


async def test_a_feed_moves(library: Library) -> None:
    one = await add_feed(library, "One")
    await library.write(
        sources.move, one, "https://new.example/", "new.example", same_body=True, same_server=True
    )
    found = await library.read(feeds.by_address, "new.example")
    assert found is not None
    assert found.id == one


async def test_the_persons_own_name_and_kind_outlive_a_refresh(library: Library) -> None:
    feed = await add_feed(library)
    await library.write(feeds.rename, feed, "Mine")
    await library.write(feeds.set_kind, feed, FeedKind.MEDITATIONS)
    from desktop_app.base.parsed import ParsedFeed

    await library.write(sources.describe, feed, ParsedFeed("Theirs", "rss"))
    found = await library.read(feeds.one, feed)
    assert found is not None
    assert (found.title, found.kind) == ("Mine", FeedKind.MEDITATIONS)
    await library.write(feeds.rename, feed, "")
    found = await library.read(feeds.one, feed)
    assert found is not None
    assert found.title == "Theirs"


async def test_unheard_counts_what_came_since_subscribing(library: Library) -> None:
    feed = await add_feed(library, added=NOW - timedelta(days=2, hours=1))
    ids = await add_talks(library, feed, *(parsed(number) for number in range(5)))
    (found,) = await library.read(feeds.subscribed)
    assert (found.episodes, found.unheard) == (5, 3)
    await library.write(positions.mark_heard, ids[0], NOW, heard=True)
    (found,) = await library.read(feeds.subscribed)
    assert found.unheard == 2


async def test_the_queue_keeps_its_order(library: Library) -> None:
    feed = await add_feed(library)
    a, b, c, d = await add_talks(library, feed, *(parsed(number) for number in range(4)))
    await library.write(queue.add, [a, b], first=False)
    await library.write(queue.add, [c], first=True)
    await library.write(queue.add, [a], first=False)
    assert await library.read(queue.ids) == (c, b, a)
    await library.write(queue.remove, b)
    await library.write(queue.replace, [a, c, d, 999])
    assert await library.read(queue.ids) == (a, c, d)


async def test_downloads_move_through_their_states(library: Library, home: Home) -> None:
    feed = await add_feed(library)
    one, two, silent = await add_talks(library, feed, parsed(1), parsed(2), parsed(3, url=None))
    assert await library.write(downloads.enqueue, (two, one, silent)) == (two, one)
    assert await library.write(downloads.enqueue, (one,)) == ()
    queued = await library.read(downloads.in_state, DownloadState.QUEUED)
    assert [row.episode_id for row in queued] == [two, one]
    await library.write(download_order.reorder, (one, two))
    queued = await library.read(downloads.in_state, DownloadState.QUEUED)
    assert [row.episode_id for row in queued] == [one, two]
    await library.write(downloads.begin, one, "Tapes/one.mp3")
    await library.write(downloads.set_validators, one, '"v1"', None, 1000)
    await library.write(downloads.set_received, one, 400)
    row = await library.read(downloads.one, one)
    assert row is not None
    assert (row.state, row.etag, row.size, row.received) == ("downloading", '"v1"', 1000, 400)
    await library.write(downloads.postpone, one, 1, NOW, "cut off")
    row = await library.read(downloads.one, one)
    assert row is not None
    assert (row.state, row.attempts, row.not_before) == ("queued", 1, NOW)
    await library.write(downloads.finish, one, "Tapes/one.mp3", 1000, NOW)
    episode = await library.read(episodes.one, home.audio, one)
    assert episode is not None
    assert episode.file == str(home.audio / "Tapes/one.mp3")
    assert await library.read(downloads.paths) == frozenset({"Tapes/one.mp3"})
    assert (await library.read(keeping.space)).talks == 1000
    await library.write(favorites.mark, one, NOW)
    assert (await library.read(keeping.space)).favorites == 1000


async def test_tapes_in_the_persons_folder_count_for_no_space(library: Library, home: Home) -> None:
    feed = await add_feed(library)
    (tape,) = await add_talks(library, feed, parsed(1))
    await library.write(tapes.adopt, [(tape, "/tapes/1.mp3", 5000)])
    episode = await library.read(episodes.one, home.audio, tape)
    assert episode is not None
    assert (episode.state, episode.file) == (DownloadState.DOWNLOADED, "/tapes/1.mp3")
    assert (await library.read(keeping.space)).talks == 0


async def test_a_place_is_kept_and_heard_ends_it(library: Library) -> None:
    feed = await add_feed(library)
    one, two = await add_talks(library, feed, parsed(1), parsed(2))
    await library.write(positions.save, one, 10.0, NOW)
    await library.write(positions.save, two, 20.0, NOW + timedelta(minutes=1))
    assert await library.read(positions.last_played) == two
    await library.write(positions.mark_heard, two, NOW, heard=True)
    assert await library.read(positions.last_played) == one


async def test_a_problem_knows_when_its_feed_is_tried_again(library: Library) -> None:
    feed = await add_feed(library)
    (talk,) = await add_talks(library, feed, parsed(1))
    late = NOW + timedelta(hours=1)
    await library.write(sources.failed, feed, "no answer", late)
    await library.write(problems.report, KnownError("A"), NOW, feed_id=feed)
    await library.write(problems.report, KnownError("B"), NOW, episode_id=talk)
    await library.write(problems.report, KnownError("C"), NOW)

    async def tries() -> dict[str, datetime | None]:
        return {each.what: each.next_try for each in await library.read(problems.pending)}

    assert await tries() == {"A": late, "B": None, "C": None}
    await library.write(feeds.set_every, feed, 0)
    assert (await tries())["A"] is None
    await library.write(feeds.set_every, feed, 24)
    assert (await tries())["A"] == late


async def test_problems_are_one_a_place(library: Library) -> None:
    feed = await add_feed(library)
    (talk,) = await add_talks(library, feed, parsed(1))
    await library.write(problems.report, KnownError("A", "x"), NOW, feed_id=feed)
    await library.write(problems.report, KnownError("B", "y"), NOW, feed_id=feed)
    await library.write(problems.report, KnownError("C", "z"), NOW, episode_id=talk)
    assert [each.what for each in await library.read(problems.pending)] == ["C", "B"]
    assert await library.write(problems.solve, feed_id=feed)
    assert not await library.write(problems.solve, feed_id=feed)
    (left,) = await library.read(problems.pending)
    await library.write(problems.dismiss, left.id)
    assert await library.read(problems.pending) == ()


async def test_sittings_newest_first(library: Library) -> None:
    for day in (1, 3, 2):
        await library.write(
            sittings.add,
            started=NOW - timedelta(days=day),
            planned=600.0,
            sat=590.0,
            preset="Quiet",
        )
    log = await library.read(sittings.log, 2)
    assert [(NOW - each.started).days for each in log] == [1, 2]
