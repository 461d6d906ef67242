"""The window that stands in the place of a library that cannot be opened."""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import DamagedLibraryError, KnownError
from desktop_app.base.settings import Settings
from desktop_app.library import favorites
from desktop_app.library.backup import copy, is_whole
from desktop_app.library.database import Library
from desktop_app.ui.windows.trouble import Trouble
from tests.support.clock import HandClock
from tests.support.shelf import NOW, add_feed, add_talks, parsed

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.base.paths import Home
    from desktop_app.ui.look.theme import Look

DAMAGE = DamagedLibraryError(
    "The library is damaged (/there/library.sqlite)",
    "database disk image is malformed",
    'Restore a backup: hearthside restore-backup "/there/x.sqlite".',
)


@pytest.fixture
async def kept(home: Home) -> Path:
    """A copy with a feed, two talks and a favorite, beside a library that is damaged."""
    library = await Library.open(home, HandClock())
    talks = await add_talks(library, await add_feed(library), parsed(1), parsed(2))
    await library.write(favorites.mark, talks[0], NOW)
    await library.close()
    path = home.backups / "library-20261122.sqlite"
    copy(home.database, path)
    made = datetime(2026, 11, 22, 14, 7).astimezone().timestamp()
    os.utime(path, (made, made))
    home.database.write_bytes(b"nonsense" * 5000)
    return path


async def test_it_says_in_plain_words_what_can_be_had_back(
    look: Look, qtbot: QtBot, home: Home, kept: Path
) -> None:
    trouble = Trouble(look, DAMAGE, home)
    qtbot.addWidget(trouble)
    said = " ".join(text.text() for text in (trouble.what, trouble.why, trouble.kept))
    assert trouble.what.text() == "Your library is damaged"
    assert "22 Nov, 14:07: 1 feed, 2 talks, 1 favorite." in said
    assert str(home.backups) in trouble.kept.text()
    for technical in ("malformed", "hearthside restore", ".sqlite"):
        assert technical not in said
    assert [button.text() for button in trouble.buttons][:2] == [
        "Restore the copy of 22 Nov, 14:07 (1 feed, 1 favorite)",
        "Set it aside and begin anew",
    ]

    with qtbot.waitSignal(trouble.solved, timeout=0):
        trouble.buttons[0].click()
    assert trouble.why.text() == "The copy of 22 Nov, 14:07 is in its place again."
    assert is_whole(home.database)
    (aside,) = home.backups.glob("set-aside-*.sqlite")
    assert aside.read_bytes() == b"nonsense" * 5000


def test_without_a_copy_it_says_so(look: Look, qtbot: QtBot, home: Home) -> None:
    trouble = Trouble(look, DAMAGE, home)
    qtbot.addWidget(trouble)
    assert "no copy" in trouble.why.text()
    assert [button.text() for button in trouble.buttons] == [
        "Set it aside and begin anew", "Try again", "Quit"]  # fmt: skip


def test_another_trouble_is_told_as_it_is(look: Look, qtbot: QtBot, home: Home) -> None:
    trouble = Trouble(look, KnownError("The library cannot be opened", "the disk is full"), home)
    qtbot.addWidget(trouble)
    assert trouble.what.text() == "The library cannot be opened"
    assert trouble.why.text() == "The disk is full."
    assert trouble.kept.isHidden()
    assert [button.text() for button in trouble.buttons] == ["Try again", "Quit"]


def test_its_title_tells_nothing_in_discreet_mode(look: Look, qtbot: QtBot, home: Home) -> None:
    titles = []
    for discreet in (False, True):
        look.follow(Settings(discreet=discreet))
        trouble = Trouble(look, KnownError("The library cannot be used"), home)
        qtbot.addWidget(trouble)
        titles.append(trouble.windowTitle())
    assert titles == ["Hearthside", "Audio"]
