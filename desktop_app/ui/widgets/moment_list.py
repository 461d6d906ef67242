"""A list of places in talks: a click goes there; small signs at the end do the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QToolTip,
    QWidget,
)

from desktop_app.ui.look.tips import plainly
from desktop_app.ui.models.moments import Moment, MomentsModel
from desktop_app.ui.models.plain import Line, line_at
from desktop_app.ui.widgets import ring
from desktop_app.ui.widgets.episode_row import ROW_HEIGHT
from desktop_app.ui.widgets.line_list import LineList
from desktop_app.ui.widgets.moment_row import MomentRow

if TYPE_CHECKING:
    from collections.abc import Hashable

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent

    from desktop_app.ui.look.icons import Icon
    from desktop_app.ui.look.theme import Look

_TOOL = 34


class MomentList(LineList):
    """The rows; a click or Enter goes there, Delete removes, F2 changes what is one's own.

    Signals:
        tool_used: the name of a sign, and the row's value; Delete is "remove", F2 "edit".
        noted: a row's value and the words that it is to have.
        end_seen: the end of the list is in sight.
    """

    tool_used = Signal(str, object)
    noted = Signal(object, str)
    end_seen = Signal()

    def __init__(
        self,
        look: Look,
        model: MomentsModel[Any],
        *,
        name: str,
        tools: tuple[tuple[str, Icon, str], ...],
    ) -> None:
        self._row = MomentRow(look, tuple((tool, icon) for tool, icon, _tip in tools))
        super().__init__(look, model, name=name, delegate=self._row)
        self._row.setParent(self)
        self._moments = model
        self._held: tuple[Line[Any], ...] | None = None
        self._tips = {tool: tip for tool, _icon, tip in tools}
        self._row.noted.connect(self.noted)
        self.tool_used.connect(self._edit)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_moments(self, lines: tuple[Line[Any], ...]) -> None:
        """Show these; the keyboard stays on the row where it was.

        While words are being typed in a row, nothing moves: what is new waits until they are done.
        """
        if self.state() == QAbstractItemView.State.EditingState:
            self._held = lines
            return
        line = line_at(self.currentIndex())
        key = line.key if isinstance(line, Moment) else None
        before = self.currentIndex().row()
        self._moments.set_lines(lines)
        row = self._moments.row_of_key(key) if key is not None else -1
        if row < 0 <= before:
            row = min(before, len(lines) - 1)
        if row >= 0 and row != self.currentIndex().row():
            self.setCurrentIndex(self._moments.index(row))

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Show what came meanwhile."""
        super().closeEditor(editor, hint)
        held, self._held = self._held, None
        if held is not None:
            self.show_moments(held)

    def minimumSizeHint(self) -> QSize:
        """Show at least two rows, as lists of talks do."""
        return QSize(self._look.px(240), 2 * self._look.px(ROW_HEIGHT))

    def change(self, key: Hashable) -> None:
        """Offer the words of the row with this key for change."""
        row = self._moments.row_of_key(key)
        if row >= 0:
            self.setCurrentIndex(self._moments.index(row))
            self._edit("edit", None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove with Delete, change with F2; the rest as in other lists.

        What comes from the field that is being typed in is done with: Enter plays nothing then.
        """
        ring.pressed(self)
        if self.state() == QAbstractItemView.State.EditingState:
            event.accept()
            return
        tool = {Qt.Key.Key_Delete: "remove", Qt.Key.Key_F2: "edit"}.get(Qt.Key(event.key()))
        line = line_at(self.currentIndex())
        if tool in self._tips and isinstance(line, Moment) and not line.heading:
            self.tool_used.emit(tool, line.value)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what the sign under the pointer stands for, or go to the place."""
        point = event.position().toPoint()
        tool, line = self._tool_at(point)
        if tool and line is not None and event.button() == Qt.MouseButton.LeftButton:
            self.setCurrentIndex(self.indexAt(point))
            self.tool_used.emit(tool, line.value)
        else:
            super().mouseReleaseEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell what a sign does, else the whole of the words."""
        if event.type() == QEvent.Type.ToolTip:
            help_event: QHelpEvent = event  # type: ignore[assignment]
            tool, line = self._tool_at(help_event.pos())
            words = (line.text, getattr(line, "more", "")) if line is not None else ()
            said = self._tips[tool] if tool else "\n".join(part for part in words if part)
            QToolTip.showText(help_event.globalPos(), plainly(said), self)
            return True
        return super().viewportEvent(event)

    def _tool_at(self, point: QPoint) -> tuple[str, Moment[Any] | None]:
        index: QModelIndex = self.indexAt(point)
        line = line_at(index)
        if not isinstance(line, Moment) or line.heading:
            return "", None
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return self._row.tool_at(self.visualRect(index), line, point, rtl=rtl), line

    def _edit(self, tool: str, _value: object) -> None:
        if tool == "edit" and self.state() != QAbstractItemView.State.EditingState:
            self.edit(self.currentIndex())

    def _scrolled(self, value: int) -> None:
        if value >= self.verticalScrollBar().maximum() - self.viewport().height():
            self.end_seen.emit()
