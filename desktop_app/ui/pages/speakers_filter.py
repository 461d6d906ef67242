"""Which talks the page of speakers shows: its filters, its order, and what is read for them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.base.model import DownloadState, EpisodeQuery, FeedKind, Order
from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.base.model import Speaker
    from desktop_app.services.core import Core

TALKS = EpisodeQuery(kind=FeedKind.TALKS, order=Order.SPEAKER)


@dataclass(frozen=True, slots=True)
class Filter:
    """One chip: ``fellowship`` names one, otherwise ``what`` says which it is."""

    what: str
    fellowship: str | None = None


ALL = Filter("all")
DOWNLOADED = Filter("downloaded")
UNHEARD = Filter("unheard")
FAVORITE = Filter("favorite")


@dataclass(frozen=True, slots=True)
class Index:
    """What is read beside the list: who speaks in it, and how much there is in all."""

    speakers: tuple[Speaker, ...]
    everyone: int
    talks: int
    all_speakers: int
    here: int
    fellowships: tuple[str, ...]


def options(fellowships: Sequence[str]) -> list[tuple[Filter, str]]:
    """Return the chips in their order, with their words."""
    return [
        (ALL, tr("All")),
        *((Filter("fellowship", name), name) for name in fellowships),
        (DOWNLOADED, tr("Downloaded")),
        (UNHEARD, tr("Not heard")),
        (FAVORITE, tr("Favorites")),
    ]


def settled(before: Sequence[Filter], after: Sequence[Filter]) -> tuple[Filter, ...]:
    """Return what is on after a chip was pressed.

    One fellowship at a time, the others together with it as the person likes; "All" switches
    them off and is on when nothing else is.
    """
    pressed = next((each for each in after if each not in before), None)
    if pressed == ALL:
        return (ALL,)
    rest = [each for each in after if each != ALL]
    if pressed is not None and pressed.fellowship:
        rest = [each for each in rest if not each.fellowship or each == pressed]
    return tuple(rest) or (ALL,)


def query_for(filters: Sequence[Filter], speaker: str | None, order: Order) -> EpisodeQuery:
    """Return the question that these choices ask."""
    return replace(
        TALKS,
        speaker=speaker,
        fellowship=next((each.fellowship for each in filters if each.fellowship), None),
        states=(DownloadState.DOWNLOADED,) if DOWNLOADED in filters else (),
        unheard=UNHEARD in filters,
        favorite=FAVORITE in filters,
        order=order,
    )


async def read_index(core: Core, query: EpisodeQuery) -> Index:
    """Read who speaks in what the filters of ``query`` let through, whoever is chosen.

    Raises:
        KnownError: The library cannot be read.
    """
    filtered = replace(query, speaker=None, order=TALKS.order)
    speakers = await core.browsing.speakers(filtered)
    everyone = (await core.browsing.page(filtered, 0, 1)).total
    talks, all_speakers = everyone, len(speakers)
    if filtered != TALKS:
        talks = (await core.browsing.page(TALKS, 0, 1)).total
        all_speakers = len(await core.browsing.speakers(TALKS))
    here = replace(TALKS, states=(DownloadState.DOWNLOADED,))
    return Index(
        speakers=speakers,
        everyone=everyone,
        talks=talks,
        all_speakers=all_speakers,
        here=(await core.browsing.page(here, 0, 1)).total,
        fellowships=await core.browsing.fellowships(),
    )


def summary(index: Index) -> str:
    """Return "1,284 talks by 611 speakers · 96 on this computer"."""
    if not index.talks:
        return ""
    talks = words.count(index.talks, "1 talk", "{n} talks")
    speakers = words.count(index.all_speakers, "1 speaker", "{n} speakers")
    both = tr("{talks} by {speakers}", talks=talks, speakers=speakers)
    return words.join(
        both if index.all_speakers else talks,
        tr("{n} on this computer", n=words.number(index.here)) if index.here else "",
    )
