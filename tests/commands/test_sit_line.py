"""What a terminal says of a sitting: little, and at its time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.base.parsed import Chapter
from desktop_app.base.sittings import Guided, Preset
from desktop_app.commands.bars import columns
from desktop_app.commands.sit_line import SitLine
from desktop_app.commands.terminal import preset_line, spoken
from desktop_app.services.events import Events, Notice, RunningSitting, SittingChanged
from tests.support.clock import HandClock

PRESET = Preset("Evening", length=1200, settle=10)
WORDS = (Chapter(10, "Sit."), Chapter(20, ""), Chapter(30, "Breathe."))


class Seat:
    """A sitting whose clock a test moves by hand."""

    def __init__(self, *, quiet: bool = False) -> None:
        self.clock = HandClock()
        self.events = Events()
        self.line = SitLine(self.events, self.clock, quiet=quiet)
        self.running = RunningSitting(
            PRESET, 1210, (10, 310, 1210), WORDS, elapsed=0, at=self.clock.boottime()
        )

    def tell(self, **changes: object) -> None:
        self.running = replace(self.running, **changes)  # type: ignore[arg-type]  # of any field
        self.line.hear(SittingChanged(self.running))

    def shown(self, width: int = 80) -> str:
        return "".join(self.line.lines(width, 24))


def test_the_time_that_is_left_and_the_next_bell(capsys: pytest.CaptureFixture[str]) -> None:
    seat = Seat()
    assert seat.shown() == ""
    seat.tell()
    assert capsys.readouterr().out == "Evening: 20 minutes, until 20:20\n"
    assert seat.shown() == "20:10 left · next bell in 0:10"
    seat.clock.advance(9.5)
    assert seat.shown() == "20:01 left · next bell in 0:01"
    seat.clock.suspend(1)
    assert seat.shown() == "20:00 left · next bell in 5:00"
    seat.clock.advance(300)
    assert seat.shown() == "15:00 left"
    for width in range(1, 40):
        assert columns(seat.shown(width)) < max(width, 1)
    seat.clock.advance(5000)
    assert seat.shown() == "0:00 left"


def test_the_time_stands_until_the_first_stroke_can_be_in_time(
    capsys: pytest.CaptureFixture[str],
) -> None:
    seat = Seat()
    seat.tell(elapsed=-2)
    assert capsys.readouterr().out == "Evening: 20 minutes, until 20:20\n"
    assert seat.shown() == "20:10 left · next bell in 0:10"
    seat.clock.advance(3)
    assert seat.shown() == "20:09 left · next bell in 0:09"


def test_words_are_said_once_at_their_time(capsys: pytest.CaptureFixture[str]) -> None:
    seat = Seat()
    seat.tell()
    capsys.readouterr()
    said = []
    for _ in range(40):
        seat.shown()
        said.append(capsys.readouterr().out)
        seat.clock.advance(1)
    assert {at: words for at, words in enumerate(said) if words} == {10: "Sit.\n", 30: "Breathe.\n"}


@pytest.mark.parametrize(
    ("elapsed", "told", "left"),
    [
        (1210, "You sat 20 minutes", "The last bell rings out."),
        (55.2, "You sat 45 seconds", ""),
        (4, "Ended while settling in", ""),
    ],
)
def test_the_end(capsys: pytest.CaptureFixture[str], elapsed: float, told: str, left: str) -> None:
    seat = Seat()
    seat.tell()
    assert not seat.line.over.is_set()
    seat.tell(elapsed=elapsed, ended=True)
    assert capsys.readouterr().out.splitlines()[1:] == [told]
    assert seat.line.over.is_set()
    assert seat.shown() == left


def test_a_script_hears_only_what_goes_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    seat = Seat(quiet=True)
    seat.tell()
    seat.clock.advance(15)
    assert seat.shown()
    seat.line.hear(Notice("The sitting has no sound."))
    seat.tell(elapsed=1210, ended=True)
    assert capsys.readouterr() == ("", "The sitting has no sound.\n")


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 seconds"),
        (1, "1 second"),
        (59.4, "59 seconds"),
        (60, "1 minute"),
        (61, "1 minute 1 second"),
        (599, "9 minutes 59 seconds"),
        (601, "10 minutes"),
        (1259, "20 minutes"),
        (5400, "90 minutes"),
    ],
)
def test_lengths_are_said_as_one_would(seconds: float, said: str) -> None:
    assert spoken(seconds) == said


def test_a_preset_in_one_line() -> None:
    talk = Guided(7, "Rest here", 900)
    mine = Preset("Mine", 600, bell="wood", bell_at=(90, 300), guided=talk, prompts=WORDS, id=5)
    assert preset_line(mine) == (
        "   5  Mine  (15 minutes, wood, at 1:30, 5:00, “Rest here”, with words)"
    )
