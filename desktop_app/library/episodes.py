"""Episodes: stored as the feed gives them, read as pages of a list."""

from __future__ import annotations

import itertools
import json
from dataclasses import asdict, dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from desktop_app.base.model import EpisodeDetail, EpisodePage
from desktop_app.base.parsed import KnownEpisode
from desktop_app.library import bookmarks, chapters, lists, rows, shelf, tags

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from desktop_app.base.model import Episode, EpisodeQuery
    from desktop_app.base.parsed import ParsedEpisode

HIDDEN = f"""
SELECT id FROM episodes WHERE feed_id IN (SELECT id FROM feeds WHERE removed)
AND shelf & {int(shelf.Shelf.LEFT)}
"""
"""What removed feeds left behind, which counts nowhere."""

_AS_THEY_ARE = (
    "guid", "hash", "url", "type", "size", "title", "link", "author", "image", "duration",
    "chapters_url", "content",
)  # fmt: skip
_as_they_are = attrgetter(*_AS_THEY_ARE)
_COLUMNS = (*_AS_THEY_ARE, "tape_order", "published", "transcripts")
_INSERT = (
    f"INSERT INTO episodes (id, feed_id, shelf, sorted, {', '.join(_COLUMNS)})"
    f" VALUES (?, ?, ?, ?{', ?' * len(_COLUMNS)})"
)
_SET = ", ".join(f"{name} = :{name}" for name in _COLUMNS if name != "duration")
_UPDATE = (
    f"UPDATE episodes SET {_SET},"
    " chapters_read = chapters_read AND chapters_url IS :chapters_url,"
    " indexed = 0, duration = CASE WHEN id IN"
    " (SELECT episode_id FROM downloads WHERE state = 'downloaded' AND ours)"
    " THEN coalesce(duration, :duration) ELSE coalesce(:duration, duration) END,"
    " sorted = coalesce(min(:published, :now), sorted) WHERE id = :id"
)
_NOTES = (
    "INSERT INTO notes VALUES (?, ?) ON CONFLICT (episode_id) DO UPDATE SET html = excluded.html"
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """An episode to store; ``id`` None: a new one. What its title says is read afterwards.

    ``place`` counts from the newest; it sorts new episodes that have no date.
    """

    id: int | None
    parsed: ParsedEpisode
    place: int = 0


def known(connection: sqlite3.Connection, feed_id: int) -> tuple[KnownEpisode, ...]:
    """Return what is known of a feed's episodes, for deciding what is new."""
    found = connection.execute(
        "SELECT id, guid, url, title, hash, published, content FROM episodes WHERE feed_id = ?",
        (feed_id,),
    )
    moment = rows.moment
    return tuple(
        [
            KnownEpisode(number, guid, url, title, digest, moment(published), content)
            for number, guid, url, title, digest, published, content in found
        ]
    )


def hashes(connection: sqlite3.Connection, feed_id: int) -> frozenset[str]:
    """Return the digests of a feed's items that are known."""
    found = connection.execute("SELECT hash FROM episodes WHERE feed_id = ?", (feed_id,))
    return frozenset(row[0] for row in found)


def store(
    connection: sqlite3.Connection, feed_id: int, arrivals: Sequence[Arrival], now: datetime
) -> tuple[int, ...]:
    """Insert or update up to 200 episodes and return their ids, in order.

    An undated or future-dated episode is sorted by the time it was first seen.
    """
    (last,) = connection.execute("SELECT coalesce(max(id), 0) FROM episodes").fetchone()
    unused = itertools.count(last + 1)
    ids = tuple(next(unused) if each.id is None else each.id for each in arrivals)
    pairs = list(zip(ids, arrivals, strict=True))
    seen = int(now.timestamp())
    stand = shelf.of_new(connection, feed_id)
    connection.executemany(
        _INSERT,
        [
            (one, feed_id, stand, _place(each, seen), *_values(each.parsed))
            for one, each in pairs
            if each.id is None
        ],
    )
    connection.executemany(
        _UPDATE,
        [
            {"id": one, "now": seen, **dict(zip(_COLUMNS, _values(each.parsed), strict=True))}
            for one, each in pairs
            if each.id is not None
        ],
    )
    connection.executemany(_NOTES, [(one, each.parsed.notes) for one, each in pairs])
    for one, each in pairs:
        if each.parsed.chapters:
            chapters.replace(connection, one, each.parsed.chapters)
        if each.parsed.album:
            tags.put(connection, one, tags.of(album=each.parsed.album))
    return ids


def _place(arrival: Arrival, seen: int) -> int:
    """Return what a new episode is sorted by, in seconds since 1970."""
    first = seen - arrival.place
    published = rows.seconds(arrival.parsed.published)
    return first if published is None else min(published, first)


def _values(parsed: ParsedEpisode) -> tuple[object, ...]:
    """Return the values of ``_COLUMNS``."""
    transcripts = parsed.transcripts and json.dumps([asdict(each) for each in parsed.transcripts])
    return (
        *_as_they_are(parsed),
        parsed.order,
        rows.seconds(parsed.published),
        transcripts or "[]",
    )


def set_duration(connection: sqlite3.Connection, episode_id: int, duration: float) -> None:
    """Store the true duration, in seconds, that the probe counted."""
    connection.execute("UPDATE episodes SET duration = ? WHERE id = ?", (duration, episode_id))


def page(
    connection: sqlite3.Connection, audio: Path, query: EpisodeQuery, offset: int, limit: int
) -> EpisodePage:
    """Return rows ``offset`` … ``offset + limit`` of a list, and how long the list is."""
    total, ids = lists.page(connection, query, offset, limit)
    return EpisodePage(total, offset, rows.episodes(connection, audio, ids))


def one(connection: sqlite3.Connection, audio: Path, episode_id: int) -> Episode | None:
    """Return one episode."""
    row = connection.execute(
        f"{rows.EPISODE} {rows.EPISODE_FROM} WHERE e.id = ?", (episode_id,)
    ).fetchone()
    return rows.episode(row, audio) if row else None


def detail(connection: sqlite3.Connection, audio: Path, episode_id: int) -> EpisodeDetail | None:
    """Return what the talk's own page shows; the notes are as the feed gave them."""
    episode = one(connection, audio, episode_id)
    if episode is None:
        return None
    extra = connection.execute(
        "SELECT n.html, e.link, d.failure, p.asleep, f.speed, coalesce(v.note, '') AS note"
        " FROM episodes e"
        " JOIN feeds f ON f.id = e.feed_id"
        " LEFT JOIN notes n ON n.episode_id = e.id"
        " LEFT JOIN positions p ON p.episode_id = e.id"
        " LEFT JOIN downloads d ON d.episode_id = e.id"
        " LEFT JOIN favorites v ON v.episode_id = e.id WHERE e.id = ?",
        (episode_id,),
    ).fetchone()
    collections = connection.execute(
        "SELECT m.collection_id FROM collection_members m JOIN collections c"
        " ON c.id = m.collection_id WHERE m.episode_id = ? ORDER BY c.place, c.id",
        (episode_id,),
    )
    return EpisodeDetail(
        episode=episode,
        notes=extra["html"] or "",
        link=extra["link"],
        chapters=chapters.of(connection, episode_id),
        bookmarks=bookmarks.of(connection, episode_id),
        failure=extra["failure"],
        asleep=extra["asleep"],
        speed=extra["speed"],
        note=extra["note"],
        collections=tuple(row[0] for row in collections),
    )
