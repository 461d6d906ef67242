"""The sleep timer: plays on for some minutes, fades over the last one, then pauses."""

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
    """Counts down on the monotonic clock.

    Attributes:
        at: The monotonic time at which the sound ends; None: no timer runs.
        minutes: What the person chose.
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

    def start(self, minutes: int | None) -> None:
        """Begin anew with ``minutes``, or end the timer with None."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._fade(1.0)
        self.minutes = minutes
        self.at = None if minutes is None else self._clock.monotonic() + minutes * 60
        if self.at is not None:
            self._task = asyncio.get_running_loop().create_task(self._run(self.at))
        self._changed()

    async def _run(self, at: float) -> None:
        while (left := at - self._clock.monotonic()) > 0:
            self._fade(share(left))
            await asyncio.sleep(min(_STEP, left) if left < FADE else left - FADE + _STEP)
        try:
            await self._pause()
        finally:
            self._fade(1.0)
            self._task = self.at = self.minutes = None
            self._changed()
