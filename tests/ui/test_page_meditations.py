"""The Meditations page: presets, the guided list, the log without shame."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import FeedKind
from desktop_app.base.parsed import Chapter
from desktop_app.base.settings import Settings
from desktop_app.base.sittings import Preset, Sitting
from desktop_app.services.events import RunningSitting, SettingsChanged, SittingChanged
from desktop_app.ui.pages.meditations import GUIDED, MeditationsPage
from desktop_app.ui.pages.meditations_calendar import CalendarModel
from desktop_app.ui.pages.meditations_words import (
    Day,
    calendar,
    day_words,
    describe,
    details,
    summary,
)
from tests.support.hand import HandBridge, HandCore, Told, episode

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
PRESETS = (
    Preset("Morning quiet", length=600, settle=10),
    Preset("Evening sitting", length=1200, settle=10, bell_every=300, ambience="rain"),
    Preset("Third", length=720),
    Preset("Fourth", length=180, bell=None),
)


def sat(days_ago: float, minutes: float = 20, number: int = 1) -> Sitting:
    return Sitting(number, NOW - timedelta(days=days_ago), 1200, minutes * 60)


class Log:
    """The service of sittings; the notes of :class:`Told` have the name of its log."""

    def __init__(self, told: Told, sittings: tuple[Sitting, ...]) -> None:
        self._told, self.sittings = told, sittings

    async def log(self, limit: int) -> tuple[Sitting, ...]:
        return self.sittings[:limit]

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - any method
        return getattr(self._told, name)


@pytest.fixture
def log(core: HandCore) -> Log:
    core.sitting.answers["presets"] = PRESETS
    log = Log(core.sitting, (sat(0), sat(2), sat(40)))
    vars(core)["sitting"] = log
    core.episodes = [episode(number, kind=FeedKind.MEDITATIONS) for number in range(1, 13)]
    return log


@pytest.fixture
def page(look: Look, bridge: HandBridge, log: Log, qtbot: QtBot) -> MeditationsPage:
    page = MeditationsPage(look, bridge, lambda: NOW)
    bridge.happened.connect(page.heard)
    qtbot.addWidget(page)
    page.resize(1050, 820)
    page.show()
    page.shown(None)
    bridge.run()
    return page


@pytest.mark.parametrize(
    ("preset", "said"),
    [
        (PRESETS[0], "Bell at start and end"),
        (PRESETS[1], "Bell every 5 · rain"),
        (PRESETS[3], "No bells"),
        (Preset("x", 600, start_strikes=0), "Bell at the end"),
        (
            Preset("x", 180, bell=None, prompts=(Chapter(0, "Stop."),)),
            "No bells · words on the screen",
        ),
        (
            Preset("x", 720, prompts=(Chapter(0, "Sit."), Chapter(435, ""))),
            "Bell at start and end · words, then 5 min silence",
        ),
    ],
)
def test_a_preset_in_a_line(look: Look, preset: Preset, said: str) -> None:
    assert describe(preset) == said


def test_details_of_a_sitting(look: Look) -> None:
    assert details(PRESETS[1]) == "Bowl · every 5 minutes · rain, soft"
    assert details(PRESETS[3]) == "No bells"


@pytest.mark.parametrize(
    ("sittings", "said"),
    [
        ((), ""),
        (
            tuple(sat(days) for days in (0, 1, 2, 4, 6, 7, 150)),
            "You sat 5 of the last 7 days · 2 h 20 since June",
        ),
        ((sat(0), sat(0.1)), "You sat 1 of the last 7 days · 40 min since 22 November"),
        ((sat(30),), "20 min since October"),
        ((sat(400),), "20 min since October 2025"),
    ],
)
def test_the_log_in_a_line(look: Look, sittings: tuple[Sitting, ...], said: str) -> None:
    assert summary(sittings, NOW, UTC) == said


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


def test_shows_cards_list_and_log(page: MeditationsPage) -> None:
    assert page.subtitle.text().startswith("You sat 2 of the last 7 days · 1 h 00 since October")
    assert [card.button.accessibleName() for card in page.cards.cards][1] == (
        "Begin Evening sitting, 20 minutes"
    )
    assert page.guided.lists[0].model.rowCount() == 3
    assert page.guided.link.text() == "All 12"
    assert page.calendar.days.columnCount() == 16
    assert page.foot.text() == "16 weeks. Only on this computer."
    assert not page.running.isVisible()


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
    assert ("sitting.begin", "Evening sitting") in core.log
    assert opened.args == ["sitting", None]


def test_a_refused_begin_is_a_line(page: MeditationsPage, bridge: HandBridge, log: Log) -> None:
    log.answers["begin"] = KnownError("A sitting is under way already", "", "End it first.")
    page.cards.cards[0].button.click()
    bridge.run()
    assert page.notice.isVisible()
    assert "under way already" in page.notice.accessibleName()


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


def test_an_empty_log_says_nothing(page: MeditationsPage, bridge: HandBridge, log: Log) -> None:
    log.sittings = ()
    page.shown(None)
    bridge.run()
    assert page.subtitle.text() == ""


def test_says_when_nothing_is_kept(page: MeditationsPage, bridge: HandBridge) -> None:
    bridge.tell(SettingsChanged(Settings(log_sittings=False)))
    assert "not kept" in page.foot.text()


def test_narrow_puts_the_calendar_below(page: MeditationsPage, qtbot: QtBot) -> None:
    assert page.sittings.x() > page.guided.x()
    page.resize(600, 820)
    qtbot.waitUntil(lambda: page.sittings.y() > page.guided.y() + page.guided.height() - 1)
    tops = {card.y() for card in page.cards.cards}
    assert len(tops) == 2


def test_each_day_can_be_reached_and_heard(page: MeditationsPage) -> None:
    view = page.calendar
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
