"""Correcting what a title says: what is shown, what is refused, what is done, and undone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import TitleFacts
from desktop_app.base.shelves import Facet, Facets, Fact, Facts
from desktop_app.catalog.topics import TOPICS
from desktop_app.ui.look import topic_words
from desktop_app.ui.pages.talk import TalkPage
from desktop_app.ui.pages.talk_changes import Changes, changes, faults, for_all_parts, typed
from desktop_app.ui.pages.talk_correct_fields import FactBox, NamesBox, TicksBox, WordsBox
from tests.support.hand import episode, speaker

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.base.shelves import FactValue
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.talk_correct import CorrectCard
    from tests.support.hand import HandBridge, HandCore

SAID = TitleFacts(
    speakers=("Chris Raymer",), fellowship="AA", place="Akron, OH", event="Founders' Day",
    year=1998, steps=(6, 7), part=2, of=3, subject="Steps", series="Step study",
    topics=("humility", "amends"),
)  # fmt: skip
KNOWN = replace(SAID, place="Dallas, TX")
FACTS = Facts(KNOWN, SAID, frozenset({Fact.PLACE}))
TALK = episode(7, speakers=("Chris Raymer",), subject="Steps", series_key="k", series="Step study")


@pytest.fixture
def page(qtbot: QtBot, look: Look, bridge: HandBridge, core: HandCore) -> TalkPage:
    """The page over a talk of which the place was corrected; one of three parts."""
    core.episodes = [episode(6, series_key="k"), TALK, episode(8, series_key="k")]
    core.correcting.answers["facts"] = FACTS
    core.browsing.answers["speakers"] = (speaker("Chris Raymer"), speaker("Earl Hightower"))
    core.browsing.answers["facets"] = Facets(fellowships=(Facet("AA", 3), Facet("Al-Anon", 1)))
    page = TalkPage(look, bridge, lambda: 100.0, lambda _url: None)
    page.resize(1048, 728)
    qtbot.addWidget(page)
    page.show()
    page.activateWindow()
    bridge.happened.connect(page.heard)
    page.shown(7)
    bridge.run()
    return page


def start(page: TalkPage, bridge: HandBridge) -> CorrectCard:
    """Open the card and let it read."""
    page.about.correct.click()
    bridge.run()
    return page.about.card


def box(card: CorrectCard, fact: Fact) -> Any:  # noqa: ANN401 - one of three kinds
    """Return the field of a fact."""
    return card.boxes[fact]


def type_in(card: CorrectCard, fact: Fact, text: str) -> None:
    """Type over what is in a field."""
    field = box(card, fact).field
    field.selectAll()
    field.setFocus()
    QTest.keyClicks(field, text)


def done(core: HandCore) -> list[tuple[Any, ...]]:
    """Return what was corrected and reverted."""
    return [c for c in core.log if c[0] in {"correcting.correct", "correcting.revert"}]


def test_the_card_stands_in_the_place_of_the_facts(page: TalkPage, bridge: HandBridge) -> None:
    page.about.correct.click()
    card = page.about.card
    assert card.isVisible()
    assert card.line.text() == "One moment…"
    assert card.save.isHidden()
    bridge.run()
    assert page.about.correct.isHidden()
    assert page.about._facts.isHidden()
    assert box(card, Fact.SPEAKERS).fields[0].hasFocus()
    assert box(card, Fact.SUBJECT).field.text() == "Steps"
    assert box(card, Fact.YEAR).field.text() == "1998"
    assert box(card, Fact.STEPS).chips.values() == (6, 7)
    assert set(box(card, Fact.TOPICS).chips.values()) == {"humility", "amends"}
    assert [c.text() for _v, c in box(card, Fact.TOPICS).chips._chips] == [
        "Humility", "Making amends",
    ]  # fmt: skip


def test_what_the_title_says_is_told_where_it_is_something_else(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    card = start(page, bridge)
    told = [fact for fact, each in card.boxes.items() if not each.hint.isHidden()]
    assert told == [Fact.PLACE]
    place = box(card, Fact.PLACE)
    assert place.hint.text() == "The title says: Akron, OH"
    assert place.revert.accessibleName() == "Place: as the title says"
    place.revert.click()
    assert place.field.text() == "Akron, OH"
    assert place.hint.isHidden()
    card.save.click()
    bridge.run()
    assert done(core) == [("correcting.revert", (7,), frozenset({Fact.PLACE}))]


def test_only_what_was_changed_is_corrected_and_enter_saves(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    card = start(page, bridge)
    type_in(card, Fact.YEAR, "1999")
    type_in(card, Fact.EVENT, "A  roundup ")
    assert box(card, Fact.YEAR).hint.text() == "The title says: 1998"
    QTest.keyClick(box(card, Fact.EVENT).field, Qt.Key.Key_Return)
    bridge.run()
    assert done(core) == [("correcting.correct", (7,), {Fact.EVENT: "A roundup", Fact.YEAR: 1999})]
    assert card.isHidden()
    assert page.about.correct.hasFocus()
    assert page.about.line.isVisible()
    page.about.line.button.click()
    bridge.run()
    assert done(core)[1:] == [("correcting.revert", (7,), frozenset({Fact.EVENT, Fact.YEAR}))]


def test_undoing_a_second_correction_brings_the_first_one_back(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    card = start(page, bridge)
    type_in(card, Fact.PLACE, "Reno")
    card.save.click()
    bridge.run()
    page.about.line.button.click()
    bridge.run()
    assert done(core) == [
        ("correcting.correct", (7,), {Fact.PLACE: "Reno"}),
        ("correcting.correct", (7,), {Fact.PLACE: "Dallas, TX"}),
    ]


def test_names_each_have_a_field_and_known_ones_are_offered(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    card = start(page, bridge)
    names = box(card, Fact.SPEAKERS)
    assert isinstance(names, NamesBox)
    names.more.click()
    second = names.fields[1]
    assert second.hasFocus()
    QTest.keyClicks(second, "hightow")
    popup = second.completer().popup()
    assert popup is not None
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert second.text() == "Earl Hightower"
    assert bridge.waiting == []
    QTest.keyClick(second, Qt.Key.Key_Return)
    bridge.run()
    assert done(core) == [
        ("correcting.correct", (7,), {Fact.SPEAKERS: ("Chris Raymer", "Earl Hightower")})
    ]


def test_nobody_and_nothing_are_corrections_too(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    card = start(page, bridge)
    box(card, Fact.SPEAKERS).fields[0].clear()
    box(card, Fact.FELLOWSHIP).field.clear()
    box(card, Fact.YEAR).field.clear()
    for chip in [chip for _v, chip in box(card, Fact.STEPS).chips._chips if chip.isChecked()]:
        chip.click()
    card.save.click()
    bridge.run()
    nothing = {Fact.SPEAKERS: (), Fact.FELLOWSHIP: None, Fact.YEAR: None, Fact.STEPS: ()}
    assert done(core) == [("correcting.correct", (7,), nothing)]


@pytest.mark.parametrize(
    ("fact", "text", "said"),
    [
        (Fact.YEAR, "1899", "“1899” is no year. It can be 1935"),
        (Fact.YEAR, "soon", "“soon” is no year."),
        (Fact.PART, "4", "There is no part 4 of 3."),
        (Fact.OF, "-1", "“-1” is no number of a part."),
        (Fact.SUBJECT, "x" * 301, "This text is too long."),
    ],
)
def test_what_makes_no_sense_is_said_at_its_field_and_not_saved(
    page: TalkPage, bridge: HandBridge, core: HandCore, fact: Fact, text: str, said: str
) -> None:
    card = start(page, bridge)
    type_in(card, fact, text)
    card.save.click()
    bridge.run()
    wrong = [each for each in card.boxes.values() if each.fault.text()]
    assert len(wrong) == 1
    assert wrong[0].fault.text().startswith(said)
    assert wrong[0].field.hasFocus()  # type: ignore[attr-defined]  # fields of words alone
    assert done(core) == []
    QTest.keyClicks(wrong[0].field, "0")  # type: ignore[attr-defined]  # fields of words alone
    assert wrong[0].fault.isHidden()


def test_escape_leaves_everything_as_it_was(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    card = start(page, bridge)
    type_in(card, Fact.PLACE, "Reno")
    for _twice in range(2):
        QTest.keyClick(box(card, Fact.PLACE).field, Qt.Key.Key_Escape)
    bridge.run()
    assert card.isHidden()
    assert page.about.correct.hasFocus()
    assert done(core) == []
    assert page.about.line.isHidden()
    assert box(start(page, bridge), Fact.PLACE).field.text() == "Dallas, TX"


def test_another_talk_closes_the_card(page: TalkPage, bridge: HandBridge) -> None:
    start(page, bridge)
    page.shown(8)
    bridge.run()
    assert page.about.card.isHidden()
    assert page.about.correct.isVisible()


def test_all_fields_can_be_left_to_the_title(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    card = start(page, bridge)
    type_in(card, Fact.YEAR, "1999")
    card.as_said.click()
    assert card.save.hasFocus()
    card.save.click()
    bridge.run()
    assert done(core) == [("correcting.revert", (7,), frozenset({Fact.PLACE}))]


def test_nothing_changed_is_nothing_done(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    start(page, bridge).save.click()
    bridge.run()
    assert done(core) == []
    assert page.about.line.isHidden()
    assert page.about.correct.isVisible()


def test_all_parts_of_a_series_are_told_what_they_share(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    card = start(page, bridge)
    assert card.all_parts.isVisible()
    type_in(card, Fact.YEAR, "1999")
    type_in(card, Fact.SUBJECT, "Humility")
    card.all_parts.click()
    card.save.click()
    bridge.run()
    shared = {Fact.PLACE: "Dallas, TX", Fact.YEAR: 1999}
    assert done(core) == [
        ("correcting.correct", (6, 8), shared),
        ("correcting.correct", (7,), {Fact.SUBJECT: "Humility", Fact.YEAR: 1999}),
    ]
    assert page.about.line.accessibleName() == "3 talks are corrected."


def test_a_talk_by_itself_has_no_other_parts(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    core.episodes[1] = replace(TALK, series_key=None, series=None)
    page.shown(7)
    bridge.run()
    assert start(page, bridge).all_parts.isHidden()


def test_topics_unfold(page: TalkPage, bridge: HandBridge) -> None:
    topics = box(start(page, bridge), Fact.TOPICS)
    topics.more.click()
    assert len(topics.chips._chips) == len(topic_words.topics())
    assert set(topics.value()) == {"humility", "amends"}


def test_what_could_not_be_kept_is_said_and_stays_typed(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    core.correcting.answers["correct"] = KnownError("The disk is full")
    card = start(page, bridge)
    type_in(card, Fact.PLACE, "Reno")
    card.save.click()
    bridge.run()
    assert "The disk is full" in card.notice.accessibleName()
    assert box(card, Fact.PLACE).field.text() == "Reno"
    assert card.save.isEnabled()


def test_facts_that_cannot_be_read_are_said(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    core.correcting.answers["facts"] = KnownError("This talk is no longer in the library")
    card = start(page, bridge)
    assert "no longer" in card.notice.accessibleName()
    assert card.save.isHidden()
    card.cancel.click()
    assert page.about.correct.isVisible()


def test_every_field_has_a_name(page: TalkPage, bridge: HandBridge) -> None:
    for each in start(page, bridge).boxes.values():
        if isinstance(each, WordsBox):
            assert each.field.accessibleName() == each.name
        elif isinstance(each, TicksBox):
            assert each.chips.accessibleName() == each.name


def test_topics_on_the_screen_are_those_of_the_catalog() -> None:
    assert set(topic_words.topics()) == set(TOPICS)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, Changes()),
        ({Fact.PLACE: "Dallas, TX"}, Changes()),
        ({Fact.PLACE: "Akron, OH"}, Changes({}, frozenset({Fact.PLACE}))),
        ({Fact.STEPS: (7, 6), Fact.TOPICS: ("amends", "humility")}, Changes()),
        ({Fact.YEAR: 1999}, Changes({Fact.YEAR: 1999})),
    ],
)
def test_changes(given: dict[Fact, FactValue], expected: Changes) -> None:
    assert changes(FACTS, given) == expected


def test_the_other_parts_hear_what_the_person_said_before() -> None:
    assert for_all_parts(FACTS, Changes()) == Changes({Fact.PLACE: "Dallas, TX"})
    back = Changes({Fact.SUBJECT: "x"}, frozenset({Fact.PLACE, Fact.PART}))
    assert for_all_parts(FACTS, back) == Changes({}, frozenset({Fact.PLACE}))


@pytest.mark.parametrize(
    ("fact", "text", "value"),
    [
        (Fact.YEAR, " 1998 ", 1998),
        (Fact.YEAR, "", None),
        (Fact.YEAR, "19x", "19x"),
        (Fact.PLACE, "1998", "1998"),
    ],
)
def test_what_is_typed(fact: Fact, text: str, value: FactValue) -> None:
    assert typed(fact, text) == value


def test_a_part_after_the_last_is_a_fault_whichever_was_changed() -> None:
    values: dict[Fact, FactValue] = {Fact.PART: 4, Fact.OF: 3}
    assert set(faults({Fact.OF: 3}, values, 2026)) == {Fact.PART}
    assert faults({Fact.PLACE: "x"}, values, 2026) == {}


def test_a_box_is_of_some_kind(look: Look) -> None:
    with pytest.raises(NotImplementedError):
        FactBox(look, Fact.YEAR, "Year", 2026).value()


def test_escape_after_changes_asks_once_more(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    card = start(page, bridge)
    type_in(card, Fact.PLACE, "Reno")
    place = box(card, Fact.PLACE)
    QTest.keyClick(place.field, Qt.Key.Key_Escape)
    assert card.isVisible()
    assert place.fault.text() == "Escape again drops what you changed"
    QTest.keyClicks(place.field, ", NV")
    assert not place.fault.isVisible()
    QTest.keyClick(place.field, Qt.Key.Key_Escape)
    assert card.isVisible(), "typing went on, so it is asked again"
    card.save.setFocus()
    QTest.keyClick(card.save, Qt.Key.Key_Escape)
    assert card.notice.says("Escape again drops what you changed")
    QTest.keyClick(card.save, Qt.Key.Key_Escape)
    assert card.isHidden()
    assert done(core) == []


def test_nothing_moves_down_while_somebody_types(page: TalkPage, bridge: HandBridge) -> None:
    card = start(page, bridge)
    event, year = box(card, Fact.EVENT), box(card, Fact.YEAR)
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    before = year.mapTo(card, year.rect().topLeft()).y()
    type_in(card, Fact.EVENT, "Fall Roundup")
    assert event.hint.isVisible()
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    assert year.mapTo(card, year.rect().topLeft()).y() == before
