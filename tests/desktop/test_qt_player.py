"""Qt's player, the fallback, keeps the same contract as the others."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.playback.player import Ended, Failed, Moved, Playing, Source
from tests.playback.contract import PlayerContract
from tests.playback.rig import PATIENCE, Rig, short, talk, tiny
from tests.support.server import Server, static
from tests.support.sound import speech_bytes
from tests.support.timecode import write_mp3

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.desktop.qt_player import QtPlayer

__all__ = ["short", "talk", "tiny"]

try:
    from PySide6 import QtMultimedia
except ImportError as error:
    pytest.skip(f"QtMultimedia cannot be loaded: {error}", allow_module_level=True)

pytestmark = pytest.mark.qt_log_ignore(
    "No audio device detected",
    "Couldn't load pipewire",
    "Couldn't resolve pipewire",
    "pa_context_connect",
    "Could not open media",
    "Estimating duration from bitrate",
    extend=True,
)


class QtRig(Rig):
    """Waits with Qt's events going on."""

    def __init__(self, player: QtPlayer, qtbot: QtBot) -> None:
        super().__init__(player)
        self._bot = qtbot

    def hold(self, ready: Callable[[], bool], seconds: float) -> bool:
        """Wait until ``ready``, or for ``seconds``; tell which."""
        try:
            self._bot.waitUntil(ready, timeout=round(seconds * 1000))
        except self._bot.TimeoutError:
            return ready()
        return True


@pytest.fixture
def rig(qtbot: QtBot) -> Iterator[QtRig]:
    """Qt's player with an ear, content without a sound device."""
    from desktop_app.desktop.qt_player import QtPlayer

    player = QtPlayer(silent=True)
    rig = QtRig(player, qtbot)
    yield rig
    player.close()
    rig.hold(lambda: False, 0.05)


class TestQtPlayer(PlayerContract):
    """All promises, with Qt."""


def test_takes_commands_from_another_thread(rig: QtRig, talk: Path) -> None:
    threads: set[threading.Thread] = set()
    rig.react = lambda _event: threads.add(threading.current_thread())
    other = threading.Thread(target=lambda: rig.open(talk, start=30.0))
    other.start()
    other.join()
    assert rig.wait(Moved).position >= 29.5
    assert threads == {threading.main_thread()}


def test_what_follows_a_failure_at_once_plays(rig: QtRig, talk: Path, tmp_path: Path) -> None:
    rig.player.open(Source(1, path=str(tmp_path / "gone.mp3")), start=0.0, rate=1.0, paused=False)
    rig.player.open(Source(2, path=str(talk)), start=0.0, rate=1.0, paused=False)
    rig.wait(Failed)
    rig.wait(Moved, generation=2)


def test_goes_where_it_is_asked_though_qt_would_guess_the_length(
    rig: QtRig, tmp_path: Path
) -> None:
    path = write_mp3(tmp_path / "talk.mp3", 120, header=False)
    source = Source(1, path=str(path), mp3=True, duration=119.952)
    rig.player.open(source, start=118.0, rate=1.0, paused=False)
    assert rig.wait(Moved).position == pytest.approx(118.0, abs=1.0)
    rig.wait(Ended)
    assert rig.told(Moved)[-1].position == pytest.approx(119.95, abs=1.0)
    mark = rig.mark()
    rig.player.play()
    rig.wait(Moved, after=mark)
    rig.player.seek(119.0)
    rig.wait(Ended, after=mark)


def test_tells_where_a_seek_went_when_the_length_is_only_guessed(
    rig: QtRig, tmp_path: Path
) -> None:
    rig.open(write_mp3(tmp_path / "talk.mp3", 120, header=False))
    rig.wait(Moved)
    mark = rig.mark()
    rig.player.seek(119.5)
    rig.wait(Moved, after=mark)
    assert max(told.position for told in rig.told(Moved, after=mark)) < 118


def test_a_name_and_password_go_along_and_are_not_told(
    rig: QtRig, capfd: pytest.CaptureFixture[str]
) -> None:
    login = ("ann", "p:ä@s/s?#%41")
    with Server() as server:
        server.add("/talk.mp3", replace(static(speech_bytes(20)), login=login))
        source = Source(1, url=server.url("/talk.mp3"), mp3=True, login=login)
        rig.player.open(source, start=4.0, rate=1.0, paused=False)
        assert rig.wait(Moved).position >= 3.5
        assert "p:ä" not in repr(source)
        rig.player.open(
            replace(source, generation=2, login=("ann", "x")), start=0, rate=1, paused=False
        )
        rig.wait(Failed, 2)
    said = "".join(capfd.readouterr())
    assert not [each for each in ("p:ä", "p%3A", "127.0.0.1") if each in said], said


def test_without_a_sound_device_it_says_so(qtbot: QtBot, talk: Path) -> None:
    from desktop_app.desktop.qt_player import QtPlayer

    if not QtMultimedia.QMediaDevices.defaultAudioOutput().isNull():
        pytest.skip("this machine has a sound device")
    player = QtPlayer()
    rig = QtRig(player, qtbot)
    player.open(Source(1, path=str(talk)), start=0.0, rate=1.0, paused=False)
    assert rig.hold(lambda: bool(rig.told(Failed)), PATIENCE)
    assert "sound output" in rig.told(Failed)[0].why
    assert not rig.told(Playing)
    player.close()
