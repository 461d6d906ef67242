"""A window on a connection that is paid by use: feeds wait, until it is another one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from desktop_app.base.parsed import CatalogueEntry
from desktop_app.desktop.line import Line
from desktop_app.services.core import open_core
from tests.support import pod
from tests.support.real_house import real_house
from tests.support.server import Server

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.base.paths import Home
    from desktop_app.house import House
    from desktop_app.services.core import Core

PATIENCE = 30_000


class HandLine(Line):
    """A line that costs what the test says."""

    paid = True

    @property
    def metered(self) -> bool:
        """What the test says."""
        return self.paid


def pay(house: House) -> None:
    """Let the window have such a line."""
    house._line = HandLine(house)
    house._line.changed.connect(house._tell_line)


async def subscribe(home: Home, url: str) -> None:
    """Subscribe before the window is open, and read nothing yet."""
    async with open_core(home) as core:
        await core.subscriptions.add_entries((CatalogueEntry("Tapes", feed_url=url),))
        await core.settings.change(spare_metered=True, welcomed=True)


async def has_started(core: Core) -> bool:
    """Tell whether the window's start is over, the last of which is the schedule."""
    return core.schedule._task is not None


def test_feeds_wait_while_the_connection_is_paid_by_use(home: Home, qtbot: QtBot) -> None:
    with Server() as server:
        asyncio.run(subscribe(home, pod.serve(server, "tapes", 1, b"")))
        with real_house(home, before=pay) as house:
            started: list[bool] = []

            def ask() -> bool:
                house.bridge.call(has_started, started.append)
                return any(started)

            qtbot.waitUntil(ask, timeout=PATIENCE)
            read: list[object] = []
            for _ in range(3):
                house.bridge.call(lambda core: core.browsing.feeds(), read.append)
            qtbot.waitUntil(lambda: len(read) == 3, timeout=PATIENCE)
            assert server.asked("/tapes.xml") == []
            line = house._line
            assert isinstance(line, HandLine)
            line.paid = False
            line.changed.emit()
            server.wait_for("/tapes.xml", seconds=30)
