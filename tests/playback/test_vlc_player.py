"""The player over the real libVLC keeps the contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.playback.vlc_player import make_vlc_player
from tests.playback.contract import PlayerContract
from tests.playback.rig import Rig

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def rig() -> Iterator[Rig]:
    """A player that plays into nothing, with an ear."""
    player = make_vlc_player("--aout=dummy")
    yield Rig(player)
    player.close()


class TestVlcPlayer(PlayerContract):
    """All promises, with libVLC."""
