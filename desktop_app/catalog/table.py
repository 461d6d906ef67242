"""Tables of words, written as one reads them."""

from __future__ import annotations


def table(text: str) -> frozenset[str]:
    """Return the words of ``text`` as a set."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """Return the phrases of ``text``, which "|" separates, as a set."""
    return frozenset(" ".join(phrase.split()) for phrase in text.split("|"))
