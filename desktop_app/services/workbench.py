"""Where recordings are examined and restored: one at a time, in a process that yields to all.

An hour takes minutes to restore, so it is done in short pieces: whoever needs the computer, or
wants another talk first, waits for one of them at most. What is begun lies on the disk.
"""

from __future__ import annotations

import asyncio
import logging
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from desktop_app.base.errors import KnownError, NoRoomError
from desktop_app.library import examinations, restorations
from desktop_app.services import jobs
from desktop_app.services.events import RestorationChanged
from desktop_app.services.restored_files import name_of
from desktop_app.services.worker import WorkerMissingError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.base.clock import Clock
    from desktop_app.base.paths import Home
    from desktop_app.base.tape import Restored, Tape
    from desktop_app.library.database import Library
    from desktop_app.library.restorations import Standing
    from desktop_app.services.events import Events
    from desktop_app.services.lock import ProcessLock
    from desktop_app.services.restored_files import RestoredFiles
    from desktop_app.services.worker import Worker

    Examine = Callable[[str], Tape]
    Restore = Callable[[str, str, str, Tape, float], tuple[float, Restored | None]]

T = TypeVar("T")

PIECE = 1.0
"""Seconds of work at a time."""

_TELL_EVERY = 0.25
_EXAMINING = 3600.0
"""Seconds; the recording of a whole day takes long on an old computer that does other things."""

_RESTORING = 600.0
_log = logging.getLogger(__name__)


class AwayError(KnownError):
    """The recording is not where it was, for now."""


class PutAsideError(Exception):
    """Something else came first; nothing is wrong."""


class Workbench:
    """Holds one recording at a time; ``lock``: one process of a home may restore.

    Args:
        worker: One of its own, that keeps nobody else waiting; it is ended whenever idle.
        examine: The job that examines, and ``restore`` the one that does a piece of the work.
    """

    def __init__(
        self,
        home: Home,
        library: Library,
        files: RestoredFiles,
        worker: Worker,
        lock: ProcessLock,
        events: Events,
        clock: Clock,
        *,
        examine: Examine = jobs.examine_tape,
        restore: Restore = jobs.restore_some,
    ) -> None:
        self._home = home
        self._library = library
        self._files = files
        self._worker = worker
        self._lock = lock
        self._events = events
        self._clock = clock
        self._examine = examine
        self._restore = restore
        self._job: asyncio.Task[object] | None = None
        self._told = 0.0
        self._shares: dict[int, float] = {}
        self.examining: int | None = None
        self.restoring: int | None = None

    def share(self, episode_id: int) -> float:
        """Return how much of a talk's restoration is done, as far as this process knows."""
        return self._shares.get(episode_id, 0.0)

    def take(self) -> bool:
        """Begin to restore; False: another process is at it."""
        return self._lock.acquire()

    async def examine(self, standing: Standing) -> KnownError | None:
        """Find out how a recording sounds, and keep that; return why it cannot be told, if so.

        Raises:
            AwayError: It is not there, for now.
            WorkerMissingError: There is no worker; it can be tried again.
            PutAsideError: It was interrupted; nothing is known.
            KnownError: The library cannot be written.
        """
        source = await self._source(standing)
        self.examining = standing.episode_id
        try:
            tape = await self._run(partial(self._examine, str(source)), _EXAMINING)
        except WorkerMissingError:
            raise
        except KnownError as error:
            _log.info("a recording cannot be examined: %s", error)
            await self._keep(standing, None)
            return error
        finally:
            self.examining = None
        await self._keep(standing, tape)
        return None

    async def work_on(self, standing: Standing) -> float:
        """Do a piece of the work on a talk that is queued; return the share that is done.

        What fails is noted as failed, with its words; what has no room waits on.

        Raises:
            AwayError: Its recording is not there, for now.
            NoRoomError: The disk is full.
            WorkerMissingError: There is no worker; it can be tried again.
            PutAsideError: It was interrupted; it can go on.
            KnownError: It failed.
        """
        self._hold(standing.episode_id)
        try:
            if standing.tape is None:
                if (error := await self.examine(standing)) is not None:
                    raise error
                return 0.0
            return await self._piece(standing, standing.tape)
        except (AwayError, NoRoomError, WorkerMissingError):
            raise
        except KnownError as failure:
            await self.fail(standing, failure)
            raise

    async def fail(self, standing: Standing, error: KnownError) -> None:
        """Note that a restoration failed, and why; what was begun is deleted."""
        _log.info("a recording cannot be restored: %s", error)
        await self._library.write(restorations.fail, standing, error)
        self._forget(standing.episode_id)
        await self._files.drop_work(standing.episode_id)
        self._tell(standing.episode_id)

    async def interrupt(self) -> None:
        """Give up what is under way; return when nothing of it goes on."""
        if self._job is not None:
            self._job.cancel()
            await asyncio.wait({self._job})

    async def drop(self, episode_id: int) -> None:
        """Let go of a talk, and delete what is begun of it."""
        if self.restoring == episode_id:
            await self.interrupt()
        self._forget(episode_id)
        await self._files.drop_work(episode_id)

    async def rest(self) -> None:
        """Put everything down: no process, no memory, and others may restore."""
        self._hold(None)
        await self._worker.close()
        self._lock.release()

    # --- inside -----------------------------------------------------------------------

    async def _piece(self, standing: Standing, tape: Tape) -> float:
        one, name = standing.episode_id, name_of(standing.episode_id, standing.size)
        source = await self._source(standing)
        target, work = self._files.path_of(name), self._files.work_of(one)
        job = partial(self._restore, str(source), str(target), str(work), tape, PIECE)
        share, result = await self._run(job, _RESTORING)
        if result is None:
            self._shares[one] = share
            if self._clock.monotonic() - self._told >= _TELL_EVERY:
                self._tell(one)
            return share
        if not await self._library.write(restorations.finish, standing, name, result):
            await self._files.delete([name])
        self._forget(one)
        self._tell(one)
        return 1.0

    async def _run(self, job: Callable[[], T], seconds: float) -> T:
        """Have a job done by the worker, so that :meth:`interrupt` can end it."""
        work = asyncio.get_running_loop().create_task(self._worker.run(job, seconds))
        self._job = work
        try:
            await asyncio.wait({work})
        finally:
            self._job = None
            if not work.done():
                work.cancel()
                await asyncio.wait({work})
        if work.cancelled():
            raise PutAsideError
        return work.result()

    async def _source(self, standing: Standing) -> Path:
        """Return where the recording lies.

        Raises:
            AwayError: It is not there, for now.
        """
        path = self._home.audio / (standing.source or "")
        if standing.source is None or not await asyncio.to_thread(_is_file, path):
            raise AwayError(
                "This talk cannot be restored",
                "its recording is not where it was",
                "If it is on a disk or stick, connect that, then try again.",
            )
        return path

    async def _keep(self, standing: Standing, tape: Tape | None) -> None:
        one = standing.episode_id
        await self._library.write(examinations.store, one, standing.size, tape)
        self._tell(one)

    def _hold(self, episode_id: int | None) -> None:
        before, self.restoring = self.restoring, episode_id
        if before != episode_id:
            for each in (before, episode_id):
                if each is not None:
                    self._tell(each)

    def _forget(self, episode_id: int) -> None:
        self._shares.pop(episode_id, None)
        if self.restoring == episode_id:
            self.restoring = None

    def _tell(self, episode_id: int) -> None:
        self._told = self._clock.monotonic()
        self._events.publish(RestorationChanged(episode_id))


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False
