"""What is said of a tape: tables of what is known, and the words for it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale

from desktop_app.base.tape import Fault, Restoration, RestorationState, Restored, Side, Tape
from desktop_app.ui.pages.talk_restoration_words import (
    Stage,
    ails,
    aloud,
    became,
    decibels,
    line,
    stage_of,
    to_original,
)
from tests.support.hand import episode, now_playing

pytestmark = pytest.mark.usefixtures("look")

TAPE = Tape(60.0, -31.2, -12.0, -33.0, -51.0, -68.0, None, 5200.0, 0.0, 0, 0.4, 3.5, Side.BOTH, 0.0)
RESULT = Restored(
    60.0, 1000, -31.2, -16.0, -18.0, -32.0,
    (Fault.QUIET, Fault.HISS, Fault.HUM), bytes(200), bytes([255]) * 200,
)  # fmt: skip
HERE = Restoration(7, possible=True, tape=TAPE)
DONE = replace(HERE, state=RestorationState.DONE, share=1.0, result=RESULT)
_S = RestorationState

STAGES: list[tuple[Restoration, Stage, str]] = [
    (
        Restoration(7, possible=False),
        Stage.AWAY,
        "Download this talk, and its sound can be restored.",
    ),
    (replace(DONE, possible=False), Stage.AWAY,
     "Download this talk, and its sound can be restored."),
    (Restoration(7, possible=True), Stage.EXAMINING, "Finding out how it sounds…"),
    (Restoration(7, possible=True, problem="It is damaged."), Stage.UNKNOWN, "It is damaged."),
    (HERE, Stage.FINE, "It sounds fine as it is."),
    (
        replace(HERE, faults=(Fault.QUIET, Fault.HISS)),
        Stage.HELPS,
        "This tape is quiet and hisses. Restoring it would help.",
    ),
    (replace(HERE, state=_S.QUEUED, waiting=True), Stage.WAITS, "Begins when nothing plays"),
    (replace(HERE, state=_S.QUEUED), Stage.WAITS, "Waits for its turn"),
    (replace(HERE, state=_S.QUEUED, problem="The disk is full."), Stage.WAITS,
     "The disk is full."),
    (replace(HERE, state=_S.WORKING, share=0.34), Stage.WORKING,
     "It is being restored. You can listen meanwhile."),
    (DONE, Stage.DONE, "−31.2 → −16.0 LUFS · hiss −14\u00a0dB · hum removed"),
    (replace(DONE, result=None), Stage.DONE, "It is restored."),
    (replace(HERE, state=_S.FAILED, problem="The disk is full."), Stage.FAILED,
     "The disk is full."),
]  # fmt: skip


@pytest.mark.parametrize(("known", "stage", "words"), STAGES)
def test_the_line_says_how_it_stands(known: Restoration, stage: Stage, words: str) -> None:
    assert stage_of(known) is stage
    assert line(known) == words


@pytest.mark.parametrize(
    ("faults", "words"),
    [
        ((), ""),
        ((Fault.HUM,), "hums"),
        ((Fault.QUIET, Fault.HISS, Fault.HUM), "is quiet, hisses and hums"),
        ((Fault.ONE_SIDED, Fault.RUMBLE, Fault.CLICKS, Fault.DULL),
         "is heard on one side only, rumbles and crackles"),
        ((Fault.UNEVEN, Fault.DULL), "is now loud, now faint and sounds dull"),
    ],
)  # fmt: skip
def test_faults_are_named_as_a_person_would(faults: tuple[Fault, ...], words: str) -> None:
    assert ails(faults) == words


@pytest.mark.parametrize("fault", list(Fault))
def test_every_fault_has_words(fault: Fault) -> None:
    assert ails((fault,))


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"noise": None}, "−31.2 → −16.0 LUFS · hiss reduced · hum removed"),
        ({"noise": -18.2}, "−31.2 → −16.0 LUFS · hum removed"),
        ({"loudness_before": None}, "hiss −14\u00a0dB · hum removed"),
        ({"loudness": None, "faults": ()}, "It is restored."),
        (
            {"faults": (Fault.UNEVEN, Fault.RUMBLE, Fault.CLICKS, Fault.ONE_SIDED, Fault.DULL)},
            (
                "−31.2 → −16.0 LUFS · rumble removed · crackling removed · on both sides · "
                "evened out · clearer"
            ),
        ),
    ],
)
def test_what_became_leaves_out_what_cannot_be_told(values: dict[str, object], words: str) -> None:
    assert became(replace(RESULT, **values)) == words  # type: ignore[arg-type]


def test_levels_are_written_as_the_language_does() -> None:
    assert [decibels(each) for each in (-31.24, -0.04, 0.0, 3.0)] == ["−31.2", "0.0", "0.0", "3.0"]
    QLocale.setDefault(QLocale("es"))
    assert decibels(-16.0) == "−16,0"


def test_arrows_are_said_in_words() -> None:
    said = "Loudness −31.2, now −16.0 LUFS · hiss −14\u00a0dB · hum removed"
    assert aloud(DONE) == said
    assert aloud(replace(DONE, result=replace(RESULT, loudness=None))) == (
        "hiss −14\u00a0dB · hum removed"
    )
    assert aloud(HERE) == "It sounds fine as it is."


@pytest.mark.parametrize(
    ("original", "loaded", "restored", "expected"),
    [
        (False, False, None, False),
        (True, False, None, True),
        (False, True, True, False),
        (False, True, False, True),
        (False, True, None, True),
        (True, True, True, False),
    ],
)
def test_the_mark_is_on_what_sounds(
    original: bool, loaded: bool, restored: bool | None, expected: bool
) -> None:
    mine = now_playing(episode(7), restored=restored) if loaded else None
    assert to_original(replace(DONE, original=original), mine) is expected
