"""One question to everything: talks, speakers, notes, bookmarks, transcripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.base.paths import Home
    from desktop_app.base.shelves import Found
    from desktop_app.library.database import Library


class Searching:
    """Searches the whole library."""

    def __init__(self, home: Home, library: Library) -> None:
        self._home = home
        self._library = library

    async def everything(self, text: str, limit: int = 6) -> Found:
        """Return the best ``limit`` of each group."""
        raise NotImplementedError
