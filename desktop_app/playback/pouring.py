"""A source of sound that an engine pulls, in the engine's own time but never far ahead."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Generic, TypeVar

from desktop_app.playback.pcm import FRAME_BYTES, RATE, Source, Start

if TYPE_CHECKING:
    from collections.abc import Callable

CACHING = 300
"""Milliseconds for libVLC's own buffer. With 150 a busy machine now and then let it run dry: a gap,
and then everything 0.1 s late for seconds."""

_FIRST = 0.9
"""Seconds that are given while nobody knows yet when they will be heard. libVLC looks at up to
0.8 s of a stream before it plays any, and tells its first time 0.3 s after that."""

_OPENING = 0.5
"""Seconds after which an output that has told no times is taken to sound."""

_PIECE = RATE // 20

S = TypeVar("S", bound=Source)
T = TypeVar("T")


class Stream(Generic[S]):
    """Hands out a source as bytes; each method may be called from any thread.

    libVLC's prefetch filter asks for megabytes at once: here it waits for them.

    Args:
        source: What is handed out.
        ahead: Seconds by which sound is given away before it is heard: what comes later can still
            change it. libVLC wants it CACHING early and in blocks of 50 ms; the rest is what a busy
            machine may be late by.
    """

    def __init__(self, source: S, ahead: float) -> None:
        self._source = source
        self._ahead = ahead
        self._start = Start()
        self._opened = time.monotonic()
        self._given = 0
        self._over = False
        self._abandoned = False
        self._news = threading.Condition()

    @property
    def over(self) -> bool:
        """Tell whether the source has ended, or was abandoned: nothing can be added any more."""
        return self._over

    def told(self, arrived: float, place: float) -> None:
        """Note that the engine was ``place`` seconds into the stream when it said so."""
        with self._news:
            self._start.told(arrived, place)
            self._news.notify_all()

    def do(self, change: Callable[[S], T]) -> T:
        """Change the source, or look at it, while nobody reads it."""
        with self._news:
            return change(self._source)

    def heard(self) -> int:
        """Return how many frames have been heard by now."""
        with self._news:
            return max(0, round((time.monotonic() - self._begins()) * RATE))

    def read(self, size: int) -> bytes:
        """Return at most ``size`` bytes when they are due, and none at the end."""
        with self._news:
            while not self._over and (early := self._early()) > 0:
                self._news.wait(early)
            frames = min(size // FRAME_BYTES, _PIECE)
            if self._abandoned:
                return bytes(frames * FRAME_BYTES)
            if self._over:
                return b""
            piece = self._source.read(frames, self._begins())
            self._given += len(piece)
            self._over = not len(piece)
            return piece.tobytes()

    def abandon(self) -> None:
        """Let a reader go who waits; from now on there is silence, and nothing to wait for.

        Not an end: libVLC would play out what it has, and could not be stopped for so long.
        """
        with self._news:
            self._over = self._abandoned = True
            self._news.notify_all()

    def _begins(self) -> float:
        """Return when the first frame is heard: in the beginning the earliest that can be."""
        moment = self._start.moment
        if moment is None:
            moment = self._opened if self._given < _FIRST * RATE else self._opened + _OPENING
        return moment

    def _early(self) -> float:
        """Return for how many seconds the next frame can wait."""
        given = self._given / RATE
        if self._start.moment is None and given < _FIRST:
            return 0.0
        return self._begins() + given - self._ahead - time.monotonic()
