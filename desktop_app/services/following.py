"""What of the talk that lies on may change while it does: its volume, its words, its recording."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.services.events import (
    EpisodesChanged,
    RestorationChanged,
    SettingsChanged,
    SoundMeasured,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.services.events import Event, Events
    from desktop_app.services.levelling import Levelling
    from desktop_app.services.recordings import Recordings, Talk
    from desktop_app.services.reopening import Reopening
    from desktop_app.services.tasks import Tasks
    from desktop_app.services.turntable import Turntable


_WORDS = (
    *("title", "speakers", "subject", "fellowship", "place", "event", "year", "steps"),
    *("part", "of", "series", "series_key", "topics", "feed"),
)
"""What is said of an episode, which a correction may change; how it is played is left alone."""


class Following:
    """Hears what is new of the present talk; ``changed()`` is called when there is more to see.

    Attributes:
        close: Hears nothing more.
    """

    def __init__(
        self,
        table: Turntable,
        recordings: Recordings,
        levelling: Levelling,
        reopening: Reopening,
        events: Events,
        tasks: Tasks,
        changed: Callable[[], None],
    ) -> None:
        self._table = table
        self._recordings = recordings
        self._levelling = levelling
        self._wanted = levelling.wanted
        self._reopening = reopening
        self._tasks = tasks
        self._changed = changed
        self.close = events.listen(self._heard)

    def _heard(self, event: Event) -> None:
        talk = self._table.talk
        if talk is None or not talk.episode.id:
            return
        one = talk.episode.id
        match event:
            case SettingsChanged() if self._levelling.wanted != self._wanted:
                self._tasks.begin(self._level(talk))
            case SoundMeasured(episode_id=measured) if measured == one:
                self._tasks.begin(self._level(talk))
            case RestorationChanged(episode_id=other, chosen=True) if other == one:
                self._tasks.begin(self._exchange(one))
            case RestorationChanged(episode_id=other) if other == one:
                self._tasks.begin(self._look_up(one))
            case EpisodesChanged(ids=ids) if not ids or one in ids:
                self._tasks.begin(self._look_up(one))

    async def _level(self, talk: Talk) -> None:
        self._wanted, generation = self._levelling.wanted, self._table.state.generation
        with suppress(KnownError):
            gain = await self._levelling.gain(talk)
            if generation == self._table.state.generation:
                self._table.set_gain(gain)

    async def _exchange(self, episode_id: int) -> None:
        with suppress(KnownError):
            await self._reopening.exchange(episode_id)

    async def _look_up(self, episode_id: int) -> None:
        with suppress(KnownError):
            found = await self._recordings.look_up(episode_id)
            talk = self._table.talk
            if talk is None or talk.episode.id != episode_id:
                return
            if talk.restored not in {None, found.restored}:
                await self._reopening.exchange(episode_id)
            elif (now := known_by_now(talk, found, opened=self._table.opened)) != talk:
                self._table.talk = now
                self._changed()


def known_by_now(talk: Talk, found: Talk, *, opened: bool) -> Talk:
    """Return a talk with what was found out of it since; what is ``opened`` sounds as it did."""
    said = replace(talk.episode, **{name: getattr(found.episode, name) for name in _WORDS})
    restored = talk.restored if opened else found.restored
    original = restored is None and (found.original or found.restored is not None)
    return replace(
        talk, episode=said, chapters=found.chapters, restored=restored, original=original
    )
