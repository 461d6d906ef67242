"""The page of sittings: looked through, corrected, removed and put back, taken along as a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QDate, QItemSelectionModel, QPoint, Qt, QTime, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QStyleOptionViewItem

from desktop_app.base.errors import KnownError
from desktop_app.base.settings import Settings
from desktop_app.base.sittings import Sitting
from desktop_app.meditation.log import statistics
from desktop_app.services.events import SettingsChanged, SittingsChanged
from desktop_app.ui.pages.meditations_calendar import EXPORT
from desktop_app.ui.pages.sittings import SittingsPage
from desktop_app.ui.pages.sittings_model import PAGE
from desktop_app.ui.pages.sittings_rows import EDIT
from desktop_app.ui.pages.sittings_walk import VALUE
from desktop_app.ui.pages.sittings_words import Typed, day_span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

NOW = datetime.combine(date(2026, 11, 22), time(20, 0)).astimezone()
PLAIN = Qt.KeyboardModifier.NoModifier


def sat(number: int, days_ago: float, minutes: float = 20, **values: str) -> Sitting:
    return Sitting(number, NOW - timedelta(days=days_ago), 1200, minutes * 60, **values)


class Log:
    """A log in memory; ``calls`` are the names of what was asked, and of what it was asked."""

    def __init__(self, sittings: Iterable[Sitting]) -> None:
        self.sittings = list(sittings)
        self.calls: list[tuple[Any, ...]] = []
        self.refusal: KnownError | None = None

    async def recent(self, limit: int = 200, before: Sitting | None = None) -> tuple[Sitting, ...]:
        self.calls.append(("recent", limit, before.id if before else None))
        self._refuse()
        self.sittings.sort(key=lambda each: (each.started, each.id), reverse=True)
        key = (before.started, before.id) if before else None
        older = [each for each in self.sittings if key is None or (each.started, each.id) < key]
        return tuple(older[:limit])

    async def between(self, first: date, last: date) -> tuple[Sitting, ...]:
        return tuple(
            each for each in self.sittings if first <= each.started.astimezone().date() <= last
        )

    async def statistics(self) -> Any:  # noqa: ANN401 - as the service
        return statistics(self.sittings, NOW)

    async def add(self, started: datetime, length: float, **values: Any) -> int:  # noqa: ANN401
        self.calls.append(("add", started, length, values))
        self._refuse()
        self.sittings.append(Sitting(999, started, 0.0, length, **values))
        return 999

    async def change(self, sitting: Sitting) -> None:
        self.calls.append(("change", sitting))
        self._refuse()
        self.sittings = [sitting if each.id == sitting.id else each for each in self.sittings]

    async def remove(self, ids: Iterable[int]) -> tuple[Sitting, ...]:
        wanted = set(ids)
        gone = tuple(each for each in self.sittings if each.id in wanted)
        self.sittings = [each for each in self.sittings if each.id not in wanted]
        return gone

    async def put_back(self, gone: Iterable[Sitting]) -> None:
        self.sittings += gone

    async def export(self, path: str) -> int:
        self.calls.append(("export", path))
        self._refuse()
        return len(self.sittings)

    def _refuse(self) -> None:
        if self.refusal is not None:
            raise self.refusal


@pytest.fixture
def log(core: HandCore) -> Log:
    log = Log(
        (
            sat(1, 0, note="Rain"),
            sat(2, 2, 45, preset="Evening sitting"),
            sat(3, 2.2, 10),
            sat(4, 40),
            sat(5, 400),
        )
    )
    vars(core)["sittings"] = log
    return log


@pytest.fixture
def page(look: Look, bridge: HandBridge, log: Log, qtbot: QtBot) -> SittingsPage:
    page = SittingsPage(look, bridge, lambda: NOW)
    bridge.happened.connect(page.heard)
    qtbot.addWidget(page)
    page.resize(1050, 820)
    page.show()
    qtbot.waitExposed(page)
    page.shown(None)
    bridge.run()
    return page


def ids(page: SittingsPage) -> list[int]:
    return [each.id for each in page.list.model.sittings]


def choose(page: SittingsPage, *rows: int) -> None:
    view, model = page.list.view, page.list.model
    view.setCurrentIndex(model.index(rows[0]))
    for row in rows[1:]:
        view.selectionModel().select(model.index(row), QItemSelectionModel.SelectionFlag.Select)


def test_shows_what_the_log_adds_up_to_and_its_entries(page: SittingsPage) -> None:
    assert [part.accessibleName() for part in page.numbers.parts] == [
        "2 days of the last 7",
        "1 h 15 this month",
        "1 h 55 since October 2025",
        "23 min on average",
        "45 min the longest",
        "19:00 – 22:00 most often",
    ]
    assert ids(page) == [1, 2, 3, 4, 5]
    assert page.list.title.text() == "All sittings"
    assert page.year.title.text() == "2026"
    assert page.year.total.text() == "4 sittings · 1 h 35"
    assert page.months.months.months[-1].count == 3
    assert not page.off.isVisible()


def test_nothing_is_called_missing(page: SittingsPage) -> None:
    said = " ".join([*(part.accessibleName() for part in page.numbers.parts), page.subtitle.text()])
    assert not any(word in said.casefold() for word in ("streak", "missed", "0 of"))


def test_an_empty_log_says_what_to_do(
    page: SittingsPage, bridge: HandBridge, log: Log, qtbot: QtBot
) -> None:
    log.sittings = []
    bridge.tell(SittingsChanged())
    bridge.run()
    assert page.list.placeholder.accessibleName().startswith("No sittings yet")
    assert not page.numbers.isVisible()
    assert not page.above.isVisible()
    assert not page.list.export.isVisible()
    page.list.placeholder._button.click()
    assert page.list.form.isVisible()


def test_a_log_that_cannot_be_read_offers_to_try_again(
    look: Look, bridge: HandBridge, log: Log, qtbot: QtBot
) -> None:
    log.refusal = KnownError("The library cannot be read", "the disk is gone")
    page = SittingsPage(look, bridge, lambda: NOW)
    qtbot.addWidget(page)
    page.show()
    page.shown(None)
    bridge.run()
    assert "cannot be read" in page.list.placeholder.accessibleName()
    log.refusal = None
    page.list.placeholder._button.click()
    bridge.run()
    assert ids(page) == [1, 2, 3, 4, 5]


def test_opens_at_a_day_and_goes_back_to_all(
    page: SittingsPage, bridge: HandBridge, qtbot: QtBot
) -> None:
    day = (NOW - timedelta(days=2)).date()
    page.shown(day)
    bridge.run()
    assert ids(page) == [2, 3]
    assert page.list.title.text() == "Friday, 20 November · 2 sittings · 55 min"
    assert page.year.calendar.square.marked == day_span(day)
    assert page.list.every.isVisible()
    assert not page.list.clear.isVisible()
    assert page.key(Qt.Key.Key_Escape)
    bridge.run()
    assert ids(page) == [1, 2, 3, 4, 5]
    assert page.year.calendar.square.marked is None


def test_a_day_of_another_year_brings_its_year(page: SittingsPage, bridge: HandBridge) -> None:
    page.shown((NOW - timedelta(days=400)).date())
    bridge.run()
    assert page.year.title.text() == "2025"
    assert not page.year.before.isVisible()
    assert page.year.after.isVisible()
    page.year.after.click()
    bridge.run()
    assert page.year.title.text() == "2026"
    assert not page.year.after.isVisible()
    page.year.before.click()
    bridge.run()
    assert page.year.title.text() == "2025"


def test_a_day_without_a_sitting_offers_to_write_one_down(
    page: SittingsPage, bridge: HandBridge, qtbot: QtBot
) -> None:
    day = (NOW - timedelta(days=5)).date()
    page.shown(day)
    bridge.run()
    assert page.list.placeholder.accessibleName() == "No sitting is written down here."
    page.add.click()
    assert page.list.form.values().day == day


def test_the_calendar_is_walked_and_chosen_with_keys(
    page: SittingsPage, bridge: HandBridge, qtbot: QtBot
) -> None:
    calendar = page.year.calendar
    calendar.setFocus(Qt.FocusReason.TabFocusReason)
    assert calendar.currentIndex().data(VALUE) == NOW.date()
    QTest.keyClick(calendar, Qt.Key.Key_Left)
    QTest.keyClick(calendar, Qt.Key.Key_Return)
    bridge.run()
    week_ago = NOW.date() - timedelta(days=7)
    assert page.list.span == day_span(week_ago)


def test_a_month_is_chosen_with_the_mouse(page: SittingsPage, bridge: HandBridge) -> None:
    october = page.months.months.index(0, 10)
    at = page.months.visualRect(october).center()
    QTest.mouseClick(page.months.viewport(), Qt.MouseButton.LeftButton, PLAIN, at)
    bridge.run()
    assert ids(page) == [4]
    assert page.list.title.text() == "October 2026 · 1 sitting · 20 min"


def test_a_sitting_elsewhere_is_added(
    page: SittingsPage, bridge: HandBridge, log: Log, qtbot: QtBot
) -> None:
    page.add.click()
    form = page.list.form
    assert form.title.text() == "A sitting elsewhere"
    assert form.day.hasFocus()
    assert form.day.maximumDate().toString("yyyy-MM-dd") == NOW.date().isoformat()
    form.day.setDate(QDate(2026, 11, 1))
    form.time.setTime(QTime(7, 15))
    form.minutes.setValue(30)
    form.preset.setText("With the group")
    form.note.setText("Cold feet")
    QTest.keyClick(form.note, Qt.Key.Key_Return)
    bridge.run()
    started = datetime.combine(date(2026, 11, 1), time(7, 15)).astimezone()
    assert ("add", started, 1800.0, {"preset": "With the group", "note": "Cold feet"}) in log.calls
    assert not form.isVisible()
    assert 999 in ids(page)


def add_on(page: SittingsPage, bridge: HandBridge, day: QDate) -> None:
    """Write a sitting down."""
    page.add.click()
    page.list.form.day.setDate(day)
    page.list.form.keep.click()
    bridge.run()


def test_one_that_is_added_out_of_sight_is_told_with_its_day(
    page: SittingsPage, bridge: HandBridge, qtbot: QtBot
) -> None:
    page.shown(date(2026, 11, 20))
    bridge.run()
    add_on(page, bridge, QDate(2025, 3, 4))
    qtbot.waitUntil(page.list.line.isVisible)
    assert page.list.line.accessibleName() == "Added: Tuesday, 4 March 2025. 20 min"
    page.hidden()
    page.shown(None)
    bridge.run()
    assert not page.list.line.isVisible()


def test_one_that_is_added_far_below_is_told_until_it_is_seen(
    page: SittingsPage, bridge: HandBridge, log: Log, qtbot: QtBot
) -> None:
    log.sittings += [sat(20 + ago, ago) for ago in range(3, 60)]
    bridge.tell(SittingsChanged())
    bridge.run()
    add_on(page, bridge, QDate(2025, 3, 4))
    qtbot.waitUntil(page.list.line.isVisible)
    page.list.view.scrollToBottom()
    bridge.tell(SittingsChanged())
    bridge.run()
    qtbot.waitUntil(page.list.line.isHidden)


def test_one_that_is_added_in_sight_is_not_told(
    page: SittingsPage, bridge: HandBridge, qtbot: QtBot
) -> None:
    add_on(page, bridge, QDate(2026, 11, 22))
    looked: list[bool] = []
    QTimer.singleShot(0, lambda: looked.append(True))
    qtbot.waitUntil(lambda: bool(looked))
    assert page.list.line.isHidden()


def test_enter_twice_adds_once(page: SittingsPage, bridge: HandBridge, log: Log) -> None:
    page.add.click()
    QTest.keyClick(page.list.form.note, Qt.Key.Key_Return)
    QTest.keyClick(page.list.form.note, Qt.Key.Key_Return)
    bridge.run()
    assert [each[0] for each in log.calls].count("add") == 1
    page.add.click()
    QTest.keyClick(page.list.form.note, Qt.Key.Key_Return)
    bridge.run()
    assert [each[0] for each in log.calls].count("add") == 2


def test_a_refusal_stands_at_the_fields_and_nothing_is_lost(
    page: SittingsPage, bridge: HandBridge, log: Log, qtbot: QtBot
) -> None:
    page.add.click()
    form = page.list.form
    form.note.setText("Long ago")
    log.refusal = KnownError(
        "This cannot be written down", "it lies in the future", "Enter another date or time."
    )
    form.keep.click()
    bridge.run()
    assert form.isVisible()
    assert form.wrong.text() == "It lies in the future. Enter another date or time."
    assert form.note.text() == "Long ago"
    log.refusal = None
    form.keep.click()
    bridge.run()
    assert not form.isVisible()


def test_every_field_of_an_entry_can_be_changed(
    page: SittingsPage, bridge: HandBridge, log: Log, qtbot: QtBot
) -> None:
    view = page.list.view
    view.setFocus()
    choose(page, 1)
    QTest.keyClick(view, Qt.Key.Key_F2)
    form = page.list.form
    shown = form.values()
    assert (shown.minutes, shown.preset, shown.note) == (45, "Evening sitting", "")
    form.day.setDate(QDate(2026, 11, 19))
    form.time.setTime(QTime(6, 5))
    form.minutes.setValue(50)
    form.preset.setText("Morning")
    form.note.setText("Quiet")
    form.keep.click()
    bridge.run()
    started = datetime.combine(date(2026, 11, 19), time(6, 5)).astimezone(UTC)
    assert ("change", Sitting(2, started, 1200, 3000.0, "Morning", "Quiet")) in log.calls
    assert not form.isVisible()
    assert view.hasFocus()
    assert ids(page) == [1, 3, 2, 4, 5]


def test_what_was_not_changed_is_not_written(
    page: SittingsPage, bridge: HandBridge, log: Log, qtbot: QtBot
) -> None:
    odd = replace(log.sittings[0], sat=1234.5, note="two\nlines")
    log.sittings[0] = odd
    bridge.tell(SittingsChanged())
    bridge.run()
    choose(page, 0)
    page.list.view.asked.emit(EDIT)
    assert page.list.form.values() == Typed(
        NOW.date(), NOW.time().replace(tzinfo=None), 21, "", "two lines"
    )
    page.list.form.keep.click()
    assert not page.list.form.isVisible()
    assert not [call for call in log.calls if call[0] == "change"]


def test_escape_leaves_the_fields_alone(page: SittingsPage, bridge: HandBridge, log: Log) -> None:
    choose(page, 0)
    QTest.keyClick(page.list.view, Qt.Key.Key_Return)
    assert page.list.form.isVisible()
    QTest.keyClick(page.list.form.note, Qt.Key.Key_Escape)
    assert not page.list.form.isVisible()
    assert not bridge.waiting


def test_one_is_removed_and_put_back(page: SittingsPage, bridge: HandBridge) -> None:
    choose(page, 0)
    QTest.keyClick(page.list.view, Qt.Key.Key_Delete)
    bridge.run()
    assert ids(page) == [2, 3, 4, 5]
    assert page.list.line.says("Removed: 1 sitting")
    assert page.list.line.undo
    page.list.line.press()
    bridge.run()
    assert ids(page) == [1, 2, 3, 4, 5]


def test_a_key_that_is_held_removes_once_and_the_way_back_stays(
    page: SittingsPage, bridge: HandBridge
) -> None:
    choose(page, 0)
    QTest.keyClick(page.list.view, Qt.Key.Key_Delete)
    QTest.keyClick(page.list.view, Qt.Key.Key_Delete)
    bridge.run()
    assert page.list.line.says("Removed: 1 sitting")
    page.list.line.press()
    bridge.run()
    assert ids(page) == [1, 2, 3, 4, 5]


def test_several_are_removed_at_once(page: SittingsPage, bridge: HandBridge) -> None:
    choose(page, 0, 2, 3)
    assert page.list.remove.isVisible()
    assert page.list.remove.text() == "Remove 3 sittings"
    assert not page.list.clear.isVisible()
    page.list.remove.click()
    bridge.run()
    assert ids(page) == [2, 5]
    assert page.list.line.says("Removed: 3 sittings")
    page.list.line.press()
    bridge.run()
    assert ids(page) == [1, 2, 3, 4, 5]


def test_escape_lets_go_of_all_but_one(page: SittingsPage) -> None:
    page.list.view.setFocus()
    choose(page, 0)
    QTest.keyClick(page.list.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(page.list.view.chosen()) == 2
    QTest.keyClick(page.list.view, Qt.Key.Key_Escape)
    assert [each.id for each in page.list.view.chosen()] == [2]
    QTest.keySequence(page.list.view, "Ctrl+A")
    assert len(page.list.view.chosen()) == 5


def test_all_are_removed_only_after_a_question(page: SittingsPage, bridge: HandBridge) -> None:
    page.list.clear.click()
    assert page.list.line.says("Remove all sittings?")
    assert not bridge.waiting
    page.list.line.press()
    bridge.run()
    assert ids(page) == []
    assert page.list.line.says("Removed: 5 sittings")
    page.list.line.press()
    bridge.run()
    assert ids(page) == [1, 2, 3, 4, 5]


def test_signs_and_menu_of_a_row(page: SittingsPage, bridge: HandBridge, qtbot: QtBot) -> None:
    view, row = page.list.view, page.list.view._row
    rect = view.visualRect(page.list.model.index(1))
    sitting = page.list.model.sitting(1)
    assert sitting is not None
    places = row._tools(rect, sitting)
    viewport, left = view.viewport(), Qt.MouseButton.LeftButton
    QTest.mouseClick(viewport, left, PLAIN, QPoint(rect.left() + 20, rect.center().y()))
    assert not page.list.form.isVisible()
    QTest.mouseClick(viewport, left, PLAIN, places[0].center())
    assert page.list.form.title.text() == "Change this sitting"
    assert page.list.form.isVisible()
    page.list.leave_form()
    QTest.mouseClick(viewport, left, PLAIN, places[1].center())
    bridge.run()
    assert ids(page) == [1, 3, 4, 5]
    menu = page.list.menu()
    assert [action.text() for action in menu.actions()] == ["Change…", "Remove this sitting"]
    choose(page, 0, 1)
    menu = page.list.menu()
    assert [action.text() for action in menu.actions()] == ["Remove 2 sittings"]
    menu.actions()[0].trigger()
    bridge.run()
    assert ids(page) == [4, 5]


def test_thousands_come_in_pages(page: SittingsPage, bridge: HandBridge, log: Log) -> None:
    log.sittings = [sat(number, number / 3) for number in range(1, 3001)]
    bridge.tell(SittingsChanged())
    bridge.run()
    view, bar = page.list.view, page.list.view.verticalScrollBar()
    assert page.list.model.rowCount() == PAGE
    log.calls.clear()
    rounds = 0
    while page.list.model.rowCount() < 3000:
        rounds += 1
        assert rounds < 40
        bar.setValue(bar.maximum())
        bridge.run()
        QApplication.processEvents()
    asked = [call for call in log.calls if call[0] == "recent"]
    assert all(call[1] == PAGE for call in asked)
    assert ids(page) == list(range(1, 3001))
    bar.setValue(bar.maximum())
    top = bar.value()
    log.sittings = [each for each in log.sittings if each.id != 2990]
    bridge.tell(SittingsChanged())
    bridge.run()
    QApplication.processEvents()
    assert page.list.model.rowCount() == 2999
    assert top - bar.value() <= view.row_height()


def test_a_page_that_comes_after_a_change_is_dropped(
    page: SittingsPage, bridge: HandBridge, log: Log
) -> None:
    log.sittings = [sat(number, number) for number in range(1, PAGE + 11)]
    bridge.tell(SittingsChanged())
    while page.list.model.rowCount() < PAGE:
        bridge.step()
    page.list.view.end_seen.emit()
    page.list.model.set_sittings(page.list.model.sittings[:-1])
    bridge.run()
    assert ids(page) == list(range(1, PAGE))


def test_a_page_that_comes_before_the_answer_of_a_reading_is_not_the_end(
    page: SittingsPage, bridge: HandBridge, log: Log
) -> None:
    log.sittings = [sat(number, number) for number in range(1, 3 * PAGE + 1)]
    bridge.tell(SittingsChanged())
    bridge.run()
    page.list.view.end_seen.emit()
    page.list.read()
    bridge.run()
    for _ in range(4):
        page.list.view.end_seen.emit()
        bridge.run()
    assert ids(page) == list(range(1, 3 * PAGE + 1))


def test_an_answer_for_days_left_meanwhile_is_not_shown(
    page: SittingsPage, bridge: HandBridge, log: Log, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = log.between

    async def slow(first: date, last: date) -> tuple[Sitting, ...]:
        page.list.show_span(None)
        page.list.read()
        return await read(first, last)

    page.list.show_span(day_span((NOW - timedelta(days=2)).date()))
    page.list.read()
    monkeypatch.setattr(log, "between", slow)
    bridge.step()
    assert ids(page) == []
    bridge.run()
    assert ids(page) == [1, 2, 3, 4, 5]


@pytest.fixture
def dialog(page: SittingsPage, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], Any]]:
    """The file dialog that was opened last, made of Qt's own widgets."""
    opened: list[QFileDialog] = []

    def show(self: QFileDialog) -> None:
        opened.append(self)

    monkeypatch.setattr(QFileDialog, "open", show)
    yield lambda: opened[-1] if opened else None
    for each in opened:
        each.deleteLater()


@pytest.mark.parametrize("way", ["button", "argument"])
def test_exports_where_the_person_says(
    page: SittingsPage,
    bridge: HandBridge,
    log: Log,
    dialog: Callable[[], QFileDialog],
    tmp_path: Path,
    way: str,
) -> None:
    if way == "button":
        page.list.export.click()
    else:
        page.shown(EXPORT)
        bridge.run()
    asked = dialog()
    assert [kind.rpartition("(")[2] for kind in asked.nameFilters()] == ["*.csv)", "*.json)"]
    assert asked.defaultSuffix() == "csv"
    path = str(tmp_path / "mine.json")
    asked.fileSelected.emit(path)
    bridge.run()
    assert log.calls[-1] == ("export", path)
    assert page.notice.says("5 sittings were exported")
    assert path in page.notice.accessibleName()
    assert "Whoever can open this file can read it" in page.notice.accessibleName()
    page.hidden()
    page.shown(None)
    assert not page.notice.isVisible(), "it was said in the visit before"


def test_the_way_back_asks_for_no_file_again(
    page: SittingsPage, bridge: HandBridge, dialog: Callable[[], Any]
) -> None:
    page.returned(EXPORT)
    bridge.run()
    assert dialog() is None


def test_an_export_that_fails_says_why(
    page: SittingsPage, bridge: HandBridge, log: Log, dialog: Callable[[], QFileDialog]
) -> None:
    page.list.export.click()
    log.refusal = KnownError("mine.csv was not written", "the disk is full")
    dialog().fileSelected.emit("/nowhere/mine.csv")
    bridge.run()
    assert page.notice.says("mine.csv was not written")


def test_a_log_that_is_off_says_so_and_how_it_is_switched_on(
    page: SittingsPage, bridge: HandBridge, core: HandCore
) -> None:
    bridge.tell(SettingsChanged(Settings(log_sittings=False)))
    assert page.off.isVisible()
    assert "stays until you remove it" in page.off.accessibleName()
    assert ids(page) == [1, 2, 3, 4, 5]
    page.off.press()
    bridge.run()
    assert ("settings.change", ("log_sittings", True)) in core.log
    bridge.tell(SettingsChanged(Settings()))
    assert not page.off.isVisible()


def test_follows_the_log_only_while_it_is_seen(
    page: SittingsPage, bridge: HandBridge, log: Log
) -> None:
    log.sittings.append(sat(6, 0.5))
    bridge.tell(SittingsChanged())
    bridge.run()
    assert 6 in ids(page)
    page.hidden()
    bridge.tell(SittingsChanged())
    assert not bridge.waiting


def test_leads_back_to_the_meditations(page: SittingsPage, qtbot: QtBot) -> None:
    assert page.back.text() == "Meditations"
    with qtbot.waitSignal(page.open_page) as opened:
        assert page.key(Qt.Key.Key_Escape)
    assert opened.args == ["meditations", None]


def test_everything_fits_a_narrow_window_with_large_letters(
    page: SittingsPage, look: Look, bridge: HandBridge, qtbot: QtBot
) -> None:
    look.follow(Settings(text_percent=200))
    page.resize(480, 700)
    page.add.click()
    QApplication.processEvents()
    form, area = page.list.form, page._area.viewport().rect()
    for field in (form.day, form.time, form.minutes, form.preset, form.note, form.keep):
        left = field.mapTo(page._inner, QPoint()).x()
        assert left >= 0
        assert left + field.width() <= area.width()
        assert field.height() >= field.minimumSizeHint().height()
    row = page.list.view.itemDelegate().sizeHint(QStyleOptionViewItem(), page.list.model.index(0))
    assert page.list.view.height() >= 2 * row.height()
