"""What the Downloads page says: how far a file is, what it waits for, what takes the room."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.base.model import DownloadState
from desktop_app.base.shelf import WaitFor
from desktop_app.ui.look import sentences, words
from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from desktop_app.base.model import Episode, Problem
    from desktop_app.base.shelf import Space, Wait
    from desktop_app.services.events import DownloadProgress
    from desktop_app.ui.pages.downloads_shelf import Shelf


class Standing(NamedTuple):
    """One line for all that waits: what for, why, and the words on the button that ends it."""

    what: str
    why: str
    action: str = ""


def facts(
    episode: Episode, progress: DownloadProgress | None, wait: Wait | None, now: datetime
) -> str:
    """Return "22.4 of 35.0 MB · 1.1 MB/s · 11 s left", or why nothing moves."""
    received, total = amounts(episode, progress)
    amount = words.amount_of(received, total)
    if episode.state is DownloadState.PAUSED:
        return words.join(amount, tr("paused"))
    trouble = sentences.say(progress.waiting) if progress else ""
    if wait is not None and wait.reason is WaitFor.RETRY:
        again = retried(wait, now)
        trouble = f"{sentences.say(wait.detail)}, {again}" if wait.detail else again
    elif wait is not None:
        waiting = waits_for(wait, now, first=False)
        return words.join(amount, waiting[:1].lower() + waiting[1:])
    if trouble:
        since = tr("from {amount}", amount=words.size(received)) if received else ""
        return words.join(amount, ", ".join(part for part in (trouble, since) if part))
    if progress is None or progress.speed <= 0:
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


def retried(wait: Wait, now: datetime) -> str:
    """Return "trying again in 8 s"."""
    seconds = (wait.until - now).total_seconds() if wait.until else 0.0
    if seconds < 1:
        return tr("trying again")
    return tr("trying again in {time}", time=words.minutes(seconds))


def waits_for(wait: Wait | None, now: datetime, *, first: bool) -> str:
    """Return the words at the end of a row that waits; the ``first`` one is the next."""
    if wait is None or wait.reason is WaitFor.TURN:
        return tr("Next") if first else tr("Waiting")
    if wait.reason is WaitFor.HOURS:
        return tr("After {time}", time=words.time_of_day(wait.until)) if wait.until else ""
    if wait.reason is WaitFor.SERVER:
        return tr("Two at a time from {host}", host=wait.detail)
    if wait.reason is WaitFor.RETRY:
        seconds = (wait.until - now).total_seconds() if wait.until else 0.0
        return tr("Tries again in {time}", time=words.minutes(max(1.0, seconds)))
    return {
        WaitFor.ROOM: tr("Waits for room"),
        WaitFor.LINE: tr("Waits for a free line"),
        WaitFor.PAUSE: tr("Paused"),
    }[wait.reason]


def waits_aloud(wait: Wait | None, now: datetime, *, first: bool) -> str:
    """Return the same as a part of a sentence, for a screen reader and a tool tip."""
    if wait is None or wait.reason is WaitFor.TURN:
        return tr("next in line") if first else tr("waits for its turn")
    long = {
        WaitFor.SERVER: tr(
            "waits until {host} has sent another one: two at a time from one server",
            host=wait.detail,
        ),
        WaitFor.ROOM: tr("waits for room: {what}", what=sentences.say(wait.detail)),
        WaitFor.LINE: tr("waits for a connection that is not paid by use"),
        WaitFor.PAUSE: tr("paused, as all downloads are"),
    }
    if wait.reason is WaitFor.RETRY and wait.detail:
        return f"{sentences.say(wait.detail)}, {retried(wait, now)}"
    if wait.reason in long:
        return long[wait.reason]
    short = waits_for(wait, now, first=first)
    return tr("waits") + " " + short[:1].lower() + short[1:]


def standing(shelf: Shelf, window: str) -> Standing | None:
    """Return what all that wait are waiting for, if it is one thing; ``window``: the hours."""
    reasons = {wait.reason for wait in shelf.waits.values()}
    if len(reasons) != 1 or shelf.paused:
        return None
    wait = next(iter(shelf.waits.values()))
    if wait.reason is WaitFor.HOURS and wait.until:
        return Standing(
            tr("Downloads go on at {time}", time=words.time_of_day(wait.until)),
            tr("They run only at {window}, as you chose. A single talk can be fetched before: "
               "“Download now” is in its menu.", window=window),
            tr("Allow any time"),
        )  # fmt: skip
    if wait.reason is WaitFor.ROOM:
        return Standing(
            tr("Downloads wait for room"),
            tr("{What}. They go on by themselves as soon as there is room; below it says "
               "what takes it, and how to free some.",
               What=words.opening(sentences.say(wait.detail))),
        )  # fmt: skip
    if wait.reason is WaitFor.LINE:
        return Standing(
            tr("New talks wait for a connection that is not paid by use"),
            tr("So you chose in the settings. What you ask for yourself is fetched at once."),
            tr("Do not wait"),
        )
    return None


def summary(shelf: Shelf, moving: Sequence[Episode]) -> str:
    """Return "3 in progress · 5 waiting · 14.2 GB of 20 GB used"; ``moving``: what is under way."""
    waiting = shelf.waiting - max(0, len(moving) - len(shelf.moving))
    held = sum(episode.state is DownloadState.PAUSED for episode in moving)
    resting = sum(_rests(shelf.waits.get(episode.id)) for episode in moving)
    active, waiting = len(moving) - held - resting, waiting + resting
    return words.join(
        tr("Everything is paused") if shelf.paused else "",
        words.count(active, "1 in progress", "{n} in progress") if active else "",
        words.count(held, "1 paused", "{n} paused") if held else "",
        words.count(waiting, "1 waiting", "{n} waiting") if waiting else "",
        words.count(shelf.failures, "1 failed", "{n} failed") if shelf.failures else "",
        _used(shelf.space),
    )


def _rests(wait: Wait | None) -> bool:
    """Tell whether something begun stands still until its turn, its hour or the like."""
    return wait is not None and wait.reason is not WaitFor.RETRY


def reason(episode: Episode, problems: tuple[Problem, ...]) -> str:
    """Return why a download failed and what to do, as one line."""
    for problem in problems:
        if problem.episode_id == episode.id:
            return words.why_and_next(sentences.say(problem.why), sentences.say(problem.what_next))
    return tr("The download failed. Try it again.")


def parts(space: Space, keep_days: int) -> tuple[tuple[str, str, int, str], ...]:
    """Return what takes the room: its name, the palette's colour, bytes, and what becomes of it.

    ``keep_days``: what was heard is removed so many days later, 0 for never.
    """
    goes = words.count(keep_days, "removed after 1 day", "removed after {n} days")
    return (
        (tr("Favorites"), "lamp", space.favorites, tr("never removed")),
        (tr("Meditations"), "calm", space.meditations, ""),
        (tr("Talks"), "soft", space.talks, ""),
        (tr("Heard"), "faint", space.heard, goes if keep_days else ""),
    )


def rest(space: Space) -> tuple[str, int]:
    """Return what could still be used, in words and in bytes: of the budget, or of the disk."""
    left = max(0, space.budget - space.used)
    if space.budget and left <= space.free:
        said = tr("{size} left", size=words.size(left)) if left else tr("nothing left")
        return said, left
    return tr("{size} free on the disk", size=words.size(space.free)), space.free


def _used(space: Space) -> str:
    if not space.budget:
        return tr("{size} used", size=words.size(space.used)) if space.used else ""
    whole = words.round_size(space.budget)
    return tr("{size} of {whole} used", size=words.size(space.used), whole=whole)
