"""Who is named as the author of most of a feed's talks: its host, who did not give them."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

_LOOKED_AT = 40
"""How many of a feed's newest talks tell who hosts it, so that long feeds cost no more."""
_FEWEST = 4
"""Fewer talks tell nothing: two by the same speaker are no show."""

_AUTHORS = f"""
SELECT value AS feed, (
    SELECT json_group_array(author) FROM (
        SELECT author FROM episodes WHERE feed_id = value
        ORDER BY sorted DESC, id DESC LIMIT {_LOOKED_AT}
    )
) AS authors FROM json_each(?)
"""


def with_authors(
    connection: sqlite3.Connection, talks: Iterable[sqlite3.Row]
) -> list[tuple[sqlite3.Row, str]]:
    """Return each talk with its author; "" if that is the host of the feed, or unknown.

    Talks have ``feed_id``, ``author`` and ``tape``. A folder of tapes has no host: where all of
    it is by one person, that is who speaks.
    """
    rows = list(talks)
    asked = {row["feed_id"] for row in rows if row["author"] and not row["tape"]}
    found = connection.execute(_AUTHORS, (json.dumps(sorted(asked)),))
    hosts = {(row["feed"], host_of(json.loads(row["authors"]))) for row in found}
    return [
        (row, "" if (row["feed_id"], row["author"]) in hosts else row["author"] or "")
        for row in rows
    ]


def host_of(authors: Sequence[str | None]) -> str | None:
    """Return the author of more than half of the talks, None if there is none."""
    if len(authors) < _FEWEST:
        return None
    author, talks = Counter(authors).most_common(1)[0]
    return author if author and talks * 2 > len(authors) else None
