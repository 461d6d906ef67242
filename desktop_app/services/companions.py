"""With a downloaded talk come its transcript and chapters, so that they are there offline."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.library import transcripts
from desktop_app.services.events import EpisodesChanged

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.library.database import Library
    from desktop_app.services.chapters import Chapters
    from desktop_app.services.events import Event, Events
    from desktop_app.services.transcripts import Transcripts

_log = logging.getLogger(__name__)


class Companions:
    """Follows the downloads, one talk after the other, in the background.

    What does not come is asked for again when the talk's page is opened, and not before.
    """

    def __init__(
        self, library: Library, transcripts: Transcripts, chapters: Chapters, events: Events
    ) -> None:
        self._library = library
        self._transcripts = transcripts
        self._chapters = chapters
        self._events = events
        self._waiting: set[int] = set()
        self._tried: set[int] = set()
        self._task: asyncio.Task[None] | None = None
        self._deafen: Callable[[], None] | None = None

    async def start(self) -> None:
        """Follow what is downloaded from now on."""
        if self._deafen is None:
            self._deafen = self._events.listen(self._heard)

    async def finish(self) -> None:
        """Return when there is nothing left to ask for."""
        while self._task is not None and not self._task.done():
            await self._task

    async def close(self, seconds: float = 5) -> None:
        """Give what is under way some time, and follow no more."""
        if self._deafen is not None:
            self._deafen()
            self._deafen = None
        with suppress(TimeoutError, asyncio.CancelledError):
            await asyncio.wait_for(self.finish(), seconds)

    def _heard(self, event: Event) -> None:
        if isinstance(event, EpisodesChanged) and event.ids:
            self._waiting |= event.ids - self._tried
            if self._waiting and (self._task is None or self._task.done()):
                self._task = asyncio.get_running_loop().create_task(self._whole())

    async def _whole(self) -> None:
        while self._waiting:
            asked, self._waiting = self._waiting - self._tried, set()
            try:
                wanting = await self._library.read(transcripts.wanting, asked)
            except KnownError:
                return
            for episode_id in wanting:
                self._tried.add(episode_id)
                await self._one(episode_id)

    async def _one(self, episode_id: int) -> None:
        try:
            await self._chapters.fetch(episode_id)
        except KnownError as error:
            _log.info("a downloaded talk stays without chapters: %s", error)
        try:
            if await self._transcripts.lines(episode_id):
                self._events.publish(EpisodesChanged(frozenset({episode_id})))
        except KnownError as error:
            _log.info("a downloaded talk stays without its transcript: %s", error)
