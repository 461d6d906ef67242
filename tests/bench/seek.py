"""50 seeks in an hour of VBR MP3: how far off the sound lands, and what is shown of it.

Over libVLC and Qt, with and without the header that tells the seek points, at 1.0 and 1.5 times
the speed; a loudspeaker's sound against the place that was asked for. Goal: within 1 s.
"""

from __future__ import annotations

import random
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support import seeking, timecode
from tests.support.sound_server import SoundServer

if TYPE_CHECKING:
    from collections.abc import Sequence

COUNT = 50
SECONDS = 3600


def main() -> None:
    """Seek and print."""
    chance = random.Random(1)  # noqa: S311 - to be had again
    places = [chance.uniform(1, SECONDS - 10) for _ in range(COUNT)]
    with tempfile.TemporaryDirectory() as scratch:
        for header in (True, False):
            path = Path(scratch) / f"{header}.mp3"
            timecode.write_mp3(path, SECONDS, header=header)
            for engine in ("vlc", "qt"):
                for speed in (1.0, 1.5):
                    _measure(engine, path, places, speed, header=header)


def _measure(
    engine: str, path: Path, places: Sequence[float], speed: float, *, header: bool
) -> None:
    with SoundServer() as ear:
        errors = seeking.errors(seeking.start(engine, path, places, ear, speed), ear, speed)
    landed = sorted(abs(error.landed) for error in errors)
    shown = sorted(abs(error.shown) for error in errors)
    good = sum(abs(error.landed) < 1 and abs(error.shown) < 1 for error in errors)
    kind = "header" if header else "none  "
    print(
        f"{engine:3} × {speed}  {kind}  {good} of {len(errors)} within 1 s"
        f"   landed: median {landed[len(landed) // 2]:.2f} s, most {landed[-1]:.2f} s"
        f"   shown: median {shown[len(shown) // 2]:.2f} s, most {shown[-1]:.2f} s",
        flush=True,
    )


if __name__ == "__main__":
    main()
