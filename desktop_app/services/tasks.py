"""Work that goes on beside what asked for it, and is waited for at the end."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from typing import Any


class Tasks:
    """Keeps hold of tasks: asyncio itself would let them be forgotten half-way."""

    def __init__(self) -> None:
        self._running: set[asyncio.Task[None]] = set()

    def begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Let ``work`` go on by itself."""
        task = asyncio.get_running_loop().create_task(work)
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def finish(self) -> None:
        """Return when all that was begun is done."""
        if self._running:
            await asyncio.wait(self._running)
