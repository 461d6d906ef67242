"""Collections on the Favorites page: chosen, made, named, ordered, emptied, removed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from desktop_app.base.errors import KnownError
from desktop_app.base.model import EpisodeQuery, Order
from desktop_app.base.settings import Settings, Theme
from desktop_app.base.shelves import Collection
from desktop_app.services.events import CollectionsChanged, EpisodesChanged
from desktop_app.ui.models.plain import line_at
from desktop_app.ui.pages.favorites_lines import NEW, ShelfLine
from desktop_app.ui.pages.favorites_list import NotedView
from tests.ui.collections_desk import SMART, SPONSEES, SUNDAY, Desk

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
BY_HAND = EpisodeQuery(collection=1, order=Order.COLLECTION)


@pytest.fixture
def desk(look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> Desk:
    desk = Desk(look, bridge, core)
    qtbot.addWidget(desk.page)
    return desk


def rows(desk: Desk) -> list[str]:
    return [line.text for line in desk.page.shelves.lines]


def field(desk: Desk) -> QLineEdit:
    found = desk.page.index.viewport().findChildren(QLineEdit)
    assert len(found) == 1
    return found[0]


def entries(menu: QMenu) -> dict[str, Any]:
    return {action.text(): action for action in menu.actions() if action.text()}


def row_menu(desk: Desk, *chosen: int) -> dict[str, Any]:
    view = desk.page.list.view
    view.choose(chosen[0], chosen[-1])
    view.asked.emit("menu", desk.page.model.episode(chosen[0]), QPoint(5, 5))
    menu = desk.page.list.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)[-1]
    menu.close()
    return entries(menu)


def test_the_index_shows_all_there_is(desk: Desk) -> None:
    tester = QAbstractItemModelTester(
        desk.page.shelves, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    page = desk.open(None)
    assert rows(desk) == ["All favorites", "Bookmarks", "Collections", "Sunday mornings",
                          "For sponsees", "Step Four", "+ New collection"]  # fmt: skip
    assert [line.number for line in page.shelves.lines] == [4, None, None, 3, 0, 2, None]
    aloud = page.shelves.index(5).data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud == "Step Four, 2 talks, fills itself: AA · Step 4 · not heard"
    smart = [line.value for line in page.shelves.lines
             if isinstance(line, ShelfLine) and line.smart]  # fmt: skip
    assert smart == [3]
    assert desk.opened == []
    page.index.chosen.emit(2)
    page.index.chosen.emit(None)
    assert desk.opened == [("favorites", 2), ("favorites", None)]
    del tester


def test_the_list_is_asked_for_before_the_index(desk: Desk) -> None:
    desk.page.shown(None)
    desk.bridge.step()
    assert desk.core.asked[0][0] == EpisodeQuery(favorite=True, order=Order.FAVORITED)
    assert desk.ids() == [1, 2, 3, 4]


def test_a_collection_in_its_order(desk: Desk) -> None:
    page = desk.open(1)
    assert desk.ids() == [2, 3, 4]
    assert page.model.query == BY_HAND
    assert page.title.text() == "Sunday mornings"
    assert page.subtitle.text() == "3 talks"
    assert line_at(page.index.selectedIndexes()[0]).value == 1  # type: ignore[union-attr]
    assert page.hint.isVisible()
    assert page.list.view.dragEnabled()

    desk.open(None)
    assert page.title.text() == "Favorites"
    assert not page.hint.isVisible()
    assert not page.list.view.acceptDrops()


def test_one_that_fills_itself_says_with_what(desk: Desk) -> None:
    page = desk.open(3)
    assert page.model.query == SMART
    assert page.subtitle.text() == "2 talks · fills itself: AA · Step 4 · not heard"
    assert not page.list.view.acceptDrops()
    assert "Take out of this collection" not in row_menu(desk, 0)
    menu = page.hand.menu(desk.collections[2])
    entries(menu)["Change its filter"].trigger()
    menu.close()
    assert desk.opened == [("speakers", desk.collections[2])]
    QTest.keyClick(page.list.view, Qt.Key.Key_Delete)
    assert desk.said() == []


@pytest.mark.parametrize(
    ("chosen", "said", "leads"),
    [
        (2, "Nothing in this collection yet", ("favorites", None)),
        (3, "No talk is like this now. This collection fills itself: AA · Step 4", "speakers"),
    ],
)
def test_empty_says_what_to_do(desk: Desk, chosen: int, said: str, leads: object) -> None:
    desk.core.episodes = []
    page = desk.open(chosen)
    placeholder = page.list.placeholder
    assert placeholder.accessibleName().startswith(said)
    placeholder._button.click()
    assert desk.opened == [leads if leads != "speakers" else ("speakers", desk.collections[2])]


def test_a_filter_for_which_there_are_no_chips_is_not_offered_for_change(desk: Desk) -> None:
    page = desk.open(3)
    menu = page.hand.menu(replace(desk.collections[2], query=replace(SMART, feed_id=4)))
    assert "Change its filter" not in entries(menu)
    menu.close()


def test_what_is_pulled_before_a_list_was_read_moves_nothing_of_the_one_before(desk: Desk) -> None:
    page = desk.open(1)
    page.shown(2)
    page.list.move_requested.emit(0, 1)
    assert not [call for call in desk.said() if call[0] == "collections.arrange"]


def test_a_list_of_thousands_measures_only_the_rows_with_a_note(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = desk.open(1)
    view = page.list.view
    asked: list[int] = []
    assert isinstance(view, NotedView)
    note = page.model.note

    def noted(row: int) -> str:
        asked.append(row)
        return note(row)

    monkeypatch.setattr(page.model, "note", noted)
    heights = view.heights(0)
    assert len(heights) == page.model.rowCount() > len(asked)
    assert [at for at, high in enumerate(heights) if high > min(heights)] == asked


def test_a_new_one_is_named_in_its_place(desk: Desk) -> None:
    desk.core.collections.answers["create"] = lambda name: Collection(9, name)
    page = desk.open(None)
    page.index.chosen.emit(NEW)
    assert field(desk).accessibleName() == "Name of the new collection"
    desk.page.heard(CollectionsChanged())
    desk.bridge.run()
    QTest.keyClicks(field(desk), "  Evenings ")
    QTest.keyClick(field(desk), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert desk.said() == [("collections.create", "Evenings")]
    assert desk.opened == [("favorites", 9)]


@pytest.mark.parametrize(("typed", "key"), [("Evenings", Qt.Key.Key_Escape),
                                            ("   ", Qt.Key.Key_Return)])  # fmt: skip
def test_no_name_makes_none(desk: Desk, typed: str, key: Qt.Key) -> None:
    desk.open(None).index.chosen.emit(NEW)
    QTest.keyClicks(field(desk), typed)
    QTest.keyClick(field(desk), key)
    QApplication.processEvents()
    assert desk.said() == []
    assert desk.opened == []


def test_a_name_that_another_has_is_said(desk: Desk) -> None:
    problem = KnownError("“Evenings” is there already", "", "Choose another name.")
    desk.core.collections.answers["create"] = problem
    page = desk.open(None)
    page.index.chosen.emit(NEW)
    QTest.keyClicks(field(desk), "Evenings")
    QTest.keyClick(field(desk), Qt.Key.Key_Return)
    QApplication.processEvents()
    desk.said()
    assert page.notice.accessibleName().startswith("“Evenings” is there already")


def test_renaming_with_f2(desk: Desk) -> None:
    page = desk.open(1)
    page.index.setCurrentIndex(page.shelves.index(3))
    QTest.keyClick(page.index, Qt.Key.Key_F2)
    assert field(desk).selectedText() == "Sunday mornings"
    QTest.keyClicks(field(desk), "Sundays")
    QTest.keyClick(field(desk), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert desk.said() == [("collections.rename", 1, "Sundays")]

    desk.collections[0] = replace(SUNDAY, name="Sundays")
    page.heard(CollectionsChanged())
    desk.said()
    assert page.title.text() == "Sundays"


def test_removing_can_be_undone(desk: Desk) -> None:
    page = desk.open(1)
    page.index.setCurrentIndex(page.shelves.index(3))
    QTest.keyClick(page.index, Qt.Key.Key_Delete)
    assert desk.said() == [("collections.remove", 1)]
    said = "Removed: “Sunday mornings”. Its talks stay favorites."
    assert page.notice.accessibleName().startswith(said)
    assert desk.opened == [("favorites", None)]

    desk.core.collections.answers["restore"] = SUNDAY
    page.notice._action.click()
    assert desk.said() == [("collections.restore", SUNDAY, (2, 3, 4))]
    assert desk.opened[-1] == ("favorites", 1)


def test_one_that_is_gone_gives_way_to_all(desk: Desk) -> None:
    page = desk.open(1)
    desk.collections.remove(SUNDAY)
    page.heard(CollectionsChanged())
    desk.said()
    assert page.title.text() == "Favorites"
    assert desk.ids() == [1, 2, 3, 4]
    desk.open(77)
    assert page.title.text() == "Favorites"


def test_collections_are_ordered_by_keys_and_menu(desk: Desk) -> None:
    page = desk.open(None)
    page.index.setCurrentIndex(page.shelves.index(4))
    QTest.keyClick(page.index, Qt.Key.Key_Up, ALT)
    assert desk.said() == [("collections.reorder", (2, 1, 3))]
    page.index.setCurrentIndex(page.shelves.index(3))
    QTest.keyClick(page.index, Qt.Key.Key_Up, ALT)
    assert desk.said() == [], "the first cannot go higher"
    menu = page.hand.menu(SPONSEES)
    entries(menu)["Move down"].trigger()
    menu.close()
    assert desk.said() == [("collections.reorder", (1, 3, 2))]


@pytest.mark.parametrize(
    ("dragged", "onto", "below", "order"),
    [
        (3, 5, True, (2, 3, 1)),
        (3, 5, False, (2, 1, 3)),
        (5, 3, False, (3, 1, 2)),
        (5, 3, True, (1, 3, 2)),
        (4, 0, False, (2, 1, 3)),
        (3, 6, True, (2, 3, 1)),
        (4, 4, True, None),
        (1, 5, True, None),
    ],
)
def test_collections_are_dragged(
    desk: Desk, dragged: int, onto: int, below: bool, order: tuple[int, ...] | None
) -> None:
    page = desk.open(None)
    page.index.setCurrentIndex(page.shelves.index(dragged))
    rect = page.index.visualRect(page.shelves.index(onto))
    mime = QMimeData()
    mime.setData(page.shelves.mimeTypes()[0], b"0")
    place = QPointF(rect.center().x(), rect.bottom() if below else rect.top() + 1)
    left, move = Qt.MouseButton.LeftButton, Qt.DropAction.MoveAction
    page.index.dropEvent(QDropEvent(place, move, mime, left, NONE))
    assert desk.said() == ([("collections.reorder", order)] if order else [])


def test_talks_are_moved_by_keys_and_menu(desk: Desk) -> None:
    page = desk.open(1)
    page.list.view.choose(0, 0)
    QTest.keyClick(page.list.view, Qt.Key.Key_Down, ALT)
    QTest.keyClick(page.list.view, Qt.Key.Key_Down, ALT)
    sent = desk.said()
    assert sent == [("collections.arrange", 1, (3, 2, 4)), ("collections.arrange", 1, (3, 4, 2))]

    desk.members[1] = (3, 4, 2)
    page.heard(CollectionsChanged())
    desk.said()
    assert desk.ids() == [3, 4, 2]
    row_menu(desk, 1)["Move up"].trigger()
    assert desk.said() == [("collections.arrange", 1, (4, 3, 2))]
    assert "Move up" not in row_menu(desk, 0)
    assert "Move down" not in row_menu(desk, 2)


def test_what_is_read_while_talks_move_does_not_undo_it(desk: Desk) -> None:
    page = desk.open(1)
    page.list.view.choose(0, 0)
    page.read()
    QTest.keyClick(page.list.view, Qt.Key.Key_Down, ALT)
    desk.bridge.step()
    QTest.keyClick(page.list.view, Qt.Key.Key_Down, ALT)
    sent = desk.said()
    assert sent == [("collections.arrange", 1, (3, 2, 4)), ("collections.arrange", 1, (3, 4, 2))]


def test_an_order_that_was_not_kept_is_read_anew(desk: Desk) -> None:
    page = desk.open(1)
    desk.core.collections.answers["arrange"] = KnownError("The library is full")
    page.list.view.choose(0, 0)
    QTest.keyClick(page.list.view, Qt.Key.Key_Down, ALT)
    desk.said()
    assert page.notice.accessibleName().startswith("The library is full")
    desk.core.collections.answers["arrange"] = None
    page.list.view.choose(2, 2)
    QTest.keyClick(page.list.view, Qt.Key.Key_Up, ALT)
    assert desk.said() == [("collections.arrange", 1, (2, 4, 3))]


def test_delete_takes_out_and_can_be_undone(desk: Desk) -> None:
    page = desk.open(1)
    page.list.view.setFocus()
    page.list.view.choose(0, 1)
    QTest.keyClick(page.list.view, Qt.Key.Key_Delete)
    assert desk.said() == [("collections.take_out", 1, (2, 3))]
    assert page.notice.accessibleName().startswith("Taken out: 2 talks")
    page.notice._action.click()
    assert desk.said() == [("collections.add", 1, (2, 3)), ("collections.arrange", 1, (2, 3, 4))]

    row_menu(desk, 2)["Take out of this collection"].trigger()
    assert desk.said() == [("collections.take_out", 1, (4,))]
    assert page.notice.accessibleName().startswith("Taken out: Talk 4")


def test_notes_are_a_third_line(desk: Desk) -> None:
    page = desk.open(None)
    view, model = page.list.view, page.model
    heights = [view.visualRect(model.index(row)).height() for row in range(4)]
    assert heights[2] > heights[0] == heights[1] == heights[3]
    aloud = model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud.endswith("note: Made me phone home")
    below = view.visualRect(model.index(3)).center()
    assert view.indexAt(below).row() == 3

    desk.core.favorites.answers["notes"] = {}
    page.heard(EpisodesChanged(frozenset({3})))
    desk.said()
    assert view.visualRect(model.index(2)).height() == heights[0]


def test_a_narrow_page_lets_index_and_list_take_turns(desk: Desk) -> None:
    page = desk.open(1)
    assert page.tools.indexOf(page.more) == 0
    page.resize(600, 600)
    assert page.who.isVisible()
    assert page.who.text() == "Sunday mornings"
    assert (page.list.isVisible(), page.index_card.isVisible()) == (True, False)
    page.who.click()
    assert (page.list.isVisible(), page.index_card.isVisible()) == (False, True)
    page.shown(2)
    assert (page.list.isVisible(), page.index_card.isVisible()) == (True, False)
    menu = page.hand.menu(None)
    entries(menu)["New collection"].trigger()
    menu.close()
    assert page.index_card.isVisible()
    assert field(desk).isVisible()
    QTest.keyClick(field(desk), Qt.Key.Key_Escape)
    page.resize(1000, 600)
    assert not page.who.isVisible()
    assert page.tools.indexOf(page.more) == 0


def test_forty_collections_at_large_text(desk: Desk, look: Look) -> None:
    desk.collections = [Collection(at, f"Collection {at}", at) for at in range(1, 41)]
    desk.members = dict.fromkeys(range(1, 41), ())
    look.follow(Settings(theme=Theme.DARK, text_percent=200))
    page = desk.open(40)
    assert page.title.text() == "Collection 40"
    assert page.index.minimumSizeHint().height() >= 5 * 70
    menu = page.hand.menu(None)
    entries(menu)["New collection"].trigger()
    menu.close()
    assert field(desk).isVisible()
    assert page.index.viewport().rect().intersects(field(desk).geometry())
    QTest.keyClick(field(desk), Qt.Key.Key_Escape)


def test_names_are_short_in_a_filter(desk: Desk, look: Look) -> None:
    saved = Collection(5, "Bob", 1, EpisodeQuery(speaker="Bob Dobbs"))
    desk.collections.append(saved)
    look.follow(Settings(theme=Theme.LIGHT, short_names=True))
    assert desk.open(5).subtitle.text() == "4 talks · fills itself: Bob D."


def test_what_cannot_be_read_is_said(desk: Desk) -> None:
    desk.core.collections.answers["all"] = KnownError("The library cannot be read")
    page = desk.open(None)
    assert page.notice.accessibleName().startswith("The library cannot be read")
    assert desk.ids() == [1, 2, 3, 4]
    desk.core.collections.answers["all"] = ()
    page.notice._action.click()
    desk.said()
    assert len(rows(desk)) == 4


def test_unseen_it_reads_nothing(desk: Desk) -> None:
    desk.open(1).hidden()
    desk.page.heard(CollectionsChanged())
    assert desk.bridge.waiting == []


def test_pulling_a_collection_begins_a_drag(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    page = desk.open(None)
    begun: list[int] = []
    monkeypatch.setattr(
        type(page.index), "startDrag", lambda self, _how: begun.append(self.currentIndex().row())
    )
    port, left = page.index.viewport(), Qt.MouseButton.LeftButton
    start = page.index.visualRect(page.shelves.index(3)).center()
    QTest.mousePress(port, left, NONE, start)
    for down in (4, 30, 40):
        point = QPointF(start) + QPointF(0, down)
        move = QMouseEvent(QMouseEvent.Type.MouseMove, point, port.mapToGlobal(point),
                           Qt.MouseButton.NoButton, left, NONE)  # fmt: skip
        QApplication.sendEvent(port, move)
    QTest.mouseRelease(port, left, NONE, start + QPoint(0, 40))
    assert begun[:1] == [3]
    assert desk.opened == [], "what is dragged is not opened"


def test_a_name_that_is_seen_to_be_anothers_stays_where_it_was_typed(desk: Desk) -> None:
    page = desk.open(None)
    page.index.chosen.emit(NEW)
    QTest.keyClicks(field(desk), "sunday  MORNINGS")
    QTest.keyClick(field(desk), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert desk.said() == []
    assert field(desk).text() == "sunday  MORNINGS"
    fault = page.index.fault
    assert fault.isVisible()
    assert fault.text() == "There is a collection “Sunday mornings” already"
    assert abs(fault.geometry().top() - field(desk).geometry().bottom()) < 10
    QTest.keyClicks(field(desk), " too")
    assert not fault.isVisible()
    desk.core.collections.answers["create"] = lambda name: Collection(9, name)
    QTest.keyClick(field(desk), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert desk.said() == [("collections.create", "sunday  MORNINGS too")]


def test_a_name_may_be_written_in_other_letters(desk: Desk) -> None:
    page = desk.open(1)
    page.index.write(1)
    QTest.keyClicks(field(desk), "SUNDAY mornings")
    QTest.keyClick(field(desk), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert desk.said() == [("collections.rename", 1, "SUNDAY mornings")]


def test_what_was_said_of_a_name_goes_when_a_good_one_is_given(desk: Desk) -> None:
    page = desk.open(1)
    desk.core.collections.answers["rename"] = KnownError("This name is too long")
    page.index.named.emit(1, "A" * 99)
    desk.said()
    assert page.notice.isVisible()
    desk.core.collections.answers["rename"] = None
    page.index.named.emit(1, "A")
    desk.said()
    assert page.notice.isHidden()


@pytest.mark.parametrize(("row", "taken"), [(4, 2), (5, None), (1, None), (6, None)])
def test_favorites_are_dropped_onto_a_collection(desk: Desk, row: int, taken: int | None) -> None:
    page = desk.open(None)
    page.list.view.choose(1, 2)
    assert page.list.view.dragEnabled()
    mime = page.model.mimeData(page.list.view.selectedIndexes())
    move, left = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    index = page.index
    place = index.visualRect(page.shelves.index(row)).center()
    index.dragEnterEvent(QDragEnterEvent(place, move, mime, left, NONE))
    plain = index.grab().toImage()
    over = QDragMoveEvent(place, move, mime, left, NONE)
    index.dragMoveEvent(over)
    assert over.isAccepted() is (taken is not None)
    assert (index.grab().toImage() != plain) is (taken is not None), "the target is lit"
    index.dropEvent(QDropEvent(QPointF(place), move, mime, left, NONE))
    assert desk.said() == ([("collections.add", taken, (2, 3))] if taken else [])
    assert index.grab().toImage() == plain
