"""The bookmarks of all talks on the Favorites page: searched, gone to, changed, taken along."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu

from desktop_app.base.errors import KnownError
from desktop_app.base.listening import Marked
from desktop_app.base.model import Bookmark
from desktop_app.services.events import BookmarksChanged, EpisodesChanged
from desktop_app.ui.pages.favorites import FavoritesPage
from tests.support.hand import episode

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


def marked(one: int, place: float, note: str, talk: int = 7) -> Marked:
    return Marked(Bookmark(one, talk, place, note, NOW), episode(talk))


MARKS = (marked(1, 61.0, "resentment"), marked(2, 300.0, ""), marked(3, 5.0, "the list", 8))


@pytest.fixture
def page(qtbot: QtBot, look: Look, bridge: HandBridge, core: HandCore) -> FavoritesPage:
    """The page showing three bookmarks."""
    core.places.answers |= {"bookmarks": MARKS, "bookmarks_as_markdown": "# Bookmarks\n"}
    page = FavoritesPage(look, bridge)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    page.shown("bookmarks")
    bridge.run()
    core.log.clear()
    return page


def texts(page: FavoritesPage) -> list[str]:
    return [line.text for line in page.bookmarks.model.lines]


def editor(page: FavoritesPage) -> QLineEdit:
    found = page.bookmarks.list.viewport().findChildren(QLineEdit)
    assert len(found) == 1
    return found[0]


def change(page: FavoritesPage, row: int) -> QLineEdit:
    shown = page.bookmarks.list
    shown.setCurrentIndex(page.bookmarks.model.index(row))
    QTest.keyClick(shown, Qt.Key.Key_F2)
    return editor(page)


def test_it_stands_in_the_place_of_the_talks(page: FavoritesPage, qtbot: QtBot) -> None:
    tester = QAbstractItemModelTester(
        page.bookmarks.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    assert texts(page) == ["resentment", "Bookmark of 22 Nov 2026", "the list"]
    assert page.subtitle.text() == "3 bookmarks in 2 talks"
    assert not page.list.isVisible()
    with qtbot.waitSignal(page.open_page, timeout=0) as opened:
        page.index.chosen.emit(None)
    assert opened.args == ["favorites", None]
    del tester


def test_searching(page: FavoritesPage) -> None:
    assert page.search()
    page.bookmarks.field.setText("list")
    assert texts(page) == ["the list"]
    assert page.subtitle.text() == "3 bookmarks in 2 talks · 1 found"
    page.bookmarks.field.setText("nothing of the kind")
    placeholder = page.bookmarks.placeholder
    assert placeholder.accessibleName().startswith("No bookmark has “nothing of the kind”")
    placeholder._button.click()
    assert len(texts(page)) == 3
    QTest.keyClick(page.bookmarks.field, Qt.Key.Key_Down)
    assert page.bookmarks.list.currentIndex().row() == 0


def test_a_click_plays_from_that_second(
    page: FavoritesPage, bridge: HandBridge, core: HandCore
) -> None:
    shown = page.bookmarks.list
    rect = shown.visualRect(page.bookmarks.model.index(1))
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    bridge.run()
    assert core.log == [("listening.play", 7, 300.0)]


def test_a_note_is_changed_in_place(
    page: FavoritesPage, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    field = change(page, 0)
    assert (field.text(), field.selectedText()) == ("resentment", "resentment")
    assert field.accessibleName().startswith("Note: resentment, at 1 minute 1 second")
    QTest.keyClicks(field, "better")
    core.places.answers["bookmarks"] = MARKS[::-1]
    page.heard(BookmarksChanged())
    bridge.run()
    assert field.text() == "better"
    assert texts(page)[0] == "resentment"
    core.log.clear()
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(bridge.waiting))
    bridge.run()

    assert core.log == [("places.edit_bookmark", 1, 7, "better")]
    qtbot.waitUntil(lambda: texts(page)[0] == "the list")
    assert page.bookmarks.list.currentIndex().row() == 2


def test_escape_leaves_the_note(
    page: FavoritesPage, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    field = change(page, 0)
    QTest.keyClicks(field, "other")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.bookmarks.list.viewport().findChildren(QLineEdit))
    bridge.run()
    assert core.log == []


def test_the_signs_at_the_end_of_a_row(
    page: FavoritesPage, bridge: HandBridge, core: HandCore
) -> None:
    shown, model = page.bookmarks.list, page.bookmarks.model
    line, rect = model.lines[0], shown.visualRect(model.index(0))
    edit, remove = shown._row._tools(rect, line, rtl=False)  # type: ignore[arg-type]
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=remove.center())
    bridge.run()
    assert core.log == [("places.remove_bookmark", 1, 7)]
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=edit.center())
    assert editor(page).text() == "resentment"
    shown.change(2)  # while one is being changed: nothing, and no complaint of Qt's


def test_removing_can_be_undone(page: FavoritesPage, bridge: HandBridge, core: HandCore) -> None:
    page.bookmarks.list.setCurrentIndex(page.bookmarks.model.index(2))
    QTest.keyClick(page.bookmarks.list, Qt.Key.Key_Delete)
    bridge.run()
    assert page.notice.accessibleName() == "Removed: the bookmark at 0:05. the list"
    page.notice._action.click()
    bridge.run()

    assert core.log == [
        ("places.remove_bookmark", 3, 8),
        ("places.restore_bookmark", MARKS[2].bookmark),
    ]


def test_the_menu(page: FavoritesPage, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> None:
    page.bookmarks.list.menu_requested.emit(MARKS[0], QPoint(10, 10))
    menu = page.bookmarks.findChild(QMenu)
    assert isinstance(menu, QMenu)
    actions = {action.text(): action for action in menu.actions()}
    assert list(actions) == ["Play from 1:01", "Open", "Change the note", "Remove the bookmark"]
    actions["Play from 1:01"].trigger()
    bridge.run()
    assert core.log == [("listening.play", 7, 61.0)]
    with qtbot.waitSignal(page.open_page, timeout=0) as opened:
        actions["Open"].trigger()
    assert opened.args == ["talk", 7]
    actions["Change the note"].trigger()
    assert editor(page).text() == "resentment"
    menu.close()


def test_they_are_taken_along(page: FavoritesPage, bridge: HandBridge, tmp_path: Path) -> None:
    page.bookmarks.export.click()
    dialog = page.bookmarks.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    file = tmp_path / "mine.md"
    dialog.fileSelected.emit(str(file))
    bridge.run()
    assert file.read_text("utf-8") == "# Bookmarks\n"
    assert page.notice.accessibleName().startswith("Saved")
    dialog.reject()


def test_none_says_how_to_set_one(page: FavoritesPage, bridge: HandBridge, core: HandCore) -> None:
    core.places.answers["bookmarks"] = ()
    page.heard(EpisodesChanged())
    bridge.run()
    assert page.bookmarks.placeholder.accessibleName().startswith("No bookmarks yet")
    assert not page.bookmarks.export.isEnabled()
    assert page.subtitle.text() == ""
    core.places.answers["bookmarks"] = KnownError("The library cannot be read", "it is locked")
    page.heard(BookmarksChanged())
    bridge.run()
    assert page.bookmarks.placeholder.accessibleName().startswith("The library cannot be read")


def test_unseen_it_reads_nothing(page: FavoritesPage, bridge: HandBridge, core: HandCore) -> None:
    page.shown(None)
    bridge.run()
    assert not page.search()
    assert page.list.isVisible()
    core.log.clear()
    page.heard(BookmarksChanged())
    assert bridge.waiting == []
