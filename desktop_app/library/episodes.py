"""Episodes: stored as the feed gives them, read as pages of a list."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from desktop_app.base.model import (
    Counts,
    DownloadState,
    EpisodeDetail,
    EpisodePage,
    FeedKind,
    KnownEpisode,
    Order,
    Speaker,
)
from desktop_app.library import bookmarks, chapters, feeds, rows, search

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from desktop_app.base.model import Episode, EpisodeQuery, ParsedEpisode, TitleFacts

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
_HIDDEN = f"""
SELECT id FROM episodes WHERE feed_id IN (SELECT id FROM feeds WHERE removed)
AND id NOT IN ({feeds.KEPT})
"""


@dataclass(frozen=True, slots=True)
class Arrival:
    """An episode to store, with what its title says; ``id`` None: a new one.

    ``place`` counts from the newest; it sorts new episodes that have no date.
    """

    id: int | None
    parsed: ParsedEpisode
    facts: TitleFacts
    place: int = 0


def known(connection: sqlite3.Connection, feed_id: int) -> tuple[KnownEpisode, ...]:
    """Return what is known of a feed's episodes, for deciding what is new."""
    found = connection.execute(
        "SELECT id, guid, url, title, hash, published, content FROM episodes WHERE feed_id = ?",
        (feed_id,),
    )
    return tuple(
        KnownEpisode(row[0], row[1], row[2], row[3], row[4], rows.moment(row[5]), row[6])
        for row in found
    )


def store(
    connection: sqlite3.Connection, feed_id: int, arrivals: Sequence[Arrival], now: datetime
) -> tuple[int, ...]:
    """Insert or update up to 200 episodes and return their ids, in order.

    An undated or future-dated episode is sorted by the time it was first seen.
    """
    return tuple(
        _insert(connection, feed_id, arrival, now)
        if arrival.id is None
        else _update(connection, arrival.id, arrival, now)
        for arrival in arrivals
    )


def _insert(connection: sqlite3.Connection, feed_id: int, arrival: Arrival, now: datetime) -> int:
    seen = int(now.timestamp()) - arrival.place
    published = rows.seconds(arrival.parsed.published)
    values = _columns(arrival) | {
        "feed_id": feed_id,
        "sorted": seen if published is None else min(published, seen),
    }
    names = ", ".join(values)
    marks = ", ".join(f":{name}" for name in values)
    cursor = connection.execute(f"INSERT INTO episodes ({names}) VALUES ({marks})", values)
    episode_id = int(cursor.lastrowid or 0)
    _attach(connection, episode_id, arrival)
    return episode_id


def _update(
    connection: sqlite3.Connection, episode_id: int, arrival: Arrival, now: datetime
) -> int:
    values = _columns(arrival)
    sets = ", ".join(f"{name} = :{name}" for name in values if name != "duration")
    connection.execute(
        f"UPDATE episodes SET {sets}, indexed = 0, duration = CASE WHEN id IN"
        " (SELECT episode_id FROM downloads WHERE state = 'downloaded' AND ours)"
        " THEN coalesce(duration, :duration) ELSE coalesce(:duration, duration) END,"
        " sorted = coalesce(min(:published, :now), sorted) WHERE id = :id",
        values | {"id": episode_id, "now": rows.seconds(now)},
    )
    _attach(connection, episode_id, arrival)
    return episode_id


def _columns(arrival: Arrival) -> dict[str, object]:
    parsed, facts = arrival.parsed, arrival.facts
    return {
        "guid": parsed.guid,
        "hash": parsed.hash,
        "url": parsed.url,
        "type": parsed.type,
        "size": parsed.size,
        "title": parsed.title,
        "link": parsed.link,
        "author": parsed.author,
        "image": parsed.image,
        "published": rows.seconds(parsed.published),
        "duration": parsed.duration,
        "speakers": json.dumps(facts.speakers, ensure_ascii=False),
        "fellowship": facts.fellowship,
        "place": facts.place,
        "event": facts.event,
        "year": facts.year,
        "steps": json.dumps(facts.steps),
        "part": facts.part,
        "parts": facts.of,
        "chapters_url": parsed.chapters_url,
        "content": parsed.content,
        "transcripts": json.dumps([asdict(t) for t in parsed.transcripts]),
    }


def _attach(connection: sqlite3.Connection, episode_id: int, arrival: Arrival) -> None:
    connection.execute(
        "INSERT INTO notes VALUES (?, ?)"
        " ON CONFLICT (episode_id) DO UPDATE SET html = excluded.html",
        (episode_id, arrival.parsed.notes),
    )
    connection.execute("DELETE FROM episode_speakers WHERE episode_id = ?", (episode_id,))
    connection.executemany(
        "INSERT OR IGNORE INTO episode_speakers (episode_id, name) VALUES (?, ?)",
        [(episode_id, name) for name in arrival.facts.speakers],
    )
    if arrival.parsed.chapters:
        chapters.replace(connection, episode_id, arrival.parsed.chapters)


def set_duration(connection: sqlite3.Connection, episode_id: int, duration: float) -> None:
    """Store the true duration, in seconds, that the probe counted."""
    connection.execute("UPDATE episodes SET duration = ? WHERE id = ?", (duration, episode_id))


def page(
    connection: sqlite3.Connection, audio: Path, query: EpisodeQuery, offset: int, limit: int
) -> EpisodePage:
    """Return rows ``offset`` … ``offset + limit`` of a list, and how long the list is."""
    where, values = _where(query)
    total = connection.execute(
        f"SELECT count(*) {rows.EPISODE_FROM} {where}",
        values,
    ).fetchone()[0]
    found = connection.execute(
        f"{rows.EPISODE} {rows.EPISODE_FROM} {where}"
        f" ORDER BY {_ORDER[query.order]} LIMIT :limit OFFSET :offset",
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
        "SELECT n.html, e.link, d.failure FROM episodes e"
        " LEFT JOIN notes n ON n.episode_id = e.id"
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
        f" AND id NOT IN ({_HIDDEN})"
        " GROUP BY fellowship ORDER BY count(*) DESC, fellowship"
    )
    return tuple(row[0] for row in found)


def counts(connection: sqlite3.Connection) -> Counts:
    """Return the numbers beside the sidebar's entries."""
    kinds = dict(
        connection.execute(
            "SELECT coalesce(f.chosen_kind, f.kind), count(*) FROM episodes e"
            f" JOIN feeds f ON f.id = e.feed_id WHERE e.id NOT IN ({_HIDDEN}) GROUP BY 1"
        ).fetchall()
    )
    row = connection.execute(
        "SELECT (SELECT count(DISTINCT name) FROM episode_speakers"
        f" WHERE episode_id NOT IN ({_HIDDEN})),"
        " (SELECT count(*) FROM favorites), (SELECT count(*) FROM queue),"
        " (SELECT count(*) FROM downloads WHERE state NOT IN ('downloaded', 'remote')),"
        " (SELECT count(*) FROM downloads WHERE state = 'downloaded'),"
        " (SELECT count(*) FROM problems)"
    ).fetchone()
    return Counts(
        talks=kinds.get(FeedKind.TALKS, 0),
        meditations=kinds.get(FeedKind.MEDITATIONS, 0),
        speakers=row[0],
        favorites=row[1],
        queue=row[2],
        downloads=row[3],
        downloaded=row[4],
        problems=row[5],
    )


def _where(query: EpisodeQuery) -> tuple[str, dict[str, object]]:
    """Return the WHERE clause and its values for a query.

    What a removed feed left behind only because it was heard is in no list but those of what
    was begun, downloaded or looked for.
    """
    states = tuple(query.states)
    here = bool(states) and DownloadState.REMOTE not in states
    sought = query.half_heard or here or bool(query.text.strip())
    wanted: list[tuple[bool, str, dict[str, object]]] = [
        (not sought, f"e.id NOT IN ({_HIDDEN})", {}),
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
        (
            bool(query.text.strip()),
            "e.id IN (SELECT rowid FROM search WHERE search MATCH :text)",
            {"text": search.expression(query.text)},
        ),
    ]
    clauses = [clause for on, clause, _ in wanted if on]
    values = {name: value for on, _, pairs in wanted if on for name, value in pairs.items()}
    return (f"WHERE {' AND '.join(clauses)}" if clauses else ""), values


def _state_clause(states: tuple[DownloadState, ...]) -> str:
    marks = ", ".join(f":state{i}" for i in range(len(states)))
    return f"coalesce(d.state, 'remote') IN ({marks})"
