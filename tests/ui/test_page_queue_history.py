"""The history on the Queue page: days and places, playing on, removing, clearing, being off."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu

from desktop_app.base.errors import KnownError
from desktop_app.base.listening import Listened
from desktop_app.base.model import PlayStatus
from desktop_app.services.events import (
    EpisodesChanged,
    HistoryChanged,
    PlayerChanged,
    SettingsChanged,
)
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.models.moments import Moment
from desktop_app.ui.pages.queue import QueuePage
from tests.support.hand import episode, now_playing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

NOW = datetime.now(UTC)


def listened(line: int, **values: Any) -> Listened:  # noqa: ANN401 - fields
    given: dict[str, Any] = {"episode": episode(line), "started": NOW - timedelta(hours=30 * line)}
    return Listened(id=line, **{**given, "begin": 60.0, "until": 660.0, **values})


@pytest.fixture
def page(qtbot: QtBot, look: Look, bridge: HandBridge, core: HandCore) -> QueuePage:
    """The page showing three times of listening; the timer was set in the second."""
    history = [listened(0, started=NOW), listened(1, asleep=300.0), listened(2)]
    core.places.answers["history"] = lambda limit: tuple(history[:limit])
    core.places.answers["forget"] = lambda line: history.remove(
        next(each for each in history if each.id == line)
    )
    core.places.answers["clear_history"] = history.clear
    page = QueuePage(look, bridge)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    page.shown("history")
    bridge.run()
    core.log.clear()
    return page


def texts(page: QueuePage) -> list[str]:
    return [line.text for line in page.history.model.lines]


def row_of(page: QueuePage, line: int, what: str = "heard") -> int:
    return page.history.model.row_of_key((line, what))


def done(core: HandCore) -> list[Any]:
    return [call for call in core.log if call[0] != "places.history"]


def test_it_stands_in_the_place_of_the_queue(page: QueuePage, qtbot: QtBot) -> None:
    assert page.history.isVisible()
    assert not page.list.isVisible()
    assert page.tabs.value() == "history"
    assert page.subtitle.text() == "What you listened to, on this computer only"
    assert texts(page)[:2] == ["Today", "Talk 0"]
    assert "The sleep timer was set here" in texts(page)
    for tab, argument in ((0, None), (1, "history")):
        chip = page.tabs._chips[tab][1]
        with qtbot.waitSignal(page.open_page, timeout=0) as opened:
            chip.click()
        assert opened.args == ["queue", argument]


def test_the_model_behaves(page: QueuePage, bridge: HandBridge) -> None:
    tester = QAbstractItemModelTester(
        page.history.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    page.history.list.tool_used.emit("remove", page.history.model.lines[1].value)
    bridge.run()
    page.heard(HistoryChanged())
    bridge.run()
    assert "Talk 0" not in texts(page)
    del tester


@pytest.mark.parametrize(("what", "place"), [("heard", 660.0), ("asleep", 300.0)])
def test_a_row_plays_on(
    page: QueuePage, bridge: HandBridge, core: HandCore, what: str, place: float
) -> None:
    shown = page.history.list
    rect = shown.visualRect(page.history.model.index(row_of(page, 1, what)))
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    bridge.run()
    shown.setCurrentIndex(page.history.model.index(row_of(page, 1, what)))
    QTest.keyClick(shown, Qt.Key.Key_Return)
    bridge.run()

    assert done(core) == [("listening.play", 1, place)] * 2


def test_what_is_in_the_player_is_only_sought(
    page: QueuePage, bridge: HandBridge, core: HandCore
) -> None:
    spot = page.history.model.lines[row_of(page, 1, "asleep")].value
    for status, called in (
        (PlayStatus.PLAYING, ("listening.seek", 300.0)),
        (PlayStatus.PAUSED, ("listening.play", 1, 300.0)),
    ):
        bridge.tell(PlayerChanged(now_playing(episode(1), status=status)))
        page.history.list.chosen.emit(spot)
        bridge.run()
        assert done(core) == [called]
        core.log.clear()


def test_what_sounds_is_paused_by_its_row(
    page: QueuePage, bridge: HandBridge, core: HandCore
) -> None:
    def sign() -> tuple[Icon, bool]:
        line = page.history.model.lines[row_of(page, 1)]
        assert isinstance(line, Moment)
        return line.icon, line.aloud.endswith("playing now")

    bridge.tell(PlayerChanged(now_playing(episode(1))))
    assert sign() == (Icon.PAUSE, True)
    signs = [line.icon for line in page.history.model.lines if isinstance(line, Moment)]
    assert signs.count(Icon.PAUSE) == 1

    page.history.list.chosen.emit(page.history.model.lines[row_of(page, 1)].value)
    bridge.run()
    assert done(core) == [("listening.toggle",)]

    bridge.tell(PlayerChanged(now_playing(episode(1), status=PlayStatus.PAUSED)))
    assert sign() == (Icon.PLAY, False)


def test_the_menu(page: QueuePage, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> None:
    spot = page.history.model.lines[row_of(page, 1)].value
    page.history.list.menu_requested.emit(spot, QPoint(10, 10))
    menu = page.history.findChild(QMenu)
    assert isinstance(menu, QMenu)
    actions = {action.text(): action for action in menu.actions()}
    for text, called in (
        ("Play on from 11:00", ("listening.play", 1, 660.0)),
        ("Play from where it began, 1:00", ("listening.play", 1, 60.0)),
        ("Play from where the sleep timer was set, 5:00", ("listening.play", 1, 300.0)),
        ("Add to the end of the queue", ("queue.add", (1,), ("first", False))),
        ("Take out of the history", ("places.forget", 1)),
    ):
        actions.pop(text).trigger()
        bridge.run()
        assert done(core) == [called]
        core.log.clear()
    with qtbot.waitSignal(page.open_page, timeout=0) as opened:
        actions.pop("Open").trigger()
    assert opened.args == ["talk", 1]
    assert actions == {}
    menu.close()


def test_delete_takes_one_line_out_and_the_keyboard_stays_there(
    page: QueuePage, bridge: HandBridge, core: HandCore
) -> None:
    shown, model = page.history.list, page.history.model
    shown.setCurrentIndex(model.index(row_of(page, 2)))
    QTest.keyClick(shown, Qt.Key.Key_Delete)
    bridge.run()
    assert done(core) == [("places.forget", 2)]
    page.heard(HistoryChanged())
    bridge.run()
    assert row_of(page, 2) == -1
    assert shown.currentIndex().row() == model.rowCount() - 1


def test_a_new_line_leaves_the_keyboard_on_its_row(
    page: QueuePage, bridge: HandBridge, core: HandCore
) -> None:
    page.history.list.setCurrentIndex(page.history.model.index(row_of(page, 1)))
    before = core.places.answers["history"](9)
    core.places.answers["history"] = lambda _limit: (listened(9, started=NOW), *before)
    page.heard(HistoryChanged())
    page.heard(HistoryChanged())
    bridge.run()

    assert page.history.list.currentIndex().row() == row_of(page, 1)
    assert core.log == [("places.history", 100)] * 2


def test_clearing_is_asked_in_place(page: QueuePage, bridge: HandBridge, core: HandCore) -> None:
    page.history.clear_button.click()
    assert page.history.question.isVisible()
    assert done(core) == []
    page.history.question._action.click()
    bridge.run()
    page.heard(HistoryChanged())
    bridge.run()

    assert done(core) == [("places.clear_history",)]
    assert page.history.placeholder.accessibleName().startswith("Nothing was listened to yet")
    assert page.history.clear_button.isHidden()
    assert page.subtitle.text() == ""


def test_when_it_is_off_it_says_so(
    page: QueuePage, bridge: HandBridge, core: HandCore, look: Look, qtbot: QtBot
) -> None:
    look.follow(replace(look.settings, keep_history=False))
    page.heard(SettingsChanged(look.settings))
    bridge.run()
    assert page.history.hint.text().startswith("No history is kept any more")
    core.places.answers["history"] = ()
    page.heard(HistoryChanged())
    bridge.run()

    assert page.history.placeholder.accessibleName().startswith("No history is kept")
    with qtbot.waitSignal(page.open_page, timeout=0) as opened:
        page.history.placeholder._button.click()
    assert opened.args == ["settings", None]


def test_more_is_read_at_the_end(page: QueuePage, bridge: HandBridge, core: HandCore) -> None:
    core.places.answers["history"] = lambda limit: tuple(
        listened(line, started=NOW) for line in range(min(limit, 150))
    )
    page.heard(HistoryChanged())
    bridge.run()
    assert page.history.model.rowCount() == 101
    page.history.list.scrollToBottom()
    bridge.run()
    assert page.history.model.rowCount() == 151
    core.log.clear()
    page.history.list.scrollToTop()
    page.history.list.scrollToBottom()
    assert bridge.waiting == []


def test_trouble_is_told(page: QueuePage, bridge: HandBridge, core: HandCore) -> None:
    core.places.answers["history"] = KnownError("The library cannot be read", "it is locked")
    page.heard(HistoryChanged())
    bridge.run()
    assert page.notice.accessibleName().startswith("The library cannot be read")
    assert "Talk 0" in texts(page)


def test_unseen_it_reads_nothing(page: QueuePage, bridge: HandBridge) -> None:
    page.heard(EpisodesChanged(frozenset({1})))
    assert bridge.waiting == []
    page.hidden()
    page.heard(HistoryChanged())
    page.heard(EpisodesChanged())
    assert bridge.waiting == []


def test_back_in_the_queue_the_history_is_left_alone(
    page: QueuePage, bridge: HandBridge, core: HandCore
) -> None:
    core.episodes = [episode(5, queued=True)]
    page.shown(None)
    bridge.run()
    assert page.list.isVisible()
    assert not page.history.isVisible()
    assert page.subtitle.text() == "1 waits to be heard · 58 min in all"
    page.heard(HistoryChanged())
    assert bridge.waiting == []
