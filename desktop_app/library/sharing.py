"""Favorites and collections as other libraries can know them, and theirs taken in."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.base import headlines
from desktop_app.base.addresses import is_web
from desktop_app.base.parsed import TitleFacts
from desktop_app.base.paths import STARTER_URL
from desktop_app.base.secrets import shareable
from desktop_app.base.sharing import Candidate, SharedTalk
from desktop_app.base.typed import one_line
from desktop_app.library import collections, favorites, rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from pathlib import Path

    from desktop_app.base.model import EpisodeQuery

_TALKS = """
SELECT e.id, e.title, e.speakers, e.subject, e.series, e.event, e.place, e.part, e.guid,
       e.url, e.content, e.published, e.duration, f.url AS feed_url, f.account,
       coalesce(f.chosen_title, f.title) AS feed, v.added, v.note,
       CASE WHEN d.state = 'downloaded' THEN d.path END AS path
FROM episodes e JOIN feeds f ON f.id = e.feed_id
LEFT JOIN favorites v ON v.episode_id = e.id
LEFT JOIN downloads d ON d.episode_id = e.id
WHERE e.id IN (SELECT value FROM json_each(?))
"""
_CANDIDATES = """
SELECT e.id, e.title, e.guid, e.url, d.path, e.content, e.published, f.url AS feed_url,
       f.title AS feed, f.chosen_title
FROM episodes e JOIN feeds f ON f.id = e.feed_id
LEFT JOIN downloads d ON d.episode_id = e.id
WHERE e.title IN (SELECT value FROM json_each(:titles))
OR e.guid IN (SELECT value FROM json_each(:guids))
OR e.url IN (SELECT value FROM json_each(:urls))
OR e.content IN (SELECT value FROM json_each(:sounds))
OR d.path IN (SELECT value FROM json_each(:files))
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """A favorite to take in."""

    episode_id: int
    added: datetime
    note: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A collection to take in; ``inside``: the name of the one that its filter is about."""

    name: str
    episode_ids: tuple[int, ...] = ()
    query: EpisodeQuery | None = None
    inside: str = ""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """How many are new; ``left``: collections whose filters are about others that are not here."""

    favorites: int
    collections: int
    left: tuple[str, ...] = ()


def all_favorites(connection: sqlite3.Connection) -> tuple[int, ...]:
    """Return the ids of all favorites, the first one first."""
    found = connection.execute("SELECT episode_id FROM favorites ORDER BY added, episode_id")
    return tuple(row[0] for row in found)


def talks(
    connection: sqlite3.Connection, audio: Path, episode_ids: Sequence[int]
) -> tuple[SharedTalk, ...]:
    """Return these as they may be handed on, in this order; those that are gone are left out.

    Of a feed that one is signed in to no address of a sound is told, nor a guid that is an
    address: such addresses are often the secret themselves. Folders of this computer are told by
    their names alone.
    """
    found = connection.execute(_TALKS, (json.dumps(list(episode_ids)),))
    by_id = {row["id"]: _shared(row, audio) for row in found}
    return tuple(by_id[each] for each in episode_ids if each in by_id)


def _shared(row: sqlite3.Row, audio: Path) -> SharedTalk:
    url = row["url"] or ""
    public = is_web(url) and row["account"] is None
    return SharedTalk(
        title=row["title"],
        headline=_headline(row),
        feed=row["feed"],
        feed_url=feed_address(row["feed_url"]),
        guid=_guid(row["guid"] or "", signed_in=row["account"] is not None),
        url=shareable(url) if public else "",
        file=str(audio / row["path"]) if row["path"] else "",
        sound=row["content"] or "",
        published=rows.moment(row["published"]),
        duration=row["duration"],
        added=rows.moment(row["added"]),
        note=row["note"] or "",
    )


def _guid(guid: str, *, signed_in: bool) -> str:
    """Return a guid as it may be handed on; one with a secret cut out would be another."""
    secret = is_web(guid) and (signed_in or shareable(guid) != guid)
    return "" if secret else guid


def feed_address(url: str) -> str:
    """Return a feed's address as it may be handed on; "" for a folder of this computer."""
    if url == STARTER_URL:
        return url
    return shareable(url) if is_web(url) else ""


def _headline(row: sqlite3.Row) -> str:
    """Return who speaks about what; names are short, as the fellowships have it among strangers."""
    title, speakers = str(row["title"]), tuple(json.loads(row["speakers"]))
    about = headlines.about(
        TitleFacts(
            speakers=speakers,
            subject=row["subject"],
            series=row["series"],
            event=row["event"],
            place=row["place"],
        )
    )
    part = f", part {row['part']}" if row["part"] else ""
    return f"{headlines.together(speakers, short=True)} — {about}{part}" if about else title


def feeds_here(connection: sqlite3.Connection) -> tuple[tuple[int, str, tuple[str, ...]], ...]:
    """Return (id, address, names) of each subscription."""
    found = connection.execute("SELECT id, url, title, chosen_title FROM feeds WHERE NOT removed")
    return tuple(
        (row["id"], row["url"], tuple(n for n in (row["title"], row["chosen_title"]) if n))
        for row in found
    )


def a_part_of(connection: sqlite3.Connection, series_key: str) -> int | None:
    """Return an episode by which a series can be told."""
    row = connection.execute(
        "SELECT id FROM episodes WHERE series_key = ? ORDER BY part, id LIMIT 1", (series_key,)
    ).fetchone()
    return int(row["id"]) if row else None


def candidates(
    connection: sqlite3.Connection, wanted: Iterable[SharedTalk]
) -> tuple[Candidate, ...]:
    """Return the episodes that have something in common with what a file tells of.

    A talk's ``file`` is given as the library has it: from the audio folder on, or whole. One
    look at each episode in all; SQLite does it, without holding up any other thread.
    """
    asked = list(wanted)
    found = connection.execute(
        _CANDIDATES,
        {
            "titles": _set(talk.title for talk in asked),
            "guids": _set(talk.guid for talk in asked),
            "urls": _set(url for talk in asked for url in _spellings(talk.url)),
            "sounds": _set(talk.sound for talk in asked),
            "files": _set(talk.file for talk in asked),
        },
    )
    return tuple(
        Candidate(
            row["id"],
            row["title"],
            row["guid"],
            row["url"],
            row["path"],
            row["content"],
            rows.moment(row["published"]),
            row["feed_url"],
            tuple(name for name in (row["feed"], row["chosen_title"]) if name),
        )
        for row in found
    )


def take_in(
    connection: sqlite3.Connection,
    kept: Iterable[Kept],
    filled: Iterable[Filled],
    now: datetime,
) -> TakenIn:
    """Take favorites and collections in, in one transaction: all of a file, or nothing.

    What is a favorite already keeps its time, and its note if it has one. A collection of the
    same name, and filled in the same way, is filled up; one that fills itself keeps its filter.
    """
    new = sum([favorites.keep(connection, k.episode_id, min(k.added, now), k.note) for k in kept])
    made = [(each.name, _take_in(connection, each, now)) for each in filled]
    left = tuple(name for name, is_new in made if is_new is None)
    return TakenIn(new, sum(is_new is True for _, is_new in made), left)


def _take_in(connection: sqlite3.Connection, filled: Filled, now: datetime) -> bool | None:
    """Take one collection in; tell whether it is new, None: that its filter means nothing here."""
    query = filled.query
    if query is not None and filled.inside:
        other = collections.named(connection, filled.inside)
        if other is None or other.query is not None:
            return None
        query = replace(query, collection=other.id)
    name = one_line(filled.name)[: collections.LONGEST].strip() or "Collection"
    wanted, number = name, 1
    while had := collections.named(connection, wanted):
        if (had.query is None) == (query is None):
            break
        number += 1
        wanted = f"{name[: collections.LONGEST - 5]} {number}"
    into = had or collections.create(connection, wanted, query, now)
    if into.query is None:
        collections.add(connection, into.id, filled.episode_ids, now)
    return had is None


def _spellings(url: str) -> tuple[str, ...]:
    """Return what one address may be written like: secure or not, with ``www.`` or without."""
    scheme, _, rest = url.partition("://")
    if scheme not in {"http", "https"}:
        return ()
    bare = rest.removeprefix("www.")
    return tuple(f"{way}://{host}{bare}" for way in ("http", "https") for host in ("", "www."))


def _set(texts: Iterable[str]) -> str:
    return json.dumps(sorted({text for text in texts if text}))
