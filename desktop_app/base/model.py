"""The values that cross between rooms: all frozen, all free of behaviour.

Times are timezone-aware UTC datetimes, durations and positions are seconds,
sizes are bytes. ``None`` means "not known", never "zero".
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.base.parsed import Chapter


class FeedKind(StrEnum):
    """What a feed's episodes are called on the screen."""

    TALKS = "talks"
    MEDITATIONS = "meditations"


class DownloadState(StrEnum):
    """Where an episode's audio is."""

    REMOTE = "remote"
    QUEUED = "queued"
    DOWNLOADING = "downloading"
    PAUSED = "paused"
    DOWNLOADED = "downloaded"
    FAILED = "failed"


class PlayStatus(StrEnum):
    """What the player does with the talk that is loaded."""

    OPENING = "opening"
    PLAYING = "playing"
    BUFFERING = "buffering"
    PAUSED = "paused"
    ENDED = "ended"
    FAILED = "failed"


SOUNDING = frozenset({PlayStatus.OPENING, PlayStatus.PLAYING, PlayStatus.BUFFERING})
"""It plays, or will as soon as there is something to be heard."""


class Order(StrEnum):
    """How a list of episodes is sorted."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    SPEAKER = "speaker"
    LAST_PLAYED = "last_played"
    FAVORITED = "favorited"
    QUEUE = "queue"
    DOWNLOAD = "download"
    SERIES = "series"
    COLLECTION = "collection"


@dataclass(frozen=True, slots=True)
class Feed:
    """A subscription. ``problem`` is the last refresh's failure, as one line.

    ``stopped``: its publisher says that it is gone for good; ``paused``: the person wants no
    refresh for now; ``next_try``: when a feed that failed is asked again by itself;
    ``every``: hours between refreshes, None as in the settings; ``account``: the name that it
    is signed in to with; ``auto``: so many of the newest are downloaded by themselves
    (0: all, None: none); ``speed``, ``opening``: how its talks are played, as in ``Habits``;
    ``restore``: those that need it are restored by themselves.
    """

    id: int
    url: str
    title: str
    kind: FeedKind
    link: str | None = None
    description: str = ""
    image: str | None = None
    group: str | None = None
    refreshed: datetime | None = None
    problem: str | None = None
    stopped: bool = False
    episodes: int = 0
    unheard: int = 0
    paused: bool = False
    next_try: datetime | None = None
    every: int | None = None
    account: str | None = None
    auto: int | None = None
    speed: float | None = None
    opening: float = 0.0
    restore: bool = False


@dataclass(frozen=True, slots=True)
class Episode:
    """One row of a list: everything that a row, a player bar or ``--json`` shows.

    ``lost``: it was downloaded, and its file was taken away by somebody else. ``subject``,
    ``series`` and ``topics`` are those of ``TitleFacts``; ``series_key`` is the same for all
    parts of one series.
    """

    id: int
    feed_id: int
    feed: str
    title: str
    kind: FeedKind = FeedKind.TALKS
    speakers: tuple[str, ...] = ()
    fellowship: str | None = None
    place: str | None = None
    event: str | None = None
    year: int | None = None
    steps: tuple[int, ...] = ()
    part: int | None = None
    of: int | None = None
    published: datetime | None = None
    duration: float | None = None
    url: str | None = None
    type: str | None = None
    size: int | None = None
    state: DownloadState = DownloadState.REMOTE
    received: int = 0
    file: str | None = None
    position: float = 0.0
    heard: bool = False
    favorite: bool = False
    queued: bool = False
    lost: bool = False
    subject: str = ""
    series: str | None = None
    series_key: str | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place in an episode that the person wants to find again."""

    id: int
    episode_id: int
    position: float
    note: str
    created: datetime


@dataclass(frozen=True, slots=True)
class EpisodeDetail:
    """What the talk's page shows beside the row. ``notes`` is sanitised HTML.

    ``asleep``: the place, in seconds, at which the sleep timer was set last. ``speed``: how fast
    its feed is played; None means as in the settings. ``note``: what the person wrote beside the
    star; ``collections``: the ids of those that it is in.
    """

    episode: Episode
    notes: str = ""
    link: str | None = None
    chapters: tuple[Chapter, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    failure: str | None = None
    asleep: float | None = None
    speed: float | None = None
    note: str = ""
    collections: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class EpisodeQuery:
    """Which episodes a list shows; every condition that is set must hold.

    ``decade`` is its first year (1990); ``series`` a ``series_key``; ``collection`` the id of one
    that was filled by hand; ``not_begun``: neither heard nor half heard.
    """

    kind: FeedKind | None = None
    feed_id: int | None = None
    speaker: str | None = None
    fellowship: str | None = None
    step: int | None = None
    topic: str | None = None
    decade: int | None = None
    series: str | None = None
    collection: int | None = None
    states: tuple[DownloadState, ...] = ()
    favorite: bool = False
    unheard: bool = False
    not_begun: bool = False
    half_heard: bool = False
    queued: bool = False
    lost: bool = False
    text: str = ""
    order: Order = Order.NEWEST


@dataclass(frozen=True, slots=True)
class EpisodePage:
    """A window into a list: ``total`` rows in all, these begin at ``offset``."""

    total: int
    offset: int
    episodes: tuple[Episode, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """A name in the index of speakers, with the number of their talks."""

    name: str
    talks: int


@dataclass(frozen=True, slots=True)
class Counts:
    """The numbers beside the sidebar's entries."""

    talks: int = 0
    speakers: int = 0
    meditations: int = 0
    favorites: int = 0
    queue: int = 0
    downloads: int = 0
    downloaded: int = 0
    problems: int = 0


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that went wrong, kept until it is solved or dismissed.

    ``next_try``: when its feed is asked again by itself, if feeds are refreshed by themselves.
    """

    id: int
    at: datetime
    what: str
    why: str
    what_next: str
    feed_id: int | None = None
    episode_id: int | None = None
    next_try: datetime | None = None
