"""The catalogue: what it offers, ticking it by pointer and key, and the words about adding."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import FeedKind
from desktop_app.base.parsed import CatalogueEntry
from desktop_app.services.events import FeedsChanged, PlayerChanged
from desktop_app.services.refresh import RefreshOutcome
from desktop_app.services.subscriptions import ImportReport
from desktop_app.ui.pages import add_words
from desktop_app.ui.pages.add import AddPage
from desktop_app.ui.pages.add_model import (
    OFFER,
    CatalogueModel,
    Offer,
    feed_key,
    fitting,
    subscribed,
)
from desktop_app.ui.windows.main_window import MainWindow
from tests.support.hand import feed, now_playing

if TYPE_CHECKING:
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


def ticked(page: AddPage) -> list[CatalogueEntry]:
    """Return what is ticked."""
    return list(page.catalogue.chosen)


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("https://a.example/feed", "http://www.A.example:80/feed/", True),
        ("https://a.example", "a.example/", True),
        ("https://me:pw@a.example/feed", "https://a.example/feed", True),
        ("https://a.example/Feed", "https://a.example/feed", False),
        ("https://a.example/feed?a=1", "https://a.example/feed", False),
        ("https://a.example:8080/", "https://a.example/", False),
    ],
)
def test_spellings_of_an_address(first: str, second: str, *, same: bool) -> None:
    assert (feed_key(first) == feed_key(second)) is same


def test_an_entry_is_subscribed_by_address_or_by_home_page_alone() -> None:
    by_page = feed(1, url="https://cdn.example/x.xml", link="http://sobercast.com")
    shared = feed(2, url="https://other.example/", link="https://o.ex/")
    moved = feed(3, url="https://study.example/feed.xml")

    assert subscribed(ENTRIES, [by_page]) == {CAST}
    assert subscribed(ENTRIES, [shared]) == frozenset()
    assert subscribed(ENTRIES, [moved]) == {STUDY}
    assert subscribed([CatalogueEntry("Nothing")], [moved]) == frozenset()


@pytest.mark.parametrize(
    ("needle", "rows"),
    [
        ("", ["Speakers", CAST, STUDY, "Meditations", OASIS]),
        ("sober", ["Speakers", CAST]),
        ("MEDITATIONS quiet", ["Meditations", OASIS]),
        ("study.example", ["Speakers", STUDY]),
        ("zebra", []),
    ],
)
def test_filter(needle: str, rows: list[object]) -> None:
    assert fitting(ENTRIES, needle) == rows


@pytest.mark.parametrize(
    ("urls", "text", "meant"),
    [
        (["file:///home/me/My%20tapes"], "", [("folder", "/home/me/My tapes")]),
        (["file:///home/me/feeds.OPML"], "", [("list", "/home/me/feeds.OPML")]),
        (["https://a.example/f"], "https://a.example/f", [("address", "https://a.example/f")]),
        ([], "a.example\n\nhttps://b.example/", [("address", "a.example"),
                                                   ("address", "https://b.example/")]),
        ([], "just some words. Nothing more", []),
        ([], "", []),
    ],
)  # fmt: skip
def test_what_a_drop_means(urls: list[str], text: str, meant: list[object]) -> None:
    assert list(add_words.dropped([QUrl(url) for url in urls], text)) == meant


def test_words_about_many(look: Look) -> None:
    report = ImportReport((feed(1), feed(2, kind=FeedKind.MEDITATIONS)), ("A",), (("B", OFFLINE),))
    outcomes = (
        RefreshOutcome(1, "Feed 1", new=1284),
        RefreshOutcome(2, "Feed 2", error=KnownError("Could not refresh Feed 2", "it is gone")),
    )

    assert add_words.summary(report) == (
        "2 feeds added · 1 was there already · 1 could not be added"
    )
    assert add_words.arrived(report, outcomes) == "1,284 recordings\nSubscribed already: A."
    assert add_words.failures(report, outcomes) == [
        "B — The server could not be reached: there is no connection. Try later.",
        "Could not refresh Feed 2: it is gone.",
    ]
    assert add_words.summary(ImportReport((), (), ())) == "There was nothing to add"
    assert add_words.amount(1, [FeedKind.TALKS]) == "1 talk"
    assert add_words.amount(12, [FeedKind.MEDITATIONS] * 2) == "12 meditations"


def test_model_keeps_qts_rules() -> None:
    model = CatalogueModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    model.show(ENTRIES, ())
    assert model.toggle(model.index(1))
    model.set_filter("oasis")
    model.set_filter("")
    model.show(ENTRIES, (feed(1, url=STUDY.feed_url),))
    assert model.toggle(model.index(1))
    model.choose((CAST,))
    assert model.chosen == (CAST,)
    model.choose(())
    model.show((), ())

    assert model.rowCount() == 0
    del tester


def test_ticks_outlive_the_filter_and_end_with_a_subscription() -> None:
    model = CatalogueModel()
    counts: list[int] = []
    model.ticked.connect(counts.append)
    model.show(ENTRIES, ())
    for row in (4, 2):
        model.toggle(model.index(row))

    model.set_filter("cast")
    assert list(model.chosen) == [STUDY, OASIS]

    model.show(ENTRIES, (feed(1, url="https://study.example/feed.xml"),))
    assert list(model.chosen) == [OASIS]
    assert counts == [1, 2, 1]


def test_what_is_subscribed_is_marked_and_cannot_be_ticked(page: AddPage) -> None:
    model = page.catalogue.model
    row = model.index(2)

    assert row.data(OFFER) == Offer("Book Study", STUDY, subscribed=True)
    assert row.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Book Study, Speakers, study.example, subscribed already"
    )
    assert not model.toggle(row)
    assert not model.toggle(model.index(0))
    assert not page.subscribe_button.isEnabled()


def test_a_screen_reader_hears_the_tick(page: AddPage) -> None:
    view = page.catalogue.view
    reader = QAccessible.queryAccessibleInterface(view)
    assert reader is not None
    row = reader.child(1)
    assert row is not None
    assert row.text(QAccessible.Text.Name) == "Sober Cast, Speakers, sobercast.com"
    assert not row.state().checked

    page.catalogue.model.toggle(page.catalogue.model.index(1))

    assert row.state().checkable
    assert row.state().checked


def test_space_ticks_and_never_reaches_the_player(
    qtbot: QtBot, look: Look, bridge: HandBridge, core: HandCore
) -> None:
    core.subscriptions.answers["catalogue"] = ENTRIES
    window = MainWindow(look, bridge, {"add": AddPage})
    qtbot.addWidget(window)
    window.show()
    window.start("add")
    window.player.heard(PlayerChanged(now_playing()))
    bridge.run()
    page = window.page
    assert isinstance(page, AddPage)
    core.log.clear()

    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    page.catalogue.filter.setFocus()
    QTest.keyClick(page.catalogue.filter, Qt.Key.Key_Down)
    view = page.catalogue.view
    assert view.hasFocus()
    view.setCurrentIndex(view.model().index(1, 0))
    QTest.keyClick(view, Qt.Key.Key_Space)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    bridge.run()

    assert ticked(page) == [CAST, OASIS]
    assert core.log == []

    QTest.keyClick(view, Qt.Key.Key_Right)
    bridge.run()
    assert core.log == [("listening.skip", 30)]


def test_a_click_anywhere_in_the_row_ticks(page: AddPage) -> None:
    view = page.catalogue.view
    at = view.visualRect(page.catalogue.model.index(4)).center()

    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert ticked(page) == [OASIS]
    assert page.subscribe_button.text() == "Subscribe to 1"

    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert ticked(page) == []


def test_the_catalogue_fails_and_comes_back(
    qtbot: QtBot, look: Look, bridge: HandBridge, core: HandCore
) -> None:
    core.subscriptions.answers["catalogue"] = KnownError("The list cannot be read", "it is gone")
    page = AddPage(look, bridge)
    qtbot.addWidget(page)
    page.shown(None)
    place = page.catalogue.placeholder
    assert place.accessibleName() == "One moment…"
    bridge.run()
    assert place.accessibleName() == "The list cannot be read. It is gone."

    core.subscriptions.answers["catalogue"] = ()
    place._button.click()
    bridge.run()
    assert place.accessibleName().startswith("The list is empty")


def test_a_filter_that_finds_nothing_says_so(page: AddPage) -> None:
    QTest.keyClicks(page.catalogue.filter, "zebra")
    place = page.catalogue.placeholder
    assert place.isVisible()
    assert place.accessibleName().startswith("Nothing in the list fits “zebra”")

    place._button.click()
    assert page.catalogue.view.isVisible()
    assert page.catalogue.model.rowCount() == 5


def test_a_new_subscription_is_marked_while_the_page_is_seen(
    page: AddPage, bridge: HandBridge, core: HandCore
) -> None:
    core.browsing.answers["feeds"] = (
        feed(1, url="https://sobercast.com/feed", link=CAST.home_page),
    )
    page.heard(FeedsChanged())
    bridge.run()
    model = page.catalogue.model
    marked = [row for row in range(5) if model.index(row).data(OFFER).subscribed]
    assert marked == [1]

    page.hidden()
    page.heard(FeedsChanged())
    assert bridge.waiting == []


def test_no_connection_is_said_once_for_all() -> None:
    gone = KnownError("Could not refresh it", "no server named a.example was found", "Try later.")
    shut = KnownError("b.example could not be reached")
    everything = ImportReport((), (), (("A", gone), ("B", shut)))
    problem = add_words.failed_batch(everything, ())
    assert problem is not None
    assert problem.what == "This computer seems to be offline"
    assert problem.why == "2 could not be added\nA; B"

    unread = (RefreshOutcome(5, "C", error=shut),)
    problem = add_words.failed_batch(ImportReport((feed(5),), (), ()), unread)
    assert problem is not None
    assert (problem.what, problem.why) == (
        "This computer seems to be offline", "1 feed added\nC")  # fmt: skip

    other = KnownError("No feed was found")
    for report, outcomes in (
        (ImportReport((), (), (("A", gone), ("B", other))), ()),
        (ImportReport((feed(5),), (), (("A", gone),)), (RefreshOutcome(5, "C", new=3),)),
    ):
        problem = add_words.failed_batch(report, outcomes)
        assert problem is not None
        assert "offline" not in problem.what
    assert add_words.failed_batch(ImportReport((feed(5),), (), ()), ()) is None
