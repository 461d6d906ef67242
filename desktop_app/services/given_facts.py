"""What a person may say that a talk is: tidied where it can be, refused where it makes no sense."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.shelves import Fact
from desktop_app.base.typed import one_line
from desktop_app.catalog.topics import TOPICS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop_app.base.shelves import FactValue

_LONGEST = 300
_FIRST_YEAR = 1935
"""Before that there was no fellowship, and hardly a recording."""
_STEPS = range(1, 13)
_MOST_PARTS = 999


def checked(fields: Mapping[Fact, FactValue], year: int) -> dict[Fact, FactValue]:
    """Return the fields as they are to be kept; ``year`` is the present one.

    Raises:
        KnownError: One of them makes no sense.
    """
    return {field: _checked(field, value, year) for field, value in fields.items()}


def _checked(field: Fact, value: FactValue, year: int) -> FactValue:
    several: dict[Fact, Callable[[FactValue], FactValue]] = {
        Fact.SPEAKERS: _names,
        Fact.TOPICS: _topics,
        Fact.STEPS: _steps,
    }
    if field in several:
        return several[field](value)
    if field is Fact.YEAR:
        return _number(value, "year", _FIRST_YEAR, year + 1)
    if field in {Fact.PART, Fact.OF}:
        return _number(value, "number of a part", 1, _MOST_PARTS)
    text = _line(value)
    return text if text or field is Fact.SUBJECT else None


def _names(value: FactValue) -> tuple[str, ...]:
    if not isinstance(value, tuple):
        raise _nonsense(value, "speakers", "Name each of them by itself.")
    return tuple(dict.fromkeys(filter(None, (_line(each) for each in value))))


def _topics(value: FactValue) -> tuple[str, ...]:
    keys = tuple(each.casefold() for each in _names(value))
    for key in keys:
        if key not in TOPICS:
            raise _nonsense(key, "topic", f"Choose of these: {', '.join(TOPICS)}.")
    return keys


def _steps(value: FactValue) -> tuple[int, ...]:
    if not isinstance(value, tuple):
        raise _nonsense(value, "step", "Give their numbers.")
    for each in value:
        if each not in _STEPS or isinstance(each, bool):
            raise _nonsense(each, "step", "There are steps 1 to 12.")
    return tuple(sorted({each for each in value if isinstance(each, int)}))


def _number(value: FactValue, what: str, first: int, last: int) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not first <= value <= last:
        raise _nonsense(value, what, f"It can be {first} to {last}, or nothing.")
    return value


def _line(value: object) -> str:
    if value is None:
        return ""
    if not isinstance(value, str):
        raise _nonsense(value, "text", "Type words.")
    text = one_line(value)
    if len(text) > _LONGEST:
        why = f"it has {len(text)} letters"
        raise KnownError("This text is too long", why, f"Use up to {_LONGEST}.")
    return text


def _nonsense(value: object, what: str, advice: str) -> KnownError:
    return KnownError(f"“{value}” is no {what}", "", advice)
