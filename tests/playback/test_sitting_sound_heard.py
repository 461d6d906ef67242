"""What is really heard of a sitting: libVLC plays into a sound server, and an ear notes it."""

from __future__ import annotations

import os
import threading
import time
from typing import TYPE_CHECKING

import numpy as np
import pytest

from desktop_app.playback.sitting_sound import LEAD
from desktop_app.playback.vlc_sitting import VlcSitting
from tests.support import striking
from tests.support.sound_server import RATE, SoundServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

_PERIODS = 123 / striking.HERTZ


@pytest.fixture(scope="module")
def ear() -> Iterator[SoundServer]:
    """An ear of one's own."""
    with SoundServer() as ear:
        yield ear


@pytest.fixture
def sound(ear: SoundServer, monkeypatch: pytest.MonkeyPatch) -> Iterator[VlcSitting]:
    """The sound of a sitting that this ear hears; nothing may fail."""
    for name, value in ear.environment.items():
        monkeypatch.setenv(name, value)
    sound = VlcSitting("--aout=pulse")
    told: list[str] = []
    sound.listen(told.append)
    yield sound
    sound.close()
    assert not told


@pytest.fixture
def knock(tmp_path: Path) -> str:
    """A short stroke."""
    return striking.write(tmp_path / "knock.wav", striking.knock())


@pytest.fixture
def hum(tmp_path: Path) -> str:
    """A loop of an eighth of a second that holds whole periods."""
    return striking.write(tmp_path / "hum.wav", striking.sine(_PERIODS, level=0.4))


def _ring_all(sound: VlcSitting, knock: str, count: int, every: float = 0.7) -> list[float]:
    """Hand each stroke over as late as may be."""
    first = time.monotonic() + LEAD
    moments = [first + number * every for number in range(count)]
    for moment in moments:
        _at(moment - LEAD)
        sound.ring(knock, moment)
    return moments


def _at(moment: float) -> None:
    """Come back at a moment of the clock; sound takes its time."""
    threading.Event().wait(max(0.0, moment - time.monotonic()))


def _worst(ear: SoundServer, moments: list[float]) -> float:
    errors = striking.errors(ear, moments, within=0.3)
    assert None not in errors, errors
    return max(abs(error) for error in errors if error is not None)


def _levels(samples: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the peak of each 20 ms."""
    piece = RATE // 50
    whole = np.abs(samples[: len(samples) // piece * piece])
    return np.asarray(whole.reshape(-1, piece).max(axis=1))


def test_strokes_come_at_their_moment(sound: VlcSitting, ear: SoundServer, knock: str) -> None:
    assert _worst(ear, _ring_all(sound, knock, 4)) < 0.02


def test_strokes_come_at_their_moment_on_a_busy_machine(
    sound: VlcSitting, ear: SoundServer, knock: str
) -> None:
    with striking.busy(2 * (os.cpu_count() or 1)):
        assert _worst(ear, _ring_all(sound, knock, 4)) < 0.05


def test_a_bell_after_another_has_rung_out(sound: VlcSitting, ear: SoundServer, knock: str) -> None:
    moments = _ring_all(sound, knock, 2, every=LEAD + 0.9)
    assert _worst(ear, moments) < 0.02


def test_a_moment_that_is_past_rings_at_once(
    sound: VlcSitting, ear: SoundServer, knock: str
) -> None:
    now = time.monotonic()
    sound.ring(knock, now - 60)
    heard = _levels(ear.heard(now, now + 1.0)).max()
    assert heard > 0.3, "an output that opens swallows a few of its first milliseconds"


def test_strokes_ring_out_over_each_other(
    sound: VlcSitting, ear: SoundServer, tmp_path: Path
) -> None:
    low = striking.write(tmp_path / "low.wav", striking.sine(1.0, 300, 0.3))
    high = striking.write(tmp_path / "high.wav", striking.sine(1.0, 2000, 0.3))
    at = time.monotonic() + LEAD
    sound.ring(low, at)
    sound.ring(high, at + 0.4)
    both = ear.heard(at + 0.5, at + 0.9)
    spectrum = np.abs(np.fft.rfft(both)) / len(both) * 2
    hertz = np.fft.rfftfreq(len(both), 1 / RATE)
    loud = set(hertz[spectrum > 0.2].round(-1))
    assert loud == {300.0, 2000.0}


def test_what_is_taken_back_is_not_heard_and_what_rings_rings_out(
    sound: VlcSitting, ear: SoundServer, tmp_path: Path
) -> None:
    long = striking.write(tmp_path / "long.wav", striking.sine(2.0, 300, 0.3))
    knock = striking.write(tmp_path / "knock.wav", striking.knock())
    at = time.monotonic() + LEAD
    sound.ring(long, at)
    sound.ring(knock, at + 1.0)
    _at(at + 0.2)
    sound.take_back()
    assert striking.errors(ear, [at + 1.0]) == [None]
    assert _levels(ear.heard(at + 0.1, at + 1.9)).min() == pytest.approx(0.3, rel=0.05)


@pytest.mark.parametrize("early", [0.4, 0.25])
def test_what_libvlc_has_already_is_not_heard_either(
    sound: VlcSitting, ear: SoundServer, tmp_path: Path, early: float
) -> None:
    long = striking.write(tmp_path / "long.wav", striking.sine(3.0, 300, 0.3))
    knock = striking.write(tmp_path / "knock.wav", striking.knock())
    at = time.monotonic() + LEAD
    sound.ring(long, at)
    sound.ring(knock, at + 1.0)
    _at(at + 1.0 - early)
    sound.take_back()
    assert striking.errors(ear, [at + 1.1]) == [None]
    assert _levels(ear.heard(at + 2.2, at + 2.8)).min() == pytest.approx(0.3, rel=0.05)


@pytest.mark.parametrize("early", [1.9, 1.0, 0.45, 0.25])
def test_hushed_before_it_rings_nothing_rings(
    sound: VlcSitting, ear: SoundServer, knock: str, early: float
) -> None:
    at = time.monotonic() + LEAD
    sound.ring(knock, at)
    _at(at - early)
    sound.hush()
    assert _levels(ear.heard(at - 0.5, at + 0.8)).max() < 0.001


def test_closed_before_it_rings_nothing_rings(
    sound: VlcSitting, ear: SoundServer, knock: str
) -> None:
    at = time.monotonic() + 0.5
    sound.ring(knock, at)
    sound.close()
    sound.ring(knock, at)
    assert _levels(ear.heard(at - 0.4, at + 0.6)).max() < 0.001


def test_hush_silences_all_softly(
    sound: VlcSitting, ear: SoundServer, hum: str, tmp_path: Path
) -> None:
    long = striking.write(tmp_path / "long.wav", striking.sine(5.0, 300, 0.3))
    at = time.monotonic() + LEAD
    sound.begin_ambience(hum, 0.5)
    sound.ring(long, at)
    _at(at + 1.0)
    hushed = time.monotonic()
    sound.hush()
    heard = ear.heard(hushed - 0.2, hushed + 1.9)
    steps = np.abs(np.diff(heard))
    assert _levels(heard)[-25:].max() < 0.001, "from 1.4 s on"
    assert steps.max() < 1.3 * steps[: RATE // 5].max()
    sound.ring(long, time.monotonic())
    again = time.monotonic() + 1.5
    assert _levels(ear.heard(again, again + 0.1)).min() > 0.25


def test_a_loop_has_no_seam(sound: VlcSitting, ear: SoundServer, hum: str) -> None:
    began = time.monotonic()
    sound.begin_ambience(hum, 1.0)
    pieces = ear.heard(began + 4.5, began + 6.6).reshape(7, -1)
    times = np.arange(pieces.shape[1]) / RATE
    waves = [np.cos(2 * np.pi * striking.HERTZ * times), np.sin(2 * np.pi * striking.HERTZ * times)]
    basis = np.stack(waves, 1)
    fits = [basis @ np.linalg.lstsq(basis, piece, rcond=None)[0] for piece in pieces]
    rests = [float(np.abs(piece - fit).max()) for piece, fit in zip(pieces, fits, strict=True)]
    assert float(np.median(rests)) < 0.005, "each 0.3 s hold two seams or more"
    assert float(np.median([fit.max() for fit in fits])) == pytest.approx(0.4, rel=0.02)


def test_levels_and_fades_of_the_ambience(sound: VlcSitting, ear: SoundServer, hum: str) -> None:
    began = time.monotonic()
    sound.begin_ambience(hum, 0.8)
    _at(began + 4.5)
    sound.set_ambience_volume(0.5)
    _at(began + 6.0)
    sound.pause_ambience()
    _at(began + 8.0)
    sound.resume_ambience()
    _at(began + 10.0)
    sound.end_ambience(1.0)
    levels = _levels(ear.heard(began, began + 12.9))

    def level(at: float) -> float:
        return float(levels[round(at * 50) : round((at + 0.2) * 50)].mean())

    assert level(1.5) < 0.25 * 0.4 * 0.8**3
    assert level(4.3) == pytest.approx(0.4 * 0.8**3, rel=0.03)
    assert level(6.2) == pytest.approx(0.4 * 0.5**3, rel=0.03)
    assert level(7.9) < 0.001
    assert level(9.9) == pytest.approx(0.4 * 0.5**3, rel=0.03)
    assert 0.0005 < level(11.3) < 0.04
    assert level(12.6) < 0.001


def test_another_ambience_follows_without_a_step(
    sound: VlcSitting, ear: SoundServer, hum: str, tmp_path: Path
) -> None:
    other = striking.write(tmp_path / "other.wav", striking.sine(0.5, 400, 0.4))
    began = time.monotonic()
    sound.begin_ambience(hum, 1.0)
    _at(began + 4.0)
    sound.begin_ambience(other, 1.0)
    sound.set_ambience_volume(0.5)
    heard = ear.heard(began + 3.5, began + 9.0)
    assert np.abs(np.diff(heard)).max() < 1.1 * np.abs(np.diff(heard[: RATE // 4])).max()
    last = heard[-RATE // 2 :]
    assert float(np.abs(last).max()) == pytest.approx(0.4 * 0.5**3, rel=0.05)
    spectrum = np.abs(np.fft.rfft(last))
    assert np.argmax(spectrum) * 2 == pytest.approx(400, abs=4)
