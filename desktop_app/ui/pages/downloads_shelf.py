"""What the Downloads page shows, read at one time, and the words for it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.base.model import DownloadState, Episode, EpisodeQuery, Order, Space
from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop_app.base.model import Problem
    from desktop_app.services.core import Core
    from desktop_app.services.events import DownloadProgress

MOVING = EpisodeQuery(
    states=(DownloadState.DOWNLOADING, DownloadState.PAUSED), order=Order.DOWNLOAD
)
QUEUED = EpisodeQuery(states=(DownloadState.QUEUED,), order=Order.DOWNLOAD)
FAILED = EpisodeQuery(states=(DownloadState.FAILED,), order=Order.DOWNLOAD)
HERE = EpisodeQuery(states=(DownloadState.DOWNLOADED,))
MOST = 100
"""Rows of one kind that the page shows; the rest is a number."""
_ONE_READ = 1_000_000


@dataclass(frozen=True, slots=True)
class Shelf:
    """The downloads at one moment; ``queued`` has the first rows of ``waiting`` in all."""

    moving: tuple[Episode, ...] = ()
    queued: tuple[Episode, ...] = ()
    waiting: int = 0
    failed: tuple[Episode, ...] = ()
    failures: int = 0
    problems: tuple[Problem, ...] = ()
    space: Space = field(default_factory=Space)
    paused: bool = False


async def read(core: Core) -> Shelf:
    """Ask the services for everything that the page shows beside the list of files."""
    moving = await core.browsing.page(MOVING, 0, MOST)
    queued = await core.browsing.page(QUEUED, 0, MOST)
    failed = await core.browsing.page(FAILED, 0, MOST)
    return Shelf(
        moving=moving.episodes,
        queued=queued.episodes,
        waiting=queued.total,
        failed=failed.episodes,
        failures=failed.total,
        problems=await core.browsing.problems(),
        space=await core.browsing.space(),
        paused=await core.downloading.paused(),
    )


async def move(core: Core, episode_id: int, after: int | None) -> None:
    """Put one that waits behind another, or first, and tell the services the new order."""
    page = await core.browsing.page(QUEUED, 0, _ONE_READ)
    ids = [episode.id for episode in page.episodes]
    if episode_id in ids:
        await core.downloading.reorder(moved(ids, episode_id, after))


async def retry_all(core: Core) -> None:
    """Try everything again that has failed."""
    page = await core.browsing.page(FAILED, 0, _ONE_READ)
    await core.downloading.request(tuple(episode.id for episode in page.episodes))


def moved(ids: list[int], one: int, after: int | None) -> tuple[int, ...]:
    """Return ``ids`` with ``one`` behind another; first when that has gone meanwhile."""
    rest = [each for each in ids if each != one]
    at = rest.index(after) + 1 if after in rest else 0
    return (*rest[:at], one, *rest[at:])


def under_way(
    shelf: Shelf, progress: Mapping[int, DownloadProgress]
) -> tuple[tuple[Episode, ...], tuple[Episode, ...]]:
    """Divide what is not here yet: under way (trying again included), and still waiting."""

    def trying(episode: Episode) -> bool:
        return bool(episode.id in progress and progress[episode.id].waiting)

    if shelf.paused:
        return shelf.moving, shelf.queued
    again = tuple(episode for episode in shelf.queued if trying(episode))
    return (*shelf.moving, *again), tuple(e for e in shelf.queued if not trying(e))


def facts(episode: Episode, progress: DownloadProgress | None) -> str:
    """Return "22.4 of 35.0 MB · 1.1 MB/s · 11 s left", or why nothing moves."""
    received, total = amounts(episode, progress)
    amount = words.amount_of(received, total)
    if episode.state is DownloadState.PAUSED:
        return words.join(amount, tr("paused"))
    if progress is None:
        return amount
    if progress.waiting:
        since = tr("from {amount}", amount=words.size(received)) if received else ""
        return words.join(amount, ", ".join(part for part in (progress.waiting, since) if part))
    if progress.speed <= 0:
        return amount
    left = (total - received) / progress.speed if total else None
    rest = tr("{time} left", time=words.minutes(max(1.0, left))) if left is not None else ""
    return words.join(amount, words.speed(progress.speed), rest)


def amounts(episode: Episode, progress: DownloadProgress | None) -> tuple[int, int | None]:
    """Return the bytes that are here and those of the whole file."""
    if progress is None:
        return episode.received, episode.size
    return max(progress.received, 0), progress.total or episode.size


def share(episode: Episode, progress: DownloadProgress | None) -> float:
    """Return which part of the file is here, from 0 to 1; 0 while its size is not known."""
    received, total = amounts(episode, progress)
    return min(1.0, received / total) if total else 0.0


def summary(shelf: Shelf, moving: Sequence[Episode]) -> str:
    """Return "3 in progress · 5 waiting · 14.2 GB used"; ``moving``: what is under way."""
    used = shelf.space.favorites + shelf.space.talks + shelf.space.meditations
    waiting = shelf.waiting - max(0, len(moving) - len(shelf.moving))
    held = sum(episode.state is DownloadState.PAUSED for episode in moving)
    active = len(moving) - held
    return words.join(
        tr("Everything is paused") if shelf.paused else "",
        words.count(active, "1 in progress", "{n} in progress") if active else "",
        words.count(held, "1 paused", "{n} paused") if held else "",
        words.count(waiting, "1 waiting", "{n} waiting") if waiting else "",
        words.count(shelf.failures, "1 failed", "{n} failed") if shelf.failures else "",
        tr("{size} used", size=words.size(used)) if used else "",
    )


def reason(episode: Episode, problems: tuple[Problem, ...]) -> str:
    """Return why a download failed and what to do, as one line."""
    for problem in problems:
        if problem.episode_id == episode.id:
            why = words.opening(problem.why)
            return " ".join(
                text if text.endswith((".", "!", "?")) else f"{text}."
                for text in (why, problem.what_next)
                if text
            )
    return tr("The download failed. Try it again.")


def parts(space: Space) -> tuple[tuple[str, str, int], ...]:
    """Return the kinds of what takes space: words, the palette's colour, bytes."""
    return (
        (tr("Favorites"), "lamp", space.favorites),
        (tr("Meditations"), "calm", space.meditations),
        (tr("Talks"), "faint", space.talks),
    )
