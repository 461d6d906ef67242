"""The player over the real libVLC keeps the contract."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.playback.player import Moved
from desktop_app.playback.vlc_player import make_vlc_player
from tests.playback.contract import PlayerContract
from tests.playback.rig import Rig

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def rig() -> Iterator[Rig]:
    """A player that plays into nothing, with an ear."""
    player = make_vlc_player("--aout=dummy")
    yield Rig(player)
    player.close()


class TestVlcPlayer(PlayerContract):
    """All promises, with libVLC."""

    def test_a_place_that_was_passed_over_at_once_is_never_opened(
        self, rig: Rig, talk: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        rig.open(talk)
        rig.wait(Moved, count=2)
        opened: list[float] = []
        deck = rig.player._deck  # type: ignore[attr-defined]
        load = deck.load

        def note(path: str | None, url: str | None, options: list[str]) -> None:
            opened.append(float(options[0].removeprefix(":start-time=")))
            load(path=path, url=url, options=options)

        monkeypatch.setattr(deck, "load", note)
        for place in range(1, 41):
            rig.player.seek(float(place))
        mark = rig.mark()
        rig.wait(Moved, after=mark, count=3)
        assert opened[-1] == 40.0
        assert len(opened) <= 3, opened
