"""Bells and ambiences to be heard before one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.meditation.bells import AMBIENCES, BELLS
from desktop_app.services.events import Hearing, SittingChanged

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.base.clock import Clock
    from desktop_app.services.events import Event, Events
    from desktop_app.services.sound_room import SoundRoom

_SOON = 0.3


class Sounds:
    """Lets one sound at a time be tried; while a sitting is under way none."""

    def __init__(
        self, room: SoundRoom, sitting: Callable[[], bool], events: Events, clock: Clock
    ) -> None:
        self._room = room
        self._sitting = sitting
        self._events = events
        self._clock = clock
        self._hearing = ""
        events.listen(self._heard)

    async def names(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return what can be struck, and what can sound all along."""
        return BELLS, AMBIENCES

    async def hear(self, name: str, volume: float = 0.7) -> None:
        """Strike a bell once, or let an ambience sound until :meth:`hush`.

        Raises:
            KnownError: A sitting is under way, or there is no such sound, or none can be made.
        """
        if self._sitting():
            raise KnownError("A sitting is under way", "", "Listen to this after it.")
        await self._room.prepare((name,))
        if self._room.sound is None or self._sitting():
            return
        self._room.sound.hush()
        if name in BELLS:
            self._room.ring(name, self._clock.monotonic() + _SOON)
        else:
            self._room.begin_ambience(name, volume)
        self._tell(name)

    async def set_volume(self, volume: float) -> None:
        """Let the ambience that is tried sound at another volume, from 0 to 1."""
        if self._hearing in AMBIENCES and self._room.sound is not None:
            self._room.sound.set_ambience_volume(volume)

    async def hush(self) -> None:
        """Let what is tried fall silent."""
        if self._hearing:
            if self._room.sound is not None and not self._sitting():
                self._room.sound.hush()
            self._tell("")

    def _heard(self, event: Event) -> None:
        """Know that a sitting which begins has silenced what was tried."""
        if isinstance(event, SittingChanged) and self._hearing and self._sitting():
            self._tell("")

    def _tell(self, name: str) -> None:
        self._hearing = name
        self._events.publish(Hearing(name))
