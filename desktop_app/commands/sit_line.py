"""What is said while one sits in the terminal: as little as possible."""

from __future__ import annotations

import asyncio
import math
from datetime import timedelta
from typing import TYPE_CHECKING

import click

from desktop_app.commands.bars import Live, elide
from desktop_app.commands.terminal import clock, notices, spoken
from desktop_app.meditation.plan import length
from desktop_app.services.events import Notice, SittingChanged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.base.clock import Clock
    from desktop_app.services.events import Event, Events, RunningSitting


class SitLine(Live):
    """The time that is left, once a second; words of the sitting stay as lines above it.

    Away from a terminal there is a line when it begins and one when it ends; ``quiet``: not even
    these. ``over`` is set when the time is up.
    """

    def __init__(self, events: Events, wall: Clock, *, quiet: bool) -> None:
        super().__init__(events, every=1.0)
        self._clock = wall
        self._quiet = quiet
        self._now: RunningSitting | None = None
        self._said = 0
        self.over = asyncio.Event()

    def hear(self, event: Event) -> None:
        """Remember where the sitting stands; say when it begins and ends, and a notice."""
        if isinstance(event, SittingChanged) and event.running is not None:
            first, self._now = self._now is None, event.running
            if event.running.ended:
                lasted = sat(event.running)
                self._say(f"You sat {spoken(lasted)}" if lasted else "Ended while settling in")
                self.over.set()
            elif first:
                self._say(self._beginning(event.running))
        elif isinstance(event, Notice):
            self.clear()
            notices(event)

    def lines(self, width: int, _height: int) -> Sequence[str]:
        """Return the time that is left, after saying the words whose time has come."""
        now = self._now
        if now is None:
            return ()
        if now.ended:
            rings = now.bells and now.elapsed >= now.total
            return (elide("The last bell rings out.", width - 1),) if rings else ()
        elapsed = self._elapsed(now)
        self._say_words(now, elapsed)
        coming = next((at for at in now.bells if at > elapsed), now.total)
        line = f"{_until(now.total - elapsed)} left"
        if coming < now.total:
            line += f" · next bell in {_until(coming - elapsed)}"
        return (elide(line, width - 1),)

    def _elapsed(self, now: RunningSitting) -> float:
        moved = 0.0 if now.paused else self._clock.boottime() - now.at
        return min(max(now.elapsed + max(moved, 0.0), 0.0), now.total)

    def _say_words(self, now: RunningSitting, elapsed: float) -> None:
        due = sum(each.start <= elapsed for each in now.prompts)
        for each in now.prompts[self._said : due]:
            if each.title:
                self._say(each.title)
        self._said = max(self._said, due)

    def _beginning(self, now: RunningSitting) -> str:
        ends = self._clock.now() + timedelta(seconds=now.total - now.elapsed)
        name = now.preset.name or "Sitting"
        return f"{name}: {spoken(length(now.preset))}, until {ends.astimezone():%H:%M}"

    def _say(self, line: str) -> None:
        self.clear()
        if not self._quiet:
            click.echo(line)


def sat(running: RunningSitting) -> float:
    """Return the seconds really sat, settling in left out."""
    return max(0.0, running.elapsed - running.preset.settle)


def _until(seconds: float) -> str:
    return clock(math.ceil(seconds))
