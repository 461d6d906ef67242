"""What every engine that makes sound promises; one contract suite holds them to it.

Commands return at once and may be called from the engine thread only. What happens then
is told by events, which may come from any thread and carry the generation that ``open``
was given, so that late events of an earlier talk can be dropped.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Source:
    """What to play: a file's path or an http(s) address, never both; ``headers`` none.

    ``mp3`` asks for a demuxer that seeks truly in VBR files.
    """

    generation: int
    path: str | None = None
    url: str | None = None
    mp3: bool = False


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
    """A stream fills its buffer; ``percent`` from 0 to 100."""

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
        """Load ``source`` and play from ``start`` seconds, or stand there paused."""

    def play(self) -> None:
        """Go on."""

    def pause(self) -> None:
        """Stand still."""

    def seek(self, position: float) -> None:
        """Go to ``position`` seconds, playing or paused as before."""

    def set_rate(self, rate: float) -> None:
        """Play ``rate`` times as fast, with natural pitch."""

    def set_volume(self, volume: float) -> None:
        """Play at ``volume`` of the recording's level, from 0 to 1."""

    def stop(self) -> None:
        """Fall silent and let go of the source."""

    def close(self) -> None:
        """Stop and give everything back; no event follows."""
