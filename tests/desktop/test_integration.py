"""The whole way: a desktop on private buses, the real services, the null player."""

from __future__ import annotations

import asyncio
import shutil
import threading
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from dbus_fast import Message
from PySide6.QtCore import QProcess

from desktop_app.base.model import EpisodeQuery, PlayStatus
from desktop_app.base.settings import Settings
from desktop_app.base.sittings import Preset
from desktop_app.bridge import Bridge
from desktop_app.desktop.inhibit import WHY, WHY_LIT
from desktop_app.desktop.integration import Integration
from desktop_app.services.core import open_core
from desktop_app.services.events import (
    PlayerChanged,
    QueueChanged,
    RunningSitting,
    SettingsChanged,
    SittingChanged,
)
from tests.support.desktop import (
    LOGIND,
    PORTAL,
    SCREENSAVER,
    Ledger,
    Logind,
    Portal,
    Remote,
    ScreenSaver,
    joined,
)
from tests.support.hand import HandBridge, HandCore, episode, now_playing
from tests.support.session_bus import private_bus

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.base.paths import Home
    from desktop_app.services.core import Core

T = TypeVar("T")
PATIENCE = 20_000
DBUS, DBUS_PATH = "org.freedesktop.DBus", "/org/freedesktop/DBus"
SITTING = RunningSitting(Preset("Ten minutes", 600), 600.0, (), (), elapsed=0.0, at=0.0)
IDLE = ("inhibit", "idle", "Hearthside", "block")
DELAY = ("inhibit", "sleep", "Hearthside", "delay")
NAME = "org.mpris.MediaPlayer2.hearthside"


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


@pytest.fixture
def app(home: Home, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """An app that is not started yet."""
    with private_bus(tmp_path, "session") as session, private_bus(tmp_path, "system") as system:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", system)
        app = App(home, qtbot, system, session)
        yield app
        app.close()


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


@pytest.mark.skipif(shutil.which("playerctl") is None, reason="playerctl is not installed")
def test_playerctl_steers_the_player(app: App) -> None:
    app.open()
    length = start_talk(app)
    wait = app.qtbot.waitUntil
    wait(lambda: "hearthside" in app.playerctl("--list-all"), timeout=PATIENCE)
    wait(app.says("status", "Playing"), timeout=PATIENCE)
    assert app.playerctl("metadata", "mpris:length") == str(round(length * 1_000_000))
    now = app.integration.facts.now
    assert now is not None
    assert app.playerctl("metadata", "xesam:title") == now.episode.title
    app.playerctl("pause")
    wait(app.says("status", "Paused"), timeout=PATIENCE)
    app.playerctl("position", "60")
    wait(app.says("position", "60.000000"), timeout=PATIENCE)
    app.playerctl("position", "15-")
    wait(app.says("position", "45.000000"), timeout=PATIENCE)
    app.playerctl("volume", "0.5")
    wait(app.says("volume", "0.500000"), timeout=PATIENCE)
    app.playerctl("play-pause")
    wait(app.says("status", "Playing"), timeout=PATIENCE)
    assert 45 <= float(app.playerctl("position")) < 60
    app.playerctl("stop")
    wait(app.says("status", "Paused"), timeout=PATIENCE)
    assert app.ask(lambda core: core.listening.now()) is not None


def test_a_night_with_the_lid_closed(app: App) -> None:
    """Logind on the bus: nothing held before play; the place kept before sleep; then on."""
    ledger: list[Any] = []
    app.open()
    start_talk(app)
    app.ask(lambda core: core.listening.pause())

    async def night() -> None:
        told = Ledger()
        async with joined(app.system) as bus:
            logind = Logind(told)
            bus.export(LOGIND[1], logind)
            await bus.request_name(LOGIND[0])
            app.bridge.call(lambda core: core.listening.resume())
            await told.until_any(IDLE, DELAY)
            told.told.clear()
            logind.prepare_for_sleep(start=True)
            await told.until_any(("released", "idle"), ("released", "sleep"))
            told.told.clear()
            logind.prepare_for_sleep(start=False)
            await told.until_any(IDLE, DELAY)
            ledger.append("on")

    app.outside(night)
    app.qtbot.waitUntil(lambda: status(app) is PlayStatus.PLAYING, timeout=PATIENCE)
    assert ledger == ["on"]


def test_the_screen_stays_awake_while_a_sitting_runs(app: App) -> None:
    """Not while it is paused, and not after it: the last bell may ring out in the dark."""
    app.open()
    preset = Preset("Ten minutes", 600.0, bell=None)
    kept, let_go = ("inhibit", "Hearthside"), ("uninhibit", 4711)
    taken = ("inhibit", 4, WHY), ("inhibit", 8, WHY_LIT)

    async def sit() -> bool:
        portal, saver = Ledger(), Ledger()
        async with joined(app.session) as bus:
            bus.export(PORTAL[1], Portal(portal, bus))
            bus.export(SCREENSAVER[1], ScreenSaver(saver))
            await bus.request_name(PORTAL[0])
            await bus.request_name(SCREENSAVER[0])
            app.bridge.call(lambda core: core.sitting.begin(preset))
            await portal.until_any(*taken)
            await saver.until(kept)
            app.bridge.call(lambda core: core.sitting.pause())
            await portal.until_any(*taken, ("close", 1), ("close", 2))
            await saver.until(kept, let_go)
            app.bridge.call(lambda core: core.sitting.resume())
            await saver.until(kept, let_go, kept)
            app.bridge.call(lambda core: core.sitting.end(keep=False))
            await saver.until(kept, let_go, kept, let_go)
            closed = (("close", number) for number in (1, 2, 3, 4))
            await portal.until_any(*taken, *taken, *closed)
        return True

    assert app.outside(sit)


def test_closing_lets_the_computer_sleep(app: App) -> None:
    taken = threading.Event()
    app.open()
    start_talk(app)
    app.ask(lambda core: core.listening.pause())

    async def watch() -> bool:
        told = Ledger()
        async with joined(app.system) as bus:
            bus.export(LOGIND[1], Logind(told))
            await bus.request_name(LOGIND[0])
            app.bridge.call(lambda core: core.listening.resume())
            await told.until_any(IDLE, DELAY)
            told.told.clear()
            taken.set()
            await told.until_any(("released", "idle"), ("released", "sleep"))
            return True

    finish = app.begin(watch)
    app.qtbot.waitUntil(taken.is_set, timeout=PATIENCE)
    app.integration.close()
    assert finish()


def test_raise_quit_and_what_is_handed_over(app: App) -> None:
    app.open()
    heard: list[str] = []
    app.integration.come.connect(lambda: heard.append("come"))
    app.integration.leave.connect(lambda: heard.append("leave"))
    app.integration.given.connect(heard.append)

    async def there() -> bool:
        async with joined(app.session) as bus:
            call = Message(DBUS, DBUS_PATH, DBUS, "NameHasOwner", signature="s", body=[NAME])
            return bool((await bus.call(call)).body[0])

    async def steer() -> None:
        async with joined(app.session) as bus:
            remote = Remote(bus, NAME)
            await remote.call("Raise", interface="org.mpris.MediaPlayer2")
            await remote.call("OpenUri", "s", "file:///tapes/a.mp3")
            await remote.call("Quit", interface="org.mpris.MediaPlayer2")

    app.qtbot.waitUntil(lambda: app.outside(there), timeout=PATIENCE)
    app.outside(steer)
    app.qtbot.waitUntil(lambda: len(heard) == 3, timeout=PATIENCE)
    assert heard == ["come", "file:///tapes/a.mp3", "leave"]


def test_without_any_bus_nothing_is_complained_of(
    home: Home, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in ("SESSION", "SYSTEM"):
        monkeypatch.setenv(f"DBUS_{kind}_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    app = App(home, qtbot, "", "")
    app.open()
    start_talk(app)
    app.close()


def test_a_bus_that_goes_away_is_not_complained_of(
    home: Home, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with private_bus(tmp_path, "session") as session, private_bus(tmp_path, "system") as system:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", system)
        app = App(home, qtbot, system, session)
        app.open()
        start_talk(app)
    app.ask(lambda core: core.listening.pause())
    app.close()


@contextmanager
def by_hand(core: HandCore) -> Iterator[tuple[HandBridge, Integration]]:
    bridge = HandBridge(core)
    integration = Integration(Settings())
    integration.follow(bridge)
    yield bridge, integration
    integration.close()
    bridge.close()


def test_the_facts_follow_the_events(qtbot: QtBot, tmp_path: Path) -> None:
    core = HandCore()
    picture = tmp_path / "a.jpg"
    core.covers.answers["file"] = picture
    core.queue.answers["first"] = None
    with by_hand(core) as (bridge, integration):
        bridge.run()
        bridge.tell(PlayerChanged(now_playing(episode(7))))
        bridge.run()
        assert integration.facts.art == picture.as_uri()
        assert (integration.facts.sounding, integration.facts.more) == (True, False)
        core.queue.answers["first"] = 8
        bridge.tell(QueueChanged())
        bridge.run()
        assert integration.facts.more
        bridge.tell(SettingsChanged(Settings(discreet=True)))
        assert integration.facts.title == "Audio"
        bridge.tell(PlayerChanged(None))
        assert (integration.facts.art, integration.facts.awake) == ("", False)
        for paused, sitting in ((False, True), (True, False)):
            bridge.tell(SittingChanged(replace(SITTING, paused=paused)))
            assert (integration.facts.awake, integration.facts.lit) == (sitting, sitting)
        bridge.tell(SittingChanged(replace(SITTING, ended=True)))
        assert not integration.facts.awake


def test_after_a_library_was_restored_only_the_new_one_is_followed(qtbot: QtBot) -> None:
    core = HandCore()
    core.queue.answers["first"] = None
    with by_hand(core) as (old, integration):
        new = HandBridge(core)
        integration.follow(new)
        old.tell(SittingChanged(SITTING))
        assert not integration.facts.awake
        new.tell(SittingChanged(SITTING))
        assert integration.facts.awake
        new.close()
