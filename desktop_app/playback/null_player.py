"""A player without sound that keeps true time: for tests and machines without audio."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.playback.player import (
    Ended,
    Failed,
    Moved,
    Paused,
    PlayerEvent,
    Playing,
    Source,
    obstacle,
)
from desktop_app.playback.thread import CommandThread

if TYPE_CHECKING:
    from collections.abc import Callable

_TICK = 0.3


class NullPlayer:
    """Behaves as if it played: reports positions, ends at the end, fails for what is no audio.

    Args:
        probe: Returns a file's duration in seconds, or raises :class:`KnownError`.
    """

    name = "null"

    def __init__(self, probe: Callable[[str], float]) -> None:
        self._probe = probe
        self._listener: Callable[[PlayerEvent], None] | None = None
        self._closed = False
        self._source: Source | None = None
        self._duration: float | None = None
        self._place = 0.0
        self._at = 0.0
        self._rate = 1.0
        self._running = False
        self._thread = CommandThread("playback", wait=self._wait, idle=self._tick)

    def listen(self, listener: Callable[[PlayerEvent], None]) -> None:
        """Send all events to ``listener``, from the player's own thread."""
        self._listener = listener

    def open(self, source: Source, *, start: float, rate: float, paused: bool) -> None:
        """Load ``source`` and count from ``start`` seconds, or stand there paused."""
        self._thread.do(partial(self._open, source, start, rate, paused))

    def play(self) -> None:
        """Go on; after the end, start over."""
        self._thread.do(self._play)

    def pause(self) -> None:
        """Stand still."""
        self._thread.do(self._pause)

    def seek(self, position: float) -> None:
        """Go to ``position`` seconds, playing or paused as before."""
        self._thread.do(partial(self._seek, max(0.0, position)))

    def set_rate(self, rate: float) -> None:
        """Count ``rate`` times as fast."""
        self._thread.do(partial(self._set_rate, rate))

    def set_volume(self, volume: float) -> None:
        """Do nothing: silence has one volume."""

    def set_gain(self, decibels: float) -> None:
        """Do nothing: silence cannot be amplified."""

    def stop(self) -> None:
        """Let go of the source."""
        self._thread.do(self._stop)

    def close(self) -> None:
        """Stop for good; no event follows."""
        if self._closed:
            return
        self._closed = True
        self._thread.do(self._stop)
        self._thread.close()

    def _emit(self, event: PlayerEvent) -> None:
        if self._listener is not None and not self._closed:
            self._listener(event)

    def _wait(self) -> float | None:
        if not self._running:
            return None
        if self._duration is None:
            return _TICK
        return max(0.0, min(_TICK, (self._duration - self._now()) / self._rate))

    def _now(self) -> float:
        """Return the place at this moment, in seconds, which may lie past the end."""
        if not self._running:
            return self._place
        return self._place + (time.monotonic() - self._at) * self._rate

    def _stand(self, place: float) -> None:
        self._place, self._at = place, time.monotonic()

    def _open(self, source: Source, start: float, rate: float, paused: bool) -> None:
        self._stop()
        self._source, self._duration, self._rate = source, None, rate
        self._stand(start)
        if not self._measured(source):
            return
        if paused:
            self._emit(Paused(source.generation))
        else:
            self._play()

    def _measured(self, source: Source) -> bool:
        """Find out how long the talk is; tell the listener when that fails."""
        why = obstacle(source)
        if source.path is not None and not why and self._duration is None:
            try:
                self._duration = self._probe(source.path)
            except KnownError as error:
                why = (error.why or error.what).rstrip(".") + "."
                why = why[0].upper() + why[1:]
        if why:
            self._emit(Failed(source.generation, why))
        return not why

    def _play(self) -> None:
        if self._source is None or self._running or not self._measured(self._source):
            return
        self._stand(self._place)
        self._running = True
        self._emit(Playing(self._source.generation, self._place))

    def _pause(self) -> None:
        if self._source is None or not self._running:
            return
        self._stand(self._now())
        self._running = False
        self._emit(Paused(self._source.generation))

    def _seek(self, position: float) -> None:
        if self._source is None:
            return
        self._stand(position)
        self._emit(Moved(self._source.generation, position))

    def _set_rate(self, rate: float) -> None:
        self._stand(self._now())
        self._rate = rate

    def _stop(self) -> None:
        self._source, self._running = None, False

    def _tick(self) -> None:
        if self._source is None:
            return
        now = self._now()
        if self._duration is None or now < self._duration:
            self._emit(Moved(self._source.generation, now))
            return
        self._stand(0.0)
        self._running = False
        self._emit(Ended(self._source.generation))
