"""Speakers: what its filters ask for, what its numbers say, where it leads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState, EpisodePage, EpisodeQuery, FeedKind, Order
from desktop_app.services.events import EpisodesChanged, FeedsChanged, PlayerChanged
from desktop_app.ui.pages.speakers import SpeakersPage
from desktop_app.ui.pages.speakers_filter import (
    ALL,
    DOWNLOADED,
    FAVORITE,
    TALKS,
    UNHEARD,
    Filter,
    Index,
    query_for,
    settled,
    summary,
)
from desktop_app.ui.widgets.chips import Chip
from tests.support.hand import episode, now_playing, speaker

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.base.model import Speaker
    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

AA, NA = Filter("fellowship", "AA"), Filter("fellowship", "NA")
ROWS = [episode(number, title=f"Talk {number}") for number in range(1, 4)]


@pytest.fixture
def page(qtbot: QtBot, look: Look, bridge: HandBridge, core: HandCore) -> SpeakersPage:
    """The page over a library of 1,284 talks by two speakers, 96 of them here."""

    def rows(query: EpisodeQuery, offset: int, limit: int) -> EpisodePage:
        core.asked.append((query, offset, limit))
        total = 96 if query.states else 30 if query.fellowship else 1284
        return EpisodePage(total, offset, tuple(ROWS[offset : offset + limit]))

    def speakers(query: EpisodeQuery) -> tuple[Speaker, ...]:
        assert query.speaker is None
        assert query.kind is FeedKind.TALKS
        few = (speaker("Bob D.", 27),)
        return few if query.fellowship else (*few, speaker("Chris R.", 19))

    core.browsing.answers["page"] = rows
    core.browsing.answers["speakers"] = speakers
    core.browsing.answers["fellowships"] = ("AA", "NA")
    page = SpeakersPage(look, bridge)
    page.resize(1048, 728)
    qtbot.addWidget(page)
    page.show()
    bridge.happened.connect(page.heard)

    def come_back(name: str, argument: object) -> None:
        if name == "speakers":
            page.shown(argument)

    page.open_page.connect(come_back)
    return page


def press(page: SpeakersPage, words: str) -> None:
    """Press the chip with these words."""
    [chip for chip in page.chips.findChildren(Chip) if chip.text() == words][-1].click()


def opened(page: SpeakersPage) -> list[tuple[str, object]]:
    """Collect what the page wants to open."""
    pages: list[tuple[str, object]] = []
    page.open_page.connect(lambda name, argument: pages.append((name, argument)))
    return pages


def test_everyone_is_listed_with_counts(page: SpeakersPage, bridge: HandBridge) -> None:
    page.shown(None)
    bridge.run()
    assert page.subtitle.text() == "1,284 talks by 2 speakers · 96 on this computer"
    lines = [(line.text, line.number) for line in page.speakers.lines]
    assert lines == [("Everyone", 1284), ("Bob D.", 27), ("Chris R.", 19)]
    assert page.index.selectionModel().selectedIndexes()[0].row() == 0
    assert page.model.query == TALKS
    assert page.model.episode(0) == ROWS[0]


def test_surnames_are_shortened_unless_the_person_wants_them(
    page: SpeakersPage, bridge: HandBridge, core: HandCore, look: Look
) -> None:
    core.browsing.answers["speakers"] = (speaker("Bob Smith", 3), speaker("Joe & Charlie", 2))
    page.shown(None)
    bridge.run()
    assert [line.text for line in page.speakers.lines] == ["Everyone", "Bob S.", "Joe & Charlie"]
    assert page.speakers.lines[1].value == "Bob Smith"
    look.follow(replace(look.settings, short_names=False))
    assert page.speakers.lines[1].text == "Bob Smith"


def test_a_speaker_is_a_place_to_come_back_from(page: SpeakersPage, bridge: HandBridge) -> None:
    page.shown(None)
    bridge.run()
    pages = opened(page)
    page.index.chosen.emit("Chris R.")
    bridge.run()
    assert pages == [("speakers", "Chris R.")]
    assert page.model.query == replace(TALKS, speaker="Chris R.")
    assert page.index.selectionModel().selectedIndexes()[0].row() == 2
    assert page.speakers.lines[0].number == 1284
    page.shown(None)
    bridge.run()
    assert page.model.query == TALKS


def test_chips_narrow_the_list_and_the_index(page: SpeakersPage, bridge: HandBridge) -> None:
    page.shown(None)
    bridge.run()
    press(page, "AA")
    press(page, "Downloaded")
    bridge.run()
    assert page.model.query == replace(TALKS, fellowship="AA", states=(DownloadState.DOWNLOADED,))
    assert [line.text for line in page.speakers.lines] == ["Everyone", "Bob D."]
    assert page.subtitle.text() == "1,284 talks by 2 speakers · 96 on this computer"
    assert page.chips.values() == (AA, DOWNLOADED)
    press(page, "All")
    bridge.run()
    assert page.model.query == TALKS
    assert page.chips.values() == (ALL,)


def test_the_order_can_be_chosen(page: SpeakersPage, bridge: HandBridge) -> None:
    page.shown(None)
    bridge.run()
    page.order.set_value(Order.NEWEST)
    page.order.chosen.emit(Order.NEWEST)
    bridge.run()
    assert page.model.query == replace(TALKS, order=Order.NEWEST)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ((ALL,), (ALL, AA), (AA,)),
        ((AA,), (AA, NA), (NA,)),
        ((AA,), (AA, UNHEARD), (AA, UNHEARD)),
        ((AA, UNHEARD), (UNHEARD,), (UNHEARD,)),
        ((UNHEARD,), (), (ALL,)),
        ((AA, UNHEARD), (ALL, AA, UNHEARD), (ALL,)),
        ((ALL,), (), (ALL,)),
        ((DOWNLOADED, FAVORITE), (NA, DOWNLOADED, FAVORITE), (NA, DOWNLOADED, FAVORITE)),
    ],
)
def test_chips_settle(
    before: tuple[Filter, ...], after: tuple[Filter, ...], expected: tuple[Filter, ...]
) -> None:
    assert settled(before, after) == expected


@pytest.mark.parametrize(
    ("filters", "query"),
    [
        ((ALL,), TALKS),
        ((NA,), replace(TALKS, fellowship="NA")),
        ((UNHEARD,), replace(TALKS, unheard=True)),
        ((FAVORITE,), replace(TALKS, favorite=True)),
        ((DOWNLOADED,), replace(TALKS, states=(DownloadState.DOWNLOADED,))),
    ],
)
def test_filters_become_a_question(filters: tuple[Filter, ...], query: EpisodeQuery) -> None:
    assert query_for(filters, None, Order.SPEAKER) == query


@pytest.mark.parametrize(
    ("talks", "speakers", "here", "words"),
    [
        (0, 0, 0, ""),
        (1, 1, 0, "1 talk by 1 speaker"),
        (12, 0, 3, "12 talks · 3 on this computer"),
    ],
)
def test_the_summary_says_only_what_is_known(
    talks: int, speakers: int, here: int, words: str
) -> None:
    assert summary(Index((), 0, talks, speakers, here, ())) == words


def test_enter_searches_at_once(page: SpeakersPage, qtbot: QtBot) -> None:
    pages = opened(page)
    assert page.search()
    QTest.keyClicks(page.field, " surrender ")
    QTest.keyClick(page.field, Qt.Key.Key_Return)
    assert pages == [("search", "surrender")]
    assert not page.field.pause.isActive()


def test_a_pause_in_typing_searches_and_one_letter_does_not(
    page: SpeakersPage, qtbot: QtBot
) -> None:
    pages = opened(page)
    QTest.keyClicks(page.field, "s")
    assert not page.field.pause.isActive()
    with qtbot.waitSignal(page.field.pause.timeout):
        QTest.keyClicks(page.field, "te")
    assert pages == [("search", "ste")]


def test_leaving_or_escape_ends_the_waiting(page: SpeakersPage, qtbot: QtBot) -> None:
    QTest.keyClicks(page.field, "step")
    page.hidden()
    assert not page.field.pause.isActive()
    QTest.keyClicks(page.field, "s")
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    assert not page.field.pause.isActive()
    assert page.field.text() == ""


def test_a_row_opens_its_talk(page: SpeakersPage) -> None:
    pages = opened(page)
    page.list.open_requested.emit(ROWS[2])
    assert pages == [("talk", 3)]


def test_an_empty_library_leads_to_feeds(
    page: SpeakersPage, bridge: HandBridge, core: HandCore
) -> None:
    core.browsing.answers["page"] = EpisodePage(0, 0, ())
    core.browsing.answers["speakers"] = ()
    pages = opened(page)
    page.shown(None)
    bridge.run()
    assert page.subtitle.text() == ""
    assert page.list.placeholder.accessibleName().startswith("No talks yet")
    page.list.placeholder._clicked()
    assert pages == [("add", None)]


def test_filters_that_find_nothing_can_be_taken_back(
    page: SpeakersPage, bridge: HandBridge, core: HandCore
) -> None:
    def none_heard(query: EpisodeQuery, offset: int, _limit: int) -> EpisodePage:
        rows = () if query.favorite else tuple(ROWS)
        return EpisodePage(len(rows), offset, rows)

    core.browsing.answers["page"] = none_heard
    page.shown("Bob D.")
    bridge.run()
    press(page, "Favorites")
    bridge.run()
    assert page.list.placeholder.accessibleName().startswith("No talk is like this")
    page.list.placeholder._clicked()
    bridge.run()
    assert page.model.query == TALKS
    assert page.chips.values() == (ALL,)


def test_a_failed_index_is_a_line_with_retry(
    page: SpeakersPage, bridge: HandBridge, core: HandCore
) -> None:
    core.browsing.answers["fellowships"] = KnownError("The library cannot be read")
    page.shown(None)
    bridge.run()
    assert not page.notice.isHidden()
    core.browsing.answers["fellowships"] = ()
    page.notice._action.click()
    bridge.run()
    assert page.notice.isHidden()
    assert page.subtitle.text().startswith("1,284 talks")


@pytest.mark.parametrize(
    "event", [FeedsChanged(), EpisodesChanged(), EpisodesChanged(frozenset({3}))]
)
def test_changes_are_counted_while_the_page_is_seen(
    page: SpeakersPage, bridge: HandBridge, core: HandCore, qtbot: QtBot, event: object
) -> None:
    page.shown(None)
    bridge.run()
    core.browsing.answers["fellowships"] = ("AA", "NA", "CA")
    with qtbot.waitSignal(page.soon.timeout):
        bridge.tell(event)
    bridge.run()
    assert "CA" in [chip.text() for chip in page.chips.findChildren(Chip)]
    page.hidden()
    bridge.tell(event)
    assert not page.soon.isActive()


def test_a_saved_place_counts_nothing(page: SpeakersPage, bridge: HandBridge) -> None:
    page.shown(None)
    bridge.run()
    bridge.tell(PlayerChanged(now_playing(ROWS[0])))
    bridge.tell(EpisodesChanged(frozenset({1})))
    assert not page.soon.isActive()


def test_an_older_answer_is_dropped(page: SpeakersPage, bridge: HandBridge) -> None:
    page.shown(None)
    page.shown("Bob D.")
    indexes = [call for call in bridge.waiting if not call.cancelled and call.then == page._took]
    assert len(indexes) == 1


def test_where_there_is_no_room_index_and_list_take_turns(
    page: SpeakersPage, bridge: HandBridge
) -> None:
    page.shown(None)
    bridge.run()
    assert page.who.isHidden()
    page.resize(600, 700)
    assert not page.who.isHidden()
    assert page.index_card.isHidden()
    page.who.click()
    assert not page.index_card.isHidden()
    assert page.list.isHidden()
    page.index.chosen.emit("Bob D.")
    bridge.run()
    assert page.index_card.isHidden()
    assert not page.list.isHidden()
