"""The last window ends in words and with a way out, whatever becomes of the erasing."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from desktop_app.base.settings import Settings
from desktop_app.gui import _Session
from desktop_app.services.lock import ERASING
from desktop_app.ui.look.theme import Look
from desktop_app.ui.windows.farewell import Farewell
from desktop_app.ui.windows.frame import Frame
from tests.support.passwords import Passwords

if TYPE_CHECKING:
    import pytest
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop_app.base.paths import Home


def test_after_a_bug_of_ours_it_can_be_closed_and_says_so(
    qapp: QApplication, qtbot: QtBot, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    bugs: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda failed: bugs.append(failed.exc_type))
    monkeypatch.setattr("desktop_app.services.erasing.look_through", lambda _home: 1 / 0)
    farewell = Farewell(Look(qapp, Settings()), home, Passwords())
    qtbot.addWidget(farewell)
    farewell.show()
    refused: list[object] = []
    farewell.refused.connect(refused.append)
    with qtbot.waitSignal(farewell.erased):
        farewell.begin()
    assert farewell.what.text() == "Not everything is erased yet"
    assert "Start it again" in farewell.more.text()
    assert not refused, "a home that is half erased is not opened again"
    assert (home.root / ERASING).exists(), "the next start goes on"
    with qtbot.waitSignal(farewell.over):
        farewell.close_button.click()
    assert bugs == [ZeroDivisionError]


def test_while_it_erases_a_second_start_brings_no_window_forward(
    qapp: QApplication, qtbot: QtBot, home: Home
) -> None:
    class House:
        def come(self, given: str) -> None:
            came.append(given)

    came: list[str] = []
    frame = Frame(Settings())
    qtbot.addWidget(frame)
    session = _Session(qapp, home, frame, "")
    session._house = House()  # type: ignore[assignment]
    session._asked("before")
    (home.root / ERASING).touch()
    session._asked("while")
    assert came == ["before"]
