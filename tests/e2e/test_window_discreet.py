"""Discreet mode from its switch on the Settings page to everything that others may see."""

from __future__ import annotations

import asyncio
import threading
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.base.model import EpisodeQuery, PlayStatus
from desktop_app.desktop.mpris import NAME
from desktop_app.ui.pages.settings import SettingsPage
from desktop_app.ui.widgets.chips import Chip
from tests.e2e.test_window import PATIENCE, answer, opened, status
from tests.support.desktop import Remote, joined
from tests.support.session_bus import private_bus

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from desktop_app.base.paths import Home
    from desktop_app.house import House


def on_the_bus(address: str, qtbot: QtBot) -> tuple[str, str]:
    """Return what the desktop's media controls show: the player, and what plays."""
    told: list[tuple[str, str]] = []

    async def ask() -> None:
        async with joined(address) as bus:
            remote = Remote(bus, NAME)
            root = await remote.all("org.mpris.MediaPlayer2")
            metadata = (await remote.get("Metadata")).value
            told.append((root["Identity"].value, metadata["xesam:title"].value))

    thread = threading.Thread(target=lambda: asyncio.run(ask()))
    thread.start()
    qtbot.waitUntil(lambda: not thread.is_alive(), timeout=PATIENCE)
    return told[0]


def is_discreet(house: House, wanted: bool) -> bool:
    return house.look.discreet is wanted


def is_told(address: str, qtbot: QtBot, expected: tuple[str, str]) -> bool:
    return on_the_bus(address, qtbot) == expected


def seen(house: House) -> set[str]:
    """Return all that a passing eye can read outside of the window."""
    assert house._tray is not None
    assert house.sight.mini is not None
    tray = house._tray
    menu = [each.text() for each in tray.menu.actions() if each.isVisible() and each.text()]
    titles = (house.window.window().windowTitle(), house.sight.mini.windowTitle())
    return {*titles, tray.icon.toolTip(), *menu, house._app.applicationName()}


def covers(house: House) -> set[bool]:
    assert house.sight.mini is not None
    return {not each.cover.isHidden() for each in (house.window.player, house.sight.mini.face)}


def test_it_holds_at_once_both_ways(
    home: Home, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with private_bus(tmp_path) as address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        with opened(home, qtbot) as house:
            answer(house, qtbot, lambda core: core.subscriptions.add_starter())
            page = answer(house, qtbot, lambda core: core.browsing.page(EpisodeQuery(), 0, 9))
            talk = page.episodes[0]
            answer(house, qtbot, lambda core: core.listening.play(talk.id))
            qtbot.waitUntil(lambda: status(house) is PlayStatus.PLAYING, timeout=PATIENCE)
            house.sight.show_mini()
            house.sight.show_whole()
            house.window.open("settings")
            settings = house.window.page
            assert isinstance(settings, SettingsPage)
            chips = {each.text(): each for each in settings.choices["discreet"].findChildren(Chip)}
            for chip, name in (("On", "Audio"), ("Off", "Hearthside")):
                QTest.mouseClick(chips[chip], Qt.MouseButton.LeftButton)
                bare = chip == "On"
                qtbot.waitUntil(partial(is_discreet, house, bare), timeout=PATIENCE)
                said = " ".join(seen(house))
                assert ("Hearthside" not in said, talk.title not in said) == (bare, bare)
                assert house.window.window().windowTitle() == name
                assert covers(house) == {not bare}
                expected = (name, name if bare else talk.title)
                qtbot.waitUntil(partial(is_told, address, qtbot, expected), timeout=PATIENCE)
