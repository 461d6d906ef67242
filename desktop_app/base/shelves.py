"""How talks stand together: by speaker, in series, in collections, and what a search finds.

Frozen values; units as in :mod:`desktop_app.base.model`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.base.model import Bookmark, Episode, EpisodeQuery, Speaker
    from desktop_app.base.parsed import TitleFacts


class Fact(StrEnum):
    """A field of ``TitleFacts`` that the person may correct."""

    SPEAKERS = "speakers"
    SUBJECT = "subject"
    FELLOWSHIP = "fellowship"
    PLACE = "place"
    EVENT = "event"
    YEAR = "year"
    STEPS = "steps"
    PART = "part"
    OF = "of"
    SERIES = "series"
    TOPICS = "topics"


FactValue = str | int | None | tuple[str, ...] | tuple[int, ...]
"""What a field may hold: that of the same name in ``TitleFacts``."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a talk, what its title says of itself, and which fields the person set."""

    known: TitleFacts
    said: TitleFacts
    corrected: frozenset[Fact] = frozenset()


@dataclass(frozen=True, slots=True)
class Facet:
    """A value that a list can be narrowed to, and how many of its talks have it."""

    value: str | int
    talks: int


@dataclass(frozen=True, slots=True)
class Facets:
    """What a list can be narrowed to; a decade is its first year."""

    fellowships: tuple[Facet, ...] = ()
    steps: tuple[Facet, ...] = ()
    topics: tuple[Facet, ...] = ()
    decades: tuple[Facet, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """Parts that belong together, ``talks`` of ``of`` in the library; ``here``: on this computer.

    ``next``: the id of the part to go on with: the first that was not heard; None: all were.
    """

    key: str
    name: str
    speakers: tuple[str, ...]
    talks: int
    of: int | None = None
    heard: int = 0
    here: int = 0
    place: str | None = None
    year: int | None = None
    next: int | None = None


@dataclass(frozen=True, slots=True)
class SpeakerFacts:
    """What a speaker's own page shows; ``seconds``: how long all the talks take, as far as known.

    ``also``: other names that the person has said are the same speaker's.
    """

    name: str
    talks: int
    here: int = 0
    heard: int = 0
    seconds: float = 0.0
    fellowships: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    first_year: int | None = None
    last_year: int | None = None
    series: tuple[Series, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Collection:
    """A list of favorites in the person's order, or a saved filter (``query`` is set).

    Those with the lowest ``place`` come first.
    """

    id: int
    name: str
    talks: int = 0
    query: EpisodeQuery | None = None
    place: float = 0.0


@dataclass(frozen=True, slots=True)
class Unmarked:
    """A favorite that was let go, with all that brings it back as it was.

    ``places``: the collections that it was in, and where, as pairs of id and place.
    """

    episode_id: int
    added: datetime
    note: str = ""
    places: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, slots=True)
class FoundNote:
    """A talk whose notes, or whose favorite's note, have the words; ``excerpt`` is around them."""

    episode: Episode
    excerpt: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class FoundMark:
    """A bookmark whose note has the words."""

    episode: Episode
    mark: Bookmark


@dataclass(frozen=True, slots=True)
class FoundLine:
    """Words of a transcript; ``start`` None: it tells no times."""

    episode: Episode
    start: float | None
    text: str


class Why(StrEnum):
    """Why a talk is offered, the best reason first.

    It was left half heard; it is first in the queue; it is the next part of a series of which a
    part was heard last; it is here, and a talk of the same speaker is a favorite; it is the newest
    that is here; it is the newest; it is a favorite that was not heard for long.
    """

    HALF_HEARD = "half_heard"
    QUEUED = "queued"
    NEXT_PART = "next_part"
    SAME_SPEAKER = "same_speaker"
    AT_HAND = "at_hand"
    NEWEST = "newest"
    FAVORITE = "favorite"


@dataclass(frozen=True, slots=True)
class Offer:
    """A talk to listen to now, and why; ``about``: the speaker, or the part that was heard.

    ``when``: when a favorite was heard last.
    """

    episode: Episode
    why: Why
    about: str = ""
    when: datetime | None = None


class Group(StrEnum):
    """What a search finds, apart from each other; the values are the fields of :class:`Found`."""

    SPEAKERS = "speakers"
    TALKS = "talks"
    NOTES = "notes"
    MARKS = "marks"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Found:
    """All that fits some words, each group the best first; ``more``: groups that were cut short."""

    text: str
    speakers: tuple[Speaker, ...] = ()
    talks: tuple[Episode, ...] = ()
    notes: tuple[FoundNote, ...] = ()
    marks: tuple[FoundMark, ...] = ()
    lines: tuple[FoundLine, ...] = ()
    more: frozenset[Group] = frozenset()
