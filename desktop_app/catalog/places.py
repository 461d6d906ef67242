"""Where a talk was recorded; the speaker's home only when no other place is named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop_app.catalog.given import GIVEN
from desktop_app.catalog.regional import MAY_BE_PLACE, one_region, phrase_end, region_end
from desktop_app.catalog.regions import (
    CITIES,
    CITY_PARTICLES,
    CODES,
    DIRECTIONS,
    OF_CITIES,
    WORDLIKE_CODES,
)
from desktop_app.catalog.table import table
from desktop_app.catalog.words import (
    EVENT_HEADS,
    JOINS,
    MEETING_WORDS,
    MONTHS,
    PREPOSITIONS,
    TOPICS,
)

if TYPE_CHECKING:
    from desktop_app.catalog.tokens import Line

IN, OTHER, NAMED, HOME = 3, 2, 1, 0
"""How surely a place is that of the recording: after "in"; on its own or after an event; right
after the speaker's name; after "from"."""

_RANKS = {
    "in": IN,
    "at": OTHER,
    "near": OTHER,
    "en": IN,
    "à": IN,
    "from": HOME,
    "of": HOME,
    "de": HOME,
}
_LEADS_TO_TOWN = frozenset({"from", ",", "("})
"""After these a town need not be known."""
_CITY_WORDS = table("city county beach park lake island bay springs falls valley hills heights")
_STOPPED_CODE = re.compile(r"\b[A-Z]{2}\.$")
"""A code whose full stop ends the sentence."""
_TIMES = table("mon tue tues wed weds thu thur thurs fri sat nite")
"""Days and hours cut short."""

_NO_CITY = (
    (TOPICS | MEETING_WORDS | PREPOSITIONS | MONTHS | EVENT_HEADS | _TIMES | {"modern", "ancient"})
    - _CITY_WORDS
    - {"saint"}
) - table("new old big blue center home house mountain river church grace hope young")


def find_place(line: Line) -> str | None:
    """Return the surest place of the title, the first of equals."""
    best: tuple[int, str, int] | None = None
    past = 0
    for at, low in enumerate(line.low):
        if at < past or not (low in MAY_BE_PLACE or line.low_at(at - 1) in _LEADS_TO_TOWN):
            continue
        region = region_end(line, at)
        end = region or _city_end(line, at)
        if not end:
            continue
        found = _place(line, at, end) if region else _regional(line, at, end)
        if found and _is_quoted(line, found[2]):
            found = None
        if found:
            line.tell(found[2], end)
            if best is None or found[0] > best[0]:
                best = found
        past = end
    return best[1] if best else None


def _is_quoted(line: Line, at: int) -> bool:
    """Return whether curly quotes stand around the token: what is quoted is a story's name."""
    if "“" not in line.low[:at]:
        return False
    return "”" not in line.low[:at] and "”" in line.low[at:]


def _city_end(line: Line, at: int) -> int:
    """Return where a city that needs no region ends; it must stand alone or after "in"."""
    if line.used[at] or not (line.cap[at] or line.flat):
        return 0
    end = phrase_end(line, at, CITIES) or _possessive_city(line, at) or _after_name(line, at)
    if line.low[at].endswith("'s") and end:
        return end
    if not end or (line.kind_at(end) == "w" and line.cap[end] and not line.used[end]):
        return 0
    if line.kind_at(end) == "c" and end + 1 < len(line) and one_region(line, end + 1):
        return 0
    after = line.kind_at(at - 1)
    begins = after in {"s", "c"} or at - 1 in line.soft
    begins = begins or (at > 0 and line.used[at - 1] and not line.cap[at - 1])
    alone = begins and line.kind_at(end) in {"s", "c", "n", "y"}
    listed = line.flat and at > 1 and line.kind_at(end) in "sn"
    small = line.low_at(at - 1) in {"in", "from", "en", "à", "de", "of"}
    return end if alone or listed or small or _behind_name(line, at) else 0


def _behind_name(line: Line, at: int) -> bool:
    """Return whether a speaker's name stands right before ("Odile T. Lyon 2014")."""
    named = at > 1 and line.kind[at - 1] == "w" and line.used[at - 1] and line.told[at - 1]
    return named and line.cap[at - 1] and not line.flat


def _possessive_city(line: Line, at: int) -> int:
    """Return where "Seattle's" ends after "from"."""
    owned = line.low[at].endswith("'s") and line.low[at][:-2] in CITIES
    return at + 1 if owned and line.low_at(at - 1) == "from" else 0


def _after_name(line: Line, at: int) -> int:
    """Return where a place ends that stands right after a speaker: "(Salinas)", ", Ukiah"."""
    opens, from_there = line.low_at(at - 1) in {",", "("}, line.low_at(at - 1) == "from"
    if (
        at < 2
        or line.flat
        or not (line.used[at - 2] and line.told[at - 2] and (opens or from_there))
    ):
        return 0
    if len(line.low[at - 2]) > 3:
        return 0
    end = at
    while end < len(line) and end - at < 2 and _may_be_city(line, end):
        end += 1
    closes = line.kind_at(end) in ("s" if opens else "scny") or line.used[min(end, len(line) - 1)]
    ends = end == len(line) or closes or line.kind_at(end) in "cny"
    return end if end > at and ends and not line.text[at].isupper() else 0


def _may_be_city(line: Line, at: int) -> bool:
    low = line.low[at]
    word = line.kind[at] == "w" and line.cap[at] and not line.used[at] and len(low) > 2
    word = word and line.text[at][-1] != "."
    return word and low not in _NO_CITY and low not in GIVEN and low.isalpha()


def _place(line: Line, region: int, end: int) -> tuple[int, str, int] | None:
    """Return rank and words of the place whose region is given, None if it is none."""
    comma = line.kind_at(region - 1) == "c"
    last = region - 2 if comma else region - 1
    start = _city_start(line, last)
    said = _said(line, region, end)
    if start > last:
        return _regional(line, region, end)
    rank = _rank(line, start, comma=comma)
    if rank == OTHER and _is_word(line, start, region, end, comma=comma):
        return None
    if rank is None or sum(line.cap[start : last + 1]) > (4 if rank in {IN, HOME} else 3):
        return None
    city = line.words(start, last + 1)
    only_direction = line.low[start : last + 1] in [[one] for one in DIRECTIONS]
    return rank, f"{city} {said}" if only_direction and not comma else f"{city}, {said}", start


def _is_word(line: Line, start: int, region: int, end: int, *, comma: bool) -> bool:
    """Tell "Face ID", "Anna's Norway" and "Fear, Israel, and peace" from places."""
    if not comma and line.low[start].endswith("'s"):
        return True
    if comma:
        return line.kind_at(end) == "c" and line.low_at(end + 1) in JOINS
    wordlike = line.low[region] in WORDLIKE_CODES and True not in line.told
    return wordlike and line.kind_at(start - 1) == "s"


def _said(line: Line, start: int, end: int) -> str:
    words = [
        line.text[at]
        if not line.flat
        else line.text[at].upper()
        if line.low[at] in CODES
        else line.text[at].capitalize()
        for at in range(start, end)
    ]
    said = " ".join(words).replace(" ,", ",")
    return said[:-1] if _STOPPED_CODE.search(said) else said


def _city_start(line: Line, last: int) -> int:
    """Walk back over the words of a city's name from its last one."""
    start = last + 1
    while start > 0:
        at = start - 1
        low = line.low[at]
        if line.kind[at] != "w" or line.used[at] or len(low) == 1:
            break
        if (line.cap[at] and low not in _NO_CITY) or (
            low in CITY_PARTICLES and start <= last and _inside_city(line, at)
        ):
            start = at
        else:
            break
    while start <= last and not line.cap[start]:
        start += 1
    return start


def _inside_city(line: Line, at: int) -> bool:
    """Return whether a small word belongs to the city's name ("Lake of the Ozarks")."""
    low, before = line.low[at], line.low_at(at - 1)
    if low in {"of", "the"}:
        return before in OF_CITIES or (low == "the" and line.low_at(at - 2) in OF_CITIES)
    if line.cap[at]:
        return True
    return at > 0 and line.cap[at - 1] and not line.used[at - 1]


def _regional(line: Line, at: int, end: int) -> tuple[int, str, int] | None:
    """Judge a region or known city that stands without a city before it."""
    said = _said(line, at, end)
    if line.low[at].endswith("'s"):
        said = said[:-2]
    before = line.low_at(at - 2 if line.low_at(at - 1) == "the" else at - 1)
    bare = line.low[at] in CODES and not line.flat and line.low[at] not in {"uk", "usa"}
    if bare and not (before in {"from", "in"} and end == at + 1):
        return None
    if before in {"in", "from"} and _is_story(line, end):
        return None
    rank = _linked_rank(line, at, before)
    if rank is None:
        rank = _alone_rank(line, at, end)
    return None if rank is None else (rank, said, at)


def _linked_rank(line: Line, at: int, before: str) -> int | None:
    """Return how sure the place is that a small word ties to what stands before."""
    if before in {"in", "en", "à", "from"} or (before == "of" and line.used[max(at - 2, 0)]):
        return _RANKS[before]
    if line.low[at] in CITIES and before in {"of", "de"}:
        return HOME if before == "of" else NAMED
    return None


def _alone_rank(line: Line, at: int, end: int) -> int | None:
    """Return how sure the place is that stands by itself, None if it does not."""
    if _behind_name(line, at) and phrase_end(line, at, CITIES) == end:
        return NAMED
    comma, kind_ends = line.kind_at(at - 1) == "c", line.kind_at(end) in {"s", "n", "y"}
    after_name = (comma or line.low_at(at - 1) == "(") and at >= 2 and line.used[at - 2]
    if comma and kind_ends and not after_name and True in line.told[:at]:
        return OTHER
    if at > 1 and line.kind[at - 1] == "s" and line.told[at - 2] and line.used[at - 2]:
        return NAMED
    begins = line.kind_at(at - 1) in "sny" or at - 1 in line.soft or (line.flat and at > 1)
    begins = begins or (comma and line.low[at] in CITIES)
    alone = begins and (kind_ends or line.kind_at(end) == "c")
    if after_name:
        return NAMED
    return OTHER if alone else None


def _is_story(line: Line, end: int) -> bool:
    """Tell "He was living in a car in Bakersfield" and "From OR to AK" from places."""
    if line.low_at(end) == "to":
        return True
    small = sum(kind == "w" and not cap for kind, cap in zip(line.kind, line.cap, strict=True))
    met = any(word in MEETING_WORDS for word in line.low[max(end - 4, 0) : end])
    return small > 6 and not met and not line.flat and True not in line.told


def _rank(line: Line, start: int, *, comma: bool) -> int | None:
    """Return how sure the place is whose city begins at ``start``, None if it is no city."""
    if line.low_at(start - 1) == "the" and line.kind_at(start - 2) != "w":
        start -= 1
    before, kind = line.low_at(start - 1), line.kind_at(start - 1)
    if before in _RANKS:
        return _RANKS[before]
    if kind in {"s", "c", "n", "y", "h"}:
        named = before in {",", "("} and start >= 2 and line.used[start - 2]
        return NAMED if named else OTHER
    if line.used[start - 1]:
        return NAMED
    if before in EVENT_HEADS or (comma and before not in PREPOSITIONS):
        return OTHER
    return None
