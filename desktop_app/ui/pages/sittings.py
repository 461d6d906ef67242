"""The page of sittings: what they add up to, a year of days, and the log itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTimer

from desktop_app.services.events import SettingsChanged, SittingsChanged
from desktop_app.ui.look import words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.meditations_calendar import EXPORT
from desktop_app.ui.pages.settings_save import choose_file
from desktop_app.ui.pages.sittings_list import SittingsList
from desktop_app.ui.pages.sittings_months import MonthBars
from desktop_app.ui.pages.sittings_numbers import Numbers
from desktop_app.ui.pages.sittings_words import (
    Span,
    day_span,
    last_months,
    numbers,
    total_words,
    year_weeks,
)
from desktop_app.ui.pages.sittings_year import YearCard
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.notice import Notice
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.reading import Reading
from desktop_app.ui.widgets.text import Text
from desktop_app.ui.widgets.way_back import WayBack

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop_app.base.errors import KnownError
    from desktop_app.base.sittings import Sitting, Statistics
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look

_NARROW = 860


@dataclass(frozen=True, slots=True)
class Log:
    """What stands above the list: what all sittings add up to, and those of one year."""

    statistics: Statistics
    year: int
    sittings: tuple[Sitting, ...]


def _now() -> datetime:
    return datetime.now(UTC)


class SittingsPage(Page):
    """Shows the log as a whole, or from a day on that is given; ``now`` is its clock.

    ``EXPORT`` as the argument asks at once where to save all sittings.
    """

    name = "sittings"

    def __init__(self, look: Look, bridge: Crossing, now: Callable[[], datetime] = _now) -> None:
        super().__init__(look, bridge, tr("Your sittings"))
        self._now, self._in_sight = now, False
        self._exported = ""
        self._year = self._today().year
        self._reading: Reading[Log] = Reading(bridge, self._read, self._show, self._refused)
        self.back = WayBack(
            look, tr("Meditations"), lambda: self.open_page.emit("meditations", None)
        )
        self._column.insertWidget(0, self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.add = Button(look, tr("I sat elsewhere"), icon=Icon.PLUS)
        self.add.setToolTip(tr("Write down a sitting that this computer has not timed"))
        self.off = Notice(look, lasting=True)
        self.numbers, self.year, self.months = Numbers(look), YearCard(look), MonthBars(look)
        self.list = SittingsList(look, bridge, now)
        self._lay_out()
        self._connect()
        self._tell_kept(kept=look.settings.log_sittings)

    def shown(self, argument: object) -> None:
        """Show all sittings, or those of a day."""
        self._in_sight = True
        day = argument if isinstance(argument, date) else None
        self._year = day.year if day is not None else self._today().year
        self._reading.ask()
        self._show_span(day_span(day) if day is not None else None)
        if argument == EXPORT:
            self._export()

    def returned(self, argument: object) -> None:
        """Ask no second time for a file."""
        self.shown(None if argument == EXPORT else argument)

    def hidden(self) -> None:
        """Follow nothing until the next visit, and say no more what was done in this one."""
        self._in_sight = False
        self.notice.take_back(self._exported)
        self.list.added.forget()
        self.list.leave_form()

    def came_from(self, title: str, back: Callable[[], None] | None) -> None:
        """Learn what the place before is called, and how to go there; None: there was none."""
        self.back.lead(title, back)

    def heard(self, event: object) -> None:
        """Read anew when the log is another."""
        if isinstance(event, SettingsChanged):
            self._tell_kept(kept=event.settings.log_sittings)
        elif isinstance(event, SittingsChanged) and self._in_sight:
            self._reading.ask()
            self.list.read()

    def key(self, key: Qt.Key) -> bool:
        """Escape leaves the fields, then the chosen days, then the page."""
        if key != Qt.Key.Key_Escape:
            return False
        if self.list.leave_form():
            return True
        if self.list.span is not None:
            self._show_span(None)
        else:
            self.back.click()
        return True

    def _lay_out(self) -> None:
        self.tools.addWidget(self.add)
        bars = Card(self.look, spacing=6, padding=14)
        bars.body.addWidget(Text(self.look, tr("Twelve months"), Role.STRONG))
        bars.body.addWidget(self.months)
        self.above = Columns(self.look, narrow=_NARROW)
        self.above.add(self.year, 68)
        self.above.add(bars, 30)
        self.body.addWidget(self.off)
        self.body.addWidget(self.numbers)
        self.body.addWidget(self.above)
        self.above.hide()  # until it is known that there is something in it
        self.body.addWidget(self.list, 1)
        self.let_flow(self.list.view)

    def _connect(self) -> None:
        self.add.clicked.connect(lambda _on: self.list.add())
        self.list.export.clicked.connect(lambda _on: self._export())
        self.year.wanted.connect(self._show_year)
        self.year.chosen.connect(lambda day: self._show_span(day_span(day)))
        self.months.chosen.connect(self._show_span)
        self.list.widened.connect(lambda: self._show_span(None))
        self.list.offered.connect(lambda: self._bring(self.list.form))

    async def _read(self, core: Core) -> Log:
        year = self._year
        return Log(
            await core.sittings.statistics(),
            year,
            await core.sittings.between(date(year, 1, 1), date(year, 12, 31)),
        )

    def _show(self, log: Log) -> None:
        today, known = self._today(), log.statistics
        some = known.count > 0
        self.subtitle.setText(tr("Only on this computer."))
        self.numbers.set_numbers(numbers(known, today))
        first = QLocale().firstDayOfWeek().value
        weeks = year_weeks(log.year, log.sittings, today, known.first, first_day=first)
        since = known.first.year if known.first is not None else today.year
        self.year.show_year(
            log.year, weeks, range(since, today.year + 1), total_words(log.sittings)
        )
        self.months.months.set_months(last_months(known, today))
        self.above.setVisible(some)

    def _refused(self, problem: KnownError) -> None:
        self.notice.tell(problem, self._reading.ask)

    def _show_span(self, span: Span | None) -> None:
        self.list.show_span(span)
        self.year.calendar.mark(span)
        self.months.mark(span)
        self.list.read()
        if span is not None:
            self._bring(self.list)

    def _bring(self, part: QWidget) -> None:
        """Bring a part into sight once it has its place."""
        QTimer.singleShot(0, part, lambda: self._area.ensureWidgetVisible(part, 0, 0))

    def _show_year(self, year: int) -> None:
        self._year = year
        self._reading.ask()

    def _tell_kept(self, *, kept: bool) -> None:
        if kept:
            self.off.hide()
            return
        more = tr("You have switched the log off. What stands here stays until you remove it.")
        self.off.say(tr("New sittings are not kept"), more, tr("Keep them again"), self._keep)

    def _keep(self) -> None:
        self.bridge.call(
            lambda core: core.settings.change(log_sittings=True), None, self.notice.tell
        )

    def _export(self) -> None:
        kinds = (tr("For a spreadsheet (*.csv)"), tr("For other programs (*.json)"))
        title = tr("Export all sittings")
        choose_file(self, title, "hearthside-sittings.csv", self._save, kinds)

    def _save(self, path: str) -> None:
        more = tr("{path}. Whoever can open this file can read it: keep it where only you can.",
                  path=path)  # fmt: skip

        def saved(number: int) -> None:
            some = words.count(number, "1 sitting was exported", "{n} sittings were exported")
            self._exported = some
            self.notice.say(some, more)

        self.bridge.call(lambda core: core.sittings.export(path), saved, self.notice.tell)

    def _today(self) -> date:
        return self._now().astimezone().date()
