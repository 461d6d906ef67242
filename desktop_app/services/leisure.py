"""When the computer has nothing else to do: nothing plays, nobody sits, nobody is at the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.model import SOUNDING
from desktop_app.services.events import PlayerChanged, SittingChanged

if TYPE_CHECKING:
    from desktop_app.base.clock import Clock
    from desktop_app.services.events import Event

ALONE_AFTER = 120.0
"""Seconds without a key or a click after which nobody seems to be at the window."""


def pause(touched: float, now: float, *, occupied: bool) -> float | None:
    """Return the seconds until there is leisure, 0: there is; None: only an event can bring it.

    ``touched``, ``now``: monotonic seconds; ``occupied``: something plays, or somebody sits.
    """
    return None if occupied else max(0.0, touched + ALONE_AFTER - now)


class Leisure:
    """Hears what goes on; the start counts as a touch, for somebody started it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._touched = clock.monotonic()
        self._playing = False
        self._sitting = False

    @property
    def pause(self) -> float | None:
        """The seconds until there is leisure, as :func:`pause` has it."""
        occupied = self._playing or self._sitting
        return pause(self._touched, self._clock.monotonic(), occupied=occupied)

    def touch(self) -> None:
        """Note that somebody is at the window."""
        self._touched = self._clock.monotonic()

    def hear(self, event: Event) -> bool:
        """Note what an event says of it; tell whether that is news."""
        before = self._playing, self._sitting
        match event:
            case PlayerChanged(now=now):
                self._playing = now is not None and now.status in SOUNDING
            case SittingChanged(running=running):
                self._sitting = running is not None and not running.ended
        return (self._playing, self._sitting) != before
