"""What the pages of presets ask of the services."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.sittings import Preset

if TYPE_CHECKING:
    from desktop_app.services.core import Core

NEW = Preset("", length=1200.0, settle=10.0)
"""What a new sitting begins as."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the page reads: the sitting, whether it can be as it was, and the sounds there are."""

    preset: Preset
    restorable: bool
    bells: tuple[str, ...]
    sounds: tuple[str, ...]


async def ask(core: Core, what: int | Preset) -> Asked:
    """Read it.

    Raises:
        KnownError: It was removed, or the library cannot be read.
    """
    preset = await core.presets.get(what) if isinstance(what, int) else what
    restorable = preset.id in await core.presets.changed() if preset.id else False
    return Asked(preset, restorable, *await core.sounds.names())


async def save(core: Core, preset: Preset) -> int | None:
    """Keep a sitting and return its id; None: it was removed meanwhile.

    Raises:
        KnownError: It could not be begun, or the library cannot be written.
    """
    try:
        return await core.presets.save(preset)
    except KnownError:
        if preset.id in {0, *(each.id for each in await core.presets.all())}:
            raise
        return None


async def remove(core: Core, preset_id: int) -> tuple[Preset, int | None] | None:
    """Remove a sitting; return it and the id of the one that stood after it, None: it was last.

    None: it was gone already.

    Raises:
        KnownError: The library cannot be written.
    """
    every = await core.presets.all()
    at = next((at for at, each in enumerate(every) if each.id == preset_id), None)
    if at is None:
        return None
    await core.presets.remove(preset_id)
    return every[at], every[at + 1].id if at + 1 < len(every) else None
