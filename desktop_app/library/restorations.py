"""Which talks are restored, are to be, or failed to be; a recording of another size is another.

A row with the state "none" says that nothing is to be done unasked: the person wanted no (more)
restoration, or there was nothing to mend.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.tape import Fault, RestorationState, Restored
from desktop_app.library import examinations

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from desktop_app.base.tape import Tape

_STANDING = """
SELECT e.id, iif(d.state = 'downloaded' AND d.size IS NOT NULL, d.path, NULL) AS source, d.size,
       t.tape, r.state, r.path, r.result, r.problem, r.original
FROM episodes e LEFT JOIN downloads d ON d.episode_id = e.id
LEFT JOIN tapes t ON t.episode_id = e.id AND t.size = d.size
LEFT JOIN restorations r ON r.episode_id = e.id AND r.size = d.size
"""
_UNASKED = f"""
{_STANDING} JOIN feeds f ON f.id = e.feed_id
WHERE f.restore AND d.state = 'downloaded' AND d.size IS NOT NULL
      AND r.episode_id IS NULL AND e.id NOT IN (SELECT value FROM json_each(?))
ORDER BY d.finished DESC, e.id DESC LIMIT 1
"""
_NEXT = f"""
{_STANDING} WHERE r.state = 'queued' AND d.state = 'downloaded'
      AND e.id NOT IN (SELECT value FROM json_each(:without))
      AND (:all OR e.id IN (SELECT value FROM json_each(:first)))
ORDER BY e.id IN (SELECT value FROM json_each(:first)) DESC, r.asked, e.id LIMIT 1
"""
_REQUEST = """
INSERT INTO restorations (episode_id, size, state, asked)
SELECT episode_id, size, 'queued', ?2 FROM downloads
WHERE episode_id = ?1 AND state = 'downloaded' AND size IS NOT NULL
ON CONFLICT (episode_id) DO UPDATE SET size = excluded.size, state = 'queued',
asked = excluded.asked, path = NULL, result = NULL, problem = NULL, original = 0
WHERE restorations.size <> excluded.size OR restorations.state NOT IN ('queued', 'done')
"""
_VOID = """
DELETE FROM restorations WHERE episode_id IN (
    SELECT r.episode_id FROM restorations r JOIN episodes e ON e.id = r.episode_id
    LEFT JOIN downloads d ON d.episode_id = r.episode_id
    WHERE d.episode_id IS NULL AND coalesce(e.url, '') NOT LIKE 'file:%'
          OR d.state = 'downloaded' AND d.size <> r.size)
RETURNING episode_id
"""


@dataclass(frozen=True, slots=True)
class Standing:
    """A talk, its recording, and how far its restoration is.

    ``source``: below the audio folder, or absolute; None: it is not on this computer, or not
    whole. ``size``: its bytes. ``examined``: also where that gave no ``tape``. ``path``: below
    the folder of restored recordings.
    """

    episode_id: int
    source: str | None
    size: int
    examined: bool
    tape: Tape | None
    state: RestorationState
    path: str | None
    result: Restored | None
    problem: KnownError | None
    original: bool


@dataclass(frozen=True, slots=True)
class Row:
    """What the library thinks of one talk's files below the folder of restored recordings."""

    episode_id: int
    size: int
    state: RestorationState
    path: str | None


def of(connection: sqlite3.Connection, episode_id: int) -> Standing | None:
    """Return how it stands with a talk; None: there is no such talk."""
    row = connection.execute(f"{_STANDING} WHERE e.id = ?", (episode_id,)).fetchone()
    return _standing(row) if row else None


def unasked(connection: sqlite3.Connection, without: Collection[int] = ()) -> Standing | None:
    """Return a talk that is to be looked at because its feed's are restored by themselves.

    The recording that came last is first; None: all were looked at.
    """
    row = connection.execute(_UNASKED, (json.dumps(sorted(without)),)).fetchone()
    return _standing(row) if row else None


def following(
    connection: sqlite3.Connection,
    first: Collection[int] = (),
    without: Collection[int] = (),
    *,
    only_first: bool = False,
) -> Standing | None:
    """Return what waits and is here: one of ``first``, or else (not ``only_first``) any."""
    values = {
        "first": json.dumps(sorted(first)),
        "without": json.dumps(sorted(without)),
        "all": not only_first,
    }
    row = connection.execute(_NEXT, values).fetchone()
    return _standing(row) if row else None


def waiting(connection: sqlite3.Connection) -> tuple[int, ...]:
    """Return all talks that wait, in their order."""
    found = connection.execute(
        "SELECT episode_id FROM restorations WHERE state = 'queued' ORDER BY asked, episode_id"
    )
    return tuple(row[0] for row in found)


def rows(connection: sqlite3.Connection) -> tuple[Row, ...]:
    """Return what is to be found on the disk, or may be."""
    found = connection.execute("SELECT episode_id, size, state, path FROM restorations")
    return tuple(Row(row[0], row[1], RestorationState(row[2]), row[3]) for row in found)


def request(
    connection: sqlite3.Connection, episode_ids: Sequence[int], now: datetime
) -> tuple[int, ...]:
    """Queue those of these whose recording is here and that are not restored; return them."""
    queued = []
    for place, episode_id in enumerate(episode_ids):
        asked = (now + timedelta(microseconds=place)).isoformat(timespec="microseconds")
        if connection.execute(_REQUEST, (episode_id, asked)).rowcount:
            queued.append(episode_id)
    return tuple(queued)


def leave(connection: sqlite3.Connection, standing: Standing) -> None:
    """Note that nothing is to be done about a recording unless the person asks for it."""
    connection.execute(
        "INSERT INTO restorations (episode_id, size, state, asked)"
        " SELECT id, ?2, 'none', '' FROM episodes WHERE id = ?1"
        " ON CONFLICT (episode_id) DO UPDATE SET size = excluded.size, state = 'none', path = NULL,"
        " result = NULL, problem = NULL, original = 0 WHERE size <> excluded.size",
        (standing.episode_id, standing.size),
    )


def finish(connection: sqlite3.Connection, standing: Standing, path: str, result: Restored) -> bool:
    """Note a restored file that has its final name; False: nobody wants it any more."""
    cursor = connection.execute(
        "UPDATE restorations SET state = 'done', path = ?, result = ?, problem = NULL"
        " WHERE episode_id = ? AND size = ? AND state = 'queued'",
        (path, _written(result), standing.episode_id, standing.size),
    )
    return cursor.rowcount > 0


def fail(connection: sqlite3.Connection, standing: Standing, error: KnownError) -> bool:
    """Keep why a restoration failed; False: nobody wants it any more."""
    cursor = connection.execute(
        "UPDATE restorations SET state = 'failed', problem = ?"
        " WHERE episode_id = ? AND size = ? AND state = 'queued'",
        (
            json.dumps([error.what, error.why, error.what_next]),
            standing.episode_id,
            standing.size,
        ),
    )
    return cursor.rowcount > 0


def drop(connection: sqlite3.Connection, episode_id: int, *states: RestorationState) -> bool:
    """Let a talk in one of these states be as the publisher made it; tell whether it was in one."""
    cursor = connection.execute(
        "UPDATE restorations SET state = 'none', path = NULL, result = NULL, problem = NULL,"
        " original = 0"
        " WHERE episode_id = ? AND state IN (SELECT value FROM json_each(?))",
        (episode_id, json.dumps(states)),
    )
    return cursor.rowcount > 0


def choose(connection: sqlite3.Connection, episode_id: int, *, original: bool) -> bool:
    """Note which of both recordings is listened to; tell whether there are both."""
    cursor = connection.execute(
        "UPDATE restorations SET original = ?1 WHERE episode_id = ?2 AND state = 'done'",
        (original, episode_id),
    )
    return cursor.rowcount > 0


def set_unasked(connection: sqlite3.Connection, feed_id: int, *, on: bool) -> tuple[int, ...]:
    """Let a feed's talks be restored by themselves, or no longer; return what waits no more.

    One that was unsubscribed meanwhile gets no rule. What was restored stays so.
    """
    connection.execute("UPDATE feeds SET restore = ? WHERE id = ? AND NOT removed", (on, feed_id))
    if on:
        return ()
    ended = connection.execute(
        "DELETE FROM restorations WHERE state = 'queued'"
        " AND episode_id IN (SELECT id FROM episodes WHERE feed_id = ?) RETURNING episode_id",
        (feed_id,),
    )
    return tuple(row[0] for row in ended.fetchall())


def clear(connection: sqlite3.Connection) -> tuple[int, ...]:
    """Forget what was made of recordings that were removed, or became others; return the talks.

    A tape that is not in its folder may lie on a stick: what was made of it stays. So it does of
    a file that was taken away, which may come back.
    """
    return tuple(row[0] for row in connection.execute(_VOID).fetchall())


def lose(connection: sqlite3.Connection, episode_ids: Collection[int]) -> None:
    """Forget restored files that are not there any more."""
    connection.executemany(
        "DELETE FROM restorations WHERE episode_id = ? AND state = 'done'",
        [(each,) for each in episode_ids],
    )


def _standing(row: sqlite3.Row) -> Standing:
    tape = examinations.read(row["tape"])
    problem = json.loads(row["problem"]) if row["problem"] else None
    return Standing(
        episode_id=row["id"],
        source=row["source"],
        size=row["size"] or 0,
        examined=tape is not None or row["tape"] == examinations.CANNOT_BE,
        tape=tape,
        state=RestorationState(row["state"] or RestorationState.NONE),
        path=row["path"],
        result=_read(row["result"]),
        problem=KnownError(*problem) if problem else None,
        original=bool(row["original"]),
    )


def _written(result: Restored) -> str:
    values = asdict(result)
    waves = {name: values[name].hex() for name in ("waveform_before", "waveform")}
    return json.dumps(values | waves)


def _read(text: str | None) -> Restored | None:
    if not text:
        return None
    values = json.loads(text)
    waves = {name: bytes.fromhex(values[name]) for name in ("waveform_before", "waveform")}
    faults = tuple(Fault(each) for each in values["faults"])
    try:
        return Restored(**(values | waves | {"faults": faults}))
    except TypeError:  # another version told other things
        return None
