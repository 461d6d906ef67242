"""How late the bells of ``hearthside sit`` are, as heard from a real sound server.

``python -m tests.bench.sit [MINUTES [BUSY]]``: a bell every half minute over rain, for ten minutes,
with so many busy processes beside it (4). Goal: at most 50 ms, each.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import numpy as np

from tests.support import striking, strokes
from tests.support.sound_server import SoundServer

MINUTES = 10
LOAD = 4
MOST = 0.05


def main(*arguments: str) -> None:
    """Sit and print."""
    minutes = float(arguments[0]) if arguments else MINUTES
    load = int(arguments[1]) if len(arguments) > 1 else LOAD
    options = (f"{minutes:g}", "--bell-every", "0.5", "--ambience", "rain")
    with tempfile.TemporaryDirectory() as home, SoundServer() as ear, striking.busy(load):
        heard = strokes.sit(ear, Path(home), *options)
    for each in heard:
        print(f"{each.due:8.2f} s  {each.late * 1000:+7.1f} ms  {each.sure:.2f}")
    late = np.abs([each.late for each in heard]) * 1000
    print(
        f"{len(heard)} strokes in {minutes:g} minutes: median {np.median(late):.1f} ms,"
        f" p95 {np.percentile(late, 95):.1f} ms, most {late.max():.1f} ms"
    )
    print(f"{int(np.sum(late > MOST * 1000))} of them more than {MOST * 1000:.0f} ms")


if __name__ == "__main__":
    main(*sys.argv[1:])
