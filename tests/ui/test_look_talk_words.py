"""The words about one talk: where its title may break, and what kind of thing it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.model import DownloadState, EpisodeQuery
from desktop_app.catalog.topics import TOPICS
from desktop_app.ui.look.shelf_words import filter_words
from desktop_app.ui.look.talk_words import breakable, headline, is_silent, subtitle, tip, where
from desktop_app.ui.look.topic_words import _known, topic
from tests.support.hand import episode

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look


@pytest.mark.parametrize(
    ("title", "pieces"),
    [
        ("Chris R. - Steps 6 & 7", ["Chris R. - Steps 6 & 7"]),
        ("Congratulations, everybody", ["Congratulations, everybody"]),
        ("20160917_AA_Speaker_Margaret.mp3", ["20160917_", "AA_", "Speaker_", "Margaret.", "mp3"]),
        ("x" * 30, ["x" * 14, "x" * 14, "xx"]),
    ],
)
def test_only_overlong_words_may_be_broken(title: str, pieces: list[str]) -> None:
    assert [piece for piece in breakable(title).split("\u200b") if piece] == pieces
    assert breakable(title).replace("\u200b", "") == title


@pytest.mark.parametrize(
    ("values", "silent"),
    [
        ({}, False),
        ({"url": None}, True),
        ({"url": None, "file": "a.mp3"}, False),
        ({"url": None, "state": DownloadState.DOWNLOADED}, False),
    ],
)
def test_without_any_recording_there_is_nothing_to_play(
    values: dict[str, object], silent: bool
) -> None:
    assert is_silent(episode(7, **values)) is silent


BOOK = {"subject": "Big Book study", "speakers": ("Joe & Charlie",), "part": 3, "of": 12}


KIP = {"speakers": ("Kip Tarn",), "title": "As given"}
GOPHER = "Kip T. — Gopher Roundup"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"speakers": ("Chris R.",), "subject": "Steps 6 & 7"}, "Chris R. — Steps 6 & 7"),
        ({"speakers": ("Bob Dobbs",), "subject": "Surrender"}, "Bob D. — Surrender"),
        (BOOK, "Joe & Charlie — Big Book study, part 3 of 12"),
        (BOOK | {"of": None}, "Joe & Charlie — Big Book study, part 3"),
        (BOOK | {"subject": "", "series": "Big Book"}, "Joe & Charlie — Big Book, part 3 of 12"),
        (BOOK | {"subject": "", "series": "Joe & Charlie", "title": "As given"}, "As given"),
        (
            {"speakers": ("Ann Ames", "Bob Dobbs"), "subject": "A workshop"},
            "Ann A. & Bob D. — A workshop",
        ),
        (
            {"speakers": ("Ann Ames", "Bob Dobbs", "Cy C."), "subject": "A panel"},
            "Ann A., Bob D. & Cy C. — A panel",
        ),
        ({"speakers": ("Bob Dobbs",), "title": "Bob Dobbs in Reno"}, "Bob D. in Reno"),
        ({"subject": "The promises", "title": "The promises, 1998"}, "The promises, 1998"),
        ({"title": " "}, "Untitled"),
        (KIP | {"event": "Gopher Roundup"}, "Kip T. — Gopher Roundup"),
        (KIP | {"event": "Gopher Roundup", "part": 2, "of": 3}, f"{GOPHER}, part 2 of 3"),
        (KIP | {"place": "London, England"}, "Kip T. — London"),
        (KIP | {"place": ", England"}, "As given"),
        (KIP | {"subject": "Kip Tarn", "event": "Gopher Roundup"}, GOPHER),
        (KIP | {"event": "An Evening with Kip Tarn"}, "Kip T. — An Evening with Kip T."),
        (KIP | {"event": "Kip Tarn", "place": "Reno"}, "Kip T. — Reno"),
        (KIP | {"series": "Kip Tarn", "event": "Gopher Roundup"}, "As given"),
        (KIP | {"series": "The book", "event": "Gopher Roundup"}, "Kip T. — The book"),
        ({"event": "Gopher Roundup", "title": "As given"}, "As given"),
    ],
)
def test_a_row_says_who_speaks_and_about_what(
    look: Look, values: dict[str, object], said: str
) -> None:
    assert headline(episode(7, **values), short=True) == said


def test_the_feeds_own_title_is_a_tip(look: Look) -> None:
    talk = episode(7, title="Bob Dobbs - Surrender (AA)", speakers=("Bob Dobbs",))
    assert tip(talk, short=True) == "Bob D. - Surrender (AA)"
    known = replace(talk, subject="Surrender")
    assert tip(known, short=True) == "Bob D. — Surrender\nBob D. - Surrender (AA)"
    assert tip(known, short=False) == "Bob Dobbs — Surrender\nBob Dobbs - Surrender (AA)"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"event": "Founders' Day", "place": "Akron, OH"}, "Founders' Day, Akron"),
        ({"place": "Las Vegas, NV"}, "Las Vegas"),
        ({"event": "Akron Founders' Day", "place": "Akron, OH"}, "Akron Founders' Day"),
        ({"event": "Al-Anon luncheon"}, "Al-Anon luncheon"),
        (KIP | {"event": "Founders' Day", "place": "Akron, OH"}, "Akron"),
        (KIP | {"event": "Founders' Day, Akron", "place": "Akron, OH"}, ""),
        (KIP | {"place": "Las Vegas, NV"}, ""),
        (KIP | {"event": "Founders' Day", "subject": "Hope"}, "Founders' Day"),
        ({}, ""),
    ],
)
def test_where_it_was_in_a_few_words(values: dict[str, object], said: str) -> None:
    assert where(episode(7, **values)) == said


def test_a_series_is_named_where_the_headline_does_not(look: Look) -> None:
    part = episode(7, **BOOK, series="Big Book study", year=1998)
    assert subtitle(part) == "1998 · Sober Cast"
    own = replace(part, subject="The doctor's opinion")
    assert subtitle(own) == "Big Book study · 1998 · Sober Cast"


def test_the_second_line_does_not_say_the_headline_again(look: Look) -> None:
    talk = episode(7, **KIP, event="Gopher Roundup 1998", place="Austin, MN", year=1998)
    assert subtitle(talk) == "Austin"
    assert subtitle(replace(talk, event=None)) == "1998 · Sober Cast"
    assert subtitle(replace(talk, subject="Hope")) == "Gopher Roundup 1998, Austin"


@pytest.mark.parametrize("key", TOPICS)
def test_every_topic_has_words(look: Look, key: str) -> None:
    assert key in _known(), "the screen has no words for it"
    assert topic(key)[0].isupper()


def test_a_topic_of_a_newer_catalog_says_its_key(look: Look) -> None:
    assert topic("inner child") == "Inner child"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (EpisodeQuery(), ""),
        (EpisodeQuery(speaker="Bob Dobbs", fellowship="AA"), "Bob D. · AA"),
        (EpisodeQuery(step=4, topic="fear", decade=1990), "Step 4 · Fear · 1990s"),
        (
            EpisodeQuery(states=(DownloadState.DOWNLOADED,), unheard=True, favorite=True),
            "downloaded · not heard · favorites",
        ),
    ],
)
def test_a_filter_in_words(look: Look, query: EpisodeQuery, said: str) -> None:
    assert filter_words(query, short=True) == said
