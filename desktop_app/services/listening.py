"""Listening: what plays, where it was, what comes next.

The place is saved every five seconds of playing, on pause, on seek and at the end, so that
even a killed process loses no more than that.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.model import Episode, FeedKind, PlayStatus
from desktop_app.library import chapters, downloads
from desktop_app.playback import state as playing
from desktop_app.playback.player import Source
from desktop_app.services.events import (
    EpisodesChanged,
    Notice,
    NowPlaying,
    PlayerChanged,
)
from desktop_app.services.sleep import SleepTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.base.clock import Clock
    from desktop_app.base.model import Chapter
    from desktop_app.library.database import Library
    from desktop_app.playback.player import Player, PlayerEvent
    from desktop_app.services.browsing import Browsing
    from desktop_app.services.events import Events
    from desktop_app.services.places import Places
    from desktop_app.services.queueing import PlayQueue
    from desktop_app.services.settings import SettingsService

SAVE_EVERY = 5.0
REWIND = 3.0
_RESTART_WITHIN = 5.0
_SEEN_JUMP = 0.5
_OVER = {PlayStatus.ENDED, PlayStatus.FAILED}


class Listening:
    """Owns the player; publishes ``PlayerChanged`` when there is something new to see."""

    def __init__(
        self,
        library: Library,
        browsing: Browsing,
        places: Places,
        queue: PlayQueue,
        make_player: Callable[[], tuple[Player, str]],
        events: Events,
        settings: SettingsService,
        clock: Clock,
    ) -> None:
        self._library = library
        self._browsing = browsing
        self._places = places
        self._queue = queue
        self._make_player = make_player
        self._player: Player | None = None
        self._events = events
        self._settings = settings
        self._clock = clock
        self._loop = asyncio.get_running_loop()
        self._state = playing.PlayerState(volume=settings.now.volume)
        self._episode: Episode | None = None
        self._chapters: tuple[Chapter, ...] = ()
        self._making = asyncio.Lock()
        self._loaded = False
        self._over = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._saving = self._loop.create_task(self._save_while_playing())
        self._sleep = SleepTimer(clock, self._fade, self.pause, self._publish)

    # --- what plays -------------------------------------------------------------------

    async def play(self, episode_id: int, position: float | None = None) -> None:
        """Play an episode from ``position`` seconds, or from a little before where it was left.

        Raises:
            KnownError: It has no sound that could be played, or is gone.
        """
        await self._save()
        episode = await self._browsing.episode(episode_id)
        source_url = episode.url if episode.file is None else None
        if episode.file is not None and not await asyncio.to_thread(Path(episode.file).is_file):
            episode = await self._file_is_gone(episode)
            source_url = episode.url
        if episode.file is None and not (source_url or "").startswith(("http:", "https:")):
            raise KnownError(
                f"“{episode.title}” cannot be played", "it has no recording that is still there"
            )
        start = _resume_at(episode) if position is None else position
        self._chapters = await self._library.read(chapters.of, episode.id)
        await self._open(episode, start)
        await self._queue.remove(episode_id)

    async def play_file(self, path: str) -> None:
        """Play a file that is in no library; its place is not kept."""
        title = Path(path).stem
        self._chapters = ()
        await self._open(Episode(0, 0, "", title, FeedKind.TALKS, file=path), 0.0)

    async def load_last(self) -> None:
        """Show the talk that was left last, paused at its place; nothing sounds."""
        episode_id = await self._places.last()
        if episode_id is None or self._episode is not None:
            return
        self._episode = await self._browsing.episode(episode_id)
        self._chapters = await self._library.read(chapters.of, episode_id)
        self._loaded = False
        self._state = playing.opened(
            self._state,
            generation=self._state.generation + 1,
            start=self._episode.position,
            duration=self._episode.duration,
            rate=self._settings.now.speed,
            paused=True,
            now=self._clock.monotonic(),
        )
        self._publish()

    async def toggle(self) -> None:
        """Pause what sounds, go on with what does not."""
        if self._state.status in {PlayStatus.PLAYING, PlayStatus.OPENING, PlayStatus.BUFFERING}:
            await self.pause()
        else:
            await self.resume()

    async def pause(self) -> None:
        """Stand still and keep the place."""
        if self._loaded and self._player is not None:
            self._player.pause()
        self._become(playing.paused(self._state, self._clock.monotonic()))
        await self._save()

    async def resume(self) -> None:
        """Go on where it was."""
        if self._episode is None:
            return
        if not self._loaded and self._episode.id:
            position = max(0.0, self._state.position - REWIND)
            await self.play(self._episode.id, position)
            return
        (await self.warm_up()).play()
        self._become(playing.played(self._state, self._clock.monotonic()))

    async def seek(self, position: float) -> None:
        """Go to ``position`` seconds and keep that place."""
        if self._loaded and self._player is not None:
            self._player.seek(position)
        self._become(playing.sought(self._state, position, self._clock.monotonic()))
        await self._save()

    async def skip(self, seconds: float) -> None:
        """Go some seconds back or forth."""
        await self.seek(self._state.position_at(self._clock.monotonic()) + seconds)

    async def set_rate(self, rate: float) -> None:
        """Play faster or slower, 0.5 to 3 times, with natural pitch."""
        rate = min(max(rate, 0.5), 3.0)
        if self._player is not None:
            self._player.set_rate(rate)
        self._become(playing.rated(self._state, rate, self._clock.monotonic()))
        await self._settings.change(speed=rate)

    async def set_volume(self, volume: float) -> None:
        """Play louder or softer, from 0 to 1."""
        self._become(playing.turned(self._state, volume))
        self._fade(self._state.volume)
        await self._settings.change(volume=self._state.volume)

    async def set_sleep(self, minutes: int | None) -> None:
        """Fall silent after ``minutes``, fading over the last one; None: play on."""
        self._sleep.start(minutes, self._state.volume)

    async def warm_up(self) -> Player:
        """Return the player, made on first need; loading libVLC takes a moment.

        Raises:
            KnownError: The player that was asked for by name cannot be had.
        """
        async with self._making:
            if self._player is None:
                player, notice = await asyncio.to_thread(self._make_player)
                player.listen(self._hear)
                self._player = player
                if notice:
                    self._events.publish(Notice(notice))
            return self._player

    async def next(self) -> None:
        """Play what the queue has next."""
        waiting = await self._queue.first()
        if waiting is not None:
            await self.play(waiting)

    async def previous(self) -> None:
        """Begin this talk anew."""
        if self._episode is not None:
            await self.seek(0.0)

    async def until_over(self) -> None:
        """Return when the talk, and what was queued after it, has ended.

        Raises:
            KnownError: The player gave up.
        """
        await self._over.wait()
        if self._state.status is PlayStatus.FAILED and self._episode is not None:
            raise KnownError(f"“{self._episode.title}” cannot be played", self._state.why)

    async def now(self) -> NowPlaying | None:
        """Return what the player bar shows."""
        return self._now()

    # --- around it --------------------------------------------------------------------

    async def bookmark(self, note: str = "") -> None:
        """Keep the present place of the present talk."""
        if self._episode is None or not self._episode.id:
            return
        position = self._state.position_at(self._clock.monotonic())
        await self._places.bookmark(self._episode.id, position, note)

    async def close(self) -> None:
        """Keep the place and give the sound back."""
        self._sleep.start(None, self._state.volume)
        self._saving.cancel()
        with suppress(asyncio.CancelledError):
            await self._saving
        await self._save()
        if self._tasks:
            await asyncio.wait(self._tasks)
        if self._player is not None:
            await asyncio.to_thread(self._player.close)

    # --- inside -----------------------------------------------------------------------

    def _fade(self, volume: float) -> None:
        if self._player is not None:
            self._player.set_volume(volume)

    async def _open(self, episode: Episode, start: float) -> None:
        player = await self.warm_up()
        generation = self._state.generation + 1
        rate = self._settings.now.speed
        self._episode = episode
        self._over.clear()
        self._loaded = True
        local = episode.file
        name = (local or episode.url or "").casefold()
        source = Source(
            generation,
            path=local,
            url=None if local else episode.url,
            mp3=name.split("?")[0].endswith(".mp3") or episode.type == "audio/mpeg",
        )
        self._state = playing.opened(
            self._state,
            generation=generation,
            start=start,
            duration=episode.duration,
            rate=rate,
            paused=False,
            now=self._clock.monotonic(),
        )
        player.set_volume(self._state.volume)
        player.open(source, start=start, rate=rate, paused=False)
        self._publish()

    async def _file_is_gone(self, episode: Episode) -> Episode:
        await self._library.write(downloads.forget, episode.id)
        self._events.publish(EpisodesChanged(frozenset({episode.id})))
        return await self._browsing.episode(episode.id)

    def _hear(self, event: PlayerEvent) -> None:
        """Take an event from whatever thread it arises in."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._heard, event)

    def _heard(self, event: PlayerEvent) -> None:
        before = self._state
        self._become(playing.reduce(before, event, self._clock.monotonic()))
        if self._state.status in _OVER and before.status is not self._state.status:
            task = self._loop.create_task(self._finish())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def _become(self, state: playing.PlayerState) -> None:
        now = self._clock.monotonic()
        before, self._state = self._state, state
        jumped = abs(before.position_at(now) - state.position_at(now)) > _SEEN_JUMP
        same = replace(before, position=state.position, at=state.at, target=state.target)
        if jumped or same != state:
            self._publish()

    async def _finish(self) -> None:
        """After the end: mark the talk as heard, then play what comes next."""
        episode, state = self._episode, self._state
        if episode is None:
            return
        whole = state.duration is None or state.position >= state.duration
        if state.status is PlayStatus.ENDED and whole:
            if episode.id:
                await self._places.mark_heard(episode.id, heard=True)
            waiting = await self._queue.first()
            if waiting is not None:
                await self.play(waiting)
                return
        else:
            await self._save()
        self._over.set()

    async def _save(self) -> None:
        episode, state = self._episode, self._state
        if episode is None or not episode.id or state.status in {None, PlayStatus.ENDED}:
            return
        position = state.position_at(self._clock.monotonic())
        if position > 0 or state.status is PlayStatus.PAUSED:
            await self._places.save(episode.id, position)

    async def _save_while_playing(self) -> None:
        while True:
            await asyncio.sleep(SAVE_EVERY)
            if self._state.status is PlayStatus.PLAYING:
                await self._save()

    def _now(self) -> NowPlaying | None:
        if self._episode is None or self._state.status is None:
            return None
        return NowPlaying(
            episode=self._episode,
            status=self._state.status,
            position=self._state.position,
            at=self._state.at,
            rate=self._state.rate,
            duration=self._state.duration,
            volume=self._state.volume,
            sleep_at=self._sleep.at,
            sleep_minutes=self._sleep.minutes,
            chapters=self._chapters,
            problem=self._state.why,
        )

    def _publish(self) -> None:
        self._events.publish(PlayerChanged(self._now()))


def _resume_at(episode: Episode) -> float:
    """Return where to begin: a little before the place, or the start once it was heard."""
    if episode.heard:
        return 0.0
    return max(0.0, episode.position - REWIND)
