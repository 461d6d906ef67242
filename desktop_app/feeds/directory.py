"""Podcast directories that need no key: what to ask them, what their answers say. Pure.

Apple's search: https://performance-partners.apple.com/search-api; fyyd's:
https://github.com/eazyliving/fyyd-api. An answer is digested in the worker process.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from itertools import chain, islice, zip_longest
from typing import TYPE_CHECKING, Any
from urllib.parse import quote_plus

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import FoundFeed
from desktop_app.feeds.addresses import host_of, may_lead, normalise, split_login
from desktop_app.feeds.tidy import UNSEEN, line

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_ROWS = 500
_MOST_ASKED = 100
_LONGEST_WORDS = 200
_LONGEST_ADDRESS = 2_000
_LONGEST_LINE = 300
_LONGEST_DESCRIPTION = 1_000
_MOST_EPISODES = 1_000_000


@dataclass(frozen=True, slots=True)
class Names:
    """What a directory calls the fields of a row; "" when it has no such field."""

    rows: str
    url: str
    title: str
    author: str
    episodes: str
    home_page: str = ""
    description: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """A directory: ``host`` is how the screen says where the words go."""

    name: str
    host: str
    base: str
    search: str
    names: Names


SOURCES = (
    Source(
        "Apple Podcasts",
        "itunes.apple.com",
        "https://itunes.apple.com",
        "/search?media=podcast&term={words}&limit={limit}",
        Names("results", "feedUrl", "collectionName", "artistName", "trackCount"),
    ),
    Source(
        "fyyd",
        "fyyd.de",
        "https://api.fyyd.de",
        "/0.2/search/podcast?term={words}&count={limit}",
        Names(
            "data",
            "xmlURL",
            "title",
            "author",
            "episode_count",
            "htmlURL",
            "description",
            "language",
        ),
    ),
)
"""The directories that are asked, in the order in which equals are shown."""


def instead(bases: str) -> tuple[Source, ...]:
    """Return the directories at other addresses, given in their order with spaces between.

    As many as are given; the real ones when none is. For a stand-in.
    """
    given = tuple(
        replace(source, base=base.rstrip("/"))
        for source, base in zip(SOURCES, bases.split(), strict=False)
    )
    return given or SOURCES


def address(source: Source, words: str, limit: int) -> str:
    """Return the address that answers with up to ``limit`` feeds for ``words``."""
    term = quote_plus(words[:_LONGEST_WORDS], errors="replace")
    return source.base + source.search.format(words=term, limit=max(1, min(limit, _MOST_ASKED)))


def read(source: Source, body: bytes, base: str) -> tuple[FoundFeed, ...]:
    """Return the feeds of an answer that came from the address ``base``.

    A row that makes no sense, or whose feed a directory at ``base`` may not send us to, is left
    out; the others stay.

    Raises:
        KnownError: It is no answer of this directory.
    """
    try:
        answer = json.loads(body)
        rows = answer[source.names.rows] or ()
    except (ValueError, RecursionError, KeyError, TypeError, IndexError):
        rows = None
    if not isinstance(rows, list | tuple):
        raise KnownError(
            f"The answer of {source.name} was not understood",
            "it is not what a directory of podcasts answers with",
            "Try again later.",
        )
    found = (_feed(source, row, base) for row in rows[:_MOST_ROWS])
    return tuple(feed for feed in found if feed is not None)


def merge(answers: Sequence[Sequence[FoundFeed]], limit: int) -> tuple[FoundFeed, ...]:
    """Return up to ``limit`` feeds, the best of each directory in turn, no feed twice."""
    same: dict[str, list[FoundFeed]] = {}
    for feed in chain.from_iterable(zip_longest(*answers)):
        if feed is not None:
            same.setdefault(normalise(feed.url), []).append(feed)
    return tuple(_merged(rows) for rows in islice(same.values(), limit))


def _merged(rows: Sequence[FoundFeed]) -> FoundFeed:
    """Return one row for the same feed: the richest, its gaps filled from the others."""
    rich = sorted(rows, key=_richness, reverse=True)
    secure = [row.url for row in rows if row.url.startswith("https:")]
    return FoundFeed(
        title=rich[0].title,
        url=(secure or [rows[0].url])[0],
        author=next((row.author for row in rich if row.author), ""),
        home_page=next((row.home_page for row in rich if row.home_page), None),
        description=next((row.description for row in rich if row.description), ""),
        episodes=next((row.episodes for row in rich if row.episodes), None),
        language=next((row.language for row in rich if row.language), None),
        directories=tuple(dict.fromkeys(chain.from_iterable(row.directories for row in rows))),
    )


def _richness(row: FoundFeed) -> int:
    facts = (row.author, row.home_page, row.description, row.episodes, row.language)
    return sum(map(bool, facts))


def _feed(source: Source, row: Any, base: str) -> FoundFeed | None:  # noqa: ANN401 - it is untrusted
    names = source.names
    url = _address(row, names.url, base)
    if url is None:
        return None
    return FoundFeed(
        title=_line(row, names.title) or host_of(url),
        url=url,
        author=_line(row, names.author),
        home_page=_address(row, names.home_page, base),
        description=_line(row, names.description, _LONGEST_DESCRIPTION),
        episodes=_number(row, names.episodes),
        language=_line(row, names.language, 20).lower() or None,
        directories=(source.name,),
    )


def _address(row: Any, name: str, base: str) -> str | None:  # noqa: ANN401
    text = _text(row, name).strip()
    if not text or len(text) > _LONGEST_ADDRESS or re.search(r"\s", text) or UNSEEN.search(text):
        return None
    return split_login(text)[0] if may_lead(base, text) else None


def _line(row: Any, name: str, longest: int = _LONGEST_LINE) -> str:  # noqa: ANN401
    text = " ".join(UNSEEN.sub(" ", line(_text(row, name)[: 4 * longest])).split())
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _text(row: Any, name: str) -> str:  # noqa: ANN401
    value = row.get(name) if isinstance(row, dict) else None
    return value if isinstance(value, str) else ""


def _number(row: Any, name: str) -> int | None:  # noqa: ANN401
    """Return a number of episodes; a directory that says 0 has not counted them."""
    value = row.get(name)
    known = isinstance(value, int) and not isinstance(value, bool) and 0 < value < _MOST_EPISODES
    return int(value) if known else None
