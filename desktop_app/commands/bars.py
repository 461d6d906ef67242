"""Lines at the foot of a terminal that are written over while something goes on."""

from __future__ import annotations

import asyncio
import os
import sys
import unicodedata
from contextlib import suppress
from typing import TYPE_CHECKING, Self

import click

from desktop_app.base.model import PlayStatus
from desktop_app.commands.terminal import bar, clock, notices
from desktop_app.services.events import PlayerChanged, RefreshProgress

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

    from desktop_app.base.clock import Clock
    from desktop_app.services.events import Event, Events, NowPlaying

_ERASE_LINE, _ERASE_BELOW = "\x1b[K", "\x1b[J"
_FALLBACK = (80, 24)
"""Columns and rows where the terminal does not say how large it is."""


def columns(text: str) -> int:
    """Return how many columns ``text`` takes; East Asian wide characters take two."""
    return sum(_columns_of(character) for character in text)


def elide(text: str, width: int) -> str:
    """Return ``text`` in at most ``width`` columns, an ellipsis for what has no room.

    What cannot be seen, such as a terminal's own commands in a title, is left out.
    """
    text = "".join(character for character in text if character.isprintable())
    if columns(text) <= width:
        return text
    kept = ""
    for character in text:
        if columns(kept + character) > width - 1:
            break
        kept += character
    return f"{kept.rstrip()}…" if width > 0 else ""


def _columns_of(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


class Live:
    """Lines on standard error, drawn anew a few times a second; none without a terminal.

    Needs a running loop. The lines follow the width of the terminal: what was drawn before a
    narrower one wrapped it is still taken away whole.
    """

    def __init__(self, events: Events, every: float = 0.25) -> None:
        self._events = events
        self._every = every
        self._shown: Sequence[str] = ()
        self._ticking: asyncio.Task[None] | None = None
        self._forget: Callable[[], None] = lambda: None
        self.terminal = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def __enter__(self) -> Self:
        self._forget = self._events.listen(self.hear)
        if self.terminal:
            self._ticking = asyncio.get_running_loop().create_task(self._tick())
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._ticking is not None:
            self._ticking.cancel()
        self._forget()
        self.clear()

    def hear(self, event: Event) -> None:
        """Remember what has changed."""
        raise NotImplementedError

    def lines(self, width: int, height: int) -> Sequence[str]:
        """Return what to show: lines shorter than ``width`` columns, fewer than ``height``."""
        raise NotImplementedError

    def clear(self) -> None:
        """Take away what was drawn, so that something can be said that stays."""
        if self._shown:
            width, _ = _size()
            click.echo(self._to_the_first(width) + _ERASE_BELOW, err=True, nl=False)
            self._shown = ()

    async def _tick(self) -> None:
        with suppress(asyncio.CancelledError):
            while True:
                self._draw()
                await asyncio.sleep(self._every)

    def _draw(self) -> None:
        width, height = _size()
        lines = self.lines(width, height)
        if lines or self._shown:
            text = "".join(f"{line}{_ERASE_LINE}\n" for line in lines)
            click.echo(self._to_the_first(width) + text + _ERASE_BELOW, err=True, nl=False)
            self._shown = lines

    def _to_the_first(self, width: int) -> str:
        rows = sum(max(1, -(-columns(line) // width)) for line in self._shown)
        return f"\r\x1b[{rows}A" if rows else ""


def _size() -> tuple[int, int]:
    """Return columns and rows of the terminal."""
    try:
        size = os.get_terminal_size(sys.stderr.fileno())
    except (OSError, ValueError):
        return _FALLBACK
    return (size.columns, size.lines) if size.columns and size.lines else _FALLBACK


class RefreshBar(Live):
    """How many feeds are through."""

    def __init__(self, events: Events) -> None:
        super().__init__(events)
        self._now: RefreshProgress | None = None

    def hear(self, event: Event) -> None:
        """Remember the share of feeds that are done."""
        if isinstance(event, RefreshProgress) and event.total:
            self._now = event

    def lines(self, width: int, _height: int) -> Sequence[str]:
        """Return the bar and the feed that came last."""
        if self._now is None:
            return ()
        done, total = self._now.done, self._now.total
        return (elide(f"{bar(done / total)} {done}/{total} {self._now.feed}", width - 1),)


class PlayLine(Live):
    """What plays and where it is."""

    def __init__(self, events: Events, wall: Clock) -> None:
        super().__init__(events, every=0.5)
        self._clock = wall
        self._now: NowPlaying | None = None
        self._said = 0

    def hear(self, event: Event) -> None:
        """Remember what plays; say a notice."""
        notices(event)
        if isinstance(event, PlayerChanged) and event.now is not None:
            self._now = event.now
            if self._said != event.now.episode.id or not self._said:
                self._said = event.now.episode.id or -1
                self.clear()
                click.echo(event.now.episode.title)

    def lines(self, width: int, _height: int) -> Sequence[str]:
        """Return the place between begin and end."""
        now = self._now
        if now is None:
            return ()
        moved = (self._clock.monotonic() - now.at) * now.rate
        place = now.position + (moved if now.status is PlayStatus.PLAYING else 0.0)
        if not now.duration:
            return (elide(f"{clock(place)}  {now.status}", width - 1),)
        share = bar(place / now.duration)
        return (elide(f"{clock(place)} {share} {clock(now.duration)}  {now.status}", width - 1),)
