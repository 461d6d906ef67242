"""Which talks the page of speakers shows: its filters, its order, and what is read for them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.base.model import DownloadState, EpisodeQuery, FeedKind, Order
from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.plain import speaker_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.base.model import Speaker
    from desktop_app.base.shelves import Facet
    from desktop_app.services.core import Core
    from desktop_app.ui.models.plain import Line

TALKS = EpisodeQuery(kind=FeedKind.TALKS, order=Order.SPEAKER)
HERE = (DownloadState.DOWNLOADED,)
MOST = 4
"""So many fellowships have a chip of their own."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the chips are set to; nothing set is everything."""

    fellowship: str | None = None
    step: int | None = None
    topic: str | None = None
    decade: int | None = None
    downloaded: bool = False
    unheard: bool = False
    favorite: bool = False


ALL = Choice()


@dataclass(frozen=True, slots=True)
class Totals:
    """How much there is, whatever the filters say."""

    talks: int
    speakers: int
    here: int


@dataclass(frozen=True, slots=True)
class Index:
    """What is read beside the list: who speaks in it, and how much there is in all.

    ``lines``: the speakers as rows, their names shortened when ``short``.
    """

    speakers: tuple[Speaker, ...]
    everyone: int
    totals: Totals
    lines: tuple[Line[str | None], ...] = ()
    short: bool = True

    def talks(self, name: str | None) -> int:
        """Return how many talks are shown when this speaker is chosen; None: everyone."""
        if name is None:
            return self.everyone
        return next((each.talks for each in self.speakers if each.name == name), 0)


def orders() -> tuple[tuple[Order, str], ...]:
    """Return how the list can be sorted, in words."""
    return (
        (Order.SPEAKER, tr("By speaker")),
        (Order.NEWEST, tr("Newest first")),
        (Order.OLDEST, tr("Oldest first")),
        (Order.TITLE, tr("By title")),
    )


def query_for(choice: Choice, speaker: str | None, order: Order) -> EpisodeQuery:
    """Return the question that these choices ask."""
    return replace(
        TALKS,
        speaker=speaker,
        fellowship=choice.fellowship,
        step=choice.step,
        topic=choice.topic,
        decade=choice.decade,
        states=HERE if choice.downloaded else (),
        unheard=choice.unheard,
        favorite=choice.favorite,
        order=order,
    )


def choice_of(query: EpisodeQuery) -> Choice:
    """Return the choices that ask a question, as far as there are chips for it."""
    return Choice(
        query.fellowship,
        query.step,
        query.topic,
        query.decade,
        query.states == HERE,
        query.unheard,
        query.favorite,
    )


def can_be_asked(query: EpisodeQuery) -> bool:
    """Tell whether the chips, with a speaker and an order, say all that a question asks."""
    return query == query_for(choice_of(query), query.speaker, query.order)


def everyones(query: EpisodeQuery) -> EpisodeQuery:
    """Return the same question, whoever is chosen."""
    return replace(query, speaker=None)


def settled(known: Sequence[str], found: Sequence[Facet], *, narrowed: bool) -> tuple[str, ...]:
    """Return the fellowships in the order of their chips, the most frequent first.

    While the list is ``narrowed`` the chips stay where they are: they are not to change places
    under the person's hand.
    """
    names = [str(each.value) for each in found]
    if not narrowed:
        return tuple(names)
    return (*known, *(name for name in names if name not in known))


async def read_index(
    core: Core, query: EpisodeQuery, totals: Totals | None, *, short: bool
) -> Index:
    """Read who speaks in what the filters of ``query`` let through, whoever is chosen.

    ``totals`` are not read again where they are known. The rows are made here, in the engine's
    thread: of ten thousand names that takes longer than a picture may.

    Raises:
        KnownError: The library cannot be read.
    """
    filtered = everyones(query)
    speakers = await core.browsing.speakers(filtered)
    everyone = (await core.browsing.page(filtered, 0, 1)).total
    if totals is None:
        talks, names = everyone, len(speakers)
        if choice_of(filtered) != ALL:
            talks = (await core.browsing.page(TALKS, 0, 1)).total
            names = len(await core.browsing.speakers(TALKS))
        here = (await core.browsing.page(replace(TALKS, states=HERE), 0, 1)).total
        totals = Totals(talks, names, here)
    lines = speaker_lines(speakers, everyone, short=short)
    return Index(speakers, everyone, totals, lines, short)


def summary(totals: Totals, shown: int) -> str:
    """Return "1,284 talks by 611 speakers · 96 on this computer"; of some: "26 of 1,284 talks"."""
    if not totals.talks:
        return ""
    talks = words.count(totals.talks, "1 talk", "{n} talks")
    if shown != totals.talks:
        return tr("{n} of {talks}", n=words.number(shown), talks=talks)
    speakers = words.count(totals.speakers, "1 speaker", "{n} speakers")
    both = tr("{talks} by {speakers}", talks=talks, speakers=speakers)
    return words.join(
        both if totals.speakers else talks,
        tr("{n} on this computer", n=words.number(totals.here)) if totals.here else "",
    )
