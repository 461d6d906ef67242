"""Several talks at once: chosen with pointer and keys, queued, marked, moved, taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from desktop_app.base.model import DownloadState, EpisodeQuery
from desktop_app.ui.models.episodes import EpisodesModel
from desktop_app.ui.widgets.episode_list import EpisodeList
from tests.support.hand import episode

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


class Shelf:
    """Six talks in a list that can be moved."""

    def __init__(self, look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> None:
        core.episodes = [
            episode(1, heard=True),
            episode(2, favorite=True, queued=True),
            episode(3, state=DownloadState.DOWNLOADED),
            *(episode(one) for one in (4, 5, 6)),
        ]
        self.bridge, self.core = bridge, core
        self.model = EpisodesModel(look, bridge)
        self.list = EpisodeList(look, bridge, self.model, name="Talks", movable=True)
        self.view = self.list.view
        qtbot.addWidget(self.list)
        self.list.resize(760, 460)
        self.list.show()
        self.model.show(EpisodeQuery())
        self.said()

    def click(self, row: int, held: Qt.KeyboardModifier = NONE) -> None:
        middle = self.view.visualRect(self.model.index(row)).center().y()
        QTest.mouseClick(self.view.viewport(), LEFT, held, QPoint(200, middle))

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> list[Any]:
        QTest.keyClick(self.view, key, held)
        return self.said()

    def said(self) -> list[Any]:
        self.bridge.run()
        said, self.core.log[:] = list(self.core.log), []
        return said


@pytest.fixture
def shelf(look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> Shelf:
    return Shelf(look, bridge, core, qtbot)


def test_shift_and_ctrl_choose_and_open_nothing(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.click(1)
    with qtbot.assertNotEmitted(shelf.list.open_requested):
        shelf.click(3, SHIFT)
        assert shelf.view.chosen() == (1, 2, 3)
        shelf.click(5, CTRL)
        shelf.click(2, CTRL)
    assert shelf.view.chosen() == (1, 3, 5)
    with qtbot.waitSignal(shelf.list.open_requested, timeout=0):
        shelf.click(4)
    assert shelf.view.chosen() == (4,)


def test_keys_choose(shelf: Shelf) -> None:
    shelf.view.choose(1, 1)
    shelf.key(Qt.Key.Key_Down, SHIFT)
    shelf.key(Qt.Key.Key_Down, SHIFT)
    assert shelf.view.chosen() == (1, 2, 3)
    shelf.key(Qt.Key.Key_Up, SHIFT)
    assert shelf.view.chosen() == (1, 2)
    shelf.key(Qt.Key.Key_A, CTRL)
    assert shelf.view.chosen() == (0, 1, 2, 3, 4, 5)
    shelf.key(Qt.Key.Key_Escape)
    assert shelf.view.chosen() == (2,)


@pytest.mark.parametrize(
    ("key", "held", "called"),
    [
        (Qt.Key.Key_Q, NONE, [("queue.add", (1, 2, 3), ("first", False))]),
        (Qt.Key.Key_Q, SHIFT, [("queue.add", (1, 2, 3), ("first", True))]),
        (Qt.Key.Key_H, NONE, [("places.mark_all_heard", (1, 2, 3), ("heard", True))]),
        (Qt.Key.Key_S, NONE, [("favorites.mark", one) for one in (1, 2, 3)]),
        (Qt.Key.Key_D, NONE, [("downloading.request", (1, 2))]),
    ],
)
def test_keys_mean_all_that_are_chosen_and_then_one(
    shelf: Shelf, key: Qt.Key, held: Qt.KeyboardModifier, called: list[Any]
) -> None:
    shelf.view.choose(0, 2)
    assert shelf.key(key, held) == called
    assert shelf.view.chosen() == (2,)


@pytest.mark.parametrize(
    ("key", "held", "called"),
    [
        (Qt.Key.Key_Q, SHIFT, ("queue.add", (1,), ("first", True))),
        (Qt.Key.Key_H, NONE, ("places.mark_heard", 1, False)),
    ],
)
def test_keys_for_one(
    shelf: Shelf, key: Qt.Key, held: Qt.KeyboardModifier, called: tuple[Any, ...]
) -> None:
    shelf.view.choose(0, 0)
    assert shelf.key(key, held) == [called]


def test_what_all_are_is_undone(shelf: Shelf) -> None:
    shelf.core.episodes = [episode(one, heard=True, favorite=True) for one in (1, 2)]
    shelf.model.show(EpisodeQuery())
    shelf.said()
    shelf.view.choose(0, 1)
    assert shelf.key(Qt.Key.Key_H) == [("places.mark_all_heard", (1, 2), ("heard", False))]
    shelf.view.choose(0, 1)
    assert shelf.key(Qt.Key.Key_S) == [("favorites.unmark", 1), ("favorites.unmark", 2)]


def test_the_menu_of_several(shelf: Shelf) -> None:
    shelf.view.choose(0, 2)
    shelf.view.asked.emit("menu", shelf.model.episode(1), QPoint(5, 5))
    menu = shelf.list.findChild(QMenu)
    assert isinstance(menu, QMenu)
    actions = {action.text(): action for action in menu.actions() if not action.isSeparator()}
    del actions["Add to a collection"]
    for text, called in (
        ("Play next", [("queue.add", (1, 2, 3), ("first", True))]),
        ("Add to the end of the queue", [("queue.add", (1, 2, 3), ("first", False))]),
        ("Take out of the queue", [("queue.remove", 2)]),
        ("Add to favorites", [("favorites.mark", one) for one in (1, 2, 3)]),
        ("Remove from favorites", [("favorites.unmark", one) for one in (1, 2, 3)]),
        ("Mark as heard", [("places.mark_all_heard", (1, 2, 3), ("heard", True))]),
        ("Mark as not heard", [("places.mark_all_heard", (1, 2, 3), ("heard", False))]),
        ("Download", [("downloading.request", (1, 2))]),
    ):
        actions.pop(text).trigger()
        assert shelf.said() == called
    assert actions == {}
    menu.close()


def test_rows_that_were_not_read_are_asked_for(
    shelf: Shelf, core: HandCore, bridge: HandBridge
) -> None:
    core.episodes = [episode(one) for one in range(1, 1001)]
    shelf.model.show(EpisodeQuery())
    shelf.said()
    shelf.view.choose(0, 0)
    shelf.key(Qt.Key.Key_End, SHIFT)
    assert shelf.view.chosen() == tuple(range(1000))
    called = shelf.key(Qt.Key.Key_Q)
    assert ("queue.add", tuple(range(1, 1001)), ("first", False)) in called


def test_several_move_together(shelf: Shelf, qtbot: QtBot) -> None:
    shelf.view.choose(1, 2)
    for key, moved, now in (
        (Qt.Key.Key_Down, [(1, 2), 2], (2, 3)),
        (Qt.Key.Key_Up, [(2, 3), 1], (1, 2)),
        (Qt.Key.Key_Up, [(1, 2), 0], (0, 1)),
    ):
        with qtbot.waitSignal(shelf.list.block_requested, timeout=0) as asked:
            shelf.key(key, ALT)
        assert asked.args == moved
        assert shelf.view.chosen() == now
    with qtbot.assertNotEmitted(shelf.list.block_requested):
        shelf.key(Qt.Key.Key_Up, ALT)


@pytest.mark.parametrize(
    ("rows", "onto", "asked"), [((0, 2), 4, [(0, 2), 2]), ((3, 5), 0, [(3, 5), 0]),
                                ((1, 2), 1, None), ((1, 2), 2, None)],
)  # fmt: skip
def test_several_are_dropped_together(
    shelf: Shelf, qtbot: QtBot, rows: tuple[int, int], onto: int, asked: list[Any] | None
) -> None:
    shelf.click(rows[0])
    shelf.click(rows[1], CTRL)
    moved: list[Any] = []
    shelf.list.block_requested.connect(lambda which, target: moved.append([which, target]))
    mime = shelf.model.mimeData([shelf.model.index(row) for row in rows])
    place = QPointF(shelf.view.visualRect(shelf.model.index(onto)).center())
    shelf.view.dropEvent(QDropEvent(place, Qt.DropAction.MoveAction, mime, LEFT, NONE))

    assert moved == ([asked] if asked else [])
