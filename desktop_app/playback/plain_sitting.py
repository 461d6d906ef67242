"""The sound of a sitting over two plain players, for machines without libVLC.

A bell's file is opened at its moment, so it comes later by as much as the player takes, and a new
stroke cuts off the one before it. The ambience begins anew wherever it ends.
"""

from __future__ import annotations

import threading
import time
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.playback.player import Ended, Failed, PlayerEvent, Source
from desktop_app.playback.sitting_sound import FADE_IN, HUSH_FADE, PAUSE_FADE
from desktop_app.playback.thread import CommandThread

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.playback.player import Player

_STEP = 0.05
"""Seconds between the steps of a fade: the most that a player's volume can do."""

_GLIDE = 0.25


@dataclass(frozen=True, slots=True)
class _Fade:
    """A level on its way between two moments; ``then`` is done when it is there."""

    since: float
    until: float
    origin: float
    goal: float
    then: Callable[[], None]

    def level(self, now: float) -> float:
        """Return the level at the moment ``now``."""
        if now >= self.until:
            return self.goal
        part = (now - self.since) / (self.until - self.since)
        return self.origin + (self.goal - self.origin) * part


class PlainSitting:
    """Rings with one player, plays the ambience with the other.

    Args:
        make: Makes a player, twice.
    """

    def __init__(self, make: Callable[[], Player]) -> None:
        with ExitStack() as made:
            self._bell = make()
            made.callback(self._bell.close)
            self._bed = make()
            made.pop_all()
        self.name = self._bell.name
        self._failed: Callable[[str], None] = _ignore
        self._closed = False
        self._lock = threading.Lock()
        self._round = 0
        self._waiting: list[tuple[float, str, int]] = []
        self._fades: dict[Player, _Fade] = {}
        self._levels: dict[Player, float] = {self._bell: 1.0, self._bed: 0.0}
        self._loop: str | None = None
        self._volume = 0.0
        self._number = 0
        self._turn = 0
        self._thread = CommandThread("sitting", wait=self._wait, idle=self._look)
        self._bell.listen(self._told)
        self._bed.listen(self._told)

    def listen(self, failed: Callable[[str], None]) -> None:
        """Have ``failed`` called once, in the command thread, if nothing can be heard."""
        self._failed = failed

    def ring(self, sound: str, at: float) -> None:
        """Open the bell at the moment ``at`` of the monotonic clock."""
        self._thread.do(partial(self._await, sound, at, self._round))

    def take_back(self) -> None:
        """Forget the strokes that wait."""
        with self._lock:
            self._round += 1

    def begin_ambience(self, sound: str, volume: float, at: float = 0.0) -> None:
        """Let a loop come up."""
        self._thread.do(partial(self._begin, sound, volume, at))

    def set_ambience_volume(self, volume: float) -> None:
        """Glide to ``volume``."""
        self._thread.do(partial(self._set_volume, volume))

    def pause_ambience(self) -> None:
        """Let it die away and stand still."""
        self._thread.do(partial(self._fade, self._bed, 0.0, PAUSE_FADE, self._bed.pause))

    def resume_ambience(self) -> None:
        """Let it come back."""
        self._thread.do(self._resume)

    def end_ambience(self, fade: float) -> None:
        """Let it die away over ``fade`` seconds and let go of it."""
        self._thread.do(partial(self._end, fade))

    def hush(self) -> None:
        """Silence what sounds and what would sound."""
        self.take_back()
        self._thread.do(partial(self._fade, self._bell, 0.0, HUSH_FADE, self._bell.stop))
        self._thread.do(partial(self._end, HUSH_FADE))

    def close(self) -> None:
        """Fall silent and give everything back."""
        if self._closed:
            return
        self._closed = True
        self.take_back()
        self._thread.do(self._bed.close)
        self._thread.do(self._bell.close)
        self._thread.close()

    # --- in the command thread --------------------------------------------------------

    def _wait(self) -> float | None:
        now = time.monotonic()
        times = [at - now for at, _, _ in self._waiting]
        if self._fades:
            times.append(_STEP)
        return max(0.0, min(times)) if times else None

    def _look(self) -> None:
        """Ring what is due, and go on with what fades."""
        now = time.monotonic()
        due = [each for each in self._waiting if each[0] <= now]
        self._waiting = [each for each in self._waiting if each[0] > now]
        with self._lock:
            sounds = [sound for _, sound, in_round in due if in_round == self._round]
            if sounds:
                self._strike(sounds[-1])
        for player, fade in list(self._fades.items()):
            self._level(player, fade.level(now))
            if now >= fade.until:
                del self._fades[player]
                fade.then()

    def _strike(self, sound: str) -> None:
        self._fades.pop(self._bell, None)
        self._level(self._bell, 1.0)
        self._open(self._bell, sound, 0.0)

    def _level(self, player: Player, level: float) -> None:
        self._levels[player] = level
        player.set_volume(level)

    def _await(self, sound: str, at: float, in_round: int) -> None:
        self._waiting.append((at, sound, in_round))
        self._waiting.sort()

    def _open(self, player: Player, sound: str, start: float) -> None:
        self._number += 1
        player.open(Source(self._number, path=sound), start=start, rate=1.0, paused=False)

    def _begin(self, sound: str, volume: float, at: float) -> None:
        self._loop, self._volume = sound, volume
        self._level(self._bed, 0.0)
        self._open(self._bed, sound, at)
        self._turn = self._number
        self._fade(self._bed, volume, FADE_IN)

    def _set_volume(self, volume: float) -> None:
        self._volume = volume
        if self._loop is not None:
            self._fade(self._bed, volume, _GLIDE)

    def _resume(self) -> None:
        if self._loop is not None:
            self._bed.play()
            self._fade(self._bed, self._volume, PAUSE_FADE)

    def _end(self, fade: float) -> None:
        if self._loop is not None:
            self._loop = None
            self._fade(self._bed, 0.0, fade, self._bed.stop)

    def _fade(
        self, player: Player, goal: float, seconds: float, then: Callable[[], None] = lambda: None
    ) -> None:
        now = time.monotonic()
        self._fades[player] = _Fade(now, now + seconds, self._levels[player], goal, then)

    def _told(self, event: PlayerEvent) -> None:
        """Take an event from whatever thread it arises in."""
        if isinstance(event, Failed):
            self._thread.do(partial(self._fail, event.why))
        elif isinstance(event, Ended):
            self._thread.do(partial(self._again, event.generation))

    def _again(self, generation: int) -> None:
        if self._loop is not None and generation == self._turn:
            self._open(self._bed, self._loop, 0.0)
            self._turn = self._number

    def _fail(self, why: str) -> None:
        failed, self._failed = self._failed, _ignore
        if not self._closed:
            failed(why)


def _ignore(_why: str) -> None:
    """Nobody wants to know, or they know already."""
