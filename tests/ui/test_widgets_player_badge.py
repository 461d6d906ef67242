"""The badge of the player bar: which recording of a tape sounds, and the way to the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.base.errors import KnownError
from desktop_app.services.events import PlayerChanged
from desktop_app.ui.widgets.player_bar import PlayerBar
from desktop_app.ui.windows.mini_face import MiniFace
from tests.support.hand import HandBridge, HandCore, episode, now_playing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look

TALK = episode(7)


@pytest.fixture
def bar(look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> PlayerBar:
    """A bar with room for everything."""
    core.episodes = [TALK]
    bar = PlayerBar(look, bridge, lambda: 100.0)
    qtbot.addWidget(bar)
    bar.resize(1280, 92)
    bar.show()
    return bar


def play(bar: PlayerBar, restored: bool | None, width: int = 1280) -> None:
    """Let the talk play in so wide a bar."""
    bar.resize(width, 92)
    bar.heard(PlayerChanged(now_playing(TALK, restored=restored)))
    QApplication.processEvents()


@pytest.mark.parametrize(
    ("restored", "text", "name"),
    [
        (True, "Tape restored", "Tape restored: play the original"),
        (False, "Original", "Original: play the restored recording"),
    ],
)
def test_it_says_what_sounds_and_what_a_press_does(
    bar: PlayerBar, restored: bool, text: str, name: str
) -> None:
    play(bar, restored)
    assert bar.badge.isVisible()
    assert (bar.badge.text(), bar.badge.accessibleName()) == (text, name)
    assert bar.badge.toolTip() in name


def test_of_most_talks_there_is_but_the_original(bar: PlayerBar) -> None:
    assert not bar.badge.isVisible()
    play(bar, None)
    assert not bar.badge.isVisible()
    play(bar, restored=True)
    assert bar.badge.isVisible()
    bar.heard(PlayerChanged(None))
    assert not bar.badge.isVisible()


@pytest.mark.parametrize("restored", [True, False])
def test_a_click_asks_for_the_other(
    bar: PlayerBar, bridge: HandBridge, core: HandCore, restored: bool
) -> None:
    play(bar, restored)
    bar.badge.click()
    bridge.run()
    assert core.restoring.log == [("restoring.choose", 7, ("original", restored))]


def test_a_refusal_is_told(bar: PlayerBar, bridge: HandBridge, core: HandCore) -> None:
    core.restoring.answers["choose"] = KnownError("It could not be kept")
    told: list[object] = []
    bar.failed.connect(told.append)
    play(bar, restored=True)
    bar.badge.click()
    bridge.run()
    assert [str(each) for each in told] == ["It could not be kept."]


def test_in_a_narrow_bar_it_is_in_the_menu(
    bar: PlayerBar, bridge: HandBridge, core: HandCore
) -> None:
    play(bar, restored=True, width=520)
    assert not bar.badge.isVisible()
    assert bar.rest.isVisible()
    bar.rest.click()
    menu = bar.findChild(QMenu)
    assert menu is not None
    (action,) = [each for each in menu.actions() if each.text().startswith("Tape restored")]
    action.trigger()
    menu.close()
    bridge.run()
    assert ("restoring.choose", 7, ("original", True)) in core.restoring.log


def test_the_menu_does_not_offer_what_is_not_there(bar: PlayerBar) -> None:
    play(bar, None, width=520)
    bar.rest.click()
    menu = bar.findChild(QMenu)
    assert menu is not None
    assert not [each for each in menu.actions() if not each.text()]
    menu.close()


def test_it_can_be_reached_and_pressed_by_keys(
    bar: PlayerBar, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    play(bar, restored=True)
    assert bar.badge in bar.stops
    bar.activateWindow()
    bar.badge.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(bar.badge.hasFocus)
    QTest.keyClick(bar.badge, Qt.Key.Key_Return)
    bridge.run()
    assert len(core.restoring.log) == 1
    play(bar, None)
    assert not bar.play.hasFocus()
    assert not bar.small.hasFocus()


def test_it_is_drawn_apart_from_the_original(bar: PlayerBar, look: Look) -> None:
    grounds = []
    for restored in (True, False):
        play(bar, restored)
        image = bar.badge.grab().toImage()
        grounds.append(image.pixelColor(look.px(4), image.height() // 2).name().upper())
    assert grounds == [look.palette.calm_soft.upper(), look.palette.line.upper()]


def test_the_mini_player_has_no_room_for_it(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    core.episodes = [TALK]
    face = MiniFace(look, bridge, lambda: 100.0)
    qtbot.addWidget(face)
    face.show()
    play(face, restored=True)
    assert not face.badge.isVisible()
    assert face.isAncestorOf(face.badge), "it would be a window of its own"
