"""Noise, rumble and bandwidth are those that were put into the pauses and the voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from desktop_app.audio import examine_pauses as voices
from desktop_app.base.tape import Hum
from tests.support import damage, sound
from tests.support.sound import RATE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

NO_CLICKS = np.zeros((0, 2), np.intp)
VOICE = sound.speech_like(30)


def unpausing() -> Samples:
    """Return somebody who speaks without a breath, louder and fainter all the time."""
    times = np.arange(30 * RATE) / RATE
    steps = 1.2 + np.sin(2 * np.pi * 4 * times) + 0.8 * np.sin(2 * np.pi * 1.7 * times)
    return np.asarray(0.05 * np.abs(steps) * np.sin(900 * times), np.float32)


def listen(samples: Samples, rate: int = RATE) -> voices.Spoken:
    spoken = voices.listen(samples, rate, NO_CLICKS)
    assert spoken is not None
    return spoken


def noise(*minutes: Samples, mains: Hum | None = None) -> float | None:
    """Return the noise of the pauses in dBFS."""
    pause = voices.pauses([listen(minute) for minute in minutes])
    if pause is None:
        return None
    return 10 * float(np.log10(voices.noise(voices.without_hum(pause, mains))))


def coloured(seconds: float, level: float, tilt: float) -> Samples:
    """Return noise that falls by ``tilt`` dB for each octave."""
    spectrum = np.fft.rfft(sound.noise(seconds))
    places = np.maximum(np.fft.rfftfreq(round(seconds * RATE), 1 / RATE), 100)
    spectrum[: round(80 * seconds)] = 0
    samples = np.fft.irfft(spectrum * (places / 100) ** (-tilt / 6.02))
    return np.asarray(samples * 10 ** (level / 20) / np.sqrt(np.mean(samples**2)), np.float32)


@pytest.mark.parametrize("level", [-75.0, -55.0, -35.0])
@pytest.mark.parametrize("tilt", [0.0, 3.0, 9.0])
def test_the_noise_is_what_was_added(level: float, tilt: float) -> None:
    assert noise(VOICE + coloured(30, level, tilt)) == pytest.approx(level, abs=1.0)


def test_digital_silence_is_no_pause() -> None:
    tape = VOICE + sound.noise(30, -50)
    begun, ended = tape.copy(), tape.copy()
    begun[: 10 * RATE] = 0
    ended[12 * RATE :] = 0
    assert noise(begun) == pytest.approx(-50, abs=1)
    assert noise(ended) == pytest.approx(-50, abs=1)
    for second in range(0, 30, 3):
        tape[round((second + 2.7) * RATE) : (second + 3) * RATE] = 0
    assert noise(tape) == pytest.approx(-50, abs=1)


def test_where_the_pauses_are_silence_nothing_can_be_told() -> None:
    assert noise(VOICE) is None
    assert noise(sound.silence(10)) is None
    times = np.arange(30 * RATE) / RATE
    phrases = unpausing() * (times % 3 < 2.4)
    assert noise(phrases.astype(np.float32)) is None


def test_a_constant_displacement_is_no_noise() -> None:
    assert noise(VOICE + sound.noise(30, -60) + np.float32(0.1)) == pytest.approx(-60, abs=1)


def test_of_a_tape_that_never_pauses_the_faintest_is_taken() -> None:
    told = noise(unpausing())
    assert told is not None
    assert -50 < told < -20


def test_music_between_the_talks_is_no_noise() -> None:
    music = sum(sound.tone(30, hz, -20) for hz in (220, 330, 440, 880, 1760))
    talk = VOICE + sound.noise(30, -50)
    hymn = np.asarray(music, np.float32) + sound.noise(30, -30)
    assert noise(talk, hymn, hymn, talk) == pytest.approx(-50, abs=1)


@pytest.mark.parametrize("hz", [50.0, 60.0])
def test_a_hum_is_no_noise(hz: float) -> None:
    tape = damage.hum(VOICE + sound.noise(30, -52), hz)
    mains = Hum(hz, ((1, 50.0), (2, 46.0), (3, 43.0), (4, 38.0), (6, 35.0)))
    assert noise(tape, mains=mains) == pytest.approx(-52, abs=1.5)
    with_it = noise(tape)
    assert with_it is not None
    assert with_it > -40


@pytest.mark.parametrize("level", [-50.0, -30.0])
def test_rumble_is_told_apart_from_noise(level: float) -> None:
    tape = damage.rumble(VOICE + sound.noise(30, -60), level)
    pause = listen(tape).pause
    assert pause is not None
    assert 10 * np.log10(voices.rumble(pause)) == pytest.approx(level, abs=3.5)
    assert noise(tape) == pytest.approx(-60, abs=2)


def hissing(top: float, rate: int = RATE) -> Samples:
    """Return a voice whose sounds reach up to ``top`` Hz, on a tape with hiss 50 dB lower."""
    chance = np.random.default_rng(3)
    count = 30 * rate
    spectrum = np.fft.rfft(chance.standard_normal(count))
    spectrum[round(top * 30) :] = 0
    times = np.arange(count) / rate
    spoken = np.fft.irfft(spectrum, count) * np.clip(np.sin(2 * np.pi * 0.9 * times), 0, 1) ** 2
    spoken *= 0.1 / np.sqrt(np.mean(spoken**2))
    return np.asarray(spoken + chance.standard_normal(count) * 3e-4, np.float32)


@pytest.mark.parametrize(
    ("top", "rate"), [(3_400, 8_000), (2_000, 16_000), (5_000, 44_100), (15_000, 48_000)]
)
def test_the_bandwidth_is_how_high_the_voice_goes(top: float, rate: int) -> None:
    spoken = listen(hissing(top, rate), rate)
    assert voices.bandwidth([spoken], voices.pauses([spoken])) == pytest.approx(top, abs=250)


def test_clicks_have_no_say_in_the_bandwidth() -> None:
    tape, places = hissing(3_000), np.arange(1, 30) * RATE
    tape[places] += 0.5
    spoken = voices.listen(tape, RATE, np.stack((places, places + 2), axis=1))
    assert spoken is not None
    assert voices.bandwidth([spoken], spoken.pause) == pytest.approx(3_000, abs=250)


def test_minutes_at_different_rates_are_weighed_together() -> None:
    low, high = listen(hissing(3_000, 8_000), 8_000), listen(hissing(3_000, 44_100), 44_100)
    for minutes in ([low, high, high], [high, low, low]):
        pause = voices.pauses(minutes)
        assert voices.bandwidth(minutes, pause) == pytest.approx(3_000, abs=250)
    assert voices.bandwidth([], None) is None


def test_the_voice_is_weighed_without_the_noise_behind_it() -> None:
    speaking = VOICE != 0
    level = 10 * np.log10(np.mean(np.square(VOICE[speaking])) / 2)  # half of a window is a gap
    for behind in (-70, -40, -30):
        spoken = listen(VOICE + sound.noise(30, behind))
        found = voices.spoken_power(spoken.levels, spoken.floor)
        assert found is not None
        assert 10 * np.log10(found) == pytest.approx(level, abs=1.5)


def test_where_nothing_stands_out_nobody_speaks() -> None:
    spoken = listen(sound.noise(20))
    assert spoken.voice is None
    assert voices.spoken_power(spoken.levels, spoken.floor) is None
    assert voices.spoken_power(np.zeros(0), None) is None
    assert voices.listen(sound.tone(0.1), RATE, NO_CLICKS) is None
