"""What the screen says about places in talks: what was listened to, and bookmarks."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.ui.look import talk_words, words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.moments import Moment

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.base.listening import Listened, Marked

_END = 5.0
"""Seconds before the end from which on a talk counts as heard to its end."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the history that can be played from, in seconds."""

    listened: Listened
    place: float


def day_title(day: date, today: date) -> str:
    """Return "Today", "Yesterday" or the date."""
    if day == today:
        return tr("Today")
    if day == today - timedelta(days=1):
        return tr("Yesterday")
    near = timedelta() < today - day < timedelta(days=300)
    return words.date_line(day) if near else words.short_date(day)


def goes_on_at(listened: Listened) -> float:
    """Return the place, in seconds, where listening goes on; after the end it begins anew."""
    length = listened.episode.duration
    return 0.0 if length and listened.until > length - _END else listened.until


def span(listened: Listened) -> str:
    """Return from where to where, and how long: "12:04 – 48:10 · 36 min"."""
    one, heard = listened, listened.until - listened.begin
    if abs(heard) < 1:
        return tr("at {time}", time=words.clock(one.begin))
    ended = not goes_on_at(one)
    until = tr("the end") if ended else words.clock(one.until)
    way = tr("{from} – {to}", **{"from": words.clock(one.begin), "to": until})
    return words.join(way, words.minutes(heard) if heard > 0 else "")


def history_lines(
    history: Sequence[Listened], today: date, *, short: bool
) -> tuple[Moment[Spot | None], ...]:
    """Return the rows: days, times of listening, and where the sleep timer was set."""
    lines: list[Moment[Spot | None]] = []
    day = None
    for one in history:
        local = one.started.astimezone().date()
        if local != day:
            day = local
            lines.append(Moment(None, day_title(day, today), heading=True))
        lines.append(_heard(one, short=short))
        if one.asleep is not None:
            lines.append(_asleep(one, one.asleep, short=short))
    return tuple(lines)


def _heard(one: Listened, *, short: bool) -> Moment[Spot | None]:
    title = talk_words.headline(one.episode, short=short)
    begun = words.time_of_day(one.started)
    aloud = tr(
        "{title}, {feed}, at {time}, from {begin} to {until}",
        title=title,
        feed=one.episode.feed,
        time=begun,
        begin=words.spoken(one.begin),
        until=words.spoken(one.until),
    )
    return Moment(
        Spot(one, goes_on_at(one)),
        title,
        aloud=aloud,
        key=(one.id, "heard"),
        more=words.join(span(one), one.episode.feed),
        end=begun,
    )


def _asleep(one: Listened, place: float, *, short: bool) -> Moment[Spot | None]:
    title = talk_words.headline(one.episode, short=short)
    return Moment(
        Spot(one, place),
        tr("The sleep timer was set here"),
        aloud=tr("The sleep timer was set at {time}, {title}", time=words.spoken(place),
                 title=title),
        key=(one.id, "asleep"),
        more=words.join(words.clock(place), title),
        icon=Icon.MOON,
        calm=True,
    )  # fmt: skip


def bookmark_lines(marks: Sequence[Marked], *, short: bool) -> tuple[Moment[Marked], ...]:
    """Return a row for each bookmark."""
    return tuple(_bookmark(each, short=short) for each in marks)


def _bookmark(each: Marked, *, short: bool) -> Moment[Marked]:
    mark, talk = each.bookmark, each.episode
    title = talk_words.headline(talk, short=short)
    note = " ".join(mark.note.split())
    day = words.short_date(mark.created.astimezone())
    said = note or tr("Bookmark of {day}", day=day)
    return Moment(
        each,
        said,
        aloud=tr("{note}, at {time}, {title}, {feed}", note=said, feed=talk.feed,
                 time=words.spoken(mark.position), title=title),
        key=mark.id,
        more=words.join(title, talk.feed),
        end=words.clock(mark.position),
        icon=Icon.FLAG,
        own=mark.note,
    )  # fmt: skip


def fitting(marks: Sequence[Marked], text: str) -> tuple[Marked, ...]:
    """Return the bookmarks that have every word of ``text`` in note, title, speaker or feed.

    Case and accents do not matter.
    """
    wanted = _folded(text).split()
    return tuple(each for each in marks if all(word in _said(each) for word in wanted))


def _said(each: Marked) -> str:
    talk = each.episode
    return _folded(" ".join((each.bookmark.note, talk.title, talk.feed, *talk.speakers)))


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
