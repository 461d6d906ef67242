"""What every engine that makes sound promises; one contract suite holds them to it.

Commands return at once and may be called from the engine thread only. What happens then
is told by events, which may come from any thread and carry the generation that ``open``
was given, so that late events of an earlier talk can be dropped.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.base.secrets import Login


NO_SOUND_DEVICE = (
    "This computer has no sound output that works. Connect speakers or headphones, "
    "check the system's sound settings, then play again."
)
NO_SOUND_INSIDE = "There is no sound in this file, or it is damaged."
NOT_PLAYABLE = "The file is damaged, or of a kind that cannot be played."
NOT_FETCHED = "The recording could not be fetched. Check the connection, then play again."


@dataclass(frozen=True, slots=True)
class Source:
    """What to play: a file's path or an http(s) address, never both.

    ``mp3`` asks for a demuxer that seeks truly in VBR files; ``duration``: counted seconds, for
    an engine that would guess; ``login``: for the address's own server alone.
    """

    generation: int
    path: str | None = None
    url: str | None = None
    mp3: bool = False
    duration: float | None = None
    login: Login | None = field(default=None, repr=False)


def obstacle(source: Source) -> str:
    """Say why ``source`` cannot even be tried; "" when it can. Looks at the disk."""
    if source.path is None:
        known = source.url is not None and source.url.startswith(("http://", "https://"))
        return "" if known else "Only files and http addresses can be played."
    if not Path(source.path).is_file():
        return "The file is not there any more."
    return "" if os.access(source.path, os.R_OK) else "The file may not be read."


@dataclass(frozen=True, slots=True)
class Playing:
    """Sound comes out; ``position`` in seconds when the engine knows it."""

    generation: int
    position: float | None = None


@dataclass(frozen=True, slots=True)
class Paused:
    """The sound stands still and can go on."""

    generation: int


@dataclass(frozen=True, slots=True)
class Moved:
    """The engine's own idea of the position, in seconds; comes every 0.3 to 1 s."""

    generation: int
    position: float


@dataclass(frozen=True, slots=True)
class Buffering:
    """A stream fills its buffer; ``percent`` from 0 to 100, and at 100 it goes on."""

    generation: int
    percent: float


@dataclass(frozen=True, slots=True)
class Ended:
    """The talk is over."""

    generation: int


@dataclass(frozen=True, slots=True)
class Failed:
    """The engine gave up; ``why`` is for the person."""

    generation: int
    why: str


PlayerEvent = Playing | Paused | Moved | Buffering | Ended | Failed


class Player(Protocol):
    """An engine that plays one source at a time."""

    name: str

    def listen(self, listener: Callable[[PlayerEvent], None]) -> None:
        """Send all events to ``listener``, from whatever thread they arise in."""

    def open(self, source: Source, *, start: float, rate: float, paused: bool) -> None:
        """Load ``source`` and play from ``start`` seconds, or stand there paused.

        ``Paused`` or, once there is sound, ``Playing`` follows, or else ``Failed``.
        """

    def play(self) -> None:
        """Go on; after ``Ended``, start over; after ``Failed``, try again."""

    def pause(self) -> None:
        """Stand still."""

    def seek(self, position: float) -> None:
        """Go to ``position`` seconds, playing or paused as before."""

    def set_rate(self, rate: float) -> None:
        """Play ``rate`` times as fast, with natural pitch."""

    def set_volume(self, volume: float) -> None:
        """Play at ``volume`` of the recording's level, from 0 to 1."""

    def set_gain(self, decibels: float) -> None:
        """Make a quiet recording louder, as far as the engine can; 0 leaves it as it is."""

    def stop(self) -> None:
        """Fall silent and let go of the source."""

    def close(self) -> None:
        """Stop and give everything back; no event follows."""
