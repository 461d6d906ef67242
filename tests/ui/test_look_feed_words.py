"""What is said about a feed's times."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale

from desktop_app.base.model import FeedKind
from desktop_app.ui.look import feed_words
from tests.support.hand import MOMENT, feed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.base.model import Feed

NOW = MOMENT + timedelta(minutes=30)
LATER = NOW + timedelta(hours=1)
BROKEN = "Could not refresh Sober Cast: no answer. Try again later."


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    """Times as in Britain, whoever runs the tests."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        (0, "Only when I ask"),
        (1, "Every hour"),
        (4, "Every 4 hours"),
        (24, "Once a day"),
        (168, "Once a week"),
    ],
)
def test_how_often(hours: int, said: str) -> None:
    assert feed_words.every(hours) == said
    assert feed_words.as_in_settings(hours) == f"As in the settings ({said[0].lower()}{said[1:]})"


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (feed(1, episodes=1), "1 talk · not refreshed yet"),
        (feed(1, episodes=2, kind=FeedKind.MEDITATIONS), "2 meditations · not refreshed yet"),
        (feed(1, episodes=2, paused=True), "Paused · 2 talks · not refreshed yet"),
        (feed(1, problem=BROKEN), "It could not be read so far"),
        (feed(1, problem=BROKEN, paused=True), "Paused · It could not be read so far"),
        (
            feed(1, episodes=5, refreshed=datetime(2026, 11, 20, 9, 0, tzinfo=UTC)),
            "5 talks · refreshed 20 Nov 2026",
        ),
        (
            feed(1, episodes=312, unheard=4, refreshed=MOMENT),
            "312 talks · 4 new · refreshed today at 20:00",
        ),
        (
            feed(1, episodes=2, refreshed=MOMENT, problem=BROKEN),
            "2 talks · refreshed today at 20:00 · could not be refreshed since",
        ),
    ],
)
def test_the_summary_says_only_what_is_known(one: Feed, said: str) -> None:
    assert feed_words.summary(one, NOW) == said


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (None, ""),
        (NOW, ""),
        (NOW - timedelta(days=1), ""),
        (LATER, "Next try today at 21:30."),
        (NOW + timedelta(hours=4), "Next try tomorrow at 00:30."),
        (NOW + timedelta(days=3), "Next try on 25 Nov 2026 at 20:30."),
    ],
)
def test_when_it_is_tried_again(moment: datetime | None, said: str) -> None:
    assert feed_words.tried_again(moment, NOW) == said


def test_today_is_where_the_person_is() -> None:
    east = NOW.astimezone(timezone(timedelta(hours=5)))
    assert feed_words.tried_again(LATER, east).startswith("Next try today")
    assert feed_words.tried_again(LATER, NOW.astimezone(timezone(timedelta(hours=3)))).startswith(
        "Next try tomorrow"
    )


@pytest.mark.parametrize(
    ("one", "hours", "tried"),
    [
        (feed(1, problem=BROKEN, next_try=LATER), 4, True),
        (feed(1, problem=BROKEN, next_try=LATER), 0, False),
        (feed(1, problem=BROKEN, next_try=LATER, every=24), 0, True),
        (feed(1, problem=BROKEN, next_try=LATER, every=0), 4, False),
        (feed(1, problem=BROKEN, next_try=LATER, paused=True), 4, False),
        (feed(1, next_try=LATER), 4, False),
        (feed(1, problem=BROKEN), 4, False),
    ],
)
def test_nothing_is_promised_that_will_not_be(one: Feed, hours: int, tried: bool) -> None:
    assert bool(feed_words.next_try(one, hours, NOW)) is tried


@pytest.mark.parametrize(
    ("title", "problem", "parts"),
    [
        ("Sober Cast", BROKEN, ("Could not refresh Sober Cast", "no answer. Try again later.")),
        (
            "Steps: 1 to 12",
            "Could not refresh Steps: 1 to 12: no answer.",
            ("Could not refresh Steps: 1 to 12", "no answer."),
        ),
        ("Renamed", BROKEN, ("Could not refresh Sober Cast", "no answer. Try again later.")),
        ("Sober Cast", "It is gone.", ("It is gone.", "")),
    ],
)
def test_a_problem_has_two_parts(title: str, problem: str, parts: tuple[str, str]) -> None:
    assert feed_words.parted(problem, title) == parts


@pytest.mark.parametrize(
    ("what_next", "again", "said"),
    [
        ("Try again later.", "", "Try again later."),
        ("Try again later.", "Next try soon.", "Next try soon."),
        ("no answer. Try again later.", "Next try soon.", "no answer. Next try soon."),
        ("Check the address.", "Next try soon.", "Check the address. Next try soon."),
    ],
)
def test_to_wait_is_no_advice_where_it_is_tried_again(
    what_next: str, again: str, said: str
) -> None:
    assert feed_words.advice(what_next, again) == said


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.0, "Nothing"),
        (15.0, "15 s"),
        (60.0, "60 s"),
        (90.0, "90 s"),
        (120.0, "2 min"),
        (150.4, "2 min 30 s"),
    ],
)
def test_how_much_of_the_beginning_is_left_out(seconds: float, words: str) -> None:
    assert feed_words.skipped(seconds) == words


def test_speeds_offer_the_one_in_force_too() -> None:
    assert feed_words.speeds(None, (1.0, 1.5), 1.2) == (
        (None, "As in the settings (1.2×)"), (1.0, "1.0×"), (1.5, "1.5×"),
    )  # fmt: skip
    assert [value for value, _ in feed_words.speeds(1.1, (1.0, 1.5), 1.0)] == [None, 1.0, 1.1, 1.5]
