"""Larger and smaller at once, as fast as a person presses: every word has the size that holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit, QPlainTextEdit, QWidget

from desktop_app.ui.look.tokens import Role
from desktop_app.ui.pages.preset_work import NEW
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.text import Text
from desktop_app.ui.windows.keyboard_sheet import KeyboardSheet
from desktop_app.ui.windows.mini_player import MiniPlayer
from tests.support.demo_window import DemoWindow, demo_window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication

    from desktop_app.base.paths import Home

LARGER, SMALLER, USUAL = Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0
PAGES = {"today": None, "meditations": None, "preset": NEW, "settings": None}


@pytest.fixture
def demo(qapp: QApplication, home: Home) -> Iterator[DemoWindow]:
    """The window; some pages were visited, and another one is in sight."""
    with demo_window(qapp, home) as shown:
        for name, argument in PAGES.items():
            shown.open(name, argument)
        shown.open("downloads")
        yield shown


def press(demo: DemoWindow, key: Qt.Key, times: int) -> None:
    for _ in range(times):
        QTest.keyClick(demo.window, key, Qt.KeyboardModifier.ControlModifier)
    demo.settle()


def wrong(demo: DemoWindow, part: QWidget) -> list[str]:
    """Return the words and fields whose font is of another size than the look's."""
    found = []
    for each in part.findChildren(QWidget):
        role = each._role if isinstance(each, (Text, Button)) else None
        if isinstance(each, (QLineEdit, QAbstractSpinBox, QPlainTextEdit)):
            role = Role.BODY
        if role is None:
            continue
        right = demo.look.font(role)
        drawn = [each.viewport()] if isinstance(each, QPlainTextEdit) else []
        sizes = [one.font().pointSizeF() for one in (each, *drawn)]
        if sizes != pytest.approx([right.pointSizeF()] * len(sizes)):
            found.append(f"{type(each).__name__} {each.accessibleName() or each}: {sizes}")
    return found


@pytest.mark.parametrize(
    "presses",
    [
        ((LARGER, 10, 200), (USUAL, 1, 100)),
        ((LARGER, 3, 130), (SMALLER, 5, 80)),
        ((SMALLER, 3, 70), (LARGER, 11, 180), (USUAL, 1, 100)),
    ],
    ids=["ten larger", "larger, smaller", "smaller, larger"],
)
def test_pages_out_of_sight_come_back_at_the_size_that_holds(
    demo: DemoWindow, presses: tuple[tuple[Qt.Key, int, int], ...]
) -> None:
    for key, times, percent in presses:
        press(demo, key, times)
        assert demo.look.percent == percent
        assert not wrong(demo, demo.window.sidebar) + wrong(demo, demo.window.player)
        for name, argument in PAGES.items():
            demo.open(name, argument)
            assert not wrong(demo, demo.window.pages[name]), (percent, name)
        demo.open("downloads")
        assert not wrong(demo, demo.window.pages["downloads"]), percent


def test_the_hint_in_a_field_follows_while_it_is_in_sight(demo: DemoWindow) -> None:
    demo.open("preset", NEW)
    for key, times in ((LARGER, 10), (USUAL, 1), (SMALLER, 2)):
        press(demo, key, times)
        assert not wrong(demo, demo.window.pages["preset"]), demo.look.percent


def test_small_windows_follow_in_sight_and_out_of_it(demo: DemoWindow) -> None:
    sheet = KeyboardSheet(demo.look, demo.window)
    mini = MiniPlayer(demo.look, demo.bridge, lambda: None, lambda: True)
    try:
        for part in (sheet, mini):
            part.show()
        press(demo, LARGER, 4)
        assert not wrong(demo, sheet) + wrong(demo, mini)
        for part in (sheet, mini):
            part.hide()
        press(demo, LARGER, 6)
        press(demo, USUAL, 1)
        for part in (sheet, mini):
            part.show()
        assert not wrong(demo, sheet) + wrong(demo, mini)
    finally:
        for part in (sheet, mini):
            part.close()
            part.deleteLater()


def test_the_title_of_what_plays_stays_when_a_button_has_to_go(demo: DemoWindow) -> None:
    demo.resize(1280, 820)
    press(demo, LARGER, 11)
    player = demo.window.player
    assert demo.look.percent == 210
    assert player.title.isVisible()
    assert player.title.width() >= demo.look.px(90)
    assert not player.sleep.isVisible()
    assert player.rest.isVisible(), "the menu that has it"
