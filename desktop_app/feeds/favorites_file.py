"""Favorites and collections as our own JSON, from which another library can have them again.

    {"format": "hearthside favorites", "version": 1, "exported": "2026-11-22T20:00:00Z",
     "talks": [{"title": …, "feed": {"title": …, "url": …}, "guid": …, "url": …, "sound": …,
                "published": …, "duration": …, "added": …, "note": …}, …],
     "collections": [{"name": …, "talks": [0, 2, 1]}, {"name": …, "filter": {…}}, …]}

What is not known is left out; numbers in a collection count the talks above from 0. Times are
ISO 8601 in UTC, durations seconds. Members that this version does not know are passed over.
"""

from __future__ import annotations

import json
import math
from datetime import UTC, datetime
from typing import Any, NoReturn

from desktop_app.base import filters
from desktop_app.base.addresses import is_web
from desktop_app.base.errors import KnownError
from desktop_app.base.paths import STARTER_URL
from desktop_app.base.sharing import Shared, SharedCollection, SharedFilter, SharedTalk
from desktop_app.base.typed import whole

FORMAT = "hearthside favorites"
VERSION = 1
MOST_TALKS = 50_000
MOST_COLLECTIONS = 1_000
MOST_MEMBERS = 200_000
_LONGEST = 4_000
"""Letters of a title, an address and the like; a note may have five times as many."""
_YEARS = range(1970, 9999)


class _DamagedError(Exception):
    """A value is not what it should be."""


def write(shared: Shared, now: datetime) -> bytes:
    """Return the file's bytes."""
    document = {
        "format": FORMAT,
        "version": VERSION,
        "exported": _iso(now),
        "talks": [_talk_values(talk) for talk in shared.talks],
        "collections": [_collection_values(each) for each in shared.collections],
    }
    text = json.dumps(document, ensure_ascii=False, indent=1)
    return text.encode("utf-8", "replace")


def read(data: bytes) -> Shared:
    """Return what a file holds.

    Raises:
        KnownError: It is none of ours, damaged, too big, or made by a newer version.
    """
    try:
        document = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _refused("it is damaged, or no JSON") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise _refused("Hearthside did not write it")
    version = document.get("version")
    if isinstance(version, int) and version > VERSION:
        raise KnownError(
            "The favorites cannot be read",
            "a newer Hearthside wrote them",
            "Install the newer version here too.",
        )
    try:
        talks = tuple(_talk(each) for each in _list(document, "talks", MOST_TALKS))
        had = _list(document, "collections", MOST_COLLECTIONS)
        collections = tuple(_collection(each, len(talks)) for each in had)
    except _DamagedError as error:
        raise _refused("it is damaged") from error
    if sum(len(each.talks) for each in collections) > MOST_MEMBERS:
        raise _refused("its collections are too big")
    return Shared(talks, collections)


def _refused(why: str) -> KnownError:
    return KnownError("The favorites cannot be read", why, "Export them again.")


def _talk_values(talk: SharedTalk) -> dict[str, object]:
    return _known(
        title=talk.title,
        feed=_known(title=talk.feed, url=talk.feed_url),
        guid=talk.guid,
        url=talk.url,
        sound=talk.sound,
        published=_iso(talk.published),
        duration=talk.duration,
        added=_iso(talk.added),
        note=talk.note,
    )


def _collection_values(collection: SharedCollection) -> dict[str, object]:
    asked = collection.filter
    if asked is None:
        return {"name": collection.name, "talks": list(collection.talks)}
    beside = _known(
        feed=_known(title=asked.feed, url=asked.feed_url),
        collection=asked.collection,
        series=_talk_values(asked.series) if asked.series else None,
    )
    return {"name": collection.name, "filter": filters.values(asked.query) | beside}


def _known(**values: object) -> dict[str, object]:
    return {name: value for name, value in values.items() if value not in (None, "", {})}


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _talk(value: object) -> SharedTalk:
    given = _object(value)
    title = _text(given, "title")
    if not title:
        _damaged()
    feed, feed_url = _feed(given)
    url = _text(given, "url")
    return SharedTalk(
        title=title,
        feed=feed,
        feed_url=feed_url,
        guid=_text(given, "guid"),
        url=url if is_web(url) else "",
        sound=_text(given, "sound"),
        published=_moment(given, "published"),
        duration=_seconds(given, "duration"),
        added=_moment(given, "added"),
        note=_text(given, "note", 5 * _LONGEST),
    )


def _feed(given: dict[str, Any]) -> tuple[str, str]:
    feed = _object(given.get("feed", {}))
    url = _text(feed, "url")
    return _text(feed, "title"), url if is_web(url) or url == STARTER_URL else ""


def _collection(value: object, talks: int) -> SharedCollection:
    given = _object(value)
    name = _text(given, "name")
    if "filter" in given:
        return SharedCollection(name, filter=_filter(_object(given["filter"])))
    places = dict.fromkeys(_list(given, "talks", MOST_MEMBERS, int))
    if not all(0 <= each < talks for each in places):
        _damaged()
    return SharedCollection(name, tuple(places))


def _filter(given: dict[str, Any]) -> SharedFilter:
    """Read a filter; what says by a number or a key what only its writer knows is not believed."""
    beside = ("feed", "feed_id", "collection", "series")
    own = {name: value for name, value in given.items() if name not in beside}
    feed, feed_url = _feed(given)
    series = given.get("series")
    return SharedFilter(
        filters.query(own),
        feed,
        feed_url,
        _text(given, "collection"),
        None if series is None else _talk(series),
    )


def _object(value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        _damaged()
    return value


def _list(given: dict[str, Any], name: str, most: int, kind: type = dict) -> list[Any]:
    value = given.get(name, [])
    if not isinstance(value, list) or len(value) > most:
        _damaged()
    if any(type(each) is not kind for each in value):
        _damaged()
    return value


def _text(given: dict[str, Any], name: str, most: int = _LONGEST) -> str:
    value = given.get(name, "")
    if not isinstance(value, str):
        _damaged()
    text = whole(value[:most])
    return "".join(letter for letter in text if letter >= " " or letter in "\n\t").strip()


def _moment(given: dict[str, Any], name: str) -> datetime | None:
    if not given.get(name):
        return None
    try:
        moment = datetime.fromisoformat(_text(given, name))
    except ValueError:
        _damaged()
    if moment.year not in _YEARS:
        _damaged()
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _seconds(given: dict[str, Any], name: str) -> float | None:
    value = given.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        _damaged()
    try:
        seconds = float(value)
    except OverflowError:
        _damaged()
    return seconds if math.isfinite(seconds) and seconds >= 0 else _damaged()


def _damaged() -> NoReturn:
    raise _DamagedError
