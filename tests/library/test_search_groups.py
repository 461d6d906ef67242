"""Searching everything: what belongs to which group, and that every word must fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.base.parsed import TitleFacts, TranscriptLine
from desktop_app.base.shelves import Found, Group
from desktop_app.library import bookmarks, favorites, feeds, search_groups, transcripts
from tests.support.shelf import NOW, add_feed, add_talks, parsed, read_titles

if TYPE_CHECKING:
    import sqlite3

    from desktop_app.base.paths import Home
    from desktop_app.library.database import Library

FACTS: dict[str, TitleFacts] = {
    "Surrender to win": TitleFacts(
        speakers=("Bob Darling",), event="Founders' Day", place="Akron, OH", year=1998
    ),
    "Big Book study, part 3": TitleFacts(speakers=("Joe & Charlie",), series="Laughlin Big Book"),
    "The Fourth": TitleFacts(speakers=("Renée O’Brien", "Bobby"), steps=(4,), fellowship="AA"),
    "Letting go": TitleFacts(subject="Detachment"),
    "Remembering Bob": TitleFacts(),
}
NOTES = {
    "Letting go": "<p>The night that <b>Bob</b> came to Akron, and what she did</p>",
    "Surrender to win": "<p>Bob in Akron</p>",
}


@pytest.fixture
async def talks(library: Library) -> dict[str, int]:
    """Some talks, by title."""
    feed = await add_feed(library)
    items = [parsed(at, title, notes=NOTES.get(title, "")) for at, title in enumerate(FACTS)]
    ids = await add_talks(library, feed, *items)
    by_id = dict(zip(ids, FACTS, strict=True))
    await read_titles(library, lambda source: FACTS[title_of(source)])
    return {title: one for one, title in by_id.items()}


def title_of(source: Any) -> str:  # noqa: ANN401 - a title, or all that a talk is read of
    return source if isinstance(source, str) else str(source.title)


async def find(library: Library, home: Home, text: str, limit: int = 6) -> Found:
    return await library.read(search_groups.everything, home.audio, text, limit)


def shown(found: Found) -> dict[str, list[str]]:
    """Return what was found in short, without the groups that are empty."""
    all_ = {
        "speakers": [each.name for each in found.speakers],
        "talks": [each.title for each in found.talks],
        "notes": [each.episode.title for each in found.notes],
        "marks": [each.mark.note for each in found.marks],
        "lines": [each.text for each in found.lines],
    }
    return {group: rows for group, rows in all_.items() if rows}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("akron 1998", {"talks": ["Surrender to win"]}),
        ("founders day", {"talks": ["Surrender to win"]}),
        ("laughlin", {"talks": ["Big Book study, part 3"]}),
        ("step 4", {"talks": ["The Fourth"]}),
        ("aa bobby", {"talks": ["The Fourth"]}),
        ("detach", {"talks": ["Letting go"]}),
        ("RENEE", {"speakers": ["Renée O’Brien"], "talks": ["The Fourth"]}),
        ("brien", {"speakers": ["Renée O’Brien"], "talks": ["The Fourth"]}),
        ("charl jo", {"speakers": ["Joe & Charlie"], "talks": ["Big Book study, part 3"]}),
        (
            "bob",
            {
                "speakers": ["Bob Darling", "Bobby"],
                "talks": ["Surrender to win", "Remembering Bob", "The Fourth"],
                "notes": ["Letting go"],
            },
        ),
        ("bob detachment", {"notes": ["Letting go"]}),
        ("bob zebra", {}),
        ("", {}),
        ("?!", {}),
    ],
)
@pytest.mark.usefixtures("talks")
async def test_what_is_found_where(
    library: Library, home: Home, typed: str, expected: dict[str, list[str]]
) -> None:
    assert shown(await find(library, home, typed)) == expected


@pytest.mark.usefixtures("talks")
async def test_notes_show_the_words(library: Library, home: Home) -> None:
    (note,) = (await find(library, home, "bob came")).notes
    assert note.excerpt == "The night that Bob came to Akron, and what she did"
    assert not note.own


async def test_the_persons_own_notes_come_first(
    library: Library, home: Home, talks: dict[str, int]
) -> None:
    await library.write(favorites.keep, talks["The Fourth"], NOW, "Bob should hear this")
    found = await find(library, home, "bob")
    assert [(each.episode.title, each.own) for each in found.notes] == [
        ("The Fourth", True), ("Letting go", False)]  # fmt: skip
    assert found.notes[0].excerpt == "Bob should hear this"
    assert shown(await find(library, home, "hear fourth")) == {"notes": ["The Fourth"]}


async def test_bookmarks_are_found_by_their_notes(
    library: Library, home: Home, talks: dict[str, int]
) -> None:
    for at, note in enumerate(("the turtle", "a Turtle and José", "")):
        await library.write(bookmarks.add, talks["Surrender to win"], 60.0 * at, note, NOW)
    found = await find(library, home, "turtle")
    assert {each.mark.position for each in found.marks} == {0.0, 60.0}
    assert found.marks[0].episode.title == "Surrender to win"
    assert shown(await find(library, home, "jose turt")) == {"marks": ["a Turtle and José"]}
    assert shown(await find(library, home, "jose akron")) == {"marks": ["a Turtle and José"]}
    assert shown(await find(library, home, "jose zebra")) == {}


async def test_lines_of_transcripts_are_found(
    library: Library, home: Home, talks: dict[str, int]
) -> None:
    lines = [TranscriptLine(3.0, None, "", "the heron stood"), TranscriptLine(5.0, None, "", "by")]
    await library.write(transcripts.replace, talks["Letting go"], lines)
    (line,) = (await find(library, home, "heron")).lines
    assert (line.episode.title, line.start, line.text) == ("Letting go", 3.0, "the heron stood")


async def test_a_merged_name_leads_to_the_one_that_stayed(
    library: Library, home: Home, talks: dict[str, int]
) -> None:
    def merge(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO speaker_aliases VALUES ('Robert S.', 'Bob Darling')")
        connection.execute("INSERT INTO speaker_aliases VALUES ('Robert T.', 'Nobody')")

    assert talks
    await library.write(merge)
    found = await find(library, home, "robert")
    assert [(each.name, each.talks) for each in found.speakers] == [("Bob Darling", 1)]


async def test_who_is_called_so_first_stands_first(library: Library, home: Home) -> None:
    feed = await add_feed(library)
    await add_talks(library, feed, parsed(1, "one"), parsed(2, "two"))
    names = {"one": TitleFacts(speakers=("Ann Tomson",)), "two": TitleFacts(speakers=("Tom Z.",))}
    await read_titles(library, lambda source: names[title_of(source)])
    found = await find(library, home, "tom")
    assert [each.name for each in found.speakers] == ["Tom Z.", "Ann Tomson"]


async def test_what_is_cut_short_is_named(
    library: Library, home: Home, talks: dict[str, int]
) -> None:
    for note in ("Bob one", "Bob two"):
        await library.write(bookmarks.add, talks["Letting go"], 1.0, note, NOW)
    found = await find(library, home, "bob", 1)
    assert found.more == {Group.SPEAKERS, Group.TALKS, Group.MARKS}
    assert shown(found)["talks"] == ["Surrender to win"]
    assert not (await find(library, home, "bob", 3)).more


@pytest.mark.parametrize("only", Group)
async def test_one_group_alone(
    library: Library, home: Home, talks: dict[str, int], only: Group
) -> None:
    await library.write(bookmarks.add, talks["Letting go"], 1.0, "Bob", NOW)
    lines = [TranscriptLine(3.0, None, "", "and Bob")]
    await library.write(transcripts.replace, talks["Letting go"], lines)
    found = await library.read(search_groups.everything, home.audio, "bob", 50, only)
    assert list(shown(found)) == [only.value]


async def test_what_a_removed_feed_left_is_found_but_its_speakers_are_not(
    library: Library, home: Home, talks: dict[str, int]
) -> None:
    heard = "INSERT INTO positions (episode_id, position, heard) VALUES (?, 0, 1)"
    one = talks["The Fourth"]
    await library.write(lambda c: c.execute(heard, (one,)).rowcount)
    await library.write(lambda c: c.execute("UPDATE feeds SET removed = 1").rowcount)
    assert feeds.KEPT
    assert shown(await find(library, home, "renee")) == {"talks": ["The Fourth"]}


async def test_a_hundred_names_are_counted_right(library: Library, home: Home) -> None:
    feed = await add_feed(library)
    await add_talks(
        library, feed, *(parsed(at, f"Ann {at % 40:02} talks {at}") for at in range(100))
    )
    await read_titles(
        library, lambda source: TitleFacts(speakers=(title_of(source).split(" talks")[0],))
    )
    found = await library.read(search_groups.everything, home.audio, "ann", 200, Group.SPEAKERS)
    assert [each.name for each in found.speakers] == [f"Ann {at:02}" for at in range(40)]
    assert {each.talks for each in found.speakers} == {2, 3}
