"""The person's word against the title's: corrections by hand, and names that are one person's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop_app.base.shelves import Fact, Facts, FactValue
    from desktop_app.library.database import Library
    from desktop_app.services.events import Events
    from desktop_app.services.indexing import Indexing


class Correcting:
    """Corrects what titles say; no refresh and no better rule undoes it."""

    def __init__(self, library: Library, indexing: Indexing, events: Events) -> None:
        self._library = library
        self._indexing = indexing
        self._events = events

    async def facts(self, episode_id: int) -> Facts:
        """Return what is known of a talk beside what its title says.

        Raises:
            KnownError: There is no such episode.
        """
        raise NotImplementedError

    async def correct(self, episode_ids: Sequence[int], fields: Mapping[Fact, FactValue]) -> None:
        """Let these fields be as given from now on, of one talk or of several.

        Raises:
            KnownError: A value makes no sense; nothing was changed.
        """
        raise NotImplementedError

    async def revert(self, episode_ids: Sequence[int], fields: Iterable[Fact]) -> None:
        """Let the title speak again for these fields."""
        raise NotImplementedError

    async def merge_speakers(self, names: Sequence[str], into: str) -> None:
        """Let these names, now and in talks to come, be one speaker's; ``into`` may be new.

        Raises:
            KnownError: The name is empty.
        """
        raise NotImplementedError

    async def separate_speaker(self, name: str) -> None:
        """Let a name that was merged into another be a speaker's of its own again."""
        raise NotImplementedError
