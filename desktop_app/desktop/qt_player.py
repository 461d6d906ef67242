"""The fallback where libVLC is missing: Qt's own player behind the same protocol.

Commands come from the engine thread and are carried out in the Qt thread in which the player
was made (:mod:`desktop_app.desktop.qt_deck`); events are told from there.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop_app.desktop.qt_deck import QtDeck

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.playback.player import PlayerEvent, Source


class QtPlayer:
    """Hands every command to the Qt thread; make it there.

    Args:
        silent: Play on where there is no sound device, for tests, instead of failing.
    """

    name = "qt"

    def __init__(self, *, silent: bool = False) -> None:
        self._deck = QtDeck(silent=silent)
        self._closed = False

    def listen(self, listener: Callable[[PlayerEvent], None]) -> None:
        """Send all events to ``listener``, from the Qt thread."""
        self._deck.listener = listener

    def open(self, source: Source, *, start: float, rate: float, paused: bool) -> None:
        """Load ``source`` and play from ``start`` seconds, or stand there paused."""
        self._do(partial(self._deck.open, source, start, rate, paused))

    def play(self) -> None:
        """Go on; after the end, start over."""
        self._do(self._deck.play)

    def pause(self) -> None:
        """Stand still."""
        self._do(self._deck.pause)

    def seek(self, position: float) -> None:
        """Go to ``position`` seconds, playing or paused as before."""
        self._do(partial(self._deck.seek, max(0.0, position)))

    def set_rate(self, rate: float) -> None:
        """Play ``rate`` times as fast; Qt keeps the pitch where it can."""
        self._do(partial(self._deck.set_rate, rate))

    def set_volume(self, volume: float) -> None:
        """Play at ``volume``, from 0 to 1, as the ear takes it."""
        self._do(partial(self._deck.set_volume, volume))

    def set_gain(self, decibels: float) -> None:
        """Do nothing: Qt cannot amplify beyond the recording."""

    def stop(self) -> None:
        """Fall silent and let go of the source."""
        self._do(self._deck.stop)

    def close(self) -> None:
        """Stop for good; no event follows."""
        if self._closed:
            return
        self._closed = True
        self._deck.listener = None
        self._deck.asked.emit(self._deck.close)

    def _do(self, command: Callable[[], None]) -> None:
        if not self._closed:
            self._deck.asked.emit(command)
