"""Keeps the place of what plays, so that even a killed process loses no more than five seconds."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.model import PlayStatus
from desktop_app.services.events import Notice
from desktop_app.services.stretches import Stretches

if TYPE_CHECKING:
    from desktop_app.services.events import Events
    from desktop_app.services.places import Places
    from desktop_app.services.recordings import Talk
    from desktop_app.services.turntable import Turntable

SAVE_EVERY = 4.0
"""Seconds; what the disk and the engine's reports take comes on top."""


class PlaceKeeper:
    """Saves every few seconds of playing, and whenever it is told to."""

    def __init__(self, table: Turntable, places: Places, events: Events) -> None:
        self._table = table
        self._places = places
        self._events = events
        self._saved: tuple[int, float] | None = None
        self._heard = Stretches(places)
        self._saving = asyncio.get_running_loop().create_task(self._save_while_playing())

    def take(self, place: tuple[int, float] | None) -> None:
        """Begin with another talk, whose kept ``place`` is this; None: it has none yet."""
        self._saved, self._heard = place, Stretches(self._places)

    async def sounds(self) -> None:
        """Begin a line of the history, and keep a place that was chosen.

        What is heard once more does not count as heard: its place is worth something again.

        Raises:
            KnownError: The library cannot be written.
        """
        talk = self._table.talk
        if talk is not None and talk.episode.id:
            if talk.episode.heard:
                self._saved = None
                self._note(talk, heard=False)
                await self._places.mark_heard(talk.episode.id, heard=False)
            await self._heard.sounds(talk.episode.id, self._table.position)
            if self._saved is None:
                await self.save()

    async def save(self) -> None:
        """Keep the place, if it is another than the one that was kept last.

        Raises:
            KnownError: The library cannot be written.
        """
        talk, state = self._table.talk, self._table.state
        if talk is None or not talk.episode.id or state.status is None or self._table.heard_out:
            return
        place = (talk.episode.id, self._table.position)
        if place != self._saved and (place[1] > 0 or state.status is PlayStatus.PAUSED):
            heard = self._heard
            await self._places.save(*place)
            self._saved = place
            await heard.came_to(place[1])

    async def jumped(self, left: float) -> None:
        """Keep the place that was sought, coming from ``left`` seconds.

        Raises:
            KnownError: The library cannot be written.
        """
        await self._heard.jumped(left, self._table.position)
        await self.save()

    async def save_quietly(self) -> None:
        """Keep the place; what hinders that must not hinder listening."""
        try:
            await self.save()
        except KnownError as error:
            self._events.publish(Notice(str(error)))

    async def heard_out(self) -> None:
        """Note that the talk was heard to its end.

        Raises:
            KnownError: The library cannot be written.
        """
        talk = self._table.talk
        if talk is None or not talk.episode.id:
            return
        self._note(talk, heard=True)
        heard, self._heard = self._heard, Stretches(self._places)
        await heard.came_to(self._table.position)
        await self._places.mark_heard(talk.episode.id, heard=True)

    async def close(self) -> None:
        """Keep the place for the last time.

        Raises:
            KnownError: The library cannot be written.
        """
        self._saving.cancel()
        with suppress(asyncio.CancelledError):
            await self._saving
        await self.save()

    def _note(self, talk: Talk, *, heard: bool) -> None:
        self._table.talk = replace(talk, episode=replace(talk.episode, heard=heard))

    async def _save_while_playing(self) -> None:
        while True:
            await asyncio.sleep(SAVE_EVERY)
            if self._table.state.status in {PlayStatus.PLAYING, PlayStatus.BUFFERING}:
                await self.save_quietly()
