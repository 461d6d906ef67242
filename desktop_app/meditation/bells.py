"""Which file sounds for which name, and how fast strikes follow each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.paths import RESOURCES

if TYPE_CHECKING:
    from pathlib import Path

STRIKE_EVERY = {"bowl": 5.0, "deep": 7.0, "bell": 3.5, "chime": 3.5, "wood": 0.9}
"""Seconds between the strikes of one bell: a bowl wants to be heard out."""
RINGS = {"bowl": 16.0, "deep": 24.0, "bell": 12.0, "chime": 12.0, "wood": 1.2}
"""Seconds until nothing can be heard of a stroke any more: the length of its file."""
BELLS = tuple(STRIKE_EVERY)
"""Names of what can be struck, for :attr:`desktop_app.base.sittings.Preset.bell`.

The files are stereo and begin with the stroke. All strike equally loud: −16 LUFS in the loudest
400 ms (a block of wood, which is over before, −22 LUFS)."""
AMBIENCES = ("rain", "sea", "brown", "night")
"""Names of what can sound all along, for :attr:`desktop_app.base.sittings.Preset.ambience`.

The files are stereo loops without a seam, all equally loud: −23 LUFS. The volume of a preset is
taken to the third power, as the ear has it; its usual 0.7 brings them to −32 LUFS, 16 LU below
the bells: there, and no more."""


def sound(name: str) -> Path:
    """Return the file of a bell or an ambience.

    Raises:
        KnownError: There is no such sound.
    """
    if name not in BELLS + AMBIENCES:
        raise KnownError(
            f"There is no sound called {name}",
            f"bells are {', '.join(BELLS)}; ambiences are {', '.join(AMBIENCES)}",
            "Choose one of these.",
        )
    return RESOURCES / "sounds" / f"{name}.{'flac' if name in BELLS else 'ogg'}"
