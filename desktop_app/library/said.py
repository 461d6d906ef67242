"""The full-text index of transcripts: the lines in which some words were said.

A row stands for eight lines and the first of the next eight, so that words which stand in two
neighbouring lines are always in one row; it is an eighth as many rows as there are lines. Which
of its lines fit is seen from the lines themselves. A row's number is its episode's id and, in
the last :data:`BITS` bits, the number of the block.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.base import matching
from desktop_app.base.matching import words
from desktop_app.library import search

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

BITS = 20
NO_TIME = -1.0
"""Stands in the rows of a transcript that tells no times; they keep their order by number."""

_BLOCK = 8
_LAST = (1 << BITS) - 1
_LINES = "SELECT start, text FROM transcript_lines WHERE episode_id = ? ORDER BY start, rowid"
_FITTING = "SELECT rowid FROM search_said WHERE search_said MATCH ? ORDER BY rowid DESC LIMIT ?"
_RANKED = 60
_READ = 100
"""So many blocks are read for one question, and the lines found meanwhile are ranked."""

Ranked = tuple[search.Rank, int, int]


@dataclass(frozen=True, slots=True)
class Hit:
    """A line, or two neighbouring ones, with all the words; ``start`` None: no times are told."""

    episode_id: int
    start: float | None
    text: str


def index(connection: sqlite3.Connection, episode_id: int) -> None:
    """Bring an episode's transcript into the index, as it is now."""
    first = episode_id << BITS
    connection.execute(
        "DELETE FROM search_said WHERE rowid BETWEEN ? AND ?", (first, first | _LAST)
    )
    said = [words(row[1]) for row in connection.execute(_LINES, (episode_id,))]
    connection.executemany(
        "INSERT INTO search_said (rowid, words) VALUES (?, ?)",
        [
            (first | number, " ".join(dict.fromkeys(itertools.chain(*said[at : at + _BLOCK + 1]))))
            for number, at in enumerate(range(0, min(len(said), _LAST), _BLOCK))
        ],
    )


def index_all(connection: sqlite3.Connection) -> None:
    """Bring all transcripts into the index."""
    for row in connection.execute("SELECT DISTINCT episode_id FROM transcript_lines").fetchall():
        index(connection, row[0])


def find(connection: sqlite3.Connection, text: str, limit: int) -> tuple[Hit, ...]:
    """Return the best lines: words side by side first, then whole ones, then the newest talks."""
    wanted = matching.asked(text)
    if not wanted:
        return ()
    found: dict[tuple[int, int], tuple[Ranked, Hit]] = {}
    read: set[int] = set()
    for whole in (True, False):
        if len(found) >= max(_RANKED, limit):
            break
        fitting = (search.expression(text, whole=whole), max(_READ, limit))
        for (row,) in connection.execute(_FITTING, fitting):
            if row in read:
                continue
            read.add(row)
            episode_id, block = row >> BITS, row & _LAST
            for number, ranked, hit in _in_block(connection, episode_id, block, wanted):
                found[episode_id, number] = ((ranked, episode_id, -number), hit)
            if len(found) >= max(_RANKED, limit):
                break
    best = sorted(found.values(), key=lambda each: each[0], reverse=True)
    return tuple(hit for _, hit in best[:limit])


def _in_block(
    connection: sqlite3.Connection, episode_id: int, block: int, wanted: Sequence[str]
) -> Iterator[tuple[int, search.Rank, Hit]]:
    """Return the lines of a block that fit, each with its number in the transcript."""
    first = block * _BLOCK
    lines = connection.execute(
        f"{_LINES} LIMIT ? OFFSET ?", (episode_id, _BLOCK + 1, first)
    ).fetchall()
    said = [" ".join(words(line[1])) for line in lines]
    alone = [matching.fits(wanted, each) for each in said]
    for at in range(min(_BLOCK, len(lines))):
        together = at + 1 < len(lines) and not alone[at] and not alone[at + 1]
        if not alone[at] and not (together and matching.fits(wanted, f"{said[at]} {said[at + 1]}")):
            continue
        shown = lines[at : at + 2] if together else lines[at : at + 1]
        heard = " ".join(said[at : at + len(shown)])
        start = lines[at][0]
        yield (
            first + at,
            search.rank(wanted, heard),
            Hit(
                episode_id,
                None if start == NO_TIME else start,
                " ".join(" ".join(line[1] for line in shown).split()),
            ),
        )
