"""One question to everything: talks, speakers, notes, bookmarks, transcripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.library import search_groups

if TYPE_CHECKING:
    from desktop_app.base.paths import Home
    from desktop_app.base.shelves import Found, Group
    from desktop_app.library.database import Library


class Searching:
    """Searches the whole library."""

    def __init__(self, home: Home, library: Library) -> None:
        self._home = home
        self._library = library

    async def everything(self, text: str, limit: int = 6, only: Group | None = None) -> Found:
        """Return the best ``limit`` of each group, or of ``only`` one; every word must fit."""
        return await self._library.read(
            search_groups.everything, self._home.audio, text, limit, only
        )
