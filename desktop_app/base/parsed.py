"""What documents, files and titles say, before the library has it: frozen, free of behaviour.

Units as in :mod:`desktop_app.base.model`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class TitleFacts:
    """What a title says. Unknown stays unknown: a wrong speaker is worse than none.

    ``subject``: what the talk is called, in the title's own words, without what the other
    fields say; "" if nothing is left. ``series``: the name of what this is a part of.
    ``topics`` are keys of the catalog's table of topics.
    """

    speakers: tuple[str, ...] = ()
    fellowship: str | None = None
    place: str | None = None
    event: str | None = None
    year: int | None = None
    steps: tuple[int, ...] = ()
    part: int | None = None
    of: int | None = None
    subject: str = ""
    series: str | None = None
    topics: tuple[str, ...] = ()


class TalkSource(NamedTuple):
    """All that may tell what a talk is; a tuple, since they cross a process border by the thousand.

    ``author``: the episode's itunes:author or a tape's artist; ``feed``, ``feed_author``: of its
    feed; ``notes``: the beginning of the notes, as HTML; ``file``: the path of the enclosure's
    address, or of a tape inside its folder; ``album``, ``tagged``: the album and the title that
    the file's own tags name. "" where unknown.
    """

    title: str
    author: str = ""
    feed: str = ""
    feed_author: str = ""
    notes: str = ""
    file: str = ""
    album: str = ""
    tagged: str = ""


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


class TranscriptLine(NamedTuple):
    """Some words of a transcript; ``start`` None: it tells no times. ``speaker``: "" if untold.

    A tuple, since they cross a process border by the thousand.
    """

    start: float | None
    until: float | None
    speaker: str
    text: str


class ParsedEpisode(NamedTuple):
    """One item as a feed gives it; ``hash`` is a digest of the item's source.

    A tuple, since these are made, and cross a process border, by the ten thousand.

    ``content`` is a digest of the sound itself, where that is at hand (a tape in a folder): by
    it a file that was moved or renamed is known again. ``order`` sorts the tapes of a folder;
    ``album``: what such a tape's tags say that it is a part of.
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
    album: str | None = None


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
class CatalogueEntry:
    """A row of an OPML file: a feed that may be subscribed to.

    ``feed_url`` may be missing; the feed is then discovered from ``home_page``.
    """

    title: str
    group: str = ""
    feed_url: str | None = None
    home_page: str | None = None


class Ending(StrEnum):
    """What a recording's own bytes say of its end.

    WHOLE: all is there that its header promises. OPEN: it promises nothing, and ends with a
    whole frame. FRAYED: it promises nothing, and ends inside a frame, as cut files do, and some
    that were published so. CUT: less is there than its header promises.
    """

    WHOLE = "whole"
    OPEN = "open"
    FRAYED = "frayed"
    CUT = "cut"


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
    ending: Ending = Ending.OPEN


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
