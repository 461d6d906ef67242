"""A series' page: how far one is, going on, fetching all of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.base.errors import KnownError
from desktop_app.base.model import EpisodeQuery, Order
from desktop_app.base.shelves import Series
from desktop_app.services.events import EpisodesChanged, PlayerChanged
from desktop_app.ui.look import shelf_words
from desktop_app.ui.pages.series import SeriesPage, part_title
from desktop_app.ui.pages.speaker import SpeakerPage
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.windows.main_window import MainWindow
from tests.support.hand import episode, now_playing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

BOOK = Series(
    "k1",
    "Big Book study",
    ("Joe & Charlie",),
    12,
    12,
    heard=2,
    here=3,
    place="Laughlin, NV",
    year=1998,
    next=3,
)
PARTS = [
    episode(
        number,
        title=f"Joe & Charlie - Big Book study, part {number} of 12",
        speakers=("Joe & Charlie",),
        subject="Big Book study",
        series="Big Book study",
        series_key="k1",
        part=number,
        of=12,
    )
    for number in range(1, 13)
]


@pytest.fixture
def page(qtbot: QtBot, look: Look, bridge: HandBridge, core: HandCore) -> SeriesPage:
    """The page of a series of twelve parts, two of them heard."""
    core.episodes = list(PARTS)
    core.series.answers["one"] = BOOK
    page = SeriesPage(look, bridge)
    page.resize(1048, 728)
    qtbot.addWidget(page)
    page.show()
    bridge.happened.connect(page.heard)
    page.shown("k1")
    bridge.run()
    core.log.clear()
    return page


def done(core: HandCore) -> list[tuple[object, ...]]:
    """Return what was played or fetched."""
    return [each for each in core.log if each[0] in {"series.play_from", "series.download"}]


def test_the_head_says_how_far_one_is(page: SeriesPage) -> None:
    assert page.title.text() == "Big Book study"
    assert page.subtitle.text() == "3 of 12 on this computer · 2 heard · Laughlin, NV · 1998"
    assert [button.text() for button in page.people] == ["Joe & Charlie"]
    assert page.model.query == EpisodeQuery(series="k1", order=Order.SERIES)
    assert page.model.episode(2) == PARTS[2]


def test_it_goes_on_or_begins_anew(page: SeriesPage, bridge: HandBridge, core: HandCore) -> None:
    assert (page.play.text(), page.start.text()) == ("Continue", "Play from the start")
    page.play.click()
    bridge.run()
    page.start.click()
    bridge.run()
    assert done(core) == [("series.play_from", 3), ("series.play_from", 1)]


@pytest.mark.parametrize(
    ("series", "asked"),
    [(replace(BOOK, heard=0, next=1), 1), (replace(BOOK, heard=12, next=None), 1)],
)
def test_one_button_is_enough_where_both_would_do_the_same(
    page: SeriesPage, bridge: HandBridge, core: HandCore, series: Series, asked: int
) -> None:
    core.series.answers["one"] = series
    page.read()
    bridge.run()
    assert page.play.text() == "Play from the start"
    assert page.start.isHidden()
    page.play.click()
    bridge.run()
    assert done(core) == [("series.play_from", asked)]


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (9, "9 parts are on their way"),
        (1, "1 part is on its way"),
        (0, "Every part is here or on its way"),
    ],
)
def test_all_of_it_is_fetched(
    page: SeriesPage, bridge: HandBridge, core: HandCore, number: int, said: str
) -> None:
    core.series.answers["download"] = number
    page.download.click()
    bridge.run()
    assert done(core) == [("series.download", "k1")]
    assert page.notice.accessibleName() == f"{said}."


def test_what_is_here_needs_no_download(
    page: SeriesPage, bridge: HandBridge, core: HandCore
) -> None:
    core.series.answers["one"] = replace(BOOK, here=12)
    page.read()
    bridge.run()
    assert page.download.isHidden()


def test_the_speakers_page_is_a_step_away(page: SeriesPage) -> None:
    pages: list[tuple[str, object]] = []
    page.open_page.connect(lambda name, argument: pages.append((name, argument)))
    page.people[0].click()
    page.list.open_requested.emit(PARTS[4])
    assert pages == [("speaker", "Joe & Charlie"), ("talk", 5)]


def test_a_series_that_is_gone_is_said_in_the_place_of_its_parts(
    page: SeriesPage, bridge: HandBridge, core: HandCore
) -> None:
    core.series.answers["one"] = KnownError("This series is not in the library any more")
    core.episodes = []
    page.shown("k2")
    bridge.run()
    assert page.title.text() == "Series"
    assert page.list.placeholder.accessibleName().startswith("This series is not")
    core.series.answers["one"] = BOOK
    core.episodes = list(PARTS)
    page.list.placeholder._clicked()
    bridge.run()
    assert page.title.text() == "Big Book study"


def test_it_is_read_again_when_a_part_was_heard(
    page: SeriesPage, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    core.series.answers["one"] = replace(BOOK, heard=3, next=4)
    with qtbot.waitSignal(page.soon.timeout):
        bridge.tell(EpisodesChanged(frozenset({3})))
    bridge.run()
    assert "3 heard" in page.subtitle.text()
    page.hidden()
    bridge.tell(EpisodesChanged())
    assert not page.soon.isActive()


def test_escape_goes_back(page: SeriesPage) -> None:
    pages: list[tuple[str, object]] = []
    page.open_page.connect(lambda name, argument: pages.append((name, argument)))
    assert page.key(Qt.Key.Key_Escape)
    assert pages == [("speakers", None)]
    assert not page.key(Qt.Key.Key_A)


def test_a_row_leads_on_from_here_and_to_its_speakers(
    page: SeriesPage, bridge: HandBridge, core: HandCore
) -> None:
    pages: list[tuple[str, object]] = []
    page.list.commands.open_page.connect(lambda name, argument: pages.append((name, argument)))
    menu = page.list.commands.menu(PARTS[4], page, lambda: None)
    entries = {each.text(): each for each in menu.actions()}
    for text in ("Play from here", "Go to the series", "Go to Joe && Charlie"):
        entries[text].trigger()
    bridge.run()
    assert done(core) == [("series.play_from", 5)]
    assert pages == [("series", "k1"), ("speaker", "Joe & Charlie")]
    single = page.list.commands.menu(episode(40), page, lambda: None)
    assert not {"Play from here", "Go to the series"} & {each.text() for each in single.actions()}


@pytest.mark.parametrize("name", ["speaker", "series"])
def test_the_sidebar_marks_speakers_and_menus_lead_on(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot, name: str
) -> None:
    core.series.answers["one"] = BOOK
    pages = {"today": Page, "speaker": SpeakerPage, "series": SeriesPage}
    window = MainWindow(look, bridge, pages)
    qtbot.addWidget(window)
    window.start()
    window.open(name, "k1")
    bridge.run()
    (marked,) = window.sidebar.main.selectedIndexes()
    assert marked.data() == "Speakers"
    assert isinstance(window.page, SeriesPage | SpeakerPage)
    window.page.list.commands.open_page.emit("series", "k2")
    bridge.run()
    assert window.place == ("series", "k2")


@pytest.mark.parametrize(
    ("values", "title"),
    [
        ({}, "Part 3 of 12"),
        ({"of": None}, "Part 3"),
        ({"subject": "The doctor's opinion"}, "Part 3 of 12 — The doctor's opinion"),
        ({"subject": ""}, "Part 3 of 12"),
        ({"part": None}, "Joe & Charlie — Big Book study"),
    ],
)
def test_parts_are_told_apart(look: Look, values: dict[str, object], title: str) -> None:
    assert part_title(replace(PARTS[2], **values), short=True) == title  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("series", "said"),
    [
        (BOOK, "12 parts · 2 heard · 3 on this computer · Laughlin · 1998"),
        (replace(BOOK, talks=5, here=0, heard=0), "5 of 12 parts · Laughlin · 1998"),
        (Series("k", "Retreat", (), 1), "1 part"),
    ],
)
def test_a_series_in_short(look: Look, series: Series, said: str) -> None:
    assert shelf_words.series_in_short(series) == said


def test_speakers_whose_short_names_are_the_same_are_told_apart(
    page: SeriesPage, bridge: HandBridge, core: HandCore
) -> None:
    pages: list[tuple[str, object]] = []
    page.open_page.connect(lambda name, argument: pages.append((name, argument)))
    for name in ("Bob Dobbs", "Bob Denver"):
        core.series.answers["one"] = replace(BOOK, speakers=(name,))
        page.read()
        bridge.run()
        page.people[0].click()
    assert pages == [("speaker", "Bob Dobbs"), ("speaker", "Bob Denver")]


def test_tab_goes_to_the_speakers_before_the_parts(page: SeriesPage, qtbot: QtBot) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    page.download.setFocus()
    for stop in (page.people[0], page.list.view):
        held = QApplication.focusWidget()
        assert held is not None
        QTest.keyClick(held, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is stop


def test_a_part_that_is_played_leads_on_to_the_next(
    page: SeriesPage, bridge: HandBridge, core: HandCore
) -> None:
    page.list.view.asked.emit("play", PARTS[2], QPoint())
    bridge.run()
    assert core.log == [("series.play_from", 3)]
    bridge.tell(PlayerChanged(now_playing(PARTS[2])))
    core.log.clear()
    page.list.view.asked.emit("play", PARTS[2], QPoint())
    bridge.run()
    assert core.log == [("listening.toggle",)], "what plays already pauses"


def test_the_head_follows_when_one_part_ends_and_the_next_begins(
    page: SeriesPage, bridge: HandBridge
) -> None:
    bridge.tell(PlayerChanged(now_playing(PARTS[0])))
    bridge.tell(EpisodesChanged(frozenset({1})))
    assert not page.soon.isActive(), "a saved place"
    bridge.tell(PlayerChanged(now_playing(PARTS[1])))
    assert page.soon.isActive()


def test_nothing_is_on_its_way_once_it_is_here(
    page: SeriesPage, bridge: HandBridge, core: HandCore
) -> None:
    core.series.answers["download"] = 9
    page.download.click()
    bridge.run()
    page.read()
    bridge.run()
    assert page.notice.isVisible()
    core.series.answers["one"] = replace(BOOK, here=12)
    page.read()
    bridge.run()
    assert page.notice.isHidden()
    page.notice.tell(KnownError("Another trouble"))
    page.read()
    bridge.run()
    assert page.notice.isVisible()
