"""Restore and Erase on the Settings page: nothing happens by one press."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from desktop_app.base.errors import KnownError
from desktop_app.base.kept import BackupFacts, Copy, Kept, Numbers, Pile
from desktop_app.ui.pages.settings import SettingsPage
from tests.support.hand import HandBridge, HandCore, Told

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look

MADE = datetime(2026, 11, 22, 14, 7, tzinfo=UTC)
DAILY, ASIDE = Path("/home/library-20261122.sqlite"), Path("/home/set-aside.sqlite")
KEPT = Kept(
    Path("/home"),
    Numbers(feeds=5, episodes=120, favorites=12, bookmarks=1, sittings=40),
    Pile(3, 9_000_000),
    Pile(12, 480_000_000),
    accounts=("ann",),
)


@pytest.fixture
def page(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot, tmp_path: Path
) -> SettingsPage:
    vars(core)["home"] = SimpleNamespace(root=tmp_path)
    for name in ("keeping", "backups"):
        vars(core)[name] = Told(name, core.log)
    copies = (Copy(DAILY, MADE, 3_400_000, daily=True), Copy(ASIDE, MADE, 2_000_000, daily=False))
    vars(core)["keeping"].answers = {"copies": copies, "survey": KEPT, "erase": None}
    vars(core)["backups"].answers = {"look": BackupFacts(MADE, 5, 120, 12), "restore": None}
    page = SettingsPage(look, bridge)
    qtbot.addWidget(page)
    page.resize(1050, 820)
    page.show()
    page.shown(None)
    bridge.run()
    core.log.clear()
    return page


def asked(core: HandCore) -> list[str]:
    return [what for what, *_ in core.log]


def test_a_copy_is_chosen_told_and_confirmed(
    page: SettingsPage, bridge: HandBridge, core: HandCore
) -> None:
    restore = page.library.restore
    restore.begin.click()
    bridge.run()
    assert [each.text() for each in restore.copies] == [
        "22 Nov, 14:07 · 3.4 MB", "22 Nov, 14:07 · 2.0 MB · set aside"]  # fmt: skip
    assert not restore.confirm.isVisibleTo(page)
    restore.copies[0].click()
    bridge.run()
    assert restore.what.text() == (
        "The copy of 22 Nov, 14:07 has 5 feeds, 120 talks, 12 favorites."
    )
    assert "set aside among the backups, not lost" in restore.more.text()
    assert "Recordings and settings stay" in restore.more.text()
    assert "backups.restore" not in asked(core)
    restore.confirm.click()
    restore.confirm.click()
    bridge.run()
    assert core.log[-1] == ("backups.restore", DAILY)
    assert asked(core).count("backups.restore") == 1


def test_a_file_is_chosen_and_left_again(
    page: SettingsPage, bridge: HandBridge, core: HandCore
) -> None:
    restore = page.library.restore
    restore.begin.click()
    bridge.run()
    restore.file.click()
    [dialog] = page.findChildren(QFileDialog)
    dialog.fileSelected.emit("/elsewhere/mine.sqlite")
    bridge.run()
    dialog.reject()
    assert core.log[-1] == ("backups.look", Path("/elsewhere/mine.sqlite"))
    assert restore.confirm.isVisibleTo(page)
    restore.cancel.click()
    assert restore.begin.isVisibleTo(page)
    assert not restore.confirm.isVisibleTo(page)
    assert "backups.restore" not in asked(core)


def test_what_is_no_copy_is_a_line(page: SettingsPage, bridge: HandBridge, core: HandCore) -> None:
    restore = page.library.restore
    restore.begin.click()
    bridge.run()
    refused = KnownError("x.sqlite was not restored", "it is damaged", "Choose another backup.")
    vars(core)["backups"].answers["look"] = refused
    restore.copies[0].click()
    bridge.run()
    assert "was not restored. It is damaged. Choose another backup." in page.notice.accessibleName()
    assert not restore.confirm.isVisibleTo(page)


def test_without_copies_a_file_can_be_chosen(
    page: SettingsPage, bridge: HandBridge, core: HandCore
) -> None:
    vars(core)["keeping"].answers["copies"] = ()
    page.library.restore.begin.click()
    bridge.run()
    assert page.library.restore.what.text() == "There is no daily copy yet."
    assert page.library.restore.file.isVisibleTo(page)


def test_erasing_says_what_goes_and_stays_and_offers_a_copy(
    page: SettingsPage, bridge: HandBridge, core: HandCore
) -> None:
    erase = page.library.erase
    assert not erase.now.isVisibleTo(page)
    erase.begin.click()
    bridge.run()
    for words in ("5 feeds, 12 favorites, 1 bookmark, 40 sittings.", "12 recordings, 480 MB.",
                  "passwords of your feeds"):  # fmt: skip
        assert words in erase.goes.text()
    assert "your own tapes" in erase.stays.text()
    assert "not overwritten" in erase.honest.text()
    erase.backup.click()
    [dialog] = page.findChildren(QFileDialog)
    dialog.fileSelected.emit("/elsewhere/copy.sqlite")
    bridge.run()
    dialog.reject()
    assert core.log[-1] == ("backups.write", Path("/elsewhere/copy.sqlite"))
    assert erase.now.isVisibleTo(page)
    assert "keeping.erase" not in asked(core)


def test_two_presses_in_two_places_erase_and_no_key_held_down(
    page: SettingsPage, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    erase = page.library.erase
    page.activateWindow()
    erase.begin.setFocus()
    place = erase.begin.mapTo(page, erase.begin.rect().center())
    QTest.keyClick(erase.begin, Qt.Key.Key_Return)
    bridge.run()
    qtbot.waitUntil(erase.keep.hasFocus)
    assert not erase.now.rect().contains(erase.now.mapFrom(page, place))
    for _ in range(3):  # a held key presses whatever has the keyboard then
        held = page.window().focusWidget()
        assert held is not None
        assert held is not erase.now
        QTest.keyClick(held, Qt.Key.Key_Return)
        bridge.run()
    assert "keeping.erase" not in asked(core)
    if erase.begin.isVisibleTo(page):
        erase.begin.click()
        bridge.run()
    erase.now.click()
    erase.now.click()
    bridge.run()
    assert asked(core).count("keeping.erase") == 1


def test_escape_folds_the_question(page: SettingsPage, bridge: HandBridge, qtbot: QtBot) -> None:
    erase = page.library.erase
    page.activateWindow()
    for _ in range(2):
        erase.begin.setFocus()
        QTest.keyClick(erase.begin, Qt.Key.Key_Return)
        bridge.run()
        qtbot.waitUntil(erase.keep.hasFocus)
        QTest.keyClick(erase.keep, Qt.Key.Key_Escape)
        assert not erase.now.isVisibleTo(page)
        assert erase.begin.hasFocus()


def test_leaving_the_page_folds_it(page: SettingsPage, bridge: HandBridge) -> None:
    page.library.erase.begin.click()
    bridge.run()
    page.library.erase.keep.click()
    assert not page.library.erase.now.isVisibleTo(page)
    page.library.erase.begin.click()
    bridge.run()
    page.shown(None)
    assert not page.library.erase.now.isVisibleTo(page)


def test_the_next_copy_takes_away_what_was_said_of_the_last(
    page: SettingsPage, bridge: HandBridge, core: HandCore
) -> None:
    restore = page.library.restore
    restore.begin.click()
    bridge.run()
    refused = KnownError("letter.txt was not restored", "it is no backup")
    good = vars(core)["backups"].answers["look"]
    vars(core)["backups"].answers["look"] = refused
    restore.copies[0].click()
    bridge.run()
    assert page.notice.says(refused.what)
    vars(core)["backups"].answers["look"] = good
    restore.copies[1].click()
    bridge.run()
    assert restore.confirm.isVisibleTo(page)
    assert page.notice.isHidden()
