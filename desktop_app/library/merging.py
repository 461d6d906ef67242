"""Two subscriptions that turned out to be one feed, made one; nothing of the person's is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.library import favorites, filters
from desktop_app.library.schema import READ_AGAIN

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

_PLACE = """
INSERT INTO positions (episode_id, position, heard, played, asleep)
SELECT :into, position, heard, played, asleep FROM positions WHERE episode_id = :gone
ON CONFLICT (episode_id) DO UPDATE SET position = max(position, excluded.position),
heard = max(heard, excluded.heard), played = max(coalesce(played, 0), coalesce(excluded.played, 0)),
asleep = coalesce(asleep, excluded.asleep)
"""
_FAVORITE = """
INSERT INTO favorites (episode_id, added, note)
SELECT :into, added, note FROM favorites WHERE episode_id = :gone
ON CONFLICT (episode_id) DO UPDATE SET added = min(added, excluded.added),
note = CASE note WHEN excluded.note THEN note
ELSE trim(note || char(10) || excluded.note, char(10)) END
"""
_COLLECTIONS = """
INSERT INTO collection_members (collection_id, episode_id, place)
SELECT collection_id, :into, place FROM collection_members WHERE episode_id = :gone
ON CONFLICT (collection_id, episode_id) DO UPDATE SET place = min(place, excluded.place)
"""
_FORMER = """
INSERT INTO former_favorites (episode_id, note, places)
SELECT :into, note, places FROM former_favorites WHERE episode_id = :gone
ON CONFLICT (episode_id) DO UPDATE SET
note = CASE note WHEN excluded.note THEN note
ELSE trim(note || char(10) || excluded.note, char(10)) END,
places = (SELECT json_group_array(json(value)) FROM (
    SELECT value FROM json_each(places) UNION ALL SELECT value FROM json_each(excluded.places)
))
"""
_QUEUE = "INSERT OR IGNORE INTO queue SELECT :into, place FROM queue WHERE episode_id = :gone"
_BOOKMARKS = "UPDATE bookmarks SET episode_id = :into WHERE episode_id = :gone"
_HISTORY = "UPDATE history SET episode_id = :into WHERE episode_id = :gone"
_CORRECTIONS = """
INSERT OR IGNORE INTO corrections (episode_id, field, value)
SELECT :into, field, value FROM corrections WHERE episode_id = :gone
"""
_TAGS = """
UPDATE episodes SET tags = (SELECT tags FROM episodes WHERE id = :gone)
WHERE id = :into AND tags IS NULL
"""
_CHAPTERS = """
INSERT INTO chapters (episode_id, start, title)
SELECT :into, start, title FROM chapters WHERE episode_id = :gone
AND NOT EXISTS (SELECT 1 FROM chapters WHERE episode_id = :into)
"""
_READ_AGAIN = f"UPDATE episodes SET {READ_AGAIN} WHERE id = :into"
_NEARNESS = "CASE {}.state WHEN 'downloaded' THEN 2 WHEN 'remote' THEN 0 ELSE 1 END"
"""How much there is of a download: a whole file, something that may become one, nothing."""

_LESSER_DOWNLOAD = f"""
DELETE FROM downloads AS d WHERE episode_id = :into AND {_NEARNESS.format("d")} <
(SELECT {_NEARNESS.format("g")} FROM downloads g WHERE g.episode_id = :gone)
"""
_ASKED_FOR = """
UPDATE downloads SET automatic = 0 WHERE episode_id IN (:gone, :into) AND automatic
AND EXISTS (SELECT 1 FROM downloads WHERE episode_id IN (:gone, :into) AND NOT automatic)
"""
_DOWNLOAD = "UPDATE OR IGNORE downloads SET episode_id = :into WHERE episode_id = :gone"
_OF_SOUND = ("tapes", "restorations")
_OF_ANOTHER_SOUND = """
DELETE FROM {} WHERE episode_id = :into
AND size IS NOT (SELECT size FROM downloads WHERE episode_id = :into)
"""
_SOUND = "UPDATE OR IGNORE {} SET episode_id = :into WHERE episode_id = :gone"
_RESTORED = tuple(each.format(of) for of in _OF_SOUND for each in (_OF_ANOTHER_SOUND, _SOUND))
_END = "DELETE FROM episodes WHERE id = :gone"
_CHOICES = """
UPDATE feeds SET
(chosen_title, chosen_kind, grouped, every, speed, opening, restore, auto, auto_seen) = (
    SELECT coalesce(feeds.chosen_title, g.chosen_title), coalesce(feeds.chosen_kind, g.chosen_kind),
           coalesce(nullif(feeds.grouped, ''), g.grouped), coalesce(feeds.every, g.every),
           coalesce(feeds.speed, g.speed), coalesce(nullif(feeds.opening, 0), g.opening),
           max(feeds.restore, g.restore),
           coalesce(feeds.auto, g.auto),
           (SELECT coalesce(CASE WHEN feeds.auto IS NULL THEN max(id)
                            ELSE min(max(feeds.auto_seen, g.auto_seen), max(id)) END, 0)
            FROM episodes)
    FROM feeds g WHERE g.id = :gone
) WHERE id = :into
"""


def is_busy(connection: sqlite3.Connection, feed_id: int) -> bool:
    """Tell whether a recording of the feed is being downloaded at the moment."""
    found = connection.execute(
        "SELECT 1 FROM downloads d JOIN episodes e ON e.id = d.episode_id"
        " WHERE e.feed_id = ? AND d.state = 'downloading' LIMIT 1",
        (feed_id,),
    )
    return found.fetchone() is not None


def spare_files(
    connection: sqlite3.Connection, pairs: Sequence[tuple[int, int]]
) -> tuple[str, ...]:
    """Return the paths, under the audio folder, that nobody needs once the pairs are merged."""
    found = connection.execute(
        f"SELECT episode_id, {_NEARNESS.format('d')}, path FROM downloads d"
        " WHERE path IS NOT NULL AND ours"
    )
    rows = {episode_id: (nearness, path) for episode_id, nearness, path in found}
    spare = []
    for gone, into in pairs:
        if gone in rows and into in rows:
            near_gone, path_gone = rows[gone]
            near_into, path_into = rows[into]
            spare.append(path_into if near_gone > near_into else path_gone)
    return tuple(spare)


def unite(
    connection: sqlite3.Connection, gone: int, into: int, pairs: Sequence[tuple[int, int]]
) -> tuple[str, ...] | None:
    """Merge two feeds; return the paths that nobody needs any more.

    None: nothing was done, for a recording of one of them is just being downloaded, and whoever
    does it knows the episode by its number.
    """
    if is_busy(connection, gone) or is_busy(connection, into):
        return None
    spare = spare_files(connection, pairs)
    merge(connection, gone, into, pairs)
    return spare


def merge(
    connection: sqlite3.Connection, gone: int, into: int, pairs: Sequence[tuple[int, int]]
) -> None:
    """Make feed ``gone`` part of feed ``into``, in one transaction.

    The further place counts, and heard once is heard; a whole file is better than one that is
    on its way, that is better than one that was taken away, and of two the first is kept. What
    the person asked for in one of them is automatic no longer, and what either rule has looked
    at is not looked at again: of a rule that changes over, all that is there now. Of two
    corrections the one in ``into`` holds, and so of what two files say. What changed over is to
    be read again, for a series is one of a feed.

    Args:
        connection: The library.
        gone: The feed that ends.
        into: The feed that stays; it takes over what the person chose for the other one, unless
            it has choices of its own.
        pairs: Episodes of both that are the same: (of ``gone``, of ``into``). All others of
            ``gone`` change over as they are.
    """
    stars = (_FAVORITE, _COLLECTIONS, _FORMER)
    marks = (_PLACE, *stars, _QUEUE, _BOOKMARKS, _HISTORY, _CORRECTIONS)
    whole = (*marks, _TAGS, _CHAPTERS, _READ_AGAIN, _ASKED_FOR, _LESSER_DOWNLOAD, _DOWNLOAD)
    for one, other in pairs:
        for statement in (*whole, *_RESTORED, _END):
            connection.execute(statement, {"gone": one, "into": other})
        favorites.bring_back(connection, other)
    feeds = {"gone": gone, "into": into}
    connection.execute(
        f"UPDATE episodes SET feed_id = :into, {READ_AGAIN} WHERE feed_id = :gone", feeds
    )
    connection.execute(_CHOICES, feeds)
    filters.lead(connection, gone, into)
    connection.execute("DELETE FROM feeds WHERE id = :gone", feeds)
