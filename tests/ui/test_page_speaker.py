"""One speaker's page: facts, series, all talks, and what the person knows better."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState, EpisodeQuery, Order
from desktop_app.base.parsed import TitleFacts
from desktop_app.base.settings import Theme
from desktop_app.base.shelves import Fact, Facts, Series, SpeakerFacts
from desktop_app.services.events import EpisodesChanged, FeedsChanged, PlayerChanged
from desktop_app.ui.look import shelf_words
from desktop_app.ui.look.tokens import Role
from desktop_app.ui.pages.speaker import SpeakerPage
from desktop_app.ui.pages.speaker_work import labels, meant
from tests.support.hand import episode, now_playing, speaker

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

BOOK = Series("k1", "Big Book study", ("Bob Dobbs",), 12, 12, heard=3, here=5, next=14)
FACTS = SpeakerFacts(
    "Bob Dobbs",
    27,
    here=5,
    heard=3,
    seconds=87_000.0,
    fellowships=("AA", "Al-Anon"),
    places=("Las Vegas, NV", "Akron, OH", "Las Vegas, NV"),
    first_year=1987,
    last_year=2016,
    series=(BOOK,),
    also=("Robert Dobbs",),
)
TALKS = EpisodeQuery(speaker="Bob Dobbs", order=Order.SPEAKER)
ROWS = [episode(number, speakers=("Bob Dobbs",)) for number in (1, 2, 3)]


@pytest.fixture
def page(qtbot: QtBot, look: Look, bridge: HandBridge, core: HandCore) -> SpeakerPage:
    """The page of a speaker of 27 talks."""
    core.episodes = list(ROWS)
    core.browsing.answers["speaker"] = lambda name: replace(FACTS, name=name)
    core.browsing.answers["speakers"] = (
        speaker("Bob Dobbs", 27),
        speaker("Bob Daily", 3),
        speaker("Ann Ames", 2),
    )
    page = SpeakerPage(look, bridge)
    page.resize(1048, 728)
    qtbot.addWidget(page)
    page.show()
    bridge.happened.connect(page.heard)
    page.open_page.connect(lambda name, argument: page.shown(argument) if name == "speaker" else 0)
    page.shown("Bob Dobbs")
    bridge.run()
    core.log.clear()
    return page


def opened(page: SpeakerPage) -> list[tuple[str, object]]:
    """Collect what the page wants to open."""
    pages: list[tuple[str, object]] = []
    page.open_page.connect(lambda name, argument: pages.append((name, argument)))
    return pages


def menu_of(page: SpeakerPage) -> dict[str, Callable[[], None]]:
    """Open the page's menu and return what it offers."""
    page.menu.click()
    (menu,) = page.findChildren(QMenu, options=Qt.FindChildOption.FindDirectChildrenOnly)
    entries = {each.text(): each.trigger for each in menu.actions()}
    menu.hide()
    return entries


def write(page: SpeakerPage, text: str) -> None:
    """Type into the line, in place of what is there, and press Enter."""
    page.line.field.setText(text)
    QTest.keyClick(page.line.field, Qt.Key.Key_Return)


def done(core: HandCore) -> list[tuple[object, ...]]:
    """Return what was corrected, played or fetched, and forget it."""
    read = ("browsing.", "correcting.facts")
    told = [each for each in core.log if not each[0].startswith(read)]
    core.log.clear()
    return told


def test_the_head_says_who_it_is(page: SpeakerPage) -> None:
    assert page.title.text() == "Bob D."
    assert page.subtitle.text() == "27 talks · 1987–2016 · AA, Al-Anon"
    said = "24 h 10 in all · 5 on this computer · 3 heard · Las Vegas, Akron"
    assert page.more.text() == said
    assert page.also.text() == "Also known as Robert D."
    assert page.model.query == TALKS
    assert [page.model.episode(row) for row in range(3)] == ROWS


def test_surnames_are_whole_where_the_person_wants_them(page: SpeakerPage, look: Look) -> None:
    look.follow(replace(look.settings, short_names=False))
    assert page.title.text() == "Bob Dobbs"
    assert page.also.text() == "Also known as Robert Dobbs"


def test_a_name_that_became_anothers_leads_to_that_one(
    page: SpeakerPage, bridge: HandBridge, core: HandCore
) -> None:
    core.browsing.answers["speaker"] = lambda _name: FACTS
    page.shown("Robert Dobbs")
    bridge.run()
    assert page.title.text() == "Bob D."
    assert page.model.query == TALKS


def test_nobody_of_this_name_is_said_in_the_place_of_the_talks(
    page: SpeakerPage, bridge: HandBridge, core: HandCore
) -> None:
    core.browsing.answers["speaker"] = KnownError("Nobody of this name speaks in the library")
    core.episodes = []
    page.shown("Carl C.")
    bridge.run()
    said = page.list.placeholder.accessibleName()
    assert said.startswith("Nobody of this name")
    assert page.series.isHidden()


def test_a_series_goes_on_and_is_fetched(
    page: SpeakerPage, bridge: HandBridge, core: HandCore
) -> None:
    (row,) = page.series.rows
    assert row.facts.text() == "12 parts · 3 heard · 5 on this computer"
    assert row.play.text() == "Continue"
    said = "Continue Big Book study, 12 parts · 3 heard · 5 on this computer"
    assert row.play.accessibleName() == said
    core.series.answers["download"] = 7
    row.play.click()
    row.download.click()
    bridge.run()
    assert done(core) == [("series.play_from", 14), ("series.download", "k1")]
    assert page.notice.accessibleName() == "7 parts are on their way."
    pages = opened(page)
    row.title.click()
    assert pages == [("series", "k1")]


def test_a_series_heard_to_its_end_begins_anew(
    page: SpeakerPage, bridge: HandBridge, core: HandCore
) -> None:
    heard = replace(BOOK, heard=12, here=12, next=None)
    core.browsing.answers["speaker"] = replace(FACTS, series=(heard,))
    page.read()
    bridge.run()
    (row,) = page.series.rows
    assert row.play.text() == "Play"
    assert row.download.isHidden()
    core.log.clear()
    row.play.click()
    bridge.run()
    assert core.asked[-1][0] == EpisodeQuery(series="k1", order=Order.SERIES)
    assert done(core) == [("series.play_from", 1)]


def test_many_series_are_folded(page: SpeakerPage, bridge: HandBridge, core: HandCore) -> None:
    many = tuple(replace(BOOK, key=f"k{at}", name=f"Study {at}") for at in range(5))
    core.browsing.answers["speaker"] = replace(FACTS, series=many)
    page.read()
    bridge.run()
    assert (len(page.series.rows), page.series.every.text()) == (3, "All 5 series")
    page.series.every.click()
    assert (len(page.series.rows), page.series.every.text()) == (5, "Show fewer")


def test_downloading_all_says_first_how_much_it_is(
    page: SpeakerPage, bridge: HandBridge, core: HandCore
) -> None:
    tape = episode(4, url="file:///tapes/4.mp3")
    silent = episode(5, url=None)
    core.episodes = [*ROWS, tape, silent]
    page.download.click()
    bridge.run()
    states = (DownloadState.REMOTE, DownloadState.FAILED)
    assert core.asked[-1][0] == EpisodeQuery(speaker="Bob Dobbs", states=states)
    assert page.notice.accessibleName() == "Download 3 talks? They take about 105 MB or more."
    page.notice._action.click()
    bridge.run()
    assert done(core) == [("downloading.request", (1, 2, 3))]


def test_downloading_reads_thousands_in_pages(
    page: SpeakerPage, bridge: HandBridge, core: HandCore
) -> None:
    core.episodes = [episode(number) for number in range(1, 1202)]
    page.download.click()
    bridge.run()
    assert [offset for _query, offset, _limit in core.asked[-3:]] == [0, 500, 1000]
    page.notice._action.click()
    bridge.run()
    ((_name, ids),) = done(core)
    assert isinstance(ids, tuple)
    assert len(ids) == 1201


def test_nothing_to_download_is_said(page: SpeakerPage, bridge: HandBridge, core: HandCore) -> None:
    core.episodes = []
    page.download.click()
    bridge.run()
    assert page.notice.accessibleName().startswith("Every talk is here")


def test_a_speaker_is_renamed_and_back(
    page: SpeakerPage, bridge: HandBridge, core: HandCore
) -> None:
    pages = opened(page)
    menu_of(page)["Rename…"]()
    assert page.line.field.text() == "Bob Dobbs"
    write(page, " Bob  Dobson ")
    bridge.run()
    assert done(core) == [("correcting.merge_speakers", ("Bob Dobbs",), "Bob Dobson")]
    assert pages == [("speaker", "Bob Dobson")]
    assert page.line.accessibleName() == "Bob Dobbs is called Bob Dobson now."
    page.line.button.click()
    bridge.run()
    assert done(core) == [
        ("correcting.separate_speaker", "Bob Dobbs"),
        ("correcting.separate_speaker", "Robert Dobbs"),
        ("correcting.merge_speakers", ("Robert Dobbs",), "Bob Dobbs"),
    ]
    assert pages[-1] == ("speaker", "Bob Dobbs")


def test_a_speaker_can_take_the_other_name_and_give_it_back(
    page: SpeakerPage, bridge: HandBridge, core: HandCore
) -> None:
    menu_of(page)["Rename…"]()
    write(page, "Robert Dobbs")
    bridge.run()
    assert done(core) == [("correcting.merge_speakers", ("Bob Dobbs",), "Robert Dobbs")]
    page.line.button.click()
    bridge.run()
    assert done(core) == [("correcting.merge_speakers", ("Robert Dobbs",), "Bob Dobbs")]


@pytest.mark.parametrize("text", ["", "   ", "Bob Dobbs"])
def test_the_same_name_or_none_changes_nothing(
    page: SpeakerPage, bridge: HandBridge, core: HandCore, text: str
) -> None:
    menu_of(page)["Rename…"]()
    write(page, text)
    bridge.run()
    assert done(core) == []


def test_two_names_become_one_person(page: SpeakerPage, bridge: HandBridge, core: HandCore) -> None:
    menu_of(page)["Same person as…"]()
    bridge.run()
    completer = page.line.field.completer()
    offered = completer.model()
    assert [offered.index(row, 0).data() for row in range(offered.rowCount())] == [
        "Bob Daily",
        "Ann A.",
    ]
    write(page, "ann a.")
    bridge.run()
    assert done(core) == [("correcting.merge_speakers", ("Bob Dobbs",), "Ann Ames")]
    assert page.title.text() == "Ann A."
    assert page.line.accessibleName() == "Bob D. and Ann A. are one person now."


def test_a_name_that_nobody_has_is_no_ones_same_person(
    page: SpeakerPage, bridge: HandBridge, core: HandCore
) -> None:
    menu_of(page)["Same person as…"]()
    bridge.run()
    write(page, "Zed Z.")
    bridge.run()
    assert done(core) == []
    assert page.notice.accessibleName().startswith("No other speaker is called “Zed Z.”")


def test_a_name_is_taken_apart_again(page: SpeakerPage, bridge: HandBridge, core: HandCore) -> None:
    menu_of(page)["Not the same person: Robert D."]()
    bridge.run()
    assert done(core) == [("correcting.separate_speaker", "Robert Dobbs")]
    page.line.button.click()
    bridge.run()
    assert done(core) == [("correcting.merge_speakers", ("Robert Dobbs",), "Bob Dobbs")]


def test_talks_are_given_to_somebody_else_and_back(
    page: SpeakerPage, bridge: HandBridge, core: HandCore
) -> None:
    known = TitleFacts()
    core.correcting.answers["facts"] = lambda one: Facts(
        known, known, frozenset({Fact.SPEAKERS}) if one == 2 else frozenset()
    )
    couple = replace(ROWS[2], speakers=("Bob Dobbs", "Ann Ames"))
    menu = QMenu(page)
    page.list.menu_made.emit(menu, (ROWS[0], ROWS[1], couple))
    (action,) = [each for each in menu.actions() if each.text()]
    assert action.text() == "These are by someone else…"
    action.trigger()
    bridge.run()
    write(page, "Bob D. (Texas)")
    bridge.run()
    correct, revert = "correcting.correct", "correcting.revert"
    texan = {Fact.SPEAKERS: ("Bob D. (Texas)",)}
    both = {Fact.SPEAKERS: ("Bob D. (Texas)", "Ann Ames")}
    assert done(core) == [(correct, [1], texan), (correct, [2], texan), (correct, [3], both)]
    assert page.line.accessibleName().startswith("3 talks are by Bob")
    page.line.button.click()
    bridge.run()
    assert done(core) == [
        (revert, (1,), (Fact.SPEAKERS,)),
        (correct, (2,), {Fact.SPEAKERS: ("Bob Dobbs",)}),
        (revert, (3,), (Fact.SPEAKERS,)),
    ]


def test_escape_leaves_the_line_then_the_page(page: SpeakerPage) -> None:
    pages = opened(page)
    page.came_from("Search", lambda: pages.append(("back", None)))
    assert page.back.text() == "Search"
    menu_of(page)["Rename…"]()
    QTest.keyClick(page.line.field, Qt.Key.Key_Escape)
    assert page.line.isHidden()
    assert page.key(Qt.Key.Key_Escape)
    assert pages == [("back", None)]
    page.came_from("", None)
    page.back.click()
    assert pages[-1] == ("speakers", "Bob Dobbs")


@pytest.mark.parametrize("event", [FeedsChanged(), EpisodesChanged()])
def test_changes_are_read_while_the_page_is_seen(
    page: SpeakerPage, bridge: HandBridge, core: HandCore, qtbot: QtBot, event: object
) -> None:
    core.browsing.answers["speaker"] = replace(FACTS, talks=28)
    with qtbot.waitSignal(page.soon.timeout):
        bridge.tell(event)
    bridge.run()
    assert page.subtitle.text().startswith("28 talks")
    bridge.tell(PlayerChanged(now_playing(ROWS[0])))
    bridge.tell(EpisodesChanged(frozenset({1})))
    assert not page.soon.isActive(), "a saved place"
    page.hidden()
    bridge.tell(event)
    assert not page.soon.isActive()


def test_a_row_opens_its_talk(page: SpeakerPage) -> None:
    pages = opened(page)
    page.list.open_requested.emit(ROWS[1])
    assert pages == [("talk", 2)]


def test_a_page_needs_a_name(page: SpeakerPage) -> None:
    with pytest.raises(TypeError):
        page.shown(7)


def test_short_names_that_two_people_share_stay_long() -> None:
    people = [speaker("Bob Dobbs"), speaker("Bob Daily"), speaker("Ann Ames"), speaker("Me")]
    known = labels(people, but="Me", short=True)
    assert known == {"Bob Dobbs": "Bob Dobbs", "Bob Daily": "Bob Daily", "Ann A.": "Ann Ames"}
    assert meant(" ANN a. ", known) == "Ann Ames"
    assert meant("ann ames", known) == "Ann Ames"
    assert meant("Bob D.", known) is None


@pytest.mark.parametrize(
    ("facts", "short", "more"),
    [
        (SpeakerFacts("A", 1), "1 talk", ""),
        (SpeakerFacts("A", 2, first_year=1998, last_year=1998), "2 talks · 1998", ""),
        (
            SpeakerFacts("A", 3, places=tuple(f"Town {at}, TX" for at in range(8))),
            "3 talks",
            "Town 0, Town 1, Town 2, Town 3, Town 4, Town 5 and 2 more",
        ),
    ],
)
def test_only_what_is_known_is_said(look: Look, facts: SpeakerFacts, short: str, more: str) -> None:
    assert shelf_words.speaker_in_short(facts) == short
    assert shelf_words.speaker_more(facts) == more


def test_the_line_has_room_in_a_narrow_window(page: SpeakerPage, bridge: HandBridge) -> None:
    menu_of(page)["Rename…"]()
    for width, below in ((1048, False), (440, True), (1048, False)):
        page.resize(width, 728)
        QApplication.sendPostedEvents()
        QApplication.processEvents()
        field, words = page.line.field.geometry(), page.line._what.geometry()
        assert (field.top() > words.bottom()) is below, width
        assert field.width() > 200, width


def test_what_asks_is_brought_into_sight(page: SpeakerPage, bridge: HandBridge) -> None:
    page.resize(700, 300)
    QApplication.processEvents()
    menu_of(page)["Rename…"]()
    QApplication.processEvents()
    QApplication.processEvents()
    view = page._area.viewport()
    seen = view.rect().translated(view.mapToGlobal(view.rect().topLeft()))
    assert seen.contains(page.line.field.mapToGlobal(page.line.field.rect().center()))


def test_leaving_the_page_drops_what_was_being_written(
    page: SpeakerPage, bridge: HandBridge
) -> None:
    menu_of(page)["Rename…"]()
    page.hidden()
    assert page.line.isHidden()


def test_somebody_who_is_gone_offers_nothing_and_may_come_back(
    page: SpeakerPage, bridge: HandBridge, core: HandCore
) -> None:
    assert page.menu.isVisible()
    core.browsing.answers["speaker"] = KnownError("Nobody of this name speaks in the library")
    page.read()
    bridge.run()
    assert not page.menu.isVisible()
    assert not page.download.isVisible()
    core.browsing.answers["speaker"] = FACTS
    page.read()
    bridge.run()
    assert page.menu.isVisible()


def test_an_answer_about_one_person_is_not_shown_on_anothers_page(
    page: SpeakerPage, bridge: HandBridge
) -> None:
    menu_of(page)["Same person as…"]()
    page.download.click()
    page.shown("Ann Ames")
    bridge.run()
    assert page.line.isHidden()
    assert page.notice.isHidden()


def test_a_series_that_is_read_anew_keeps_the_keyboard(
    page: SpeakerPage, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    for stop, here in (("title", 6), ("download", 7)):
        getattr(page.series.rows[0], stop).setFocus()
        core.browsing.answers["speaker"] = replace(FACTS, series=(replace(BOOK, here=here),))
        page.read()
        bridge.run()
        assert getattr(page.series.rows[0], stop).hasFocus()
    core.browsing.answers["speaker"] = replace(FACTS, series=(replace(BOOK, here=12),))
    page.read()
    bridge.run()
    assert page.series.rows[0].play.hasFocus(), "there is nothing to fetch any more"


def test_nothing_is_read_after_the_page_was_left(page: SpeakerPage, bridge: HandBridge) -> None:
    bridge.tell(FeedsChanged())
    assert page.soon.isActive()
    page.hidden()
    assert not page.soon.isActive()


def test_the_facts_stand_together(page: SpeakerPage) -> None:
    page.also.hide()
    parts = (page.subtitle, page.more)
    upper, lower = (part.mapTo(page, part.rect().topLeft()).y() for part in parts)
    assert 0 < lower - (upper + page.subtitle.height()) <= page.look.px(8)


def test_tab_goes_as_the_eye_does(page: SpeakerPage, qtbot: QtBot) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    row = page.series.rows[0]
    way = (page.menu, row.title, row.play, row.download, page.list.view)
    page.download.setFocus()
    for stop in way:
        held = QApplication.focusWidget()
        assert held is not None
        QTest.keyClick(held, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is stop


def test_the_parts_of_a_series_are_on_their_way_until_they_are_here(
    page: SpeakerPage, bridge: HandBridge, core: HandCore
) -> None:
    core.series.answers["download"] = 7
    page.series.rows[0].download.click()
    bridge.run()
    assert page.notice.accessibleName() == "7 parts are on their way."
    core.browsing.answers["speaker"] = replace(FACTS, series=(replace(BOOK, here=12),))
    page.read()
    bridge.run()
    assert page.notice.isHidden()


def test_two_who_look_the_same_are_named_in_full(
    page: SpeakerPage, bridge: HandBridge, core: HandCore
) -> None:
    core.browsing.answers["speakers"] = (speaker("Bob Dobbs", 27), speaker("Bob D.", 3))
    menu_of(page)["Same person as…"]()
    bridge.run()
    assert page.line.accessibleName() == "Bob Dobbs is the same person as."
    write(page, "Bob D.")
    bridge.run()
    assert done(core) == [("correcting.merge_speakers", ("Bob Dobbs",), "Bob D.")]
    assert page.line.accessibleName() == "Bob Dobbs and Bob D. are one person now."


def test_names_are_offered_in_the_apps_own_letters(
    page: SpeakerPage, bridge: HandBridge, look: Look
) -> None:
    look.follow(replace(look.settings, theme=Theme.DARK, text_percent=120))
    menu_of(page)["Same person as…"]()
    bridge.run()
    QTest.keyClicks(page.line.field, "an")
    offers = page.line.field.completer().popup()
    assert offers is not None
    assert offers.isVisible()
    assert offers.font().pixelSize() == look.font(Role.BODY).pixelSize()
    assert offers.font().family() == look.font(Role.BODY).family()
    corner = offers.grab().toImage().pixelColor(4, offers.height() - 4)
    assert corner.name() == look.palette.card.lower()
    offers.hide()


def test_a_button_saves_as_enter_does(
    page: SpeakerPage, bridge: HandBridge, core: HandCore
) -> None:
    menu_of(page)["Rename…"]()
    assert page.line.keep.isVisible()
    page.line.field.setText("Robert D. Dobbs")
    page.line.keep.click()
    bridge.run()
    assert done(core) == [("correcting.merge_speakers", ("Bob Dobbs",), "Robert D. Dobbs")]
    assert not page.line.keep.isVisible()


def test_two_people_who_share_a_name_are_told_apart_by_their_talks(
    page: SpeakerPage, qtbot: QtBot
) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    menu_of(page)["Two people share this name…"]()
    said = "Pick the talks of the other person. Then choose “These are by someone else…”"
    assert page.line.accessibleName().startswith(said)
    assert page.list.view.hasFocus()
    assert not page.line.timer.isActive(), "it stays while the talks are picked"
