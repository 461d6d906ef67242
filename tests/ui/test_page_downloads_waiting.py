"""What waits on the Downloads page: its order, what each waits for, what can be done with it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu

from desktop_app.base.shelf import Wait, WaitFor
from desktop_app.services.events import DownloadsChanged
from desktop_app.ui.pages.downloads_waiting_model import WaitingModel
from tests.support.hand import MOMENT, episode
from tests.ui.downloads_desk import AT_TEN, RETRY, fill, full_page, queued, shown_page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.downloads import DownloadsPage
    from desktop_app.ui.pages.downloads_waiting import WaitingPart
    from tests.support.hand import HandBridge, HandCore


@pytest.fixture
def page(look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> DownloadsPage:
    return full_page(look, bridge, core, qtbot)


def ends(part: WaitingPart) -> list[str]:
    """Return the words at the end of each row, as they are painted."""
    model = part.list.model
    return [model.waits_for(one, at) for at, one in enumerate(model.episodes)]


def test_each_row_says_what_it_waits_for(
    page: DownloadsPage, bridge: HandBridge, core: HandCore
) -> None:
    assert ends(page.waiting) == ["Next", "Waiting", "Waiting"]
    core.downloading.answers["waits"] = {
        4: Wait(WaitFor.SERVER, detail="archive.org"), 5: RETRY, 6: Wait(WaitFor.HOURS, AT_TEN)
    }  # fmt: skip
    bridge.tell(DownloadsChanged())
    bridge.run()
    assert ends(page.waiting) == [
        "Two at a time from archive.org", "Tries again in 40 s", "After 22:00"]  # fmt: skip
    spoken = [
        page.waiting.list.model.index(at).data(Qt.ItemDataRole.AccessibleTextRole)
        for at in range(3)
    ]
    assert "number 1 in line, waits until archive.org has sent another one" in spoken[0]
    assert spoken[1].endswith("number 2 in line, connection lost, trying again in 40 s")


def test_seconds_are_counted_down(page: DownloadsPage, bridge: HandBridge, core: HandCore) -> None:
    core.downloading.answers["waits"] = {4: RETRY}
    bridge.tell(DownloadsChanged())
    bridge.run()
    assert page.ticking.isActive()
    page.waiting.list.model._clock = lambda: MOMENT + timedelta(seconds=35)
    assert ends(page.waiting)[0] == "Tries again in 5 s"
    page.hidden()
    assert not page.ticking.isActive()


def test_alt_down_gives_all_that_wait_a_new_order(
    page: DownloadsPage, bridge: HandBridge, core: HandCore
) -> None:
    part = page.waiting.list
    part.view.setCurrentIndex(part.model.index(0))
    QTest.keyClick(part.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [one.id for one in part.model.episodes] == [5, 4, 6]
    assert part.view.currentIndex().row() == 1
    bridge.run()
    assert core.log[-1] == ("downloading.reorder", (5, 4, 6))
    QTest.keyClick(part.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    fill(core, *queued(5, 4, 6))
    bridge.run()
    assert core.log[-1] == ("downloading.reorder", (4, 5, 6))


def test_a_drop_is_a_move(page: DownloadsPage, bridge: HandBridge, core: HandCore) -> None:
    page.waiting.list.view.move_requested.emit(2, 0)
    bridge.run()
    assert core.log[-1] == ("downloading.reorder", (6, 4, 5))


@pytest.mark.parametrize(
    ("entry", "asked"),
    [
        ("Download now", ("downloading.start_now", 6)),
        ("Move to the top", ("downloading.reorder", (6, 4, 5))),
        ("Cancel the download", ("downloading.cancel", 6)),
    ],
)
def test_the_menu_of_a_row(
    page: DownloadsPage,
    bridge: HandBridge,
    core: HandCore,
    entry: str,
    asked: tuple[object, ...],
) -> None:
    menu = page.waiting.list.menu(page.waiting.list.model.episodes[2])
    names = [action.text() for action in menu.actions()]
    assert names[:3] == ["Download now", "Move to the top", ""]
    menu.actions()[names.index(entry)].trigger()
    bridge.run()
    assert core.log[-1] == asked


def test_a_waiting_talk_opens_and_does_not_vanish_by_a_click_on_its_state(
    page: DownloadsPage, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    part = page.waiting.list
    with qtbot.waitSignal(page.open_page) as opened:
        part.view.asked.emit("open", part.model.episodes[0], QPoint())
    assert opened.args == ["talk", 4]
    part.view.asked.emit("state", part.model.episodes[0], QPoint())
    bridge.run()
    assert core.log == []
    [menu] = part.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    menu.close()


def test_few_are_shown_until_they_are_to_be_put_in_order(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    fill(core, *queued(*range(1, 8)))
    page = shown_page(look, bridge, core, qtbot)
    part = page.waiting
    assert part.list.model.rowCount() == 3
    assert part.more.text() == "Show all 7"
    assert not part.hint.isVisible()
    part.reorder.click()
    assert part.list.model.rowCount() == 7
    assert part.reorder.text() == "Done"
    assert "Alt+↑" in part.hint.text()
    assert page.window().focusWidget() is part.list.view
    assert part.list.view.currentIndex().row() == 0
    part.list.view.move_requested.emit(6, 1)
    bridge.run()
    assert core.log[-1] == ("downloading.reorder", (1, 7, 2, 3, 4, 5, 6))
    part.reorder.click()
    assert part.list.model.rowCount() == 3
    part.more.click()
    assert part.list.model.rowCount() == 7


def test_one_alone_needs_no_order(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    fill(core, *queued(1))
    page = shown_page(look, bridge, core, qtbot)
    assert page.waiting.isVisible()
    assert not page.waiting.reorder.isVisible()
    assert not page.waiting.more.isVisible()


def test_the_waiting_model_keeps_qts_rules(look: Look) -> None:
    model = WaitingModel(look, lambda: MOMENT)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(tuple(episode(number) for number in range(5)), {})
    model.set_rows((episode(2), episode(1)), {1: RETRY})
    model.set_rows((episode(2), episode(1), episode(9)), {1: RETRY})
    told = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.set_rows(model.episodes, {2: RETRY})
    model.set_rows(model.episodes, {2: RETRY})
    assert told == [(0, 2)]
    model.move(2, 0)
    assert [one.id for one in model.episodes] == [9, 2, 1]
    said = model.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Talk 1" in said
    assert "number 3 in line" in said
    model.set_rows((), {})
    assert model.rowCount() == 0


def test_a_hundred_rows_are_a_number_more(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    fill(core, *queued(*range(1, 151)))
    page = shown_page(look, bridge, core, qtbot)
    page.waiting.reorder.click()
    assert page.waiting.list.model.rowCount() == 100
    assert page.waiting.beyond.text() == "and 50 more"
