"""Clicks, gaps and cut-off tops are counted as they were made, and sound speech has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from desktop_app.audio import encode
from desktop_app.audio.examine_damage import clicks, clipped, dropouts
from tests.support import damage, sound
from tests.support.sound import RATE

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

real = pytest.mark.skipif(not damage.there(), reason="codec2-examples is not installed")
TAPE = sound.speech_like(60) + sound.noise(60, -50)


@pytest.mark.parametrize("a_minute", [5, 20, 60])
def test_clicks_are_counted(a_minute: int) -> None:
    assert len(clicks(damage.clicks(TAPE, a_minute), RATE)) == pytest.approx(a_minute, rel=0.15)


def test_a_click_is_found_where_it_is() -> None:
    samples = TAPE.copy()
    samples[100_000:100_003] += np.array((0.3, -0.4, 0.2), np.float32)
    ((begin, end),) = clicks(samples, RATE)
    assert begin <= 100_000
    assert 100_002 <= end <= 100_006


@real
@pytest.mark.parametrize("rate", [8_000, 16_000, 44_100])
def test_a_voice_does_not_click(rate: int) -> None:
    speech = damage.speech(60)
    for samples in (speech, damage.hiss(speech, 20), damage.quieter(speech)):
        assert len(clicks(sound.resampled(samples, rate), rate)) <= 1


@pytest.mark.parametrize(
    "samples",
    [sound.noise(10), sound.silence(10), sound.silence(0.001), TAPE, sound.tone(10)],
    ids=["hiss", "silence", "a moment", "speech", "a tone"],
)
def test_what_is_whole_has_nothing(samples: Samples) -> None:
    assert len(clicks(samples, RATE)) == 0
    assert dropouts(samples, RATE) == 0


def test_one_pulse_after_the_other_is_a_deep_voice() -> None:
    creaking = sound.noise(10, -60)
    creaking[:: RATE // 50] += 0.3
    assert len(clicks(creaking, RATE)) <= 2


@pytest.mark.parametrize(("milliseconds", "count"), [(6, 5), (150, 5), (260, 0)])
def test_only_an_instant_is_a_failure(milliseconds: float, count: int) -> None:
    times = np.arange(60 * RATE) / RATE
    loud = np.where(times % 3 < 2.4, np.float32(10), np.float32(1))
    samples = sound.noise(60, -45) * loud
    for second in range(0, 60, 12):
        begin = (second + 1) * RATE
        samples[begin : begin + round(milliseconds * RATE / 1000)] = 0
    assert dropouts(samples, RATE) == count


def torn(milliseconds: float, depth: float = 0.0) -> Samples:
    """Return the tape with twelve gaps, each in the middle of a syllable."""
    samples = TAPE.copy()
    for number in range(12):
        middle = (number * 3 + 1) * RATE + RATE // 16
        half = round(milliseconds * RATE / 2000)
        samples[middle - half : middle + half] *= depth
    return samples


@pytest.mark.parametrize(
    ("milliseconds", "depth", "count"),
    [(6, 0.0, 12), (20, 0.0, 12), (50, 0.001, 12), (110, 0.0, 12), (350, 0.0, 0), (20, 0.5, 0)],
)
def test_gaps_amid_speech_are_counted(milliseconds: float, depth: float, count: int) -> None:
    assert dropouts(torn(milliseconds, depth), RATE) == count


def test_a_gap_in_a_pause_is_no_failure() -> None:
    samples = TAPE.copy()
    samples[round(2.6 * RATE) : round(2.7 * RATE)] = 0
    assert dropouts(samples, RATE) == 0


def test_what_a_gate_leaves_of_pauses_is_no_failure() -> None:
    assert dropouts(sound.speech_like(60), RATE) == 0


@real
def test_real_speech_has_none() -> None:
    for samples in (damage.speech(60), damage.hiss(damage.speech(60), 15)):
        assert dropouts(samples, RATE) == 0
        assert clipped(samples) < 1e-4 * len(samples)


@real
@pytest.mark.parametrize(("suffix", "off"), [(".wav", 0.1), (".mp3", 0.4)])
@pytest.mark.parametrize("gain", [3.0, 8.0])
def test_cut_off_tops_are_counted(tmp_path: Path, suffix: str, off: float, gain: float) -> None:
    loud = damage.speech(30) * np.float32(gain)
    path = tmp_path / f"loud{suffix}"
    encode.write(str(path), np.clip(loud, -0.5, 0.5), RATE, bit_rate=96_000)
    samples = sound.decoded(path)[:, 0]
    share = float((np.abs(loud) >= 0.5).mean())
    assert share > 0.01
    assert clipped(samples) / len(samples) == pytest.approx(share, rel=off)
