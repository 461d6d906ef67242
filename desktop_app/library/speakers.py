"""Who speaks: names that are one person's, and what there is of that person.

No name in ``speaker_aliases`` stands for one that is there itself: every name leads, in one
step, to the one that is shown. :func:`merge` alone writes the table, and keeps it so.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.base.matching import words
from desktop_app.base.shelves import SpeakerFacts
from desktop_app.base.typed import whole
from desktop_app.library import series
from desktop_app.library.schema import READ_AGAIN
from desktop_app.library.shelf import Shelf

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Mapping, Sequence

    from desktop_app.base.parsed import TitleFacts

_EVERYBODY = "SELECT name FROM episode_speakers UNION SELECT name FROM speaker_aliases"
_IS_ONE = """
SELECT 1 WHERE EXISTS (SELECT 1 FROM episode_speakers WHERE name = :name)
OR EXISTS (SELECT 1 FROM speaker_aliases WHERE name = :name)
"""
_TALKS = f"""
FROM episode_speakers s JOIN episodes e ON e.id = s.episode_id
LEFT JOIN downloads d ON d.episode_id = e.id LEFT JOIN positions p ON p.episode_id = e.id
WHERE s.name = ? AND NOT e.shelf & {int(Shelf.LEFT)}
"""


def aliases(connection: sqlite3.Connection) -> Mapping[str, str]:
    """Return, by every name that was merged, the one that is shown."""
    found = connection.execute("SELECT name, same_as FROM speaker_aliases")
    return {row["name"]: row["same_as"] for row in found}


def called(facts: TitleFacts, same_as: Mapping[str, str]) -> TitleFacts:
    """Return facts with each speaker under the name that is shown, and nobody twice."""
    if same_as.keys().isdisjoint(facts.speakers):
        return facts
    names = dict.fromkeys(same_as.get(name, name) for name in facts.speakers)
    return replace(facts, speakers=tuple(names))


def shown(connection: sqlite3.Connection, name: str) -> str:
    """Return the name that a name is shown as: itself, unless it was merged."""
    found = connection.execute("SELECT same_as FROM speaker_aliases WHERE name = ?", (name,))
    row = found.fetchone()
    return row["same_as"] if row else name


def meant(connection: sqlite3.Connection, typed: str) -> str:
    """Return the name that a typed one means: that of a speaker, if but its spelling differs.

    Case, accents and punctuation are spelling; a name of nobody's is itself.
    """
    typed = whole(typed)
    if any(connection.execute(_IS_ONE, {"name": typed})):
        return typed
    wanted = words(typed)
    known = (row[0] for row in connection.execute(_EVERYBODY)) if wanted else ()
    return min((name for name in known if words(name) == wanted), default=typed)


def merge(connection: sqlite3.Connection, names: Sequence[str], into: str) -> tuple[int, ...]:
    """Let names, and all that were merged into them, be ``into``'s; return the talks of theirs.

    Names may be typed as :func:`meant` understands them. If ``into`` stands for another name
    itself, that one is meant, unless that one is among ``names``: then the two change places. The
    talks have the old name yet, and are noted as to be read again.
    """
    same_as = aliases(connection)
    names = [meant(connection, name) for name in names]
    heads = {same_as.get(name, name) for name in names}
    known = meant(connection, into)
    head = same_as.get(known, known)
    head = into if head in heads else head
    gone = (heads | set(names)) - {head}
    if not gone:
        return ()
    marks = json.dumps(list(gone))
    connection.execute("DELETE FROM speaker_aliases WHERE name = ?", (head,))
    connection.execute(
        "UPDATE speaker_aliases SET same_as = ? WHERE same_as IN (SELECT value FROM json_each(?))",
        (head, marks),
    )
    connection.executemany(
        "INSERT OR REPLACE INTO speaker_aliases (name, same_as) VALUES (?, ?)",
        [(name, head) for name in gone],
    )
    return _read_again(connection, gone)


def separate(connection: sqlite3.Connection, name: str) -> tuple[int, ...] | None:
    """Let a name be one of its own again; return the talks that may be its, None: it is one.

    They have the name yet that it was merged into, and are noted as to be read again.
    """
    name = meant(connection, name)
    head = shown(connection, name)
    if head == name:
        return None
    connection.execute("DELETE FROM speaker_aliases WHERE name = ?", (name,))
    return _read_again(connection, {head})


def one(connection: sqlite3.Connection, name: str) -> SpeakerFacts | None:
    """Return what a speaker's page shows; None: nobody of this name speaks.

    A name that was merged leads to the one that is shown, and one that was typed otherwise to
    the one that is meant.
    """
    name = shown(connection, meant(connection, name))
    sums = connection.execute(
        "SELECT count(*) AS talks, coalesce(sum(d.state = 'downloaded'), 0) AS here,"
        " coalesce(sum(p.heard), 0) AS heard, coalesce(sum(e.duration), 0.0) AS seconds,"
        f" min(e.year) AS first_year, max(e.year) AS last_year {_TALKS}",
        (name,),
    ).fetchone()
    if not sums["talks"]:
        return None
    also = connection.execute(
        "SELECT name FROM speaker_aliases WHERE same_as = ? ORDER BY name COLLATE NOCASE", (name,)
    )
    return SpeakerFacts(
        name=name,
        **dict(sums),
        fellowships=_most_frequent(connection, "fellowship", name),
        places=_most_frequent(connection, "place", name),
        series=series.of_speaker(connection, name),
        also=tuple(row["name"] for row in also),
    )


def _read_again(connection: sqlite3.Connection, names: Collection[str]) -> tuple[int, ...]:
    """Note that what these speak is to be read again; return it, what came last first."""
    found = connection.execute(
        f"UPDATE episodes SET {READ_AGAIN} WHERE id IN (SELECT episode_id FROM episode_speakers"
        " WHERE name IN (SELECT value FROM json_each(?))) RETURNING id",
        (json.dumps(list(names)),),
    )
    return tuple(sorted((row["id"] for row in found.fetchall()), reverse=True))


def _most_frequent(connection: sqlite3.Connection, column: str, name: str) -> tuple[str, ...]:
    found = connection.execute(
        f"SELECT e.{column} {_TALKS} AND e.{column} IS NOT NULL"
        f" GROUP BY e.{column} ORDER BY count(*) DESC, e.{column}",
        (name,),
    )
    return tuple(row[0] for row in found)
