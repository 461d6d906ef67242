"""What of a talk was really heard: each stretch that was heard on end is a line of the history."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.services.places import Places

FAR = 60.0
"""Seconds forward in all, or back at once, from which a seek begins a new line."""

WORTH = 30.0
"""Seconds heard below which a line that was left by a seek was mere looking around."""


class Stretches:
    """Writes the lines of one time of playing; places are seconds."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._talk = 0
        self._line: int | None = None
        self._from: float | None = None
        self._begin = 0.0
        self._skipped = 0.0
        self._turn = asyncio.Lock()

    async def sounds(self, episode_id: int, place: float) -> None:
        """Begin the first line.

        Raises:
            KnownError: The library cannot be written.
        """
        async with self._turn:
            self._talk = episode_id
            await self._begin_at(place)

    async def came_to(self, place: float) -> None:
        """Note how far it was heard; after a seek the new line begins with the first sound.

        Raises:
            KnownError: The library cannot be written.
        """
        async with self._turn:
            if self._from is not None and place > self._from:
                await self._begin_at(self._from)
            if self._line is not None:
                await self._places.came_to(self._line, place)

    async def jumped(self, left: float, place: float) -> None:
        """Note a seek from one place to another.

        Raises:
            KnownError: The library cannot be written.
        """
        async with self._turn:
            if self._from is not None:
                self._from = place
            if self._line is None:
                return
            before = self._skipped
            self._skipped += max(0.0, place - left)
            if place - left >= -FAR and self._skipped <= FAR:
                return
            line, self._line, self._from = self._line, None, place
            if left - self._begin - before >= WORTH:
                await self._places.came_to(line, left)
            else:
                await self._places.forget(line)

    async def _begin_at(self, place: float) -> None:
        self._from, self._begin, self._skipped = None, place, 0.0
        self._line = await self._places.begin(self._talk, place)
