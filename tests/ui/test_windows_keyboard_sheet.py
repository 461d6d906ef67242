"""The sheet of keys: complete, in groups, whole at any size, and read aloud in words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import desktop_app.ui
from desktop_app.base.settings import Settings, Theme
from desktop_app.ui.look.tokens import Role
from desktop_app.ui.windows.frame import Frame
from desktop_app.ui.windows.keyboard_sheet import KeyboardSheet
from desktop_app.ui.windows.keyboard_words import groups
from desktop_app.ui.windows.main_window import MainWindow
from desktop_app.ui.windows.sight import Sight
from tests.ui.test_windows_closing import Plain

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge

KEYS = [each for _name, held in groups() for each in held]
WRITTEN = " ".join(each.keys for each in KEYS)
SPOKEN_ELSEWHERE = {"Ctrl++", "Ctrl+=", "Ctrl+-", "Ctrl+0", "Ctrl+,"}
"""“Ctrl + and −”, the usual size in the words beside it, and a comma, which parts keys else."""


def told() -> set[str]:
    """Return the single keys of the sheet, with what is held."""
    held = set(re.findall(r"(?:(?:Ctrl|Alt|Shift)\+)*[^\s,…+−]+", WRITTEN))
    held |= {f"Ctrl+{number}" for number in range(1, 7)}
    return {each.replace("←", "Left") for each in held}


def test_every_shortcut_is_on_the_sheet_and_every_one_there_exists(
    look: Look, bridge: HandBridge, qtbot: QtBot
) -> None:
    frame = Frame(look.settings)
    window = MainWindow(look, bridge, {"today": Plain})
    qtbot.addWidget(frame)
    Sight(look, bridge, frame, window, lambda: False)
    frame.setCentralWidget(window)
    there = {
        each.key().toString()
        for each in frame.findChildren(QShortcut)
        if each.key().toString() != "Esc"
    }
    assert there - SPOKEN_ELSEWHERE - told() == set()
    named = {each for each in told() if re.fullmatch(r"(Ctrl|Alt)\+\w+|F\d+", each)}
    assert named - {"F2"} - there == set()
    assert there >= SPOKEN_ELSEWHERE


def test_every_letter_and_function_key_that_the_code_knows_is_on_the_sheet() -> None:
    known: set[str] = set()
    for path in Path(desktop_app.ui.__path__[0]).rglob("*.py"):
        known |= set(re.findall(r"Key\.Key_([A-Z]|F\d+)\b", path.read_text(encoding="utf-8")))
    letters = set(re.findall(r"\b(?:Shift\+)?([A-Z]|F\d+)\b", WRITTEN))
    assert known - letters == set()
    assert {"B", "D", "M", "P", "S", "T"} <= known


@pytest.mark.parametrize("percent", [100, 150, 200, 250])
def test_every_line_is_whole_and_the_sheet_is_on_the_screen(
    look: Look, qtbot: QtBot, percent: int
) -> None:
    look.follow(Settings(theme=Theme.LIGHT, text_percent=percent))
    sheet = KeyboardSheet(look)
    qtbot.addWidget(sheet)
    sheet.show()
    screen = sheet.screen().availableGeometry()
    assert sheet.width() <= screen.width()
    assert sheet.height() <= screen.height()
    room = sheet.list.viewport().width() - 2 * look.px(8)
    bold, plain = (QFontMetrics(look.font(each)) for each in (Role.SMALL_STRONG, Role.SMALL))
    for at, line in enumerate(sheet.list.model().lines):  # type: ignore[attr-defined]
        if line.heading:
            continue
        stacked = sheet.row.stacked
        assert bold.horizontalAdvance(line.text) <= (room if stacked else sheet.row.left)
        words = room if stacked else room - sheet.row.left
        box = plain.boundingRect(QRect(0, 0, words, 9999), Qt.TextFlag.TextWordWrap, line.hint)
        high = sheet.list.sizeHintForRow(at) - (look.px(25) if stacked else 0)
        assert (box.width() <= words, box.height() <= high) == (True, True), line.hint
    if percent >= 200:
        assert sheet.list.verticalScrollBar().maximum() > 0


def test_it_is_no_higher_than_the_window_below_it(
    look: Look, bridge: HandBridge, qtbot: QtBot
) -> None:
    window = MainWindow(look, bridge, {"today": Plain})
    qtbot.addWidget(window)
    window.resize(900, 500)
    over, alone = KeyboardSheet(look, window), KeyboardSheet(look)
    qtbot.addWidget(alone)
    assert over.height() <= 500 < alone.height()


def test_arrows_walk_through_it_and_each_row_is_words(look: Look, qtbot: QtBot) -> None:
    sheet = KeyboardSheet(look)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.activateWindow()
    qtbot.waitUntil(sheet.isActiveWindow)
    assert QApplication.focusWidget() is sheet.list
    said = []
    for _ in range(len(KEYS)):
        said.append(str(sheet.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)))
        QTest.keyClick(sheet.list, Qt.Key.Key_Down)
    assert said[0] == "Ctrl+1 to Ctrl+6: Today, Speakers, Meditations, Favorites, Queue, Downloads"
    assert len(set(said)) == len(KEYS), "headings are passed, and nothing is told twice"
    assert [each for each in said if set(each.partition(": ")[0]) & set("←→↑↓−…?")] == []
    assert sheet.list.visualRect(sheet.list.currentIndex()).bottom() <= sheet.list.height()
    QTest.keyClick(sheet.list, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
