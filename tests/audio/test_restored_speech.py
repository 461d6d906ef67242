"""Real speech that was damaged on purpose is understood better, and what is fine stays so."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pytest

from desktop_app.audio.examine import examine
from desktop_app.audio.remedy import faults
from desktop_app.audio.survey import survey
from desktop_app.base.tape import Fault
from tests.audio.test_restore import real, restored
from tests.support import damage, judged, sound

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.base.tape import Restored, Tape
    from tests.support.judged import Samples


def worn(samples: Samples, snr: float) -> Samples:
    """Return what most of the old cassettes suffer from, all of it at once."""
    return damage.quieter(damage.hum(damage.rumble(damage.hiss(samples, snr)), 50.3), 12)


class Case(NamedTuple):
    """A damage, the worst that is found of it, and by how many dB its noise has to fall."""

    damage: Callable[[Samples], Samples]
    fault: Fault
    less: float
    hum: float | None = None
    seconds: float = 24


CASES = {
    "hiss 10 dB": Case(partial(damage.hiss, snr=10), Fault.HISS, 6),
    "hiss 15 dB": Case(partial(damage.hiss, snr=15), Fault.HISS, 10),
    "hiss 25 dB": Case(partial(damage.hiss, snr=25), Fault.HISS, 10),
    "hum": Case(lambda it: damage.hiss(damage.hum(it, 59.2), 15), Fault.HUM, 10, 59.2),
    "rumble": Case(lambda it: damage.hiss(damage.rumble(it), 15), Fault.RUMBLE, 10),
    "quiet": Case(lambda it: damage.quieter(damage.hiss(it, 15)), Fault.QUIET, 10),
    "one side": Case(lambda it: damage.one_sided(damage.hiss(it, 15)), Fault.ONE_SIDED, 10),
    "clicks": Case(lambda it: damage.hiss(damage.clicks(it), 15), Fault.CLICKS, 10),
    "drift": Case(lambda it: damage.hiss(damage.drift(it), 25), Fault.UNEVEN, 10, seconds=42),
    "worn, 10 dB": Case(partial(worn, snr=10), Fault.HUM, 6),
    "worn, 15 dB": Case(partial(worn, snr=15), Fault.HUM, 10, 50.3),
    "worn, 25 dB": Case(partial(worn, snr=25), Fault.HUM, 10, 50.3),
}
"""Hiss alone, and all else with hiss 15 dB below the voice."""


class Outcome(NamedTuple):
    """What came of a case: the tape and its copy, both as samples, and what is said of them."""

    tape: Tape
    file: Path
    told: Restored
    before: Samples
    after: Samples
    gained: float


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Outcome]:
    """Restore a case, once."""

    @cache
    def make(name: str) -> Outcome:
        case = CASES[name]
        clean = damage.speech(case.seconds)
        damaged = case.damage(clean)
        source = sound.save(tmp_path_factory.mktemp("case") / "tape.wav", damaged)
        tape = examine(str(source))
        file, told = restored(source, tape)
        before = damaged if damaged.ndim == 1 else damaged.mean(axis=1)
        after = judged.heard(file)
        gained = judged.intelligible(clean, after) - judged.intelligible(clean, before)
        return Outcome(tape, file, told, before, after, gained)

    return make


@real
@pytest.mark.parametrize("name", CASES)
def test_damaged_speech_is_understood_better_and_bears_less_noise(
    outcome: Callable[[str], Outcome], name: str
) -> None:
    case, found = CASES[name], outcome(name)
    pauses = damage.pauses(damage.speech(case.seconds))
    assert case.fault in faults(found.tape)
    assert found.gained >= 0
    noise = [judged.noisy(each, pauses) for each in (found.before, found.after)]
    assert noise[0] - noise[1] >= case.less
    if case.hum is not None:
        hum = [judged.humming(each, pauses, case.hum) for each in (found.before, found.after)]
        assert hum[0] - hum[1] >= 20
    heard, told = survey(str(found.file)), found.told
    assert heard.loudness == pytest.approx(-16, abs=0.5)
    assert heard.peak is not None
    assert heard.peak <= -1.0
    assert told.loudness == pytest.approx(heard.loudness, abs=0.2)
    assert told.noise is not None
    assert told.noise_before is not None
    assert told.noise < told.noise_before - 6


@real
def test_on_average_it_is_understood_much_better(outcome: Callable[[str], Outcome]) -> None:
    assert np.mean([outcome(name).gained for name in CASES]) >= 0.03


@real
def test_a_clean_recording_needs_nothing_and_bears_to_be_forced(tmp_path: Path) -> None:
    clean = damage.speech(24)
    source = sound.save(tmp_path / "talk.wav", clean)
    tape = examine(str(source))
    assert faults(tape) == ()
    file, told = restored(source, tape)
    assert judged.intelligible(clean, judged.heard(file)) >= 0.98
    assert told.faults == ()
