"""The sittings that can be begun: those of the first day and the person's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.typed import whole
from desktop_app.library import presets, sittings
from desktop_app.meditation import log
from desktop_app.meditation.bells import AMBIENCES, BELLS
from desktop_app.meditation.plan import plan
from desktop_app.meditation.presets import presets as built_in
from desktop_app.services.events import PresetsChanged

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.base.sittings import Preset
    from desktop_app.library.database import Library
    from desktop_app.library.presets import Kept
    from desktop_app.services.events import Events

_HABIT = timedelta(weeks=6)


class Presets:
    """Keeps them in the person's order; a built-in one is never lost for good."""

    def __init__(self, library: Library, events: Events) -> None:
        self._library = library
        self._events = events

    async def all(self) -> tuple[Preset, ...]:
        """Return those that are not removed."""
        rows = await self._library.read(presets.kept)
        shown = (_preset(row) for row in rows if not row.hidden)
        return tuple(preset for preset in shown if preset is not None)

    async def get(self, preset_id: int) -> Preset:
        """Return one.

        Raises:
            KnownError: There is none of this number, or it was removed.
        """
        for preset in await self.all():
            if preset.id == preset_id:
                return preset
        raise KnownError("This sitting is not there any more", "", "Choose another one.")

    async def suggested(self, now: datetime) -> tuple[Preset | None, bool]:
        """Return what to offer at ``now`` (local time), and whether habit speaks for it.

        Habit is what was begun at this time of day in the last six weeks.
        """
        lately = await self._library.read(sittings.between, now - _HABIT, now)
        return log.suggested(await self.all(), lately, now)

    def check(self, preset: Preset) -> None:
        """Say what is wrong with a preset; nothing is.

        Raises:
            KnownError: It has no name, or could not be begun.
        """
        if not preset.name.strip():
            raise KnownError("A sitting needs a name", "", "Give it one.")
        plan(preset)

    async def bells(self, preset: Preset) -> tuple[tuple[float, int], ...]:
        """Return when its bells ring, in seconds with settling in, and how often each is struck.

        Raises:
            KnownError: It could not be begun.
        """
        return tuple((bell.at, bell.strikes) for bell in plan(preset).bells)

    async def save(self, preset: Preset) -> int:
        """Keep a preset: a new one (of the id 0) at the end, another one in its place.

        Returns:
            Its id.

        Raises:
            KnownError: It could not be begun, or is not there any more.
        """
        preset = replace(preset, name=whole(preset.name).strip())
        self.check(preset)
        if preset.id == 0:
            preset = replace(preset, id=await self._library.write(presets.add, preset))
        elif not await self._library.write(presets.change, preset):
            raise KnownError("This sitting was removed meanwhile", "", "Save it as a new one.")
        self._events.publish(PresetsChanged())
        return preset.id

    async def remove(self, preset_id: int) -> None:
        """Take one away; a built-in one can be had back."""
        await self._library.write(presets.remove, preset_id)
        self._events.publish(PresetsChanged())

    async def put_back(self, preset: Preset, before: int | None) -> None:
        """Restore one that was removed, before the one of the id ``before`` or at the end."""
        await self._library.write(presets.put_back, preset, before)
        self._events.publish(PresetsChanged())

    async def put(self, preset_id: int, before: int | None) -> None:
        """Move one before another, or to the end."""
        await self._library.write(presets.put, preset_id, before)
        self._events.publish(PresetsChanged())

    async def restore(self, preset_id: int | None = None) -> None:
        """Have a built-in one, or all of them, as they were on the first day."""
        rows = await self._library.read(presets.kept)
        chosen = [row.id for row in rows if row.built_in and preset_id in {None, row.id}]
        await self._library.write(presets.as_built_in, chosen)
        self._events.publish(PresetsChanged())

    async def changed(self) -> frozenset[int]:
        """Return the ids of built-in ones that are not as they were, removed ones too."""
        rows = await self._library.read(presets.kept)
        return frozenset(row.id for row in rows if row.built_in and (row.preset or row.hidden))


def _preset(row: Kept) -> Preset | None:
    """Return the sitting of a row with sounds that there are; None: it is no longer built in."""
    preset = row.preset
    if preset is None:
        original = next((each for each in built_in() if each.built_in == row.built_in), None)
        return original and replace(original, id=row.id)
    bell = preset.bell if preset.bell in (None, *BELLS) else BELLS[0]
    ambience = preset.ambience if preset.ambience in AMBIENCES else None
    return replace(preset, bell=bell, ambience=ambience)
