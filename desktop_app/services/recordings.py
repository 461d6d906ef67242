"""What of an episode can be played, from where, and whether it was heard to its end."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.listening import USUAL
from desktop_app.base.model import DownloadState, Episode, FeedKind, PlayStatus
from desktop_app.base.tape import RestorationState
from desktop_app.downloads.files import part_of
from desktop_app.feeds import folder
from desktop_app.library import chapters, downloads, feeds
from desktop_app.playback.player import Source
from desktop_app.services.events import EpisodesChanged

if TYPE_CHECKING:
    from desktop_app.base.listening import Habits
    from desktop_app.base.parsed import Chapter
    from desktop_app.base.paths import Home
    from desktop_app.base.secrets import Login
    from desktop_app.library.database import Library
    from desktop_app.playback.state import PlayerState
    from desktop_app.services.browsing import Browsing
    from desktop_app.services.events import Events
    from desktop_app.services.restoring import Restoring
    from desktop_app.services.streams import Streams, Trouble

REWIND = 3.0
_STREAM_SHARE = 0.05
_STREAM_SECONDS = 3.0
_LEAST_PART = 200_000
"""Bytes of a download that is under way from which it is worth being played."""

_MARGIN = 0.02
"""Share of a recording that a place must lie before the end of what is there."""


@dataclass(frozen=True, slots=True)
class Talk:
    """An episode as it can be played.

    ``part`` is what there is of a download under way; ``login``: for the server of its address.
    ``restored``: what sounds instead of the recording, exactly as long and better to listen to;
    ``original``: there is such a one, and the recording itself sounds all the same.
    """

    episode: Episode
    chapters: tuple[Chapter, ...] = ()
    habits: Habits = USUAL
    part: Path | None = None
    login: Login | None = field(default=None, repr=False)
    restored: Path | None = None
    original: bool = False

    @property
    def whole(self) -> bool:
        """Whether its end is here, so that only the end of the talk can end it."""
        return self.file is not None

    @property
    def streams(self) -> bool:
        """Whether its sound comes from its server, and not from the disk."""
        return self.file is None and self.part is None

    @property
    def file(self) -> str | None:
        """The whole recording that sounds, if it is on the disk."""
        return self.episode.file if self.restored is None else str(self.restored)

    def source(self, generation: int) -> Source:
        """Return what the player is to open."""
        episode = self.episode
        path = self.file or (str(self.part) if self.part else None)
        return Source(
            generation,
            path=path,
            url=None if path else episode.url,
            mp3=self._mp3,
            duration=episode.duration if self.whole else None,
            login=None if path else self.login,
        )

    @property
    def _mp3(self) -> bool:
        name = self.file or (self.episode.url or "").partition("?")[0]
        told = self.restored is None and self.episode.type == "audio/mpeg"
        return told or name.casefold().endswith(".mp3")


def stray(path: str) -> Talk:
    """Return a file that is in no library as it can be played; its place is kept nowhere."""
    return Talk(Episode(0, 0, "", Path(path).stem, FeedKind.TALKS, file=path))


class Recordings:
    """Finds the sound of an episode: its file, or what came of it so far, or else its address.

    Where there is a restored recording, and the person wants to hear it, it is that one.
    """

    def __init__(
        self,
        home: Home,
        library: Library,
        browsing: Browsing,
        streams: Streams,
        restoring: Restoring,
        events: Events,
    ) -> None:
        self._home = home
        self._library = library
        self._browsing = browsing
        self._restoring = restoring
        self._streams = streams
        self._events = events

    async def look_up(self, episode_id: int) -> Talk:
        """Return the episode, its chapters, its feed's habits, and which recording is to sound.

        Raises:
            KnownError: There is no such episode.
        """
        episode = await self._browsing.episode(episode_id)
        found = await self.chapters(episode_id)
        habits = await self._library.read(feeds.habits, episode.feed_id)
        restored = await self._restoring.file(episode_id)
        original = restored is None and await self._prefers_original(episode_id)
        return Talk(episode, found, habits, restored=restored, original=original)

    async def chapters(self, episode_id: int) -> tuple[Chapter, ...]:
        """Return the chapters that are known by now.

        Raises:
            KnownError: The library cannot be read.
        """
        return await self._library.read(chapters.of, episode_id)

    async def trouble(self, talk: Talk) -> Trouble | None:
        """Say why a stream failed; None: it is no stream, or its server is well."""
        return await self._streams.trouble(talk.episode) if talk.streams else None

    async def playable(self, episode_id: int, position: float | None = None) -> Talk:
        """Return what is to be played from ``position`` (None: from where it was left).

        Raises:
            KnownError: There is no such episode, or no sound of it that can be had.
        """
        talk = await self.look_up(episode_id)
        episode = talk.episode
        if talk.restored is not None:
            return talk
        if (episode.url or "").startswith("file:"):
            return replace(talk, episode=await asyncio.to_thread(_tape, episode))
        what = f"“{episode.title}” cannot be played"
        if episode.file and not await asyncio.to_thread(Path(episode.file).is_file):
            await self._library.write(downloads.lose, episode_id)
            self._events.publish(EpisodesChanged(frozenset({episode_id})))
            episode = await self._browsing.episode(episode_id)
        part = None
        if not episode.file and episode.state is not DownloadState.REMOTE:
            start = resume_at(talk) if position is None else position
            part = await self._part(episode, start)
        if not (episode.file or part or (episode.url or "").startswith(("http:", "https:"))):
            raise KnownError(what, "it has no recording")
        if episode.file or part:
            return replace(talk, episode=episode, part=part)
        episode = await self._streams.past_counters(episode)
        return replace(talk, episode=episode, login=await self._streams.login(episode))

    async def _prefers_original(self, episode_id: int) -> bool:
        known = await self._restoring.state(episode_id)
        return known.original and known.state is RestorationState.DONE

    async def _part(self, episode: Episode, position: float) -> Path | None:
        """Return what came of a download, if ``position`` seconds lie well within that."""
        row = await self._library.read(downloads.one, episode.id)
        if row is None or row.path is None or not row.ours or not row.size:
            return None
        part = part_of(self._home.audio / row.path)
        there = await asyncio.to_thread(_size_of, part)
        share = there / row.size - _MARGIN
        reached = position <= share * episode.duration if episode.duration else position == 0
        return part if there >= _LEAST_PART and reached else None


def _size_of(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


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


def heard_out(talk: Talk | None, state: PlayerState) -> bool:
    """Tell whether a talk that ended was heard to its end, or broke off.

    Only a file's duration was counted; what a feed says of a stream is taken with a margin.
    """
    if talk is None or state.status is not PlayStatus.ENDED:
        return False
    if talk.whole:
        return state.duration is None or state.position >= state.duration
    duration = talk.episode.duration or 0.0
    margin = max(_STREAM_SHARE * duration, _STREAM_SECONDS)
    return duration > 0 and state.position >= duration - margin


def resume_at(talk: Talk) -> float:
    """Return where to begin: a little before the place, or the start once it was heard.

    The start is behind the opening, if the feed's is skipped.
    """
    episode = talk.episode
    place = 0.0 if episode.heard else max(0.0, episode.position - REWIND)
    begin = talk.habits.opening
    if episode.duration is not None and begin >= episode.duration:
        begin = 0.0
    return place if place > 0 else begin
