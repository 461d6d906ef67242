"""Where the keyboard goes by itself: into a page, to a neighbour of what goes, into sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from desktop_app.services.events import PlayerChanged
from desktop_app.ui.models.plain import Line, LinesModel
from desktop_app.ui.widgets import ring
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.line_list import LineList
from desktop_app.ui.widgets.page import BodyScroll, Page
from desktop_app.ui.windows.main_window import MainWindow
from tests.support.hand import HandBridge, HandCore, episode, now_playing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look


class Rows(Page):
    """Three buttons, far below them a field of many lines, and a list of names."""

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, "Rows")
        self.pressed: list[str] = []
        self.buttons = [Button(look, text) for text in ("One", "Two", "Three")]
        for button in self.buttons:
            button.clicked.connect(lambda _on, button=button: self.pressed.append(button.text()))
            self.body.addWidget(button)
        self.body.addSpacing(900)
        self.field = QPlainTextEdit()
        self.field.setFixedHeight(200)
        self.body.addWidget(self.field)
        self.names: LinesModel[str] = LinesModel(self)
        lines = ("Ann", "Mary A.", "Mary B.")
        self.names.set_lines(tuple(Line(each, each) for each in lines))
        self.list = LineList(look, self.names, name="Names", typing=True, fit=True)
        self.body.addWidget(self.list)


class Deep(Page):
    """A page whose first button is far below."""

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, "Deep")
        self.body.addSpacing(1200)
        self.body.addWidget(Button(look, "Below"))


class Listed(Page):
    """A page with a list of letters, a longer one of names, and one that is not in sight."""

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, "Listed")
        self.lists = [self._add(look, count) for count in (1, 6)]
        self.body.addSpacing(1200)
        self.lists.append(self._add(look, 20))

    def _add(self, look: Look, count: int) -> LineList:
        model: LinesModel[str] = LinesModel(self)
        model.set_lines(tuple(Line(each, each) for each in map(str, range(count))))
        added = LineList(look, model, name="Names", fit=True)
        self.body.addWidget(added)
        return added


@pytest.fixture
def window(look: Look, bridge: HandBridge, qtbot: QtBot) -> MainWindow:
    window = MainWindow(look, bridge, {"today": Rows, "deep": Deep, "listed": Listed})
    qtbot.addWidget(window)
    window.resize(1000, 600)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.start()
    bridge.run()
    bridge.tell(PlayerChanged(now_playing(episode(7))))
    return window


def rows(window: MainWindow) -> Rows:
    assert isinstance(window.page, Rows)
    return window.page


def held() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_from_an_opened_page_tab_leads_to_its_first_stop_and_back_to_the_sidebar(
    window: MainWindow,
) -> None:
    assert isinstance(held(), BodyScroll)
    QTest.keyClick(held(), Qt.Key.Key_Tab)
    assert held() is rows(window).buttons[0]
    window.open("today")
    QTest.keyClick(held(), Qt.Key.Key_Backtab)
    assert held() is window.sidebar.foot


def test_a_page_opens_at_its_beginning_wherever_its_first_stop_is(window: MainWindow) -> None:
    rows(window).buttons[0].setFocus()
    window.open("deep")
    area = held()
    assert isinstance(area, BodyScroll)
    assert area.verticalScrollBar().maximum() > 0
    assert area.verticalScrollBar().value() == 0


def test_what_goes_hands_the_keyboard_to_its_neighbour_then_to_no_control(
    window: MainWindow,
) -> None:
    page = rows(window)
    one, two, three = page.buttons
    two.setFocus()
    two.hide()
    assert held() is three
    for each in (page.field, page.list):
        each.hide()
    three.hide()
    assert held() is one, "not to the player: Space would do something else"
    one.hide()
    assert isinstance(held(), BodyScroll)


def test_all_of_what_has_the_keyboard_comes_into_sight(window: MainWindow) -> None:
    page = rows(window)
    page.buttons[2].setFocus()
    QTest.keyClick(held(), Qt.Key.Key_Tab)
    assert held() is page.field
    QApplication.processEvents()
    assert page.field.visibleRegion().boundingRect().height() >= page.field.height() - 4 or (
        page.field.viewport().visibleRegion().boundingRect() == page.field.viewport().rect()
    )


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_that_presses_a_button_does_that_once_and_nothing_else(
    window: MainWindow, bridge: HandBridge, core: HandCore, key: Qt.Key
) -> None:
    bridge.run()
    core.log.clear()
    button = rows(window).buttons[1]
    button.setFocus()
    QTest.keyPress(button, key)
    for _ in range(3):  # held down
        again = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", True)  # noqa: FBT003 - Qt's
        QApplication.sendEvent(button, again)
    QTest.keyRelease(button, key)
    bridge.run()
    assert (rows(window).pressed, core.log) == (["Two"], [])


def test_what_is_typed_to_find_a_name_is_the_lists_to_its_end(
    window: MainWindow, bridge: HandBridge, core: HandCore
) -> None:
    bridge.run()
    core.log.clear()
    names = rows(window).list
    names.setFocus()
    QTest.keyClicks(names, "mary b.")
    bridge.run()
    assert names.currentIndex().data() == "Mary B."
    assert core.log == [], "neither play, nor a bookmark, nor another speed"


def test_arrows_lead_through_the_lists_of_the_sidebar_as_through_one(window: MainWindow) -> None:
    sidebar = window.sidebar
    sidebar.main.setCurrentIndex(sidebar.main.model().index(0, 0))
    sidebar.main.setFocus(Qt.FocusReason.TabFocusReason)
    for name in ("Speakers", "Meditations", "Favorites", "Queue", "Downloads"):
        QTest.keyClick(held(), Qt.Key.Key_Down)
        assert sidebar.main.currentIndex().data() == name
    QTest.keyClick(held(), Qt.Key.Key_Down)
    assert held() is sidebar.add, "past a heading that has nothing below it"
    QTest.keyClick(held(), Qt.Key.Key_Down)
    assert held() is sidebar.foot
    for _ in range(2):
        QTest.keyClick(held(), Qt.Key.Key_Up)
    assert held() is sidebar.main


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown])
def test_an_arrow_leads_from_an_opened_page_into_its_list(window: MainWindow, key: Qt.Key) -> None:
    window.open("listed")
    page = window.page
    assert isinstance(page, Listed)
    QApplication.processEvents()
    QTest.keyClick(held(), key)
    largest = page.lists[1]
    assert held() is largest
    assert ring.seen(largest)
    assert largest.currentIndex().row() == 0
    QTest.keyClick(held(), Qt.Key.Key_Down)
    assert largest.currentIndex().row() == 1


def test_without_a_list_in_sight_an_arrow_scrolls(window: MainWindow) -> None:
    window.open("deep")
    area = held()
    assert isinstance(area, BodyScroll)
    QApplication.processEvents()
    QTest.keyClick(area, Qt.Key.Key_PageDown)
    assert area.verticalScrollBar().value() > 0


def test_arrows_skip_from_a_page_and_not_from_a_button_that_was_chosen(
    window: MainWindow, bridge: HandBridge, core: HandCore
) -> None:
    def skips(at: QWidget) -> int:
        core.log.clear()
        QTest.keyClick(at, Qt.Key.Key_Right)
        bridge.run()
        return sum(each[0] == "listening.skip" for each in core.log)

    page = rows(window)
    button = page.buttons[1]
    assert skips(held()) == 1
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert skips(button) == 0
    button.plays = True
    assert skips(button) == 1, "what plays the page's talk is as good as the player"
    button.plays = False
    button.setFocus(Qt.FocusReason.OtherFocusReason)
    page.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    button.setFocus(Qt.FocusReason.MouseFocusReason)
    assert skips(button) == 1, "who clicked did not go there by keys"
    window.player.mark.setFocus(Qt.FocusReason.TabFocusReason)
    assert skips(window.player.mark) == 1
    page.list.setFocus(Qt.FocusReason.TabFocusReason)
    assert skips(page.list) == 1
