"""Who speaks, where a title gives full names or first names only: wary, since both are words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.catalog.given import GIVEN, WORDLIKE, WORDS_FIRST
from desktop_app.catalog.regions import CITIES, CODES, NAMES
from desktop_app.catalog.words import (
    COUPLES,
    DEGREES,
    EVENT_HEADS,
    HONORIFICS,
    JOINS,
    MONTHS,
    NAME_INTRODUCERS,
    NOT_A_SPEAKER_AFTER,
    PREPOSITIONS,
    SPEAKER_WORDS,
    STEP_WORDS,
    TALK_WORDS,
    TOPICS,
)

if TYPE_CHECKING:
    from desktop_app.catalog.tokens import Line

NO_NAME = TOPICS | PREPOSITIONS | EVENT_HEADS | MONTHS | STEP_WORDS | JOINS | SPEAKER_WORDS
_AFTER_A_NAME = TALK_WORDS | SPEAKER_WORDS | {"from", "on", "live"}
_LABELS = NAME_INTRODUCERS | SPEAKER_WORDS | {"tape"}


def is_given(low: str) -> bool:
    """Return whether a word is a given name; of two with a hyphen the first decides."""
    return low in GIVEN or ("-" in low and low.partition("-")[0] in GIVEN)


def is_mostly_name(line: Line, at: int) -> bool:
    """Return whether the word at ``at`` is a given name and hardly anything else."""
    return is_given(line.low[at]) and line.low[at] not in WORDLIKE and not line.used[at]


def spelt_word(line: Line, at: int) -> str:
    """Return one word of a name as it should be read."""
    text = line.text[at]
    if line.low[at] in JOINS:
        return "&"
    if text[0] == '"':
        return text.title() if line.flat else text
    shouted = text.isupper() and len(text) > 2 and "." not in text
    return text.title() if shouted or (line.flat and "-" in text) else text


def first_names(line: Line) -> list[str]:
    """Couples known by first names stay one entry ("Joe & Charlie")."""
    for at in range(1, len(line)):
        if line.flat and tuple(line.low[at - 1 : at + 1]) in COUPLES:
            line.explain(at - 1, at + 1)
            return [f"{spelt_word(line, at - 1)} & {spelt_word(line, at)}"]
        if line.low[at] not in JOINS or at + 1 == len(line):
            continue
        if _are_couple(line, at - 1, at + 1):
            begins = line.kind_at(at - 2) != "w" or line.low[at - 2] in TOPICS | NAME_INTRODUCERS
            third = at - 3 if line.kind_at(at - 2) == "c" and at > 2 else -1
            if third >= 0 and line.cap[third] and is_mostly_name(line, third):
                line.explain(third, at + 2)
                return [spelt_word(line, one) for one in (third, at - 1, at + 1)]
            if begins and _closes(line, at + 2):
                line.explain(at - 1, at + 2)
                return [f"{spelt_word(line, at - 1)} & {spelt_word(line, at + 1)}"]
    return []


def _are_couple(line: Line, one: int, other: int) -> bool:
    both = (one, other)
    sure = any(is_mostly_name(line, at) for at in both)
    return sure and all(
        line.cap[at]
        and not line.used[at]
        and is_given(line.low[at])
        and line.low[at] not in WORDS_FIRST
        for at in both
    )


def _closes(line: Line, at: int) -> bool:
    """Return whether no surname, initial or possessive follows."""
    low = line.low_at(at)
    if line.kind_at(at) in {"p", "h"}:
        return False
    return line.kind_at(at) != "w" or not line.cap[at] or low in NO_NAME or line.used[at]


def full_names(line: Line) -> list[str]:
    """Return full names that stand where a title names who speaks."""
    found: list[str] = []
    starts = [at for at in range(len(line)) if _may_begin(line, at)]
    for start in starts:
        end = _full_end(line, start)
        if not end or line.used[start]:
            continue
        before = line.low_at(start - 1)
        chained = bool(found) and before in JOINS | {","} and line.used[start - 2]
        labelled = before == ":" or line.low_at(start - 2) in SPEAKER_WORDS
        single = end == start + 1 and line.low[start] not in HONORIFICS
        if single and not (labelled and line.low_at(start - 2) in _LABELS):
            continue
        introduced = before in NAME_INTRODUCERS or chained
        begins = line.kind_at(start - 1) == "s" or chained or (start > 0 and line.used[start - 1])
        if (begins and _is_whole(line, end, single=single)) or (introduced and _closes(line, end)):
            name = (spelt_word(line, at) for at in range(start, _bare_end(line, start, end)))
            found.append(" ".join(name))
            line.explain(start, end)
    return found


def _is_whole(line: Line, end: int, *, single: bool) -> bool:
    """Return whether a name that opens a phrase is all of it, or the one who acts in it."""
    if line.kind_at(end) == "s" or _another(line, end) or (line.slug and end == 2):
        return True
    if single:
        return False
    follows = line.low_at(end)
    if line.kind_at(end) == "c":
        return not (end + 1 < len(line) and line.low[end + 1] in CODES | NAMES)
    used = end < len(line) and line.used[end]
    return used or (follows in _AFTER_A_NAME and not line.cap[end])


def _another(line: Line, at: int) -> bool:
    """Return whether "and" with one more full name stands here."""
    joined = line.low_at(at) in JOINS and at + 1 < len(line)
    return joined and _may_begin(line, at + 1) and _full_end(line, at + 1) > at + 2


def _may_begin(line: Line, at: int) -> bool:
    low = line.low[at]
    if not line.cap[at] or line.used[at] or line.low_at(at - 1) in NOT_A_SPEAKER_AFTER:
        return False
    if line.flat:
        return low in HONORIFICS
    if _after_date(line, at):
        return True
    return (is_given(low) and low not in WORDS_FIRST) or low in HONORIFICS


def _after_date(line: Line, at: int) -> bool:
    """Return whether just two words stand between the date and a colon ("2016-08-05 A B: C")."""
    dated = line.date_year is not None and at in {1, 2} and line.kind_at(at - 1) == "s"
    if not dated or line.low_at(at + 2) != ":":
        return False
    return all(_may_be_surname(line, one) and len(line.low[one]) > 2 for one in (at, at + 1))


def _full_end(line: Line, start: int) -> int:
    """Return where the full name that begins at ``start`` ends, 0 if it is none."""
    end = start + 1
    longest = 3 if line.low[start] in HONORIFICS or is_given(line.low_at(end)) else 2
    longest = 2 if line.slug else longest
    while end < len(line) and end - start < longest and _may_be_surname(line, end):
        end += 1
    words = line.low[start:end]
    while end < len(line) and line.kind_at(end) == "c" and line.low_at(end + 1) in DEGREES:
        end += 2
    if words[0] in HONORIFICS:
        told = HONORIFICS[words[0]] or (len(words) > 1 and words[1] in GIVEN)
        return end if told and len(words) > 1 else 0
    return 0 if " ".join(words) in CITIES or line.kind_at(end) in {"p", "h"} else end


def _bare_end(line: Line, start: int, end: int) -> int:
    """Return where a name ends without the degrees behind it."""
    return next((at for at in range(start, end) if line.kind[at] == "c"), end)


def _may_be_surname(line: Line, at: int) -> bool:
    low = line.low[at]
    if line.kind[at] != "w" or not line.cap[at] or line.used[at]:
        return False
    if line.text[at].isupper() and not line.flat:
        return False
    return len(low) > 2 and low not in NO_NAME and low not in NAMES and not low.endswith("'s")


def first_name(line: Line) -> list[str]:
    """Return a first name that stands alone where the speaker is named.

    "Nar-Anon Speaker - Judi", "Kathy from Texas", "Sharing with Nancy": after a fellowship or a
    word for the speaker, before "from" and a place, or at the end after "with".
    """
    for at in range(len(line)):
        if not line.cap[at] or not is_mostly_name(line, at) or not _closes(line, at + 1):
            continue
        begins, ends = line.kind_at(at - 1) == "s", line.kind_at(at + 1) == "s"
        told = _is_label(line, at - 2 if begins else at - 1) and (begins or not line.flat)
        from_place = begins and line.low_at(at + 1) == "from" and _leads_to_place(line, at + 2)
        introduced = ends and line.low_at(at - 1) in {"with", "con", "avec"} and not line.flat
        before_label = begins and line.kind_at(at + 1) == "c" and at + 2 in line.soft
        told = (told and (ends or line.kind_at(at + 1) == "c")) or before_label
        if told or from_place or introduced:
            line.explain(at, at + 1)
            return [spelt_word(line, at)]
    return []


def _leads_to_place(line: Line, at: int) -> bool:
    return at < len(line) and line.cap[at] and line.low[at] not in TOPICS


def _is_label(line: Line, at: int) -> bool:
    """Return whether a fellowship or a word for the speaker stands here."""
    if at < 0 or line.kind[at] != "w":
        return False
    return line.low[at] in {"speaker", "speaking", "shares", "orador", "oradora"} or line.used[at]
