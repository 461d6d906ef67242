"""How a download reads on a terminal: pure lines that fit any width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.base.shelf import Wait, WaitFor
from desktop_app.commands.bars import columns, elide
from desktop_app.commands.terminal import bar

if TYPE_CHECKING:
    from datetime import datetime

_GAP = "  "
_LEAST_TITLE = 20
"""Columns of the title for which figures give way."""
_MOST_TITLE = 48
_LEAST_REASON = 28
"""Columns for why it waits, for which the title gives way."""
_SOON = 0.5
"""Seconds left that are not worth a word."""


@dataclass(frozen=True, slots=True)
class Row:
    """One file under way: bytes so far, bytes in all (None: not known), bytes a second.

    ``waits``: in words why it does not move.
    """

    title: str
    received: int
    total: int | None
    speed: float
    waits: str = ""


@dataclass(frozen=True, slots=True)
class Total:
    """All files together; ``about``: the bytes of some are guessed from those of the others."""

    done: int
    files: int
    received: int
    total: int | None
    speed: float
    about: bool = False


def row_line(row: Row, width: int) -> str:
    """Return the line of one file in less than ``width`` columns."""
    room = width - 1
    figures = _figures(row)
    fits = (each for each in figures if room - columns(each) >= _LEAST_TITLE)
    told = next(fits, figures[-1] if columns(figures[-1]) < room else "")
    title = min(room - columns(told), _MOST_TITLE)
    if row.waits:
        title = min(title, max(room - _LEAST_REASON, room // 3))
        told = elide(f"{_GAP}{row.waits}", room - title)
    shown = elide(row.title, title)
    return shown + " " * (title - columns(shown)) + told


def total_line(total: Total, width: int) -> str:
    """Return the line of all files, in less than ``width`` columns."""
    files = f"{total.done} of {total.files} files"
    moved = amount(total.received, total.total, about=total.about)
    speed = f"{size(total.speed)}/s" if total.speed else ""
    left = time_left(total.received, total.total, total.speed)
    full = " · ".join(part for part in (files, moved, speed, left) if part)
    short = " · ".join(part for part in (files, left or speed) if part)
    fits = next((line for line in (full, short) if columns(line) < width), files)
    return elide(fits, width - 1)


def _figures(row: Row) -> list[str]:
    """Return what is told beside the title: the fullest first, the shortest last."""
    done = amount(row.received, row.total).rjust(17)
    speed = f"{size(row.speed)}/s".rjust(9)
    if row.total is None:
        return [f"{_GAP}{done}{_GAP}{speed}", f"{_GAP}{done}", f"{_GAP}{size(row.received)}"]
    share = row.received / row.total if row.total else 1.0
    percent = f"{min(int(100 * share), 100):>3} %"
    left = time_left(row.received, row.total, row.speed)
    if row.received >= row.total:
        left = "is checked"
    left = left.ljust(11)
    return [
        f"{_GAP}{bar(share, 20)}{_GAP}{done}{_GAP}{speed}{_GAP}{left}",
        f"{_GAP}{bar(share, 10)}{_GAP}{done}{_GAP}{speed}{_GAP}{left}",
        f"{_GAP}{bar(share, 10)} {percent}{_GAP}{left}",
        f"{_GAP}{bar(share, 10)} {percent}",
        f" {percent}",
    ]


def size(count: float) -> str:
    """Return bytes in a unit that reads well, as disks are sold: 1 MB is a million."""
    for unit, factor in (("GB", 1e9), ("MB", 1e6)):
        if count >= factor:
            return f"{count / factor:.1f} {unit}"
    return f"{count / 1e3:.0f} kB"


def amount(received: int, total: int | None, *, about: bool = False) -> str:
    """Return "12.4 of 45.0 MB"; what has units of its own names both."""
    if total is None:
        return size(received)
    had, whole = size(received), size(total)
    if had[-2:] == whole[-2:]:
        had = had[:-3]
    return f"{had} of {'about ' if about else ''}{whole}"


def time_left(received: int, total: int | None, speed: float) -> str:
    """Return "2 min left"; nothing where it cannot be known."""
    if total is None or speed <= 0 or total <= received:
        return ""
    seconds = (total - received) / speed
    if seconds < _SOON:
        return ""
    if seconds < 60:
        return f"{max(1, round(seconds))} s left"
    hours, minutes = divmod(round(seconds / 60), 60)
    if hours >= 100:
        return "days left"
    return f"{hours} h {minutes} min left" if hours else f"{minutes} min left"


_WAITS = {
    WaitFor.TURN: "waits for its turn",
    WaitFor.SERVER: "waits for others from {detail}",
    WaitFor.RETRY: "{detail}, tried again {when}",
    WaitFor.HOURS: "waits for the hours of downloads",
    WaitFor.ROOM: "waits for room: {detail}",
    WaitFor.LINE: "waits for the connection",
    WaitFor.PAUSE: "stands still",
}


def wait_words(wait: Wait, now: datetime) -> str:
    """Return why a download does not move."""
    seconds = (wait.until - now).total_seconds() if wait.until else 0
    when = f"in {round(seconds)} s" if seconds >= 1 else "now"
    if seconds >= 100:
        when = f"in {round(seconds / 60)} min"
    return _WAITS[wait.reason].format(detail=wait.detail, when=when)
