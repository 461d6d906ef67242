"""A sitting under way: its bells on time, its place in the log."""

from __future__ import annotations

import asyncio
import math
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.meditation import clock as sitting_clock
from desktop_app.meditation.bells import RINGS
from desktop_app.meditation.plan import length, plan
from desktop_app.playback.sitting_sound import LEAD
from desktop_app.services.events import Notice, SittingChanged
from desktop_app.services.sitting_view import played, view

if TYPE_CHECKING:
    from desktop_app.base.clock import Clock
    from desktop_app.base.sittings import Preset
    from desktop_app.meditation.clock import Running
    from desktop_app.services.events import Events, RunningSitting
    from desktop_app.services.listening import Listening
    from desktop_app.services.sitting_guide import Guide
    from desktop_app.services.sitting_journal import Journal
    from desktop_app.services.sound_room import SoundRoom

MORE = 300.0
_LOOK_EVERY = 0.5
"""Seconds after which it is seen at the latest that the machine has slept; below LEAD."""
_NEAR_END = LEAD + 1.0
_FADE = 8.0
_OUR_FAULT = "The sitting ended early: Hearthside made a mistake of its own."


class SittingService:
    """Runs one sitting at a time; deadlines are absolute on a clock that counts suspend."""

    def __init__(
        self,
        room: SoundRoom,
        guide: Guide,
        journal: Journal,
        listening: Listening,
        events: Events,
        clock: Clock,
    ) -> None:
        self._room = room
        self._guide = guide
        self._journal = journal
        self._listening = listening
        self._events = events
        self._clock = clock
        self._state: Running | None = None
        self._ended = False
        self._before = ""
        self._asleep = 0.0
        self._beginning = False
        self._turn = asyncio.Lock()
        self._task: asyncio.Task[None] | None = None

    @property
    def under_way(self) -> bool:
        """Whether one runs or is paused, and has not ended."""
        return self._beginning or (self._state is not None and not self._ended)

    async def begin(self, preset: Preset, *, log: bool = True) -> None:
        """Begin; what plays is paused. Where there is no sound it is a silent sitting.

        ``log``: it goes into the log, if the person keeps one.

        Raises:
            KnownError: It cannot be begun as it is, or a sitting is under way.
        """
        if self.under_way:
            raise KnownError("A sitting is under way already", "", "End it first.")
        planned = plan(preset)
        self._beginning = True
        try:
            self._before = played(await self._listening.now())
            await self._listening.pause()
            known = await self._prepare(preset)
            with suppress(KnownError):  # a talk of more than a day
                planned = plan(known)
        finally:
            self._beginning = False
        if self._room.sound is not None:
            self._room.sound.hush()
        if preset.ambience is not None:
            self._room.begin_ambience(preset.ambience, preset.ambience_volume)
        self._journal.begin(preset.name, log=log)
        self._state = sitting_clock.begin(planned, self._clock.boottime(), LEAD)
        self._go_on()

    async def pause(self) -> None:
        """Stand still; nothing rings until it goes on."""
        async with self._turn:
            if self._state is None or self._ended or self._state.zero is None:
                return
            await self._halt()
            self._state = sitting_clock.pause(self._state, self._clock.boottime())
            self._guide.pause()
            if self._room.sound is not None:
                self._room.sound.pause_ambience()
            self._tell()

    async def resume(self) -> None:
        """Go on."""
        async with self._turn:
            if self._state is None or self._ended or self._state.zero is not None:
                return
            self._state = sitting_clock.resume(self._state, self._clock.boottime())
            if not self._guide.waits:
                self._guide.play()
            if self._room.sound is not None:
                self._room.sound.resume_ambience()
            self._go_on()

    async def extend(self, seconds: float = MORE) -> None:
        """Sit so much longer; one that has ended goes on for as long.

        Raises:
            KnownError: The whole would be longer than a sitting may be.
        """
        async with self._turn:
            if self._state is None or self._beginning:
                return
            state = sitting_clock.extend(self._state, self._clock.boottime(), seconds)
            await self._halt()
            self._state = state
            preset = state.plan.preset
            if self._ended and preset.ambience is not None:
                self._room.begin_ambience(preset.ambience, preset.ambience_volume)
            self._ended = False
            if state.zero is None:
                self._tell()
            else:
                self._go_on()

    async def end(self, *, keep: bool = True) -> None:
        """End it early; ``keep``: it goes into the log with what was really sat."""
        async with self._turn:
            if self._state is None or self._ended:
                return
            await self._halt()
            await self._stop(keep=keep)

    async def dismiss(self) -> None:
        """Leave one that has ended: it cannot be extended any more."""
        if self._ended:
            self._state, self._ended = None, False
            self._tell()

    async def set_ambience_volume(self, volume: float) -> None:
        """Let the ambience sound at another volume, from 0 to 1, in this sitting."""
        if self._room.sound is not None and self.under_way:
            self._room.sound.set_ambience_volume(volume)

    async def current(self) -> RunningSitting | None:
        """Return the sitting that is under way, or that has ended and is not dismissed."""
        return self._view()

    async def until_over(self) -> None:
        """Return when it has ended and its last stroke has rung out, or it was ended early."""
        while self.under_way:
            if self._task is None:
                await asyncio.sleep(_LOOK_EVERY)
            else:
                await asyncio.wait((self._task,))
        state = self._state
        if state is not None and not state.stopped and state.plan.strokes:
            last = sitting_clock.until_last_stroke(state, self._clock.boottime())
            await asyncio.sleep(last + RINGS.get(state.plan.preset.bell or "", 0.0))

    async def close(self) -> None:
        """End what is under way, as the person would by closing the window."""
        await self.end()

    # --- inside -----------------------------------------------------------------------

    async def _prepare(self, preset: Preset) -> Preset:
        """Have all that sounds ready before the first stroke; the talk may be longer than said."""
        try:
            await self._room.prepare(filter(None, (preset.bell, preset.ambience)))
        except KnownError as error:
            self._events.publish(Notice(f"Not all of this sitting can be heard: {error}"))
        if preset.guided is None:
            return preset
        return replace(preset, guided=await self._guide.prepare(preset.guided))

    def _go_on(self) -> None:
        self._asleep = self._clock.boottime() - self._clock.monotonic()
        self._task = asyncio.get_running_loop().create_task(self._run())
        self._tell()

    async def _halt(self) -> None:
        """Hand over no more strokes, and take back those that have not sounded yet."""
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        self._take_back()

    async def _run(self) -> None:
        """Go on until the time is up; a bug of ours ends the sitting, and is told."""
        try:
            pause = self._look()
            while pause is not None:
                await asyncio.sleep(pause)
                pause = self._look()
            await self._finish(keep=True)
        except Exception as bug:  # noqa: BLE001 - whoever sits must not wait for a bell in vain
            context = {"message": "A sitting met a bug", "exception": bug}
            asyncio.get_running_loop().call_exception_handler(context)
            if not self._ended:
                self._events.publish(Notice(_OUR_FAULT))
                await self._stop(keep=True)

    @property
    def _sitting(self) -> Running:
        """Return the one that runs, for what is only asked of one that does."""
        assert self._state is not None  # noqa: S101 - as it says
        return self._state

    def _look(self) -> float | None:
        """Do what is due; return the seconds until the next look, or None at the end."""
        now = self._clock.boottime()
        self._look_for_sleep(now)
        self._look_to_the_guide(now)
        self._hand_over(now, LEAD)
        if sitting_clock.over(self._sitting, now):
            self._hand_over(now, math.inf)
            if self._room.sound is not None:
                self._room.sound.end_ambience(_FADE)
            return None
        self._journal.note(*self._lengths(now))
        due = sitting_clock.deadline(self._sitting, LEAD)
        left = _LOOK_EVERY if due is None else due - self._clock.boottime()
        return min(max(left, 0.0), _LOOK_EVERY)

    def _look_for_sleep(self, now: float) -> None:
        """Take back what the engine, whose clock stood still meanwhile, would sound too late."""
        monotonic = self._clock.monotonic()
        before, self._asleep = self._asleep, now - monotonic
        if self._asleep - before > sitting_clock.LATE:
            self._state = sitting_clock.take_back(self._sitting, monotonic + before)
            self._take_back()

    def _take_back(self) -> None:
        if self._room.sound is not None:
            self._room.sound.take_back()

    def _hand_over(self, now: float, ahead: float) -> None:
        self._state, readings = sitting_clock.hand_over(self._sitting, now, ahead)
        bell = self._sitting.plan.preset.bell
        monotonic = self._clock.monotonic()
        if bell is not None:
            for reading in readings:
                self._room.ring(bell, monotonic + reading - now)

    def _look_to_the_guide(self, now: float) -> None:
        """Begin the talk when settling in is over; no end bell rings into one that is longer."""
        elapsed = sitting_clock.elapsed(self._sitting, now)
        if self._guide.waits and elapsed >= self._sitting.plan.preset.settle:
            self._guide.play()
        if self._guide.open_ended and elapsed > self._sitting.plan.total - _NEAR_END:
            with suppress(KnownError):  # a talk of more than a day
                self._state = sitting_clock.extend(self._sitting, now, _NEAR_END)
                self._take_back()
                self._tell()

    def _lengths(self, now: float) -> tuple[float, float]:
        """Return what was planned and what was sat by now, in seconds."""
        return length(self._sitting.plan.preset), sitting_clock.sat(self._sitting, now)

    async def _stop(self, *, keep: bool) -> None:
        """End it before its time."""
        if self._room.sound is not None:
            self._room.sound.hush()
        if self._state is not None:
            self._state = sitting_clock.stop(self._state, self._clock.boottime())
        await self._finish(keep=keep)

    async def _finish(self, *, keep: bool) -> None:
        self._task, self._ended = None, True
        self._guide.stop()
        lengths = self._lengths(self._clock.boottime())
        try:
            await (self._journal.finish(*lengths) if keep else self._journal.drop())
        finally:
            self._tell()

    def _view(self) -> RunningSitting | None:
        state = self._state
        if state is None:
            return None
        now, entry = self._clock.boottime(), self._journal.entry
        return view(state, now, ended=self._ended, kept=entry, before=self._before)

    def _tell(self) -> None:
        self._events.publish(SittingChanged(self._view()))
