"""A list of single lines with a number at the end: the sidebar, the index of speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop_app.ui.look import icons, words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.models.plain import Index, Line, LinesModel, line_at
from desktop_app.ui.widgets import ring

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from desktop_app.ui.look.theme import Look


class LineRow(QStyledItemDelegate):
    """Paints a line; ``role`` and ``tone`` are those of its words when it is not chosen."""

    def __init__(
        self,
        look: Look,
        parent: QObject | None = None,
        *,
        height: float = 38,
        role: Role = Role.MEDIUM,
        tone: Tone = Tone.SOFT,
        inset: float = 12,
    ) -> None:
        super().__init__(parent)
        self._look, self._height, self._role, self._tone = look, height, role, tone
        self._inset = inset

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line; a heading has air above."""
        line = line_at(index)
        return QSize(
            self._look.px(120), self._look.px(39 if line and line.heading else self._height)
        )

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line."""
        line = line_at(index)
        if line is None:
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if not ring.seen(option.widget):
            state &= ~QStyle.StateFlag.State_HasFocus
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = rect.adjusted(self._look.px(self._inset), 0, -self._look.px(self._inset), 0)
        if line.heading:
            below = inner.adjusted(0, self._look.px(9), 0, 0)
            self._say(painter, below, line.text, Role.TINY, Tone.SOFT)
        else:
            self._row(painter, rect, inner, line, state)
        painter.restore()

    def _row(
        self,
        painter: QPainter,
        rect: QRect,
        inner: QRect,
        line: Line[Any],
        state: QStyle.StateFlag,
    ) -> None:
        lit = bool(state & QStyle.StateFlag.State_Selected)
        palette, radius = self._look.palette, self._look.px(9)
        if lit or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            ground = QColor(palette.lamp_soft if lit else palette.line)
            ground.setAlphaF(1.0 if lit else 0.45)
            painter.setBrush(ground)
            painter.drawRoundedRect(rect, radius, radius)
        tone = Tone.LAMP if lit or line.accent else self._tone
        role = Role.STRONG if lit or line.accent else self._role
        room = self._end(painter, inner, line, lit=lit)
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        words_at = inner.adjusted(room if rtl else 0, 0, 0 if rtl else -room, 0)
        self._say(painter, words_at, line.text, role, tone)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(palette.lamp), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), radius, radius)

    def _end(self, painter: QPainter, inner: QRect, line: Line[Any], *, lit: bool) -> int:
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        gap = self._look.px(8)
        if line.trouble:
            side = self._look.px(15)
            box = QRect(0, 0, side, side)
            box.moveCenter(QPoint(0, inner.center().y()))
            box.moveLeft(inner.left() if rtl else inner.right() + 1 - side)
            icons.paint(painter, Icon.WARNING, QRectF(box), self._look.colour(Tone.BAD))
            return side + gap
        if line.number is None:
            return 0
        role = Role.SMALL_STRONG if lit else Role.SMALL
        number = words.number(line.number)
        self._say(painter, inner, number, role, Tone.SOFT, far=True)
        return QFontMetrics(self._look.font(role)).horizontalAdvance(number) + gap

    def _say(
        self,
        painter: QPainter,
        place: QRect,
        text: str,
        role: Role,
        tone: Tone,
        *,
        far: bool = False,
    ) -> None:
        font = self._look.font(role)
        painter.setFont(font)
        painter.setPen(self._look.colour(tone))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        side = Qt.AlignmentFlag.AlignRight if far else Qt.AlignmentFlag.AlignLeft
        both = QStyle.visualAlignment(painter.layoutDirection(), side)
        painter.drawText(place, int(both | Qt.AlignmentFlag.AlignVCenter), shown)


class LineList(QListView):
    """Shows a :class:`LinesModel`. A click or Enter chooses; arrows only move.

    ``chosen`` carries the line's value. The selected row is the one that is in force, set by
    :meth:`select`; the ring shows where the keyboard is. With ``fit`` the list is as high as
    its rows and never scrolls. With ``even`` all rows are of one height, and there may be
    thousands. With ``typing`` letters lead to the row that begins with them.
    """

    chosen = Signal(object)
    menu_requested = Signal(object, QPoint)

    def __init__(
        self,
        look: Look,
        model: LinesModel[Any],
        *,
        name: str,
        delegate: LineRow | None = None,
        fit: bool = False,
        even: bool = False,
        typing: bool = False,
    ) -> None:
        super().__init__()
        self._look, self._lines, self._fit, self._typing = look, model, fit, typing
        self.setUniformItemSizes(even)
        self._selected: object = self
        self.setObjectName("bare")
        self.setModel(model)
        self.setItemDelegate(delegate or LineRow(look, self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        if fit:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        model.rowsInserted.connect(self._changed)
        model.rowsRemoved.connect(self._changed)
        model.dataChanged.connect(self._changed)
        look.changed.connect(self._dress)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember what brought the keyboard."""
        ring.came(self, event.reason())
        super().focusInEvent(event)

    def select(self, value: object) -> bool:
        """Mark the row of ``value`` as the one in force; tell whether there is one."""
        self._selected = value
        row = self._lines.row_of(value)
        if row < 0:
            self.clearSelection()
        else:
            how = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().select(self._lines.index(row), how)
        return row >= 0

    def selectionCommand(
        self, _index: Index, _event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Let neither clicks nor arrows select; only :meth:`select` does."""
        return QItemSelectionModel.SelectionFlag.NoUpdate

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with up and down or letters, choose with Enter, leave the rest to the window."""
        ring.pressed(self)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose(self.currentIndex())
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End,
                             Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:  # fmt: skip
            super().keyPressEvent(event)
        elif self._typing and event.text().isalnum():
            self.keyboardSearch(event.text())
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(self.indexAt(event.position().toPoint()))

    def sizeHint(self) -> QSize:
        """Return the height of all rows when the list fits itself to them."""
        rows = range(self._lines.rowCount())
        height = sum(self.sizeHintForRow(row) for row in rows) if self._fit else 0
        return QSize(self._look.px(180), height or self._look.px(120))

    def minimumSizeHint(self) -> QSize:
        """A fitted list is never cut."""
        return self.sizeHint() if self._fit else QSize(self._look.px(100), self._look.px(60))

    def _choose(self, index: Index) -> None:
        line = line_at(index)
        if line is not None and not line.heading:
            self.chosen.emit(line.value)

    def _menu(self, point: QPoint) -> None:
        line = line_at(self.indexAt(point))
        if line is not None and not line.heading:
            self.menu_requested.emit(line.value, self.viewport().mapToGlobal(point))

    def _changed(self) -> None:
        self.select(self._selected)
        self.updateGeometry()

    def _dress(self) -> None:
        self.doItemsLayout()
        self.updateGeometry()
