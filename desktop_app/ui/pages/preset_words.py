"""What is typed on the page of a preset, read and told back; all of it pure.

Lengths and times are seconds; typed, they are minutes ("20", "7.5") or minutes and seconds
("12:30", "1:05:00" with hours).
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.base.parsed import Chapter
from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop_app.base.sittings import Guided, Preset

LONGEST = 24 * 3600.0
LONGEST_NAME = 80
_MINUTES = re.compile(r"(\d{1,5})(?:\.(\d{1,3}))?")
_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,5}):([0-5]\d)")
_LINE = re.compile(r"(\S+)(?:\s+(.*))?", re.DOTALL)
_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the fields, right or wrong."""

    name: str
    length: str
    settle: float
    bell: str | None
    start_strikes: int
    end_strikes: int
    every: str
    at: str
    ambience: str | None
    volume: float
    guided: Guided | None
    prompts: str


@dataclass(frozen=True, slots=True)
class Read:
    """What a draft says: a preset, or what is wrong with which fields of :class:`Draft`."""

    preset: Preset | None
    faults: dict[str, str]


def draft_of(preset: Preset) -> Draft:
    """Return a preset as it stands in the fields; the name is the one that is shown."""
    return Draft(
        name=tr(preset.name) if preset.built_in else preset.name,
        length=as_typed(preset.length),
        settle=preset.settle,
        bell=preset.bell,
        start_strikes=preset.start_strikes,
        end_strikes=preset.end_strikes,
        every=as_typed(preset.bell_every) if preset.bell_every else "",
        at=", ".join(map(as_typed, preset.bell_at)),
        ambience=preset.ambience,
        volume=preset.ambience_volume,
        guided=preset.guided,
        prompts="\n".join(f"{words.clock(each.start)} {each.title}" for each in preset.prompts),
    )


def read(draft: Draft, known: Preset) -> Read:
    """Return the preset that ``draft`` says, which ``known`` becomes by it, or what is wrong."""
    faults: dict[str, str] = {}
    length = seconds(draft.length)
    if length is None or not 1 <= length <= LONGEST:
        faults["length"], length = _length_fault(length), None
    if not draft.name.strip():
        faults["name"] = tr("It needs a name.")
    every = seconds(draft.every) if draft.every.strip() else None
    if draft.bell and draft.every.strip() and (every is None or every < 1):
        faults["every"] = tr("Minutes, like 5, or minutes and seconds, like 7:30.")
    at, wrong = times(draft.at)
    total = None if length is None else sat_in_all(length, draft.guided)
    if draft.bell and (wrong or any(total is not None and each >= total for each in at)):
        faults["at"] = wrong or tr("Some lie after the end of the sitting.")
    prompts, lines = prompts_of(draft.prompts, total)
    if lines:
        faults["prompts"] = "\n".join(lines)
    if faults or length is None:
        return Read(None, faults)
    same = bool(known.built_in) and draft.name.strip() == tr(known.name)
    made = replace(
        known,
        name=known.name if same else draft.name.strip()[:LONGEST_NAME],
        length=length,
        settle=draft.settle,
        bell=draft.bell,
        bell_every=every if draft.bell else known.bell_every,
        bell_at=at if draft.bell else known.bell_at,
        start_strikes=draft.start_strikes,
        end_strikes=draft.end_strikes,
        ambience=draft.ambience,
        ambience_volume=draft.volume,
        guided=draft.guided,
        prompts=prompts,
    )
    return Read(made, {})


def seconds(text: str) -> float | None:
    """Return a length or time that was typed; None: it is none.

    A comma is a decimal point, too: where several times stand in a row, take it out before.
    """
    text = text.strip()
    if found := _CLOCK.fullmatch(text):
        hours, minutes, rest = found.groups()
        if hours is not None and int(minutes) > 59:
            return None
        return int(hours or 0) * 3600.0 + int(minutes) * 60 + int(rest)
    if found := _MINUTES.fullmatch(text.replace(",", ".")):
        whole, part = found.groups()
        return round(float(f"{whole}.{part or 0}") * 60, 3)
    return None


def as_typed(value: float) -> str:
    """Return a length or time as it is typed: "20", "12:30"."""
    whole = round(value)
    return str(whole // 60) if whole % 60 == 0 else f"{whole // 60}:{whole % 60:02}"


def times(text: str) -> tuple[tuple[float, ...], str]:
    """Return the times that "5, 12:30, 18" says, in order and each once, and what is wrong."""
    found: set[float] = set()
    for word in re.split(r"[,;\s]+", text.strip()):
        value = seconds(word) if word else None
        if value is not None:
            found.add(value)
        elif word:
            return (), tr("“{word}” is no time. Write minutes, like 5 or 12:30.", word=word)
    return tuple(sorted(found)), ""


def prompts_of(text: str, total: float | None) -> tuple[tuple[Chapter, ...], list[str]]:
    """Return the words to show that the lines "1:30 Notice one breath" say, and what is wrong.

    A time alone takes the words before it away. ``total``: the length, if that is known.
    """
    made: dict[float, Chapter] = {}
    faults: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        parts = _LINE.fullmatch(line.strip())
        if parts is None:
            continue
        at = seconds(parts[1]) if ":" in parts[1] else None
        if at is None:
            faults.append(tr("Line {n}: begin it with a time, like 1:30.", n=number))
        elif total is not None and at >= total:
            faults.append(tr("Line {n}: {time} lies after the end.", n=number, time=parts[1]))
        elif at in made:
            faults.append(tr("Line {n}: {time} is there already.", n=number, time=parts[1]))
        else:
            made[at] = Chapter(at, (parts[2] or "").strip())
    return tuple(made[at] for at in sorted(made)), faults


def stepped(text: str, steps: int) -> str:
    """Return a length some steps longer or shorter: a minute up to ten, then five minutes."""
    length = seconds(text)
    if length is None:
        return as_typed(600)
    minutes = length / 60
    for _ in range(abs(steps)):
        if steps > 0:
            step = 5 if minutes >= 10 else 1
            minutes = (math.floor(minutes / step) + 1) * step
        else:
            step = 5 if minutes > 10 else 1
            minutes = (math.ceil(minutes / step) - 1) * step
    return as_typed(min(max(minutes, 1) * 60, LONGEST))


def sat_in_all(length: float, guided: Guided | None) -> float:
    """Return the seconds to sit: as long as wished, or as the talk takes if that is longer."""
    return max(length, (guided.duration if guided else None) or 0.0)


def silence_line(guided: Guided, length: float | None) -> str:
    """Return what comes of a talk in a sitting of this length: "26 min, then 4 min of silence"."""
    if guided.duration is None:
        return tr("Nobody knows yet how long it is.")
    own = words.minutes(guided.duration)
    if length is None:
        return own
    rest = length - guided.duration
    if rest >= 1:
        return tr("{time}, then {rest} of silence", time=own, rest=words.minutes(rest))
    if rest <= -1:
        return tr("{time}; the sitting lasts as long as it does", time=own)
    return tr("{time}; the sitting ends with it", time=own)


def preview(bells: Sequence[tuple[float, int]], total: float) -> str:
    """Return when bells ring: "Bells at 0:10, 5:10 … 3 strokes at 20:10"; times and strokes."""
    if not bells:
        return tr("No bells. It ends at {time}, without a sound.", time=words.clock(total))
    *before, last = bells
    single = _listed(at for at, strikes in before if strikes == 1)
    several = [_strokes(at, strikes) for at, strikes in (*before, last) if strikes > 1]
    if last[1] == 1:
        single = _listed([at for at, strikes in bells if strikes == 1])
    one = sum(strikes == 1 for _at, strikes in bells) == 1
    rung = tr("Bell at {times}", times=single) if one else tr("Bells at {times}", times=single)
    end = "" if last[0] >= total else tr("It ends at {time}.", time=words.clock(total))
    said = (*((rung,) if single else ()), *several)
    return " ".join((*(f"{words.opening(each)}." for each in said), *((end,) if end else ())))


def _strokes(at: float, strikes: int) -> str:
    return tr("{n} strokes at {time}", n=strikes, time=words.clock(at))


def _listed(moments: Iterable[float]) -> str:
    shown = [words.clock(each) for each in moments]
    if len(shown) <= _SHOWN + 2:
        return ", ".join(shown)
    return f"{', '.join(shown[:_SHOWN])} … {shown[-1]}"


def _length_fault(length: float | None) -> str:
    if length is None:
        return tr("Minutes, like 20, or minutes and seconds, like 7:30.")
    if length < 1:
        return tr("It has to last a little.")
    return tr("At most 24 hours.")
