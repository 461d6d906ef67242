"""Adding feeds: every way in, and what is said of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from desktop_app.base.errors import KnownError
from desktop_app.base.model import Problem
from desktop_app.base.parsed import CatalogueEntry
from desktop_app.services.finding import AlreadySubscribedError
from desktop_app.services.refresh import NO_CONNECTION, RefreshOutcome
from desktop_app.services.subscriptions import ImportReport
from desktop_app.ui.pages.add import AddPage
from desktop_app.ui.widgets.notice import Notice
from tests.support.hand import feed

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

CAST = CatalogueEntry("Sober Cast", "Speakers", None, "https://sobercast.com/")


STUDY = CatalogueEntry("Book Study", "Speakers", "https://study.example/feed.xml")


OASIS = CatalogueEntry("Quiet Oasis", "Meditations", "https://oasis.example/rss", "https://o.ex/")


ENTRIES = (CAST, STUDY, OASIS)


OFFLINE = KnownError("The server could not be reached", "there is no connection", "Try later.")


@pytest.fixture
def page(qtbot: QtBot, look: Look, bridge: HandBridge, core: HandCore) -> AddPage:
    """The page at its first visit, with three feeds on offer, one of them subscribed."""
    core.subscriptions.answers["catalogue"] = ENTRIES
    core.browsing.answers["feeds"] = (feed(2, url="http://www.study.example/feed.xml/"),)
    page = AddPage(look, bridge)
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    page.shown(None)
    bridge.run()
    core.log.clear()
    return page


@pytest.fixture
def places(page: AddPage) -> list[tuple[str, Any]]:
    """Where the page has led to."""
    places: list[tuple[str, Any]] = []
    page.open_page.connect(lambda name, argument: places.append((name, argument)))
    return places


def ticked(page: AddPage) -> list[CatalogueEntry]:
    """Return what is ticked."""
    return list(page.catalogue.chosen)


def said(page: AddPage) -> list[str]:
    """Return what the visible lines of the report say."""
    return [line.accessibleName() for line in page.report.lines if not line.isHidden()]


def test_adding_an_address(
    page: AddPage, bridge: HandBridge, core: HandCore, places: list[Any]
) -> None:
    core.subscriptions.answers["add"] = feed(8, title="Sober Cast", episodes=1284)
    QTest.keyClicks(page.field, " sobercast.com ")
    QTest.keyClick(page.field, Qt.Key.Key_Return)

    assert said(page) == ["Looking for a feed at sobercast.com…"]
    assert page.add_button.text() == "Adding…"
    assert not page.add_button.isEnabled()
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    bridge.run()

    assert core.log == [("subscriptions.add", "sobercast.com")]
    assert said(page) == ["Added Sober Cast. 1,284 talks"]
    assert page.field.text() == ""
    assert page.add_button.isEnabled()

    page.report.lines[0]._action.click()
    assert places == [("feed", 8)]


def test_what_sends_words_away_is_named_as_it_stands_there(page: AddPage) -> None:
    assert page.add_button.text() == "Add"
    assert "when you press the button" in page.where.text()
    assert "Search" not in page.where.text(), "no button is called so yet"


def test_a_trouble_is_a_line_and_the_text_stays(
    page: AddPage, bridge: HandBridge, core: HandCore
) -> None:
    core.subscriptions.answers["add"] = KnownError("No feed was found", "none is named", "Look.")
    page.field.setText("example.org")
    page.add_button.click()
    bridge.run()

    assert said(page) == ["No feed was found. None is named. Look."]
    assert page.field.text() == "example.org"
    assert page.add_button.isEnabled()
    assert page.add_button.text() == "Add"

    core.subscriptions.answers["add"] = feed(3)
    page.add_button.click()
    bridge.run()
    assert said(page) == ["Added Feed 3. There is nothing in it yet."]


def test_a_search_clears_what_was_said_before_and_an_address_an_empty_search(
    page: AddPage, bridge: HandBridge, core: HandCore
) -> None:
    core.subscriptions.answers["add"] = KnownError("No feed was found")
    page.field.setText("example.org")
    page.add_button.click()
    bridge.run()
    page.adding.address("slow.example")
    page.adding.address("fast.example")
    bridge.waiting.reverse()
    bridge.step()
    assert len(said(page)) == 2
    core.directory.answers["search"] = KnownError("No directory has answered")
    page.field.setText("evening talks")
    page.add_button.click()
    assert said(page) == ["Looking for a feed at slow.example…"], "it is still under way"
    bridge.run()
    assert page.findings.isVisible()
    page.field.setText("example.org")
    page.add_button.click()
    assert not page.findings.isVisible()
    assert page.catalogue.isVisible()


def test_the_field_takes_keys_while_an_address_is_looked_for(
    page: AddPage, bridge: HandBridge, core: HandCore
) -> None:
    core.subscriptions.answers["add"] = lambda address: feed(8, title=address)
    page.field.setText("a.example")
    page.add_button.click()
    assert page.field.hasFocus()
    page.field.selectAll()
    QTest.keyClicks(page.field, "b.example")
    assert page.field.text() == "b.example"
    assert (page.add_button.text(), page.add_button.isEnabled()) == ("Add", True)

    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert said(page) == ["Looking for a feed at a.example…", "Looking for a feed at b.example…"]
    bridge.step()
    assert page.field.text() == "b.example", "what is typed meanwhile stays"
    bridge.run()
    assert core.log == [("subscriptions.add", "a.example"), ("subscriptions.add", "b.example")]
    assert page.field.text() == ""


@pytest.mark.parametrize("way", ["stop", "escape"])
def test_an_address_can_be_given_up(
    page: AddPage, bridge: HandBridge, core: HandCore, way: str
) -> None:
    core.subscriptions.answers["add"] = feed(8)
    page.field.setText("a.example")
    page.add_button.click()
    stop = page.report.lines[0]._action
    assert (stop.text(), stop.isVisible()) == ("Stop", True)
    if way == "stop":
        stop.click()
    else:
        QTest.keyClick(page.field, Qt.Key.Key_Escape)

    assert bridge.waiting[0].cancelled
    assert said(page) == []
    assert page.field.hasFocus()
    assert page.field.text() == "a.example"
    assert page.add_button.isEnabled()
    bridge.run()
    assert said(page) == []


def test_what_is_there_already_is_no_failure(
    page: AddPage, bridge: HandBridge, core: HandCore, places: list[Any]
) -> None:
    core.subscriptions.answers["add"] = AlreadySubscribedError("Feed 2 is subscribed already")
    for address in ("study.example/feed.xml", "another-way.example"):
        page.field.setText(address)
        page.add_button.click()
        bridge.run()
        line = page.report.lines[0]
        assert said(page) == ["Feed 2 is subscribed already. There is nothing in it yet."]
        assert not line._trouble
        assert line._action.text() == "Open it"
        line._action.click()
        assert places.pop() == ("feed", 2)

    core.browsing.answers["feeds"] = ()
    page.field.setText("gone.example")
    page.add_button.click()
    bridge.run()
    assert said(page) == ["Feed 2 is subscribed already."]
    assert not page.report.lines[0]._trouble


def test_an_address_that_failed_can_be_tried_again(
    page: AddPage, bridge: HandBridge, core: HandCore
) -> None:
    core.subscriptions.answers["add"] = KnownError("No feed was found")
    page.field.setText("example.org")
    page.add_button.click()
    bridge.run()
    again = page.report.lines[0]._action
    assert (again.text(), again.isVisible()) == ("Try again", True)

    core.subscriptions.answers["add"] = feed(3)
    again.click()
    bridge.run()
    assert said(page) == ["Added Feed 3. There is nothing in it yet."]
    assert page.field.text() == ""


def test_much_to_say_scrolls(page: AddPage, bridge: HandBridge, core: HandCore) -> None:
    failed = tuple((f"Feed number {number}", OFFLINE) for number in range(40))
    core.subscriptions.answers["add_entries"] = ImportReport(
        (), (), (*failed, ("X", KnownError("Y")))
    )
    page.catalogue.model.toggle(page.catalogue.model.index(1))
    page.subscribe_button.click()
    bridge.run()
    QTest.qWait(0)
    assert 60 < page.report.height() <= 168
    assert page.report.verticalScrollBar().maximum() > 200


def test_nothing_is_asked_for_without_an_address(page: AddPage, bridge: HandBridge) -> None:
    page.field.setText("   ")
    page.add_button.click()

    assert bridge.waiting == []
    assert said(page) == []


def test_choosing_a_folder(page: AddPage, bridge: HandBridge, core: HandCore) -> None:
    core.subscriptions.answers["add"] = KnownError("Nothing to listen to was found", "", "Look.")
    page.folder_button.click()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.fileSelected.emit("/home/me/tapes")
    dialog.close()
    assert said(page) == ["Reading the tapes in tapes…"]
    bridge.run()
    assert core.log == [("subscriptions.add", "/home/me/tapes")]
    assert said(page) == ["Nothing to listen to was found. Look."]

    core.subscriptions.answers["add"] = feed(4, title="tapes", episodes=1)
    page.report.lines[0]._action.click()
    bridge.run()
    assert said(page) == ["Added tapes. 1 talk"]


def test_a_list_of_feeds_is_read_and_then_its_feeds(
    page: AddPage, bridge: HandBridge, core: HandCore, tmp_path: Path
) -> None:
    path = tmp_path / "mine.opml"
    path.write_bytes(b"<opml/>")
    core.subscriptions.answers["import_opml"] = ImportReport(
        (feed(5), feed(6)), ("Sober Cast",), (("Lost", OFFLINE),)
    )
    core.refresh.answers["refresh"] = (
        RefreshOutcome(5, "Feed 5", new=10),
        RefreshOutcome(6, "Feed 6", new=2),
    )
    page.list_button.click()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.close()
    bridge.run()

    assert core.log == [("subscriptions.import_opml", b"<opml/>"), ("refresh.refresh", (5, 6))]
    assert said(page) == [
        (
            "2 feeds added · 1 was there already · 1 could not be added. Lost — The server could"
            " not be reached: there is no connection. Try later.\n12 talks\nSubscribed already:"
            " Sober Cast."
        )
    ]


def test_a_list_that_cannot_be_read(page: AddPage, bridge: HandBridge, tmp_path: Path) -> None:
    page.adding.opml(str(tmp_path / "absent.opml"))
    bridge.run()
    assert said(page)[0].startswith("absent.opml cannot be read. No such file")

    large = tmp_path / "large.opml"
    large.write_bytes(b" " * 16_000_001)
    page.adding.opml(str(large))
    bridge.run()
    assert said(page)[0].startswith("large.opml is too large for a list of feeds.")


def test_dropping(page: AddPage, bridge: HandBridge, core: HandCore, tmp_path: Path) -> None:
    path = tmp_path / "x.opml"
    path.write_bytes(b"1")
    core.subscriptions.answers["add"] = feed(9)
    core.subscriptions.answers["import_opml"] = ImportReport((), (), ())
    mime = QMimeData()
    places = ["https://a.example/", f"file://{path}", "file:///tapes"]
    mime.setUrls([QUrl(place) for place in places])
    where, copy = QPoint(50, 50), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    enter = QDragEnterEvent(where, copy, mime, left, none)
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    page.dropEvent(QDropEvent(QPointF(where), copy, mime, left, none))
    assert len(said(page)) == 3
    bridge.run()

    assert core.log == [
        ("subscriptions.add", "https://a.example/"),
        ("subscriptions.import_opml", b"1"),
        ("subscriptions.add", "/tapes"),
    ]


def test_what_means_nothing_is_not_taken(page: AddPage) -> None:
    mime = QMimeData()
    mime.setText("only words")
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime,
                            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)  # fmt: skip
    enter.ignore()
    page.dragEnterEvent(enter)

    assert not enter.isAccepted()


def test_subscribing_to_what_is_ticked(page: AddPage, bridge: HandBridge, core: HandCore) -> None:
    for row in (1, 4):
        page.catalogue.model.toggle(page.catalogue.model.index(row))
    assert page.subscribe_button.text() == "Subscribe to 2"
    core.subscriptions.answers["add_entries"] = ImportReport(
        (feed(7, title="Quiet Oasis"),), (), (("Sober Cast", OFFLINE),)
    )
    core.refresh.answers["refresh"] = (RefreshOutcome(7, "Quiet Oasis", new=3),)
    page.subscribe_button.click()
    assert page.subscribe_button.text() == "Subscribing…"
    assert not page.subscribe_button.isEnabled()
    bridge.run()

    calls = [call for call in core.log if call[0] in {"subscriptions.add_entries",
                                                      "refresh.refresh"}]  # fmt: skip
    assert calls == [("subscriptions.add_entries", (CAST, OASIS)), ("refresh.refresh", (7,))]
    assert ticked(page) == []
    assert said(page) == [
        (
            "1 feed added · 1 could not be added. Sober Cast — The server could not be reached:"
            " there is no connection. Try later.\n3 talks."
        )
    ]

    core.log.clear()
    core.subscriptions.answers["add_entries"] = ImportReport((feed(8),), (), ())
    page.report.lines[0]._action.click()
    bridge.run()
    assert ("subscriptions.add_entries", [CAST]) in core.log
    assert page.subscribe_button.text() == "Subscribe"


def test_when_subscribing_fails_the_ticks_stay(
    page: AddPage, bridge: HandBridge, core: HandCore
) -> None:
    page.catalogue.model.toggle(page.catalogue.model.index(1))
    core.subscriptions.answers["add_entries"] = KnownError("The disk is full", "", "Free space.")
    page.subscribe_button.click()
    bridge.run()

    assert said(page) == ["The disk is full. Free space."]
    assert ticked(page) == [CAST]
    assert page.subscribe_button.text() == "Subscribe to 1"


def test_everything_has_a_name(page: AddPage) -> None:
    for widget in (page.field, page.catalogue.filter, page.catalogue.view, page.subscribe_button):
        assert widget.accessibleName()
    assert page.search()
    assert page.catalogue.filter.hasFocus()


@pytest.mark.parametrize("told_by", ["the desktop", "the last refresh", ""])
def test_without_a_connection_it_is_not_the_address_that_is_wrong(
    page: AddPage, bridge: HandBridge, core: HandCore, told_by: str
) -> None:
    core.schedule.online = told_by != "the desktop"
    if told_by == "the last refresh":
        at = datetime(2026, 11, 22, tzinfo=UTC)
        core.browsing.answers["problems"] = (Problem(1, at, NO_CONNECTION.what, "", ""),)
    why = "no server named study.example was found"
    core.subscriptions.answers["add"] = KnownError("The feed could not be fetched", why, "Check it")
    page.adding.address("study.example/feed")
    bridge.run()
    [line] = page.adding.report.findChildren(Notice)
    assert ("offline" in line.accessibleName()) == bool(told_by)
    assert ("No server named" in line.accessibleName()) == (not told_by)
