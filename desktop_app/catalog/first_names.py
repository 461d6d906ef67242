"""Who speaks, where a title gives first names only: told by what stands around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.catalog.given import WORDS_FIRST
from desktop_app.catalog.name_lists import begins_list, item_end, listed_before
from desktop_app.catalog.name_words import NO_NAME, closes, is_given, is_mostly_name, spelt
from desktop_app.catalog.people_words import (
    COMPANIONS,
    COUPLES,
    FRAMES,
    HONORIFICS,
    LENGTHS,
    NAME_INTRODUCERS,
    STORIES,
    TALK_WORDS,
    TOLD_OF,
)
from desktop_app.catalog.regions import CITIES, NAMES
from desktop_app.catalog.words import JOINS, TOPICS

if TYPE_CHECKING:
    from desktop_app.catalog.tokens import Line

_BY = frozenset({"with", "con", "avec", "by", "par", "por"})
_SAYS = frozenset({"i'm", "j'm", "llamo", "m'appelle", "is", "es"})
_LABELS = frozenset({"speaker", "speaking", "shares", "orador", "oradora"})


def first_names(line: Line) -> list[str]:
    """Couples known by first names stay one entry ("Joe & Charlie"); three are three."""
    if not line.flat and JOINS.isdisjoint(line.low):
        return []
    for at in range(1, len(line)):
        if line.flat and tuple(line.low[at - 1 : at + 1]) in COUPLES:
            line.explain(at - 1, at + 1)
            return [f"{spelt(line, at - 1, at)} & {spelt(line, at, at + 1)}"]
        if line.low[at] not in JOINS or at + 1 == len(line):
            continue
        found = _joined(line, at)
        if found:
            return found
    return []


def _joined(line: Line, joint: int) -> list[str]:
    """Return the first names that "and" joins at ``joint``."""
    one, stop = joint - 1, item_end(line, joint + 1) or joint + 2
    introduced = line.low_at(one - 1) in NAME_INTRODUCERS
    introduced = introduced or line.low[max(one - 2, 0) : one] == ["w", "/"]
    if not _are_couple(line, one, stop - 1, introduced=introduced) or not closes(line, stop):
        return []
    more = listed_before(line, one)
    begins = line.kind_at(one - 1) != "w" or introduced or line.low[one - 1] in TOPICS
    if not more and not begins:
        return []
    line.explain(one, stop)
    pair = [spelt(line, one, joint), spelt(line, joint + 1, stop)]
    return [*more, *pair] if more else [" & ".join(pair)]


def _are_couple(line: Line, one: int, other: int, *, introduced: bool) -> bool:
    both = (one, other)
    sure = any(is_mostly_name(line, at) for at in both)
    sure = sure and frozenset(line.low[at] for at in both) not in TOLD_OF
    return sure and all(
        line.cap[at]
        and not line.used[at]
        and is_given(line.low[at])
        and (introduced or line.low[at] not in WORDS_FIRST)
        for at in both
    )


def first_name(line: Line) -> list[str]:
    """Return a first name that stands alone where the speaker is named.

    "Nar-Anon Speaker - Judi", "Kathy from Texas", "Sharing with Nancy", "Vi - 53 years sober".
    """
    framed = bool(line.soft) or not FRAMES.isdisjoint(line.low)
    for at in range(len(line)):
        if not line.cap[at] or line.used[at] or line.kind[at] != "w":
            continue
        given = is_given(line.low[at])
        if not given and not _says_name(line, at):
            continue
        if closes(line, at + 1) and _is_speaker(line, at, framed=framed):
            titled = line.low_at(at - 1) in HONORIFICS and line.cap[at - 1]
            start = at - 1 if titled else at
            line.explain(start, at + 1)
            return [spelt(line, start, at + 1)]
    return []


def _is_speaker(line: Line, at: int, *, framed: bool) -> bool:
    """Judge a first name by its surroundings; names that are words need the plainest ones."""
    sure, wordly = is_mostly_name(line, at), line.low[at] in WORDS_FIRST
    told = _says_name(line, at) or (not wordly and _acts(line, at)) or _counts(line, at, wordly)
    if told or (not wordly and _comes_from(line, at, sure=sure)):
        return True
    return sure and (_labelled(line, at) or (framed and _ends(line, at)))


def _says_name(line: Line, at: int) -> bool:
    """Read "my name is NAME", "I'm NAME, an alcoholic"; any word in capitals is a name there."""
    before = line.low_at(at - 1)
    if before not in _SAYS or line.low[at] in NO_NAME or not line.cap[at] or line.flat:
        return False
    if before in {"is", "es"}:
        return line.low_at(at - 2) in {"name", "nombre"}
    return is_given(line.low[at])


def _acts(line: Line, at: int) -> bool:
    """Read "NAME talks about relapse", "el compañero NAME comparte"."""
    before = line.low_at(at - 1)
    if before in COMPANIONS or (before == "de" and line.low_at(at - 2) in STORIES):
        return True
    verb = line.low_at(at + 1) in TALK_WORDS and not line.cap[at + 1] and not line.flat
    free = line.kind_at(at - 1) == "s" or before in {"which", "guest"}
    return verb and free


def _counts(line: Line, at: int, wordly: bool) -> bool:  # read at once
    """Read "NAME - 53 years sober", "NAME, 90 days"; a word needs "sober" too."""
    number = at + 2 if line.kind_at(at + 1) in {"s", "c"} else at + 1
    if line.kind_at(at - 1) != "s" or line.kind_at(number) != "n" or line.flat:
        return False
    counted = line.low_at(number + 1) in LENGTHS
    sober = line.low_at(number + 2) in {"sober", "clean", "sobriety", "recovery"}
    return counted and (sober or not wordly) and (sober or is_mostly_name(line, at))


def _comes_from(line: Line, at: int, *, sure: bool) -> bool:
    """Read "NAME from Texas", "NAME in Taos", "NAME, Taos"; words need a place that is known."""
    link = line.low_at(at + 1)
    start = at - 1 if line.low_at(at - 1) in HONORIFICS and line.cap[at - 1] else at
    begins = line.kind_at(start - 1) == "s" or line.low_at(start - 1) in {"speaker", "tape"}
    if not begins or link not in {"from", "in", "of", ","} or at + 2 >= len(line):
        return False
    if link == "from" and sure and line.cap[at + 2]:
        return line.low[at + 2] not in TOPICS
    if link == "," and (not sure or line.low[at] in CITIES):
        return False
    places = (" ".join(line.low[at + 2 : end]) for end in (at + 3, at + 4))
    return line.cap[at + 2] and any(
        place in CITIES or (link != "," and place in NAMES) for place in places
    )


def _labelled(line: Line, at: int) -> bool:
    """Read "Speaker: NAME", "Nar-Anon - NAME", "Sharing with NAME"."""
    begins, ends = line.kind_at(at - 1) == "s", line.kind_at(at + 1) == "s"
    label = at - 2 if begins else at - 1
    told = _is_label(line, label) and (begins or not line.flat)
    introduced = ends and line.low_at(at - 1) in _BY and not line.flat
    before_label = begins and line.low_at(at + 1) in {",", "("} and at + 2 in line.soft
    return (told and (ends or line.kind_at(at + 1) == "c")) or before_label or introduced


def _is_label(line: Line, at: int) -> bool:
    """Return whether a fellowship or a word for the speaker stands here."""
    if at < 0 or line.kind[at] != "w":
        return False
    return line.low[at] in _LABELS or line.used[at]


def _ends(line: Line, at: int) -> bool:
    """Return whether the name stands alone at the end, after a dash, a colon or a slash."""
    begins = begins_list(line, at) and at > 0 and line.kind_at(at - 1) == "s"
    last = at + 2 if line.low_at(at + 1) == ")" else at + 1
    return begins and last == len(line) and not line.flat
