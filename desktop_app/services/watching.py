"""Folders of tapes while the app runs: what comes, goes or changes in them shows by itself."""

from __future__ import annotations

import asyncio
import logging
import os
import re
from contextlib import aclosing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from watchfiles import awatch
from watchfiles._rust_notify import WatchfilesRustInternalError

from desktop_app.base.errors import KnownError
from desktop_app.feeds import covers, folder
from desktop_app.library import sources
from desktop_app.services.events import FeedsChanged, Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from watchfiles import Change

    from desktop_app.library.database import Library
    from desktop_app.services.events import Event, Events
    from desktop_app.services.refresh import Refresh

_log = logging.getLogger(__name__)
_ENDING = re.compile(r"\.[a-z0-9]{2,4}", re.IGNORECASE)
_SHOWN = frozenset(f".{ending}" for ending in (*folder.SOUND, *covers.ENDINGS))


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds: between looks at whether the folder is there and the same; in which what is being
    copied must not grow; after which what stands still is not kept waiting by what still grows;
    between looks at a folder that cannot be watched."""

    look: float = 5.0
    settle: float = 2.0
    patience: float = 30.0
    poll: float = 30.0


class Watching:
    """Refreshes a folder soon after something happened in it; it never opens what lies there."""

    def __init__(
        self, library: Library, refresh: Refresh, events: Events, pace: Pace | None = None
    ) -> None:
        self._library = library
        self._refresh = refresh
        self._events = events
        self._pace = pace or Pace()
        self._followed: dict[tuple[int, str], asyncio.Task[None]] = {}
        self._syncing: asyncio.Task[None] | None = None
        self._again = False
        self._polling = False
        self._forget: Callable[[], None] | None = None

    async def start(self) -> None:
        """Follow all folders from now on, also those that are added later.

        Raises:
            KnownError: The library cannot be read.
        """
        if self._forget is None:
            self._forget = self._events.listen(self._heard)
        await self._sync()

    async def close(self, seconds: float = 3) -> None:
        """Stop within ``seconds``."""
        if self._forget is not None:
            self._forget()
            self._forget = None
        tasks = [*self._followed.values(), *([self._syncing] if self._syncing else [])]
        self._followed.clear()
        for task in tasks:
            task.cancel()
        if tasks:
            await asyncio.wait(tasks, timeout=seconds)

    def _heard(self, event: Event) -> None:
        if isinstance(event, FeedsChanged):
            self._again = True
            if self._syncing is None or self._syncing.done():
                self._syncing = asyncio.get_running_loop().create_task(self._sync_quietly())

    async def _sync_quietly(self) -> None:
        while self._again:
            self._again = False
            try:
                await self._sync()
            except KnownError as error:
                _log.info("folders are followed as they were: %s", error)

    async def _sync(self) -> None:
        """Follow what is subscribed and does not rest, and nothing else."""
        wanted = {
            (source.id, source.url)
            for source in await self._library.read(sources.sources)
            if source.url.startswith("file:") and not source.paused
        }
        for gone in self._followed.keys() - wanted:
            self._followed.pop(gone).cancel()
        for feed_id, url in wanted - self._followed.keys():
            follow = self._follow(feed_id, Path(folder.path_of(url)))
            self._followed[(feed_id, url)] = asyncio.get_running_loop().create_task(follow)

    async def _follow(self, feed_id: int, root: Path) -> None:
        try:
            absent = False
            while True:
                try:
                    absent = await self._look(feed_id, root, absent=absent)
                except KnownError as error:
                    _log.info("a folder waits: %s", error)
                    await asyncio.sleep(self._pace.poll)
        except Exception as bug:  # noqa: BLE001 - it costs the watching of one folder
            context = {"message": "A folder is not watched any more", "exception": bug}
            asyncio.get_running_loop().call_exception_handler(context)

    async def _look(self, feed_id: int, root: Path, *, absent: bool) -> bool:
        """Follow the folder for as long as it is there; tell whether it is ``absent`` now."""
        identity = await asyncio.to_thread(_identity, root)
        if identity is not None:
            await self._watch(feed_id, root, identity)
            return False
        if not absent:
            await self._refresh.refresh((feed_id,))
        await asyncio.sleep(self._pace.look)
        return True

    async def _watch(self, feed_id: int, root: Path, identity: tuple[int, int]) -> None:
        """Refresh at first and after each change, until the folder is away or another one."""
        polling = self._polling
        changes = awatch(
            root,
            watch_filter=_matters,
            debounce=3_000,
            step=round(min(500, 1000 * self._pace.look)),
            rust_timeout=round(1000 * self._pace.look),
            yield_on_timeout=True,
            force_polling=polling,
            poll_delay_ms=round(1000 * self._pace.poll),
            ignore_permission_denied=True,
        )
        begun = False
        try:
            async with aclosing(changes):
                async for some in changes:
                    if await asyncio.to_thread(_identity, root) != identity:
                        return
                    if some:
                        await self._settled({path for _, path in some})
                    if some or not begun:
                        begun = True
                        await self._refresh.refresh((feed_id,))
        except FileNotFoundError:
            await asyncio.sleep(self._pace.look)
        except (OSError, WatchfilesRustInternalError) as error:
            await self._give_way(error, polling=polling)

    async def _give_way(self, error: Exception, *, polling: bool) -> None:
        """Look now and then where the system watches no more folders; say so once.

        The log is told no path: folders bear the names of speakers.
        """
        why = error.strerror if isinstance(error, OSError) else type(error).__name__
        _log.info("a folder cannot be watched: %s", why)
        if polling:
            await asyncio.sleep(self._pace.poll)
        elif not self._polling:
            self._polling = True
            self._events.publish(
                Notice(
                    "This computer watches no more folders for changes. Hearthside looks into"
                    f" yours every {self._pace.poll:.0f} seconds instead."
                )
            )

    async def _settled(self, paths: Collection[str]) -> None:
        """Return when none of these grows any more, or patience is at its end."""
        end = asyncio.get_running_loop().time() + self._pace.patience
        before = await asyncio.to_thread(_sizes, paths)
        while asyncio.get_running_loop().time() < end:
            await asyncio.sleep(self._pace.settle)
            now = await asyncio.to_thread(_sizes, paths)
            if now == before:
                return
            before = now


def _matters(_change: Change, path: str) -> bool:
    """Pass what may be a tape, a cover or a folder; other programs' files come and go."""
    name = Path(path).name
    ending = Path(path).suffix.lower()
    other = _ENDING.fullmatch(ending) is not None and ending not in _SHOWN
    return not name.startswith(".") and (not other or Path(path).is_dir())


def _identity(root: Path) -> tuple[int, int] | None:
    """Return what tells a folder from another one at its place; None: it cannot be read now."""
    with suppress(OSError):
        if root.is_dir() and os.access(root, os.R_OK | os.X_OK):
            state = root.stat()
            return state.st_dev, state.st_ino
    return None


def _sizes(paths: Collection[str]) -> dict[str, tuple[int, int] | None]:
    return {path: _size(Path(path)) for path in paths}


def _size(path: Path) -> tuple[int, int] | None:
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_size, state.st_mtime_ns
