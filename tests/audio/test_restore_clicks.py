"""Scratches go, and what was between them stays as it was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.audio.encode import OPUS_RATE
from desktop_app.audio.remedy import remedy
from desktop_app.audio.restore_clicks import declick
from desktop_app.audio.restore_piece import treat
from desktop_app.base.tape import Side, Tape
from tests.support import damage

if TYPE_CHECKING:
    from desktop_app.audio.remedy import Remedy
    from tests.support.judged import Samples

SECONDS = 4
PLAIN = Tape(SECONDS, -20.0, -3.0, -20.0, -70.0, -80.0, None, 12_000.0, 0.0, 0, 0.0, 2.0,
             Side.BOTH, 0.0)  # fmt: skip


def chord() -> Samples:
    """Return a sound whose course can be foretold, with a little noise in it."""
    seconds = np.arange(SECONDS * OPUS_RATE) / OPUS_RATE
    tones = sum(np.sin(2 * np.pi * hz * seconds) for hz in (220.0, 331.0, 447.0))
    noise = np.random.default_rng(7).normal(0, 1e-4, len(seconds))
    return np.asarray(0.1 * tones + noise, np.float32)


def off(one: Samples, other: Samples) -> int:
    """Count the samples at which two sounds are plainly apart."""
    return int(np.count_nonzero(np.abs(one - other) > 0.05))


def test_most_that_was_scratched_sounds_as_if_it_never_was() -> None:
    clean = chord()
    scratched = damage.clicks(clean, a_minute=150.0)
    mended = declick(scratched, OPUS_RATE)
    assert off(scratched, clean) > 100
    assert off(mended, clean) < off(scratched, clean) / 3
    assert np.count_nonzero(mended != scratched) < len(clean) / 20


def treated(samples: Samples, by: Remedy) -> Samples:
    """Return what comes of a whole sound, as loud as it was."""
    pcm = treat(samples, 0, len(samples), by, 0.3, None).pcm
    return np.asarray(pcm / (0.3 * 32_767), np.float32)


def test_only_a_tape_that_crackles_is_searched_for_scratches() -> None:
    scratched = damage.clicks(chord(), a_minute=150.0)
    plain = remedy(PLAIN)
    whole = treated(chord(), plain)
    left, mended = (treated(scratched, each) for each in (plain, replace(plain, declick=True)))
    assert off(mended, whole) < off(left, whole) / 3
