"""Whole recordings are examined, whatever their form; damage done on purpose is measured."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields
from fractions import Fraction
from typing import TYPE_CHECKING

import av
import numpy as np
import pytest

from desktop_app.audio import encode
from desktop_app.audio.examine import examine
from desktop_app.audio.survey import survey
from desktop_app.base.errors import KnownError
from desktop_app.base.tape import Side, Tape
from tests.support import damage, sound

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

real = pytest.mark.skipif(not damage.there(), reason="codec2-examples is not installed")
FOLD = 10 * float(np.log10(sound.RATE / 2 / damage.BAND))
"""Decibels by which hiss is stronger over all than below the voice's own band."""


def examined(path: Path, samples: Samples, rate: int = sound.RATE) -> Tape:
    encode.write(str(path), samples, rate, bit_rate=96_000)
    return examine(str(path))


@real
@pytest.mark.parametrize("suffix", [".wav", ".mp3", ".opus"])
def test_clean_speech_is_clean(tmp_path: Path, suffix: str) -> None:
    tape = examined(tmp_path / f"talk{suffix}", damage.speech(48))
    assert tape.speech == pytest.approx(-20, abs=1.5)
    assert tape.snr is not None
    assert tape.snr > 40
    assert tape.hum is None
    assert tape.clicks < 4
    assert tape.dropouts == 0
    assert tape.clipped < 1e-4
    assert tape.wandering < 5
    assert (tape.side, tape.inverted) == (Side.BOTH, False)
    assert tape.bandwidth == pytest.approx(4000, abs=500)
    assert tape.duration == pytest.approx(48, abs=0.1)


@real
@pytest.mark.parametrize("suffix", [".wav", ".mp3"])
@pytest.mark.parametrize("snr", [10.0, 15.0, 25.0, 35.0])
def test_hiss_is_measured(tmp_path: Path, suffix: str, snr: float) -> None:
    tape = examined(tmp_path / f"talk{suffix}", damage.hiss(damage.speech(48), snr))
    assert tape.snr == pytest.approx(snr - FOLD, abs=2)
    assert tape.hum is None
    assert tape.clicks == 0


@real
@pytest.mark.parametrize("hz", [50.0, 60.0, 49.1])
@pytest.mark.parametrize("level", [-34.0, -48.0])
def test_hum_is_measured_with_all_its_tones(tmp_path: Path, hz: float, level: float) -> None:
    tape = examined(
        tmp_path / "talk.mp3", damage.hum(damage.hiss(damage.speech(48), 25), hz, level)
    )
    assert tape.hum is not None
    assert tape.hum.frequency == pytest.approx(hz, abs=0.05)
    assert {number for number, _ in tape.hum.harmonics} >= {1, 2, 3, 4}
    assert {number for number, _ in tape.hum.harmonics} <= {1, 2, 3, 4, 6}
    assert tape.snr == pytest.approx(25 - FOLD, abs=2), "the hum is no hiss"


@real
def test_a_speaker_who_turns_away_wanders(tmp_path: Path) -> None:
    tape = examined(tmp_path / "talk.wav", damage.drift(damage.speech(160), 14))
    assert tape.wandering == pytest.approx(0.95 * 14, abs=3.5)


@real
def test_what_each_tape_suffers_from(tmp_path: Path) -> None:
    speech = damage.speech(48)
    path = tmp_path / "talk.mp3"
    assert examined(path, damage.rumble(speech)).rumble == pytest.approx(-32, abs=4)
    assert examined(path, damage.quieter(speech)).speech == pytest.approx(-38.5, abs=1.5)
    assert examined(path, damage.clicks(speech)).clicks == pytest.approx(60, rel=0.2)
    assert examined(path, damage.one_sided(speech)).side is Side.LEFT
    assert examined(path, damage.one_sided(speech, right=True)).side is Side.RIGHT
    both = examined(path, np.stack((speech, -speech), axis=1))
    assert (both.side, both.inverted) == (Side.BOTH, True)
    assert both.speech == pytest.approx(-20.5, abs=1.5), "it has not vanished"


@pytest.mark.parametrize("rate", [8_000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000])
@pytest.mark.parametrize("sides", [1, 2, 6])
def test_every_rate_and_number_of_channels_says_the_same(
    tmp_path: Path, rate: int, sides: int
) -> None:
    samples = sound.resampled(sound.speech_like(12) + sound.noise(12, -50), rate)
    path = tmp_path / "talk.wav"
    write(path, np.tile(samples, (sides, 1)), rate, {1: "mono", 2: "stereo", 6: "5.1"}[sides])
    tape = examine(str(path))
    assert tape.snr == pytest.approx(32, abs=4), "at 8 kHz half of the hiss is gone"
    assert tape.duration == pytest.approx(12, abs=0.01)
    assert (tape.side, tape.hum) == (Side.BOTH, None)
    assert tape.bandwidth == pytest.approx(1_750, abs=500)


def write(path: Path, samples: Samples, rate: int, layout: str) -> None:
    """Write channels × frames as numbers with a floating point."""
    with av.open(str(path), "w", format="wav") as container:
        stream = container.add_stream("pcm_f32le", rate=rate, layout=layout)
        flat = np.ascontiguousarray(samples.T.reshape(1, -1))
        frame = av.AudioFrame.from_ndarray(flat, format="flt", layout=layout)
        frame.sample_rate = rate
        container.mux([*stream.encode(frame), *stream.encode(None)])


def test_loudness_and_peak_are_those_of_the_survey(tmp_path: Path) -> None:
    samples = np.stack((sound.speech_like(70), sound.speech_like(70, -26, 3)), axis=1)
    tape = examined(tmp_path / "talk.mp3", samples)
    whole = survey(str(tmp_path / "talk.mp3"))
    assert (tape.loudness, tape.peak) == (whole.loudness, whole.peak)


def test_silence_says_nothing(tmp_path: Path) -> None:
    tape = examined(tmp_path / "talk.wav", sound.silence(5))
    assert tape == Tape(
        5.0, None, None, None, None, None, None, None, 0.0, 0, 0.0, 0.0, Side.BOTH, 0.0
    )


@pytest.mark.parametrize("seconds", [0.001, 0.05, 0.25, 1.0, 5.0])
def test_moments_are_recordings_too(tmp_path: Path, seconds: float) -> None:
    tape = examined(tmp_path / "talk.wav", sound.speech_like(seconds) + sound.noise(seconds, -50))
    assert tape.duration == pytest.approx(seconds, abs=0.001)
    assert tape.peak is not None
    if seconds >= 5:
        assert tape.snr == pytest.approx(32, abs=3)


@pytest.mark.parametrize("make", [sound.noise, sound.tone])
def test_where_nobody_speaks_no_voice_is_invented(tmp_path: Path, make: object) -> None:
    assert callable(make)
    tape = examined(tmp_path / "talk.wav", make(20))
    assert (tape.speech, tape.snr, tape.bandwidth, tape.hum) == (None, None, None, None)
    assert (tape.clipped, tape.clicks, tape.wandering) == (0.0, 0.0, 0.0)


def test_joined_recordings_of_different_kinds_are_one_tape(tmp_path: Path) -> None:
    voice = sound.speech_like(20) + sound.noise(20, -50)
    first = sound.save(tmp_path / "a.mp3", voice)
    other = sound.resampled(voice, 48_000)
    encode.write(str(tmp_path / "b.mp3"), np.stack((other, other), axis=1), 48_000)
    joined = tmp_path / "joined.mp3"
    joined.write_bytes(first.read_bytes() + (tmp_path / "b.mp3").read_bytes())
    tape = examine(str(joined))
    assert tape.duration == pytest.approx(40, abs=0.2)
    assert tape.snr == pytest.approx(32, abs=3)


def test_the_sound_of_a_film_is_examined(tmp_path: Path) -> None:
    samples = sound.speech_like(8) + sound.noise(8, -50)
    path = tmp_path / "film.mp4"
    with av.open(str(path), "w") as container:
        pictures = container.add_stream("mpeg4", rate=5)
        pictures.width, pictures.height, pictures.pix_fmt = 64, 64, "yuv420p"
        stream = container.add_stream("aac", rate=sound.RATE, layout="mono")
        for _ in range(40):
            picture = av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8), format="rgb24")
            container.mux(pictures.encode(picture))
        container.mux(pictures.encode(None))
        for at in range(0, len(samples), 1024):
            part = samples[np.newaxis, at : at + 1024]
            frame = av.AudioFrame.from_ndarray(part, format="fltp", layout="mono")
            frame.sample_rate, frame.pts, frame.time_base = sound.RATE, at, Fraction(1, sound.RATE)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    tape = examine(str(path))
    assert tape.duration == pytest.approx(8, abs=0.2)
    assert tape.snr == pytest.approx(32, abs=4)


def test_damage_costs_only_itself(tmp_path: Path) -> None:
    path = sound.save(tmp_path / "talk.mp3", sound.speech_like(30) + sound.noise(30, -50))
    before = examine(str(path))
    spoilt = bytearray(path.read_bytes())
    spoilt[100_000:104_000] = np.random.default_rng(1).bytes(4000)
    path.write_bytes(spoilt[:-20_000])
    after = examine(str(path))
    assert after.snr == pytest.approx(before.snr, abs=1)
    assert after.duration == pytest.approx(before.duration, abs=4)


def test_numbers_that_are_none_spoil_nothing(tmp_path: Path) -> None:
    samples = sound.speech_like(20) + sound.noise(20, -50)
    path = tmp_path / "odd.wav"
    write(path, samples[np.newaxis], sound.RATE, "mono")
    before = examine(str(path))
    samples[[50_000, 90_000, 150_000, 200_000]] = np.nan, np.inf, -np.inf, 1e30
    write(path, samples[np.newaxis], sound.RATE, "mono")
    after = examine(str(path))
    for name in ("peak", "speech", "noise", "rumble", "wandering"):
        assert getattr(after, name) == pytest.approx(getattr(before, name), abs=0.5), name
    numbers = [getattr(after, field.name) for field in fields(after)]
    assert all(np.isfinite(number) for number in numbers if isinstance(number, float))


@pytest.mark.parametrize("content", [b"", b"Not found.\n", bytes(5000), b"ID3" + bytes(3000)])
def test_what_is_no_recording_is_said_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "talk.mp3"
    path.write_bytes(content)
    with pytest.raises(KnownError, match="cannot be measured"):
        examine(str(path))
    with pytest.raises(KnownError, match="cannot be measured"):
        examine(str(tmp_path / "gone.mp3"))


def test_more_minutes_need_little_more_memory(tmp_path: Path) -> None:
    """Kept are numbers: a spectrum for each minute, some levels for each second."""
    minute = sound.speech_bytes(60)
    code = (
        "import resource, sys\n"
        "from desktop_app.audio.examine import examine\n"
        "used = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "examine(sys.argv[1])\n"
        "before = used()\n"
        "examine(sys.argv[2])\n"
        "print(used() - before)"
    )
    short, long = tmp_path / "short.mp3", tmp_path / "long.mp3"
    short.write_bytes(minute * 2)
    long.write_bytes(minute * 25)
    done = subprocess.run(
        [sys.executable, "-c", code, str(short), str(long)],
        capture_output=True, check=True, timeout=100, text=True,
    )  # fmt: skip
    assert int(done.stdout) < 20_000, "kilobytes; twenty-five minutes of samples have 96,000"
    assert done.stderr == ""
