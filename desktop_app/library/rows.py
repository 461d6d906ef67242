"""Between rows and values: times, lists and episodes."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop_app.base.model import DownloadState, Episode, Feed, FeedKind

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path


def seconds(moment: datetime | None) -> int | None:
    """Return whole seconds since 1970, UTC."""
    return None if moment is None else int(moment.timestamp())


def moment(stored: int | None) -> datetime | None:
    """Return an aware UTC time; None stays None."""
    return None if stored is None else datetime.fromtimestamp(stored, UTC)


def at(stored: int) -> datetime:
    """Return an aware UTC time."""
    return datetime.fromtimestamp(stored, UTC)


EPISODE = """
SELECT e.id, e.feed_id, coalesce(f.chosen_title, f.title) AS feed,
       coalesce(f.chosen_kind, f.kind) AS kind, e.title, e.speakers, e.fellowship, e.place,
       e.event, e.year, e.steps, e.part, e.parts, e.published, e.duration, e.url, e.type,
       coalesce(d.size, e.size) AS size, d.state, d.received, d.path, d.ours, d.lost,
       coalesce(p.position, 0) AS position, coalesce(p.heard, 0) AS heard,
       v.episode_id IS NOT NULL AS favorite, q.episode_id IS NOT NULL AS queued,
       e.subject, e.series, e.series_key, e.topics
"""
EPISODE_FROM = """
FROM episodes e JOIN feeds f ON f.id = e.feed_id
LEFT JOIN downloads d ON d.episode_id = e.id
LEFT JOIN positions p ON p.episode_id = e.id
LEFT JOIN favorites v ON v.episode_id = e.id
LEFT JOIN queue q ON q.episode_id = e.id
"""


def episode(row: sqlite3.Row, audio: Path) -> Episode:
    """Return the episode of a row of :data:`EPISODE`; ``audio`` is the home's audio folder."""
    state = DownloadState(row["state"] or DownloadState.REMOTE)
    done = state is DownloadState.DOWNLOADED and row["path"]
    return Episode(
        id=row["id"],
        feed_id=row["feed_id"],
        feed=row["feed"],
        title=row["title"],
        kind=FeedKind(row["kind"]),
        speakers=tuple(json.loads(row["speakers"])),
        fellowship=row["fellowship"],
        place=row["place"],
        event=row["event"],
        year=row["year"],
        steps=tuple(json.loads(row["steps"])),
        part=row["part"],
        of=row["parts"],
        published=moment(row["published"]),
        duration=row["duration"],
        url=row["url"],
        type=row["type"],
        size=row["size"],
        state=state,
        received=row["received"] or 0,
        file=str(audio / row["path"]) if done else None,
        position=row["position"],
        heard=bool(row["heard"]),
        favorite=bool(row["favorite"]),
        queued=bool(row["queued"]),
        lost=bool(row["lost"]),
        subject=row["subject"],
        series=row["series"],
        series_key=row["series_key"],
        topics=tuple(json.loads(row["topics"])),
    )


def episodes(
    connection: sqlite3.Connection, audio: Path, ids: Sequence[int]
) -> tuple[Episode, ...]:
    """Return the episodes of these ids, in their order; one that is gone is left out."""
    found = connection.execute(
        f"{EPISODE} {EPISODE_FROM} WHERE e.id IN (SELECT value FROM json_each(?))",
        (json.dumps(ids),),
    )
    known = {row["id"]: episode(row, audio) for row in found}
    return tuple(known[one] for one in ids if one in known)


def feed(row: sqlite3.Row) -> Feed:
    """Return the subscription of a row that counts its episodes."""
    return Feed(
        id=row["id"],
        url=row["url"],
        title=row["chosen_title"] or row["title"],
        kind=FeedKind(row["chosen_kind"] or row["kind"]),
        link=row["link"],
        description=row["description"],
        image=row["image"],
        group=row["grouped"] or None,
        refreshed=moment(row["refreshed"]),
        problem=row["problem"],
        stopped=bool(row["stopped"]),
        episodes=row["episodes"],
        unheard=row["unheard"],
        paused=bool(row["paused"]),
        next_try=moment(row["next_try"]),
        every=row["every"],
        account=row["account"],
        auto=row["auto"],
        speed=row["speed"],
        opening=row["opening"],
        restore=bool(row["restore"]),
    )
