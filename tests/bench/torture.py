"""Downloads killed 200 times at random moments, from a server that mixes every fault.

``python -m tests.bench.torture [SEED [KILLS]]`` repeats a run. The rules are those of
:mod:`tests.support.torture`; the first one that is broken ends it.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

from tests.support.torture import Torture

KILLS = 200


def main(*arguments: str) -> None:
    """Torture and print what it came to."""
    seed = int(arguments[0]) if arguments else random.SystemRandom().randrange(1_000_000)
    kills = int(arguments[1]) if len(arguments) > 1 else KILLS
    print(f"seed {seed}", flush=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as scratch, Torture(Path(scratch), seed) as torture:
        torture.begin()
        while torture.counts["kills"] < kills:
            torture.kill_once()
        torture.end()
    told = ", ".join(f"{count} {what}" for what, count in sorted(torture.counts.items()))
    print(f"{told} in {time.monotonic() - began:.0f} s: every file exact, nothing lost")


if __name__ == "__main__":
    main(*sys.argv[1:])
