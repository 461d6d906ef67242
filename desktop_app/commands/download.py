"""The command that brings talks onto this computer."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop_app.base.addresses import is_web
from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState, EpisodeQuery, Order
from desktop_app.commands.bars import Live, elide
from desktop_app.commands.context import Context, this
from desktop_app.commands.download_lines import Row, Total, row_line, total_line, wait_words
from desktop_app.services.events import DownloadProgress, DownloadsChanged

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop_app.base.model import Episode
    from desktop_app.base.shelf import Wait
    from desktop_app.services.core import Core
    from desktop_app.services.downloading import DownloadResult
    from desktop_app.services.events import Event

_SILENCE = 5.0
"""Seconds without news of a file after which its last speed means nothing."""
_ALL = 1_000_000
_LONGEST = 200
"""Columns of a title that are enough in any listing."""
_UNDER_WAY = (DownloadState.QUEUED, DownloadState.DOWNLOADING)


@click.command()
@click.argument("episodes", nargs=-1, metavar="[EPISODE…]")
@click.option("--new", "unheard", is_flag=True, help="All that was not heard.")
@click.option("--feed", metavar="F", help="All of this feed; with --new what was not heard of it.")
@this
def download(
    context: Context,
    episodes: tuple[str, ...],
    unheard: bool,
    feed: str | None,
) -> None:
    """Bring talks onto this computer; what was interrupted goes on where it was."""

    async def work(core: Core) -> None:
        wanted = {}
        for words in episodes:
            found = await core.browsing.find_episode(words)
            wanted[found.id] = found
        if unheard or feed:
            wanted |= await _listed(core, feed, unheard=unheard)
        waiting = await _query(core, EpisodeQuery(states=_UNDER_WAY, order=Order.DOWNLOAD))
        if not await _fetch(context, core, tuple(wanted), waiting | wanted):
            click.echo("It is all here already." if wanted else "There is nothing to download.")

    context.run(work)


async def _listed(core: Core, feed: str | None, *, unheard: bool) -> dict[int, Episode]:
    """Return what can be downloaded of a feed, or of all, the newest first."""
    feed_id = (await core.subscriptions.find(feed)).id if feed else None
    found = await _query(core, EpisodeQuery(feed_id=feed_id, unheard=unheard))
    return {each.id: each for each in found.values() if is_web(each.url or "")}


async def _query(core: Core, query: EpisodeQuery) -> dict[int, Episode]:
    page = await core.browsing.page(query, 0, _ALL)
    return {each.id: each for each in page.episodes}


async def _fetch(
    context: Context, core: Core, wanted: tuple[int, ...], talks: Mapping[int, Episode]
) -> bool:
    """Download, and tell of each file when it is through; return whether anything was told.

    A reason that many files have in common is told once.
    """
    told: set[str] = set()
    with DownloadBars(core, talks) as bars:
        try:
            async for result in core.downloading.fetch(wanted):
                bars.through(result)
                error = result.error or await _gone(core, result)
                if error is None and result.before:
                    continue
                if error is None:
                    click.echo(f"✓ {elide(result.title, _LONGEST)}")
                elif str(error) not in told:
                    context.fail(error)
                told.add(str(error))
        except asyncio.CancelledError:
            bars.clear()
            click.echo(
                "Stopped. What has come so far is kept; go on with: hearthside download", err=True
            )
            raise
    return bool(told)


async def _gone(core: Core, result: DownloadResult) -> KnownError | None:
    """Return what to say of a recording that the library has and the disk has not."""
    episode = await core.browsing.episode(result.episode_id)
    if episode.file is not None and await asyncio.to_thread(Path(episode.file).is_file):
        return None
    return KnownError(
        f"“{result.title}” is not there",
        "its file is not in the folder of recordings",
        "If they are on another disk, connect that.",
    )


class DownloadBars(Live):
    """A bar for each file under way, and a line for all of them."""

    def __init__(self, core: Core, talks: Mapping[int, Episode]) -> None:
        super().__init__(core.events)
        self._downloading = core.downloading
        self._talks = talks
        self._files = {
            each.id: (each.received, each.size)
            for each in talks.values()
            if each.state is not DownloadState.DOWNLOADED
        }
        self._moving: dict[int, tuple[float, DownloadProgress]] = {}
        self._waits: Mapping[int, Wait] = {}
        self._reading: set[asyncio.Task[None]] = set()
        self._done = 0

    def hear(self, event: Event) -> None:
        """Remember the bytes of each file, and what keeps some of them."""
        if isinstance(event, DownloadProgress) and event.episode_id in self._talks:
            _, size = self._files.get(event.episode_id, (0, None))
            self._files[event.episode_id] = event.received, event.total or size
            self._moving[event.episode_id] = time.monotonic(), event
        elif isinstance(event, DownloadsChanged):
            task = asyncio.get_running_loop().create_task(self._read_waits())
            self._reading.add(task)
            task.add_done_callback(self._reading.discard)

    def through(self, result: DownloadResult) -> None:
        """Make room for what is said of a file that is through."""
        self._moving.pop(result.episode_id, None)
        received, _ = self._files.get(result.episode_id, (0, None))
        if result.error is not None:  # the rest does not come
            self._files[result.episode_id] = received, received
        self._done += not result.before
        self.clear()

    def lines(self, width: int, height: int) -> Sequence[str]:
        """Return as many bars as have room, those that move first, and the total."""
        if not self._files:
            return ()
        rows = [self._row(at, event) for at, event in self._moving.values()]
        rows.sort(key=lambda row: bool(row.waits))
        shown = rows[: max(0, height - 2)]
        return (*(row_line(row, width) for row in shown), total_line(self._total(rows), width))

    async def _read_waits(self) -> None:
        self._waits = await self._downloading.waits()

    def _row(self, at: float, event: DownloadProgress) -> Row:
        wait = self._waits.get(event.episode_id)
        silent = time.monotonic() - at > _SILENCE and event.received != event.total
        waits = "nothing comes at the moment" if silent else ""
        if wait is not None:
            waits = wait_words(wait, datetime.now(UTC))
        title = self._talks[event.episode_id].title
        return Row(title, event.received, event.total, 0.0 if waits else event.speed, waits)

    def _total(self, rows: Sequence[Row]) -> Total:
        """Add up; a size that nobody told is taken for the mean of the others."""
        known = [size for _, size in self._files.values() if size is not None]
        unknown = len(self._files) - len(known)
        mean = sum(known) // len(known) if known else 0
        return Total(
            done=self._done,
            files=len(self._files),
            received=sum(received for received, _ in self._files.values()),
            total=sum(known) + unknown * mean if known else None,
            speed=sum(row.speed for row in rows),
            about=bool(unknown),
        )
