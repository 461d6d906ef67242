"""The talk that a guided sitting plays, on a player of its own: what lay on before stays there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.playback.player import Ended, Failed
from desktop_app.services.deck import Deck
from desktop_app.services.events import Notice
from desktop_app.services.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.base.sittings import Guided
    from desktop_app.playback.player import Player, PlayerEvent
    from desktop_app.services.events import Events
    from desktop_app.services.levelling import Levelling
    from desktop_app.services.places import Places
    from desktop_app.services.recordings import Recordings, Talk
    from desktop_app.services.settings import SettingsService


class Guide:
    """Plays one talk from its beginning; one that was heard out is noted as heard.

    Where its sound cannot be had the person is told, and the sitting goes on in silence.
    """

    def __init__(
        self,
        recordings: Recordings,
        places: Places,
        levelling: Levelling,
        make_player: Callable[[], tuple[Player, str]],
        events: Events,
        settings: SettingsService,
    ) -> None:
        self._recordings = recordings
        self._places = places
        self._levelling = levelling
        self._events = events
        self._settings = settings
        self._deck = Deck(make_player, events, self._heard, settings.now.volume)
        self._talk: Talk | None = None
        self._gain = 0.0
        self._generation = 0
        self._tasks = Tasks()
        self._sounds = False

    async def prepare(self, guided: Guided) -> Guided:
        """Have the talk ready; nothing sounds yet. Return what is known of it by now.

        A preset may have another length: what a feed said before the recording was here.
        """
        self.stop()
        try:
            self._talk = await self._recordings.playable(guided.episode_id, 0.0)
            self._gain = await self._levelling.gain(self._talk)
            await self._deck.ready()
        except KnownError as error:
            self._talk = None
            self._events.publish(Notice(str(error)))
            return guided
        return replace(guided, duration=self._talk.episode.duration or guided.duration)

    @property
    def waits(self) -> bool:
        """Whether a talk is ready and has not begun."""
        return self._talk is not None and not self._sounds

    @property
    def open_ended(self) -> bool:
        """Whether a talk sounds of which nobody counted how long it is: one that streams."""
        return self._talk is not None and self._sounds and not self._talk.whole

    def play(self) -> None:
        """Begin the talk, or go on with it."""
        if self._talk is None:
            return
        self._deck.set_volume(self._settings.now.volume)
        if self._sounds and self._deck.player is not None:
            self._deck.player.play()
            return
        self._sounds = True
        self._generation += 1
        self._deck.open(self._talk.source(self._generation), 0.0, 1.0, self._gain)

    def pause(self) -> None:
        """Stand still."""
        if self._sounds and self._deck.player is not None:
            self._deck.player.pause()

    def stop(self) -> None:
        """Fall silent and let go of the talk."""
        if self._sounds and self._deck.player is not None:
            self._deck.player.stop()
        self._talk, self._sounds = None, False
        self._generation += 1

    async def close(self) -> None:
        """Give the player back."""
        self.stop()
        await self._deck.close()
        await self._tasks.finish()

    def _heard(self, event: PlayerEvent) -> None:
        talk = self._talk
        if talk is None or event.generation != self._generation:
            return
        if isinstance(event, Ended):
            self._talk, self._sounds = None, False
            self._tasks.begin(self._note_heard(talk.episode.id))
        elif isinstance(event, Failed):
            self._talk, self._sounds = None, False
            what = f"“{talk.episode.title}” cannot be played"
            self._events.publish(Notice(str(KnownError(what, event.why))))

    async def _note_heard(self, episode_id: int) -> None:
        try:
            await self._places.mark_heard(episode_id, heard=True)
        except KnownError as error:
            self._events.publish(Notice(str(error)))
