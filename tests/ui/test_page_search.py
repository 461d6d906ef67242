"""Search: results follow the typing, and a late answer never takes a newer one's place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from desktop_app.base.errors import KnownError
from desktop_app.services.events import EpisodesChanged
from desktop_app.ui.models.episodes import ListState
from desktop_app.ui.pages.search import LIMIT, SearchPage
from tests.support.hand import episode

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.base.model import Episode
    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

FOUND = {"bob": (5, 3, 9), "bob d": (3,), "many": tuple(range(1, LIMIT + 1))}


def _search(text: str, _limit: int) -> tuple[Episode, ...]:
    return tuple(episode(one) for one in FOUND.get(text, ()))


@pytest.fixture
def page(qtbot: QtBot, look: Look, bridge: HandBridge, core: HandCore) -> SearchPage:
    """The page before anything was typed."""
    core.browsing.answers["search"] = _search
    page = SearchPage(look, bridge)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    page.shown(None)
    return page


def ids(page: SearchPage) -> list[int]:
    """Return the rows as they stand."""
    return [one.id for one in page.model.loaded()]


def test_before_typing_it_says_what_can_be_found(page: SearchPage, bridge: HandBridge) -> None:
    assert page.intro.isVisible()
    assert page.intro.accessibleName().startswith("What are you looking for?")
    assert bridge.waiting == []


def test_words_handed_on_are_looked_for_at_once(page: SearchPage, bridge: HandBridge) -> None:
    tester = QAbstractItemModelTester(
        page.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    page.shown(" bob ")
    bridge.run()

    assert ids(page) == [5, 3, 9]
    assert page.subtitle.text() == "3 found"
    assert page.list.isVisible()
    assert page.field.selectedText() == ""
    page.shown("bob d")
    bridge.run()
    assert ids(page) == [3]
    del tester


def test_every_letter_is_looked_for_and_only_the_newest_answer_counts(
    page: SearchPage, bridge: HandBridge, core: HandCore
) -> None:
    QTest.keyClicks(page.field, "bob")
    assert len(bridge.waiting) == 3
    assert [call.cancelled for call in bridge.waiting] == [True, True, False]
    bridge.run()

    assert core.log[-1] == ("browsing.search", "bob", LIMIT)
    assert ids(page) == [5, 3, 9]


def test_a_late_answer_never_replaces_a_newer_one(page: SearchPage, bridge: HandBridge) -> None:
    QTest.keyClicks(page.field, "bob")
    late = bridge.waiting.pop()
    QTest.keyClicks(page.field, " d")
    bridge.run()
    assert ids(page) == [3]
    bridge.waiting.append(late)
    bridge.run()

    assert ids(page) == [3]
    assert page.subtitle.text() == "1 found"


def test_a_late_failure_never_replaces_a_newer_answer(
    page: SearchPage, bridge: HandBridge, core: HandCore
) -> None:
    QTest.keyClicks(page.field, "bob")
    late = bridge.waiting.pop()
    QTest.keyClicks(page.field, " d")
    bridge.run()
    core.browsing.answers["search"] = KnownError("The library cannot be read", "it is locked")
    bridge.waiting.append(late)
    bridge.run()

    assert page.model.state is ListState.READY
    assert ids(page) == [3]


def test_the_old_rows_stay_until_the_new_ones_are_there(
    page: SearchPage, bridge: HandBridge
) -> None:
    page.shown("bob")
    bridge.run()
    page.shown("bob d")
    assert ids(page) == [5, 3, 9]
    assert page.model.state is ListState.READY


def test_nothing_found_is_not_the_same_as_nothing_asked(
    page: SearchPage, bridge: HandBridge
) -> None:
    page.shown("zebra")
    bridge.run()

    assert page.list.placeholder.isVisible()
    assert page.list.placeholder.accessibleName().startswith("Nothing was found for “zebra”")
    page.list.placeholder._button.click()
    assert page.field.text() == ""
    assert page.intro.isVisible()


def test_the_same_words_are_asked_again_after_a_clearing(
    page: SearchPage, bridge: HandBridge
) -> None:
    page.shown("bob")
    bridge.run()
    page.field.clear()
    assert page.subtitle.text() == ""
    QTest.keyClicks(page.field, "bob")
    bridge.run()

    assert page.subtitle.text() == "3 found"
    assert page.list.isVisible()


def test_a_full_list_says_that_there_may_be_more(page: SearchPage, bridge: HandBridge) -> None:
    page.shown("many")
    bridge.run()

    assert page.model.rowCount() == LIMIT
    assert page.subtitle.text().startswith("The 50 that fit best")


def test_a_failure_can_be_tried_again(page: SearchPage, bridge: HandBridge, core: HandCore) -> None:
    core.browsing.answers["search"] = KnownError("The library cannot be read", "it is locked")
    page.shown("bob")
    bridge.run()
    assert page.list.placeholder.accessibleName() == "The library cannot be read It is locked"

    core.browsing.answers["search"] = _search
    page.list.placeholder._button.click()
    bridge.run()
    assert ids(page) == [5, 3, 9]


def test_a_failure_does_not_leave_older_rows_under_new_words(
    page: SearchPage, bridge: HandBridge, core: HandCore
) -> None:
    page.shown("bob")
    bridge.run()
    core.browsing.answers["search"] = KnownError("The library cannot be read", "it is locked")
    page.shown("other")
    bridge.run()

    assert page.model.state is ListState.FAILED
    assert page.model.rowCount() == 0


def test_down_leads_into_the_list_and_enter_opens(
    page: SearchPage, bridge: HandBridge, qtbot: QtBot
) -> None:
    places: list[Any] = []
    page.open_page.connect(lambda name, argument: places.append((name, argument)))
    page.shown("bob")
    bridge.run()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    assert page.list.view.hasFocus()
    QTest.keyClick(page.list.view, Qt.Key.Key_Down)
    QTest.keyClick(page.list.view, Qt.Key.Key_Return)

    assert places == [("talk", 3)]


def test_changed_talks_are_looked_for_anew(
    page: SearchPage, bridge: HandBridge, core: HandCore
) -> None:
    page.shown("bob")
    bridge.run()
    core.browsing.answers["search"] = lambda _text, _limit: (episode(5, favorite=True),)
    bridge.tell(EpisodesChanged(frozenset({5})))
    bridge.run()

    assert page.model.loaded() == [episode(5, favorite=True)]
