"""What a row calls a talk: who speaks, and about what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.names import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.base.model import Episode
    from desktop_app.base.parsed import TitleFacts


def together(names: Sequence[str], *, short: bool) -> str:
    """Return several speakers in one breath: "Anna B., Carl D. & Eve F."."""
    shown = [shorten(name) if short else name for name in names]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} & {shown[-1]}"


def full_title(episode: Episode, *, short: bool) -> str:
    """Return the title as the feed gives it, surnames shortened when ``short``; "": none."""
    title = episode.title.strip()
    for name in episode.speakers if short else ():
        title = title.replace(name, shorten(name))
    return title


def setting(talk: Episode | TitleFacts) -> str:
    """Return what stands in the subject's place in a headline: the event, else the town.

    "" where speaker or subject tell enough, or too little; a part of a series is named by that.
    """
    names = _names(talk)
    own = talk.subject.strip()
    if not talk.speakers or (talk.series or "").strip() or (own and own not in names):
        return ""
    known = ((talk.event or "").strip(), (talk.place or "").partition(",")[0].strip())
    return next((each for each in known if each and each not in names), "")


def about(talk: Episode | TitleFacts) -> str:
    """Return what stands behind the speaker in a headline; "": the title is told instead."""
    said = setting(talk) or talk.subject.strip() or (talk.series or "").strip()
    return said if talk.speakers and said not in _names(talk) else ""


def headline(episode: Episode, part: str = "", *, short: bool) -> str:
    """Return "Chris R. — Steps 6 & 7"; ``part`` ("part 3 of 12") stands at its end.

    Where nothing is known but the speaker and where it was, that is told: "Kip T. — London". Where
    not even that is known it is the title as the feed gives it.
    """
    said = about(episode)
    if not said:
        return full_title(episode, short=short)
    for name in episode.speakers if short else ():
        said = said.replace(name, shorten(name))
    who = together(episode.speakers, short=short)
    return f"{who} — {said}, {part}" if part else f"{who} — {said}"


def _names(talk: Episode | TitleFacts) -> set[str]:
    """Return what is a speaker's name and no subject."""
    return {*talk.speakers, *(together(talk.speakers, short=short) for short in (True, False))}
