"""The window: pages made when visited, the way back, keys that never disturb typing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPushButton,
    QWidget,
)

from desktop_app.base.errors import KnownError
from desktop_app.base.model import Bookmark, Counts, PlayStatus
from desktop_app.base.settings import Settings, Theme
from desktop_app.base.shelves import Found
from desktop_app.base.sittings import Preset
from desktop_app.services.events import (
    Bookmarked,
    EpisodesChanged,
    FeedsChanged,
    PlayerChanged,
    RefreshProgress,
    RunningSitting,
    SettingsChanged,
    SittingChanged,
)
from desktop_app.ui.pages.search import SearchPage
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.windows.keyboard_sheet import KeyboardSheet
from desktop_app.ui.windows.main_window import MainWindow
from desktop_app.ui.windows.way import Stop, Way, called
from tests.support.hand import MOMENT, HandBridge, HandCore, episode, feed, now_playing

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look

NAMES = ("today", "speakers", "meditations", "favorites", "queue", "downloads", "feed", "talk",
         "settings", "problems", "add", "search", "sitting")  # fmt: skip
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Noted(Page):
    """A page that notes what happens to it; ``made`` counts all of them."""

    made = 0

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, "A page")
        type(self).made += 1
        self.seen: list[object] = []
        self.field = QLineEdit()
        self.field.setAccessibleName("Search")
        self.tools.addWidget(self.field)

    def shown(self, argument: object) -> None:
        self.seen.append(("shown", argument))

    def hidden(self) -> None:
        self.seen.append("hidden")

    def heard(self, event: object) -> None:
        self.seen.append(event)


class Keen(Noted):
    """A page that wants Space for itself, has a button, and shows the way back."""

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge)
        self.title.setText("The kitchen & the keen page with a very long name")
        self.press = QPushButton("Press")
        self.body.addWidget(self.press)
        self.way: tuple[str, Callable[[], None] | None] = ("", None)

    def key(self, key: Qt.Key) -> bool:
        self.seen.append(key)
        return key == Qt.Key.Key_Space

    def came_from(self, title: str, back: Callable[[], None] | None) -> None:
        self.way = (title, back)


class Searched(Noted):
    """A page with a search field."""

    def search(self) -> bool:
        self.field.setFocus()
        return True


@pytest.fixture
def window(look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> MainWindow:
    core.browsing.answers["counts"] = Counts(talks=1284, problems=2)
    core.browsing.answers["feeds"] = (feed(4, title="Sober Cast", unheard=4),)
    Noted.made = Searched.made = 0
    makers = {name: {"search": Searched, "sitting": Keen}.get(name, Noted) for name in NAMES}
    window = MainWindow(look, bridge, makers)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    window.start()
    bridge.run()
    core.log.clear()
    return window


def page(window: MainWindow) -> Noted:
    assert isinstance(window.page, Noted)
    return window.page


def test_pages_are_made_when_they_are_first_visited(window: MainWindow) -> None:
    assert Noted.made == 1
    window.open("queue")
    window.open("today")
    window.open("queue")
    assert Noted.made == 2
    assert page(window).seen == [("shown", None), "hidden", ("shown", None)]


def test_the_way_back_is_known(window: MainWindow) -> None:
    window.open("feed", 4)
    window.open("feed", 4)
    window.open("talk", 7)
    places = []
    for _ in range(3):
        window.back()
        places.append(window.place)
    assert places == [("feed", 4), ("today", None), ("today", None)]


def test_a_page_opens_another(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.page_shown, timeout=0) as shown:
        page(window).open_page.emit("talk", 7)
    assert shown.args == ["talk", 7]
    assert page(window).seen == [("shown", 7)]


def test_every_page_hears_every_event(window: MainWindow, bridge: HandBridge) -> None:
    first = page(window)
    window.open("queue")
    event = EpisodesChanged(frozenset({1}))
    bridge.tell(event)
    assert first.seen[-1] is page(window).seen[-1] is event


def test_the_sidebar_opens_pages_and_shows_where_one_is(window: MainWindow) -> None:
    main = window.sidebar.main
    rows = {main.model().index(row, 0).data(): row for row in range(main.model().rowCount())}
    spot = main.visualRect(main.model().index(rows["Sober Cast"], 0)).center()
    QTest.mouseClick(main.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert window.place == ("feed", 4)
    assert [index.data() for index in main.selectedIndexes()] == ["Sober Cast"]
    window.open("talk", 7)
    assert [index.data() for index in main.selectedIndexes()] == ["Sober Cast"]
    window.open("queue")
    window.back()
    assert [index.data() for index in main.selectedIndexes()] == ["Sober Cast"]
    window.open("search", "joe")
    assert main.selectedIndexes() == []
    window.open("talk", 7)
    assert main.selectedIndexes() == []
    window.open("sitting")
    assert [index.data() for index in main.selectedIndexes()] == ["Meditations"]
    window.open("settings")
    assert main.selectedIndexes() == []
    assert [index.data() for index in window.sidebar.foot.selectedIndexes()] == ["Settings"]


def test_the_way_back_returns_to_a_page(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open("search", "joe")
    told: list[object] = []
    monkeypatch.setattr(page(window), "returned", told.append)
    window.open("search", "bob")
    assert told == []
    window.open("talk", 7)
    window.back()
    assert told == ["bob"]


def test_the_sidebar_reads_anew_when_numbers_change(
    window: MainWindow, bridge: HandBridge, core: HandCore
) -> None:
    core.browsing.answers["feeds"] = ()
    bridge.tell(FeedsChanged())
    bridge.run()
    names = [line.text for line in window.sidebar._main.lines]
    assert "Sober Cast" not in names
    for _ in range(20):
        bridge.tell(EpisodesChanged(frozenset({1})))
    assert bridge.waiting == [], "many events in a row cost one reading, a moment later"
    assert window.sidebar._soon.isActive()


def test_a_refresh_shows_how_it_gets_on(
    window: MainWindow, bridge: HandBridge, core: HandCore
) -> None:
    QTest.keyClick(window, Qt.Key.Key_F5)
    bridge.run()
    assert core.log == [("refresh.refresh",)]
    bridge.tell(RefreshProgress(3, 10))
    assert window.sidebar.progress.isVisible()
    assert window.sidebar.progress_words.text() == "Refreshing 3 of 10"
    bridge.tell(RefreshProgress(10, 10))
    assert not window.sidebar.progress.isVisible()


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (Qt.Key.Key_1, "today"),
        (Qt.Key.Key_2, "speakers"),
        (Qt.Key.Key_6, "downloads"),
        (Qt.Key.Key_Comma, "settings"),
        (Qt.Key.Key_N, "add"),
    ],
)
def test_pages_have_keys(window: MainWindow, key: Qt.Key, name: str) -> None:
    window.open("talk", 7)
    QTest.keyClick(window, key, CTRL)
    assert window.place == (name, None)


def test_search_goes_to_the_page_that_can(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    assert window.place == ("search", None)
    assert window.focusWidget() is page(window).field


def test_plain_keys_command_the_player(
    window: MainWindow, bridge: HandBridge, core: HandCore
) -> None:
    bridge.tell(PlayerChanged(now_playing(episode(7))))
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_B):
        QTest.keyClick(window, key)
    bridge.run()
    assert core.log == [("listening.toggle",), ("listening.skip", -15), ("listening.skip", 30),
                        ("listening.bookmark", "")]  # fmt: skip
    QTest.keyClick(window, Qt.Key.Key_T)
    assert window.place == ("talk", 7)


def test_the_page_is_asked_first(window: MainWindow, bridge: HandBridge, core: HandCore) -> None:
    bridge.tell(PlayerChanged(now_playing(episode(7))))
    window.open("sitting")
    for key in (Qt.Key.Key_Space, Qt.Key.Key_B):
        QTest.keyClick(window, key)
    bridge.run()
    assert page(window).seen[-2:] == [Qt.Key.Key_Space, Qt.Key.Key_B]
    assert core.log == [("listening.bookmark", "")]


def test_no_talk_begins_over_the_silence_of_a_sitting(
    window: MainWindow, bridge: HandBridge, core: HandCore
) -> None:
    sitting = RunningSitting(Preset("Evening", 60), 60, (), (), 0, 0)
    paused = now_playing(episode(7), status=PlayStatus.PAUSED)
    bridge.tell(PlayerChanged(paused))
    bridge.tell(SittingChanged(sitting))
    QTest.keyClick(window, Qt.Key.Key_Space)
    bridge.run()
    assert (window.place, core.log) == (("sitting", None), [])
    window.open("today")
    bridge.tell(PlayerChanged(now_playing(episode(7))))
    QTest.keyClick(window, Qt.Key.Key_Space)
    bridge.run()
    assert core.log == [("listening.toggle",)], "what sounds can be stopped"
    bridge.tell(PlayerChanged(paused))
    bridge.tell(SittingChanged(replace(sitting, ended=True)))
    QTest.keyClick(window, Qt.Key.Key_Space)
    bridge.run()
    assert window.place == ("today", None)
    assert core.log == [("listening.toggle",)] * 2


def test_an_opened_page_has_the_keyboard_and_no_button_has(
    window: MainWindow, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    bridge.tell(PlayerChanged(now_playing(episode(7))))
    for before in (page(window).field, window.sidebar.main, window.player.star):
        before.setFocus()
        window.open("sitting")
        held = QApplication.focusWidget()
        assert held is not None
        assert page(window).isAncestorOf(held)
        assert not isinstance(held, QAbstractButton | QLineEdit)
        QTest.keyClick(held, Qt.Key.Key_T)
        assert window.place == ("talk", 7), "the window hears keys from there"
        window.open("today")
    assert core.log == []


def test_going_back_finds_the_keyboard_where_it_was(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    field = page(window).field
    field.setFocus()
    window.open("queue")
    assert not field.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert field.hasFocus()


def test_the_ring_of_the_sidebar_goes_with_its_mark(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    main, foot = window.sidebar.main, window.sidebar.foot
    main.setFocus()
    main.setCurrentIndex(main.model().index(1, 0))
    QTest.keyClick(main, Qt.Key.Key_5, CTRL)
    assert main.currentIndex().data() == "Queue"
    assert not main.hasFocus()
    window.open("settings")
    assert not main.currentIndex().isValid()
    assert foot.currentIndex().data() == "Settings"


def test_a_page_learns_where_one_came_from(window: MainWindow) -> None:
    window.open("queue")
    window.open("sitting")
    keen = window.page
    assert isinstance(keen, Keen)
    title, back = keen.way
    assert title == "Queue"
    assert back is not None
    back()
    assert window.place == ("queue", None)


def test_typing_is_never_disturbed(window: MainWindow, bridge: HandBridge, core: HandCore) -> None:
    bridge.tell(PlayerChanged(now_playing(episode(7))))
    field = page(window).field
    field.setFocus()
    QTest.keyClicks(field, "b t? x")
    QTest.keyClick(field, Qt.Key.Key_Left)
    bridge.run()
    assert (field.text(), core.log) == ("b t? x", [])


def test_a_pressed_button_does_not_play(
    window: MainWindow, bridge: HandBridge, core: HandCore
) -> None:
    bridge.tell(PlayerChanged(now_playing(episode(7))))
    QTest.keyClick(window.player.mark, Qt.Key.Key_Space)
    QTest.keyClick(window.player.mark, Qt.Key.Key_Right)
    bridge.run()
    assert core.log == [("listening.bookmark", ""), ("listening.skip", 30)]


def test_text_is_made_larger_and_smaller(
    window: MainWindow, bridge: HandBridge, core: HandCore, look: Look
) -> None:
    for key, expected in ((Qt.Key.Key_Plus, 110), (Qt.Key.Key_Equal, 120), (Qt.Key.Key_Minus, 110),
                          (Qt.Key.Key_0, 100)):  # fmt: skip
        QTest.keyClick(window, key, CTRL)
        bridge.run()
        assert look.percent == expected
    assert core.log[0] == ("settings.change", ("text_percent", 110))


def test_quick_presses_count_from_the_last_wish(
    window: MainWindow, bridge: HandBridge, core: HandCore, look: Look
) -> None:
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_Plus, CTRL)
    bridge.run()
    assert look.percent == 130
    core.settings.answers["change"] = KnownError("The disk is full")
    QTest.keyClick(window, Qt.Key.Key_Plus, CTRL)
    bridge.run()
    core.settings.answers["change"] = Settings
    QTest.keyClick(window, Qt.Key.Key_Minus, CTRL)
    bridge.run()
    assert look.percent == 120, "what was refused does not count"


def test_a_choice_made_elsewhere_is_followed(window: MainWindow, bridge: HandBridge) -> None:
    assert window.windowTitle() == "Hearthside"
    bridge.tell(SettingsChanged(Settings(theme=Theme.DARK, discreet=True)))
    assert "Hearthside" not in window.windowTitle()
    assert window.windowTitle()


def test_a_trouble_without_a_page_is_told_in_the_window(
    window: MainWindow, bridge: HandBridge, core: HandCore
) -> None:
    core.listening.answers["toggle"] = KnownError("The file is gone")
    bridge.tell(PlayerChanged(now_playing(episode(7))))
    QTest.keyClick(window, Qt.Key.Key_Space)
    bridge.run()
    assert window.notice.isVisible()
    assert "The file is gone" in window.notice.accessibleName()


def test_why_a_talk_cannot_be_played_is_said_in_full_and_once(
    window: MainWindow, bridge: HandBridge
) -> None:
    failed = now_playing(episode(7), status=PlayStatus.FAILED, problem="There is no sound output.")
    bridge.tell(PlayerChanged(failed))
    assert window.notice.isVisible()
    assert "There is no sound output." in window.notice.accessibleName()
    window.notice.hide()
    bridge.tell(PlayerChanged(replace(failed, volume=0.5)))
    assert not window.notice.isVisible(), "once for each failure"
    bridge.tell(PlayerChanged(replace(failed, status=PlayStatus.OPENING)))
    bridge.tell(PlayerChanged(failed))
    assert window.notice.isVisible()
    bridge.tell(PlayerChanged(now_playing(episode(7))))
    assert not window.notice.isVisible(), "it is true no more"
    bridge.tell(PlayerChanged(failed))
    window.tell(KnownError("The file is gone"))
    bridge.tell(PlayerChanged(None))
    assert window.notice.isVisible(), "another trouble stays"


@pytest.mark.parametrize("shift", [Qt.KeyboardModifier.NoModifier, SHIFT])
def test_the_keys_can_be_asked_for_on_every_page(
    window: MainWindow, qtbot: QtBot, shift: Qt.KeyboardModifier
) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    for name in NAMES:
        window.open(name)
        held = QApplication.focusWidget()
        assert held is not None, name
        QTest.keyClick(held, Qt.Key.Key_Question, shift)
        sheet = window.findChild(KeyboardSheet)
        assert isinstance(sheet, KeyboardSheet), name
        sheet.close()
        QApplication.sendPostedEvents(sheet, QEvent.Type.DeferredDelete)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)


STOPS = (
    (Stop(("queue", None), "What plays next"), "Queue"),
    (Stop(("speakers", "Bob S."), "Speakers"), "Speakers"),
    (Stop(("feed", 4), "Sober Cast"), "Sober Cast"),
    (Stop(("feed", 4), "  "), "Back"),
    (Stop(("feed", 4), "x" * 41), "x" * 39 + "…"),
)


@pytest.mark.parametrize(("stop", "said"), STOPS)
def test_a_place_is_called_by_its_name(look: Look, stop: Stop, said: str) -> None:
    assert called(stop) == said


def test_the_way_keeps_what_places_were_called() -> None:
    way = Way()
    assert (way.here, way.before, way.back()) == (None, None, None)
    way.go(("feed", 4))
    way.go(("feed", 4), "never left")
    assert way.before is None
    way.go(("talk", 7), "Sober Cast")
    assert way.before == Stop(("feed", 4), "Sober Cast")
    assert way.back() == ("feed", 4)
    for at in range(80):
        way.go(("talk", at))
    steps = 0
    while way.back() is not None:
        steps += 1
    assert steps == 49


def test_all_keys_are_on_one_sheet(window: MainWindow) -> None:
    QTest.keyClicks(window, "?")
    sheet = window.findChild(KeyboardSheet)
    assert isinstance(sheet, KeyboardSheet)
    assert sheet.isVisible()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


@pytest.mark.parametrize(("percent", "width"), [(100, 1000), (200, 1100), (100, 1900)])
def test_a_line_stands_exactly_below_the_page(
    window: MainWindow, look: Look, percent: int, width: int
) -> None:
    look.follow(replace(look.settings, text_percent=percent))
    window.resize(width, 900)
    window.notice.say("Saved")
    QTest.qWait(0)
    assert window.page is not None
    left = [each.mapTo(window, QPoint()).x() for each in (window.page.title, window.notice)]
    assert left[0] == left[1]


def test_a_page_can_have_the_sheet_shown(window: MainWindow) -> None:
    assert window.page is not None
    window.page.keys_wanted.emit()
    sheet = window.findChild(KeyboardSheet)
    assert isinstance(sheet, KeyboardSheet)
    assert sheet.isVisible()
    sheet.close()


def test_everything_that_takes_the_keyboard_has_a_name(
    window: MainWindow, bridge: HandBridge
) -> None:
    bridge.tell(PlayerChanged(now_playing(episode(7))))
    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == []


def test_tab_goes_through_sidebar_page_and_player(window: MainWindow, bridge: HandBridge) -> None:
    bridge.tell(PlayerChanged(now_playing(episode(7))))
    window.sidebar.main.setFocus()
    visited: list[QWidget | None] = [window.focusWidget()]
    for _ in range(30):
        window.focusNextChild()
        visited.append(window.focusWidget())
    order = [visited.index(part) for part in (window.sidebar.main, window.sidebar.foot,
             page(window).field, window.player.play, window.player.seek,
             window.player.mark)]  # fmt: skip
    assert visited[0] is window.sidebar.main
    assert order[1] > order[0]
    assert order == sorted(order)


def test_a_narrow_window_leaves_the_pages_most_of_its_room(window: MainWindow, look: Look) -> None:
    assert window.sidebar.width() == 232
    look.follow(Settings(theme=Theme.LIGHT, text_percent=250))
    window.resize(1280, 820)
    QApplication.processEvents()
    assert window.sidebar.width() <= 1280 // 3 + 1
    assert window.width() == 1280, "large text does not push the window off the screen"


def test_the_window_has_the_measures_of_the_design(window: MainWindow) -> None:
    assert (window.width(), window.height()) == (1280, 820)
    assert window.player.mapTo(window, QPoint(0, 0)) == QPoint(0, 728)
    at = page(window).title.mapTo(window, QPoint(0, 0))
    assert at.x() == 266
    views = window.sidebar.findChildren(QAbstractItemView)
    assert len(views) == 3


def test_a_page_that_is_made_later_knows_what_plays(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    found = Found("chris", talks=(episode(7), episode(8)))
    core.searching.answers["everything"] = lambda *_: found
    window = MainWindow(look, bridge, {"today": Noted, "search": SearchPage})
    qtbot.addWidget(window)
    window.start()
    bridge.tell(PlayerChanged(now_playing(episode(7))))
    window.open("search", "chris")
    bridge.run()
    assert isinstance(window.page, SearchPage)
    row = window.page.groups.list.delegate
    assert (row.playing, row.sounding) == (7, True)


def test_a_place_that_was_kept_is_said_wherever_the_person_is(
    window: MainWindow, bridge: HandBridge, core: HandCore
) -> None:
    line = window.mark_line
    assert line.isHidden()
    bridge.tell(Bookmarked(Bookmark(5, 7, 1991.0, "", MOMENT)))
    assert line.isVisible()
    assert line.accessibleName() == "Bookmarked at 33:11."
    held = window.focusWidget()
    line.button.click()
    assert line.field.hasFocus()
    QTest.keyClicks(line.field, "the promise")
    line.timer.timeout.emit()
    bridge.tell(Bookmarked(Bookmark(6, 7, 1995.0, "", MOMENT)))
    assert line.isVisible(), "it does not go while it is written in"
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    assert line.isHidden()
    assert window.focusWidget() is held, "the keyboard is where it was"
    bridge.run()
    assert core.log == [("places.edit_bookmark", 5, 7, "the promise")]


def test_what_is_asked_before_closing_stands_alone(
    window: MainWindow, bridge: HandBridge, core: HandCore
) -> None:
    bridge.tell(Bookmarked(Bookmark(5, 7, 1991.0, "", MOMENT)))
    window.closing_line.ask(2)
    assert window.closing_line.isVisible()
    assert window.mark_line.isHidden()


def test_what_says_that_a_place_was_kept_goes_by_itself(
    window: MainWindow, bridge: HandBridge, core: HandCore
) -> None:
    line = window.mark_line
    bridge.tell(Bookmarked(Bookmark(5, 7, 1991.0, "", MOMENT)))
    line.timer.timeout.emit()
    assert line.isHidden()

    bridge.tell(Bookmarked(Bookmark(5, 7, 1991.0, "", MOMENT)))
    line.button.click()
    QTest.keyClick(line.field, Qt.Key.Key_Escape)
    assert line.isHidden()
    bridge.tell(Bookmarked(Bookmark(6, 7, 60.0, "", MOMENT)))
    assert line.button.isVisible()
    assert not line.field.isVisible()
    bridge.run()
    assert core.log == []


def test_n_leads_to_the_note_of_the_bookmark_and_the_keyboard_comes_back(
    window: MainWindow, bridge: HandBridge, core: HandCore
) -> None:
    line, held = window.mark_line, window.sidebar.main
    held.setFocus()
    QTest.keyClick(held, Qt.Key.Key_N)
    assert not line.writing
    bridge.tell(Bookmarked(Bookmark(5, 7, 1991.0, "", MOMENT)))
    QTest.keyClick(held, Qt.Key.Key_N)
    assert line.field.hasFocus()
    QTest.keyClicks(line.field, "none")
    QTest.keyClick(line.field, Qt.Key.Key_Return)
    bridge.run()
    assert core.log == [("places.edit_bookmark", 5, 7, "none")]
    assert held.hasFocus()


def test_what_a_page_said_goes_when_it_is_left_but_for_a_way_to_take_it_back(
    window: MainWindow,
) -> None:
    page = window.page
    assert page is not None
    page.notice.say("Saved")
    window.open("speakers")
    window.back()
    assert page.notice.isHidden()
    page.notice.say("Removed", "", "Undo", lambda: None, undo=True)
    window.open("speakers")
    window.back()
    assert page.notice.says("Removed")
