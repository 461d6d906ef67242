"""Which episodes of this library are the talks that a file tells of. Pure."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop_app.base.secrets import shareable
from desktop_app.feeds.addresses import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop_app.base.sharing import Candidate, SharedTalk

_COMMON = 100
"""What so many have in common tells nothing of one; and a hostile file may ask for it often."""
_SURE = 32
"""What is known by less than this is known by its title alone."""


@lru_cache(maxsize=4096)
def feed_key(url: str) -> str:
    """Return what tells feeds apart, whether or not a secret was cut out of the address."""
    return normalise(shareable(url)) if url else ""


def find(talks: Sequence[SharedTalk], candidates: Iterable[Candidate]) -> tuple[int | None, ...]:
    """Return the id of each talk's episode, or None where none, or no single one, fits.

    A tape's sound tells most; then the guid, in the same feed only; then where the sound is;
    then the title, in a feed of the same address or name. A title alone tells nothing of a talk
    of another date, and nothing if its feed has used it more than once; where two fit equally
    well otherwise, they are copies, and the first will do.
    """
    by_key: dict[object, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        for key in _candidate_keys(candidate):
            by_key[key].append(candidate)
    return tuple(_best(talk, by_key) for talk in talks)


def _best(talk: SharedTalk, by_key: dict[object, list[Candidate]]) -> int | None:
    fitting: dict[int, tuple[int, Candidate]] = {}
    for weight, key in _talk_keys(talk):
        alike = by_key.get(key, [])
        for candidate in alike if len(alike) <= _COMMON else ():
            had = fitting[candidate.id][0] if candidate.id in fitting else 0
            fitting[candidate.id] = (had + weight, candidate)
    ranked = sorted(
        (-(weight + _nearness(talk, candidate)), number)
        for number, (weight, candidate) in fitting.items()
        if weight >= _SURE or not _another_day(talk, candidate)
    )
    if not ranked:
        return None
    even = len(ranked) > 1 and ranked[0][0] == ranked[1][0]
    return None if even and -ranked[0][0] < _SURE else ranked[0][1]


def _talk_keys(talk: SharedTalk) -> Iterator[tuple[int, object]]:
    """Yield what an episode of this talk has, each with what it tells."""
    title = _folded(talk.title)
    if talk.sound:
        yield 256, ("sound", talk.sound)
    if talk.guid and talk.feed_url:
        yield 128, ("guid", feed_key(talk.feed_url), talk.guid)
    if talk.file:
        yield 128, ("file", talk.file)
    if talk.url:
        yield 64, ("url", feed_key(talk.url))
    if talk.feed_url:
        yield 4, ("title", feed_key(talk.feed_url), title)
    if talk.feed:
        yield 4, ("named", _folded(talk.feed), title)
    if talk.guid and talk.feed:
        yield 4, ("named guid", _folded(talk.feed), talk.guid)


def _candidate_keys(candidate: Candidate) -> Iterator[object]:
    title, feed = _folded(candidate.title), feed_key(candidate.feed_url)
    yield ("sound", candidate.sound)
    yield ("guid", feed, candidate.guid)
    yield ("file", candidate.file)
    if candidate.url:
        yield ("url", feed_key(candidate.url))
    yield ("title", feed, title)
    for name in {_folded(each) for each in candidate.feeds}:
        yield ("named", name, title)
        yield ("named guid", name, candidate.guid)


def _nearness(talk: SharedTalk, candidate: Candidate) -> int:
    """Return what decides between two that fit equally well."""
    same_feed = bool(talk.feed_url) and feed_key(talk.feed_url) == feed_key(candidate.feed_url)
    return 2 * (talk.published is not None and talk.published == candidate.published) + same_feed


def _another_day(talk: SharedTalk, candidate: Candidate) -> bool:
    if talk.published is None or candidate.published is None:
        return False
    return talk.published != candidate.published


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
