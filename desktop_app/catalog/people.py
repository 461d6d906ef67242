"""Who speaks: names as the fellowships write them ("Bob D.") and, more warily, full ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop_app.catalog.first_names import first_name, first_names
from desktop_app.catalog.full_names import full_names
from desktop_app.catalog.given import WORDLIKE
from desktop_app.catalog.name_lists import listed_after, listed_before
from desktop_app.catalog.name_words import NO_NAME, is_given, spelt_word
from desktop_app.catalog.people_words import (
    HONORIFICS,
    MENTIONED,
    NAME_INTRODUCERS,
    NOT_A_SPEAKER_AFTER,
    SUFFIXES,
    TALK_WORDS,
)
from desktop_app.catalog.regions import CODES
from desktop_app.catalog.words import JOINS, PREPOSITIONS, SPEAKER_WORDS

if TYPE_CHECKING:
    from desktop_app.catalog.tokens import Line

_INITIAL = re.compile(r"(?:Mc|Mac|O'|D'|La|Le|De|Di|Du|Van|Von|de|van|St)?[^\W\d_a-zß-ÿ]\.?")
_LONGEST_INITIAL = len("MacQ.")
_FLAT_INITIAL = re.compile(r"(?:Mc|O'|D')?\w\.?", re.IGNORECASE)
_PARTICLES = frozenset({"de", "la", "del", "van", "von", "ap", "st", "da", "di"})
_AFTER_INITIAL = PREPOSITIONS | SPEAKER_WORDS | TALK_WORDS
_AFTER_ANOTHER = JOINS | {","}
_BEFORE_NAME = NAME_INTRODUCERS | JOINS
_OUTSIDE_NAME = NO_NAME | HONORIFICS | NAME_INTRODUCERS
_TWO_CAPITALS = re.compile(r"[A-Z]{2}|(?:[A-Z]\.){2}")


def find_speakers(line: Line) -> tuple[str, ...]:
    """Return the speakers in the order of the title; none rather than a doubtful one.

    A title keeps to one custom: full names are looked for only where no initials stand.
    """
    found = _with_initials(line)
    if found:
        found += full_names(line, titled=True)
    else:
        found = first_names(line) or full_names(line) or first_name(line)
    return tuple(dict.fromkeys(found))


def _with_initials(line: Line) -> list[str]:
    found: list[str] = []
    rejected = -1
    for at in range(1, len(line)):
        if len(line.text[at]) > _LONGEST_INITIAL or not _is_initial(line, at):
            continue
        start = _name_start(line, at)
        if start is None:
            continue
        end = _suffix_end(line, at + 1)
        joined = line.low_at(start - 1) in _AFTER_ANOTHER and start - 1 == rejected
        if joined or _only_mentioned(line, start, end):
            rejected = end
        else:
            start = _couple_start(line, start)
            if not found:
                found += listed_before(line, start)
            found.append(_spelt(line, start, at, end))
            line.tell(start, end)
            found += listed_after(line, end)
        line.use(start, end)
    return found


def _is_initial(line: Line, at: int) -> bool:
    if line.kind[at] != "w" or not line.cap[at] or line.used[at] or line.used[at - 1]:
        return False
    glued = line.kind_at(at + 1) in "no" and line.begins[at + 1 :][:1] == [line.ends[at]]
    if glued and line.text[at + 1][0].isalnum():
        return False
    pattern = _FLAT_INITIAL if line.flat else _INITIAL
    return line.kind[at - 1] == "w" and pattern.fullmatch(line.text[at]) is not None


def _name_start(line: Line, at: int) -> int | None:
    """Return where the name whose initial is at ``at`` begins, None if it is no name."""
    given = at - 1
    if given and line.low[given][0] == '"':
        given -= 1
    while given > max(at - 4, 0) and line.low[given] in _PARTICLES:
        given -= 1
    known = is_given(line.low[given])
    if given < at - 1 and not known:
        return None
    flat_word = line.flat and known and line.kind_at(given - 1) != "w"
    if not (line.cap[given] or flat_word) or not (known or _may_be_given(line, given)):
        return None
    if not line.text[at].endswith(".") and not _bare_initial(line, at, known=known):
        return None
    start = given
    while start > 0 and given - start < 2 and _is_extra_given(line, start - 1):
        start -= 1
    titled = line.low_at(start - 1) in HONORIFICS or line.low_at(start - 1)[:1] == '"'
    if start and titled and line.cap[start - 1]:
        start -= 1
    return start


def _may_be_given(line: Line, at: int) -> bool:
    text, low = line.text[at], line.low[at]
    if _TWO_CAPITALS.fullmatch(text):
        return low not in CODES
    plain = text.replace("-", "").replace("'", "")
    short = len(low) < 2 or not all(part[1:].islower() for part in text.split("-"))
    return not short and plain.isalpha() and low not in NO_NAME and not low.endswith("'s")


def _is_extra_given(line: Line, at: int) -> bool:
    low = line.low[at]
    return line.cap[at] and not line.used[at] and is_given(low) and low not in WORDLIKE


def _bare_initial(line: Line, at: int, *, known: bool) -> bool:
    """Judge an initial without its full stop; "A" and "I" are words far more often."""
    ends = line.kind_at(at + 1) not in {"w", "o"} or line.used[at + 1]
    ends = ends or line.low_at(at + 1) in _AFTER_INITIAL
    if line.low[at] in {"a", "i"}:
        told = line.slug and line.low[at - 1] not in WORDLIKE
        told = told or (at + 1 in line.soft and line.low_at(at + 2) in SPEAKER_WORDS)
        return known and (told or (ends and line.kind_at(at + 1) != "w"))
    if line.low[at] == "q" and line.kind_at(at + 1) == "a":
        return False
    if known and (line.flat or line.low[at - 1] not in WORDLIKE):
        return True
    if known:
        listed = at > 1 and line.used[at - 2] and line.kind_at(at - 2) == "w"
        stands = ends and not _is_inside_phrase(line, at - 2)
        return stands or listed or line.kind_at(at - 2) == "s"
    if line.low[at] == "n":
        return False
    before = line.low_at(at - 2)
    after_name = at > 1 and line.used[at - 2] and len(line.low[at - 2]) == 1
    begins = line.kind_at(at - 2) in "sn" or after_name or before in _BEFORE_NAME
    listed = line.kind_at(at - 2) == "c" and line.kind_at(at + 1) in {"c", "s"}
    return listed or (begins and (ends or line.flat))


def _is_inside_phrase(line: Line, before: int) -> bool:
    """Return whether another word in capitals stands before ("Mini Cooper S")."""
    word = line.kind_at(before) == "w" and line.cap[before] and not line.used[before]
    low = line.low_at(before)
    return word and not is_given(low) and low not in _OUTSIDE_NAME


def _only_mentioned(line: Line, start: int, end: int) -> bool:
    if line.kind_at(end) == "p" or line.text[end - 1].endswith("'s"):
        return True
    if line.low_at(end) == "introduces":
        return True
    before = line.low_at(start - 1)
    told_of = before in {"from", "by"} and line.low_at(start - 2) in MENTIONED
    return told_of or before in NOT_A_SPEAKER_AFTER


def _suffix_end(line: Line, end: int) -> int:
    at = end + 1 if line.kind_at(end) == "c" else end
    is_suffix = line.low_at(at) in SUFFIXES and line.text[at].count(".") < 2
    return at + 1 if is_suffix else end


def _couple_start(line: Line, start: int) -> int:
    """Take in the first of two who share an initial ("Bob & Lila R.")."""
    first = start - 2
    if first < 0 or line.low[start - 1] not in JOINS or line.used[first]:
        return start
    alone = is_given(line.low[first]) and line.cap[first]
    return first if alone and (first == 0 or not line.cap[first - 1]) else start


def _spelt(line: Line, start: int, initial: int, end: int) -> str:
    words = [spelt_word(line, at) for at in range(start, initial)]
    if line.flat:
        words = [word.capitalize() if word.islower() else word for word in words]
    last = line.text[initial].rstrip(".")
    words.append((last[:2].capitalize() + last[2:].upper() if len(last) == 3 else last) + ".")
    if end > initial + 1:
        suffix = line.text[end - 1].rstrip(".")
        words.append("III" if suffix.lower() == "iii" else suffix.capitalize() + ".")
    return " ".join(words)
