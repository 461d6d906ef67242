"""The sittings that can be begun, as a person arranges them."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.sittings import Preset
from desktop_app.services.events import PresetsChanged

if TYPE_CHECKING:
    from desktop_app.services.core import Core
    from desktop_app.services.events import Event


async def _names(core: Core) -> list[str]:
    return [each.name for each in await core.presets.all()]


async def test_four_are_there_on_the_first_day(core: Core) -> None:
    every = await core.presets.all()
    assert [each.name for each in every] == [
        "Morning quiet", "Evening sitting", "Step Eleven", "Breath pause",
    ]  # fmt: skip
    assert all(each.id and each.built_in for each in every)
    assert await core.presets.get(every[1].id) == every[1]
    assert await core.presets.changed() == frozenset()


async def test_ones_own_is_kept_changed_moved_removed_and_put_back(core: Core) -> None:
    heard: list[Event] = []
    core.events.listen(heard.append)
    number = await core.presets.save(Preset("  Mine ", 300))
    mine = await core.presets.get(number)
    assert mine == Preset("Mine", 300, id=number)
    assert await core.presets.save(replace(mine, length=360)) == number
    first = (await core.presets.all())[0]
    await core.presets.put(number, first.id)
    assert (await _names(core))[:2] == ["Mine", "Morning quiet"]
    await core.presets.remove(number)
    with pytest.raises(KnownError, match="not there"):
        await core.presets.get(number)
    with pytest.raises(KnownError, match="removed"):
        await core.presets.save(mine)
    await core.presets.put_back(replace(mine, length=360), None)
    assert (await core.presets.all())[-1] == replace(mine, length=360)
    assert heard.count(PresetsChanged()) == 5


async def test_a_built_in_one_changes_and_comes_back(core: Core) -> None:
    morning, *_ = await core.presets.all()
    await core.presets.save(replace(morning, name="Dawn", length=1200))
    assert (await _names(core))[0] == "Dawn"
    assert await core.presets.changed() == {morning.id}
    await core.presets.remove(morning.id)
    assert "Dawn" not in await _names(core)
    await core.presets.restore(morning.id)
    assert (await core.presets.all())[0] == morning


async def test_all_built_in_ones_come_back_and_ones_own_stay(core: Core) -> None:
    await core.presets.save(Preset("Mine", 300))
    for each in (await core.presets.all())[:4]:
        await core.presets.remove(each.id)
    assert await _names(core) == ["Mine"]
    await core.presets.restore()
    assert len(await _names(core)) == 5
    assert await core.presets.changed() == frozenset()


@pytest.mark.parametrize(
    "wrong", [Preset(" ", 300), Preset("x", 0), Preset("x", 60, bell_every=0.1)]
)
async def test_what_could_not_be_begun_is_not_kept(core: Core, wrong: Preset) -> None:
    with pytest.raises(KnownError):
        await core.presets.save(wrong)
    assert len(await _names(core)) == 4


async def test_habit_suggests_what_was_sat_at_this_time(core: Core) -> None:
    await core.presets.save(Preset("Mine", 300))
    now = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)
    assert (await core.presets.suggested(now))[1] is False
    for day in (17, 18, 19):
        await core.sittings.add(now.replace(day=day), 300, preset="Mine")
    preset, habit = await core.presets.suggested(now)
    assert preset is not None
    assert (preset.name, habit) == ("Mine", True)
    assert (await core.presets.suggested(now.replace(month=9)))[1] is False


async def test_sounds_that_a_later_version_has_no_more_hinder_no_sitting(core: Core) -> None:
    number = await core.presets.save(Preset("Mine", 300, ambience="a thunderstorm"))
    _elsewhere(core, """UPDATE presets SET plan = replace(plan, 'bowl', 'gong')""")
    mine = await core.presets.get(number)
    assert mine == Preset("Mine", 300, bell="bowl", ambience=None, id=number)
    assert await core.presets.save(mine) == number


async def test_one_that_is_no_longer_built_in_is_not_offered(core: Core) -> None:
    _elsewhere(core, "UPDATE presets SET built_in = 'noon' WHERE built_in = 'morning'")
    assert (await _names(core))[0] == "Evening sitting"


def _elsewhere(core: Core, change: str) -> None:
    with closing(sqlite3.connect(core.home.database)) as connection, connection:
        connection.execute(change)
