"""Favorites and collections on their way to another library: frozen values, free of behaviour.

Ids mean nothing elsewhere, so a talk is told by what its feed says of it. "" and ``None`` mean
"not known"; units as in :mod:`desktop_app.base.model`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.base.model import EpisodeQuery


@dataclass(frozen=True, slots=True)
class SharedTalk:
    """A talk, told so that it can be found again.

    ``title`` is its feed's, ``headline`` that of a list; ``feed`` and ``feed_url``: name and
    address of its feed; ``guid`` counts in its feed only; ``url`` leads to the sound, which lies
    in ``file`` if it is here; ``sound`` is the digest of a tape's. ``added`` and ``note`` are
    those of the favorite.
    """

    title: str
    headline: str = ""
    feed: str = ""
    feed_url: str = ""
    guid: str = ""
    url: str = ""
    file: str = ""
    sound: str = ""
    published: datetime | None = None
    duration: float | None = None
    added: datetime | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class SharedFilter:
    """A saved filter; what ``query`` could say by ids alone stands beside it.

    ``feed`` and ``feed_url``: of one feed; ``collection``: of that name; ``series``: one of its
    talks.
    """

    query: EpisodeQuery
    feed: str = ""
    feed_url: str = ""
    collection: str = ""
    series: SharedTalk | None = None


@dataclass(frozen=True, slots=True)
class SharedCollection:
    """A collection; ``talks`` are the places of its talks among those of ``Shared``, in order."""

    name: str
    talks: tuple[int, ...] = ()
    filter: SharedFilter | None = None


@dataclass(frozen=True, slots=True)
class Shared:
    """What one file holds, in the person's order."""

    talks: tuple[SharedTalk, ...] = ()
    collections: tuple[SharedCollection, ...] = ()


class Candidate(NamedTuple):
    """An episode of this library that may be one of a file's; ``feeds``: its feed's names."""

    id: int
    title: str
    guid: str | None
    url: str | None
    file: str | None
    sound: str | None
    published: datetime | None
    feed_url: str
    feeds: tuple[str, ...]
