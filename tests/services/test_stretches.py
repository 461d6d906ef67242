"""The history tells what was really heard: looking around in a talk is no listening."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.services.stretches import Stretches
from tests.services.test_listening import playing, tapes
from tests.support.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.services.core import Core

Step = float | tuple[float, float]


@pytest.mark.parametrize(
    ("steps", "lines"),
    [
        ((4, 400), [(0, 400)]),
        ((4, (4, 900), 904, 1000), [(900, 1000)]),
        ((40, (40, 900), 904), [(0, 40), (900, 904)]),
        ((40, (40, 900), (900, 1800), 1900), [(0, 40), (1800, 1900)]),
        ((300, (300, 330), 400), [(0, 400)]),
        ((300, (300, 330), 340, (340, 375), 400), [(0, 340), (375, 400)]),
        ((300, (300, 285), 400), [(0, 400)]),
        ((300, (300, 100), 400), [(0, 300), (100, 400)]),
        ((10, (10, 50), 60, (60, 90), 200), [(90, 200)]),
        ((40, (40, 900), 900), [(0, 40)]),
    ],
)
async def test_what_becomes_a_line(
    core: Core, tmp_path: Path, steps: tuple[Step, ...], lines: list[tuple[float, float]]
) -> None:
    """A number is a place that was come to by playing, a pair is a seek from one to another."""
    (tape,) = await tapes(core, tmp_path / "tapes", 4)
    heard = Stretches(core.places)
    await heard.sounds(tape.id, 0.0)
    for step in steps:
        await (heard.jumped(*step) if isinstance(step, tuple) else heard.came_to(step))
    assert sorted((each.begin, each.until) for each in await core.places.history()) == sorted(lines)


async def test_three_seconds_and_a_seek_are_no_quarter_of_an_hour(
    core: Core, tmp_path: Path
) -> None:
    (tape,) = await tapes(core, tmp_path / "tapes", 240)
    await core.listening.play(tape.id, 0.0)
    await until(core, lambda: playing(core))
    await core.listening.seek(200.0)
    await core.listening.pause()
    for line in await core.places.history():
        assert line.until - line.begin < 10
