"""A second start hands over what it was given to the window that is open."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtNetwork import QLocalSocket

from desktop_app.desktop.instance import Instance, _name, file_of, handed, raise_other
from tests.support.command import ROOT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop_app.desktop.instance import raise_other
app = QCoreApplication([])
sys.exit(0 if raise_other(Path(sys.argv[1]), *sys.argv[2:]) else 1)
"""


def second_start(qtbot: QtBot, home: Path, *given: str) -> int:
    """Start in a process of its own; return its exit status."""
    process = QProcess()
    process.setWorkingDirectory(str(ROOT))
    with qtbot.waitSignal(process.finished, timeout=20_000):
        process.start(sys.executable, ["-c", SECOND, str(home), *given])
    return process.exitCode()


@pytest.mark.parametrize(
    "given", ["", "https://feed.example/ä?b=c&d=%20", "file:///tapes/Bob%20S.mp3", "x" * 60_000]
)
def test_what_a_second_start_was_given_arrives(qtbot: QtBot, tmp_path: Path, given: str) -> None:
    instance = Instance(tmp_path)
    heard: list[str] = []
    instance.asked.connect(heard.append)
    try:
        assert second_start(qtbot, tmp_path, *([given] if given else [])) == 0
        qtbot.waitUntil(lambda: bool(heard))
        assert heard == [given]
    finally:
        instance.close()


def test_in_one_thread_as_well(qtbot: QtBot, tmp_path: Path) -> None:
    """The caller must not need the answer of the other for being heard."""
    instance = Instance(tmp_path)
    try:
        with qtbot.waitSignal(instance.asked) as asked:
            assert raise_other(tmp_path, "https://feed.example/rss")
        assert asked.args == ["https://feed.example/rss"]
    finally:
        instance.close()


def test_closing_while_somebody_calls(qtbot: QtBot, tmp_path: Path) -> None:
    instance = Instance(tmp_path)
    caller = QLocalSocket()
    caller.connectToServer(_name(tmp_path))
    qtbot.waitUntil(lambda: bool(instance._callers))
    heard: list[str] = []
    instance.asked.connect(heard.append)
    instance.close()
    caller.abort()
    assert heard == []


def test_where_nobody_is_nobody_answers(qtbot: QtBot, tmp_path: Path) -> None:
    assert raise_other(tmp_path, "https://feed.example/rss") is False


def test_files_are_told_by_their_whole_address(tmp_path: Path) -> None:
    tape = tmp_path / "Bob S – ä #1.mp3"
    tape.touch()
    by_name = handed(tape.name, tmp_path)
    assert by_name.startswith("file:///")
    assert by_name == handed(str(tape), Path("/"))
    assert file_of(by_name) == tape


def test_addresses_stay_as_they_are(tmp_path: Path) -> None:
    for address in ("", "https://feed.example/a%20b?c=d", "feed://feed.example/rss"):
        assert handed(address, tmp_path) == address
        assert file_of(address) is None
    assert handed("feed.example/rss", tmp_path) == "http://feed.example/rss"
