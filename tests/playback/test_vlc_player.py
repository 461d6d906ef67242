"""The player over the real libVLC keeps the contract."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.playback import vlc_player
from desktop_app.playback.player import Moved, Source
from desktop_app.playback.vlc_player import make_vlc_player
from tests.playback.contract import PlayerContract
from tests.playback.rig import Rig
from tests.support import timecode
from tests.support.server import Server, static

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

    @pytest.mark.parametrize("sought", [True, False])
    def test_on_a_slow_line_a_far_place_is_asked_for_and_not_read_up_to(
        self, rig: Rig, sought: bool, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """All that lies before the place would take this server more than a minute."""
        monkeypatch.setattr(vlc_player, "_EXACT_SECONDS", 0.5)
        sound = timecode.mp3(600)
        slow = replace(static(sound), piece=len(sound) // 1000, pause=0.1)
        with Server() as server:
            url = server.add("/talk.mp3", slow)
            source = Source(1, url=url, mp3=True)
            rig.player.open(source, start=0.0 if sought else 480.0, rate=1.0, paused=False)
            if sought:
                rig.wait(Moved)
                rig.player.seek(480.0)
            mark = rig.mark()
            rig.wait(Moved, after=mark, count=4)
            last = server.requests[-1].headers["range"]
            rig.player.stop()
        assert int(last.removeprefix("bytes=").partition("-")[0]) > len(sound) // 2
