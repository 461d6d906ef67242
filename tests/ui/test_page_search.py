"""Search: groups follow the typing, and a late answer never takes a newer one's place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QStyleOptionViewItem

from desktop_app.base.errors import KnownError
from desktop_app.base.model import Bookmark, PlayStatus, Speaker
from desktop_app.base.settings import Settings
from desktop_app.base.shelves import Found, FoundLine, FoundMark, FoundNote, Group
from desktop_app.services.events import BookmarksChanged, EpisodesChanged, PlayerChanged
from desktop_app.ui.models.episodes import ListState
from desktop_app.ui.pages.search import ALL, FEW, SearchPage
from desktop_app.ui.widgets.hit_row import HitList
from tests.support.hand import MOMENT, episode, now_playing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListView
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

EVERYTHING = Found(
    "bob",
    speakers=(Speaker("Bob Darling", 27), Speaker("Bobby", 1)),
    talks=tuple(episode(one) for one in (5, 3, 9)),
    notes=(
        FoundNote(episode(21), "what Bob said", own=True),
        FoundNote(episode(22), "…the night that Bob came to the door…"),
    ),
    marks=(FoundMark(episode(31), Bookmark(7, 31, 724.0, "Bob laughs", MOMENT)),),
    lines=(
        FoundLine(episode(41), 61.5, "and then Bob went home"),
        FoundLine(episode(42), None, "Bob was there"),
    ),
    more=frozenset({Group.LINES}),
)
ANSWERS = {
    "bob": EVERYTHING,
    "bob d": Found("bob d", talks=(episode(3),)),
    "said": Found("said", lines=(FoundLine(episode(41), 61.5, "he said so"),)),
}


def _answer(text: str, _limit: int, only: Group | None) -> Found:
    found = ANSWERS.get(text, Found(text))
    if only is Group.LINES:
        return Found(text, lines=found.lines * 100, more=frozenset({Group.LINES}))
    return found


@pytest.fixture
def page(qtbot: QtBot, look: Look, bridge: HandBridge, core: HandCore) -> SearchPage:
    """The page before anything was typed."""
    core.searching.answers["everything"] = _answer
    page = SearchPage(look, bridge)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    page.shown(None)
    return page


@pytest.fixture
def places(page: SearchPage) -> list[tuple[str, Any]]:
    """Where the page wants to lead."""
    found: list[tuple[str, Any]] = []
    page.open_page.connect(lambda name, argument: found.append((name, argument)))
    return found


def look_for(page: SearchPage, bridge: HandBridge, text: str) -> None:
    """Show what is found for some words."""
    page.shown(text)
    bridge.run()


def talks(page: SearchPage) -> list[int]:
    """Return the talks as they stand."""
    return [one.id for one in page.groups.talks.loaded()]


def seen(page: SearchPage) -> list[Group]:
    """Return the groups that are to be seen."""
    return [group for group, each in page.groups.groups.items() if each.isVisible()]


def view(page: SearchPage, group: Group) -> QListView:
    return page.groups.groups[group].view


def click(page: SearchPage, group: Group, row: int, at: Qt.MouseButton) -> None:
    """Press a row, in its middle."""
    rows = view(page, group)
    place = rows.visualRect(rows.model().index(row, 0)).center()
    QTest.mouseClick(rows.viewport(), at, pos=place)


def aloud(page: SearchPage, group: Group) -> list[str]:
    """Return what a screen reader says of a group's rows."""
    model = view(page, group).model()
    role = Qt.ItemDataRole.AccessibleTextRole
    return [str(model.index(row, 0).data(role)) for row in range(model.rowCount())]


def test_before_typing_it_says_what_can_be_found(page: SearchPage, bridge: HandBridge) -> None:
    assert page.placeholder.isVisible()
    assert page.placeholder.accessibleName().startswith("What are you looking for?")
    assert bridge.waiting == []


def test_what_is_found_stands_in_groups(page: SearchPage, bridge: HandBridge) -> None:
    look_for(page, bridge, " bob ")

    assert seen(page) == list(Group)
    assert talks(page) == [5, 3, 9]
    assert page.subtitle.text() == "The best of each kind"
    assert page.field.selectedText() == ""
    names = [each.accessibleName() for each in page.groups.views]
    assert names == ["Speakers", "Talks and meditations", "In the notes", "Bookmarks",
                     "Said in transcripts"]  # fmt: skip


def test_groups_without_rows_are_not_seen(page: SearchPage, bridge: HandBridge) -> None:
    look_for(page, bridge, "bob d")

    assert seen(page) == [Group.TALKS]
    assert page.subtitle.text() == "1 found"


def test_every_row_has_a_sentence(page: SearchPage, bridge: HandBridge, look: Look) -> None:
    look.follow(Settings(short_names=False))
    look_for(page, bridge, "bob")

    assert aloud(page, Group.SPEAKERS) == [
        "Speaker Bob Darling, 27 talks", "Speaker Bobby, 1 talk"]  # fmt: skip
    assert aloud(page, Group.TALKS)[0].startswith("Talk 5, 17 Nov 2026, Sober Cast")
    assert aloud(page, Group.NOTES) == [
        "Talk 21, your note: what Bob said",
        "Talk 22, in the notes: …the night that Bob came to the door…",
    ]
    assert aloud(page, Group.MARKS) == ["Talk 31, bookmark at 12 minutes 4 seconds: Bob laughs"]
    assert aloud(page, Group.LINES) == [
        "Talk 41, said at 1 minute 1 second: and then Bob went home",
        "Talk 42, said: Bob was there",
    ]


def test_names_are_shortened_as_elsewhere(page: SearchPage, bridge: HandBridge) -> None:
    look_for(page, bridge, "bob")
    assert aloud(page, Group.SPEAKERS)[0] == "Speaker Bob D., 27 talks"


def test_the_words_are_marked(page: SearchPage, bridge: HandBridge) -> None:
    look_for(page, bridge, "bob")
    hit = page.groups.models[Group.LINES].lines[0]
    (mark,) = hit.marks  # type: ignore[attr-defined]
    assert hit.more[slice(*mark)] == "Bob"  # type: ignore[attr-defined]


def test_every_letter_is_looked_for_and_only_the_newest_answer_counts(
    page: SearchPage, bridge: HandBridge, core: HandCore
) -> None:
    QTest.keyClicks(page.field, "bob")
    assert len(bridge.waiting) == 3
    assert [call.cancelled for call in bridge.waiting] == [True, True, False]
    assert page.placeholder.accessibleName() == "One moment…"
    bridge.run()

    assert core.log[-1] == ("searching.everything", "bob", FEW, None)
    assert talks(page) == [5, 3, 9]


def test_a_late_answer_never_replaces_a_newer_one(page: SearchPage, bridge: HandBridge) -> None:
    QTest.keyClicks(page.field, "bob")
    late = bridge.waiting.pop()
    QTest.keyClicks(page.field, " d")
    bridge.run()
    bridge.waiting.append(late)
    bridge.run()

    assert talks(page) == [3]
    assert page.subtitle.text() == "1 found"


def test_a_late_failure_never_replaces_a_newer_answer(
    page: SearchPage, bridge: HandBridge, core: HandCore
) -> None:
    QTest.keyClicks(page.field, "bob")
    late = bridge.waiting.pop()
    QTest.keyClicks(page.field, " d")
    bridge.run()
    core.searching.answers["everything"] = KnownError("The library cannot be read", "it is locked")
    bridge.waiting.append(late)
    bridge.run()

    assert talks(page) == [3]
    assert page.groups.isVisible()


def test_the_old_rows_stay_until_the_new_ones_are_there(
    page: SearchPage, bridge: HandBridge
) -> None:
    look_for(page, bridge, "bob")
    page.shown("bob d")
    assert talks(page) == [5, 3, 9]
    assert page.groups.isVisible()
    assert page.groups.talks.state is ListState.READY


def test_nothing_found_is_not_the_same_as_nothing_asked(
    page: SearchPage, bridge: HandBridge
) -> None:
    look_for(page, bridge, "zebra")

    assert page.placeholder.isVisible()
    assert page.placeholder.accessibleName().startswith("Nothing was found for “zebra”")
    page.placeholder._button.click()
    assert page.field.text() == ""
    assert page.placeholder.accessibleName().startswith("What are you looking for?")
    assert page.subtitle.text() == ""


def test_an_answer_to_words_that_were_cleared_is_dropped(
    page: SearchPage, bridge: HandBridge
) -> None:
    page.shown("bob")
    page.field.clear()
    bridge.run()
    assert page.placeholder.accessibleName().startswith("What are you looking for?")


def test_the_same_words_are_asked_again_after_a_clearing(
    page: SearchPage, bridge: HandBridge
) -> None:
    look_for(page, bridge, "bob")
    page.field.clear()
    QTest.keyClicks(page.field, "bob")
    bridge.run()

    assert talks(page) == [5, 3, 9]
    assert page.groups.isVisible()


def test_a_failure_can_be_tried_again(page: SearchPage, bridge: HandBridge, core: HandCore) -> None:
    look_for(page, bridge, "bob d")
    core.searching.answers["everything"] = KnownError("The library cannot be read", "it is locked")
    look_for(page, bridge, "bob")
    assert page.placeholder.accessibleName() == "The library cannot be read. It is locked."
    assert page.placeholder.isVisible()
    assert page.subtitle.text() == ""

    core.searching.answers["everything"] = _answer
    page.placeholder._button.click()
    bridge.run()
    assert talks(page) == [5, 3, 9]


def test_a_group_can_be_seen_whole_and_left_again(
    page: SearchPage, bridge: HandBridge, core: HandCore
) -> None:
    look_for(page, bridge, "bob")
    links = [each.link for each in page.groups.groups.values()]
    assert [link.isVisible() for link in links] == [False, False, False, False, True]
    assert links[-1].accessibleName() == "Said in transcripts: Show all"
    links[-1].click()
    bridge.run()

    assert core.log[-1] == ("searching.everything", "bob", ALL, Group.LINES)
    assert seen(page) == [Group.LINES]
    assert view(page, Group.LINES).model().rowCount() == 200
    assert page.subtitle.text().startswith("The 200 that fit best")
    links[-1].click()
    bridge.run()
    assert seen(page) == list(Group)


def test_other_words_are_looked_for_everywhere(
    page: SearchPage, bridge: HandBridge, core: HandCore
) -> None:
    look_for(page, bridge, "bob")
    page.groups.groups[Group.LINES].link.click()
    bridge.run()
    look_for(page, bridge, "bob d")
    assert core.log[-1] == ("searching.everything", "bob d", FEW, None)


@pytest.mark.parametrize(
    ("group", "row", "expected", "played"),
    [
        (Group.SPEAKERS, 0, ("speaker", "Bob Darling"), None),
        (Group.TALKS, 1, ("talk", 3), None),
        (Group.NOTES, 0, ("talk", 21), None),
        (Group.MARKS, 0, ("talk", 31), ("listening.play", 31, 724.0)),
        (Group.LINES, 0, ("talk", 41), ("listening.play", 41, 61.5)),
        (Group.LINES, 1, ("talk", 42), None),
    ],
)
@pytest.mark.parametrize("by_key", [False, True])
def test_a_row_leads_where_it_says(
    page: SearchPage,
    bridge: HandBridge,
    core: HandCore,
    places: list[tuple[str, Any]],
    group: Group,
    row: int,
    expected: tuple[str, Any],
    played: tuple[Any, ...] | None,
    *,
    by_key: bool,
) -> None:
    look_for(page, bridge, "bob")
    core.log.clear()
    if by_key:
        rows = view(page, group)
        rows.setCurrentIndex(rows.model().index(row, 0))
        QTest.keyClick(rows, Qt.Key.Key_Return)
    else:
        click(page, group, row, Qt.MouseButton.LeftButton)
    bridge.run()

    assert places == [expected]
    assert core.log == ([played] if played else [])


def test_a_place_in_the_talk_that_plays_is_gone_to(
    page: SearchPage, bridge: HandBridge, core: HandCore
) -> None:
    look_for(page, bridge, "bob")
    playing = now_playing(episode(41), status=PlayStatus.PLAYING)
    bridge.tell(PlayerChanged(playing))
    core.log.clear()
    click(page, Group.LINES, 0, Qt.MouseButton.LeftButton)
    bridge.run()
    assert core.log == [("listening.seek", 61.5)]


def test_the_arrows_run_through_all_groups_and_escape_leads_back(
    page: SearchPage, bridge: HandBridge, qtbot: QtBot
) -> None:
    look_for(page, bridge, "bob")
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.field.setFocus()
    way = []
    for _ in range(11):
        focus = page.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Down)
        here = next(group for group in Group if view(page, group).hasFocus())
        way.append((here, view(page, here).currentIndex().row()))
    speakers, named, noted, marked, said = Group
    assert way == [
        (speakers, 0), (speakers, 1), (named, 0), (named, 1), (named, 2), (noted, 0), (noted, 1),
        (marked, 0), (said, 0), (said, 1), (said, 1),
    ]  # fmt: skip
    assert not view(page, named).selectedIndexes()
    for _ in range(10):
        focus = page.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Up)
    assert page.field.hasFocus()
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    QTest.keyClick(view(page, speakers), Qt.Key.Key_Escape)
    assert page.field.hasFocus()
    assert page.field.text() == "bob"


def test_tab_leads_through_links_and_lists_as_they_stand(
    page: SearchPage, bridge: HandBridge, qtbot: QtBot
) -> None:
    look_for(page, bridge, "bob")
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.field.setFocus()
    way = []
    for _ in range(6):
        page.focusNextChild()
        way.append(page.focusWidget())
    links = [each.link for each in page.groups.groups.values() if each.link.isVisible()]
    views = page.groups.views
    assert way == [*views[:4], *links, views[4]]


def test_a_group_that_has_nothing_any_more_gives_way_to_all(
    page: SearchPage, bridge: HandBridge, core: HandCore
) -> None:
    look_for(page, bridge, "bob")
    page.groups.groups[Group.LINES].link.click()
    bridge.run()
    core.searching.answers["everything"] = lambda text, _limit, only: (
        Found(text) if only else Found(text, talks=(episode(5),))
    )
    bridge.tell(EpisodesChanged(frozenset({5})))
    bridge.run()
    assert seen(page) == [Group.TALKS]


def test_a_blank_more_is_no_other_question(page: SearchPage, bridge: HandBridge) -> None:
    look_for(page, bridge, "bob")
    page.groups.groups[Group.LINES].link.click()
    bridge.run()
    QTest.keyClicks(page.field, " ")
    assert bridge.waiting == []
    assert seen(page) == [Group.LINES]


def test_the_same_words_handed_on_again_are_looked_for_again(
    page: SearchPage, bridge: HandBridge
) -> None:
    look_for(page, bridge, "bob")
    page.shown("bob")
    assert len(bridge.waiting) == 1


def test_the_field_is_left_only_for_something(page: SearchPage, bridge: HandBridge) -> None:
    look_for(page, bridge, "zebra")
    QTest.keyClick(page.field, Qt.Key.Key_Down)
    assert page.focusWidget() is page.field


def test_the_keyboard_goes_back_to_the_field_when_its_group_is_gone(
    page: SearchPage, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    look_for(page, bridge, "bob")
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    view(page, Group.SPEAKERS).setFocus()
    core.searching.answers["everything"] = lambda *_: Found("bob", talks=(episode(5),))
    page.heard(BookmarksChanged())
    bridge.run()
    assert page.field.hasFocus()


def test_changed_talks_are_looked_for_anew(
    page: SearchPage, bridge: HandBridge, core: HandCore
) -> None:
    look_for(page, bridge, "bob")
    now = Found("bob", talks=(episode(5, favorite=True),))
    core.searching.answers["everything"] = lambda *_: now
    bridge.tell(EpisodesChanged(frozenset({5})))
    bridge.run()

    assert page.groups.talks.loaded() == [episode(5, favorite=True)]


def test_a_page_that_is_not_in_sight_asks_nothing(page: SearchPage, bridge: HandBridge) -> None:
    look_for(page, bridge, "bob")
    page.hide()
    bridge.tell(EpisodesChanged(frozenset({5})))
    page.heard(BookmarksChanged())
    assert bridge.waiting == []
    page.show()
    page.shown(None)
    assert len(bridge.waiting) == 1


def test_many_talks_are_all_there(page: SearchPage, bridge: HandBridge, core: HandCore) -> None:
    tester = QAbstractItemModelTester(
        page.groups.talks, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    for count in (150, 3, 0, 201):
        some = tuple(episode(one) for one in range(1, count + 1))
        core.searching.answers["everything"] = lambda text, *_, some=some: Found(text, talks=some)
        look_for(page, bridge, f"w{count}")
        rows = page.groups.talks
        assert [rows.episode(row) for row in range(rows.rowCount())] == list(some)
        assert bridge.waiting == []
    del tester


def test_a_row_that_is_no_talk_offers_the_menu_of_its_talk(
    page: SearchPage, bridge: HandBridge
) -> None:
    look_for(page, bridge, "bob")
    rows = view(page, Group.LINES)
    assert isinstance(rows, HitList)
    asked: list[int] = []
    page.groups.menu_wanted.connect(lambda one, _at: asked.append(one.id))
    page.groups.menu_wanted.disconnect(page._menu)
    rows.customContextMenuRequested.emit(rows.visualRect(rows.model().index(1, 0)).center())
    people = view(page, Group.SPEAKERS)
    people.customContextMenuRequested.emit(people.visualRect(people.model().index(0, 0)).center())
    assert asked == [42]


@pytest.mark.parametrize("width", [240, 400, 900])
@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("and then Bob went home", True),
        ("word " * 40 + "Bob" + " word" * 40, True),
        ("x" * 150 + " Bob " + "y" * 150, True),
        ("Bob " * 60, True),
        ("😀 " * 30 + "Bob", True),
        ("שלום Bob עולם " * 12, True),
        ("nothing of it " * 20, False),
    ],
)
def test_the_first_marked_word_is_seen_however_long_the_text(
    page: SearchPage, bridge: HandBridge, core: HandCore, width: int, text: str, *, marked: bool
) -> None:
    found = Found("bob", lines=(FoundLine(episode(41), 3.0, text),))
    core.searching.answers["everything"] = lambda *_: found
    look_for(page, bridge, "bob")
    rows = view(page, Group.LINES)
    option = QStyleOptionViewItem()
    rows.initViewItemOption(option)
    option.rect = QRect(0, 0, width, 66)
    image = QImage(width, 66, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    rows.itemDelegate().paint(painter, option, rows.model().index(0, 0))
    painter.end()
    below = [image.pixelColor(x, y).lightness() for x in range(70, width) for y in range(36, 60)]
    assert (min(below) < QColor(page.look.palette.soft).lightness() - 20) is marked


@pytest.mark.parametrize("width", [0, 60, 80, 120])
def test_a_row_without_room_is_drawn_all_the_same(
    page: SearchPage, bridge: HandBridge, width: int
) -> None:
    look_for(page, bridge, "bob")
    for group in (Group.SPEAKERS, Group.NOTES, Group.LINES):
        rows = view(page, group)
        option = QStyleOptionViewItem()
        rows.initViewItemOption(option)
        option.rect = QRect(0, 0, width, 66)
        image = QImage(200, 66, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        rows.itemDelegate().paint(painter, option, rows.model().index(0, 0))
        painter.end()
