"""Speakers: what its filters ask for, what its numbers say, where it leads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState, EpisodePage, EpisodeQuery, FeedKind, Order
from desktop_app.base.shelves import Collection, Facet, Facets, SpeakerFacts
from desktop_app.services.events import EpisodesChanged, FeedsChanged, PlayerChanged
from desktop_app.ui.pages.speakers import SpeakersPage
from desktop_app.ui.pages.speakers_filter import (
    ALL,
    TALKS,
    Choice,
    Totals,
    choice_of,
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
    from desktop_app.ui.widgets.menu_chip import MenuChip
    from tests.support.hand import HandBridge, HandCore

FOUR = (Facet("AA", 900), Facet("Al-Anon", 200), Facet("NA", 100), Facet("CA", 50))
FACETS = Facets(
    fellowships=FOUR,
    steps=(Facet(11, 4), Facet(4, 27)),
    topics=(Facet("the promises", 3), Facet("acceptance", 12)),
    decades=(Facet(1990, 700), Facet(1980, 40)),
)
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
    core.browsing.answers["facets"] = FACETS
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
    [chip for chip in chips(page) if chip.text() == words][-1].click()


def chips(page: SpeakersPage) -> list[Chip]:
    """Return the chips in sight, from the first to the last."""
    stops = page.chips.stops()
    return [each for each in stops if isinstance(each, Chip) and not each.isHidden()]


def pick(chip: MenuChip[Any], value: object) -> None:
    """Choose from the menu of a chip."""
    chip.set_value(value)
    chip.chosen.emit(value)


def asked(core: HandCore) -> list[str]:
    """Return what was asked, in its order, and forget it."""
    names = [name for name, *_rest in core.log if name.startswith("browsing.")]
    core.log.clear()
    return names


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
    assert page.subtitle.text() == "96 of 1,284 talks"
    assert page.chips.value == Choice(fellowship="AA", downloaded=True)
    press(page, "NA")
    assert page.chips.value == Choice(fellowship="NA", downloaded=True), "one at a time"
    press(page, "NA")
    assert page.chips.value == Choice(downloaded=True)
    press(page, "All")
    bridge.run()
    assert page.model.query == TALKS
    assert [chip.text() for chip in chips(page) if chip.isChecked()] == ["All"]


def test_the_chips_stand_as_in_the_picture(page: SpeakersPage, bridge: HandBridge) -> None:
    page.shown(None)
    bridge.run()
    assert [chip.text() for chip in chips(page)] == [
        *("All", "AA", "Al-Anon", "NA", "CA", "Step", "Topic", "Decade"),
        *("Downloaded", "Not heard", "Favorites", "Sort"),
    ]


def test_rarer_fellowships_share_a_chip(
    page: SpeakersPage, bridge: HandBridge, core: HandCore
) -> None:
    rare = (Facet("OA", 20), Facet("SLAA", 3))
    core.browsing.answers["facets"] = replace(FACETS, fellowships=(*FOUR, *rare))
    page.shown(None)
    bridge.run()
    assert [text for _value, text in page.chips.more.options()] == ["Any fellowship", "OA", "SLAA"]
    pick(page.chips.more, "SLAA")
    bridge.run()
    assert page.model.query == replace(TALKS, fellowship="SLAA")
    press(page, "AA")
    assert (page.chips.more.text(), page.chips.more.isChecked()) == ("More", False)


def test_a_fifth_fellowship_needs_no_menu(
    page: SpeakersPage, bridge: HandBridge, core: HandCore
) -> None:
    core.browsing.answers["facets"] = replace(FACETS, fellowships=(*FOUR, Facet("OA", 2)))
    page.shown(None)
    bridge.run()
    assert [chip.text() for chip in chips(page)][4:6] == ["CA", "OA"]
    assert page.chips.more.isHidden()


def test_menus_offer_what_there_is_with_its_number(page: SpeakersPage, bridge: HandBridge) -> None:
    page.shown(None)
    bridge.run()
    page.chips.step.click()
    menu = page.chips.step.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert [each.text() for each in menu.actions()] == ["Any step", "Step 4\t27", "Step 11\t4"]
    menu.actions()[1].trigger()
    bridge.run()
    assert page.model.query == replace(TALKS, step=4)
    assert (page.chips.step.text(), page.chips.step.isChecked()) == ("Step 4", True)
    pick(page.chips.topic, "the promises")
    pick(page.chips.decade, 1990)
    bridge.run()
    assert page.model.query == replace(TALKS, step=4, topic="the promises", decade=1990)
    assert page.chips.topic.text() == "The promises"
    assert page.chips.decade.text() == "1990s"
    pick(page.chips.step, None)
    assert page.chips.value == Choice(topic="the promises", decade=1990)


def test_what_is_chosen_stays_though_nothing_has_it_any_more(
    page: SpeakersPage, bridge: HandBridge, core: HandCore
) -> None:
    page.shown(None)
    bridge.run()
    core.browsing.answers["facets"] = Facets()
    pick(page.chips.step, 4)
    bridge.run()
    assert page.chips.step.text() == "Step 4"
    assert not page.chips.topic.isEnabled(), "a menu without anything to choose"
    assert not page.chips.topic.isHidden()
    assert [chip.text() for chip in chips(page)][:3] == ["All", "AA", "Al-Anon"], "they stay"


def test_an_argument_can_be_a_whole_filter(page: SpeakersPage, bridge: HandBridge) -> None:
    query = replace(TALKS, speaker="Bob D.", topic="acceptance", unheard=True, order=Order.OLDEST)
    page.shown(query)
    bridge.run()
    assert page.model.query == query
    assert (page.chips.topic.text(), page.chips.order.text()) == ("Acceptance", "Oldest first")


def test_the_order_can_be_chosen(page: SpeakersPage, bridge: HandBridge) -> None:
    page.shown(None)
    bridge.run()
    pick(page.chips.order, Order.NEWEST)
    bridge.run()
    assert page.model.query == replace(TALKS, order=Order.NEWEST)


@pytest.mark.parametrize(
    ("known", "narrowed", "expected"),
    [
        ((), False, ("NA", "AA")),
        (("AA", "OA"), False, ("NA", "AA")),
        (("AA", "OA"), True, ("AA", "OA", "NA")),
        ((), True, ("NA", "AA")),
    ],
)
def test_fellowships_keep_their_places_while_the_list_is_narrowed(
    known: tuple[str, ...], *, narrowed: bool, expected: tuple[str, ...]
) -> None:
    assert settled(known, (Facet("NA", 9), Facet("AA", 2)), narrowed=narrowed) == expected


@pytest.mark.parametrize(
    ("choice", "query"),
    [
        (ALL, TALKS),
        (Choice(fellowship="NA"), replace(TALKS, fellowship="NA")),
        (Choice(unheard=True), replace(TALKS, unheard=True)),
        (Choice(favorite=True), replace(TALKS, favorite=True)),
        (Choice(downloaded=True), replace(TALKS, states=(DownloadState.DOWNLOADED,))),
        (
            Choice(step=4, topic="fear", decade=1990),
            replace(TALKS, step=4, topic="fear", decade=1990),
        ),
    ],
)
def test_choices_become_a_question_and_back(choice: Choice, query: EpisodeQuery) -> None:
    assert query_for(choice, None, Order.SPEAKER) == query
    assert choice_of(query) == choice


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
    assert summary(Totals(talks, speakers, here), talks) == words


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
    assert page.chips.value == ALL


def test_a_failed_index_is_a_line_with_retry(
    page: SpeakersPage, bridge: HandBridge, core: HandCore
) -> None:
    before = core.browsing.answers["speakers"]
    core.browsing.answers["speakers"] = KnownError("The library cannot be read")
    page.shown(None)
    bridge.run()
    assert not page.notice.isHidden()
    core.browsing.answers["speakers"] = before
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
    core.browsing.answers["facets"] = replace(FACETS, fellowships=(*FOUR, Facet("OA", 1)))
    with qtbot.waitSignal(page.soon.timeout):
        bridge.tell(event)
    bridge.run()
    assert "OA" in [chip.text() for chip in chips(page)]
    page.hidden()
    bridge.tell(event)
    assert not page.soon.isActive()


def test_a_saved_place_counts_nothing(page: SpeakersPage, bridge: HandBridge) -> None:
    page.shown(None)
    bridge.run()
    bridge.tell(PlayerChanged(now_playing(ROWS[0])))
    bridge.tell(EpisodesChanged(frozenset({1})))
    assert not page.soon.isActive()


def test_the_list_is_asked_for_before_all_else_and_no_more_than_is_needed(
    page: SpeakersPage, bridge: HandBridge, core: HandCore
) -> None:
    page.shown(None)
    bridge.run()
    every = ["page", "speakers", "page", "page", "facets"]
    assert asked(core) == [f"browsing.{name}" for name in every]
    page.shown("Bob D.")
    bridge.run()
    assert asked(core) == ["browsing.page", "browsing.speaker", "browsing.facets"]
    page.shown(None)
    bridge.run()
    asked(core)
    press(page, "AA")
    bridge.run()
    few = ["page", "speakers", "page", "facets"]
    assert asked(core) == [f"browsing.{name}" for name in few]


def test_a_change_while_nobody_looked_is_read_on_the_next_visit(
    page: SpeakersPage, bridge: HandBridge, core: HandCore
) -> None:
    page.shown(None)
    bridge.run()
    page.hidden()
    bridge.tell(EpisodesChanged())
    asked(core)
    page.shown(None)
    bridge.run()
    assert "browsing.speakers" in asked(core)


def test_a_change_while_it_is_read_is_read_as_well(
    page: SpeakersPage, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    page.shown(None)
    with qtbot.waitSignal(page.soon.timeout):
        bridge.tell(FeedsChanged())
    indexes = [call for call in bridge.waiting if call.then == page._took]
    assert [call.cancelled for call in indexes] == [True, False]


def test_an_older_answer_is_dropped(page: SpeakersPage, bridge: HandBridge) -> None:
    page.shown(None)
    press(page, "Downloaded")
    indexes = [call for call in bridge.waiting if not call.cancelled and call.then == page._took]
    assert len(indexes) == 1


def test_who_is_chosen_stands_above_the_list(
    page: SpeakersPage, bridge: HandBridge, core: HandCore
) -> None:
    core.browsing.answers["speaker"] = SpeakerFacts(
        "Bob Dobbs", 27, first_year=1987, last_year=2016, fellowships=("AA",)
    )
    page.shown(None)
    bridge.run()
    assert page.strip.isHidden()
    pages = opened(page)
    page.shown("Bob Dobbs")
    bridge.run()
    assert not page.strip.isHidden()
    assert (page.strip.name.text(), page.strip.facts.text()) == (
        "Bob D.",
        "27 talks · 1987–2016 · AA",
    )
    page.strip.more.click()
    assert pages == [("speaker", "Bob Dobbs")]
    page.shown(None)
    assert page.strip.isHidden()


def test_a_filter_can_be_saved_as_a_collection(
    page: SpeakersPage, bridge: HandBridge, core: HandCore
) -> None:
    page.shown(None)
    bridge.run()
    assert page.save.isHidden(), "there is nothing to save"
    press(page, "AA")
    pick(page.chips.step, 4)
    bridge.run()
    core.log.clear()
    query = page.model.query
    core.collections.answers["create"] = Collection(3, "Step Four", query=query)
    page.save.click()
    assert page.save.line.field.text() == "AA · Step 4"
    page.save.line.field.setText("Step Four")
    QTest.keyClick(page.save.line.field, Qt.Key.Key_Return)
    bridge.run()
    assert core.log == [("collections.create", "Step Four", query)]
    pages = opened(page)
    page.save.line.button.click()
    assert pages == [("favorites", 3)]


def test_a_name_that_is_taken_is_said_in_a_line(
    page: SpeakersPage, bridge: HandBridge, core: HandCore
) -> None:
    core.collections.answers["create"] = KnownError("There is a collection of this name")
    page.shown("Bob D.")
    bridge.run()
    page.save.click()
    QTest.keyClick(page.save.line.field, Qt.Key.Key_Return)
    bridge.run()
    assert page.save.line.writing
    assert page.save.line.field.text() == "Bob D.", "what was typed stays"
    assert page.save.line.field.accessibleDescription() == "There is a collection of this name"


def test_letters_lead_to_a_name(page: SpeakersPage, bridge: HandBridge) -> None:
    page.shown(None)
    bridge.run()
    QTest.keyClicks(page.index, "ch")
    assert page.index.currentIndex().row() == 2
    assert page.model.query == TALKS, "Enter chooses"
    pages = opened(page)
    QTest.keyClick(page.index, Qt.Key.Key_Return)
    assert pages[0] == ("speakers", "Chris R.")


def test_arrows_go_along_the_chips_as_they_stand(page: SpeakersPage, bridge: HandBridge) -> None:
    page.shown(None)
    bridge.run()
    here: QWidget = page.chips.all
    for chip in [*chips(page)[1:], page.chips.all]:
        QTest.keyClick(here, Qt.Key.Key_Right)
        focused = page.focusWidget()
        assert focused is chip
        here = chip


def test_where_there_is_no_room_index_and_list_take_turns(
    page: SpeakersPage, bridge: HandBridge
) -> None:
    page.shown(None)
    bridge.run()
    assert page.chips.who.isHidden()
    page.resize(600, 700)
    assert not page.chips.who.isHidden()
    assert page.index_card.isHidden()
    page.chips.who.click()
    assert not page.index_card.isHidden()
    assert page.list.isHidden()
    page.index.chosen.emit("Bob D.")
    bridge.run()
    assert page.index_card.isHidden()
    assert not page.list.isHidden()


def smart(**values: Any) -> Collection:  # noqa: ANN401 - fields of the question
    """Return a collection that fills itself."""
    return Collection(3, "R & D", query=replace(TALKS, fellowship="AA", **values))


def test_the_filter_of_a_collection_is_changed_and_put_back(
    page: SpeakersPage, bridge: HandBridge, core: HandCore
) -> None:
    own = smart()
    page.shown(own)
    bridge.run()
    assert page.model.query == own.query
    assert page.save.isHidden(), "it is saved as it is"
    press(page, "Not heard")
    bridge.run()
    assert page.save.text() == "Save in “R & D”"
    core.log.clear()
    page.save.click()
    bridge.run()
    changed = replace(own.query, unheard=True) if own.query else None
    assert core.log == [("collections.change", 3, changed)]
    assert page.save.isHidden()
    page.save.line.button.click()
    bridge.run()
    assert core.log[-1] == ("collections.change", 3, own.query)
    assert page.save.text() == "Save in “R & D”"


def test_coming_back_leaves_the_chips_and_another_visit_ends_the_change(
    page: SpeakersPage, bridge: HandBridge
) -> None:
    own = smart()
    page.shown(own)
    press(page, "Not heard")
    page.hidden()
    page.returned(own)
    bridge.run()
    assert page.chips.value.unheard
    assert page.save.text() == "Save in “R & D”"
    page.shown("Bob D.")
    assert page.save.text() == "Save in “R & D”", "the page was not left"
    page.hidden()
    page.shown(None)
    assert page.save.text() == "Save as a collection…"
    page.hidden()
    page.returned(own)
    assert not page.chips.value.unheard, "another was asked for meanwhile"
    press(page, "Not heard")
    page.shown(own)
    assert not page.chips.value.unheard, "the same filter, asked for anew"


def test_a_filter_that_cannot_be_saved_is_said(
    page: SpeakersPage, bridge: HandBridge, core: HandCore
) -> None:
    core.collections.answers["change"] = KnownError("This collection is gone")
    page.shown(smart())
    press(page, "Not heard")
    page.save.click()
    bridge.run()
    assert page.notice.accessibleName().startswith("This collection is gone")


def test_what_a_collection_is_said_while_its_name_is_asked(
    page: SpeakersPage, bridge: HandBridge
) -> None:
    page.shown("Bob D.")
    bridge.run()
    page.save.click()
    assert "fills itself" in page.save.line.accessibleName()
    assert "fills itself" in page.save.line.field.accessibleDescription()


def test_a_name_that_became_anothers_leads_to_that_one(
    page: SpeakersPage, bridge: HandBridge, core: HandCore
) -> None:
    core.browsing.answers["speaker"] = SpeakerFacts("Bob D.", 27)
    page.shown("Robert D.")
    bridge.run()
    assert page.model.query == replace(TALKS, speaker="Bob D.")
    assert page.index.selectionModel().selectedIndexes()[0].row() == 1
    assert page.strip.name.text() == "Bob D."
    assert page.strip.facts.text() == "27 talks"


def test_somebody_who_is_gone_has_no_page(
    page: SpeakersPage, bridge: HandBridge, core: HandCore
) -> None:
    core.browsing.answers["speaker"] = KnownError("Nobody called “Bob D.” speaks in the library")
    page.shown("Bob D.")
    bridge.run()
    assert page.strip.isHidden()
    assert page.notice.isHidden(), "the list says it"


def test_nothing_is_read_after_the_page_was_left(page: SpeakersPage, bridge: HandBridge) -> None:
    page.shown(None)
    bridge.tell(FeedsChanged())
    assert page.soon.isActive()
    page.hidden()
    assert not page.soon.isActive()


def test_what_is_shown_is_counted(page: SpeakersPage, bridge: HandBridge) -> None:
    page.shown(None)
    bridge.run()
    press(page, "AA")
    bridge.run()
    assert page.subtitle.text() == "30 of 1,284 talks"
    page.shown("Bob D.")
    bridge.run()
    assert page.subtitle.text() == "27 of 1,284 talks"


def test_coming_back_marks_the_row_and_brings_it_into_sight(
    page: SpeakersPage, bridge: HandBridge, core: HandCore
) -> None:
    many = tuple(speaker(f"Name{number:03} B.", 1) for number in range(300))
    core.browsing.answers["speakers"] = many
    page.shown(None)
    bridge.run()
    press(page, "AA")
    bridge.run()
    page.hidden()
    page.returned("Name250 B.")
    bridge.run()
    assert page.chips.value == Choice(fellowship="AA")
    (marked,) = page.index.selectedIndexes()
    assert marked.data() == "Name250 B."
    assert page.index.viewport().rect().contains(page.index.visualRect(marked))
    page.index.scrollToTop()
    page.heard(EpisodesChanged())
    page.read()
    bridge.run()
    assert page.index.verticalScrollBar().value() == 0, "the person's own place"


def test_chips_keep_their_places_when_a_speaker_is_chosen(
    page: SpeakersPage, bridge: HandBridge, core: HandCore
) -> None:
    rare = (Facet("OA", 20), Facet("SLAA", 3))
    core.browsing.answers["facets"] = replace(FACETS, fellowships=(*FOUR, *rare))
    page.shown(None)
    bridge.run()
    before = [(chip.text(), chip.pos()) for chip in chips(page)]
    core.browsing.answers["facets"] = Facets(fellowships=(Facet("NA", 19),))
    page.shown("Chris R.")
    bridge.run()
    QApplication.processEvents()
    assert [(chip.text(), chip.pos()) for chip in chips(page)] == before
    assert not page.chips.more.isEnabled()


def test_the_menu_of_a_name_in_the_index(
    page: SpeakersPage, bridge: HandBridge, core: HandCore
) -> None:
    core.browsing.answers["speaker"] = lambda name: SpeakerFacts(name, 3)
    page.shown(None)
    bridge.run()
    pages = opened(page)
    page.index.setCurrentIndex(page.speakers.index(1))
    at = page.index.visualRect(page.index.currentIndex()).center()
    page.index.customContextMenuRequested.emit(at)
    menu = page.index.findChildren(QMenu)[-1]
    offered = {each.text(): each for each in menu.actions()}
    assert list(offered) == ["All about this speaker", "Rename…", "Same person as…"]
    offered["All about this speaker"].trigger()
    assert pages == [("speaker", "Bob D.")]
    offered["Rename…"].trigger()
    menu.close()
    bridge.run()
    assert page.index.line.field.text() == "Bob D."
    page.index.line.field.setText("Bob Dobbs")
    core.log.clear()
    page.index.line.keep.click()
    bridge.run()
    assert ("correcting.merge_speakers", ("Bob D.",), "Bob Dobbs") in core.log
    assert pages[1:] == [("speakers", "Bob Dobbs")]
    assert page.index.line.accessibleName() == "Bob D. is called Bob Dobbs now."
    page.index.customContextMenuRequested.emit(
        page.index.visualRect(page.speakers.index(0)).center()
    )
    assert len(page.index.findChildren(QMenu)) <= 1, "everyone has no menu"
