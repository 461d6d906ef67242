"""How much louder or softer a talk is played, so that a quiet tape needs no hand on the knob."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.playback import level

if TYPE_CHECKING:
    from desktop_app.services.measuring import Measuring
    from desktop_app.services.recordings import Talk
    from desktop_app.services.settings import SettingsService


class Levelling:
    """Knows the gain of each talk that was measured; of the others it leaves the level alone."""

    def __init__(self, measuring: Measuring, settings: SettingsService) -> None:
        self._measuring = measuring
        self._settings = settings

    @property
    def wanted(self) -> bool:
        """Whether the person wants quiet tapes louder."""
        return self._settings.now.levelling

    async def gain(self, talk: Talk) -> float:
        """Return the gain in decibels; 0 where the person wants none, or it is not known.

        A restored recording is as loud as it should be.
        """
        if not self.wanted or not talk.episode.id or talk.restored is not None:
            return 0.0
        sound = await self._measuring.sound(talk.episode.id)
        return 0.0 if sound is None else level.gain(sound.loudness, sound.peak)
