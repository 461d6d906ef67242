"""Whoever uses the window is noticed, and not at every step."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QExposeEvent, QKeyEvent, QMouseEvent, QRegion
from PySide6.QtWidgets import QWidget

from desktop_app.ui.windows import presence
from desktop_app.ui.windows.presence import Presence

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NO_KEYS = Qt.KeyboardModifier.NoModifier


def key() -> QEvent:
    return QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, NO_KEYS)


def move() -> QEvent:
    none = Qt.MouseButton.NoButton
    where = QPointF(5, 5)
    return QMouseEvent(QEvent.Type.MouseMove, where, where, none, none, NO_KEYS)


def paint() -> QEvent:
    return QExposeEvent(QRegion(0, 0, 9, 9))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.mark.parametrize(("event", "felt"), [(key(), 1), (move(), 1), (paint(), 0)])
def test_keys_and_mouse_are_felt(window: QWidget, event: QEvent, felt: int) -> None:
    told: list[None] = []
    parent = QObject()
    watching = Presence(parent)
    watching.felt.connect(lambda: told.append(None))
    for _ in range(2):
        watching.watch(window)
    handle = window.windowHandle()
    assert handle is not None
    QCoreApplication.sendEvent(handle, event)
    assert len(told) == felt


def test_it_is_told_from_time_to_time(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[None] = []
    parent = QObject()
    watching = Presence(parent)
    watching.felt.connect(lambda: told.append(None))
    watching.watch(window)
    handle = window.windowHandle()
    assert handle is not None
    for _ in range(5):
        QCoreApplication.sendEvent(handle, key())
    assert len(told) == 1
    later = time.monotonic() + presence.EVERY
    monkeypatch.setattr(time, "monotonic", lambda: later)
    for _ in range(5):
        QCoreApplication.sendEvent(handle, key())
    assert len(told) == 2


def test_a_window_that_was_never_shown_is_no_matter(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    parent = QObject()
    Presence(parent).watch(window)
