"""A crossing worked by hand: nothing runs before the test says so, so no test ever waits."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtCore import QObject, Signal

from desktop_app.base.errors import KnownError
from desktop_app.base.model import (
    Counts,
    Episode,
    EpisodeDetail,
    EpisodePage,
    EpisodeQuery,
    Feed,
    FeedKind,
    PlayStatus,
    Speaker,
)
from desktop_app.base.settings import Settings
from desktop_app.base.shelf import Removable, Space
from desktop_app.base.shelves import Facets, Found, SpeakerFacts
from desktop_app.base.sittings import Statistics
from desktop_app.base.sound import Sound
from desktop_app.base.tape import Restoration
from desktop_app.services.events import NowPlaying
from desktop_app.services.transcripts import Offer

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from desktop_app.services.core import Core

T = TypeVar("T")
MOMENT = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)


@dataclass
class HandCall:
    """One request; ``run`` by the bridge, or dropped."""

    make: Callable[[Any], Coroutine[Any, Any, Any]]
    then: Callable[[Any], None] | None
    fail: Callable[[KnownError], None] | None
    cancelled: bool = False

    def cancel(self) -> None:
        """Drop the answer."""
        self.cancelled = True


class HandBridge(QObject):
    """Like the bridge, over any object as core; ``run`` lets what was asked for happen."""

    happened = Signal(object)

    def __init__(self, core: object) -> None:
        super().__init__()
        self.core = cast("Core", core)
        self.waiting: list[HandCall] = []
        self.loop = asyncio.new_event_loop()

    def call(
        self,
        make: Callable[[Core], Coroutine[Any, Any, T]],
        then: Callable[[T], None] | None = None,
        fail: Callable[[KnownError], None] | None = None,
    ) -> HandCall:
        """Note the request."""
        call = HandCall(make, then, fail)
        self.waiting.append(call)
        return call

    def step(self) -> None:
        """Run the oldest request and deliver its answer.

        Raises:
            KnownError: The request failed and nobody took the failure.
        """
        call = self.waiting.pop(0)
        try:
            value = self.loop.run_until_complete(call.make(self.core))
        except KnownError as error:
            if call.cancelled:
                return
            if call.fail is None:
                raise
            call.fail(error)
        else:
            if call.then is not None and not call.cancelled:
                call.then(value)

    def run(self) -> None:
        """Run everything that was asked for, and what the answers ask for."""
        while self.waiting:
            self.step()

    def tell(self, event: object) -> None:
        """Let an event happen."""
        self.happened.emit(event)

    def close(self) -> None:
        """Give the loop back."""
        self.loop.close()


@dataclass
class Told:
    """A service that notes every call and answers with what the test put into ``answers``.

    An answer may be a value, an exception to raise, or a function of the arguments.
    """

    name: str
    log: list[tuple[Any, ...]]
    answers: dict[str, Any] = field(default_factory=dict)
    quiet: frozenset[str] = frozenset()
    """What is asked by whatever shows a talk, and of no interest."""

    def __getattr__(self, method: str) -> Callable[..., Coroutine[Any, Any, Any]]:
        """Return a method that notes its call."""

        async def called(*args: Any, **values: Any) -> Any:  # noqa: ANN401 - any service
            if method not in self.quiet:
                self.log.append((f"{self.name}.{method}", *args, *sorted(values.items())))
            answer = self.answers.get(method)
            if isinstance(answer, Exception):
                raise answer
            return answer(*args, **values) if callable(answer) else answer

        return called


class HandCore(SimpleNamespace):
    """A core whose services note what was asked; browsing answers from ``episodes``.

    ``log`` holds tuples: ("listening.play", 7, None); pictures, which anything that shows a talk
    asks for, have a log of their own. Put other answers into
    ``core.browsing.answers["speakers"]`` and so on.
    """

    log: list[tuple[Any, ...]]
    episodes: list[Episode]
    asked: list[tuple[EpisodeQuery, int, int]]
    browsing: Told
    favorites: Told
    subscriptions: Told
    refresh: Told
    downloading: Told
    listening: Told
    places: Told
    queue: Told
    sitting: Told
    sittings: Told
    presets: Told
    sounds: Told
    settings: Told
    directory: Told
    feed_settings: Told
    cleaning: Told
    covers: Told
    chapters: Told
    measuring: Told
    restoring: Told
    transcripts: Told
    searching: Told
    collections: Told
    correcting: Told
    series: Told
    sharing: Told
    today: Told
    schedule: SimpleNamespace

    def __init__(self, episodes: list[Episode] | None = None) -> None:
        log: list[tuple[Any, ...]] = []
        names = ("browsing", "favorites", "subscriptions", "refresh", "downloading",
                 "listening", "places", "queue", "sitting", "settings", "directory",
                 "feed_settings", "cleaning", "collections", "sharing",
                 "correcting", "series", "today",
                 "sittings", "presets", "sounds")  # fmt: skip
        super().__init__(log=log, **{name: Told(name, log) for name in names})
        self.schedule = SimpleNamespace(online=True)
        self.episodes = episodes or []
        self.asked = []
        self.covers = Told("covers", [])
        self.chapters, self.measuring = Told("chapters", []), Told("measuring", [])
        self.transcripts = Told("transcripts", [])
        self.restoring = Told("restoring", [])
        self.restoring.answers = {"state": lambda one: Restoration(one, possible=False)}
        self.chapters.answers = {"fetch": False}
        self.measuring.answers = {"sound": Sound(b""), "measure": None}
        self.transcripts.answers = {"offer": Offer()}
        self.searching = Told("searching", log)
        self.searching.answers = {"everything": lambda text, _limit, _only: Found(text)}
        self.favorites.answers = {"notes": {}}
        self.favorites.quiet = frozenset({"notes"})
        self.collections.answers = {"all": (), "members": ()}
        self.collections.quiet = frozenset({"all", "members"})
        self.browsing.quiet = frozenset({"detail"})
        self.browsing.answers = {
            "page": self._page,
            "detail": self._detail,
            "episode": lambda episode_id: self._detail(episode_id).episode,
            "feeds": (),
            "speakers": (),
            "facets": Facets(),
            "speaker": lambda name: SpeakerFacts(name, 1),
            "fellowships": (),
            "counts": Counts(),
            "problems": (),
            "space": Space(),
        }
        self.today.answers = {"offers": ()}
        self.places.answers = {"history": (), "bookmarks": ()}
        self.subscriptions.answers = {"catalogue": ()}
        self.refresh.answers = {"refresh": ()}
        self.downloading.answers = {"paused": False, "waits": {}, "doubted": frozenset()}
        self.cleaning.answers = {"removable": Removable(), "free": Removable()}
        self.sittings.answers = {"recent": (), "between": (), "statistics": Statistics()}
        self.presets.answers = {
            "all": (), "suggested": (None, False), "changed": frozenset(), "bells": (), "save": 1,
        }  # fmt: skip
        self.sounds.answers = {"names": (("bowl", "bell", "wood"), ("rain", "sea"))}
        self.settings.answers = {
            "current": Settings(),
            "change": Settings,
        }

    def _page(self, query: EpisodeQuery, offset: int, limit: int) -> EpisodePage:
        self.asked.append((query, offset, limit))
        rows = tuple(self.episodes[offset : offset + limit])
        return EpisodePage(total=len(self.episodes), offset=offset, episodes=rows)

    def _detail(self, episode_id: int) -> EpisodeDetail:
        found = next((one for one in self.episodes if one.id == episode_id), None)
        if found is None:
            raise KnownError("This talk is not in the library any more")
        return EpisodeDetail(found)


def episode(id: int = 1, **values: Any) -> Episode:  # noqa: A002, ANN401 - the field's name
    """Return a talk; every field may be set."""
    given: dict[str, Any] = {
        "feed_id": 1,
        "feed": "Sober Cast",
        "title": f"Talk {id}",
        "duration": 3480.0,
        "published": MOMENT - timedelta(days=id),
        "url": f"https://feed.example/{id}.mp3",
        "type": "audio/mpeg",
        "size": 35_000_000,
    }
    return Episode(id=id, **{**given, **values})


def feed(id: int = 1, **values: Any) -> Feed:  # noqa: A002, ANN401 - the field's name
    """Return a subscription; every field may be set."""
    given: dict[str, Any] = {
        "url": f"https://feed.example/{id}.xml",
        "title": f"Feed {id}",
        "kind": FeedKind.TALKS,
    }
    return Feed(id=id, **{**given, **values})


def speaker(name: str, talks: int = 1) -> Speaker:
    """Return a name of the index."""
    return Speaker(name, talks)


def now_playing(one: Episode | None = None, **values: Any) -> NowPlaying:  # noqa: ANN401 - fields
    """Return a playing talk; every field may be set."""
    playing = one or episode()
    given: dict[str, Any] = {
        "status": PlayStatus.PLAYING,
        "position": 0.0,
        "at": 0.0,
        "rate": 1.0,
        "duration": playing.duration,
    }
    return NowPlaying(episode=playing, **{**given, **values})
