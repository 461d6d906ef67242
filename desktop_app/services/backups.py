"""Copies of the library, made daily and on demand, and put back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.library import backup

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.base.clock import Clock
    from desktop_app.base.paths import Home
    from desktop_app.library.database import Library


class Backups:
    """Copies are made from the reader's side, so nothing waits for them."""

    def __init__(self, home: Home, library: Library, clock: Clock) -> None:
        self._home = home
        self._library = library
        self._clock = clock

    async def daily(self) -> Path | None:
        """Make today's copy unless there is one; return where."""
        return await self._library.read(backup.daily, self._home, self._clock.now())

    async def write(self, target: Path) -> None:
        """Write a copy to ``target``.

        Raises:
            KnownError: It cannot be written there.
        """
        await self._library.read(backup.copy, target)


def newest(home: Home) -> Path | None:
    """Return the newest whole copy of a home, or None."""
    return backup.newest(home)


def restore(home: Home, source: Path, clock: Clock) -> Path | None:
    """Put a copy in the place of a library that is closed; return where that was set aside.

    Raises:
        KnownError: The copy is not whole, or the files cannot be moved.
    """
    return backup.restore(home, source, clock.now())


def begin_anew(home: Home, clock: Clock) -> None:
    """Set a library that cannot be opened aside, so that an empty one takes its place.

    Raises:
        KnownError: It cannot be moved.
    """
    try:
        backup.set_aside(home, clock.now())
    except OSError as error:
        raise KnownError(
            "The library could not be set aside", error.strerror or str(error), "Free some space."
        ) from error
