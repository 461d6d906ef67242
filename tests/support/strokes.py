"""When the strokes of a bell sounded, found in a recording."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import av
import numpy as np

from desktop_app.meditation.bells import STRIKE_EVERY, sound
from tests.support.command import environment, hearthside
from tests.support.sound_server import RATE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from tests.support.sound_server import SoundServer

_TEMPLATE = 0.4
"""Seconds of a stroke by which it is known again."""
_AROUND = 0.5
"""Seconds before and after its time in which a stroke is looked for."""
_SOON = 6.0
"""Seconds within which the first stroke comes."""


def bell(name: str) -> NDArray[np.float64]:
    """Return the beginning of a shipped bell as an ear of :data:`RATE` hears it."""
    resampler = av.AudioResampler("s16", "mono", RATE)
    with av.open(str(sound(name))) as file:
        frames = [*file.decode(audio=0), None]
        pieces = [each.to_ndarray()[0] for frame in frames for each in resampler.resample(frame)]
    samples = np.concatenate(pieces)[: round(_TEMPLATE * RATE)]
    return samples.astype(np.float64) / 32768


def moment(heard: NDArray[np.float64], stroke: NDArray[np.float64]) -> tuple[float, float]:
    """Return after how many seconds of ``heard`` the stroke begins, and how sure that is.

    Slopes are compared, not levels: what rings on from the stroke before, and rain, count for
    little beside a strike's own edge. Sureness is 1 for the stroke itself and 0 for anything else.
    """
    slopes, wanted = np.diff(heard), np.diff(stroke)
    size = 1 << (len(slopes) + len(wanted)).bit_length()
    spectrum = np.fft.rfft(slopes, size) * np.conj(np.fft.rfft(wanted, size))
    alike = np.fft.irfft(spectrum, size)[: len(slopes) - len(wanted) + 1]
    power = np.cumsum(np.concatenate([[0.0], slopes**2]))
    there = np.sqrt(np.maximum(power[len(wanted) :] - power[: -len(wanted)], 1e-12))
    best = int(np.argmax(alike))
    return best / RATE, float(alike[best] / there[best] / np.linalg.norm(wanted))


@dataclass(frozen=True, slots=True)
class Heard:
    """A stroke: when it was due in the plan, how late it was (seconds), how sure that is.

    Lateness is measured from the sitting's own zero, that is the middle of all.
    """

    due: float
    late: float
    sure: float


def sit(ear: SoundServer, home: Path, *arguments: str, name: str = "bowl") -> tuple[Heard, ...]:
    """Sit in a process of its own, and return every stroke of its plan as it was heard."""
    plan = hearthside(home, "sit", *arguments, "--plan", "--json")
    assert plan.status == 0, plan.err
    due = [
        bell["at"] + number * STRIKE_EVERY[name]
        for bell in json.loads(plan.out)
        for number in range(bell["strikes"])
    ]
    command = [sys.executable, "-m", "desktop_app", "--home", str(home), "sit", *arguments]
    sounding = {"HEARTHSIDE_AUDIO": "vlc", "HEARTHSIDE_VLC_ARGS": "--aout=pulse"}
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment(**sounding, **ear.environment),
    ) as process:
        try:
            assert process.stdout is not None
            said = [process.stdout.readline()]
            began = time.monotonic()
            said.append(process.stdout.readline())
            heard = _heard(ear, began, due, bell(name))
            process.send_signal(signal.SIGINT)  # nobody needs to hear the last one out
            said.append(process.stdout.read())
        finally:
            process.kill()
    assert [bool(each) for each in said] == [True, True, False], said
    return heard


def _heard(
    ear: SoundServer, began: float, due: Sequence[float], stroke: NDArray[np.float64]
) -> tuple[Heard, ...]:
    """Find the first stroke soon after the beginning, and the others where they should be."""
    around = _AROUND + _TEMPLATE

    def found(begin: float, end: float) -> tuple[float, float]:
        after, sure = moment(ear.heard(begin, end), stroke)
        return begin + after, sure

    first, _ = found(began + due[0], began + due[0] + _SOON)
    zero = first - due[0]
    moments = [found(zero + each - _AROUND, zero + each + around) for each in due]
    middle = float(np.median([at - each for (at, _), each in zip(moments, due, strict=True)]))
    return tuple(
        Heard(each, at - middle - each, sure) for (at, sure), each in zip(moments, due, strict=True)
    )
