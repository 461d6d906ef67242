"""Strokes to the sample, levels to the sample, loops without a seam."""

from __future__ import annotations

import wave
from typing import TYPE_CHECKING

import numpy as np
import pytest

from desktop_app.base.errors import KnownError
from desktop_app.playback.pcm import RATE, Glide, Loop, Start, Strokes, read_wav

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.playback.pcm import Frames, Source

_PIECE = 2400


def _steady(level: int, seconds: float = 1.0) -> Frames:
    return np.full((round(seconds * RATE), 2), level, np.int16)


def _read(source: Source, seconds: float, start: float = 0.0) -> Frames:
    pieces = [source.read(_PIECE, start) for _ in range(round(seconds * RATE / _PIECE))]
    return np.concatenate(pieces)


def _all(source: Source, start: float = 0.0) -> Frames:
    pieces = []
    while len(piece := source.read(_PIECE, start)):
        pieces.append(piece)
    return np.concatenate(pieces)


def _first(frames: Frames) -> int:
    return int(np.argmax(frames[:, 0] != 0))


@pytest.mark.parametrize(("at", "start"), [(10.5, 10.0), (10.123456, 10.0), (0.7, 0.65)])
def test_a_stroke_lies_where_it_is_heard_at_its_moment(at: float, start: float) -> None:
    strokes = Strokes()
    strokes.add(_steady(1000), at)
    assert _first(_all(strokes, start)) == round((at - start) * RATE)


def test_a_stroke_is_decided_only_when_it_is_reached() -> None:
    strokes = Strokes()
    strokes.add(_steady(1000), 1.0)
    before = _read(strokes, 0.5, start=0.0)
    after = _read(strokes, 1.0, start=-0.2)  # it began to sound earlier than was thought
    assert not before.any()
    assert _first(after) == round(0.7 * RATE)


def test_a_stroke_that_is_late_rings_next() -> None:
    strokes = Strokes()
    strokes.add(_steady(1), 5.0)
    _read(strokes, 1.0)
    strokes.add(_steady(1000), 0.3)
    assert _first(strokes.read(_PIECE, 0.0)) == 0


def test_strokes_ring_out_over_each_other() -> None:
    strokes = Strokes()
    strokes.add(_steady(1000, 1.0), 0.0)
    strokes.add(_steady(200, 1.0), 0.5)
    heard = _all(strokes)[:, 0]
    assert heard[RATE // 4] == 1000
    assert heard[3 * RATE // 4] == 1200
    assert heard[5 * RATE // 4] == 200


def test_it_is_over_when_all_have_rung_out() -> None:
    strokes = Strokes()
    strokes.add(_steady(1000, 0.3), 0.2)
    heard = _all(strokes)
    assert 0.95 < len(heard) / RATE < 1.1
    assert not len(strokes.read(_PIECE, 0.0))


def test_what_is_taken_back_never_rings_and_what_rings_rings_out() -> None:
    strokes = Strokes()
    strokes.add(_steady(1000, 1.0), 0.0)
    strokes.add(_steady(200, 1.0), 0.5)
    begin = _read(strokes, 0.25)
    strokes.take_back()
    heard = np.concatenate([begin, _all(strokes)])[:, 0]
    assert (heard[:RATE] == 1000).all()
    assert not heard[RATE:].any()


def test_a_short_stroke_that_was_read_to_its_end_may_still_be_unheard() -> None:
    strokes = Strokes()
    strokes.add(_steady(1000, 0.1), 0.3)
    _read(strokes, 0.65)
    assert strokes.unheard(RATE // 5)
    assert not strokes.unheard(RATE // 2)


def test_what_was_read_but_not_heard_can_be_left_out() -> None:
    strokes = Strokes()
    strokes.add(_steady(1000, 1.0), 0.0)
    strokes.add(_steady(200, 1.0), 0.5)
    _read(strokes, 0.75)
    assert strokes.unheard(RATE // 4)
    assert not strokes.unheard(RATE * 6 // 10)
    rest = _all(strokes.rest(RATE // 4))[:, 0]
    assert (rest[RATE // 10 : RATE * 3 // 4] == 1000).all()
    assert not rest[RATE * 3 // 4 :].any()


def test_hushed_strokes_die_away_without_a_step() -> None:
    strokes = Strokes()
    strokes.add(_steady(20000, 5.0), 0.0)
    strokes.add(_steady(20000, 5.0), 1.0)
    begin = _read(strokes, 0.5)
    strokes.hush(0.2)
    heard = np.concatenate([begin, _all(strokes)])[:, 0].astype(int)
    assert len(heard) < 0.8 * RATE
    assert np.abs(np.diff(heard))[1:].max() < 20
    assert heard[-1] == 0


def test_many_strokes_together_are_bent_and_not_cut() -> None:
    strokes = Strokes()
    wave_ = 25000 * np.sin(2 * np.pi * 100 * np.arange(RATE) / RATE)
    tone = np.repeat(np.rint(wave_).astype(np.int16)[:, None], 2, 1)
    for _ in range(2):
        strokes.add(tone, 0.0)
    heard = _all(strokes)[:RATE, 0].astype(int)
    assert heard.max() <= 32767
    assert (np.sign(heard[1:100]) == 1).all()
    assert np.abs(np.diff(heard)).max() < 1000


def test_a_loop_has_no_seam_and_begins_where_it_should() -> None:
    turn = np.arange(1000, 4000, dtype=np.int16).repeat(2).reshape(-1, 2)
    loop = Loop(turn, 1.0, 0.01, fade=0.0)
    heard = _read(loop, 0.5)[RATE // 10 :, 0].astype(int) - 1000
    expected = (np.arange(RATE // 10, RATE // 2) + 480) % 3000
    assert (heard == expected).all()


def test_volume_is_as_the_ear_takes_it() -> None:
    loop = Loop(_steady(16000), 0.5, 0.0, fade=0.0)
    assert _read(loop, 0.5)[-1, 0] == 2000
    loop.set_volume(1.0)
    heard = _read(loop, 0.5)[:, 0].astype(int)
    assert heard[-1] == 16000
    assert 0 < np.diff(heard).max() < 10
    assert np.diff(heard).min() >= 0


def test_a_loop_comes_up_pauses_in_place_and_ends() -> None:
    turn = (np.arange(RATE * 2) // 48).astype(np.int16).repeat(2).reshape(-1, 2)  # milliseconds
    loop = Loop(turn, 1.0, 0.0, fade=0.1)
    rising = _read(loop, 0.2)[:, 0]
    assert rising[0] == 0
    assert rising[-1] == 199
    loop.pause(0.1)
    _read(loop, 0.1)
    assert not _read(loop, 5.0).any()
    loop.resume(0.1)
    assert _read(loop, 0.2)[-1, 0] == 499
    loop.end(0.1)
    assert 0.09 < len(_all(loop)) / RATE < 0.11
    loop.resume(0.1)
    assert not len(loop.read(_PIECE, 0.0))


def test_a_paused_loop_ends_at_once() -> None:
    loop = Loop(_steady(16000), 0.5, 0.0, fade=0.0)
    loop.pause(0.0)
    _read(loop, 0.1)
    loop.end(3.0)
    assert not len(loop.read(_PIECE, 0.0))


def test_a_glide_can_turn_round_on_its_way() -> None:
    glide = Glide(0.0)
    glide.to(1.0, 1.0)
    up = glide.over(RATE // 2)
    glide.to(0.0, 0.5)
    levels = np.concatenate([up, glide.over(RATE)])
    assert levels.max() == pytest.approx(0.5, abs=0.001)
    assert np.abs(np.diff(levels)).max() < 2 / RATE
    assert glide.silent


@pytest.mark.parametrize(
    ("reports", "moment"),
    [
        ((), None),
        (((10.3, 0.3),), 10.0),
        (((10.35, 0.3), (10.6, 0.6), (10.98, 0.9)), 10.0),
        (((10.3, 0.3), *((12.0 + n / 4, 1.5 + n / 4) for n in range(8))), 10.5),
    ],
    ids=["unknown", "one", "the earliest", "begun anew"],
)
def test_start_is_the_earliest_of_late(
    reports: tuple[tuple[float, float], ...], moment: float | None
) -> None:
    start = Start()
    for arrived, place in reports:
        start.told(arrived, place)
    if moment is None:
        assert start.moment is None
    else:
        assert start.moment == pytest.approx(moment + 0.041)


@pytest.mark.parametrize("channels", [1, 2])
def test_reads_a_wav(tmp_path: Path, channels: int) -> None:
    path = _write(tmp_path / "a.wav", channels=channels)
    frames = read_wav(str(path))
    assert frames.shape == (12 // channels, 2)
    assert frames[-1].tolist() == ([11, 11] if channels == 1 else [10, 11])


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"<html>" * 20),
        lambda path: _write(path, rate=44_100),
        lambda path: _write(path, count=0),
        lambda path: _write(path, width=1),
        lambda path: path.write_bytes(_write(path).read_bytes()[:20]),
    ],
    ids=["gone", "empty", "page", "rate", "silent", "8 bit", "cut"],
)
def test_what_is_no_such_wav_is_told(tmp_path: Path, spoil: object) -> None:
    path = _write(tmp_path / "a.wav")
    assert callable(spoil)
    spoil(path)
    with pytest.raises(KnownError, match="cannot be read"):
        read_wav(str(path))


def _write(
    path: Path, *, channels: int = 1, rate: int = RATE, count: int = 12, width: int = 2
) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(np.arange(count, dtype="<i2" if width == 2 else "u1").tobytes())
    return path
