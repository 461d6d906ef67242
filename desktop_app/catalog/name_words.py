"""One word of a name: whether it is one, whether the name ends with it, how it is spelt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.catalog.given import GIVEN, WORDLIKE
from desktop_app.catalog.people_words import ABBREVIATED_TITLES, HISTORIC
from desktop_app.catalog.words import (
    EVENT_HEADS,
    JOINS,
    MONTHS,
    PREPOSITIONS,
    SPEAKER_WORDS,
    STEP_WORDS,
    TOPICS,
)

if TYPE_CHECKING:
    from desktop_app.catalog.tokens import Line

NO_NAME = TOPICS | PREPOSITIONS | EVENT_HEADS | MONTHS | STEP_WORDS | JOINS | SPEAKER_WORDS
"""Words that are no part of a name unless more speaks for it."""


def is_given(low: str) -> bool:
    """Return whether a word is a given name; of two with a hyphen the first decides."""
    return low in GIVEN or ("-" in low and low.partition("-")[0] in GIVEN)


def is_mostly_name(line: Line, at: int) -> bool:
    """Return whether the word at ``at`` is a given name and hardly anything else."""
    low = line.low[at]
    return is_given(low) and low not in WORDLIKE and low not in HISTORIC and not line.used[at]


def closes(line: Line, at: int) -> bool:
    """Return whether no surname, initial or possessive follows."""
    low = line.low_at(at)
    if line.kind_at(at) in {"p", "h"}:
        return False
    return line.kind_at(at) != "w" or not line.cap[at] or low in NO_NAME or line.used[at]


def spelt_word(line: Line, at: int) -> str:
    """Return one word of a name as it should be read."""
    text = line.text[at]
    if line.low[at] in JOINS:
        return "&"
    if text[0] == '"':
        return text.title() if line.flat else text
    if line.flat and line.low[at] in ABBREVIATED_TITLES:
        return text.rstrip(".") + "."
    shouted = text.isupper() and len(text) > 2 and "." not in text
    return text.title() if shouted or (line.flat and "-" in text) else text


def spelt(line: Line, start: int, end: int) -> str:
    """Return a name of several words."""
    return " ".join(spelt_word(line, at) for at in range(start, end))
