"""Pictures of every page of the real window, light and dark: ``python -m tests.shots DIR``.

They are taken from a demo home, made on the spot unless ``--home`` names one, at 1280×820;
``--percent`` gives another text size and ``--size`` another window.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.base.model import DownloadState, Episode, EpisodeQuery
from desktop_app.base.paths import Home
from desktop_app.base.settings import Theme
from desktop_app.base.shelf import Wait, WaitFor
from desktop_app.services.events import DownloadProgress
from desktop_app.ui.pages.downloads import DownloadsPage
from desktop_app.ui.pages.favorites_bookmarks import BOOKMARKS
from desktop_app.ui.pages.queue_history import HISTORY
from desktop_app.ui.pages.sitting import SittingPage
from desktop_app.ui.pages.speakers_filter import TALKS
from desktop_app.ui.pages.talk import TalkPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.house import House

_SETTLED_MS = 400
_MEASURED_MS = 60_000
_LEFT = 7 * 60 + 36.5
"""Seconds that are left of the sitting in the picture."""


def settle(milliseconds: int = _SETTLED_MS) -> None:
    """Let answers arrive and be painted."""
    timer = QElapsedTimer()
    timer.start()
    while timer.elapsed() < milliseconds:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def wait_for(house: House, question: Callable[..., object]) -> object:
    """Return the engine's answer."""
    answers: list[object] = []
    house.bridge.call(question, answers.append, refuse)  # type: ignore[arg-type]
    while not answers:
        settle(20)
    return answers[0]


def refuse(problem: Exception) -> None:
    """End here: what was asked for the pictures cannot be had."""
    raise SystemExit(str(problem))


def pretend_to_download(house: House) -> None:
    """Let the page of downloads show what is paused in the demo as if it moved."""
    page = house.window.page
    assert isinstance(page, DownloadsPage)
    assert page.shelf is not None
    shelf = page.shelf
    first, second, cut = shelf.moving
    rows = [replace(one, state=DownloadState.DOWNLOADING) for one in (first, second)]
    tried = replace(cut, state=DownloadState.QUEUED)
    again = Wait(WaitFor.RETRY, datetime.now(UTC) + timedelta(seconds=8.9), "connection lost")
    waits = {one.id: Wait(WaitFor.TURN) for one in shelf.queued}
    moving = replace(
        shelf,
        moving=tuple(rows),
        queued=(tried, *shelf.queued),
        waiting=shelf.waiting + 1,
        waits={tried.id: again, **waits},
        paused=False,
    )
    for one, speed in zip(rows, (1_100_000, 900_000), strict=True):
        page.heard(DownloadProgress(one.id, one.received, one.size, speed))
    page._show(moving)


def pretend_to_have_sat(house: House) -> None:
    """Let the sitting that was just begun be near its end."""
    page = house.window.page
    assert isinstance(page, SittingPage)
    assert page.sitting is not None
    page._show(replace(page.sitting, elapsed=page.sitting.total - _LEFT))


def measured(house: House, episode_id: int) -> None:
    """Return when the talk's sound was measured, so that its page shows the waveform.

    A busy machine may leave no time for that: then the picture does without.
    """
    wait_for(house, lambda core: core.measuring.measure(episode_id))
    timer = QElapsedTimer()
    timer.start()
    while not timer.hasExpired(_MEASURED_MS):
        if wait_for(house, lambda core: core.measuring.sound(episode_id)):
            return
        settle()
    sys.stderr.write(
        f"talk {episode_id} is shown without its waveform: it was not measured in time\n"
    )


def listening(house: House, episode_id: int, folder: Path, theme: str) -> None:
    """Save pictures of what listening leaves behind, the closing line and the mini player."""
    window = house.window

    def shoot(name: str, widget: QWidget) -> None:
        settle()
        widget.grab().save(str(folder / f"{name}-{theme}.png"))

    wait_for(house, lambda core: core.listening.play(episode_id, 60.0))
    wait_for(house, lambda core: core.listening.bookmark("A line that says it all"))
    settle(_SETTLED_MS)
    wait_for(house, lambda core: core.listening.pause())
    for name, tab in (("queue", HISTORY), ("favorites", BOOKMARKS)):
        window.open(name, tab)
        shoot(f"{name}-{tab}", window.window())
    window.closing_line.ask(3)
    shoot("closing", window.window())
    window.closing_line.hide()
    house.sight.show_mini()
    assert house.sight.mini is not None
    shoot("mini", house.sight.mini)
    house.sight.show_whole()


def correcting(house: House, episode_id: int, folder: Path, theme: str) -> None:
    """Save pictures of a part of a series, and of the card that corrects it."""
    window = house.window
    window.open("talk", episode_id)
    settle()
    window.window().grab().save(str(folder / f"talk-series-{theme}.png"))
    page = window.page
    assert isinstance(page, TalkPage)
    page.about.correct.click()
    settle()
    window.window().grab().save(str(folder / f"talk-correct-{theme}.png"))
    page.about.leave()


def shoot(house: House, folder: Path, theme: str, name: str, argument: object = None) -> None:
    """Save a picture of one page."""
    house.window.open(name.partition("-")[0], argument)
    settle()
    house.window.window().grab().save(str(folder / f"{name}-{theme}.png"))


def one_talk(house: House, text: str) -> Episode:
    """Return the first talk with these words."""
    page = wait_for(house, lambda core: core.browsing.page(EpisodeQuery(text=text), 0, 1))
    (talk,) = page.episodes  # type: ignore[attr-defined]
    assert isinstance(talk, Episode)
    return talk


def take(house: House, folder: Path, theme: str) -> None:
    """Save a picture of every page, and leave all as it was, for the other theme's."""
    talk, part = one_talk(house, "steps"), one_talk(house, "joe")
    own = wait_for(house, lambda core: core.collections.all())
    places: list[tuple[str, object]] = [
        *((name, None) for name in ("today", "speakers", "favorites", "queue")),
        *((name, None) for name in ("downloads", "add", "settings", "kept", "problems", "about")),
        *((name, None) for name in ("meditations", "sittings", "sounds")),
        ("preset", 2),
        ("feed", talk.feed_id),
        ("talk", talk.id),
        ("search", "joe"),
        ("speaker", part.speakers[0]),
        ("series", part.series_key),
        ("speakers-filtered", EpisodeQuery(speaker=part.speakers[0], fellowship="AA")),
        ("favorites-collection", own[0].id),  # type: ignore[index]
    ]

    for name, argument in places:
        if name == "talk":
            measured(house, talk.id)
        shoot(house, folder, theme, name, argument)
        if name == "downloads":
            pretend_to_download(house)
            settle()
            house.window.window().grab().save(str(folder / f"{name}-busy-{theme}.png"))
    correcting(house, part.id, folder, theme)
    house.window.open("speakers", TALKS)


def take_later(house: House, folder: Path, theme: str) -> None:
    """Save pictures of what leaves the home another one."""
    listening(house, one_talk(house, "steps").id, folder, theme)
    wait_for(house, lambda core: core.settings.change(welcomed=False))
    wait_for(house, lambda core: core.subscriptions.add_starter())
    shoot(house, folder, theme, "welcome")
    presets = wait_for(house, lambda core: core.presets.all())
    assert isinstance(presets, tuple)
    wait_for(house, lambda core: core.sitting.begin(presets[1]))
    house.window.open("sitting")
    settle()
    pretend_to_have_sat(house)
    shoot(house, folder, theme, "sitting")
    wait_for(house, lambda core: core.sitting.end(keep=False))
    wait_for(house, lambda core: core.sitting.dismiss())


def main() -> None:
    """Take all pictures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--home", type=Path)
    arguments.add_argument("--percent", type=int, default=100)
    arguments.add_argument("--size", type=int, nargs=2, default=(1280, 820))
    arguments.add_argument("--language", default="en")
    arguments.add_argument("--rtl", action="store_true", help="from right to left, as Arabic is")
    chosen = arguments.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["HEARTHSIDE_AUDIO"] = "null"
    chosen.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    from desktop_app.base import settings
    from desktop_app.house import House
    from desktop_app.services.demo import make_demo
    from desktop_app.ui.windows.frame import Frame

    with tempfile.TemporaryDirectory() as scratch:
        home = Home((chosen.home or Path(scratch) / "demo").absolute())
        if not home.database.exists():
            asyncio.run(make_demo(home))
        frame = Frame(replace(settings.load(home.settings), language=chosen.language))
        house = House(app, home, frame)
        if chosen.rtl:
            app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        frame.resize(*chosen.size)
        house.open()
        try:
            wait_for(house, lambda core: core.browsing.counts())
            settle(2500)
            for pictures, theme in product((take, take_later), (Theme.LIGHT, Theme.DARK)):
                look = {
                    "theme": theme,
                    "text_percent": chosen.percent,
                    "language": chosen.language,
                }
                wait_for(house, lambda core, look=look: core.settings.change(**look))
                settle()
                pictures(house, chosen.folder, theme.value)
        finally:
            house.close()


if __name__ == "__main__":
    main()
