"""Whether a feed holds talks or meditations, which decides what its episodes are called."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop_app.base.model import FeedKind

if TYPE_CHECKING:
    from collections.abc import Sequence

_GUIDED = re.compile(
    r"\b(?:guided|sleep|bedtime|body scan|relaxation|mindfulness|breathing|morning|evening)"
    r"\s+(?:\w+\s+)?meditations?\b|\bmeditations?\s+(?:podcast|minis?|oasis|for|to help)\b"
    r"|\bbody scan|\byoga nidra|\bmeditaci(?:ó|o)n(?:es)? guiadas?|\bméditations? guidées?"
    r"|\bmeditate (?:with|along)|\bmeditations\b",
    re.IGNORECASE,
)
_MEDITATION = re.compile(r"\bmeditat\w*|\bmindful\w*|\bmeditaci\w*|\bméditat\w*", re.IGNORECASE)
_TALKS = re.compile(
    r"\bdharma\b|\bdhamma\b|\btalks?\b|\binterviews?\b|\bconversations?\b|\bspeakers?\b|\bsermons?\b"
    r"|\brecover(?:y|ed)\b|\bsober|\bsobriety\b|\balcohol|\baddict|\b12[- ]step|\btwelve[- ]step"
    r"|\bal-?anon\b|\banonymous\b|\bbig book\b",
    re.IGNORECASE,
)


def guess_kind(
    title: str, description: str, categories: Sequence[str], group: str = ""
) -> FeedKind:
    """Return what a feed's episodes most likely are; talks when nothing speaks for meditations.

    The catalogue's group decides where it can. "Meditation talks" are talks *about*
    meditation, unless the feed's own title says that it guides one. For other feeds the title
    counts most, then the categories, and last the first sentences of the description.
    """
    guided = _GUIDED.search(title) is not None
    if group == "Guided meditations":
        return FeedKind.MEDITATIONS
    if group == "Meditation talks":
        certain = guided and not _TALKS.search(title)
        return FeedKind.MEDITATIONS if certain else FeedKind.TALKS
    if group or _TALKS.search(title):
        return FeedKind.TALKS
    if guided or _MEDITATION.search(title):
        return FeedKind.MEDITATIONS
    start = description[:400]
    named = any(_MEDITATION.search(category) for category in categories)
    if _TALKS.search(start) and not named:
        return FeedKind.TALKS
    return FeedKind.MEDITATIONS if named or _GUIDED.search(start) else FeedKind.TALKS
