"""What is kept of a talk, from any row: stars given back, notes, collections in the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.base.errors import KnownError
from desktop_app.base.model import EpisodeDetail, EpisodeQuery
from desktop_app.base.shelves import Collection, Unmarked
from desktop_app.services.events import PlayerChanged
from desktop_app.ui.models.episodes import EpisodesModel
from desktop_app.ui.widgets.episode_list import EpisodeList
from desktop_app.ui.widgets.favorite_note import FavoriteNote
from desktop_app.ui.widgets.keeping import unmarked_words
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.windows.main_window import MainWindow
from desktop_app.ui.windows.mini_player import MiniPlayer
from tests.support.hand import MOMENT, episode, now_playing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

PLAIN = Unmarked(1, MOMENT)
NOTED = Unmarked(1, MOMENT, "for Sundays", ((1, 1.0), (2, 3.0)))


class Talks(Page):
    """Three talks, the first a favorite."""

    name = "today"

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, "Talks")
        self.model = EpisodesModel(look, bridge, self)
        self.list = EpisodeList(look, bridge, self.model, name="Talks")
        self.list.failed.connect(self.notice.tell)
        self.body.addWidget(self.list, 1)

    def shown(self, argument: object) -> None:
        self.model.show(EpisodeQuery())


class Desk:
    """A window with one page of talks."""

    def __init__(self, look: Look, bridge: HandBridge, core: HandCore) -> None:
        core.episodes = [episode(1, favorite=True), episode(2), episode(3)]
        core.collections.answers |= {
            "all": (Collection(1, "Sunday"), Collection(2, "R & R"),
                    Collection(3, "AA", 5, EpisodeQuery(fellowship="AA"))),
            "members": lambda one: {1: (1, 2), 2: ()}[one],
        }  # fmt: skip
        self.bridge, self.core = bridge, core
        self.window = MainWindow(look, bridge, {"today": Talks})
        self.window.show()
        self.window.activateWindow()
        QApplication.processEvents()
        self.window.start()
        self.said()
        page = self.window.page
        assert isinstance(page, Talks)
        self.page, self.view, self.line = page, page.list.view, self.window.keep_line

    def key(self, key: Qt.Key, *rows: int) -> list[Any]:
        self.view.setFocus()
        self.view.choose(rows[0], rows[-1])
        QTest.keyClick(self.view, key)
        return self.said()

    def said(self) -> list[Any]:
        self.bridge.run()
        said, self.core.log[:] = list(self.core.log), []
        return said

    def collections(self, *rows: int) -> dict[str, Any]:
        """Return what the menu of these rows offers of collections, read as it comes up."""
        self.view.choose(rows[0], rows[-1])
        self.view.asked.emit("menu", self.page.model.episode(rows[0]), QPoint(5, 5))
        menu = self.page.list.findChildren(
            QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly
        )[-1]
        (inner,) = menu.findChildren(QMenu)
        assert inner.title() == "Add to a collection"
        assert [each.text() for each in inner.actions()] == ["One moment…"]
        self.said()
        self.menu = menu
        return {each.text(): each for each in inner.actions() if not each.isSeparator()}


@pytest.fixture
def desk(look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> Desk:
    desk = Desk(look, bridge, core)
    qtbot.addWidget(desk.window)
    return desk


@pytest.mark.parametrize(
    ("gone", "said"),
    [
        ((), ""),
        ((PLAIN,), ""),
        ((NOTED,), "Removed from favorites and 2 collections · its note went with it"),
        ((Unmarked(1, MOMENT, "", ((7, 1.0),)),), "Removed from favorites and 1 collection"),
        ((Unmarked(1, MOMENT, "words"),), "Removed from favorites · its note went with it"),
        (
            (NOTED, Unmarked(2, MOMENT, "words", ((2, 9.0),))),
            "Removed from favorites, 2 talks and 2 collections · 2 notes went with it",
        ),
    ],
)
def test_what_went_with_the_star(gone: tuple[Unmarked, ...], said: str) -> None:
    assert unmarked_words(gone) == said


def test_a_star_that_held_more_can_be_given_back(desk: Desk) -> None:
    desk.core.favorites.answers["unmark"] = NOTED
    assert desk.key(Qt.Key.Key_S, 0) == [("favorites.unmark", 1)]
    assert desk.line.isVisible()
    desk.line.timer.timeout.emit()
    assert desk.line.isHidden(), "it goes by itself"
    desk.key(Qt.Key.Key_S, 0)
    desk.line.button.click()
    assert desk.said() == [("favorites.restore", NOTED)]
    assert desk.line.isHidden()


def test_a_plain_star_goes_in_silence(desk: Desk) -> None:
    desk.core.favorites.answers["unmark"] = PLAIN
    desk.key(Qt.Key.Key_S, 0)
    assert desk.line.isHidden()
    assert desk.key(Qt.Key.Key_S, 1) == [("favorites.mark", 2)]


def test_several_stars_are_given_back(desk: Desk) -> None:
    desk.core.episodes = [episode(one, favorite=True) for one in (1, 2)]
    desk.page.model.show(EpisodeQuery())
    desk.said()
    desk.core.favorites.answers["unmark"] = lambda one: Unmarked(one, MOMENT, "x")
    assert desk.key(Qt.Key.Key_S, 0, 1) == [("favorites.unmark", 1), ("favorites.unmark", 2)]
    desk.line.button.click()
    assert [each[0] for each in desk.said()] == ["favorites.restore"] * 2


def test_a_note_is_written_in_a_line(desk: Desk) -> None:
    talk = desk.core.episodes[0]
    desk.core.browsing.answers["detail"] = EpisodeDetail(talk, note="old words")
    assert desk.key(Qt.Key.Key_N, 0) == []
    field = desk.line.field
    assert field.hasFocus()
    assert field.selectedText() == "old words"
    assert field.accessibleName() == "Note beside Talk 1"
    QTest.keyClicks(field, " new words ")
    desk.line.timer.timeout.emit()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert desk.said() == [("favorites.set_note", 1, "new words")]
    assert desk.line.isHidden()
    assert desk.view.hasFocus(), "the keyboard is where it was"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_a_note_that_is_dropped_or_the_same_stays(desk: Desk, key: Qt.Key) -> None:
    desk.core.browsing.answers["detail"] = EpisodeDetail(desk.core.episodes[0], note="old words")
    desk.key(Qt.Key.Key_N, 0)
    if key == Qt.Key.Key_Escape:
        QTest.keyClicks(desk.line.field, "other words")
    QTest.keyClick(desk.line.field, key)
    assert desk.said() == []
    assert desk.line.isHidden()


def test_the_menu_ticks_where_the_talks_are(desk: Desk) -> None:
    offered = desk.collections(0)
    assert {text: each.isChecked() for text, each in offered.items()} == {
        "Sunday": True, "R && R": False, "New collection…": False,
    }  # fmt: skip
    offered["R && R"].trigger()
    assert desk.said() == [("collections.add", 2, (1,))]
    assert desk.line.accessibleName().startswith("Added to “R & R”")
    offered["Sunday"].trigger()
    assert desk.said() == [("collections.take_out", 1, (1,))]
    desk.line.button.click()
    assert desk.said() == [("collections.add", 1, (1,)), ("collections.arrange", 1, (1, 2))]
    desk.menu.close()


def test_several_talks_go_together(desk: Desk) -> None:
    offered = desk.collections(0, 1, 2)
    assert not offered["Sunday"].isChecked(), "not all of them are in it"
    offered["Sunday"].trigger()
    assert desk.said() == [("collections.add", 1, (1, 2, 3))]
    desk.menu.close()


def test_a_new_collection_from_the_menu(desk: Desk) -> None:
    desk.core.collections.answers["create"] = lambda name: Collection(9, name)
    desk.collections(1)["New collection…"].trigger()
    desk.menu.close()
    assert desk.line.field.accessibleName() == "Name of the new collection"
    QTest.keyClicks(desk.line.field, "Evenings")
    QTest.keyClick(desk.line.field, Qt.Key.Key_Return)
    assert desk.said() == [("collections.create", "Evenings"), ("collections.add", 9, (2,))]
    assert desk.line.accessibleName().startswith("Added to “Evenings”")


def test_what_was_not_kept_is_said_on_the_page(desk: Desk) -> None:
    desk.core.favorites.answers["mark"] = KnownError("The library is full")
    desk.key(Qt.Key.Key_S, 1)
    assert desk.page.notice.accessibleName().startswith("The library is full")


@pytest.mark.parametrize("press", ["star", "mark", "key"])
def test_a_file_of_no_feed_says_how_to_keep_it(desk: Desk, press: str) -> None:
    desk.bridge.tell(PlayerChanged(now_playing(episode(0, title="tape.mp3"))))
    desk.said()
    player = desk.window.player
    if press == "key":
        QTest.keyClick(desk.window, Qt.Key.Key_B)
    else:
        getattr(player, press).click()
    assert desk.said() == []
    assert desk.line.accessibleName() == (
        "This file is in none of your feeds. Add its folder to keep it."
    )


def test_the_star_of_the_player_bar_can_be_given_back(desk: Desk) -> None:
    desk.core.favorites.answers["unmark"] = NOTED
    desk.bridge.tell(PlayerChanged(now_playing(desk.core.episodes[0])))
    desk.said()
    desk.window.player.star.click()
    assert desk.said() == [("favorites.unmark", 1)]
    desk.line.button.click()
    assert desk.said() == [("favorites.restore", NOTED)]


def test_the_star_of_the_mini_player_can_be_given_back(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    mini = MiniPlayer(look, bridge, lambda: None, lambda: True)
    qtbot.addWidget(mini)
    talk = episode(1, favorite=True)
    core.episodes, core.favorites.answers["unmark"] = [talk], NOTED
    mini.appear(now_playing(talk))
    bridge.run()
    mini.face.star.click()
    bridge.run()
    assert mini.notice.isVisible()
    mini.notice._action.click()
    bridge.run()
    assert core.log == [("favorites.unmark", 1), ("favorites.restore", NOTED)]


def test_the_note_on_the_page_of_a_talk(look: Look, qtbot: QtBot) -> None:
    note = FavoriteNote(look)
    qtbot.addWidget(note)
    note.show_note(7, "", favorite=False)
    assert note.isHidden()
    note.show_note(7, "", favorite=True)
    assert (note.isVisible(), note.change.text()) == (True, "Add a note")
    note.show_note(7, "for Sundays", favorite=True)
    assert note.words.text() == "“for Sundays”"

    note.change.click()
    assert note.field.selectedText() == "for Sundays"
    note.show_note(7, "from elsewhere", favorite=True)
    assert note.field.text() == "for Sundays", "what is being typed stays"
    QTest.keyClicks(note.field, "better")
    with qtbot.waitSignal(note.noted, timeout=0) as kept:
        QTest.keyClick(note.field, Qt.Key.Key_Return)
    assert kept.args == [7, "better"]

    note.change.click()
    with qtbot.assertNotEmitted(note.noted):
        QTest.keyClicks(note.field, "other")
        QTest.keyClick(note.field, Qt.Key.Key_Escape)
        note.change.click()
        note.show_note(8, "", favorite=True)
    assert not note.writing


def test_an_undo_stays_longer_and_never_goes_from_under_a_hand(desk: Desk) -> None:
    desk.core.favorites.answers["unmark"] = NOTED
    desk.collections(0)["R && R"].trigger()
    desk.said()
    assert desk.line.timer.interval() == 8_000
    desk.key(Qt.Key.Key_S, 0)
    assert desk.line.timer.interval() == 20_000
    desk.line.button.setFocus()
    desk.line.timer.timeout.emit()
    assert desk.line.isVisible()
    assert desk.line.timer.isActive()


def test_ctrl_z_presses_the_undo_that_came_last(desk: Desk) -> None:
    desk.core.favorites.answers["unmark"] = NOTED
    taken: list[str] = []
    desk.page.notice.say("Elsewhere", "", "Undo", lambda: taken.append("page"), undo=True)
    desk.key(Qt.Key.Key_S, 0)
    QTest.keyClick(desk.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.said() == [("favorites.restore", NOTED)]
    assert desk.line.isHidden()
    QTest.keyClick(desk.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert taken == ["page"]
    desk.page.notice.say("Elsewhere", "", "Look", lambda: taken.append("other"))
    QTest.keyClick(desk.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert taken == ["page"]


def test_a_name_that_is_taken_can_be_changed_in_the_line(desk: Desk) -> None:
    taken = KnownError("There is a collection “Sunday” already", "", "Choose another name.")
    desk.core.collections.answers["create"] = taken
    desk.collections(1)["New collection…"].trigger()
    desk.menu.close()
    QTest.keyClicks(desk.line.field, "sunday")
    QTest.keyClick(desk.line.field, Qt.Key.Key_Return)
    desk.said()
    assert desk.line.writing
    assert desk.line.field.text() == "sunday"
    said = "There is a collection “Sunday” already. Choose another name."
    assert desk.line.field.accessibleDescription() == said
    assert desk.line._why.text() == said
    desk.core.collections.answers["create"] = lambda name: Collection(9, name)
    QTest.keyClicks(desk.line.field, "Sunday evenings")
    desk.line.keep.click()
    assert desk.said() == [("collections.create", "Sunday evenings"), ("collections.add", 9, (2,))]
    assert not desk.line.keep.isVisible()
