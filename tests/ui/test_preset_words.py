"""What is typed on the page of a sitting: read, told back, and refused with a reason."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.base.parsed import Chapter
from desktop_app.base.sittings import Guided, Preset
from desktop_app.ui.pages.preset_words import (
    as_typed,
    draft_of,
    preview,
    prompts_of,
    read,
    seconds,
    silence_line,
    stepped,
    times,
)

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look

FULL = Preset(
    "Mine", 1200, settle=30, bell="bell", bell_every=300, bell_at=(90, 750), start_strikes=2,
    end_strikes=5, ambience="sea", ambience_volume=0.4, guided=Guided(9, "Body scan", 600),
    prompts=(Chapter(0, "Sit."), Chapter(75, "Breathe."), Chapter(600, "")), id=12,
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("20", 1200), (" 20 ", 1200), ("7.5", 450), ("7,5", 450), ("12:30", 750), ("0:30", 30),
        ("1:05:00", 3900), ("90:00", 5400), ("0", 0), ("", None), ("x", None), ("1:60", None),
        ("1:90:00", None), ("-5", None), ("5 min", None), ("1:2", None), ("٣", 180), ("1e3", None),
    ],
)  # fmt: skip
def test_a_time_as_it_is_typed(typed: str, value: float | None) -> None:
    assert seconds(typed) == value


def test_what_is_shown_is_read_as_the_same() -> None:
    assert all(seconds(as_typed(value)) == value for value in range(24 * 3600 + 1))


@pytest.mark.parametrize(
    ("typed", "found", "wrong"),
    [
        ("", (), ""),
        ("5, 12:30, 18", (300, 750, 1080), ""),
        ("18;5 5", (300, 1080), ""),
        ("7.5", (450,), ""),
        ("5, soon", (), "“soon” is no time. Write minutes, like 5 or 12:30."),
    ],
)
def test_several_times(look: Look, typed: str, found: tuple[float, ...], wrong: str) -> None:
    assert times(typed) == (found, wrong)


def test_words_to_show_line_by_line(look: Look) -> None:
    text = "0:30 Breathe in.\n\n  0:00   Sit as you like. \n2:00\n"
    said, faults = prompts_of(text, 600)
    assert said == (Chapter(0, "Sit as you like."), Chapter(30, "Breathe in."), Chapter(120, ""))
    assert faults == []
    _said, faults = prompts_of("Sit.\n3 breaths\n0:10 a\n0:10 b\n10:00 late\n1:75 x", 600)
    assert faults == [
        "Line 1: begin it with a time, like 1:30.",
        "Line 2: begin it with a time, like 1:30.",
        "Line 4: 0:10 is there already.",
        "Line 5: 10:00 lies after the end.",
        "Line 6: begin it with a time, like 1:30.",
    ]
    assert prompts_of("99:00 x", None)[1] == []


@pytest.mark.parametrize(
    "preset",
    [
        FULL,
        Preset("Short", 45, id=1),
        Preset("Still", 600, bell=None, id=2),
        Preset("Morning quiet", 600, settle=10, id=3, built_in="morning"),
    ],
)
def test_an_untouched_preset_is_read_as_it_was(look: Look, preset: Preset) -> None:
    assert read(draft_of(preset), preset).preset == preset


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        ({"name": "  "}, {"name": "It needs a name."}),
        ({"length": "soon"}, {"length": "Minutes, like 20, or minutes and seconds, like 7:30."}),
        ({"length": "0"}, {"length": "It has to last a little."}),
        ({"length": "0.01"}, {"length": "It has to last a little."}),
        ({"length": "2000"}, {"length": "At most 24 hours."}),
        ({"every": "x"}, {"every": "Minutes, like 5, or minutes and seconds, like 7:30."}),
        ({"every": "0"}, {"every": "Minutes, like 5, or minutes and seconds, like 7:30."}),
        ({"at": "5, 30"}, {"at": "Some lie after the end of the sitting."}),
        ({"prompts": "x"}, {"prompts": "Line 1: begin it with a time, like 1:30."}),
    ],
)
def test_each_mistake_stands_at_its_field(
    look: Look, change: dict[str, Any], faults: dict[str, str]
) -> None:
    said = read(replace(draft_of(FULL), **change), FULL)
    assert said.preset is None
    assert said.faults == faults


def test_without_a_bell_its_times_do_not_matter(look: Look) -> None:
    said = read(replace(draft_of(FULL), bell=None, every="x", at="99"), FULL)
    assert said.preset == replace(FULL, bell=None)


def test_a_longer_talk_makes_room_for_later_times(look: Look) -> None:
    long = Guided(9, "Long", 3600)
    said = read(replace(draft_of(FULL), guided=long, at="45", prompts="50:00 Rest."), FULL)
    assert said.preset is not None
    assert (said.preset.bell_at, said.preset.prompts) == ((2700,), (Chapter(3000, "Rest."),))


def test_a_built_in_name_is_kept_as_the_app_knows_it_until_it_is_changed(look: Look) -> None:
    known = Preset("Morning quiet", 600, id=3, built_in="morning")
    other = read(replace(draft_of(known), name=" At dawn "), known).preset
    assert other == replace(known, name="At dawn")


@pytest.mark.parametrize(
    ("typed", "steps", "shown"),
    [("20", 1, "25"), ("20", -1, "15"), ("10", 1, "15"), ("10", -1, "9"), ("9", 1, "10"),
     ("12", 1, "15"), ("12", -1, "10"), ("7:30", 1, "8"), ("7:30", -1, "7"), ("1", -1, "1"),
     ("1440", 1, "1440"), ("x", 1, "10"), ("8", 4, "20")],
)  # fmt: skip
def test_stepping(typed: str, steps: int, shown: str) -> None:
    assert stepped(typed, steps) == shown


@pytest.mark.parametrize(
    ("duration", "length", "said"),
    [
        (1560, 1800, "26 min, then 4 min of silence"),
        (1560, 1560, "26 min; the sitting ends with it"),
        (1560, 600, "26 min; the sitting lasts as long as it does"),
        (1560, None, "26 min"),
        (None, 600, "Nobody knows yet how long it is."),
    ],
)
def test_what_comes_after_a_talk(
    look: Look, duration: float | None, length: float | None, said: str
) -> None:
    assert silence_line(Guided(1, "x", duration), length) == said


@pytest.mark.parametrize(
    ("bells", "total", "said"),
    [
        ((), 180, "No bells. It ends at 3:00, without a sound."),
        (((10, 1), (310, 1), (610, 3)), 610, "Bells at 0:10, 5:10. 3 strokes at 10:10."),
        (((10, 1), (610, 1)), 610, "Bells at 0:10, 10:10."),
        (((10, 1),), 610, "Bell at 0:10. It ends at 10:10."),
        (((0, 3), (600, 3)), 600, "3 strokes at 0:00. 3 strokes at 10:00."),
        (((600, 1),), 600, "Bell at 10:00."),
        (
            tuple((60.0 * n, 1) for n in range(31)),
            1800,
            "Bells at 0:00, 1:00, 2:00, 3:00, 4:00 … 30:00.",
        ),
    ],
)
def test_bells_in_a_line(
    look: Look, bells: tuple[tuple[float, int], ...], total: float, said: str
) -> None:
    assert preview(bells, total) == said
