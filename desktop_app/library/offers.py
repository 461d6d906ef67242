"""Which talks to offer: for every reason those that it speaks for. Nobody is ranked.

The reasons and their order are those of ``Why``. A part of a series is offered only when the
parts before it were heard, so that nobody begins in the middle.
"""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.base.shelves import Offer, Why
from desktop_app.library import rows
from desktop_app.library.shelf import Shelf

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

EACH = 3
"""So many for every reason: one that the person does not want now makes way for the next."""

LONG_AGO = timedelta(days=60)
"""A favorite that was heard within this time is not offered by itself."""

_IN_ITS_TURN = """
NOT EXISTS (
    SELECT 1 FROM episodes b LEFT JOIN positions bp ON bp.episode_id = b.id
    WHERE b.series_key = e.series_key AND b.part < e.part AND NOT coalesce(bp.heard, 0)
)
"""
_TALK = f"e.shelf & {int(Shelf.TALKS)}"
_UNTOUCHED = f"{_TALK} AND NOT e.shelf & {int(Shelf.HEARD | Shelf.BEGUN)}"
_HERE = f"e.shelf & {int(Shelf.DOWNLOADED)} AND {_UNTOUCHED}"
_NEWEST_FIRST = "ORDER BY e.sorted DESC, e.id DESC"
_OF_TALK = f"(SELECT t.shelf & {int(Shelf.TALKS)} FROM episodes t WHERE t.id = episode_id)"

# CROSS JOIN and INDEXED BY keep SQLite to what is written: from the few to the many, or from the
# newest on until there are enough. What is joined, and asked for its shelf, it would read whole.
_QUESTIONS = {
    Why.HALF_HEARD: f"""
        SELECT episode_id, '', NULL, NULL FROM positions
        WHERE NOT heard AND position > 0 AND {_OF_TALK} ORDER BY played DESC
    """,
    Why.QUEUED: f"""
        SELECT episode_id, '', NULL, NULL FROM queue WHERE {_OF_TALK} ORDER BY place
    """,
    Why.NEXT_PART: f"""
        SELECT (
            SELECT n.id FROM episodes n LEFT JOIN positions np ON np.episode_id = n.id
            WHERE n.series_key = e.series_key AND n.part > e.part AND NOT coalesce(np.heard, 0)
            ORDER BY n.part, n.id LIMIT 1
        ) AS follows, e.part, NULL, e.series_key
        FROM positions p LEFT JOIN episodes e ON e.id = p.episode_id
        WHERE p.heard AND follows IS NOT NULL AND {_OF_TALK} ORDER BY p.played DESC, e.part DESC
    """,
    Why.SAME_SPEAKER: f"""
        SELECT e.id, s.name, NULL, NULL FROM episodes e INDEXED BY episodes_by_date
        CROSS JOIN episode_speakers s ON s.episode_id = e.id
        WHERE {_HERE} AND s.name IN (
            SELECT name FROM favorites v CROSS JOIN episode_speakers n
            ON n.episode_id = v.episode_id
        ) AND {_IN_ITS_TURN} {_NEWEST_FIRST}
    """,
    Why.AT_HAND: f"""
        SELECT e.id, '', NULL, NULL FROM episodes e INDEXED BY episodes_by_date
        WHERE {_HERE} AND {_IN_ITS_TURN} {_NEWEST_FIRST}
    """,
    Why.NEWEST: f"""
        SELECT e.id, '', NULL, NULL FROM episodes e INDEXED BY episodes_by_date
        CROSS JOIN feeds f ON f.id = e.feed_id
        WHERE {_UNTOUCHED} AND NOT f.removed AND e.url IS NOT NULL AND {_IN_ITS_TURN}
        {_NEWEST_FIRST}
    """,
    Why.FAVORITE: f"""
        SELECT episode_id, '', played, NULL FROM favorites CROSS JOIN positions USING (episode_id)
        WHERE heard AND played < :long_ago AND {_OF_TALK} ORDER BY played
    """,
}


def offers(connection: sqlite3.Connection, audio: Path, now: datetime) -> tuple[Offer, ...]:
    """Return what to offer, the best reason first, each talk once."""
    found: dict[int, tuple[Why, str, int | None]] = {}
    for why, question in _QUESTIONS.items():
        chosen = connection.execute(question, {"long_ago": rows.seconds(now - LONG_AGO)})
        for episode_id, about, played in _first(chosen):
            found.setdefault(episode_id, (why, about, played))
    read = connection.execute(
        f"{rows.EPISODE} {rows.EPISODE_FROM} WHERE e.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(found)),),
    )
    episodes = {row["id"]: rows.episode(row, audio) for row in read}
    return tuple(
        Offer(episodes[one], why, about, rows.moment(played))
        for one, (why, about, played) in found.items()
    )


def _first(chosen: Iterable[sqlite3.Row]) -> Iterator[tuple[int, str, int | None]]:
    """Yield the first few; what goes on with a series only once for each."""
    series: set[str] = set()
    count = 0
    for episode_id, about, played, key in chosen:
        if key is None or key not in series:
            series.add(key)
            yield episode_id, str(about), played
            count += 1
        if count == EACH:
            return
