"""A shared computer: what lies in the home, and beside it, can be read by its owner alone."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.base import settings
from desktop_app.base.settings import Settings
from desktop_app.desktop import instance
from desktop_app.desktop.instance import Instance, raise_other
from desktop_app.services import sound_room
from tests.support import pod
from tests.support.screen import virtual_screen
from tests.support.server import Server
from tests.support.sound import speech_bytes
from tests.support.steering import Steered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop_app.base.paths import Home

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights are told by mode bits")
OTHERS = 0o077


@pytest.fixture(autouse=True)
def usual_rights() -> Iterator[None]:
    """Let new files be readable by everybody, as on most computers."""
    before = os.umask(0o022)
    yield
    os.umask(before)


def open_to_others(folder: Path) -> dict[str, str]:
    """Return what others may see, from the folders that they may enter."""
    found: dict[str, str] = {}
    state = folder.lstat().st_mode
    if state & OTHERS:
        found[folder.name] = oct(stat.S_IMODE(state))
    for each in folder.iterdir():
        mode = each.lstat().st_mode
        if stat.S_ISDIR(mode):
            if mode & OTHERS:
                found |= open_to_others(each)
        elif mode & OTHERS and not stat.S_ISLNK(mode):
            found[each.name] = oct(stat.S_IMODE(mode))
    return found


def use(app: Steered, server: Server) -> None:
    """Leave one of each thing that the app ever leaves."""
    app.until("house is not None")
    app.ask(f"core.subscriptions.add({pod.serve(server, 'tapes', 1, speech_bytes(20))!r})")
    (talk,) = (each for each in app.ask(_PAGE)["episodes"] if each["feed"] == "Tapes")
    app.ask(f"core.downloading.request(({talk['id']},))")
    app.see(f"house.window.open('talk', {talk['id']})")
    app.until("house.window.page._detail and house.window.page._detail.episode.file")
    app.ask("core.settings.change(welcomed=True)")
    app.ask("core.backups.daily()")
    app.ask("core.sitting.begin(__import__('desktop_app').base.sittings.Preset('Short', 60.0))")
    app.see("__import__('sys').excepthook(ValueError, ValueError('x'), None)")


@pytest.fixture
def own() -> Iterator[Path]:
    """The person's own folder for sockets; its path is short, as a socket's has to be."""
    with tempfile.TemporaryDirectory(prefix="own") as folder:
        yield Path(folder)


_PAGE = "core.browsing.page(__import__('desktop_app').base.model.EpisodeQuery(), 0, 99)"


@pytest.mark.parametrize("before", [None, 0o755], ids=["made", "there before, and open"])
def test_nothing_that_is_left_is_open_to_others(
    tmp_path: Path, own: Path, before: int | None
) -> None:
    """A folder that the person chose keeps its rights; what we put into it is closed."""
    folder, temporary = tmp_path / "home", tmp_path / "temporary"
    temporary.mkdir()
    if before is not None:
        folder.mkdir(before)
        for name in ("audio", "covers", "backups", "logs"):
            (folder / name).mkdir(before)
        (folder / "settings.json").write_text("{}")
    with virtual_screen() as display, Server() as server:
        around = {
            "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "TMPDIR": str(temporary),
            "XDG_RUNTIME_DIR": str(own), "HEARTHSIDE_AUDIO": "null",
        }  # fmt: skip
        with Steered(folder, **around) as app:
            use(app, server)
            left = open_to_others(folder)
            left.pop("home", None) if before is not None else None
            assert left == {}
            assert {each.name for each in folder.iterdir()} >= {"library.sqlite-wal", "logs"}
            beside = [each for each in temporary.iterdir() if each.lstat().st_mode & OTHERS]
            assert beside == []
            assert [each.name[:10] for each in own.iterdir()] == ["hearthside"]
    assert open_to_others(own) == {}


def test_what_was_open_before_is_closed_at_the_next_start(home: Home) -> None:
    settings.save(home.settings, Settings())
    home.database.touch()
    elsewhere = home.root.parent / "elsewhere"
    elsewhere.mkdir(0o755)
    home.covers.rmdir()
    home.covers.symlink_to(elsewhere)
    for each in (home.settings, home.database, home.audio, home.logs, home.backups):
        each.chmod(0o755)
    home.prepare()
    for each in (home.audio, home.backups, home.logs):
        assert stat.S_IMODE(each.stat().st_mode) == 0o700
    for each in (home.settings, home.database):
        assert stat.S_IMODE(each.stat().st_mode) == 0o600
    assert elsewhere.stat().st_mode & OTHERS, "what a link leads to is not ours to close"


def test_a_disk_that_knows_no_rights_is_no_obstacle(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_path: Path, _mode: int, **_named: object) -> None:
        raise PermissionError

    home.audio.chmod(0o755)
    monkeypatch.setattr(Path, "chmod", refused)
    home.prepare()


@pytest.fixture
def no_runtime_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    return tmp_path


def test_the_socket_is_in_the_persons_own_folder_if_there_is_one(
    qtbot: QtBot, tmp_path: Path, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(own))
    listening = Instance(tmp_path)
    try:
        (socket,) = own.iterdir()
        assert not socket.stat().st_mode & OTHERS
        with qtbot.waitSignal(listening.asked) as asked:
            assert raise_other(tmp_path, "https://feed.example/rss")
        assert asked.args == ["https://feed.example/rss"]
    finally:
        listening.close()


def test_nobody_elses_socket_is_told_anything(
    qtbot: QtBot, no_runtime_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever takes the name in the folder for temporary files first would hear it."""
    listening = Instance(no_runtime_folder)
    heard: list[str] = []
    listening.asked.connect(heard.append)
    try:
        monkeypatch.setattr(instance, "is_ours", lambda _path: False)
        assert not raise_other(no_runtime_folder, "https://feed.example/rss")
        qtbot.wait_until(lambda: not listening._callers)
        assert heard == []
    finally:
        listening.close()


def test_what_is_left_of_other_peoples_sittings_is_left_alone(
    no_runtime_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(no_runtime_folder))
    theirs = no_runtime_folder / "sounds-theirs"
    theirs.mkdir()
    (theirs / ".hearthside").touch()
    monkeypatch.setattr(sound_room, "is_ours", lambda _path: False)
    sound_room.sweep()
    assert theirs.is_dir()
    monkeypatch.setattr(sound_room, "is_ours", lambda _path: True)
    sound_room.sweep()
    assert not theirs.exists()
