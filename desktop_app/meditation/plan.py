"""What a sitting will be, as data: when bells ring and words appear."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from itertools import count, pairwise, takewhile
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import Chapter
from desktop_app.meditation.bells import STRIKE_EVERY

if TYPE_CHECKING:
    from desktop_app.base.sittings import Preset

LONGEST = 24 * 3600.0
"""Seconds that a sitting may take, settling in included; beyond that it is a slip of the finger."""
CLOSEST = 1.0
"""Seconds that bells keep apart: closer together they are one noise."""
MOST_STRIKES = 12
_TOGETHER = 0.1
"""Seconds within which two strokes are one."""


class BellKind(StrEnum):
    """Why a bell rings."""

    START = "start"
    INTERVAL = "interval"
    END = "end"


@dataclass(frozen=True, slots=True)
class Bell:
    """A bell of ``strikes`` strikes, ``at`` seconds from the start (settling in included)."""

    at: float
    strikes: int
    kind: BellKind


@dataclass(frozen=True, slots=True)
class Plan:
    """A preset worked out. All times are seconds from the start, settling in included.

    ``strokes`` are the times of every single stroke; those of the end bell but for its first lie
    after ``total``.
    """

    preset: Preset
    total: float
    bells: tuple[Bell, ...]
    strokes: tuple[float, ...]
    prompts: tuple[Chapter, ...]


def length(preset: Preset) -> float:
    """Return the seconds to sit after settling in: the preset's, or those of a longer talk."""
    guided = preset.guided.duration if preset.guided else None
    return max(preset.length, guided or 0.0)


def plan(preset: Preset) -> Plan:
    """Work out ``preset``.

    Its prompts, like its interval bells, count from after settling in.

    Raises:
        KnownError: A time is missing, negative, or too long to be meant.
    """
    total = preset.settle + length(preset)
    _check(preset, total)
    prompts = (Chapter(preset.settle + each.start, each.title) for each in preset.prompts)
    rung = bells(preset)
    return Plan(
        preset=preset,
        total=total,
        bells=rung,
        strokes=_strokes(rung, preset.bell),
        prompts=tuple(sorted((p for p in prompts if p.start < total), key=lambda p: p.start)),
    )


def bells(preset: Preset) -> tuple[Bell, ...]:
    """Return the bells of ``preset`` in order: one after settling in, intervals, and the end's.

    Interval bells and those at chosen times count from after settling in, and ring once each;
    none falls on the bell at the start or the end, nor so close to one that the two would run
    together.
    """
    if preset.bell is None:
        return ()
    sat = length(preset)
    every = preset.bell_every or math.inf
    regular = takewhile(lambda at: at < sat, (number * every for number in count(1)))
    first = CLOSEST if preset.start_strikes else 0.0
    between: list[float] = []
    for at in sorted((*regular, *preset.bell_at)):
        apart = not between or at - between[-1] >= CLOSEST
        if apart and first <= at <= sat - CLOSEST:
            between.append(at)
    rung = (
        Bell(preset.settle, preset.start_strikes, BellKind.START),
        *(Bell(preset.settle + at, 1, BellKind.INTERVAL) for at in between),
        Bell(preset.settle + sat, preset.end_strikes, BellKind.END),
    )
    return tuple(bell for bell in rung if bell.strikes > 0)


def _strokes(rung: tuple[Bell, ...], bell: str | None) -> tuple[float, ...]:
    """Return the times of all strokes; one that another bell strikes with is left out."""
    apart = STRIKE_EVERY[bell] if bell else 0.0
    every = sorted(each.at + number * apart for each in rung for number in range(each.strikes))
    return tuple(at for before, at in pairwise((-math.inf, *every)) if at - before > _TOGETHER)


def _check(preset: Preset, total: float) -> None:
    if not (preset.length > 0 and preset.settle >= 0 and total <= LONGEST):
        raise _refused(
            "it needs a length of at most 24 hours and a settling-in time that is not negative",
            "Choose another length.",
        )
    if preset.bell is not None and preset.bell not in STRIKE_EVERY:
        raise _refused(
            f"there is no bell called {preset.bell}", f"Choose one of {', '.join(STRIKE_EVERY)}."
        )
    if preset.bell_every is not None and not preset.bell_every >= CLOSEST:
        raise _refused(
            "bells must be at least a second apart", "Choose a longer time between bells."
        )
    strikes = (preset.start_strikes, preset.end_strikes)
    if not all(0 <= each <= MOST_STRIKES for each in strikes):
        raise _refused(f"a bell can be struck up to {MOST_STRIKES} times", "Choose fewer strikes.")


def _refused(why: str, what_next: str) -> KnownError:
    return KnownError("This sitting cannot begin", why, what_next)
