"""The full-text index (SQLite's FTS5): title and speaker before notes, then the newest.

Two tables: ``search_names`` has the words of title, speakers and what else is known of a talk,
``search`` those and the notes'. A letter that is typed may fit each of 100,000 talks, and
weighing them all (bm25) takes a second. So the index is made for stopping early: rows stand in it
by their age, every question takes the newest few hundred that fit, and only those are ranked.
"""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING

from desktop_app.base import matching
from desktop_app.base.matching import words
from desktop_app.library import rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path

    from desktop_app.base.model import Episode

ID = 0xFFFF_FFFF
"""The bits of a row's number in the index that are the episode's id; above them is its age."""

# 2**21 seconds are 24 days: near enough, and small to keep.
_TO_INDEX = """
SELECT id, search_row AS old, (sorted >> 21 << 32) | id AS new, sorted, title, speakers,
       subject, event, place, year, series, fellowship, steps, coalesce(html, '') AS html
FROM episodes LEFT JOIN notes ON episode_id = id
WHERE id IN (SELECT value FROM json_each(?)) ORDER BY new
"""
_RANKED = 300
_NOTES_RANKED = 60
_LEFT_OUT = 2_000
_NAMED = """
SELECT rowid, words, sorted FROM search_names WHERE search_names MATCH ?
ORDER BY rowid DESC LIMIT ?
"""
_NOTED = """
SELECT s.rowid, n.words, n.sorted FROM search s CROSS JOIN search_names n ON n.rowid = s.rowid
WHERE search MATCH ? ORDER BY s.rowid DESC LIMIT ?
"""
_NOTED_ONLY = """
SELECT s.rowid, n.words, n.sorted FROM search s CROSS JOIN search_names n ON n.rowid = s.rowid
WHERE search MATCH :asked AND s.rowid NOT IN (
    SELECT rowid FROM search_names WHERE search_names MATCH :asked ORDER BY rowid DESC LIMIT :left
) ORDER BY s.rowid DESC LIMIT :limit
"""
_PARTS = """
SELECT id, series_key, part FROM episodes
WHERE id IN (SELECT value FROM json_each(?)) AND series_key IS NOT NULL AND part IS NOT NULL
"""
_TAG = re.compile(r"<[^>]*>")

Rank = tuple[int, bool, int, int]


def expression(text: str, *, whole: bool = False) -> str:
    """Return FTS5's expression for what a person types: every word, each may go on.

    With ``whole`` none may. Words are quoted, so nothing that is typed can be taken for an
    operator. Text without any word becomes an expression that finds nothing. As what divides a
    text is decided by :func:`words`, the index's own tokeniser ("ascii") has nothing left to
    divide. It keeps no positions, so a question that it took for a phrase would be an error.
    """
    asked = matching.asked(text)
    return " ".join(f'"{word}"' if whole else f'"{word}"*' for word in asked) or '""'


def index(connection: sqlite3.Connection, episode_ids: Sequence[int]) -> None:
    """Bring these episodes into the index, as they are now.

    Row by row upwards: SQLite writes a piece of the index whenever a number goes down.
    """
    found = connection.execute(_TO_INDEX, (json.dumps(episode_ids),)).fetchall()
    old = [(row["old"],) for row in found if row["old"] is not None]
    connection.executemany("DELETE FROM search WHERE rowid = ?", old)
    connection.executemany("DELETE FROM search_names WHERE rowid = ?", old)
    for row in found:
        names = _names(row)
        every = dict.fromkeys((*names.replace("|", " ").split(), *words(plain(row["html"]))))
        connection.execute(
            "INSERT INTO search (rowid, words) VALUES (?, ?)", (row["new"], " ".join(every))
        )
        connection.execute(
            "INSERT INTO search_names (rowid, words, sorted) VALUES (?, ?, ?)",
            (row["new"], names, row["sorted"]),
        )
    connection.executemany(
        "UPDATE episodes SET search_row = ? WHERE id = ?",
        [(row["new"], row["id"]) for row in found],
    )


def _names(row: sqlite3.Row) -> str:
    """Return the words of the title, a bar, the speakers', a bar, and what else is known.

    Of that only what is not said already.
    """
    said = f"{' '.join(words(row['title']))} | {' '.join(words(_joined(row['speakers'])))} |"
    known = [row[name] for name in ("subject", "event", "place", "year", "series", "fellowship")]
    for each in (*known, *(f"step {step}" for step in json.loads(row["steps"]))):
        more = " ".join(words(str(each or "")))
        if more and f" {more} " not in f" {said} ":
            said += f" {more}"
    return said


def _joined(names: str) -> str:
    return " ".join(json.loads(names))


def find(connection: sqlite3.Connection, audio: Path, text: str, limit: int) -> tuple[Episode, ...]:
    """Return the best matches first: all words in title and speakers before some in the notes."""
    found = _newest(connection, _NAMED, text, limit)
    if len(found) < limit:
        found = _newest(connection, _NOTED, text, limit) | found
    return read(connection, audio, _best(connection, found, limit))


def named(
    connection: sqlite3.Connection, audio: Path, text: str, limit: int
) -> tuple[Episode, ...]:
    """Return the talks that have all words in title, speakers and what else is known of them."""
    found = _newest(connection, _NAMED, text, limit)
    return read(connection, audio, _best(connection, found, limit))


def noted(connection: sqlite3.Connection, text: str, limit: int) -> list[int]:
    """Return the ids of talks that are found by their notes only, the best first.

    Those whose titles have the words are left out; of more than some thousand of them the older
    ones are told by their words, and fewer are found then. Words that only begin as one of the
    wanted are looked for if there are not enough with whole ones.
    """
    asked = matching.asked(text)
    values: dict[str, object] = {"left": _LEFT_OUT, "limit": max(_NOTES_RANKED, limit)}
    found: dict[int, tuple[Rank, int]] = {}
    for whole in (True, False) if asked else ():
        if len(found) >= limit:
            break
        values["asked"] = expression(text, whole=whole)
        for row, names, sorted_ in connection.execute(_NOTED_ONLY, values):
            ranked = rank(asked, names)
            if ranked[0] < len(asked):
                found[row & ID] = (ranked, sorted_)
    return _best(connection, found, limit)


def _newest(
    connection: sqlite3.Connection, newest: str, text: str, limit: int
) -> dict[int, tuple[Rank, int]]:
    """Return the newest talks that fit, by id, with what ranks them."""
    asked = matching.asked(text)
    found: dict[int, tuple[Rank, int]] = {}
    for whole in (True, False) if asked else ():
        fits = (expression(text, whole=whole), max(_RANKED, limit))
        for row, names, sorted_ in connection.execute(newest, fits):
            found[row & ID] = (rank(asked, names), sorted_)
    return found


def _best(
    connection: sqlite3.Connection, found: dict[int, tuple[Rank, int]], limit: int
) -> list[int]:
    """Return the ids of the best; the parts of a series that fit equally well in their order."""
    parts = {
        row["id"]: (row["series_key"], row["part"])
        for row in connection.execute(_PARTS, (json.dumps(list(found)),))
    }
    newest: dict[tuple[Rank, str], int] = {}
    for one, (key, _part) in parts.items():
        ranked, sorted_ = found[one]
        newest[ranked, key] = max(sorted_, newest.get((ranked, key), sorted_))

    def place(one: int) -> tuple[Rank, int, str, int, int, int]:
        ranked, sorted_ = found[one]
        key, part = parts.get(one, ("", 0))
        return ranked, newest.get((ranked, key), sorted_), key, -part, sorted_, one

    return sorted(found, key=place, reverse=True)[:limit]


def rank(asked: Sequence[str], names: str) -> Rank:
    """Return how well an episode fits; more is better.

    ``names`` is what :func:`index` wrote: the title's words, a bar, the speakers' and so on.
    First counts how many of the words are there at all, then whether they are the whole title,
    then whether they stand side by side as they were typed, then how many are whole and not just
    begun.
    """
    text, phrase = f" {names} ", " ".join(asked)
    begun = whole = 0
    for word in asked:
        if f" {word}" in text:
            begun += 1
            whole += f" {word} " in text
    beside = (f" {phrase}" in text) + (f" {phrase} " in text)
    return begun, names.startswith(f"{phrase} |"), beside, whole


def read(connection: sqlite3.Connection, audio: Path, ids: Sequence[int]) -> tuple[Episode, ...]:
    """Return the episodes with these ids, in this order."""
    found = connection.execute(
        f"{rows.EPISODE} {rows.EPISODE_FROM} WHERE e.id IN (SELECT value FROM json_each(?))",
        (json.dumps(ids),),
    )
    episodes = {row["id"]: rows.episode(row, audio) for row in found}
    return tuple(episodes[one] for one in ids if one in episodes)


def plain(markup: str) -> str:
    """Return the words of show notes without their markup."""
    return html.unescape(_TAG.sub(" ", markup))
