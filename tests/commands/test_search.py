"""Searching on the command line: talks alone, or everything."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.clock import SystemClock
from desktop_app.base.parsed import TitleFacts, TranscriptLine
from desktop_app.library import bookmarks, favorites, transcripts
from desktop_app.library.database import Library
from tests.support.command import hearthside
from tests.support.shelf import NOW, add_feed, add_talks, parsed, read_titles

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.base.paths import Home


@pytest.fixture
def folder(home: Home) -> Path:
    """A home with three talks, all read; each word of interest stands somewhere else."""

    async def fill() -> None:
        home.prepare()
        library = await Library.open(home, SystemClock())
        titles = ("Hope Dale - Harbor", "Bob D. - Hope", "Cy C. - Anger")
        talks = [parsed(number, title) for number, title in enumerate(titles, 1)]
        ids = await add_talks(library, await add_feed(library), *talks)
        await read_titles(library, lambda title: TitleFacts((title.partition(" - ")[0],)))
        await library.write(favorites.set_note, ids[0], "hope for\na hard week", NOW)
        await library.write(bookmarks.add, ids[1], 3725.0, "where hope begins", NOW)
        lines = [TranscriptLine(61.0, 65.0, "", "there was hope again")]
        await library.write(transcripts.replace, ids[2], lines)
        await library.close()

    asyncio.run(fill())
    return home.root


def test_all_groups_under_their_headings(folder: Path) -> None:
    ran = hearthside(folder, "search", "hope", "--everything")
    assert (ran.status, ran.err) == (0, "")
    lines = [line.rstrip() for line in ran.out.splitlines()]
    assert [line for line in lines if line and line[0] != " "] == [
        "Speakers", "Talks", "Notes", "Bookmarks", "Transcripts",
    ]  # fmt: skip
    assert "     1  your note: hope for a hard week  [Hope Dale - Harbor]" in lines
    assert "     2  1:02:05  where hope begins  [Bob D. - Hope]" in lines
    assert any(line.startswith("     3     1:01  ") and "hope again" in line for line in lines)
    one = hearthside(folder, "search", "hope", "--everything", "--limit", "1").out
    assert "  … more with --limit" in one
    assert "more with" not in ran.out


def test_everything_as_one_array(folder: Path) -> None:
    ran = hearthside(folder, "search", "hope", "--everything", "--json")
    found = json.loads(ran.out)
    assert [each["kind"] for each in found] == [
        "speaker", "talk", "talk", "note", "bookmark", "transcript",
    ]  # fmt: skip
    speaker, talk, _other, note, mark, line = found
    assert (speaker["name"], speaker["talks"]) == ("Hope Dale", 1)
    assert {"id", "title", "feed", "published"} <= talk.keys()
    assert note == {
        "kind": "note", "episode_id": 1, "title": "Hope Dale - Harbor", "speakers": ["Hope Dale"],
        "feed": "Tapes", "text": "hope for a hard week", "own": True,
    }  # fmt: skip
    assert (mark["episode_id"], mark["position"], mark["note"]) == (2, 3725.0, "where hope begins")
    assert (line["episode_id"], line["position"]) == (3, 61.0)
    assert "hope again" in line["text"]


def test_where_no_talk_fits_it_says_where_else_to_look(folder: Path) -> None:
    ran = hearthside(folder, "search", "hard", "week")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == (
        "No talk fits “hard week”. To look in bookmarks, your notes and transcripts:"
        " hearthside search hard week --everything\n"
    )
    ran = hearthside(folder, "search", "hard", "week", "--json")
    assert (json.loads(ran.out), ran.err) == ([], "")
    ran = hearthside(folder, "search", "zebra", "--everything")
    assert (ran.status, ran.out, ran.err) == (0, "", "Nothing fits “zebra”.\n")
    ran = hearthside(folder, "search", "zebra", "--everything", "--json")
    assert (json.loads(ran.out), ran.err) == ([], "")
