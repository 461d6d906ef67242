"""Favorites and collections as files: written for others, read from others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.base.clock import Clock
    from desktop_app.base.paths import Home
    from desktop_app.library.database import Library
    from desktop_app.services.events import Events


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: favorites and collections that are new, and titles not found here."""

    favorites: int
    collections: int
    missing: tuple[str, ...] = ()


class Sharing:
    """Exports and imports; the ending of the file's name says how: .json, .opml, .m3u8, .m3u."""

    def __init__(self, home: Home, library: Library, events: Events, clock: Clock) -> None:
        self._home = home
        self._library = library
        self._events = events
        self._clock = clock

    async def export(self, file: Path, collection_id: int | None = None) -> int:
        """Write all favorites and collections, or one collection; return the number of talks.

        Raises:
            KnownError: The ending is none of ours, or the file cannot be written.
        """
        raise NotImplementedError

    async def bring_in(self, file: Path) -> Imported:
        """Read what :meth:`export` wrote, here or on another computer; nothing is removed.

        Raises:
            KnownError: It is no such file; nothing was changed.
        """
        raise NotImplementedError
