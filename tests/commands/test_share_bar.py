"""A bar for one long piece of work: it fits, moves, and says how long it will take."""

from __future__ import annotations

import pytest

from desktop_app.commands.bars import columns
from desktop_app.commands.share_bar import ShareBar
from desktop_app.services.events import Events, Notice
from tests.support.clock import HandClock

TITLE = "Bob D. - Surrender to win, at the Spring Roundup"


def make(clock: HandClock) -> ShareBar:
    return ShareBar(Events(), TITLE, clock.monotonic)


def line(bar: ShareBar, width: int = 120) -> str:
    (shown,) = bar.lines(width, 24)
    return shown


def test_until_a_share_is_known_it_is_only_said_what_is_worked_on() -> None:
    assert line(make(HandClock())) == f"{TITLE}…"


def test_the_bar_moves_and_says_how_long_it_will_take() -> None:
    clock = HandClock()
    bar = make(clock)
    bar.reached(0.0)
    assert line(bar) == f"{'░' * 28}   0 %  {TITLE}"
    clock.advance(30)
    bar.reached(0.25)
    assert line(bar) == f"{'█' * 7}{'░' * 21}  25 %  2 min left  {TITLE}"
    clock.advance(90)
    bar.reached(1.0)
    assert line(bar) == f"{'█' * 28} 100 %  {TITLE}"


def test_what_was_done_before_does_not_count_as_speed() -> None:
    clock = HandClock()
    bar = make(clock)
    bar.reached(0.5)
    clock.advance(60)
    bar.reached(0.6)
    assert "4 min left" in line(bar)


@pytest.mark.parametrize("width", [*range(1, 90), 200])
def test_every_line_is_shorter_than_the_terminal_is_wide(width: int) -> None:
    bar = make(HandClock())
    for _ in range(2):
        assert columns(line(bar, width)) < max(width, 1)
        bar.reached(0.3)


def test_notices_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    make(HandClock()).hear(Notice("The disk is full."))
    assert capsys.readouterr().err == "The disk is full.\n"
