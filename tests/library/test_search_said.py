"""Transcripts: which lines are found, in which order, and that the index keeps up with them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.parsed import TranscriptLine
from desktop_app.library import merging, said, transcripts
from desktop_app.library.database import Library
from desktop_app.library.said import Hit
from tests.support.clock import HandClock
from tests.support.shelf import add_feed, add_talks, parsed

if TYPE_CHECKING:
    import sqlite3

    from desktop_app.base.paths import Home

SAID = (
    "and the first thing that she told me",
    "was that I had to surrender",
    "to win. José laughed.",
    "Fear of people",
    "is what I knew",
    "感恩的心",
    "fear",
    "of people",
)


async def keep(library: Library, talk: int, *texts: str, timed: bool = True) -> None:
    """Keep a transcript, a line each ten seconds."""
    lines = [TranscriptLine(10.0 * at if timed else None, None, "", text)
             for at, text in enumerate(texts)]  # fmt: skip
    await library.write(transcripts.replace, talk, lines)


async def talk(library: Library, number: int = 1) -> int:
    """Store a talk."""
    feed = await add_feed(library, f"Feed {number}")
    return (await add_talks(library, feed, parsed(number)))[0]


async def found(library: Library, text: str, limit: int = 10) -> list[tuple[float | None, str]]:
    return [(hit.start, hit.text) for hit in await library.read(said.find, text, limit)]


async def rows(library: Library) -> int:
    def count(connection: sqlite3.Connection) -> int:
        return len(connection.execute("SELECT 1 FROM search_said").fetchall())

    return await library.read(count)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("told", [(0, SAID[0])]),
        ("TOLD she", [(0, SAID[0])]),
        ("surr", [(10, SAID[1])]),
        ("surrender to win", [(10, f"{SAID[1]} {SAID[2]}")]),
        ("jose", [(20, SAID[2])]),
        ("感恩", [(50, SAID[5])]),
        ("fear of people", [(30, SAID[3]), (60, "fear of people")]),
        ("fear knew", [(30, f"{SAID[3]} {SAID[4]}")]),
        ("told fear", []),
        ("surrender laughed told", []),
        ("zebra", []),
        ("?!", []),
        ("", []),
    ],
)
async def test_which_lines_are_found(
    library: Library, typed: str, expected: list[tuple[float, str]]
) -> None:
    await keep(library, await talk(library), *SAID)
    assert await found(library, typed) == expected


@pytest.mark.parametrize("at", range(20))
async def test_neighbours_are_found_wherever_they_stand(library: Library, at: int) -> None:
    lines = ["nothing"] * 24
    lines[at], lines[at + 1] = "the hearth", "the side"
    await keep(library, await talk(library), *lines)
    assert await found(library, "hearth side") == [(10.0 * at, "the hearth the side")]
    assert await found(library, "hearth") == [(10.0 * at, "the hearth")]
    assert await found(library, "side") == [(10.0 * at + 10, "the side")]


async def test_side_by_side_comes_first_then_whole_words_then_the_newest_talk(
    library: Library,
) -> None:
    for number, text in enumerate(("god of fear", "fearful godly", "fear god", "god, fear"), 1):
        await keep(library, await talk(library, number), text)
    assert [text for _, text in await found(library, "fear god")] == [
        "fear god", "god, fear", "god of fear", "fearful godly"]  # fmt: skip
    assert len(await found(library, "fear god", 2)) == 2


async def test_a_transcript_without_times_keeps_its_order(library: Library) -> None:
    await keep(library, await talk(library), *SAID, timed=False)
    assert await found(library, "surrender win") == [(None, f"{SAID[1]} {SAID[2]}")]


async def test_one_that_is_read_anew_is_found_by_its_new_words_alone(library: Library) -> None:
    one = await talk(library)
    await keep(library, one, *SAID, *SAID)
    await keep(library, one, "altogether different")
    assert await found(library, "surrender") == []
    assert await found(library, "different") == [(0, "altogether different")]
    assert await rows(library) == 1


async def test_what_leaves_the_library_leaves_the_index(library: Library) -> None:
    one, other = await talk(library, 1), await talk(library, 2)
    await keep(library, one, *SAID, *SAID)
    await keep(library, other, "we stay")
    await library.write(lambda c: c.execute("DELETE FROM feeds WHERE title = 'Feed 1'").rowcount)
    assert await rows(library) == 1
    assert await found(library, "surrender") == []
    assert await found(library, "stay") == [(0, "we stay")]


async def test_two_feeds_that_become_one_leave_one_transcript(library: Library) -> None:
    one, other = await talk(library, 1), await talk(library, 2)
    await keep(library, one, "only here")
    await keep(library, other, "only here")
    await library.write(merging.merge, 1, 2, [(one, other)])
    assert await library.read(said.find, "only", 9) == (Hit(other, 0.0, "only here"),)
    assert await rows(library) == 1


async def test_transcripts_of_an_older_library_are_brought_into_the_index(home: Home) -> None:
    shutil.copyfile(Path(__file__).with_name("version_3.sqlite"), home.database)
    library = await Library.open(home, HandClock())
    try:
        assert await found(library, "surrender win") == [(12.5, "We surrender to win.")]
    finally:
        await library.close()


async def test_nothing_that_is_said_or_typed_is_an_error(library: Library) -> None:
    odd = ['"', "NEAR(a b)", "\x00", "😀", "", "   ", "x" * 5_000, "a " * 3_000]
    await keep(library, await talk(library), *odd)
    for typed in (*odd, "\ud800", "^a", "a*"):
        await found(library, typed)
