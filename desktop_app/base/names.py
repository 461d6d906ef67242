"""Names shortened as the fellowships do it, to keep people anonymous in lists."""

from __future__ import annotations

import re
from functools import lru_cache

JOINS = frozenset({"&", "+", "and", "y", "et"})
"""What stands between two names."""
SUFFIXES = frozenset({"jr", "sr", "iii"})
"""What stands behind a name and belongs to it."""
_INITIAL = re.compile(r"(?:Mc|Mac|O'|D')?\w\.?(?:-\w\.?)?")
_BRACKET = re.compile(r"(\S.*?)\s*(\([^()]*\))")
"""What tells two people of one name apart: "Mike L. (Seattle)"."""
_HONORIFICS = frozenset(
    [
        "dr",
        "fr",
        "rev",
        "rabbi",
        "ajahn",
        "bhante",
        "ayya",
        "lama",
        "roshi",
        "msgr",
        "father",
        "sister",
        "brother",
        "pastor",
        "deacon",
        "big",
        "little",
        "cowboy",
        "padre",
        "père",
        "soeur",
        "sœur",
        "frère",
        "mother",
        "dra",
        "hermano",
        "hermana",
        "chaplain",
        "sgt",
        "capt",
        "gov",
        "hon",
        "chief",
        "nana",
        "auntie",
        "uncle",
        "aunt",
        "professor",
        "prof",
        "sayadaw",
        "swami",
        "ven",
        "venerable",
        "bhikkhu",
        "bhikkhuni",
        "geshe",
        "khenpo",
    ]
)
_PARTICLES = frozenset(
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "del",
        "della",
        "da",
        "di",
        "la",
        "le",
        "ten",
        "ter",
        "st",
        "bin",
        "al",
    ]
)


@lru_cache(maxsize=4096)
def shorten(name: str) -> str:
    """Return first name and last initial: "Bob Dylan" → "Bob D.".

    What is short already, a first name, a couple of first names and a suffix stay as they are:
    "Joe & Charlie", "Bob S. Jr.", "Mary Pearl T.". Both of a couple with full names are
    shortened. Titles stay: "Dr. Paul Otis" → "Dr. Paul O."; so does a bracket at the end: "Mike
    Lander (Seattle)" → "Mike L. (Seattle)".
    """
    if bracket := _BRACKET.fullmatch(name.strip()):
        return f"{shorten(bracket[1])} {' '.join(bracket[2].split())}"
    halves = re.split(r"\s+(?:&|and)\s+", name.strip())
    if not all(halves):
        return name
    return " & ".join(map(shorten, halves)) if len(halves) > 1 else _shortened(halves[0])


def _shortened(name: str) -> str:
    words = name.replace(",", " ").split()
    suffix: list[str] = []
    while len(words) > 1 and words[-1].rstrip(".").lower() in SUFFIXES | {"ii", "iv"}:
        suffix.insert(0, words.pop())
    titled = bool(words) and words[0].rstrip(".").lower() in _HONORIFICS
    if len(words) < 2 + titled or _INITIAL.fullmatch(words[-1]) or words[-1] in JOINS:
        return " ".join(words + suffix)
    first = words[: 1 + titled]
    return " ".join([*first, f"{_surname(words)[0].upper()}.", *suffix])


def _surname(words: list[str]) -> str:
    """Return the last name without what may stand before it ("van", "(" or a quote)."""
    for word in reversed(words[1:]):
        bare = word.strip("()\"'“”‘’.")
        if bare and bare.lower() not in _PARTICLES:
            return bare
    return words[-1]
