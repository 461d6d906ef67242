"""Speakers and corrections on the command line, each a process of its own."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.base.clock import SystemClock
from desktop_app.library.database import Library
from desktop_app.services.core import open_core
from tests.support.command import hearthside
from tests.support.shelf import add_feed, add_talks, parsed

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.base.paths import Home

TITLES = (
    "Bob D. - Surrender to win - AA convention in Las Vegas, NV 2009",
    "Robert D. - The promises - AA roundup in Reno, NV 2003",
    "Linda K. - Detachment with love - Al-Anon luncheon 2011",
)


@pytest.fixture
def folder(home: Home) -> Path:
    """A home with three talks, all read."""

    async def fill() -> None:
        home.prepare()
        library = await Library.open(home, SystemClock())
        talks = [parsed(number, title) for number, title in enumerate(TITLES, 1)]
        await add_talks(library, await add_feed(library), *talks)
        await library.close()
        async with open_core(home) as core:
            core.indexing.soon()
            await core.indexing.finish()

    asyncio.run(fill())
    return home.root


def listed(folder: Path, *command: str) -> Any:  # noqa: ANN401 - JSON
    return json.loads(hearthside(folder, *command, "--json").out)


def talk(folder: Path, title: str) -> dict[str, Any]:
    found: list[dict[str, Any]] = listed(folder, "episodes")
    return next(each for each in found if each["title"] == title)


def test_a_talk_is_corrected_and_the_title_speaks_again(folder: Path) -> None:
    ran = hearthside(
        folder, "correct", "Surrender", "--speaker", "Bob T.", "--speaker", " Ann  B. ",
        "--year", "2010", "--place", "", "--steps", "3, 2", "--part", "1", "--of", "2",
        "--series", "Surrender", "--topic", "hope", "--event", "Roundup", "--fellowship", "NA",
        "--subject", "To win",
    )  # fmt: skip
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines()[0] == TITLES[0]
    assert "  speakers    Bob T., Ann B.  (title: Bob D.)" in ran.out.splitlines()
    assert "  place       –  (title: Las Vegas, NV)" in ran.out.splitlines()
    found = talk(folder, TITLES[0])
    assert (found["speakers"], found["year"], found["place"]) == (["Bob T.", "Ann B."], 2010, None)
    assert (found["steps"], found["part"], found["of"]) == ([2, 3], 1, 2)
    assert (found["event"], found["fellowship"]) == ("Roundup", "NA")
    ran = hearthside(folder, "correct", "Surrender", "--revert", "speakers", "--revert", "place")
    assert ran.status == 0
    found = talk(folder, TITLES[0])
    assert (found["speakers"], found["place"]) == (["Bob D."], "Las Vegas, NV")
    assert found["year"] == 2010


@pytest.mark.parametrize(
    ("arguments", "status", "told"),
    [
        (("Surrender",), 2, "Say what is to be corrected"),
        (("Surrender", "--year", "soon"), 2, "is no number"),
        (("Surrender", "--year", "1850"), 1, "is no year"),
        (("Surrender", "--topic", "weather"), 1, "is no topic"),
        (("Nothing of this", "--year", "1999"), 1, "No episode fits"),
        (("Surrender", "--revert", "mood"), 2, "Invalid value"),
    ],
)
def test_what_makes_no_sense_is_told(
    folder: Path, arguments: tuple[str, ...], status: int, told: str
) -> None:
    ran = hearthside(folder, "correct", *arguments)
    assert ran.status == status
    assert told in ran.err


def test_speakers_are_merged_and_separated(folder: Path) -> None:
    ran = hearthside(folder, "merge-speakers", "Robert D.", "--into", "Bob D.")
    assert (ran.status, ran.out) == (0, "    2  Bob D.  also Robert D.\n")
    assert listed(folder, "speakers") == [
        {"name": "Bob D.", "talks": 2}, {"name": "Linda K.", "talks": 1},
    ]  # fmt: skip
    ran = hearthside(folder, "merge-speakers", "--separate", "Robert D.")
    assert (ran.status, ran.out) == (0, "Robert D.: a speaker by itself again\n")
    assert (
        hearthside(folder, "speakers").out == "    1  Bob D.\n    1  Linda K.\n    1  Robert D.\n"
    )
    ran = hearthside(folder, "merge-speakers", "robert d", "--into", " BÓB D ")
    assert (ran.status, ran.out) == (0, "    2  Bob D.  also Robert D.\n")
    assert hearthside(folder, "merge-speakers", "--separate", "Robert D.").status == 0
    for wrong, status, told in (
        (("Nobody", "--into", "Bob D."), 1, "Nobody called “Nobody”"),
        (("--separate", "Bob D."), 1, "was not merged"),
        (("Robert D.",), 2, "Give names and --into"),
        (("--into", "Bob D."), 2, "Give names and --into"),
    ):
        ran = hearthside(folder, "merge-speakers", *wrong)
        assert (ran.status, told in ran.err) == (status, True), ran.err


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (("--speaker", "linda k"), 1),
        (("--speaker", "Linda K."), 1),
        (("--speaker", "Linda"), 0),
        (("--fellowship", "al-anon"), 1),
        (("--fellowship", "aa", "--speaker", "BOB D"), 1),
    ],
)
def test_a_name_may_be_typed_as_it_comes(folder: Path, asked: tuple[str, ...], found: int) -> None:
    assert len(listed(folder, "episodes", *asked)) == found
