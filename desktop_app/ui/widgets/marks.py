"""The places in a talk that have a name: its chapters, and the bookmarks of the person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop_app.base.model import Bookmark
    from desktop_app.base.parsed import Chapter

GRACE = 3.0
"""Seconds after a place within which "back" means the place before it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the line, in seconds, and what is said of it."""

    place: float
    words: str = ""
    bookmark: bool = True


def marks_of(bookmarks: Sequence[Bookmark], chapters: Sequence[Chapter]) -> tuple[Mark, ...]:
    """Return the marks of a talk in the order of its time.

    A chapter that begins with the talk marks nothing that could not be seen.
    """
    marks = [Mark(each.position, each.note or tr("Bookmark")) for each in bookmarks]
    marks += [
        Mark(chapter.start, chapter_title(number, chapter), bookmark=False)
        for number, chapter in enumerate(chapters)
        if chapter.start >= 1
    ]
    return tuple(sorted(marks, key=lambda mark: mark.place))


def chapter_title(number: int, chapter: Chapter) -> str:
    """Return what a chapter is called; ``number`` counts from 0."""
    return chapter.title.strip() or tr("Chapter {n}", n=number + 1)


def near(marks: Iterable[Mark], place: float, reach: float) -> Mark | None:
    """Return the mark nearest to a place, at most ``reach`` seconds away; a bookmark first."""
    there = (mark for mark in marks if abs(mark.place - place) <= reach)
    return min(there, key=lambda m: (abs(m.place - place), not m.bookmark), default=None)


def current(chapters: Sequence[Chapter], place: float) -> int:
    """Return the number of the chapter at ``place`` seconds; -1 before the first."""
    begun = [at for at, chapter in enumerate(chapters) if chapter.start <= place]
    return max(begun, key=lambda at: (chapters[at].start, at), default=-1)


def following(places: Iterable[float], place: float) -> float | None:
    """Return the next of these places; None: there is none."""
    return min((each for each in places if each > place + 0.5), default=None)


def preceding(places: Iterable[float], place: float) -> float | None:
    """Return the last of these places that lies well before this one; None: there is none."""
    return max((each for each in places if each < place - GRACE), default=None)
