"""First names that are listed with names that are sure ("Viv, Hank W. & Dr. Lena")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.catalog.given import WORDS_FIRST
from desktop_app.catalog.name_words import closes, is_given, is_mostly_name, spelt
from desktop_app.catalog.people_words import HONORIFICS, NAME_INTRODUCERS
from desktop_app.catalog.words import JOINS

if TYPE_CHECKING:
    from desktop_app.catalog.tokens import Line

_BETWEEN = JOINS | {",", ">", "/"}


def listed_before(line: Line, start: int) -> list[str]:
    """Return the first names listed before the name at ``start``, explained."""
    spans: list[tuple[int, int]] = []
    at = start
    while line.low_at(at - 1) in _BETWEEN:
        end = at - 1
        if line.low_at(end) in JOINS and line.kind_at(end - 1) == "c":
            end -= 1
        first = _item_start(line, end)
        if first is None:
            break
        spans.insert(0, (first, end))
        at = first
    if not spans or not begins_list(line, at):
        return []
    line.explain(at, start)
    return [spelt(line, *span) for span in spans]


def listed_after(line: Line, end: int) -> list[str]:
    """Return the first names listed after the name that ends at ``end``, explained.

    The list must end with "and" and a name that is hardly a word; a comma alone joins a place.
    """
    spans: list[tuple[int, int]] = []
    at, joint = end, ""
    while start := _joint_end(line, at):
        stop = item_end(line, start)
        if not stop:
            break
        spans.append((start, stop))
        at, joint = stop, line.low[start - 1]
    if joint in {"", ","} or not closes(line, at) or not is_mostly_name(line, at - 1):
        return []
    line.explain(end, at)
    return [spelt(line, *span) for span in spans]


def begins_list(line: Line, at: int) -> bool:
    """Return whether a list of names may begin at ``at``."""
    return line.kind_at(at - 1) in "sn" or line.low_at(at - 1) in NAME_INTRODUCERS


def item_end(line: Line, start: int) -> int:
    """Return where the first name at ``start`` ends, with what stands before it; 0: none."""
    titled = line.low_at(start) in HONORIFICS and start + 1 < len(line) and line.cap[start]
    at = start + 1 if titled and is_given(line.low[start + 1]) else start
    return at + 1 if _may_be_item(line, at) else 0


def _item_start(line: Line, end: int) -> int | None:
    at = end - 1
    if at < 0 or not _may_be_item(line, at) or not (at < end and is_mostly_name(line, at)):
        return None
    return at - 1 if at and line.low[at - 1] in HONORIFICS and line.cap[at - 1] else at


def _may_be_item(line: Line, at: int) -> bool:
    if at >= len(line) or not line.cap[at] or line.used[at]:
        return False
    return is_given(line.low[at]) and line.low[at] not in WORDS_FIRST


def _joint_end(line: Line, at: int) -> int:
    """Return where the next item of the list begins, 0 if nothing joins one."""
    if line.low_at(at) in {"talks", "talking", "speaks"} and line.low_at(at + 1) == "with":
        return at + 2
    if line.kind_at(at) == "c" and line.low_at(at + 1) in JOINS:
        at += 1
    return at + 1 if line.low_at(at) in _BETWEEN and at + 1 < len(line) else 0
