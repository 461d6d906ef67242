"""Chapters that a publisher keeps beside a talk's sound: asked for once."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.library import transcripts
from desktop_app.services import jobs
from desktop_app.services.besides import NotFetchedError
from desktop_app.services.events import EpisodesChanged
from desktop_app.services.worker import WorkerError

if TYPE_CHECKING:
    from desktop_app.base.parsed import Chapter
    from desktop_app.library.database import Library
    from desktop_app.services.besides import Besides
    from desktop_app.services.events import Events
    from desktop_app.services.worker import Worker

_WHAT = "The chapters did not come"


class Chapters:
    """Brings a publisher's chapters into the library; a file's own are worth more."""

    def __init__(self, library: Library, worker: Worker, besides: Besides, events: Events) -> None:
        self._library = library
        self._worker = worker
        self._besides = besides
        self._events = events
        self._turn = asyncio.Lock()

    async def fetch(self, episode_id: int) -> bool:
        """Ask for a talk's chapters if it has none and its feed names some; tell of news.

        What is not there, or is no list of chapters, is not asked for again. A talk is as good
        without chapters, so a page need not show why they did not come.

        Raises:
            KnownError: They did not come, this time.
        """
        async with self._turn:
            beside = await self._library.read(transcripts.beside, episode_id)
            if beside is None or beside.chapters_url is None:
                return False
            url = beside.chapters_url
            found: tuple[Chapter, ...] = ()
            try:
                got = await self._besides.get(_WHAT, beside, url)
                found = await self._worker.run(partial(jobs.read_chapters, got.body))
            except WorkerError:
                raise
            except NotFetchedError as error:
                if not error.never:
                    raise
            except KnownError:
                pass
            used = await self._library.write(transcripts.keep_chapters, episode_id, url, found)
        if used:
            self._events.publish(EpisodesChanged(frozenset({episode_id})))
        return used
