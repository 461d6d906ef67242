"""What was said in an episode, and where its publisher has that and its chapters."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.base.parsed import Transcript, TranscriptLine
from desktop_app.library import chapters, said

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from desktop_app.base.parsed import Chapter


@dataclass(frozen=True, slots=True)
class Beside:
    """What a feed names beside an episode's sound.

    ``chapters_url``: None where the chapters are known already, or were asked for.
    """

    feed_url: str
    account: str | None
    language: str | None
    transcripts: tuple[Transcript, ...] = ()
    chapters_url: str | None = None


def beside(connection: sqlite3.Connection, episode_id: int) -> Beside | None:
    """Return what there is beside an episode's sound; None: there is no such episode."""
    row = connection.execute(
        "SELECT f.url, f.account, f.language, e.transcripts,"
        " CASE WHEN e.chapters_read OR EXISTS"
        " (SELECT 1 FROM chapters c WHERE c.episode_id = e.id) THEN NULL ELSE e.chapters_url END"
        " FROM episodes e JOIN feeds f ON f.id = e.feed_id WHERE e.id = ?",
        (episode_id,),
    ).fetchone()
    if row is None:
        return None
    offered = tuple(Transcript(**each) for each in json.loads(row[3]))
    return Beside(row[0], row[1], row[2], offered, row[4])


def wanting(connection: sqlite3.Connection, episode_ids: Iterable[int]) -> tuple[int, ...]:
    """Return those of these that are downloaded, while what is beside them is not here."""
    found = connection.execute(
        "SELECT e.id FROM downloads d JOIN episodes e ON e.id = d.episode_id"
        " WHERE d.state = 'downloaded' AND d.ours"
        " AND e.id IN (SELECT value FROM json_each(?)) AND ("
        " (e.transcripts <> '[]' AND NOT EXISTS"
        " (SELECT 1 FROM transcript_lines t WHERE t.episode_id = e.id))"
        " OR (e.chapters_url IS NOT NULL AND NOT e.chapters_read AND NOT EXISTS"
        " (SELECT 1 FROM chapters c WHERE c.episode_id = e.id))) ORDER BY e.id",
        (json.dumps(list(episode_ids)),),
    )
    return tuple(row[0] for row in found)


def lines(connection: sqlite3.Connection, episode_id: int) -> tuple[TranscriptLine, ...]:
    """Return what was said, as far as it is here, in its order."""
    found = connection.execute(
        "SELECT start, until, speaker, text FROM transcript_lines"
        " WHERE episode_id = ? ORDER BY start, rowid",
        (episode_id,),
    )
    return tuple(
        TranscriptLine(None if start == said.NO_TIME else start, until, speaker, text)
        for start, until, speaker, text in found
    )


def replace(
    connection: sqlite3.Connection, episode_id: int, spoken: Sequence[TranscriptLine]
) -> None:
    """Keep a transcript, and let it be found; of an episode that is gone there is none to keep.

    It goes as one value, since rows given one by one would keep the window waiting.
    """
    connection.execute("DELETE FROM transcript_lines WHERE episode_id = ?", (episode_id,))
    connection.execute(
        "INSERT INTO transcript_lines SELECT e.id, coalesce(l.value ->> 0, ?), l.value ->> 1,"
        " l.value ->> 2, l.value ->> 3 FROM episodes e, json_each(?) l WHERE e.id = ?"
        " ORDER BY l.key",
        (said.NO_TIME, json.dumps(spoken), episode_id),
    )
    said.index(connection, episode_id)


def keep_chapters(
    connection: sqlite3.Connection, episode_id: int, url: str, found: Sequence[Chapter]
) -> bool:
    """Note that the chapters at ``url`` were asked for; tell whether they are used.

    They are where the episode has none of its own, and names this address still.
    """
    cursor = connection.execute(
        "UPDATE episodes SET chapters_read = 1 WHERE id = ? AND chapters_url = ?", (episode_id, url)
    )
    if not cursor.rowcount or not found or chapters.of(connection, episode_id):
        return False
    chapters.replace(connection, episode_id, found)
    return True
