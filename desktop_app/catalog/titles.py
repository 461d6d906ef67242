"""What the title of a recorded talk says: rules for the language such titles are written in.

Each rule explains some words and marks them as used; the next one reads the rest. Tables of
words are in :mod:`words`, :mod:`given` and :mod:`regions`. Nothing is guessed: what the rules
do not know for sure stays unknown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.parsed import TitleFacts
from desktop_app.catalog.counts import find_part, find_steps, find_year
from desktop_app.catalog.people import find_speakers
from desktop_app.catalog.places import find_place
from desktop_app.catalog.regions import CODES
from desktop_app.catalog.tokens import read_line
from desktop_app.catalog.words import (
    ACRONYMS,
    EVENT_HEADS,
    FELLOWSHIPS,
    GENERIC,
    GUARDED_ACRONYMS,
    MEETING_WORDS,
    PREPOSITIONS,
    SPEAKER_WORDS,
)

if TYPE_CHECKING:
    from desktop_app.catalog.tokens import Line

LONGEST_TITLE = 300
"""Characters that are read; what is longer is a description."""

_FELLOWSHIP_STARTS = frozenset(name.split()[0] for name in FELLOWSHIPS)
_FOUNDERS_DAY = frozenset({"founders", "founder's"})


def read_title(title: str) -> TitleFacts:
    """Return what ``title`` says of its talk; what it does not say stays empty."""
    line = read_line(title[:LONGEST_TITLE])
    year = find_year(line)
    steps = find_steps(line)
    part, of = find_part(line)
    fellowship = find_fellowship(line)
    speakers = find_speakers(line)
    place = find_place(line)
    event = find_event(line)
    return TitleFacts(speakers, fellowship, place, event, year, steps, part, of)


def find_fellowship(line: Line) -> str | None:
    """Return the speaker's fellowship ("Al-Anon speaker at the AA roundup"), else the first."""
    found: list[tuple[bool, str]] = []
    at = 0
    while at < len(line):
        end, name = _fellowship_at(line, at)
        if name:
            line.use(at, end)
            found.append((line.low_at(end) in SPEAKER_WORDS, name))
        at = max(end, at + 1)
    return next((name for of_speaker, name in found if of_speaker), found[0][1] if found else None)


def _fellowship_at(line: Line, at: int) -> tuple[int, str | None]:
    low = line.low[at]
    if line.kind[at] != "w" or line.used[at] or not line.cap[at]:
        return at, None
    if low in _FELLOWSHIP_STARTS:
        for end in range(min(at + 3, len(line)), at, -1):
            name = FELLOWSHIPS.get(" ".join(line.low[at:end]))
            if name:
                return end, name
    capitals = line.flat or line.text[at].isupper()
    if low in ACRONYMS and capitals:
        return at + 1, ACRONYMS[low]
    if low in GUARDED_ACRONYMS and capitals and _is_meant(line, at):
        return at + 1, GUARDED_ACRONYMS[low]
    return at, None


def _is_meant(line: Line, at: int) -> bool:
    """Tell "CA speaker" from "San Diego, CA"."""
    if line.kind_at(at - 1) == "c":
        return False
    before = line.low_at(at - 1)
    city = line.kind_at(at - 1) == "w" and line.cap[at - 1] and before not in MEETING_WORDS
    dotted = line.text[at].count(".") > 1
    beside = line.low_at(at + 1) in MEETING_WORDS or before in MEETING_WORDS
    return not city and (dotted or beside)


def find_event(line: Line) -> str | None:
    """Return the event's name as the title gives it, without its year and place."""
    for at, low in enumerate(line.low):
        founders = low == "day" and line.low_at(at - 1) in _FOUNDERS_DAY
        if not founders and (low not in EVENT_HEADS or line.kind[at] != "w"):
            continue
        end = at + 1
        while line.low_at(end) in EVENT_HEADS or (
            line.low_at(end + 1) in EVENT_HEADS and line.low_at(end) in SPEAKER_WORDS
        ):
            end += 1
        start = _event_start(line, at)
        named = any(
            word[0].isalpha() and word not in GENERIC | EVENT_HEADS for word in line.low[start:end]
        )
        if named or founders or low in {"speakerjam", "soberfest"}:
            return line.words(start, end)
    return None


def _event_start(line: Line, head: int) -> int:
    """Walk back to where the event's name begins: after "at", a name, a year or a separator."""
    start = head
    while start > 0:
        at = start - 1
        low = line.low[at]
        name = line.used[at] and line.kind[at] == "w" and len(low) == 1
        state = low in CODES and line.text[at].isupper()
        counted = line.used[at] and line.kind[at] == "n" and len(low) < 4
        if line.kind[at] in "scy" or low in {"at", "en"} or name or state or counted:
            break
        start = at
        if line.kind[at] == "n" and not low.isdigit():
            break
    while start < head and _may_lead(line, start):
        start += 1
    return start


def _may_lead(line: Line, at: int) -> bool:
    """Return whether a word stands before an event's name rather than begins it."""
    low, kind = line.low[at], line.kind[at]
    year = kind == "n" and len(low) == 4 and low.isdigit()
    small = low in PREPOSITIONS and (not line.cap[at] or low in {"the", "a", "an", "at", "in"})
    return year or small or low in {"recorded", "speaker", "speaking", "jr", "sr"}
