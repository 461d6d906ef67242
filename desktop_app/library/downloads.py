"""What is to be downloaded, what is there, and how far each file is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.base.model import DownloadState
from desktop_app.library import chapters, episodes, rows, tags

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from desktop_app.base.parsed import AudioFacts


_ABSURD = 10_000_000_000
"""Bytes that no recording has, whatever its feed says."""


@dataclass(frozen=True, slots=True)
class Download:
    """A row of the queue of downloads; ``path`` is relative to the audio folder.

    ``size``: what the server said, or what came; ``feed_size`` and ``feed_duration``: what the
    feed says. ``doubted``: so many bytes came once, and seem too few. ``automatic``: a rule
    asked for it. ``lost``: its file was there and was taken away. ``held``: ``not_before`` is
    the server's own wish.
    """

    episode_id: int
    feed: str
    title: str
    speakers: str
    published: datetime | None
    url: str | None
    type: str | None
    state: DownloadState
    path: str | None
    received: int
    size: int | None
    etag: str | None
    last_modified: str | None
    attempts: int
    not_before: datetime | None
    ours: bool
    feed_url: str
    account: str | None
    failure: str | None
    feed_size: int | None
    feed_duration: float | None
    doubted: int | None
    automatic: bool
    lost: bool
    held: bool

    @property
    def expected(self) -> int:
        """The bytes that it is going to take; absurd words of a feed count for none."""
        told = self.feed_size or 0
        return self.size or (told if told < _ABSURD else 0)


_DOWNLOAD = """
SELECT d.episode_id, coalesce(f.chosen_title, f.title) AS feed, e.title, e.speakers, e.published,
       e.url, e.type, d.state, d.path, d.received, d.size, d.etag,
       d.last_modified, d.attempts, d.not_before, d.ours, f.url AS feed_url, f.account,
       d.failure, e.size AS feed_size, e.duration AS feed_duration, d.doubted, d.automatic,
       d.lost, d.held
FROM downloads d JOIN episodes e ON e.id = d.episode_id JOIN feeds f ON f.id = e.feed_id
"""


def _download(row: sqlite3.Row) -> Download:
    values = dict(row)
    values["published"] = rows.moment(row["published"])
    values["state"] = DownloadState(row["state"])
    values["not_before"] = rows.moment(row["not_before"])
    values |= {name: bool(row[name]) for name in ("ours", "automatic", "lost", "held")}
    return Download(**values)


def in_state(connection: sqlite3.Connection, *states: DownloadState) -> tuple[Download, ...]:
    """Return the downloads in these states, in the person's order."""
    marks = ", ".join("?" for _ in states)
    found = connection.execute(
        f"{_DOWNLOAD} WHERE d.state IN ({marks}) ORDER BY d.place, d.episode_id", states
    )
    return tuple(_download(row) for row in found)


def one(connection: sqlite3.Connection, episode_id: int) -> Download | None:
    """Return one download, or None if the episode was never asked for."""
    row = connection.execute(f"{_DOWNLOAD} WHERE d.episode_id = ?", (episode_id,)).fetchone()
    return _download(row) if row else None


def paths(connection: sqlite3.Connection) -> frozenset[str]:
    """Return every path in use, so that no two episodes share a file."""
    found = connection.execute("SELECT path FROM downloads WHERE path IS NOT NULL AND ours")
    return frozenset(row[0] for row in found)


def enqueue(
    connection: sqlite3.Connection, episode_ids: Iterable[int], *, automatic: bool = False
) -> tuple[int, ...]:
    """Queue these at the end; return those that were not there, waiting or moving already.

    A missing tape is nowhere to be had from. ``automatic``: a rule asks for them, not the person.
    """
    queued = []
    (last,) = connection.execute("SELECT coalesce(max(place), 0) FROM downloads").fetchone()
    for place, episode_id in enumerate(episode_ids, int(last) + 1):
        cursor = connection.execute(
            "INSERT INTO downloads (episode_id, state, place, automatic)"
            " SELECT id, 'queued', ?2, ?3"
            " FROM episodes WHERE id = ?1 AND url NOT LIKE 'file:%'"
            " ON CONFLICT (episode_id) DO UPDATE SET state = 'queued', place = excluded.place,"
            " automatic = excluded.automatic, attempts = 0, not_before = NULL, held = 0,"
            " failure = NULL, received = CASE WHEN lost THEN 0 ELSE received END, lost = 0"
            " WHERE state IN ('remote', 'paused', 'failed')",
            (episode_id, place, automatic),
        )
        if cursor.rowcount:
            queued.append(episode_id)
        elif not automatic:
            connection.execute(
                "UPDATE downloads SET automatic = 0 WHERE episode_id = ? AND automatic",
                (episode_id,),
            )
    return tuple(queued)


def set_state(
    connection: sqlite3.Connection,
    episode_id: int,
    state: DownloadState,
    failure: str | None = None,
) -> bool:
    """Move a download that waits or moves into another state; False: it does neither (now)."""
    cursor = connection.execute(
        "UPDATE downloads SET state = ?, failure = ?"
        " WHERE episode_id = ? AND state IN ('queued', 'downloading')",
        (state, failure, episode_id),
    )
    return cursor.rowcount > 0


def begin(
    connection: sqlite3.Connection,
    episode_id: int,
    path: str,
    state: DownloadState = DownloadState.QUEUED,
) -> bool:
    """Note that ``path`` is being worked on; False: the download is not in ``state`` any more."""
    cursor = connection.execute(
        "UPDATE downloads SET state = 'downloading', path = ?, failure = NULL"
        " WHERE episode_id = ? AND state = ?",
        (path, episode_id, state),
    )
    return cursor.rowcount > 0


def claim(
    connection: sqlite3.Connection, episode_id: int, name: Callable[[frozenset[str]], str]
) -> str | None:
    """Begin a download under a path of its own; None: it does not wait any more.

    A first path is ``name(taken)``, chosen within this one transaction, so that two talks of
    the same name and day never share a file.
    """
    row = connection.execute(
        "SELECT path FROM downloads WHERE episode_id = ?", (episode_id,)
    ).fetchone()
    if row is None:
        return None
    path = row["path"] or name(paths(connection))
    return path if begin(connection, episode_id, path) else None


def set_validators(
    connection: sqlite3.Connection,
    episode_id: int,
    etag: str | None,
    last_modified: str | None,
    size: int | None,
) -> None:
    """Remember which version of the file is being fetched, before its bytes flow."""
    connection.execute(
        "UPDATE downloads SET etag = ?, last_modified = ?, size = ? WHERE episode_id = ?",
        (etag, last_modified, size, episode_id),
    )


def set_received(connection: sqlite3.Connection, episode_id: int, received: int) -> None:
    """Note how many bytes are on the disk."""
    connection.execute(
        "UPDATE downloads SET received = ? WHERE episode_id = ?", (received, episode_id)
    )


def postpone(
    connection: sqlite3.Connection,
    episode_id: int,
    attempts: int,
    until: datetime | None,
    why: str,
    *,
    held: bool = False,
) -> bool:
    """Put a download that failed for now back into the queue; False: it was stopped meanwhile."""
    cursor = connection.execute(
        "UPDATE downloads SET state = 'queued', attempts = ?, not_before = ?, failure = ?, held = ?"
        " WHERE episode_id = ? AND state IN ('queued', 'downloading')",
        (attempts, rows.seconds(until), why, held, episode_id),
    )
    return cursor.rowcount > 0


def doubt(connection: sqlite3.Connection, episode_id: int, received: int) -> None:
    """Remember that what came, so many bytes, seems to be less than the whole."""
    connection.execute(
        "UPDATE downloads SET doubted = ? WHERE episode_id = ?", (received, episode_id)
    )


def doubtful(connection: sqlite3.Connection) -> frozenset[int]:
    """Return the failed downloads of which something came that may or may not be all."""
    found = connection.execute(
        "SELECT episode_id FROM downloads WHERE state = 'failed' AND doubted IS NOT NULL"
    )
    return frozenset(row[0] for row in found)


def finish(
    connection: sqlite3.Connection,
    episode_id: int,
    path: str,
    size: int,
    now: datetime,
    facts: AudioFacts | None = None,
) -> bool:
    """Note a whole file, and what it says of itself; called after it has its final name.

    False: nobody wants it any more, and nothing was noted.
    """
    cursor = connection.execute(
        "UPDATE downloads SET state = 'downloaded', path = ?, size = ?, received = ?,"
        " finished = ?, failure = NULL, attempts = 0, not_before = NULL, held = 0, lost = 0,"
        " doubted = NULL WHERE episode_id = ?",
        (path, size, size, rows.seconds(now), episode_id),
    )
    if cursor.rowcount and facts is not None:
        episodes.set_duration(connection, episode_id, facts.duration)
        chapters.replace(connection, episode_id, facts.chapters)
        tags.put(connection, episode_id, tags.of(facts.title, facts.artist, facts.album))
    return cursor.rowcount > 0


def forget(connection: sqlite3.Connection, episode_id: int) -> None:
    """Make an episode remote again."""
    connection.execute("DELETE FROM downloads WHERE episode_id = ?", (episode_id,))


def lose(connection: sqlite3.Connection, episode_id: int) -> bool:
    """Note that the file of a download was taken away; it is known again if it comes back."""
    cursor = connection.execute(
        "UPDATE downloads SET state = 'remote', lost = 1"
        " WHERE episode_id = ? AND state = 'downloaded'",
        (episode_id,),
    )
    return cursor.rowcount > 0


def drop(connection: sqlite3.Connection, episode_id: int) -> Download | None:
    """Make an episode that is not downloaded yet remote again; return what there was of it."""
    row = one(connection, episode_id)
    if row is None or row.state is DownloadState.DOWNLOADED:
        return None
    forget(connection, episode_id)
    return row
