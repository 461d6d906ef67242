"""A whole recording is measured as FFmpeg's own meter measures it, whatever its form."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import av
import numpy as np
import pytest

from desktop_app.audio import encode
from desktop_app.audio.loudness import TruePeak, weighting
from desktop_app.audio.survey import survey
from desktop_app.audio.waveform import BARS, bars
from desktop_app.base.errors import KnownError
from tests.support import sound

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Samples = NDArray[np.float32]


def judged(path: Path) -> tuple[float, float]:
    """Return integrated loudness and true peak (dBTP) by FFmpeg's ebur128 filter."""
    graph = av.filter.Graph()
    with av.open(str(path)) as container:
        stream = container.streams.audio[0]
        source = graph.add_abuffer(template=stream)
        meter = graph.add("ebur128", "metadata=1:peak=true")
        sink = graph.add("abuffersink")
        graph.link_nodes(source, meter, sink).configure()
        for frame in container.decode(stream):
            source.push(frame)
        source.push(None)
    said: dict[str, str] = {}
    while True:
        try:
            said |= sink.pull().metadata
        except av.error.EOFError:
            break
    peaks = [float(value) for name, value in said.items() if "true_peaks_ch" in name]
    return float(said["lavfi.r128.I"]), 20 * float(np.log10(max(peaks)))


def resampled(samples: Samples, rate: int) -> Samples:
    """Return samples of RATE at another rate, roughly; that makes no difference to a meter."""
    count = round(len(samples) * rate / sound.RATE)
    times = np.arange(count) * sound.RATE / rate
    return np.interp(times, np.arange(len(samples)), samples).astype(np.float32)


def quiet_then_loud() -> Samples:
    """Return what both gates matter for: speech, silence, quiet speech, hiss."""
    speech = sound.speech_like(8, -20)
    parts = (speech, sound.silence(4), speech * 0.05, sound.noise(5, -60), speech * 0.6)
    return np.concatenate(parts)


@pytest.mark.parametrize("suffix", [".wav", ".mp3", ".m4a", ".opus"])
@pytest.mark.parametrize("rate", [16_000, 22_050, 44_100, 48_000])
@pytest.mark.parametrize("sides", [1, 2])
def test_it_reads_what_ffmpeg_reads(tmp_path: Path, suffix: str, rate: int, sides: int) -> None:
    samples = resampled(quiet_then_loud(), rate)
    if sides == 2:
        samples = np.stack((samples, resampled(sound.speech_like(33, -26, 3), rate)), axis=1)
    path = tmp_path / f"talk{suffix}"
    encode.write(str(path), samples, rate, bit_rate=96_000)
    found = survey(str(path))
    loudness, peak = judged(path)
    assert found.loudness == pytest.approx(loudness, abs=0.1)
    assert found.peak == pytest.approx(peak, abs=0.2)


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        # EBU Tech 3341, table 1: a stereo sine of 1 kHz reads its own level.
        (-23.0, -23.0),
        (-33.0, -33.0),
        (-71.5, None),
    ],
)
def test_the_tones_of_ebu_tech_3341(tmp_path: Path, level: float, expected: float | None) -> None:
    tone = sound.tone(20, 1000, level)
    path = sound.save(tmp_path / "tone.wav", np.stack((tone, tone), axis=1))
    found = survey(str(path)).loudness
    assert found == (pytest.approx(expected, abs=0.1) if expected is not None else None)


def test_the_filters_are_those_of_the_recommendation() -> None:
    shelf, rumble = weighting(48_000)
    # BS.1770-4, annex 1, tables 1 and 2.
    first = (1.53512485958697, -2.69169618940638, 1.19839281085285)
    assert shelf == pytest.approx((*first, -1.69065929318241, 0.73248077421585), abs=1e-9)
    second = (1.0, -2.0, 1.0, -1.99004745483398, 0.99007225036621)
    assert rumble == pytest.approx(second, abs=1e-9)


def curve(hz: float, phase: float, rate: int = 48_000, count: int = 4800) -> Samples:
    return np.sin(2 * np.pi * hz * np.arange(count) / rate + phase).astype(np.float32)


@pytest.mark.parametrize("piece", [1, 7, 63, 480, 4800])
def test_the_peak_between_the_samples_is_found_in_pieces_of_any_length(piece: int) -> None:
    """A sine at a quarter of the rate, 45° off: no sample of it is higher than −3 dB."""
    samples = np.pad(curve(12_000, np.pi / 4) * np.hanning(4800).astype(np.float32), 50)
    assert 20 * np.log10(np.abs(samples).max()) == pytest.approx(-3.01, abs=0.01)
    peak = TruePeak(1)
    for start in range(0, len(samples), piece):
        peak.feed(samples[np.newaxis, start : start + piece])
    peak.finish()
    assert peak.decibels == pytest.approx(0.0, abs=0.05)


def test_what_is_skipped_is_never_the_peak() -> None:
    spectrum = np.fft.rfft(np.random.default_rng(10).standard_normal(20_000))
    spectrum[8500:] = 0
    samples = np.fft.irfft(spectrum).astype(np.float32)
    finer = np.fft.irfft(np.pad(np.fft.rfft(samples), (0, 30_000))) * 4
    peak = TruePeak(2)
    peak.feed(np.stack((samples * 0.5, samples)))
    peak.finish()
    assert peak.decibels == pytest.approx(20 * np.log10(np.abs(finer).max()), abs=0.1)
    assert np.abs(finer).max() > np.abs(samples).max() * 1.2, "or nothing was shown"


def test_silence_has_no_loudness(tmp_path: Path) -> None:
    found = survey(str(sound.save(tmp_path / "silence.wav", sound.silence(3))))
    assert (found.loudness, found.peak) == (None, None)
    assert found.waveform == bytes(BARS)


def test_a_moment_is_too_short_for_a_loudness(tmp_path: Path) -> None:
    found = survey(str(sound.save(tmp_path / "moment.wav", sound.tone(0.05, level_db=-6))))
    assert found.loudness is None
    assert found.peak == pytest.approx(-6, abs=0.1)


def test_joined_recordings_of_different_kinds_are_measured_to_the_end(tmp_path: Path) -> None:
    first = sound.save(tmp_path / "a.mp3", sound.tone(10, 1000, -20))
    loud = 0.5 * np.stack([curve(1000, 0, count=480_000)] * 2, axis=1)
    encode.write(str(tmp_path / "b.mp3"), loud, 48_000)
    joined = tmp_path / "joined.mp3"
    joined.write_bytes(first.read_bytes() + (tmp_path / "b.mp3").read_bytes())
    found = survey(str(joined))
    loudness, peak = judged(tmp_path / "b.mp3")
    assert found.loudness == pytest.approx(loudness, abs=0.2), "the quiet half is below the gate"
    assert found.peak == pytest.approx(peak, abs=0.2)
    assert max(found.waveform[50:250]) < 20
    assert min(found.waveform[350:550]) > 240


def test_damage_costs_only_itself(tmp_path: Path) -> None:
    whole = bytearray(sound.speech_bytes(30))
    before = tmp_path / "whole.mp3"
    before.write_bytes(whole)
    whole[100_000:104_000] = np.random.default_rng(1).bytes(4000)
    path = tmp_path / "damaged.mp3"
    path.write_bytes(whole)
    assert survey(str(path)).loudness == pytest.approx(survey(str(before)).loudness, abs=0.5)


def test_numbers_that_are_none_spoil_nothing(tmp_path: Path) -> None:
    samples = sound.tone(10, 1000, -20)
    path = tmp_path / "odd.wav"
    with av.open(str(path), "w", format="wav") as container:
        stream = container.add_stream("pcm_f32le", rate=sound.RATE, layout="mono")
        spoilt = np.where(np.arange(len(samples)) == 150_000, np.nan, samples)
        frame = av.AudioFrame.from_ndarray(
            spoilt.astype(np.float32)[np.newaxis, :], format="flt", layout="mono"
        )
        frame.sample_rate = sound.RATE
        container.mux([*stream.encode(frame), *stream.encode(None)])
    found = survey(str(path))
    assert found.loudness == pytest.approx(-23.0, abs=0.1)
    assert found.peak == pytest.approx(-20.0, abs=0.1)


@pytest.mark.parametrize("content", [b"", b"Not found.\n", bytes(5000)])
def test_what_is_no_recording_is_said_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "talk.mp3"
    path.write_bytes(content)
    with pytest.raises(KnownError, match="cannot be measured"):
        survey(str(path))
    with pytest.raises(KnownError, match="cannot be measured"):
        survey(str(tmp_path / "gone.mp3"))


def test_hours_need_no_more_memory_than_minutes(tmp_path: Path) -> None:
    minute = sound.tone_bytes(60, 300)
    code = (
        "import resource, sys\n"
        "from desktop_app.audio.survey import survey\n"
        "used = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "survey(sys.argv[1])\n"
        "before = used()\n"
        "survey(sys.argv[2])\n"
        "print(used() - before)"
    )
    short, long = tmp_path / "short.mp3", tmp_path / "long.mp3"
    short.write_bytes(minute)
    long.write_bytes(minute * 60)
    done = subprocess.run(
        [sys.executable, "-c", code, str(short), str(long)],
        capture_output=True, check=True, timeout=100, text=True,
    )  # fmt: skip
    assert int(done.stdout) < 20_000, "kilobytes; an hour of samples has 230,000"
    assert done.stderr == ""


def test_bars_show_what_is_louder() -> None:
    assert bars(np.zeros(0)) == bars(np.zeros(9)) == bytes(BARS)
    steady = bars(np.full(6000, 0.01))
    assert set(steady) == {255}
    halves = bars(np.repeat([1.0, 0.25], 3000))
    assert (halves[0], halves[-1]) == (255, round(255 * 0.5**1.5))
    assert len(bars(np.ones(7))) == BARS, "also of what is shorter than its bars"


def test_one_loud_moment_does_not_flatten_a_talk() -> None:
    powers = np.full(36_000, 0.01)
    powers[1020:1080] = 0.1
    shape = bars(powers)
    assert shape[17] == 255
    assert shape[400] == 255
    rare = np.zeros(36_000)
    rare[500] = 1.0
    assert max(bars(rare)) == 255, "a single bell is seen"
