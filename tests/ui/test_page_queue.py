"""The queue: its order, moves that never undo each other, taking out, playing from a row."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import EpisodeQuery, Order
from desktop_app.services.events import EpisodesChanged, QueueChanged
from desktop_app.ui.pages.queue import QueuePage, from_here
from desktop_app.ui.widgets.arranging import moved
from tests.support.hand import episode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore


@pytest.fixture
def page(qtbot: QtBot, look: Look, bridge: HandBridge, core: HandCore) -> QueuePage:
    """The page with four talks waiting; the queue behind it really changes and says so."""
    core.episodes = [episode(one, queued=True, title=f"Talk {one}") for one in (1, 2, 3, 4)]
    page = QueuePage(look, bridge)

    def tell() -> None:
        for event in (EpisodesChanged(), QueueChanged()):
            bridge.tell(event)
            page.heard(event)

    def put(ids: Sequence[int]) -> None:
        core.episodes = [episode(one, queued=True, title=f"Talk {one}") for one in ids]
        tell()

    def reorder(order: Sequence[int]) -> None:
        here = {each.id: None for each in core.episodes}
        put(tuple({one: None for one in order if one in here} | here))

    def add(ids: Sequence[int]) -> None:
        put([*(each.id for each in core.episodes if each.id not in ids), *ids])

    def dequeue(one: int) -> None:
        core.episodes = [each for each in core.episodes if each.id != one]
        tell()

    core.queue.answers |= {"reorder": reorder, "remove": dequeue, "add": add}
    core.listening.answers |= {"play": lambda one, _position=None: dequeue(one)}
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    page.shown(None)
    bridge.run()
    core.log.clear()
    return page


def done(core: HandCore) -> list[Any]:
    """Return what was done, as opposed to read."""
    return [call for call in core.log if not call[0].startswith("browsing.")]


def ids(page: QueuePage) -> list[int]:
    """Return the rows as they stand."""
    return [one.id for one in page.model.loaded()]


@pytest.mark.parametrize(
    ("source", "target", "result"),
    [
        ((0,), 2, "bcad"),
        ((3,), 0, "dabc"),
        ((1,), 1, "abcd"),
        ((2,), 3, "abdc"),
        ((0, 1), 2, "cdab"),
        ((1, 3), 0, "bdac"),
        ((0, 2), 1, "bacd"),
    ],
)
def test_moved(source: tuple[int, ...], target: int, result: str) -> None:
    assert moved(tuple(map(ord, "abcd")), source, target) == tuple(map(ord, result))


def test_from_here_keeps_what_was_skipped() -> None:
    assert from_here((1, 2, 3, 4), 2) == (4, 1, 2)
    assert from_here((1,), 0) == ()


def test_it_lists_the_queue_in_order(page: QueuePage, core: HandCore) -> None:
    assert core.asked[0][0] == EpisodeQuery(queued=True, order=Order.QUEUE)
    assert ids(page) == [1, 2, 3, 4]
    assert page.subtitle.text() == "4 wait to be heard · 3 h 52 in all"
    assert page.list.current() is not None
    assert not page.up_button.isEnabled()
    assert page.down_button.isEnabled()


def test_half_heard_talks_count_with_what_is_left(
    page: QueuePage, bridge: HandBridge, core: HandCore
) -> None:
    core.episodes = [replace(episode(1), position=3000.0), episode(2, duration=None)]
    page.shown(None)
    bridge.run()

    assert page.subtitle.text() == "2 wait to be heard · 8 min in all"


def test_moving_with_the_keyboard(page: QueuePage, bridge: HandBridge, core: HandCore) -> None:
    tester = QAbstractItemModelTester(
        page.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    view = page.list.view
    view.setCurrentIndex(page.model.index(0))
    alt = Qt.KeyboardModifier.AltModifier
    QTest.keyClick(view, Qt.Key.Key_Down, alt)
    bridge.run()

    assert done(core) == [("queue.reorder", (2, 1, 3, 4))]
    assert ids(page) == [2, 1, 3, 4]
    current = page.list.current()
    assert current is not None
    assert current.id == 1

    QTest.keyClick(view, Qt.Key.Key_Up, alt)
    bridge.run()
    assert ids(page) == [1, 2, 3, 4]
    del tester


def test_quick_moves_do_not_undo_each_other(
    page: QueuePage, bridge: HandBridge, core: HandCore
) -> None:
    view = page.list.view
    view.setCurrentIndex(page.model.index(0))
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    bridge.run()

    assert done(core)[-1] == ("queue.reorder", (2, 3, 4, 1))
    assert ids(page) == [2, 3, 4, 1]


def test_what_is_read_between_two_moves_is_not_believed(
    page: QueuePage, bridge: HandBridge, core: HandCore
) -> None:
    page.list.move_requested.emit(0, 3)
    page.list.move_requested.emit(0, 3)
    bridge.step()
    while len(bridge.waiting) > 1:
        bridge.waiting.append(bridge.waiting.pop(0))
        bridge.step()
    page.list.move_requested.emit(0, 3)
    bridge.run()

    assert done(core)[-1] == ("queue.reorder", (4, 1, 2, 3))


def test_dropping_a_row(page: QueuePage, bridge: HandBridge, core: HandCore) -> None:
    view = page.list.view
    view.setCurrentIndex(page.model.index(3))
    mime = page.model.mimeData([page.model.index(3)])
    place = QPointF(view.visualRect(page.model.index(1)).center())
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    view.dropEvent(QDropEvent(place, Qt.DropAction.MoveAction, mime, button, none))
    bridge.run()

    assert done(core) == [("queue.reorder", (1, 4, 2, 3))]


def test_buttons_move_and_know_the_ends(
    page: QueuePage, bridge: HandBridge, core: HandCore
) -> None:
    page.list.view.setCurrentIndex(page.model.index(2))
    page.down_button.click()
    bridge.run()
    assert ids(page) == [1, 2, 4, 3]
    assert not page.down_button.isEnabled()
    page.up_button.click()
    page.up_button.click()
    bridge.run()

    assert ids(page) == [1, 3, 2, 4]
    current = page.list.current()
    assert current is not None
    assert current.id == 3


def test_taking_out_can_be_undone(
    page: QueuePage, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    page.list.view.setCurrentIndex(page.model.index(1))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.list.view.setFocus()
    QTest.keyClick(page.list.view, Qt.Key.Key_Delete)
    bridge.run()

    assert done(core) == [("queue.remove", 2)]
    assert ids(page) == [1, 3, 4]
    assert page.notice.accessibleName().startswith("Taken out: Talk 2")
    page.notice._action.click()
    bridge.run()
    assert ids(page) == [1, 2, 3, 4]


def test_several_are_moved_together(page: QueuePage, bridge: HandBridge, core: HandCore) -> None:
    page.list.view.choose(0, 1)
    assert not page.up_button.isEnabled()
    page.down_button.click()
    bridge.run()
    assert ids(page) == [3, 1, 2, 4]
    assert page.list.view.chosen() == (1, 2)
    page.down_button.click()
    bridge.run()

    assert ids(page) == [3, 4, 1, 2]
    assert not page.down_button.isEnabled()
    assert done(core) == [("queue.reorder", (3, 1, 2, 4)), ("queue.reorder", (3, 4, 1, 2))]


def test_several_are_taken_out_and_put_back(
    page: QueuePage, bridge: HandBridge, core: HandCore
) -> None:
    page.list.view.choose(1, 2)
    page.remove_button.click()
    bridge.run()
    assert ids(page) == [1, 4]
    assert page.notice.accessibleName().startswith("Taken out: 2 talks")
    page.notice._action.click()
    bridge.run()
    assert ids(page) == [1, 2, 3, 4]


def test_clearing_can_be_undone(page: QueuePage, bridge: HandBridge, core: HandCore) -> None:
    page.clear_button.click()
    bridge.run()
    assert done(core) == [("queue.remove", one) for one in (1, 2, 3, 4)]
    assert page.list.placeholder.isVisible()
    assert page.notice.accessibleName().startswith("The queue was cleared")
    page.notice._action.click()
    bridge.run()
    assert ids(page) == [1, 2, 3, 4]


def test_putting_back_loses_nothing_that_came_meanwhile(
    page: QueuePage, bridge: HandBridge, core: HandCore
) -> None:
    page.list.view.setCurrentIndex(page.model.index(1))
    page.remove_button.click()
    bridge.run()
    core.queue.answers["add"]((9,))
    bridge.run()
    page.notice._action.click()
    bridge.run()
    assert ids(page) == [1, 2, 3, 4, 9]


def test_play_from_here_keeps_the_ones_before_for_later(
    page: QueuePage, bridge: HandBridge, core: HandCore
) -> None:
    page.list.view.setCurrentIndex(page.model.index(2))
    page.play_button.click()
    bridge.run()

    assert done(core) == [("listening.play", 3), ("queue.reorder", (3, 4, 1, 2))]
    assert ids(page) == [4, 1, 2]


def test_what_cannot_be_played_leaves_the_queue_alone(
    page: QueuePage, bridge: HandBridge, core: HandCore
) -> None:
    core.listening.answers["play"] = KnownError("“Talk 1” cannot be played", "it is gone")
    page.play_button.click()
    bridge.run()

    assert done(core) == [("listening.play", 1)]
    assert page.notice.accessibleName() == "“Talk 1” cannot be played. It is gone."
    page.list.move_requested.emit(0, 1)
    bridge.run()
    assert done(core)[-1] == ("queue.reorder", (2, 1, 3, 4))


def test_empty_says_how_to_fill_it(page: QueuePage, bridge: HandBridge, core: HandCore) -> None:
    core.episodes = []
    bridge.tell(QueueChanged())
    page.heard(QueueChanged())
    bridge.run()

    assert page.list.placeholder.isVisible()
    assert page.list.placeholder.accessibleName().startswith("Nothing is waiting")
    assert not page.play_button.isVisible()
    assert page.subtitle.text() == ""


def test_a_long_queue_is_reordered_as_a_whole(
    page: QueuePage, bridge: HandBridge, core: HandCore
) -> None:
    core.episodes = [episode(one) for one in range(1, 702)]
    page.shown(None)
    bridge.run()
    page.list.move_requested.emit(0, 1)
    bridge.run()

    assert done(core) == [("queue.reorder", (2, 1, *range(3, 702)))]


def test_unseen_it_reads_nothing(page: QueuePage, bridge: HandBridge) -> None:
    page.hidden()
    page.heard(QueueChanged())

    assert bridge.waiting == []
