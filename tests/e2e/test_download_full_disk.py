"""No room: it is said clearly, nothing is lost, and with room it goes on to the last byte."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support import pod
from tests.support.command import environment, hearthside
from tests.support.server import Gate, Server, static
from tests.support.small_disk import small_disk
from tests.support.sound import speech_bytes
from tests.support.terminal import until

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.support.server import Reply

TALKS = 6
MB = 1_000_000


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on the loopback."""
    with Server() as running:
        yield running


def done(home: Path) -> list[Path]:
    said = hearthside(home, "episodes", "--downloaded", "--json").out
    return [Path(each["file"]) for each in json.loads(said)]


def subscribe(server: Server, home: Path, answer: Reply) -> None:
    url = pod.serve(server, "tapes", TALKS, answer.body)
    for number in range(TALKS):
        server.add(f"/tapes/{number}.mp3", answer)
    assert hearthside(home, "add", url).status == 0


@pytest.mark.parametrize("told", [True, False], ids=["length told", "length not told"])
def test_the_folder_of_recordings_is_full(server: Server, tmp_path: Path, told: bool) -> None:
    sound, home = speech_bytes(60), tmp_path / "home"
    with small_disk(home / "audio", 2 * MB + 5 * len(sound) // 2) as disk:
        subscribe(server, home, replace(static(sound), chunked=not told, piece=16_384))
        ran = hearthside(home, "download", "--new")
        assert ran.status == 1
        assert "no room" in ran.err or "is full" in ran.err, ran.err
        assert len(ran.err.splitlines()) + len(ran.out.splitlines()) == TALKS, ran
        before = done(home)
        assert len(before) == len(ran.out.splitlines()) < TALKS
        assert all(path.read_bytes() == sound for path in before)
        disk.resize(20 * MB)
        ran = hearthside(home, "download")
        assert (ran.status, ran.err) == (0, "")
        assert set(before) < set(done(home))
        assert [path.read_bytes() == sound for path in done(home)] == [True] * TALKS
        assert list((home / "audio").rglob("*.part")) == []


def test_everything_is_full_in_mid_download(server: Server, tmp_path: Path) -> None:
    """The library lies on the same disk, so nothing can be noted any more either."""
    sound, home, gate = speech_bytes(60), tmp_path / "home", Gate()
    half = len(sound) // 2
    with small_disk(home, 12 * MB) as disk:
        subscribe(server, home, replace(static(sound), gate=gate, gate_after=half))
        process = subprocess.Popen(
            [sys.executable, "-m", "desktop_app", "--home", str(home), "download", "--new"],
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            until(lambda: parts(home) == [half] * 2)
            disk.fill()
            gate.set()
        finally:
            out, err = process.communicate(timeout=60)
        assert (process.returncode, out) == (1, ""), err
        assert "Traceback" not in err
        assert "full" in err or "no room" in err, err
        assert all(line.startswith("“Bob D. - Talk") for line in err.splitlines()), err
        assert done(home) == []
        assert min(parts(home)) >= half, "what came is kept"
        disk.clear()
        ran = hearthside(home, "download", "--new")
        assert (ran.status, ran.err) == (0, "")
        assert [path.read_bytes() == sound for path in done(home)] == [True] * TALKS
        assert parts(home) == []


def parts(home: Path) -> list[int]:
    return [path.stat().st_size for path in (home / "audio").rglob("*.part")]
