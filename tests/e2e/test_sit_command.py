"""``hearthside sit`` as a process of its own, heard through a sound server."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.parsed import Chapter
from desktop_app.base.sittings import Preset
from desktop_app.meditation.bells import STRIKE_EVERY
from tests.support import striking, strokes
from tests.support.command import environment, hearthside
from tests.support.sitting import fine, listed, with_core
from tests.support.sound import speech_mp3
from tests.support.sound_server import SoundServer
from tests.support.terminal import OnTerminal

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from desktop_app.services.core import Core

MOST = 0.05
MINUTE = 60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A home that does not exist yet."""
    return tmp_path / "new home"


def planned(home: Path, *arguments: str) -> list[tuple[float, str, int]]:
    ran = hearthside(home, "sit", *arguments, "--plan", "--json")
    assert (ran.status, ran.err) == (0, "")
    return [(each["at"], each["kind"], each["strikes"]) for each in json.loads(ran.out)]


@contextmanager
def sitting(home: Path, *arguments: str) -> Iterator[subprocess.Popen[str]]:
    """A sitting in a process of its own, which has begun."""
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop_app", "--home", str(home), "sit", *arguments],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline().startswith("Sitting: ")
            yield process
        finally:
            process.kill()


# --- plans ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "bells"),
    [
        ("1", [(0, "start", 1), (60, "end", 3)]),
        (
            "1 --bell-every 0.25",
            [(0, "start", 1), *((at, "interval", 1) for at in (15, 30, 45)), (60, "end", 3)],
        ),
        ("20 --settle 30 --bell-every 20", [(30, "start", 1), (1230, "end", 3)]),
        (
            "10 --bell-at 7.5,2:30 --strikes 1",
            [(0, "start", 1), (150, "interval", 1), (450, "interval", 1), (600, "end", 1)],
        ),
        ("5 --strikes 0", [(0, "start", 1)]),
        ("5 --bell NONE", []),
        ("", [(10, "start", 1), (610, "end", 3)]),
        ("--settle 0", [(0, "start", 1), (600, "end", 3)]),
    ],
)
def test_a_plan_touches_nothing(
    folder: Path, arguments: str, bells: list[tuple[float, str, int]]
) -> None:
    assert planned(folder, *arguments.split()) == bells
    assert not folder.exists()


def test_a_plan_of_a_preset(folder: Path) -> None:
    evening = planned(folder, "--preset", "EVÉN", "6", "--bell-every", "4")
    assert evening == [(10, "start", 1), (250, "interval", 1), (370, "end", 3)]
    (ten,) = (each for each in listed(folder, "presets") if each["built_in"] == "morning")
    assert planned(folder, "--preset", str(ten["id"])) == planned(folder)
    with_core(folder, lambda core: core.presets.save(Preset("Morning walk", 60)))
    ran = hearthside(folder, "sit", "--preset", "morning", "--plan")
    assert (ran.status, ran.out) == (1, "")
    assert "More than one preset fits “morning”: 1 Morning quiet; 5 Morning walk." in ran.err


def test_the_first_sitting_is_as_the_person_made_it(folder: Path) -> None:
    async def change(core: Core) -> None:
        first = (await core.presets.all())[0]
        await core.presets.save(replace(first, length=60, end_strikes=1))

    with_core(folder, change)
    assert planned(folder) == [(10, "start", 1), (70, "end", 1)]


def test_a_plan_for_people(folder: Path) -> None:
    said = hearthside(folder, "sit", "61", "--bell-at", "0.333,60", "--settle", "5", "--plan")
    assert fine(said).splitlines() == [
        "    0:05  start     once",
        " 0:24.98  interval  once",
        " 1:00:05  interval  once",
        " 1:01:05  end       3 times",
    ]
    said = hearthside(folder, "sit", "20", "--bell", "none", "--plan")
    assert fine(said) == "No bell rings; it ends at 20:00\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ("5 --bell gong-of-doom", "no bell “gong-of-doom”"),
        ("5 --ambience techno", "no ambience “techno”"),
        ("1441", "at most 24 hours"),
        ("5 --bell-every 0.001", "at least a second apart"),
        ("5 --bell-at 9", "No bell can ring at 9:00"),
        ("5 --bell-at 1e300", "No bell can ring at such a time"),
        ("--preset nothing", "No preset fits “nothing”"),
        ("--guided 12345", "12345"),
    ],
)
def test_what_cannot_be_is_one_line(folder: Path, arguments: str, told: str) -> None:
    for also in ((), ("--plan",)):
        ran = hearthside(folder, "sit", *arguments.split(), *also)
        assert (ran.status, ran.out) == (1, "")
        assert told in ran.err
        assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    "arguments",
    ["sit 0", "sit -5", "sit x", "sit 5 --settle -1", "sit 5 --strikes 13", "sit 5 --volume 101",
     "sit 5 --bell-every 0", "sit 5 --bell-at 1,,2", "sit 5 6", "sittings --csv --json",
     "sittings --since monday", "sittings --limit 0"],
)  # fmt: skip
def test_wrong_usage_is_status_2(folder: Path, arguments: str) -> None:
    ran = hearthside(folder, *arguments.split())
    assert (ran.status, ran.out) == (2, "")


# --- sitting ----------------------------------------------------------------------------


@pytest.mark.timeout(240)
def test_every_bell_is_heard_at_its_time_and_a_kill_costs_a_minute(
    folder: Path, tmp_path: Path
) -> None:
    """Both take longer than a minute, so they are seen to in the same one.

    One busy process for each core: the suite itself runs on all of them.
    """
    other = tmp_path / "other home"
    with sitting(other, "5", "--bell", "none") as killed:
        began = time.monotonic()
        with SoundServer() as ear, striking.busy(os.cpu_count() or 1):
            heard = strokes.sit(ear, folder, "1", "--bell-every", "0.25")
        killed.kill()
        lived = time.monotonic() - began
    assert [each.due for each in heard] == [0, 15, 30, 45, 60, 65, 70]
    for each in heard:
        assert each.sure > 0.5, heard
        assert abs(each.late) <= MOST, heard
    (whole,) = listed(folder, "sittings")
    assert (whole["sat"], whole["planned"]) == (MINUTE, MINUTE)
    (part,) = listed(other, "sittings")
    assert lived - MINUTE - 1 <= part["sat"] <= lived
    assert part["planned"] == 5 * MINUTE


@pytest.mark.parametrize(
    ("by", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 128 + signal.SIGTERM)]
)
def test_ended_early_it_is_logged(folder: Path, by: signal.Signals, status: int) -> None:
    with OnTerminal(folder, "sit", "5", "--bell", "none", "--note", "tired") as terminal:
        terminal.until(lambda said: "4:58 left" in said)
        terminal.process.send_signal(by)
        assert terminal.end() == status
        begun, ended = terminal.left()
    assert begun.startswith("Sitting: 5 minutes, until ")
    assert ended.startswith("You sat ")
    assert "4:59 left" in terminal.said
    (entry,) = listed(folder, "sittings")
    assert 2 <= entry["sat"] < 60
    assert (entry["planned"], entry["preset"], entry["note"]) == (300, "", "tired")


def test_a_line_that_moves_only_each_second_and_words_above_it(folder: Path) -> None:
    words = tuple(Chapter(at, f"Word {at}." if at else "") for at in (0, 1, 2))
    mine = Preset("My words", length=3, settle=1, bell=None, prompts=words)
    with_core(folder, lambda core: core.presets.save(mine))
    with OnTerminal(folder, "sit", "--preset", "my w") as terminal:
        assert terminal.end() == 0
        left = terminal.left()
    assert left[0].startswith("My words: 3 seconds, until ")
    assert left[1:] == ["Word 1.", "Word 2.", "You sat 3 seconds"]
    drawn = [line for frame in terminal.frames() for line in frame if line.endswith(" left")]
    assert drawn
    assert len(drawn) <= 5
    assert listed(folder, "sittings")[0]["preset"] == "My words"


def test_a_talk_and_words_of_a_script(folder: Path, tmp_path: Path) -> None:
    speech_mp3(tmp_path / "tapes" / "Rest.mp3", 2)
    fine(hearthside(folder, "add", str(tmp_path / "tapes")))
    assert planned(folder, "--guided", "1")[1][0] == pytest.approx(2, abs=0.2)
    assert planned(folder, "1", "--guided", "rest")[1:] == [(60, "end", 3)]
    options = ("0.01", "--guided", "1", "--bell", "none", "--ambience", "rain", "--note", "a\nb")
    entry = json.loads(fine(hearthside(folder, "sit", *options, "--json")))
    assert listed(folder, "sittings") == [entry]
    assert set(entry) == {"id", "started", "sat", "planned", "preset", "note"}
    assert (entry["sat"], entry["note"]) == (2, "a\nb")
    assert datetime.fromisoformat(entry["started"]).utcoffset() == timedelta(0)


def test_what_is_not_to_be_logged_is_not(folder: Path) -> None:
    said = fine(hearthside(folder, "sit", "0.02", "--bell", "none", "--no-log"))
    assert said.splitlines()[1:] == ["You sat 1 second"]
    ran = hearthside(folder, "sit", "0.02", "--bell", "none", "--no-log", "--json")
    assert json.loads(fine(ran))["id"] is None
    assert listed(folder, "sittings") == []


def test_it_waits_for_the_last_stroke_to_ring_out(folder: Path) -> None:
    """Also where nothing can be heard: one cannot know who has turned the sound off."""
    with sitting(folder, "0.02", "--bell", "wood") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "You sat 1 second\n"
        told = time.monotonic()
        assert process.wait(20) == 0
    assert time.monotonic() - told >= 2 * STRIKE_EVERY["wood"]


def test_nobody_has_to_hear_the_last_strokes_out(folder: Path) -> None:
    with sitting(folder, "0.02") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "You sat 1 second\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 130
    assert len(listed(folder, "sittings")) == 1
