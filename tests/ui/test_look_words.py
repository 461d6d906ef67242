"""What the screen says of times, sizes and talks."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from desktop_app.base.model import DownloadState
from desktop_app.ui.look import talk_words, words
from tests.support.hand import episode

pytestmark = pytest.mark.usefixtures("look")


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (None, ""),
        (40, "40 s"),
        (180, "3 min"),
        (3480, "58 min"),
        (3840, "1 h 04"),
        (3599, "1 h 00"),
        (42000, "11 h 40"),
    ],
)
def test_lengths(seconds: float | None, expected: str) -> None:
    assert words.minutes(seconds) == expected


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(None, ""), (0, "0:00"), (7.9, "0:07"), (1457, "24:17"), (3723, "1:02:03"), (-3, "0:00")],
)
def test_places(seconds: float | None, expected: str) -> None:
    assert words.clock(seconds) == expected


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, "0 seconds"),
        (1, "1 second"),
        (61, "1 minute 1 second"),
        (3600, "1 hour"),
        (7384, "2 hours 3 minutes 4 seconds"),
    ],
)
def test_places_aloud(seconds: float, expected: str) -> None:
    assert words.spoken(seconds) == expected


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (20, "less than a minute left"),
        (65, "1 minute left"),
        (2098, "35 minutes left"),
        (3580, "1 h 00 left"),
        (3840, "1 h 04 left"),
    ],
)
def test_what_is_left(seconds: float, expected: str) -> None:
    assert words.left(seconds) == expected


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (None, ""),
        (0, "0 bytes"),
        (999, "999 bytes"),
        (12_300, "12 kB"),
        (9_100_000, "9.1 MB"),
        (34_960_000, "35 MB"),
        (14_200_000_000, "14.2 GB"),
        (999_900, "1.0 MB"),
    ],
)
def test_sizes(amount: float | None, expected: str) -> None:
    assert words.size(amount) == expected


def test_part_of_a_file_is_told_in_the_whole_files_unit() -> None:
    assert words.amount_of(22_400_000, 35_000_000) == "22.4 of 35.0 MB"
    assert words.amount_of(400_000, 12_400_000) == "0.4 of 12.4 MB"
    assert words.amount_of(22_400_000, None) == "22 MB"


def test_speeds_and_shares() -> None:
    assert words.speed(1_100_000) == "1.1 MB/s"
    assert [words.rate(rate) for rate in (1.0, 1.25, 0.8)] == ["1.0×", "1.25×", "0.8×"]
    assert [words.percent(share) for share in (0.6499, -1, 7)] == ["64 %", "0 %", "100 %"]


@pytest.mark.parametrize(
    ("hour", "expected"),
    [
        (4, "Good night"),
        (5, "Good morning"),
        (12, "Good afternoon"),
        (18, "Good evening"),
        (23, "Good evening"),
    ],
)
def test_greetings(hour: int, expected: str) -> None:
    assert words.greeting(hour) == expected


def test_days_and_numbers() -> None:
    assert words.date_line(date(2026, 11, 22)) == "Sunday, 22 November"
    assert words.short_date(datetime(2026, 11, 2, tzinfo=UTC)) == "2 Nov 2026"
    assert words.number(1284) == "1,284"
    assert words.count(1, "{n} talk", "{n} talks") == "{n} talk"
    assert words.count(1284, "1 talk", "{n} talks") == "1,284 talks"


def test_a_headline_keeps_surnames_only_when_asked() -> None:
    talk = episode(title="Bob Smith - Surrender to win", speakers=("Bob Smith",))
    assert talk_words.headline(talk, short=True) == "Bob S. - Surrender to win"
    assert talk_words.headline(talk, short=False) == "Bob Smith - Surrender to win"
    assert talk_words.headline(episode(title="  "), short=True) == "Untitled"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"place": "Las Vegas", "year": 2009}, "Las Vegas · 2009 · Sober Cast"),
        (
            {"event": "Founders' Day", "place": "Akron", "position": 1380.0},
            "Founders' Day, Akron · 35 min left",
        ),
        ({"event": "Laughlin 1998", "year": 1998}, "Laughlin 1998"),
        ({}, "21 Nov 2026 · Sober Cast"),
        ({"place": "Sedona", "heard": True}, "Sedona · Sober Cast · heard"),
        ({"published": None}, "Sober Cast"),
    ],
)
def test_second_lines(facts: dict[str, Any], expected: str) -> None:
    assert talk_words.subtitle(episode(**facts)) == expected


def test_second_lines_with_the_feed_first_or_not_at_all() -> None:
    talk = episode(place="Sedona")
    assert talk_words.subtitle(talk, feed_first=True) == "Sober Cast · Sedona"
    assert talk_words.subtitle(talk, with_feed=False) == "Sedona"


@pytest.mark.parametrize(
    ("state", "received", "size", "expected"),
    [
        (DownloadState.REMOTE, 0, 100, "Download"),
        (DownloadState.QUEUED, 0, 100, "Queued"),
        (DownloadState.DOWNLOADING, 64, 100, "↓ 64 %"),
        (DownloadState.DOWNLOADING, 12_300, None, "↓ 12 kB"),
        (DownloadState.PAUSED, 64, 100, "Paused"),
        (DownloadState.DOWNLOADED, 100, 100, "↓ Downloaded"),
        (DownloadState.FAILED, 0, 100, "Failed"),
    ],
)
def test_states(state: DownloadState, received: int, size: int | None, expected: str) -> None:
    assert talk_words.state(episode(state=state, received=received, size=size)) == expected


@pytest.mark.parametrize(
    ("state", "seen", "aloud"),
    [
        (DownloadState.REMOTE, "Missing", "missing"),
        (DownloadState.DOWNLOADED, "↓ Downloaded", "downloaded"),
    ],
)
def test_a_tape_whose_file_is_not_there(state: DownloadState, seen: str, aloud: str) -> None:
    tape = episode(state=state, url="file:///tapes/1.mp3")
    assert (talk_words.state(tape), talk_words.state_aloud(tape)) == (seen, aloud)
    assert talk_words.is_missing(tape) is (seen == "Missing")


def test_a_row_aloud_says_everything_that_can_be_seen() -> None:
    talk = episode(
        title="Chris R. — Steps 6 & 7",
        fellowship="AA",
        position=1380.0,
        favorite=True,
        state=DownloadState.DOWNLOADED,
    )
    assert talk_words.sentence(talk, short=True) == (
        "Chris R. — Steps 6 & 7, 21 Nov 2026, Sober Cast, AA, 58 minutes, 35 minutes left, "
        "favorite, downloaded"
    )


def test_only_a_talk_begun_and_not_finished_is_half_heard() -> None:
    assert talk_words.heard_share(episode(position=870.0)) == pytest.approx(0.25)
    assert talk_words.heard_share(episode(position=0.0)) is None
    assert talk_words.heard_share(episode(position=870.0, heard=True)) is None
    assert talk_words.heard_share(episode(position=870.0, duration=None)) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("nothing was found", "Nothing was found"),
        ("api.example.org did not answer", "api.example.org did not answer"),
        ("gone. It is kept", "Gone. It is kept"),
        ("éteint", "Éteint"),
    ],
)
def test_the_beginning_of_a_sentence(text: str, expected: str) -> None:
    assert words.opening(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", ""), ("No answer", "No answer."), *((each, each) for each in ("No.", "Why?", "Wait…"))],
)
def test_the_end_of_a_sentence(text: str, expected: str) -> None:
    assert words.ended(text) == expected


@pytest.mark.parametrize(
    ("why", "what_next", "expected"),
    [
        ("no answer", "Wait.", "No answer. Wait."),
        ("no answer.", "Wait", "No answer. Wait."),
        ("", "Wait.", "Wait."),
        ("no answer", "", "No answer."),
        ("", "", ""),
    ],
)
def test_why_and_what_next_are_whole_sentences(why: str, what_next: str, expected: str) -> None:
    assert words.why_and_next(why, what_next) == expected


def test_a_path_goes_on_in_the_next_line_on_every_system() -> None:
    assert words.breakable_address("/a/b") == "/\u200ba/\u200bb"
    assert words.breakable_address("C:\\a") == "C:\\\u200ba"


def test_words_from_right_to_left_move_none_of_the_others() -> None:
    assert words.join("שלום", "1998", "Café") == "\u2068שלום\u2069 · 1998 · Café"
