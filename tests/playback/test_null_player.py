"""The silent player keeps the contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.audio.measure import probe
from desktop_app.playback.null_player import NullPlayer
from tests.playback.contract import PlayerContract
from tests.playback.rig import Rig

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def rig() -> Iterator[Rig]:
    """A silent player with an ear."""
    player = NullPlayer(lambda path: probe(path).duration)
    yield Rig(player)
    player.close()


class TestNullPlayer(PlayerContract):
    """All promises, in silence."""
