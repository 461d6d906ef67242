"""From the start of the process to the first painted window.

Beside us, in turn and in the same run: an empty PySide6 window. Goal: at most 1.5 times its
time, with an empty library and with 30,000 episodes.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

from desktop_app.base.clock import SystemClock
from desktop_app.base.parsed import TitleFacts
from desktop_app.base.paths import Home
from desktop_app.base.settings import Settings, save
from desktop_app.library import episodes
from desktop_app.library.database import Library
from desktop_app.library.episodes import Arrival
from tests.support.shelf import NOW, add_feed, parsed, read_titles

RUNS = 15
FEEDS = 100
EACH = 300
ROOT = Path(__file__).resolve().parents[2]

_WATCH = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Watch(QObject):
    seen = 0
    def eventFilter(self, what, event):
        if event.type() == QEvent.Type.Paint and type(what).__name__ in WANTED[self.seen:]:
            self.seen += 1
            QTimer.singleShot(0, self.tell)
        return False
    def tell(self):
        print(time.monotonic(), flush=True)
        if self.seen == len(WANTED):
            QApplication.instance().quit()
"""
EMPTY = (
    _WATCH
    + "WANTED = ['QMainWindow']"
    + """
app = QApplication([]); watch = Watch(); app.installEventFilter(watch)
window = QMainWindow(); window.resize(1280, 820); window.show(); app.exec()
"""
)
OURS = (
    _WATCH
    + "WANTED = ['Frame', 'Text']"
    + """
app = QApplication([]); watch = Watch(); app.installEventFilter(watch)
sys.argv[1:1] = ["--home"]
from desktop_app.__main__ import main
main()
"""
)


def paints(code: str, *arguments: str) -> list[float]:
    """Return seconds from starting a process to its first paint, and to its first words."""
    environment = os.environ | {"PYTHONPATH": str(ROOT), "QT_LOGGING_RULES": "*=false"}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )
    return [float(moment) - began for moment in done.stdout.split()]


async def fill(home: Home) -> None:
    """Fill a home with 30,000 episodes."""
    home.prepare()
    library = await Library.open(home, SystemClock())
    for number in range(FEEDS):
        feed = await add_feed(library, f"Feed {number}", added=NOW - timedelta(days=30))
        items = [
            parsed(each)._replace(guid=f"{number}-{each}", notes="<p>Notes</p>" * 20)
            for each in range(EACH)
        ]
        arrivals = [Arrival(None, item) for item in items]
        await library.write(episodes.store, feed, arrivals, NOW)
    await read_titles(library, lambda _title: TitleFacts(speakers=("Bob D.",)))
    await library.close()


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch:
        empty, full = Home(Path(scratch) / "empty"), Home(Path(scratch) / "full")
        asyncio.run(fill(full))
        empty.prepare()
        for home in (empty, full):
            save(home.settings, Settings(welcomed=True))
            paints(OURS, str(home.root))
        paints(EMPTY)
        times: dict[str, list[list[float]]] = {"peer": [], "empty": [], "30,000": []}
        for _ in range(RUNS):
            times["peer"].append(paints(EMPTY))
            times["empty"].append(paints(OURS, str(empty.root)))
            times["30,000"].append(paints(OURS, str(full.root)))
    peer = statistics.median(run[0] for run in times["peer"])
    print(f"empty PySide6 window, painted          {peer * 1000:5.0f} ms  (medians of {RUNS} runs)")
    for name in ("empty", "30,000"):
        for number, what in enumerate(("painted (goal ≤ 1.50)", "with its words")):
            ours = statistics.median(run[number] for run in times[name])
            label = f"{name} library, {what}" if name == "empty" else f"{name} episodes, {what}"
            print(f"{label:38} {ours * 1000:5.0f} ms  ratio {ours / peer:.2f}")


if __name__ == "__main__":
    main()
