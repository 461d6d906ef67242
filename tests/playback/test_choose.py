"""Which engine is taken, on machines with libVLC and without."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.playback.choose import make_player
from desktop_app.playback.libvlc import EngineMissing
from desktop_app.playback.null_player import NullPlayer
from desktop_app.playback.vlc_player import make_vlc_player
from tests.playback.sounds import tone, write_wav

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.playback.player import Player

_CHOOSE = """
import sys
{prelude}
from desktop_app.playback.choose import make_player
from desktop_app.playback.libvlc import EngineMissing
from desktop_app.playback.vlc_player import make_vlc_player
try:
    make_vlc_player("--aout=dummy")
except EngineMissing as error:
    print("missing:", error)
player, notice = make_player("auto", "--aout=dummy", None)
print(player.name, "|", notice)
"""
_NO_LIBRARY = "import ctypes.util; ctypes.util.find_library = lambda name: None"
_NO_CDLL = """
import ctypes
class Missing(ctypes.CDLL):
    def __init__(self, name, *rest, **more):
        if name is None or "vlc" in str(name):
            raise OSError("cannot open shared object file")
        super().__init__(name, *rest, **more)
ctypes.CDLL = Missing
"""
_PLAY = """
import sys, threading
from desktop_app.playback.player import Moved, Source
from desktop_app.playback.vlc_player import make_vlc_player
moved = threading.Event()
player = make_vlc_player("--aout=dummy")
player.listen(lambda event: moved.set() if isinstance(event, Moved) else None)
player.open(Source(1, path=sys.argv[1]), start=0.0, rate=1.0, paused=False)
assert moved.wait(10)
player.close()
"""


def _run(code: str, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=Path(__file__).resolve().parents[2],
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


class _Fallback(NullPlayer):
    name = "qt"

    def __init__(self) -> None:
        super().__init__(lambda _path: 1.0)


def _broken() -> Player:
    raise ImportError("libpulse is missing")


@pytest.mark.parametrize(
    ("choice", "name"), [("auto", "vlc"), ("", "vlc"), ("vlc", "vlc"), ("null", "null")]
)
def test_takes_what_is_asked_for(choice: str, name: str) -> None:
    player, notice = make_player(choice, "--aout=dummy", None)
    player.close()
    assert (player.name, notice) == (name, "")


def test_takes_the_fallback_by_name() -> None:
    player, notice = make_player("qt", "", _Fallback)
    player.close()
    assert (player.name, notice) == ("qt", "")


def test_unknown_choice_is_refused() -> None:
    with pytest.raises(KnownError, match="auto, vlc, qt or null"):
        make_player("winamp", "", None)


@pytest.mark.parametrize("fallback", [None, _broken])
def test_missing_fallback_is_told_when_asked_for_by_name(
    fallback: Callable[[], Player] | None,
) -> None:
    with pytest.raises(KnownError, match="Qt"):
        make_player("qt", "", fallback)


@pytest.mark.parametrize(
    ("fallback", "name", "words"),
    [(_Fallback, "qt", "Qt's own player"), (None, "null", "nothing"), (_broken, "null", "nothing")],
)
def test_auto_falls_back_with_a_line(
    monkeypatch: pytest.MonkeyPatch, fallback: Callable[[], Player] | None, name: str, words: str
) -> None:
    monkeypatch.setattr("desktop_app.playback.choose.make_vlc_player", _no_vlc)
    player, notice = make_player("auto", "", fallback)
    player.close()
    assert player.name == name
    assert words in notice
    assert "Install VLC" in notice


def _no_vlc(_args: str) -> Player:
    raise EngineMissing("VLC's sound engine cannot be used")


def test_malformed_arguments_are_told() -> None:
    with pytest.raises(KnownError, match="HEARTHSIDE_VLC_ARGS"):
        make_vlc_player("--aout='dummy")


@pytest.mark.parametrize(
    ("prelude", "env"),
    [
        ("", {"PYTHON_VLC_LIB_PATH": "/nonexistent/libvlc.so.5"}),
        ("", {"PYTHON_VLC_MODULE_PATH": "/nonexistent/plugins"}),
        (_NO_LIBRARY, {}),
        (_NO_CDLL, {}),
    ],
    ids=["exits", "no plugins", "not found", "cannot load"],
)
def test_without_libvlc_it_goes_on(prelude: str, env: dict[str, str]) -> None:
    done = _run(_CHOOSE.format(prelude=prelude), **env)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("missing: VLC's sound engine cannot be used")
    assert "null | No sound engine was found" in done.stdout
    assert not done.stderr


def test_leaves_nothing_in_the_home_of_the_person(tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    talk = write_wav(tmp_path / "talk.wav", tone(5))
    xdg = {name: str(folder / "x") for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    done = _run(_PLAY, str(talk), HOME=str(folder), XDG_DATA_HOME=str(folder / "x"), **xdg)
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    assert not list(folder.rglob("*"))
