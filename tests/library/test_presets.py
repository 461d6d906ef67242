"""The sittings that can be begun, as rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.parsed import Chapter
from desktop_app.base.sittings import Guided, Preset
from desktop_app.library import presets

if TYPE_CHECKING:
    import sqlite3

    from desktop_app.library.database import Library

MINE = Preset(
    "Mine – Übung",
    length=725.5,
    settle=7,
    bell="wood",
    bell_every=120,
    bell_at=(30.0, 61.5),
    start_strikes=2,
    end_strikes=1,
    ambience="sea",
    ambience_volume=0.25,
    prompts=(Chapter(0.0, "Sit."), Chapter(20.5, "")),
)


async def _shown(library: Library) -> list[str]:
    rows = await library.read(presets.kept)
    return [
        row.preset.name if row.preset and not row.built_in else row.built_in
        for row in rows
        if not row.hidden
    ]


async def test_the_first_day_has_four_built_in_ones(library: Library) -> None:
    rows = await library.read(presets.kept)
    assert [row.built_in for row in rows] == ["morning", "evening", "eleven", "breath"]
    assert all(row.preset is None and not row.hidden for row in rows)


async def test_what_is_kept_comes_back_as_it_was(library: Library) -> None:
    number = await library.write(presets.add, MINE)
    row = (await library.read(presets.kept))[-1]
    assert row.preset is not None
    assert row.preset.id == number
    assert row.preset == replace(MINE, id=number)


@pytest.mark.parametrize("before", [0, 1, None])
async def test_one_moves_to_any_place(library: Library, before: int | None) -> None:
    number = await library.write(presets.add, MINE)
    ids = [row.id for row in await library.read(presets.kept)]
    target = None if before is None else ids[before]
    await library.write(presets.put, number, target)
    shown = await _shown(library)
    assert shown.index(MINE.name) == (4 if before is None else before)
    assert sorted(map(str, shown)) == sorted(["morning", "evening", "eleven", "breath", MINE.name])


async def test_a_built_in_one_is_hidden_changed_and_had_back(library: Library) -> None:
    morning = (await library.read(presets.kept))[0]
    await library.write(presets.remove, morning.id)
    assert await _shown(library) == ["evening", "eleven", "breath"]
    changed = Preset("Later", 60, id=morning.id)
    assert await library.write(presets.change, changed)
    row = (await library.read(presets.kept))[0]
    assert row.preset == Preset("Later", 60, id=morning.id, built_in="morning")
    assert not row.hidden
    await library.write(presets.as_built_in, [morning.id])
    assert (await library.read(presets.kept))[0].preset is None


async def test_ones_own_is_gone_and_can_be_put_back_where_it_was(library: Library) -> None:
    number = await library.write(presets.add, MINE)
    other = await library.write(presets.add, Preset("Other", 60))
    (mine,) = [r.preset for r in await library.read(presets.kept) if r.id == number]
    assert mine is not None
    await library.write(presets.remove, number)
    assert MINE.name not in await _shown(library)
    assert not await library.write(presets.change, mine)
    await library.write(presets.put_back, mine, other)
    assert (await _shown(library))[-2:] == [MINE.name, "Other"]


async def test_a_talk_that_is_gone_leaves_the_rest(library: Library) -> None:
    await library.write(_feed)
    await library.write(presets.add, Preset("Guided", 600, guided=Guided(9, "", None)))
    (row,) = (await library.read(presets.kept))[4:]
    assert row.preset is not None
    assert row.preset.guided == Guided(9, "Rest", 300.5)
    await library.write(_forget)
    (row,) = (await library.read(presets.kept))[4:]
    assert row.preset is not None
    assert (row.preset.guided, row.preset.length) == (None, 600)


def _feed(connection: sqlite3.Connection) -> None:
    connection.execute(
        "INSERT INTO feeds (id, url, address, title, kind, added) VALUES (1, 'u', 'a', 't', 'x', 0)"
    )
    connection.execute(
        "INSERT INTO episodes (id, feed_id, hash, title, sorted, duration)"
        " VALUES (9, 1, 'h', 'Rest', 0, 300.5)"
    )


def _forget(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM episodes")


@pytest.mark.parametrize(
    "plan",
    ["", "{", "null", "[]", "7", '"x"', "{}", '{"name": "x"}', '{"name": "x", "length": "long"}',
     '{"name": "x", "length": 60, "prompts": [[1]]}', '{"name": "x", "length": {}}',
     '{"name": "x", "length": 60, "bell_at": 5}', "[" * 100_000],
)  # fmt: skip
async def test_a_plan_that_cannot_be_read_costs_no_other(library: Library, plan: str) -> None:
    """A built-in one is as it was built in; one's own is not offered, and not thrown away."""
    number = await library.write(presets.add, MINE)
    later = await library.write(presets.add, MINE)
    ids = (number, (await library.read(presets.kept))[0].id)

    def spoil(connection: sqlite3.Connection) -> None:
        marks = [(plan, each) for each in ids]
        connection.executemany("UPDATE presets SET plan = ? WHERE id = ?", marks)

    await library.write(spoil)
    rows = await library.read(presets.kept)
    assert [row.id for row in rows] == [1, 2, 3, 4, later]
    assert [row.preset is None for row in rows] == [True] * 4 + [False]
    assert await library.write(presets.change, replace(MINE, id=number))
    assert len(await library.read(presets.kept)) == 6


async def test_a_plan_of_another_version_is_read_as_far_as_it_is_known(library: Library) -> None:
    number = await library.write(presets.add, MINE)
    plan = '{"name": "Mine", "length": 60, "bell": "gong", "incense": "pine", "id": 77}'

    def change(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE presets SET plan = ? WHERE id = ?", (plan, number))

    await library.write(change)
    row = (await library.read(presets.kept))[-1]
    assert row.preset == Preset("Mine", 60, bell="gong", id=number)
