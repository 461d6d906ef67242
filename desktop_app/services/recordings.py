"""What of an episode can be played, from where, and whether it was heard to its end."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.model import PlayStatus
from desktop_app.feeds import folder
from desktop_app.library import chapters, downloads
from desktop_app.playback.player import Source
from desktop_app.services.events import EpisodesChanged

if TYPE_CHECKING:
    from desktop_app.base.model import Episode
    from desktop_app.base.parsed import Chapter
    from desktop_app.library.database import Library
    from desktop_app.playback.state import PlayerState
    from desktop_app.services.browsing import Browsing
    from desktop_app.services.events import Events

REWIND = 3.0
_STREAM_HEARD = 0.95


class Recordings:
    """Finds the sound of an episode: its file, or else its address."""

    def __init__(self, library: Library, browsing: Browsing, events: Events) -> None:
        self._library = library
        self._browsing = browsing
        self._events = events

    async def look_up(self, episode_id: int) -> tuple[Episode, tuple[Chapter, ...]]:
        """Return the episode and the chapters that its file carries.

        Raises:
            KnownError: There is no such episode.
        """
        episode = await self._browsing.episode(episode_id)
        return episode, await self._library.read(chapters.of, episode_id)

    async def playable(self, episode_id: int) -> tuple[Episode, tuple[Chapter, ...]]:
        """Return the episode and its chapters, with its file only if that is there.

        Raises:
            KnownError: There is no such episode, or no sound of it that can be had.
        """
        episode, found = await self.look_up(episode_id)
        if (episode.url or "").startswith("file:"):
            return await asyncio.to_thread(_tape, episode), found
        what = f"“{episode.title}” cannot be played"
        if episode.file and not await asyncio.to_thread(Path(episode.file).is_file):
            await self._library.write(downloads.lose, episode_id)
            self._events.publish(EpisodesChanged(frozenset({episode_id})))
            episode = await self._browsing.episode(episode_id)
        if not episode.file and not (episode.url or "").startswith(("http:", "https:")):
            raise KnownError(what, "it has no recording")
        return episode, found


def _tape(episode: Episode) -> Episode:
    """Return a talk of the person's own folder with its file, if that is there."""
    path = folder.path_of(episode.url or "")
    if Path(path).is_file():
        return replace(episode, file=path)
    raise KnownError(
        f"“{episode.title}” cannot be played",
        f"its file is not where it was: {path}",
        "If it is on a disk or stick, connect that. If you took it out of the folder, put it back.",
    )


def source(episode: Episode, generation: int) -> Source:
    """Return what the player is to open."""
    name = (episode.file or episode.url or "").casefold()
    return Source(
        generation,
        path=episode.file,
        url=None if episode.file else episode.url,
        mp3=name.split("?")[0].endswith(".mp3") or episode.type == "audio/mpeg",
    )


def heard_out(episode: Episode | None, state: PlayerState) -> bool:
    """Tell whether a talk that ended was heard to its end, or broke off.

    Only a file's duration was counted; what a feed says of a stream is taken with a margin.
    """
    if episode is None or state.status is not PlayStatus.ENDED:
        return False
    if episode.file:
        return state.duration is None or state.position >= state.duration
    return bool(episode.duration) and state.position >= _STREAM_HEARD * (episode.duration or 0)


def resume_at(episode: Episode) -> float:
    """Return where to begin: a little before the place, or the start once it was heard."""
    return 0.0 if episode.heard else max(0.0, episode.position - REWIND)
