"""The Meditations page: presets, the guided list, the log without shame."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import FeedKind
from desktop_app.base.parsed import Chapter
from desktop_app.base.settings import Settings
from desktop_app.base.sittings import Guided, Preset, Sitting, Statistics
from desktop_app.services.events import (
    PresetsChanged,
    RunningSitting,
    SettingsChanged,
    SittingChanged,
    SittingsChanged,
)
from desktop_app.ui.pages.meditations import GUIDED, MeditationsPage
from desktop_app.ui.pages.meditations_calendar import CalendarModel
from desktop_app.ui.pages.meditations_words import (
    Day,
    bell_line,
    bell_word,
    calendar,
    day_words,
    describe,
    details,
    first_shown,
    sound_line,
    sound_word,
    summary,
)
from desktop_app.ui.pages.preset_work import NEW
from desktop_app.ui.widgets.buttons import Button
from tests.support.hand import HandBridge, HandCore, episode

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
PRESETS = (
    Preset("Morning quiet", length=600, settle=10, id=1, built_in="morning"),
    Preset("Evening sitting", length=1200, settle=10, bell_every=300, ambience="rain", id=2,
           built_in="evening"),
    Preset("Third", length=720, id=3),
    Preset("Fourth", length=180, bell=None, id=4),
)  # fmt: skip


def sat(days_ago: float, minutes: float = 20, number: int = 1) -> Sitting:
    return Sitting(number, NOW - timedelta(days=days_ago), 1200, minutes * 60)


@pytest.fixture
def stocked(core: HandCore) -> HandCore:
    """Four presets, three sittings, twelve guided meditations."""
    core.presets.answers.update(all=PRESETS, suggested=(PRESETS[1], True))
    core.sittings.answers.update(
        between=(sat(0), sat(2), sat(40)),
        statistics=Statistics(3, 3600.0, 1200.0, date(2026, 10, 13), 3, 2, 2),
    )
    core.episodes = [episode(number, kind=FeedKind.MEDITATIONS) for number in range(1, 13)]
    return core


@pytest.fixture
def page(look: Look, bridge: HandBridge, stocked: HandCore, qtbot: QtBot) -> MeditationsPage:
    page = MeditationsPage(look, bridge, lambda: NOW)
    bridge.happened.connect(page.heard)
    qtbot.addWidget(page)
    page.resize(1050, 820)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.shown(None)
    bridge.run()
    return page


@pytest.mark.parametrize(
    ("preset", "said"),
    [
        (PRESETS[0], "Bowl at start and end"),
        (PRESETS[1], "Bell every 5 · rain"),
        (PRESETS[3], "No bells"),
        (Preset("x", 600, start_strikes=0), "Bell at the end"),
        (
            Preset("x", 180, bell=None, prompts=(Chapter(0, "Stop."),)),
            "No bells · words on the screen",
        ),
        (
            Preset("x", 720, prompts=(Chapter(0, "Sit."), Chapter(435, ""))),
            "Bowl at start and end · words, then 5 min silence",
        ),
        (Preset("x", 600, start_strikes=0, end_strikes=0), "No bells"),
        (Preset("x", 600, bell_every=450), "Bell every 7:30"),
        (Preset("x", 600, bell_every=30), "Bell every 30 s"),
        (Preset("x", 3600, bell_at=(300, 750)), "Bell at 5, 12:30"),
        (Preset("x", 3600, bell_at=(300, 750, 800, 900)), "Bells at chosen times"),
        (
            Preset("x", 1800, guided=Guided(1, "Body scan", 1560)),
            "Bowl at start and end · guided, then 4 min silence",
        ),
        (Preset("x", 60, bell=None, guided=Guided(1, "Body scan", 1560)), "No bells · guided"),
    ],
)
def test_a_preset_in_a_line(look: Look, preset: Preset, said: str) -> None:
    assert describe(preset) == said


def test_details_of_a_sitting(look: Look) -> None:
    assert details(PRESETS[1]) == "Bowl · every 5 minutes · rain, soft"
    assert details(PRESETS[3]) == "No bells"
    assert details(Preset("x", 600, bell="deep", bell_every=90)) == "Deep bowl · every 1:30"
    loud = Preset("x", 600, ambience="sea", ambience_volume=0.9, guided=Guided(1, "Scan"))
    assert details(loud) == "Bowl · guided · sea"


def test_sounds_have_names_and_a_new_one_is_shown_as_it_is(look: Look) -> None:
    assert (bell_word("wood"), bell_line("wood")[:5]) == ("Wood block", "Short")
    assert (bell_word("temple_block"), bell_line("temple_block")) == ("Temple block", "")
    assert (sound_word("fire"), sound_line("fire"), sound_word(None)) == ("fire", "", "")


@pytest.mark.parametrize(
    ("statistics", "said"),
    [
        (Statistics(), ""),
        (
            Statistics(7, 8400.0, first=date(2026, 6, 25), days_of_7=5),
            "You sat 5 of the last 7 days · 2 h 20 since June",
        ),
        (
            Statistics(2, 2400.0, first=date(2026, 11, 22), days_of_7=1),
            "You sat 1 of the last 7 days · 40 min since 22 November",
        ),
        (Statistics(1, 1200.0, first=date(2026, 10, 23)), "20 min since October"),
        (Statistics(1, 1200.0, first=date(2025, 10, 18)), "20 min since October 2025"),
    ],
)
def test_the_log_in_a_line(look: Look, statistics: Statistics, said: str) -> None:
    assert summary(statistics, NOW.date()) == said


def test_the_calendar_knows_when_the_log_began(look: Look) -> None:
    weeks = calendar((sat(0),), NOW, UTC, begun=date(2026, 11, 20))
    assert [day.begun for day in weeks[-1]] == [False] * 4 + [True] * 3
    assert first_shown(date(2026, 11, 22), 7) == date(2026, 8, 9)


def test_sixteen_weeks_end_with_this_one(look: Look) -> None:
    weeks = calendar((sat(0, 10), sat(0.01, 5), sat(20)), NOW, UTC, first_day=1)
    assert len(weeks) == 16
    assert {len(week) for week in weeks} == {7}
    today = weeks[-1][6]
    assert today == Day(date(2026, 11, 22), 900, begun=True, future=False)
    assert weeks[0][0].date == date(2026, 8, 3)
    assert not weeks[0][0].begun
    sunday_first = calendar((), NOW, UTC, first_day=7)
    assert sunday_first[-1][0].date == date(2026, 11, 22)
    assert [day.future for day in sunday_first[-1]] == [False] + [True] * 6


def test_a_day_as_a_sentence(look: Look) -> None:
    today = Day(date(2026, 11, 22), 1200, begun=True, future=False)
    assert day_words(today) == "Sunday, 22 November: 20 min"
    missed = Day(date(2026, 11, 21), 0, begun=True, future=False)
    assert day_words(missed) == "Saturday, 21 November"


def test_shows_cards_list_and_log(page: MeditationsPage, core: HandCore) -> None:
    assert page.subtitle.text().startswith("You sat 2 of the last 7 days · 1 h 00 since October")
    assert [card.button.accessibleName() for card in page.cards.cards][1] == (
        "Begin Evening sitting, 20 minutes"
    )
    assert page.guided.lists[0].model.rowCount() == 3
    assert page.guided.link.text() == "All 12"
    assert page.sittings.calendar.days.columnCount() == 16
    assert page.sittings.off.isHidden()
    assert not page.running.isVisible()
    assert page.rest.isHidden()
    assert ("presets.suggested", NOW) in core.log
    assert ("sittings.between", date(2026, 8, 3), date(2026, 11, 22)) in core.log


def test_each_button_tells_its_keys(page: MeditationsPage) -> None:
    tips = [card.button.toolTip() for card in page.cards.cards]
    assert tips == ["Key 1", "Keys 2 and M", "Key 3", "Key 4"]


def test_the_guided_list_asks_for_meditations(page: MeditationsPage, core: HandCore) -> None:
    assert core.asked == [(GUIDED, 0, 3)]
    assert GUIDED.kind is FeedKind.MEDITATIONS


def test_all_unfolds_and_folds(page: MeditationsPage, bridge: HandBridge) -> None:
    page.guided.link.click()
    bridge.run()
    few, every = page.guided.lists
    assert every.isVisible()
    assert not few.isVisible()
    assert every.model.rowCount() == 12
    assert page.guided.link.text() == "Show fewer"
    page.guided.link.click()
    assert few.isVisible()


def test_begin_opens_the_sitting(
    page: MeditationsPage, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    page.cards.cards[1].button.click()
    with qtbot.waitSignal(page.open_page) as opened:
        bridge.run()
    assert ("sitting.begin", PRESETS[1]) in core.log
    assert opened.args == ["sitting", None]


@pytest.mark.parametrize(
    ("key", "begun"),
    [(Qt.Key.Key_1, 0), (Qt.Key.Key_4, 3), (Qt.Key.Key_M, 1), (Qt.Key.Key_5, None),
     (Qt.Key.Key_0, None), (Qt.Key.Key_X, None)],
)  # fmt: skip
def test_keys_begin_sittings(
    page: MeditationsPage, bridge: HandBridge, core: HandCore, key: Qt.Key, begun: int | None
) -> None:
    assert page.key(key) is (begun is not None)
    bridge.run()
    asked = [each for each in core.log if each[0] == "sitting.begin"]
    assert asked == ([("sitting.begin", PRESETS[begun])] if begun is not None else [])


def test_pressed_twice_it_begins_once_and_after_a_refusal_again(
    page: MeditationsPage, bridge: HandBridge, core: HandCore
) -> None:
    core.sitting.answers["begin"] = KnownError("No sound can be made")
    page.cards.cards[0].button.click()
    assert page.cards.cards[0].button.text() == "One moment…"
    page.key(Qt.Key.Key_2)
    bridge.run()
    assert page.cards.cards[0].button.text() == "Begin"
    page.key(Qt.Key.Key_2)
    bridge.run()
    begun = [each for each in core.log if each[0] == "sitting.begin"]
    assert begun == [("sitting.begin", PRESETS[0]), ("sitting.begin", PRESETS[1])]


def test_with_a_sitting_under_way_keys_lead_to_it(
    page: MeditationsPage, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    bridge.tell(SittingChanged(RunningSitting(PRESETS[1], 1210, (10, 1210), (), 0, 0)))
    with qtbot.waitSignal(page.open_page) as opened:
        assert page.key(Qt.Key.Key_1)
    bridge.run()
    assert opened.args == ["sitting", None]
    assert not [each for each in core.log if each[0] == "sitting.begin"]


def test_a_refused_begin_is_a_line(
    page: MeditationsPage, bridge: HandBridge, core: HandCore
) -> None:
    problem = KnownError("A sitting is under way already", "", "End it first.")
    core.sitting.answers["begin"] = problem
    page.cards.cards[0].button.click()
    bridge.run()
    assert page.notice.isVisible()
    assert "under way already" in page.notice.accessibleName()


def test_a_card_is_changed_copied_moved_and_removed(
    page: MeditationsPage, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    opened: list[tuple[str, object]] = []
    page.open_page.connect(lambda name, argument: opened.append((name, argument)))
    card = page.cards.cards[1]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)
    actions = {each.text().partition("\t")[0]: each for each in card.menu().actions()}
    actions["Make another like it"].trigger()
    copy = replace(PRESETS[1], id=0, built_in="", name="Evening sitting, my own")
    assert opened == [("preset", 2), ("preset", copy)]
    actions["Move forward"].trigger()
    bridge.run()
    assert ("presets.put", 2, 1) in core.log
    actions["Move back"].trigger()
    bridge.run()
    assert ("presets.put", 2, 4) in core.log
    actions["Remove"].trigger()
    bridge.run()
    assert ("presets.remove", 2) in core.log
    assert "“Evening sitting” is removed" in page.notice.accessibleName()
    assert page.notice.undo
    page.notice.press()
    bridge.run()
    assert core.log[-1] == ("presets.put_back", PRESETS[1], 3)


def test_a_card_moves_and_goes_by_keys_and_the_keyboard_stays_with_it(
    page: MeditationsPage, bridge: HandBridge, core: HandCore
) -> None:
    first, last = page.cards.cards[0], page.cards.cards[3]
    QTest.keyClick(first.button, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(last.button, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    bridge.run()
    assert not [each for each in core.log if each[0] == "presets.put"]
    first.button.setFocus()
    QTest.keyClick(first.button, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    bridge.run()
    assert ("presets.put", 1, 3) in core.log
    core.presets.answers["all"] = (PRESETS[1], PRESETS[0], *PRESETS[2:])
    bridge.tell(PresetsChanged())
    bridge.run()
    assert [card.preset.id for card in page.cards.cards] == [2, 1, 3, 4]
    assert page.cards.cards[1] is first
    assert first.button.hasFocus()
    assert first.button.toolTip() == "Key 2"
    QTest.keyClick(first.button, Qt.Key.Key_Delete)
    bridge.run()
    core.presets.answers["all"] = PRESETS[1:]
    QTest.keyClick(first.button, Qt.Key.Key_Delete)
    bridge.run()
    assert [each for each in core.log if each[0] == "presets.remove"] == [("presets.remove", 1)]
    assert page.notice.undo
    bridge.tell(PresetsChanged())
    bridge.run()
    assert page.cards.cards[1].button.hasFocus()


def test_what_was_removed_can_be_brought_back(
    page: MeditationsPage, bridge: HandBridge, core: HandCore
) -> None:
    assert page.back_again.isHidden()
    core.presets.answers.update(all=PRESETS[1:], changed=frozenset({1, 2}))
    bridge.tell(PresetsChanged())
    bridge.run()
    assert page.back_again.isVisible()
    page.back_again.click()
    bridge.run()
    assert [each for each in core.log if each[0] == "presets.restore"] == [("presets.restore", 1)]


@pytest.mark.parametrize(("number", "stays"), [(1, False), (2, True)])
def test_what_was_brought_back_is_not_called_removed_any_more(
    page: MeditationsPage, bridge: HandBridge, core: HandCore, number: int, stays: bool
) -> None:
    gone = next(each for each in PRESETS if each.id == number)
    core.presets.answers.update(get=gone, remove=None)
    page._asked("remove", gone)
    bridge.run()
    assert page.notice.says(f"“{gone.name}” is removed")
    core.presets.answers.update(all=PRESETS[1:], changed=frozenset({1}))
    bridge.tell(PresetsChanged())
    bridge.run()
    page.back_again.click()
    bridge.run()
    assert page.notice.isVisible() is stays


def test_without_presets_it_says_what_to_do(
    page: MeditationsPage, bridge: HandBridge, core: HandCore
) -> None:
    core.presets.answers.update(all=(), suggested=(None, False), changed=frozenset({1, 2}))
    bridge.tell(PresetsChanged())
    bridge.run()
    assert page.rest.isVisible()
    assert not page.cards.isVisible()
    assert not page.key(Qt.Key.Key_M)
    page.waiting.findChildren(Button)[0].click()
    bridge.run()
    restored = [each for each in core.log if each[0] == "presets.restore"]
    assert restored == [("presets.restore", 1), ("presets.restore", 2)]


def test_loading_and_failing_look_different(
    look: Look, bridge: HandBridge, stocked: HandCore, qtbot: QtBot
) -> None:
    page = MeditationsPage(look, bridge, lambda: NOW)
    qtbot.addWidget(page)
    page.show()
    page.shown(None)
    assert page.rest.isVisible()
    loading = page.waiting.grab().toImage()
    stocked.presets.answers["all"] = KnownError("The library cannot be read")
    bridge.run()
    assert page.waiting.grab().toImage() != loading
    stocked.presets.answers["all"] = PRESETS
    page.waiting.findChildren(Button)[0].click()
    bridge.run()
    assert page.cards.isVisible()
    stocked.presets.answers["all"] = KnownError("The library cannot be read")
    page.shown(None)
    bridge.run()
    assert page.cards.isVisible()
    assert page.notice.isVisible()


def test_ways_to_other_pages(page: MeditationsPage) -> None:
    opened: list[tuple[str, object]] = []
    page.open_page.connect(lambda name, argument: opened.append((name, argument)))
    page.new.click()
    page.sounds.click()
    page.sittings.opened.emit(date(2026, 11, 20))
    assert opened == [("preset", NEW), ("sounds", None), ("sittings", date(2026, 11, 20))]


def test_a_running_one_is_shown_and_led_to(
    page: MeditationsPage, bridge: HandBridge, qtbot: QtBot
) -> None:
    running = RunningSitting(PRESETS[1], 1210, (10, 1210), (), 0, 0)
    bridge.tell(SittingChanged(running))
    assert page.running.isVisible()
    assert page.running.words.text() == "Evening sitting is under way"
    with qtbot.waitSignal(page.open_page) as opened:
        page.running.button.click()
    assert opened.args == ["sitting", None]
    bridge.tell(SittingChanged(RunningSitting(PRESETS[1], 1210, (), (), 1210, 0, ended=True)))
    assert not page.running.isVisible()


def test_an_empty_log_says_nothing(
    page: MeditationsPage, bridge: HandBridge, core: HandCore
) -> None:
    core.sittings.answers.update(between=(), statistics=Statistics())
    bridge.tell(SittingsChanged())
    bridge.run()
    assert page.subtitle.text() == ""


def test_says_when_nothing_is_kept(page: MeditationsPage, bridge: HandBridge) -> None:
    bridge.tell(SettingsChanged(Settings(log_sittings=False)))
    assert page.sittings.off.isVisible()


def test_narrow_puts_the_calendar_below(page: MeditationsPage, qtbot: QtBot) -> None:
    assert page.sittings.x() > page.guided.x()
    page.resize(600, 820)
    qtbot.waitUntil(lambda: page.sittings.y() > page.guided.y() + page.guided.height() - 1)
    tops = {card.y() for card in page.cards.cards}
    assert len(tops) == 2


def test_each_day_can_be_reached_and_heard(page: MeditationsPage) -> None:
    view = page.sittings.calendar
    assert view.focusPolicy() & Qt.FocusPolicy.TabFocus
    view.setCurrentIndex(view.days.index(0, 14))
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.currentIndex().column() == 15
    said = view.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == view.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
    assert "November" in said


def test_the_calendars_model_keeps_qts_rules(look: Look) -> None:
    model = CalendarModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_weeks(calendar((), NOW, UTC))
    model.set_weeks(calendar((sat(0),), NOW, UTC))
    assert model.index(6, 15).data(Qt.ItemDataRole.AccessibleTextRole).endswith("20 min")


def test_tab_comes_to_the_cards_before_what_stands_below(page: MeditationsPage) -> None:
    stops = [page.new]
    while stops[-1] is not page.sittings.all:
        stops.append(stops[-1].nextInFocusChain())  # type: ignore[arg-type]  # any widget
    places = [stops.index(card.button) for card in page.cards.cards]
    assert places == sorted(places)
    assert places[-1] < stops.index(page.guided.link)
