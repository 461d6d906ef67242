"""Whose turn it is to be downloaded, and who waits to hear what became of it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from desktop_app.downloads.queue import Active, Limits, Waiting, host_of, next_jobs

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable, Sequence
    from datetime import datetime
    from typing import Any

    from desktop_app.base.errors import KnownError
    from desktop_app.library.downloads import Download


def due(
    rows: Sequence[Download], running: Iterable[Download], total: int, now: datetime
) -> tuple[tuple[Download, ...], float | None]:
    """Return which of the waiting ``rows`` start now, and in how many seconds to look again.

    ``total`` may run together. None: nothing backs off, so there is no need to look again.
    """
    by_id = {row.episode_id: row for row in rows}
    waiting = [Waiting(row.episode_id, host_of(row.url or ""), row.not_before) for row in rows]
    active = [Active(row.episode_id, host_of(row.url or "")) for row in running]
    chosen = next_jobs(waiting, active, Limits(total=total), now)
    later = [row.not_before for row in rows if row.not_before and row.not_before > now]
    pause = (min(later) - now).total_seconds() if later else None
    return tuple(by_id[episode_id] for episode_id in chosen), pause


class Waiters:
    """Answers for those who wait for downloads; each is given once, the first one counts."""

    def __init__(self) -> None:
        self._answers: dict[int, asyncio.Future[KnownError | None]] = {}

    def expect(self, episode_ids: Iterable[int]) -> None:
        """Wait for these from now on, and for no others."""
        loop = asyncio.get_running_loop()
        self._answers = {episode_id: loop.create_future() for episode_id in episode_ids}

    async def answer(self, episode_id: int) -> KnownError | None:
        """Return what became of one; None: it is there."""
        return await self._answers[episode_id]

    def tell(self, episode_id: int, error: KnownError | None) -> None:
        """Answer for one, if somebody waits."""
        answer = self._answers.get(episode_id)
        if answer is not None and not answer.done():
            answer.set_result(error)

    def tell_all(self, error: KnownError) -> None:
        """Answer for all that have no answer yet."""
        for episode_id in self._answers:
            self.tell(episode_id, error)


class Alarm:
    """Has ``ring`` run soon, or later; the last time that was set counts."""

    def __init__(self, ring: Callable[[], Coroutine[Any, Any, None]]) -> None:
        self._ring = ring
        self._timer: asyncio.TimerHandle | None = None
        self._ringing: set[asyncio.Task[None]] = set()

    def now(self) -> None:
        """Ring at once, without waiting for it."""
        task = asyncio.get_running_loop().create_task(self._ring())
        self._ringing.add(task)
        task.add_done_callback(self._ringing.discard)

    def later(self, seconds: float) -> None:
        """Ring in so many seconds, and at no other time that was set before."""
        self.stop()
        self._timer = asyncio.get_running_loop().call_later(max(0.1, seconds), self.now)

    def stop(self) -> None:
        """Forget the time that was set."""
        if self._timer is not None:
            self._timer.cancel()
