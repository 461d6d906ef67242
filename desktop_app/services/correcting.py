"""The person's word against the title's: corrections by hand, and names that are one person's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.shelves import Fact, Facts
from desktop_app.base.typed import one_line
from desktop_app.catalog.series import series_key
from desktop_app.library import corrections, facts, speakers
from desktop_app.services.events import EpisodesChanged
from desktop_app.services.given_facts import checked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop_app.base.clock import Clock
    from desktop_app.base.shelves import FactValue
    from desktop_app.library.database import Library
    from desktop_app.services.events import Events
    from desktop_app.services.indexing import Indexing

_TRANSACTION = 200


class Correcting:
    """Corrects what titles say; no refresh and no better rule undoes it."""

    def __init__(self, library: Library, indexing: Indexing, events: Events, clock: Clock) -> None:
        self._library = library
        self._indexing = indexing
        self._events = events
        self._clock = clock

    async def facts(self, episode_id: int) -> Facts:
        """Return what is known of a talk beside what its title, and all else, says.

        Raises:
            KnownError: There is no such episode, or it cannot be read now.
        """
        known = await self._library.read(facts.known, episode_id)
        said = await self._indexing.said(episode_id)
        if known is None or said is None:
            raise KnownError("This talk is no longer in the library")
        corrected = await self._library.read(corrections.of, (episode_id,))
        return Facts(known, said, frozenset(corrected.get(episode_id, ())))

    async def correct(self, episode_ids: Sequence[int], fields: Mapping[Fact, FactValue]) -> None:
        """Let these fields be as given from now on, of one talk or of several.

        What is empty is a correction too: "" or () or None for "nobody", "nowhere", "none".

        Raises:
            KnownError: A value makes no sense; nothing was changed.
        """
        values = checked(fields, self._clock.now().year)
        await self._check_order(episode_ids, values)
        for some in _chunks(episode_ids):
            self._tell(await self._library.write(facts.correct, some, values, series_key))

    async def revert(self, episode_ids: Sequence[int], fields: Iterable[Fact]) -> None:
        """Let the title speak again for these fields."""
        chosen = tuple(fields)
        for some in _chunks(episode_ids):
            await self._library.write(facts.revert, some, chosen)
        await self._indexing.read(episode_ids)

    async def merge_speakers(self, names: Sequence[str], into: str) -> None:
        """Let these names, now and in talks to come, be one speaker's; ``into`` may be new.

        With one name and a new one that is a change of name.

        Raises:
            KnownError: The name is empty.
        """
        head = one_line(into)
        if not head:
            raise KnownError("A speaker needs a name", "nothing was typed", "Type a name.")
        touched = await self._library.write(speakers.merge, names, head)
        for some in _chunks(touched):
            self._tell(await self._library.write(facts.count_again, some, series_key))
        self._indexing.soon()

    async def separate_speaker(self, name: str) -> None:
        """Let a name that was merged into another be a speaker's of its own again.

        Raises:
            KnownError: It was not merged.
        """
        touched = await self._library.write(speakers.separate, name)
        if touched is None:
            raise KnownError(f"“{name}” was not merged with another name")
        await self._indexing.read(touched)

    async def _check_order(
        self, episode_ids: Sequence[int], values: Mapping[Fact, FactValue]
    ) -> None:
        """Refuse a part that would be beyond the last one."""
        numbers = {field: values[field] for field in (Fact.PART, Fact.OF) if field in values}
        if numbers and None not in numbers.values():
            found = await self._library.read(facts.out_of_order, episode_ids, numbers)
            if found:
                raise KnownError(
                    f"There is no part {found[0]} of {found[1]}",
                    "the part comes after the last one",
                    "Mend one of the two numbers.",
                )

    def _tell(self, episode_ids: Sequence[int]) -> None:
        if episode_ids:
            self._events.publish(EpisodesChanged(frozenset(episode_ids)))


def _chunks(episode_ids: Sequence[int]) -> list[Sequence[int]]:
    steps = range(0, len(episode_ids), _TRANSACTION)
    return [episode_ids[at : at + _TRANSACTION] for at in steps]
