"""What the page of a talk reads: the talk, the parts before and after it, its collections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.services.events import CollectionsChanged, EpisodesChanged
from desktop_app.ui.pages.speaker_work import parts_of

if TYPE_CHECKING:
    from desktop_app.base.model import Episode, EpisodeDetail
    from desktop_app.base.shelves import Collection
    from desktop_app.services.core import Core

_CHUNK = 200


def concerned(event: object, ids: set[int]) -> bool:
    """Tell whether an event changes one of these talks, or the collections they are in."""
    if isinstance(event, EpisodesChanged):
        return not event.ids or bool(event.ids & ids)
    return isinstance(event, CollectionsChanged)


@dataclass(frozen=True, slots=True)
class TalkRead:
    """A talk; ``before`` and ``after`` are the parts beside it, where it is one of a series."""

    detail: EpisodeDetail
    before: Episode | None = None
    after: Episode | None = None
    collections: tuple[Collection, ...] = ()

    @property
    def beside(self) -> frozenset[int]:
        """The ids of the parts beside it."""
        return frozenset(each.id for each in (self.before, self.after) if each is not None)


async def read_talk(core: Core, episode_id: int) -> TalkRead:
    """Read everything at once.

    Raises:
        KnownError: The talk is not in the library any more, or cannot be read.
    """
    detail = await core.browsing.detail(episode_id)
    key = detail.episode.series_key
    before, after = await _beside(core, key, episode_id) if key else (None, None)
    known = await core.collections.all() if detail.collections else ()
    inside = tuple(each for each in known if each.id in detail.collections)
    return TalkRead(detail, before, after, inside)


async def series_ids(core: Core, key: str) -> tuple[int, ...]:
    """Return the ids of all parts of a series, in order.

    Raises:
        KnownError: The library cannot be read.
    """
    return tuple([each.id for each in await _parts(core, key)])


async def _beside(core: Core, key: str, episode_id: int) -> tuple[Episode | None, Episode | None]:
    parts = await _parts(core, key)
    at = next((at for at, each in enumerate(parts) if each.id == episode_id), None)
    if at is None:
        return None, None
    return (parts[at - 1] if at else None), (parts[at + 1] if at + 1 < len(parts) else None)


async def _parts(core: Core, key: str) -> list[Episode]:
    parts: list[Episode] = []
    while True:
        page = await core.browsing.page(parts_of(key), len(parts), _CHUNK)
        parts.extend(page.episodes)
        if not page.episodes or len(parts) >= page.total:
            return parts
