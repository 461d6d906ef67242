"""The three jobs by the keyboard alone, through the real window, engine, server and libVLC.

Keys go to whatever has the keyboard. The way is found as a person finds it: by the keys that the
sheet tells, and with Tab, until what is read aloud is what was looked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QLineEdit, QWidget

from desktop_app.base import settings
from desktop_app.base.model import PlayStatus
from desktop_app.base.settings import Settings
from desktop_app.ui.pages.sitting import SittingPage
from tests.e2e.test_window import PATIENCE, answer, downloaded, opened, status
from tests.support import pod
from tests.support.server import Server
from tests.support.sound import speech_bytes
from tests.support.tabbing import press

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop_app.base.paths import Home
    from desktop_app.house import House

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
TALKS = 4


def held() -> QWidget:
    """Return what has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def said(widget: QWidget) -> str:
    """Return what a screen reader says of it: of a list, the row."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def row() -> str:
    """Return the row that the keyboard is on."""
    view = held()
    assert isinstance(view, QAbstractItemView)
    return str(view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))


def tab_to(name: str, key: Qt.Key = Qt.Key.Key_Tab) -> None:
    """Press Tab until something is reached whose name begins so."""
    met: list[str] = []
    for _ in range(70):
        press(key)
        if said(held()).startswith(name):
            return
        met.append(said(held()))
    raise AssertionError(f"no “{name}” among {met}")


def write(text: str) -> None:
    """Type into the field that has the keyboard, in the place of what is there."""
    assert isinstance(held(), QLineEdit)
    press(Qt.Key.Key_A, CTRL)
    QTest.keyClicks(held(), text)


def rows() -> int:
    """Return how many rows the list under the keyboard has."""
    view = held()
    assert isinstance(view, QAbstractItemView)
    return view.model().rowCount()


def title(house: House) -> str:
    """Return what stands at the top of the page."""
    assert house.window.page is not None
    return house.window.page.title.text()


def wait(qtbot: QtBot, fact: Callable[[], bool]) -> None:
    """Wait until it is so."""
    qtbot.waitUntil(fact, timeout=PATIENCE)


def test_subscribe_and_play_sit_for_a_minute_and_queue_three_downloads(
    home: Home, qtbot: QtBot
) -> None:
    settings.save(home.settings, Settings(welcomed=True))
    with Server() as server, opened(home, qtbot) as house:
        wait(qtbot, house.window.window().isActiveWindow)
        subscribe_and_play(house, qtbot, pod.serve(server, "tapes", TALKS, speech_bytes(60)))
        sit_for_a_minute(house, qtbot)
        queue_three(house, qtbot)


def subscribe_and_play(house: House, qtbot: QtBot, url: str) -> None:
    tab_to("Add a feed")
    press(Qt.Key.Key_Return)
    wait(qtbot, lambda: said(held()).startswith("Address of a feed"))
    write(url)
    press(Qt.Key.Key_Return)

    def subscribed() -> bool:
        return len(answer(house, qtbot, lambda core: core.browsing.feeds())) == 1

    wait(qtbot, subscribed)
    tab_to("Pages and subscriptions")
    wait(qtbot, lambda: rows() == 8)  # six pages, a heading, the feed
    press(Qt.Key.Key_End)
    assert row().startswith("Tapes")
    press(Qt.Key.Key_Return)
    wait(qtbot, lambda: title(house) == "Tapes")
    tab_to("Talks of this feed")
    wait(qtbot, lambda: rows() == TALKS)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    wait(qtbot, lambda: house.window.place is not None and house.window.place[0] == "talk")
    tab_to("Play")
    press(Qt.Key.Key_Space)
    wait(qtbot, lambda: status(house) is PlayStatus.PLAYING)
    begun = house.window.player.seek.position
    press(Qt.Key.Key_1, CTRL)
    press(Qt.Key.Key_Right)
    wait(qtbot, lambda: house.window.player.seek.position > begun + 20)
    press(Qt.Key.Key_Space)
    wait(qtbot, lambda: status(house) is PlayStatus.PAUSED)


def sit_for_a_minute(house: House, qtbot: QtBot) -> None:
    press(Qt.Key.Key_3, CTRL)
    assert title(house) == "Meditations"
    tab_to("New sitting")
    press(Qt.Key.Key_Return)
    wait(qtbot, lambda: said(held()) == "Name")
    write("B, M and 1")  # each of them means something elsewhere
    tab_to("Length in minutes")
    write("1")
    tab_to("Settling in: ")
    press(Qt.Key.Key_Home)
    assert said(held()) == "Settling in: None"
    press(Qt.Key.Key_Space)
    tab_to("Begin")
    press(Qt.Key.Key_Space)
    wait(qtbot, lambda: house.window.place == ("sitting", None))
    page = house.window.page
    assert isinstance(page, SittingPage)
    wait(qtbot, lambda: page.sitting is not None and page.running.ring.share > 0.02)
    press(Qt.Key.Key_Escape)
    assert said(held()) == "Go on sitting", "Enter loses nothing"
    tab_to("Keep it in the log")
    press(Qt.Key.Key_Return)
    wait(qtbot, lambda: not house.sight.closing.sitting)

    def kept() -> list[tuple[str, float]]:
        log = answer(house, qtbot, lambda core: core.sittings.recent())
        return [(each.preset, each.planned) for each in log]

    wait(qtbot, lambda: kept() == [("B, M and 1", 60.0)])


def queue_three(house: House, qtbot: QtBot) -> None:
    press(Qt.Key.Key_2, CTRL)
    assert title(house) == "Speakers"
    tab_to("Talks")
    wait(qtbot, lambda: rows() == TALKS)
    press(Qt.Key.Key_Home)
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_D)
    wait(qtbot, lambda: downloaded(house, qtbot) == 3)
    press(Qt.Key.Key_6, CTRL)
    tab_to("On this computer")
    wait(qtbot, lambda: rows() == 3)
    assert "Bob D." in row()
