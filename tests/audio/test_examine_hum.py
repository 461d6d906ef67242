"""A mains hum is found with its tones, wherever the tape runs; a bass voice is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from desktop_app.audio.examine_hum import completed, hum, steady_tones
from desktop_app.audio.examine_pauses import listen
from tests.support import sound
from tests.support.sound import RATE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop_app.base.tape import Hum

    Samples = NDArray[np.float32]

HISS = -50.0


def found(samples: Samples) -> Hum | None:
    tones = steady_tones(samples, RATE)
    return hum([tones]) if tones is not None else None


def voice(pitch: float, wavering: float = 0.15, seconds: float = 30.0) -> Samples:
    """Return somebody who speaks up to that share of a tone higher and deeper, and pauses."""
    times = np.arange(round(seconds * RATE)) / RATE
    around = pitch * (1 + wavering * np.sin(2 * np.pi * 0.31 * times))
    phase = 2 * np.pi * np.cumsum(around) / RATE
    tones = sum(np.sin(k * phase) / k for k in range(1, 13))
    speaking = np.clip(np.sin(2 * np.pi * 4 * times), 0, None) ** 0.5 * (times % 3 < 2.4)
    samples = np.asarray(0.1 * tones * speaking, np.float32)
    return samples + sound.noise(seconds, HISS)


def humming(hz: float, levels: dict[int, float], seconds: float = 30.0) -> Samples:
    return np.asarray(
        sum(sound.tone(seconds, hz * k, level + 3.01) for k, level in levels.items()), np.float32
    )


@pytest.mark.parametrize("hz", [50.0, 60.0, 48.6, 51.4, 58.3, 61.7, 50.13, 59.94])
def test_it_is_found_at_its_pitch_under_a_voice(hz: float) -> None:
    levels = {1: -45.0, 2: -40.0, 3: -52.0, 5: -58.0}
    mains = found(voice(100) + humming(hz, levels))
    assert mains is not None
    assert mains.frequency == pytest.approx(hz, abs=0.05)
    assert {number for number, _ in mains.harmonics} <= set(levels)


@pytest.mark.parametrize("hz", [50.0, 60.0, 48.6, 61.7])
@pytest.mark.parametrize("pitch", [100.0, 120.0, 125.0])
def test_what_the_voice_covers_is_found_in_its_pauses(hz: float, pitch: float) -> None:
    levels = {1: -45.0, 2: -40.0, 3: -52.0, 5: -58.0}
    samples = voice(pitch, 0.03) + humming(hz, levels)
    mains, spoken = found(samples), listen(samples, RATE, np.zeros((0, 2), np.intp))
    assert mains is not None
    assert spoken is not None
    assert spoken.pause is not None
    whole = completed(mains, spoken.pause)
    assert whole.frequency == mains.frequency
    assert {number for number, _ in whole.harmonics} == set(levels)
    gain = 10 * np.log10(2 * RATE / 3)
    for number, height in whole.harmonics:
        assert height == pytest.approx(levels[number] - HISS + gain, abs=4)


def test_each_tone_is_told_by_how_far_it_stands_out() -> None:
    """A tone of power P in noise of power N stands out by P / N · count / 3 (a Hann window)."""
    levels = {1: -60.0, 2: -50.0, 3: -66.0}
    mains = found(sound.noise(60, HISS) + humming(60, levels, 60))
    assert mains is not None
    gain = 10 * np.log10(2 * RATE / 3)
    for number, height in mains.harmonics:
        assert height == pytest.approx(levels[number] - HISS + gain, abs=2.5)


@pytest.mark.parametrize("pitch", [50.0, 60.0, 75.0, 100.0, 120.0, 150.0])
@pytest.mark.parametrize("wavering", [0.03, 0.15])
def test_a_voice_is_none(pitch: float, wavering: float) -> None:
    assert found(voice(pitch, wavering)) is None


@pytest.mark.parametrize(
    "samples",
    [
        sound.noise(60),
        sound.silence(10),
        sound.tone(30, 440),
        sound.tone(30, 55),
        sound.tone(3, 50),
    ],
    ids=["hiss", "silence", "a tone", "between the mains", "too short"],
)
def test_what_else_there_is_is_none(samples: Samples) -> None:
    assert found(samples) is None


def test_a_hum_of_one_side_of_the_tape_counts_and_one_of_a_minute_in_ten_does_not() -> None:
    plain, humming_ = sound.noise(30, HISS), sound.noise(30, HISS) + humming(50, {1: -40, 2: -45})
    with_, without = (steady_tones(each, RATE) for each in (humming_, plain))
    assert with_ is not None
    assert without is not None
    assert hum([with_, without]) is not None
    assert hum([with_, *[without] * 9]) is None
    assert hum([]) is None
