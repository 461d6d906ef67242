"""The window as a process: it keeps its place, and ends where a part of the app is damaged."""

from __future__ import annotations

import signal
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.base import settings
from desktop_app.base.settings import Settings
from tests.support.command import ROOT, environment

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.base.paths import Home

PATIENCE = 30_000
_DAMAGED = (
    "import sys; sys.modules[{part!r}] = None; from desktop_app import __main__ as m; m.main()"
)


def run(home: Home, *python: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *python, "--home", str(home.root)],
        env=environment(QT_QPA_PLATFORM="offscreen", HEARTHSIDE_AUDIO="null"),
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )


def ended(home: Home, qtbot: QtBot) -> None:
    """Let the window open and end it as a desktop does when the person logs out."""
    process = run(home, "-m", "desktop_app")
    log = home.logs / "hearthside.log"
    try:
        qtbot.waitUntil(home.database.exists, timeout=PATIENCE)
        assert process.poll() is None, log.read_text() if log.exists() else ""
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=20)
    assert process.returncode == 0


def test_the_place_is_kept_for_the_next_time(home: Home, qtbot: QtBot) -> None:
    chosen = Settings(welcomed=True, skip_back=37, refresh_on_start=False)
    settings.save(home.settings, chosen)
    ended(home, qtbot)
    kept = settings.load(home.settings)
    assert kept.window_place
    assert replace(kept, window_place="") == chosen


def test_a_home_without_choices_is_given_none(home: Home, qtbot: QtBot) -> None:
    ended(home, qtbot)
    assert not home.settings.exists()


@pytest.mark.parametrize("part", ["desktop_app.base.log", "desktop_app.house"])
def test_a_damaged_part_ends_the_window_and_says_so(home: Home, part: str) -> None:
    process = run(home, "-c", _DAMAGED.format(part=part))
    try:
        _, said = process.communicate(timeout=20)
    finally:
        process.kill()
    assert process.returncode == 1
    assert said.rstrip().endswith("Hearthside could not be opened: a part of it is damaged.")
    assert part in said
