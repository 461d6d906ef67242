"""What makes the sound of a sitting promises: bells at their moment, and a bed of sound."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

LEAD = 2.0
"""Seconds by which a stroke is best handed over early: time to open an output that sleeps."""

FADE_IN = 3.0
"""Seconds in which the ambience comes up."""

PAUSE_FADE = 0.5
"""Seconds in which the ambience goes and comes back around a pause."""

HUSH_FADE = 0.15
"""Seconds in which what sounds dies away when silence is wanted now."""


class SittingSound(Protocol):
    """An engine that rings bells over an ambience.

    All calls return at once and come from one thread. What is changed in the ambience is heard up
    to a second later. Sounds are paths of PCM WAV files, 48 kHz
    and 16 bit, as :func:`desktop_app.audio.ready.ready` makes them.
    """

    name: str

    def listen(self, failed: Callable[[str], None]) -> None:
        """Have ``failed`` called once, from any thread, in plain words, if nothing can be heard."""

    def ring(self, sound: str, at: float) -> None:
        """Ring so that the stroke is heard at ``at``, a reading of :func:`time.monotonic`.

        Handed over LEAD seconds early it is exact; a moment that is past rings at once. Strokes
        ring out over each other.
        """

    def take_back(self) -> None:
        """Strokes that have not begun to sound never will; what rings rings out."""

    def begin_ambience(self, sound: str, volume: float, at: float = 0.0) -> None:
        """Let a loop come up, ``at`` seconds into it; another one that sounds goes first.

        ``volume`` goes from 0 to 1 as the ear takes it: the amplitude is its third power.
        """

    def set_ambience_volume(self, volume: float) -> None:
        """Glide to ``volume``."""

    def pause_ambience(self) -> None:
        """Let it die away; it keeps its place."""

    def resume_ambience(self) -> None:
        """Let it come back where it was."""

    def end_ambience(self, fade: float) -> None:
        """Let it die away over ``fade`` seconds, and let go of it."""

    def hush(self) -> None:
        """Within 1.4 s all is silent, without a click; nothing rings any more."""

    def close(self) -> None:
        """Fall silent and give everything back."""
