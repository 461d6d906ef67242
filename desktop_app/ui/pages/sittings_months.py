"""What was sat in each of the last twelve months, as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app.base.sittings import Month
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.sittings_walk import VALUE, Walk
from desktop_app.ui.pages.sittings_words import month_span, month_words
from desktop_app.ui.widgets import ring

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.models.episodes import Index
    from desktop_app.ui.pages.sittings_words import Span

MONTH = VALUE + 1
SHARE = VALUE + 2
"""How high the bar is, the longest month being 1."""
_ROOT = QModelIndex()
_NAMES = 16
_HIGH = 104


class MonthsModel(QAbstractTableModel):
    """One row, a column a month; each answers with a sentence. Its value is its span."""

    def __init__(self) -> None:
        super().__init__()
        self.months: tuple[Month, ...] = ()

    def set_months(self, months: tuple[Month, ...]) -> None:
        """Show these, the oldest first."""
        if months == self.months:
            return
        if len(months) != len(self.months):
            self.beginResetModel()
            self.months = months
            self.endResetModel()
        else:
            self.months = months
            self.dataChanged.emit(self.index(0, 0), self.index(0, len(months) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return one, where there are months."""
        return 0 if parent.isValid() else min(1, len(self.months))

    def columnCount(self, parent: Index = _ROOT) -> int:
        """Return the months."""
        return 0 if parent.isValid() else len(self.months)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the month, its span, its share, or its sentence."""
        if not index.isValid():
            return None
        month = self.months[index.column()]
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            return month_words(month)
        if role == VALUE:
            return month_span(month)
        if role == SHARE:
            most = max(each.seconds for each in self.months)
            return month.seconds / most if most else 0.0
        return month if role == MONTH else None

    def headerData(
        self, _section: int, _orientation: Qt.Orientation, _role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """A month says its name itself."""
        return None


class MonthBar(QStyledItemDelegate):
    """Paints a bar that stands on the first letter of its month.

    ``marked``: the days that the page shows just now.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.marked: Span | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the bar; a month without a sitting has a line to stand on."""
        month, share = index.data(MONTH), index.data(SHARE)
        if not isinstance(month, Month) or not isinstance(share, float):
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        px, palette = self._look.px, self._look.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = max(px(3), (rect.width() - px(22)) // 2)
        ground = QRectF(rect).adjusted(inset, px(4), -inset, -px(_NAMES + 4))
        high = max(px(2), ground.height() * share)
        bar = QRectF(ground.left(), ground.bottom() - high, ground.width(), high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(palette.calm if month.count else palette.line))
        radius = min(px(4), high / 2)
        painter.drawRoundedRect(bar, radius, radius)
        marked = self.marked == month_span(month)
        focus = bool(state & QStyle.StateFlag.State_HasFocus) and ring.seen(option.widget)
        if marked or focus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(palette.ink if focus else palette.lamp), 2))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), px(5), px(5))
        painter.setFont(self._look.font(Role.TINY))
        painter.setPen(self._look.colour(Tone.INK if marked else Tone.SOFT))
        narrow = QLocale.FormatType.NarrowFormat
        letter = QLocale().standaloneMonthName(month.month, narrow)
        below = QRect(rect.left(), rect.bottom() - px(_NAMES), rect.width(), px(_NAMES))
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), letter)
        painter.restore()


class MonthBars(Walk):
    """The bars. A click or Enter chooses a month; ``chosen`` carries its span."""

    def __init__(self, look: Look) -> None:
        self.months, self.bar = MonthsModel(), MonthBar(look)
        super().__init__(look, self.months, self.bar, tr("Your sittings, month by month"))
        self.months.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.months.modelReset.connect(lambda: self.stand(0, self.months.columnCount() - 1))
        look.changed.connect(self._dress)

    def mark(self, span: Span | None) -> None:
        """Show which days the page is about."""
        self.bar.marked = span
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Return twelve bars."""
        return QSize(self._look.px(260), self._look.px(_HIGH))

    def minimumSizeHint(self) -> QSize:
        """The bars may become slimmer, not lower."""
        return QSize(self._look.px(120), self._look.px(_HIGH))

    def _dress(self) -> None:
        self.updateGeometry()
        self.viewport().update()
