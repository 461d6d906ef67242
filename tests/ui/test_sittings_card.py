"""The card of sixteen weeks, and the squares of a year."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop_app.base.settings import Settings
from desktop_app.base.sittings import Sitting
from desktop_app.ui.pages.meditations_calendar import EXPORT, SittingsCard
from desktop_app.ui.pages.meditations_words import calendar
from desktop_app.ui.pages.sittings_walk import VALUE
from desktop_app.ui.pages.sittings_words import day_span, year_weeks
from desktop_app.ui.pages.sittings_year import MonthNames, YearCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look

NOW = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)
LOG = (Sitting(1, NOW, 1200, 1200), Sitting(2, NOW - timedelta(days=9), 600, 600))


@pytest.fixture
def card(look: Look, qtbot: QtBot) -> SittingsCard:
    card = SittingsCard(look)
    qtbot.addWidget(card)
    card.resize(410, 260)
    card.show()
    card.set_weeks(calendar(LOG, NOW, UTC, 1))
    return card


def test_a_click_opens_a_day(card: SittingsCard, qtbot: QtBot) -> None:
    index = card.calendar.days.index(0, 14)
    at = card.calendar.visualRect(index).center()
    with qtbot.waitSignal(card.opened) as opened:
        QTest.mouseClick(
            card.calendar.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at
        )
    assert opened.args == [date(2026, 11, 9)]


def test_keys_begin_at_today_and_open_a_day(card: SittingsCard, qtbot: QtBot) -> None:
    card.calendar.setFocus(Qt.FocusReason.TabFocusReason)
    assert card.calendar.currentIndex().data(VALUE) == NOW.date()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left):
        QTest.keyClick(card.calendar, key)
    with qtbot.waitSignal(card.opened) as opened:
        QTest.keyClick(card.calendar, Qt.Key.Key_Return)
    assert opened.args == [date(2026, 11, 10)]


def test_a_day_to_come_opens_nothing(card: SittingsCard, qtbot: QtBot) -> None:
    ahead = card.calendar.days.index(6, 15)
    assert ahead.data(VALUE) is None
    card.calendar.setCurrentIndex(ahead)
    with qtbot.assertNotEmitted(card.opened):
        QTest.keyClick(card.calendar, Qt.Key.Key_Return)
        QTest.mouseClick(
            card.calendar.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            card.calendar.visualRect(ahead).center(),
        )


def test_links_open_the_page_and_export(card: SittingsCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.opened) as opened:
        card.all.click()
    assert opened.args == [None]
    with qtbot.waitSignal(card.opened) as opened:
        card.export.click()
    assert opened.args == [EXPORT]


def test_says_when_new_ones_are_not_kept(card: SittingsCard) -> None:
    assert card.foot.text() == "16 weeks. Only on this computer."
    assert not card.off.isVisible()
    card.set_kept(False)
    assert card.off.isVisible()


def test_the_colours_of_days(card: SittingsCard, look: Look) -> None:
    picture = card.calendar.grab().toImage()
    ratio = picture.devicePixelRatio()

    def colour(row: int, column: int) -> str:
        at = card.calendar.visualRect(card.calendar.days.index(row, column)).center()
        return picture.pixelColor(QPoint(round(at.x() * ratio), round(at.y() * ratio))).name()

    assert colour(2, 15) == look.palette.calm
    assert colour(1, 15) == look.palette.calm_soft
    assert colour(0, 13) == look.palette.line


def test_a_year_is_named_and_scrolls_where_there_is_no_room(look: Look, qtbot: QtBot) -> None:
    card = YearCard(look)
    qtbot.addWidget(card)
    card.resize(700, 170)
    card.show()
    weeks = year_weeks(2026, LOG, NOW.date(), date(2026, 1, 5), UTC)
    card.show_year(2026, weeks, range(2025, 2027), "2 sittings")
    names = card.calendar.horizontalHeader()
    assert isinstance(names, MonthNames)
    assert [name for _column, name in names.names()][:3] == ["Jan", "Feb", "Mar"]
    assert len(names.names()) == 12
    bar = card.calendar.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert card.before.accessibleName() == "Show 2025"
    card.resize(320, 190)
    qtbot.waitUntil(lambda: card.calendar.viewport().width() < 300)
    assert bar.maximum() == 0, "a slim year is still seen as a whole"
    card.resize(230, 190)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    card.calendar.show_last()
    today = card.calendar.visualRect(card.calendar.currentIndex())
    assert card.calendar.viewport().rect().contains(today.center())
    card.calendar.mark(day_span(NOW.date()))
    assert card.calendar.square.marked == day_span(NOW.date())


def test_follows_the_size_of_letters(card: SittingsCard, look: Look) -> None:
    before = card.calendar.sizeHint()
    look.follow(Settings(text_percent=200))
    assert card.calendar.sizeHint() == before * 2
