"""What talks are: read of all that may tell it, corrected by the person, kept beside the episodes.

The columns of ``episodes`` have what counts: what title and sources say, overridden by
``corrections``, speakers by the names that ``speaker_aliases`` gives them. A list reads nothing
else. What was said is not kept: it is read again when it is wanted.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from desktop_app.base import headlines
from desktop_app.base.parsed import TalkSource, TitleFacts
from desktop_app.base.shelves import Fact
from desktop_app.library import corrections, search, sorting, speakers
from desktop_app.library.hosts import with_authors
from desktop_app.library.schema import READ_AGAIN

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from desktop_app.base.shelves import FactValue

    Key = Callable[[int, TitleFacts], str | None]

_json = json.JSONEncoder(ensure_ascii=False).encode

_NOTES = 1500
"""How many characters of the notes are read: their beginning says whose talk it is, if any does."""

_HASH = "hash || coalesce(' ' || tape_part, '') || coalesce('/' || tape_parts, '') AS hash"

_SOURCE = f"""
SELECT e.id, e.feed_id, {_HASH}, e.tags, e.title, e.author, e.url, e.guid, e.tape_part,
       e.tape_parts, e.tape_order IS NOT NULL AS tape, f.title AS feed, f.author AS feed_author,
       substr(n.html, 1, :notes) AS notes
FROM episodes e JOIN feeds f ON f.id = e.feed_id LEFT JOIN notes n ON n.episode_id = e.id
"""
_COLUMNS = (
    "speakers", "fellowship", "place", "event", "year", "steps", "part", "parts", "subject",
    "series", "topics", "series_key", "sort_speaker", "sort_title",
)  # fmt: skip
_NOW = f"""
SELECT id, feed_id, {_HASH}, tags, title, sorted, indexed, {", ".join(_COLUMNS)} FROM episodes
WHERE id IN (SELECT value FROM json_each(?))
"""
_WRITE = f"UPDATE episodes SET {', '.join(f'{name} = ?' for name in _COLUMNS)} WHERE id = ?"
_BESIDE: Mapping[tuple[str, str], Callable[[TitleFacts], tuple[str | int, ...]]] = {
    ("episode_speakers", "name"): attrgetter("speakers"),
    ("episode_steps", "step"): attrgetter("steps"),
    ("episode_topics", "topic"): attrgetter("topics"),
}
"""The tables that find talks by what there may be several of."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A talk to be read; ``hash`` and ``tags`` tell whether it has changed when it is stored.

    ``numbered``: part and of, which a tape's neighbours tell, and ``hash`` too; None: it is none.
    """

    id: int
    hash: str
    source: TalkSource
    tags: str | None = None
    numbered: tuple[int | None, int | None] | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """A talk, and what is said of it by what it then was."""

    id: int
    hash: str
    facts: TitleFacts
    tags: str | None = None


def no_series(_feed_id: int, _facts: TitleFacts) -> str | None:
    """Return None: nothing belongs together."""
    return None


def unread(connection: sqlite3.Connection, limit: int = 200, rules: int = 1) -> tuple[Unread, ...]:
    """Return talks to be read: what came or has changed, then what older rules have read.

    What is to be read again goes before both; of each the newest are first. ``rules``: the
    edition that reads now.
    """
    found = connection.execute(
        f"{_SOURCE} WHERE e.indexed < :rules"
        " ORDER BY e.indexed, e.sorted DESC, e.id DESC LIMIT :limit",
        {"notes": _NOTES, "limit": limit, "rules": rules},
    )
    return tuple(_unread(*each) for each in with_authors(connection, found))


def sources(connection: sqlite3.Connection, episode_ids: Sequence[int]) -> tuple[Unread, ...]:
    """Return what these talks can be read of."""
    found = connection.execute(
        f"{_SOURCE} WHERE e.id IN (SELECT value FROM json_each(:ids))",
        {"notes": _NOTES, "ids": json.dumps(list(episode_ids))},
    )
    return tuple(_unread(*each) for each in with_authors(connection, found))


def known(connection: sqlite3.Connection, episode_id: int) -> TitleFacts | None:
    """Return what counts of a talk; None: there is no such talk."""
    found = connection.execute(_NOW, (json.dumps([episode_id]),)).fetchone()
    return _facts(found) if found else None


def store(
    connection: sqlite3.Connection,
    readings: Sequence[Read],
    key: Key = no_series,
    rules: int = 1,
) -> tuple[int, ...]:
    """Store what is said of talks, bring them into the index; return which look different.

    One that has changed meanwhile, or is gone, is left for the next round. What older rules had
    read and looks the same is noted as read and nothing else.

    Args:
        connection: The library.
        readings: Up to 200 talks.
        key: Gives what is the same for all parts of a series, by the feed's id and the facts.
        rules: The edition of the rules that they were read by.
    """
    said = {each.id: each for each in readings}
    rows = [
        row
        for row in connection.execute(_NOW, (json.dumps(list(said)),)).fetchall()
        if (row["hash"], row["tags"]) == (said[row["id"]].hash, said[row["id"]].tags)
    ]
    counting = _Counting(connection, [row["id"] for row in rows])
    changed = _write(
        connection, [(row, counting.of(row["id"], said[row["id"]].facts)) for row in rows], key
    )
    different = [row["id"] for row in rows if row["id"] in changed or not row["indexed"]]
    search.index(connection, different)
    connection.executemany(
        "UPDATE episodes SET indexed = ? WHERE id = ?", [(rules, row["id"]) for row in rows]
    )
    return tuple(different)


def correct(
    connection: sqlite3.Connection,
    episode_ids: Sequence[int],
    fields: Mapping[Fact, FactValue],
    key: Key,
) -> tuple[int, ...]:
    """Let these fields be as given of up to 200 talks; return which look different."""
    corrections.put(connection, episode_ids, fields)
    return count_again(connection, episode_ids, key)


def count_again(
    connection: sqlite3.Connection, episode_ids: Sequence[int], key: Key
) -> tuple[int, ...]:
    """Let the person's word count at once for up to 200 talks; return which look different."""
    rows = connection.execute(_NOW, (json.dumps(list(episode_ids)),)).fetchall()
    counting = _Counting(connection, [row["id"] for row in rows])
    different = _write(
        connection, [(row, counting.of(row["id"], _facts(row))) for row in rows], key
    )
    search.index(connection, different)
    return tuple(different)


def revert(
    connection: sqlite3.Connection, episode_ids: Sequence[int], fields: Sequence[Fact]
) -> None:
    """Forget the person's word for these fields; the talks are to be read again."""
    corrections.drop(connection, episode_ids, fields)
    read_again(connection, episode_ids)


def read_again(connection: sqlite3.Connection, episode_ids: Sequence[int]) -> None:
    """Note that these talks are to be read again."""
    connection.executemany(
        f"UPDATE episodes SET {READ_AGAIN} WHERE id = ?", [(each,) for each in episode_ids]
    )


def out_of_order(
    connection: sqlite3.Connection, episode_ids: Sequence[int], numbers: Mapping[Fact, FactValue]
) -> tuple[int, int] | None:
    """Return (5, 3) if one of these talks would be part 5 of 3 with these for part and of."""
    found = connection.execute(
        "SELECT coalesce(:part, part) AS one, coalesce(:of, parts) AS every FROM episodes"
        " WHERE id IN (SELECT value FROM json_each(:ids)) AND one > every LIMIT 1",
        {
            "part": numbers.get(Fact.PART),
            "of": numbers.get(Fact.OF),
            "ids": json.dumps(list(episode_ids)),
        },
    ).fetchone()
    return (found["one"], found["every"]) if found else None


class _Counting:
    """What counts of some talks: the title's word, the person's above it."""

    def __init__(self, connection: sqlite3.Connection, episode_ids: Sequence[int]) -> None:
        self._corrections = corrections.of(connection, episode_ids)
        self._same_as = speakers.aliases(connection)

    def of(self, episode_id: int, said: TitleFacts) -> TitleFacts:
        facts = corrections.applied(said, self._corrections.get(episode_id, {}))
        return speakers.called(facts, self._same_as)


def _write(
    connection: sqlite3.Connection, counted: Iterable[tuple[sqlite3.Row, TitleFacts]], key: Key
) -> list[int]:
    """Write what counts of talks; return which look different from before."""
    facts_of: dict[int, TitleFacts] = {}
    written: list[tuple[object, ...]] = []
    for row, facts in counted:
        values = _values(row, facts, key(row["feed_id"], facts))
        if values != tuple(row[name] for name in _COLUMNS):
            facts_of[row["id"]] = facts
            written.append((*values, row["id"]))
    connection.executemany(_WRITE, written)
    ids = json.dumps(list(facts_of))
    for (table, column), several in _BESIDE.items():
        connection.execute(
            f"DELETE FROM {table} WHERE episode_id IN (SELECT value FROM json_each(?))", (ids,)
        )
        connection.executemany(
            f"INSERT INTO {table} ({column}, episode_id) VALUES (?, ?)",
            sorted({(each, one) for one, facts in facts_of.items() for each in several(facts)}),
        )
    return list(facts_of)


def _values(row: sqlite3.Row, facts: TitleFacts, series_key: str | None) -> tuple[object, ...]:
    """Return the values of ``_COLUMNS``."""
    return (
        _json(facts.speakers), facts.fellowship, facts.place, facts.event, facts.year,
        _json(facts.steps), facts.part, facts.of, facts.subject,
        facts.series, _json(facts.topics), series_key,
        sorting.by_speaker(facts, series_key, row["sorted"]),
        sorting.by_title(_headline(facts) or row["title"]),
    )  # fmt: skip


def _headline(facts: TitleFacts) -> str:
    """Return the words that head the talk's row, if they are not its title's."""
    about = headlines.about(facts)
    return f"{' '.join(facts.speakers)} {about} {facts.part or ''}" if about else ""


def _unread(row: sqlite3.Row, author: str) -> Unread:
    tags, feed_author = json.loads(row["tags"] or "{}"), row["feed_author"] or ""
    if author in {"", feed_author}:
        author = tags.get("artist") or author
    source = TalkSource(
        title=row["title"],
        author=author,
        feed=row["feed"],
        feed_author=feed_author,
        notes=row["notes"] or "",
        file=(row["guid"] or "") if row["tape"] else _path(row["url"] or ""),
        album=tags.get("album") or "",
        tagged=tags.get("title") or "",
    )
    numbered = (row["tape_part"], row["tape_parts"]) if row["tape"] else None
    return Unread(row["id"], row["hash"], source, row["tags"], numbered)


def _path(url: str) -> str:
    try:
        return unquote(urlsplit(url).path)
    except ValueError:
        return ""


def _facts(row: sqlite3.Row) -> TitleFacts:
    return TitleFacts(
        speakers=tuple(json.loads(row["speakers"])),
        fellowship=row["fellowship"],
        place=row["place"],
        event=row["event"],
        year=row["year"],
        steps=tuple(json.loads(row["steps"])),
        part=row["part"],
        of=row["parts"],
        subject=row["subject"],
        series=row["series"],
        topics=tuple(json.loads(row["topics"])),
    )
