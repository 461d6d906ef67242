"""The player bar and its line: commands, times, and a hand that holds the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget

from desktop_app.base.errors import KnownError
from desktop_app.base.model import PlayStatus
from desktop_app.base.settings import Settings, Theme
from desktop_app.services.events import EpisodesChanged, NowPlaying, PlayerChanged, SettingsChanged
from desktop_app.ui.look.tokens import Tone
from desktop_app.ui.widgets.player_bar import PlayerBar, position_at
from desktop_app.ui.widgets.player_menus import rate_menu, sleep_choices
from desktop_app.ui.widgets.seek_bar import SeekBar
from tests.support.hand import HandBridge, HandCore, episode, now_playing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look

TALK = episode(7, title="Chris R. — Steps 6 & 7", event="Founders' Day", duration=3555.0)


class Time:
    """A monotonic clock that stands still."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def bar(look: Look, bridge: HandBridge, core: HandCore, time: Time, qtbot: QtBot) -> PlayerBar:
    core.episodes = [TALK]
    bar = PlayerBar(look, bridge, time)
    qtbot.addWidget(bar)
    bar.resize(1280, 92)
    bar.show()
    return bar


def playing(**values: object) -> PlayerChanged:
    return PlayerChanged(now_playing(TALK, **{"position": 1457.0, "at": 100.0, **values}))


@pytest.mark.parametrize(
    ("now", "monotonic", "expected"),
    [
        (now_playing(TALK, position=10.0, at=100.0), 104.0, 14.0),
        (now_playing(TALK, position=10.0, at=100.0, rate=1.5), 104.0, 16.0),
        (now_playing(TALK, position=10.0, at=100.0, status=PlayStatus.PAUSED), 104.0, 10.0),
        (now_playing(TALK, position=10.0, at=100.0, status=PlayStatus.BUFFERING), 104.0, 10.0),
        (now_playing(TALK, position=3550.0, at=100.0), 200.0, 3555.0),
        (now_playing(TALK, position=10.0, at=100.0, duration=None), 200.0, 110.0),
        (now_playing(TALK, position=-4.0, at=100.0), 100.0, 0.0),
    ],
)
def test_the_place_moves_with_the_rate(now: NowPlaying, monotonic: float, expected: float) -> None:
    assert position_at(now, monotonic) == expected


def test_what_plays_is_shown_and_moves_on(bar: PlayerBar, time: Time) -> None:
    bar.heard(playing())
    assert bar.title.text() == "Chris R. — Steps 6 & 7"
    assert (bar.elapsed.text(), bar.remaining.text()) == ("24:17", "−34:58")
    assert bar.play.accessibleName() == "Pause"
    time.now += 3
    bar.tick()
    assert (bar.elapsed.text(), bar.seek.value()) == ("24:20", 1460)


def test_with_nothing_loaded_nothing_can_be_pressed(bar: PlayerBar, core: HandCore) -> None:
    bar.heard(playing())
    bar.heard(PlayerChanged(None))
    assert bar.title.text() == "Nothing is playing"
    assert (bar.elapsed.text(), bar.remaining.text()) == ("", "")
    assert not any(part.isEnabled() for part in (bar.play, bar.next, bar.seek, bar.star, bar.mark))
    bar.toggle()
    bar.skip(forward=True)
    bar.bookmark()
    assert core.log == []


def test_each_button_commands_the_player(
    bar: PlayerBar, bridge: HandBridge, core: HandCore, look: Look
) -> None:
    look.follow(Settings(theme=Theme.LIGHT, skip_back=20))
    bar.heard(SettingsChanged(look.settings))
    bar.heard(playing())
    assert bar.back.text() == "20"
    for button in (bar.play, bar.back, bar.forward, bar.previous, bar.next, bar.mark, bar.star):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    bridge.run()
    assert core.log == [
        ("listening.toggle",),
        ("listening.skip", -20),
        ("listening.skip", 30),
        ("listening.previous",),
        ("listening.next",),
        ("listening.bookmark", ""),
        ("favorites.mark", 7),
    ]


def test_the_star_follows_the_talk(bar: PlayerBar, bridge: HandBridge, core: HandCore) -> None:
    bar.heard(playing())
    core.episodes = [episode(7, favorite=True)]
    bar.heard(EpisodesChanged(frozenset({7})))
    bridge.run()
    assert bar.star.accessibleName() == "Remove from favorites"
    core.log.clear()
    bar.star.click()
    bridge.run()
    assert core.log == [("favorites.unmark", 7)]


def test_a_refused_command_is_told(
    bar: PlayerBar, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    core.listening.answers["toggle"] = problem = KnownError("The file is gone")
    bar.heard(playing())
    bar.play.click()
    with qtbot.waitSignal(bar.failed, timeout=0) as failed:
        bridge.run()
    assert failed.args == [problem]


def test_a_trouble_while_playing_stands_in_the_bar(bar: PlayerBar) -> None:
    bar.heard(playing(status=PlayStatus.FAILED, problem="The connection was lost."))
    assert bar.subtitle.text() == "Cannot be played"
    assert bar.subtitle.toolTip() == "The connection was lost."
    assert bar.play.accessibleName() == "Play"
    bar.heard(playing())
    assert "Founders' Day" in bar.subtitle.text()


def test_a_click_on_a_button_leaves_the_keyboard_where_it_was(bar: PlayerBar) -> None:
    bar.heard(playing())
    assert {part.focusPolicy() for part in bar._parts} == {Qt.FocusPolicy.TabFocus}


def test_a_click_on_the_title_opens_the_talk(bar: PlayerBar, qtbot: QtBot) -> None:
    bar.heard(playing())
    with qtbot.waitSignal(bar.open_requested, timeout=0) as opened:
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(120, 40))
    assert opened.args == [TALK]


def test_the_sleep_timer_counts_down_and_gives_more_time(bar: PlayerBar, time: Time) -> None:
    bar.heard(playing(sleep_at=1900.0, sleep_minutes=30))
    assert bar.sleep.text() == "30 min"
    time.now += 600
    bar.tick()
    assert bar.sleep.text() == "20 min"
    assert "20 minutes left" in bar.sleep.accessibleName()
    choices = sleep_choices(bar.now, time.now)
    assert choices[0].text == "15 minutes more"
    assert [choice.text for choice in choices if choice.on] == ["30 minutes"]
    assert [choice.text for choice in sleep_choices(None, 0) if choice.on] == ["No sleep timer"]


@pytest.mark.parametrize(
    ("values", "said", "aloud"),
    [
        ({}, "Sleep", "Sleep timer: off"),
        ({"sleep_at": 700.0}, "10 min", "Sleep timer: 10 minutes left"),
        ({"sleep_with_talk": True}, "End of talk", "Sleep timer: at the end of the talk"),
        ({"stretch": 1200.0}, "Stops in 18 min", "Stops by itself: 18 minutes left"),
        (
            {"stretch": 1200.0, "status": PlayStatus.PAUSED},
            "Stops in 20 min",
            "Stops by itself: 20 minutes left",
        ),
        ({"stretch": 60.0}, "Stops in 0 s", "Stops by itself: less than a minute left"),
    ],
)
def test_the_bar_says_what_ends_the_sound(
    bar: PlayerBar, time: Time, values: dict[str, object], said: str, aloud: str
) -> None:
    bar.heard(playing(**values))
    if "stretch" in values:
        time.now += 120  # a stretch counts down while it plays
        bar.tick()
    assert (bar.sleep.text(), bar.sleep.accessibleName()) == (said, aloud)


def test_while_it_fades_more_time_is_one_press_away(
    bar: PlayerBar, bridge: HandBridge, core: HandCore
) -> None:
    bar.heard(playing(sleep_at=400.0, sleep_minutes=5))
    bar.sleep.setFocus()
    assert bar.more.isHidden()
    bar.heard(playing(sleep_at=150.0, sleep_minutes=5, sleep_fading=True))
    assert bar.more.isVisible()
    assert bar.sleep.isHidden()
    assert bar.window().focusWidget() is bar.more
    assert bar.more.text() == "More time"
    bar.more.click()
    bridge.run()
    assert core.log == [("listening.sleep_later",)]
    bar.heard(playing(sleep_at=1000.0, sleep_minutes=15))
    assert bar.more.isHidden()
    assert bar.sleep.isVisible()
    assert bar.window().focusWidget() is bar.sleep


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"status": PlayStatus.OPENING}, "Founders' Day"),
        ({"status": PlayStatus.OPENING, "buffered": 7.0}, "Loading 7 %"),
        ({"status": PlayStatus.BUFFERING, "buffered": 40.0}, "Loading 40 %"),
        ({"status": PlayStatus.PAUSED, "buffered": 40.0}, "Founders' Day"),
        (
            {"status": PlayStatus.BUFFERING, "problem": "The connection was lost."},
            "The connection was lost.",
        ),
    ],
)
def test_what_does_not_sound_yet_says_why_and_is_no_failure(
    bar: PlayerBar, values: dict[str, object], words: str
) -> None:
    bar.heard(playing(status=PlayStatus.FAILED))
    bar.heard(playing(**values))
    assert bar.subtitle.text().startswith(words)
    assert bar.subtitle.toolTip() == bar.subtitle.text()
    assert bar.subtitle._tone is Tone.SOFT
    assert bar.seek.isEnabled()


def test_speeds_are_chosen_from_a_menu(look: Look, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    chosen: list[float] = []
    menu = rate_menu(parent, 1.2, chosen.append)
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["1.2×"]
    menu.actions()[-1].trigger()
    assert chosen == [3.0]


def test_the_menus_command_the_player(bar: PlayerBar, bridge: HandBridge, core: HandCore) -> None:
    bar.heard(playing())
    texts = ["45 minutes", "No sleep timer", "End of talk", "Play 20 minutes, then stop"]
    for button, text in ((bar.rate, "1.5×"), *((bar.sleep, text) for text in texts)):
        button.click()
        menu = bar.findChildren(QMenu)[-1]
        next(action for action in menu.actions() if action.text() == text).trigger()
        menu.close()
        bridge.run()
    assert core.log == [
        ("listening.set_rate", 1.5),
        ("listening.set_sleep", 45),
        ("listening.set_sleep", None),
        ("listening.set_sleep", None, ("with_talk", True)),
        ("listening.play_for", 20),
    ]


def test_a_stretch_can_be_given_up_and_time_added(
    bar: PlayerBar, bridge: HandBridge, core: HandCore
) -> None:
    bar.heard(playing(sleep_at=1300.0, sleep_minutes=30, stretch=600.0))
    for text in ("15 minutes more", "Play on, do not stop"):
        bar.sleep.click()
        menu = bar.findChildren(QMenu)[-1]
        next(action for action in menu.actions() if action.text() == text).trigger()
        menu.close()
        bridge.run()
    assert core.log == [("listening.set_sleep", 35), ("listening.play_for", None)]


@pytest.mark.parametrize(
    ("width", "words", "neighbours"), [(1280, True, True), (900, False, True), (700, False, False)]
)
def test_a_narrow_bar_lets_go_of_what_can_be_missed(
    bar: PlayerBar,
    width: int,
    words: bool,
    neighbours: bool,
) -> None:
    bar.heard(playing())
    bar.set_badge("Tape restored")
    bar.resize(width, 92)
    assert bool(bar.mark.text()) is words
    assert bar.badge.isVisible() is words
    assert bar.previous.isVisible() is neighbours
    assert bar.play.isVisible()
    assert bar.mark.accessibleName() == "Bookmark this place"


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [480, 560, 700, 1048, 1280])
def test_what_stands_in_the_bar_is_never_cut(
    bar: PlayerBar, look: Look, percent: int, width: int
) -> None:
    width = width * percent // 100
    look.follow(Settings(theme=Theme.LIGHT, text_percent=percent))
    bar.resize(width, bar.height())
    for values in ({"stretch": 700.0}, {"sleep_at": 150.0, "sleep_fading": True}):
        bar.heard(playing(**values))
        QApplication.processEvents()
        for part in (*bar._parts, bar.play):
            wanted = part.sizeHint().width()
            assert part.isHidden() or part.width() >= wanted, part.accessibleName()
        assert bar.play.isVisible()
        assert bar.forward.isVisible()


@pytest.fixture
def line(look: Look, qtbot: QtBot) -> SeekBar:
    line = SeekBar(look)
    qtbot.addWidget(line)
    line.resize(400, 21)
    line.set_duration(400.0)
    line.set_position(100.0)
    line.show()
    return line


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        (Qt.Key.Key_Right, 105),
        (Qt.Key.Key_Left, 95),
        (Qt.Key.Key_PageUp, 160),
        (Qt.Key.Key_PageDown, 40),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_End, 400),
    ],
)
def test_keys_move_the_place(line: SeekBar, qtbot: QtBot, key: Qt.Key, expected: float) -> None:
    with qtbot.waitSignal(line.sought, timeout=0) as sought:
        QTest.keyClick(line, key)
    assert sought.args == [expected]
    assert line.position == expected


def test_dragging_shows_the_place_and_goes_there_once(line: SeekBar, qtbot: QtBot) -> None:
    left = Qt.MouseButton.LeftButton
    with qtbot.assertNotEmitted(line.sought):
        QTest.mousePress(line, left, pos=QPoint(200, 10))
        QTest.mouseMove(line, QPoint(300, 10))
        line.set_position(101.0)
    assert line.position in {200.0, 300.0}, "an update does not pull the line out of the hand"
    with qtbot.waitSignal(line.sought, timeout=0) as sought:
        QTest.mouseRelease(line, left, pos=QPoint(320, 10))
    assert sought.args == [320.0]
    line.set_position(101.0)
    assert line.position == 101.0


@pytest.fixture
def room(line: SeekBar, qtbot: QtBot) -> QWidget:
    """A window of 400×100 with the line at its foot."""
    room = QWidget()
    qtbot.addWidget(room)
    room.resize(400, 100)
    line.setParent(room)
    line.move(0, 70)
    line.show()
    room.show()
    return room


def test_the_time_tip_never_takes_the_press(room: QWidget, line: SeekBar, qtbot: QtBot) -> None:
    spot = line.mapTo(room, QPoint(200, 10))
    QTest.mouseMove(line, QPoint(200, 10))
    assert line.tip is not None
    assert line.tip.isVisible()
    assert line.tip.text == "3:20"
    assert not QToolTip.isVisible(), "a window of its own may lie under the pointer"
    assert not line.tip.isWindow()
    assert not line.tip.geometry().contains(spot)
    assert room.rect().contains(line.tip.geometry())
    over = line.tip.geometry().center()
    assert room.childAt(over) is None, "the mouse goes through the tip"
    with qtbot.waitSignal(line.sought, timeout=0) as sought:
        under = room.childAt(spot)
        assert under is line
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(200, 10))
    assert sought.args == [200.0]


def test_the_time_tip_goes_with_the_pointer(room: QWidget, line: SeekBar) -> None:
    QTest.mouseMove(line, QPoint(100, 10))
    QTest.mouseMove(line, QPoint(398, 10))
    assert line.tip is not None
    assert line.tip.text == "6:38"
    assert room.rect().contains(line.tip.geometry())
    QApplication.sendEvent(line, QEvent(QEvent.Type.Leave))
    assert not line.tip.isVisible()
    QTest.mouseMove(line, QPoint(100, 10))
    line.set_duration(None)
    assert not line.tip.isVisible()


def test_escape_lets_the_line_go(line: SeekBar, qtbot: QtBot) -> None:
    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=QPoint(200, 10))
    QTest.keyClick(line, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(line.sought):
        QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=QPoint(200, 10))
    line.set_position(100.0)
    assert line.position == 100.0


def test_the_place_is_spoken_as_time(line: SeekBar) -> None:
    QTest.keyClick(line, Qt.Key.Key_End)
    whole = "6 minutes 40 seconds"
    assert line.accessibleName() == f"Place: {whole} of {whole}"
    line.set_duration(None)
    assert not line.isEnabled()


def test_from_right_to_left_the_line_begins_at_the_right(line: SeekBar, qtbot: QtBot) -> None:
    line.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    with qtbot.waitSignal(line.sought, timeout=0) as sought:
        QTest.mouseClick(line, Qt.MouseButton.LeftButton, pos=QPoint(100, 10))
    assert sought.args == [300.0]
