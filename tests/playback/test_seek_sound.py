"""An hour of VBR MP3, sought to twenty places: what is heard there, and what is shown meanwhile.

And some minutes of Opus, as restored recordings are.
"""

from __future__ import annotations

import random
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from desktop_app.playback.null_player import NullPlayer
from tests.playback.rig import Rig
from tests.support import seeking, timecode
from tests.support.exchanging import opus
from tests.support.sound_server import SoundServer

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.seeking import Error

HOUR = 3600
BRIEF = 300
CHANCE = random.Random(20261122)  # noqa: S311 - to be had again
PLACES = [CHANCE.uniform(1, HOUR - 10) for _ in range(20)]
BRIEF_PLACES = [CHANCE.uniform(1, BRIEF - 10) for _ in range(5)]
ENGINES = ("vlc", "qt")
KINDS = ("hour", "headless", "restored")


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
def restored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five minutes of Opus."""
    tape = tmp_path_factory.mktemp("restored") / "talk.mp3"
    tape.write_bytes(timecode.mp3(BRIEF))
    path = tape.with_name("restored.opus")
    path.write_bytes(opus(tape))
    return path


@pytest.fixture(scope="module", params=KINDS)
def errors(request: pytest.FixtureRequest) -> dict[str, list[Error]]:
    """What both engines come to in one of the recordings, each with an ear of its own."""
    path: Path = request.getfixturevalue(request.param)
    places = BRIEF_PLACES if request.param == "restored" else PLACES
    with ExitStack() as stack:
        ears = {engine: stack.enter_context(SoundServer()) for engine in ENGINES}
        runs = {engine: seeking.start(engine, path, places, ears[engine]) for engine in ENGINES}
        return {engine: seeking.errors(runs[engine], ears[engine]) for engine in ENGINES}


@pytest.mark.parametrize("engine", ENGINES)
def test_seeks_land_where_they_should_and_show_it(
    errors: dict[str, list[Error]], engine: str
) -> None:
    assert len(errors[engine]) in {len(PLACES), len(BRIEF_PLACES)}
    for error in errors[engine]:
        assert abs(error.landed) < 1.0, error
        assert abs(error.shown) < 1.0, error


def test_the_silent_player_shows_where_it_would_be(hour: Path) -> None:
    rig = Rig(NullPlayer(lambda _path: float(HOUR)))
    for landing in seeking.around(rig, hour, 1.0, PLACES[:4]):
        expected = landing.place + landing.seen - landing.asked
        assert landing.shown == pytest.approx(expected, abs=1.0)
    rig.player.close()
