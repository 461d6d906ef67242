"""The list of talks in its card: rows, the three ways of being empty, and all the actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QStackedLayout, QToolTip

from desktop_app.base.model import DownloadState, Episode
from desktop_app.ui.look import talk_words
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import EpisodesModel, ListState, episode_at
from desktop_app.ui.widgets.actions import EpisodeActions
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.episode_row import ROW_HEIGHT, EpisodeRow, Part, RowText
from desktop_app.ui.widgets.placeholder import Placeholder

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QContextMenuEvent, QDropEvent, QKeyEvent, QMouseEvent

    from desktop_app.base.errors import KnownError
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.models.crossing import Crossing

_NAVIGATION = {
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}


class EpisodeView(QListView):
    """The rows. Enter opens, P plays, D downloads, S stars, Q queues; the rest is the window's.

    ``asked`` tells what was asked for, by pointer or by key: "play", "star", "state", "open",
    "queue", and "menu" with a global position.
    """

    asked = Signal(str, object, QPoint)
    move_requested = Signal(int, int)

    def __init__(self, look: Look, delegate: EpisodeRow) -> None:
        super().__init__()
        self._look, self._row = look, delegate
        self._pressed: tuple[int, Part] | None = None
        self._keys = {Qt.Key.Key_P: "play", Qt.Key.Key_D: "state", Qt.Key.Key_S: "star",
                      Qt.Key.Key_Q: "queue", Qt.Key.Key_Return: "open",
                      Qt.Key.Key_Enter: "open"}  # fmt: skip
        self.setObjectName("bare")
        self.setItemDelegate(delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.viewport().setAutoFillBackground(False)

    def set_movable(self, movable: bool) -> None:
        """Let rows be dragged to another place, and moved with Alt+Up and Alt+Down."""
        mode = QAbstractItemView.DragDropMode
        self.setDragDropMode(mode.InternalMove if movable else mode.NoDragDrop)
        self.setDragEnabled(movable)
        self.setDropIndicatorShown(movable)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among rows, act on one, and leave every other key to the window."""
        index = self.currentIndex()
        key = Qt.Key(event.key())
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alt and self.dragEnabled() and key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._shift(index.row(), -1 if key == Qt.Key.Key_Up else 1)
        elif key in _NAVIGATION:
            super().keyPressEvent(event)
        elif plain and key in self._keys and index.isValid():
            at = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.asked.emit(self._keys[key], episode_at(index), at)
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
        if here is not None and here == self._pressed:
            row, part = here
            index = self.model().index(row, 0)
            what = "open" if part is Part.ROW else part.value
            self.asked.emit(what, episode_at(index), event.globalPosition().toPoint())
        self._pressed = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand where something can be pressed."""
        super().mouseMoveEvent(event)
        here = self._part_at(event.position().toPoint())
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
            point = self.viewport().mapFromGlobal(self.cursor().pos())
            here = self._part_at(point)
            episode = episode_at(self.indexAt(point))
            if here is not None and episode is not None:
                QToolTip.showText(self.cursor().pos(), self._tip(here[1], episode), self)
            return True
        return super().viewportEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the move; the model changes when the queue has changed."""
        index = self.indexAt(event.position().toPoint())
        target = index.row() if index.isValid() else self.model().rowCount()
        below = QAbstractItemView.DropIndicatorPosition.BelowItem
        if index.isValid() and self.dropIndicatorPosition() == below:
            target += 1
        source = self.currentIndex().row()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if source >= 0 and target not in {source, source + 1}:
            self.move_requested.emit(source, target - 1 if target > source else target)

    def _shift(self, row: int, step: int) -> None:
        target = row + step
        if row >= 0 and 0 <= target < self.model().rowCount():
            self.move_requested.emit(row, target)
            self.setCurrentIndex(self.model().index(target, 0))

    def _part_at(self, point: QPoint) -> tuple[int, Part] | None:
        index = self.indexAt(point)
        if not index.isValid():
            return None
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return index.row(), self._row.part_at(self.visualRect(index), point, rtl=rtl)

    def _tip(self, part: Part, episode: Episode) -> str:
        if part is Part.STAR:
            return tr("Remove from favorites") if episode.favorite else tr("Add to favorites")
        if part is Part.STATE:
            return talk_words.state_aloud(episode)
        return talk_words.headline(episode, short=self._look.short_names)


class EpisodeList(Card):
    """A card of talks that does by itself what its rows are asked for.

    Connect ``open_requested`` to show the talk's page and ``failed`` to the page's notice.
    The other signals are for those who want to know. With ``fit`` the card is as high as its
    rows (use a model with a ``limit``); otherwise it takes the room there is and scrolls.
    """

    open_requested = Signal(object)
    play_requested = Signal(object)
    download_requested = Signal(object)
    favorite_toggled = Signal(object)
    move_requested = Signal(int, int)
    failed = Signal(object)

    def __init__(
        self,
        look: Look,
        bridge: Crossing,
        model: EpisodesModel,
        *,
        name: str,
        text: RowText | None = None,
        fit: bool = False,
        movable: bool = False,
    ) -> None:
        super().__init__(look, padding=6)
        self.model = model
        self.commands = EpisodeActions(look, bridge, self)
        self.delegate = EpisodeRow(look, self, text)
        self.view = EpisodeView(look, self.delegate)
        self.view.setAccessibleName(name)
        self.view.setModel(model)
        self.view.set_movable(movable)
        self.placeholder = Placeholder(look)
        self._fit = fit
        self._empty: tuple[str, str, str, Callable[[], None] | None] = (
            tr("Nothing here yet"), "", "", None)  # fmt: skip
        self._wrong: tuple[KnownError, Callable[[], None]] | None = None
        self._stack = QStackedLayout()
        self._stack.addWidget(self.placeholder)
        self._stack.addWidget(self.view)
        self.body.addLayout(self._stack)
        if fit:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._connect()
        self._state(model.state)

    def set_empty(
        self, title: str, advice: str, action: str = "", do: Callable[[], None] | None = None
    ) -> None:
        """Say this when there are no rows: what is missing, what to do, a button for it."""
        self._empty, self._wrong = (title, advice, action, do), None
        self._state(self.model.state)

    def set_failed(self, problem: KnownError, retry: Callable[[], None]) -> None:
        """Say this when there are no rows, because what brings them failed."""
        self._wrong = (problem, retry)
        self._state(self.model.state)

    def set_text(self, text: RowText) -> None:
        """Show other words in the rows."""
        self.delegate.text = text
        self.view.viewport().update()

    def current(self) -> Episode | None:
        """Return the talk of the current row."""
        return episode_at(self.view.currentIndex())

    def sizeHint(self) -> QSize:
        """Return the height of all rows when the card fits itself to them."""
        px = self._look.px
        rows = self.model.rowCount()
        inset = 2 * (px(6) + 1)
        if self._fit and self.model.state is ListState.READY:
            return QSize(px(400), rows * px(ROW_HEIGHT) + inset)
        return QSize(px(400), max(3 * px(ROW_HEIGHT), self.placeholder.sizeHint().height()) + inset)

    def minimumSizeHint(self) -> QSize:
        """Show at least two rows, or all of them when the card fits itself."""
        hint = self.sizeHint()
        px = self._look.px
        whole = self._fit or self.model.state is not ListState.READY
        return QSize(px(240), hint.height() if whole else 2 * px(ROW_HEIGHT))

    def _connect(self) -> None:
        self.view.asked.connect(self._asked)
        self.view.move_requested.connect(self.move_requested)
        self.commands.failed.connect(self.failed)
        self.commands.playing_changed.connect(self._playing)
        self.model.failed.connect(self.failed)
        self.model.state_changed.connect(self._state)
        self.model.rowsInserted.connect(self.updateGeometry)
        self.model.rowsRemoved.connect(self.updateGeometry)
        self._look.changed.connect(self._relaid)

    def _asked(self, what: str, episode: Episode | None, at: QPoint) -> None:
        if episode is None:
            return
        if what == "open":
            self.open_requested.emit(episode)
        elif what == "play":
            self.play_requested.emit(episode)
            self.commands.play(episode)
        elif what == "star":
            self.favorite_toggled.emit(episode)
            self.commands.favorite(episode)
        elif what == "queue":
            self.commands.enqueue(episode)
        elif what == "state" and episode.state is not DownloadState.DOWNLOADED:
            self.download_requested.emit(episode)
            self.commands.download(episode)
        else:
            menu = self.commands.menu(episode, self, lambda: self.open_requested.emit(episode))
            menu.popup(at)

    def _playing(self) -> None:
        self.delegate.playing = self.commands.playing
        self.delegate.sounding = self.commands.sounding
        self.view.viewport().update()

    def _state(self, state: ListState) -> None:
        if state is ListState.LOADING:
            self.placeholder.loading()
        elif state is ListState.EMPTY and self._wrong is not None:
            self.placeholder.failed(*self._wrong)
        elif state is ListState.EMPTY:
            self.placeholder.empty(*self._empty)
        elif state is ListState.FAILED and self.model.problem is not None:
            self.placeholder.failed(self.model.problem, self.model.retry)
        self._stack.setCurrentWidget(self.view if state is ListState.READY else self.placeholder)
        self.updateGeometry()

    def _relaid(self) -> None:
        self.view.doItemsLayout()
        self.updateGeometry()
