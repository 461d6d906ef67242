"""What the Favorites page reads, and what it says of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop_app.base.model import DownloadState, EpisodeQuery, Order
from desktop_app.ui.look import shelf_words, words
from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from desktop_app.base.shelves import Collection
    from desktop_app.services.core import Core

FAVORITES = EpisodeQuery(favorite=True, order=Order.FAVORITED)


@dataclass(frozen=True, slots=True)
class Shelf:
    """All there is to choose from, and the numbers of ``chosen``: a collection's id, or None.

    ``ids``: the order of a collection that is filled by hand.
    """

    chosen: int | None = None
    collections: tuple[Collection, ...] = ()
    everything: int = 0
    total: int = 0
    here: int = 0
    ids: tuple[int, ...] = ()
    notes: dict[int, str] = field(default_factory=dict)

    def collection(self, collection_id: int | None) -> Collection | None:
        """Return the one with this id."""
        return next((each for each in self.collections if each.id == collection_id), None)


async def read_shelf(core: Core, chosen: int | None) -> Shelf:
    """Read it; where ``chosen`` is no more, all favorites are.

    Raises:
        KnownError: The library cannot be read.
    """
    known = Shelf(collections=await core.collections.all())
    collection = known.collection(chosen)
    query = query_of(collection)
    here = total = await _count(core, query)
    if total and not query.states:
        here = await _count(core, replace(query, states=(DownloadState.DOWNLOADED,)))
    by_hand = collection is not None and collection.query is None
    return replace(
        known,
        chosen=collection.id if collection is not None else None,
        everything=total if collection is None else await _count(core, FAVORITES),
        total=total,
        here=here,
        ids=await core.collections.members(collection.id) if by_hand and collection else (),
        notes=await core.favorites.notes(),
    )


async def _count(core: Core, query: EpisodeQuery) -> int:
    return (await core.browsing.page(query, 0, 1)).total


def query_of(collection: Collection | None) -> EpisodeQuery:
    """Return what the list shows for a collection; None: all favorites."""
    if collection is None:
        return FAVORITES
    return collection.query or EpisodeQuery(collection=collection.id, order=Order.COLLECTION)


def fills_itself(query: EpisodeQuery, *, short: bool) -> str:
    """Return with what a collection fills itself."""
    what = shelf_words.filter_words(query, short=short) or tr("all talks")
    return tr("fills itself: {what}", what=what)


def summary(shelf: Shelf, *, short: bool) -> str:
    """Return "12 favorites · 3 on this computer", or of a collection how it is filled."""
    collection = shelf.collection(shelf.chosen)
    if collection is None:
        number = words.count(shelf.total, "1 favorite", "{n} favorites")
    else:
        number = words.count(shelf.total, "1 talk", "{n} talks")
    every = tr("all on this computer") if shelf.total > 1 else tr("on this computer")
    some = tr("{n} on this computer", n=words.number(shelf.here)) if shelf.here else ""
    itself = ""
    if collection is not None and collection.query is not None:
        itself = fills_itself(collection.query, short=short)
    if not shelf.total:
        return words.opening(itself)
    return words.join(number, every if shelf.here == shelf.total else some, itself)
