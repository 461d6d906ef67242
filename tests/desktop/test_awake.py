"""What is held off, the whole way: from the services to a desktop on private buses, and back."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from desktop_app.base.model import PlayStatus
from desktop_app.base.sittings import Preset
from desktop_app.desktop.inhibit import WHY, WHY_LIT
from tests.desktop.whole import PATIENCE, start_talk, status
from tests.support.desktop import (
    LOGIND,
    PORTAL,
    SCREENSAVER,
    Ledger,
    Logind,
    Portal,
    ScreenSaver,
    joined,
)

if TYPE_CHECKING:
    from tests.desktop.whole import App

IDLE = ("inhibit", "idle", "Hearthside", "block")
DELAY = ("inhibit", "sleep", "Hearthside", "delay")


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
    lit: list[bool] = []
    app.integration.lit.connect(lit.append)

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
    app.qtbot.waitUntil(lambda: lit == [True, False, True, False], timeout=PATIENCE)


def test_where_nobody_keeps_the_screen_awake_that_is_told(app: App) -> None:
    lit: list[bool] = []
    app.integration.lit.connect(lit.append)
    app.open()
    app.bridge.call(lambda core: core.sitting.begin(Preset("Short", 60.0, bell=None)))
    app.qtbot.waitUntil(lambda: bool(lit), timeout=PATIENCE)
    assert lit == [False]


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


def test_closing_lets_the_screen_go_dark(app: App) -> None:
    taken = threading.Event()
    app.open()

    async def watch() -> bool:
        saver = Ledger()
        kept, let_go = ("inhibit", "Hearthside"), ("uninhibit", 4711)
        async with joined(app.session) as bus:
            bus.export(PORTAL[1], Portal(Ledger(), bus))
            bus.export(SCREENSAVER[1], ScreenSaver(saver))
            await bus.request_name(PORTAL[0])
            await bus.request_name(SCREENSAVER[0])
            app.bridge.call(lambda core: core.sitting.begin(Preset("Short", 60.0, bell=None)))
            await saver.until(kept)
            taken.set()
            await saver.until(kept, let_go)
        return True

    finish = app.begin(watch)
    app.qtbot.waitUntil(taken.is_set, timeout=PATIENCE)
    app.integration.close()
    assert finish()
