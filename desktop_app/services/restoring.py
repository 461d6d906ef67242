"""Old tapes made pleasant to listen to: what the person asks for, and what is known of it.

The original is never touched, and what is made of it lies in a folder of its own.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.tape import Restoration, RestorationState
from desktop_app.library import restorations
from desktop_app.services.events import (
    EpisodesChanged,
    FeedsChanged,
    RestorationChanged,
    SettingsChanged,
)
from desktop_app.services.workbench import PutAsideError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable
    from pathlib import Path

    from desktop_app.base.clock import Clock
    from desktop_app.base.tape import Fault, Tape
    from desktop_app.library.database import Library
    from desktop_app.library.restorations import Standing
    from desktop_app.services.events import Event, Events
    from desktop_app.services.leisure import Leisure
    from desktop_app.services.restored_files import RestoredFiles
    from desktop_app.services.rounds import Rounds
    from desktop_app.services.workbench import Workbench

_NOT_RESTORED = "This talk cannot be restored"
_UNKNOWN = "How this recording sounds cannot be told: it is damaged, or there is no sound in it."


def faults_of(tape: Tape) -> tuple[Fault, ...]:
    """Return what is worth being treated of a tape; nothing: it is fine as it is."""
    from desktop_app.audio.remedy import faults  # noqa: PLC0415 - only who has tapes needs it

    return faults(tape)


class Restoring:
    """Owns what is restored; the work itself is done in the background, one talk at a time."""

    def __init__(
        self,
        library: Library,
        files: RestoredFiles,
        bench: Workbench,
        rounds: Rounds,
        leisure: Leisure,
        events: Events,
        clock: Clock,
        faults: Callable[[Tape], tuple[Fault, ...]] = faults_of,
    ) -> None:
        self._library = library
        self._files = files
        self._bench = bench
        self._rounds = rounds
        self._leisure = leisure
        self._events = events
        self._clock = clock
        self._faults = faults
        self._forget: Callable[[], None] | None = events.listen(self._hear)

    async def start(self) -> None:
        """Go on with what waits, and restore unasked what the person wants so."""
        self._rounds.start()

    async def finish(self) -> None:
        """Return when all is done that can be now."""
        await self._rounds.finish()

    async def close(self) -> None:
        """End; what is begun goes on after the next start."""
        if self._forget is not None:
            self._forget()
            self._forget = None
        await self._rounds.close()

    async def touch(self) -> None:
        """Note that somebody is at the window: what may wait gives way."""
        self._leisure.touch()

    async def state(self, episode_id: int) -> Restoration:
        """Return what is known of a talk's sound, and how far its restoration is.

        Raises:
            KnownError: There is no such talk any more, or the library cannot be read.
        """
        standing = await self._of(episode_id)
        state, share, problem = standing.state, 0.0, standing.problem
        waiting = False
        if state is RestorationState.DONE:
            share = 1.0
        elif self._bench.restoring == episode_id and state is RestorationState.QUEUED:
            state = RestorationState.WORKING
        if state in {RestorationState.QUEUED, RestorationState.WORKING}:
            share = self._bench.share(episode_id)
        if state is RestorationState.QUEUED:
            waiting, problem = self._rounds.waits(episode_id), self._rounds.obstacle
        elif state is RestorationState.NONE and standing.examined and standing.tape is None:
            problem = KnownError(_UNKNOWN)
        return Restoration(
            episode_id=episode_id,
            possible=standing.source is not None,
            tape=standing.tape,
            faults=self._faults(standing.tape) if standing.tape else (),
            state=state,
            share=share,
            waiting=waiting,
            result=standing.result,
            original=standing.original,
            problem=str(problem) if problem else "",
        )

    async def examine(self, episode_id: int) -> None:
        """Let a recording that is here be examined soon if it was not: RestorationChanged tells.

        Raises:
            KnownError: There is no such talk any more, or the library cannot be read.
        """
        standing = await self._of(episode_id)
        if standing.source is not None and not standing.examined:
            await self._rounds.wish(episode_id)

    async def request(self, episode_ids: Iterable[int], *, now: bool = False) -> None:
        """Queue talks, also those that failed; ``now``: do not wait until nothing else goes on.

        Raises:
            KnownError: None of their recordings is on this computer.
        """
        wanted = tuple(dict.fromkeys(episode_ids))
        await self._prepare(wanted)
        queued = await self._library.write(restorations.request, wanted, self._clock.now())
        await self._rounds.ask(wanted, now=now)
        for one in wanted if now else queued:
            self._tell(one)

    async def cancel(self, episode_id: int) -> None:
        """Restore a talk no more, whether it waits, is under way, or failed."""
        states = RestorationState.QUEUED, RestorationState.FAILED
        if await self._library.write(restorations.drop, episode_id, *states):
            await self._rounds.drop(episode_id)
            self._tell(episode_id)

    async def remove(self, episode_id: int) -> None:
        """Delete what was made of a talk: its original plays again, and stays as it is."""
        path = (await self._of(episode_id)).path
        done = RestorationState.DONE
        if path is not None and await self._library.write(restorations.drop, episode_id, done):
            self._tell(episode_id)
            await self._files.delete([path])

    async def choose(self, episode_id: int, *, original: bool) -> None:
        """Listen to the original, or to what was made of it; what plays goes on as that one.

        Said also when nothing changes: what was restored while it played goes on as it was.
        """
        if await self._library.write(restorations.choose, episode_id, original=original):
            self._events.publish(RestorationChanged(episode_id, chosen=True))

    async def set_unasked(self, feed_id: int, *, on: bool) -> None:
        """Restore the talks of a feed that need it, those that are here and those to come.

        Off again, those that wait do so no more; what was restored stays.
        """
        ended = await self._library.write(restorations.set_unasked, feed_id, on=on)
        for one in ended:
            self._tell(one)
        self._rounds.look_at(())

    async def file(self, episode_id: int) -> Path | None:
        """Return the restored recording that is to be heard instead of the original, if any.

        Raises:
            KnownError: The library cannot be read.
        """
        standing = await self._library.read(restorations.of, episode_id)
        if standing is None or standing.source is None or standing.path is None:
            return None
        there = not standing.original and await self._files.has(standing.path)
        return self._files.path_of(standing.path) if there else None

    async def run(self, episode_id: int) -> AsyncIterator[float]:
        """Restore a talk now, for whoever waits for it; yield the share that is done.

        Broken off, it goes on where it was, by the next call or in the window.

        Raises:
            KnownError: It failed, its recording is not here, or another process restores.
        """
        await self._prepare((episode_id,))
        if not self._bench.take():
            raise KnownError(
                "Only one Hearthside can restore at a time",
                "another one is at it",
                "Wait until it is done, or close its window.",
            )
        try:
            await self._library.write(restorations.request, (episode_id,), self._clock.now())
            while (standing := await self._of(episode_id)).state is RestorationState.QUEUED:
                with suppress(PutAsideError):
                    yield await self._bench.work_on(standing)
            if standing.state is not RestorationState.DONE:
                raise KnownError(_NOT_RESTORED, "it was cancelled")
            yield 1.0
        finally:
            await self._bench.rest()

    async def _of(self, episode_id: int) -> Standing:
        standing = await self._library.read(restorations.of, episode_id)
        if standing is None:
            raise KnownError("This talk is no longer in the library")
        return standing

    async def _prepare(self, episode_ids: tuple[int, ...]) -> None:
        """Forget restored files that the person has deleted; they can be made anew.

        Raises:
            KnownError: Of none of these is the original here.
        """
        possible = False
        for one in episode_ids:
            standing = await self._library.read(restorations.of, one)
            possible |= standing is not None and standing.source is not None
            if standing and standing.path and not await self._files.has(standing.path):
                await self._library.write(restorations.lose, (one,))
        if not possible:
            raise KnownError(
                _NOT_RESTORED, "its recording is not on this computer", "Download it first."
            )

    def _hear(self, event: Event) -> None:
        match event:
            case EpisodesChanged(ids=ids):
                self._rounds.look_at(ids)
            case FeedsChanged():
                self._rounds.look_at(())
            case SettingsChanged():
                self._rounds.soon()
            case _:
                if self._leisure.hear(event):
                    self._rounds.soon()

    def _tell(self, episode_id: int) -> None:
        self._events.publish(RestorationChanged(episode_id))
