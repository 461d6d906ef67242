"""At most one process of a home moves downloads; the system frees the lock when it dies."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError

if TYPE_CHECKING:
    from pathlib import Path


class ProcessLock:
    """An advisory lock on a file, held until :meth:`release` or the end of the process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def acquire(self) -> None:
        """Take the lock; taking it again is fine.

        Raises:
            KnownError: Another process has it.
        """
        if self._descriptor is not None:
            return
        descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            raise KnownError(
                "Downloads are under way already",
                "another Hearthside is open on this library",
                "Use its window, or close it first.",
            ) from error
        self._descriptor = descriptor

    def release(self) -> None:
        """Let go."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


if sys.platform == "win32":

    def _lock(descriptor: int) -> None:
        import msvcrt  # noqa: PLC0415 - Windows only

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:

    def _lock(descriptor: int) -> None:
        import fcntl  # noqa: PLC0415 - POSIX only

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
