"""The queue of downloads: what the person asks for, in the person's order."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState
from desktop_app.library import download_order, downloads, keeping
from desktop_app.services.events import DownloadsChanged, EpisodesChanged, SettingsChanged

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterable, Mapping

    from desktop_app.base.shelf import Wait
    from desktop_app.library.database import Library
    from desktop_app.services.archive import Archive
    from desktop_app.services.conditions import Conditions
    from desktop_app.services.events import Event, Events
    from desktop_app.services.fetching import Fetching
    from desktop_app.services.lock import ProcessLock
    from desktop_app.services.running import Running
    from desktop_app.services.setbacks import Setbacks
    from desktop_app.services.settings import SettingsService
    from desktop_app.services.turns import Waiters


@dataclass(frozen=True, slots=True)
class DownloadResult:
    """What became of one download that somebody waited for; ``before``: it was there already."""

    episode_id: int
    title: str
    error: KnownError | None = None
    before: bool = False


class Downloading:
    """Owns the downloads; one process of a home at a time may run them."""

    def __init__(
        self,
        lock: ProcessLock,
        library: Library,
        archive: Archive,
        fetching: Fetching,
        conditions: Conditions,
        running: Running,
        setbacks: Setbacks,
        waiters: Waiters,
        events: Events,
        settings: SettingsService,
    ) -> None:
        self._lock = lock
        self._library = library
        self._archive = archive
        self._fetching = fetching
        self._conditions = conditions
        self._running = running
        self._setbacks = setbacks
        self._waiters = waiters
        self._events = events
        self._settings = settings
        self._starting = asyncio.Lock()
        self._started = False
        events.listen(self._heard)

    async def start(self) -> None:
        """Make rows and disk agree, then go on with what waits; whoever comes second waits too.

        Raises:
            KnownError: Another process does the downloading, or the disk cannot be read.
        """
        async with self._starting:
            if self._started:
                return
            if not self._lock.acquire():
                raise KnownError(
                    "Only one Hearthside can download at a time",
                    "another one is open on this library",
                    "Use its window, or close it first.",
                )
            try:
                self._tell(*await self._archive.reconcile())
            except BaseException:
                self._lock.release()
                raise
            self._started = self._running.on = True
        await self._running.turn()

    async def request(self, episode_ids: Iterable[int]) -> None:
        """Queue these at the end; what failed or was paused is tried again.

        Raises:
            KnownError: Another process does the downloading.
        """
        await self.start()
        queued = await self._library.write(downloads.enqueue, tuple(episode_ids))
        await self._setbacks.solved(*queued)
        self._tell(*queued)
        await self._running.turn()

    async def fetch(self, episode_ids: Iterable[int]) -> AsyncIterator[DownloadResult]:
        """Download these and whatever waits or failed; yield each as it is there or has failed.

        A command line runs this: a few attempts are made, and what the person said in the
        window about pauses and hours stays said, but does not hold for this process.

        Raises:
            KnownError: Another process does the downloading.
        """
        self._conditions.commanded = True
        try:
            async for result in self._fetched(episode_ids):
                yield result
        finally:
            self._conditions.commanded = False

    async def _fetched(self, episode_ids: Iterable[int]) -> AsyncIterator[DownloadResult]:
        waiting = await self._library.read(
            downloads.in_state,
            DownloadState.QUEUED,
            DownloadState.DOWNLOADING,
            DownloadState.FAILED,
        )
        wanted = dict.fromkeys((*episode_ids, *(each.episode_id for each in waiting)))
        self._waiters.expect(wanted)
        await self.start()
        rows = await self._library.read(downloads.in_state, DownloadState.DOWNLOADED)
        for row in rows:
            if self._waiters.dismiss(row.episode_id):
                yield DownloadResult(row.episode_id, row.title, before=True)
        missing = wanted.keys() - {row.episode_id for row in rows}
        await self.request(each for each in wanted if each in missing)
        for episode_id in missing:
            found = await self._library.read(downloads.one, episode_id)
            if found is None or found.state is DownloadState.REMOTE:
                self._waiters.tell(episode_id, _nowhere(episode_id))
        async for episode_id, error in self._waiters.answers():
            found = await self._library.read(downloads.one, episode_id)
            title = found.title if found else ""
            yield DownloadResult(episode_id, title, error and _of(title, error))

    async def waits(self) -> Mapping[int, Wait]:
        """Return what each queued download waits for, in the order of the queue."""
        return self._running.waits

    async def under_way(self) -> int:
        """Return how many downloads an end now would put off."""
        return self._running.under_way

    async def start_now(self, episode_id: int) -> None:
        """Let one be the next, at any hour and though the others are paused.

        Raises:
            KnownError: Another process does the downloading.
        """
        await self.start()
        queued = await self._library.write(downloads.enqueue, (episode_id,))
        await self._setbacks.solved(*queued)
        if await self._library.write(download_order.put_first, episode_id):
            self._running.urgent.add(episode_id)
        self._tell(episode_id)
        await self._running.turn()

    async def pause(self, episode_id: int) -> None:
        """Let one stand still; what came of it is kept."""
        await self._library.write(downloads.set_state, episode_id, DownloadState.PAUSED)
        await self._running.halt(episode_id)
        self._running.urgent.discard(episode_id)
        self._waiters.tell(episode_id, KnownError("The download stands still", "it was paused"))
        self._tell(episode_id)
        await self._running.turn()

    async def resume(self, episode_id: int) -> None:
        """Let one go on where it was."""
        await self.request((episode_id,))

    async def pause_all(self) -> None:
        """Let all stand still until :meth:`resume_all`, across restarts too."""
        self._conditions.held = True
        self._running.urgent.clear()
        await self._running.turn()
        await self._settings.change(downloads_paused=True)

    async def resume_all(self) -> None:
        """Go on with everything that waits, stands still, or was cut off."""
        await self._settings.change(downloads_paused=False)
        self._conditions.held = None
        self._conditions.try_anyway()
        await self.start()
        await self._library.write(download_order.go_on)
        await self._running.unstick()

    async def paused(self) -> bool:
        """Tell whether all stand still."""
        return self._conditions.paused or self._running.stuck

    async def set_line(self, *, online: bool, metered: bool) -> None:
        """Note what the connection is like; one that is back is used at once."""
        self._conditions.metered = metered
        if online and await self._library.write(download_order.hurry):
            self._events.publish(DownloadsChanged())
        self._running.soon()

    async def cancel(self, episode_id: int) -> None:
        """Take one out of the queue and delete what came of it."""
        row = await self._library.write(downloads.drop, episode_id)
        if row is not None:
            await self._running.halt(episode_id)
            self._running.urgent.discard(episode_id)
            await self._archive.discard(row)
            self._waiters.tell(episode_id, KnownError("The download is off", "it was cancelled"))
        await self._setbacks.solved(episode_id)
        self._tell(episode_id)
        self._running.soon()  # of a thousand that are cancelled, not each looks at all others

    async def remove_file(self, episode_id: int) -> None:
        """Delete a downloaded file; the talk can be downloaded again. Tapes of the person stay.

        Raises:
            KnownError: The disk refuses.
        """
        if await self._archive.remove(episode_id):
            self._tell(episode_id)
            self._running.soon()

    async def doubted(self) -> frozenset[int]:
        """Return the failed downloads of which something came that may or may not be all."""
        return await self._library.read(downloads.doubtful)

    async def keep_anyway(self, episode_id: int) -> None:
        """Take what came of a doubted download for the whole.

        Raises:
            KnownError: There is nothing, or it is no recording.
        """
        row = await self._library.read(downloads.one, episode_id)
        if row is not None and row.state is DownloadState.FAILED:
            try:
                await self._fetching.keep_anyway(row)
                await self._setbacks.solved(episode_id)
            finally:
                self._tell(episode_id)

    async def look(self) -> None:
        """Note files that were taken away, or came back, while we were not looking.

        Raises:
            KnownError: The folder of recordings cannot be read.
        """
        self._tell(*await self._archive.look())

    async def dismiss_lost(self, episode_ids: Iterable[int]) -> None:
        """Tell no more of files that were taken away."""
        ids = tuple(episode_ids)
        await self._library.write(keeping.dismiss_lost, ids)
        self._tell(*ids)

    async def reorder(self, episode_ids: tuple[int, ...]) -> None:
        """Give what waits this order."""
        await self._library.write(download_order.reorder, episode_ids)
        self._tell(*episode_ids)
        self._running.soon()

    async def close(self) -> None:
        """Stop; every part can be resumed."""
        async with self._starting:
            with suppress(KnownError):  # the next start puts the rows right
                await self._running.close()
        self._lock.release()

    def _heard(self, event: Event) -> None:
        """Follow new limits, and rows that others queued, at once."""
        if isinstance(event, (SettingsChanged, DownloadsChanged)):
            self._running.soon()

    def _tell(self, *episode_ids: int) -> None:
        if episode_ids:
            self._events.publish(EpisodesChanged(frozenset(episode_ids)))


def _of(title: str, error: KnownError) -> KnownError:
    """Return an error with the name of the talk that it kept away."""
    return KnownError(f"“{title}” was not downloaded", error.why, error.what_next)


def _nowhere(episode_id: int) -> KnownError:
    what = f"Episode {episode_id} cannot be downloaded"
    return KnownError(what, "there is nowhere to fetch it from")
