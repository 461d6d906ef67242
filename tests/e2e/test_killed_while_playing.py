"""Killed at a random moment while it plays: at most five seconds of the place are lost.

The short form; the long one is ``./hearthside bench killed``.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

from tests.support import killing

if TYPE_CHECKING:
    from pathlib import Path

SEEDS = (1, 3, 4, 5, 8)


def test_the_place_survives_a_kill(tmp_path: Path) -> None:
    home = killing.make_home(tmp_path)
    with ThreadPoolExecutor(len(SEEDS)) as pool:
        losses = list(pool.map(partial(killing.kill, home, tmp_path), SEEDS))
    for loss in losses:
        assert abs(loss.clock) <= killing.MOST, loss
