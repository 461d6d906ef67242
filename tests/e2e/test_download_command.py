"""``hearthside download`` as a person runs it: on a terminal, in a script, stopped, gone on."""

from __future__ import annotations

import json
import re
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.base.settings import Settings, save
from tests.support import faults, pod
from tests.support.command import environment, hearthside
from tests.support.server import Gate, Reply, Server, static
from tests.support.sound import speech_bytes
from tests.support.terminal import OnTerminal

if TYPE_CHECKING:
    from collections.abc import Iterator

STOPPED = "Stopped. What has come so far is kept; go on with: hearthside download"


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on the loopback."""
    with Server() as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A home that does not exist yet."""
    return tmp_path / "home"


def downloaded(folder: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(
        hearthside(folder, "episodes", "--downloaded", "--json").out
    )
    return rows


def held(sound: bytes, gate: Gate) -> Reply:
    """Return a reply that brings one half slowly enough to be seen, and then waits."""
    half = len(sound) // 2
    return replace(static(sound), gate=gate, gate_after=half, piece=half // 10, pause=0.06)


def test_bars_on_a_terminal_that_changes_its_size(server: Server, folder: Path) -> None:
    sound, gate = speech_bytes(30), Gate()
    url = pod.serve(server, "tapes", 4, sound)
    for number in range(2):
        server.add(f"/tapes/{number}.mp3", held(sound, gate))
    assert hearthside(folder, "add", url).status == 0
    with OnTerminal(folder, "download", "--new", width=100) as terminal:
        terminal.until(lambda _: "2 of 4 files" in terminal.drawn()[-1])
        terminal.resize(40)
        began, drawn = time.monotonic(), len(terminal.frames())
        terminal.until(lambda _: len(terminal.frames()) >= drawn + 6)
        assert time.monotonic() - began > 1, "drawn at most four times a second"
        narrow = terminal.drawn()
        assert all(len(line) < 40 for line in narrow), narrow
        assert [re.findall(r" (49|50) %$", line) != [] for line in narrow] == [True, True, False]
        gate.set()
        assert terminal.end() == 0
        left = terminal.left()
    assert sorted(left) == sorted(f"✓ Bob D. - Talk {number}" for number in range(4))
    assert all(Path(each["file"]).read_bytes() == sound for each in downloaded(folder))


def test_ctrl_c_keeps_what_came_and_a_second_run_goes_on(server: Server, folder: Path) -> None:
    sound, gate = speech_bytes(30), Gate()
    url = pod.serve(server, "tapes", 2, sound)
    half = len(sound) // 2
    for number in range(2):
        server.add(f"/tapes/{number}.mp3", held(sound, gate), static(sound))
    assert hearthside(folder, "add", url).status == 0
    with OnTerminal(folder, "download", "--new") as terminal:
        terminal.until(lambda said: "Talk 1" in said and "0 of 2 files" in said)
        terminal.until(lambda _: parts(folder) == [half, half])
        terminal.process.send_signal(signal.SIGINT)
        assert terminal.end() == 130
        assert terminal.left() == [STOPPED]
    assert parts(folder) == [half, half]
    gate.set()
    ran = hearthside(folder, "download")
    assert (ran.status, ran.err, len(ran.out.splitlines())) == (0, "", 2)
    for number in range(2):
        again = server.asked(f"/tapes/{number}.mp3")[-1].headers["range"]
        assert 0 < int(re.findall(r"\d+", again)[0]) <= half
    assert parts(folder) == []
    assert [Path(each["file"]).read_bytes() == sound for each in downloaded(folder)] == [True] * 2


def parts(folder: Path) -> list[int]:
    return [path.stat().st_size for path in (folder / "audio").rglob("*.part")]


def test_without_a_terminal_it_is_a_line_a_file(server: Server, folder: Path) -> None:
    """Told by the person: it does not wait for the hours, nor for the window's queue."""
    sound = speech_bytes(3)
    url = pod.serve(server, "tapes", 3, sound)
    server.add("/tapes/1.mp3", Reply(404))
    server.add("/tapes/2.mp3", Reply(body=b"<html>Please sign in</html>"))
    assert hearthside(folder, "add", url).status == 0
    now = time.localtime()
    minutes = (now.tm_hour * 60 + now.tm_min + 720) % 1440
    save(
        folder / "settings.json",
        Settings(
            downloads_paused=True,
            download_hours=True,
            download_from=minutes,
            download_until=(minutes + 60) % 1440,
        ),
    )
    ran = hearthside(folder, "download", "--feed", "Tapes", module="tests.support.hurried")
    assert (ran.status, ran.out) == (1, "✓ Bob D. - Talk 0\n")
    failed = sorted(ran.err.splitlines())
    assert len(failed) == 2
    assert failed[0].startswith("“Bob D. - Talk 1” was not downloaded: the recording is no longer")
    assert failed[1].startswith("“Bob D. - Talk 2” was not downloaded: ")
    assert "web page" in failed[1]


def test_nothing_to_do_is_said(server: Server, folder: Path) -> None:
    assert hearthside(folder, "add", pod.serve(server, "tapes", 1, speech_bytes(3))).status == 0
    ran = hearthside(folder, "download")
    assert (ran.status, ran.out, ran.err) == (0, "There is nothing to download.\n", "")
    assert hearthside(folder, "download", "1").out == "✓ Bob D. - Talk 0\n"
    for arguments in (("1",), ("--new",), ("--feed", "Tapes")):
        ran = hearthside(folder, "download", *arguments)
        assert (ran.status, ran.out, ran.err) == (0, "It is all here already.\n", "")
    Path(downloaded(folder)[0]["file"]).unlink()
    assert hearthside(folder, "download", "--new").out == "✓ Bob D. - Talk 0\n"


def test_a_file_that_got_its_name_in_the_last_moment_is_found(server: Server, folder: Path) -> None:
    """The power went between the name and the row: nothing has to be fetched any more."""
    assert hearthside(folder, "add", pod.serve(server, "tapes", 1, speech_bytes(3))).status == 0
    assert hearthside(folder, "download", "--new").status == 0
    with closing(sqlite3.connect(folder / "library.sqlite")) as library, library:
        library.execute("UPDATE downloads SET state = 'downloading'")
    ran = hearthside(folder, "download")
    assert (ran.status, ran.err) == (0, "")
    assert len(downloaded(folder)) == 1
    assert len(server.asked("/tapes/0.mp3")) == 1


def test_no_room_under_the_budget_is_told(server: Server, folder: Path) -> None:
    sound, talks = speech_bytes(60), []
    for number in range(3):
        url = server.add(f"/{number}.mp3", static(sound))
        talks.append(faults.Talk(f"Talk {number}", url, len(sound), 60))
    assert hearthside(folder, "add", server.add("/feed.xml", faults.feed(talks))).status == 0
    save(folder / "settings.json", Settings(budget_mb=1))
    ran = hearthside(folder, "download", "--new")
    assert ran.status == 1
    assert "1 MB" in ran.err
    assert 0 < len(downloaded(folder)) < 3


def test_a_disk_that_is_not_there_is_told(server: Server, folder: Path) -> None:
    assert hearthside(folder, "add", pod.serve(server, "tapes", 2, speech_bytes(3))).status == 0
    assert hearthside(folder, "download", "--new").status == 0
    (folder / "audio").rename(folder / "elsewhere")
    ran = hearthside(folder, "download", "--new")
    assert (ran.status, ran.out) == (1, "")
    assert len(ran.err.splitlines()) == 2
    assert "If they are on another disk, connect that." in ran.err


def test_sigterm_leaves_parts_too(server: Server, folder: Path) -> None:
    sound, gate = speech_bytes(30), Gate()
    url = pod.serve(server, "tapes", 1, sound)
    server.add("/tapes/0.mp3", held(sound, gate))
    assert hearthside(folder, "add", url).status == 0
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop_app", "--home", str(folder), "download", "1"],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        server.wait_for("/tapes/0.mp3")
        process.send_signal(signal.SIGTERM)
    finally:
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (143, "", f"{STOPPED}\n")
