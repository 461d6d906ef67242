"""Lengths of talks as feeds write them.

Apple asks for ``HH:MM:SS``, ``MM:SS`` or seconds; in the wild there are also fractions,
"1h 2m", "45 min", ISO 8601's ``PT1H2M`` and placeholders that nobody filled in.
"""

from __future__ import annotations

import re
from functools import lru_cache

LONGEST = 100 * 3600.0

_CLOCK = re.compile(r"(?:(\d+):)?(\d+):(\d+)(?:[.,;](\d+))?", re.ASCII)
_SECONDS = re.compile(r"\d+(?:[.,]\d+)?", re.ASCII)
_WORDS = re.compile(
    r"(?:P?T?(?P<h>\d+(?:\.\d+)?)\s*h(?:(?:ou)?rs?)?\.?[\s,]*)?"
    r"(?:(?:and\s+)?P?T?(?P<m>\d+(?:\.\d+)?)\s*m(?:in(?:ute)?s?)?\.?[\s,]*)?"
    r"(?:(?:and\s+)?P?T?(?P<s>\d+(?:\.\d+)?)\s*s(?:ec(?:ond)?s?)?\.?)?",
    re.IGNORECASE | re.ASCII,
)


def parse(text: str) -> float | None:
    """Return seconds, or None for what is no length, is zero, or is longer than 100 hours."""
    return _parse(text.strip()[:60])


@lru_cache(maxsize=4096)
def _parse(text: str) -> float | None:
    seconds = _clock(text)
    if seconds is None and _SECONDS.fullmatch(text):
        seconds = float(text.replace(",", "."))
    if seconds is None:
        seconds = _words(text)
    return seconds if seconds is not None and 0 < seconds <= LONGEST else None


def _clock(text: str) -> float | None:
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    hours, minutes, seconds, fraction = match.groups(default="0")
    return int(hours) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction}")


def _words(text: str) -> float | None:
    match = _WORDS.fullmatch(text)
    if match is None or not any(match.groups()):
        return None
    part = {name: float(value) for name, value in match.groupdict(default="0").items()}
    return part["h"] * 3600 + part["m"] * 60 + part["s"]
