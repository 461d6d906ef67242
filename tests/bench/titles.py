"""Reading titles: µs of CPU for each (median, mean and 95th), with all other sources too, and how
well.

The titles are our invented ones and those of the feeds that the refresh bench makes, which are
longer. The peer is a bare pass of the same titles through one regular expression that cuts words.
Goal: 100 µs a title; precision 0.95 and recall 0.90.
"""

from __future__ import annotations

import re
import statistics
import time
from typing import TYPE_CHECKING, TypeVar

from desktop_app.base.parsed import TalkSource
from desktop_app.catalog.talks import read_talk
from desktop_app.catalog.titles import read_title
from desktop_app.feeds.parse import parse
from tests.bench import _pods
from tests.catalog import scoring

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_T = TypeVar("_T")
ROUNDS = 30
_WORD = re.compile(r"\w+|\S")
_NOTES = "<p>A talk from the archive.</p>" + "<p>Recorded long ago; the sound is thin.</p>" * 20


def main() -> None:
    """Measure and print."""
    titles = [row["title"] for row in scoring.invented()]
    talks = [
        TalkSource(title, "Nora J.", "Harbour Lights", "The Keeper", _NOTES, f"/talks/{number}.mp3")
        for number, title in enumerate(titles)
    ]
    _measure("invented", talks)
    _measure("refresh bench", _made())
    print("\n".join(["", "invented:", *scoring.lines(scoring.invented())]))
    if scoring.LABELLED.exists():
        print("\n".join(["", "labelled:", *scoring.lines(scoring.labelled())]))


def _made() -> list[TalkSource]:
    """Return the talks of a feed of the refresh bench, with as much of the notes as is read."""
    feed = parse(_pods.document("1", more=False), {})
    return [
        TalkSource(talk.title, talk.author or "", feed.title, feed.author or "", talk.notes[:1500])
        for talk in feed.episodes
    ]


def _measure(name: str, talks: Sequence[TalkSource]) -> None:
    titles = [talk.title for talk in talks]
    peer = _microseconds(_WORD.findall, titles)
    print(f"{name}: {len(talks)} titles")
    for what, found in (
        ("words (peer)", peer),
        ("read_title", _microseconds(read_title, titles)),
        ("read_talk", _microseconds(read_talk, talks)),
    ):
        print(
            f"{what:13} median {statistics.median(found):6.1f} µs"
            f"   mean {statistics.fmean(found):6.1f} µs"
            f"   95th {statistics.quantiles(found, n=20)[-1]:6.1f} µs"
            f"   × {statistics.median(found) / statistics.median(peer):.1f}"
        )


def _microseconds(read: Callable[[_T], object], texts: Sequence[_T]) -> list[float]:
    """Return the best time for each text."""
    best = [float("inf")] * len(texts)
    for _ in range(ROUNDS):
        for at, text in enumerate(texts):
            begun = time.process_time_ns()
            read(text)
            best[at] = min(best[at], time.process_time_ns() - begun)
    return [nanoseconds / 1000 for nanoseconds in best]


if __name__ == "__main__":
    main()
