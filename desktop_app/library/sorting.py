"""What lists are sorted by, made ready when a talk is stored: sorting then is reading an index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.matching import words

if TYPE_CHECKING:
    from desktop_app.base.parsed import TitleFacts

_LAST = "\U0010ffff"
"""Behind all that can be read: talks without a speaker, and those that nobody has read yet."""

_NEXT = "\x1f"
"""Ends a field: before all letters, so that Ann comes before Ann B."""

_LONGEST = 80
_PARTS = 9999


def by_title(title: str) -> str:
    """Return what sorts a title as people do: no case, no accents, 2 before 10."""
    found = (word.zfill(4) if word.isdecimal() else word for word in words(title))
    return " ".join(found)[:_LONGEST] or title.casefold()[:_LONGEST] or _LAST


def by_speaker(facts: TitleFacts, series_key: str | None, date: int) -> str:
    """Return what sorts by speaker: first the talks that stand alone, then series by series.

    What stands alone shares one key, so that its date decides, the newest first; a series has
    its parts in order, those of one number, or of none, by date, the oldest first.

    Args:
        facts: What counts of the talk.
        series_key: The same for all parts of its series, None if it stands alone.
        date: What it is sorted by, in seconds since 1970.
    """
    speaker = by_title(" ".join(facts.speakers))
    if series_key is None:
        return speaker
    part = _PARTS if facts.part is None else facts.part
    fields = (speaker, by_title(facts.series or ""), series_key, f"{part:05}", f"{date:012}")
    return _NEXT.join(fields)
