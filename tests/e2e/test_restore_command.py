"""``hearthside measure`` and ``restore`` as a person runs them: on a terminal, stopped, gone on."""

from __future__ import annotations

import json
import re
import signal
from typing import TYPE_CHECKING

import pytest

from tests.support.command import hearthside
from tests.support.sound import RATE, decoded, noise, save, speech_like
from tests.support.terminal import OnTerminal

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

STOPPED = "Stopped. What is done is kept{}; the same command goes on where it was."
MINUTES = 3
FAR = 60
"""Percent: so far has the work come when it is stopped."""


def tape(seconds: float) -> NDArray[np.float32]:
    """Return a voice on a quiet tape that hisses."""
    return speech_like(seconds, level_db=-34) + noise(seconds, -55)


@pytest.fixture(scope="module")
def minute(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A minute of an old tape."""
    return save(tmp_path_factory.mktemp("tape") / "tape.mp3", tape(60)).read_bytes()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A home that does not exist yet."""
    return tmp_path / "home"


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    """Five seconds of an old tape in a folder of tapes."""
    return save(tmp_path / "tapes" / "Bob D. - Old tape.mp3", tape(5))


def length(path: Path) -> float:
    """Return the seconds of sound in an Opus file."""
    return len(decoded(path)) / 48_000


def test_measure_says_how_a_file_sounds(folder: Path, recording: Path) -> None:
    ran = hearthside(folder, "measure", str(recording))
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert lines[0] == "length        0:05"
    assert lines[1].startswith("loudness      −3")
    assert "hisses" in lines[-2]
    assert lines[-1] == f"Restoring it would help: hearthside restore '{recording}'"
    values = json.loads(hearthside(folder, "measure", *str(recording).split(), "--json").out)
    assert values["duration"] == pytest.approx(5, abs=0.1)
    assert values["snr"] == pytest.approx(23, abs=4)
    assert "hiss" in values["faults"]
    assert not folder.exists(), "no library is needed for that"


def test_what_cannot_be_measured_is_told(folder: Path, tmp_path: Path) -> None:
    text = tmp_path / "notes.mp3"
    text.write_text("no sound\n" * 400)
    told = {
        "nowhere.mp3": f"There is no file {tmp_path}/nowhere.mp3.",
        ".": f"{tmp_path} is a folder",
        text.name: "notes.mp3",
    }
    for name, words in told.items():
        for command in ("measure", "restore"):
            ran = hearthside(folder, command, str(tmp_path / name))
            assert (ran.status, ran.out) == (1, "")
            assert ran.err.startswith(words), ran.err
            assert len(ran.err.splitlines()) == 1
    assert not [*tmp_path.glob("*.part"), *tmp_path.glob("*.opus")]


def test_a_file_is_restored_beside_itself(folder: Path, recording: Path) -> None:
    before = recording.read_bytes()
    target = recording.with_name("Bob D. - Old tape.restored.opus")
    ran = hearthside(folder, "restore", str(recording))
    assert (ran.status, ran.err) == (0, "")
    first, second = ran.out.splitlines()
    assert first == f"✓ {target}"
    assert re.fullmatch(r"  −3\d\.\d → −1[56]\.\d LUFS · hiss −\d+ dB.*", second)
    assert length(target) == pytest.approx(len(decoded(recording)) / RATE, abs=0.001)
    assert recording.read_bytes() == before
    assert sorted(recording.parent.iterdir()) == sorted([recording, target])
    assert not folder.exists()


def test_nothing_is_written_over_unasked(folder: Path, recording: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.opus"
    target.write_bytes(b"mine")
    command = ("restore", str(recording), "-o", str(target))
    ran = hearthside(folder, *command)
    assert (ran.status, ran.out) == (1, "")
    assert "is there already. Say it with --force" in ran.err
    for answer, status in (("n", 1), ("y", 0)):
        assert target.read_bytes() == b"mine"
        with OnTerminal(folder, *command) as terminal:
            terminal.until(lambda said: "Write over it? [y/N]: " in said)
            terminal.type(f"{answer}\n")
            assert terminal.end() == status
    assert length(target) == pytest.approx(5, abs=0.1)
    target.write_bytes(b"mine")
    assert hearthside(folder, *command, "--force").status == 0
    assert target.read_bytes() != b"mine"
    over = hearthside(folder, "restore", str(target), "-o", str(target), "--force")
    assert (over.status, over.out) == (1, "")
    assert "it would be written over" in over.err
    wrong = hearthside(folder, "restore", str(recording), "-o", "out.mp3")
    assert (wrong.status, wrong.out) == (2, "")
    assert "name one that ends in .opus" in wrong.err


def test_a_talk_is_restored_in_the_library(folder: Path, recording: Path, tmp_path: Path) -> None:
    assert hearthside(folder, "add", str(recording.parent)).status == 0
    out = tmp_path / "out.opus"
    ran = hearthside(folder, "restore", "Old", "tape", "-o", str(out))
    assert (ran.status, ran.err, ran.out.splitlines()[0]) == (0, "", f"✓ {out}")
    assert not [*(folder / "restored").rglob("*.opus")], "it is as it was"
    for _ in range(2):
        ran = hearthside(folder, "restore", "1")
        assert (ran.status, ran.err) == (0, "")
        assert ran.out.splitlines()[0] == "✓ Bob D. - Old tape"
        assert "LUFS · hiss −" in ran.out
    (restored,) = (folder / "restored").rglob("*.opus")
    assert restored.read_bytes() == out.read_bytes()
    recording.unlink()
    assert hearthside(folder, "play", "1").status == 0, "it is that one which plays"
    gone = hearthside(folder, "restore", "1", "-o", str(tmp_path / "other.opus"))
    assert (gone.status, gone.out) == (1, "")
    assert "is not on this computer" in gone.err


@pytest.mark.parametrize("talk", [False, True], ids=["file", "talk"])
def test_ctrl_c_keeps_what_is_done_and_a_second_run_goes_on(
    folder: Path, tmp_path: Path, minute: bytes, talk: bool
) -> None:
    path = tmp_path / "tapes" / "Long tape.mp3"
    path.parent.mkdir()
    path.write_bytes(minute * MINUTES)
    command = ("restore", "1" if talk else str(path))
    if talk:
        assert hearthside(folder, "add", str(path.parent)).status == 0
    with OnTerminal(folder, *command) as terminal:
        terminal.until(lambda said: percents(said)[-1:] > [FAR], 60)
        terminal.process.send_signal(signal.SIGINT)
        assert terminal.end() == 130
        place = "" if talk else f" in {path.with_suffix('.restored.opus.work')}"
        assert terminal.left() == [STOPPED.format(place)]
    with OnTerminal(folder, *command) as terminal:
        assert terminal.end() == 0
        assert percents(terminal.said)[0] > FAR / 2
        assert terminal.left()[0].startswith("✓ ")
    restored = folder / "restored" if talk else path.parent
    (target,) = restored.rglob("*.opus")
    assert length(target) == pytest.approx(60 * MINUTES, abs=1)
    assert not [*restored.rglob("*.part"), *restored.rglob("*.work")]


def percents(said: str) -> list[int]:
    """Return what the bars told, in their order."""
    return [int(each) for each in re.findall(r"(\d+) %", said)]
