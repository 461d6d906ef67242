"""The numbers beside the sidebar's entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.model import Counts, FeedKind
from desktop_app.library.episodes import HIDDEN

if TYPE_CHECKING:
    import sqlite3


def of_all(connection: sqlite3.Connection) -> Counts:
    """Return all of them."""
    kinds = dict(
        connection.execute(
            "SELECT coalesce(f.chosen_kind, f.kind), count(*) FROM episodes e"
            f" JOIN feeds f ON f.id = e.feed_id WHERE e.id NOT IN ({HIDDEN}) GROUP BY 1"
        ).fetchall()
    )
    row = connection.execute(
        "SELECT (SELECT count(DISTINCT name) FROM episode_speakers"
        f" WHERE episode_id NOT IN ({HIDDEN})),"
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
