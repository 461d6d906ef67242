"""The person's word against the title's; it hangs on the episode, so no refresh undoes it."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desktop_app.base.shelves import Fact

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from desktop_app.base.parsed import TitleFacts
    from desktop_app.base.shelves import FactValue

_FIELDS = frozenset(Fact)


def of(
    connection: sqlite3.Connection, episode_ids: Sequence[int]
) -> Mapping[int, Mapping[Fact, FactValue]]:
    """Return what the person has said of these talks, by their ids.

    Fields that a newer program knows are passed over.
    """
    found = connection.execute(
        "SELECT episode_id, field, value FROM corrections"
        " WHERE episode_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(episode_ids)),),
    )
    by_talk: defaultdict[int, dict[Fact, FactValue]] = defaultdict(dict)
    for episode_id, field, value in found:
        if field in _FIELDS:
            by_talk[episode_id][Fact(field)] = _value(json.loads(value))
    return by_talk


def put(
    connection: sqlite3.Connection, episode_ids: Sequence[int], fields: Mapping[Fact, FactValue]
) -> None:
    """Keep what the person says of these talks; one that is gone is passed over."""
    connection.executemany(
        "INSERT INTO corrections (episode_id, field, value)"
        " SELECT id, ?2, ?3 FROM episodes WHERE id = ?1"
        " ON CONFLICT (episode_id, field) DO UPDATE SET value = excluded.value",
        [
            (episode_id, field.value, json.dumps(value, ensure_ascii=False))
            for episode_id in episode_ids
            for field, value in fields.items()
        ],
    )


def drop(
    connection: sqlite3.Connection, episode_ids: Sequence[int], fields: Iterable[Fact]
) -> None:
    """Forget what the person has said of these talks' fields."""
    pairs = [(each, field.value) for field in fields for each in episode_ids]
    connection.executemany("DELETE FROM corrections WHERE episode_id = ? AND field = ?", pairs)


def applied(said: TitleFacts, corrected: Mapping[Fact, FactValue]) -> TitleFacts:
    """Return the facts with the person's word in place of the title's."""
    changes: dict[str, Any] = {field.value: value for field, value in corrected.items()}
    return replace(said, **changes) if changes else said


def _value(stored: Any) -> FactValue:  # noqa: ANN401 - whatever JSON gives
    return tuple(stored) if isinstance(stored, list) else stored
