"""The sidebar in a low window: one list, in which everything can be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.base.model import Counts
from desktop_app.base.settings import Settings, Theme
from desktop_app.ui.widgets.sidebar import Sidebar
from tests.support.hand import feed

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

ALL = ["Today", "Speakers", "Meditations", "Favorites", "Queue", "Downloads", "Subscriptions",
       "Feed 1", "Feed 2", "+ Add a feed", "Problems", "Settings"]  # fmt: skip
LOW, HIGH = 364, 728


@pytest.fixture
def sidebar(look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> Sidebar:
    """The sidebar of a window that is 720 pixels wide, at 200 %; low."""
    core.browsing.answers["feeds"] = (feed(1), feed(2))
    core.browsing.answers["counts"] = Counts(problems=1)
    shown = Sidebar(look, bridge)
    qtbot.addWidget(shown)
    shown.read()
    bridge.run()
    shown.set_room(720)
    shown.resize(shown.width(), LOW)
    look.follow(Settings(theme=Theme.LIGHT, text_percent=200))
    shown.show()
    QApplication.processEvents()
    return shown


def names(sidebar: Sidebar) -> list[str]:
    return [line.text for line in sidebar._main.lines]


def test_in_a_low_window_everything_scrolls_as_one_list(sidebar: Sidebar) -> None:
    rows = sidebar.main.viewport().height() / sidebar.main.sizeHintForRow(0)
    assert rows > 4, "not one or two between things that stand still"
    assert names(sidebar) == ALL
    assert (sidebar.add.isHidden(), sidebar.foot.isHidden()) == (True, True)
    assert sidebar.lamp.isHidden(), "an ornament takes no row's place"


def test_where_there_is_room_again_there_are_three_lists(sidebar: Sidebar, look: Look) -> None:
    look.follow(Settings(theme=Theme.LIGHT))
    sidebar.set_room(1280)
    sidebar.resize(sidebar.width(), HIGH)
    assert names(sidebar) == ALL[:9]
    assert not any(part.isHidden() for part in (*sidebar.lists, sidebar.lamp))


def test_the_page_in_sight_is_in_sight_in_the_list_too(sidebar: Sidebar, qtbot: QtBot) -> None:
    sidebar.select("settings", None)
    (marked,) = sidebar.main.selectedIndexes()
    assert marked.data() == "Settings"
    row, port = sidebar.main.visualRect(marked), sidebar.main.viewport().rect()
    assert (row.top() >= 0, row.bottom() <= port.bottom()) == (True, True)
    sidebar.main.setCurrentIndex(marked)
    with qtbot.waitSignal(sidebar.chosen) as told:
        QTest.keyClick(sidebar.main, Qt.Key.Key_Return)
    assert told.args == ["settings", None]


def test_the_keyboard_is_not_lost_with_a_list_that_goes(sidebar: Sidebar, look: Look) -> None:
    look.follow(Settings(theme=Theme.LIGHT))
    sidebar.resize(sidebar.width(), HIGH)
    sidebar.foot.enter(last=True)
    assert sidebar.foot.hasFocus()
    sidebar.resize(sidebar.width(), 200)
    assert sidebar.main.hasFocus()
    QTest.keyClick(sidebar.main, Qt.Key.Key_End)
    QTest.keyClick(sidebar.main, Qt.Key.Key_Down)
    assert sidebar.main.hasFocus(), "↓ leads into no list that is not there"
