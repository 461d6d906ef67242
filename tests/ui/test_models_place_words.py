"""Words for places in talks: days, spans, what a search of the bookmarks finds."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from desktop_app.base.listening import Listened, Marked
from desktop_app.base.model import Bookmark
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.models import place_words
from tests.support.hand import episode

TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def listened(begin: float = 60.0, until: float = 660.0, **values: object) -> Listened:
    given: dict[str, object] = {"id": 1, "episode": episode(7), "started": NOON}
    return Listened(begin=begin, until=until, **(given | values))  # type: ignore[arg-type]


def marked(note: str, place: float = 61.0, **values: object) -> Marked:
    return Marked(Bookmark(int(place), 7, place, note, NOON), episode(7, **values))


@pytest.mark.parametrize(
    ("back", "said"),
    [
        (0, "Today"),
        (1, "Yesterday"),
        (2, "Friday, 20 November"),
        (400, "18 Oct 2025"),
        (-1, "23 Nov 2026"),
    ],
)
@pytest.mark.usefixtures("look")
def test_days(back: int, said: str) -> None:
    assert place_words.day_title(TODAY - timedelta(days=back), TODAY) == said


@pytest.mark.parametrize(
    ("begin", "until", "said", "on"),
    [
        (60, 660, "1:00 – 11:00 · 10 min", 660),
        (60, 60.4, "at 1:00", 60.4),
        (660, 60, "11:00 – 1:00", 60),
        (60, 3478, "1:00 – the end · 57 min", 0),
    ],
)
@pytest.mark.usefixtures("look")
def test_spans(begin: float, until: float, said: str, on: float) -> None:
    assert place_words.span(listened(begin, until)) == said
    assert place_words.goes_on_at(listened(begin, until)) == on


def test_of_unknown_length_there_is_no_end() -> None:
    assert place_words.goes_on_at(listened(0, 99, episode=episode(7, duration=None))) == 99


@pytest.mark.usefixtures("look")
def test_rows_of_the_history() -> None:
    day = timedelta(days=1)
    history = [
        listened(asleep=300.0),
        listened(id=2, started=NOON - day),
        listened(id=3, started=NOON - day),
    ]
    rows = place_words.history_lines(history, TODAY, short=True)

    assert [row.text for row in rows] == [
        "Today",
        "Talk 7",
        "The sleep timer was set here",
        "Yesterday",
        "Talk 7",
        "Talk 7",
    ]
    assert [row.value.place for row in rows if row.value] == [660, 300, 660, 660]
    assert len({row.key for row in rows if not row.heading}) == 4
    assert (rows[2].icon, rows[2].more) == (Icon.MOON, "5:00 · Talk 7")
    assert rows[1].aloud.startswith("Talk 7, Sober Cast, at ")
    assert rows[1].aloud.endswith("from 1 minute to 11 minutes")


@pytest.mark.usefixtures("look")
def test_rows_of_bookmarks() -> None:
    noted, bare = place_words.bookmark_lines([marked("two\nlines"), marked("", 5.0)], short=True)
    assert (noted.text, noted.more, noted.end) == ("two lines", "Talk 7 · Sober Cast", "1:01")
    assert noted.aloud == "two lines, at 1 minute 1 second, Talk 7, Sober Cast"
    assert (bare.text, bare.own) == ("Bookmark of 22 Nov 2026", "")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ["resentment", "Café"]),
        ("RESENT", ["resentment"]),
        ("cafe", ["Café"]),
        ("renée café", ["Café"]),
        ("cast resent", ["resentment"]),
        ("surrender", ["resentment"]),
        ("resent cafe", []),
    ],
)
def test_searching_bookmarks(text: str, found: list[str]) -> None:
    marks = [
        marked("resentment", title="Surrender to win"),
        marked("Café", 70.0, speakers=("Renée B.",)),
    ]
    assert [each.bookmark.note for each in place_words.fitting(marks, text)] == found
