"""What really comes out of libVLC: the sound is captured to a file and listened to by FFT."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from desktop_app.playback.player import Ended, Failed, Moved, Playing, Source
from desktop_app.playback.vlc_player import make_vlc_player
from tests.playback.rig import PATIENCE, Rig
from tests.playback.sounds import (
    loudest_hertz,
    minute_hertz,
    read_wav,
    tone,
    write_vbr_mp3,
    write_wav,
)
from tests.support.server import Reply, Server, static, unused_port

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from numpy.typing import NDArray


class Capture(Rig):
    """A player whose sound goes to a file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        super().__init__(make_vlc_player(f"--aout=afile --audiofile-file='{path}'"))

    def heard(self, last: float) -> tuple[int, NDArray[np.float64]]:
        """Close the player; return the rate and the ``last`` seconds that sounded."""
        self.player.close()
        rate, samples = read_wav(self._path)
        return rate, samples[-int(last * rate) :]


@pytest.fixture
def capture(tmp_path: Path) -> Iterator[Capture]:
    """A capturing player."""
    rig = Capture(tmp_path / "heard it.wav")
    yield rig
    rig.player.close()


@pytest.fixture
def server() -> Iterator[Server]:
    """A local server."""
    with Server() as server:
        yield server


@pytest.fixture(scope="module")
def vbr(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve minutes of VBR MP3, each with a tone of its own."""
    return write_vbr_mp3(tmp_path_factory.mktemp("vbr") / "talk.mp3", 12)


def _is_minute(capture: Capture, minute: int) -> bool:
    rate, samples = capture.heard(1.0)
    return abs(loudest_hertz(samples, rate) - minute_hertz(minute)) < 20


@pytest.mark.parametrize(
    ("position", "minute"), [(484.0, 8), (535.0, 8), (65.0, 1), (295.0, 4), (640.0, 10)]
)
def test_seeks_truly_in_vbr_mp3(capture: Capture, vbr: Path, position: float, minute: int) -> None:
    capture.open(vbr)
    capture.wait(Moved)
    mark = capture.mark()
    capture.player.seek(position)
    capture.wait(Moved, after=mark, count=4)
    assert _is_minute(capture, minute)


@pytest.mark.parametrize(("position", "minute"), [(484.0, 8), (295.0, 4), (640.0, 10)])
def test_starts_truly_in_vbr_mp3(capture: Capture, vbr: Path, position: float, minute: int) -> None:
    capture.open(vbr, start=position)
    assert position - 1 < capture.wait(Moved, count=3).position < position + 4
    assert _is_minute(capture, minute)


def test_starts_truly_in_a_stream(capture: Capture, vbr: Path, server: Server) -> None:
    url = server.add("/talk.mp3", static(vbr.read_bytes()))
    capture.player.open(Source(1, url=url, mp3=True), start=484.0, rate=1.0, paused=False)
    capture.wait(Moved, count=3)
    assert _is_minute(capture, 8)


def test_speed_keeps_the_pitch(capture: Capture, tmp_path: Path) -> None:
    capture.open(write_wav(tmp_path / "tone.wav", tone(20, 440)), rate=1.6)
    capture.wait(Moved, count=5)
    rate, samples = capture.heard(1.0)
    assert loudest_hertz(samples, rate) == pytest.approx(440, abs=8)


@pytest.mark.parametrize(("decibels", "factor"), [(0.0, 1.0), (6.0, 2.0), (8.0, 2.5)])
def test_gain_makes_it_louder(
    capture: Capture, tmp_path: Path, decibels: float, factor: float
) -> None:
    capture.player.set_gain(6.0)
    capture.player.set_gain(decibels)
    capture.open(write_wav(tmp_path / "tone.wav", tone(20, 440, level=0.1)))
    capture.wait(Moved, count=3)
    _rate, samples = capture.heard(1.0)
    assert float(np.max(np.abs(samples))) == pytest.approx(0.1 * factor, rel=0.06)


def test_all_of_it_is_heard(capture: Capture, tmp_path: Path) -> None:
    capture.open(write_wav(tmp_path / "tone.wav", tone(2.0, 440)))
    capture.wait(Ended)
    rate, samples = capture.heard(60.0)
    assert len(samples) / rate == pytest.approx(2.0, abs=0.05)


def test_opened_paused_makes_no_sound(tmp_path: Path) -> None:
    path = tmp_path / "heard.wav"
    rig = Capture(path)
    rig.open(write_wav(tmp_path / "tone.wav", tone(20)), start=5.0, paused=True)
    rig.still(Playing, Moved)
    rig.player.close()
    assert not path.exists() or len(read_wav(path)[1]) == 0


def test_without_an_output_it_says_so_and_tries_again(tmp_path: Path) -> None:
    rig = Rig(make_vlc_player("--aout=none"))
    rig.open(write_wav(tmp_path / "tone.wav", tone(60)), start=20.0)
    assert "no sound output" in rig.wait(Failed).why
    rig.still(Playing, Moved)
    mark = rig.mark()
    rig.player.play()
    assert rig.wait(Playing, after=mark).position == pytest.approx(20.0, abs=3.0)
    assert "no sound output" in rig.wait(Failed, after=mark).why
    rig.player.close()


@pytest.mark.parametrize(
    "address",
    [
        lambda server: server.add("/gone.mp3", Reply(404, b"gone")),
        lambda _server: f"http://127.0.0.1:{unused_port()}/talk.mp3",
    ],
    ids=["404", "refused"],
)
def test_a_stream_that_cannot_be_had_is_told(
    capture: Capture, server: Server, address: Callable[[Server], str]
) -> None:
    source = Source(1, url=address(server), mp3=True)
    capture.player.open(source, start=0.0, rate=1.0, paused=False)
    assert "fetched" in capture.wait(Failed).why


def test_a_stream_that_hangs_can_be_left(capture: Capture, server: Server, tmp_path: Path) -> None:
    url = server.add("/silent.mp3", Reply(hang=True))
    capture.player.open(Source(1, url=url, mp3=True), start=0.0, rate=1.0, paused=False)
    server.wait_for("/silent.mp3")
    capture.open(write_wav(tmp_path / "tone.wav", tone(20)), 2)
    capture.wait(Moved, 2)


def test_a_stream_opened_paused_asks_for_nothing(
    capture: Capture, server: Server, vbr: Path
) -> None:
    url = server.add("/talk.mp3", static(vbr.read_bytes()))
    capture.player.open(Source(1, url=url, mp3=True), start=9.0, rate=1.0, paused=True)
    capture.still(Playing, Moved)
    assert not server.requests


def test_a_stream_that_breaks_off_is_told(capture: Capture, server: Server, vbr: Path) -> None:
    body = vbr.read_bytes()
    url = server.add("/cut.mp3", Reply(body=body, length=len(body), cut_after=8_000), Reply(503))
    capture.player.open(Source(1, url=url, mp3=True), start=0.0, rate=1.0, paused=False)
    assert capture.hold(lambda: bool(capture.told(Ended) or capture.told(Failed)), PATIENCE)
