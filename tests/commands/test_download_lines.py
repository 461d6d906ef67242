"""Lines of the terminal: they fit, say what matters, and leave out the rest first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.base.shelf import Wait, WaitFor
from desktop_app.commands.bars import columns, elide
from desktop_app.commands.download_lines import (
    Row,
    Total,
    amount,
    row_line,
    time_left,
    total_line,
    wait_words,
)

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
TALK = Row("Bob D. - Surrender to win, at the Spring Roundup", 12_400_000, 45_000_000, 1_200_000)
ROWS = [
    TALK,
    Row("日本語の話、とても長い題名でありますから切ります", 0, None, 0),
    Row("Mary K.", 900_000, 900_000, 4),
    Row("Mary K.", 0, 0, 0),
    Row("Mary K. - Hope", 5, 10, 0, "the server cannot be reached, tried again in 8 s"),
]
TOTALS = [
    Total(3, 30, 540_000_000, 1_200_000_000, 2_000_000, about=True),
    Total(0, 1, 0, None, 0),
]


@pytest.mark.parametrize("width", [*range(1, 60), 79, 80, 81, 100, 132, 400])
def test_every_line_is_shorter_than_the_terminal_is_wide(width: int) -> None:
    for line in (*(row_line(row, width) for row in ROWS), *(total_line(t, width) for t in TOTALS)):
        assert columns(line) < max(width, 1), (line, width)


@pytest.mark.parametrize(
    ("width", "title", "figures"),
    [
        (132, 48, "  █████░░░░░░░░░░░░░░░    12.4 of 45.0 MB   1.2 MB/s  27 s left"),
        (80, 24, "  ██░░░░░░░░    12.4 of 45.0 MB   1.2 MB/s  27 s left"),
        (60, 28, "  ██░░░░░░░░  27 %  27 s left"),
        (45, 26, "  ██░░░░░░░░  27 %"),
        (25, 18, "  27 %"),
        (10, 3, "  27 %"),
        (5, 4, ""),
    ],
)
def test_figures_give_way_to_the_title(width: int, title: int, figures: str) -> None:
    line = row_line(TALK, width)
    assert (line[:title].rstrip(), line[title:].rstrip()) == (elide(TALK.title, title), figures)


def test_why_it_waits_stands_in_the_place_of_the_figures() -> None:
    words = "the server cannot be reached, tried again in 8 s"
    assert row_line(ROWS[-1], 80) == f"{'Mary K. - Hope':24}  {words}"
    assert row_line(ROWS[-1], 40) == "Mary K. - Ho…  the server cannot be re…"
    assert "is checked" in row_line(ROWS[2], 100)


def test_the_total_names_files_bytes_speed_and_time() -> None:
    assert total_line(TOTALS[0], 100) == (
        "3 of 30 files · 540.0 MB of about 1.2 GB · 2.0 MB/s · 6 min left"
    )
    assert total_line(TOTALS[0], 40) == "3 of 30 files · 6 min left"
    assert total_line(TOTALS[0], 20) == "3 of 30 files"
    assert total_line(TOTALS[1], 80) == "0 of 1 files · 0 kB"


@pytest.mark.parametrize(
    ("received", "total", "words"),
    [
        (0, None, "0 kB"),
        (1_000, 2_000_000, "1 kB of 2.0 MB"),
        (1_500_000, 2_000_000, "1.5 of 2.0 MB"),
        (999_000_000, 2_100_000_000, "999.0 MB of 2.1 GB"),
    ],
)
def test_amounts(received: int, total: int | None, words: str) -> None:
    assert amount(received, total) == words


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        *((0, ""), (0.2, ""), (0.7, "1 s left"), (59, "59 s left"), (61, "1 min left")),
        *((5400, "1 h 30 min left"), (359_000, "99 h 43 min left"), (999_999, "days left")),
    ],
)
def test_time_left(rest: float, words: str) -> None:
    assert time_left(0, round(rest * 1000), 1000) == words
    assert time_left(0, 10, 0) == time_left(0, None, 10) == time_left(10, 5, 1) == ""


def test_titles_are_cut_between_columns_and_cannot_command_the_terminal() -> None:
    assert elide("日本語", 5) == "日本…"
    assert elide("日本語", 4) == "日…"
    assert elide("e\N{COMBINING ACUTE ACCENT}e", 2) == "e\N{COMBINING ACUTE ACCENT}e"
    assert elide("A\x1b[2Jtalk\x07", 20) == "A[2Jtalk"
    assert elide("talk", 0) == ""


@pytest.mark.parametrize("reason", WaitFor)
def test_every_reason_to_wait_has_words(reason: WaitFor) -> None:
    words = wait_words(Wait(reason, NOW + timedelta(seconds=8), "the connection broke off"), NOW)
    assert "{" not in words
    assert words[0].islower()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(None, "now"), (-3, "now"), (0.2, "now"), (8, "in 8 s"), (99, "in 99 s"), (130, "in 2 min")],
)
def test_when_it_is_tried_again(seconds: float | None, words: str) -> None:
    until = None if seconds is None else NOW + timedelta(seconds=seconds)
    assert (
        wait_words(Wait(WaitFor.RETRY, until, "it broke"), NOW) == f"it broke, tried again {words}"
    )
