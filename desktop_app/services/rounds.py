"""What is examined and restored next, in the background, and when it waits.

First what a page wants to show, then what the person does not want to wait for, and at leisure
what waits in the queue; with that empty, a talk of a feed whose talks are restored unasked.
"""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError, NoRoomError
from desktop_app.library import restorations
from desktop_app.services.events import RestorationChanged
from desktop_app.services.restored_files import compare
from desktop_app.services.workbench import AwayError, PutAsideError
from desktop_app.services.worker import WorkerMissingError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from desktop_app.base.clock import Clock
    from desktop_app.base.tape import Fault, Tape
    from desktop_app.library.database import Library
    from desktop_app.library.restorations import Standing
    from desktop_app.services.events import Events
    from desktop_app.services.leisure import Leisure
    from desktop_app.services.restored_files import RestoredFiles
    from desktop_app.services.settings import SettingsService
    from desktop_app.services.workbench import Workbench

_LOOK_AGAIN = 60.0
"""Seconds until the next look where somebody else restores, or something is amiss."""

_ROOM_AGAIN = 600.0
_log = logging.getLogger(__name__)


class Rounds:
    """Goes on by itself once started, and stands still when there is nothing to do.

    ``faults(tape)``: what is worth being treated.
    """

    def __init__(
        self,
        library: Library,
        files: RestoredFiles,
        bench: Workbench,
        leisure: Leisure,
        settings: SettingsService,
        events: Events,
        clock: Clock,
        faults: Callable[[Tape], tuple[Fault, ...]],
    ) -> None:
        self._library = library
        self._files = files
        self._bench = bench
        self._leisure = leisure
        self._settings = settings
        self._events = events
        self._clock = clock
        self._faults = faults
        self._on = False
        self._again = False
        self._task: asyncio.Task[None] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._wished: list[int] = []
        self._hurried: set[int] = set()
        self._aside: set[int] = set()
        self._untidy = True
        self._was_free: bool | None = None
        self._full: tuple[float, KnownError] | None = None

    @property
    def obstacle(self) -> KnownError | None:
        """Why nothing is restored for now though there would be leisure."""
        return self._full[1] if self._full else None

    def waits(self, episode_id: int) -> bool:
        """Tell whether a queued talk waits until the computer has nothing else to do."""
        return episode_id not in self._hurried and not self._free

    def start(self) -> None:
        """Go on with what waits, until :meth:`close`."""
        self._on = True
        self.soon()

    def soon(self) -> None:
        """Look again for what is to be done."""
        if not self._on:
            return
        self._again = True
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._whole())

    async def wish(self, episode_id: int) -> None:
        """Let this talk be examined next; what is being examined is examined later."""
        if episode_id == self._bench.examining:
            return
        self._aside.discard(episode_id)
        self._wished = [each for each in self._wished if each != episode_id] + [episode_id]
        if self._bench.examining is not None:
            await self._bench.interrupt()
        self.soon()

    async def ask(self, episode_ids: Collection[int], *, now: bool) -> None:
        """Note that these were queued; ``now``: whatever else goes on."""
        self._aside.difference_update(episode_ids)
        if now:
            self._hurried.update(episode_ids)
            self._full = None
            if self._bench.examining not in {None, *self._wished, *self._hurried}:
                await self._bench.interrupt()
        self.soon()

    async def drop(self, episode_id: int) -> None:
        """Let go of a talk that is not wanted any more."""
        self._hurried.discard(episode_id)
        await self._bench.drop(episode_id)

    def look_at(self, episode_ids: Collection[int]) -> None:
        """Look again at recordings that have changed; none named: at all."""
        if episode_ids:
            self._aside.difference_update(episode_ids)
        else:
            self._aside.clear()
        self._untidy = True
        self.soon()

    async def finish(self) -> None:
        """Return when all is done that can be now."""
        while self._task is not None and not self._task.done():
            await asyncio.wait({self._task})

    async def close(self) -> None:
        """End it; what is begun goes on after the next start."""
        self._on = False
        if self._timer is not None:
            self._timer.cancel()
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait({self._task})
        await self._bench.rest()

    # --- inside -----------------------------------------------------------------------

    @property
    def _free(self) -> bool:
        return not self._settings.now.restore_idle or self._leisure.pause == 0

    async def _whole(self) -> None:
        pause: float | None = None
        while self._again:
            self._again = False
            try:
                while await self._turn():
                    pass
                pause = self._pause()
            except KnownError as error:
                _log.info("recordings are restored later: %s", error)
                pause = _LOOK_AGAIN
            await self._bench.rest()
        if pause is not None:
            self._timer = asyncio.get_running_loop().call_later(pause, self.soon)

    def _pause(self) -> float | None:
        """Return the seconds until the next look; None: only an event brings something new."""
        pauses = [] if self._free else [self._leisure.pause]
        if self._full is not None:
            pauses.append(self._full[0] - self._clock.monotonic())
        known = [each for each in pauses if each is not None]
        return max(0.0, min(known)) if known else None

    async def _turn(self) -> bool:
        """Do the next thing, or a piece of it; False: there is nothing to be done now.

        Raises:
            KnownError: The library or the worker is in trouble.
        """
        await self._tidy()
        await self._tell_of_leisure()
        with suppress(PutAsideError):
            if standing := await self._wish():
                await self._examine(standing)
            elif standing := await self._following():
                await self._restore(standing)
            elif standing := await self._unasked():
                await self._consider(standing)
            else:
                return False
        return True

    async def _wish(self) -> Standing | None:
        while self._wished:
            standing = await self._library.read(restorations.of, self._wished[-1])
            if standing and standing.source and not standing.examined:
                return standing
            self._wished.pop()
        return None

    async def _following(self) -> Standing | None:
        if self._full is not None and self._clock.monotonic() >= self._full[0]:
            self._full = None
        only_first = not self._free or self._full is not None
        return await self._library.read(
            restorations.following, self._hurried, self._aside, only_first=only_first
        )

    async def _unasked(self) -> Standing | None:
        if not self._free or self._full is not None:
            return None
        return await self._library.read(restorations.unasked, self._aside)

    async def _examine(self, standing: Standing) -> None:
        """Examine one; what is away is not tried again until there is news of it."""
        one = standing.episode_id
        try:
            await self._bench.examine(standing)
        except AwayError:
            self._aside.add(one)
        self._wished = [each for each in self._wished if each != one]

    async def _restore(self, standing: Standing) -> None:
        one = standing.episode_id
        if not self._bench.take():
            raise KnownError("Another Hearthside is restoring")
        try:
            share = await self._bench.work_on(standing)
        except WorkerMissingError:
            raise
        except NoRoomError as error:
            if one in self._hurried:
                await self._bench.fail(standing, error)
            else:
                self._full = self._clock.monotonic() + _ROOM_AGAIN, error
        except KnownError:
            self._aside.add(one)
        else:
            if share < 1:
                return
        self._hurried.discard(one)

    async def _consider(self, standing: Standing) -> None:
        """Queue a talk of such a feed if that would help it, as soon as that is known."""
        if not standing.examined:
            await self._examine(standing)
        elif standing.tape is not None and self._faults(standing.tape):
            await self._library.write(
                restorations.request, (standing.episode_id,), self._clock.now()
            )
            self._events.publish(RestorationChanged(standing.episode_id))
        else:
            await self._library.write(restorations.leave, standing)

    async def _tidy(self) -> None:
        """Let go of what was made of recordings that are gone, or that is gone itself."""
        if not self._untidy:
            return
        self._untidy = False
        listing = await self._files.listing()
        rows = await self._library.read(restorations.rows)
        if not rows and not listing.files and not listing.work:
            return
        gone = await self._library.write(restorations.clear)
        findings = compare(listing, (each for each in rows if each.episode_id not in gone))
        await self._library.write(restorations.lose, findings.gone)
        await self._files.delete(findings.files)
        for each in findings.work:
            await self._bench.drop(int(each))
        for one in (*gone, *findings.gone):
            self._events.publish(RestorationChanged(one))

    async def _tell_of_leisure(self) -> None:
        if self._was_free is not None and self._was_free is not self._free:
            for each in await self._library.read(restorations.waiting):
                self._events.publish(RestorationChanged(each))
        self._was_free = self._free
