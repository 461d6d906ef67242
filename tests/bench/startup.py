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
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from desktop_app.base.clock import SystemClock
from desktop_app.base.model import TitleFacts
from desktop_app.base.paths import Home
from desktop_app.base.settings import Settings, save
from desktop_app.library import episodes, search
from desktop_app.library.database import Library
from desktop_app.library.episodes import Arrival
from tests.support.shelf import NOW, add_feed, parsed

RUNS = 15
FEEDS = 100
EACH = 300
ROOT = Path(__file__).resolve().parents[2]

_WATCH = """
import sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Watch(QObject):
    def eventFilter(self, what, event):
        if event.type() == QEvent.Type.Paint and what.isWindow():
            QTimer.singleShot(0, self.tell)
            QApplication.instance().removeEventFilter(self)
        return False
    def tell(self):
        print(time.monotonic(), flush=True)
        QApplication.instance().quit()
"""
EMPTY = (
    _WATCH
    + """
app = QApplication([]); watch = Watch(); app.installEventFilter(watch)
window = QMainWindow(); window.resize(1280, 820); window.show(); app.exec()
"""
)
OURS = (
    _WATCH
    + """
app = QApplication([]); watch = Watch(); app.installEventFilter(watch)
from desktop_app.cli import main
main(["--home", sys.argv[1]])
"""
)


def first_paint(code: str, *arguments: str) -> float:
    """Return seconds from starting a process to its first painted window."""
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
    return float(done.stdout.split()[0]) - began


async def fill(home: Home) -> None:
    """Fill a home with 30,000 episodes."""
    home.prepare()
    library = await Library.open(home, SystemClock())
    for number in range(FEEDS):
        feed = await add_feed(library, f"Feed {number}", added=NOW - timedelta(days=30))
        items = [
            replace(parsed(each), guid=f"{number}-{each}", notes="<p>Notes</p>" * 20)
            for each in range(EACH)
        ]
        arrivals = [Arrival(None, item, TitleFacts(speakers=("Bob D.",))) for item in items]
        await library.write(episodes.store, feed, arrivals, NOW)
    while await library.write(search.index_some):
        pass
    await library.close()


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as scratch:
        empty, full = Home(Path(scratch) / "empty"), Home(Path(scratch) / "full")
        asyncio.run(fill(full))
        empty.prepare()
        for home in (empty, full):
            save(home.settings, Settings(welcomed=True))
            first_paint(OURS, str(home.root))
        first_paint(EMPTY)
        times: dict[str, list[float]] = {"empty PySide6 window": [], "empty": [], "30,000": []}
        for _ in range(RUNS):
            times["empty PySide6 window"].append(first_paint(EMPTY))
            times["empty"].append(first_paint(OURS, str(empty.root)))
            times["30,000"].append(first_paint(OURS, str(full.root)))
    peer = statistics.median(times["empty PySide6 window"])
    print(f"empty PySide6 window          median {peer * 1000:6.0f} ms   ({RUNS} runs each)")
    for name in ("empty", "30,000"):
        ours = statistics.median(times[name])
        words = f"Hearthside, {name} episodes" if name != "empty" else "Hearthside, empty library"
        print(f"{words:29} median {ours * 1000:6.0f} ms   ratio {ours / peer:.2f}  (goal ≤ 1.50)")


if __name__ == "__main__":
    main()
