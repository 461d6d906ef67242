"""A sitting under way over the null player."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.sittings import Preset
from desktop_app.playback.sitting_sound import LEAD
from desktop_app.services.events import Notice, SittingChanged, SittingsChanged
from tests.support.waiting import until

if TYPE_CHECKING:
    from desktop_app.services.core import Core
    from desktop_app.services.events import Event, RunningSitting

LONG = Preset("Evening sitting", 1200, settle=0.0, bell_every=300, ambience="rain")
SHORT = Preset("A moment", 0.6, end_strikes=1)


async def _current(core: Core) -> RunningSitting:
    current = await core.sitting.current()
    assert current is not None
    return current


async def _ended(core: Core) -> bool:
    return (await _current(core)).ended


def _listen(core: Core) -> list[Event]:
    heard: list[Event] = []
    core.events.listen(heard.append)
    return heard


async def _until_sat(core: Core, seconds: float) -> None:
    """Wait for a time: nothing is told while a sitting goes on."""
    await asyncio.sleep(seconds)
    assert (await _current(core)).elapsed > 0


async def test_a_sitting_ended_early_is_in_the_log_if_wanted(core: Core) -> None:
    for keep, logged in ((False, 0), (True, 1)):
        await core.sitting.begin(LONG)
        with pytest.raises(KnownError, match="under way"):
            await core.sitting.begin(SHORT)
        await _until_sat(core, LEAD + 0.05)
        await core.sitting.end(keep=keep)
        ended = await _current(core)
        assert ended.ended
        assert (ended.kept is not None) is keep
        assert len(await core.sittings.recent()) == logged
        await core.sitting.dismiss()
        assert await core.sitting.current() is None
    (sitting,) = await core.sittings.recent()
    assert (sitting.preset, sitting.planned) == ("Evening sitting", 1200)
    assert 0 < sitting.sat < 5


async def test_one_that_runs_out_is_in_the_log_with_all_its_time(core: Core) -> None:
    heard = _listen(core)
    await core.sitting.begin(SHORT)
    await until(core, partial(_ended, core))
    (sitting,) = await core.sittings.recent()
    assert (sitting.sat, sitting.planned, sitting.preset) == (0.6, 0.6, "A moment")
    assert (await _current(core)).kept == sitting.id
    assert SittingsChanged() in heard
    ended = [each.running for each in heard if isinstance(each, SittingChanged)][-1]
    assert ended is not None
    assert (ended.ended, ended.paused, ended.elapsed) == (True, False, 0.6)
    await core.sittings.note(sitting.id, "  by the window ")
    assert (await core.sittings.recent())[0].note == "by the window"


async def test_the_screen_counts_from_the_first_stroke_which_is_in_time(core: Core) -> None:
    heard = _listen(core)
    await core.sitting.begin(LONG)
    (begun,) = (each.running for each in heard if isinstance(each, SittingChanged))
    assert begun is not None
    assert begun.elapsed == pytest.approx(-LEAD, abs=0.2)
    await core.sitting.end()
    assert (await _current(core)).elapsed == 0
    assert await core.sittings.recent() == ()


async def test_pause_stands_still(core: Core) -> None:
    await core.sitting.begin(LONG)
    await core.sitting.pause()
    paused = await _current(core)
    assert paused.paused
    assert (await _current(core)).elapsed == paused.elapsed
    await core.sitting.resume()
    assert not (await _current(core)).paused
    await core.sitting.end(keep=False)


async def test_time_is_added_before_and_after_the_end_to_one_entry_of_the_log(core: Core) -> None:
    await core.sitting.begin(SHORT)
    await core.sitting.extend(0.2)
    assert (await _current(core)).total == pytest.approx(0.8)
    await until(core, partial(_ended, core))
    await core.sitting.extend(300)
    again = await _current(core)
    assert not again.ended
    assert again.total == pytest.approx(300.8)
    assert again.elapsed == pytest.approx(0.8, abs=0.2)
    await core.sitting.end()
    (sitting,) = await core.sittings.recent()
    assert sitting.planned == pytest.approx(300.8)
    assert 0.8 <= sitting.sat < 5


async def test_an_end_can_be_taken_back_by_adding_time(core: Core) -> None:
    await core.sitting.begin(LONG)
    await _until_sat(core, LEAD + 0.05)
    await core.sitting.end(keep=False)
    await core.sitting.extend()
    again = await _current(core)
    assert (again.ended, again.paused) == (False, False)
    assert 300 < again.total < 305
    with pytest.raises(KnownError, match="24 hours"):
        await core.sitting.extend(90_000)
    assert not (await _current(core)).ended
    await core.sitting.end()
    assert len(await core.sittings.recent()) == 1


async def test_the_log_can_be_turned_off(core: Core) -> None:
    await core.settings.change(log_sittings=False)
    await core.sitting.begin(LONG)
    await _until_sat(core, LEAD + 0.05)
    await core.sitting.end()
    assert await core.sittings.recent() == ()
    assert (await _current(core)).kept is None


async def test_what_cannot_be_begun_changes_nothing(core: Core) -> None:
    with pytest.raises(KnownError, match="cannot begin"):
        await core.sitting.begin(replace(LONG, length=0))
    assert await core.sitting.current() is None


async def test_a_sound_that_is_not_there_leaves_a_silent_sitting(core: Core) -> None:
    heard = _listen(core)
    await core.sitting.begin(replace(LONG, ambience="a thunderstorm"))
    assert not (await _current(core)).ended
    assert any(isinstance(each, Notice) and "no sound" in each.text for each in heard)
    await core.sitting.end(keep=False)


async def test_of_two_quick_beginnings_one_counts(core: Core) -> None:
    outcomes = await asyncio.gather(
        core.sitting.begin(LONG), core.sitting.begin(SHORT), return_exceptions=True
    )
    assert sorted(type(each).__name__ for each in outcomes) == ["KnownError", "NoneType"]
    await core.sitting.end(keep=False)
    await core.sitting.dismiss()
    assert await core.sitting.current() is None


async def test_closing_ends_it_and_keeps_it(core: Core) -> None:
    await core.sitting.begin(LONG)
    await _until_sat(core, LEAD + 0.05)
    await core.sitting.close()
    assert len(await core.sittings.recent()) == 1


async def test_one_sound_at_a_time_is_tried_and_none_in_a_sitting(core: Core) -> None:
    bells, ambiences = await core.sounds.names()
    assert {"bowl", "bell", "wood"} <= set(bells)
    assert {"rain", "sea", "brown", "night"} <= set(ambiences)
    await core.sounds.hear("bowl")
    await core.sounds.hear("sea", 0.5)
    await core.sounds.hush()
    with pytest.raises(KnownError, match="no sound called"):
        await core.sounds.hear("thunder")
    await core.sitting.begin(LONG)
    with pytest.raises(KnownError, match="under way"):
        await core.sounds.hear("bowl")
    await core.sitting.end(keep=False)
