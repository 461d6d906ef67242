"""The line of a talk: keys, a hand that holds it, what stands on it, what it says aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QVBoxLayout, QWidget

from desktop_app.ui.widgets import ring
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.chips import Chip
from desktop_app.ui.widgets.marks import Mark
from desktop_app.ui.widgets.seek_bar import SeekBar
from desktop_app.ui.widgets.waveform_bar import WaveformBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look


@pytest.fixture
def line(look: Look, qtbot: QtBot) -> SeekBar:
    line = SeekBar(look)
    qtbot.addWidget(line)
    line.resize(400, 21)
    line.set_duration(400.0)
    line.set_position(100.0)
    line.show()
    return line


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key.Key_Right, 105),
        (Qt.Key.Key_Left, 95),
        (Qt.Key.Key_PageUp, 160),
        (Qt.Key.Key_PageDown, 40),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 400),
        (Qt.Key.Key_0, 0),
        (Qt.Key.Key_7, 280),
    ],
)
def test_keys_move_the_place(line: SeekBar, qtbot: QtBot, key: Qt.Key, expected: float) -> None:
    with qtbot.waitSignal(line.sought, timeout=0) as sought:
        QTest.keyClick(line, key)
    assert sought.args == [expected]
    assert line.position == expected


def test_dragging_shows_the_place_and_goes_there_once(line: SeekBar, qtbot: QtBot) -> None:
    left = Qt.MouseButton.LeftButton
    with qtbot.assertNotEmitted(line.sought):
        QTest.mousePress(line, left, pos=QPoint(200, 10))
        QTest.mouseMove(line, QPoint(300, 10))
        line.set_position(101.0)
    assert line.position in {200.0, 300.0}, "an update does not pull the line out of the hand"
    with qtbot.waitSignal(line.sought, timeout=0) as sought:
        QTest.mouseRelease(line, left, pos=QPoint(320, 10))
    assert sought.args == [320.0]
    line.set_position(101.0)
    assert line.position == 101.0


@pytest.fixture
def room(line: SeekBar, qtbot: QtBot) -> QWidget:
    """A window of 400×100 with the line at its foot."""
    room = QWidget()
    qtbot.addWidget(room)
    room.resize(400, 100)
    line.setParent(room)
    line.move(0, 70)
    line.show()
    room.show()
    return room


def test_the_time_tip_never_takes_the_press(room: QWidget, line: SeekBar, qtbot: QtBot) -> None:
    spot = line.mapTo(room, QPoint(200, 10))
    QTest.mouseMove(line, QPoint(200, 10))
    assert line.tip is not None
    assert line.tip.isVisible()
    assert line.tip.text == "3:20"
    assert not QToolTip.isVisible(), "a window of its own may lie under the pointer"
    assert not line.tip.isWindow()
    assert not line.tip.geometry().contains(spot)
    assert room.rect().contains(line.tip.geometry())
    over = line.tip.geometry().center()
    assert room.childAt(over) is None, "the mouse goes through the tip"
    with qtbot.waitSignal(line.sought, timeout=0) as sought:
        under = room.childAt(spot)
        assert under is line
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(200, 10))
    assert sought.args == [200.0]


def test_the_time_tip_goes_with_the_pointer(room: QWidget, line: SeekBar) -> None:
    QTest.mouseMove(line, QPoint(100, 10))
    QTest.mouseMove(line, QPoint(398, 10))
    assert line.tip is not None
    assert line.tip.text == "6:38"
    assert room.rect().contains(line.tip.geometry())
    QApplication.sendEvent(line, QEvent(QEvent.Type.Leave))
    assert not line.tip.isVisible()
    QTest.mouseMove(line, QPoint(100, 10))
    line.set_duration(None)
    assert not line.tip.isVisible()


def test_escape_lets_the_line_go(line: SeekBar, qtbot: QtBot) -> None:
    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=QPoint(200, 10))
    QTest.keyClick(line, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(line.sought):
        QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=QPoint(200, 10))
    line.set_position(100.0)
    assert line.position == 100.0


def test_the_place_is_spoken_as_time(line: SeekBar) -> None:
    QTest.keyClick(line, Qt.Key.Key_End)
    whole = "6 minutes 40 seconds"
    assert line.accessibleName() == f"Place: {whole} of {whole}"
    line.set_duration(None)
    assert not line.isEnabled()


MARKS = (Mark(50.0, "Step\nsix", bookmark=False), Mark(200.0, "humility"), Mark(300.0, "love"))


@pytest.mark.parametrize(
    ("key", "start", "expected"),
    [
        (Qt.Key.Key_Right, 100.0, 200.0),
        (Qt.Key.Key_Right, 300.0, None),
        (Qt.Key.Key_Left, 100.0, 50.0),
        (Qt.Key.Key_Left, 201.0, 50.0),
        (Qt.Key.Key_Left, 20.0, None),
    ],
)
def test_with_control_the_arrows_go_from_mark_to_mark(
    line: SeekBar, key: Qt.Key, start: float, expected: float | None
) -> None:
    sought: list[float] = []
    line.sought.connect(sought.append)
    line.set_marks(MARKS)
    line.set_position(start)
    QTest.keyClick(line, key, Qt.KeyboardModifier.ControlModifier)
    assert sought == ([] if expected is None else [expected])
    if expected == 200.0:
        place = "Place: 3 minutes 20 seconds of 6 minutes 40 seconds"
        assert line.accessibleName() == f"{place}, at “humility”"


def test_the_line_leaves_other_keys_to_the_window(line: SeekBar) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Right, shift)
    QApplication.sendEvent(line, pressed)
    assert not pressed.isAccepted()
    assert line.position == 100.0


def test_a_click_beside_a_mark_goes_to_it_and_dragging_does_not(
    line: SeekBar, qtbot: QtBot
) -> None:
    line.set_marks(MARKS)
    with qtbot.waitSignal(line.sought, timeout=0) as sought:
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(204, 10))
    assert sought.args == [200.0]
    with qtbot.waitSignal(line.sought, timeout=0) as sought:
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(215, 10))
    assert sought.args == [215.0]
    with qtbot.waitSignal(line.sought, timeout=0) as sought:
        QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=QPoint(100, 10))
        QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=QPoint(204, 10))
    assert sought.args == [204.0]


def test_the_tip_tells_the_mark_under_the_pointer(room: QWidget, line: SeekBar) -> None:
    line.set_marks((*MARKS, Mark(350.0, "word " * 200)))
    for x, said in ((198, "3:20 · humility"), (48, "0:50 · Step six"), (120, "2:00")):
        QTest.mouseMove(line, QPoint(x, 10))
        assert line.tip is not None
        assert line.tip.text == said
    QTest.mouseMove(line, QPoint(350, 10))
    assert line.tip is not None
    assert room.rect().contains(line.tip.geometry()), "long notes are shortened"


def colours(line: SeekBar, x: int, row: int = 10) -> str:
    image = line.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return QColor(image.pixel(x, row)).name()


@pytest.mark.parametrize("rtl", [False, True])
def test_marks_and_what_has_come_are_drawn(line: SeekBar, look: Look, rtl: bool) -> None:
    palette = look.palette
    if rtl:
        line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    def at(seconds: int, row: int = 10) -> str:
        return colours(line, 399 - seconds if rtl else seconds, row)

    line.set_marks(MARKS)
    assert at(300, row=6) == at(200) == palette.calm
    assert at(50) == palette.card, "a chapter is a gap"
    assert at(80) == palette.lamp
    assert at(150) == at(250) == palette.line
    line.set_here(0.55)
    assert at(150) not in {palette.line, palette.lamp}
    assert at(250) == palette.line


def test_from_right_to_left_the_line_begins_at_the_right(line: SeekBar, qtbot: QtBot) -> None:
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    with qtbot.waitSignal(line.sought, timeout=0) as sought:
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(100, 10))
    assert sought.args == [300.0]


def test_the_ring_is_seen_only_where_the_keyboard_came_by_keys(look: Look, qtbot: QtBot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    column = QVBoxLayout(room)
    parts = (SeekBar(look), WaveformBar(look), Button(look, "Play"), Chip(look, "15"))
    for part in parts:
        column.addWidget(part)
    for line in parts[:2]:
        line.set_duration(400.0)
    with qtbot.waitActive(room):
        room.show()
        room.activateWindow()
    for part in parts:
        QTest.mouseClick(part, Qt.MouseButton.LeftButton)
        part.setFocus(Qt.FocusReason.MouseFocusReason)
        assert part.hasFocus()
        assert not ring.seen(part)
        clicked = part.grab().toImage()
        QTest.keyClick(part, Qt.Key.Key_Shift)
        assert ring.seen(part), "keys go on from here"
        assert part.grab().toImage() != clicked
        part.clearFocus()
        part.setFocus(Qt.FocusReason.MouseFocusReason)
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        assert not ring.seen(part), "what gives it back tells nothing new"
        part.clearFocus()
        part.setFocus(Qt.FocusReason.TabFocusReason)
        assert ring.seen(part)
