"""Whole or cut: a table of what is known and what follows from it."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from desktop_app.base.parsed import Ending
from desktop_app.downloads.answer import Framing
from desktop_app.downloads.verdict import Evidence, Verdict, judge, reason

WHOLE, ASK, CUT = Verdict.WHOLE, Verdict.ASK, Verdict.CUT
MB = 1_000_000
TALK = Evidence(
    size=20 * MB,
    framing=Framing.LENGTH,
    feed_size=None,
    feed_duration=None,
    duration=2400.0,
    ending=Ending.OPEN,
)
"""A talk of forty minutes against which nothing speaks."""

CLOSED: dict[str, object] = {"framing": Framing.CLOSE}
FRAYED: dict[str, object] = {"ending": Ending.FRAYED}
TORN: dict[str, object] = {"ending": Ending.CUT}
SMALL: dict[str, object] = {"feed_size": 22 * MB}
SHORT: dict[str, object] = {"feed_duration": 2700.0}
MUTE: dict[str, object] = {"readable": False, "ending": None, "duration": None}
CONFIRMED: dict[str, object] = {"confirmed": True}
ASKED: dict[str, object] = {"asked": True}
AGAIN: dict[str, object] = {"asked": True, "again": 20 * MB}
FITS: dict[str, object] = {"feed_duration": 2400.4}
EXACT: dict[str, object] = {"feed_size": 20 * MB}
ENTIRE: dict[str, object] = {"ending": Ending.WHOLE}


@pytest.mark.parametrize(
    ("known", "verdict"),
    [
        # nothing speaks against it
        ({}, WHOLE),
        ({"framing": Framing.CHUNKED}, WHOLE),
        ({"framing": None}, WHOLE),
        ({"ending": None, "duration": None}, WHOLE),
        (CONFIRMED, WHOLE),
        # the feed's exact size is no chance; its nonsense (0, 1, seconds) is no witness
        (EXACT | FRAYED | CLOSED | SHORT, WHOLE),
        (EXACT | TORN, WHOLE),
        (EXACT | MUTE, ASK),
        ({"feed_size": 0} | FRAYED, ASK),
        ({"feed_size": 0}, WHOLE),
        ({"feed_size": 1}, WHOLE),
        ({"feed_size": 2700}, WHOLE),
        ({"feed_size": 30 * MB}, ASK),
        ({"feed_size": 20 * MB + 90_000}, WHOLE),
        ({"feed_size": 20 * MB + 110_000}, ASK),
        # what has all its own header promises is doubted only where it is much shorter
        (ENTIRE | CLOSED | SMALL, WHOLE),
        (ENTIRE | SHORT, ASK),
        (ENTIRE | SHORT | ASKED, WHOLE),
        # durations: more than 3 % and more than 10 s, and only if both are known
        ({"feed_duration": 2470.0}, WHOLE),
        ({"feed_duration": 2480.0}, ASK),
        ({"duration": 60.0, "feed_duration": 69.0}, WHOLE),
        ({"duration": 60.0, "feed_duration": 71.0}, ASK),
        ({"feed_duration": 600.0}, WHOLE),
        ({"feed_duration": 0.0}, WHOLE),
        ({"duration": None} | SHORT, WHOLE),
        # any doubt is worth a question, until it has been answered
        (FRAYED, ASK),
        (TORN, ASK),
        (CLOSED, ASK),
        (SMALL, ASK),
        (SHORT, ASK),
        (MUTE, ASK),
        # the server says that this is all: file and feed must both contradict it
        (CONFIRMED | FRAYED, WHOLE),
        (CONFIRMED | CLOSED, WHOLE),
        (CONFIRMED | SMALL, WHOLE),
        (CONFIRMED | SHORT, WHOLE),
        (CONFIRMED | SHORT | SMALL, WHOLE),
        (CONFIRMED | FRAYED | SMALL, WHOLE),
        (CONFIRMED | TORN, WHOLE),
        (CONFIRMED | TORN | SMALL, CUT),
        (CONFIRMED | TORN | SHORT, CUT),
        (CONFIRMED | FRAYED | SHORT, CUT),
        (CONFIRMED | MUTE, CUT),
        # it was asked and said nothing: doubted, until the same came again
        (ASKED | FRAYED, CUT),
        (ASKED | CLOSED, CUT),
        (ASKED | SMALL, CUT),
        (ASKED | SHORT, CUT),
        (ASKED | FRAYED | {"again": 19 * MB}, CUT),
        (AGAIN | FRAYED | FITS, WHOLE),
        (AGAIN | CLOSED, WHOLE),
        (AGAIN | SMALL, WHOLE),
        (AGAIN | SHORT, WHOLE),
        (AGAIN | SHORT | SMALL, WHOLE),
        # the file, or two of feed and server, against it: unless it lasts as long as it should
        (AGAIN | FRAYED, CUT),
        (AGAIN | FRAYED | CLOSED, CUT),
        (AGAIN | FRAYED | SMALL, CUT),
        (AGAIN | SMALL | CLOSED, CUT),
        (AGAIN | SHORT | CLOSED, CUT),
        (AGAIN | FRAYED | CLOSED | FITS, WHOLE),
        (ASKED | FRAYED | CLOSED | FITS, CUT),
        # its own header promises more, or nothing can be played: never without a word
        (AGAIN | TORN, CUT),
        (AGAIN | TORN | FITS, CUT),
        (AGAIN | MUTE, CUT),
    ],
)
def test_verdicts(known: dict[str, object], verdict: Verdict) -> None:
    assert judge(replace(TALK, **known)) is verdict  # type: ignore[arg-type] # a table


def test_every_question_is_asked_but_once_and_every_refusal_has_a_reason() -> None:
    parts: tuple[tuple[dict[str, object], ...], ...] = (
        ({}, CLOSED),
        ({}, FRAYED, TORN, ENTIRE, MUTE),
        ({}, SMALL),
        ({}, SHORT),
        ({}, CONFIRMED),
        ({}, ASKED, AGAIN),
    )
    for combination in itertools.product(*parts):
        known = {name: value for each in combination for name, value in each.items()}
        evidence = replace(TALK, **known)  # type: ignore[arg-type] # a table
        verdict = judge(evidence)
        if evidence.asked or evidence.confirmed:
            assert verdict is not ASK
        if verdict is WHOLE:
            assert evidence.readable
        else:
            assert reason(evidence)


@pytest.mark.parametrize(
    ("known", "words"),
    [
        ({}, ""),
        ({"duration": 1320.0} | SHORT, "only 22 of 45 minutes came"),
        ({"duration": 70.0, "feed_duration": 100.0}, "only 1 of 2 minutes came"),
        ({"duration": 60.0, "feed_duration": 80.0}, "only 60 of 80 seconds came"),
        ({"duration": 20.0, "feed_duration": 2700.0}, "only 20 of 2700 seconds came"),
        ({"size": 12 * MB, "feed_size": 24 * MB}, "only 12 of 24 MB came"),
        ({"size": 12_100_000, "feed_size": 12_400_000}, "only 12100 of 12400 KB came"),
        ({"size": 100, "feed_size": 101}, "only 100 of 101 bytes came"),
        (SHORT | SMALL | CLOSED, "only 40 of 45 minutes came"),
        (TORN | CLOSED, "it breaks off before its end"),
        (FRAYED, "it seems to break off at its very end"),
        (CLOSED, "the server broke off without saying whether that was all"),
        (MUTE | SMALL, "what came cannot be played"),
    ],
)
def test_reasons(known: dict[str, object], words: str) -> None:
    assert reason(replace(TALK, **known)) == words  # type: ignore[arg-type] # a table
