"""The rows of talks as the person points at them and types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QToolTip

from desktop_app.ui.look import talk_words
from desktop_app.ui.look.tips import plainly
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import episode_at
from desktop_app.ui.widgets import ring
from desktop_app.ui.widgets.episode_row import EpisodeRow, Part
from desktop_app.ui.widgets.even_list import EvenList

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QContextMenuEvent,
        QDropEvent,
        QHelpEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
    )

    from desktop_app.base.model import Episode
    from desktop_app.ui.look.theme import Look

_NAVIGATION = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}
_CHOOSING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class EpisodeView(EvenList):
    """The rows. Enter opens, P plays, D downloads, S stars, Q queues, Shift+Q plays next, H marks,
    N takes a note.

    ``asked`` tells what was asked for, by pointer or by key: "play", "star", "state", "open",
    "queue", "next", "heard", "note", and "menu" with a global position. With :meth:`set_several`
    Shift and Ctrl choose further rows, and Escape lets go of all but the current one.

    Signals:
        move_requested: from where one row is to go, and where it is to stand then.
        block_requested: the rows that are to go, and where the first is to stand then.
    """

    asked = Signal(str, object, QPoint)
    move_requested = Signal(int, int)
    block_requested = Signal(object, int)

    def __init__(self, look: Look, delegate: EpisodeRow) -> None:
        super().__init__()
        self._look, self._row, self._movable = look, delegate, False
        self._pressed: tuple[int, Part] | None = None
        self._keys = {Qt.Key.Key_P: "play", Qt.Key.Key_D: "state", Qt.Key.Key_S: "star",
                      Qt.Key.Key_Q: "queue", Qt.Key.Key_H: "heard",
                      Qt.Key.Key_N: "note",
                      Qt.Key.Key_Return: "open", Qt.Key.Key_Enter: "open"}  # fmt: skip
        self.setObjectName("bare")
        self.setItemDelegate(delegate)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def set_movable(self, movable: bool) -> None:
        """Let rows be dragged to another place, and moved with Alt+Up and Alt+Down."""
        mode, self._movable = QAbstractItemView.DragDropMode, movable
        self.setDragDropMode(mode.InternalMove if movable else mode.NoDragDrop)
        self.setDragEnabled(movable)
        self.setDropIndicatorShown(movable)

    def set_several(self) -> None:
        """Let several rows be chosen."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def chosen(self) -> tuple[int, ...]:
        """Return the rows that are chosen, in their order; if none is, the current one."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        here = self.currentIndex().row()
        return tuple(rows) if rows else (here,) if here >= 0 else ()

    def choose(self, first: int, last: int) -> None:
        """Choose these rows and no others."""
        model, flag = self.model(), QItemSelectionModel.SelectionFlag
        if 0 <= first <= last < model.rowCount():
            self.selectionModel().setCurrentIndex(model.index(last, 0), flag.NoUpdate)
            rows = QItemSelection(model.index(first, 0), model.index(last, 0))
            self.selectionModel().select(rows, flag.ClearAndSelect)

    def shift(self, step: int) -> None:
        """Ask that the chosen rows be moved together, one row up (-1) or down (1)."""
        rows = self.chosen()
        if rows and 0 <= rows[0 if step < 0 else -1] + step < self.model().rowCount():
            self._move(rows, rows[0] - 1 if step < 0 else rows[-1] + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among rows, act on them, and leave every other key to the window."""
        ring.pressed(self)
        index = self.currentIndex()
        key = Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alt = held == Qt.KeyboardModifier.AltModifier
        several = len(self.selectedIndexes()) > 1
        what = self._keys.get(key) if not held else None
        if held == Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_Q:
            what = "next"
        if alt and self._movable and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.shift(-1 if key == Qt.Key.Key_Up else 1)
        elif key in _NAVIGATION or self._is_all(event):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape and several:
            self.choose(index.row(), index.row())
        elif what is not None and index.isValid():
            at = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.asked.emit(what, episode_at(index), at)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note what is pressed; it counts when it is let go on the same."""
        super().mousePressEvent(event)
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self._part_at(event.position().toPoint()) if left else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what the part under the pointer stands for."""
        super().mouseReleaseEvent(event)
        here = self._part_at(event.position().toPoint())
        choosing = event.modifiers() & _CHOOSING and self._has_several()
        if here is not None and here == self._pressed and not choosing:
            row, part = here
            index = self.model().index(row, 0)
            what = "open" if part is Part.ROW else part.value
            self.asked.emit(what, episode_at(index), event.globalPosition().toPoint())
        self._pressed = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Give the columns what the rows in sight need, then draw."""
        rows = self.seen_rows(event)
        seen = ((row, episode_at(self.model().index(row, 0))) for row in rows)
        known = [(row, one) for row, one in seen if one is not None]
        if self._row.fit(known, self.viewport().width()):
            self.viewport().update()
        super().paintEvent(event)

    def reset(self) -> None:
        """Other rows need other columns."""
        self._row.forget()
        super().reset()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._point(None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand where something can be pressed."""
        super().mouseMoveEvent(event)
        here = self._part_at(event.position().toPoint())
        self._point(here)
        shape = Qt.CursorShape.PointingHandCursor if here else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row, by pointer or by key."""
        index = self.indexAt(event.pos())
        at = event.globalPos()
        if event.reason() == event.Reason.Keyboard:
            index = self.currentIndex()
            at = self.viewport().mapToGlobal(self.visualRect(index).center())
        self.asked.emit("menu", episode_at(index), at)

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the whole title, or what a part does, as a tool tip."""
        if event.type() == QEvent.Type.ToolTip:
            asked: QHelpEvent = event  # type: ignore[assignment]
            here = self._part_at(asked.pos())
            episode = episode_at(self.indexAt(asked.pos()))
            if here is not None and episode is not None:
                QToolTip.showText(asked.globalPos(), plainly(self._tip(here, episode)), self)
            return True
        return super().viewportEvent(event)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Drag the chosen rows, by Python's own call: Qt's would hold up all other threads."""
        drag = QDrag(self)
        drag.setMimeData(self.model().mimeData(self.selectedIndexes()))
        rect = self.visualRect(self.currentIndex())
        drag.setPixmap(self.viewport().grab(rect))
        drag.setHotSpot(self.viewport().mapFromGlobal(self.cursor().pos()) - rect.topLeft())
        drag.exec(Qt.DropAction.MoveAction)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; the model changes when the queue has changed."""
        index = self.indexAt(event.position().toPoint())
        target = index.row() if index.isValid() else self.model().rowCount()
        below = QAbstractItemView.DropIndicatorPosition.BelowItem
        if index.isValid() and self.dropIndicatorPosition() == below:
            target += 1
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self._move(self.chosen(), target)

    def _point(self, here: tuple[int, Part] | None) -> None:
        if here != self._row.pointed:
            self._row.pointed = here
            self.viewport().update()

    def _has_several(self) -> bool:
        return self.selectionMode() == QAbstractItemView.SelectionMode.ExtendedSelection

    def _is_all(self, event: QKeyEvent) -> bool:
        return self._has_several() and event.matches(QKeySequence.StandardKey.SelectAll)

    def _move(self, rows: tuple[int, ...], before: int) -> None:
        """Ask that rows go before another one, and choose them where they will be."""
        first = before - sum(row < before for row in rows)
        if not rows or rows == tuple(range(first, first + len(rows))):
            return
        if len(rows) == 1:
            self.move_requested.emit(rows[0], first)
        else:
            self.block_requested.emit(rows, first)
        self.choose(first, first + len(rows) - 1)

    def _part_at(self, point: QPoint) -> tuple[int, Part] | None:
        index = self.indexAt(point)
        if not index.isValid():
            return None
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return index.row(), self._row.part_at(self.visualRect(index), point, rtl=rtl)

    def told(self, row: int) -> str:
        """Return what else a tool tip says of a row."""
        del row
        return ""

    def _tip(self, here: tuple[int, Part], episode: Episode) -> str:
        row, part = here
        if part is Part.STAR:
            return tr("Remove from favorites") if episode.favorite else tr("Add to favorites")
        if part is Part.STATE:
            return self._row.text.tip(episode, row) or self._row.text.end(episode, row)
        said = talk_words.tip(episode, short=self._look.short_names)
        text = self._row.text
        more = (text.subtitle(episode), text.middle(episode), self.told(row))
        return "\n".join((said, *(part for part in more if part)))
