"""What a person would hear: the services and libVLC over a real sound server, recorded there."""

from __future__ import annotations

import asyncio
import time
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest

from desktop_app.base.clock import SystemClock
from desktop_app.base.model import EpisodeQuery, PlayStatus
from desktop_app.playback.player import Moved
from desktop_app.playback.vlc_player import make_vlc_player
from desktop_app.services.core import open_core
from tests.playback.rig import PATIENCE, Rig
from tests.support import timecode
from tests.support.exchanging import exchange, opus
from tests.support.restored import restore
from tests.support.sound_server import RATE, SoundServer
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from desktop_app.base.model import Episode
    from desktop_app.base.paths import Home
    from desktop_app.services.core import Core
    from desktop_app.services.events import NowPlaying

LENGTH = 600
FULL = timecode.LEVEL * 1.5**0.5
SILENCE = 0.001
MOMENT = 0.4
FILTERED = 1.8  # seconds until what libVLC had filtered before has been played


class Leaping(SystemClock):
    """The machine's clock, which can be put forward."""

    ahead = 0.0

    def monotonic(self) -> float:
        """Return the seconds, with all leaps."""
        return super().monotonic() + self.ahead


@pytest.fixture(scope="module")
def ear() -> Iterator[SoundServer]:
    """A sound server that listens."""
    with SoundServer() as ear:
        yield ear


@pytest.fixture(autouse=True)
def real_sound(ear: SoundServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Play there."""
    for name, value in ear.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("HEARTHSIDE_AUDIO", "vlc")
    monkeypatch.setenv("HEARTHSIDE_VLC_ARGS", "--aout=pulse")


@pytest.fixture
def tape(tmp_path: Path) -> Path:
    """Ten minutes that tell their seconds."""
    path = tmp_path / "tapes" / "Tape.mp3"
    path.parent.mkdir()
    path.write_bytes(timecode.mp3(LENGTH))
    return path


async def begun(core: Core, tape: Path, place: float) -> Episode:
    """Play the tape from a place; return when it sounds."""
    feed = await core.subscriptions.add(str(tape.parent))
    (talk,) = (await core.browsing.page(EpisodeQuery(feed_id=feed.id), 0, 9)).episodes
    await core.listening.play(talk.id, place)
    await until(core, lambda: is_status(core, PlayStatus.PLAYING))
    return talk


async def is_status(core: Core, status: PlayStatus) -> bool:
    now = await core.listening.now()
    return now is not None and now.status is status


async def shown(core: Core, moment: float) -> float:
    """Return the place that is shown at a moment."""
    now = await now_playing(core)
    assert now.status is PlayStatus.PLAYING
    return now.position + (moment - now.at) * now.rate


def level(samples: NDArray[np.float64]) -> float:
    """Return the root mean square."""
    return float(np.sqrt(np.mean(samples**2)))


async def coming(
    ear: SoundServer, seconds: float = MOMENT, after: float = 0.25
) -> NDArray[np.float64]:
    """Return what sounds from now on, once what was asked for has reached the loudspeaker."""
    begin = time.monotonic() + after
    return await asyncio.to_thread(ear.heard, begin, begin + seconds)


async def agrees(core: Core, ear: SoundServer, place: float, speed: float = 1.0) -> None:
    """Check that sound of a place comes, and that this is what is shown."""
    begin = time.monotonic()
    while True:
        end = time.monotonic() + MOMENT
        samples = await asyncio.to_thread(ear.heard, begin, end)
        heard = ([None, *timecode.listen(samples, RATE, speed)])[-1]
        if heard and heard.end - heard.start > MOMENT / 2 and abs(heard.first - place) < 1.5:
            break
        assert end - begin < PATIENCE, heard
    assert await shown(core, begin + heard.end) == pytest.approx(heard.last, abs=1.0)


async def test_play_pause_and_seek_are_heard(home: Home, tape: Path, ear: SoundServer) -> None:
    async with open_core(home) as core:
        talk = await begun(core, tape, 300.0)
        await agrees(core, ear, 300.5)
        assert level(await coming(ear)) == pytest.approx(FULL, rel=0.15)
        await core.listening.pause()
        kept = (await core.browsing.episode(talk.id)).position
        assert level(await coming(ear)) < SILENCE
        await core.listening.resume()
        await until(core, lambda: is_status(core, PlayStatus.PLAYING))
        await agrees(core, ear, kept + 0.3)
        await core.listening.seek(500.0)
        await agrees(core, ear, 500.3)
    assert level(await coming(ear)) < SILENCE


async def test_a_faster_speed_keeps_the_pitch(home: Home, tape: Path, ear: SoundServer) -> None:
    async with open_core(home) as core:
        await begun(core, tape, 300.0)
        await core.listening.set_rate(1.5)
        (heard, *others) = timecode.listen(await coming(ear, 1.5, after=0.4), RATE, 1.5)
        assert not others, "the chords are read at their own pitch, one after the other"
        seconds = heard.end - heard.start
        assert (heard.last - heard.first) / seconds == pytest.approx(1.5, rel=0.1)
        await agrees(core, ear, await shown(core, time.monotonic()), 1.5)


async def test_the_sleep_timer_fades_and_falls_silent(
    home: Home, tape: Path, ear: SoundServer
) -> None:
    clock = Leaping()
    async with open_core(home, clock=clock) as core:
        await begun(core, tape, 300.0)
        await core.listening.set_sleep(1)
        levels = [level(await coming(ear, after=0.8))]
        for leap in (15, 15, 5):
            clock.ahead += leap
            levels.append(level(await coming(ear, after=0.8)))
        assert levels[0] == pytest.approx(FULL, rel=0.15)
        assert all(after < before * 0.8 for before, after in pairwise(levels))
        assert levels[-1] > SILENCE
        clock.ahead += 40
        await until(core, lambda: is_status(core, PlayStatus.PAUSED))
        assert level(await coming(ear)) < SILENCE
        await core.listening.resume()
        await until(core, lambda: is_status(core, PlayStatus.PLAYING))
        assert level(await coming(ear, after=1.0)) == pytest.approx(FULL, rel=0.15)


async def test_the_restored_recording_goes_on_where_the_original_was(
    home: Home, tape: Path, ear: SoundServer
) -> None:
    async with open_core(home) as core:
        talk = await begun(core, tape, 300.0)
        await restore(core, talk.id, opus(tape))
        for original in (False, True, False):
            await agrees(core, ear, await shown(core, time.monotonic()))
            change = await exchange(core, ear, talk.id, original=original)
            assert abs(change.skipped) < 1.0, change
            assert abs(change.shown) < 1.0, change
        await core.listening.set_rate(1.5)
        await core.listening.pause()
        kept = (await now_playing(core)).position
        await core.restoring.choose(talk.id, original=True)
        await until(core, lambda: is_original(core))
        assert level(await coming(ear)) < SILENCE
        await core.listening.resume()
        await until(core, lambda: is_status(core, PlayStatus.PLAYING))
        await agrees(core, ear, kept + 0.5, 1.5)
        assert level(await coming(ear)) == pytest.approx(FULL, rel=0.15)


async def is_original(core: Core) -> bool:
    return (await now_playing(core)).restored is False


async def now_playing(core: Core) -> NowPlaying:
    now = await core.listening.now()
    assert now is not None
    return now


async def test_a_recording_is_made_louder_and_softer(tape: Path, ear: SoundServer) -> None:
    rig = Rig(make_vlc_player("--aout=pulse"))
    rig.player.set_gain(6.0)
    rig.open(tape, start=300.0)
    rig.wait(Moved, count=2)
    assert level(await coming(ear)) == pytest.approx(2.0 * FULL, rel=0.15)
    rig.player.set_gain(-6.0)
    after = await coming(ear, after=FILTERED)
    assert level(after) == pytest.approx(0.5 * FULL, rel=0.15)
    rig.player.close()
