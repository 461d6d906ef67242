"""The calendar of sittings: sixteen weeks, a square a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.meditations_words import DAYS, WEEKS, Day, day_words

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.models.episodes import Index

DAY = int(Qt.ItemDataRole.UserRole) + 3
_ROOT = QModelIndex()
_PITCH = 21


class CalendarModel(QAbstractTableModel):
    """A column a week, a row a weekday; each day answers with a sentence."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._weeks: tuple[tuple[Day, ...], ...] = ()

    def set_weeks(self, weeks: tuple[tuple[Day, ...], ...]) -> None:
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

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the days of a week."""
        return 0 if parent.isValid() else DAYS

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the weeks."""
        return 0 if parent.isValid() else len(self._weeks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the day, or its sentence."""
        if not index.isValid():
            return None
        day = self._weeks[index.column()][index.row()]
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return day_words(day)
        return day if role == DAY else None


class DaySquare(QStyledItemDelegate):
    """Paints a day: calm where there was a sitting, pale where not, grey before the log began."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the square; days to come are left empty."""
        day = index.data(DAY)
        if not isinstance(day, Day):
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        px, palette = self._look.px, self._look.palette
        box = QRectF(rect).adjusted(px(2), px(2), -px(2), -px(2))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = palette.calm if day.sat else palette.calm_soft if day.begun else palette.line
        painter.setPen(QPen(QColor(palette.line), 1) if day.future else Qt.PenStyle.NoPen)
        if not day.future:
            painter.setBrush(QColor(colour))
        painter.drawRoundedRect(box, px(4), px(4))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(palette.ink), 2))
            painter.drawRoundedRect(box, px(4), px(4))
        painter.restore()


class Calendar(QTableView):
    """The table; arrows walk from day to day, everything else is left to the window."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.days = CalendarModel(self)
        self.setObjectName("bare")
        self.setAccessibleName(tr("Your sittings, day by day"))
        self.setModel(self.days)
        self.setItemDelegate(DaySquare(look, self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setVisible(False)
            header.setMinimumSectionSize(1)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """Return seven rows of sixteen squares."""
        return QSize(self._look.px(WEEKS * _PITCH), self._look.px(DAYS * _PITCH))

    def minimumSizeHint(self) -> QSize:
        """The squares may become slimmer, not lower."""
        return QSize(self._look.px(WEEKS * 12), self._look.px(DAYS * _PITCH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows."""
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
                           Qt.Key.Key_Home, Qt.Key.Key_End}:  # fmt: skip
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _dress(self) -> None:
        self.updateGeometry()
        self.viewport().update()
