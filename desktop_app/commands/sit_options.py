"""What the options of ``sit`` mean: a preset, changed where the person says so."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from desktop_app.base.errors import KnownError
from desktop_app.base.matching import fits, words
from desktop_app.base.sittings import Preset
from desktop_app.commands.terminal import clock, spoken
from desktop_app.meditation.bells import AMBIENCES, BELLS
from desktop_app.meditation.plan import LONGEST, length

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop_app.base.sittings import Guided

NONE: Final = "none"
"""The word that takes something out of a preset."""
UNKNOWN_LENGTH = 600.0
"""Seconds to sit with a talk of which nobody knows how long it is."""
T = TypeVar("T")


class Minutes(click.ParamType[float]):
    """Minutes, as ``20``, ``0.25`` or ``12:30``; the value is seconds."""

    name = "minutes"

    def convert(
        self, value: str | float, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Return seconds; anything but a time beyond nothing is wrong usage."""
        if isinstance(value, float):
            return value
        try:
            seconds = _seconds(value.strip())
        except ValueError:
            seconds = math.nan
        if not 0 < seconds < math.inf:
            self.fail(f"{value!r} is no number of minutes.", param, ctx)
        return seconds


class OrNone(click.ParamType[object]):
    """What another type reads, or the word ``none``."""

    def __init__(self, inner: click.ParamType[Any]) -> None:
        self._inner = inner
        self.name = inner.name

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> object:
        """Return the inner type's value, or ``none``."""
        if isinstance(value, str) and value.strip().casefold() == NONE:
            return NONE
        return self._inner.convert(value, param, ctx)


class SeveralMinutes(click.ParamType[tuple[float, ...]]):
    """Minutes with commas between them; the value is a tuple of seconds."""

    name = "minutes"

    def convert(
        self,
        value: str | tuple[float, ...],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[float, ...]:
        """Return seconds in their order, each once."""
        if isinstance(value, tuple):
            return value
        return tuple(sorted({Minutes().convert(each, param, ctx) for each in value.split(",")}))


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the options say, times in seconds; None leaves the preset as it is.

    ``strikes`` are those of the bell at the end; ``volume`` is that of the ambience, in percent;
    ``no_talk`` takes a preset's guided talk away.
    """

    minutes: float | None = None
    settle: float | None = None
    bell_every: float | str | None = None
    bell_at: tuple[float, ...] | str | None = None
    bell: str | None = None
    strikes: int | None = None
    ambience: str | None = None
    volume: int | None = None
    no_talk: bool = False

    @property
    def rings(self) -> bool:
        """Whether they say something of bells that have to be there for it."""
        about = (self.bell_every, self.bell_at, self.strikes or None)
        return any(each is not None and each != NONE for each in about)


def plain(seconds: float) -> Preset:
    """Return a sitting that is no preset: a bell, the time, and a bell."""
    return Preset("", length=seconds)


def wished(preset: Preset, wishes: Wishes, guided: Guided | None = None) -> Preset:
    """Return ``preset`` changed in what was wished, and in nothing else.

    Raises:
        KnownError: There is no such bell or ambience, or a wish could not be heard.
    """
    changes: dict[str, Any] = {
        "length": wishes.minutes,
        "settle": wishes.settle,
        "bell_every": wishes.bell_every,
        "bell_at": () if wishes.bell_at == NONE else wishes.bell_at,
        "bell": _sound(wishes.bell, BELLS, "bell"),
        "end_strikes": wishes.strikes,
        "ambience": _sound(wishes.ambience, AMBIENCES, "ambience"),
        "ambience_volume": None if wishes.volume is None else wishes.volume / 100,
        "guided": NONE if wishes.no_talk else guided,
    }
    given = {key: value for key, value in changes.items() if value is not None}
    bare: dict[str, Any] = {key: None if value == NONE else value for key, value in given.items()}
    made = replace(preset, **bare)
    _check(made, wishes)
    return made


def meant(typed: str, among: Iterable[T], name: Callable[[T], str]) -> tuple[T, ...]:
    """Return what has this name, else what has a name that begins so, else with such words.

    Case, accents and punctuation do not matter.
    """
    there = tuple(among)
    wanted = words(typed)
    line = " ".join(wanted)
    exact = tuple(each for each in there if name(each).casefold() == typed.casefold())
    if exact or not wanted:
        return exact
    said = [(each, " ".join(words(name(each)))) for each in there]
    return (
        tuple(each for each, text in said if text == line)
        or tuple(each for each, text in said if text.startswith(line))
        or tuple(each for each, text in said if fits(wanted, text))
    )


def _check(made: Preset, wishes: Wishes) -> None:
    if wishes.rings and made.bell is None:
        raise KnownError("This sitting has no bell that could ring", "", "Choose one with --bell.")
    if wishes.volume is not None and made.ambience is None:
        raise KnownError("This sitting has no ambience", "", "Choose one with --ambience.")
    last = max(made.bell_at if wishes.bell_at else (), default=0.0)
    if last >= length(made):
        raise KnownError(
            f"No bell can ring at {clock(last) if last < LONGEST else 'such a time'}",
            f"the sitting lasts {spoken(length(made))}",
            "Choose an earlier time.",
        )


def _sound(typed: str | None, names: tuple[str, ...], kind: str) -> str | None:
    """Return the bell or ambience that was typed.

    Raises:
        KnownError: There is none, or it is the beginning of several.
    """
    if typed is None:
        return None
    found = meant(typed, (*names, NONE), str)
    if len(found) == 1:
        return found[0]
    raise KnownError(
        f"There is no {kind} “{typed}”" if not found else f"“{typed}” may be more than one {kind}",
        "",
        f"Choose {', '.join(names)} or {NONE}.",
    )


def _seconds(text: str) -> float:
    """Read ``M`` or ``M:SS``.

    Raises:
        ValueError: It is neither.
    """
    minutes, colon, rest = text.partition(":")
    if not colon:
        return float(minutes) * 60
    if not (minutes.isdecimal() and rest.isdecimal() and len(rest) == 2 and int(rest) < 60):
        raise ValueError(text)
    return int(minutes) * 60.0 + int(rest)
