"""When bells ring: tables, and rules that hold for every plan."""

from __future__ import annotations

import itertools
import math

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import Chapter
from desktop_app.base.sittings import Guided, Preset
from desktop_app.meditation.bells import AMBIENCES, BELLS, STRIKE_EVERY
from desktop_app.meditation.plan import BellKind, bells, plan
from desktop_app.meditation.presets import presets

START, INTERVAL, END = BellKind.START, BellKind.INTERVAL, BellKind.END


@pytest.mark.parametrize(
    ("preset", "expected"),
    [
        (Preset("plain", length=600), [(0, 1, START), (600, 3, END)]),
        (Preset("settled", length=600, settle=30), [(30, 1, START), (630, 3, END)]),
        (
            Preset("every five", length=1200, bell_every=300),
            [(0, 1, START), *((at, 1, INTERVAL) for at in (300, 600, 900)), (1200, 3, END)],
        ),
        (
            Preset("counted after settling in", length=600, settle=45, bell_every=240),
            [(45, 1, START), (285, 1, INTERVAL), (525, 1, INTERVAL), (645, 3, END)],
        ),
        (
            Preset("every length", length=600, settle=10, bell_every=600),
            [(10, 1, START), (610, 3, END)],
        ),
        (Preset("longer than all", length=60, bell_every=300), [(0, 1, START), (60, 3, END)]),
        (
            Preset("a moment before the end", length=300.5, bell_every=300),
            [(0, 1, START), (300.5, 3, END)],
        ),
        (
            Preset("just the end", length=60, start_strikes=0, end_strikes=1),
            [(60, 1, END)],
        ),
        (
            Preset("no end", length=90, bell_every=60, end_strikes=0),
            [(0, 1, START), (60, 1, INTERVAL)],
        ),
        (Preset("silent", length=600, bell=None, bell_every=60), []),
        (
            Preset("thirds that do not add up", length=1.0 * 60, bell_every=60 / 3),
            [(0, 1, START), (20, 1, INTERVAL), (40, 1, INTERVAL), (60, 3, END)],
        ),
    ],
    ids=lambda value: value.name if isinstance(value, Preset) else "",
)
def test_bells(preset: Preset, expected: list[tuple[float, int, BellKind]]) -> None:
    assert [(bell.at, bell.strikes, bell.kind) for bell in bells(preset)] == expected


def test_bells_at_chosen_times_ring_among_the_others() -> None:
    preset = Preset("chosen", length=600, settle=5, bell_every=240, bell_at=(400.0, 90.5, 240.4))
    between = [bell.at - 5 for bell in bells(preset) if bell.kind is INTERVAL]
    assert between == [90.5, 240, 400, 480]


@pytest.mark.parametrize("chosen", [0.0, 0.5, 599.5, 600.0, 900.0, -30.0])
def test_a_chosen_time_at_the_start_the_end_or_beyond_rings_nothing_more(chosen: float) -> None:
    rung = bells(Preset("chosen", length=600, bell_at=(chosen,)))
    assert [bell.kind for bell in rung] == [START, END]


def test_without_a_start_bell_one_may_be_chosen_there() -> None:
    (first, _) = bells(Preset("chosen", length=600, start_strikes=0, bell_at=(0.0,)))
    assert (first.at, first.kind) == (0.0, INTERVAL)


def test_strokes_follow_each_other_as_the_bell_wants_it() -> None:
    apart = STRIKE_EVERY["wood"]
    planned = plan(Preset("wood", length=60, settle=10, bell="wood", start_strikes=2))
    assert planned.strokes == (10, 10 + apart, 70, 70 + apart, 70 + 2 * apart)
    assert planned.total == 70


def test_two_strokes_at_one_moment_are_one() -> None:
    apart = STRIKE_EVERY["bowl"]
    planned = plan(Preset("x", length=60, bell_every=apart, start_strikes=3, end_strikes=0))
    assert planned.strokes == tuple(number * apart for number in range(round(60 / apart)))


@pytest.mark.parametrize(
    ("duration", "length"), [(None, 600), (300.0, 600), (600.0, 600), (1500.0, 1500)]
)
def test_a_sitting_lasts_as_long_as_the_talk_that_it_holds(
    duration: float | None, length: float
) -> None:
    planned = plan(Preset("guided", length=600, settle=10, guided=Guided(1, "Rest", duration)))
    assert planned.total == 10 + length
    assert planned.bells[-1].at == 10 + length


SETTLES = (0.0, 0.1, 30.0, 600.0)
LENGTHS = (1.0, 59.9, 180.0, 600.0, 3600.0, 4 * 3600.0)
EVERIES = (None, 1.0, 7.3, 60.0, 100 / 3, 300.0, 900.0, 9000.0)


@pytest.mark.parametrize("length", LENGTHS)
def test_what_holds_for_every_plan(length: float) -> None:
    for settle, every in itertools.product(SETTLES, EVERIES):
        preset = Preset("any", length=length, settle=settle, bell_every=every)
        planned = plan(preset)
        times = [bell.at for bell in planned.bells]
        kinds = [bell.kind for bell in planned.bells]
        between = [bell.at for bell in planned.bells if bell.kind is INTERVAL]
        assert times == sorted(times)
        assert (kinds[0], kinds[-1]) == (START, END)
        assert (times[0], times[-1]) == (settle, settle + length) == (settle, planned.total)
        assert kinds.count(START) == kinds.count(END) == 1
        assert all(at <= planned.total - 1 for at in between)
        if every is not None:
            assert between == [settle + number * every for number in range(1, len(between) + 1)]
            assert settle + (len(between) + 1) * every > planned.total - 1


@pytest.mark.parametrize(
    "preset",
    [
        Preset("nothing", length=0),
        Preset("backwards", length=-60),
        Preset("unsettled", length=60, settle=-1),
        Preset("days", length=90_000),
        Preset("never", length=math.nan),
        Preset("for ever", length=math.inf),
        Preset("no time between", length=60, bell_every=0),
        Preset("a drum roll", length=60, bell_every=0.01),
        Preset("no number between", length=60, bell_every=math.nan),
        Preset("no such bell", length=60, bell="gong of Babel"),
        Preset("fewer than none", length=60, start_strikes=-1),
        Preset("for ever and ever", length=60, end_strikes=1000),
        Preset("a talk of days", length=60, guided=Guided(1, "All of it", 90_000.0)),
    ],
    ids=lambda preset: preset.name,
)
def test_what_cannot_be_meant_is_refused(preset: Preset) -> None:
    with pytest.raises(KnownError, match="cannot begin"):
        plan(preset)


def test_prompts_count_from_after_settling_in_and_none_comes_after_the_end() -> None:
    words = (Chapter(60, "later"), Chapter(0, "first"), Chapter(120, "too late"))
    planned = plan(Preset("words", length=100, settle=20, prompts=words))
    assert planned.prompts == (Chapter(20, "first"), Chapter(80, "later"))


def test_built_in_presets_are_those_of_the_screen() -> None:
    morning, evening, eleven, breath = presets()
    assert [(each.name, each.length / 60) for each in presets()] == [
        *(("Morning quiet", 10), ("Evening sitting", 20)),
        *(("Step Eleven", 12), ("Breath pause", 3)),
    ]
    assert [bell.kind for bell in plan(morning).bells] == [START, END]
    assert (evening.bell_every, evening.ambience) == (300, "rain")
    last_words = max(each.start for each in eleven.prompts if "silence" in each.title)
    assert eleven.length - last_words == pytest.approx(300, abs=30)
    assert plan(breath).bells == ()
    assert len(plan(breath).prompts) >= 5


@pytest.mark.parametrize("preset", presets(), ids=lambda preset: preset.name)
def test_built_in_presets_make_sense(preset: Preset) -> None:
    planned = plan(preset)
    assert len(planned.prompts) == len(preset.prompts)
    assert list(preset.prompts) == sorted(preset.prompts, key=lambda each: each.start)
    assert preset.bell is None or preset.bell in BELLS
    assert preset.ambience is None or preset.ambience in AMBIENCES
