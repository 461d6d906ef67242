"""The index of the Favorites page: all of them, the bookmarks, and the person's collections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDrag
from PySide6.QtWidgets import QAbstractItemView, QApplication

from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import ROW_MIME
from desktop_app.ui.models.plain import line_at
from desktop_app.ui.pages.favorites_lines import ShelfLine
from desktop_app.ui.pages.favorites_list import TALKS_MIME
from desktop_app.ui.pages.favorites_row import HEIGHT, ShelfRow
from desktop_app.ui.widgets import aloud, ring
from desktop_app.ui.widgets.line_list import LineList
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QKeyEvent,
        QMouseEvent,
    )
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.favorites_lines import ShelvesModel

_FEWEST_ROWS = 5


class ShelfList(LineList):
    """The index. F2 changes a name, Delete removes, Alt with ↑ and ↓ or dragging moves.

    Signals:
        named: a row's value (``NEW``, or a collection's id) and its new name.
        removed: the id of the collection that is to go.
        moved: the place of a collection among the others, and where it is to be.
        taken: the id of the collection onto which talks of the list were dropped.
    """

    named = Signal(object, str)
    removed = Signal(int)
    moved = Signal(int, int)
    taken = Signal(int)

    def __init__(self, look: Look, model: ShelvesModel) -> None:
        row = ShelfRow(look, model)
        super().__init__(look, model, name=tr("Favorites and collections"), delegate=row)
        row.setParent(self)
        self._row = row
        row.named.connect(self.named)
        row.refused.connect(self._refuse)
        self.fault = Text(look, "", Role.SMALL, Tone.BAD, wrap=True, parent=self.viewport())
        self.fault.setAutoFillBackground(True)
        self.fault.hide()
        self._held: tuple[ShelfLine, ...] | None = None
        self._model = model
        self._pressed = QPoint()
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragEnabled(True)
        self.setDropIndicatorShown(True)

    def minimumSizeHint(self) -> QSize:
        """Show some rows; the page scrolls where there is no room for them."""
        return QSize(self._look.px(100), _FEWEST_ROWS * self._look.px(HEIGHT))

    def show_lines(self, lines: tuple[ShelfLine, ...]) -> None:
        """Show these; while a name is being typed nothing moves."""
        if self.state() == QAbstractItemView.State.EditingState:
            self._held = lines
            return
        current = line_at(self.currentIndex())
        self._model.set_lines(lines)
        row = self._model.row_of(current.value) if current is not None else -1
        if row >= 0 and row != self.currentIndex().row():
            self.setCurrentIndex(self._model.index(row))

    def closeEditor(self, editor: QWidget, hint: Any) -> None:  # noqa: ANN401 - Qt's own enum
        """Show what came meanwhile."""
        super().closeEditor(editor, hint)
        self.fault.hide()
        held, self._held = self._held, None
        if held is not None:
            self.show_lines(held)

    def write(self, value: object) -> None:
        """Offer the name of this row for change; that of ``NEW`` is a new collection's."""
        row = self._model.row_of(value)
        if row >= 0 and self.state() != QAbstractItemView.State.EditingState:
            index = self._model.index(row)
            self.setCurrentIndex(index)
            self.scrollTo(index)
            self.edit(index)

    def shift(self, value: object, step: int) -> None:
        """Ask that a collection be moved up (-1) or down (1)."""
        ids = self._ids()
        if value in ids:
            place = ids.index(value)
            if 0 <= place + step < len(ids):
                self.moved.emit(place, place + step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change, remove and move by keys; the rest as in other lists.

        What comes from the field that is being typed in is done with.
        """
        ring.pressed(self)
        if self.state() == QAbstractItemView.State.EditingState:
            event.accept()
            return
        line = line_at(self.currentIndex())
        value = line.value if line is not None else None
        key = Qt.Key(event.key())
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.shift(value, -1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_F2 and isinstance(value, int):
            self.write(value)
        elif key == Qt.Key.Key_Delete and isinstance(value, int):
            self.removed.emit(value)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note from where a collection may be pulled."""
        super().mousePressEvent(event)
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin to drag what is pulled; Qt does so for selected rows alone."""
        held = event.buttons() & Qt.MouseButton.LeftButton
        way = (event.position().toPoint() - self._pressed).manhattanLength()
        if held and way >= QApplication.startDragDistance():
            self.startDrag(Qt.DropAction.MoveAction)
        elif not held:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked; what was pulled to another row is not meant."""
        way = (event.position().toPoint() - self._pressed).manhattanLength()
        if way < QApplication.startDragDistance():
            super().mouseReleaseEvent(event)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Drag a collection, by Python's own call: Qt's would hold up all other threads."""
        index = self.currentIndex()
        line = line_at(index)
        if line is None or not isinstance(line.value, int):
            return
        mime = QMimeData()
        mime.setData(ROW_MIME, str(index.row()).encode())
        drag = QDrag(self)
        drag.setMimeData(mime)
        rect = self.visualRect(index)
        drag.setPixmap(self.viewport().grab(rect))
        drag.setHotSpot(QPoint(rect.width() // 4, rect.height() // 2))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let talks in as well."""
        if event.mimeData().hasFormat(TALKS_MIME):
            event.acceptProposedAction()
        else:
            super().dragEnterEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Light the collection that would take the talks."""
        if not event.mimeData().hasFormat(TALKS_MIME):
            super().dragMoveEvent(event)
        elif self._aim(event.position().toPoint()) is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Nothing is meant any more."""
        self._aim(None)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand on what was dropped; the rows change when the order has changed."""
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if event.mimeData().hasFormat(TALKS_MIME):
            target = self._aim(event.position().toPoint())
            self._aim(None)
            if target is not None:
                self.taken.emit(target)
        else:
            self._move(event)

    def _aim(self, point: QPoint | None) -> int | None:
        """Light the collection at a point that talks can be put into; return its id."""
        line = line_at(self.indexAt(point)) if point is not None else None
        filled = isinstance(line, ShelfLine) and isinstance(line.value, int) and not line.smart
        self._row.target = line.value if filled and line is not None else None
        self.viewport().update()
        return self._row.target if isinstance(self._row.target, int) else None

    def _move(self, event: QDropEvent) -> None:
        """Ask for the move of a collection."""
        point = event.position().toPoint()
        index: QModelIndex = self.indexAt(point)
        row = index.row() if index.isValid() else self._model.rowCount()
        if index.isValid() and point.y() > self.visualRect(index).center().y():
            row += 1
        ids, line = self._ids(), line_at(self.currentIndex())
        if line is None or line.value not in ids:
            return
        first = self._model.row_of(ids[0])
        source, before = ids.index(line.value), min(max(row - first, 0), len(ids))
        target = before - (source < before)
        if target != source:
            self.moved.emit(source, target)

    def _refuse(self, field: QWidget, why: str) -> None:
        """Say at the field why a name cannot be; "": it may be good."""
        fault, place, gap = self.fault, field.geometry(), self._look.px(4)
        fault.setText(why)
        fault.setVisible(bool(why))
        ground = fault.palette()
        ground.setColor(fault.backgroundRole(), QColor(self._look.palette.card))
        fault.setPalette(ground)
        high = fault.heightForWidth(place.width()) + gap
        below = place.bottom() + high <= self.viewport().height()
        top = place.bottom() + 1 if below else place.top() - high
        fault.setGeometry(place.left(), top, place.width(), high)
        field.setAccessibleDescription(why)
        if why:
            fault.raise_()
            aloud.say(field, why)

    def _ids(self) -> list[object]:
        return [line.value for line in self._model.lines if isinstance(line.value, int)]
