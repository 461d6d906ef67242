"""Search: what is found, in which order, and that nothing that can be typed breaks it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.base import matching
from desktop_app.base.model import EpisodeQuery
from desktop_app.base.parsed import TitleFacts
from desktop_app.library import episodes, facts, search
from desktop_app.library.episodes import Arrival
from desktop_app.library.facts import Read
from tests.support.shelf import NOW, add_feed, parsed

if TYPE_CHECKING:
    from desktop_app.base.paths import Home
    from desktop_app.library.database import Library

Talk = tuple[str, str, str]

SHELF: tuple[Talk, ...] = (  # the newest first: title, speaker, notes
    ("Bob D. - Surrender to win", "Bob D.", "<p>Don’t quit: five minutes more.</p>"),
    ("Dr. Bob remembered", "Ann D.", "Acceptance is the answer"),
    ("Bobby Darling", "", "A talk about amends, by José"),
    ("Making amends", "Renée O’Brien", ""),
    ("Step 4", "", "An inventory"),
    ("Step 4 with Tom", "Tom W.", "résumé of the resentments"),
    ("Steps 40 to 44", "", "Step 4 it is not"),
    ("感恩的心", "小明", "冥想"),
    ("Ночь", "Ёлкин", "Straße nach Süden"),
)


async def keep(library: Library, *talks: Talk) -> tuple[int, ...]:
    """Store talks as a refresh would and bring them into the index."""
    feed = await add_feed(library)
    items = [parsed(n, title, notes=notes) for n, (title, _, notes) in enumerate(talks)]
    ids = await library.write(episodes.store, feed, [Arrival(None, item) for item in items], NOW)
    read = [
        Read(one, item.hash, TitleFacts(speakers=tuple(filter(None, (speaker,)))))
        for one, item, (_, speaker, _) in zip(ids, items, talks, strict=True)
    ]
    return await library.write(facts.store, read)


async def titles(library: Library, home: Home, text: str, limit: int = 10) -> list[str]:
    return [each.title for each in await library.read(search.find, home.audio, text, limit)]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("bob d", ["Bob D. - Surrender to win", "Dr. Bob remembered", "Bobby Darling"]),
        ("BOB", ["Bob D. - Surrender to win", "Dr. Bob remembered", "Bobby Darling"]),
        ("bobb", ["Bobby Darling"]),
        ("amends", ["Making amends", "Bobby Darling"]),
        ("step 4", ["Step 4", "Step 4 with Tom", "Steps 40 to 44"]),
        ("step 40", ["Steps 40 to 44"]),
        ("4 step", ["Step 4", "Step 4 with Tom", "Steps 40 to 44"]),
        ("jose", ["Bobby Darling"]),
        ("JOSÉ", ["Bobby Darling"]),
        ("jose\u0301", ["Bobby Darling"]),
        ("rene", ["Making amends"]),
        ("resume", ["Step 4 with Tom"]),
        ("o'brien", ["Making amends"]),
        ("O’Brien", ["Making amends"]),
        ("don't qu", ["Bob D. - Surrender to win"]),
        ("bob quit", ["Bob D. - Surrender to win"]),
        ("quit win bob", ["Bob D. - Surrender to win"]),
        ("accept\u00adance", ["Dr. Bob remembered"]),
        ("感恩", ["感恩的心"]),
        ("恩的", ["感恩的心"]),
        ("冥", ["感恩的心"]),
        ("小明", ["感恩的心"]),
        ("ночь", ["Ночь"]),
        ("елкин", ["Ночь"]),
        ("strasse sud", ["Ночь"]),
    ],
)
async def test_what_is_found_and_in_which_order(
    library: Library, home: Home, typed: str, expected: list[str]
) -> None:
    await keep(library, *SHELF)
    assert await titles(library, home, typed) == expected
    page = await library.read(episodes.page, home.audio, EpisodeQuery(text=typed), 0, 10)
    assert {each.title for each in page.episodes} == set(expected)


@pytest.mark.parametrize(
    "typed",
    [
        "", "   ", "?!", '"', '""', "'", "-", "a-b-c", "NEAR(a b)", "a AND OR NOT", "title:bob",
        "{x}: y", "^bob", "bob*", "a + b", "(", "\x00", "a\x00b", "😀", "👩‍👧", "\u0301", "\ud800",
        "a_b", "𖹀b", "ｆｕｌｌ", "ﬁre", "١٢٣", "हिन्दी", "한국어", "日本語テスト", "İstanbul",
        "x" * 5_000, "w " * 2_000, " ".join(map(str, range(500))),
    ],
)  # fmt: skip
async def test_nothing_that_can_be_typed_is_an_error(
    library: Library, home: Home, typed: str
) -> None:
    storable = typed.replace("\ud800", "") or "none"
    await keep(library, *SHELF, (storable, storable, storable))
    await library.read(search.find, home.audio, typed, 10)
    await library.read(episodes.page, home.audio, EpisodeQuery(text=typed), 0, 10)


async def test_titles_come_before_notes_however_many_and_new_they_are(
    library: Library, home: Home
) -> None:
    notes = [(f"Talk {number}", "", "amends " * 5) for number in range(400)]
    await keep(library, *notes, ("Amends", "", ""), ("Old", "Amends A.", ""))
    assert (await titles(library, home, "amend"))[:3] == ["Amends", "Old", "Talk 0"]


async def test_of_too_many_the_newest_are_found(library: Library, home: Home) -> None:
    feed = await add_feed(library)
    old = [
        parsed(number, f"Bob {number}", published=NOW - timedelta(days=30 * (400 - number)))
        for number in range(400)
    ]
    ids = await library.write(episodes.store, feed, [Arrival(None, each) for each in old], NOW)
    read = [Read(one, item.hash, TitleFacts()) for one, item in zip(ids, old, strict=True)]
    await library.write(facts.store, read)
    assert await titles(library, home, "bo", 3) == ["Bob 399", "Bob 398", "Bob 397"]


async def test_an_episode_before_1970_is_found(library: Library, home: Home) -> None:
    feed = await add_feed(library)
    item = parsed(1, "Akron", published=NOW.replace(year=1950))
    (one,) = await library.write(episodes.store, feed, [Arrival(None, item)], NOW)
    await library.write(facts.store, [Read(one, item.hash, TitleFacts())])
    assert await titles(library, home, "akr") == ["Akron"]
    page = await library.read(episodes.page, home.audio, EpisodeQuery(text="akr"), 0, 10)
    assert page.total == 1


async def test_what_was_edited_is_found_by_its_new_words_alone(
    library: Library, home: Home
) -> None:
    (one,) = await keep(library, ("Before", "Ann B.", "old"))
    edited = parsed(1, "After", notes="new", published=NOW - timedelta(days=900))
    await library.write(episodes.store, 1, [Arrival(one, edited)], NOW)
    assert await titles(library, home, "before") == ["After"], "until it is read again"
    await library.write(facts.store, [Read(one, edited.hash, TitleFacts(speakers=("Tom C.",)))])
    for typed in ("before", "ann", "old"):
        assert await titles(library, home, typed) == [], typed
    for typed in ("after", "tom c", "new"):
        assert await titles(library, home, typed) == ["After"], typed


async def test_what_leaves_the_library_leaves_the_index(library: Library, home: Home) -> None:
    ids = await keep(library, *SHELF)
    gone = "DELETE FROM episodes WHERE id <> ?"
    await library.write(lambda connection: connection.execute(gone, (ids[0],)).rowcount)
    left = await library.read(
        lambda connection: [
            len(connection.execute(query).fetchall())
            for query in ("SELECT 1 FROM search", "SELECT 1 FROM search_names")
        ]
    )
    assert left == [1, 1]
    assert await titles(library, home, "amends") == []


@pytest.mark.parametrize(
    ("better", "worse", "typed"),
    [
        ("bob d surrender | bob d", "dr bob | ann d", "bob d"),
        ("bob d surrender | bob d", "bob darling |", "bob d"),
        ("bob darling |", "dr bob on daring |", "bob d"),
        ("surrender |", "surrender to win |", "surrender"),
        ("bob on amends |", "bob |", "bob amends"),
        ("win now |", "window |", "win"),
        ("| bob d", "dr bob | ann d", "bob d"),
    ],
)
def test_rank(better: str, worse: str, typed: str) -> None:
    asked = matching.words(typed)
    assert search.rank(asked, better) > search.rank(asked, worse)


async def test_the_parts_of_a_series_come_in_their_order(library: Library, home: Home) -> None:
    feed = await add_feed(library)
    items = [parsed(n, f"Big Book study {n}") for n in (2, 1, 12, 3)]  # 1 is the newest
    items.append(parsed(4, "Big Book study"))
    ids = await library.write(episodes.store, feed, [Arrival(None, item) for item in items], NOW)
    await library.write(
        facts.store,
        [
            Read(one, item.hash, TitleFacts(speakers=("Joe",), series="Big Book study", part=part))
            for one, item, part in zip(ids[:4], items, (2, 1, 12, 3), strict=False)
        ]
        + [Read(ids[4], items[4].hash, TitleFacts())],
        lambda _feed, known: known.series,
    )
    found = await titles(library, home, "big boo")
    parts = ["Big Book study 1", "Big Book study 2", "Big Book study 3", "Big Book study 12"]
    assert found == [*parts, "Big Book study"]
    assert await titles(library, home, "big boo", 2) == parts[:2]
