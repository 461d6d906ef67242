"""The patient reader: feedparser, for Atom, RDF, and all that is malformed or oddly encoded.

It forgives nearly everything and is twenty times slower than :mod:`desktop_app.feeds.rss`.
Its known faults are worked around here, so that nobody else has to know of them.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, cast

import feedparser  # type: ignore[import-untyped]  # it ships no types; `_list` and `_text` check

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import ParsedEpisode, ParsedFeed
from desktop_app.feeds import dates, durations, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

_EDITION = b"generic 1"  # part of every item's hash: raise it when items are read differently
_ITEM = re.compile(rb"<(?:\w+:)?(?:item|entry)[\s>/]", re.IGNORECASE)
_LONG_NAME = re.compile(
    rb"(<(?:[\w-]+:)?(?:author|creator|owner|name|editor|managingEditor|webMaster|contributor|"
    rb"publisher)\b[^<>]*>(?:<!\[CDATA\[)?[^<]{500})[^<\]]+"
)
"""feedparser looks for mail addresses in names; that takes the square of their length."""
_LIVE = b"<podcast:liveItem"
_LIVE_END = b"</podcast:liveItem>"

Values = Mapping[str, object]


def read(
    body: bytes, headers: Mapping[str, str], base: str | None, known: frozenset[str]
) -> ParsedFeed | None:
    """Return what the document says, or None when it is no feed.

    Args:
        body: The document, without a DOCTYPE.
        headers: The answer's headers with names in lower case; only the Content-Type counts.
        base: The feed's own address, for relative ones, or None.
        known: Hashes of items that the caller has.

    Raises:
        KnownError: There are more than 50,000 items, or feedparser gave up.
    """
    tidy.check_number(sum(1 for _ in _ITEM.finditer(body)))
    body = _LONG_NAME.sub(rb"\1", _without_live_items(body))
    version, feed, entries = _parsed(body, headers)
    if not version and not entries:
        return None
    keys = [_key(entry) for entry in entries]
    return ParsedFeed(
        title=tidy.line(_text(feed, "title")),
        reader="generic",
        episodes=tuple(
            _episode(entry, key, base)
            for entry, key in zip(entries, keys, strict=True)
            if key not in known
        ),
        known=known.intersection(keys),
        link=tidy.address(_text(feed, "link"), base),
        description=_text(feed, "subtitle") or _text(feed, "summary"),
        author=tidy.person(_text(feed, "author")),
        language=_text(feed, "language") or None,
        image=tidy.address(_image(feed), base),
        categories=_categories(feed),
        new_url=tidy.address(_text(feed, "itunes_new-feed-url"), base),
    )


def _parsed(body: bytes, headers: Mapping[str, str]) -> tuple[str, Values, list[Values]]:
    """Call feedparser; BytesIO, because it would take bare bytes for a file's name."""
    said = {name: headers[name] for name in ("content-type",) if name in headers}
    try:
        result = feedparser.parse(
            io.BytesIO(body),
            response_headers=said,
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:
        raise KnownError(
            "The feed cannot be read",
            "it is damaged in a way that could not be worked around",
            "Try again later; if it stays so, tell its publisher.",
        ) from error
    return (
        str(result.get("version") or ""),
        cast("Values", result["feed"]),
        cast("list[Values]", result["entries"]),
    )


def _episode(entry: Values, key: str, base: str | None) -> ParsedEpisode:
    content = [_text(part, "value") for part in _list(entry, "content")]
    options = (*content, _text(entry, "summary"), _text(entry, "subtitle"))
    notes = next(filter(None, options), "")
    sound = tidy.choose([*_enclosures(entry, base), *_media(entry, base)])
    url = sound.url if sound else None
    duration = durations.parse(_text(entry, "itunes_duration"))
    title = tidy.title([_text(entry, "title"), _text(entry, "itunes_title")], notes, url)
    return ParsedEpisode(
        title=title,
        hash=key,
        guid=_text(entry, "id") or None,
        url=url,
        type=sound.type if sound else None,
        size=sound.size if sound else None,
        link=tidy.address(_text(entry, "link"), base) or tidy.page(_text(entry, "id")),
        notes=tidy.with_subtitle(notes, _text(entry, "subtitle"), title),
        published=_published(entry),
        duration=duration or (sound.duration if sound else None),
        author=tidy.person(_text(entry, "author")),
        image=tidy.address(_image(entry), base),
    )


def _without_live_items(body: bytes) -> bytes:
    """Cut ``podcast:liveItem`` out: feedparser takes its link and id for the channel's."""
    pieces = []
    at = 0
    while (start := body.find(_LIVE, at)) >= 0 and (end := body.find(_LIVE_END, start)) >= 0:
        pieces.append(body[at:start])
        at = end + len(_LIVE_END)
    return b"".join([*pieces, body[at:]]) if pieces else body


def _key(entry: Values) -> str:
    source = json.dumps(entry, sort_keys=True, default=str, ensure_ascii=True)
    return tidy.digest(_EDITION, source.encode())


def _text(values: Values, name: str) -> str:
    """Return a field's text. ``dict.get``, for feedparser's own maps names onto other names."""
    value = dict.get(cast("dict[str, object]", values), name)
    return value.strip() if isinstance(value, str) else ""


def _list(values: Values, name: str) -> Sequence[Values]:
    value = dict.get(cast("dict[str, object]", values), name)
    if not isinstance(value, list):
        return ()
    return [part for part in value if isinstance(part, Mapping)]


def _enclosures(entry: Values, base: str | None) -> Iterator[tidy.Enclosure]:
    for link in _list(entry, "links"):
        url = tidy.address(_text(link, "href"), base) if link.get("rel") == "enclosure" else None
        if url:
            kind = tidy.media_type(_text(link, "type"), url)
            yield tidy.Enclosure(url, kind, tidy.size(_text(link, "length")))


def _media(entry: Values, base: str | None) -> Iterator[tidy.Enclosure]:
    for content in _list(entry, "media_content"):
        names = ("url", "type", "medium", "duration")
        attributes = {name: _text(content, name) for name in names}
        size = {"fileSize": _text(content, "filesize")}
        found = tidy.media_content(attributes | size, base)
        if found:
            yield found


def _published(entry: Values) -> datetime | None:
    for name in ("published", "updated", "created"):
        parsed = dict.get(cast("dict[str, object]", entry), f"{name}_parsed")
        when = dates.parse(_text(entry, name)) or _moment(parsed)
        if when:
            return when
    return None


def _moment(parsed: object) -> datetime | None:
    """Return feedparser's ``struct_time``, which is UTC already."""
    if not isinstance(parsed, tuple):
        return None
    year, month, day, hour, minute, second = parsed[:6]
    try:
        when = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    return dates.sensible(when)


def _image(values: Values) -> str:
    image = dict.get(cast("dict[str, object]", values), "image")
    if isinstance(image, Mapping) and (url := _text(image, "href")):
        return url
    thumbnails = _list(values, "media_thumbnail")
    return _text(thumbnails[0], "url") if thumbnails else ""


def _categories(feed: Values) -> tuple[str, ...]:
    terms = (tidy.line(_text(tag, "term")) for tag in _list(feed, "tags"))
    return tuple(dict.fromkeys(filter(None, terms)))
