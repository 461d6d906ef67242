"""The rows of the log and the tables of days and months, under Qt's own model tester."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop_app.base.sittings import Month, Sitting
from desktop_app.ui.pages.meditations_calendar import CalendarModel
from desktop_app.ui.pages.sittings_model import SittingsModel, sitting_at
from desktop_app.ui.pages.sittings_months import SHARE, MonthsModel
from desktop_app.ui.pages.sittings_walk import VALUE
from desktop_app.ui.pages.sittings_words import month_span, year_weeks

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop_app.ui.look.theme import Look

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)


def rows(*ids: int, note: str = "") -> tuple[Sitting, ...]:
    return tuple(Sitting(one, NOW - timedelta(days=one), 0, 600, "", note) for one in ids)


def test_rows_come_go_and_change_under_the_tester(look: Look) -> None:
    model = SittingsModel(zone=UTC)
    tester = QAbstractItemModelTester(model, FATAL)
    chance, changes = random.Random(1), []  # noqa: S311 - no secret
    model.dataChanged.connect(lambda first, last, _roles: changes.append((first.row(), last.row())))
    for _ in range(200):
        ids = sorted(chance.sample(range(30), chance.randrange(12)))
        wanted = tuple(replace(each, note=chance.choice(("", "x"))) for each in rows(*ids))
        model.set_sittings(wanted)
        assert model.sittings == wanted
        assert [sitting_at(model.index(row)) for row in range(model.rowCount())] == list(wanted)
    assert changes
    assert tester.model() is model


def test_a_row_keeps_its_place_when_others_come_and_go(qapp: QApplication) -> None:
    model = SittingsModel()
    model.set_sittings(rows(1, 2, 3, 4))
    third = QPersistentModelIndex(model.index(2))
    model.set_sittings(rows(0, 1, 3, 4))
    assert third.row() == 2
    model.set_sittings(rows(3, 4, note="new"))
    assert third.row() == 0
    model.append(rows(5, 6))
    assert [each.id for each in model.sittings] == [3, 4, 5, 6]
    assert model.row_of(6) == 3
    assert model.row_of(9) == -1
    model.set_sittings(rows(4, 5))
    assert not third.isValid()


def test_a_row_is_told_aloud(look: Look) -> None:
    model = SittingsModel(zone=UTC)
    model.today = NOW.date()
    model.set_sittings((Sitting(1, NOW, 0, 1260, "Evening", "Rain"),))
    index = model.index(0)
    assert index.data() == "Sunday, 22 November · 20:00"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Sunday, 22 November, at 20:00, 21 minutes, Evening, Rain"
    )
    assert index.data(Qt.ItemDataRole.ToolTipRole) == (
        "Sunday, 22 November · 20:00 · 21 min\nEvening · Rain"
    )


def test_years_of_other_lengths_under_the_tester(look: Look) -> None:
    model = CalendarModel()
    tester = QAbstractItemModelTester(model, FATAL)
    for year in (2026, 2024, 2012, 2025, 2026):
        weeks = year_weeks(year, (), NOW.date(), date(2012, 2, 1))
        model.set_weeks(weeks)
        assert model.columnCount() == len(weeks)
    assert tester.model() is model
    row, column = model.last_place()
    assert model.index(row, column).data(VALUE) == NOW.date()
    outside = model.index(0, 0)
    assert outside.data(VALUE) is None
    assert outside.data(Qt.ItemDataRole.AccessibleTextRole) == "no day"
    ahead = model.index(row, column + 1)
    assert ahead.data(VALUE) is None
    assert "still to come" in str(ahead.data(Qt.ItemDataRole.AccessibleTextRole))


@pytest.mark.parametrize("most", [0.0, 3600.0])
def test_months_under_the_tester(look: Look, most: float) -> None:
    model = MonthsModel()
    tester = QAbstractItemModelTester(model, FATAL)
    months = tuple(Month(2026, number, 1, most / number) for number in range(1, 13))
    model.set_months(months)
    model.set_months(months[::-1])
    model.set_months(months[:3])
    assert tester.model() is model
    assert model.index(0, 1).data(SHARE) == (0.5 if most else 0.0)
    assert model.index(0, 1).data(VALUE) == month_span(months[1])
    assert str(model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)).startswith("January")
