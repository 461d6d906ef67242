"""A sitting under way: its bells on time, its place in the log."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.library import sittings
from desktop_app.meditation import clock as sitting_clock
from desktop_app.meditation.bells import STRIKE_EVERY, sound
from desktop_app.meditation.plan import plan
from desktop_app.meditation.presets import presets
from desktop_app.playback.player import Ended, Source
from desktop_app.services.events import Notice, RunningSitting, SittingChanged

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop_app.base.clock import Clock
    from desktop_app.base.model import Preset, Sitting
    from desktop_app.library.database import Library
    from desktop_app.meditation.clock import Running
    from desktop_app.playback.player import Player, PlayerEvent
    from desktop_app.services.events import Events
    from desktop_app.services.listening import Listening
    from desktop_app.services.settings import SettingsService

_LOOK_EVERY = 1.0
_RING_OUT = 8.0


class SittingService:
    """Runs one sitting at a time; deadlines are absolute on a clock that counts suspend."""

    def __init__(
        self,
        library: Library,
        listening: Listening,
        make_player: Callable[[], tuple[Player, str]],
        events: Events,
        settings: SettingsService,
        clock: Clock,
    ) -> None:
        self._library = library
        self._listening = listening
        self._make_player = make_player
        self._events = events
        self._settings = settings
        self._clock = clock
        self._loop = asyncio.get_running_loop()
        self._state: Running | None = None
        self._started: datetime | None = None
        self._beginning = False
        self._task: asyncio.Task[None] | None = None
        self._bell: Player | None = None
        self._ambience: Player | None = None

    async def presets(self) -> tuple[Preset, ...]:
        """Return the sittings that can be begun by name."""
        return presets()

    async def begin(self, name: str) -> None:
        """Begin the preset of this name; what plays is paused.

        Raises:
            KnownError: There is no such preset, or a sitting is under way.
        """
        if self._state is not None or self._beginning:
            raise KnownError("A sitting is under way already", "", "End it first.")
        preset = next((each for each in presets() if each.name == name), None)
        if preset is None:
            raise KnownError(f"There is no sitting called {name}")
        planned = plan(preset)
        self._beginning = True
        try:
            await self._listening.pause()
            await self._prepare(preset)
        finally:
            self._beginning = False
        self._state = sitting_clock.begin(planned, self._clock.boottime())
        self._started = self._clock.now()
        self._task = asyncio.get_running_loop().create_task(self._run())
        self._tell()

    async def pause(self) -> None:
        """Stand still; nothing rings until it goes on."""
        if self._state is not None:
            self._state = sitting_clock.pause(self._state, self._clock.boottime())
            if self._ambience is not None:
                self._ambience.pause()
            self._tell()

    async def resume(self) -> None:
        """Go on."""
        if self._state is not None:
            self._state = sitting_clock.resume(self._state, self._clock.boottime())
            if self._ambience is not None:
                self._ambience.play()
            self._tell()

    async def end(self, *, keep: bool = True) -> None:
        """End it early; ``keep``: it goes into the log with what was really sat."""
        if self._state is None:
            return
        if self._task is not None:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        await self._finish(keep=keep, ring_out=0.0)

    async def current(self) -> RunningSitting | None:
        """Return the sitting that is under way."""
        return self._view()

    async def log(self, limit: int) -> tuple[Sitting, ...]:
        """Return the sittings of the past, the newest first."""
        return await self._library.read(sittings.log, limit)

    async def close(self) -> None:
        """End what is under way, as the person would by closing the window."""
        await self.end()
        for player in (self._bell, self._ambience):
            if player is not None:
                await asyncio.to_thread(player.close)

    # --- inside -----------------------------------------------------------------------

    async def _prepare(self, preset: Preset) -> None:
        """Have the players ready before the first bell is due."""
        if preset.bell is not None and self._bell is None:
            self._bell = (await asyncio.to_thread(self._make_player))[0]
            self._bell.listen(_ignore)
        if preset.ambience is not None:
            if self._ambience is None:
                self._ambience = (await asyncio.to_thread(self._make_player))[0]
            self._ambience.listen(self._hear_ambience)
            self._ambience.set_volume(preset.ambience_volume)
            self._play(self._ambience, preset.ambience)

    async def _run(self) -> None:
        while self._state is not None:
            now = self._clock.boottime()
            self._state, bell = sitting_clock.due(self._state, now)
            if bell is not None:
                await self._strike(bell.strikes)
            if sitting_clock.over(self._state, self._clock.boottime()):
                await self._finish(keep=True, ring_out=_RING_OUT)
                return
            at = sitting_clock.deadline(self._state)
            left = _LOOK_EVERY if at is None else at - self._clock.boottime()
            await asyncio.sleep(min(max(left, 0.0), _LOOK_EVERY))

    async def _strike(self, strikes: int) -> None:
        name = self._state.plan.preset.bell if self._state is not None else None
        if name is None or self._bell is None:
            return
        for number in range(strikes):
            if number:
                await asyncio.sleep(STRIKE_EVERY[name])
            self._play(self._bell, name)

    async def _finish(self, *, keep: bool, ring_out: float) -> None:
        state, started = self._state, self._started
        if state is None or started is None:
            return
        now = self._clock.boottime()
        sat = sitting_clock.sat(state, now)
        self._state = sitting_clock.stop(state, now)
        if self._ambience is not None:
            self._ambience.stop()
        preset = state.plan.preset
        try:
            if keep and sat > 0 and self._settings.now.log_sittings:
                await self._library.write(
                    sittings.add,
                    started=started,
                    planned=preset.length,
                    sat=sat,
                    preset=preset.name,
                )
        except KnownError as error:
            self._events.publish(Notice(f"The sitting was not kept in the log: {error}"))
        finally:
            self._tell(ended=True)
            self._state = self._started = self._task = None
        if self._bell is not None and ring_out:
            await asyncio.sleep(ring_out)
        if self._bell is not None and self._state is None:
            self._bell.stop()

    def _play(self, player: Player, name: str) -> None:
        generation = int(self._clock.monotonic() * 1000)
        source = Source(generation, path=str(sound(name)))
        player.open(source, start=0.0, rate=1.0, paused=False)

    def _hear_ambience(self, event: PlayerEvent) -> None:
        """Take an event from whatever thread it arises in."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._again, event)

    def _again(self, event: PlayerEvent) -> None:
        """Let the ambience begin anew where its loop ends."""
        name = self._state.plan.preset.ambience if self._state is not None else None
        if isinstance(event, Ended) and name is not None and self._ambience is not None:
            self._play(self._ambience, name)

    def _view(self, *, ended: bool = False) -> RunningSitting | None:
        state = self._state
        if state is None:
            return None
        now = self._clock.boottime()
        return RunningSitting(
            preset=state.plan.preset,
            total=state.plan.total,
            bells=tuple(bell.at for bell in state.plan.bells),
            prompts=state.plan.prompts,
            elapsed=sitting_clock.elapsed(state, now),
            at=now,
            paused=state.zero is None and not ended,
            ended=ended,
        )

    def _tell(self, *, ended: bool = False) -> None:
        self._events.publish(SittingChanged(self._view(ended=ended)))


def _ignore(_event: PlayerEvent) -> None:
    """A bell that ends needs nothing."""
