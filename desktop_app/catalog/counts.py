"""The numbers in a title: year, steps, part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.catalog.table import table
from desktop_app.catalog.tokens import full_year
from desktop_app.catalog.words import (
    COUNTED_OTHERWISE,
    EVENT_HEADS,
    JOINS,
    MONTHS,
    NOT_A_YEAR_AFTER,
    NUMBERED,
    NUMBERS,
    OF_WORDS,
    ORDINALS,
    PART_WORDS,
    RETREATS,
    STEP_WORDS,
    THROUGH,
)

if TYPE_CHECKING:
    from desktop_app.catalog.tokens import Line

ROMAN = table("i ii iii iv v vi vii viii ix x xi xii")
MOST_PARTS = 200
MOST_UNCOUNTED = 50
"""A part without "of" beyond it is the number of a tape in somebody's archive."""
_DATED = MONTHS | EVENT_HEADS
_DAYS = PART_WORDS | {"day", "día", "jour"}
_OF_TOTAL = OF_WORDS | {"/"}
_AFTER_ANOTHER = JOINS | {","}


def find_year(line: Line) -> int | None:
    """Return the year of the recording; of several years the date's or the event's."""
    found: dict[int, int] = {}
    for at, kind in enumerate(line.kind):
        if kind == "y" or (kind == "n" and len(line.text[at]) == 4 and line.text[at].isdigit()):
            year = full_year(line.text[at].lstrip("'"))
            if year and line.low_at(at - 1) not in NOT_A_YEAR_AFTER and not _in_a_range(line, at):
                found.setdefault(year, at)
                line.explain(at, at + 1)
    for at in found.values():
        _tell_date(line, at)
    if line.date_year or not found:
        return line.date_year
    if len(found) == 1:
        return next(iter(found))
    return next((year for year, at in found.items() if _beside_event(line, at)), None)


def _tell_date(line: Line, year: int) -> None:
    """Mark the month and the day before a year ("June 14, 2019")."""
    at = year - 1
    if line.kind_at(at) == "c":
        at -= 1
    if line.kind_at(at) == "n" and line.low_at(at - 1) in MONTHS:
        at -= 1
    elif line.low_at(at) not in MONTHS:
        return
    if line.kind_at(at - 1) == "n" and len(line.low[at - 1]) < 5:
        at -= 1
    line.explain(at, year)


def _in_a_range(line: Line, at: int) -> bool:
    return line.kind_at(at + 1) + line.kind_at(at + 2) == "hn" or (
        line.kind_at(at - 2) + line.kind_at(at - 1) == "nh"
    )


def _beside_event(line: Line, at: int) -> bool:
    if line.low_at(at - 1) in _DATED or line.low_at(at - 2) in MONTHS:
        return True
    for word in range(at + 1, min(at + 6, len(line))):
        if line.kind[word] == "s":
            return False
        if line.low[word] in EVENT_HEADS:
            return True
    return False


def number_at(line: Line, at: int) -> int | None:
    """Return the cardinal number at ``at``, in figures, words or capital Roman numerals."""
    low, kind = line.low_at(at), line.kind_at(at)
    if kind == "n" and low.isdigit() and not line.used[at]:
        return int(low)
    if kind == "o" and low[:-1].isdecimal() and low[-1] in "abcdABCD" and len(low) < 4:
        return int(low[:-1])
    if kind != "w" or low in ORDINALS:
        return None
    if low in ROMAN:
        return NUMBERS[low] if line.flat or line.text[at].isupper() else None
    return NUMBERS.get(low)


def _ordinal_at(line: Line, at: int) -> int | None:
    low = line.low_at(at)
    return NUMBERS[low] if low in ORDINALS else None


def find_steps(line: Line) -> tuple[int, ...]:
    """Return the steps the talk is about, not "the 12 steps" as a phrase."""
    if STEP_WORDS.isdisjoint(line.low):
        return ()
    found: set[int] = set(_first_steps(line))
    for at, low in enumerate(line.low):
        if low in STEP_WORDS:
            several = low[-1] == "s"
            found.update(
                _steps_after(line, at, several=several) or _steps_before(line, at, several)
            )
    return tuple(sorted(found))


def _first_steps(line: Line) -> range:
    """Read "the first three steps"."""
    for at, low in enumerate(line.low):
        if low == "first" and line.low_at(at + 2) == "steps":
            number = number_at(line, at + 1)
            if number and 1 < number <= 12:
                return range(1, number + 1)
    return range(0)


def _steps_after(line: Line, at: int, *, several: bool) -> list[int]:
    start = at + 2 if line.low_at(at + 1) == "#" else at + 1
    first = number_at(line, start)
    if first is None or not 1 <= first <= 12:
        return []
    found = [first]
    end = start + 1
    while end < len(line):
        gap, through = _gap(line, end, several=several)
        value = number_at(line, end + gap)
        follows = line.low_at(end + gap + 1)
        if gap < 0 or value is None or not 1 <= value <= 12 or follows in OF_WORDS - {"de"}:
            break
        found += range(found[-1] + 1, value + 1) if through else [value]
        end += gap + 1
    line.use(at, end)
    return found


def _gap(line: Line, at: int, *, several: bool) -> tuple[int, bool]:
    """Return how many tokens join two numbers of a list (-1: none do) and if they mean "to"."""
    low, kind = line.low[at], line.kind[at]
    if kind == "h" or (several and low in THROUGH and kind != "n"):
        return 1, True
    if low in JOINS or low == "/":
        return 1, False
    if kind == "c":
        return (2 if line.low_at(at + 1) in JOINS else 1), False
    return (0, False) if several and line.flat and kind == "n" else (-1, False)


def _steps_before(line: Line, at: int, several: bool) -> list[int]:  # read at once
    start = at - 2 if line.kind_at(at - 1) == "h" else at - 1
    last = _ordinal_at(line, start)
    if last is None:
        return []
    found = [last]
    while line.low_at(start - 1) in _AFTER_ANOTHER and _ordinal_at(line, start - 2):
        start -= 2
        found.append(_ordinal_at(line, start) or last)
    if several and len(found) == 1:
        return []
    line.use(start, at + 1)
    return found


def find_part(line: Line) -> tuple[int | None, int | None]:
    """Return which part of a series this is, and of how many."""
    words = PART_WORDS if RETREATS.isdisjoint(line.low) else _DAYS
    named = [at for at, low in enumerate(line.low) if low in words]
    found: list[tuple[bool, bool, int, int, int, int | None]] = []
    for at in named:
        start = at + 2 if line.low_at(at + 1) in {"#", "-"} else at + 1
        part = number_at(line, start)
        if part and not _goes_on(line, start + 1):
            total, end = _total(line, start + 1, part)
            if part <= (MOST_PARTS if total else MOST_UNCOUNTED):
                part_word = line.low[at].startswith(("part", "pt"))
                found.append((total is None, not part_word, at, end, part, total))
    if not found:
        return _bare_part(line) or _numbered(line)
    for _, _, at, end, _, _ in found:
        line.explain(at, end)
    *_, line.part_at, _, part, total = min(found, key=lambda one: one[:3])
    return part, total


def _numbered(line: Line) -> tuple[int | None, int | None]:
    """Read "Big Book Study #3"; "#3" alone is an episode's number."""
    if "#" not in line.low and "(" not in line.low:
        return None, None
    for at in range(1, len(line) - 1):
        before = at - 2 if line.low[at - 1] == "(" else at - 1
        bracketed = before < at - 1 and line.low_at(at + 1) == ")"
        if bracketed and before >= 0 and line.kind[before] == "w" and line.kind[at] == "n":
            part = number_at(line, at)
            if part and part <= 30:
                line.explain(at, at + 1)
                line.part_at = at
                return part, None
        if line.low[at] == "#" and line.low_at(before) in NUMBERED:
            part = number_at(line, at + 1)
            if part and part <= MOST_UNCOUNTED:
                line.explain(at, at + 2)
                line.part_at = at
                return part, None
    return None, None


def trailing_part(line: Line) -> int | None:
    """Read "NAME: The big picture 2": a number at the end of the words after the speaker."""
    for at in range(2, len(line)):
        low = line.low[at]
        if line.kind[at] != "n" or line.used[at] or not low.isdigit() or not 2 <= int(low) <= 12:
            continue
        before = line.kind[at - 1] == "w" and line.cap[at - 1] and not line.used[at - 1]
        closed = line.low_at(at + 1) in {"", ":", ";"}
        after_name = True in line.told[: at - 1]
        if before and closed and after_name and line.low[at - 1] not in COUNTED_OTHERWISE:
            line.explain(at, at + 1)
            line.part_at = at
            return int(low)
    return None


def _goes_on(line: Line, at: int) -> bool:
    """Return whether "parts 1 & 2" or "parts 1-3" stand here."""
    joined = line.low_at(at) in JOINS or line.kind_at(at) == "h"
    return joined and number_at(line, at + 1) is not None


def _total(line: Line, at: int, part: int) -> tuple[int | None, int]:
    start = at + 2 if line.low_at(at) == "out" else at + 1
    total = number_at(line, start) if line.low_at(at) in _OF_TOTAL else None
    valid = total is not None and part <= total <= MOST_PARTS
    return (total, start + 1) if valid else (None, at)


def _bare_part(line: Line) -> tuple[int | None, int | None] | None:
    """Read "3 of 12" anywhere, and "3/12" in brackets or at the end."""
    if "of" not in line.low and "/" not in line.low:
        return None
    for at in range(1, len(line) - 1):
        low = line.low[at]
        if low not in {"of", "/"} or line.kind[at - 1] != "n" or line.kind[at + 1] != "n":
            continue
        closed = line.kind_at(at + 2) == "s" and line.low_at(at - 2) not in MONTHS
        part, total = number_at(line, at - 1), number_at(line, at + 1)
        if low == "/" and not closed:
            continue
        if line.low_at(at - 2) in {"season", "/"} or line.low_at(at + 2) in {"%", "/"}:
            continue
        if part and total and max(part, 2) <= total <= MOST_PARTS:
            line.explain(at - 1, at + 2)
            line.part_at = at - 1
            return part, total
    return None
