"""The talk that lies on, the player under it, and what they come to: one state, told once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.base.model import SOUNDING, PlayStatus
from desktop_app.playback import state as playing
from desktop_app.services.deck import Deck
from desktop_app.services.recordings import heard_out
from desktop_app.services.stalls import StallWatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.base.clock import Clock
    from desktop_app.playback.player import Player, PlayerEvent
    from desktop_app.playback.state import PlayerState
    from desktop_app.services.events import Events
    from desktop_app.services.recordings import Talk

_SEEN_JUMP = 0.5


class Turntable:
    """Hands commands to the player and to the state alike.

    ``changed(before)`` is called when there is something new to see.

    Attributes:
        talk: What lies on; None: nothing.
        state: Where it stands.
        opened: Whether the player has it, and not only the screen.
        begun: The place, in seconds, at which it was opened last.
    """

    def __init__(
        self,
        make_player: Callable[[], tuple[Player, str]],
        events: Events,
        clock: Clock,
        volume: float,
        changed: Callable[[PlayerState], None],
    ) -> None:
        self._clock = clock
        self._changed = changed
        self._deck = Deck(make_player, events, self._heard, volume)
        self.state = playing.PlayerState(volume=volume)
        self.talk: Talk | None = None
        self.opened = False
        self.begun = 0.0
        self._stalls = StallWatch(self, clock)

    @property
    def position(self) -> float:
        """The place now, in seconds."""
        return self.state.position_at(self._clock.monotonic())

    @property
    def heard_out(self) -> bool:
        """Whether the talk has come to its end."""
        return heard_out(self.talk, self.state)

    @property
    def streams(self) -> bool:
        """Whether the player has a talk whose sound comes from its server."""
        return self.opened and self.talk is not None and self.talk.streams

    @property
    def lost(self) -> bool:
        """Whether the player has no sound to go on with, so that it is to be opened anew."""
        status = self.state.status
        broke_off = status is PlayStatus.ENDED and not self.heard_out
        return broke_off or not self.opened or (self.streams and status is PlayStatus.FAILED)

    @property
    def fade(self) -> Callable[[float], None]:
        """What lets a share of the volume through, from 0 to 1."""
        return self._deck.fade

    async def ready(self) -> None:
        """Make the player, if there is none yet.

        Raises:
            KnownError: The player that was asked for by name cannot be had.
        """
        await self._deck.ready()

    def lay_on(self, talk: Talk, start: float, rate: float) -> None:
        """Show a talk at its place, paused; the player learns of it when sound is wanted."""
        self._take(talk, start, rate, paused=True)

    def open(self, talk: Talk, start: float, rate: float, gain: float) -> None:
        """Play a talk from ``start`` seconds, ``gain`` decibels louder; the deck is ready."""
        self._take(talk, start, rate, paused=False)
        self._deck.open(talk.source(self.state.generation), start, rate, gain)

    def exchange(self, talk: Talk, gain: float) -> None:
        """Let another recording of the talk that lies on go on, or stand, where it is.

        One that has ended stands at its beginning, where it would play from.
        """
        if not self.opened:
            self.talk = talk
            self._changed(self.state)
            return
        paused, begun, rate = self.state.status not in SOUNDING, self.begun, self.state.rate
        self._take(talk, 0.0 if self.heard_out else self.position, rate, paused=paused)
        self.opened, self.begun = True, begun
        source = talk.source(self.state.generation)
        self._deck.open(source, self.state.position, rate, gain, paused=paused)

    def play(self) -> None:
        """Go on."""
        if self._deck.player is not None:
            self._deck.player.play()
        self._stalls.told()
        self.become(playing.played(self.state, self._clock.monotonic()))

    def pause(self) -> None:
        """Stand still."""
        if self.opened and self._deck.player is not None:
            self._deck.player.pause()
        self.become(playing.paused(self.state, self._clock.monotonic()))

    def seek(self, position: float) -> None:
        """Go to ``position`` seconds."""
        if self.opened and self._deck.player is not None:
            self._deck.player.seek(position)
        self._stalls.told()
        self.become(playing.sought(self.state, position, self._clock.monotonic()))

    def set_rate(self, rate: float) -> None:
        """Play so many times as fast."""
        if self._deck.player is not None:
            self._deck.player.set_rate(rate)
        self.become(playing.rated(self.state, rate, self._clock.monotonic()))

    def set_volume(self, volume: float) -> None:
        """Play at this share of the recording's level, from 0 to 1."""
        self.become(playing.turned(self.state, volume))
        self._deck.set_volume(self.state.volume)

    def set_gain(self, decibels: float) -> None:
        """Play so much louder or softer, for the talk that lies on."""
        self._deck.set_gain(decibels)

    def wait(self, why: str) -> None:
        """Show that the sound broke off and is going to be brought back; ``why`` in words."""
        self.opened = False
        waiting = self.state.frozen(self._clock.monotonic(), PlayStatus.BUFFERING)
        self.become(replace(waiting, why=why))

    def starve(self, since: float) -> None:
        """Show that the sound stands still: the player has told nothing ``since``."""
        self.become(playing.starved(self.state, since, self._clock.monotonic()))

    def give_up(self, why: str) -> None:
        """Let go of a stream from which nothing comes; ``why`` in words."""
        if self._deck.player is not None:
            self._deck.player.stop()
        self.become(playing.given_up(self.state, why, self._clock.monotonic()))

    def explain(self, why: str) -> None:
        """Show why it failed, now that it is known better."""
        self.become(playing.given_up(self.state, why, self._clock.monotonic()))

    async def close(self) -> None:
        """Give the player back; what it still tells is heard no more."""
        self.opened = False
        self.state = playing.stopped(self.state)
        self._stalls.look()
        await self._deck.close()

    def become(self, state: PlayerState) -> None:
        """Come to a new state; a position that merely moves on is nothing new to see."""
        now = self._clock.monotonic()
        before, self.state = self.state, state
        self._stalls.look()
        jumped = abs(before.position_at(now) - state.position_at(now)) > _SEEN_JUMP
        same = replace(before, position=state.position, at=state.at, target=state.target)
        if jumped or same != state:
            self._changed(before)

    def _take(self, talk: Talk, start: float, rate: float, *, paused: bool) -> None:
        """Take a talk; only a file's duration is trusted, for it was counted."""
        self.talk, self.opened, self.begun = talk, not paused, start
        before, self.state = (
            self.state,
            playing.opened(
                self.state,
                generation=self.state.generation + 1,
                start=start,
                duration=talk.episode.duration if talk.whole else None,
                rate=rate,
                paused=paused,
                now=self._clock.monotonic(),
            ),
        )
        self._stalls.told()
        self._stalls.look()
        self._changed(before)

    def _heard(self, event: PlayerEvent) -> None:
        if event.generation == self.state.generation:
            self._stalls.told()
        self.become(playing.reduce(self.state, event, self._clock.monotonic()))
