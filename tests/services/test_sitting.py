"""A sitting under way over the null player."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError

if TYPE_CHECKING:
    from desktop_app.services.core import Core


async def test_a_sitting_ended_early_is_in_the_log_if_wanted(core: Core) -> None:
    for keep, logged in ((False, 0), (True, 1)):
        await core.sitting.begin("Breath pause")
        with pytest.raises(KnownError, match="under way"):
            await core.sitting.begin("Morning quiet")
        await core.sitting.end(keep=keep)
        assert await core.sitting.current() is None
        assert len(await core.sitting.log(10)) == logged
    (sitting,) = await core.sitting.log(10)
    assert (sitting.preset, sitting.planned) == ("Breath pause", 180)
    assert 0 < sitting.sat < 5


async def test_pause_stands_still(core: Core) -> None:
    await core.sitting.begin("Evening sitting")
    await core.sitting.pause()
    paused = await core.sitting.current()
    assert paused is not None
    assert paused.paused
    again = await core.sitting.current()
    assert again is not None
    assert again.elapsed == paused.elapsed
    await core.sitting.resume()
    running = await core.sitting.current()
    assert running is not None
    assert not running.paused
    await core.sitting.end(keep=False)


async def test_the_log_can_be_turned_off(core: Core) -> None:
    await core.settings.change(log_sittings=False)
    await core.sitting.begin("Breath pause")
    await core.sitting.end()
    assert await core.sitting.log(5) == ()


async def test_an_unknown_sitting_is_refused(core: Core) -> None:
    with pytest.raises(KnownError, match="no sitting called"):
        await core.sitting.begin("Marathon")


async def test_of_two_quick_beginnings_one_counts(core: Core) -> None:
    outcomes = await asyncio.gather(
        core.sitting.begin("Evening sitting"),
        core.sitting.begin("Morning quiet"),
        return_exceptions=True,
    )
    assert sorted(type(each).__name__ for each in outcomes) == ["KnownError", "NoneType"]
    await core.sitting.end(keep=False)
    assert await core.sitting.current() is None
