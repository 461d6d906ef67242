"""Where a region stands in a title: by its name or, warily, by its two letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.catalog.fellowships import GUARDED_ACRONYMS
from desktop_app.catalog.given import GIVEN
from desktop_app.catalog.regions import ABBREVIATED, CITIES, CODES, NAMES, WORDLIKE_CODES
from desktop_app.catalog.table import table
from desktop_app.catalog.words import MEETING_WORDS, MONTHS

if TYPE_CHECKING:
    from desktop_app.catalog.tokens import Line

_LONGEST = {name.split()[0]: 0 for name in NAMES | CITIES}
for _name in NAMES | CITIES:
    _first = _name.split()[0]
    _LONGEST[_first] = max(_LONGEST[_first], len(_name.split()))
MAY_BE_PLACE = CODES | ABBREVIATED | _LONGEST.keys()
"""All words that the name of a known place can begin with."""
_DATED_CODES = table("oh ok or la co pa ma mi mo id hi al de ne")
"""Word-like codes that a date makes sure of ("akron-oh-6-10-55")."""
_MAY_FOLLOW = MONTHS | {"recorded"}


def phrase_end(line: Line, at: int, names: frozenset[str]) -> int:
    """Return where the longest of ``names`` that begins at ``at`` ends, 0 if none does."""
    for length in range(_LONGEST.get(line.low[at], 0), 0, -1):
        if at + length <= len(line) and " ".join(line.low[at : at + length]) in names:
            return at + length
    return 0


def region_end(line: Line, at: int) -> int:
    """Return where a chain of regions ends ("ON", "Nova Scotia, Canada")."""
    end = one_region(line, at)
    while end and line.kind_at(end) == "c" and end + 1 < len(line):
        further = one_region(line, end + 1)
        if not further:
            break
        end = further
    return end


def one_region(line: Line, at: int) -> int:
    """Return where the one region that begins at ``at`` ends, 0 if none does."""
    if line.low[at] not in MAY_BE_PLACE or line.kind[at] != "w" or line.used[at]:
        return 0
    if not (line.cap[at] or line.flat):
        return 0
    named = phrase_end(line, at, NAMES)
    if named:
        follows = line.kind_at(named) == "w" and line.cap[named] and not line.used[named]
        return 0 if follows and line.low[named] not in _MAY_FOLLOW else named
    return at + 1 if _is_code(line, at) else 0


def _is_code(line: Line, at: int) -> bool:
    low, comma = line.low[at], line.kind_at(at - 1) == "c"
    if (
        low in ABBREVIATED
        and comma
        and line.cap[at]
        and len(low) > 2
        and line.kind_at(at + 1) != "w"
    ):
        return True
    if low not in CODES or (
        low == "md" and (line.text[at] != "MD" or line.low_at(at - 3) in GIVEN)
    ):
        return False
    if line.flat:
        dated = line.kind_at(at + 1) == "n" or line.low_at(at + 1) == ";"
        return comma or low not in WORDLIKE_CODES or (dated and low in _DATED_CODES)
    after_city = line.kind_at(at - 1) == "w" and line.cap[at - 1] and not line.used[at - 1]
    meeting = low in GUARDED_ACRONYMS and line.low_at(at + 1) in MEETING_WORDS
    return line.text[at].replace(".", "").isupper() and (comma or after_city or not meeting)
