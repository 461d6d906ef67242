"""A stream that falls silent without a word.

Seen with libVLC 3.0.24: where a server stops in mid-body, nothing is told until the bytes come
again, and nothing at all if they never do.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from desktop_app.base.model import PlayStatus

if TYPE_CHECKING:
    from desktop_app.base.clock import Clock
    from desktop_app.services.turntable import Turntable

SILENT = 2.0
"""Seconds without a word after which a stream counts as standing still: engines tell their
position three times a second."""

LOST = 40.0
"""Seconds of standing still after which the connection counts as lost."""

_STEP = 0.5
_SOUNDS_SOON = {PlayStatus.OPENING, PlayStatus.BUFFERING}
_NOTHING_COMES = "Nothing came from the server any more. Check the connection, then play again."


class StallWatch:
    """Looks at a stream twice a second, for as long as it should sound."""

    def __init__(self, table: Turntable, clock: Clock) -> None:
        self._table = table
        self._clock = clock
        self._told = 0.0
        self._task: asyncio.Task[None] | None = None

    def told(self) -> None:
        """Note that the engine said something, or was asked for something."""
        self._told = self._clock.monotonic()

    def look(self) -> None:
        """Begin to watch, if there is something to be watched, or end."""
        table = self._table
        status = table.state.status
        due = table.streams and status in {PlayStatus.PLAYING, *_SOUNDS_SOON}
        if due and self._task is None:
            self.told()
            self._task = asyncio.get_running_loop().create_task(self._watch())
        elif not due and self._task is not None:
            self._task.cancel()
            self._task = None

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(_STEP)
            silent = self._clock.monotonic() - self._told
            if self._table.state.status is PlayStatus.PLAYING and silent > SILENT:
                self._table.starve(self._told)
            elif self._table.state.status in _SOUNDS_SOON and silent > LOST:
                self._table.give_up(_NOTHING_COMES)
