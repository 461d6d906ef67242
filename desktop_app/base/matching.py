"""How words are compared, wherever something is looked for: no case, no accents, no punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_WORDS = 32
"""More words than these are not asked for."""

_SILENT = "\u0300-\u036f\u00ad\u200b-\u200d\u2060"  # accents, soft hyphens, joiners
_ALONE = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"  # kana and Han: nothing divides their words
_MUTE = re.compile(f"[{_SILENT}]+")
_WORD = re.compile(rf"[{_ALONE}]|[^\W_{_ALONE}]+")
_ASCII_WORD = re.compile(r"[a-z0-9]+")  # the same for most notes, in half the time
_IN_TEXT = re.compile(rf"[{_ALONE}]|(?:[^\W_{_ALONE}]|[{_SILENT}])+")
_BEFORE = 48
_MOST_MARKS = 200


def words(text: str) -> list[str]:
    """Return the words of a text as they are compared.

    What divides a text is decided here, for what is stored and for what is asked.
    """
    if text.isascii():
        return _ASCII_WORD.findall(text.lower())
    text = _MUTE.sub("", unicodedata.normalize("NFKD", text).casefold())
    return _WORD.findall(text.casefold())


def asked(text: str) -> list[str]:
    """Return the words that a person looks for, each once."""
    return list(dict.fromkeys(words(text)[:MOST_WORDS]))


def fits(wanted: Iterable[str], said: str) -> bool:
    """Tell whether each of the words that are wanted begins one of ``said``.

    That is words as :func:`words` gives them, joined by spaces: thousands of lines are looked
    through while somebody types.
    """
    text = f" {said}"
    for each in wanted:  # noqa: SIM110 - a generator for each line takes three times as long
        if f" {each}" not in text:
            return False
    return True


def touches(wanted: Iterable[str], said: str) -> bool:
    """Tell whether one of the words that are wanted begins one of ``said``."""
    text = f" {said}"
    for each in wanted:  # noqa: SIM110 - as above
        if f" {each}" in text:
            return True
    return False


def spans(text: str, wanted: Sequence[str]) -> tuple[tuple[int, int], ...]:
    """Return where in a text, as it is written, words stand that begin as one of the wanted."""
    begins = tuple(wanted)
    return tuple(
        match.span()
        for match in _IN_TEXT.finditer(text)
        if any(word.startswith(begins) for word in _folded(match[0]))
    )


def excerpt(text: str, wanted: Sequence[str], length: int = 180) -> str:
    """Return about ``length`` letters of a text, from where most of the wanted words are."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    marks = spans(text, wanted)[:_MOST_MARKS]
    place = _best(text, marks, length)
    start = max(0, min(place - _BEFORE, len(text) - length))
    if start:
        start = _after_space(text, start, place)
    end = start + length
    if end < len(text):
        space = text.rfind(" ", place + length // 4, end + 1)
        end = space if space > 0 else end
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return f"{before}{text[start:end]}{after}"


def _best(text: str, marks: Sequence[tuple[int, int]], length: int) -> int:
    """Return the mark from which on the most different marked words can be seen."""

    def seen(start: int) -> int:
        until = start + length - _BEFORE
        return len({text[a:b].casefold() for a, b in marks if start <= a and b <= until})

    return max((start for start, _ in marks), key=seen, default=0)


def _after_space(text: str, start: int, place: int) -> int:
    space = text.find(" ", start, place)
    return space + 1 if space >= 0 else start


@lru_cache(maxsize=16_384)
def _folded(word: str) -> tuple[str, ...]:
    return tuple(words(word))
