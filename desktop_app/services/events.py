"""Facts, published once by whoever owns them; every listener decides whether it cares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.base.model import PlayStatus

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from desktop_app.base.model import Bookmark, Episode
    from desktop_app.base.parsed import Chapter
    from desktop_app.base.settings import Settings
    from desktop_app.base.sittings import Preset


@dataclass(frozen=True, slots=True)
class FeedsChanged:
    """A subscription came, went, or looks different."""


@dataclass(frozen=True, slots=True)
class EpisodesChanged:
    """These episodes look different; no ids: so many that a list should read anew."""

    ids: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Bookmarked:
    """The person kept this place."""

    mark: Bookmark


@dataclass(frozen=True, slots=True)
class RefreshProgress:
    """``done`` of ``total`` feeds are through; equal numbers mean that it is over."""

    done: int
    total: int
    feed: str = ""
    new: int = 0


@dataclass(frozen=True, slots=True)
class DownloadProgress:
    """Bytes so far, at most four times a second; ``speed`` in bytes a second.

    ``waiting`` says in words why nothing moves ("connection lost, trying again in 8 s").
    """

    episode_id: int
    received: int
    total: int | None
    speed: float
    waiting: str = ""


@dataclass(frozen=True, slots=True)
class Arrived:
    """A download is here, whole; ``asked``: by the person, not by a rule of its feed."""

    episode_id: int
    asked: bool = True


@dataclass(frozen=True, slots=True)
class DownloadsChanged:
    """What waits in the queue of downloads, or what it waits for, is different."""


@dataclass(frozen=True, slots=True)
class NowPlaying:
    """What the player bar shows.

    The position was ``position`` seconds at ``at`` (``time.monotonic()``) and moves with
    ``rate`` while ``status`` is playing. ``sleep_at`` is the monotonic time at which the
    sleep timer ends the sound, or None; ``sleep_fading``: its last minute has begun;
    ``sleep_with_talk``: the sound ends with the talk. ``stretch``: seconds to play yet, at
    ``at``, before it stops by itself. ``buffered``: how full the buffer of a stream is while
    it fills, in percent. ``restored``: whether the restored recording sounds; None: there is but
    the original.
    """

    episode: Episode
    status: PlayStatus
    position: float
    at: float
    rate: float
    duration: float | None
    volume: float = 1.0
    sleep_at: float | None = None
    sleep_minutes: int | None = None
    sleep_fading: bool = False
    sleep_with_talk: bool = False
    stretch: float | None = None
    buffered: float | None = None
    chapters: tuple[Chapter, ...] = ()
    problem: str = ""
    restored: bool | None = None

    def position_at(self, monotonic: float) -> float:
        """Return the place in seconds at a monotonic time; it moves with the rate."""
        moved = (monotonic - self.at) * self.rate if self.status is PlayStatus.PLAYING else 0.0
        place = max(0.0, self.position + moved)
        return min(place, self.duration) if self.duration else place


@dataclass(frozen=True, slots=True)
class PlayerChanged:
    """Something else plays, or the same in another way; None: nothing is loaded."""

    now: NowPlaying | None


@dataclass(frozen=True, slots=True)
class SoundMeasured:
    """A talk's waveform and loudness are known now."""

    episode_id: int


@dataclass(frozen=True, slots=True)
class RestorationChanged:
    """A talk was examined, or its restoration was asked for, is further, done, or gone.

    At most four times a second for each talk. ``chosen``: the person has said which recording is
    to sound; until then the one goes on that plays.
    """

    episode_id: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class QueueChanged:
    """What plays next has changed."""


@dataclass(frozen=True, slots=True)
class HistoryChanged:
    """What was listened to, and when, has changed."""


@dataclass(frozen=True, slots=True)
class BookmarksChanged:
    """A bookmark came, went, or has another note."""


@dataclass(frozen=True, slots=True)
class CollectionsChanged:
    """A collection came, went, or has another name, place or content."""


@dataclass(frozen=True, slots=True)
class ProblemsChanged:
    """A problem came or went."""


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    """The person chose differently."""

    settings: Settings


@dataclass(frozen=True, slots=True)
class SittingChanged:
    """A sitting began, paused, went on or ended; None: none is running.

    ``elapsed`` seconds had passed at ``at`` (the clock's boottime).
    """

    running: RunningSitting | None


@dataclass(frozen=True, slots=True)
class RunningSitting:
    """What the sitting's screen shows; times in seconds from the start, settling in included.

    ``elapsed``: at the reading ``at`` of the clock; below 0 before the start, which waits until
    its stroke can be in time.
    ``ended``: it is over, by itself or early; it can still be extended as long as no other
    begins. ``kept``: its number in the log, if it is there. ``before``: the title of the talk
    that played when the sitting began and stands paused since, or "".
    """

    preset: Preset
    total: float
    bells: tuple[float, ...]
    prompts: tuple[Chapter, ...]
    elapsed: float
    at: float
    paused: bool = False
    ended: bool = False
    kept: int | None = None
    before: str = ""


@dataclass(frozen=True, slots=True)
class SittingsChanged:
    """The log of sittings is different."""


@dataclass(frozen=True, slots=True)
class PresetsChanged:
    """A sitting that can be begun came, went, or is different."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """A bell or an ambience is tried out; "": no more."""

    name: str


@dataclass(frozen=True, slots=True)
class ReminderDue:
    """The person wanted to be reminded of sitting at this time."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to be said once, plainly, that is no failure."""

    text: str


@dataclass(frozen=True, slots=True)
class RestoreReady:
    """A copy of the library, of this moment, lies ready: it is to be closed and replaced."""

    made: datetime


@dataclass(frozen=True, slots=True)
class EraseWanted:
    """The person has said twice that everything is to be erased."""


Event = (
    FeedsChanged
    | EpisodesChanged
    | Bookmarked
    | RefreshProgress
    | DownloadProgress
    | Arrived
    | DownloadsChanged
    | PlayerChanged
    | SoundMeasured
    | RestorationChanged
    | QueueChanged
    | HistoryChanged
    | BookmarksChanged
    | CollectionsChanged
    | ProblemsChanged
    | SettingsChanged
    | SittingChanged
    | SittingsChanged
    | PresetsChanged
    | Hearing
    | ReminderDue
    | RestoreReady
    | EraseWanted
    | Notice
)


class Events:
    """Delivers events in the engine's thread, in the order of publishing."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[Event], None]] = []

    def listen(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        """Call ``listener`` with each event from now on; call the result to end that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def publish(self, event: Event) -> None:
        """Tell everybody."""
        for listener in tuple(self._listeners):
            listener(event)
