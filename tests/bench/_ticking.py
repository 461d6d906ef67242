"""The parts of the stall benchmark that run in processes of their own; each prints JSON.

``window HOME SECONDS`` opens the real window on a home; ``peer SECONDS`` an empty one with a
list of Qt's own. Both note how long the UI thread kept a timer of one millisecond waiting.
"""

from __future__ import annotations

import json
import sys
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QListView, QMainWindow

from desktop_app.base import settings
from desktop_app.base.model import EpisodeQuery
from desktop_app.base.paths import Home
from desktop_app.house import House
from desktop_app.ui.pages.speakers import SpeakersPage
from desktop_app.ui.windows.frame import Frame

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.base.model import EpisodePage

ROWS = 30_000
FILES = 4
STEP = 120
"""Pixels for each picture of sixty a second: about a hundred rows a second."""


class Ticks:
    """The gaps between ticks, in milliseconds, while it is asked to count."""

    def __init__(self) -> None:
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=1)
        self._timer.timeout.connect(self._tick)
        self._last = 0.0
        self._gaps: list[float] = []

    def count(self, seconds: float, more: Callable[[], bool] = lambda: False) -> list[float]:
        """Return the gaps of so many seconds, and longer while ``more()`` holds."""
        self._gaps, self._last = [], time.perf_counter()
        self._timer.start()
        rest(seconds)
        while more():
            rest(0.2)
        self._timer.stop()
        return self._gaps

    def _tick(self) -> None:
        now = time.perf_counter()
        self._gaps.append(1000 * (now - self._last))
        self._last = now


class Scrolling:
    """Moves a list down without end, and at its end back to the top."""

    def __init__(self, view: QListView) -> None:
        self._bar = view.verticalScrollBar()
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=16)
        self._timer.timeout.connect(self._move)
        self._timer.start()

    def _move(self) -> None:
        end = self._bar.value() >= self._bar.maximum()
        self._bar.setValue(0 if end else self._bar.value() + STEP)


def rest(seconds: float) -> None:
    """Let events happen for so long."""
    loop = QEventLoop()
    QTimer.singleShot(int(1000 * seconds), loop.quit)
    loop.exec()


def peer(seconds: float) -> dict[str, list[float]]:
    """Scroll a list of Qt's own."""
    window, view = QMainWindow(), QListView()
    model = QStandardItemModel()
    for number in range(ROWS):
        model.appendRow(QStandardItem(f"Bob D. - Talk number {number} in Akron, OH"))
    view.setModel(model)
    view.setUniformItemSizes(True)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    window.setCentralWidget(view)
    window.resize(1280, 820)
    window.show()
    rest(1)
    ticks = Ticks()
    said = {"idle": ticks.count(seconds)}
    scrolling = Scrolling(view)
    said["scroll"] = ticks.count(seconds)
    del scrolling
    return said


def window(app: QApplication, home: Home, seconds: float) -> dict[str, list[float]]:
    """Scroll the list of talks in the real window, at last while it refreshes and downloads."""
    house = House(app, home, Frame(settings.load(home.settings)))
    house.open()
    house.window.open("speakers")
    page = house.window.page
    assert isinstance(page, SpeakersPage)
    until(lambda: page.model.rowCount() >= ROWS)
    rest(2)
    ticks = Ticks()
    said = {"idle": ticks.count(seconds)}
    scrolling = Scrolling(page.list.view)
    said["scroll"] = ticks.count(seconds)
    refreshing = [True]
    house.bridge.call(
        lambda core: core.browsing.page(EpisodeQuery(), 0, FILES), partial(load, house)
    )
    house.bridge.call(lambda core: core.refresh.refresh(), lambda _: refreshing.clear())
    said["all"] = ticks.count(seconds, lambda: bool(refreshing))
    del scrolling
    house.close()
    return said


def load(house: House, page: EpisodePage) -> None:
    """Download some talks."""
    ids = [episode.id for episode in page.episodes]
    house.bridge.call(lambda core: core.downloading.request(ids))


def until(fits: Callable[[], bool]) -> None:
    """Let events happen until something holds."""
    while not fits():
        rest(0.1)


def main() -> None:
    """Be one of the two and print the gaps."""
    role, *arguments = sys.argv[1:]
    app = QApplication([])
    if role == "peer":
        said = peer(float(arguments[0]))
    else:
        said = window(app, Home(Path(arguments[0])), float(arguments[1]))
    print(json.dumps(said))


if __name__ == "__main__":
    main()
