"""Struck things ring as struck things do, and the murmur has the rhythm of speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from desktop_app.audio.synth import BELL, BOWL, RATE, WOOD, Body, murmur, strike

if TYPE_CHECKING:
    from numpy.typing import NDArray


def level_near(sound: NDArray[np.float32], hz: float, width: float = 8.0) -> float:
    """Return the level in dB of what lies within ``width`` hertz of ``hz``."""
    spectrum = np.abs(np.fft.rfft(sound * np.hanning(len(sound))))
    places = np.fft.rfftfreq(len(sound), 1 / RATE)
    return 20 * float(np.log10(np.max(spectrum[np.abs(places - hz) <= width]) / len(sound)))


def decay(sound: NDArray[np.float32], hz: float, early: float, late: float) -> float:
    """Return the seconds for 60 dB, from half a second around each of two places."""
    window = RATE // 2
    first, second = (
        level_near(sound[round(at * RATE) : round(at * RATE) + window], hz) for at in (early, late)
    )
    return 60 * (late - early) / (first - second)


@pytest.mark.parametrize("body", [BOWL, BELL, WOOD], ids=["bowl", "bell", "wood"])
def test_partials_are_inharmonic(body: Body) -> None:
    sound = strike(body, 2.0)
    for mode in body.modes[:4]:
        here = level_near(sound, body.hz * mode.ratio)
        beside = level_near(sound, body.hz * (mode.ratio + 0.25))
        assert here > beside + 12, f"nothing rings at {mode.ratio} times the lowest"
    off = [abs(mode.ratio - round(mode.ratio)) > 0.03 for mode in body.modes[1:]]
    assert sum(off) >= len(off) / 3, "a string's overtones, not a struck body's"


def test_higher_modes_of_the_bowl_die_away_sooner() -> None:
    sound = strike(BOWL, 14.0)
    times = [decay(sound, BOWL.hz * mode.ratio, 0.3, 2.1) for mode in BOWL.modes[:5]]
    assert times == sorted(times, reverse=True)
    assert times[0] > 3 * times[4]


def test_pairs_beat() -> None:
    split = BOWL.modes[1].split
    sound = strike(BOWL, 8.0)
    spectrum = np.fft.rfft(sound)
    places = np.fft.rfftfreq(len(sound), 1 / RATE)
    spectrum[np.abs(places - BOWL.hz * BOWL.modes[1].ratio) > 15] = 0
    envelope = np.abs(np.fft.irfft(spectrum, len(sound)))
    blocks = envelope[: RATE * 6].reshape(-1, RATE // 50).max(axis=1)
    straight = np.polyval(np.polyfit(np.arange(300), np.log(blocks), 1), np.arange(300))
    wobble = np.abs(np.fft.rfft((np.log(blocks) - straight) * np.hanning(300)))
    assert (np.argmax(wobble[2:]) + 2) / 6 == pytest.approx(split, abs=0.2)


@pytest.mark.parametrize(
    ("body", "seconds", "rises"), [(BOWL, 14.0, 0.2), (BELL, 9.0, 0.05), (WOOD, 0.8, 0.02)]
)
def test_a_strike_begins_at_once_and_ends_in_silence(
    body: Body, seconds: float, rises: float
) -> None:
    sound = strike(body, seconds)
    assert len(sound) == round(seconds * RATE)
    assert np.max(np.abs(sound)) == 1
    assert np.argmax(np.abs(sound)) / RATE < rises
    assert abs(float(sound[0])) < 0.02
    assert np.max(np.abs(sound[: RATE // 50])) > 0.25, "heard within 20 ms"
    assert np.max(np.abs(sound[-RATE // 50 :])) < 1e-3
    assert np.max(np.abs(np.diff(sound))) < 0.5


def test_the_same_seed_is_the_same_sound() -> None:
    assert np.array_equal(strike(BOWL, 1.0, 3), strike(BOWL, 1.0, 3))
    assert not np.array_equal(strike(BOWL, 1.0, 3), strike(BOWL, 1.0, 4))
    assert np.array_equal(murmur(5, 3), murmur(5, 3))
    assert not np.array_equal(murmur(5, 3), murmur(5, 4))


@pytest.mark.parametrize("seed", range(1, 6))
def test_murmur_has_syllables_pauses_and_a_voice(seed: int) -> None:
    rate = 24_000
    sound = murmur(60, seed)
    assert len(sound) == 60 * rate
    assert np.max(np.abs(sound)) < 0.9
    power = np.sqrt(np.mean(sound.reshape(-1, rate // 50) ** 2, axis=1))
    assert 20 * np.log10(np.sqrt(np.mean(power**2))) == pytest.approx(-23, abs=0.3)
    silent = power < 0.002
    assert 0.05 < np.mean(silent) < 0.4
    assert max(map(len, "".join("_" if s else "#" for s in silent).split("#"))) >= 15
    rhythm = np.abs(np.fft.rfft(power - power.mean())) ** 2
    hz = np.fft.rfftfreq(len(power), 1 / 50)
    assert np.sum(rhythm[(hz > 2) & (hz < 8)]) > np.sum(rhythm[(hz > 10) & (hz < 25)])
    spectrum = np.abs(np.fft.rfft(sound)) ** 2
    places = np.fft.rfftfreq(len(sound), 1 / rate)
    assert np.sum(spectrum[(places > 80) & (places < 4000)]) > 0.8 * np.sum(spectrum)
