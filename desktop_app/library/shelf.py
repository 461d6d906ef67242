"""Where a talk stands, in one number: whatever lists may be narrowed to that changes by listening.

``episodes.shelf`` repeats what feeds, positions, favorites, queue and downloads say, kept right
by triggers, so that a list of 100,000 is told from its index alone: a join costs ten times as
much. The triggers fire only when one of these facts changes, not with every second of a place.
"""

from __future__ import annotations

from enum import IntFlag
from typing import TYPE_CHECKING

from desktop_app.base.model import DownloadState, FeedKind

if TYPE_CHECKING:
    import sqlite3


class Shelf(IntFlag):
    """The facts. ``LEFT``: what a removed feed left behind, which most lists do not show."""

    TALKS = 1
    MEDITATIONS = 2
    LEFT = 4
    HEARD = 8
    BEGUN = 16
    FAVORITE = 32
    QUEUED = 64
    LOST = 128
    REMOTE = 256
    WAITING = 512
    DOWNLOADING = 1024
    PAUSED = 2048
    DOWNLOADED = 4096
    FAILED = 8192


KINDS = {FeedKind.TALKS: Shelf.TALKS, FeedKind.MEDITATIONS: Shelf.MEDITATIONS}
STATES = {
    DownloadState.REMOTE: Shelf.REMOTE,
    DownloadState.QUEUED: Shelf.WAITING,
    DownloadState.DOWNLOADING: Shelf.DOWNLOADING,
    DownloadState.PAUSED: Shelf.PAUSED,
    DownloadState.DOWNLOADED: Shelf.DOWNLOADED,
    DownloadState.FAILED: Shelf.FAILED,
}

_STATE = " ".join(f"WHEN '{state.value}' THEN {int(bit)}" for state, bit in STATES.items())
_KIND = " ".join(f"WHEN '{kind.value}' THEN {int(bit)}" for kind, bit in KINDS.items())
_OF_FEED = f"CASE coalesce(f.chosen_kind, f.kind) {_KIND} ELSE 0 END"
_KEPT = """
v.episode_id IS NOT NULL OR q.episode_id IS NOT NULL
OR d.state IS 'downloaded' AND d.ours
OR EXISTS (SELECT 1 FROM bookmarks b WHERE b.episode_id = e.id)
"""  # as feeds.KEPT has it
_VIEW = f"""
CREATE VIEW shelved AS
SELECT e.id, {_OF_FEED}
       | CASE coalesce(d.state, 'remote') {_STATE} ELSE 0 END
       | iif(f.removed AND NOT ({_KEPT}), {int(Shelf.LEFT)}, 0)
       | iif(p.heard, {int(Shelf.HEARD)}, 0)
       | iif(p.position > 0 AND NOT p.heard, {int(Shelf.BEGUN)}, 0)
       | iif(v.episode_id IS NOT NULL, {int(Shelf.FAVORITE)}, 0)
       | iif(q.episode_id IS NOT NULL, {int(Shelf.QUEUED)}, 0)
       | iif(d.lost, {int(Shelf.LOST)}, 0) AS shelf
FROM episodes e JOIN feeds f ON f.id = e.feed_id
LEFT JOIN positions p ON p.episode_id = e.id
LEFT JOIN downloads d ON d.episode_id = e.id
LEFT JOIN favorites v ON v.episode_id = e.id
LEFT JOIN queue q ON q.episode_id = e.id;
"""
_SHELVE = "UPDATE episodes SET shelf = (SELECT s.shelf FROM shelved s WHERE s.id = episodes.id)"

_WATCHED = {
    "downloads": ("episode_id", "state", "ours", "lost"),
    "positions": ("episode_id", "heard", "position > 0"),
    "favorites": ("episode_id",),
    "queue": ("episode_id",),
    "bookmarks": ("episode_id",),
}
"""What is told of a talk in tables of their own."""


def of_new(connection: sqlite3.Connection, feed_id: int) -> int:
    """Return what is true of every talk that a feed has just brought."""
    row = connection.execute(
        f"SELECT {_OF_FEED} | iif(f.removed, {int(Shelf.LEFT)}, 0) FROM feeds f WHERE f.id = ?",
        (feed_id,),
    ).fetchone()
    return int(row[0]) | int(Shelf.REMOTE)


def _trigger(name: str, event: str, talks: str, *facts: str) -> str:
    """Return a trigger that shelves ``talks`` anew, on an update only if ``facts`` change."""
    old, new = (", ".join(f"{row}.{fact}" for fact in facts) for row in ("old", "new"))
    when = f" WHEN ({old}) IS NOT ({new})" if facts else ""
    return f"CREATE TRIGGER {name} AFTER {event}{when} BEGIN\n{_SHELVE} WHERE {talks};\nEND;\n"


def _watch(table: str, facts: tuple[str, ...]) -> str:
    columns = ", ".join(fact.split()[0] for fact in facts)
    both = "id IN (old.episode_id, new.episode_id)"
    return (
        _trigger(f"{table}_come", f"INSERT ON {table}", "id = new.episode_id")
        + _trigger(f"{table}_change", f"UPDATE OF {columns} ON {table}", both, *facts)
        + _trigger(f"{table}_go", f"DELETE ON {table}", "id = old.episode_id")
    )


_FEED_FACTS = ("kind", "chosen_kind", "removed")

VERSION_4 = (
    "ALTER TABLE episodes ADD COLUMN shelf INTEGER NOT NULL DEFAULT 0;\n"
    + _VIEW
    + "".join(_watch(table, facts) for table, facts in _WATCHED.items())
    + _trigger(
        "feeds_change",
        f"UPDATE OF {', '.join(_FEED_FACTS)} ON feeds",
        "feed_id = new.id",
        *_FEED_FACTS,
    )
    + _trigger("episodes_move", "UPDATE OF feed_id ON episodes", "id = new.id", "feed_id")
    + f"{_SHELVE};\n"
)
"""What a library of version 3 needs for it."""
