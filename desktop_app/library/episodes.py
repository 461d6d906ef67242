"""Episodes: stored as the feed gives them, read as pages of a list."""

from __future__ import annotations

import itertools
import json
from dataclasses import asdict, dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from desktop_app.base.model import (
    DownloadState,
    EpisodeDetail,
    EpisodePage,
    Order,
    Speaker,
)
from desktop_app.base.parsed import KnownEpisode
from desktop_app.library import bookmarks, chapters, feeds, rows, search, tags, tapes

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from desktop_app.base.model import Episode, EpisodeQuery
    from desktop_app.base.parsed import ParsedEpisode

_ORDER = {
    Order.NEWEST: "e.sorted DESC, e.id DESC",
    Order.OLDEST: "e.sorted, e.id",
    Order.TITLE: "e.title COLLATE NOCASE, e.id",
    Order.SPEAKER: "e.speakers COLLATE NOCASE, e.sorted DESC, e.id",
    Order.LAST_PLAYED: "p.played DESC, e.id",
    Order.FAVORITED: "v.added DESC, e.id DESC",
    Order.QUEUE: "q.place, e.id",
    Order.DOWNLOAD: "d.place, e.id",
}
_HALF_HEARD = "coalesce(p.position, 0) > 0 AND coalesce(p.heard, 0) = 0"
HIDDEN = f"""
SELECT id FROM episodes WHERE feed_id IN (SELECT id FROM feeds WHERE removed)
AND id NOT IN ({feeds.KEPT})
"""
"""What removed feeds left behind, which counts nowhere."""

_AS_THEY_ARE = (
    "guid", "hash", "url", "type", "size", "title", "link", "author", "image", "duration",
    "chapters_url", "content",
)  # fmt: skip
_as_they_are = attrgetter(*_AS_THEY_ARE)
_COLUMNS = (*_AS_THEY_ARE, "tape_order", "published", "transcripts")
_INSERT = (
    f"INSERT INTO episodes (id, feed_id, sorted, {', '.join(_COLUMNS)})"
    f" VALUES (?, ?, ?{', ?' * len(_COLUMNS)})"
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
    connection.executemany(
        _INSERT,
        [
            (one, feed_id, _place(each, seen), *_values(each.parsed))
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
    where, values = _where(query)
    order = tapes.order(connection, query) or _ORDER[query.order]
    total = connection.execute(
        f"SELECT count(*) {rows.EPISODE_FROM} {where}",
        values,
    ).fetchone()[0]
    found = connection.execute(  # whole rows of a page alone are sorted, not of the whole list
        f"{rows.EPISODE} {rows.EPISODE_FROM} WHERE e.id IN"
        f" (SELECT e.id {rows.EPISODE_FROM} {where} ORDER BY {order} LIMIT :limit OFFSET :offset)"
        f" ORDER BY {order}",
        values | {"limit": limit, "offset": offset},
    )
    return EpisodePage(total, offset, tuple(rows.episode(row, audio) for row in found))


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
        "SELECT n.html, e.link, d.failure, p.asleep, f.speed FROM episodes e"
        " JOIN feeds f ON f.id = e.feed_id"
        " LEFT JOIN notes n ON n.episode_id = e.id"
        " LEFT JOIN positions p ON p.episode_id = e.id"
        " LEFT JOIN downloads d ON d.episode_id = e.id WHERE e.id = ?",
        (episode_id,),
    ).fetchone()
    return EpisodeDetail(
        episode=episode,
        notes=extra["html"] or "",
        link=extra["link"],
        chapters=chapters.of(connection, episode_id),
        bookmarks=bookmarks.of(connection, episode_id),
        failure=extra["failure"],
        asleep=extra["asleep"],
        speed=extra["speed"],
    )


def speakers(connection: sqlite3.Connection, query: EpisodeQuery) -> tuple[Speaker, ...]:
    """Return who speaks in a list, by name, with the number of their talks."""
    where, values = _where(query)
    found = connection.execute(
        "SELECT s.name, count(*) FROM episode_speakers s"
        f" WHERE s.episode_id IN (SELECT e.id {rows.EPISODE_FROM} {where})"
        " GROUP BY s.name ORDER BY s.name COLLATE NOCASE",
        values,
    )
    return tuple(Speaker(name, talks) for name, talks in found)


def fellowships(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the fellowships that titles name, the most frequent first."""
    found = connection.execute(
        "SELECT fellowship FROM episodes WHERE fellowship IS NOT NULL"
        f" AND id NOT IN ({HIDDEN})"
        " GROUP BY fellowship ORDER BY count(*) DESC, fellowship"
    )
    return tuple(row[0] for row in found)


def _where(query: EpisodeQuery) -> tuple[str, dict[str, object]]:
    """Return the WHERE clause and its values for a query.

    What a removed feed left behind only because it was heard is in no list but those of what
    was begun, downloaded or looked for.
    """
    states = tuple(query.states)
    here = bool(states) and DownloadState.REMOTE not in states
    sought = query.half_heard or here or bool(query.text.strip())
    wanted: list[tuple[bool, str, dict[str, object]]] = [
        (not sought, f"e.id NOT IN ({HIDDEN})", {}),
        (query.kind is not None, "coalesce(f.chosen_kind, f.kind) = :kind", {"kind": query.kind}),
        (query.feed_id is not None, "e.feed_id = :feed", {"feed": query.feed_id}),
        (
            query.speaker is not None,
            "e.id IN (SELECT episode_id FROM episode_speakers WHERE name = :speaker)",
            {"speaker": query.speaker},
        ),
        (
            query.fellowship is not None,
            "e.fellowship = :fellowship",
            {"fellowship": query.fellowship},
        ),
        (bool(states), _state_clause(states), {f"state{i}": s for i, s in enumerate(states)}),
        (query.favorite, "v.episode_id IS NOT NULL", {}),
        (query.unheard, "coalesce(p.heard, 0) = 0", {}),
        (query.half_heard, _HALF_HEARD, {}),
        (query.queued, "q.episode_id IS NOT NULL", {}),
        (query.lost, "d.lost", {}),
        (
            bool(query.text.strip()),
            f"e.id IN (SELECT rowid & {search.ID} FROM search WHERE search MATCH :text)",
            {"text": search.expression(query.text)},
        ),
    ]
    clauses = [clause for on, clause, _ in wanted if on]
    values = {name: value for on, _, pairs in wanted if on for name, value in pairs.items()}
    return (f"WHERE {' AND '.join(clauses)}" if clauses else ""), values


def _state_clause(states: tuple[DownloadState, ...]) -> str:
    marks = ", ".join(f":state{i}" for i in range(len(states)))
    return f"coalesce(d.state, 'remote') IN ({marks})"
