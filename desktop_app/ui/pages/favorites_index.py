"""The index of the Favorites page: all of them, the bookmarks, and the person's collections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit

from desktop_app.ui.look import icons, words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import ROW_MIME
from desktop_app.ui.models.plain import Line, LinesModel, line_at
from desktop_app.ui.pages.favorites_bookmarks import BOOKMARKS
from desktop_app.ui.pages.favorites_shelf import fills_itself
from desktop_app.ui.widgets import ring
from desktop_app.ui.widgets.line_list import LineList, LineRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QAbstractItemModel, QModelIndex
    from PySide6.QtGui import QDropEvent, QKeyEvent, QMouseEvent, QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from desktop_app.base.shelves import Collection
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.models.plain import Index

NEW = "new"
_HEADING = "collections"
_HEIGHT = 36
_FEWEST_ROWS = 5


@dataclass(frozen=True, slots=True)
class ShelfLine(Line[Any]):
    """A row of the index; ``name``: what may be written in its place; None: nothing."""

    name: str | None = None
    smart: bool = False


def shelf_lines(
    everything: int | None, collections: Sequence[Collection], *, short: bool
) -> tuple[ShelfLine, ...]:
    """Return the rows: what is always there, then the collections in their order."""
    return (
        ShelfLine(None, tr("All favorites"), everything),
        ShelfLine(BOOKMARKS, tr("Bookmarks")),
        ShelfLine(_HEADING, tr("Collections"), heading=True),
        *(_line(each, short=short) for each in collections),
        ShelfLine(NEW, tr("+ New collection"), accent=True, name="",
                  aloud=tr("New collection")),
    )  # fmt: skip


def _line(collection: Collection, *, short: bool) -> ShelfLine:
    talks = words.count(collection.talks, "1 talk", "{n} talks")
    if collection.query is None:
        aloud, hint = f"{collection.name}, {talks}", collection.name
    else:
        itself = fills_itself(collection.query, short=short)
        aloud, hint = f"{collection.name}, {talks}, {itself}", f"{collection.name}\n{itself}"
    return ShelfLine(collection.id, collection.name, collection.talks, aloud=aloud, hint=hint,
                     name=collection.name, smart=collection.query is not None)  # fmt: skip


class ShelvesModel(LinesModel[Any]):
    """The rows; names may be written in place, collections dragged among each other."""

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let names be changed where they stand."""
        line, flags = self.line(index.row()), super().flags(index)
        if isinstance(line, ShelfLine) and line.name is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        if isinstance(line, ShelfLine) and isinstance(line.value, int):
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsDropEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return the one type that only our own lists know."""
        return [ROW_MIME]


class ShelfRow(LineRow):
    """Paints a row, with a small sign where a collection fills itself.

    Signals:
        named: a row's value and the words that were written in its place.
    """

    named = Signal(object, str)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Offer the name for change."""
        line = line_at(index)
        if not isinstance(line, ShelfLine) or line.name is None:
            return super().createEditor(parent, option, index)
        field = QLineEdit(line.name, parent)
        field.setPlaceholderText(tr("Its name"))
        field.setAccessibleName(
            tr("Name of the collection") if line.name else tr("Name of the new collection")
        )
        field.setProperty("line", line)
        field.selectAll()
        return field

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Let the field stand in the row's place."""
        rect: QRect = option.rect
        high = editor.sizeHint().height()
        editor.setGeometry(rect.left(), rect.center().y() - high // 2, rect.width(), high)

    def setEditorData(self, _editor: QWidget, _index: Index) -> None:
        """Leave what is being typed alone, whatever the row says meanwhile."""

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, _index: Index) -> None:
        """Hand the name on; the row shows it when it is kept."""
        line = editor.property("line")
        if isinstance(editor, QLineEdit) and isinstance(line, ShelfLine):
            name = editor.text().strip()
            if name and name != line.name:
                self.named.emit(line.value, name)

    def _end(self, painter: QPainter, inner: QRect, line: Line[Any], *, lit: bool) -> int:
        room = super()._end(painter, inner, line, lit=lit)
        if not isinstance(line, ShelfLine) or not line.smart:
            return room
        side = self._look.px(13)
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left = inner.left() + room if rtl else inner.right() + 1 - room - side
        box = QRectF(left, inner.center().y() - side / 2, side, side)
        icons.paint(painter, Icon.FUNNEL, box, self._look.colour(Tone.SOFT))
        return room + side + self._look.px(8)


class ShelfList(LineList):
    """The index. F2 changes a name, Delete removes, Alt with ↑ and ↓ or dragging moves.

    Signals:
        named: a row's value (``NEW``, or a collection's id) and its new name.
        removed: the id of the collection that is to go.
        moved: the place of a collection among the others, and where it is to be.
    """

    named = Signal(object, str)
    removed = Signal(int)
    moved = Signal(int, int)

    def __init__(self, look: Look, model: ShelvesModel) -> None:
        row = ShelfRow(look, height=_HEIGHT, role=Role.BODY, tone=Tone.INK, inset=10)
        super().__init__(look, model, name=tr("Favorites and collections"), delegate=row)
        row.setParent(self)
        row.named.connect(self.named)
        self._held: tuple[ShelfLine, ...] | None = None
        self._model = model
        self._pressed = QPoint()
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragEnabled(True)
        self.setDropIndicatorShown(True)

    def minimumSizeHint(self) -> QSize:
        """Show some rows; the page scrolls where there is no room for them."""
        return QSize(self._look.px(100), _FEWEST_ROWS * self._look.px(_HEIGHT))

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

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; the rows change when the order has changed."""
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
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

    def _ids(self) -> list[object]:
        return [line.value for line in self._model.lines if isinstance(line.value, int)]
