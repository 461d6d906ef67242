"""The numbers beside the sidebar's entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.model import Counts, EpisodeQuery, FeedKind
from desktop_app.library import lists
from desktop_app.library.episodes import HIDDEN

if TYPE_CHECKING:
    import sqlite3

_SPEAKERS = f"""
SELECT count(*) FROM (SELECT DISTINCT name FROM episode_speakers) n WHERE EXISTS (
    SELECT 1 FROM episode_speakers s WHERE s.name = n.name AND s.episode_id NOT IN ({HIDDEN})
)
"""  # a look at one talk of each, and not at all talks


def of_all(connection: sqlite3.Connection) -> Counts:
    """Return all of them."""
    row = connection.execute(
        f"SELECT ({_SPEAKERS}),"
        " (SELECT count(*) FROM favorites), (SELECT count(*) FROM queue),"
        " (SELECT count(*) FROM downloads WHERE state NOT IN ('downloaded', 'remote')),"
        " (SELECT count(*) FROM downloads WHERE state = 'downloaded'),"
        " (SELECT count(*) FROM problems)"
    ).fetchone()
    return Counts(
        talks=lists.count(connection, EpisodeQuery(kind=FeedKind.TALKS)),
        meditations=lists.count(connection, EpisodeQuery(kind=FeedKind.MEDITATIONS)),
        speakers=row[0],
        favorites=row[1],
        queue=row[2],
        downloads=row[3],
        downloaded=row[4],
        problems=row[5],
    )
