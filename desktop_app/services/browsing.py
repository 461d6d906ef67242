"""Everything that is only looked at: lists, one talk, numbers, search."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import nh3

from desktop_app.base.errors import KnownError
from desktop_app.base.shelves import Facets
from desktop_app.downloads.room import disk_of
from desktop_app.library import counts, episodes, feeds, keeping, lists, problems, search, speakers
from desktop_app.services.cleaning import MEGABYTE
from desktop_app.services.events import ProblemsChanged

if TYPE_CHECKING:
    from desktop_app.base.model import (
        Counts,
        Episode,
        EpisodeDetail,
        EpisodePage,
        EpisodeQuery,
        Feed,
        Problem,
        Speaker,
    )
    from desktop_app.base.paths import Home
    from desktop_app.base.shelf import Space
    from desktop_app.base.shelves import SpeakerFacts
    from desktop_app.library.database import Library
    from desktop_app.services.events import Events
    from desktop_app.services.settings import SettingsService

_HIGHEST_ID = 2**63 - 1
"""What a database can ask for; people type longer numbers."""

_NOTE_TAGS = {
    "a", "b", "blockquote", "br", "code", "em", "h1", "h2", "h3", "h4", "hr", "i", "li", "ol",
    "p", "pre", "strong", "u", "ul",
}  # fmt: skip


class Browsing:
    """Reads for the lists of the screen and of the command line."""

    def __init__(
        self, home: Home, library: Library, events: Events, settings: SettingsService
    ) -> None:
        self._home = home
        self._library = library
        self._events = events
        self._settings = settings

    async def page(self, query: EpisodeQuery, offset: int, limit: int) -> EpisodePage:
        """Return some rows of a list and its length."""
        return await self._library.read(episodes.page, self._home.audio, query, offset, limit)

    async def episode(self, episode_id: int) -> Episode:
        """Return one episode.

        Raises:
            KnownError: There is none with this id.
        """
        found = None
        if episode_id <= _HIGHEST_ID:
            found = await self._library.read(episodes.one, self._home.audio, episode_id)
        if found is None:
            raise KnownError(f"There is no episode {episode_id}", "", "See: hearthside episodes.")
        return found

    async def find_episode(self, words: str) -> Episode:
        """Return the episode that a number or some words of its title mean.

        Raises:
            KnownError: None, or more than one, fits.
        """
        if words.isdecimal():
            return await self.episode(int(words))
        found = await self.search(words, 2)
        if not found:
            raise KnownError(f"No episode fits “{words}”", "", "See: hearthside episodes.")
        if len(found) > 1 and found[0].title.casefold() != words.casefold():
            raise KnownError(
                f"More than one episode fits “{words}”",
                f"{found[0].id} {found[0].title}; {found[1].id} {found[1].title}; …",
                "Name it by its number.",
            )
        return found[0]

    async def detail(self, episode_id: int) -> EpisodeDetail:
        """Return what a talk's own page shows, its notes made harmless.

        Raises:
            KnownError: There is no such episode any more.
        """
        found = await self._library.read(episodes.detail, self._home.audio, episode_id)
        if found is None:
            raise KnownError("This talk is no longer in the library")
        notes = nh3.clean(
            found.notes, tags=_NOTE_TAGS, url_schemes={"http", "https", "mailto"}, link_rel=None
        )
        return replace(found, notes=notes)

    async def search(self, words: str, limit: int = 50) -> tuple[Episode, ...]:
        """Return what fits all words, the best first."""
        return await self._library.read(search.find, self._home.audio, words, limit)

    async def speaker(self, name: str) -> SpeakerFacts:
        """Return what a speaker's own page shows; a merged name leads to the one it is shown as.

        Raises:
            KnownError: Nobody of this name speaks in the library.
        """
        found = await self._library.read(speakers.one, name)
        if found is None:
            raise KnownError(f"Nobody called “{name}” speaks in the library")
        return found

    async def speaker_name(self, typed: str) -> str:
        """Return the speaker's name that a typed one means; one that is nobody's stays itself."""
        return await self._library.read(speakers.meant, typed)

    async def facets(self, query: EpisodeQuery) -> Facets:
        """Return what a list can be narrowed to, whatever of it is narrowed already.

        Fellowships come with the most frequent first, all else in its own order. They are read
        one after the other, so that a list that is asked for meanwhile waits for one at most.
        """
        facts = await self._library.read(lists.fellowships_and_decades, query)
        steps = await self._library.read(lists.steps, query)
        topics = await self._library.read(lists.topics, query)
        return Facets(fellowships=facts[0], steps=steps, topics=topics, decades=facts[1])

    async def feeds(self) -> tuple[Feed, ...]:
        """Return all subscriptions."""
        return await self._library.read(feeds.subscribed)

    async def feed(self, feed_id: int) -> Feed:
        """Return one feed.

        Raises:
            KnownError: There is none with this id.
        """
        found = await self._library.read(feeds.one, feed_id)
        if found is None:
            raise KnownError(f"There is no feed {feed_id}", "", "See: hearthside feeds.")
        return found

    async def speakers(self, query: EpisodeQuery) -> tuple[Speaker, ...]:
        """Return who speaks in a list."""
        return await self._library.read(lists.speakers, query)

    async def counts(self) -> Counts:
        """Return the numbers beside the sidebar's entries."""
        return await self._library.read(counts.of_all)

    async def space(self) -> Space:
        """Return what the downloads take, what they may, and what their disk has left, in bytes."""
        used = await self._library.read(keeping.space)
        disk = await asyncio.to_thread(disk_of, self._home.audio)
        return replace(used, free=disk.free, budget=self._settings.now.budget_mb * MEGABYTE)

    async def problems(self) -> tuple[Problem, ...]:
        """Return what is not solved yet."""
        return await self._library.read(problems.pending)

    async def dismiss(self, problem_id: int) -> None:
        """Take away a problem that the person has read."""
        await self._library.write(problems.dismiss, problem_id)
        self._events.publish(ProblemsChanged())
