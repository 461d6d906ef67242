"""One niced process for everything that burns CPU or digests untrusted bytes.

Jobs are plain functions that can be pickled by name. They run one after another, under a
memory limit, each with a time limit; a job that breaks a limit costs its process, which is
started anew for the next one. The window's thread never competes with a parser.

Run as ``python -m desktop_app.services.worker`` this module is that process: it reads
frames (eight bytes of length, big-endian, then a pickle) and answers each with one.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import pickle
import signal
import struct
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

from desktop_app.base.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

MEMORY_LIMIT = 1_536 * 1024 * 1024
NICENESS = 10
_LENGTH = struct.Struct(">Q")
_READY = b"+"
_UNREAD = "This could not be read"
_ROOT = Path(__file__).resolve().parents[2]
_log = logging.getLogger(__name__)


class WorkerError(KnownError):
    """The worker's own trouble, which says nothing of what it was given to read."""


class Worker:
    """The worker process as its owner sees it; starts on the first job."""

    def __init__(self, memory_limit: int = MEMORY_LIMIT) -> None:
        self._memory_limit = memory_limit
        self._turn = asyncio.Lock()
        self._process: asyncio.subprocess.Process | None = None

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
                    _UNREAD, "it needed too much memory, or ended the program that reads it"
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
        process = self._process or await self._start()
        assert process.stdin is not None  # noqa: S101 - both are pipes
        assert process.stdout is not None  # noqa: S101
        process.stdin.write(_LENGTH.pack(len(job)) + job)
        await process.stdin.drain()
        (length,) = _LENGTH.unpack(await process.stdout.readexactly(_LENGTH.size))
        answer: tuple[bool, Any] = pickle.loads(  # noqa: S301 - our own process wrote it
            await process.stdout.readexactly(length)
        )
        return answer

    async def _start(self) -> asyncio.subprocess.Process:
        try:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-P",
                "-m",
                __name__,
                str(self._memory_limit),
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                env=_environment(),
            )
            assert self._process.stdout is not None  # noqa: S101 - it is a pipe
            await self._process.stdout.readexactly(len(_READY))
        except (OSError, asyncio.IncompleteReadError) as error:
            raise WorkerError(
                _UNREAD,
                "the program that reads feeds and recordings could not be started",
                "Try again; if it stays so, start the computer anew.",
            ) from error
        return self._process

    async def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.returncode is None:
            # Not process.kill(): it would reap a dead child before asyncio's own watcher does.
            with contextlib.suppress(ProcessLookupError):
                os.kill(process.pid, getattr(signal, "SIGKILL", signal.SIGTERM))
        await process.wait()
        if process.stdin is not None:
            process.stdin.close()


def _environment() -> dict[str, str]:
    """Return the child's environment: it finds this package, never what lies in the folder.

    ``-P`` keeps the current folder off the path, where a ``pickle.py`` could wait; an empty
    entry of PYTHONPATH would bring it back.
    """
    places = [str(_ROOT), *os.environ.get("PYTHONPATH", "").split(os.pathsep)]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, places))}


def serve(jobs: BinaryIO, answers: BinaryIO) -> None:
    """Do jobs until there are no more."""
    answers.write(_READY)
    answers.flush()
    while header := jobs.read(_LENGTH.size):
        (length,) = _LENGTH.unpack(header)
        answer = _answer(jobs.read(length))
        answers.write(_LENGTH.pack(len(answer)) + answer)
        answers.flush()


def _answer(frame: bytes) -> bytes:
    """Return the pickled (True, value) or (False, error) of a pickled job."""
    error: KnownError
    try:
        value = pickle.loads(frame)()  # noqa: S301 - our parent wrote it
        return pickle.dumps((True, value), pickle.HIGHEST_PROTOCOL)
    except KnownError as known:
        error = known
    except MemoryError:
        error = WorkerError(_UNREAD, "it needed too much memory")
    except Exception as surprise:  # noqa: BLE001 - a parser's surprise must not reach the app
        _log.info("%s", traceback.format_exc())
        why = f"it is broken in a way that nobody foresaw ({surprise!r})"
        error = WorkerError(_UNREAD, why)
    return pickle.dumps((False, error), pickle.HIGHEST_PROTOCOL)


def main() -> None:
    """Be the worker process: nice, limited, with standard output kept for answers."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - POSIX only

        limit = int(sys.argv[1])
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        os.nice(NICENESS)
    jobs = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with contextlib.suppress(KeyboardInterrupt, BrokenPipeError):
        serve(jobs, answers)


if __name__ == "__main__":
    # By its real name, by which the parent knows WorkerError.
    from desktop_app.services import worker  # noqa: PLW0406

    worker.main()
