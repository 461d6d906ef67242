"""What a talk is one of, and where its facts lead."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.base.model import EpisodeDetail, EpisodeQuery, FeedKind
from desktop_app.base.shelves import Collection
from desktop_app.services.events import CollectionsChanged, EpisodesChanged
from desktop_app.ui.pages.talk import TalkPage
from desktop_app.ui.pages.talk_about import WayLink, in_the_feed
from desktop_app.ui.pages.talk_head import about
from tests.support.hand import episode

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton, QWidget
    from pytestqt.qtbot import QtBot

    from desktop_app.base.model import Episode
    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

KEY = "3/big book study/joe charlie"


def part(number: int, **values: object) -> Episode:
    """Return a part of one series."""
    given = {
        "title": f"Joe & Charlie - Big Book study, part {number} of 3 - Laughlin",
        "speakers": ("Joe", "Charlie"),
        "subject": "Big Book study",
        "series": "Big Book study",
        "series_key": KEY,
        "part": number,
        "of": 3,
        "topics": ("humility", "big book"),
    }
    return episode(number, **{**given, **values})


PARTS = [part(number) for number in (1, 2, 3)]


@pytest.fixture
def page(qtbot: QtBot, look: Look, bridge: HandBridge, core: HandCore) -> TalkPage:
    """The page over the second part of a series of three."""
    core.episodes = list(PARTS)
    page = TalkPage(look, bridge, lambda: 100.0, lambda _url: None)
    page.resize(1048, 728)
    qtbot.addWidget(page)
    page.show()
    bridge.happened.connect(page.heard)
    page.shown(2)
    bridge.run()
    return page


def links(page: TalkPage) -> list[tuple[str, str, str, object]]:
    """Return what is said, aloud too, and where it leads."""
    return [
        (link.text(), link.accessibleName(), way.page, way.argument)
        for way, link in page.about.links
    ]


def link(page: TalkPage, text: str) -> QPushButton:
    """Return the link with these words."""
    return next(each for _way, each in page.about.links if each.text() == text)


def test_facts_lead_to_their_pages(page: TalkPage) -> None:
    before, after = ("Joe & Charlie — Big Book study, part 1 of 3",
                     "Joe & Charlie — Big Book study, part 3 of 3")  # fmt: skip
    whole = "Big Book study, part 2 of 3"
    assert links(page) == [
        ("Joe", "All about Joe", "speaker", "Joe"),
        ("Charlie", "All about Charlie", "speaker", "Charlie"),
        (whole, f"The series {whole}", "series", KEY),
        ("‹ Previous part", f"Previous part: {before}", "talk", 1),
        ("Next part ›", f"Next part: {after}", "talk", 3),
        ("Humility", "Talks about: Humility", "speakers", EpisodeQuery(topic="humility")),
        ("The Big Book", "Talks about: The Big Book", "speakers", EpisodeQuery(topic="big book")),
    ]
    pages: list[tuple[str, object]] = []
    page.open_page.connect(lambda name, argument: pages.append((name, argument)))
    for _way, each in page.about.links:
        each.click()
    assert pages == [(name, argument) for _text, _aloud, name, argument in links(page)]


def test_the_first_and_the_last_part_have_one_neighbour(page: TalkPage, bridge: HandBridge) -> None:
    for number, said in ((1, ["Next part ›"]), (3, ["‹ Previous part"])):
        page.shown(number)
        bridge.run()
        beside = [text for text, _aloud, name, _argument in links(page) if name == "talk"]
        assert beside == said


def test_long_series_are_read_to_their_end(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    core.episodes = [part(number) for number in range(1, 251)]
    page.shown(249)
    bridge.run()
    beside = [argument for _text, _aloud, name, argument in links(page) if name == "talk"]
    assert beside == [248, 250]


def test_names_are_short_unless_the_person_wants_them_long(
    page: TalkPage, bridge: HandBridge, core: HandCore, look: Look
) -> None:
    core.episodes = [episode(2, speakers=("Earl Hightower",))]
    page.shown(2)
    bridge.tell(EpisodesChanged(frozenset({2})))
    bridge.run()
    assert links(page) == [("Earl H.", "All about Earl H.", "speaker", "Earl Hightower")]
    look.follow(replace(look.settings, short_names=False))
    assert links(page)[0][0] == "Earl Hightower"


def test_the_feeds_own_title_is_told_where_the_heading_is_another(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    assert page.head.title.text() == "Joe & Charlie — Big Book study, part 2 of 3"
    given = "In the feed: Joe & Charlie - Big Book study, part 2 of 3 - Laughlin"
    assert page.about.title.isVisible()
    assert page.about.title.accessibleName() == given
    core.episodes = [episode(2, title="As it came")]
    bridge.tell(EpisodesChanged(frozenset({2})))
    bridge.run()
    assert page.head.title.text() == "As it came"
    assert page.about.title.isHidden()
    assert page.about.links == []


@pytest.mark.usefixtures("look")
def test_short_names_hold_for_the_feeds_title_too() -> None:
    one = episode(1, title="Earl Hightower: Awake", speakers=("Earl Hightower",), subject="Awake")
    assert in_the_feed(one, short=True) == "In the feed: Earl H.: Awake"


def test_what_a_part_is_is_said_once() -> None:
    bare = replace(PARTS[1], published=None, duration=None)
    assert about(bare) == "Sober Cast"
    assert about(replace(bare, series_key=None)) == "Sober Cast"
    assert (
        about(replace(bare, series_key=None, speakers=(), title="Steps"))
        == "part 2 of 3 · Sober Cast"
    )


def test_a_place_that_the_event_names_is_said_once() -> None:
    one = episode(1, event="Texas State Convention", place="Texas", published=None, duration=None)
    assert about(one) == "Texas State Convention · Sober Cast"


def test_collections_and_the_note_are_shown_and_followed(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    assert page.about.note.isHidden()
    core.collections.answers["all"] = (Collection(4, "Step Four"), Collection(5, "Sundays"))
    detail = EpisodeDetail(replace(PARTS[1], favorite=True), note="again", collections=(5,))
    core.browsing.answers["detail"] = detail
    bridge.tell(CollectionsChanged())
    bridge.run()
    assert links(page)[-1] == ("Sundays", "The collection “Sundays”", "favorites", 5)
    assert page.about.note.isVisible()
    page.about.note.change.click()
    page.about.note.field.setText("and again")
    QTest.keyClick(page.about.note.field, Qt.Key.Key_Return)
    bridge.run()
    assert ("favorites.set_note", 2, "and again") in core.log


def test_a_change_of_a_part_beside_it_is_followed_and_of_others_is_not(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    core.episodes = PARTS[:2]
    bridge.tell(EpisodesChanged(frozenset({77})))
    assert bridge.waiting == []
    bridge.tell(EpisodesChanged(frozenset({3})))
    bridge.run()
    assert "Next part ›" not in [text for text, *_rest in links(page)]


def test_the_keyboard_stays_where_it_is_when_facts_are_read_anew(
    page: TalkPage, bridge: HandBridge, core: HandCore
) -> None:
    page.activateWindow()
    link(page, "Humility").setFocus()
    core.episodes[1] = replace(PARTS[1], topics=("humility",))
    bridge.tell(EpisodesChanged(frozenset({2})))
    bridge.run()
    assert link(page, "Humility").hasFocus()
    kept = link(page, "Humility")
    bridge.tell(EpisodesChanged(frozenset({2})))
    bridge.run()
    assert link(page, "Humility") is kept


def test_tab_goes_from_link_to_link(page: TalkPage, bridge: HandBridge, core: HandCore) -> None:
    talk = replace(PARTS[1], topics=("amends",))
    core.browsing.answers["detail"] = EpisodeDetail(talk, link="https://tapes.example/2")
    bridge.tell(EpisodesChanged(frozenset({2})))
    bridge.run()
    page.activateWindow()
    page.about.correct.setFocus()
    ways = [each for _way, each in page.about.links]
    stops: list[QWidget] = [page.about.correct, *ways, page.link]
    for before, each in pairwise(stops):
        QTest.keyClick(before, Qt.Key.Key_Tab)
        assert each.hasFocus()


def test_a_long_name_gives_way(page: TalkPage, bridge: HandBridge, core: HandCore) -> None:
    core.episodes = [part(2, series="A very long weekend " * 12)]
    page.resize(420, 700)
    bridge.tell(EpisodesChanged(frozenset({2})))
    bridge.run()
    QApplication.processEvents()
    for each in page.about.findChildren(WayLink):
        assert each.mapTo(page, each.rect().topRight()).x() < page.width()


def test_a_meditation_is_called_one(page: TalkPage, bridge: HandBridge, core: HandCore) -> None:
    assert page.about.heading.text() == "About this talk"
    core.episodes = [episode(2, kind=FeedKind.MEDITATIONS)]
    bridge.tell(EpisodesChanged(frozenset({2})))
    bridge.run()
    assert page.about.heading.text() == "About this meditation"


def test_more_can_be_done_from_a_menu(page: TalkPage) -> None:
    menu = page.commands.menu(PARTS[1], page)
    said = [action.text() for action in menu.actions()]
    assert "Open" not in said
    assert {"Play next", "Add to a collection", "Mark as heard"} <= set(said)
