"""The first start: something to play, a choice, and the way to Today."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from desktop_app.base.errors import KnownError
from desktop_app.base.model import FeedKind
from desktop_app.base.parsed import CatalogueEntry
from desktop_app.base.sittings import Preset
from desktop_app.services.events import FeedsChanged
from desktop_app.services.subscriptions import ImportReport
from desktop_app.ui.models.episodes import ListState
from desktop_app.ui.pages.welcome import WelcomePage
from desktop_app.ui.widgets import ring
from tests.support.hand import episode, feed

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

ENTRIES = (
    CatalogueEntry("Sober Cast", "Speakers", None, "https://sobercast.com/"),
    CatalogueEntry("Book Study", "Speakers", "https://study.example/feed.xml"),
)
PRESETS = (Preset("Morning quiet", 600.0, id=1), Preset("Breath pause", 180.0, id=2))
STARTER = feed(3, url="hearthside:starter", title="Starter", kind=FeedKind.MEDITATIONS)


@pytest.fixture
def page(qtbot: QtBot, look: Look, bridge: HandBridge, core: HandCore) -> WelcomePage:
    """The page at the first start, the starter feed already there."""
    core.subscriptions.answers["catalogue"] = ENTRIES
    core.browsing.answers["feeds"] = (STARTER,)
    core.presets.answers["all"] = PRESETS
    core.episodes = [episode(91, title="Three quiet minutes"), episode(92, title="Rain")]
    page = WelcomePage(look, bridge)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    page.shown(None)
    bridge.run()
    return page


@pytest.fixture
def places(page: WelcomePage) -> list[tuple[str, Any]]:
    """Where the page has led to."""
    places: list[tuple[str, Any]] = []
    page.open_page.connect(lambda name, argument: places.append((name, argument)))
    return places


def changes(core: HandCore) -> list[Any]:
    """Return what was done, as opposed to read."""
    reads = {"browsing.page", "browsing.feeds", "subscriptions.catalogue", "presets.all"}
    return [call for call in core.log if call[0] not in reads]


def test_it_offers_the_starter_and_says_what_it_is(page: WelcomePage, core: HandCore) -> None:
    assert core.asked[0][0].feed_id == 3
    assert [one.id for one in page.model.loaded()] == [91, 92]
    said = " ".join(label.text() for label in page.findChildren(QLabel))
    assert "They need no connection." in said
    assert "nothing leaves this computer but requests to the feeds that you choose" in said
    assert "stands beside meetings and people" in said
    assert "not affiliated with any fellowship" in said
    assert changes(core) == []


def test_a_starter_is_played_at_once(page: WelcomePage, bridge: HandBridge, core: HandCore) -> None:
    first = page.model.episode(0)
    assert first is not None
    page.starter.commands.play(first)
    bridge.run()

    assert changes(core) == [("listening.play", 91, None)]


def test_the_starter_may_come_later(
    qtbot: QtBot, look: Look, bridge: HandBridge, core: HandCore
) -> None:
    page = WelcomePage(look, bridge)
    qtbot.addWidget(page)
    page.shown(None)
    bridge.run()
    assert page.model.query is None
    assert "being unpacked" in page.starter.placeholder.accessibleName()

    core.browsing.answers["feeds"] = (STARTER,)
    core.episodes = [episode(91)]
    page.heard(FeedsChanged())
    bridge.run()
    assert page.model.state is ListState.READY


def test_not_now_subscribes_to_nothing(
    page: WelcomePage, bridge: HandBridge, core: HandCore, places: list[tuple[str, Any]]
) -> None:
    page.catalogue.model.toggle(page.catalogue.model.index(1))
    assert page.later_button.text() == "Not now"
    page.later_button.click()
    assert places == []
    bridge.run()

    assert changes(core) == [("settings.change", ("welcomed", True))]
    assert places == [("today", None)]


def test_what_subscribes_is_there_only_with_a_tick(page: WelcomePage) -> None:
    assert not page.begin_button.isVisible()
    assert page.later_button.isVisible()
    for row, text in ((1, "Subscribe to 1 feed"), (2, "Subscribe to 2 feeds")):
        page.catalogue.model.toggle(page.catalogue.model.index(row))
        assert page.begin_button.isVisible()
        assert page.begin_button.text() == text
    page.catalogue.model.choose(())
    assert not page.begin_button.isVisible()


def test_what_subscribes_is_met_first(page: WelcomePage, qtbot: QtBot) -> None:
    page.catalogue.model.toggle(page.catalogue.model.index(1))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.catalogue.view.setFocus()
    met = []
    while not page.later_button.hasFocus():
        held = page.focusWidget()
        assert held is not None
        met.append(held)
        QTest.keyClick(held, Qt.Key.Key_Tab)
    assert met[-1] is page.begin_button
    assert page.begin_button.x() < page.later_button.x(), "as the eye meets them"


def test_the_keyboard_waits_where_it_was_while_feeds_are_read(
    page: WelcomePage, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    trouble = KnownError("There is no connection")
    core.subscriptions.answers["add_entries"] = ImportReport((), (), (("Sober Cast", trouble),))
    page.catalogue.model.toggle(page.catalogue.model.index(1))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    QTest.mouseClick(page.begin_button, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is page.foot
    bridge.run()
    assert page.begin_button.hasFocus()
    assert not ring.seen(page.begin_button), "it was the mouse that pressed it"


def test_a_first_sitting_is_one_click_away(
    page: WelcomePage, bridge: HandBridge, core: HandCore, places: list[tuple[str, Any]]
) -> None:
    assert page.sit_button.text() == "Sit for 3 min"
    assert page.sit_button.accessibleName() == "Begin Breath pause, 3 minutes"
    page.sit_button.click()
    bridge.run()

    assert ("sitting.begin", PRESETS[1]) in core.log
    assert places == [("sitting", None)]


def test_without_sittings_none_is_offered(
    qtbot: QtBot, look: Look, bridge: HandBridge, core: HandCore
) -> None:
    core.presets.answers["all"] = ()
    page = WelcomePage(look, bridge)
    qtbot.addWidget(page)
    page.shown(None)
    bridge.run()
    assert page.sit_button.isHidden()


def test_nothing_is_pressed_twice(page: WelcomePage, bridge: HandBridge, core: HandCore) -> None:
    page.catalogue.model.toggle(page.catalogue.model.index(1))
    page.begin_button.click()
    page.catalogue.model.toggle(page.catalogue.model.index(2))
    assert not page.begin_button.isEnabled()
    assert not page.later_button.isEnabled()

    core.subscriptions.answers["add_entries"] = KnownError("The library is busy", "", "")
    bridge.run()
    assert page.begin_button.isEnabled()
    assert page.later_button.isEnabled()


def test_the_list_is_as_long_as_its_rows_where_the_page_scrolls(page: WelcomePage) -> None:
    bar = page.catalogue.view.verticalScrollBar
    page.resize(760, 420)
    QTest.qWait(0)
    assert page._area.verticalScrollBar().maximum() > 0
    assert bar().maximum() == 0

    page.resize(1000, 900)
    QTest.qWait(0)
    assert page._area.verticalScrollBar().maximum() == 0


def test_begin_subscribes_to_what_is_ticked(
    page: WelcomePage, bridge: HandBridge, core: HandCore, places: list[tuple[str, Any]]
) -> None:
    core.subscriptions.answers["add_entries"] = ImportReport((feed(7),), (), ())
    page.catalogue.model.toggle(page.catalogue.model.index(2))
    page.begin_button.click()
    assert not page.begin_button.isEnabled()
    bridge.run()

    assert ("subscriptions.add_entries", (ENTRIES[1],)) in core.log
    assert ("refresh.refresh", (7,)) in core.log
    assert ("settings.change", ("welcomed", True)) in core.log
    assert places == [("today", None)]


def test_who_went_elsewhere_meanwhile_stays_there(
    page: WelcomePage, bridge: HandBridge, core: HandCore, places: list[tuple[str, Any]]
) -> None:
    core.subscriptions.answers["add_entries"] = ImportReport((feed(7),), (), ())
    page.catalogue.model.toggle(page.catalogue.model.index(2))
    page.begin_button.click()
    page.hidden()
    bridge.run()
    assert ("subscriptions.add_entries", (ENTRIES[1],)) in core.log
    assert places == []


def test_a_feed_that_fails_keeps_the_page_and_its_tick_and_go_on_begins(
    page: WelcomePage, bridge: HandBridge, core: HandCore, places: list[tuple[str, Any]]
) -> None:
    trouble = KnownError("No feed was found", "the page names none")
    core.subscriptions.answers["add_entries"] = ImportReport(
        (feed(7, url=str(ENTRIES[1].feed_url)),), (), (("Sober Cast", trouble),)
    )
    for row in (1, 2):
        page.catalogue.model.toggle(page.catalogue.model.index(row))
    page.begin_button.click()
    bridge.run()

    assert places == []
    assert ("settings.change", ("welcomed", True)) in core.log
    line = page.report.lines[0]
    assert "Sober Cast — No feed was found" in line.accessibleName()
    assert line.accessibleName().endswith("You can add them later under “Add a feed”.")
    assert page.catalogue.chosen == (ENTRIES[0],)
    assert page.begin_button.text() == "Subscribe to 1 feed"
    assert page.later_button.text() == "Not now"

    assert line._action.text() == "Go on"
    line._action.click()
    bridge.run()
    assert places == [("today", None)]


def test_leaving_by_the_sidebar_is_a_beginning(
    page: WelcomePage, bridge: HandBridge, core: HandCore
) -> None:
    page.hidden()
    bridge.run()
    assert changes(core) == [("settings.change", ("welcomed", True))]

    page.hidden()
    bridge.run()
    assert len(changes(core)) == 1


def test_a_subscription_is_a_beginning(
    page: WelcomePage, bridge: HandBridge, core: HandCore
) -> None:
    page.heard(FeedsChanged())
    bridge.run()
    assert changes(core) == [], "the built-in feed is nobody's choice"

    core.browsing.answers["feeds"] = (STARTER, feed(8))
    page.heard(FeedsChanged())
    bridge.run()
    assert changes(core) == [("settings.change", ("welcomed", True))]
    assert page.later_button.text() == "Go on"


def test_begin_is_always_in_sight(page: WelcomePage, bridge: HandBridge, core: HandCore) -> None:
    trouble = KnownError("No feed was found", "the page names none")
    failed = tuple((f"Feed number {number}", trouble) for number in range(40))
    core.subscriptions.answers["add_entries"] = ImportReport(
        (), (), (*failed, ("Sober Cast", trouble))
    )
    page.resize(760, 420)
    page.catalogue.model.toggle(page.catalogue.model.index(1))
    page.begin_button.click()
    bridge.run()
    QTest.qWait(0)

    for button in (page.begin_button, page.later_button):
        assert page.rect().contains(button.mapTo(page, button.rect().bottomRight()))
        assert not button.visibleRegion().isEmpty()
    assert page.report.height() <= 168


def test_settings_that_cannot_be_saved_are_a_line(
    page: WelcomePage, bridge: HandBridge, core: HandCore, places: list[tuple[str, Any]]
) -> None:
    core.settings.answers["change"] = KnownError("The settings could not be saved", "", "Free it.")
    page.later_button.click()
    bridge.run()

    assert places == []
    assert page.notice.accessibleName() == "The settings could not be saved. Free it."
    assert page.later_button.isEnabled()


def test_own_tapes(page: WelcomePage, bridge: HandBridge, core: HandCore) -> None:
    core.subscriptions.answers["add"] = feed(8, title="Tapes", episodes=2)
    page.folder_button.click()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit("/tapes")
    dialog.close()
    bridge.run()

    assert ("subscriptions.add", "/tapes") in core.log
    assert page.report.lines[0].accessibleName() == "Added Tapes. 2 talks"
