"""One niced process for everything that burns CPU or digests untrusted bytes.

Jobs are plain functions that can be pickled by name. They run one after another, under a
memory limit, each with a time limit; a job that breaks a limit costs its process, which is
started anew for the next one. The window's thread never competes with a parser.

This is its owner's side; the process itself is :mod:`desktop_app.services.worker_process`.
"""

from __future__ import annotations

import asyncio
import os
import pickle
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from desktop_app.services import worker_process
from desktop_app.services.worker_process import LENGTH, NICENESS, READY, UNREAD, WorkerError

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Worker", "WorkerError"]

T = TypeVar("T")

MEMORY_LIMIT = 1_536 * 1024 * 1024
_BUFFER = 16 * 1024 * 1024
_ROOT = Path(__file__).resolve().parents[2]


class WorkerMissingError(WorkerError):
    """The worker could not be started; the job was not even tried."""


class Worker:
    """The worker process as its owner sees it; starts on the first job."""

    def __init__(self, memory_limit: int = MEMORY_LIMIT, niceness: int = NICENESS) -> None:
        self._memory_limit = memory_limit
        self._niceness = niceness
        self._turn = asyncio.Lock()
        self._process: asyncio.subprocess.Process | None = None

    @property
    def running(self) -> bool:
        """Whether the process is there, so that a job need not wait for its start."""
        return self._process is not None

    async def run(self, job: Callable[[], T], seconds: float = 60) -> T:
        """Return ``job()``, run in the worker; a ``partial`` of a module's function will do.

        Raises:
            WorkerError: The process could not be started, the limit of ``seconds`` or of
                memory was broken, or the function met something that nobody foresaw.
            KnownError: The function raised it.
        """
        frame = pickle.dumps(job, pickle.HIGHEST_PROTOCOL)
        async with self._turn:
            try:
                async with asyncio.timeout(seconds):
                    done, value = await self._ask(frame)
            except TimeoutError:
                await self._end()
                raise WorkerError(
                    "This took too long to read", f"reading it took more than {seconds:g} seconds"
                ) from None
            except (OSError, asyncio.IncompleteReadError) as error:
                await self._end()
                raise WorkerError(
                    UNREAD, "it needed too much memory, or ended the program that reads it"
                ) from error
            except (asyncio.CancelledError, WorkerError):
                await self._end()
                raise
        if not done:
            raise value
        result: T = value
        return result

    async def close(self) -> None:
        """End the process."""
        async with self._turn:
            await self._end()

    async def _ask(self, job: bytes) -> tuple[bool, Any]:
        process = self._process or await self._started()
        assert process.stdin is not None  # noqa: S101 - both are pipes
        assert process.stdout is not None  # noqa: S101
        process.stdin.write(LENGTH.pack(len(job)))
        process.stdin.write(job)
        await process.stdin.drain()
        (length,) = LENGTH.unpack(await process.stdout.readexactly(LENGTH.size))
        answer: tuple[bool, Any] = pickle.loads(  # noqa: S301 - our own process wrote it
            await process.stdout.readexactly(length)
        )
        return answer

    async def _started(self) -> asyncio.subprocess.Process:
        """Start the process, at the second try if need be.

        The first may end with a Ctrl-C that came before the process had its own group.
        """
        with suppress(OSError, asyncio.IncompleteReadError):
            return await self._start()
        await self._end()
        try:
            return await self._start()
        except (OSError, asyncio.IncompleteReadError) as error:
            raise WorkerMissingError(
                UNREAD,
                "the program that reads feeds and recordings could not be started",
                "Try again; if it stays so, start the computer anew.",
            ) from error

    async def _start(self) -> asyncio.subprocess.Process:
        self._process = process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-P",
            "-m",
            worker_process.__name__,
            str(self._memory_limit),
            str(self._niceness),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            env=_environment(),
            limit=_BUFFER,
            process_group=0,  # Ctrl-C on a terminal is for us, who end it by closing its pipe
        )
        assert process.stdout is not None  # noqa: S101 - it is a pipe
        await process.stdout.readexactly(len(READY))
        return process

    async def _end(self) -> None:
        """End the process; one who cancels finds that done, lest it outlives the loop."""
        process, self._process = self._process, None
        if process is None:
            return
        if process.returncode is None:
            # Not process.kill(): it would reap a dead child before asyncio's own watcher does.
            with suppress(ProcessLookupError):
                os.kill(process.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        ending = asyncio.ensure_future(process.wait())
        try:
            await asyncio.shield(ending)
        except asyncio.CancelledError:
            await ending
            raise
        finally:
            if process.stdin is not None:
                process.stdin.close()


def _environment() -> dict[str, str]:
    """Return the child's environment: it finds this package, never what lies in the folder.

    ``-P`` keeps the current folder off the path, where a ``pickle.py`` could wait; an empty
    entry of PYTHONPATH would bring it back.
    """
    places = [str(_ROOT), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, places))}
