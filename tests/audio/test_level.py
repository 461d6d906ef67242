"""The meter reads what BS.1770 says it should."""

from __future__ import annotations

from typing import TYPE_CHECKING

import av
import numpy as np
import pytest

from desktop_app.audio import encode
from desktop_app.audio.level import amplify, loudest_moment, loudness, moments, peak_db
from desktop_app.audio.survey import survey
from tests.support import sound

if TYPE_CHECKING:
    from pathlib import Path


def sine(hz: float, level_db: float, seconds: float = 5.0, rate: int = 48_000) -> np.ndarray:
    times = np.arange(round(seconds * rate)) / rate
    return (10 ** (level_db / 20) * np.sin(2 * np.pi * hz * times)).astype(np.float32)


@pytest.mark.parametrize("rate", [16_000, 44_100, 48_000])
@pytest.mark.parametrize(
    ("hz", "level", "expected"),
    [
        # BS.1770-4: a full-scale sine at 997 Hz on one channel reads −3.01.
        (997, 0, -3.01),
        (997, -20, -23.01),
        # The weighting takes away rumble and lifts what the head reflects.
        (20, 0, -16.9),
        (4000, 0, 0.3),
    ],
)
def test_loudness_of_sines(rate: int, hz: float, level: float, expected: float) -> None:
    assert loudness(sine(hz, level, rate=rate), rate) == pytest.approx(expected, abs=0.25)


def test_two_sides_are_3_db_louder_than_one() -> None:
    one = sine(997, -20)
    assert loudness(np.stack((one, one), axis=1), 48_000) == pytest.approx(-20, abs=0.05)


def test_the_loudest_moment_is_found_anywhere() -> None:
    quiet = sine(997, -50, 3)
    for parts in ((sine(997, -10, 0.5), quiet), (quiet, sine(997, -10, 0.5))):
        assert loudest_moment(np.concatenate(parts), 48_000) == pytest.approx(-13, abs=0.2)
    assert loudest_moment(sine(997, -10, 0.2), 48_000) == pytest.approx(-16, abs=0.2)


def test_peak_and_gain() -> None:
    sound = sine(997, -6)
    assert peak_db(sound) == pytest.approx(-6, abs=0.01)
    assert peak_db(amplify(sound, -4)) == pytest.approx(-10, abs=0.01)
    assert amplify(sound, -4).dtype == np.float32
    assert peak_db(np.zeros(10, np.float32)) == -200


def ffmpeg_moments(path: Path) -> tuple[float, float]:
    """Return the loudest 400 ms and the loudest 3 s by FFmpeg's ebur128, every 100 ms."""
    graph = av.filter.Graph()
    with av.open(str(path)) as container:
        source = graph.add_abuffer(template=container.streams.audio[0])
        meter, sink = graph.add("ebur128", "metadata=1"), graph.add("abuffersink")
        graph.link_nodes(source, meter, sink).configure()
        for frame in container.decode(audio=0):
            source.push(frame)
        source.push(None)
    loudest = [-200.0, -200.0]
    while True:
        try:
            said = sink.pull().metadata
        except av.error.EOFError:
            return loudest[0], loudest[1]
        for place, name in enumerate(("lavfi.r128.M", "lavfi.r128.S")):
            loudest[place] = max(loudest[place], float(said.get(name, -200)))


@pytest.mark.parametrize("rate", [16_000, 44_100, 48_000])
def test_it_agrees_with_the_meters_for_files(tmp_path: Path, rate: int) -> None:
    """Speech and noise of many levels: both gates matter, and the loudest moment is one of many."""
    parts = (sound.speech_like(6, -20), sound.silence(4), sound.noise(3, -60), sound.tone(4, 900))
    samples = np.concatenate((*parts, 0.3 * parts[0]))
    samples = np.stack((samples, 0.5 * np.roll(samples, 700)), axis=1)
    path = tmp_path / "all.wav"
    encode.write(str(path), samples, rate)
    assert loudness(samples, rate) == pytest.approx(survey(str(path)).loudness, abs=0.05)
    moment, short = ffmpeg_moments(path)
    assert loudest_moment(samples, rate) == pytest.approx(moment, abs=0.15)
    assert np.max(moments(samples, rate, 3.0)) == pytest.approx(short, abs=0.15)


@pytest.mark.parametrize("samples", [np.zeros(48_000, np.float32), sine(997, -10, 0.2)])
def test_what_cannot_be_judged_is_silence(samples: np.ndarray) -> None:
    assert loudness(samples, 48_000) == -200
