"""What comes after the sound: the next talk of the queue, or the same one where it broke off."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.model import PlayStatus
from desktop_app.playback.player import NO_SOUND_DEVICE
from desktop_app.services import breaks
from desktop_app.services.events import Notice

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from desktop_app.services.events import Events
    from desktop_app.services.place_keeper import PlaceKeeper
    from desktop_app.services.queueing import PlayQueue
    from desktop_app.services.recordings import Talk
    from desktop_app.services.streams import Trouble
    from desktop_app.services.timers import SleepTimer
    from desktop_app.services.turntable import Turntable

BROKE_OFF = "The recording breaks off here, each time that it is tried. Press Play to try again."


class Sequel:
    """Goes on by itself, unless the person wishes otherwise meanwhile.

    ``wish()`` is the number of the person's last wish; ``play(id)`` begins another talk,
    ``reopen(id)`` opens the same one again where it stands, ``trouble(talk)`` says why it failed.

    Attributes:
        over: Set when nothing more is going to sound.
    """

    def __init__(
        self,
        table: Turntable,
        keeper: PlaceKeeper,
        queue: PlayQueue,
        sleep: SleepTimer,
        events: Events,
        wish: Callable[[], int],
        play: Callable[[int], Awaitable[None]],
        reopen: Callable[[int], Awaitable[None]],
        trouble: Callable[[Talk], Awaitable[Trouble | None]],
    ) -> None:
        self._table = table
        self._keeper = keeper
        self._queue = queue
        self._sleep = sleep
        self._events = events
        self._wish = wish
        self._play = play
        self._reopen = reopen
        self._trouble = trouble
        self._breaks = 0
        self._returning: asyncio.Task[None] | None = None
        self.over = asyncio.Event()

    def begin(self) -> None:
        """Begin anew: another talk, or the same one at the person's wish."""
        self.forget()
        self._breaks = 0
        self.over.clear()

    def forget(self) -> None:
        """Bring nothing back that broke off."""
        if self._returning is not None:
            self._returning.cancel()
            self._returning = None

    async def until_over(self) -> None:
        """Return when nothing more is going to sound.

        Raises:
            KnownError: The player gave up, or a stream broke off; the place is kept.
        """
        await self.over.wait()
        talk, table = self._table.talk, self._table
        if talk is None or table.heard_out:
            return
        why = table.state.why or "the recording broke off"
        raise KnownError(f"“{talk.episode.title}” cannot be played on", why, "The place is kept.")

    async def finish(self, wish: int, *, sounded: bool) -> None:
        """Do what follows after an end, be it the talk's own or not."""
        if self.over.is_set():
            return
        if not self._table.heard_out:
            await self._keeper.save_quietly()
            if wish != self._wish() or await self._is_hopeless(wish):
                return
            if self._comes_back(sounded=sounded):
                return
            if not self._came_to_its_end:
                self._leave_off()
                return
        try:
            await self._keeper.heard_out()
            if self._sleep.with_talk:
                self._sleep.start(None)
                self.over.set()
            else:
                await self._play_next(wish)
        except KnownError as error:
            self._give_up(error)

    async def _play_next(self, wish: int) -> None:
        """Play the first of the queue that can be played, unless something else was wished."""
        while wish == self._wish():
            waiting = await self._queue.first()
            if waiting is None or wish != self._wish():
                break
            try:
                await self._play(waiting)
            except KnownError as error:
                self._events.publish(Notice(str(error)))
                await self._queue.remove(waiting)
                wish = self._wish()
            else:
                return
        self.over.set()

    async def _is_hopeless(self, wish: int) -> bool:
        """Ask what became of a stream that failed; what waiting cannot mend is over."""
        talk, table = self._table.talk, self._table
        if talk is None or table.state.status is not PlayStatus.FAILED:
            return False
        if table.state.why == NO_SOUND_DEVICE:
            self.over.set()
            return True
        try:
            trouble = await self._trouble(talk)
        except KnownError:
            return False
        if wish != self._wish() or table.state.status is not PlayStatus.FAILED:
            return True  # the person has wished for something else meanwhile
        if trouble is not None:
            table.explain(trouble.why)
        if trouble is None or not trouble.lasting:
            return False
        self.over.set()
        return True

    def _leave_off(self) -> None:
        """End where the sound broke off for good; the screen says so, and play tries again."""
        self.over.set()
        if self._table.state.status is PlayStatus.ENDED and self._table.streams:
            self._table.explain(BROKE_OFF)

    @property
    def _came_to_its_end(self) -> bool:
        """Whether a stream of unknown length has come to the same end again and again."""
        talk, state = self._table.talk, self._table.state
        ended = state.status is PlayStatus.ENDED and self._breaks > 0
        return ended and talk is not None and not talk.whole and talk.episode.duration is None

    def _comes_back(self, *, sounded: bool) -> bool:
        """Wait a little and go on where a stream broke off; a file that fails has failed."""
        talk, table = self._table.talk, self._table
        if table.position > table.begun + breaks.PROGRESS:
            self._breaks = 0
        ended = table.state.status is PlayStatus.ENDED
        pause = breaks.pause_before(self._breaks, sounded=sounded, ended=ended)
        if talk is None or not talk.episode.id or talk.whole or pause is None:
            return False
        self._breaks += 1
        table.wait(f"The connection was lost. Trying again in {pause:.0f} s.")
        work = self._return(talk.episode.id, pause)
        self._returning = asyncio.get_running_loop().create_task(work)
        return True

    async def _return(self, episode_id: int, pause: float) -> None:
        await asyncio.sleep(pause)
        try:
            await self._reopen(episode_id)
        except KnownError as error:
            self._give_up(error)
            self._table.explain(error.why)

    def _give_up(self, error: KnownError) -> None:
        self._events.publish(Notice(str(error)))
        self.over.set()
