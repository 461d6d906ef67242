"""The player bar: what it shows, its commands, keys and menus."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop_app.base.errors import KnownError
from desktop_app.base.model import Bookmark, DownloadState, EpisodeDetail, PlayStatus
from desktop_app.base.parsed import Chapter
from desktop_app.base.settings import Settings, Theme
from desktop_app.services.events import (
    DownloadProgress,
    EpisodesChanged,
    NowPlaying,
    PlayerChanged,
    SettingsChanged,
)
from desktop_app.ui.look.tokens import Tone
from desktop_app.ui.widgets.cutting import cut
from desktop_app.ui.widgets.player_bar import PlayerBar
from desktop_app.ui.widgets.player_menus import rate_menu, sleep_choices
from tests.support.hand import MOMENT, HandBridge, HandCore, episode, now_playing

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
    assert now.position_at(monotonic) == expected


def test_what_plays_is_shown_and_moves_on(bar: PlayerBar, time: Time) -> None:
    bar.heard(playing())
    assert bar.title.text() == "Chris R. — Steps 6 & 7"
    assert (bar.elapsed.text(), bar.remaining.text()) == ("24:17", "−34:58")
    assert bar.play.accessibleName() == "Pause"
    time.now += 3
    bar.tick()
    assert (bar.elapsed.text(), bar.seek.value()) == ("24:20", 1460)


def test_what_is_left_stands_only_where_it_moves(bar: PlayerBar) -> None:
    half = replace(TALK, position=1457.0)
    bar.heard(PlayerChanged(now_playing(half, position=1457.0, at=100.0)))
    assert "Founders' Day" in bar.subtitle.text()
    assert "left" not in bar.subtitle.text()
    assert bar.remaining.text() == "−34:58"


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


@pytest.mark.parametrize("changed", [{7}, {7, 8}, ()], ids=["it", "some", "many"])
def test_the_star_follows_the_talk(
    bar: PlayerBar, bridge: HandBridge, core: HandCore, changed: set[int]
) -> None:
    bar.heard(playing())
    bridge.run()
    core.episodes = [episode(7, favorite=True)]
    bar.heard(EpisodesChanged(frozenset(changed)))
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
    assert bar.subtitle.text() == "Broke off here. Play tries again"
    bar.heard(playing(status=PlayStatus.FAILED, problem="It is gone.", position=0.0))
    assert bar.subtitle.text() == "Cannot be played"
    bar.heard(playing(status=PlayStatus.FAILED, problem="The connection was lost."))
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


def test_a_file_of_no_library_has_no_page(bar: PlayerBar, qtbot: QtBot) -> None:
    bar.heard(PlayerChanged(now_playing(replace(TALK, id=0))))
    with qtbot.assertNotEmitted(bar.open_requested):
        QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(120, 40))


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


STREAM = "Waiting for the connection…"
HERE = {"state": DownloadState.DOWNLOADED}


@pytest.mark.parametrize(
    ("talk", "values", "words", "filling"),
    [
        ({}, {"status": PlayStatus.OPENING}, STREAM, 0.0),
        ({}, {"status": PlayStatus.OPENING, "buffered": 7.0}, f"{STREAM} 7 %", 0.07),
        ({}, {"status": PlayStatus.BUFFERING, "buffered": 40.0}, f"{STREAM} 40 %", 0.4),
        ({}, {"status": PlayStatus.PAUSED, "buffered": 40.0}, "Founders' Day", None),
        ({}, {"buffered": 40.0}, "Founders' Day", None),
        (HERE, {"status": PlayStatus.OPENING}, "Founders' Day", None),
        (HERE, {"status": PlayStatus.BUFFERING, "buffered": 40.0}, "Loading 40 %", 0.4),
        (
            {},
            {"status": PlayStatus.BUFFERING, "problem": "The connection was lost."},
            "The connection was lost.",
            0.0,
        ),
    ],
)
def test_what_does_not_sound_yet_says_why_and_is_no_failure(
    bar: PlayerBar,
    talk: dict[str, Any],
    values: dict[str, Any],
    words: str,
    filling: float | None,
) -> None:
    bar.heard(playing(status=PlayStatus.FAILED))
    now = now_playing(replace(TALK, **talk), **values)
    bar.heard(PlayerChanged(now))
    assert bar.subtitle.text().startswith(words)
    assert bar.subtitle.toolTip() == bar.subtitle.text()
    assert bar.subtitle._tone is Tone.SOFT
    assert bar.seek.isEnabled()
    assert bar.seek.filling == filling
    assert not bar.grab().isNull()


def test_a_line_that_was_lost_and_is_back_is_said_for_a_while(bar: PlayerBar, time: Time) -> None:
    lost = "The connection was lost. Trying again in 4 s."
    bar.heard(playing())
    bar.heard(playing(status=PlayStatus.BUFFERING, problem=lost))
    assert bar.subtitle.text() == lost
    bar.heard(playing(status=PlayStatus.OPENING))
    assert bar.subtitle.text() == STREAM
    bar.heard(playing())
    assert bar.subtitle.text() == "The connection is back"
    time.now += 4
    bar.tick()
    assert bar.subtitle.text() == "The connection is back"
    time.now += 1
    bar.tick()
    assert bar.subtitle.text().startswith("Founders' Day")


@pytest.mark.parametrize(
    "between",
    [
        [playing(status=PlayStatus.FAILED)],
        [PlayerChanged(now_playing(episode(8)))],
        [PlayerChanged(None)],
    ],
)
def test_a_line_that_does_not_come_back_is_not_said_to_be(
    bar: PlayerBar, between: list[PlayerChanged]
) -> None:
    bar.heard(playing(status=PlayStatus.BUFFERING, problem="The connection was lost."))
    for event in (*between, playing()):
        bar.heard(event)
        assert bar.subtitle.text() != "The connection is back"


def test_what_has_come_of_a_download_is_seen_on_the_line(
    bar: PlayerBar, bridge: HandBridge, core: HandCore
) -> None:
    half = replace(TALK, state=DownloadState.DOWNLOADING, received=50, size=200)
    core.episodes = [half]
    bar.heard(PlayerChanged(now_playing(half)))
    bridge.run()
    assert bar.seek.here == 0.25
    bar.heard(DownloadProgress(8, 90, 100, 1.0))
    bar.heard(DownloadProgress(7, 120, 200, 1.0))
    assert bar.seek.here == 0.6
    core.episodes = [replace(half, state=DownloadState.DOWNLOADED)]
    bar.heard(EpisodesChanged(frozenset({7})))
    bridge.run()
    assert bar.seek.here is None


MARKED = EpisodeDetail(TALK, bookmarks=(Bookmark(1, 7, 880.0, "humility", MOMENT),))
CHAPTERS = (Chapter(0.0, "Opening"), Chapter(620.0, "Step & six"), Chapter(1900.0, ""))


def test_bookmarks_and_chapters_stand_on_the_line(
    bar: PlayerBar, bridge: HandBridge, core: HandCore
) -> None:
    core.browsing.answers["detail"] = MARKED
    bar.heard(playing(chapters=CHAPTERS))
    bridge.run()
    assert [(mark.place, mark.words) for mark in bar.seek.marks] == [
        (620.0, "Step & six"),
        (880.0, "humility"),
        (1900.0, "Chapter 3"),
    ]
    assert bar.seek.accessibleDescription().startswith("1 bookmark · 2 chapter marks")
    core.browsing.answers["detail"] = EpisodeDetail(TALK)
    bar.heard(EpisodesChanged(frozenset({7})))
    bridge.run()
    assert len(bar.seek.marks) == 2
    core.browsing.answers["detail"] = EpisodeDetail(episode(8))
    bar.heard(PlayerChanged(now_playing(episode(8))))
    bridge.run()
    assert not bar.seek.marks
    assert bar.seek.accessibleDescription() == ""


def test_chapters_have_a_menu_where_there_are_some(
    bar: PlayerBar, bridge: HandBridge, core: HandCore
) -> None:
    bar.heard(playing())
    assert bar.chapters.isHidden()
    bar.heard(playing(position=700.0, chapters=CHAPTERS))
    assert bar.chapters.isVisible()
    for text in ("Chapter before", "Next chapter", "Opening"):
        bar.chapters.click()
        menu = bar.findChildren(QMenu)[-1]
        lines = [action.text().partition("\t")[0] for action in menu.actions()]
        assert lines[3:] == ["Opening", "Step && six", "Chapter 3"]
        assert [a.text() for a in menu.actions() if a.isChecked()] == ["Step && six\t10:20"]
        menu.actions()[lines.index(text)].trigger()
        menu.close()
        bridge.run()
    assert [call[1] for call in core.log] == [620.0, 1900.0, 0.0]


@pytest.mark.parametrize(
    ("place", "forward", "expected"),
    [
        (700.0, True, 1900.0),
        (1900.0, True, None),
        (700.0, False, 620.0),
        (622.0, False, 0.0),
        (1.0, False, 0.0),
        (0.0, True, 620.0),
    ],
)
def test_keys_go_from_chapter_to_chapter(
    bar: PlayerBar,
    bridge: HandBridge,
    core: HandCore,
    place: float,
    forward: bool,
    expected: float | None,
) -> None:
    key = Qt.Key.Key_Right if forward else Qt.Key.Key_Left
    pressed = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.ShiftModifier)
    bar.heard(playing(position=place))
    assert not bar.key(pressed), "without chapters the key is nobody's"
    bar.heard(playing(position=place, chapters=CHAPTERS))
    assert bar.key(pressed)
    bridge.run()
    assert core.log == ([("listening.seek", expected)] if expected is not None else [])


def test_keys_change_the_speed_in_small_steps_that_add_up(
    bar: PlayerBar, bridge: HandBridge, core: HandCore
) -> None:
    def press(text: str) -> bool:
        none = Qt.KeyboardModifier.NoModifier
        return bar.key(QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, none, text))

    assert not press(".")
    bar.heard(playing(rate=1.0))
    assert all(press(text) for text in "...,")
    assert not press("x")
    bar.heard(playing(rate=1.1))
    press(".")
    bar.heard(playing(rate=2.98))
    bar.heard(playing(rate=1.15))
    bar.heard(playing(rate=2.98))
    press(".")
    bridge.run()
    rates = [round(call[1], 3) for call in core.log]
    assert rates == [1.05, 1.1, 1.15, 1.1, 1.15, 3.0]


def test_a_refused_speed_is_not_stepped_from(
    bar: PlayerBar, bridge: HandBridge, core: HandCore
) -> None:
    core.listening.answers["set_rate"] = KnownError("No")
    bar.heard(playing())
    bar.step_rate(4)
    bridge.run()
    bar.step_rate(1)
    bridge.run()
    assert [round(call[1], 2) for call in core.log] == [1.2, 1.05]


def test_a_press_turns_what_is_left_into_the_length(
    bar: PlayerBar, bridge: HandBridge, core: HandCore, look: Look
) -> None:
    bar.heard(playing())
    bar.remaining.click()
    bridge.run()
    assert core.log == [("settings.change", ("show_length", True))]
    look.follow(replace(look.settings, show_length=True))
    bar.heard(SettingsChanged(look.settings))
    assert bar.remaining.text() == "59:15"
    assert bar.remaining.accessibleName() == "Length: 59 minutes 15 seconds"


def test_speeds_are_chosen_from_a_menu(look: Look, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    chosen: list[float] = []
    menu = rate_menu(parent, 1.2, chosen.append)
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["1.2×"]
    by_text = {action.text(): action for action in menu.actions()}
    by_text["3.0×"].trigger()
    by_text["A little faster\t."].trigger()
    by_text["A little slower\t,"].trigger()
    assert chosen == pytest.approx([3.0, 1.25, 1.15])


def test_a_speed_between_the_usual_ones_stands_among_them(look: Look, qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    lines = rate_menu(parent, 1.05, print).actions()
    assert [action.text() for action in lines[2:5]] == ["1.0×", "1.05×", "1.1×"]
    assert [action.text() for action in lines if action.isChecked()] == ["1.05×"]
    fastest = {each.text(): each.isEnabled() for each in rate_menu(parent, 3.0, print).actions()}
    assert not fastest["A little faster\t."]
    assert fastest["A little slower\t,"]


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
    bar.resize(width, 92)
    assert bool(bar.mark.text()) is words
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


@pytest.mark.parametrize(("percent", "width"), [(100, 1024), (100, 1280), (200, 1280)])
def test_a_cover_stands_only_where_the_title_can_be_read(
    bar: PlayerBar, look: Look, percent: int, width: int
) -> None:
    look.follow(Settings(theme=Theme.LIGHT, text_percent=percent))
    bar.resize(width, bar.height())
    bar.heard(playing(chapters=CHAPTERS))
    QApplication.processEvents()
    assert bar.title.width() >= look.px(80)


def test_the_time_under_the_pointer_covers_no_button(bar: PlayerBar, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 400)
    bar.setParent(window)
    bar.move(0, 300)
    bar.show()
    window.show()
    bar.heard(playing())
    QTest.mouseMove(bar.seek, QPoint(200, 10))
    assert bar.seek.tip is not None
    assert bar.seek.tip.geometry().bottom() <= bar.geometry().top()


def test_what_went_wrong_with_the_line_is_read_whole(bar: PlayerBar) -> None:
    lost = "The connection was lost. Trying again in 30 s."
    bar.heard(playing(status=PlayStatus.BUFFERING, problem=lost))
    QApplication.processEvents()
    label = bar.subtitle
    needed = label.fontMetrics().boundingRect(
        label.contentsRect(), int(Qt.TextFlag.TextWordWrap), lost
    )
    assert label.height() >= needed.height()
    assert label.contentsRect().width() >= needed.width()
    bar.heard(playing())
    assert not label.wordWrap()


def test_nothing_jumps_when_the_sound_begins_to_fade(bar: PlayerBar) -> None:
    places = []
    for values in ({"sleep_at": 900.0}, {"sleep_at": 150.0, "sleep_fading": True}):
        bar.heard(playing(**values))
        QApplication.processEvents()
        places.append(bar.play.mapTo(bar, QPoint(0, 0)))
    assert bar.more.isVisible()
    assert places[0] == places[1]


@pytest.mark.parametrize("width", [720, 1280])
def test_what_has_no_room_is_in_a_menu(
    bar: PlayerBar, look: Look, bridge: HandBridge, core: HandCore, width: int
) -> None:
    look.follow(Settings(theme=Theme.LIGHT, text_percent=220))
    bar.resize(width, bar.height())
    bar.heard(playing(chapters=CHAPTERS))
    QApplication.processEvents()
    for part in (bar.back, bar.play, bar.forward, bar.rest):
        assert part.isVisible()
        corner = part.mapTo(bar, QPoint(part.width(), 0))
        assert 0 < corner.x() <= width
    bar.rest.click()
    menu = bar.findChild(QMenu)
    assert menu is not None
    said = [action.text() for action in menu.actions()]
    offered = (bar.previous, bar.next, bar.sleep, bar.rate, bar.chapters, bar.star, bar.mark,
               bar.small)  # fmt: skip
    assert said == [part.accessibleName() for part in offered if part.isHidden()]
    assert "Mini player" in said
    core.log.clear()
    next(action for action in menu.actions() if action.text() == "From the start").trigger()
    bridge.run()
    assert ("listening.previous",) in core.log
    menu.close()


def test_where_there_is_room_for_all_there_is_no_menu(bar: PlayerBar) -> None:
    bar.heard(playing(chapters=CHAPTERS))
    assert not bar.rest.isVisible()
    assert bar.small.isVisible()


def test_the_part_of_a_series_is_not_cut_off(bar: PlayerBar) -> None:
    metrics = bar.title.fontMetrics()
    text, tail = "Joe & Charlie — Big Book study, part 3 of 12", ", part 3 of 12"
    room = metrics.horizontalAdvance(text) - 20
    assert cut(metrics, text, room, tail).endswith("…, part 3 of 12")
    assert cut(metrics, text, room + 40, tail) == text
    assert cut(metrics, text, metrics.horizontalAdvance(tail), tail).endswith("…")
    part = episode(3, speakers=("Joe & Charlie",), subject="Big Book study", part=3, of=12)
    bar.show_now(now_playing(part))
    assert bar.title.text() == text
    bar.title.setFixedWidth(room)
    cut_off = bar.title.grab().toImage()
    bar.title.setText(text)
    assert bar.title.grab().toImage() != cut_off
