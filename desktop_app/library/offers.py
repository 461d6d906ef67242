"""Which talks to offer: for every reason those that it speaks for. Nobody is ranked.

The reasons and their order are those of ``Why``. A part of a series is offered only when the
parts before it were heard, so that nobody begins in the middle.
"""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.base.model import FeedKind
from desktop_app.base.shelves import Offer, Why
from desktop_app.library import rows

if TYPE_CHECKING:
    import sqlite3
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
_NOT_BEGUN = (
    "NOT EXISTS (SELECT 1 FROM positions p WHERE p.episode_id = e.id AND"
    " (p.heard OR p.position > 0))"
)
_OF_TALKS = f"coalesce(f.chosen_kind, f.kind) = '{FeedKind.TALKS}'"
_FROM = "FROM episodes e JOIN feeds f ON f.id = e.feed_id"

_QUESTIONS = {
    Why.HALF_HEARD: f"""
        SELECT e.id, '', NULL {_FROM} JOIN positions p ON p.episode_id = e.id
        WHERE NOT p.heard AND p.position > 0 AND {_OF_TALKS} ORDER BY p.played DESC
    """,
    Why.QUEUED: f"""
        SELECT e.id, '', NULL {_FROM} JOIN queue q ON q.episode_id = e.id
        WHERE {_OF_TALKS} ORDER BY q.place
    """,
    Why.NEXT_PART: f"""
        SELECT (
            SELECT n.id FROM episodes n LEFT JOIN positions np ON np.episode_id = n.id
            WHERE n.series_key = e.series_key AND n.part > e.part AND NOT coalesce(np.heard, 0)
            ORDER BY n.part, n.id LIMIT 1
        ) AS follows, e.part, NULL {_FROM} JOIN positions p ON p.episode_id = e.id
        WHERE p.heard AND e.series_key IS NOT NULL AND follows IS NOT NULL AND {_OF_TALKS}
        ORDER BY p.played DESC
    """,
    Why.SAME_SPEAKER: f"""
        SELECT e.id, s.name, NULL {_FROM} JOIN downloads d ON d.episode_id = e.id
        JOIN episode_speakers s ON s.episode_id = e.id
        WHERE d.state = 'downloaded' AND {_OF_TALKS} AND {_NOT_BEGUN} AND {_IN_ITS_TURN}
        AND s.name IN (
            SELECT name FROM episode_speakers JOIN favorites USING (episode_id)
        ) ORDER BY e.sorted DESC, e.id DESC
    """,
    Why.AT_HAND: f"""
        SELECT e.id, '', NULL {_FROM} JOIN downloads d ON d.episode_id = e.id
        WHERE d.state = 'downloaded' AND {_OF_TALKS} AND {_NOT_BEGUN} AND {_IN_ITS_TURN}
        ORDER BY e.sorted DESC, e.id DESC
    """,
    Why.NEWEST: f"""
        SELECT e.id, '', NULL {_FROM.replace("JOIN", "CROSS JOIN")}
        WHERE NOT f.removed AND {_OF_TALKS} AND e.url IS NOT NULL AND {_NOT_BEGUN}
        AND {_IN_ITS_TURN} ORDER BY e.sorted DESC, e.id DESC
    """,
    Why.FAVORITE: f"""
        SELECT e.id, '', p.played {_FROM} JOIN favorites v ON v.episode_id = e.id
        JOIN positions p ON p.episode_id = e.id
        WHERE p.heard AND p.played < :long_ago AND {_OF_TALKS} ORDER BY p.played
    """,
}


def offers(connection: sqlite3.Connection, audio: Path, now: datetime) -> tuple[Offer, ...]:
    """Return what to offer, the best reason first, each talk once."""
    found: dict[int, tuple[Why, str, int | None]] = {}
    for why, question in _QUESTIONS.items():
        chosen = connection.execute(
            f"{question} LIMIT {EACH}", {"long_ago": rows.seconds(now - LONG_AGO)}
        )
        for episode_id, about, played in chosen:
            found.setdefault(episode_id, (why, str(about), played))
    read = connection.execute(
        f"{rows.EPISODE} {rows.EPISODE_FROM} WHERE e.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(found)),),
    )
    episodes = {row["id"]: rows.episode(row, audio) for row in read}
    return tuple(
        Offer(episodes[one], why, about, rows.moment(played))
        for one, (why, about, played) in found.items()
    )
