"""Mutated feeds through the real worker: what came of each, and whether it may be so."""

from __future__ import annotations

from dataclasses import astuple, dataclass, is_dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.base.addresses import is_web
from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import TalkSource
from desktop_app.services import jobs
from desktop_app.services.worker import WorkerError
from tests.support import mutator

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from desktop_app.base.parsed import ParsedEpisode, ParsedFeed
    from desktop_app.services.worker import Worker

LARGEST_NUMBER = 2**63 - 1
"""What SQLite can hold."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one mutated feed.

    ``end``: "read", "refused" (it said why), "time", "memory" or "surprise" (the worker), or
    "wrong" (read, but what came out may not be stored or shown). ``told`` has the words.
    """

    seed: int
    ways: tuple[str, ...]
    end: str
    told: str = ""


def mutated(seed: int, bodies: Sequence[bytes]) -> tuple[bytes, tuple[str, ...]]:
    """Return the feed that belongs to a seed, and how it was broken."""
    one, other = bodies[seed % len(bodies)], bodies[(seed * 7919 + 13) % len(bodies)]
    return mutator.mutate(seed, one, other)


async def attempt(worker: Worker, seed: int, bodies: Sequence[bytes], seconds: float) -> Outcome:
    """Read the feed of a seed twice, and its talks, as a refresh would.

    The second time all its items are known, so nothing may come out.
    """
    body, ways = mutated(seed, bodies)
    said = mutator.headers(seed)
    try:
        feed = await worker.run(partial(jobs.read_document, body, said, frozenset()), seconds)
        hashes = frozenset(episode.hash for episode in feed.episodes)
        again = await worker.run(partial(jobs.read_document, body, said, hashes), seconds)
        talks = [
            TalkSource(
                each.title, each.author or "", feed.title, notes=each.notes, file=each.url or ""
            )
            for each in feed.episodes[:200]
        ]
        await worker.run(partial(jobs.read_talks, talks), seconds)
    except WorkerError as error:
        return Outcome(seed, ways, _kind(error), str(error))
    except KnownError as error:
        silent = not (error.what and str(error).isprintable())
        return Outcome(seed, ways, "wrong" if silent else "refused", str(error))
    wrong = [*faults(feed)]
    if again.episodes or again.known != hashes:
        wrong.append("known items came out again")
    return Outcome(seed, ways, "wrong" if wrong else "read", "; ".join(wrong[:3]))


def faults(feed: ParsedFeed) -> Iterator[str]:
    """Name what may not leave a reader: what no database takes, no list can show."""
    yield from _unstorable((feed.title, feed.link, feed.description, feed.author, feed.image))
    for episode in feed.episodes:
        yield from _unstorable(episode)
        yield from _senseless(episode)


def bodies_in(folder: Path, largest: int) -> list[bytes]:
    """Return the files below a folder that are not larger than so many bytes, in one order."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return [path.read_bytes() for path in paths if 0 < path.stat().st_size <= largest]


def _kind(error: WorkerError) -> str:
    if error.what.startswith("This took too long"):
        return "time"
    return "memory" if "too much memory" in error.why else "surprise"


def _unstorable(values: object) -> Iterator[str]:
    if is_dataclass(values) and not isinstance(values, type):
        values = astuple(values)
    if isinstance(values, tuple | list):
        for value in values:
            yield from _unstorable(value)
    elif isinstance(values, str):
        try:
            values.encode()
        except UnicodeEncodeError:
            yield f"no text: {values[:60]!r}"
    elif isinstance(values, int) and abs(values) > LARGEST_NUMBER:
        yield f"too large: {values}"
    elif isinstance(values, datetime) and values.tzinfo is not UTC:
        yield f"not in UTC: {values}"


def _senseless(episode: ParsedEpisode) -> Iterator[str]:
    if not episode.title or episode.title != " ".join(episode.title.split()):
        yield f"no title: {episode.title[:60]!r}"
    for url in (episode.url, episode.link, episode.image, episode.chapters_url):
        if url is not None and not is_web(url):
            yield f"no web address: {url[:60]!r}"
    if episode.duration is not None and not 0 < episode.duration <= 360_000:
        yield f"no length: {episode.duration}"
    if episode.size is not None and episode.size <= 0:
        yield f"no size: {episode.size}"
