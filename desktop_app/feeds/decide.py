"""What a refresh changes: which episodes are new, which look different. Pure.

An episode is known again by its guid, which counts within its feed only and only if it is unique
there; else by the address of its sound *and* its title; else, when the feed has moved to another
host altogether, by its title *and* date. So neither a changed guid nor a changed query string on
the enclosure makes a second episode, and a guid that a feed gives to several items loses none of
them. Episodes that fell off the feed are left alone.

Tapes in a folder are known by their sound before all else: who renames "03" to "04" to make
room wants each talk to keep its favorites, not each name. Two copies remain two.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from desktop_app.base.parsed import KnownEpisode, ParsedEpisode, ParsedFeed
from desktop_app.feeds.addresses import normalise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_TOMORROW = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Decision:
    """What to write: ``insert`` newest first, ``update`` as pairs of id and new content."""

    insert: tuple[ParsedEpisode, ...] = ()
    update: tuple[tuple[int, ParsedEpisode], ...] = ()


Either = KnownEpisode | ParsedEpisode
Key = tuple[str, ...] | None


def decide(
    known: Sequence[KnownEpisode], parsed: ParsedFeed, now: datetime | None = None
) -> Decision:
    """Compare a feed with what the library has of it.

    Deciding again after the decision was carried out gives an empty one.

    Args:
        known: All the feed's episodes in the library.
        parsed: What the feed says now.
        now: The wall time, so that dates in the future do not count as newest.
    """
    had = {episode.hash for episode in known}
    fresh = [episode for episode in parsed.episodes if episode.hash not in had]
    if not fresh:
        return Decision()
    present = parsed.known | {episode.hash for episode in parsed.episodes}
    kept = [episode for episode in known if episode.hash in present]
    free = {episode.id: episode for episode in known if episode.hash not in present}
    pending = _distinct(kept, fresh)
    update: list[tuple[int, ParsedEpisode]] = []
    if free:
        for sound in (_content_and_guid, _content_and_title, _content):
            pending = _match(sound, (), free, pending, update)
        shared = _repeated(_guid, known) | _repeated(_guid, kept, fresh)
        for key in (_unshared_guid(shared), _guid_and_sound, _sound, _path, _moment):
            pending = _match(key, kept, free, pending, update)
    return Decision(tuple(newest_first(pending, now)), tuple(update))


def overlaps(known: Sequence[KnownEpisode], parsed: ParsedFeed) -> bool:
    """Return whether some of the episodes that we have are in a feed that was read as a whole."""
    hashes = {episode.hash for episode in known}
    same_source = any(episode.hash in hashes for episode in parsed.episodes)
    return same_source or bool(decide(known, parsed).update)


def same(
    ours: Sequence[KnownEpisode], theirs: Sequence[KnownEpisode]
) -> tuple[tuple[int, int], ...]:
    """Return pairs of ids that are one episode in two subscriptions of one feed, each id once.

    They are known again by the same rules as an item of a feed that has changed.
    """
    listed = [
        ParsedEpisode(
            title=episode.title,
            hash=f"#{episode.id}",
            guid=episode.guid,
            url=episode.url,
            published=episode.published,
            content=episode.content,
        )
        for episode in ours
    ]
    decision = decide(theirs, ParsedFeed("", "", tuple(listed)))
    return tuple((int(episode.hash[1:]), their_id) for their_id, episode in decision.update)


def newest_first(
    episodes: Sequence[ParsedEpisode], now: datetime | None = None
) -> list[ParsedEpisode]:
    """Sort by date; one without a date, or with one in the future, stays beside its neighbour.

    A feed that lists its oldest first is turned round, so that equal dates do not mislead.
    """
    limit = now + _TOMORROW if now else datetime.max.replace(tzinfo=UTC)
    dates = [e.published if e.published and e.published <= limit else None for e in episodes]
    given = [date for date in dates if date]
    if not given:
        return list(episodes)
    last = given[0]
    filled = []
    for date in dates:
        last = date or last
        filled.append(last)
    pairs = list(zip(filled, episodes, strict=True))
    if given[0] < given[-1]:
        pairs.reverse()
    return [episode for _, episode in sorted(pairs, key=lambda pair: pair[0], reverse=True)]


def _match(
    key: Callable[[Either], Key],
    kept: Sequence[KnownEpisode],
    free: dict[int, KnownEpisode],
    pending: Sequence[ParsedEpisode],
    update: list[tuple[int, ParsedEpisode]],
) -> list[ParsedEpisode]:
    """Pair episodes whose ``key`` is theirs alone on both sides; return those left over."""
    unclear = _repeated(key, kept, pending) | _repeated(key, free.values())
    ids = {key(episode): episode.id for episode in free.values()}
    left = []
    for episode in pending:
        mine = key(episode)
        found = ids.get(mine) if mine and mine not in unclear else None
        if found is None:
            left.append(episode)
        else:
            update.append((found, episode))
            del free[found]
    return left


def _distinct(kept: Sequence[KnownEpisode], fresh: Sequence[ParsedEpisode]) -> list[ParsedEpisode]:
    """Drop what a feed lists twice: same guid (or none), same sound, same title."""
    guids = {each.guid or "" for each in kept} | {each.guid or "" for each in fresh}
    if len(guids) == len(kept) + len(fresh):
        return list(fresh)
    seen = {_listing(episode) for episode in kept}
    new = []
    for episode in fresh:
        mine = _listing(episode)
        if mine not in seen:
            seen.add(mine)
            new.append(episode)
    return new


def _repeated(key: Callable[[Either], Key], *groups: Iterable[Either]) -> set[Key]:
    """Return the keys that several listings share; the very same listing twice is one."""
    pairs = {(key(episode), _listing(episode)) for group in groups for episode in group}
    return {mine for mine, times in Counter(mine for mine, _ in pairs).items() if times > 1}


def _content(episode: Either) -> Key:
    return (episode.content,) if episode.content else None


def _content_and_guid(episode: Either) -> Key:
    return (episode.content, episode.guid or "") if episode.content else None


def _content_and_title(episode: Either) -> Key:
    return (episode.content, _words(episode.title)) if episode.content else None


def _guid(episode: Either) -> Key:
    return (episode.guid,) if episode.guid else None


def _unshared_guid(shared: set[Key]) -> Callable[[Either], Key]:
    def key(episode: Either) -> Key:
        guid = _guid(episode)
        return None if guid in shared else guid

    return key


def _guid_and_sound(episode: Either) -> Key:
    return _listing(episode) if episode.guid else None


def _sound(episode: Either) -> Key:
    """Key by address and title; what has no sound is known by its title and date."""
    if episode.url:
        return _listing(episode)[1:]
    return (_words(episode.title), episode.published.isoformat()) if episode.published else None


def _path(episode: Either) -> Key:
    if not episode.url:
        return None
    path = _place(episode.url.partition("?")[0].partition("#")[0])
    return (path, _words(episode.title))


def _moment(episode: Either) -> Key:
    """Key by title and date, the last resort: a feed that moved to a host with its own guids.

    Tapes are left out: those of a series may share a year, which is all they have.
    """
    if episode.published is None or episode.content:
        return None
    return (_words(episode.title), episode.published.isoformat())


def _listing(episode: Either) -> tuple[str, str, str]:
    place = _place(episode.url) if episode.url else f"#{episode.hash}"
    return episode.guid or "", place, _words(episode.title)


@lru_cache(maxsize=4096)
def _place(url: str) -> str:
    return normalise(url)


@lru_cache(maxsize=4096)
def _words(title: str) -> str:
    return " ".join(title.casefold().split())
