"""What the Meditations page reads, and what it does with presets."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.meditations_words import first_shown

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.base.sittings import Preset, Sitting, Statistics
    from desktop_app.services.core import Core
    from desktop_app.services.events import RunningSitting


@dataclass(frozen=True, slots=True)
class Cushion:
    """What the page shows beside the list of talks.

    ``suggested``: the id of the preset that fits the hour, 0: none does; ``gone``: the ids of
    built-in ones that were removed; ``log``: the sittings of the weeks that the calendar shows.
    """

    presets: tuple[Preset, ...]
    suggested: int
    gone: frozenset[int]
    statistics: Statistics
    log: tuple[Sitting, ...]
    running: RunningSitting | None


async def read_cushion(core: Core, now: datetime, first_day: int) -> Cushion:
    """Read everything; ``now`` is local, ``first_day`` of a week as Qt counts it.

    Raises:
        KnownError: The library cannot be read.
    """
    presets = await core.presets.all()
    suggested, _habit = await core.presets.suggested(now)
    today = now.date()
    return Cushion(
        presets=presets,
        suggested=suggested.id if suggested is not None else 0,
        gone=await core.presets.changed() - {each.id for each in presets},
        statistics=await core.sittings.statistics(),
        log=await core.sittings.between(first_shown(today, first_day), today),
        running=await core.sitting.current(),
    )


def copy_of(preset: Preset) -> Preset:
    """Return a new sitting like this one, to be given a name of its own."""
    name = tr("{name}, my own", name=tr(preset.name)) if preset.built_in else preset.name
    return replace(preset, id=0, built_in="", name=name)


async def move(core: Core, preset_id: int, step: int) -> None:
    """Move a preset one place forward (-1) or back (1); at an end nothing happens.

    Raises:
        KnownError: The library cannot be written.
    """
    ids = [each.id for each in await core.presets.all()]
    at = ids.index(preset_id) + step if preset_id in ids else -1
    if 0 <= at < len(ids):
        ids.remove(preset_id)
        await core.presets.put(preset_id, ids[at] if at < len(ids) else None)


async def bring_back(core: Core, gone: frozenset[int]) -> None:
    """Have removed built-in ones again, as they were on the first day.

    Raises:
        KnownError: The library cannot be written.
    """
    for each in sorted(gone):
        await core.presets.restore(each)
