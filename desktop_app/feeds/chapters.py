"""Chapters that a publisher keeps beside the sound: ``podcast:chapters``. Pure.

The format: https://github.com/Podcastindex-org/podcast-namespace, jsonChapters.md. Pictures and
links in it are left alone: asking for them would tell their hosts who listens to what.
"""

from __future__ import annotations

import json
import math
from typing import Any

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import Chapter
from desktop_app.feeds import tidy

_MOST = 1_000
_LONGEST_TITLE = 300
_MOST_SECONDS = 1_000_000


def read(body: bytes) -> tuple[Chapter, ...]:
    """Return the chapters in the order of their places; those not meant to be listed are left out.

    Raises:
        KnownError: It is no list of chapters.
    """
    try:
        document: Any = json.loads(body)
        given = document["chapters"]
    except (ValueError, RecursionError, KeyError, TypeError):
        given = None
    if not isinstance(given, list):
        raise KnownError(
            "The chapters cannot be read", "what their address gave is no list of them"
        )
    found: dict[float, Chapter] = {}
    for each in given[:_MOST]:
        chapter = _chapter(each)
        if chapter is not None:
            found.setdefault(chapter.start, chapter)
    return tuple(found[start] for start in sorted(found))


def _chapter(given: Any) -> Chapter | None:  # noqa: ANN401 - it is untrusted
    if not isinstance(given, dict) or given.get("toc") is False:
        return None
    start = given.get("startTime")
    if isinstance(start, bool) or not isinstance(start, int | float | str):
        return None
    try:
        place = float(start)
    except (ValueError, OverflowError):
        return None
    if not math.isfinite(place) or not 0 <= place < _MOST_SECONDS:
        return None
    said = given.get("title")
    title = tidy.line(tidy.UNSEEN.sub(" ", said)) if isinstance(said, str) else ""
    return Chapter(place, title[:_LONGEST_TITLE])
