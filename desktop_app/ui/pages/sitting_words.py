"""Where a sitting is at a moment, and the words for it; all of it pure."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages import meditations_words

if TYPE_CHECKING:
    from desktop_app.services.events import RunningSitting

_TOP = 8.0
_STEP = 0.05
_AFTER = 0.01
_LEAST = 1.0
"""Seconds; who sat for less has not sat."""


@dataclass(frozen=True, slots=True)
class Moment:
    """What the screen shows: ``share`` of the time that has passed, and words.

    ``aloud``: what is left as a screen reader has it, which changes once a minute at most.
    ``sat``: something was sat that a log could keep; settling in is not sat.
    """

    share: float
    remaining: str
    below: str
    prompt: str
    aloud: str
    sat: bool


def elapsed(running: RunningSitting, boottime: float) -> float:
    """Return the seconds since the start at a reading of the clock, at most all of them."""
    moved = 0.0 if running.paused or running.ended else boottime - running.at
    return min(max(0.0, running.elapsed + moved), running.total)


def moment(running: RunningSitting, boottime: float) -> Moment:
    """Return what to show at a reading of the clock."""
    passed = elapsed(running, boottime)
    rest = running.total - passed
    return Moment(
        share=passed / running.total if running.total else 1.0,
        remaining=words.clock(math.ceil(rest - 1e-6)),
        below=_below(running, passed),
        prompt=_prompt(running, passed),
        aloud=tr("{time} left", time=words.spoken(math.ceil(rest / 60) * 60))
        if rest > 60
        else tr("less than a minute left"),
        sat=passed - running.preset.settle >= _LEAST,
    )


def left(running: RunningSitting, boottime: float) -> str:
    """Return what is left to the second, for somebody who asks."""
    rest = math.ceil(running.total - elapsed(running, boottime) - 1e-6)
    return tr("{time} left", time=words.spoken(rest))


def line(running: RunningSitting, volume: float, *, lit: bool) -> str:
    """Return the soft line: "Bowl · every 5 minutes · rain, soft · screen stays awake".

    ``volume``: of the ambience, as it is now. ``lit``: somebody sees to it that the screen stays
    awake as long as the time runs.
    """
    said = meditations_words.details(replace(running.preset, ambience_volume=volume))
    awake = lit and not running.paused
    return words.join(said, tr("screen stays awake") if awake else "")


def loudness(running: RunningSitting, volume: float) -> str:
    """Return the ambience with its volume: "Rain 70 %"; "" without one."""
    name = meditations_words.sound_word(running.preset.ambience)
    share = words.percent(volume + 0.001)
    return tr("{sound} {share}", sound=words.opening(name), share=share) if name else ""


def news(before: RunningSitting | None, running: RunningSitting) -> str:
    """Return what a screen reader says of a change; "" when there is nothing to say."""
    if running.ended:
        return "" if before is not None and before.ended else sat(running)
    if before is None or is_another(before, running):
        return ""
    if running.total > before.total:
        return left(running, running.at)
    if running.paused != before.paused:
        return tr("Paused") if running.paused else tr("Going on")
    return ""


def is_another(before: RunningSitting | None, running: RunningSitting) -> bool:
    """Tell whether this is another sitting than before, not the same going on or extended.

    One that is extended has a preset of another length.
    """
    if before is None or replace(before.preset, length=running.preset.length) != running.preset:
        return True
    return before.ended and not running.ended and running.total <= before.total


def marks(running: RunningSitting) -> tuple[float, ...]:
    """Return where on the ring bells stand, as shares of the time.

    The end's bell is the top of the ring itself; one so near the top that it would only
    smudge the beginning (after a few seconds of settling in) is left out as well.
    """
    if not running.total:
        return ()
    shares = (at / running.total for at in running.bells)
    return tuple(share for share in shares if _TOP <= share * 360 <= 360 - _TOP)


def sat(running: RunningSitting) -> str:
    """Return the quiet line at the end: "You sat 20 minutes"."""
    seconds = running.elapsed - running.preset.settle
    if seconds < _LEAST:
        return tr("The sitting is over")
    whole = seconds if seconds < 60 else 60 * round(seconds / 60)
    return tr("You sat {time}", time=words.spoken(whole))


def turned(volume: float, steps: int) -> float:
    """Return the volume after so many presses of a key, from 0 to 1."""
    return min(1.0, max(0.0, round(volume + _STEP * steps, 2)))


def next_look(running: RunningSitting, boottime: float) -> float:
    """Return the seconds until the words of the time change."""
    rest = running.total - elapsed(running, boottime)
    return (rest % 1.0 or 1.0) + _AFTER


def _below(running: RunningSitting, passed: float) -> str:
    if running.paused:
        return tr("paused")
    settling = running.preset.settle - passed
    if settling > 0:
        return tr("settling in, {time}", time=words.clock(math.ceil(settling - 1e-6)))
    coming = next((at for at in running.bells if at > passed), None)
    if coming is None:
        return tr("the last bell") if running.bells and passed >= running.total else ""
    if coming >= running.total:
        return tr("the next bell is the last")
    return tr("next bell in {time}", time=words.clock(math.ceil(coming - passed - 1e-6)))


def _prompt(running: RunningSitting, passed: float) -> str:
    begun = [prompt.title for prompt in running.prompts if prompt.start <= passed]
    return tr(begun[-1]) if begun and begun[-1] else ""
