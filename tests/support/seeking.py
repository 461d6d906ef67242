"""Seeks to many places through an engine, in a process of its own, and tells what was shown.

``python -m tests.support.seeking ENGINE FILE SPEED PLACE …``; a process, because libpulse asks
only once where its server is. What was heard meanwhile, :mod:`tests.support.sound_server` knows.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.audio.measure import probe
from desktop_app.playback import state as states
from desktop_app.playback.player import Moved, PlayerEvent, Source
from desktop_app.playback.vlc_player import make_vlc_player
from tests.playback.rig import Rig
from tests.support import timecode
from tests.support.command import environment
from tests.support.sound_server import RATE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.playback.player import Player
    from tests.support.sound_server import SoundServer

_LISTEN = 1.2
"""Seconds: longer than a number sounds, so that it is heard to change and the place is known."""

_PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class Landing:
    """A seek to ``place``, asked for at one moment; at another, so much was ``shown``."""

    place: float
    asked: float
    seen: float
    shown: float


@dataclass(frozen=True, slots=True)
class Error:
    """How far off it was soon after a seek, in seconds: the sound, and what was shown of it."""

    place: float
    landed: float
    shown: float


class Watch:
    """What a person sees of a player: the state that the services would have."""

    def __init__(self, rig: Rig, speed: float) -> None:
        self._rig = rig
        self.state = states.opened(
            states.PlayerState(),
            generation=1, start=0.0, duration=None, rate=speed, paused=False, now=time.monotonic(),
        )  # fmt: skip
        rig.react = self._see

    def seek(self, place: float) -> Landing:
        """Go to a place and look at it when the engine says that some sound of it was heard."""
        mark, asked = self._rig.mark(), time.monotonic()
        self.state = states.sought(self.state, place, asked)
        self._rig.player.seek(place)
        beyond = place + _LISTEN * self.state.rate
        self._rig.hold(
            lambda: any(told.position >= beyond for told in self._rig.told(Moved, after=mark)),
            _PATIENCE,
        )
        seen = time.monotonic()
        return Landing(place, asked, seen, self.state.position_at(seen))

    def _see(self, event: PlayerEvent) -> None:
        self.state = states.reduce(self.state, event, time.monotonic())


def around(rig: Rig, path: Path, speed: float, places: Sequence[float]) -> list[Landing]:
    """Open a recording and go to one place after the other."""
    watch = Watch(rig, speed)
    mp3 = path.suffix == ".mp3"
    source = Source(1, path=str(path), mp3=mp3, duration=probe(str(path)).duration)
    rig.player.open(source, start=0.0, rate=speed, paused=False)
    rig.wait(Moved, count=2)
    return [watch.seek(place) for place in places]


def start(
    engine: str, path: Path, places: Sequence[float], ear: SoundServer, speed: float = 1.0
) -> subprocess.Popen[str]:
    """Seek in a process whose sound goes to ``ear``."""
    arguments = (engine, str(path), str(speed), *map(str, places))
    return subprocess.Popen(
        [sys.executable, "-m", "tests.support.seeking", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment(**ear.environment, QT_QPA_PLATFORM="offscreen"),
    )


def errors(process: subprocess.Popen[str], ear: SoundServer, speed: float = 1.0) -> list[Error]:
    """Return how far off each seek was, once all are done."""
    out, said = process.communicate(timeout=300)
    assert process.returncode == 0, said
    return [_error(Landing(**each), ear, speed) for each in json.loads(out)]


def _error(landing: Landing, ear: SoundServer, speed: float) -> Error:
    """Compare what sounds when one looks with what should, and with what is shown.

    Soon after a seek libVLC may fall silent, or run ahead, until its clock and the loudspeaker's
    agree; so it is not the first sound that tells where a seek has landed.
    """
    heard = timecode.listen(ear.heard(landing.asked, landing.seen), RATE, speed)
    if not heard:
        return Error(landing.place, float("inf"), float("inf"))
    elapsed = landing.seen - landing.asked
    now = heard[-1].last + (elapsed - heard[-1].end) * speed
    return Error(landing.place, now - (landing.place + elapsed * speed), landing.shown - now)


def main(engine: str, path: str, speed: str, *places: str) -> None:
    """Write the landings as JSON."""
    rig = Rig(make_vlc_player("--aout=pulse")) if engine == "vlc" else _qt_rig()
    landings = around(rig, Path(path), float(speed), [float(place) for place in places])
    rig.player.close()
    json.dump([asdict(landing) for landing in landings], sys.stdout)


def _qt_rig() -> Rig:
    """Return Qt's player, whose events are carried on while one waits."""
    from PySide6.QtCore import QCoreApplication, QEventLoop

    from desktop_app.desktop.qt_player import QtPlayer

    application = QCoreApplication([])

    class QtRig(Rig):
        def __init__(self, player: Player) -> None:
            super().__init__(player)
            self.application = application

        def hold(self, ready: Callable[[], bool], seconds: float) -> bool:
            deadline = time.monotonic() + seconds
            while not ready() and time.monotonic() < deadline:
                self.application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            return ready()

    return QtRig(QtPlayer())


if __name__ == "__main__":
    main(*sys.argv[1:])
