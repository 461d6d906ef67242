"""Going back to a copy, and erasing everything, in the real window over the real services."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.base import settings
from desktop_app.base.settings import Settings, Theme
from desktop_app.services.lock import ERASING
from desktop_app.services.logins import SERVICE
from desktop_app.ui.pages.settings import SettingsPage
from desktop_app.ui.windows.farewell import Farewell
from tests.e2e.test_window import answer, opened
from tests.services.test_logins import MemoryKeyring, backend
from tests.support.furnished import ACCOUNT, files_in, furnish, put_own

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.base.paths import Home
    from desktop_app.house import House
    from desktop_app.ui.widgets.buttons import Button

PATIENCE = 30_000
__all__ = ["backend"]


@pytest.fixture(autouse=True)
def silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is heard here."""
    monkeypatch.setenv("HEARTHSIDE_AUDIO", "null")


def settings_of(house: House) -> SettingsPage:
    house.window.open("settings")
    page = house.window.page
    assert isinstance(page, SettingsPage)
    return page


def press(button: Button) -> None:
    assert button.isVisibleTo(button.window())
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def favorites(house: House, qtbot: QtBot) -> int:
    return answer(house, qtbot, lambda core: core.browsing.counts()).favorites


def test_an_older_library_comes_back_and_the_newer_is_kept(home: Home, qtbot: QtBot) -> None:
    asyncio.run(furnish(home))
    settings.save(home.settings, Settings(welcomed=True))
    with opened(home, qtbot) as house:
        answer(house, qtbot, lambda core: core.settings.change(theme=Theme.DARK))
        (talk,) = [
            each.episode.id for each in answer(house, qtbot, lambda core: core.places.bookmarks())
        ]
        answer(house, qtbot, lambda core: core.favorites.unmark(talk))
        assert favorites(house, qtbot) == 0
        page, before = settings_of(house), house.window
        press(page.library.restore.begin)
        qtbot.waitUntil(lambda: bool(page.library.restore.copies), timeout=PATIENCE)
        oldest = page.library.restore.copies[-1]
        press(oldest)
        confirm = page.library.restore.confirm
        qtbot.waitUntil(lambda: confirm.isVisibleTo(page), timeout=PATIENCE)
        assert "1 feed, 4 talks, 1 favorite" in page.library.restore.what.text()
        assert "set aside" in page.library.restore.more.text()
        assert favorites(house, qtbot) == 0
        press(confirm)
        qtbot.waitUntil(lambda: house.window is not before, timeout=PATIENCE)
        assert favorites(house, qtbot) == 1
        said = house.window.notice.accessibleName()
        assert "is in its place again" in said
        assert "set-aside" in said
        assert house.look.settings.theme is Theme.DARK
    (aside,) = home.backups.glob("set-aside-2*.sqlite")
    with closing(sqlite3.connect(aside)) as kept:
        assert kept.execute("SELECT count(*) FROM favorites").fetchone() == (0,)


def test_what_cannot_be_restored_is_a_line_and_changes_nothing(
    home: Home, qtbot: QtBot, tmp_path: Path
) -> None:
    asyncio.run(furnish(home))
    whole = (home.backups / "library-20261122.sqlite").read_bytes()
    wrong, damaged, newer = (tmp_path / f"{name}.sqlite" for name in ("wrong", "damaged", "newer"))
    wrong.write_bytes(b"no library at all")
    damaged.write_bytes(whole[: len(whole) // 2])
    newer.write_bytes(whole)
    with closing(sqlite3.connect(newer)) as later:
        later.execute("INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
                      " VALUES ('hearthside', 'version_99', '')")  # fmt: skip
        later.commit()
    with opened(home, qtbot) as house:
        page, window = settings_of(house), house.window
        for file, why in (
            (wrong, "It is no copy of a library"),
            (damaged, "It is damaged"),
            (newer, "newer Hearthside"),
            (tmp_path / "nowhere.sqlite", "There is no such file"),
        ):
            page.library.restore._look_at(file)
            qtbot.waitUntil(partial(says, page, why), timeout=PATIENCE)
            assert not page.library.restore.confirm.isVisibleTo(page)
        assert house.window is window
        assert favorites(house, qtbot) == 1
    assert not list(home.backups.glob("set-aside-*.sqlite"))
    assert (home.root / "library.sqlite.part").read_bytes() == b"a private note"


def test_everything_is_erased_by_two_presses_in_two_places(
    home: Home, qtbot: QtBot, backend: MemoryKeyring
) -> None:
    asyncio.run(furnish(home))
    own = put_own(home)
    backend.set_password(SERVICE, ACCOUNT, "secret")
    with opened(home, qtbot) as house:
        page = settings_of(house)
        erase = page.library.erase
        erase.begin.setFocus()
        QTest.keyClick(erase.begin, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: erase.now.isVisibleTo(page), timeout=PATIENCE)
        assert "1 feed, 1 favorite, 1 bookmark" in erase.goes.text()
        assert QApplication.focusWidget() in {erase.keep, None}
        QTest.keyClick(erase.keep, Qt.Key.Key_Return)
        assert not erase.now.isVisibleTo(page)
        assert (home.root / "library.sqlite").exists()

        press(erase.begin)
        qtbot.waitUntil(lambda: erase.now.isVisibleTo(page), timeout=PATIENCE)
        press(erase.now)
        qtbot.waitUntil(lambda: bool(farewells()), timeout=PATIENCE)
        (farewell,) = farewells()
        qtbot.waitUntil(lambda: farewell.close_button.isVisibleTo(farewell), timeout=PATIENCE)
        assert farewell.what.text() == "Everything is erased"
        assert "notes.txt is not Hearthside's, so it stays." in farewell.more.text()
        assert files_in(home.root) == own
        assert backend.kept == {}
        with qtbot.waitSignal(farewell.over):
            press(farewell.close_button)
        farewell.hide()
    assert files_in(home.root) == own


def test_what_another_command_works_in_is_not_erased(home: Home, qtbot: QtBot) -> None:
    asyncio.run(furnish(home))
    settings.save(home.settings, Settings(welcomed=True))
    with opened(home, qtbot) as house:
        before = house.window
        command = sqlite3.connect(home.database)
        command.execute("SELECT count(*) FROM feeds").fetchone()
        house.bridge.call(lambda core: core.keeping.erase())  # closing, it answers no more
        qtbot.waitUntil(lambda: house.window is not before, timeout=PATIENCE)
        command.close()
        assert "command of Hearthside is at work" in house.window.notice.accessibleName()
        assert favorites(house, qtbot) == 1
        assert not farewells()
    assert not (home.root / ERASING).exists()


def says(page: SettingsPage, words: str) -> bool:
    return words in page.notice.accessibleName()


def farewells() -> list[Farewell]:
    return [
        each
        for each in QApplication.topLevelWidgets()
        if isinstance(each, Farewell) and each.isVisible()
    ]
