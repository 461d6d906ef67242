"""The list of sittings as it looks, and as the person points at it and types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QToolTip

from desktop_app.ui.look import icons, words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tips import plainly
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.add_rows import OfferRow
from desktop_app.ui.pages.sittings_model import SittingsModel, sitting_at
from desktop_app.ui.pages.sittings_words import what_words
from desktop_app.ui.widgets import ring
from desktop_app.ui.widgets.even_list import EvenList

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from desktop_app.base.sittings import Sitting
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.models.plain import Index

EDIT, REMOVE = "edit", "remove"
_ROW = 52
_TOOL = 34
_INSET = 14
_NARROWEST = 140
_LEAST = 4
_TOOLS = ((EDIT, Icon.EDIT), (REMOVE, Icon.TRASH))
_NAVIGATION = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
               Qt.Key.Key_Home, Qt.Key.Key_End}  # fmt: skip
_KEYS = {Qt.Key.Key_Return: EDIT, Qt.Key.Key_Enter: EDIT, Qt.Key.Key_F2: EDIT,
         Qt.Key.Key_Delete: REMOVE}  # fmt: skip
_CHOOSING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class SittingRow(OfferRow):
    """Paints when it was above what it was, its length at the end, two signs where one points."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of two lines."""
        return QSize(self._look.px(240), self._look.px(_ROW))

    def tool_at(self, row: QRect, sitting: Sitting, point: QPoint, way: Qt.LayoutDirection) -> str:
        """Return the name of the sign at ``point``; empty: none."""
        for (name, _icon), place in zip(_TOOLS, self._tools(row, sitting), strict=True):
            if QStyle.visualRect(way, row, place).contains(point):
                return name
        return ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        sitting = sitting_at(index)
        if sitting is None:
            return
        px, way, palette = self._look.px, painter.layoutDirection(), self._look.palette
        row: QRect = option.rect
        state: QStyle.StateFlag = option.state
        over = bool(state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_HasFocus))
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(row.left(), row.bottom(), row.width(), 1, QColor(palette.line))
        self.ground(painter, row, state,
                    palette.calm_soft if chosen else palette.paper if over else None)  # fmt: skip
        end, tools = self._end(row, sitting), self._tools(row, sitting)
        stop = tools[0].left() if over else end.left()
        left = row.left() + px(_INSET)
        upper = QRect(left, row.top() + px(7), stop - px(12) - left, px(20))
        lower = upper.translated(0, px(19))
        said = what_words(sitting)
        if not said:
            upper.moveTop(row.center().y() - upper.height() // 2)
        when = str(index.data(Qt.ItemDataRole.DisplayRole))
        self.say(painter, QStyle.visualRect(way, row, upper), when, Role.STRONG)
        self.say(painter, QStyle.visualRect(way, row, lower), said, Role.ROW, Tone.SOFT)
        self.say(painter, QStyle.visualRect(way, row, end), words.minutes(sitting.sat), Role.BODY,
                 side=Qt.AlignmentFlag.AlignRight)  # fmt: skip
        for (_name, icon), place in zip(_TOOLS, tools, strict=True):
            if over:
                self._sign(painter, icon, QStyle.visualRect(way, row, place))
        painter.restore()

    def _sign(self, painter: QPainter, icon: Icon, place: QRect) -> None:
        inset = place.width() * 0.26
        box = QRectF(place).adjusted(inset, inset, -inset, -inset)
        icons.paint(painter, icon, box, self._look.colour(Tone.SOFT))

    def _end(self, row: QRect, sitting: Sitting) -> QRect:
        metrics = QFontMetrics(self._look.font(Role.BODY))
        wide = metrics.horizontalAdvance(words.minutes(sitting.sat)) + 2
        right = row.right() + 1 - self._look.px(_INSET)
        return QRect(right - wide, row.top(), wide, row.height())

    def _tools(self, row: QRect, sitting: Sitting) -> list[QRect]:
        side = self._look.px(_TOOL)
        first = self._end(row, sitting).left() - self._look.px(10) - side * len(_TOOLS)
        top = row.center().y() - side // 2
        return [QRect(first + at * side, top, side, side) for at in range(len(_TOOLS))]


class SittingsView(EvenList):
    """The rows. Enter, F2 or a double click changes one, Delete removes what is chosen.

    Shift and Ctrl choose further rows; Escape lets go of all but the current one.

    Signals:
        asked: ``EDIT`` or ``REMOVE``; what is chosen tells with what.
        menu_wanted: the menu of what is chosen, at a global position.
        end_seen: the end of the list is near.
    """

    asked = Signal(str)
    menu_wanted = Signal(QPoint)
    end_seen = Signal()

    def __init__(self, look: Look, model: SittingsModel) -> None:
        super().__init__()
        self._look, self._sittings, self._row = look, model, SittingRow(look, self)
        self.setObjectName("bare")
        self.setModel(model)
        self.setItemDelegate(self._row)
        self.setAccessibleName(tr("Your sittings, the newest first"))
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        look.changed.connect(self.scheduleDelayedItemsLayout)

    def chosen(self) -> tuple[Sitting, ...]:
        """Return what is chosen, in its order; if nothing is, the current row."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        here = rows or [self.currentIndex().row()]
        found = (self._sittings.sitting(row) for row in here)
        return tuple(each for each in found if each is not None)

    def run_on(self, *, on: bool) -> None:
        """Be as high as all rows, on a page that scrolls, or scroll by itself."""
        if on is not self._flows:
            super().run_on(on=on)
            self.updateGeometry()

    def least(self) -> int:
        """Return the height in pixels of some rows."""
        return _LEAST * self.row_height()

    def sizeHint(self) -> QSize:
        """Return a few rows, and the page gives more where it has more; or all of them."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Show some rows at least."""
        high = max(self.least(), self.length()) if self._flows else self.least()
        return QSize(self._look.px(_NARROWEST), high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where the page scrolls, the end is near when it is drawn."""
        super().paintEvent(event)
        if self._flows and event.rect().bottom() >= self.length() - 2 * self.row_height():
            self.end_seen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among rows, act on them, and leave every other key to the window."""
        ring.pressed(self)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        what = "" if held else _KEYS.get(Qt.Key(event.key()), "")
        several = len(self.selectedIndexes()) > 1
        if event.key() in _NAVIGATION or event.matches(QKeySequence.StandardKey.SelectAll):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape and several:
            self.setCurrentIndex(self.currentIndex())
        elif what and self.currentIndex().isValid():
            self.asked.emit(what)
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what the sign under the pointer stands for, with this row alone."""
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        tool = self._tool_at(point)
        choosing = event.modifiers() & _CHOOSING
        if tool and not choosing and event.button() == Qt.MouseButton.LeftButton:
            self.setCurrentIndex(self.indexAt(point))
            self.asked.emit(tool)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Change the row; a second click on a sign is no more than that."""
        super().mouseDoubleClickEvent(event)
        point = event.position().toPoint()
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self.indexAt(point).isValid() and not self._tool_at(point):
            self.asked.emit(EDIT)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a sign."""
        super().mouseMoveEvent(event)
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(hand if self._tool_at(event.position().toPoint()) else arrow)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, by pointer or by key."""
        at = event.globalPos()
        if event.reason() == event.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center())
        if self.chosen():
            self.menu_wanted.emit(at)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what a sign does, else the whole of the words."""
        if event.type() == QEvent.Type.ToolTip:
            help_event: QHelpEvent = event  # type: ignore[assignment]
            tips = {EDIT: tr("Change this sitting"), REMOVE: tr("Remove this sitting")}
            row = self.indexAt(help_event.pos()).data(Qt.ItemDataRole.ToolTipRole)
            said = tips.get(self._tool_at(help_event.pos())) or str(row or "")
            QToolTip.showText(help_event.globalPos(), plainly(said), self)
            return True
        return super().viewportEvent(event)

    def updateGeometries(self) -> None:
        """Where all rows are in sight at once, their end is."""
        super().updateGeometries()
        self._scrolled(self.verticalScrollBar().value())
        if self._flows and self.height() != self.sizeHint().height():
            self.updateGeometry()

    def _scrolled(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if not self._flows and value >= bar.maximum() - 2 * self.viewport().height():
            self.end_seen.emit()

    def _tool_at(self, point: QPoint) -> str:
        index = self.indexAt(point)
        sitting = sitting_at(index)
        if sitting is None:
            return ""
        return self._row.tool_at(self.visualRect(index), sitting, point, self.layoutDirection())
