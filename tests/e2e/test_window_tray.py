"""The window as a process, in a desktop with a tray: seen from outside, clicked from outside."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from desktop_app.base import settings
from desktop_app.base.paths import Home
from desktop_app.base.settings import Settings
from desktop_app.services.demo import make_demo
from tests.e2e.test_window_process import screen
from tests.support.command import ROOT, environment
from tests.support.desktop import joined
from tests.support.session_bus import private_bus
from tests.support.tray_watcher import Tray, be_a_tray

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

__all__ = ["screen"]
PATIENCE = 30.0
QTS_OWN = "qt.qpa.services: Failed to register with host portal"
"""It says so on a bus without a portal."""


@asynccontextmanager
async def in_a_tray(
    home: Home, screen: str, address: str
) -> AsyncIterator[tuple[subprocess.Popen[str], Tray]]:
    """Start the window on a desktop with a tray; give the process and what the tray shows."""
    async with joined(address) as bus:
        watcher = await be_a_tray(bus)
        process = subprocess.Popen(  # noqa: ASYNC220 - it takes no time
            [sys.executable, "-m", "desktop_app", "--home", str(home.root)],
            env=environment(
                DISPLAY=screen,
                QT_QPA_PLATFORM="xcb",
                DBUS_SESSION_BUS_ADDRESS=address,
                XDG_CURRENT_DESKTOP="KDE",
                HEARTHSIDE_AUDIO="null",
            ),
            cwd=ROOT,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            async with asyncio.timeout(PATIENCE):
                await watcher.came.wait()
            yield process, Tray(bus, watcher)
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
            _, said = await asyncio.to_thread(process.communicate, timeout=20)
        ours = [line for line in said.splitlines() if not line.startswith(QTS_OWN)]
        assert (process.returncode, ours) == (0, [])


@pytest.mark.parametrize("discreet", [False, True])
async def test_the_tray_steers_and_tells_only_what_it_may(
    screen: str, tmp_path: Path, discreet: bool
) -> None:
    home = Home(tmp_path / "home")
    await make_demo(home)
    quiet = Settings(welcomed=True, discreet=discreet, downloads_paused=True)
    settings.save(home.settings, quiet)
    with private_bus(tmp_path) as address:
        async with in_a_tray(home, screen, address) as (process, tray):
            menu = await tray.until(lambda menu: "Play" in menu)
            told = " ".join([*menu, *await tray.tip(), await tray.name()])
            assert ("Hearthside" in told) is not discreet
            assert ("Chris" in told) is not discreet
            assert await tray.picture() > 0
            await tray.choose("Play")
            await tray.until(lambda menu: "Pause" in menu)
            for _ in range(2):
                await tray.activate()
            await tray.choose("Mini player")
            await tray.choose("Quit")
            assert await asyncio.to_thread(process.wait, 20) == 0


async def test_a_signal_ends_what_rests_in_the_tray(screen: str, tmp_path: Path) -> None:
    """Without a question: whoever leaves the loop below sends it."""
    home = Home(tmp_path / "home")
    home.prepare()
    settings.save(home.settings, Settings(welcomed=True, stay_in_tray=True))
    with private_bus(tmp_path) as address:
        async with in_a_tray(home, screen, address) as (process, tray):
            await tray.activate()
            await tray.until(lambda menu: "Mini player" in menu)
            assert process.poll() is None
