"""What ends the sound by itself: the sleep timer, and a stretch for a meeting."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from desktop_app.base.clock import Clock

FADE = 60.0
_STEP = 0.5


def share(left: float) -> float:
    """Return how much of the volume is let through with ``left`` seconds to go."""
    return min(1.0, max(0.0, left / FADE))


class SleepTimer:
    """Plays on for some minutes, fades over the last one, then pauses; or ends with the talk.

    It counts down on the monotonic clock, whether anything sounds or not.

    Attributes:
        at: The monotonic time at which the sound ends; None: no such time is set.
        minutes: What the person chose.
        with_talk: The sound ends when the talk does; nothing of the queue follows.
    """

    def __init__(
        self,
        clock: Clock,
        fade: Callable[[float], None],
        pause: Callable[[], Awaitable[None]],
        changed: Callable[[], None],
    ) -> None:
        self._clock = clock
        self._fade = fade
        self._pause = pause
        self._changed = changed
        self._task: asyncio.Task[None] | None = None
        self.at: float | None = None
        self.minutes: int | None = None
        self.with_talk = False

    @property
    def fading(self) -> bool:
        """Whether the last minute has begun."""
        return self.at is not None and self.at - self._clock.monotonic() < FADE

    def start(self, minutes: int | None, *, with_talk: bool = False) -> None:
        """Begin anew with ``minutes``, or with the end of the talk; None: no timer."""
        self._stop()
        self.minutes, self.with_talk = minutes, with_talk
        if minutes is not None:
            self._run_until(self._clock.monotonic() + minutes * 60)
        self._changed()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._fade(1.0)
        self._task = self.at = None

    def _run_until(self, at: float) -> None:
        self.at = at
        self._task = asyncio.get_running_loop().create_task(self._run(at))

    async def _run(self, at: float) -> None:
        told = False
        while (left := at - self._clock.monotonic()) > 0:
            self._fade(share(left))
            if left < FADE and not told:
                told = True
                self._changed()
            await asyncio.sleep(min(_STEP, left) if left < FADE else left - FADE + _STEP)
        try:
            await self._pause()
        finally:
            self._fade(1.0)
            self._task = self.at = self.minutes = None
            self._changed()


class Stretch:
    """Plays so many minutes, then stops: part of a tape for a meeting. Pauses do not count.

    Attributes:
        left: Seconds to go, as of the last time that the sound began or stopped; None: none is
            set.
    """

    def __init__(
        self, clock: Clock, pause: Callable[[], Awaitable[None]], changed: Callable[[], None]
    ) -> None:
        self._clock = clock
        self._pause = pause
        self._changed = changed
        self._task: asyncio.Task[None] | None = None
        self._since: float | None = None
        self.left: float | None = None

    def left_at(self, moment: float) -> float | None:
        """Return the seconds to go at a monotonic ``moment``; None: no end is set."""
        if self.left is None or self._since is None:
            return self.left
        return self.left - (moment - self._since)

    def start(self, minutes: int | None, *, sounding: bool) -> None:
        """Begin anew with ``minutes``; None: play on."""
        self.sounding(on=False)
        self.left = None if minutes is None else minutes * 60.0
        self.sounding(on=sounding)
        self._changed()

    def sounding(self, *, on: bool) -> None:
        """Count on from now, or stand still."""
        if self._since is not None and self.left is not None:
            self.left = max(0.0, self.left - (self._clock.monotonic() - self._since))
        if self._task is not None:
            self._task.cancel()
            self._task = None
        counts = on and self.left is not None
        self._since = self._clock.monotonic() if counts else None
        if counts and self.left is not None:
            self._task = asyncio.get_running_loop().create_task(self._run(self.left))

    async def _run(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
        self._task = self._since = self.left = None
        await self._pause()
        self._changed()
