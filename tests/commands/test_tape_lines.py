"""What the terminal says of a recording: in plain words, nothing that was not measured."""

from __future__ import annotations

import json
from dataclasses import fields, replace

import pytest

from desktop_app.base.tape import Fault, Hum, Side, Tape
from desktop_app.commands.tape_lines import (
    restored_line,
    tape_json,
    tape_lines,
    verdict,
)
from tests.support.restoring import RESULT, make_tape

TAPE = make_tape(
    duration=3723.0,
    hum=Hum(59.9, ((1, 24.0), (2, 12.0), (3, 9.5))),
    rumble=-48.25,
    clipped=0.0002,
    clicks=11.6,
    wandering=9.2,
)
SILENCE = make_tape(
    loudness=None, peak=None, speech=None, noise=None, hum=None, bandwidth=None,
    side=Side.BOTH, balance=0.0, dropouts=0,
)  # fmt: skip


def said(tape: Tape, name: str) -> str:
    """Return what is said under a name."""
    lines = tape_lines(tape, (), "a.mp3")
    (line,) = (line for line in lines if line.startswith(f"{name} "))
    return line[14:]


def test_everything_is_said_in_its_unit() -> None:
    assert tape_lines(TAPE, (Fault.HISS, Fault.HUM), "Old tape's.mp3") == [
        "length        1:02:03",
        "loudness      −31.2 LUFS; talks are pleasant to listen to at about −16",
        "highest peak  −12.0 dBTP",
        "voice         −30.0 dB",
        "pauses        −50.0 dB; the voice is 20 dB louder",
        "rumble        −48.2 dB",
        "hum           of 59.9 Hz: 3 tones, up to 24 dB above the noise",
        "sounds up to  8.0 kHz",
        "overdriven    0.02 % of the sound",
        "dropouts      2 times",
        "clicks        12 a minute",
        "evenness      9 dB between loud and faint minutes",
        "channels      the voice is on the left one only",
        "",
        "It hisses and it hums.",
        "Restoring it would help: hearthside restore 'Old tape'\"'\"'s.mp3'",
    ]


def test_what_cannot_be_told_is_said_to_be_so() -> None:
    for name in ("voice", "pauses", "highest peak", "rumble", "sounds up to"):
        assert said(SILENCE, name) == "cannot be told"
    assert said(SILENCE, "loudness").startswith("cannot be told")
    assert (said(SILENCE, "hum"), said(SILENCE, "dropouts")) == ("none", "none")
    assert tape_lines(SILENCE, (), "a.mp3")[-1] == "It sounds fine as it is."
    assert said(replace(TAPE, noise=None), "pauses") == "cannot be told"
    assert said(replace(TAPE, speech=None), "pauses") == "−50.0 dB"
    assert said(replace(TAPE, dropouts=1), "dropouts") == "once"
    assert said(replace(TAPE, hum=Hum(50.0, ((1, 9.0),))), "hum") == (
        "of 50.0 Hz: one tone, 9 dB above the noise"
    )


@pytest.mark.parametrize(
    ("side", "balance", "inverted", "words"),
    [
        (Side.RIGHT, -40.0, False, "the voice is on the right one only"),
        (Side.BOTH, 0.4, False, "the voice is on all of them"),
        (Side.BOTH, 3.2, False, "the left one is 3 dB louder"),
        (Side.BOTH, -3.2, False, "the right one is 3 dB louder"),
        (Side.BOTH, 0.0, True, "one is turned over, so that together they fall silent"),
    ],
)
def test_where_the_voice_is(side: Side, balance: float, inverted: bool, words: str) -> None:
    tape = replace(TAPE, side=side, balance=balance, inverted=inverted)
    assert said(tape, "channels") == words


def test_every_fault_has_its_words() -> None:
    for fault in Fault:
        assert verdict((fault,)).startswith("It")
    assert verdict((Fault.QUIET, Fault.HISS, Fault.ONE_SIDED)) == (
        "It is quiet, it hisses and its voice comes from one side."
    )


def test_scripts_get_every_field_of_a_tape() -> None:
    values = json.loads(json.dumps(tape_json(TAPE, (Fault.HUM,))))
    assert set(values) == {field.name for field in fields(Tape)} | {"snr", "faults"}
    assert values["hum"] == {"frequency": 59.9, "harmonics": [[1, 24.0], [2, 12.0], [3, 9.5]]}
    assert (values["side"], values["snr"], values["faults"]) == ("left", 20.0, ["hum"])
    assert json.loads(json.dumps(tape_json(SILENCE, ())))["loudness"] is None


@pytest.mark.parametrize(
    ("changes", "line"),
    [
        ({}, "−31.2 → −16.0 LUFS · hiss −14 dB · hum removed"),
        ({"noise": None}, "−31.2 → −16.0 LUFS · hum removed"),
        ({"loudness_before": None, "faults": ()}, ""),
        (
            {"faults": (Fault.QUIET, Fault.CLICKS, Fault.RUMBLE, Fault.DULL)},
            "−31.2 → −16.0 LUFS · rumble removed · clicks removed · brighter",
        ),
        (
            {"faults": (Fault.ONE_SIDED, Fault.UNEVEN)},
            "−31.2 → −16.0 LUFS · voice brought to the middle · loud and faint evened out",
        ),
    ],
)
def test_what_a_restoration_came_to(changes: dict[str, object], line: str) -> None:
    assert restored_line(replace(RESULT, **changes)) == line  # type: ignore[arg-type]  # of any field
