"""Which talks a list shows and in what order: every question is told from one index.

The indexes of ``episodes`` hold all that a list may be narrowed to, in each order that it may
have, so that the length of a list, and a page at its far end, are one walk along an index. The
choice of index is written out: without statistics SQLite would walk through the rows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.base.model import DownloadState, Order, Speaker
from desktop_app.base.shelves import Facet
from desktop_app.library import search, tapes
from desktop_app.library.shelf import KINDS, STATES, Shelf

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from desktop_app.base.model import EpisodeQuery

_SHELF = "INDEXED BY episodes_on_shelf"
_BESIDE = f"{_SHELF} LEFT JOIN {{0}} o ON o.episode_id = e.id"
_ORDERS = {
    Order.NEWEST: ("INDEXED BY episodes_by_date", ("e.sorted DESC", "e.id DESC")),
    Order.OLDEST: ("INDEXED BY episodes_by_date", ("e.sorted", "e.id")),
    Order.TITLE: ("INDEXED BY episodes_by_title", ("e.sort_title", "e.id")),
    Order.SPEAKER: (
        "INDEXED BY episodes_by_speaker",
        ("e.sort_speaker", "e.sorted DESC", "e.id"),
    ),
    Order.LAST_PLAYED: (_BESIDE.format("positions"), ("o.played DESC", "e.id")),
    Order.FAVORITED: (_BESIDE.format("favorites"), ("o.added DESC", "e.id DESC")),
    Order.QUEUE: (_BESIDE.format("queue"), ("o.place IS NULL", "o.place", "e.id")),
    Order.DOWNLOAD: (_BESIDE.format("downloads"), ("o.place IS NULL", "o.place", "e.id")),
}
"""How to walk, and by what to sort."""

_IN_SERIES = ("NOT INDEXED", ("e.part IS NULL", "e.part", "e.sorted", "e.id"))
_IN_COLLECTION = (
    f"{_SHELF} JOIN collection_members o ON (o.episode_id, o.collection_id) = (e.id, :collection)",
    ("o.place", "e.id"),
)
_IN_FOLDER = ("INDEXED BY episodes_by_feed", ("e.tape_order", "e.id"))

_FEW = frozenset({"speaker", "series", "collection"})
"""What leads to a handful of talks, which are found by their ids."""

_MANY = frozenset({"step", "topic", "text"})
"""What leads to some thousands by their ids: beside the handful it only sorts out."""

_MOST = 0.5
"""A share of the library."""


@dataclass(frozen=True, slots=True)
class _Condition:
    """What the talks of a list must fulfil.

    ``few``: it leads to a handful. ``some``: it leads to their ids, and not by what is typed,
    which may be the letter that all talks have.
    """

    clause: str
    values: dict[str, object]
    few: bool
    some: bool


def page(
    connection: sqlite3.Connection, query: EpisodeQuery, offset: int, limit: int
) -> tuple[int, list[int]]:
    """Return how long a list is, and the talks ``offset`` … ``offset + limit`` of it.

    The walk begins at the nearer end: who pulls the scroll bar down sees the end at once.
    """
    total = count(connection, query)
    some = max(0, min(limit, total - offset))
    behind = total - offset - some
    asked = _condition(query)
    walk, order = _way(connection, query)
    if asked.few and not walk.startswith(_SHELF):
        walk = "NOT INDEXED"
    back = behind < offset
    found = connection.execute(
        f"SELECT e.id FROM episodes e {walk} WHERE {asked.clause}"
        f" ORDER BY {', '.join(map(_turned, order) if back else order)}"
        " LIMIT :limit OFFSET :offset",
        asked.values | {"limit": some, "offset": behind if back else offset},
    )
    ids = [row[0] for row in found]
    return total, ids[::-1] if back else ids


def count(connection: sqlite3.Connection, query: EpisodeQuery) -> int:
    """Return how long a list is."""
    asked = _condition(query)
    found = connection.execute(
        f"SELECT count(*) FROM episodes e {_SHELF} WHERE {asked.clause}", asked.values
    )
    return int(found.fetchone()[0])


def _turned(term: str) -> str:
    return term.removesuffix(" DESC") if term.endswith(" DESC") else f"{term} DESC"


def speakers(connection: sqlite3.Connection, query: EpisodeQuery) -> tuple[Speaker, ...]:
    """Return who speaks in a list, by name, with the number of their talks."""
    found = _beside(connection, query, "episode_speakers", "name")
    ordered = sorted(found, key=lambda one: (str(one[0]).casefold(), one[0]))
    return tuple(Speaker(str(name), talks) for name, talks in ordered)


def steps(connection: sqlite3.Connection, query: EpisodeQuery) -> tuple[Facet, ...]:
    """Return the steps that a list can be narrowed to, from the first."""
    return _facets(_beside(connection, replace(query, step=None), "episode_steps", "step"))


def topics(connection: sqlite3.Connection, query: EpisodeQuery) -> tuple[Facet, ...]:
    """Return the topics that a list can be narrowed to, by name."""
    return _facets(_beside(connection, replace(query, topic=None), "episode_topics", "topic"))


def fellowships_and_decades(
    connection: sqlite3.Connection, query: EpisodeQuery
) -> tuple[tuple[Facet, ...], tuple[Facet, ...]]:
    """Return the fellowships, the most frequent first, and the decades, from the first."""
    asked = _condition(replace(query, fellowship=None, decade=None))
    walk = _SHELF if asked.some else "INDEXED BY episodes_by_facts"
    fellowships: dict[str | int, int] = {}
    decades: dict[str | int, int] = {}
    for fellowship, year, talks in connection.execute(
        f"SELECT e.fellowship, e.year, count(*) FROM episodes e {walk} WHERE {asked.clause}"
        " GROUP BY e.fellowship, e.year",
        asked.values,
    ):
        decade = None if year is None else year - year % 10
        if fellowship is not None and query.decade in {None, decade}:
            fellowships[fellowship] = fellowships.get(fellowship, 0) + talks
        if decade is not None and query.fellowship in {None, fellowship}:
            decades[decade] = decades.get(decade, 0) + talks
    frequent = sorted(fellowships.items(), key=lambda one: (-one[1], one[0]))
    return tuple(Facet(*each) for each in frequent), _facets(decades.items())


def _facets(found: Iterable[tuple[str | int, int]]) -> tuple[Facet, ...]:
    return tuple(Facet(value, talks) for value, talks in sorted(found))


def _beside(
    connection: sqlite3.Connection, query: EpisodeQuery, table: str, column: str
) -> list[tuple[str | int, int]]:
    """Return the values of a table beside the talks of a list, and how many have each.

    Looking up 100,000 talks one by one is what costs. So most of the library is all of it, which
    is one walk, less those that are not in the list.
    """
    asked = _condition(query)
    every = connection.execute("SELECT count(*) FROM episodes").fetchone()[0]
    most = count(connection, query) > _MOST * every
    clause = f"({asked.clause}) IS NOT TRUE" if most else asked.clause
    looked_up = (
        f"SELECT {column}, count(*) FROM {table} WHERE episode_id IN"
        f" (SELECT e.id FROM episodes e {_SHELF} WHERE {clause}) GROUP BY {column}"
    )
    found = dict(connection.execute(looked_up, asked.values).fetchall())
    if most:
        whole = connection.execute(f"SELECT {column}, count(*) FROM {table} GROUP BY {column}")
        found = {value: talks - found.get(value, 0) for value, talks in whole}
    return [(value, talks) for value, talks in found.items() if talks]


def _way(connection: sqlite3.Connection, query: EpisodeQuery) -> tuple[str, tuple[str, ...]]:
    """Return how to walk and by what to sort.

    The order of a series, or of a collection, is that of one of them; elsewhere talks come by
    speaker, where the parts of a series stand together, or with the latest favorites first.
    """
    if query.order is Order.SERIES:
        return _IN_SERIES if query.series is not None else _ORDERS[Order.SPEAKER]
    if query.order is Order.COLLECTION:
        return _IN_COLLECTION if query.collection is not None else _ORDERS[Order.FAVORITED]
    return _IN_FOLDER if tapes.in_order(connection, query) else _ORDERS[query.order]


_SPOKEN = """e.id IN (
    SELECT episode_id FROM episode_speakers WHERE name =
    coalesce((SELECT same_as FROM speaker_aliases WHERE name = :speaker), :speaker)
)"""
"""By a speaker, also under a name that was merged into theirs since: a saved filter's, say."""


def _condition(query: EpisodeQuery) -> _Condition:
    """Return what the talks of a list must fulfil."""
    text = query.text.strip()
    wanted: tuple[tuple[str, object, str], ...] = (
        ("feed", query.feed_id, "e.feed_id = :feed"),
        ("fellowship", query.fellowship, "e.fellowship = :fellowship COLLATE NOCASE"),
        ("decade", query.decade, "e.year BETWEEN :decade AND :decade + 9"),
        ("speaker", query.speaker, _SPOKEN),
        ("step", query.step, _among("episode_steps", "step", "step")),
        ("topic", query.topic, _among("episode_topics", "topic", "topic")),
        ("series", query.series, "e.id IN (SELECT id FROM episodes WHERE series_key = :series)"),
        (
            "collection",
            query.collection,
            _among("collection_members", "collection_id", "collection"),
        ),
        (
            "text",
            search.expression(text) if text else None,
            f"e.id IN (SELECT rowid & {search.ID} FROM search WHERE search MATCH :text)",
        ),
    )
    asked = {name: (value, clause) for name, value, clause in wanted if value is not None}
    few = not asked.keys().isdisjoint(_FEW)
    clauses = [f"+{one}" if few and name in _MANY else one for name, (_, one) in asked.items()]
    return _Condition(
        " AND ".join([*_on_shelf(query), *clauses]),
        {name: value for name, (value, _) in asked.items()},
        few,
        some=few or not asked.keys().isdisjoint(_MANY - {"text"}),
    )


def _among(table: str, column: str, name: str) -> str:
    return f"e.id IN (SELECT episode_id FROM {table} WHERE {column} = :{name})"


def _on_shelf(query: EpisodeQuery) -> list[str]:
    """Return what the number ``shelf`` must be.

    What a removed feed left behind only because it was heard is in no list but those of what
    was begun, downloaded or looked for.
    """
    here = bool(query.states) and DownloadState.REMOTE not in query.states
    sought = query.half_heard or here or bool(query.text.strip())
    there = Shelf(0) if query.kind is None else KINDS[query.kind]
    there |= Shelf.FAVORITE if query.favorite else Shelf(0)
    there |= Shelf.BEGUN if query.half_heard else Shelf(0)
    there |= Shelf.QUEUED if query.queued else Shelf(0)
    there |= Shelf.LOST if query.lost else Shelf(0)
    not_there = Shelf.HEARD if query.unheard else Shelf(0)
    not_there |= Shelf.HEARD | Shelf.BEGUN if query.not_begun else Shelf(0)
    not_there |= Shelf(0) if sought else Shelf.LEFT
    if there & not_there:
        return ["0"]
    states = sum({int(STATES[each]) for each in query.states})
    clauses = [f"e.shelf & {int(there | not_there)} = {int(there)}"]
    return [*clauses, f"e.shelf & {states}"] if states else clauses
