"""In the background: what recordings look like and how loud they are.

Measuring one takes seconds, that of a whole day minutes; so it has a worker process of its own,
which yields to everything else and is gone when there is nothing left to measure.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.library import sounds
from desktop_app.services import jobs
from desktop_app.services.events import EpisodesChanged, PlayerChanged, SoundMeasured
from desktop_app.services.worker import WorkerMissingError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.base.paths import Home
    from desktop_app.base.sound import Sound
    from desktop_app.library.database import Library
    from desktop_app.library.sounds import Unmeasured
    from desktop_app.services.events import Event, Events
    from desktop_app.services.worker import Worker

_SECONDS = 1800.0
_log = logging.getLogger(__name__)


class Measuring:
    """Measures recordings one after the other; what plays or is shown comes first.

    Args:
        worker: One of its own, that keeps nobody else waiting; it is ended whenever idle.
    """

    def __init__(self, home: Home, library: Library, worker: Worker, events: Events) -> None:
        self._home = home
        self._library = library
        self._worker = worker
        self._events = events
        self._task: asyncio.Task[None] | None = None
        self._job: asyncio.Task[Sound] | None = None
        self._asking: asyncio.Task[None] | None = None
        self._current: int | None = None
        self._first: list[int] = []
        self._changed: set[int] = set()
        self._all = False
        self._waiting: list[Unmeasured] = []
        self._missing: set[int] = set()
        self._playing: int | None = None
        self._forget: Callable[[], None] | None = None

    async def start(self) -> None:
        """Measure what is here, and from now on whatever comes."""
        if self._forget is None:
            self._forget = self._events.listen(self._hear)
        self._all = True
        self._soon()

    async def sound(self, episode_id: int) -> Sound | None:
        """Return what was measured of a talk, None if nothing was yet.

        Raises:
            KnownError: The library cannot be read.
        """
        return await self._library.read(sounds.of, episode_id)

    async def measure(self, episode_id: int) -> None:
        """Let this talk be the next if it is not measured yet; ``SoundMeasured`` tells of it.

        What was begun before is given up, and begun anew later.

        Raises:
            KnownError: The library cannot be read.
        """
        if not await self._library.read(sounds.unmeasured_of, (episode_id,)):
            return
        self._missing.discard(episode_id)
        if episode_id != self._current:
            self._first = [each for each in self._first if each != episode_id] + [episode_id]
            if self._job is not None:
                self._job.cancel()
        self._soon()

    async def finish(self) -> None:
        """Return when all is measured that can be now."""
        for task in (self._asking, self._task):
            if task is not None:
                await task

    async def close(self) -> None:
        """End it; what is left is measured after the next start."""
        if self._forget is not None:
            self._forget()
            self._forget = None
        tasks = [task for task in (self._asking, self._task) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self._worker.close()

    def _hear(self, event: Event) -> None:
        if isinstance(event, EpisodesChanged):
            self._changed |= event.ids
            self._all = self._all or not event.ids
            self._soon()
        elif isinstance(event, PlayerChanged):
            playing = event.now.episode.id if event.now else None
            if playing is not None and playing != self._playing:
                self._asking = asyncio.get_running_loop().create_task(self._measure_soon(playing))
            self._playing = playing

    async def _measure_soon(self, episode_id: int) -> None:
        with suppress(KnownError):
            await self.measure(episode_id)

    def _soon(self) -> None:
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._whole())

    async def _whole(self) -> None:
        try:
            while True:
                while (recording := await self._next()) is not None:
                    await self._measure(recording)
                await self._worker.close()
                if not (self._first or self._changed or self._all):
                    return
        except KnownError as error:
            _log.info("recordings are measured later: %s", error)

    async def _next(self) -> Unmeasured | None:
        """Return what is to be measured now: wished for, of those that changed, or any."""
        while True:
            while self._first:
                wished = (self._first.pop(),)
                if found := await self._library.read(sounds.unmeasured_of, wished):
                    return found[0]
            if self._changed:
                changed, self._changed = self._changed, set()
                self._waiting += await self._library.read(sounds.unmeasured_of, changed)
            if not self._waiting and self._all:
                found = await self._library.read(sounds.unmeasured, tuple(self._missing))
                self._all, self._waiting = bool(found), list(reversed(found))
            if not self._first:
                return self._waiting.pop() if self._waiting else None

    async def _measure(self, recording: Unmeasured) -> None:
        """Measure one and keep that; what cannot be measured is not tried again."""
        work = self._survey(self._home.audio / recording.path)
        self._job = asyncio.get_running_loop().create_task(work)
        self._current = recording.episode_id
        try:
            await asyncio.wait({self._job})
            if self._job.cancelled():
                self._waiting.append(recording)
                return
            sound = self._job.result()
        except WorkerMissingError:
            raise
        except FileNotFoundError:
            self._missing.add(recording.episode_id)
            return
        except KnownError as error:
            _log.info("a recording cannot be measured: %s", error)
            sound = None
        finally:
            job, self._job, self._current = self._job, None, None
            if not job.done():
                job.cancel()
                await asyncio.wait({job})
        await self._library.write(sounds.store, recording, sound)
        self._waiting = [each for each in self._waiting if each.episode_id != recording.episode_id]
        if sound is not None:
            self._events.publish(SoundMeasured(recording.episode_id))

    async def _survey(self, path: Path) -> Sound:
        """Have a file measured.

        Raises:
            FileNotFoundError: It is not there, for now.
            KnownError: It cannot be measured.
        """
        if not await asyncio.to_thread(path.is_file):
            raise FileNotFoundError(path)
        return await self._worker.run(partial(jobs.measure_sound, str(path)), _SECONDS)
