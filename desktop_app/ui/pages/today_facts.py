"""What the page of today says: which talk to go on with, which sitting fits the hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.base.model import DownloadState, EpisodeQuery, FeedKind, Order
from desktop_app.base.paths import STARTER_URL
from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.meditations_words import bell_word, sound_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date, datetime

    from desktop_app.base.model import Episode, Feed, Preset, Sitting
    from desktop_app.services.core import Core

NEW_TALKS = EpisodeQuery(kind=FeedKind.TALKS, unheard=True, order=Order.NEWEST)
HALF_HEARD = EpisodeQuery(kind=FeedKind.TALKS, half_heard=True, order=Order.LAST_PLAYED)
_AT_HAND = EpisodeQuery(
    kind=FeedKind.TALKS,
    unheard=True,
    states=(DownloadState.DOWNLOADED,),
    order=Order.NEWEST,
)
_SITTINGS = 100
_WEEK = 7


@dataclass(frozen=True, slots=True)
class TodayFacts:
    """All that the page reads: ``half_heard`` or else ``suggestion`` is what its card offers.

    ``new`` counts the talks that came since their feeds were subscribed to and were not begun.
    """

    half_heard: Episode | None = None
    suggestion: Episode | None = None
    new: int = 0
    subscribed: bool = False
    presets: tuple[Preset, ...] = ()
    sittings: tuple[Sitting, ...] = ()
    sitting_now: bool = False


async def read_today(core: Core) -> TodayFacts:
    """Read everything at once; of talks to suggest, one that needs no connection comes first.

    Raises:
        KnownError: The library cannot be read.
    """
    half_heard = await _first(core, HALF_HEARD)
    suggestion = None
    if half_heard is None:
        suggestion = await _first(core, _AT_HAND) or await _first(core, NEW_TALKS)
    feeds = await core.browsing.feeds()
    return TodayFacts(
        half_heard=half_heard,
        suggestion=suggestion,
        new=sum(feed.unheard for feed in feeds if feed.kind is FeedKind.TALKS),
        subscribed=any_chosen(feeds),
        presets=await core.sitting.presets(),
        sittings=await core.sitting.log(_SITTINGS),
        sitting_now=await core.sitting.current() is not None,
    )


async def _first(core: Core, query: EpisodeQuery) -> Episode | None:
    page = await core.browsing.page(query, 0, 1)
    return page.episodes[0] if page.episodes else None


def any_chosen(feeds: Iterable[Feed]) -> bool:
    """Tell whether the person has subscribed to anything; the starter came by itself."""
    return any(feed.url != STARTER_URL for feed in feeds)


def preset_for(presets: Sequence[Preset], hour: int) -> Preset | None:
    """Return the sitting that fits an hour of the day, 0 to 23, or the first that there is."""
    if 4 <= hour < 12:
        wanted = "Morning quiet"
    elif 12 <= hour < 17:
        wanted = "Breath pause"
    else:
        wanted = "Evening sitting" if 17 <= hour < 22 else "Step Eleven"
    fitting = (preset for preset in presets if preset.name == wanted)
    return next(fitting, presets[0] if presets else None)


def preset_line(preset: Preset) -> str:
    """Return how a sitting sounds: "Bowl at start and end · bell every 5 min · rain, soft"."""
    soft = tr("{sound}, soft", sound=sound_word(preset.ambience))
    every = words.minutes(preset.bell_every)
    return words.join(
        tr("{bell} at start and end", bell=bell_word(preset.bell)) if preset.bell else "",
        tr("bell every {time}", time=every) if preset.bell and every else "",
        "" if preset.bell else tr("No bells"),
        soft if preset.ambience and preset.ambience_volume <= 0.5 else sound_word(preset.ambience),
        tr("words to follow") if preset.prompts else "",
    )


def days_sat(sittings: Iterable[Sitting], now: datetime) -> tuple[tuple[date, bool], ...]:
    """Return the last seven days, today last, each with whether there was a sitting.

    Days are those of ``now``'s time zone: a sitting before midnight belongs to its evening.
    """
    sat = {sitting.started.astimezone(now.tzinfo).date() for sitting in sittings}
    days = [now.date() - timedelta(days=back) for back in reversed(range(_WEEK))]
    return tuple((day, day in sat) for day in days)
