"""Kills whoever listens, and compares the place in the library with what was heard last."""

from __future__ import annotations

import random
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.support import restless, timecode
from tests.support.command import environment, hearthside
from tests.support.sound_server import RATE, SoundServer

if TYPE_CHECKING:
    from pathlib import Path

LONGEST = 8.0
"""Seconds after which the one who listens is killed at the latest."""

MOST = 5.0
"""Seconds of listening that a kill may cost."""

SPEEDS = (1.0, 1.5, 0.8, 2.0)
_SEEKING = 1.0


@dataclass(frozen=True, slots=True)
class Loss:
    """What a kill came to: the place that was kept, and the one that was heard last (seconds).

    If the person had just gone somewhere else, ``heard`` is the place they went to.
    """

    seed: int
    speed: float
    lived: float
    heard: float
    kept: float

    @property
    def clock(self) -> float:
        """Seconds of listening that are lost (or, negative, that were never heard)."""
        return (self.heard - self.kept) / self.speed


def make_home(folder: Path) -> Path:
    """Return a home with a tape that tells its seconds."""
    (folder / "tapes").mkdir()
    (folder / "tapes" / "Tape.mp3").write_bytes(timecode.mp3(restless.LENGTH))
    home = folder / "home"
    assert hearthside(home, "add", str(folder / "tapes")).status == 0
    return home


def kill(home: Path, scratch: Path, seed: int) -> Loss:
    """Let somebody listen in a copy of ``home``, for a while that the seed chooses; kill."""
    chance = random.Random(seed)  # noqa: S311 - to be had again
    speed, lives = SPEEDS[seed % len(SPEEDS)], chance.uniform(0.5, LONGEST)
    copy = scratch / f"home {seed}"
    shutil.copytree(home, copy)
    with SoundServer() as ear:
        began, killed, sought, target = _kill_after(copy, seed, speed, lives, ear)
        heard = timecode.listen(ear.heard(began, killed), RATE, speed)
    with closing(sqlite3.connect(copy / "library.sqlite")) as library:
        kept = library.execute("SELECT max(position) FROM positions").fetchone()[0] or 0.0
    assert heard, f"seed {seed}: nothing was heard before the kill"
    went = killed - sought < _SEEKING and abs(heard[-1].last - target) > _SEEKING
    return Loss(seed, speed, lives, target if went else heard[-1].last, kept)


def _kill_after(
    home: Path, seed: int, speed: float, lives: float, ear: SoundServer
) -> tuple[float, float, float, float]:
    """Return when it sounded, when it was killed, and moment and place of the last seek."""
    arguments = (str(home), str(seed), str(speed))
    player = {"HEARTHSIDE_AUDIO": "vlc", "HEARTHSIDE_VLC_ARGS": "--aout=pulse"}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.support.restless", *arguments],
        stdout=subprocess.PIPE,
        text=True,
        env=environment(**player, **ear.environment),
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "0 0\n"
        began = time.monotonic()
        time.sleep(lives)
        process.kill()
        killed = time.monotonic()
        seeks = process.stdout.read().splitlines()
    moment, place = map(float, (seeks or ["0 0"])[-1].split())
    return began, killed, moment, place
