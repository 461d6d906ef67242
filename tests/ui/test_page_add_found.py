"""Searching the directories: what is said before, while, and after they are asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import FoundFeed
from desktop_app.base.settings import Settings, Theme
from desktop_app.services.directory import HOSTS, DirectoryAnswer
from desktop_app.services.events import FeedsChanged
from desktop_app.ui.pages.add import AddPage
from desktop_app.ui.pages.add_found_model import Standing, found_at
from tests.support.hand import feed

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

BOTH = ("Apple Podcasts", "fyyd")
EVENING = FoundFeed(
    "Evening Talks", "https://talks.example/feed", "Harbour", None, "<b>Calm", 1284, "en", BOTH
)
SITS = FoundFeed("Sits", "https://sits.example/rss", directories=("fyyd",))
HAVE = replace(SITS, title="Had", url="https://had.example/", episodes=1, subscribed=True)
FOUND = DirectoryAnswer((EVENING, SITS, HAVE))
BUSY = KnownError("fyyd gave no answer", "the server is too busy (HTTP 503)", "Try again later.")
LOST = KnownError("fyyd gave no answer", "fyyd.de could not be reached", "Try again later.")


@pytest.fixture
def page(qtbot: QtBot, look: Look, bridge: HandBridge, core: HandCore) -> AddPage:
    """The page at its first visit; the directories know three feeds."""
    core.directory.answers["search"] = FOUND
    page = AddPage(look, bridge)
    qtbot.addWidget(page)
    page.resize(900, 800)
    page.show()
    page.shown(None)
    bridge.run()
    core.log.clear()
    return page


def search(page: AddPage, words: str) -> None:
    page.field.setText(words)
    QTest.keyClick(page.field, Qt.Key.Key_Return)


def standings(page: AddPage) -> list[Standing]:
    model = page.findings.model
    rows = [found_at(model.index(row)) for row in range(model.rowCount())]
    return [row.standing for row in rows if row is not None]


def titles(page: AddPage) -> list[str]:
    model = page.findings.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def test_it_says_where_the_words_go_before_they_go(page: AddPage, bridge: HandBridge) -> None:
    said = page.where.text()
    assert all(host in said for host in HOSTS)
    QTest.keyClicks(page.field, "serenity prayer")
    assert page.where.isVisible()
    assert (page.add_button.text(), page.add_button.accessibleName()) == (
        "Search",
        "Search the directories",
    )
    assert bridge.waiting == [], "nothing is asked while the person types"
    page.field.setText("sobercast.com")
    assert (page.add_button.text(), page.add_button.accessibleName()) == ("Add", "")


def test_what_is_found(page: AddPage, bridge: HandBridge, core: HandCore) -> None:
    search(page, " serenity  prayer ")
    findings = page.findings
    assert findings.heading.text() == "Searching for “serenity  prayer”"
    assert findings.placeholder.isVisible()
    assert (page.add_button.text(), page.add_button.isEnabled()) == ("Searching…", False)
    bridge.run()

    assert core.log == [("directory.search", "serenity  prayer")]
    assert findings.heading.text() == "Found for “serenity  prayer” · 3 feeds"
    assert titles(page) == ["Evening Talks", "Sits", "Had"]
    assert standings(page) == [Standing.OFFERED, Standing.OFFERED, Standing.SUBSCRIBED]
    assert findings.view.isVisible()
    assert not findings.notice.isVisible()
    assert page.field.hasFocus()
    assert page.field.text() == " serenity  prayer "
    assert (page.add_button.text(), page.add_button.isEnabled()) == ("Search", True)


@pytest.mark.parametrize("way", ["enter", "space", "button"])
def test_adding_one(page: AddPage, bridge: HandBridge, core: HandCore, way: str) -> None:
    core.subscriptions.answers["add"] = feed(8, title="Evening Talks", url="https://new.example/")
    search(page, "serenity")
    bridge.run()
    core.log.clear()
    view = page.findings.view
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    assert view.hasFocus()
    if way == "button":
        place = view.button(page.findings.model.index(0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    else:
        QTest.keyClick(view, Qt.Key.Key_Return if way == "enter" else Qt.Key.Key_Space)

    assert standings(page)[0] is Standing.ADDING
    assert page.report.lines[0].accessibleName() == "Adding Evening Talks…"
    QTest.keyClick(view, Qt.Key.Key_Return)
    bridge.run()
    assert core.log == [("subscriptions.add", "https://talks.example/feed")]
    assert (
        page.report.lines[0].accessibleName() == "Added Evening Talks. There is nothing in it yet."
    )
    assert standings(page)[0] is Standing.SUBSCRIBED
    assert page.field.text() == "serenity"
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert bridge.waiting == []


def test_a_click_beside_the_button_adds_nothing(page: AddPage, bridge: HandBridge) -> None:
    search(page, "serenity")
    bridge.run()
    view = page.findings.view
    row = view.visualRect(page.findings.model.index(0))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row.topLeft() + QPoint(9, 9))
    assert view.button(page.findings.model.index(2)).isEmpty(), "what is subscribed has no button"
    assert bridge.waiting == []


def test_one_that_cannot_be_added_is_offered_again(
    page: AddPage, bridge: HandBridge, core: HandCore
) -> None:
    core.subscriptions.answers["add"] = KnownError("No feed was found")
    search(page, "serenity")
    bridge.run()
    page.findings.view.setFocus()
    QTest.keyClick(page.findings.view, Qt.Key.Key_Return)
    bridge.run()
    assert standings(page)[0] is Standing.OFFERED
    assert page.report.lines[0].accessibleName() == "No feed was found."


def test_subscriptions_made_elsewhere_are_marked(
    page: AddPage, bridge: HandBridge, core: HandCore
) -> None:
    search(page, "serenity")
    bridge.run()
    core.browsing.answers["feeds"] = (feed(1, url="http://www.SITS.example/rss/"),)
    page.heard(FeedsChanged())
    bridge.run()
    assert standings(page) == [Standing.OFFERED, Standing.SUBSCRIBED, Standing.OFFERED]


def test_a_late_answer_never_takes_a_newer_ones_place(
    page: AddPage, bridge: HandBridge, core: HandCore
) -> None:
    answers = {"one": DirectoryAnswer((SITS,)), "two": DirectoryAnswer((EVENING,))}
    core.directory.answers["search"] = answers.__getitem__
    search(page, "one")
    search(page, "two")
    first, second = bridge.waiting
    bridge.waiting[:] = [second, first]
    bridge.run()
    assert first.cancelled
    assert titles(page) == ["Evening Talks"]
    assert page.findings.heading.text() == "Found for “two” · 1 feed"


def test_nothing_is_found(page: AddPage, bridge: HandBridge, core: HandCore) -> None:
    core.directory.answers["search"] = DirectoryAnswer(())
    search(page, "zzz")
    bridge.run()
    assert page.findings.heading.text() == "Nothing found for “zzz”"
    said = page.findings.placeholder.accessibleName()
    assert said.startswith("The directories know nothing that fits. Try fewer words")
    assert not page.findings.notice.isVisible()


@pytest.mark.parametrize("found", [(SITS,), ()])
def test_one_directory_fails(
    page: AddPage, bridge: HandBridge, core: HandCore, found: tuple[FoundFeed, ...]
) -> None:
    core.directory.answers["search"] = DirectoryAnswer(found, (("fyyd", BUSY),))
    search(page, "serenity")
    bridge.run()
    notice = page.findings.notice
    assert notice.isVisible()
    assert notice.accessibleName() == (
        "fyyd gave no answer. The server is too busy (HTTP 503). Try again later."
    )
    assert len(titles(page)) == len(found)

    core.directory.answers["search"] = FOUND
    notice._action.click()
    bridge.run()
    assert not notice.isVisible()
    assert len(titles(page)) == 3
    assert core.log == [("directory.search", "serenity")] * 2


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (BUSY, "No directory has answered"),
        (KnownError("fyyd is busy"), "No directory has answered. Fyyd is busy. fyyd is busy. Try"),
        (LOST, "This computer seems to be offline"),
    ],
)
def test_all_directories_fail(
    page: AddPage, bridge: HandBridge, core: HandCore, problem: KnownError, said: str
) -> None:
    failed = (("Apple Podcasts", problem), ("fyyd", problem))
    core.directory.answers["search"] = DirectoryAnswer((), failed)
    search(page, "serenity")
    bridge.run()
    assert page.findings.heading.text() == "No answer for “serenity”"
    assert page.findings.placeholder.accessibleName().startswith(said)
    assert not page.findings.notice.isVisible()

    core.directory.answers["search"] = FOUND
    page.findings.placeholder._button.click()
    bridge.run()
    assert page.findings.view.isVisible()


def test_the_search_itself_fails(page: AddPage, bridge: HandBridge, core: HandCore) -> None:
    core.directory.answers["search"] = KnownError("The library is locked", "", "Try again.")
    search(page, "serenity")
    bridge.run()
    assert page.findings.placeholder.accessibleName() == "The library is locked. Try again."
    assert page.add_button.isEnabled()


@pytest.mark.parametrize("way", ["escape", "link"])
def test_back_to_the_catalogue(page: AddPage, bridge: HandBridge, way: str) -> None:
    search(page, "serenity")
    assert not page.catalogue.isVisible()
    if way == "escape":
        QTest.keyClick(page.field, Qt.Key.Key_Escape)
    else:
        page.findings.back.click()
    assert page.catalogue.isVisible()
    assert bridge.waiting[0].cancelled
    assert page.field.hasFocus()
    assert page.field.text() == "serenity"
    assert page.add_button.isEnabled()


def test_the_searching_key_leads_to_the_field_that_is_there(
    page: AddPage, bridge: HandBridge
) -> None:
    search(page, "serenity")
    bridge.run()
    page.findings.view.setFocus()
    assert page.search()
    assert page.field.hasFocus()


def test_everything_has_a_name(page: AddPage, bridge: HandBridge) -> None:
    search(page, "serenity")
    bridge.run()
    assert page.findings.view.accessibleName() == "Feeds that were found"
    assert page.field.accessibleName() == page._label.text()


def test_large_text_scrolls_to_the_answer_until_the_person_scrolls(
    page: AddPage, bridge: HandBridge, look: Look, qtbot: QtBot
) -> None:
    look.follow(Settings(theme=Theme.LIGHT, text_percent=200))
    page.resize(820, 500)
    search(page, "serenity")
    bridge.run()

    def seen() -> None:
        top = page.findings.mapTo(page._area.viewport(), QPoint()).y()
        assert 0 <= top < 100

    qtbot.waitUntil(seen)
    bar = page._area.verticalScrollBar()
    bar.triggerAction(bar.SliderAction.SliderToMinimum)
    page._sight._follow()
    assert bar.value() == 0


def test_a_visit_asks_no_directory(page: AddPage, bridge: HandBridge, core: HandCore) -> None:
    page.shown("https://feed.example/")
    page.shown("guided meditation")
    bridge.run()
    assert page.field.text() == "guided meditation"
    assert "directory.search" not in [call[0] for call in core.log]
