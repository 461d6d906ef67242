"""A library whose recordings are restored by stand-ins, and by hand what happens around it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from desktop_app.services.events import (
    Events,
    RestorationChanged,
)
from desktop_app.services.leisure import ALONE_AFTER
from desktop_app.services.settings import SettingsService
from desktop_app.services.wiring import make_restoring
from tests.support import restoring as stand_in
from tests.support.clock import HandClock
from tests.support.shelf import add_recording

if TYPE_CHECKING:
    from desktop_app.base.paths import Home
    from desktop_app.base.tape import RestorationState as State
    from desktop_app.library.database import Library
    from desktop_app.services.events import Event
    from desktop_app.services.restoring import Restoring


class Workshop:
    """A library with five talks; ``pace``: seconds that pass with each event."""

    def __init__(self, home: Home, library: Library, feed: int, talks: tuple[int, ...]) -> None:
        self.home, self.library, self.feed, self.talks = home, library, feed, talks
        self.clock, self.events = HandClock(), Events()
        self.settings = SettingsService(home, self.events)
        self.told: list[int] = []
        self.pace = 0.5
        self.restoring = self.make()
        self._happened = asyncio.Event()
        self.events.listen(self._note)

    def make(self) -> Restoring:
        """Return what restores here; a second one is like another process."""
        return make_restoring(
            self.home,
            self.library,
            self.settings,
            self.events,
            self.clock,
            examine=stand_in.examine,
            restore=stand_in.restore,
            faults=stand_in.faults_of,
        )

    async def add(self, talk: int, sound: bytes) -> None:
        """Let a talk be downloaded."""
        await add_recording(self.library, self.home, talk, sound)

    async def begin(self, *, alone: bool = True) -> None:
        """Start; ``alone``: nobody has been at the window for long."""
        if alone:
            self.clock.advance(ALONE_AFTER)
        await self.restoring.start()

    async def states(self) -> list[State]:
        """Return how far each talk is."""
        return [(await self.restoring.state(talk)).state for talk in self.talks]

    async def until_state(self, talk: int, state: State, share: float = 0.0) -> None:
        """Return when a talk is so far, looked at after each event."""
        async with asyncio.timeout(30):
            while (now := await self.restoring.state(talk)).state is not state or now.share < share:
                self._happened.clear()
                await self._happened.wait()

    def worked_on(self) -> list[int]:
        """Return the talks of all pieces that were done, in order."""
        log = self.home.restored / "work" / "log"
        return [int(line) for line in log.read_text().split()] if log.exists() else []

    def pieces(self, talk: int) -> int:
        """Return how much is begun of a talk."""
        counted = self.home.restored / "work" / str(talk) / "pieces"
        return int(counted.read_text()) if counted.exists() else 0

    def files(self) -> list[str]:
        """Return the names of the files that were made."""
        return sorted(each.name for each in self.home.restored.iterdir() if each.is_file())

    def _note(self, event: Event) -> None:
        self._happened.set()
        self.clock.advance(self.pace)
        if isinstance(event, RestorationChanged):
            self.told.append(event.episode_id)
