"""One question to everything: speakers, talks, notes, bookmarks, transcripts."""

from __future__ import annotations

import json
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from desktop_app.base import matching
from desktop_app.base.matching import words
from desktop_app.base.model import Bookmark, Speaker
from desktop_app.base.shelves import Found, FoundLine, FoundMark, FoundNote, Group
from desktop_app.library import episodes, rows, said, search

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from desktop_app.base.model import Episode

_NAMES = "SELECT DISTINCT name FROM episode_speakers"
_TALKS = f"""
SELECT name, count(*) FROM episode_speakers WHERE name IN (SELECT value FROM json_each(?))
AND episode_id NOT IN ({episodes.HIDDEN}) GROUP BY name
"""
_OWN_NOTES = "SELECT episode_id, note FROM favorites WHERE note <> '' ORDER BY added DESC"
_MARKS = """
SELECT episode_id, note, id, position, created FROM bookmarks WHERE note <> ''
ORDER BY created DESC, id DESC
"""
_NEAR = 200
_MOST_OF_NOTES = 100_000


def everything(
    connection: sqlite3.Connection, audio: Path, text: str, limit: int, only: Group | None = None
) -> Found:
    """Return the best ``limit`` of each group, or of one alone."""
    wanted = matching.asked(text)
    if not wanted:
        return Found(text)
    ways: dict[Group, Callable[[int], Sequence[object]]] = {
        Group.SPEAKERS: partial(speakers, connection, wanted),
        Group.TALKS: partial(search.named, connection, audio, text),
        Group.NOTES: partial(notes, connection, audio, text),
        Group.MARKS: partial(marks, connection, audio, wanted),
        Group.LINES: partial(lines, connection, audio, text),
    }
    found = {group: ways[group](limit + 1) for group in ([only] if only else Group)}
    return Found(
        text,
        **{group.value: tuple(each[:limit]) for group, each in found.items()},  # type: ignore[arg-type]
        more=frozenset(group for group, each in found.items() if len(each) > limit),
    )


def speakers(
    connection: sqlite3.Connection, wanted: Sequence[str], limit: int
) -> tuple[Speaker, ...]:
    """Return who is called so, or was before the person said that two are one; by name.

    Names that begin with the words go first.
    """
    aliases = connection.execute("SELECT name, same_as FROM speaker_aliases").fetchall()
    names = [(row[0], row[0]) for row in connection.execute(_NAMES)] + [tuple(a) for a in aliases]
    found: dict[str, bool] = {}
    for name, bearer in names:
        parts = _said(name)
        if matching.fits(wanted, parts):
            first = parts.startswith(" ".join(wanted))
            found[bearer] = found.get(bearer, False) or first
    best = sorted(found, key=lambda name: (not found[name], _said(name), name))
    talks = dict(connection.execute(_TALKS, (json.dumps(best[: 4 * limit]),)).fetchall())
    return tuple(Speaker(name, talks[name]) for name in best if name in talks)[:limit]


def notes(
    connection: sqlite3.Connection, audio: Path, text: str, limit: int
) -> tuple[FoundNote, ...]:
    """Return talks by their notes: first what the person wrote beside the star, then the feed's."""
    wanted = matching.asked(text)
    written = _fitting(connection, wanted, connection.execute(_OWN_NOTES), limit)
    own = {row["episode_id"]: row["note"] for row in written}
    theirs = [one for one in search.noted(connection, text, limit) if one not in own]
    ids = [*own, *theirs][:limit]
    kept = connection.execute(
        "SELECT episode_id, substr(html, 1, ?) FROM notes"
        " WHERE episode_id IN (SELECT value FROM json_each(?))",
        (_MOST_OF_NOTES, json.dumps([one for one in ids if one not in own])),
    )
    told = own | {row[0]: search.plain(row[1]) for row in kept}
    return tuple(
        FoundNote(each, matching.excerpt(told.get(each.id, ""), wanted), each.id in own)
        for each in search.read(connection, audio, ids)
    )


def marks(
    connection: sqlite3.Connection, audio: Path, wanted: Sequence[str], limit: int
) -> tuple[FoundMark, ...]:
    """Return bookmarks by their notes, the newest first."""
    fitting = _fitting(connection, wanted, connection.execute(_MARKS), limit)
    talks = _by_id(connection, audio, (row["episode_id"] for row in fitting))
    return tuple(
        FoundMark(talks[row["episode_id"]], _bookmark(row))
        for row in fitting
        if row["episode_id"] in talks
    )


def lines(
    connection: sqlite3.Connection, audio: Path, text: str, limit: int
) -> tuple[FoundLine, ...]:
    """Return what was said, as far as transcripts are here."""
    hits = said.find(connection, text, limit)
    talks = _by_id(connection, audio, (hit.episode_id for hit in hits))
    return tuple(
        FoundLine(talks[hit.episode_id], hit.start, hit.text)
        for hit in hits
        if hit.episode_id in talks
    )


def _bookmark(row: sqlite3.Row) -> Bookmark:
    return Bookmark(
        row["id"], row["episode_id"], row["position"], row["note"], rows.at(row["created"])
    )


def _by_id(connection: sqlite3.Connection, audio: Path, ids: Iterable[int]) -> dict[int, Episode]:
    return {each.id: each for each in search.read(connection, audio, list(set(ids)))}


def _fitting(
    connection: sqlite3.Connection, wanted: Sequence[str], own: Iterable[sqlite3.Row], limit: int
) -> list[sqlite3.Row]:
    """Return those of the person's own notes that have the words, the best first.

    If there are few of them, some of the words may stand in the talk's title, speakers or place.
    """
    near = [row for row in own if matching.touches(wanted, _said(row["note"]))]
    alone = [row for row in near if matching.fits(wanted, _said(row["note"]))]
    if len(alone) >= limit or len(wanted) == 1:
        return alone[:limit]
    rest = [row for row in near if not matching.fits(wanted, _said(row["note"]))][:_NEAR]
    named = connection.execute(
        "SELECT e.id, n.words FROM episodes e CROSS JOIN search_names n ON n.rowid = e.search_row"
        " WHERE e.id IN (SELECT value FROM json_each(?))",
        (json.dumps([row["episode_id"] for row in rest]),),
    )
    more = {row[0]: row[1] for row in named}
    helped = [
        row
        for row in rest
        if matching.fits(wanted, f"{_said(row['note'])} {more.get(row['episode_id'], '')}")
    ]
    return (alone + helped)[:limit]


@lru_cache(maxsize=16_384)
def _said(text: str) -> str:
    """Return the words of names and of the person's notes, which are asked at every letter."""
    return " ".join(words(text))
