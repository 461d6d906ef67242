"""What the core says, in the person's language.

The core speaks English: its sentences go into the log, the command line and the library, where
another language may be chosen later. So they are translated where they are shown, by the templates
that the catalogue has of them: "{1} could not be reached" knows "example.org could not be reached".
What no template fits stays as it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication

from desktop_app.base.paths import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.base.errors import KnownError

E = TypeVar("E", bound="KnownError")
TEMPLATES = RESOURCES / "translations" / "sentences.txt"
OF_SYSTEM = (
    "No space left on device",
    "Disk quota exceeded",
    "Permission denied",
    "Read-only file system",
    "Input/output error",
    "No such file or directory",
    "File exists",
    "File name too long",
    "Is a directory",
    "Not a directory",
)
"""What the system says as the cause, most often; the catalogue has these as well."""
_HOLE = re.compile(r"\{(\d+)\}")
_JOINT = re.compile(r"(?<=[.!?]) |[.:,;] | \([^()]*\)\.?$|\.$")
_LONGEST = 600
"""Letters; more is no sentence of ours."""
_MOST_JOINTS = 40
"""So many places at which a text may be parted; the ways to read it grow with their square."""


def error(problem: E) -> E:
    """Return an error of the same kind whose three parts are in the person's language."""
    if not _speaks():
        return problem
    said = type(problem).__new__(type(problem), *problem.args)
    said.__dict__.update(vars(problem))
    said.what, said.why, said.what_next = map(say, (problem.what, problem.why, problem.what_next))
    return said


def say(text: str) -> str:
    """Return one or several of the core's sentences in the person's language, the rest as it is."""
    return _Reader(text).best(text).said if _is_short(text) and _speaks() else text


def _is_short(text: str) -> bool:
    """Tell whether a text may be of ours; a feed's title can be long and full of stops."""
    return len(text) <= _LONGEST and len(_JOINT.findall(text)) <= _MOST_JOINTS


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to understand a text: what it comes to, and how many of its letters were known."""

    said: str
    known: int = 0


def _speaks() -> bool:
    return _in_their_words(OF_SYSTEM[0]) is not None


def _in_their_words(template: str) -> str | None:
    said = QCoreApplication.translate("core", template)
    return said if said != template else None


class _Reader:
    """Reads one text; what it has found out about a part of it is not asked again."""

    def __init__(self, whole: str) -> None:
        self._found: dict[str, _Reading] = {}
        self._near = [each for each in _templates() if each[1] in whole]

    def best(self, text: str) -> _Reading:
        """Return the way to read a text that knows the most of it."""
        if text not in self._found:
            self._found[text] = self._read(text)
        return self._found[text]

    def _read(self, text: str) -> _Reading:
        of_system = text.capitalize() in OF_SYSTEM
        whole = _in_their_words(text.capitalize() if of_system else text) if text else None
        if whole is not None:
            return _Reading(whole, len(text))
        ways = [_Reading(text), *self._of_templates(text), *self._parted(text)]
        return max(ways, key=lambda way: way.known)

    def _of_templates(self, text: str) -> Iterator[_Reading]:
        for template, longest in self._near:
            found = _pattern(template).fullmatch(text) if longest in text else None
            said = _in_their_words(template) if found else None
            if found and said is not None:
                values = [self.best(value) for value in found.groups()]
                unknown = sum(map(len, found.groups())) - sum(one.known for one in values)
                yield _Reading(_HOLE.sub(partial(_filled, values), said), len(text) - unknown)

    def _parted(self, text: str) -> Iterator[_Reading]:
        """Return what comes of a text as several: sentences, a cause, an aside at the end."""
        for part in _JOINT.finditer(text):
            first, rest = self.best(text[: part.start()]), self.best(text[part.end() :])
            yield _Reading(f"{first.said}{part[0]}{rest.said}", first.known + rest.known)


def _filled(values: list[_Reading], hole: re.Match[str]) -> str:
    return values[int(hole[1]) - 1].said


@lru_cache(maxsize=1)
def _templates() -> tuple[tuple[str, str], ...]:
    """Return the templates that have holes, each with its longest words; the most telling first."""
    lines = [line for line in TEMPLATES.read_text("utf-8").splitlines() if _HOLE.search(line)]
    pieces = {line: [piece for piece in _HOLE.split(line)[::2] if piece] for line in lines}
    lines.sort(key=lambda line: -sum(map(len, pieces[line])))
    return tuple((line, max(pieces[line], key=len)) for line in lines)


@lru_cache(maxsize=256)
def _pattern(template: str) -> re.Pattern[str]:
    """Return what fits a template; a hole takes as little as it can."""
    parts = _HOLE.split(template)
    parts[::2] = map(re.escape, parts[::2])
    parts[1::2] = ["(.*?)"] * len(parts[1::2])
    return re.compile("".join(parts), re.DOTALL)
