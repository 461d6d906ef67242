"""Who waits to hear what became of a download, and the clock that wakes the queue."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine, Iterable
    from typing import Any

    from desktop_app.base.errors import KnownError

LONGEST_SLEEP = 60.0
"""Seconds: a loop's timers stand still while the computer sleeps, and the wall clock may jump."""


class Waiters:
    """Answers for somebody who waits for downloads; each is given once, the first one counts."""

    def __init__(self) -> None:
        self._open: set[int] = set()
        self._answers: asyncio.Queue[tuple[int, KnownError | None]] = asyncio.Queue()

    def expect(self, episode_ids: Iterable[int]) -> None:
        """Wait for these from now on, and for no others."""
        self._open = set(episode_ids)
        self._answers = asyncio.Queue()

    async def answers(self) -> AsyncIterator[tuple[int, KnownError | None]]:
        """Yield what became of them, as it is known; None: it is there."""
        while self._open or not self._answers.empty():
            yield await self._answers.get()

    def dismiss(self, episode_id: int) -> bool:
        """Wait no more for one; False: nobody did, or it has an answer."""
        waited = episode_id in self._open
        self._open.discard(episode_id)
        return waited

    def tell(self, episode_id: int, error: KnownError | None) -> None:
        """Answer for one, if somebody waits."""
        if episode_id in self._open:
            self._open.remove(episode_id)
            self._answers.put_nowait((episode_id, error))

    def tell_all(self, error: KnownError) -> None:
        """Answer for all that have no answer yet."""
        for episode_id in sorted(self._open):
            self.tell(episode_id, error)


class Alarm:
    """Has ``ring`` run soon, or later; the last time that was set counts."""

    def __init__(self, ring: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self._ring = ring
        self._timer: asyncio.TimerHandle | None = None
        self._ringing: set[asyncio.Task[None]] = set()
        self._due = self._closed = False

    def now(self) -> None:
        """Ring at once, without waiting for it; while it rings, once more when that is over."""
        self._due = not self._closed
        if self._due and not self._ringing:
            task = asyncio.get_running_loop().create_task(self._run())
            self._ringing.add(task)
            task.add_done_callback(self._ringing.discard)

    def later(self, seconds: float) -> None:
        """Ring in so many seconds, LONGEST_SLEEP at most, and at no other time set before."""
        self.stop()
        if not self._closed:
            pause = min(max(0.1, seconds), LONGEST_SLEEP)
            self._timer = asyncio.get_running_loop().call_later(pause, self.now)

    def stop(self) -> None:
        """Forget the time that was set."""
        if self._timer is not None:
            self._timer.cancel()

    async def close(self) -> None:
        """Ring no more, whoever asks for it yet, and return when nothing rings."""
        self._closed, self._due = True, False
        self.stop()
        for task in self._ringing:
            task.cancel()
        await asyncio.gather(*self._ringing, return_exceptions=True)

    async def _run(self) -> None:
        while self._due:
            self._due = False
            await self._ring()
