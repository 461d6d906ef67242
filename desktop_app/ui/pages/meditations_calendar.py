"""The calendar of sittings: a column a week, a square a day; and the card that holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.meditations_words import DAYS, WEEKS, Day, day_words
from desktop_app.ui.pages.sittings_walk import VALUE, Walk
from desktop_app.ui.widgets import ring
from desktop_app.ui.widgets.buttons import Button, Kind, paint_ring
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.models.episodes import Index
    from desktop_app.ui.pages.sittings_words import Span

DAY = VALUE + 1
EXPORT = "export"
"""What the page of sittings is opened with to ask at once where to save them."""
_ROOT = QModelIndex()
_PITCH = 21
_NARROW = 300


class CalendarModel(QAbstractTableModel):
    """A column a week, a row a weekday; each day answers with a sentence.

    Its value is the date of a day that has come; what is no day of the calendar is None.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._weeks: tuple[Sequence[Day | None], ...] = ()

    def set_weeks(self, weeks: tuple[Sequence[Day | None], ...]) -> None:
        """Show these weeks, all of seven days."""
        if weeks == self._weeks:
            return
        if len(weeks) != len(self._weeks):
            self.beginResetModel()
            self._weeks = weeks
            self.endResetModel()
        else:
            self._weeks = weeks
            self.dataChanged.emit(self.index(0, 0), self.index(DAYS - 1, len(weeks) - 1))

    def last_place(self) -> tuple[int, int]:
        """Return row and column of the last day that has come, or of the first one."""
        places = [
            (row, column)
            for column, week in enumerate(self._weeks)
            for row, day in enumerate(week)
            if day is not None and not day.future
        ]
        return places[-1] if places else (0, 0)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the days of a week."""
        return 0 if parent.isValid() else DAYS

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the weeks."""
        return 0 if parent.isValid() else len(self._weeks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the day, its date, or its sentence."""
        day = self._weeks[index.column()][index.row()] if index.isValid() else None
        if day is None:
            return tr("no day") if role == Qt.ItemDataRole.AccessibleTextRole else None
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return day_words(day)
        if role == VALUE:
            return None if day.future else day.date
        return day if role == DAY else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the weekday of a row; a week has no name."""
        if role != Qt.ItemDataRole.DisplayRole or orientation == Qt.Orientation.Horizontal:
            return None
        day = next((week[section] for week in self._weeks if week[section] is not None), None)
        return QLocale().standaloneDayName(day.date.isoweekday()) if day is not None else None


class DaySquare(QStyledItemDelegate):
    """Paints a day: calm where there was a sitting, pale where not, grey before the log began.

    ``marked``: the days that the page shows just now.
    """

    def __init__(self, look: Look, parent: QObject | None = None, gap: float = 2) -> None:
        super().__init__(parent)
        self._look, self.gap = look, gap
        self.marked: Span | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the square; days to come are left empty."""
        day = index.data(DAY)
        if not isinstance(day, Day):
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        px, palette = self._look.px, self._look.palette
        gap = min(px(self.gap), rect.width() / 8)
        box = QRectF(rect).adjusted(gap, gap, -gap, -gap)
        radius = min(px(4), box.height() / 4)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = palette.calm if day.sat else palette.calm_soft if day.begun else palette.line
        painter.setPen(QPen(QColor(palette.line), 1) if day.future else Qt.PenStyle.NoPen)
        if not day.future:
            painter.setBrush(QColor(colour))
        painter.drawRoundedRect(box, radius, radius)
        marked = self.marked is not None and self.marked.first <= day.date <= self.marked.last
        focus = bool(state & QStyle.StateFlag.State_HasFocus) and ring.seen(option.widget)
        if focus:
            paint_ring(painter, self._look, QRectF(option.rect), radius + self.gap)
        elif marked:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(palette.lamp), 2))
            painter.drawRoundedRect(box, radius, radius)
        painter.restore()


class Calendar(Walk):
    """The table. A click or Enter chooses a day that has come; ``chosen`` carries its date."""

    def __init__(self, look: Look) -> None:
        self.days = CalendarModel()
        self.square = DaySquare(look)
        super().__init__(look, self.days, self.square, tr("Your sittings, day by day"))
        self.days.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.days.modelReset.connect(lambda: self.stand(*self.days.last_place()))
        look.changed.connect(self._dress)

    def mark(self, span: Span | None) -> None:
        """Show which days the page is about."""
        self.square.marked = span
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return seven rows of sixteen squares."""
        return QSize(self._look.px(WEEKS * _PITCH), self._look.px(DAYS * _PITCH))

    def minimumSizeHint(self) -> QSize:
        """The squares may become slimmer, not lower."""
        return QSize(self._look.px(WEEKS * 12), self._look.px(DAYS * _PITCH))

    def _dress(self) -> None:
        self.updateGeometry()
        self.viewport().update()


class SittingsCard(QWidget):
    """Sixteen weeks and the ways to the page of sittings.

    ``opened`` carries what that page is opened with: a day, None, or ``EXPORT``.
    """

    opened = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.calendar = Calendar(look)
        self.title = Text(look, tr("Your sittings"), Role.SECTION)
        self.all = Button(look, tr("All sittings"), Kind.LINK)
        self.foot = Text(look, tr("16 weeks. Only on this computer."), Role.SMALL, Tone.SOFT,
                         wrap=True)  # fmt: skip
        self.export = Button(look, tr("Export as CSV…"), Kind.LINK)
        self.off = Text(look, tr("New sittings are not kept; Settings can change that."), Role.ROW,
                        Tone.SOFT, wrap=True)  # fmt: skip
        self._lay_out()
        self.all.clicked.connect(lambda _on: self.opened.emit(None))
        self.export.clicked.connect(lambda _on: self.opened.emit(EXPORT))
        self.calendar.chosen.connect(self.opened)
        self.set_kept(look.settings.log_sittings)
        look.changed.connect(self._dress)
        self._dress()

    def set_weeks(self, weeks: tuple[tuple[Day, ...], ...]) -> None:
        """Show these sixteen weeks."""
        self.calendar.days.set_weeks(weeks)

    def set_kept(self, kept: bool) -> None:
        """Say that new sittings are not kept, if so."""
        self.off.setVisible(not kept)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the link below the words where there is little room beside them."""
        super().resizeEvent(event)
        narrow = self.width() < self._look.px(_NARROW)
        way = QBoxLayout.Direction
        self._foot.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.all)
        card = Card(self._look, spacing=12, padding=17)
        self._foot = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._foot.addWidget(self.foot, 1)
        self._foot.addWidget(self.export)
        card.body.addWidget(self.calendar)
        card.body.addLayout(self._foot)
        card.body.addWidget(self.off)
        self._column.addLayout(head)
        self._column.addWidget(card)

    def _dress(self) -> None:
        self.title.setFixedHeight(self._look.px(30))
        self._column.setSpacing(self._look.px(8))
