"""Where the window opens: wholly on the screen, and the next time as the person left it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QByteArray, QRect, Qt
from PySide6.QtGui import QGuiApplication

from desktop_app.base.settings import Settings
from desktop_app.ui.look.tokens import WINDOW
from desktop_app.ui.windows.frame import Frame, first_place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize(
    "room",
    [QRect(0, 0, 1366, 728), QRect(0, 27, 1366, 741), QRect(1920, 0, 800, 600)],
    ids=["a panel below", "a panel above", "a second screen"],
)
def test_a_small_screen_shows_the_whole_window_with_its_title(room: QRect) -> None:
    place = first_place(room)
    assert room.adjusted(0, 40, 0, 0).contains(place)
    assert place.width() == min(WINDOW[0], room.width() - 8)
    assert place.height() == room.height() - 44


def test_a_large_screen_has_it_in_the_middle() -> None:
    place = first_place(QRect(0, 0, 2560, 1440))
    assert place.size().toTuple() == WINDOW
    assert abs(place.center().x() - 1280) <= 1
    assert abs(place.center().y() - 720) <= 20


def opened(qtbot: QtBot, kept: str) -> Frame:
    frame = Frame(Settings(window_place=kept))
    qtbot.addWidget(frame)
    frame.stand()
    frame.show()
    return frame


def place_of(qtbot: QtBot, where: QRect, state: Qt.WindowState) -> str:
    frame = opened(qtbot, "")
    frame.setGeometry(where)
    frame.setWindowState(state)
    kept = frame.place()
    frame.close()
    assert frame.place() == kept, "it is asked when the window is closed"
    return kept


def test_it_opens_as_it_was_left(qtbot: QtBot) -> None:
    where = QRect(60, 70, 500, 400)
    kept = place_of(qtbot, where, Qt.WindowState.WindowNoState)
    assert opened(qtbot, kept).geometry() == where


@pytest.mark.parametrize(
    "kept", ["", "nonsense", "ñ", QByteArray(b"x" * 66).toBase64().toStdString()]
)
def test_a_place_that_says_nothing_is_the_middle(qtbot: QtBot, kept: str) -> None:
    room = QGuiApplication.primaryScreen().availableGeometry()
    assert opened(qtbot, kept).geometry() == first_place(room)


def test_what_was_maximized_is_so_again_and_the_whole_screen_is_left_to_sittings(
    qtbot: QtBot,
) -> None:
    where = QRect(60, 70, 500, 400)
    large = opened(qtbot, place_of(qtbot, where, Qt.WindowState.WindowMaximized))
    assert large.isMaximized()
    assert large.normalGeometry().size() == where.size()
    assert not opened(qtbot, place_of(qtbot, where, Qt.WindowState.WindowFullScreen)).isFullScreen()


def test_a_place_on_a_screen_that_is_gone_comes_into_sight(qtbot: QtBot) -> None:
    room = QGuiApplication.primaryScreen().availableGeometry()
    gone = room.translated(3000, 0).adjusted(10, 60, -200, -100)
    kept = place_of(qtbot, gone, Qt.WindowState.WindowNoState)
    assert room.contains(opened(qtbot, kept).geometry())
