"""What the window leaves outside of its home; an erasing that was broken off is finished."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from typing import TYPE_CHECKING

from desktop_app.base import settings
from desktop_app.base.settings import Settings
from desktop_app.services.lock import ERASING
from tests.support.command import ROOT, environment
from tests.support.furnished import files_in, furnish, put_own

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.base.paths import Home

_SAVE = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from desktop_app import gui
from desktop_app.base.paths import Home
from desktop_app.ui.pages.settings import SettingsPage

def visit(house):
    house.window.open("settings")
    page = house.window.page
    page.library.export.click()
    (dialog,) = page.findChildren(QFileDialog)
    dialog.setDirectory(sys.argv[2])
    dialog.selectFile("private.opml")
    dialog.destroyed.connect(QApplication.quit)
    QTimer.singleShot(0, dialog.accept)

from desktop_app.house import House
opened = House.open

def open_and_visit(house):
    opened(house)
    house.bridge.call(lambda core: core.browsing.counts(), lambda _counts: visit(house))

House.open = open_and_visit
sys.exit(gui.run_window(Home(Path(sys.argv[1]))))
"""


def start(home: Home, elsewhere: Path) -> None:
    """Open the window, save a list of feeds in a folder, and close; with a home directory apart."""
    person = elsewhere / "person"
    private = elsewhere / "private"
    for folder in (person, private, elsewhere / "run"):
        folder.mkdir(mode=0o700, exist_ok=True)
    there = {"HOME": str(person), "XDG_RUNTIME_DIR": str(elsewhere / "run"), "TMPDIR": str(person)}
    given = environment(QT_QPA_PLATFORM="offscreen", HEARTHSIDE_AUDIO="null", **there)
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        given.pop(name, None)
    done = subprocess.run(
        [sys.executable, "-c", _SAVE, str(home.root), str(private)],
        env=given, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr, done.stderr


def test_a_file_dialog_leaves_no_list_of_folders(home: Home, tmp_path: Path) -> None:
    start(home, tmp_path)
    assert (tmp_path / "private" / "private.opml").exists()
    left = {name for name in files_in(tmp_path / "person") if "fontconfig" not in name}
    assert left == set()
    assert not any(os.scandir(tmp_path / "run"))


def test_the_next_start_finishes_an_erasing_and_begins_with_nothing(
    home: Home, tmp_path: Path
) -> None:
    asyncio.run(furnish(home))
    own = put_own(home)
    (home.root / ERASING).touch()
    start(home, tmp_path)
    assert not (home.root / ERASING).exists()
    found = files_in(home.root)
    assert own.items() <= found.items()
    assert not any(name.startswith(("covers/0", "audio/Tapes/1")) for name in found)
    assert not list(home.backups.glob("before-migration-*"))
    assert settings.load(home.settings).skip_back == Settings().skip_back
