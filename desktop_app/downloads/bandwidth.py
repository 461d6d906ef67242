"""A limit on bytes a second that all transfers share."""

from __future__ import annotations

import asyncio
import time


class Bandwidth:
    """A token bucket, kept as the time at which the bytes taken so far are paid for.

    ``rate`` is in bytes a second, 0 for no limit, and may be changed at any time. Half a
    second's worth may pass at once.
    """

    BURST = 0.5

    def __init__(self, rate: float = 0) -> None:
        self.rate = rate
        self._paid = 0.0

    def reserve(self, count: int, now: float) -> float:
        """Count ``count`` bytes at monotonic time ``now``; return seconds to wait after them."""
        if self.rate <= 0:
            return 0.0
        self._paid = max(self._paid, now - self.BURST) + count / self.rate
        return max(0.0, self._paid - now)

    def chunk(self, largest: int) -> int:
        """Return how many bytes to read at once, so that a slow limit does not go by jerks."""
        return min(largest, max(1024, int(self.rate / 4))) if self.rate > 0 else largest

    async def take(self, count: int) -> None:
        """Wait until ``count`` bytes more fit under the limit."""
        pause = self.reserve(count, time.monotonic())
        if pause:
            await asyncio.sleep(pause)
