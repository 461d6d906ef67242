"""Stars and collections on the command line, for several talks at once."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.clock import SystemClock
from desktop_app.library.database import Library
from tests.support.command import hearthside
from tests.support.shelf import add_feed, add_talks, parsed, read_titles

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.base.paths import Home


@pytest.fixture
def folder(home: Home) -> Path:
    """A home with the talks 1, 2 and 3, called after these numbers and 12 more."""

    async def fill() -> None:
        home.prepare()
        library = await Library.open(home, SystemClock())
        talks = [parsed(number, f"Talk {number + 12}") for number in (1, 2, 3)]
        await add_talks(library, await add_feed(library), *talks)
        await read_titles(library)
        await library.close()

    asyncio.run(fill())
    return home.root


def said(folder: Path, *arguments: str) -> tuple[int, list[str], list[str]]:
    ran = hearthside(folder, *arguments)
    return ran.status, ran.out.splitlines(), ran.err.splitlines()


def test_every_number_is_a_talk(folder: Path) -> None:
    assert said(folder, "favorite", "1", "3", "1") == (0, ["★ Talk 13", "★ Talk 15"], [])
    status, out, err = said(folder, "favorite", "99", "2", "9" * 30, "--note", "it helped")
    assert (status, out) == (1, ["★ Talk 14"])
    assert [line.partition(".")[0] for line in err] == [
        "There is no episode 99",
        f"There is no episode {'9' * 30}",
    ]
    status, out, err = said(folder, "collect", "Grief", "3", "98", "1")
    assert (status, out, len(err)) == (1, ["Grief: Talk 15", "Grief: Talk 13"], 1)
    status, out, err = said(folder, "uncollect", "Grief", "1", "2", "3")
    assert (status, out) == (1, ["Grief: without Talk 13", "Grief: without Talk 15"])
    assert err == ["“Talk 14” is not in “Grief”."]
    assert said(folder, "unfavorite", "1", "2") == (0, ["☆ Talk 13", "☆ Talk 14"], [])
    assert said(folder, "unfavorite", "Talk", "15") == (0, ["☆ Talk 15"], [])
    assert said(folder, "unfavorite", "Talk 15") == (1, [], ["“Talk 15” is no favorite."])


def test_only_a_collection_that_is_not_there_is_made(folder: Path) -> None:
    assert said(folder, "collect", "Grief", "77")[0] == 1
    assert said(folder, "collections") == (0, [], []), "nothing was to be put into it"
    status, out, err = said(folder, "collect", "7", "1")
    assert (status, out, err[0].partition(".")[0]) == (1, [], "There is no collection “7”")
    assert said(folder, "collect", "Grief", "1") == (0, ["Grief: Talk 13"], [])
    assert said(folder, "collect", "1", "2") == (0, ["Grief: Talk 14"], [])


def test_a_collection_is_renamed_and_removed(folder: Path) -> None:
    said(folder, "collect", "Grief", "1", "2")
    assert said(folder, "collections", "--rename", "grief", "Loss") == (0, ["Loss"], [])
    assert said(folder, "collections", "--remove", "Loss")[:2] == (
        0,
        ["Removed: Loss; what was in it stays a favorite"],
    )
    assert said(folder, "collections") == (0, [], [])
    assert len(said(folder, "episodes", "--favorite")[1]) == 2
    assert said(folder, "collections", "--remove", "Loss")[0] == 1
    assert said(folder, "collections", "--remove", "A", "--json")[0] == 2


def test_half_a_letter_fits_nothing(folder: Path) -> None:
    for option in ("--speaker", "--fellowship", "--collection", "--feed"):
        status, out, err = said(folder, "episodes", option, "Bob \udcff")
        assert (status, len(out), len(err)) in {(0, 0, 0), (1, 0, 1)}
        assert "inside" not in "".join(err)
    assert said(folder, "favorite", "1", "--note", "a\udcff") == (0, ["★ Talk 13"], [])
    assert said(folder, "search", "\udcff")[0] == 0
