"""Fellowships and events: who held the meeting, and what it was called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop_app.catalog.fellowships import (
    ACRONYMS,
    FELLOWSHIPS,
    GUARDED_ACRONYMS,
    NEED_CAPITALS,
)
from desktop_app.catalog.regions import CITIES, CODES
from desktop_app.catalog.words import (
    CIRCLES,
    DAYS_OF,
    EVENT_HEADS,
    GENERIC,
    GREAT,
    HEADS_FIRST,
    HELD,
    JOINS,
    MEALS,
    MEETING_WORDS,
    NAMED_EVENTS,
    PREPOSITIONS,
    SEASONS,
    SPEAKER_WORDS,
    STUDIES,
    TOPICS,
)

if TYPE_CHECKING:
    from desktop_app.catalog.tokens import Line

_FELLOWSHIP_STARTS = frozenset(name.split()[0] for name in FELLOWSHIPS)
_MAY_BE_FELLOWSHIP = _FELLOWSHIP_STARTS | ACRONYMS.keys() | GUARDED_ACRONYMS.keys()
_MAY_BE_FELLOWSHIP |= {f"{word}'s" for word in _MAY_BE_FELLOWSHIP}
"""All words that a fellowship's name can begin with."""
_JOINED = JOINS | {"/"}
_ROMAN = re.compile("[ivxl]+")
_SMALL = frozenset(
    {"of", "for", "to", "the", "and", "&", "de", "du", "des", "la", "del", "y", "et"}
)
_LOWER = GENERIC | SEASONS | EVENT_HEADS
_PLAIN = GENERIC | EVENT_HEADS | (TOPICS - SEASONS - HELD)


def find_fellowship(line: Line) -> str | None:
    """Return the speaker's fellowship ("Al-Anon speaker at the AA roundup"), else the first.

    Two that are joined ("AA & Al-Anon couple") tell of neither.
    """
    found: list[tuple[bool, str]] = []
    last, joined, bracketed = -9, False, False
    for at, low in enumerate(line.low):
        if low not in _MAY_BE_FELLOWSHIP or at < last:
            continue
        end, name = _fellowship_at(line, at)
        if name:
            line.use(at, end)
            line.soft.update(range(at, end))
            both = bracketed and line.low_at(at - 1) == "("
            bracketed = line.low_at(at - 1) == "("
            joined = joined or both or (line.low_at(at - 1) in _JOINED and last == at - 1)
            found.append((line.low_at(end) in SPEAKER_WORDS, name))
            last = end
    if joined and len({name for _, name in found} - {"Alateen"}) > 1:
        return None
    return next((name for of_speaker, name in found if of_speaker), found[0][1] if found else None)


def _fellowship_at(line: Line, at: int) -> tuple[int, str | None]:
    low = line.low[at].removesuffix("'s")
    if line.kind[at] != "w" or line.used[at] or not line.cap[at]:
        return at, None
    if low in _FELLOWSHIP_STARTS:
        for end in range(min(at + 5, len(line)), at, -1):
            name = FELLOWSHIPS.get(" ".join(line.low[at:end]).removesuffix("'s"))
            if name and not (low in NEED_CAPITALS and line.text[at][1:].islower()):
                return end, name
    capitals = line.flat or line.text[at].removesuffix("'s").isupper()
    if low in ACRONYMS and capitals:
        return at + 1, ACRONYMS[low]
    if low in GUARDED_ACRONYMS and capitals and _is_meant(line, at):
        return at + 1, GUARDED_ACRONYMS[low]
    return at, None


def _is_meant(line: Line, at: int) -> bool:
    """Tell "CA speaker" from "San Diego, CA"."""
    if line.kind_at(at - 1) == "c":
        return False
    before, after = line.low_at(at - 1), line.low_at(at + 1)
    city = line.kind_at(at - 1) == "w" and line.cap[at - 1] and before not in MEETING_WORDS
    begins, ends = line.kind_at(at - 1) == "s", line.kind_at(at + 1) == "s"
    if at == 0 and after == ":" and line.low[at] != "wa":
        return True
    alone = begins and (ends or after in CITIES) and line.low[at] not in CODES and not line.flat
    dotted = line.text[at].count(".") > 1
    beside = after in MEETING_WORDS or before in MEETING_WORDS
    return not city and (dotted or beside or alone)


def find_event(line: Line) -> str | None:
    """Return the event's name as the title gives it, without its year and place."""
    for at, low in enumerate(line.low):
        if line.kind[at] != "w":
            continue
        span = _fixed(line, at) if low in NAMED_EVENTS else None
        if span is None and line.text[at].isupper():
            span = _acronym(line, at)
        if span is None and low in HELD:
            span = _around(line, at)
        if span:
            line.tell(*span)
            return line.words(*span)
    return _group(line)


def _group(line: Line) -> str | None:
    """Return the named group that a title ends with ("… - AA Pacific group 1987")."""
    if CIRCLES.isdisjoint(line.low):
        return None
    for head, low in enumerate(line.low):
        if low not in CIRCLES or line.kind_at(head + 1) == "w":
            continue
        start = head
        while start > 0 and line.cap[start - 1] and start - 1 not in line.soft:
            start -= 1
        named = any(line.low[one] not in _PLAIN for one in range(start, head))
        ends = all(line.used[one] or line.kind[one] in "sc" for one in range(head + 1, len(line)))
        apart = start > 0 and (line.kind[start - 1] == "s" or start - 1 in line.soft)
        if apart and named and ends:
            line.tell(start, head + 1)
            return line.words(start, head + 1)
    return None


def _fixed(line: Line, at: int) -> tuple[int, int] | None:
    """Read names that are always an event's ("Founders' Day", "Fellowship of the Spirit")."""
    low = line.low[at]
    if low == "day" and line.low_at(at - 1) in DAYS_OF:
        return at - 1, at + 1
    for name in NAMED_EVENTS.get(low, ()):
        if line.low[at : at + len(name)] == list(name):
            start = _event_start(line, at)
            end = at + len(name)
            return start, end + (line.low_at(end) in HELD)
    return None


def _acronym(line: Line, at: int) -> tuple[int, int] | None:
    """Read an event's initials beside a year or a count ("2019 MBAR", "WACYPAA XXII")."""
    text, low = line.text[at], line.low[at]
    if line.flat or len(text) < 4 or low in CODES or _ROMAN.fullmatch(low):
        return None
    if not text.isalpha() or (line.used[at] and at not in line.soft):
        return None
    follows = line.low_at(at + 1)
    counted = line.kind_at(at + 1) == "n" and len(follows) < 3 and at in line.soft
    if _ROMAN.fullmatch(follows) or counted:
        return at, at + 2
    year = any(
        line.kind_at(beside) == "n" and len(line.low[beside]) == 4 and line.used[beside]
        for beside in (at - 1, at + 1)
    )
    return (at, at + 1) if year or low.endswith("ypaa") else None


def _around(line: Line, at: int) -> tuple[int, int] | None:
    """Return the span of the event whose last word is at ``at``, None if it has no name."""
    start, end = _event_start(line, at), _event_end(line, at)
    counted = any(
        line.low[one][0].isdigit() or line.low[one] == "annual" for one in range(start, at)
    )
    named = any(
        (one in line.soft and (line.cap[at] or line.low[at] in MEALS))
        or (
            line.low[one][0].isalpha()
            and line.low[one] not in _PLAIN
            and line.cap[one]
            and not (line.low[one] in PREPOSITIONS or line.low[one] in GUARDED_ACRONYMS)
        )
        for one in range(start, end)
    )
    alone = line.low[at] in {"speakerjam", "soberfest", "roundup", "round-up"} and line.cap[at]
    named = named or (
        line.low[at] not in STUDIES
        and any(line.cap[one] and line.low[one] not in GENERIC for one in range(start, at))
    )
    return (start, end) if named or counted or alone else None


def _event_end(line: Line, at: int) -> int:
    """Return where the name ends: "Roundup in the Rockies", "Anniversary of NA"."""
    end = at + 1
    while line.low[at] not in GREAT and line.low_at(end) in HELD:
        end += 1
    further = end + 2 if line.low[end : end + 2] == ["in", "the"] else end + 1
    if line.low[at] in HEADS_FIRST:
        while end < len(line) and line.kind[end] == "w" and _goes_on(line, end):
            end += 1
        return end
    if line.flat or (further == end + 1 and line.low_at(end) not in {"of", "de", "des"}):
        return end
    last = further
    while last < len(line) and line.kind[last] == "w" and line.cap[last] and last - further < 3:
        last += 1
    return last if last > further else end


def _goes_on(line: Line, at: int) -> bool:
    """Return whether a Spanish or French name goes on ("Congreso Nacional de AA")."""
    small = line.low[at] in {"de", "del", "des", "du", "d'"}
    return line.cap[at] or (small and at + 1 < len(line) and line.cap[at + 1])


def _event_start(line: Line, head: int) -> int:
    """Walk back to where the event's name begins: after "at", a name, a year or a separator."""
    start = head
    while start > 0 and _belongs(line, start - 1):
        start -= 1
        if line.kind[start] == "n" and not line.low[start].isdigit():
            start -= start > 0 and start - 1 in line.soft
            break
    while start < head and (_may_lead(line, start) or {start, start + 1} <= line.soft):
        start += 2 if {start, start + 1} <= line.soft else 1
    return start


def _belongs(line: Line, at: int) -> bool:
    """Return whether the token at ``at`` may be part of the event's name that follows."""
    low, kind = line.low[at], line.kind[at]
    if kind in "scyho" or low in {"at", "en", "@"}:
        return False
    if ((line.used[at] and kind == "w") or line.told[at]) and at not in line.soft:
        return False
    if line.flat:
        return kind != "n" or not line.used[at]
    if kind == "w" and not line.cap[at]:
        return low in _SMALL or low in _LOWER or low.endswith("'s")
    state = low in CODES and line.text[at].isupper() and at not in line.soft
    counted = line.used[at] and kind == "n" and len(low) < 4
    return not (state or counted)


def _may_lead(line: Line, start: int) -> bool:
    """Return whether a word stands before an event's name rather than begins it."""
    low, kind = line.low[start], line.kind[start]
    year = kind == "n" and len(low) == 4 and low.isdigit()
    small = low in PREPOSITIONS and (not line.cap[start] or low in {"the", "a", "an", "at", "in"})
    joined = kind == "a" or low in JOINS
    return year or small or joined or low in {"recorded", "speaker", "speaking", "jr", "sr"}
