"""What the page of a speaker has done: names that become one, talks that are somebody else's."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.base.model import DownloadState, EpisodeQuery, Order
from desktop_app.base.shelves import Fact
from desktop_app.ui.look import talk_words
from desktop_app.ui.look.name_words import told_apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop_app.base.model import Episode, Speaker
    from desktop_app.base.shelves import Series
    from desktop_app.services.core import Core

_CHUNK = 500
_ELSEWHERE = (DownloadState.REMOTE, DownloadState.FAILED)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What "Download all" is about: ``size`` in bytes as far as the feeds tell it."""

    ids: tuple[int, ...]
    size: int = 0


@dataclass(frozen=True, slots=True)
class Was:
    """Whose talks were before: the names, and whether the person had said so."""

    ids: tuple[int, ...]
    speakers: tuple[str, ...]
    corrected: bool


async def elsewhere(core: Core, name: str) -> Wanted:
    """Return what a speaker's talks are that are neither here nor on their way.

    Raises:
        KnownError: The library cannot be read.
    """
    query = EpisodeQuery(speaker=name, states=_ELSEWHERE)
    ids: list[int] = []
    read = size = 0
    while True:
        page = await core.browsing.page(query, read, _CHUNK)
        read += len(page.episodes)
        for each in page.episodes:
            if not talk_words.is_tape(each) and not talk_words.is_silent(each):
                ids.append(each.id)
                size += each.size or 0
        if not page.episodes or read >= page.total:
            return Wanted(tuple(ids), size)


def labels(speakers: Iterable[Speaker], *, but: str, short: bool) -> dict[str, str]:
    """Return what to call each speaker but one, and the name that is meant.

    A short name that two people share, be it that one, stays long: it has to tell them apart.
    """
    called = told_apart([each.name for each in speakers], short=short)
    return {label: name for name, label in called.items() if name != but}


def meant(text: str, known: dict[str, str]) -> str | None:
    """Return the name that some typed words mean, whether short or long; None: nobody's."""
    sought = text.casefold().strip()
    for label, name in known.items():
        if sought in {label.casefold(), name.casefold()}:
            return name
    return None


async def merge(core: Core, name: str, into: str) -> None:
    """Let a name be another's.

    Raises:
        KnownError: The library cannot be written, or the name is empty.
    """
    await core.correcting.merge_speakers((name,), into)


async def part_again(core: Core, name: str, also: Sequence[str]) -> None:
    """Undo a merge: ``name`` is a speaker of its own, with the names that were its own before.

    Raises:
        KnownError: The library cannot be written.
    """
    for each in (name, *also):
        await core.correcting.separate_speaker(each)
    if also:
        await core.correcting.merge_speakers(also, name)


async def give_to(core: Core, talks: Sequence[Episode], name: str, other: str) -> tuple[Was, ...]:
    """Let ``other`` be the speaker of these talks instead of ``name``; return what was before.

    Who speaks beside them stays.

    Raises:
        KnownError: The library cannot be written.
    """
    before: dict[tuple[tuple[str, ...], bool], list[int]] = defaultdict(list)
    for talk in talks:
        facts = await core.correcting.facts(talk.id)
        before[talk.speakers, Fact.SPEAKERS in facts.corrected].append(talk.id)
    for (speakers, _corrected), ids in before.items():
        others = [other if each == name else each for each in speakers]
        if name not in speakers:
            others = [other]
        await core.correcting.correct(ids, {Fact.SPEAKERS: tuple(dict.fromkeys(others))})
    return tuple(
        Was(tuple(ids), speakers, corrected) for (speakers, corrected), ids in before.items()
    )


async def give_back(core: Core, before: Iterable[Was]) -> None:
    """Let talks be whose they were.

    Raises:
        KnownError: The library cannot be written.
    """
    for each in before:
        if each.corrected:
            await core.correcting.correct(each.ids, {Fact.SPEAKERS: each.speakers})
        else:
            await core.correcting.revert(each.ids, (Fact.SPEAKERS,))


async def play(core: Core, series: Series) -> None:
    """Go on with a series: with the first part that was not heard, else from its start.

    Raises:
        KnownError: It cannot be played.
    """
    if series.next is None:
        await play_first(core, series.key)
    else:
        await core.series.play_from(series.next)


async def play_first(core: Core, key: str) -> None:
    """Play a series from its first part on.

    Raises:
        KnownError: It cannot be played.
    """
    first = await core.browsing.page(parts_of(key), 0, 1)
    for each in first.episodes:
        await core.series.play_from(each.id)


def parts_of(key: str) -> EpisodeQuery:
    """Return the question for the parts of a series, in their order."""
    return EpisodeQuery(series=key, order=Order.SERIES)
