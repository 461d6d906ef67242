"""Bells on a busy machine: by how many milliseconds each stroke is late, recorded from a null sink.

``python -m tests.bench.bells [--minutes M] [--load N …]``. A bell every few seconds over an
ambience, with so many busy processes of normal priority; goal: every stroke within 50 ms. Beside
it the peer, for three minutes at most: a libVLC player that opens the bell's file at its moment, as
a simple app does.
"""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.playback.player import Source
from desktop_app.playback.sitting_sound import LEAD
from desktop_app.playback.vlc_player import make_vlc_player
from desktop_app.playback.vlc_sitting import VlcSitting
from tests.support import striking
from tests.support.sound_server import SoundServer

if TYPE_CHECKING:
    from collections.abc import Callable

MINUTES = 10.0
LOADS = (0, 4, 8)
_EVERY = 5.0
_WITHIN = 1.0


def main() -> None:
    """Ring and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=MINUTES)
    parser.add_argument("--load", type=int, nargs="+", default=LOADS)
    chosen, _others = parser.parse_known_args()
    with tempfile.TemporaryDirectory() as scratch:
        knock = striking.write(Path(scratch) / "knock.wav", striking.knock())
        chance = np.random.default_rng(1).standard_normal(10 * striking.RATE)
        rain = striking.write(Path(scratch) / "rain.wav", 0.05 * np.clip(chance, -4, 4))
        for load in chosen.load:
            for name, ring in (("ours", _ours), ("peer", _peer)):
                with SoundServer() as ear, striking.busy(load):
                    os.environ.update(ear.environment)
                    seconds = 60 * (chosen.minutes if name == "ours" else min(chosen.minutes, 3))
                    moments = ring(knock, rain, seconds)
                    errors = striking.errors(ear, moments, within=_WITHIN)
                _print(name, load, errors)


def _moments(seconds: float) -> list[float]:
    """Return the strokes' moments: a few seconds apart, never at the same place of a buffer."""
    chance = random.Random(1)  # noqa: S311 - to be had again
    first = time.monotonic() + LEAD + 1
    count = max(1, int((seconds - LEAD - 1) / _EVERY))
    return [first + number * _EVERY + chance.uniform(0, 1) for number in range(count)]


def _at(moment: float) -> None:
    threading.Event().wait(max(0.0, moment - time.monotonic()))


def _ours(knock: str, rain: str, seconds: float) -> list[float]:
    sound = VlcSitting("--aout=pulse")
    sound.listen(print)
    sound.begin_ambience(rain, 0.7)
    moments = _moments(seconds)
    _strike(moments, LEAD, lambda moment: sound.ring(knock, moment))
    sound.close()
    return moments


def _peer(knock: str, rain: str, seconds: float) -> list[float]:
    bell, bed = make_vlc_player("--aout=pulse"), make_vlc_player("--aout=pulse")
    bed.open(Source(0, path=rain), start=0.0, rate=1.0, paused=False)
    moments = _moments(seconds)
    source = Source(0, path=knock)
    _strike(moments, 0.0, lambda _at: bell.open(source, start=0.0, rate=1.0, paused=False))
    bell.close()
    bed.close()
    return moments


def _strike(moments: list[float], lead: float, ring: Callable[[float], None]) -> None:
    for moment in moments:
        _at(moment - lead)
        ring(moment)
    _at(moments[-1] + _WITHIN)


def _print(name: str, load: int, errors: list[float | None]) -> None:
    heard = [1000 * error for error in errors if error is not None]
    off = np.abs(heard) if heard else np.zeros(1)
    print(
        f"{name}  {load:2} busy  {len(errors)} strokes, {len(errors) - len(heard)} not heard"
        f"   off by: median {np.median(off):.1f} ms, p95 {np.percentile(off, 95):.1f} ms,"
        f" most {off.max():.1f} ms   over 50 ms: {int((off > 50).sum())}"
        f"   (from {min(heard, default=0):+.1f} to {max(heard, default=0):+.1f})",
        flush=True,
    )


if __name__ == "__main__":
    main()
