"""A sitting that fills the screen: everything else goes, and comes back as it was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.base.settings import Settings
from desktop_app.base.sittings import Preset
from desktop_app.services.events import RunningSitting, SettingsChanged, SittingChanged
from desktop_app.ui.pages.sitting import SittingPage
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.windows.frame import Frame
from desktop_app.ui.windows.main_window import MainWindow
from desktop_app.ui.windows.sight import Sight
from tests.support.clock import HandClock

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

EVENING = Preset("Evening sitting", length=1200, ambience="rain")
RUNNING = RunningSitting(EVENING, 1200, (1200,), (), elapsed=600, at=1000)


class Plain(Page):
    """A page with nothing on it."""

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, "Meditations")


class Desk:
    """The windows as the house wires them."""

    def __init__(self, look: Look, bridge: HandBridge, core: HandCore) -> None:
        self.core, self.bridge = core, bridge
        core.downloading.answers["under_way"] = 0
        core.sitting.answers["current"] = RUNNING
        clock = HandClock()

        def sitting(look: Look, bridge: Crossing) -> Page:
            return SittingPage(look, bridge, clock)

        makers = {"sitting": sitting, "meditations": Plain}
        self.frame = Frame(look.settings)
        self.window = MainWindow(look, bridge, makers)
        self.sight = Sight(look, bridge, self.frame, self.window, lambda: False)
        self.window.start("sitting")
        self.frame.furnish(self.window, self.sight.closing.may_close)
        self.frame.show()
        self.frame.activateWindow()
        bridge.run()
        core.log.clear()

    @property
    def page(self) -> SittingPage:
        assert isinstance(self.window.page, SittingPage)
        return self.window.page

    @property
    def alone(self) -> bool:
        around = (self.window.sidebar, self.window.player)
        return self.frame.isFullScreen() and not any(part.isVisible() for part in around)

    @property
    def whole(self) -> bool:
        around = (self.window.sidebar, self.window.player)
        return not self.frame.isFullScreen() and not any(part.isHidden() for part in around)

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.focusWidget(), key)


@pytest.fixture
def desk(look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> Desk:
    desk = Desk(look, bridge, core)
    qtbot.addWidget(desk.frame)
    qtbot.waitUntil(desk.frame.isActiveWindow)
    return desk


def test_the_button_and_the_keys_fill_the_screen_and_leave_it(desk: Desk) -> None:
    desk.page.running.fill.click()
    assert desk.alone
    assert desk.page.running.fill.text() == "Leave full screen"
    desk.page.running.fill.click()
    assert desk.whole
    for key in (Qt.Key.Key_F, Qt.Key.Key_F11):
        desk.press(key)
        assert desk.alone
        desk.press(key)
        assert desk.whole


def test_escape_leaves_the_screen_first_and_then_asks(desk: Desk) -> None:
    desk.page.toggle_fill()
    desk.press(Qt.Key.Key_Escape)
    assert desk.whole
    assert not desk.page.running.asking
    desk.press(Qt.Key.Key_Escape)
    assert desk.page.running.asking


def test_size_state_and_keyboard_are_as_before(desk: Desk) -> None:
    desk.frame.resize(900, 640)
    desk.page.running.end.setFocus()
    desk.page.toggle_fill()
    desk.page.running.more.setFocus()
    desk.page.toggle_fill()
    assert (desk.frame.width(), desk.frame.height()) == (900, 640)
    assert desk.page.running.end.hasFocus()
    desk.frame.showMaximized()
    desk.page.toggle_fill()
    desk.page.toggle_fill()
    assert desk.frame.isMaximized()


def test_the_ring_grows_with_the_room(desk: Desk) -> None:
    before = desk.page.running.ring.sizeHint().width()
    desk.page.toggle_fill()
    desk.frame.resize(1920, 1080)
    room = desk.page.running.ring.sizeHint().width()
    assert 560 <= room <= 700
    assert room > before
    desk.page.toggle_fill()
    assert desk.page.running.ring.sizeHint().width() == before


def test_the_end_is_shown_there_and_done_leaves_it(desk: Desk) -> None:
    desk.page.toggle_fill()
    page = desk.page
    desk.bridge.tell(SittingChanged(replace(RUNNING, elapsed=1200, ended=True, kept=4)))
    assert desk.alone
    assert page.over.isVisible()
    page.over.done.click()
    assert desk.whole
    assert desk.window.place == ("meditations", None)


def test_whatever_ends_it_leaves_nothing_behind(desk: Desk) -> None:
    desk.page.toggle_fill()
    desk.window.open("meditations")
    assert desk.whole
    desk.press(Qt.Key.Key_F11)
    assert desk.whole, "other pages do not fill the screen"
    desk.window.open("sitting")
    desk.page.toggle_fill()
    desk.sight.show_mini()
    desk.sight.show_whole()
    assert desk.whole
    desk.page.toggle_fill()
    desk.frame.showNormal()
    assert desk.whole, "the desktop took it back"
    assert not desk.page.fills
    desk.page.toggle_fill()
    desk.bridge.tell(SittingChanged(None))
    assert desk.whole
    desk.page.toggle_fill()
    assert desk.whole, "there is nothing to be shown so"


def test_plus_makes_it_longer_on_a_keyboard_that_needs_shift(desk: Desk) -> None:
    QTest.keyClick(desk.window.focusWidget(), Qt.Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier)
    desk.bridge.run()
    assert desk.core.log == [("sitting.extend",)]


def test_the_dark_covers_the_window_in_whatever_size(desk: Desk) -> None:
    for _ in range(2):
        desk.page.resting.rest.timeout.emit()
        while not desk.page.resting.dark:
            desk.page.resting.step.timeout.emit()
        assert desk.page.glow.parentWidget() is desk.frame
        assert desk.page.glow.geometry() == desk.frame.rect()
        desk.page.resting.wake()
        desk.page.toggle_fill()


def test_a_line_for_troubles_is_seen_there(desk: Desk) -> None:
    desk.page.toggle_fill()
    desk.window.notice.say("This sitting has no sound: no output device")
    assert desk.window.notice.isVisible()
    assert desk.alone


def test_its_title_tells_nothing_in_discreet_mode(desk: Desk) -> None:
    desk.bridge.tell(SettingsChanged(Settings(discreet=True)))
    desk.page.toggle_fill()
    assert desk.frame.windowTitle() == "Audio"
    assert desk.window.accessibleName() == ""


@pytest.mark.parametrize("away", [False, True])
def test_a_sitting_learns_whether_the_screen_stays_lit(desk: Desk, away: bool) -> None:
    said = desk.page.running.details.text
    assert not said().endswith("screen stays awake")
    for on in (True, False, True):
        if away:
            desk.window.open("meditations")
        desk.sight.stay_lit(on)
        desk.window.open("sitting")
        assert said().endswith("screen stays awake") is on
