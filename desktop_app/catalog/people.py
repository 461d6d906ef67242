"""Who speaks: names as the fellowships write them ("Bob D.") and, more warily, full ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop_app.catalog.given import GIVEN, WORDLIKE
from desktop_app.catalog.regions import CITIES, CODES, NAMES
from desktop_app.catalog.words import (
    EVENT_HEADS,
    HONORIFICS,
    JOINS,
    MONTHS,
    NAME_INTRODUCERS,
    NOT_A_SPEAKER_AFTER,
    PREPOSITIONS,
    SPEAKER_WORDS,
    STEP_WORDS,
    SUFFIXES,
    TOPICS,
)

if TYPE_CHECKING:
    from desktop_app.catalog.tokens import Line

_INITIAL = re.compile(r"(?:Mc|Mac|O'|D')?[^\W\d_]\.?")
_NO_NAME = TOPICS | PREPOSITIONS | EVENT_HEADS | MONTHS | STEP_WORDS | JOINS | SPEAKER_WORDS
_TWO_CAPITALS = re.compile(r"[A-Z]{2}|(?:[A-Z]\.){2}")


def find_speakers(line: Line) -> tuple[str, ...]:
    """Return the speakers in the order of the title; none rather than a doubtful one.

    A title keeps to one custom: full names are looked for only where no initials stand.
    """
    return tuple(dict.fromkeys(_with_initials(line) or _first_names(line) or _full_names(line)))


def _with_initials(line: Line) -> list[str]:
    found: list[str] = []
    rejected = -1
    for at in range(1, len(line)):
        if not _is_initial(line, at):
            continue
        start = _name_start(line, at)
        if start is None:
            continue
        end = _suffix_end(line, at + 1)
        joined = line.low_at(start - 1) in JOINS | {","} and start - 1 == rejected
        if joined or _only_mentioned(line, start, end):
            rejected = end
        else:
            start = _couple_start(line, start)
            found.append(_spelt(line, start, at, end))
        line.use(start, end)
    return found


def _is_initial(line: Line, at: int) -> bool:
    if line.kind[at] != "w" or not line.cap[at] or line.used[at] or line.used[at - 1]:
        return False
    return _INITIAL.fullmatch(line.text[at]) is not None and line.kind[at - 1] == "w"


def _name_start(line: Line, at: int) -> int | None:
    """Return where the name whose initial is at ``at`` begins, None if it is no name."""
    given = at - 1
    known = line.low[given] in GIVEN
    if not line.cap[given] or not (known or _may_be_given(line, given)):
        return None
    if not line.text[at].endswith(".") and not _bare_initial(line, at, known=known):
        return None
    start = given
    while start > 0 and given - start < 2 and _is_extra_given(line, start - 1):
        start -= 1
    if line.low_at(start - 1) in HONORIFICS and line.cap[start - 1]:
        start -= 1
    return start


def _may_be_given(line: Line, at: int) -> bool:
    text, low = line.text[at], line.low[at]
    if _TWO_CAPITALS.fullmatch(text):
        return low not in CODES
    return len(low) > 1 and low not in _NO_NAME and not low.endswith("'s") and text[1:].islower()


def _is_extra_given(line: Line, at: int) -> bool:
    low = line.low[at]
    return line.cap[at] and not line.used[at] and low in GIVEN and low not in WORDLIKE


def _bare_initial(line: Line, at: int, *, known: bool) -> bool:
    """Judge an initial without its full stop; "A" and "I" are words far more often."""
    ends = line.kind_at(at + 1) not in {"w", "o"} or line.used[at + 1]
    ends = ends or line.low_at(at + 1) in PREPOSITIONS | SPEAKER_WORDS
    if line.low[at] in {"a", "i"}:
        return known and ends and line.kind_at(at + 1) != "w"
    if line.low[at] == "q" and line.kind_at(at + 1) == "a":
        return False
    if known and (line.flat or line.low[at - 1] not in WORDLIKE):
        return True
    if known:
        return ends
    if line.low[at] == "n":
        return False
    before = line.low_at(at - 2)
    begins = line.kind_at(at - 2) == "s" or before in NAME_INTRODUCERS | JOINS
    listed = line.kind_at(at - 2) == "c" and line.kind_at(at + 1) in {"c", "s"}
    return listed or (begins and (ends or line.flat))


def _only_mentioned(line: Line, start: int, end: int) -> bool:
    return line.low_at(start - 1) in NOT_A_SPEAKER_AFTER or line.kind_at(end) == "p"


def _suffix_end(line: Line, end: int) -> int:
    at = end + 1 if line.kind_at(end) == "c" else end
    is_suffix = line.low_at(at) in SUFFIXES and line.text[at].count(".") < 2
    return at + 1 if is_suffix else end


def _couple_start(line: Line, start: int) -> int:
    """Take in the first of two who share an initial ("Bob & Lila R.")."""
    first = start - 2
    if first < 0 or line.low[start - 1] not in JOINS or line.used[first]:
        return start
    alone = line.low[first] in GIVEN and line.cap[first]
    return first if alone and (first == 0 or not line.cap[first - 1]) else start


def _spelt(line: Line, start: int, initial: int, end: int) -> str:
    words = [_cased(line, at) for at in range(start, initial)]
    words.append(line.text[initial].rstrip(".") + ".")
    if end > initial + 1:
        suffix = line.text[end - 1].rstrip(".")
        words.append("III" if suffix.lower() == "iii" else suffix.capitalize() + ".")
    return " ".join(words)


def _cased(line: Line, at: int) -> str:
    text = line.text[at]
    if line.low[at] in JOINS:
        return "&"
    shouted = text.isupper() and len(text) > 2 and "." not in text
    return text.capitalize() if shouted else text


def _first_names(line: Line) -> list[str]:
    """Couples known by first names stay one entry ("Joe & Charlie")."""
    for at in range(1, len(line) - 1):
        if line.low[at] in JOINS and all(_is_extra_given(line, one) for one in (at - 1, at + 1)):
            begins = line.kind_at(at - 2) != "w" or line.low[at - 2] in TOPICS | NAME_INTRODUCERS
            if begins and _closes(line, at + 2):
                line.use(at - 1, at + 2)
                return [f"{_cased(line, at - 1)} & {_cased(line, at + 1)}"]
    return []


def _closes(line: Line, at: int) -> bool:
    """Return whether no surname, initial or possessive follows."""
    low = line.low_at(at)
    if line.kind_at(at) in {"p", "h"}:
        return False
    return line.kind_at(at) != "w" or not line.cap[at] or low in _NO_NAME or line.used[at]


def _full_names(line: Line) -> list[str]:
    found: list[str] = []
    starts = [at for at in range(len(line)) if _may_begin(line, at)]
    for start in starts:
        end = _full_end(line, start)
        if not end:
            continue
        chained = bool(found) and line.low_at(start - 1) in JOINS | {","} and line.used[start - 2]
        introduced = line.low_at(start - 1) in NAME_INTRODUCERS or chained
        begins = line.kind_at(start - 1) == "s" or chained
        whole = begins and (line.kind_at(end) == "s" or _another(line, end))
        labelled = line.low_at(start - 1) == ":" or line.low_at(start - 2) in SPEAKER_WORDS
        single = end == start + 1 and line.low[start] not in HONORIFICS
        if single and not (
            whole and labelled and line.low_at(start - 2) in NAME_INTRODUCERS | {"tape"}
        ):
            continue
        if whole or (introduced and _closes(line, end)):
            found.append(" ".join(_cased(line, at) for at in range(start, end)))
            line.use(start, end)
    return found


def _another(line: Line, at: int) -> bool:
    """Return whether "and" with one more full name stands here."""
    joined = line.low_at(at) in JOINS and at + 1 < len(line)
    return joined and _may_begin(line, at + 1) and _full_end(line, at + 1) > at + 2


def _may_begin(line: Line, at: int) -> bool:
    low = line.low[at]
    if not line.cap[at] or line.used[at] or line.flat:
        return False
    return (low in GIVEN and low not in WORDLIKE) or low in HONORIFICS


def _full_end(line: Line, start: int) -> int:
    """Return where the full name that begins at ``start`` ends, 0 if it is none."""
    end = start + 1
    longest = 3 if line.low[start] in HONORIFICS or line.low_at(end) in GIVEN else 2
    while end < len(line) and end - start < longest and _may_be_surname(line, end):
        end += 1
    words = line.low[start:end]
    if words[0] in HONORIFICS:
        told = HONORIFICS[words[0]] or (end > start + 1 and words[1] in GIVEN)
        return end if told and end > start + 1 else 0
    placed = " ".join(words) in CITIES or line.kind_at(end) == "c"
    return 0 if placed or line.kind_at(end) in {"p", "h"} else end


def _may_be_surname(line: Line, at: int) -> bool:
    low = line.low[at]
    if line.kind[at] != "w" or not line.cap[at] or line.used[at] or line.text[at].isupper():
        return False
    return len(low) > 2 and low not in _NO_NAME and low not in NAMES and not low.endswith("'s")
