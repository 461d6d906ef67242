"""Who speaks, where a title gives full names: wary, since any two words may be in capitals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop_app.catalog.given import GIVEN, WORDLIKE, WORDS_FIRST
from desktop_app.catalog.name_lists import listed_before
from desktop_app.catalog.name_words import NO_NAME, closes, is_given, is_mostly_name, spelt
from desktop_app.catalog.people_words import (
    DEGREES,
    EPISODE,
    GERUND_SURNAMES,
    HISTORIC,
    HONORIFICS,
    MADE,
    MEETS,
    NAME_INTRODUCERS,
    NOT_A_SPEAKER_AFTER,
    PARTICLES,
    ROLES,
    SURNAMES_TOO,
    TALK_WORDS,
    TITLED,
)
from desktop_app.catalog.regions import CITIES, CODES, NAMES
from desktop_app.catalog.words import JOINS, SPEAKER_WORDS

if TYPE_CHECKING:
    from desktop_app.catalog.tokens import Line

_AFTER_A_NAME = TALK_WORDS | SPEAKER_WORDS | {"from", "on", "live", "q"}
_LABELS = NAME_INTRODUCERS | SPEAKER_WORDS | {"tape"}
_TELLING = ROLES | {"by", "with", "avec", "con", "ft", "feat"}
_AFTER_ANOTHER = JOINS | {","}
_REGIONS = CODES | NAMES
_NO_SURNAME = GIVEN | CITIES | CODES | TALK_WORDS
_TWO_CAPITALS = re.compile(r"[A-Z]{2}|(?:[A-Z]\.){2}")


def full_names(line: Line, *, titled: bool = False) -> list[str]:
    """Return full names that stand where a title names who speaks.

    ``titled``: only those with a title, which may stand beside names with initials.
    """
    if titled and HONORIFICS.isdisjoint(line.low):
        return []
    found: list[str] = []
    starts = [at for at in range(len(line)) if _may_begin(line, at)]
    for start in starts:
        end = _full_end(line, start)
        if not end or line.used[start]:
            continue
        if titled and (line.low[start] not in HONORIFICS or line.kind_at(end) == "c"):
            continue
        told = _stands(line, start, end, chained=bool(found))
        further = end - start > 1 and not found and line.kind_at(end) in "sc"
        listed = listed_before(line, start) if further else []
        if told or listed:
            found += listed
            found.append(spelt(line, start, _bare_end(line, start, end)))
            line.explain(start, end)
    return found


def _stands(line: Line, start: int, end: int, *, chained: bool) -> bool:
    """Return whether the name stands where a speaker is named."""
    before = line.low_at(start - 1)
    listed = before in _AFTER_ANOTHER and line.used[start - 2]
    if _dated_end(line, start) == end:
        return True
    labelled = before == ":" or line.low_at(start - 2) in SPEAKER_WORDS
    single = end == start + 1 and line.low[start] not in HONORIFICS
    if single and not (labelled and line.low_at(start - 2) in _LABELS):
        return False
    chained = chained and listed
    told = listed and line.low[start] in TITLED and line.told[start - 2]
    if (before in NAME_INTRODUCERS or chained or told or _is_told(line, start)) and closes(
        line, end
    ):
        return True
    begins = line.kind_at(start - 1) == "s" or chained or (start > 0 and line.used[start - 1])
    begins = begins or (before == "," and line.low[start] in HONORIFICS)
    return (begins or _numbered(line, start)) and _is_whole(line, end, single=single)


def _numbered(line: Line, start: int) -> bool:
    """Return whether only an episode's number stands before ("Ep 230 NAME")."""
    if not 0 < start < 5 or line.kind_at(start - 1) != "n":
        return False
    return all(line.kind[at] == "n" or line.low[at] in EPISODE for at in range(start))


def _is_told(line: Line, at: int) -> bool:
    """Return whether what stands before makes a name of any two words in capitals."""
    before = line.low_at(at - 1)
    if before not in _TELLING or line.flat:
        return False
    earlier = line.low_at(at - 2)
    told = before in ROLES or (before == "by" and earlier in MADE)
    told = told or (before in {"with", "avec", "con"} and earlier in MEETS)
    told = told or (before in {"ft", "feat"} and line.text[at - 1].islower())
    return told and (is_given(line.low[at]) or _may_be_surname(line, at))


def _is_whole(line: Line, end: int, *, single: bool) -> bool:
    """Return whether a name that opens a phrase is all of it, or the one who acts in it."""
    if line.kind_at(end) == "s" or _another(line, end) or (line.slug and end == 2):
        return True
    if single:
        return False
    follows = line.low_at(end)
    if line.kind_at(end) == "c":
        return not (end + 1 < len(line) and line.low[end + 1] in _REGIONS)
    used = end < len(line) and line.used[end]
    return used or (follows in _AFTER_A_NAME and (not line.cap[end] or follows in {"from", "q"}))


def _another(line: Line, at: int) -> bool:
    """Return whether "and" with one more full name stands here."""
    joined = line.low_at(at) in JOINS and at + 1 < len(line)
    return joined and _may_begin(line, at + 1) and _full_end(line, at + 1) > at + 2


def _may_begin(line: Line, at: int) -> bool:
    low = line.low[at]
    if not line.cap[at] or line.used[at] or line.low_at(at - 1) in NOT_A_SPEAKER_AFTER:
        return False
    if low in HONORIFICS:
        return True
    if line.flat:
        return line.slug and at == 0 and _heads_file(line)
    if is_given(low) and (low not in WORDS_FIRST or _is_told(line, at)):
        return True
    joined = line.low_at(at - 1) in JOINS and _TWO_CAPITALS.fullmatch(line.text[at])
    return bool(joined) or _dated_end(line, at) > 0 or _is_told(line, at)


def _heads_file(line: Line) -> bool:
    """Return whether a file's name begins with a full name ("nora-jessop-the-long-road")."""
    if len(line) < 4 or not is_mostly_name(line, 0) or not _may_be_surname(line, 1):
        return False
    second = line.low[1]
    return second not in _NO_SURNAME and second.isalpha()


def _dated_end(line: Line, start: int) -> int:
    """Return where a name ends between the date and a colon, or the code of a place; 0: none.

    So archives name their files: "2016-08-05 NAME: Title", "20160805-NAME-IMS-title".
    """
    dated = line.date_year is not None and start in {1, 2} and line.kind_at(start - 1) == "s"
    if not dated:
        return 0
    end = start
    while end < len(line) and end - start < 3 and _may_be_surname(line, end):
        end += 1
    if end - start > 1 and line.low_at(end) == ":":
        return end
    code = line.text[end + 1] if end + 1 < len(line) else ""
    coded = line.slug and line.kind_at(end) == "s" and code.isupper() and 1 < len(code) < 5
    return end if coded and end > start else 0


def _full_end(line: Line, start: int) -> int:
    """Return where the full name that begins at ``start`` ends, 0 if it is none."""
    if _dated_end(line, start):
        return _dated_end(line, start)
    end = _words_end(line, start)
    words = line.low[start:end]
    while end < len(line) and line.kind_at(end) == "c" and line.low_at(end + 1) in DEGREES:
        end += 2
    if words[0] in HONORIFICS and not is_given(words[0]):
        if len(words) < 2:
            return 0
        told = line.low_at(start - 1) in NAME_INTRODUCERS and is_given(words[1])
        told = told or words[0] in TITLED or _is_told(line, start)
        return end if told or is_mostly_name(line, start + 1) else 0
    if words[0] in WORDLIKE and words[-1].endswith("ing") and words[-1] not in GERUND_SURNAMES:
        return 0
    return 0 if " ".join(words) in CITIES or line.kind_at(end) in {"p", "h"} else end


def _words_end(line: Line, start: int) -> int:
    """Return where the words end that may be one name."""
    end = start + 1
    titled = line.low[start] in HONORIFICS
    longest = 3 if not line.slug and (titled or is_given(line.low_at(end))) else 2
    if titled and line.low_at(end) == "u" and line.cap[end]:
        end, longest = end + 1, 3
    while end < len(line) and end - start < longest and _may_be_surname(line, end):
        end += 1
    further = end
    while line.low_at(further) in PARTICLES and not line.cap[further] and further - end < 2:
        further += 1
    particles = end < further < len(line) and _may_be_surname(line, further)
    if particles and (end > start + 1 or not titled):
        return further + 1
    known = end == start + 1 and end < len(line) and line.low[end] in SURNAMES_TOO
    if known and line.cap[end] and is_mostly_name(line, start) and line.kind_at(end + 1) in "sc":
        return end + 1
    return end


def _bare_end(line: Line, start: int, end: int) -> int:
    """Return where a name ends without the degrees behind it."""
    return next((at for at in range(start, end) if line.kind[at] == "c"), end)


def _may_be_surname(line: Line, at: int) -> bool:
    low = line.low[at]
    if line.kind[at] != "w" or not line.cap[at] or line.used[at]:
        return False
    if line.text[at].isupper() and not line.flat:
        return False
    if len(low) < 3 or low in NO_NAME or (low in HISTORIC and line.low_at(at - 1) in HONORIFICS):
        return False
    return low not in NAMES and not low.endswith("'s")
