"""Which file sounds for which name, and how fast strikes follow each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.paths import RESOURCES

if TYPE_CHECKING:
    from pathlib import Path

STRIKE_EVERY = {"bowl": 5.0, "bell": 3.5, "wood": 0.9}
"""Seconds between the strikes of one bell: a bowl wants to be heard out."""
BELLS = tuple(STRIKE_EVERY)
"""Names of what can be struck, for :attr:`desktop_app.base.model.Preset.bell`."""
AMBIENCES = ("rain", "sea", "brown", "night")
"""Names of what can sound all along, for :attr:`desktop_app.base.model.Preset.ambience`.

The files are stereo loops without a seam, all equally loud: −22 LUFS, which a preset's usual
volume of 0.4 brings to −30 LUFS, well below the bells."""


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
    return RESOURCES / "sounds" / f"{name}.ogg"
