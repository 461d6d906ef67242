"""The sleep timer: plays on for some minutes, fades over the last one, then pauses."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from desktop_app.base.clock import Clock

FADE = 60.0
_STEP = 0.5


def level(left: float, volume: float) -> float:
    """Return the volume with ``left`` seconds to go: unchanged until the fade, then down to 0."""
    return volume * min(1.0, max(0.0, left / FADE))


class SleepTimer:
    """Counts down on the monotonic clock.

    Attributes:
        at: The monotonic time at which the sound ends; None: no timer runs.
        minutes: What the person chose.
    """

    def __init__(
        self,
        clock: Clock,
        set_volume: Callable[[float], None],
        pause: Callable[[], Awaitable[None]],
        changed: Callable[[], None],
    ) -> None:
        self._clock = clock
        self._set_volume = set_volume
        self._pause = pause
        self._changed = changed
        self._task: asyncio.Task[None] | None = None
        self.at: float | None = None
        self.minutes: int | None = None

    def start(self, minutes: int | None, volume: float) -> None:
        """Begin anew with ``minutes``, or end the timer with None; the volume is put back."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self._set_volume(volume)
        self.minutes = minutes
        self.at = None if minutes is None else self._clock.monotonic() + minutes * 60
        if self.at is not None:
            self._task = asyncio.get_running_loop().create_task(self._run(self.at, volume))
        self._changed()

    async def _run(self, at: float, volume: float) -> None:
        while (left := at - self._clock.monotonic()) > 0:
            if left < FADE:
                self._set_volume(level(left, volume))
            await asyncio.sleep(min(_STEP, left) if left < FADE else left - FADE + _STEP)
        await self._pause()
        self._set_volume(volume)
        self._task = self.at = self.minutes = None
        self._changed()
