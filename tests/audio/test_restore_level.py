"""What is restored is as loud as all else, follows the speaker, and never too high."""

from __future__ import annotations

import numpy as np
import pytest

from desktop_app.audio.encode import OPUS_RATE
from desktop_app.audio.loudness import PIECE, integrated
from desktop_app.audio.restore_level import led, level, rounded


def talk(seconds: float, seed: int = 1) -> np.ndarray:
    """Return the powers of somebody who speaks for four seconds and pauses for one."""
    count = round(seconds / PIECE)
    chance = np.random.default_rng(seed)
    loud = 10 ** (chance.normal(-25, 3, count) / 10)
    return np.where(np.arange(count) % 50 < 40, loud, 1e-6)


@pytest.mark.parametrize("decibels", [-30, -15, 0, 10])
def test_it_becomes_as_loud_as_it_should_be(decibels: float) -> None:
    found = level(talk(300) * 10 ** (decibels / 10), 4.0, -16.0)
    assert found.loudness == pytest.approx(-16.0, abs=0.01)
    assert integrated(found.powers) == found.loudness


def test_what_rounding_takes_is_given_beforehand() -> None:
    plain, more = level(talk(60), 4.0, -16.0), level(talk(60), 4.0, -16.0, lost=0.5)
    assert 20 * np.log10(more.gains / plain.gains) == pytest.approx(0.5)
    assert more.loudness == plain.loudness


@pytest.mark.parametrize(("riding", "closer"), [(0.0, 0.0), (4.0, 5.7), (12.0, 10.0)])
def test_it_follows_a_speaker_who_turns_away_as_far_as_it_may(riding: float, closer: float) -> None:
    powers = talk(600)
    powers[2000:4000] /= 10
    gains = 20 * np.log10(level(powers, riding, -16.0).gains)
    away, there = np.median(gains[2100:3900]), np.median(gains[:1900])
    assert away - there == pytest.approx(closer, abs=1.0)


def test_a_long_pause_is_not_made_loud() -> None:
    powers = talk(300)
    powers[1000:2000] = 1e-6
    gains = 20 * np.log10(level(powers, 12.0, -16.0).gains)
    assert np.ptp(gains[1000:2000]) < 2.0


@pytest.mark.parametrize("powers", [np.zeros(100), np.full(100, 1e-9), np.zeros(0), np.ones(2)])
def test_silence_and_instants_are_left_as_they_are(powers: np.ndarray) -> None:
    found = level(powers, 4.0, -16.0)
    assert found.loudness is None
    assert (found.gains == 1).all()


def test_gains_meet_where_pieces_of_sound_meet() -> None:
    gains = np.linspace(0.5, 2.0, 20)
    samples = np.ones(2 * OPUS_RATE, np.float32)
    whole = led(samples, gains, 0)
    parts = np.concatenate([led(samples[:12_345], gains, 0), led(samples[12_345:], gains, 12_345)])
    assert np.array_equal(whole, parts)
    assert np.abs(np.diff(whole)).max() < 1e-4


def test_peaks_are_rounded_and_all_else_is_left() -> None:
    heights = np.linspace(-4, 4, 10_001, dtype=np.float32)
    found = rounded(heights)
    assert np.abs(found).max() < 10 ** (-2.4 / 20)
    assert (np.diff(found) >= 0).all()
    low = np.abs(heights) < 0.5
    assert np.array_equal(found[low], heights[low])
