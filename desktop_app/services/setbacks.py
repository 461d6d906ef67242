"""What follows when a download does not arrive: another try later, or the person is told."""

from __future__ import annotations

import asyncio
import logging
import random
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState
from desktop_app.downloads.faults import DiskFull, TransferError
from desktop_app.downloads.queue import (
    LONGEST_PAUSE,
    LONGEST_PAUSE_OF_LINE,
    backoff,
    give_up,
)
from desktop_app.library import downloads, problems
from desktop_app.services.events import DownloadProgress, ProblemsChanged

if TYPE_CHECKING:
    from desktop_app.base.clock import Clock
    from desktop_app.library.database import Library
    from desktop_app.library.downloads import Download
    from desktop_app.services.events import Events

_FEW_ATTEMPTS = 3
_IMPATIENCE = 60.0
_LONGEST_PATIENCE = 86_400.0
"""Seconds that a server is left alone at its wish: some ask for more than a calendar holds."""

_log = logging.getLogger(__name__)


def pause_before(
    error: KnownError, attempt: int, chance: float, *, impatient: bool
) -> float | None:
    """Return the seconds until the try after failed try ``attempt``; None: there is none.

    ``chance`` (0 to 1) spreads the pauses; a server may wish for longer ones, up to a day, not
    for shorter ones. While the line is at fault, it is tried for as long as it takes. Somebody
    waits for a command line, which is ``impatient``: it makes three tries, and waits no minute.
    """
    if not isinstance(error, TransferError) or not error.retryable:
        return None
    if attempt >= _FEW_ATTEMPTS if impatient else _is_enough(error, attempt):
        return None
    own = backoff(attempt, chance, LONGEST_PAUSE_OF_LINE if error.line else LONGEST_PAUSE)
    pause = max(own, min(error.retry_after or 0.0, _LONGEST_PATIENCE))
    return None if impatient and pause > _IMPATIENCE else pause


def _is_enough(error: TransferError, attempt: int) -> bool:
    return not error.line and (give_up(attempt) or 0 < error.tries <= attempt)


def of_bug(bug: Exception) -> KnownError:
    """Return what the person is told when we ourselves are at fault."""
    return KnownError(
        "The download failed",
        f"something happened that nobody foresaw ({bug!r})",
        "Try it again; if it happens again, please report it.",
    )


def surface(bug: Exception) -> None:
    """Let a bug of ours be reported like any other of this loop."""
    _log.info("a download met a bug", exc_info=bug)
    context = {"message": "A download met a bug", "exception": bug}
    asyncio.get_running_loop().call_exception_handler(context)


class Setbacks:
    """Writes down what became of a download that did not arrive."""

    def __init__(self, library: Library, events: Events, clock: Clock) -> None:
        self._library = library
        self._events = events
        self._clock = clock

    async def postponed(self, row: Download, error: KnownError, *, impatient: bool) -> bool:
        """Put it back into the queue if another try may help; False: none does.

        A try that brought the file on counts as the first one, on however bad a line; one that
        began another version of it does not.

        Raises:
            KnownError: The library cannot be written.
        """
        stored = await self._library.read(downloads.one, row.episode_id)
        received = stored.received if stored else 0
        same = stored and (stored.etag, stored.last_modified) == (row.etag, row.last_modified)
        progress = received > row.received and (same or not row.received)
        attempt = 1 if progress else row.attempts + 1
        chance = random.random()  # noqa: S311 - no secret
        pause = pause_before(error, attempt, chance, impatient=impatient)
        if pause is None:
            return False
        until = self._clock.now() + timedelta(seconds=pause)
        held = isinstance(error, TransferError) and error.retry_after is not None
        if not await self._library.write(
            downloads.postpone, row.episode_id, attempt, until, error.why, held=held
        ):
            return True  # it was stopped or taken out of the queue meanwhile
        words = f"{error.why}, trying again in {pause:.0f} s"
        self._events.publish(DownloadProgress(row.episode_id, received, row.size, 0.0, words))
        return True

    async def failed(self, row: Download, error: KnownError, told: KnownError) -> None:
        """Mark it failed and keep the problem; on a full disk it waits for room instead.

        Raises:
            KnownError: The library cannot be written.
        """
        why = error.why or error.what
        one = row.episode_id
        if isinstance(error, DiskFull):
            waited_for = await self._library.write(downloads.postpone, one, row.attempts, None, why)
        else:
            failed = DownloadState.FAILED
            waited_for = await self._library.write(downloads.set_state, one, failed, why)
        if not waited_for:  # it was stopped or taken out of the queue meanwhile
            return
        now = self._clock.now()
        await self._library.write(problems.report, told, now, episode_id=one)
        self._events.publish(ProblemsChanged())

    async def solved(self, *episode_ids: int) -> None:
        """Take back what was told of these.

        Raises:
            KnownError: The library cannot be written.
        """
        for episode_id in episode_ids:
            if await self._library.write(problems.solve, episode_id=episode_id):
                self._events.publish(ProblemsChanged())
