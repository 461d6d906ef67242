"""The values that cross between rooms: all frozen, all free of behaviour.

Times are timezone-aware UTC datetimes, durations and positions are seconds,
sizes are bytes. ``None`` means "not known", never "zero".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime


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


@dataclass(frozen=True, slots=True)
class TitleFacts:
    """What a title says. Unknown stays unknown: a wrong speaker is worse than none."""

    speakers: tuple[str, ...] = ()
    fellowship: str | None = None
    place: str | None = None
    event: str | None = None
    year: int | None = None
    steps: tuple[int, ...] = ()
    part: int | None = None
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """A named place inside an episode; ``start`` in seconds."""

    start: float
    title: str


@dataclass(frozen=True, slots=True)
class Transcript:
    """A ``podcast:transcript`` of an episode."""

    url: str
    type: str
    language: str | None = None


class ParsedEpisode(NamedTuple):
    """One item as a feed gives it; ``hash`` is a digest of the item's source.

    A tuple, since these are made, and cross a process border, by the ten thousand.

    ``content`` is a digest of the sound itself, where that is at hand (a tape in a folder): by
    it a file that was moved or renamed is known again. ``order`` sorts the tapes of a folder.
    """

    title: str
    hash: str
    guid: str | None = None
    url: str | None = None
    type: str | None = None
    size: int | None = None
    link: str | None = None
    notes: str = ""
    published: datetime | None = None
    duration: float | None = None
    author: str | None = None
    image: str | None = None
    chapters_url: str | None = None
    transcripts: tuple[Transcript, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    content: str | None = None
    order: str | None = None


@dataclass(frozen=True, slots=True)
class ParsedFeed:
    """A feed as its document gives it, in the document's order.

    ``known`` holds the hashes of items that the caller already had; their
    episodes are left out, so what leaves the worker follows what changed.
    ``unread``: how many items wait to be read, where reading takes long (a folder). ``whole``:
    the document did not break off, so that the next one need not be the same to be right.
    """

    title: str
    reader: str
    episodes: tuple[ParsedEpisode, ...] = ()
    known: frozenset[str] = frozenset()
    link: str | None = None
    description: str = ""
    author: str | None = None
    language: str | None = None
    image: str | None = None
    categories: tuple[str, ...] = ()
    new_url: str | None = None
    unread: int = 0
    whole: bool = True


class KnownEpisode(NamedTuple):
    """What tells an episode that we have from the items of its feed."""

    id: int
    guid: str | None
    url: str | None
    title: str
    hash: str
    published: datetime | None
    content: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """A subscription. ``problem`` is the last refresh's failure, as one line.

    ``stopped``: its publisher says that it is gone for good; ``paused``: the person wants no
    refresh for now; ``next_try``: when a feed that failed is asked again by itself;
    ``every``: hours between refreshes, None as in the settings; ``account``: the name that it
    is signed in to with.
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


@dataclass(frozen=True, slots=True)
class Episode:
    """One row of a list: everything that a row, a player bar or ``--json`` shows."""

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
    """What the talk's page shows beside the row. ``notes`` is sanitised HTML."""

    episode: Episode
    notes: str = ""
    link: str | None = None
    chapters: tuple[Chapter, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class EpisodeQuery:
    """Which episodes a list shows; every condition that is set must hold."""

    kind: FeedKind | None = None
    feed_id: int | None = None
    speaker: str | None = None
    fellowship: str | None = None
    states: tuple[DownloadState, ...] = ()
    favorite: bool = False
    unheard: bool = False
    half_heard: bool = False
    queued: bool = False
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
class Space:
    """Bytes of downloaded audio by kind, and what the disk has left."""

    favorites: int = 0
    talks: int = 0
    meditations: int = 0
    free: int = 0


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


@dataclass(frozen=True, slots=True)
class Preset:
    """A named plan of a sitting; times in seconds, ``ambience_volume`` from 0 to 1.

    ``bell_every`` counts from after settling in; no interval bell falls on the end bell.
    ``prompts`` are words shown from their time on.
    """

    name: str
    length: float
    settle: float = 0.0
    bell: str | None = "bowl"
    bell_every: float | None = None
    start_strikes: int = 1
    end_strikes: int = 3
    ambience: str | None = None
    ambience_volume: float = 0.4
    prompts: tuple[Chapter, ...] = ()


@dataclass(frozen=True, slots=True)
class Sitting:
    """One timed meditation in the log; lengths in seconds."""

    id: int
    started: datetime
    planned: float
    sat: float
    preset: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """A row of an OPML file: a feed that may be subscribed to.

    ``feed_url`` may be missing; the feed is then discovered from ``home_page``.
    """

    title: str
    group: str = ""
    feed_url: str | None = None
    home_page: str | None = None


@dataclass(frozen=True, slots=True)
class AudioFacts:
    """What the file itself says; ``duration`` in seconds, counted by our own probe.

    ``content`` is a digest of the sound, whatever the tags around it; ``picture``: the tags
    carry one.
    """

    duration: float
    codec: str
    title: str | None = None
    artist: str | None = None
    album: str | None = None
    track: int | None = None
    disc: int | None = None
    year: int | None = None
    comment: str | None = None
    chapters: tuple[Chapter, ...] = field(default=())
    content: str | None = None
    picture: bool = False


@dataclass(frozen=True, slots=True)
class FoundFeed:
    """A feed that podcast directories know; ``directories`` names those that do.

    ``subscribed``: the person has it already.
    """

    title: str
    url: str
    author: str = ""
    home_page: str | None = None
    description: str = ""
    episodes: int | None = None
    language: str | None = None
    directories: tuple[str, ...] = ()
    subscribed: bool = False
