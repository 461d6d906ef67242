"""Struck things ring as struck things do, and the murmur has the rhythm of speech."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from desktop_app.audio.synth import BELL, BOWL, CHIME, DEEP, RATE, WOOD, Body, murmur, strike

if TYPE_CHECKING:
    from numpy.typing import NDArray

BODIES = {"deep": DEEP, "bowl": BOWL, "bell": BELL, "chime": CHIME, "wood": WOOD}


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


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES)
def test_partials_are_inharmonic(body: Body) -> None:
    sound = strike(body, 2.0)[:, 0]
    for mode in body.modes[:3]:
        here = level_near(sound, body.hz * mode.ratio)
        beside = level_near(sound, body.hz * (mode.ratio + 0.4))
        assert here > beside + 12, f"nothing rings at {mode.ratio} times the lowest"
    off = [abs(mode.ratio - round(mode.ratio)) > 0.03 for mode in body.modes[1:]]
    assert sum(off) >= len(off) / 2, "a string's overtones, not a struck body's"


@pytest.mark.parametrize("body", [DEEP, BOWL, CHIME])
def test_higher_modes_die_away_sooner(body: Body) -> None:
    sound = strike(body, 14.0).mean(axis=1)
    times = []
    for mode in body.modes[:4]:
        whole_beats = np.ceil(1.8 * mode.split) / mode.split
        times.append(decay(sound, body.hz * mode.ratio, 0.3, 0.3 + whole_beats))
    assert times == sorted(times, reverse=True)
    assert times[0] > 2.5 * times[3]


def swings(wave: NDArray[np.float32], hz: float) -> tuple[float, float]:
    """Return how often in a second what rings at ``hz`` swells and sinks, and by how many dB."""
    spectrum = np.fft.rfft(wave)
    places = np.fft.rfftfreq(len(wave), 1 / RATE)
    spectrum[np.abs(places - hz) > 15] = 0
    envelope = np.abs(np.fft.irfft(spectrum, len(wave)))
    blocks = 20 * np.log10(envelope[: RATE * 6].reshape(-1, RATE // 50).max(axis=1))
    straight = np.polyval(np.polyfit(np.arange(300), blocks, 1), np.arange(300))
    wobble = np.abs(np.fft.rfft((blocks - straight) * np.hanning(300)))
    highest = int(np.argmax(wobble[2:])) + 2
    return highest / 6, 8 * float(wobble[highest]) / 300


@pytest.mark.parametrize("body", [BOWL, BELL])
def test_pairs_beat(body: Body) -> None:
    mode = next(each for each in body.modes[1:] if each.split)
    often, decibels = swings(strike(body, 8.0).mean(axis=1), body.hz * mode.ratio)
    assert often == pytest.approx(mode.split, abs=0.2)
    assert 3 < decibels < 20, "to be heard, and not a tremolo"


def test_a_bowl_turns_between_the_ears() -> None:
    sound = strike(BOWL, 8.0)
    sides = [swings(sound[:, side], BOWL.hz * BOWL.modes[1].ratio)[1] for side in (0, 1)]
    assert abs(sides[0] - sides[1]) > 1
    assert np.corrcoef(sound[:, 0], sound[:, 1])[0, 1] > 0.8, "it must not vanish in mono"


@pytest.mark.parametrize("name", BODIES)
def test_a_strike_begins_at_once_and_softly(name: str) -> None:
    sound = strike(BODIES[name], 4.0)
    assert sound.shape == (4 * RATE, 2)
    height = np.max(np.abs(sound), axis=1)
    assert np.max(height) == 1
    assert np.flatnonzero(height >= 0.1)[0] / RATE < 0.003
    assert np.argmax(height) / RATE < 0.1
    assert height[0] < 0.005, "a click"
    assert np.max(np.abs(np.diff(sound, axis=0))[: RATE // 1000]) < 0.12, "a click"


@pytest.mark.parametrize("name", BODIES)
def test_a_strike_falls_steadily_into_silence(name: str) -> None:
    body = BODIES[name]
    seconds = max(1.2, *(1.02 * mode.decay for mode in body.modes))
    sound = strike(body, seconds).mean(axis=1)
    size = len(sound) // 6
    levels = 10 * np.log10(np.mean(sound[: 6 * size].reshape(6, size) ** 2, axis=1) + 1e-20)
    falls = -np.diff(levels)
    assert np.all(falls > 3)
    assert levels[3] - levels[0] < -25, "a fade that cuts off what could be heard"
    assert np.max(np.abs(sound[-RATE // 20 :])) < 1e-5


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
