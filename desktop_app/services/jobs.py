"""What the worker process does: bytes and files in, plain values out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.audio.measure import probe
from desktop_app.base.paths import RESOURCES
from desktop_app.catalog.titles import read_title
from desktop_app.feeds import folder
from desktop_app.feeds.parse import parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.base.model import ParsedFeed, TitleFacts

STARTER = RESOURCES / "starter"


@dataclass(frozen=True, slots=True)
class Reading:
    """A feed as it was read, and what each of its new titles says."""

    feed: ParsedFeed
    facts: Mapping[str, TitleFacts]


def read_document(body: bytes, headers: Mapping[str, str], known: frozenset[str]) -> Reading:
    """Read a feed's document.

    Raises:
        KnownError: It is no feed, or too broken.
    """
    return _with_facts(parse(body, headers, known))


def read_folder(path: str, known: frozenset[str]) -> Reading:
    """Read a folder of tapes.

    Raises:
        KnownError: It cannot be read.
    """
    return _with_facts(folder.scan(path, known, probe))


def read_starter(body: bytes) -> Reading:
    """Read the built-in feed; its enclosures lie beside it and carry chapters."""
    parsed = parse(body, {"Content-Type": "application/rss+xml"})
    episodes = []
    for episode in parsed.episodes:
        path = STARTER / str(episode.url).rsplit("/", 1)[-1]
        facts = probe(str(path))
        episodes.append(
            replace(
                episode,
                url=path.as_uri(),
                size=path.stat().st_size,
                duration=facts.duration,
                chapters=facts.chapters,
            )
        )
    return _with_facts(replace(parsed, episodes=tuple(episodes)))


def _with_facts(parsed: ParsedFeed) -> Reading:
    return Reading(parsed, {each.title: read_title(each.title) for each in parsed.episodes})
