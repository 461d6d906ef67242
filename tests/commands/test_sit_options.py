"""What can be said to ``sit``, and which sitting comes of it."""

from __future__ import annotations

from typing import Any

import click
import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import Chapter
from desktop_app.base.sittings import Guided, Preset
from desktop_app.commands.sit_options import (
    NONE,
    Minutes,
    OrNone,
    SeveralMinutes,
    Wishes,
    meant,
    plain,
    wished,
)

EVENING = Preset(
    "Evening",
    length=1200,
    settle=10,
    bell="bowl",
    bell_every=300,
    bell_at=(30,),
    ambience="rain",
    ambience_volume=0.5,
    guided=Guided(3, "Rest", 700),
    prompts=(Chapter(5, "Sit."),),
    id=9,
)


@pytest.mark.parametrize(
    ("said", "seconds"),
    [("20", 1200), ("0.25", 15), (" 5 ", 300), ("12:30", 750), ("0:05", 5), (".5", 30)],
)
def test_minutes(said: str, seconds: float) -> None:
    assert Minutes().convert(said, None, None) == seconds


@pytest.mark.parametrize(
    "said", ["0", "-1", "ten", "", "nan", "inf", "1:60", "1:5", "1:2:3", "-1:30", ":30", "1e999"]
)
def test_what_is_no_time_is_wrong_usage(said: str) -> None:
    for kind in (Minutes(), OrNone(Minutes()), SeveralMinutes()):
        with pytest.raises(click.UsageError, match="no number of minutes"):
            kind.convert(said, None, None)


def test_several_minutes_come_in_order_and_once() -> None:
    assert SeveralMinutes().convert("18,5, 12:30,5", None, None) == (300, 750, 1080)
    assert OrNone(SeveralMinutes()).convert("NONE", None, None) == NONE


@pytest.mark.parametrize(
    ("wish", "changed"),
    [
        ({}, {}),
        ({"minutes": 60.0}, {"length": 60}),
        ({"settle": 0.0}, {"settle": 0}),
        ({"bell_every": 120.0}, {"bell_every": 120}),
        ({"bell_every": NONE}, {"bell_every": None}),
        ({"bell_at": (60.0, 90.0)}, {"bell_at": (60, 90)}),
        ({"bell_at": NONE}, {"bell_at": ()}),
        ({"bell": "WOO"}, {"bell": "wood"}),
        ({"bell": "None"}, {"bell": None}),
        ({"strikes": 0}, {"end_strikes": 0}),
        ({"ambience": "séa"}, {"ambience": "sea"}),
        ({"ambience": NONE}, {"ambience": None}),
        ({"volume": 30}, {"ambience_volume": 0.3}),
        ({"no_talk": True}, {"guided": None}),
    ],
)
def test_a_wish_changes_just_that(wish: dict[str, Any], changed: dict[str, object]) -> None:
    made = wished(EVENING, Wishes(**wish))
    for field in Preset.__dataclass_fields__:
        assert getattr(made, field) == changed.get(field, getattr(EVENING, field)), field


def test_a_talk_takes_the_place_of_the_one_before() -> None:
    talk = Guided(4, "Breath", 60)
    assert wished(EVENING, Wishes(), talk).guided == talk


@pytest.mark.parametrize(
    ("preset", "wish", "told"),
    [
        (EVENING, {"bell": "gamelan"}, "There is no bell “gamelan”. Choose bowl, "),
        (EVENING, {"bell": "b"}, "“b” may be more than one bell"),
        (EVENING, {"bell": ""}, "There is no bell “”"),
        (EVENING, {"ambience": "bowl"}, "There is no ambience “bowl”"),
        (EVENING, {"bell": NONE, "bell_at": (60.0,)}, "no bell that could ring"),
        (EVENING, {"bell": NONE, "strikes": 2}, "no bell that could ring"),
        (EVENING, {"ambience": NONE, "volume": 50}, "has no ambience"),
        (plain(60), {"volume": 50}, "has no ambience"),
        (plain(60), {"bell_at": (60.0,)}, "No bell can ring at 1:00: the sitting lasts 1 minute"),
    ],
)
def test_what_cannot_be_heard_is_told(preset: Preset, wish: dict[str, Any], told: str) -> None:
    with pytest.raises(KnownError) as refused:
        wished(preset, Wishes(**wish))
    assert told in str(refused.value)


def test_no_bells_wanted_where_there_is_none_is_fine() -> None:
    silent = wished(EVENING, Wishes(bell=NONE, bell_every=NONE, strikes=0))
    assert silent.bell is None


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("morning quiet", ["Morning quiet"]),
        ("MORN", ["Morning quiet"]),
        ("soirée", ["Soirée"]),
        ("soiree", ["Soirée"]),
        ("s", ["Soirée", "Step Eleven"]),
        ("step", ["Step Eleven"]),
        ("eleven", ["Step Eleven"]),
        ("quiet", ["Quiet"]),
        ("🙏", ["🙏"]),
        ("!", []),
        ("", []),
        ("noon", []),
    ],
)
def test_names_are_known_by_their_beginning(typed: str, found: list[str]) -> None:
    names = ["Morning quiet", "Soirée", "Step Eleven", "Quiet", "🙏"]
    assert list(meant(typed, names, str)) == found
