"""The tray's menu: what it says, what it asks for, and that it needs no tray."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QSystemTrayIcon

from desktop_app.base.model import PlayStatus
from desktop_app.base.settings import Settings
from desktop_app.desktop.facts import Note
from desktop_app.desktop.integration import Integration
from desktop_app.desktop.tray import Tray
from desktop_app.services.events import PlayerChanged, SettingsChanged
from desktop_app.ui.look.sign import sign
from tests.support.hand import HandBridge, HandCore, episode, now_playing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAction
    from pytestqt.qtbot import QtBot

TALK = episode(7, title="Bob Smith on step six", speakers=("Bob Smith",))


class Desk:
    """A tray over a hand-driven bridge."""

    def __init__(self) -> None:
        self.core = HandCore()
        self.core.covers.answers["file"] = None
        self.core.queue.answers["first"] = None
        self.bridge = HandBridge(self.core)
        self.integration = Integration(Settings(skip_back=10))
        self.integration.follow(self.bridge)
        self.tray = Tray(self.integration, sign)
        self.bridge.run()
        self.core.log.clear()

    def tell(self, event: object) -> None:
        """Let something happen, and what is asked for because of it."""
        self.bridge.tell(event)
        self.bridge.run()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    """With nothing loaded."""
    desk = Desk()
    yield desk
    desk.tray.close()
    desk.integration.close()
    desk.bridge.close()


def seen(actions: list[QAction]) -> list[QAction]:
    return [each for each in actions if each.isVisible() and not each.isSeparator()]


def test_with_nothing_loaded_there_is_nothing_to_play(desk: Desk) -> None:
    actions = desk.tray.menu.actions()
    assert [(each.text(), each.isEnabled()) for each in seen(actions)] == [
        ("Play", False),
        ("Back 10 seconds", False),
        ("Forward 30 seconds", False),
        ("Open Hearthside", True),
        ("Mini player", True),
        ("Quit", True),
    ]
    assert desk.tray.icon.toolTip() == "Hearthside"


def test_the_menu_steers_the_player(desk: Desk) -> None:
    desk.tell(PlayerChanged(now_playing(TALK)))
    assert desk.tray.play.text() == "Pause"
    for action in (desk.tray.play, desk.tray.back, desk.tray.forward):
        action.trigger()
        desk.bridge.run()
    assert desk.core.log == [
        ("listening.toggle",),
        ("listening.skip", -10),
        ("listening.skip", 30),
    ]
    desk.tell(PlayerChanged(now_playing(TALK, status=PlayStatus.PAUSED)))
    assert desk.tray.play.text() == "Play"


def test_the_tip_tells_what_plays_but_not_in_discreet_mode(desk: Desk) -> None:
    desk.tell(PlayerChanged(now_playing(TALK)))
    assert desk.tray.icon.toolTip() == "Bob S. on step six"
    assert (desk.tray.playing.text(), desk.tray.playing.isVisible()) == ("Bob S. on step six", True)
    lamp = desk.tray.icon.icon().cacheKey()
    desk.tell(SettingsChanged(Settings(discreet=True)))
    assert desk.tray.icon.toolTip() == "Audio"
    assert desk.tray.open.text() == "Open Audio"
    said = " ".join(each.text() for each in seen(desk.tray.menu.actions()))
    assert "Bob" not in said
    assert "Hearthside" not in said
    assert desk.tray.icon.icon().cacheKey() != lamp, "the lamp would tell as much"


def test_a_title_fits_the_menu(desk: Desk) -> None:
    desk.tell(PlayerChanged(now_playing(episode(8, title="Steps 6 & 7 " + "x" * 90))))
    text = desk.tray.playing.text()
    assert text.startswith("Steps 6 && 7 x")
    assert (len(text), text[-1]) == (49, "…")


def test_open_and_quit(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.integration.come):
        desk.tray.open.trigger()
    with qtbot.waitSignal(desk.integration.leave):
        desk.tray.quit.trigger()
    with qtbot.waitSignal(desk.tray.mini_wanted):
        desk.tray.mini.trigger()
    with qtbot.waitSignal(desk.tray.clicked):
        desk.tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)


def test_a_middle_click_pauses(desk: Desk) -> None:
    desk.tell(PlayerChanged(now_playing(TALK)))
    desk.tray.icon.activated.emit(QSystemTrayIcon.ActivationReason.MiddleClick)
    desk.bridge.run()
    assert desk.core.log == [("listening.toggle",)]


def test_without_a_tray_it_is_not_there(desk: Desk) -> None:
    """The offscreen platform has none."""
    assert desk.tray.there is False
    desk.integration.unsaid.emit(Note("Hearthside", "It is 7:30, the time you chose."))


def test_a_click_on_what_it_says_leads_to_what_can_be_sat(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.integration.sit):
        desk.tray.icon.messageClicked.emit()
