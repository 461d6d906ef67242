"""The mini player: the same player, small; where it stands, what its title tells, its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_app.base.errors import KnownError
from desktop_app.base.model import Bookmark, PlayStatus
from desktop_app.base.settings import Settings, Theme
from desktop_app.base.sittings import Preset
from desktop_app.services.events import (
    Bookmarked,
    PlayerChanged,
    RunningSitting,
    SettingsChanged,
    SittingChanged,
)
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.windows.frame import Frame
from desktop_app.ui.windows.keyboard_sheet import KeyboardSheet
from desktop_app.ui.windows.main_window import MainWindow
from desktop_app.ui.windows.mini_player import MiniPlayer, corner
from desktop_app.ui.windows.sight import Sight
from tests.support.hand import MOMENT, HandBridge, HandCore, episode, now_playing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look

CTRL = Qt.KeyboardModifier.ControlModifier
TALK = episode(7, title="Steps 6 & 7", speakers=("Chris Root",), duration=3555.0)
SCREENS = [QRect(0, 0, 1600, 1000), QRect(1600, 0, 1280, 800)]


class Plain(Page):
    """A page with nothing on it."""

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, "A page")


@pytest.fixture
def sight(look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> Iterator[Sight]:
    """The whole window in sight, a talk that plays."""
    core.episodes = [TALK]
    core.downloading.answers["under_way"] = 0
    frame = Frame(look.settings)
    window = MainWindow(look, bridge, dict.fromkeys(("today", "talk", "sitting", "add"), Plain))
    sight = Sight(look, bridge, frame, window, lambda: False)
    window.start()
    frame.furnish(window, sight.closing.may_close)
    frame.show()
    bridge.tell(PlayerChanged(now_playing(TALK, position=60.0, status=PlayStatus.PAUSED)))
    bridge.run()
    core.log.clear()
    yield sight
    sight.close()
    frame.close()
    frame.deleteLater()


@pytest.fixture
def mini(sight: Sight, bridge: HandBridge, core: HandCore) -> MiniPlayer:
    """In sight, in the place of the whole window."""
    sight.show_mini()
    assert sight.mini is not None
    bridge.run()
    core.log.clear()
    return sight.mini


def place(sight: Sight) -> object:
    """Return the page in the whole window."""
    return sight._window.place


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        ("", None),
        ("nonsense", None),
        ("1,2,3", None),
        ("100,200", QPoint(100, 200)),
        ("-300,200", QPoint(-300, 200)),
        ("-350,200", None),
        ("100,-20", None),
        ("2000,100", QPoint(2000, 100)),
        ("2000,780", None),
        ("9000,9000", None),
    ],
)
def test_it_stands_where_it_stood_if_that_is_on_a_screen(
    kept: str, expected: QPoint | None
) -> None:
    assert corner(kept, SCREENS, QSize(400, 160)) == expected


def test_the_one_takes_the_place_of_the_other(sight: Sight, qtbot: QtBot) -> None:
    window = sight._window
    QTest.keyClick(window, Qt.Key.Key_M, CTRL)
    assert sight.is_mini
    assert not window.isVisible()
    for back in (
        lambda mini: QTest.keyClick(mini, Qt.Key.Key_Escape),
        lambda mini: QTest.keyClick(mini, Qt.Key.Key_M, CTRL),
        lambda mini: mini.face.small.click(),
    ):
        sight.show_mini()
        assert sight.mini is not None
        qtbot.waitUntil(sight.mini.isActiveWindow)
        back(sight.mini)
        assert window.isVisible()
        assert not sight.is_mini
    window.player.small.click()
    assert sight.is_mini
    assert sight.mini is not None
    assert sight.mini.windowFlags() & Qt.WindowType.WindowStaysOnTopHint


def test_what_the_tray_hid_comes_back_as_it_was(sight: Sight) -> None:
    sight.show_mini()
    sight.toggle()
    assert not sight.is_mini
    assert not sight._window.isVisible()
    sight.toggle()
    assert sight.is_mini
    sight.toggle_mini()
    assert sight._window.isVisible()


def test_its_place_is_kept(
    mini: MiniPlayer, sight: Sight, bridge: HandBridge, core: HandCore
) -> None:
    mini.move(120, 80)
    sight.show_whole()
    bridge.run()
    assert ("settings.change", ("mini_place", "120,80")) in core.log
    bridge.tell(SettingsChanged(Settings(theme=Theme.LIGHT, mini_place="300,90")))
    sight.show_mini()
    assert mini.pos() == QPoint(300, 90)


def test_it_shows_what_plays_at_once_and_later(mini: MiniPlayer, bridge: HandBridge) -> None:
    assert (mini.face.elapsed.text(), mini.face.play.accessibleName()) == ("1:00", "Play")
    bridge.tell(PlayerChanged(now_playing(TALK, position=75.0, status=PlayStatus.OPENING)))
    assert (mini.face.elapsed.text(), mini.face.play.accessibleName()) == ("1:15", "Pause")


def test_its_title_tells_what_plays_but_not_in_discreet_mode(
    mini: MiniPlayer, bridge: HandBridge
) -> None:
    assert "Steps 6 & 7" in mini.windowTitle()
    bridge.tell(SettingsChanged(Settings(theme=Theme.LIGHT, discreet=True)))
    assert mini.windowTitle() == "Audio"
    assert mini.face.cover.isHidden()
    assert (mini.face.title.text(), mini.face.subtitle.text()) == ("Audio", "")
    bridge.tell(PlayerChanged(now_playing(episode(8, title="Another"))))
    assert mini.windowTitle() == "Audio"
    said = [each.accessibleName() + each.toolTip() for each in mini.findChildren(QWidget)]
    assert [each for each in said if "Another" in each or "Sober Cast" in each] == []
    bridge.tell(SettingsChanged(Settings(theme=Theme.LIGHT)))
    assert "Another" in mini.face.title.text()
    assert mini.face.cover.isVisible()
    bridge.tell(PlayerChanged(None))
    assert mini.windowTitle() == "Hearthside"


def test_its_keys_are_those_of_the_window(
    mini: MiniPlayer, bridge: HandBridge, core: HandCore
) -> None:
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_B):
        QTest.keyClick(mini, key)
    bridge.run()
    assert core.log == [("listening.toggle",), ("listening.skip", -15), ("listening.skip", 30),
                        ("listening.bookmark", "")]  # fmt: skip
    core.log.clear()
    QTest.keyClick(mini, Qt.Key.Key_Plus, CTRL)
    bridge.run()
    assert core.log == [("settings.change", ("text_percent", 110))]
    QTest.keyClicks(mini, "?")
    assert mini.findChild(KeyboardSheet) is not None


def test_louder_and_softer_count_from_the_last_wish_and_are_told(
    sight: Sight, bridge: HandBridge, core: HandCore
) -> None:
    window = sight._window
    bridge.tell(PlayerChanged(now_playing(TALK, volume=0.5)))
    QTest.keyClick(window, Qt.Key.Key_Minus)
    QTest.keyClick(window, Qt.Key.Key_Minus)
    QTest.keyClick(window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ShiftModifier)
    bridge.run()
    assert [step[1] for step in core.log if step[0] == "listening.set_volume"] == [0.45, 0.4, 0.45]
    tip = window._keys.tip
    assert tip is not None
    assert (tip.text, tip.isVisible()) == ("Volume: 45 %", True)
    window._keys._away.timeout.emit()
    assert not tip.isVisible()
    core.log.clear()
    bridge.tell(PlayerChanged(now_playing(TALK, volume=1.0)))
    QTest.keyClick(window, Qt.Key.Key_Plus)
    core.listening.answers["set_volume"] = KnownError("The disk is full")
    bridge.run()
    assert core.log == [("listening.set_volume", 1.0)]
    assert "The disk is full" in window.notice.accessibleName()


def test_a_talk_and_a_sitting_are_shown_in_the_whole_window(
    mini: MiniPlayer, sight: Sight, bridge: HandBridge, core: HandCore
) -> None:
    QTest.keyClick(mini, Qt.Key.Key_T)
    assert place(sight) == ("talk", 7)
    assert not sight.is_mini
    sight.show_mini()
    bridge.tell(SittingChanged(RunningSitting(Preset("Evening", 60), 60, (), (), 0, 0)))
    QTest.keyClick(mini, Qt.Key.Key_Space)
    assert place(sight) == ("sitting", None)
    assert not sight.is_mini
    assert ("listening.toggle",) not in core.log


def test_a_refused_command_is_told_where_it_happened(
    mini: MiniPlayer, bridge: HandBridge, core: HandCore
) -> None:
    core.listening.answers["toggle"] = KnownError("The file is gone")
    QTest.keyClick(mini, Qt.Key.Key_Space)
    bridge.run()
    assert mini.notice.isVisible()
    assert "The file is gone" in mini.notice.accessibleName()


def test_a_recording_may_come_to_the_mini_player_all_else_wants_the_window(sight: Sight) -> None:
    sight.show_mini()
    sight.come(recording=True)
    assert sight.is_mini
    sight.come(recording=False)
    assert not sight.is_mini
    sight.show_mini()
    sight.add("https://feed.example/rss")
    assert place(sight) == ("add", "https://feed.example/rss")
    assert not sight.is_mini


@pytest.mark.parametrize("percent", [100, 200, 250])
def test_everything_fits_and_has_a_name(
    mini: MiniPlayer, look: Look, bridge: HandBridge, percent: int, qtbot: QtBot
) -> None:
    bridge.tell(SettingsChanged(Settings(theme=Theme.DARK, text_percent=percent)))
    fading = now_playing(episode(7, title="A long title " * 9), sleep_at=1e12, sleep_fading=True)
    bridge.tell(PlayerChanged(fading))
    qtbot.waitUntil(lambda: mini.width() == mini.face.sizeHint().width())
    assert mini.width() <= mini.screen().availableGeometry().width()
    assert mini.face.more.isVisible()
    shown = [part for part in mini.findChildren(QWidget) if part.isVisible()]
    for part in shown:
        corner_of = part.mapTo(mini, QPoint(part.width(), part.height()))
        assert corner_of.x() <= mini.width(), part
    buttons = [part for part in shown if isinstance(part, QAbstractButton)]
    spots = [QRect(part.mapTo(mini, QPoint(0, 0)), part.size()) for part in buttons]
    assert not any(one.intersects(other) for one in spots for other in spots if one is not other)
    assert all(part.accessibleName() or part.text() for part in buttons)


def test_a_place_that_was_kept_is_said_for_a_moment(mini: MiniPlayer, bridge: HandBridge) -> None:
    bridge.tell(Bookmarked(Bookmark(5, 7, 1991.0, "", MOMENT)))
    assert mini._keys.tip is not None
    assert mini._keys.tip.isVisible()
    assert mini._keys.tip.text == "Bookmarked at 33:11"
