"""The services and the desktop integration as the house wires them, seen from a test."""

from __future__ import annotations

import asyncio
import shutil
import threading
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QProcess

from desktop_app.base.model import EpisodeQuery, PlayStatus
from desktop_app.base.settings import Settings
from desktop_app.bridge import Bridge
from desktop_app.desktop.integration import Integration
from desktop_app.services.core import open_core

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from pytestqt.qtbot import QtBot

    from desktop_app.base.paths import Home
    from desktop_app.services.core import Core

T = TypeVar("T")
PATIENCE = 20_000


class App:
    """Bridge and integration as the house wires them, on buses of their own."""

    def __init__(self, home: Home, qtbot: QtBot, system: str, session: str) -> None:
        self.qtbot, self.system, self.session = qtbot, system, session
        self.bridge = Bridge(lambda: open_core(home))
        self.integration = Integration(Settings())
        self.integration.follow(self.bridge)

    def open(self) -> None:
        """Start both."""
        self.bridge.start()
        self.integration.start()

    def close(self) -> None:
        """End both, as the house does."""
        self.integration.close()
        self.bridge.stop()

    def ask(self, make: Callable[[Core], Coroutine[Any, Any, T]]) -> T:
        """Return what the engine says."""
        answers: list[T] = []
        self.bridge.call(make, answers.append)
        self.qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE)
        return answers[0]

    def outside(self, work: Callable[[], Coroutine[Any, Any, T]]) -> T:
        """Do something on the bus from another thread, while the window's loop runs."""
        return self.begin(work)()

    def begin(self, work: Callable[[], Coroutine[Any, Any, T]]) -> Callable[[], T]:
        """Begin to do something there; what is returned waits for the outcome."""
        answers: list[T] = []
        failures: list[BaseException] = []

        def run() -> None:
            try:
                answers.append(asyncio.run(work()))
            except BaseException as error:  # noqa: BLE001 - told in the test's thread
                failures.append(error)

        thread = threading.Thread(target=run)

        def finish() -> T:
            self.qtbot.waitUntil(lambda: not thread.is_alive(), timeout=2 * PATIENCE)
            if failures:
                raise failures[0]
            return answers[0]

        thread.start()
        return finish

    def playerctl(self, *arguments: str) -> str:
        """Run ``playerctl`` on our player and return what it says."""
        program = shutil.which("playerctl")
        assert program is not None
        process = QProcess()
        with self.qtbot.waitSignal(process.finished, timeout=PATIENCE):
            process.start(program, ["--player=hearthside", *arguments])
        assert process.exitCode() == 0, bytes(process.readAllStandardError().data())
        return bytes(process.readAllStandardOutput().data()).decode().strip()

    def says(self, *arguments: str) -> Callable[[], bool]:
        """Return whether ``playerctl`` answers the last of the arguments by now."""
        return lambda: self.playerctl(*arguments[:-1]) == arguments[-1]


def start_talk(app: App) -> float:
    """Play the longest talk of the starter from its second second; return its length."""
    app.ask(lambda core: core.subscriptions.add_starter())
    page = app.ask(lambda core: core.browsing.page(EpisodeQuery(), 0, 10))
    one = max(page.episodes, key=lambda each: each.duration or 0.0)
    app.ask(lambda core: core.listening.play(one.id, 2.0))
    app.qtbot.waitUntil(lambda: status(app) is PlayStatus.PLAYING, timeout=PATIENCE)
    assert one.duration is not None
    return one.duration


def status(app: App) -> PlayStatus | None:
    now = app.integration.facts.now
    return now.status if now else None
