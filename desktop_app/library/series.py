"""Series: talks with one key, in the order of their parts."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from desktop_app.base.model import DownloadState
from desktop_app.base.shelves import Series
from desktop_app.library.shelf import Shelf

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

_PARTS = f"""
SELECT e.id, e.series_key AS key, e.series AS name, e.speakers, e.place, e.year, e.parts AS of,
       e.url, coalesce(d.state, 'remote') AS state, coalesce(p.heard, 0) AS heard
FROM episodes e LEFT JOIN downloads d ON d.episode_id = e.id
LEFT JOIN positions p ON p.episode_id = e.id
WHERE NOT e.shelf & {int(Shelf.LEFT)} AND e.series_key
"""
_ORDER = " ORDER BY e.series_key, coalesce(e.part, 9999), e.sorted, e.id"


@dataclass(frozen=True, slots=True)
class Part:
    """A talk as a part of its series."""

    id: int
    key: str
    name: str | None
    speakers: str
    place: str | None
    year: int | None
    of: int | None
    url: str | None
    state: DownloadState
    heard: bool


def parts(connection: sqlite3.Connection, key: str) -> tuple[Part, ...]:
    """Return the parts of a series in order."""
    return tuple(_part(row) for row in connection.execute(f"{_PARTS} = ?{_ORDER}", (key,)))


def key_of(connection: sqlite3.Connection, episode_id: int) -> str | None:
    """Return the series that a talk is a part of."""
    found = connection.execute("SELECT series_key FROM episodes WHERE id = ?", (episode_id,))
    row = found.fetchone()
    return row["series_key"] if row else None


def one(connection: sqlite3.Connection, key: str) -> Series | None:
    """Return a series; None: no talk is a part of it (any more)."""
    found = parts(connection, key)
    return _series(found) if found else None


def of_speaker(connection: sqlite3.Connection, name: str) -> tuple[Series, ...]:
    """Return a speaker's series of which two talks at least are in the library, by name."""
    rows = connection.execute(
        f"{_PARTS} IN (SELECT series_key FROM episodes JOIN episode_speakers"
        f" ON episode_id = id WHERE name = ? AND series_key IS NOT NULL){_ORDER}",
        (name,),
    )
    groups = (list(each) for _, each in groupby(map(_part, rows), attrgetter("key")))
    found = [_series(each) for each in groups if len(each) > 1]
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.year or 0, each.key)))


def _part(row: sqlite3.Row) -> Part:
    values = dict(row)
    return Part(**values | {"state": DownloadState(row["state"]), "heard": bool(row["heard"])})


def _series(members: Sequence[Part]) -> Series:
    """Return a series of its parts; where they differ, it is called as most of them say."""
    first = members[0]
    return Series(
        key=first.key,
        name=_commonest(each.name for each in members) or "",
        speakers=tuple(json.loads(_commonest(each.speakers for each in members) or "[]")),
        talks=len(members),
        of=max((each.of for each in members if each.of is not None), default=None),
        heard=sum(each.heard for each in members),
        here=sum(each.state is DownloadState.DOWNLOADED for each in members),
        place=_commonest(each.place for each in members),
        year=min((each.year for each in members if each.year is not None), default=None),
        next=next((each.id for each in members if not each.heard), None),
    )


def _commonest(values: Iterable[str | None]) -> str | None:
    found = Counter(value for value in values if value is not None).most_common(1)
    return found[0][0] if found else None
