"""Where the person was, what was heard and when, and the places worth finding again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop_app.library import bookmarks, feeds, history, positions
from desktop_app.services.events import EpisodesChanged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.base.clock import Clock
    from desktop_app.base.listening import Listened
    from desktop_app.base.model import Bookmark
    from desktop_app.library.database import Library
    from desktop_app.services.events import Events


class Places:
    """Keeps positions and bookmarks; positions are seconds."""

    def __init__(self, library: Library, events: Events, clock: Clock) -> None:
        self._library = library
        self._events = events
        self._clock = clock

    async def save(self, episode_id: int, position: float) -> None:
        """Keep the place."""
        await self._library.write(positions.save, episode_id, position, self._clock.now())
        self._tell(episode_id)

    async def fall_asleep(self, episode_id: int, position: float) -> None:
        """Keep the place at which the sleep timer was set; it can be found again."""
        await self._library.write(positions.fall_asleep, episode_id, position)
        self._tell(episode_id)

    async def set_speed(self, feed_id: int, speed: float) -> None:
        """Play this feed's talks so fast from now on."""
        await self._library.write(feeds.set_speed, feed_id, speed)

    async def begin(self, episode_id: int, position: float) -> int | None:
        """Begin a line of the history; None: there is no such episode."""
        return await self._library.write(history.begin, episode_id, position, self._clock.now())

    async def came_to(self, line: int, position: float) -> None:
        """Note how far a line of the history came."""
        await self._library.write(history.extend, line, position)

    async def history(self, limit: int = 100) -> tuple[Listened, ...]:
        """Return what was listened to, the last time first."""
        return await self._library.read(history.recent, limit)

    async def clear_history(self) -> None:
        """Forget when what was listened to."""
        await self._library.write(history.clear)

    async def last(self) -> int | None:
        """Return the half-heard episode that was played last."""
        return await self._library.read(positions.last_played)

    async def mark_heard(self, episode_id: int, heard: bool) -> None:
        """Say that a talk was heard to its end, or was not."""
        await self._library.write(positions.mark_heard, episode_id, self._clock.now(), heard=heard)
        self._tell(episode_id)

    async def bookmark(self, episode_id: int, position: float, note: str = "") -> None:
        """Keep a place under a note."""
        now = self._clock.now()
        await self._library.write(bookmarks.add, episode_id, position, note, now)
        self._tell(episode_id)

    async def edit_bookmark(self, bookmark_id: int, episode_id: int, note: str) -> None:
        """Give a bookmark other words."""
        await self._library.write(bookmarks.edit, bookmark_id, note)
        self._tell(episode_id)

    async def bookmarks_as_markdown(self) -> str:
        """Return all bookmarks as one document, talk by talk."""
        return markdown(await self._library.read(bookmarks.everything))

    async def remove_bookmark(self, bookmark_id: int, episode_id: int) -> None:
        """Take a bookmark away."""
        await self._library.write(bookmarks.remove, bookmark_id)
        self._tell(episode_id)

    def _tell(self, episode_id: int) -> None:
        self._events.publish(EpisodesChanged(frozenset({episode_id})))


def markdown(marks: Sequence[tuple[str, str, Bookmark]]) -> str:
    """Return bookmarks, each with its talk's title and feed, as CommonMark.

    A note of several lines stays one item; what would be taken for markup is escaped.
    """
    lines = ["# Bookmarks"]
    present = None
    for title, feed, mark in marks:
        if mark.episode_id != present:
            present = mark.episode_id
            lines += ["", f"## {_plain(title)}", "", f"*{_plain(feed)}*", ""]
        note = f" {_plain(mark.note)}" if mark.note else ""
        lines.append(f"- **{_clock(mark.position)}**{note}")
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", " ".join(text.split()))


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
