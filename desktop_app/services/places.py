"""Where the person was, what was heard and when, and the places worth finding again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop_app.base.model import Bookmark
from desktop_app.base.typed import whole
from desktop_app.library import bookmarks, feeds, history, positions
from desktop_app.services.events import (
    Bookmarked,
    BookmarksChanged,
    EpisodesChanged,
    HistoryChanged,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.base.clock import Clock
    from desktop_app.base.listening import Listened, Marked
    from desktop_app.base.paths import Home
    from desktop_app.library.database import Library
    from desktop_app.services.events import Events
    from desktop_app.services.settings import SettingsService


class Places:
    """Keeps positions, bookmarks and the history; positions are seconds."""

    def __init__(
        self, home: Home, library: Library, events: Events, settings: SettingsService, clock: Clock
    ) -> None:
        self._home = home
        self._library = library
        self._events = events
        self._settings = settings
        self._clock = clock

    async def save(self, episode_id: int, position: float) -> None:
        """Keep the place."""
        await self._library.write(positions.save, episode_id, position, self._clock.now())
        self._tell(episode_id)

    async def fall_asleep(self, episode_id: int, position: float) -> None:
        """Keep the place at which the sleep timer was set; it can be found again."""
        await self._library.write(positions.fall_asleep, episode_id, position)
        self._tell(episode_id)
        self._events.publish(HistoryChanged())

    async def set_speed(self, feed_id: int, speed: float) -> None:
        """Play this feed's talks so fast from now on."""
        await self._library.write(feeds.set_speed, feed_id, speed)

    async def last(self) -> int | None:
        """Return the half-heard episode that was played last."""
        return await self._library.read(positions.last_played)

    async def mark_heard(self, episode_id: int, heard: bool) -> None:
        """Say that a talk was heard to its end, or was not."""
        await self.mark_all_heard((episode_id,), heard=heard)

    async def mark_all_heard(self, episode_ids: Sequence[int], *, heard: bool) -> None:
        """Say of several talks at once that they were heard to their end, or were not."""
        now = self._clock.now()
        await self._library.write(positions.mark_all_heard, tuple(episode_ids), now, heard=heard)
        self._tell(*episode_ids)

    # --- the history ------------------------------------------------------------------

    async def begin(self, episode_id: int, position: float) -> int | None:
        """Begin a line of the history; None: no history is kept, or there is no such episode."""
        if not self._settings.now.keep_history:
            return None
        now = self._clock.now()
        line = await self._library.write(history.begin, episode_id, position, now)
        self._events.publish(HistoryChanged())
        return line

    async def came_to(self, line: int, position: float) -> None:
        """Note how far a line of the history came, while one is kept."""
        if self._settings.now.keep_history:
            await self._library.write(history.extend, line, position)
            self._events.publish(HistoryChanged())

    async def history(self, limit: int = 100, offset: int = 0) -> tuple[Listened, ...]:
        """Return what was listened to, the last time first, after ``offset`` of them."""
        return await self._library.read(history.recent, self._home.audio, limit, offset)

    async def forget(self, line: int) -> None:
        """Take one time of listening out of the history."""
        await self._library.write(history.remove, line)
        self._events.publish(HistoryChanged())

    async def clear_history(self) -> None:
        """Forget when what was listened to."""
        await self._library.write(history.clear)
        self._events.publish(HistoryChanged())

    # --- bookmarks --------------------------------------------------------------------

    async def bookmark(self, episode_id: int, position: float, note: str = "") -> None:
        """Keep a place under a note."""
        now, note = self._clock.now(), whole(note)
        one = await self._library.write(bookmarks.add, episode_id, position, note, now)
        self._marked(episode_id)
        if one:
            self._events.publish(Bookmarked(Bookmark(one, episode_id, position, note, now)))

    async def edit_bookmark(self, bookmark_id: int, episode_id: int, note: str) -> None:
        """Give a bookmark other words."""
        await self._library.write(bookmarks.edit, bookmark_id, whole(note))
        self._marked(episode_id)

    async def remove_bookmark(self, bookmark_id: int, episode_id: int) -> None:
        """Take a bookmark away."""
        await self._library.write(bookmarks.remove, bookmark_id)
        self._marked(episode_id)

    async def restore_bookmark(self, mark: Bookmark) -> None:
        """Put back a bookmark that was taken away, with its note and date."""
        add = bookmarks.add
        await self._library.write(add, mark.episode_id, mark.position, mark.note, mark.created)
        self._marked(mark.episode_id)

    async def bookmarks(self) -> tuple[Marked, ...]:
        """Return all bookmarks of all talks, talk by talk."""
        return await self._library.read(bookmarks.everything, self._home.audio)

    async def bookmarks_as_markdown(self) -> str:
        """Return all bookmarks as one document, talk by talk."""
        return markdown(await self.bookmarks())

    def _marked(self, episode_id: int) -> None:
        self._tell(episode_id)
        self._events.publish(BookmarksChanged())

    def _tell(self, *episode_ids: int) -> None:
        if episode_ids:
            self._events.publish(EpisodesChanged(frozenset(episode_ids)))


def markdown(marks: Sequence[Marked]) -> str:
    """Return bookmarks, under their talks' titles and feeds, as CommonMark.

    A note of several lines stays one item; what would be taken for markup is escaped.
    """
    lines = ["# Bookmarks"]
    present = None
    for each in marks:
        mark, talk = each.bookmark, each.episode
        if talk.id != present:
            present = talk.id
            lines += ["", f"## {_plain(talk.title)}", "", f"*{_plain(talk.feed)}*", ""]
        note = f" {_plain(mark.note)}" if mark.note else ""
        lines.append(f"- **{_clock(mark.position)}**{note}")
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>#])", r"\\\1", " ".join(text.split()))


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
