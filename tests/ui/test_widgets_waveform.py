"""The line of bars: their colours, their heights, and all that the plain line can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from desktop_app.ui.widgets.marks import Mark
from desktop_app.ui.widgets.waveform_bar import WaveformBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look

HALVES = bytes([255] * 300 + [0] * 300)


@pytest.fixture
def line(look: Look, qtbot: QtBot) -> WaveformBar:
    line = WaveformBar(look)
    qtbot.addWidget(line)
    line.resize(600, 72)
    line.set_duration(600.0)
    line.set_position(150.0)
    line.set_waveform(HALVES)
    line.show()
    return line


def colours(line: WaveformBar, start: int, end: int, row: int = 36) -> set[str]:
    """Return the colours of the row's pixels between two columns."""
    image = line.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return {QColor(image.pixel(x, row)).name() for x in range(start, end)}


def test_bars_are_in_the_lamps_colour_up_to_the_place(line: WaveformBar, look: Look) -> None:
    palette = look.palette
    assert palette.lamp in colours(line, 0, 140)
    assert palette.line not in colours(line, 0, 140)
    assert palette.line in colours(line, 160, 600)
    assert palette.lamp not in colours(line, 160, 600)


def test_bars_are_as_high_as_the_sound(line: WaveformBar, look: Look) -> None:
    assert look.palette.line in colours(line, 160, 290, row=8)
    assert look.palette.line not in colours(line, 310, 600, row=8)
    assert look.palette.line in colours(line, 310, 600), "silence is still seen"


def test_bookmarks_are_calm(line: WaveformBar, look: Look) -> None:
    assert look.palette.calm not in colours(line, 0, 600)
    line.set_marks((Mark(450.0, "a note"),))
    assert look.palette.calm in colours(line, 440, 460)
    assert look.palette.calm not in colours(line, 0, 430) | colours(line, 470, 600)


def test_from_right_to_left_the_talk_begins_at_the_right(line: WaveformBar, look: Look) -> None:
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert look.palette.lamp in colours(line, 460, 600, row=8)
    assert look.palette.lamp not in colours(line, 0, 440)
    assert look.palette.line not in colours(line, 0, 290, row=8)


def test_without_a_waveform_it_is_the_plain_line(line: WaveformBar, look: Look) -> None:
    hint = line.sizeHint()
    line.set_waveform(b"")
    assert colours(line, 5, 140) == {look.palette.lamp}
    assert colours(line, 160, 590) == {look.palette.line}
    assert line.sizeHint() == hint, "nothing moves when the waveform comes"


def test_keys_and_spoken_value_are_kept(line: WaveformBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(line.sought, timeout=0) as sought:
        QTest.keyClick(line, Qt.Key.Key_Right)
    assert sought.args == [155.0]
    assert line.accessibleName() == "Place: 2 minutes 35 seconds of 10 minutes"
    with qtbot.waitSignal(line.sought, timeout=0) as sought:
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(300, 5))
    assert sought.args == [300.0]


@pytest.mark.parametrize("width", [1, 5, 80, 3000])
def test_it_can_be_of_any_width(line: WaveformBar, width: int) -> None:
    line.resize(width, 72)
    assert not line.grab().isNull()
