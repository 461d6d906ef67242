"""What the screen says about a speaker, a series, and a filter of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.headlines import together
from desktop_app.base.model import DownloadState
from desktop_app.base.names import shorten
from desktop_app.ui.look import words
from desktop_app.ui.look.topic_words import topic
from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from desktop_app.base.model import EpisodeQuery
    from desktop_app.base.shelves import Series, SpeakerFacts

_PLACES = 6


def years(first: int | None, last: int | None) -> str:
    """Return "1987–2016", or the one year that is known."""
    known = [str(year) for year in (first, last) if year is not None]
    return "–".join(dict.fromkeys(known))


def speaker_in_short(facts: SpeakerFacts) -> str:
    """Return "27 talks · 1987–2016 · AA"."""
    return words.join(
        words.count(facts.talks, "1 talk", "{n} talks"),
        years(facts.first_year, facts.last_year),
        ", ".join(facts.fellowships),
    )


def speaker_more(facts: SpeakerFacts) -> str:
    """Return "24 h 10 in all · 5 on this computer · 3 heard · Las Vegas, Akron"."""
    return words.join(
        tr("{time} in all", time=words.minutes(facts.seconds)) if facts.seconds >= 60 else "",
        tr("{n} on this computer", n=words.number(facts.here)) if facts.here else "",
        tr("{n} heard", n=words.number(facts.heard)) if facts.heard else "",
        _towns(facts.places),
    )


def _towns(places: tuple[str, ...]) -> str:
    """Return where somebody was recorded, the first few places."""
    towns = tuple(dict.fromkeys(place.partition(",")[0].strip() for place in places))
    said, more = ", ".join(towns[:_PLACES]), len(towns) - _PLACES
    return tr("{places} and {n} more", places=said, n=words.number(more)) if more > 0 else said


def also(facts: SpeakerFacts, *, short: bool) -> str:
    """Return the other names of somebody: "Also known as Bob Dobbs"."""
    names = [shorten(name) if short else name for name in facts.also]
    others = [name for name in dict.fromkeys(names) if name != _shown(facts.name, short=short)]
    return tr("Also known as {names}", names=", ".join(others)) if others else ""


def series_in_short(series: Series, *, where: bool = True) -> str:
    """Return "12 parts · 3 heard · 5 on this computer · Laughlin · 1998"."""
    parts = words.count(series.talks, "1 part", "{n} parts")
    if series.of and series.of > series.talks:
        all_ = words.number(series.of)
        parts = tr("{n} of {all} parts", n=words.number(series.talks), all=all_)
    return words.join(
        parts,
        tr("{n} heard", n=words.number(series.heard)) if series.heard else "",
        tr("{n} on this computer", n=words.number(series.here)) if series.here else "",
        (series.place or "").partition(",")[0] if where else "",
        str(series.year) if where and series.year else "",
    )


def series_in_full(series: Series) -> str:
    """Return "3 of 12 on this computer · 2 heard · Laughlin, NV · 1998"."""
    parts = words.count(series.talks, "1 part", "{n} parts")
    here = tr("{n} of {all} on this computer", n=words.number(series.here),
              all=words.number(series.talks))  # fmt: skip
    return words.join(
        here if series.here else parts,
        tr("{n} heard", n=words.number(series.heard)) if series.heard else "",
        series.place or "",
        str(series.year) if series.year else "",
    )


def on_their_way(parts: int) -> str:
    """Return what became of "Download the series"."""
    if not parts:
        return tr("Every part is here or on its way")
    return words.count(parts, "1 part is on its way", "{n} parts are on their way")


def step(number: int) -> str:
    """Return the name of a step."""
    return tr("Step {n}", n=number)


def decade(first_year: int) -> str:
    """Return the name of a decade."""
    return tr("{year}s", year=first_year)


def filter_words(query: EpisodeQuery, *, short: bool) -> str:
    """Return what a list was narrowed to: "Bob D. · AA · Step 4 · not heard"."""
    here = query.states == (DownloadState.DOWNLOADED,)
    return words.join(
        together((query.speaker,), short=short) if query.speaker else "",
        query.fellowship or "",
        step(query.step) if query.step else "",
        topic(query.topic) if query.topic else "",
        decade(query.decade) if query.decade else "",
        tr("downloaded") if here else "",
        tr("not heard") if query.unheard else "",
        tr("favorites") if query.favorite else "",
    )


def _shown(name: str, *, short: bool) -> str:
    return shorten(name) if short else name
