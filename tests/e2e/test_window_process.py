"""The window as a process of its own, on a virtual screen: started, asked twice, ended."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from desktop_app.desktop.instance import raise_other
from desktop_app.services.lock import WINDOW_LOCK, ProcessLock
from tests.support.command import ROOT, environment, hearthside
from tests.support.screen import virtual_screen
from tests.support.sound import speech_mp3

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

PATIENCE = 30_000
VLC = {"HEARTHSIDE_AUDIO": "vlc", "HEARTHSIDE_VLC_ARGS": "--aout=dummy"}


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    with virtual_screen() as display:
        yield display


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A home with one long tape."""
    speech_mp3(tmp_path / "tapes" / "Tape 1.mp3", 120)
    home = tmp_path / "home"
    assert hearthside(home, "add", str(tmp_path / "tapes")).status == 0
    return home


def start(folder: Path, screen: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "desktop_app", "--home", str(folder)],
        env=environment(DISPLAY=screen, QT_QPA_PLATFORM="xcb", **VLC),
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )


def starter_is_there(folder: Path) -> bool:
    """Tell whether the window has opened its library and filled it."""
    with closing(sqlite3.connect(f"file:{folder}/library.sqlite?mode=ro", uri=True)) as library:
        (count,) = library.execute("SELECT count(*) FROM feeds").fetchone()
    return bool(count == 2)


def test_a_second_start_raises_the_first_and_sigterm_ends_it(
    folder: Path, screen: str, qtbot: QtBot
) -> None:
    first = start(folder, screen)
    try:
        qtbot.waitUntil(lambda: starter_is_there(folder), timeout=PATIENCE)
        second = start(folder, screen)
        _, said = second.communicate(timeout=20)
        assert (second.returncode, said) == (0, "")
        assert first.poll() is None
        assert raise_other(folder)
    finally:
        first.send_signal(signal.SIGTERM)
        _, said = first.communicate(timeout=20)
    assert (first.returncode, said) == (0, "")
    with closing(sqlite3.connect(folder / "library.sqlite")) as library:
        assert library.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_home_that_cannot_be_written_is_one_line(tmp_path: Path, screen: str) -> None:
    (tmp_path / "file").write_text("in the way")
    process = start(tmp_path / "file" / "home", screen)
    assert process.stderr is not None
    assert "cannot be written" in process.stderr.readline()
    assert process.poll() is None, "a window says so too, and waits for the person"
    process.terminate()
    _, rest = process.communicate(timeout=20)
    assert rest == ""


def test_an_open_window_that_does_not_answer_is_not_doubled(folder: Path, screen: str) -> None:
    busy = ProcessLock(folder / WINDOW_LOCK)
    assert busy.acquire()
    process = start(folder, screen)
    try:
        assert process.stderr is not None
        assert "does not answer" in process.stderr.readline()
        assert process.poll() is None
    finally:
        process.terminate()
        process.communicate(timeout=20)
        busy.release()
