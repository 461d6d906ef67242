"""Saved filters: an ``EpisodeQuery`` as plain values and as JSON, and back. Pure."""

from __future__ import annotations

import json
from dataclasses import fields
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from desktop_app.base.model import DownloadState, EpisodeQuery, FeedKind, Order
from desktop_app.base.typed import whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

E = TypeVar("E", bound=StrEnum)
_LARGEST = 2**63
"""SQLite has no larger numbers."""
_LONGEST = 4_000
"""Letters of a name, or of what is looked for; nobody typed more."""


class _OtherError(Exception):
    """The value is none of its field's."""


def values(query: EpisodeQuery) -> dict[str, object]:
    """Return what a query asks for as values that JSON has; what it leaves open is left out."""
    plain = {field.name: getattr(query, field.name) for field in fields(query)}
    usual = EpisodeQuery()
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in plain.items()
        if value != getattr(usual, name)
    }


def query(given: Mapping[str, object]) -> EpisodeQuery:
    """Return the query of such values.

    Fields that a newer version has, and values that are none, are left out: a list that shows
    too much tells more of itself than none.
    """
    chosen: dict[str, object] = {}
    for name, read in READ.items():
        try:
            if given.get(name) is not None:
                chosen[name] = read(given[name])
        except _OtherError:
            continue
    return EpisodeQuery(**chosen)  # type: ignore[arg-type]  # READ has the types of its fields


def dumps(asked: EpisodeQuery) -> str:
    """Return a query as JSON."""
    return json.dumps(values(asked), ensure_ascii=False)


def loads(text: str) -> EpisodeQuery:
    """Return the query in some JSON; of what is damaged, the one that leaves all open."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return EpisodeQuery()
    return query(found) if isinstance(found, dict) else EpisodeQuery()


def _text(value: object) -> str:
    if not isinstance(value, str) or "\0" in value or len(value) > _LONGEST:
        raise _OtherError
    return whole(value)


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or abs(value) >= _LARGEST:
        raise _OtherError
    return value


def _switch(value: object) -> bool:
    if not isinstance(value, bool):
        raise _OtherError
    return value


def _one_of(kind: type[E]) -> Callable[[object], E]:
    def read(value: object) -> E:
        try:
            return kind(_text(value))
        except ValueError:
            raise _OtherError from None

    return read


def _states(value: object) -> tuple[DownloadState, ...]:
    if not isinstance(value, list):
        raise _OtherError
    return tuple(dict.fromkeys(_one_of(DownloadState)(each) for each in value))


READ: dict[str, Callable[[object], object]] = {
    "kind": _one_of(FeedKind),
    "order": _one_of(Order),
    "states": _states,
    **dict.fromkeys(("speaker", "fellowship", "topic", "series", "text"), _text),
    **dict.fromkeys(("feed_id", "step", "decade", "collection"), _number),
    **dict.fromkeys(("favorite", "unheard", "not_begun", "half_heard", "queued", "lost"), _switch),
}
"""How each field of ``EpisodeQuery`` is read."""
