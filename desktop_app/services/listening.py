"""Listening: what plays, where it was, what comes next.

The place is saved every four seconds of playing, on pause, on seek and at the end, so that
even a killed process loses no more than five. Of several wishes that come close together the
last one wins.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.listening import FASTEST, MORE_MINUTES, SLOWEST
from desktop_app.base.model import SOUNDING, PlayStatus
from desktop_app.services.events import FeedsChanged, PlayerChanged
from desktop_app.services.following import Following
from desktop_app.services.now_playing import now_playing
from desktop_app.services.place_keeper import PlaceKeeper
from desktop_app.services.recordings import REWIND, resume_at, stray
from desktop_app.services.reopening import Reopening
from desktop_app.services.sequel import Sequel
from desktop_app.services.tasks import Tasks
from desktop_app.services.timers import SleepTimer, Stretch
from desktop_app.services.turntable import Turntable

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.base.clock import Clock
    from desktop_app.playback.player import Player
    from desktop_app.playback.state import PlayerState
    from desktop_app.services.events import Events, NowPlaying
    from desktop_app.services.levelling import Levelling
    from desktop_app.services.places import Places
    from desktop_app.services.queueing import PlayQueue
    from desktop_app.services.recordings import Recordings, Talk
    from desktop_app.services.settings import SettingsService

_OVER = {PlayStatus.ENDED, PlayStatus.FAILED}


class Listening:
    """Owns what plays; publishes ``PlayerChanged`` when there is something new to see."""

    def __init__(
        self,
        recordings: Recordings,
        places: Places,
        queue: PlayQueue,
        make_player: Callable[[], tuple[Player, str]],
        levelling: Levelling,
        events: Events,
        settings: SettingsService,
        clock: Clock,
    ) -> None:
        self._recordings = recordings
        self._places = places
        self._queue = queue
        self._levelling = levelling
        self._events = events
        self._settings = settings
        self._table = Turntable(make_player, events, clock, settings.now.volume, self._changed)
        self._sleep = SleepTimer(clock, self._table.fade, self.pause, self._publish)
        self._stretch = Stretch(clock, self.pause, self._publish)
        self._now = partial(now_playing, self._table, self._sleep, self._stretch)
        self._keeper = PlaceKeeper(self._table, places, events)
        self._sounded = False
        self._wish = 0
        self._tasks = Tasks()
        self._reopening = Reopening(
            self._table, recordings, levelling, self._rate, lambda: self._wish
        )
        self._sequel = Sequel(
            self._table,
            self._keeper,
            queue,
            self._sleep,
            events,
            lambda: self._wish,
            self.play,
            self._reopening.again,
            recordings.trouble,
        )
        self._following = Following(
            self._table,
            recordings,
            levelling,
            self._reopening,
            events,
            self._tasks,
            self._publish,
        )

    async def play(self, episode_id: int, position: float | None = None) -> None:
        """Play an episode from ``position`` seconds, or from a little before where it was left.

        Raises:
            KnownError: It has no sound that could be played, or is gone.
        """
        wish = await self._wished()
        talk = await self._recordings.playable(episode_id, position)
        await self._table.ready()
        gain = await self._levelling.gain(talk)
        if wish == self._wish:
            start = resume_at(talk) if position is None else position
            kept = None if position is not None else (talk.episode.id, start)
            self._begin(talk, start, gain, kept)

    async def play_file(self, path: str) -> None:
        """Play a file that is in no library; its place is not kept."""
        wish = await self._wished()
        await self._table.ready()
        if wish == self._wish:
            self._begin(stray(path), 0.0, 0.0, None)

    async def load_last(self) -> None:
        """Show the talk that was left last, paused, unless something was wished already."""
        episode_id = await self._places.last()
        talk = None if episode_id is None else await self._recordings.look_up(episode_id)
        if talk is not None and not self._wish:
            place = talk.episode.position
            self._keeper.take((talk.episode.id, place))
            self._table.lay_on(talk, place, self._rate(talk))

    async def toggle(self) -> None:
        """Pause what sounds, go on with what does not."""
        if self._table.state.status in SOUNDING:
            await self.pause()
        else:
            await self.resume()

    async def pause(self) -> None:
        """Stand still and keep the place; what was about to play does not begin any more."""
        self._wish += 1
        self._sequel.forget()
        self._table.pause()
        await self._keeper.save()

    async def resume(self) -> None:
        """Go on where it was, also where a stream broke off; if nothing was, with the queue."""
        talk, table = self._table.talk, self._table
        if talk is None:
            await self.next()
            return
        self._sequel.begin()
        if talk.episode.id and table.lost:
            heard = max(0.0, table.position - table.begun) if table.opened else REWIND
            await self._wished()
            await self._reopening.again(talk.episode.id, min(REWIND, heard))
            return
        await table.ready()
        table.play()

    async def seek(self, position: float) -> None:
        """Go to ``position`` seconds and keep that place."""
        left = self._table.position
        self._table.seek(position)
        await self._keeper.jumped(left)

    async def skip(self, seconds: float) -> None:
        """Go some seconds back or forth."""
        await self.seek(self._table.position + seconds)

    async def set_rate(self, rate: float) -> None:
        """Play faster or slower, 0.5 to 3 times, with natural pitch; this feed keeps it."""
        rate = min(max(rate, SLOWEST), FASTEST)
        self._table.set_rate(rate)
        talk = self._table.talk
        if talk is None or not talk.episode.feed_id:
            await self._settings.change(speed=rate)
            return
        self._table.talk = replace(talk, habits=replace(talk.habits, speed=rate))
        await self._places.set_speed(talk.episode.feed_id, rate)
        self._events.publish(FeedsChanged())

    async def set_volume(self, volume: float) -> None:
        """Play louder or softer, from 0 to 1."""
        self._table.set_volume(volume)
        await self._settings.change(volume=self._table.state.volume)

    async def set_sleep(self, minutes: int | None, *, with_talk: bool = False) -> None:
        """Fall silent after ``minutes``, fading over the last one, or with the end of the talk.

        The present place is kept, so that what was played to somebody asleep is found again.
        """
        self._sleep.start(minutes, with_talk=with_talk)
        talk = self._table.talk
        if (minutes is not None or with_talk) and talk is not None and talk.episode.id:
            await self._places.fall_asleep(talk.episode.id, self._table.position)

    async def sleep_later(self) -> None:
        """Give the sleep timer some minutes more, at full volume."""
        if self._sleep.at is not None:
            await self.set_sleep(MORE_MINUTES)

    async def play_for(self, minutes: int | None) -> None:
        """Stop by itself after ``minutes`` of playing, for a meeting; None: play on.

        What stands still begins to play.
        """
        status = self._table.state.status
        self._stretch.start(minutes, sounding=status is PlayStatus.PLAYING)
        if minutes is not None and self._table.talk is not None and status not in SOUNDING:
            await self.resume()

    async def next(self) -> None:
        """Play what the queue has next."""
        waiting = await self._queue.first()
        if waiting is not None:
            await self.play(waiting)

    async def previous(self) -> None:
        """Begin this talk anew."""
        if self._table.talk is not None:
            await self.seek(0.0)

    async def bookmark(self, note: str = "") -> None:
        """Keep the present place of the present talk."""
        if self.loaded is not None:
            await self._places.bookmark(self.loaded, self._table.position, note)

    @property
    def loaded(self) -> int | None:
        """The episode in the player, whether it sounds or not; None: none of the library."""
        return None if self._table.talk is None else self._table.talk.episode.id or None

    @property
    def sounding(self) -> int | None:
        """The episode that sounds, or is about to; None: none of the library."""
        return self.loaded if self._table.state.status in SOUNDING else None

    async def now(self) -> NowPlaying | None:
        """Return what the player bar shows."""
        return self._now()

    async def keep_place(self) -> None:
        """Keep the place now, for whoever ends the session will not wait."""
        await self._keeper.save_quietly()

    async def until_over(self) -> None:
        """Return when the talk, and what was queued after it, has ended.

        Raises:
            KnownError: The player gave up, or a stream broke off; the place is kept.
        """
        await self._sequel.until_over()

    async def close(self) -> None:
        """Keep the place and give the sound back."""
        self._wish += 1
        self._sleep.start(None)
        self._stretch.start(None, sounding=False)
        self._sequel.forget()
        self._following.close()
        try:
            await self._keeper.close()
            await self._tasks.finish()
        finally:
            await self._table.close()

    async def _wished(self) -> int:
        """Take a new wish; return its number. What plays keeps its place."""
        self._wish += 1
        wish = self._wish
        self._sequel.forget()
        await self._keeper.save_quietly()
        return wish

    def _rate(self, talk: Talk) -> float:
        return talk.habits.speed or self._settings.now.speed

    def _begin(self, talk: Talk, start: float, gain: float, kept: tuple[int, float] | None) -> None:
        self._sounded = False
        self._sequel.begin()
        self._keeper.take(kept)
        self._table.open(talk, start, self._rate(talk), gain)

    def _changed(self, before: PlayerState) -> None:
        state = self._table.state
        self._stretch.sounding(on=state.status is PlayStatus.PLAYING)
        if state.status is PlayStatus.PLAYING and not self._sounded:
            self._sounded = True
            self._tasks.begin(self._begun(self._table.talk))
        if state.status in _OVER and before.status is not state.status:
            self._tasks.begin(self._sequel.finish(self._wish, sounded=self._sounded))
            self._sounded = self._sounded and not self._table.heard_out
        self._publish()

    async def _begun(self, talk: Talk | None) -> None:
        """Once it sounds, a talk no longer waits in the queue, nor counts as heard."""
        if talk is None or not talk.episode.id:
            return
        with suppress(KnownError):
            await self._keeper.sounds()
            await self._queue.remove(talk.episode.id)

    def _publish(self) -> None:
        self._events.publish(PlayerChanged(self._now()))
