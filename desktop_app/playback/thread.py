"""One thread that carries out commands in order, and may look up at a time of its own."""

from __future__ import annotations

import logging
import queue
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

log = logging.getLogger(__name__)

_PATIENCE = 5.0


class CommandThread:
    """Runs jobs one after the other, so that an engine needs no locks.

    Args:
        name: The thread's name.
        wait: After how many seconds without a job ``idle`` is due; None: never.
        idle: Called then, in the thread.
    """

    def __init__(
        self,
        name: str,
        *,
        wait: Callable[[], float | None] = lambda: None,
        idle: Callable[[], None] = lambda: None,
    ) -> None:
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._wait = wait
        self._idle = idle
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def do(self, job: Callable[[], None]) -> None:
        """Have ``job`` done after all earlier ones; returns at once, from any thread."""
        self._jobs.put(job)

    def close(self) -> None:
        """Finish what was asked for and end; waits a few seconds unless called from a job."""
        self._jobs.put(None)
        if threading.current_thread() is not self._thread:
            self._thread.join(_PATIENCE)

    def _run(self) -> None:
        while True:
            try:
                job = self._jobs.get(timeout=self._wait())
            except queue.Empty:
                job = self._idle
            if job is None:
                return
            try:
                job()
            except Exception:
                log.exception("a command to the player failed")
