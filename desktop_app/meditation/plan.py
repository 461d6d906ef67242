"""What a sitting will be, as data: when bells ring and words appear."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from itertools import count, takewhile
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import Chapter

if TYPE_CHECKING:
    from desktop_app.base.model import Preset

LONGEST = 24 * 3600.0
"""Seconds that a sitting may take, settling in included; beyond that it is a slip of the finger."""
CLOSEST = 1.0
"""Seconds that bells keep apart: closer together they are one noise."""


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
    """A preset worked out. All times are seconds from the start, settling in included."""

    preset: Preset
    total: float
    bells: tuple[Bell, ...]
    prompts: tuple[Chapter, ...]


def plan(preset: Preset) -> Plan:
    """Work out ``preset``.

    Its prompts, like its interval bells, count from after settling in.

    Raises:
        KnownError: A time is missing, negative, or too long to be meant.
    """
    total = preset.settle + preset.length
    if not (preset.length > 0 and preset.settle >= 0 and total <= LONGEST):
        raise KnownError(
            "This sitting cannot begin",
            "it needs a length of at most 24 hours and a settling-in time that is not negative",
            "Choose another length.",
        )
    if preset.bell_every is not None and not preset.bell_every >= CLOSEST:
        raise KnownError(
            "This sitting cannot begin",
            "bells must be at least a second apart",
            "Choose a longer time between bells.",
        )
    prompts = (Chapter(preset.settle + each.start, each.title) for each in preset.prompts)
    return Plan(
        preset=preset,
        total=total,
        bells=bells(preset),
        prompts=tuple(sorted((p for p in prompts if p.start < total), key=lambda p: p.start)),
    )


def bells(preset: Preset) -> tuple[Bell, ...]:
    """Return the bells of ``preset`` in order: one after settling in, intervals, and the end's.

    Interval bells count from after settling in; none falls on the end bell, nor so shortly
    before it that the two would run together.
    """
    if preset.bell is None:
        return ()
    end = preset.settle + preset.length
    every = preset.bell_every or math.inf
    between = takewhile(
        lambda at: at <= end - CLOSEST, (preset.settle + number * every for number in count(1))
    )
    rung = (
        Bell(preset.settle, preset.start_strikes, BellKind.START),
        *(Bell(at, 1, BellKind.INTERVAL) for at in between),
        Bell(end, preset.end_strikes, BellKind.END),
    )
    return tuple(bell for bell in rung if bell.strikes > 0)
