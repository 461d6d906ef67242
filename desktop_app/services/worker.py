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
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

from desktop_app.base.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

MEMORY_LIMIT = 1_536 * 1024 * 1024
NICENESS = 10
_LENGTH = struct.Struct(">Q")
_log = logging.getLogger(__name__)


class Worker:
    """The worker process as its owner sees it; starts on the first job."""

    def __init__(self, memory_limit: int = MEMORY_LIMIT) -> None:
        self._memory_limit = memory_limit
        self._turn = asyncio.Lock()
        self._process: asyncio.subprocess.Process | None = None

    async def run(self, job: Callable[[], T], seconds: float = 60) -> T:
        """Return ``job()``, run in the worker; a ``partial`` of a module's function will do.

        Raises:
            KnownError: The function raised it, or broke the limit of ``seconds`` or of
                memory, or met something that nobody foresaw.
        """
        frame = pickle.dumps(job, pickle.HIGHEST_PROTOCOL)
        async with self._turn:
            try:
                async with asyncio.timeout(seconds):
                    done, value = await self._ask(frame)
            except TimeoutError:
                await self._end()
                raise KnownError(
                    "This took too long to read", f"more than {seconds:g} seconds"
                ) from None
            except (OSError, asyncio.IncompleteReadError):
                await self._end()
                raise KnownError("This could not be read", "it needed too much memory") from None
            except asyncio.CancelledError:
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
        self._process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            __name__,
            str(self._memory_limit),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
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


def serve(jobs: BinaryIO, answers: BinaryIO) -> None:
    """Do jobs until there are no more."""
    while header := jobs.read(_LENGTH.size):
        (length,) = _LENGTH.unpack(header)
        job = pickle.loads(jobs.read(length))  # noqa: S301 - our parent wrote it
        answer = pickle.dumps(_attempt(job), pickle.HIGHEST_PROTOCOL)
        answers.write(_LENGTH.pack(len(answer)) + answer)
        answers.flush()


def _attempt(job: Callable[[], object]) -> tuple[bool, object]:
    try:
        return True, job()
    except KnownError as error:
        return False, error
    except MemoryError:
        return False, KnownError("This could not be read", "it needed too much memory")
    except Exception as error:  # noqa: BLE001 - a parser's surprise must not reach the app
        _log.info("%s", traceback.format_exc())
        return False, KnownError(
            "This could not be read", f"it is broken in a way that nobody foresaw ({error!r})"
        )


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
    main()
