"""The parts of the stall benchmark that run in processes of their own; each prints JSON.

``window HOME SECONDS`` opens the real window on a home; ``peer SECONDS`` an empty one with a
list of Qt's own. Both note how long the UI thread kept a timer of one millisecond waiting.
``why HOME SECONDS`` is the window once more, watched: it says where the thread was meanwhile.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QListView, QMainWindow

from desktop_app.base import settings
from desktop_app.base.model import EpisodeQuery
from desktop_app.base.paths import Home
from desktop_app.house import House
from desktop_app.services.events import DownloadProgress
from desktop_app.ui.pages.speakers import SpeakersPage
from desktop_app.ui.windows.frame import Frame
from tests.bench._late import Late

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.base.model import EpisodePage

ROWS = 30_000
FILES = 4
STEP = 120
"""Pixels for each picture of sixty a second: about a hundred rows a second."""


class Ticks:
    """The gaps between ticks, in milliseconds, while it is asked to count.

    ``busy``: what the thread itself worked in each, in milliseconds; the rest it was kept waiting
    by others, of this process or of the machine.
    """

    def __init__(self, late: Late | None = None) -> None:
        self._late = late
        self.busy: list[float] = []
        self._worked = 0.0
        self._timer = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=1)
        self._timer.timeout.connect(self._tick)
        self._last = 0.0
        self._gaps: list[float] = []

    def count(self, seconds: float, more: Callable[[], bool] = lambda: False) -> list[float]:
        """Return the gaps of so many seconds, and longer while ``more()`` holds."""
        self._gaps, self._last = [], time.perf_counter()
        self.busy, self._worked = [], time.thread_time()
        self._timer.start()
        rest(seconds)
        while more():
            rest(0.2)
        self._timer.stop()
        return self._gaps

    def _tick(self) -> None:
        now = time.perf_counter()
        worked = time.thread_time()
        self._gaps.append(1000 * (now - self._last))
        self.busy.append(1000 * (worked - self._worked))
        self._last, self._worked = now, worked
        if self._late is not None:
            self._late.ticked(self._gaps[-1], self.busy[-1])


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


def window(
    app: QApplication, home: Home, seconds: float, late: Late | None = None
) -> dict[str, list[float]]:
    """Scroll the list of talks in the real window, at last while it refreshes and downloads."""
    house = House(app, home, Frame(settings.load(home.settings)))
    house.open()
    house.window.open("speakers")
    page = house.window.page
    assert isinstance(page, SpeakersPage)
    until(lambda: page.model.rowCount() >= ROWS)
    rest(2)
    ticks = Ticks(late)
    said = {"idle": ticks.count(seconds)}
    scrolling = Scrolling(page.list.view)
    said["scroll"] = ticks.count(seconds)
    work = Work(house)
    until(lambda: len(work.moving) == FILES)
    said["all"] = ticks.count(seconds)
    said["busy"] = ticks.busy
    said["rounds"], said["moved"] = [float(work.rounds)], [float(len(work.moving))]
    del scrolling
    house.close()
    return said


class Work:
    """Refreshes everything, again and again, and downloads some talks that take longer than that.

    ``rounds``: how often all feeds were refreshed; ``moving``: the talks of which bytes have come.
    """

    def __init__(self, house: House) -> None:
        self._bridge = house.bridge
        self.rounds = 0
        self.moving: set[int] = set()
        self._bridge.happened.connect(self._heard)
        self._bridge.call(lambda core: core.browsing.page(EpisodeQuery(), 0, FILES), self._load)
        self._refresh()

    def _load(self, page: EpisodePage) -> None:
        ids = [episode.id for episode in page.episodes]
        self._bridge.call(lambda core: core.downloading.request(ids))

    def _refresh(self) -> None:
        self._bridge.call(lambda core: core.refresh.refresh(), self._refreshed)

    def _refreshed(self, _outcomes: object) -> None:
        self.rounds += 1
        self._refresh()

    def _heard(self, event: object) -> None:
        if isinstance(event, DownloadProgress) and event.received:
            self.moving.add(event.episode_id)


def until(fits: Callable[[], bool]) -> None:
    """Let events happen until something holds."""
    while not fits():
        rest(0.1)


def main() -> None:
    """Be one of the two and print the gaps."""
    role, *arguments = sys.argv[1:]
    app = QApplication([])
    if role == "peer":
        print(json.dumps(peer(float(arguments[0]))))
        return
    late = Late() if role == "why" else None
    said = window(app, Home(Path(arguments[0])), float(arguments[1]), late)
    print(json.dumps(said if late is None else late.told()))


if __name__ == "__main__":
    main()
