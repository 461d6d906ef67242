"""A year of sittings, day by day, with the way to the years before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QHeaderView

from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.meditations_calendar import DAY, Calendar
from desktop_app.ui.pages.meditations_words import DAYS, Day
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.sittings_words import Weeks

_PITCH = 13
_SLIMMEST = 5
"""Pixels of the screen: a year is seen as a whole, also where letters are large."""
_NAMES = 17


class MonthNames(QHeaderView):
    """Writes each month's name above the week in which it begins."""

    def __init__(self, look: Look) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look = look
        self.setSectionsClickable(False)
        self.setMinimumSectionSize(1)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """Return the height of a line."""
        return QSize(self._look.px(40), self._look.px(_NAMES))

    def names(self) -> tuple[tuple[int, str], ...]:
        """Return the columns in which months begin, and their names."""
        model, found = self.model(), []
        for column in range(model.columnCount()):
            days = (model.index(row, column).data(DAY) for row in range(DAYS))
            first = next((day for day in days if isinstance(day, Day) and day.date.day == 1), None)
            if first is not None:
                short = QLocale.FormatType.ShortFormat
                found.append((column, QLocale().standaloneMonthName(first.date.month, short)))
        return tuple(found)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the names that have room."""
        painter = QPainter(self.viewport())
        font = self._look.font(Role.TINY)
        painter.setFont(font)
        painter.setPen(self._look.colour(Tone.SOFT))
        metrics, free = QFontMetrics(font), None
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for column, name in self.names():
            wide = metrics.horizontalAdvance(name) + self._look.px(4)
            left = self.sectionViewportPosition(column)
            if rtl:
                left += self.sectionSize(column) - wide
            if free is not None and (left + wide > free if rtl else left < free):
                continue
            free = left if rtl else left + wide
            flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(QRect(left, 0, wide, self.height()), flags, name)
        painter.end()


class YearCalendar(Calendar):
    """Fifty-three weeks; where they have no room they scroll sideways."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.square.gap = 1
        self.setHorizontalHeader(MonthNames(look))
        self.horizontalHeader().setVisible(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.days.modelReset.connect(self._fit)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return all weeks of a year."""
        return QSize(self._look.px(53 * _PITCH), self._high())

    def minimumSizeHint(self) -> QSize:
        """Be content with some of the weeks."""
        return QSize(self._look.px(120), self._high())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the weeks the width there is."""
        super().resizeEvent(event)
        self._fit()

    def show_last(self) -> None:
        """Bring the last day that has come into sight."""
        self.stand(*self.days.last_place())
        self.scrollTo(self.currentIndex())

    def _fit(self) -> None:
        weeks = self.days.columnCount()
        if weeks:
            header, mode = self.horizontalHeader(), QHeaderView.ResizeMode
            scrolls = self._scrolls()
            header.setSectionResizeMode(mode.Fixed if scrolls else mode.Stretch)
            for week in range(weeks if scrolls else 0):
                header.resizeSection(week, _SLIMMEST)
            self.setFixedHeight(self._high())

    def _high(self) -> int:
        px = self._look.px
        bar = self.horizontalScrollBar().sizeHint().height() if self._scrolls() else 0
        return px(_NAMES) + DAYS * px(_PITCH) + bar

    def _scrolls(self) -> bool:
        """Tell whether the weeks have no room beside each other."""
        return self.days.columnCount() * _SLIMMEST > self.viewport().width() > 0

    def _dress(self) -> None:
        super()._dress()
        self._fit()


class YearCard(Card):
    """One year; the links beside its name lead to others.

    Signals:
        chosen: a date.
        wanted: the year that is to be shown.
    """

    chosen = Signal(object)
    wanted = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__(look, spacing=6, padding=14)
        self.year = 0
        self.calendar = YearCalendar(look)
        self.title = Text(look, "", Role.STRONG)
        self.total = Text(look, "", Role.ROW, Tone.SOFT, elide=True)
        self.before = Button(look, "", Kind.LINK, icon=Icon.CHEVRON_BACK, height=32)
        self.after = Button(look, "", Kind.LINK, height=32)
        row = QHBoxLayout()
        row.addWidget(self.title)
        row.addWidget(self.total, 1)
        row.addWidget(self.before)
        row.addWidget(self.after)
        self.body.addLayout(row)
        self.body.addWidget(self.calendar)
        self.calendar.chosen.connect(self.chosen)
        self.before.clicked.connect(lambda _on: self.wanted.emit(self.year - 1))
        self.after.clicked.connect(lambda _on: self.wanted.emit(self.year + 1))

    def show_year(self, year: int, weeks: Weeks, years: range, total: str) -> None:
        """Show a year; ``years``: those that there are."""
        another, self.year = year != self.year, year
        self.title.setText(str(year))
        self.total.setText(total)
        for button, other in ((self.before, year - 1), (self.after, year + 1)):
            button.setText(str(other))
            button.set_name(tr("Show {year}", year=other))
            button.setVisible(other in years)
            button.updateGeometry()
        self.calendar.setAccessibleName(tr("Your sittings in {year}, day by day", year=year))
        self.calendar.days.set_weeks(weeks)
        if another:
            self.calendar.show_last()
