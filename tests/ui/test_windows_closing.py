"""What closing means: an end, a rest in the tray, a question; and who is never asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest

from desktop_app.base.settings import Settings, Theme
from desktop_app.base.sittings import Preset
from desktop_app.services.events import (
    DownloadsChanged,
    RunningSitting,
    SettingsChanged,
    SittingChanged,
)
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.windows.closing import Answer, answer
from desktop_app.ui.windows.frame import Frame
from desktop_app.ui.windows.main_window import MainWindow
from desktop_app.ui.windows.sight import Sight

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore


CTRL = Qt.KeyboardModifier.ControlModifier
SITTING = RunningSitting(Preset("Evening sitting", 1200.0), 1200.0, (), (), 300.0, 1000.0)


class Plain(Page):
    """A page with nothing on it but, perhaps, something unsaved."""

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, "Today")
        self.changed = False
        self.go: Callable[[], None] | None = None

    def leaving(self, go: Callable[[], None]) -> bool:
        """Ask while something is unsaved."""
        self.go = go if self.changed else None
        return not self.changed


class Desk:
    """The windows as the house wires them, over a bridge driven by hand."""

    def __init__(self, look: Look, bridge: HandBridge, core: HandCore) -> None:
        self.core, self.bridge = core, bridge
        core.downloading.answers["under_way"] = 0
        self.tray = False
        self.over = 0
        self.frame = Frame(look.settings)
        self.window = MainWindow(look, bridge, {"today": Plain, "queue": Plain})
        self.sight = Sight(look, bridge, self.frame, self.window, lambda: self.tray)
        self.closing = self.sight.closing
        self.closing.over.connect(self._ended)
        self.window.start()
        self.frame.furnish(self.window, self.closing.may_close)
        self.frame.show()
        bridge.run()
        core.log.clear()

    @property
    def line(self) -> str:
        """What the line above the player bar says; "": there is none."""
        line = self.window.closing_line
        return line.accessibleName() if line.isVisibleTo(self.window) else ""

    def downloads(self, number: int) -> None:
        """Let so many downloads be under way, and the windows hear of it."""
        self.core.downloading.answers["under_way"] = number
        self.bridge.tell(DownloadsChanged())
        self.closing._soon.timeout.emit()
        self.bridge.run()

    def sit(self, running: RunningSitting | None = SITTING) -> None:
        """Let a sitting begin, change or go."""
        self.bridge.tell(SittingChanged(running))

    def _ended(self) -> None:
        self.over += 1


@pytest.fixture
def desk(look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> Iterator[Desk]:
    """With nothing under way and no tray."""
    desk = Desk(look, bridge, core)
    yield desk
    desk.sight.close()
    desk.closing._ending = True
    desk.frame.close()
    desk.frame.deleteLater()


@pytest.mark.parametrize(
    ("ending", "stays", "under_way", "sitting", "asked", "meant"),
    [
        (False, False, 0, False, False, Answer.END),
        (False, False, 3, False, False, Answer.ASK),
        (False, False, 3, False, True, Answer.END),
        (False, False, 0, True, False, Answer.ASK),
        (False, False, 0, True, True, Answer.END),
        (False, True, 0, False, False, Answer.HIDE),
        (False, True, 3, True, False, Answer.HIDE),
        (True, True, 3, True, False, Answer.END),
        (True, False, 3, True, False, Answer.END),
    ],
)
def test_what_closing_means(
    ending: bool, stays: bool, under_way: int, sitting: bool, asked: bool, meant: Answer
) -> None:
    values = {"ending": ending, "stays": stays, "sitting": sitting, "asked": asked}
    assert answer(under_way=under_way, **values) is meant


def test_with_nothing_under_way_it_closes(desk: Desk) -> None:
    assert desk.frame.close()


def test_downloads_under_way_are_told_once_and_a_second_press_closes(desk: Desk) -> None:
    desk.downloads(3)
    assert not desk.frame.close()
    assert desk.line.startswith("3 downloads are under way.")
    assert "the next time Hearthside is open" in desk.line
    assert desk.frame.close()


def test_the_line_counts_along_and_goes(desk: Desk) -> None:
    desk.downloads(2)
    desk.frame.close()
    desk.downloads(1)
    assert desk.line.startswith("1 download is under way. It goes on")
    desk.downloads(0)
    assert desk.line == ""


def test_escape_and_the_cross_stay(desk: Desk, qtbot: QtBot) -> None:
    desk.downloads(2)
    desk.frame.activateWindow()
    qtbot.waitUntil(desk.frame.isActiveWindow)
    desk.frame.close()
    assert desk.window.closing_line.finish.hasFocus(), "Enter loses nothing"
    QTest.keyClick(desk.window.closing_line.finish, Qt.Key.Key_Escape)
    assert desk.line == ""
    desk.frame.close()
    QTest.mouseClick(desk.window.closing_line.stay, Qt.MouseButton.LeftButton)
    assert desk.line == ""
    assert not desk.frame.close(), "it is asked anew"
    assert desk.over == 0


def test_close_now_ends(desk: Desk) -> None:
    desk.downloads(2)
    desk.frame.close()
    desk.window.closing_line.close_now.click()
    assert desk.over == 1
    assert desk.frame.close()


@pytest.mark.parametrize("tray", [True, False])
def test_finish_first_falls_silent_goes_away_and_ends_by_itself(desk: Desk, tray: bool) -> None:
    desk.tray = tray
    desk.downloads(2)
    desk.frame.close()
    desk.window.closing_line.finish.click()
    desk.bridge.run()
    assert ("listening.pause",) in desk.core.log
    assert ("sitting.pause",) in desk.core.log
    assert desk.frame.isVisible() is not tray
    assert desk.frame.isMinimized() is not tray
    desk.downloads(1)
    assert desk.over == 0
    desk.downloads(0)
    assert desk.over == 1


def test_who_looks_in_meanwhile_is_told_and_may_stay(desk: Desk) -> None:
    desk.tray = True
    desk.downloads(2)
    desk.frame.close()
    desk.window.closing_line.finish.click()
    desk.bridge.run()
    desk.sight.show_whole()
    assert desk.line.startswith("Hearthside closes when 2 downloads are done.")
    assert desk.window.closing_line.finish.isHidden()
    desk.window.closing_line.stay.click()
    desk.downloads(0)
    assert (desk.over, desk.line) == (0, "")


def test_the_tray_keeps_it_where_there_is_one(desk: Desk, bridge: HandBridge) -> None:
    bridge.tell(SettingsChanged(Settings(theme=Theme.LIGHT, stay_in_tray=True)))
    desk.tray = True
    desk.downloads(2)
    assert not desk.frame.close()
    assert not desk.frame.isVisible()
    desk.sight.toggle()
    assert desk.frame.isVisible()
    desk.tray = False
    desk.downloads(0)
    assert desk.frame.close(), "nobody could bring it back"


def test_ctrl_q_ends_it_though_there_is_a_tray_and_asks_as_the_cross_does(
    desk: Desk, bridge: HandBridge
) -> None:
    bridge.tell(SettingsChanged(Settings(theme=Theme.LIGHT, stay_in_tray=True)))
    desk.tray = True
    QTest.keyClick(desk.window, Qt.Key.Key_Q, CTRL)
    assert (desk.over, desk.line) == (1, "")
    desk.closing._ending = False
    desk.downloads(2)
    desk.sight.hide()
    desk.closing.leave()
    assert desk.over == 1
    assert desk.frame.isVisible(), "a question must be seen"
    assert desk.line.startswith("2 downloads are under way.")
    QTest.keyClick(desk.window, Qt.Key.Key_Q, CTRL)
    assert desk.over == 2


@pytest.mark.parametrize("way", ["cross", "Ctrl+Q", "the line"])
def test_what_is_not_saved_is_asked_about_last(desk: Desk, way: str) -> None:
    page = desk.window.page
    assert isinstance(page, Plain)
    page.changed = True
    if way == "cross":
        assert not desk.frame.close()
        assert not desk.frame.close(), "a second press loses nothing"
    elif way == "Ctrl+Q":
        QTest.keyClick(desk.window, Qt.Key.Key_Q, CTRL)
    else:
        desk.sit()
        assert not desk.frame.close()
        assert page.go is None
        desk.window.closing_line.close_now.click()
    assert (desk.over, desk.line) == (0, "" if way != "the line" else desk.line)
    assert page.go is not None
    page.changed = False
    page.go()
    assert desk.over == 1
    assert desk.frame.close()


def test_what_is_not_saved_is_asked_about_before_the_window_goes(desk: Desk) -> None:
    page = desk.window.page
    assert isinstance(page, Plain)
    page.changed = True
    desk.downloads(2)
    desk.frame.close()
    desk.window.closing_line.finish.click()
    assert not desk.closing.finishing
    assert page.go is not None
    page.changed = False
    page.go()
    assert desk.closing.finishing


def test_a_signal_and_the_end_of_a_session_ask_nothing(desk: Desk) -> None:
    page = desk.window.page
    assert isinstance(page, Plain)
    page.changed = True
    desk.downloads(2)
    desk.sit()
    desk.closing.end()
    assert (desk.over, page.go) == (1, None)
    assert desk.frame.close()


def test_the_end_of_a_session_keeps_the_place_first(desk: Desk, qtbot: QtBot) -> None:
    desk.downloads(2)
    desk.closing._soon.stop()
    QTimer.singleShot(0, desk.bridge.run)
    desk.closing.session_ends()
    assert ("listening.keep_place",) in desk.core.log
    assert desk.frame.close()


def test_the_mini_player_asks_in_the_whole_window(desk: Desk) -> None:
    desk.downloads(1)
    desk.sight.show_mini()
    assert desk.sight.mini is not None
    assert not desk.sight.mini.close()
    assert desk.frame.isVisible()
    assert not desk.sight.is_mini
    assert desk.line


@pytest.mark.parametrize("paused", [False, True])
def test_a_sitting_under_way_is_told_once_and_a_second_press_closes(
    desk: Desk, paused: bool
) -> None:
    desk.sit(replace(SITTING, paused=paused))
    assert not desk.frame.close()
    said = "A sitting is under way. Closing ends it; what you sat is kept."
    assert desk.line == said
    line = desk.window.closing_line
    assert (line.close_now.text(), line.sit.text()) == ("Close", "Go on sitting")
    assert line.finish.isHidden()
    assert desk.frame.close()


def test_one_that_is_over_is_no_question(desk: Desk) -> None:
    desk.sit()
    desk.frame.close()
    desk.sit(replace(SITTING, ended=True))
    assert desk.line == ""
    assert desk.frame.close()


def test_go_on_sitting_and_escape_stay(desk: Desk, qtbot: QtBot) -> None:
    desk.sit()
    desk.frame.activateWindow()
    qtbot.waitUntil(desk.frame.isActiveWindow)
    desk.frame.close()
    line = desk.window.closing_line
    assert line.sit.hasFocus(), "Enter loses nothing"
    QTest.mouseClick(line.sit, Qt.MouseButton.LeftButton)
    assert desk.line == ""
    assert not desk.frame.close(), "it is asked anew"
    QTest.keyClick(line.sit, Qt.Key.Key_Escape)
    assert (desk.line, desk.over) == ("", 0)


def test_without_a_log_nothing_is_promised(desk: Desk, bridge: HandBridge) -> None:
    bridge.tell(SettingsChanged(Settings(theme=Theme.LIGHT, log_sittings=False)))
    desk.sit()
    desk.frame.close()
    assert desk.line == "A sitting is under way. Closing ends it."
    desk.window.closing_line.close_now.click()
    assert desk.over == 1


def test_a_sitting_comes_before_downloads(desk: Desk, qtbot: QtBot) -> None:
    desk.frame.activateWindow()
    qtbot.waitUntil(desk.frame.isActiveWindow)
    desk.downloads(2)
    desk.frame.close()
    line = desk.window.closing_line
    desk.sit()
    assert desk.line.startswith("A sitting is under way.")
    assert desk.line.endswith("Downloads go on the next time Hearthside is open.")
    assert line.sit.hasFocus()
    desk.sit(None)
    assert desk.line.startswith("2 downloads are under way.")
    assert line.finish.hasFocus()


def test_who_sits_down_while_it_waits_is_not_closed(desk: Desk) -> None:
    desk.downloads(2)
    desk.frame.close()
    desk.window.closing_line.finish.click()
    desk.bridge.run()
    desk.sit()
    desk.downloads(0)
    assert (desk.over, desk.line) == (0, "")


def test_the_tray_and_the_end_of_a_session_ask_nothing_of_who_sits(
    desk: Desk, bridge: HandBridge
) -> None:
    bridge.tell(SettingsChanged(Settings(theme=Theme.LIGHT, stay_in_tray=True)))
    desk.tray = True
    desk.sit()
    assert not desk.frame.close()
    assert (desk.frame.isVisible(), desk.line) == (False, "")
    desk.tray = False
    QTimer.singleShot(0, desk.bridge.run)
    desk.closing.session_ends()
    assert desk.frame.close()
    assert desk.line == ""
