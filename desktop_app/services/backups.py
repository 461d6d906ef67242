"""Copies of the library, made daily and on demand, and put back."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.library import backup, traces
from desktop_app.library.database import refuse_newer
from desktop_app.services.events import RestoreReady
from desktop_app.services.lock import WINDOW_LOCK, ProcessLock

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.base.clock import Clock
    from desktop_app.base.kept import BackupFacts
    from desktop_app.base.paths import Home
    from desktop_app.services.events import Events


class Backups:
    """Copies are made in a thread of their own, so nothing waits for them."""

    def __init__(self, home: Home, clock: Clock, events: Events) -> None:
        self._home = home
        self._clock = clock
        self._events = events
        self._renew = False

    async def daily(self) -> Path | None:
        """Make today's copy unless there is one; from now on it is renewed on closing."""
        self._renew = True
        return await asyncio.to_thread(backup.daily, self._home, self._clock.now())

    async def close(self) -> None:
        """Bring today's copy up to date, so that it holds what was done today."""
        if self._renew:
            renew = partial(backup.daily, self._home, self._clock.now(), renew=True)
            await asyncio.to_thread(renew)

    async def look(self, source: Path) -> BackupFacts:
        """Say what a copy holds that could be restored.

        Raises:
            KnownError: It is none, damaged, or made by a newer program.
        """
        return await asyncio.to_thread(_look, source)

    async def restore(self, source: Path) -> None:
        """Get a copy ready to take the library's place, and ask for that: it must be closed first.

        Raises:
            KnownError: It cannot be restored; nothing was changed.
        """
        facts = await asyncio.to_thread(_look, source)
        await asyncio.to_thread(backup.bring, self._home, source)
        self._events.publish(RestoreReady(facts.made))

    async def write(self, target: Path) -> None:
        """Write a copy to ``target``.

        Raises:
            KnownError: It cannot be written there.
        """
        await asyncio.to_thread(backup.copy, self._home.database, target)


def newest(home: Home) -> Path | None:
    """Return the newest whole copy of a home, or None."""
    return backup.newest(home)


def describe(path: Path) -> BackupFacts:
    """Say what a whole copy holds."""
    return backup.describe(path)


def restore(home: Home, source: Path, clock: Clock) -> Path | None:
    """Put a copy in the place of a library that is closed; return where that was set aside.

    Raises:
        KnownError: The copy is not whole, or made by a newer program, the files cannot be moved,
            or a command works in the library.
    """
    _look(source)
    _refuse_while_used(home)
    return backup.restore(home, source, clock.now())


def put_in_place(home: Home, clock: Clock) -> Path | None:
    """Restore what :meth:`Backups.restore` got ready, once the library is closed.

    Returns where the library from before was set aside.

    Raises:
        KnownError: The files cannot be moved, or a command works in the library.
    """
    _refuse_while_used(home)
    return backup.put_in_place(home, clock.now())


def refuse_while_open(home: Home) -> None:
    """Make sure that no window has the library open, for it would go on in the old one.

    Raises:
        KnownError: One has.
    """
    only = ProcessLock(home.root / WINDOW_LOCK)
    if not only.acquire():
        raise KnownError("The library was not replaced", "Hearthside is open", "Close it first.")
    only.release()


def begin_anew(home: Home, clock: Clock) -> None:
    """Set a library that cannot be opened aside, so that an empty one takes its place.

    Raises:
        KnownError: It cannot be moved.
    """
    try:
        backup.give_up(home)
        backup.set_aside(home, clock.now())
    except OSError as error:
        raise KnownError(
            "The library could not be set aside", error.strerror or str(error), "Free some space."
        ) from error


def _refuse_while_used(home: Home) -> None:
    """Make sure that nobody goes on in the old library; what its log holds is in it then."""
    if traces.in_use(home.database):
        raise KnownError(
            "The library was not replaced",
            "a command of Hearthside is at work",
            "Wait for its end, then try again.",
        )


def _look(source: Path) -> BackupFacts:
    backup.check(source)
    refuse_newer(source)
    return backup.describe(source)
