"""Killed at random moments, by a server that fails in every way: the short form.

The long one is ``./hearthside bench torture``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.torture import Torture

if TYPE_CHECKING:
    from pathlib import Path

KILLS = 12
SEED = 20261122


def test_killed_again_and_again(tmp_path: Path) -> None:
    with Torture(tmp_path, SEED) as torture:
        torture.begin()
        while torture.counts["kills"] < KILLS:
            torture.kill_once()
        torture.end()
    assert torture.counts["ends with bytes on the way"] > KILLS // 3
