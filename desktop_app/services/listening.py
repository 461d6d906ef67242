"""Listening: what plays, where it was, what comes next.

The place is saved every five seconds of playing, on pause, on seek and at the end, so that
even a killed process loses no more than that. Of several wishes that come close together the
last one wins.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop_app.base.errors import KnownError
from desktop_app.base.model import Episode, FeedKind, PlayStatus
from desktop_app.playback import state as playing
from desktop_app.services.deck import Deck
from desktop_app.services.events import Notice, NowPlaying, PlayerChanged
from desktop_app.services.recordings import REWIND, heard_out, resume_at, source
from desktop_app.services.sleep import SleepTimer

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from desktop_app.base.clock import Clock
    from desktop_app.base.parsed import Chapter
    from desktop_app.playback.player import Player, PlayerEvent
    from desktop_app.services.events import Events
    from desktop_app.services.places import Places
    from desktop_app.services.queueing import PlayQueue
    from desktop_app.services.recordings import Recordings
    from desktop_app.services.settings import SettingsService

SAVE_EVERY = 5.0
_SEEN_JUMP = 0.5
_OVER = {PlayStatus.ENDED, PlayStatus.FAILED}
_SOUNDING = {PlayStatus.PLAYING, PlayStatus.OPENING, PlayStatus.BUFFERING}


class Listening:
    """Owns what plays; publishes ``PlayerChanged`` when there is something new to see."""

    def __init__(
        self,
        recordings: Recordings,
        places: Places,
        queue: PlayQueue,
        make_player: Callable[[], tuple[Player, str]],
        events: Events,
        settings: SettingsService,
        clock: Clock,
    ) -> None:
        self._recordings = recordings
        self._places = places
        self._queue = queue
        self._events = events
        self._settings = settings
        self._clock = clock
        self._state = playing.PlayerState(volume=settings.now.volume)
        self._deck = Deck(make_player, events, self._heard, settings.now.volume)
        self._episode: Episode | None = None
        self._chapters: tuple[Chapter, ...] = ()
        self._loaded = False
        self._saved: tuple[int, float] | None = None
        self._sounded = False
        self._wish = 0
        self._over = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._saving = asyncio.get_running_loop().create_task(self._save_while_playing())
        self._sleep = SleepTimer(clock, self._deck.fade, self.pause, self._publish)

    async def play(self, episode_id: int, position: float | None = None) -> None:
        """Play an episode from ``position`` seconds, or from a little before where it was left.

        Raises:
            KnownError: It has no sound that could be played, or is gone.
        """
        self._wish += 1
        wish = self._wish
        await self._save_quietly()
        episode, found = await self._recordings.playable(episode_id)
        await self._deck.ready()
        if wish != self._wish:
            return
        start = resume_at(episode) if position is None else position
        self._open(episode, found, start)
        if position is not None:
            self._saved = None

    async def play_file(self, path: str) -> None:
        """Play a file that is in no library; its place is not kept."""
        self._wish += 1
        wish = self._wish
        await self._save_quietly()
        await self._deck.ready()
        if wish == self._wish:
            self._open(Episode(0, 0, "", Path(path).stem, FeedKind.TALKS, file=path), (), 0.0)

    async def load_last(self) -> None:
        """Show the talk that was left last, paused at its place; nothing sounds."""
        wish = self._wish
        episode_id = await self._places.last()
        if episode_id is None:
            return
        episode, found = await self._recordings.look_up(episode_id)
        if wish == self._wish:
            self._load(episode, found, episode.position, paused=True)

    async def toggle(self) -> None:
        """Pause what sounds, go on with what does not."""
        if self._state.status in _SOUNDING:
            await self.pause()
        else:
            await self.resume()

    async def pause(self) -> None:
        """Stand still and keep the place."""
        if self._loaded and self._deck.player is not None:
            self._deck.player.pause()
        self._become(playing.paused(self._state, self._clock.monotonic()))
        await self._save()

    async def resume(self) -> None:
        """Go on where it was, also where a stream broke off."""
        if self._episode is None:
            return
        broke_off = self._state.status is PlayStatus.ENDED and not self._heard_out()
        if self._episode.id and (broke_off or not self._loaded):
            await self.play(self._episode.id, max(0.0, self._state.position - REWIND))
            return
        (await self._deck.ready()).play()
        self._become(playing.played(self._state, self._clock.monotonic()))

    async def seek(self, position: float) -> None:
        """Go to ``position`` seconds and keep that place."""
        if self._loaded and self._deck.player is not None:
            self._deck.player.seek(position)
        self._become(playing.sought(self._state, position, self._clock.monotonic()))
        await self._save()

    async def skip(self, seconds: float) -> None:
        """Go some seconds back or forth."""
        await self.seek(self._state.position_at(self._clock.monotonic()) + seconds)

    async def set_rate(self, rate: float) -> None:
        """Play faster or slower, 0.5 to 3 times, with natural pitch."""
        rate = min(max(rate, 0.5), 3.0)
        if self._deck.player is not None:
            self._deck.player.set_rate(rate)
        self._become(playing.rated(self._state, rate, self._clock.monotonic()))
        await self._settings.change(speed=rate)

    async def set_volume(self, volume: float) -> None:
        """Play louder or softer, from 0 to 1."""
        self._become(playing.turned(self._state, volume))
        self._deck.set_volume(self._state.volume)
        await self._settings.change(volume=self._state.volume)

    async def set_sleep(self, minutes: int | None) -> None:
        """Fall silent after ``minutes``, fading over the last one; None: play on."""
        self._sleep.start(minutes)

    async def next(self) -> None:
        """Play what the queue has next."""
        waiting = await self._queue.first()
        if waiting is not None:
            await self.play(waiting)

    async def previous(self) -> None:
        """Begin this talk anew."""
        if self._episode is not None:
            await self.seek(0.0)

    async def bookmark(self, note: str = "") -> None:
        """Keep the present place of the present talk."""
        if self._episode is not None and self._episode.id:
            position = self._state.position_at(self._clock.monotonic())
            await self._places.bookmark(self._episode.id, position, note)

    @property
    def loaded(self) -> int | None:
        """The episode in the player, whether it sounds or not; None: none of the library."""
        return self._episode.id or None if self._episode is not None else None

    async def now(self) -> NowPlaying | None:
        """Return what the player bar shows."""
        return self._now()

    async def until_over(self) -> None:
        """Return when the talk, and what was queued after it, has ended.

        Raises:
            KnownError: The player gave up, or a stream broke off; the place is kept.
        """
        await self._over.wait()
        if self._episode is None or self._heard_out():
            return
        why = self._state.why or "the recording broke off"
        raise KnownError(f"“{self._episode.title}” cannot be played on", why, "The place is kept.")

    async def close(self) -> None:
        """Keep the place and give the sound back."""
        self._wish += 1
        self._sleep.start(None)
        self._saving.cancel()
        with suppress(asyncio.CancelledError):
            await self._saving
        try:
            await self._save()
            if self._tasks:
                await asyncio.wait(self._tasks)
        finally:
            await self._deck.close()

    # --- inside -----------------------------------------------------------------------

    def _open(self, episode: Episode, found: tuple[Chapter, ...], start: float) -> None:
        self._load(episode, found, start, paused=False)
        self._deck.open(source(episode, self._state.generation), start, self._state.rate)

    def _load(
        self, episode: Episode, found: tuple[Chapter, ...], start: float, *, paused: bool
    ) -> None:
        """Take a talk; only a file's duration is trusted, for it was counted."""
        self._episode, self._chapters = episode, found
        self._loaded = not paused
        self._saved = (episode.id, start)
        self._sounded = False
        self._over.clear()
        self._state = playing.opened(
            self._state,
            generation=self._state.generation + 1,
            start=start,
            duration=episode.duration if episode.file else None,
            rate=self._settings.now.speed,
            paused=paused,
            now=self._clock.monotonic(),
        )
        self._publish()

    def _heard_out(self) -> bool:
        return heard_out(self._episode, self._state)

    def _heard(self, event: PlayerEvent) -> None:
        before = self._state
        self._become(playing.reduce(before, event, self._clock.monotonic()))
        if self._state.status is PlayStatus.PLAYING and not self._sounded:
            self._sounded = True
            self._spawn(self._begun(self._episode))
        if self._state.status in _OVER and before.status is not self._state.status:
            self._spawn(self._finish(self._wish))

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _begun(self, episode: Episode | None) -> None:
        """Once it sounds, a talk no longer waits in the queue, nor counts as heard."""
        if episode is None or not episode.id:
            return
        with suppress(KnownError):
            await self._queue.remove(episode.id)
            if episode.heard:
                await self._places.mark_heard(episode.id, heard=False)

    def _become(self, state: playing.PlayerState) -> None:
        now = self._clock.monotonic()
        before, self._state = self._state, state
        jumped = abs(before.position_at(now) - state.position_at(now)) > _SEEN_JUMP
        same = replace(before, position=state.position, at=state.at, target=state.target)
        if jumped or same != state:
            self._publish()

    async def _finish(self, wish: int) -> None:
        """After the end: mark the talk as heard, then play what comes next."""
        episode = self._episode
        if not self._heard_out():
            await self._save_quietly()
            self._over.set()
            return
        try:
            if episode is not None and episode.id:
                await self._places.mark_heard(episode.id, heard=True)
            await self._play_next(wish)
        except KnownError as error:
            self._events.publish(Notice(str(error)))
            self._over.set()

    async def _play_next(self, wish: int) -> None:
        """Play the first of the queue that can be played, unless something else was wished."""
        while wish == self._wish:
            waiting = await self._queue.first()
            if waiting is None or wish != self._wish:
                break
            try:
                await self.play(waiting)
            except KnownError as error:
                self._events.publish(Notice(str(error)))
                await self._queue.remove(waiting)
                wish = self._wish
            else:
                return
        self._over.set()

    async def _save(self) -> None:
        """Keep the place, if it is another than the one that was kept last."""
        episode, state = self._episode, self._state
        if episode is None or not episode.id or state.status is None or self._heard_out():
            return
        place = (episode.id, state.position_at(self._clock.monotonic()))
        if place != self._saved and (place[1] > 0 or state.status is PlayStatus.PAUSED):
            await self._places.save(*place)
            self._saved = place

    async def _save_quietly(self) -> None:
        """Keep the place; what hinders that must not hinder listening."""
        try:
            await self._save()
        except KnownError as error:
            self._events.publish(Notice(str(error)))

    async def _save_while_playing(self) -> None:
        while True:
            await asyncio.sleep(SAVE_EVERY)
            if self._state.status is PlayStatus.PLAYING:
                await self._save_quietly()

    def _now(self) -> NowPlaying | None:
        if self._episode is None or self._state.status is None:
            return None
        return NowPlaying(
            episode=self._episode,
            status=self._state.status,
            position=self._state.position,
            at=self._state.at,
            rate=self._state.rate,
            duration=self._state.duration or self._episode.duration,
            volume=self._state.volume,
            sleep_at=self._sleep.at,
            sleep_minutes=self._sleep.minutes,
            chapters=self._chapters,
            problem=self._state.why,
        )

    def _publish(self) -> None:
        self._events.publish(PlayerChanged(self._now()))
