"""What was said in a talk: asked for when the person wants to see it, then kept."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.base import matching
from desktop_app.base.errors import KnownError
from desktop_app.feeds import transcript
from desktop_app.library import transcripts
from desktop_app.services import jobs

if TYPE_CHECKING:
    from desktop_app.base.parsed import Transcript, TranscriptLine
    from desktop_app.library.database import Library
    from desktop_app.library.transcripts import Beside
    from desktop_app.services.besides import Besides
    from desktop_app.services.worker import Worker

_WHAT = "The transcript did not come"
_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is of a transcript before anybody is asked: its lines, or a publisher's offer."""

    lines: tuple[TranscriptLine, ...] = ()
    offered: bool = False


class Transcripts:
    """Reads transcripts from the library, or else fetches them, the best of several first."""

    def __init__(self, library: Library, worker: Worker, besides: Besides) -> None:
        self._library = library
        self._worker = worker
        self._besides = besides
        self._turns: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def offer(self, episode_id: int) -> Offer:
        """Return what is here, and whether the publisher has one; nobody is asked."""
        here = await self._library.read(transcripts.lines, episode_id)
        beside = await self._library.read(transcripts.beside, episode_id)
        return Offer(here, beside is not None and bool(_choice(beside)))

    async def lines(self, episode_id: int) -> tuple[TranscriptLine, ...]:
        """Return what is said in a talk, fetched if it is not here; without an offer: nothing.

        Raises:
            KnownError: It did not come, or cannot be shown.
        """
        async with self._turns[episode_id]:
            here = await self._library.read(transcripts.lines, episode_id)
            beside = await self._library.read(transcripts.beside, episode_id)
            if here or beside is None:
                return here
            found = await self._fetched(beside)
            if found:
                await self._library.write(transcripts.replace, episode_id, found)
            return found

    async def search(self, episode_id: int, words: str) -> tuple[int, ...]:
        """Return the numbers, from 0, of the lines in which all of these words stand.

        Case and accents make no difference; the last word may be the beginning of one.
        """
        wanted = matching.words(words)
        if not wanted:
            return ()
        here = await self._library.read(transcripts.lines, episode_id)
        return await asyncio.to_thread(_matching, here, wanted)

    async def _fetched(self, beside: Beside) -> tuple[TranscriptLine, ...]:
        """Return the best transcript that can be had.

        Raises:
            KnownError: None can; this is the trouble with the best one.
        """
        trouble: KnownError | None = None
        for each in _choice(beside):
            try:
                got = await self._besides.get(_WHAT, beside, each.url)
                served_as = got.headers.get("content-type", "")
                job = partial(jobs.read_transcript, got.body, each.type, served_as)
                return await self._worker.run(job, _SECONDS)
            except KnownError as error:
                trouble = trouble or error
        if trouble is not None:
            raise trouble
        return ()


def _choice(beside: Beside) -> tuple[Transcript, ...]:
    return transcript.choose(beside.transcripts, beside.language)


def _matching(lines: tuple[TranscriptLine, ...], wanted: list[str]) -> tuple[int, ...]:
    *whole, last = wanted
    found = []
    for number, line in enumerate(lines):
        said = matching.words(f"{line.speaker} {line.text}")
        if any(word.startswith(last) for word in said) and all(word in said for word in whole):
            found.append(number)
    return tuple(found)
