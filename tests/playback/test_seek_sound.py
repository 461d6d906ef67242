"""An hour of VBR MP3, sought to twenty places: what is heard there, and what is shown meanwhile."""

from __future__ import annotations

import random
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from desktop_app.playback.null_player import NullPlayer
from tests.playback.rig import Rig
from tests.support import seeking, timecode
from tests.support.sound_server import SoundServer

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.seeking import Error

HOUR = 3600
CHANCE = random.Random(20261122)  # noqa: S311 - to be had again
PLACES = [CHANCE.uniform(1, HOUR - 10) for _ in range(20)]
ENGINES = ("vlc", "qt")


KINDS = ("header", "no header")


@pytest.fixture(scope="module")
def hour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An hour that tells its seconds."""
    path = tmp_path_factory.mktemp("hour") / "talk.mp3"
    path.write_bytes(timecode.mp3(HOUR))
    return path


@pytest.fixture(scope="module")
def headless(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same hour without the header that tells its length and the seek points."""
    path = tmp_path_factory.mktemp("headless") / "talk.mp3"
    return timecode.write_mp3(path, HOUR, header=False)


@pytest.fixture(scope="module")
def errors(hour: Path, headless: Path) -> dict[tuple[str, str], list[Error]]:
    """What both engines come to, side by side, each with an ear of its own."""
    found = {}
    for kind, path in zip(KINDS, (hour, headless), strict=True):
        with ExitStack() as stack:
            ears = {engine: stack.enter_context(SoundServer()) for engine in ENGINES}
            runs = {engine: seeking.start(engine, path, PLACES, ears[engine]) for engine in ENGINES}
            for engine in ENGINES:
                found[engine, kind] = seeking.errors(runs[engine], ears[engine])
    return found


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("kind", KINDS)
def test_seeks_land_where_they_should_and_show_it(
    errors: dict[tuple[str, str], list[Error]], engine: str, kind: str
) -> None:
    assert len(errors[engine, kind]) == len(PLACES)
    for error in errors[engine, kind]:
        assert abs(error.landed) < 1.0, error
        assert abs(error.shown) < 1.0, error


def test_the_silent_player_shows_where_it_would_be(hour: Path) -> None:
    rig = Rig(NullPlayer(lambda _path: float(HOUR)))
    for landing in seeking.around(rig, hour, 1.0, PLACES[:4]):
        expected = landing.place + landing.seen - landing.asked
        assert landing.shown == pytest.approx(expected, abs=1.0)
    rig.player.close()
