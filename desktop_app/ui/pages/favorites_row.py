"""A row of the Favorites page's index, and the field in which its name is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyle

from desktop_app.ui.look import icons
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.plain import line_at
from desktop_app.ui.pages.favorites_lines import ShelfLine
from desktop_app.ui.widgets.line_row import LineRow

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel, QObject
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.models.plain import Index, Line
    from desktop_app.ui.pages.favorites_lines import ShelvesModel

HEIGHT = 36
_DONE = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}


class ShelfRow(LineRow):
    """Paints a row, with a small sign where a collection fills itself.

    Signals:
        named: a row's value and the words that were written in its place.
        refused: the field in which a name stands that cannot be, and why; "": it may be good.
    """

    named = Signal(object, str)
    refused = Signal(object, str)

    def __init__(self, look: Look, lines: ShelvesModel) -> None:
        super().__init__(look, height=HEIGHT, role=Role.BODY, tone=Tone.INK, inset=10)
        self._lines = lines
        self.target: object = None
        """The collection onto which talks are being dragged; it is lit."""

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keep what was typed, and the cursor there, where another collection is called so."""
        if isinstance(editor, QLineEdit) and event.type() == QEvent.Type.KeyPress:
            line, model = editor.property("line"), self._lines
            done = isinstance(event, QKeyEvent) and event.key() in _DONE
            other = model.namesake(editor.text(), line.value) if done else ""
            if other:
                said = tr("There is a collection “{name}” already", name=other)
                self.refused.emit(editor, said)
                return True
        return super().eventFilter(editor, event)

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
        field.textEdited.connect(lambda _text: self.refused.emit(field, ""))
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

    def _row(
        self,
        painter: QPainter,
        rect: QRect,
        inner: QRect,
        line: Line[Any],
        state: QStyle.StateFlag,
    ) -> None:
        if self.target is not None and line.value == self.target:
            state |= QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
        super()._row(painter, rect, inner, line, state)

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
