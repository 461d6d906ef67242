"""How the command line shows things: lists, JSON, bars on a terminal, plain lines elsewhere."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import suppress
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self, TypeVar

import click

from desktop_app.base.model import PlayStatus
from desktop_app.services.events import (
    DownloadProgress,
    Notice,
    PlayerChanged,
    RefreshProgress,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from types import TracebackType

    from desktop_app.base.clock import Clock
    from desktop_app.base.model import Episode, Feed, Speaker
    from desktop_app.services.browsing import Browsing
    from desktop_app.services.downloading import DownloadResult
    from desktop_app.services.events import Event, Events, NowPlaying

T = TypeVar("T")
_WIDTH = 28
_UP_AND_CLEAR = "\x1b[1A\x1b[2K"


def listing(
    items: Sequence[T],
    to_json: Callable[[T], dict[str, object]],
    to_line: Callable[[T], str],
    *,
    as_json: bool,
) -> None:
    """Print items as one JSON array, or a line each."""
    if as_json:
        click.echo(json.dumps([to_json(item) for item in items], ensure_ascii=False, indent=2))
        return
    for item in items:
        click.echo(to_line(item))


def episodes(found: Sequence[Episode], *, as_json: bool) -> None:
    """Print episodes."""
    listing(found, episode_json, episode_line, as_json=as_json)


def episode_json(episode: Episode) -> dict[str, object]:
    """Return the fields that scripts may rely on; times in ISO 8601 UTC, durations in seconds."""
    values = asdict(episode)
    for name in ("kind", "received", "queued", "lost"):
        del values[name]
    return values | {"published": _iso(episode.published)}


def episode_line(episode: Episode) -> str:
    """Return one line for people."""
    marks = "★" if episode.favorite else " "
    date = episode.published.date().isoformat() if episode.published else " " * 10
    length = clock(episode.duration) if episode.duration else ""
    return (
        f"{episode.id:>6} {marks} {date} {length:>8}  {episode.title}"
        f"  [{episode.feed}] {'' if episode.state == 'remote' else episode.state}"
    ).rstrip()


def feed_json(feed: Feed) -> dict[str, object]:
    """Return the fields that scripts may rely on."""
    return asdict(feed) | {"refreshed": _iso(feed.refreshed), "next_try": _iso(feed.next_try)}


def feed_line(feed: Feed) -> str:
    """Return one line for people."""
    paused = "  paused" if feed.paused else ""
    trouble = f"  ! {feed.problem}" if feed.problem else ""
    again = ""
    if trouble and feed.next_try and feed.next_try > datetime.now(UTC) and feed.every != 0:
        again = f" Next try: {feed.next_try.astimezone():%Y-%m-%d %H:%M}."
    return (
        f"{feed.id:>4}  {feed.title}  ({feed.episodes}, {feed.unheard} new){paused}{trouble}{again}"
    )


def rest(feed: Feed) -> str:
    """Return why a feed was not asked when all were."""
    if feed.paused:
        return "paused"
    if feed.next_try is not None and not feed.stopped:
        return f"its server asked to wait until {feed.next_try.astimezone():%Y-%m-%d %H:%M}"
    return "gone for good, as its publisher says"


def speaker_json(speaker: Speaker) -> dict[str, object]:
    """Return the fields that scripts may rely on."""
    return asdict(speaker)


def speaker_line(speaker: Speaker) -> str:
    """Return one line for people."""
    return f"{speaker.talks:>5}  {speaker.name}"


def clock(seconds: float) -> str:
    """Return ``1:02:03`` or ``24:17``."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def bar(share: float) -> str:
    """Return a bar that is ``share`` (0 to 1) full."""
    full = round(min(max(share, 0.0), 1.0) * _WIDTH)
    return "█" * full + "░" * (_WIDTH - full)


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def notices(event: Event) -> None:
    """Say what the services have to say; hand it to ``events.listen``."""
    if isinstance(event, Notice):
        click.echo(event.text, err=True)


class _Live:
    """Lines on standard error that are written over while something goes on, on a terminal."""

    def __init__(self, events: Events) -> None:
        self._events = events
        self._shown = 0
        self._terminal = sys.stderr.isatty()
        self._forget: Callable[[], None] = lambda: None

    def __enter__(self) -> Self:
        self._forget = self._events.listen(self.hear)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._forget()
        self.clear()

    def hear(self, event: Event) -> None:
        """Show what has changed."""
        raise NotImplementedError

    def draw(self, lines: Sequence[str]) -> None:
        """Replace what was drawn; draws nothing where there is no terminal."""
        if self._terminal:
            click.echo(_UP_AND_CLEAR * self._shown + "\n".join(lines), err=True)
            self._shown = len(lines)

    def clear(self) -> None:
        """Take away what was drawn."""
        if self._shown:
            click.echo(_UP_AND_CLEAR * self._shown, err=True, nl=False)
            self._shown = 0


class RefreshBar(_Live):
    """How many feeds are through."""

    def hear(self, event: Event) -> None:
        """Show the share of feeds that are done."""
        if isinstance(event, RefreshProgress) and event.total:
            share = event.done / event.total
            self.draw([f"{bar(share)} {event.done}/{event.total} {event.feed}"])


class DownloadBars(_Live):
    """A bar for each file under way and a total; without a terminal a line for each file."""

    def __init__(self, events: Events, browsing: Browsing) -> None:
        super().__init__(events)
        self._browsing = browsing
        self._titles: dict[int, str] = {}
        self._progress: dict[int, DownloadProgress] = {}
        self._lookups: set[asyncio.Task[None]] = set()

    def hear(self, event: Event) -> None:
        """Show the bytes of each file."""
        if not isinstance(event, DownloadProgress):
            return
        if event.episode_id not in self._titles:
            self._titles[event.episode_id] = ""
            task = asyncio.get_running_loop().create_task(self._look_up(event.episode_id))
            self._lookups.add(task)
            task.add_done_callback(self._lookups.discard)
        self._progress[event.episode_id] = event
        self._show()

    def finished(self, result: DownloadResult) -> None:
        """Say that a file is there."""
        if result.error is None:
            self.clear()
            click.echo(f"✓ {result.title}")

    async def _look_up(self, episode_id: int) -> None:
        self._titles[episode_id] = (await self._browsing.episode(episode_id)).title

    def _show(self) -> None:
        moving = [p for p in self._progress.values() if p.received != p.total]
        received = sum(p.received for p in self._progress.values())
        total = sum(p.total or p.received for p in self._progress.values())
        speed = sum(p.speed for p in moving)
        lines = [self._line(progress) for progress in moving[-6:]]
        share = received / total if total else 0.0
        lines.append(
            f"{bar(share)} {received / 1e6:.1f} of {total / 1e6:.1f} MB, {speed / 1e6:.1f} MB/s"
        )
        self.draw(lines)

    def _line(self, progress: DownloadProgress) -> str:
        title = self._titles[progress.episode_id][:40]
        if progress.waiting:
            return f"{' ' * _WIDTH} {title}: {progress.waiting}"
        share = progress.received / progress.total if progress.total else 0.0
        return f"{bar(share)} {title}"


class PlayLine(_Live):
    """What plays and where it is; needs a running loop."""

    def __init__(self, events: Events, wall: Clock) -> None:
        super().__init__(events)
        self._clock = wall
        self._now: NowPlaying | None = None
        self._ticking: asyncio.Task[None] | None = None
        self._said = 0

    def __enter__(self) -> Self:
        self._ticking = asyncio.get_running_loop().create_task(self._tick())
        return super().__enter__()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._ticking is not None:
            self._ticking.cancel()
        super().__exit__(kind, error, trace)

    def hear(self, event: Event) -> None:
        """Remember what plays; say a notice."""
        notices(event)
        if isinstance(event, PlayerChanged) and event.now is not None:
            self._now = event.now
            if self._said != event.now.episode.id or not self._said:
                self._said = event.now.episode.id or -1
                click.echo(event.now.episode.title)

    async def _tick(self) -> None:
        with suppress(asyncio.CancelledError):
            while True:
                if self._now is not None:
                    self.draw([self._line(self._now)])
                await asyncio.sleep(0.5)

    def _line(self, now: NowPlaying) -> str:
        moved = (self._clock.monotonic() - now.at) * now.rate
        place = now.position + (moved if now.status is PlayStatus.PLAYING else 0.0)
        if not now.duration:
            return f"{clock(place)}  {now.status}"
        return f"{clock(place)} {bar(place / now.duration)} {clock(now.duration)}  {now.status}"
