"""What the Downloads page shows, read at one time, and what it asks for as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.base.model import DownloadState, Episode, EpisodeQuery, Order
from desktop_app.base.shelf import Removable, Space, WaitFor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.base.model import Problem
    from desktop_app.base.shelf import Wait
    from desktop_app.services.core import Core
    from desktop_app.services.events import DownloadProgress

MOVING = EpisodeQuery(
    states=(DownloadState.DOWNLOADING, DownloadState.PAUSED), order=Order.DOWNLOAD
)
QUEUED = EpisodeQuery(states=(DownloadState.QUEUED,), order=Order.DOWNLOAD)
FAILED = EpisodeQuery(states=(DownloadState.FAILED,), order=Order.DOWNLOAD)
LOST = EpisodeQuery(lost=True)
HERE = EpisodeQuery(states=(DownloadState.DOWNLOADED,))
MOST = 100
"""Rows of one kind that the page shows; the rest is a number."""
_ONE_READ = 1_000_000


@dataclass(frozen=True, slots=True)
class Shelf:
    """The downloads at one moment; ``queued`` has the first rows of ``waiting`` in all.

    ``failed`` and ``lost`` likewise have the first of ``failures`` and of ``missing``.
    """

    moving: tuple[Episode, ...] = ()
    queued: tuple[Episode, ...] = ()
    waiting: int = 0
    waits: Mapping[int, Wait] = field(default_factory=dict)
    failed: tuple[Episode, ...] = ()
    failures: int = 0
    doubted: frozenset[int] = frozenset()
    problems: tuple[Problem, ...] = ()
    lost: tuple[Episode, ...] = ()
    missing: int = 0
    space: Space = field(default_factory=Space)
    removable: Removable = field(default_factory=Removable)
    paused: bool = False

    @property
    def stuck(self) -> bool:
        """Whether the person's budget is used up by what must not be removed."""
        left = self.space.budget - self.space.used
        waits = any(wait.reason is WaitFor.ROOM for wait in self.waits.values())
        full = left <= 0 or (waits and left <= self.space.free)
        return bool(self.space.budget) and full and not self.removable.recordings


async def read(core: Core) -> Shelf:
    """Ask the services for everything that the page shows beside the list of files."""
    moving = await core.browsing.page(MOVING, 0, MOST)
    queued = await core.browsing.page(QUEUED, 0, MOST)
    failed = await core.browsing.page(FAILED, 0, MOST)
    lost = await core.browsing.page(LOST, 0, MOST)
    return Shelf(
        moving=moving.episodes,
        queued=queued.episodes,
        waiting=queued.total,
        waits=await core.downloading.waits(),
        failed=failed.episodes,
        failures=failed.total,
        doubted=await core.downloading.doubted(),
        problems=await core.browsing.problems(),
        lost=lost.episodes,
        missing=lost.total,
        space=await core.browsing.space(),
        removable=await core.cleaning.removable(),
        paused=await core.downloading.paused(),
    )


async def move(core: Core, episode_id: int, after: int | None) -> None:
    """Put one that waits behind another, or first, and tell the services the new order."""
    ids = await _ids(core, QUEUED)
    if episode_id in ids:
        await core.downloading.reorder(moved(ids, episode_id, after))


async def fetch_all(core: Core, query: EpisodeQuery) -> None:
    """Ask for everything in a list: what failed, what was taken away, what waits of itself."""
    await core.downloading.request(tuple(await _ids(core, query)))


async def dismiss_all(core: Core) -> None:
    """Tell no more of any file that was taken away."""
    await core.downloading.dismiss_lost(tuple(await _ids(core, LOST)))


def moved(ids: list[int], one: int, after: int | None) -> tuple[int, ...]:
    """Return ``ids`` with ``one`` behind another; first when that has gone meanwhile."""
    rest = [each for each in ids if each != one]
    at = rest.index(after) + 1 if after in rest else 0
    return (*rest[:at], one, *rest[at:])


def under_way(
    shelf: Shelf, progress: Mapping[int, DownloadProgress]
) -> tuple[tuple[Episode, ...], tuple[Episode, ...]]:
    """Divide what is not here yet: under way, and still waiting.

    What has begun is under way, though it may stand still; what never began waits.
    """

    def begun(episode: Episode) -> bool:
        event = progress.get(episode.id)
        return episode.received > 0 or (event is not None and event.received > 0)

    again = tuple(episode for episode in shelf.queued if begun(episode))
    return (*shelf.moving, *again), tuple(e for e in shelf.queued if not begun(e))


async def _ids(core: Core, query: EpisodeQuery) -> list[int]:
    page = await core.browsing.page(query, 0, _ONE_READ)
    return [episode.id for episode in page.episodes]
