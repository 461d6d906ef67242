"""``hearthside erase`` as a process of its own, asked on a terminal and without one."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from desktop_app.services.lock import ERASING, WINDOW_LOCK, ProcessLock
from tests.support.command import environment, hearthside
from tests.support.furnished import files_in
from tests.support.sound import speech_mp3
from tests.support.terminal import OnTerminal

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.command import Ran


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A home with a tape from a folder of the person's own, and a file of hers."""
    speech_mp3(tmp_path / "tapes" / "Tape 1.mp3", 5)
    home = tmp_path / "home"
    assert hearthside(home, "add", str(tmp_path / "tapes")).status == 0
    assert hearthside(home, "backup", str(tmp_path / "copy.sqlite")).status == 0
    (home / "mine.txt").write_text("mine")
    return home


def quietly(home: Path, *arguments: str) -> Ran:
    """Run the command with nobody to answer it."""
    return hearthside(home, "erase", *arguments)


def test_it_erases_the_home_and_leaves_what_is_elsewhere(folder: Path, tmp_path: Path) -> None:
    ran = quietly(folder, "--yes")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        f"Not Hearthside's, so it stays: {folder / 'mine.txt'}",
        f"Erased {folder}",
    ]
    assert set(files_in(tmp_path)) == {"home/mine.txt", "tapes/Tape 1.mp3", "copy.sqlite"}
    again = quietly(folder, "--yes")
    assert (again.status, again.out) == (0, f"There is nothing to erase in {folder}\n")


def test_nobody_to_ask_is_no_yes(folder: Path) -> None:
    before = files_in(folder)
    done = subprocess.run(
        [sys.executable, "-m", "desktop_app", "--home", str(folder), "erase"],
        stdin=subprocess.DEVNULL, capture_output=True, text=True, env=environment(),
        timeout=100, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == (
        "Nothing was erased: there is no terminal to ask on. Say it with --yes.\n"
    )
    assert before.items() <= files_in(folder).items()


@pytest.mark.skipif(os.name != "posix", reason="the terminal is a POSIX one")
@pytest.mark.parametrize(("said", "erased"), [("erase\r", True), ("y\r", False), ("\r", False)])
def test_on_a_terminal_it_says_what_goes_and_wants_the_word(
    folder: Path, said: str, erased: bool
) -> None:
    with OnTerminal(folder, "erase") as terminal:
        terminal.until(lambda text: "to go on" in text)
        os.write(terminal._ours, said.encode())
        assert terminal.end() == (0 if erased else 1)
    for words in (f"keeps in {folder}", "1 feed", "0 recordings", "your own tapes", "deleted, not"):
        assert words in terminal.said
    assert ("Nothing was erased." in terminal.said) is not erased
    assert (folder / "library.sqlite").exists() is not erased


def test_not_while_a_window_is_open(folder: Path) -> None:
    window = ProcessLock(folder / WINDOW_LOCK)
    assert window.acquire()
    ran = quietly(folder, "--yes")
    window.release()
    assert ran.status == 1
    assert ran.err == "Nothing was erased: Hearthside is open. Close its window first.\n"
    assert (folder / "library.sqlite").exists()


def test_any_command_finishes_first_what_was_broken_off(folder: Path) -> None:
    (folder / ERASING).touch()
    ran = hearthside(folder, "feeds", "--json")
    assert (ran.status, ran.out.strip(), ran.err) == (0, "[]", "")
    assert not (folder / ERASING).exists()
    assert (folder / "mine.txt").read_text() == "mine"


@pytest.mark.skipif(os.name != "posix", reason="Windows lets few make links")
def test_what_could_not_be_finished_is_told(folder: Path) -> None:
    (folder / ERASING).touch()
    (folder / "covers").rmdir()
    (folder / "covers").symlink_to(folder / "unplugged")
    ran = hearthside(folder, "parse-titles", os.devnull)
    assert ran.err == f"{folder / 'covers'} was not erased: what it leads to is not there now.\n"
