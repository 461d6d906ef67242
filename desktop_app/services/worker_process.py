"""The other end of :mod:`desktop_app.services.worker`: the process that does the jobs.

It reads frames (eight bytes of length, big-endian, then a pickle) and answers each with one.
It stands apart because it is started often and must be there at once: nothing is imported
here that a job does not ask for.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import struct
import sys
from typing import BinaryIO

from desktop_app.base.errors import KnownError

NICENESS = 10
LENGTH = struct.Struct(">Q")
READY = b"+"
UNREAD = "This could not be read"
_PIPE = 1024 * 1024
"""Bytes that may lie in a pipe: big bodies then need few turns of the parent's loop."""


class WorkerError(KnownError):
    """The worker's own trouble, which says nothing of what it was given to read."""


def serve(jobs: BinaryIO, answers: BinaryIO) -> None:
    """Do jobs until there are no more."""
    answers.write(READY)
    answers.flush()
    while header := jobs.read(LENGTH.size):
        (length,) = LENGTH.unpack(header)
        answer = _answer(jobs.read(length))
        answers.write(LENGTH.pack(len(answer)))
        answers.write(answer)
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
        error = WorkerError(UNREAD, "it needed too much memory")
    except Exception as surprise:  # noqa: BLE001 - a parser's surprise must not reach the app
        why = f"it is broken in a way that nobody foresaw ({surprise!r})"
        error = WorkerError(UNREAD, why)
    return pickle.dumps((False, error), pickle.HIGHEST_PROTOCOL)


def main() -> None:
    """Be the worker process: nice, limited, with standard output kept for answers."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - POSIX only

        limit = int(sys.argv[1])
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
        os.nice(int(sys.argv[2]))
    if sys.platform == "linux":
        import fcntl  # noqa: PLC0415 - as above

        with contextlib.suppress(OSError):
            for pipe in (0, 1):
                fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)
    jobs = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    with contextlib.suppress(BrokenPipeError):
        serve(jobs, answers)


if __name__ == "__main__":
    # By its real name, by which the parent knows WorkerError.
    from desktop_app.services import worker_process  # noqa: PLW0406

    worker_process.main()
