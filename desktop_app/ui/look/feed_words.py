"""What the screen says about a feed: how often it is asked, when it was, when it will be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.model import FeedKind
from desktop_app.ui.look import sentences, words
from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from desktop_app.base.model import Feed


def every(hours: int) -> str:
    """Return how often a feed is refreshed: "Every 4 hours", "Once a day"."""
    named = {
        0: tr("Only when I ask"),
        1: tr("Every hour"),
        24: tr("Once a day"),
        168: tr("Once a week"),
    }
    return named.get(hours) or tr("Every {n} hours", n=words.number(hours))


def as_in_settings(hours: int) -> str:
    """Return what the settings come to: "As in the settings (every 4 hours)"."""
    often = every(hours)
    return tr("As in the settings ({often})", often=often[:1].lower() + often[1:])


def fetched_by_itself(kind: FeedKind) -> str:
    """Return the title of the choice how many of a feed are downloaded unasked."""
    if kind is FeedKind.MEDITATIONS:
        return tr("Download new meditations by itself")
    return tr("Download new talks by itself")


def fetches(in_force: int | None, usual: Iterable[int]) -> tuple[tuple[int | None, str], ...]:
    """Return how many may be downloaded unasked, with words: none, so many of the newest, all.

    ``in_force`` is offered too, be it a ``usual`` number or not.
    """
    numbers = sorted({*usual, *((in_force,) if in_force else ())})
    newest = {each: tr("The newest {n}", n=words.number(each)) for each in numbers}
    return ((None, tr("No")), *({**newest, 1: tr("The newest")}.items()), (0, tr("All")))


def speeds(
    in_force: float | None, usual: Iterable[float], default: float
) -> tuple[tuple[float | None, str], ...]:
    """Return how fast a feed's talks may be played, with words; ``default``: the settings'.

    ``in_force`` is offered too, be it a ``usual`` speed or not.
    """
    offered = sorted({*usual, *((in_force,) if in_force else ())})
    settings = tr("As in the settings ({often})", often=words.rate(default))
    return ((None, settings), *((each, words.rate(each)) for each in offered))


def skipped(seconds: float) -> str:
    """Return how much of the beginning is left out: "Nothing", "15 s", "2 min 30 s"."""
    minutes, rest = divmod(round(seconds), 60)
    if not minutes or round(seconds) in {60, 90}:
        return tr("{n} s", n=round(seconds)) if round(seconds) else tr("Nothing")
    return tr("{n} min {s} s", n=minutes, s=rest) if rest else tr("{n} min", n=minutes)


def never_read(feed: Feed) -> bool:
    """Tell whether a feed failed and has nothing from an earlier time."""
    return bool(feed.problem) and feed.refreshed is None and not feed.episodes


def summary(feed: Feed, now: datetime) -> str:
    """Return "312 talks · 4 new · refreshed today at 20:15"; a feed that rests says so first."""
    paused = tr("Paused") if feed.paused else ""
    if never_read(feed):
        return words.join(paused, tr("It could not be read so far"))
    if feed.kind is FeedKind.MEDITATIONS:
        amount = words.count(feed.episodes, "1 meditation", "{n} meditations")
    else:
        amount = words.count(feed.episodes, "1 talk", "{n} talks")
    new = words.count(feed.unheard, "1 new", "{n} new") if feed.unheard else ""
    failed = tr("could not be refreshed since") if feed.problem else ""
    return words.join(paused, amount, new, _refreshed(feed.refreshed, now), failed)


def parted(problem: str, title: str) -> tuple[str, str]:
    """Return a feed's problem, one line, as what happened and why; the title may have colons."""
    before, named, after = problem.partition(f"{title}: ")
    if named:
        return before + title, after
    what, _colon, why = problem.partition(": ")
    return what, why


def next_try(feed: Feed, hours: int, now: datetime) -> str:
    """Return when a feed that failed is asked again by itself; empty: only when asked to.

    ``hours``: between refreshes, as the settings say.
    """
    resting = feed.paused or (hours if feed.every is None else feed.every) <= 0
    return "" if resting or not feed.problem else tried_again(feed.next_try, now)


def tried_again(moment: datetime | None, now: datetime) -> str:
    """Return "Next try today at 21:40." in the time zone of ``now``; empty when it is past."""
    if moment is None or moment <= now:
        return ""
    local, at = moment.astimezone(now.tzinfo), words.time_of_day(moment)
    days = (local.date() - now.date()).days
    if days == 0:
        return tr("Next try today at {time}.", time=at)
    if days == 1:
        return tr("Next try tomorrow at {time}.", time=at)
    return tr("Next try on {day} at {time}.", day=words.short_date(local), time=at)


def advice(what_next: str, again: str) -> str:
    """Return what to do, as the core says it, in the person's language.

    To wait is no advice where it is tried ``again`` by itself.
    """
    rest = sentences.say(what_next.removesuffix("Try again later.").rstrip())
    return f"{rest} {again}".strip() if again else sentences.say(what_next)


def _refreshed(moment: datetime | None, now: datetime) -> str:
    if moment is None:
        return tr("not refreshed yet")
    local, at = moment.astimezone(now.tzinfo), words.time_of_day(moment)
    if local.date() == now.date():
        return tr("refreshed today at {time}", time=at)
    return tr("refreshed {day}", day=words.short_date(local))
