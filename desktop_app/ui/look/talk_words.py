"""What the screen says about one talk: its line in a list, its state, its sentence aloud."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop_app.base import headlines
from desktop_app.base.model import DownloadState
from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from desktop_app.base.model import Episode

_LONG_WORD = 20
_PIECE = r"[^\W_]{1,14}[\W_]*"


def headline(episode: Episode, *, short: bool) -> str:
    """Return what a row calls a talk, surnames shortened when ``short``.

    "Chris R. — Steps 6 & 7"; the title as its feed gives it where that is not known.
    """
    return headlines.headline(episode, part(episode), short=short) or tr("Untitled")


def full_title(episode: Episode, *, short: bool) -> str:
    """Return the title as its feed gives it."""
    return headlines.full_title(episode, short=short) or tr("Untitled")


def tip(episode: Episode, *, short: bool) -> str:
    """Return what a pointer that rests on the headline is told: that, and the feed's own title."""
    said, given = headline(episode, short=short), full_title(episode, short=short)
    return said if said == given else f"{said}\n{given}"


def part(episode: Episode) -> str:
    """Return which part of a series it is: "part 3 of 12"."""
    if episode.part is None:
        return ""
    if not episode.of:
        return tr("part {n}", n=episode.part)
    return tr("part {n} of {all}", n=episode.part, all=episode.of)


def speakers(episode: Episode, *, short: bool) -> str:
    """Return who speaks."""
    return headlines.together(episode.speakers, short=short)


def breakable(text: str) -> str:
    """Return a title whose overlong words, file names mostly, may be broken between lines."""
    return " ".join(map(_breakable, text.split(" ")))


def _breakable(word: str) -> str:
    return re.sub(_PIECE, "\\g<0>\u200b", word) if len(word) > _LONG_WORD else word


def remaining(episode: Episode) -> float | None:
    """Return the seconds left of a talk that was begun and not finished."""
    if episode.heard or not episode.duration or episode.position < 1:
        return None
    return max(0.0, episode.duration - episode.position)


def heard_share(episode: Episode) -> float | None:
    """Return which share of a half-heard talk was heard, from 0 to 1."""
    rest = remaining(episode)
    return None if rest is None or not episode.duration else 1 - rest / episode.duration


def where(episode: Episode) -> str:
    """Return where it was recorded, as short as a row has it: "Founders' Day, Akron".

    What the headline says already is left out.
    """
    event, place = (episode.event or "").strip(), (episode.place or "").strip()
    town = place.partition(",")[0].strip()
    if town.casefold() in event.casefold():
        town = ""
    said = headlines.setting(episode)
    return ", ".join(each for each in (event, town) if each not in {"", said})


def subtitle(episode: Episode, *, with_feed: bool = True, feed_first: bool = False) -> str:
    """Return the second line of a row: where and when, how much is left.

    The feed is named where no event says what the talk comes from, or where it comes first. A
    series is named where the headline says something else.
    """
    feed = episode.feed if with_feed and (feed_first or not episode.event) else ""
    rest = remaining(episode)
    begun = tr("{time} left", time=words.minutes(rest)) if rest is not None else ""
    facts = words.join(*_facts(episode))
    first, second = (feed, facts) if feed_first else (facts, feed)
    return words.join(first, second, begun, tr("heard") if episode.heard else "")


def _facts(episode: Episode) -> tuple[str, ...]:
    """Return what tells a talk from others: its series, where and when; else its date."""
    place = where(episode)
    told = f"{place} {headlines.setting(episode)}"
    year = str(episode.year) if episode.year and str(episode.year) not in told else ""
    facts = tuple(part for part in (_series(episode), place, year) if part)
    day = words.short_date(episode.published) if episode.published else ""
    return facts or ((day,) if day else ())


def _series(episode: Episode) -> str:
    """Return the name of the series of a part whose headline has a name of its own."""
    series = (episode.series or "").strip()
    named = headline(episode, short=False).casefold()
    known = (named, (episode.event or "").casefold(), episode.feed.casefold())
    return "" if any(series.casefold() in each for each in known) else series


def fetched(episode: Episode) -> float | None:
    """Return which share of the file is here, from 0 to 1; None when its size is not known."""
    return min(1.0, episode.received / episode.size) if episode.size else None


def is_film(episode: Episode) -> bool:
    """Tell whether its sound is that of a film."""
    return (episode.type or "").startswith("video/")


def is_silent(episode: Episode) -> bool:
    """Tell whether there is nothing to be played: its publisher names no recording."""
    return not episode.url and not episode.file and episode.state is not DownloadState.DOWNLOADED


def is_tape(episode: Episode) -> bool:
    """Tell whether it lies in a folder of the person's: it can be neither fetched nor removed."""
    return (episode.url or "").startswith("file:")


def is_missing(episode: Episode) -> bool:
    """Tell whether it is a tape whose file is not there."""
    return is_tape(episode) and episode.state is DownloadState.REMOTE


def state(episode: Episode) -> str:
    """Return the word at the end of a row; for a talk not yet here it is what a click does."""
    if is_missing(episode):
        return tr("Missing")
    share = fetched(episode)
    return {
        DownloadState.REMOTE: tr("Download"),
        DownloadState.QUEUED: tr("Queued"),
        DownloadState.DOWNLOADING: f"↓ {words.percent(share or 0)}"
        if share is not None
        else f"↓ {words.size(episode.received)}",
        DownloadState.PAUSED: tr("Paused"),
        DownloadState.DOWNLOADED: tr("↓ Downloaded"),
        DownloadState.FAILED: tr("Failed"),
    }[episode.state]


def state_aloud(episode: Episode) -> str:
    """Return the download's state for a screen reader."""
    if is_missing(episode):
        return tr("missing")
    share = words.percent(fetched(episode) or 0)
    return {
        DownloadState.REMOTE: tr("not downloaded"),
        DownloadState.QUEUED: tr("waiting to download"),
        DownloadState.DOWNLOADING: tr("downloading, {share}", share=share),
        DownloadState.PAUSED: tr("download paused"),
        DownloadState.DOWNLOADED: tr("downloaded"),
        DownloadState.FAILED: tr("download failed"),
    }[episode.state]


def sentence(episode: Episode, *, short: bool, with_feed: bool = True) -> str:
    """Return a row as one sentence for a screen reader: all that is seen, in the same order.

    ``with_feed``: as in :func:`subtitle`.
    """
    parts = (
        headline(episode, short=short),
        *_facts(episode),
        episode.feed if with_feed and not episode.event else "",
        episode.fellowship or "",
        _whole(episode.duration) if episode.duration else "",
        _rest_aloud(episode),
        tr("heard") if episode.heard else "",
        tr("favorite") if episode.favorite else "",
        state_aloud(episode),
    )
    return ", ".join(part for part in parts if part)


def _rest_aloud(episode: Episode) -> str:
    rest = remaining(episode)
    if rest is None or rest < 60:
        return "" if rest is None else words.left(rest)
    return tr("{time} left", time=_whole(rest))


def _whole(seconds: float) -> str:
    """Say a length aloud, in whole minutes unless it is shorter than one."""
    return words.spoken(seconds if seconds < 60 else 60 * round(seconds / 60))
