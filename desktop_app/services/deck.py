"""The player as its service sees it: made on first need, heard in the engine's thread."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from desktop_app.services.events import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.playback.player import Player, PlayerEvent, Source
    from desktop_app.services.events import Events


class Deck:
    """Owns a player; its loudness is the person's volume times the fade of a sleep timer."""

    def __init__(
        self,
        make_player: Callable[[], tuple[Player, str]],
        events: Events,
        heard: Callable[[PlayerEvent], None],
        volume: float,
    ) -> None:
        self._make_player = make_player
        self._events = events
        self._heard = heard
        self._volume = volume
        self._share = 1.0
        self._loop = asyncio.get_running_loop()
        self._making = asyncio.Lock()
        self.player: Player | None = None

    async def ready(self) -> Player:
        """Return the player; loading libVLC for the first time takes a moment.

        Raises:
            KnownError: The player that was asked for by name cannot be had.
        """
        async with self._making:
            if self.player is None:
                player, notice = await asyncio.to_thread(self._make_player)
                player.listen(self._hear)
                self.player = player
                if notice:
                    self._events.publish(Notice(notice))
            return self.player

    def open(
        self, source: Source, start: float, rate: float, gain: float, *, paused: bool = False
    ) -> None:
        """Play ``source`` from ``start`` seconds on, ``gain`` dB louder; the deck must be ready.

        ``paused``: it stands there, and sounds when it is told to play.
        """
        if self.player is not None:
            self._apply()
            self.player.set_gain(gain)
            self.player.open(source, start=start, rate=rate, paused=paused)

    def set_gain(self, decibels: float) -> None:
        """Make what plays so much louder, or softer."""
        if self.player is not None:
            self.player.set_gain(decibels)

    def set_volume(self, volume: float) -> None:
        """Take the person's volume, from 0 to 1."""
        self._volume = volume
        self._apply()

    def fade(self, share: float) -> None:
        """Let ``share`` of the volume through, from 0 to 1."""
        self._share = share
        self._apply()

    async def close(self) -> None:
        """Give the player back."""
        if self.player is not None:
            await asyncio.to_thread(self.player.close)

    def _apply(self) -> None:
        if self.player is not None:
            self.player.set_volume(self._volume * self._share)

    def _hear(self, event: PlayerEvent) -> None:
        """Take an event from whatever thread it arises in."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._heard, event)
