"""What the page of today says: which talk to go on with, which sitting fits the hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from desktop_app.base.model import EpisodeQuery, FeedKind, Order
from desktop_app.base.names import shorten
from desktop_app.base.paths import STARTER_URL
from desktop_app.base.shelves import Why
from desktop_app.ui.look import talk_words, words
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.meditations_words import bell_word, how_loud

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence
    from datetime import date, datetime

    from desktop_app.base.model import Episode, Feed
    from desktop_app.base.shelves import Offer
    from desktop_app.base.sittings import Preset, Sitting
    from desktop_app.services.core import Core

NEW_TALKS = EpisodeQuery(kind=FeedKind.TALKS, not_begun=True, order=Order.NEWEST)
_SITTINGS = 100
_WEEK = 7
_MONTHS_DAYS = 300
"""As long ago the name of a month alone does not yet mean the wrong one."""


@dataclass(frozen=True, slots=True)
class TodayFacts:
    """All that the page reads: ``offers`` are what its card may offer, the best first.

    ``new`` counts the talks that came since their feeds were subscribed to and were not begun.
    ``preset`` is the sitting to offer; ``habit``: it was often begun at this time of day.
    """

    offers: tuple[Offer, ...] = ()
    new: int = 0
    subscribed: bool = False
    preset: Preset | None = None
    habit: bool = False
    sittings: tuple[Sitting, ...] = ()
    sitting_now: bool = False


async def read_today(core: Core, now: datetime) -> TodayFacts:
    """Read everything at once; ``now`` is local.

    Raises:
        KnownError: The library cannot be read.
    """
    feeds = await core.browsing.feeds()
    preset, habit = await core.presets.suggested(now)
    running = await core.sitting.current()
    return TodayFacts(
        offers=await core.today.offers(),
        new=sum(feed.unheard for feed in feeds if feed.kind is FeedKind.TALKS),
        subscribed=any_chosen(feeds),
        preset=preset,
        habit=habit,
        sittings=await core.sittings.recent(_SITTINGS),
        sitting_now=running is not None and not running.ended,
    )


def offered(
    offers: Sequence[Offer], passed: Container[int], held: int | None = None
) -> Offer | None:
    """Return what to offer: nothing that the person passed by, as long as there is something else.

    ``held``: the talk that is offered already. It stays, so that nothing moves under the eye,
    unless it is no longer on offer, or there is one to go on with.
    """
    left = [offer for offer in offers if offer.episode.id not in passed] or list(offers)
    if left and left[0].why is Why.HALF_HEARD:
        return left[0]
    return next((each for each in left if each.episode.id == held), next(iter(left), None))


def reason(offer: Offer, now: datetime, *, short: bool) -> str:
    """Return why a talk is offered, in a sentence; "" where that is plain to see."""
    name = shorten(offer.about) if short else offer.about
    series = offer.episode.series or tr("this series")
    return {
        Why.HALF_HEARD: "",
        Why.QUEUED: tr("It waits in your queue."),
        Why.NEXT_PART: tr("You heard part {n} of {series}.", n=offer.about, series=series),
        Why.SAME_SPEAKER: tr(
            "You starred a talk by {name}, and this one is on your computer.", name=name
        ),
        Why.AT_HAND: tr("One of the newest talks on this computer that you have not heard."),
        Why.NEWEST: tr("One of the newest talks of your feeds that you have not heard."),
        Why.FAVORITE: _heard_last(offer.when, now),
    }[offer.why]


def _heard_last(when: datetime | None, now: datetime) -> str:
    if when is None:
        return tr("You starred it.")
    then = when.astimezone(now.tzinfo)
    pattern = "MMMM" if (now - then).days < _MONTHS_DAYS else "MMMM yyyy"
    month = QLocale().toString(QDate(then.year, then.month, then.day), pattern)
    return tr("You starred it, and heard it last in {month}.", month=month)


def where(episode: Episode) -> str:
    """Return what the card says of a talk, beside how long it is: "Founders' Day, Akron"."""
    return talk_words.where(episode) or episode.feed


def line(episode: Episode) -> str:
    """Return the second line of a new talk: "Sober Cast · Texas State Convention 2004"."""
    place = talk_words.where(episode)
    year = str(episode.year) if episode.year and str(episode.year) not in place else ""
    date = words.short_date(episode.published) if episode.published else ""
    rest = talk_words.remaining(episode)
    left = tr("{time} left", time=words.minutes(rest)) if rest is not None else ""
    return words.join(episode.feed, " ".join(filter(None, (place, year))) or date, left)


def any_chosen(feeds: Iterable[Feed]) -> bool:
    """Tell whether the person has subscribed to anything; the starter came by itself."""
    return any(feed.url != STARTER_URL for feed in feeds)


def habit_line(hour: int) -> str:
    """Return why a sitting is offered that was often begun at this hour of the day, 0 to 23."""
    if 5 <= hour < 12:
        return tr("You often sit with this in the morning.")
    if 12 <= hour < 17:
        return tr("You often sit with this in the afternoon.")
    if 17 <= hour < 22:
        return tr("You often sit with this in the evening.")
    return tr("You often sit with this at night.")


def preset_line(preset: Preset) -> str:
    """Return how a sitting sounds: "Bowl at start and end · bell every 5 min · rain, soft"."""
    return words.join(
        _rung(preset),
        tr("guided") if preset.guided else "",
        how_loud(preset),
        tr("words to follow") if preset.prompts else "",
    )


def _rung(preset: Preset) -> str:
    if preset.bell is None:
        return tr("No bells")
    bell = bell_word(preset.bell)
    both = preset.start_strikes and preset.end_strikes
    ends = tr("{bell} at start and end", bell=bell) if both else bell
    every = preset.bell_every
    often = "" if not every else words.minutes(every) if every % 60 == 0 else words.clock(every)
    return words.join(
        ends,
        tr("bell every {time}", time=often) if often else "",
        tr("bells at chosen times") if preset.bell_at else "",
    )


def days_sat(sittings: Iterable[Sitting], now: datetime) -> tuple[tuple[date, bool], ...]:
    """Return the last seven days, today last, each with whether there was a sitting.

    Days are those of ``now``'s time zone: a sitting before midnight belongs to its evening.
    """
    sat = {sitting.started.astimezone(now.tzinfo).date() for sitting in sittings}
    days = [now.date() - timedelta(days=back) for back in reversed(range(_WEEK))]
    return tuple((day, day in sat) for day in days)
