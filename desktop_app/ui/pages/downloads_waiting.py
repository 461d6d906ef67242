"""The list of downloads that wait for their turn, in the person's order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy

from desktop_app.ui.look import talk_words, words
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import EPISODE, ROW_MIME
from desktop_app.ui.widgets.actions import EpisodeActions
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.episode_row import ROW_HEIGHT, EpisodeRow, RowText
from desktop_app.ui.widgets.episode_view import EpisodeView
from desktop_app.ui.widgets.folding_list import keep_in_sight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from desktop_app.base.model import Episode
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.models.crossing import Crossing
    from desktop_app.ui.models.episodes import Index

_ROOT = QModelIndex()


class WaitingModel(QAbstractListModel):
    """The rows that wait; replacing them keeps the view's place."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._episodes: tuple[Episode, ...] = ()

    @property
    def episodes(self) -> tuple[Episode, ...]:
        """All rows, in order."""
        return self._episodes

    def set_episodes(self, episodes: tuple[Episode, ...]) -> None:
        """Show these rows instead."""
        if episodes == self._episodes:
            return
        old, new = len(self._episodes), len(episodes)
        if new > old:
            self.beginInsertRows(QModelIndex(), old, new - 1)
            self._episodes = episodes
            self.endInsertRows()
        elif new < old:
            self.beginRemoveRows(QModelIndex(), new, old - 1)
            self._episodes = episodes
            self.endRemoveRows()
        self._episodes = episodes
        if min(old, new):
            self.dataChanged.emit(self.index(0), self.index(min(old, new) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._episodes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the episode, its title, or its sentence for a screen reader."""
        if not index.isValid() or not 0 <= index.row() < len(self._episodes):
            return None
        episode = self._episodes[index.row()]
        short = self._look.short_names
        if role == EPISODE:
            return episode
        if role == Qt.ItemDataRole.DisplayRole:
            return talk_words.headline(episode, short=short)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            place = tr("number {n} in line", n=words.number(index.row() + 1))
            return f"{talk_words.sentence(episode, short=short)}, {place}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let rows be chosen and dragged; a place between rows takes a drop."""
        flags = super().flags(index)
        drag, drop = Qt.ItemFlag.ItemIsDragEnabled, Qt.ItemFlag.ItemIsDropEnabled
        return flags | (drag if index.isValid() else drop)

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Return the one type that only our own lists know."""
        return [ROW_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the number of the row that is dragged."""
        mime = QMimeData()
        mime.setData(ROW_MIME, str(indexes[0].row()).encode())
        return mime


class WaitingList(Card):
    """A card as high as its rows.

    ``move_requested`` carries an episode's id and the id of the one that it is to follow
    (None: it is to be the first); ``open_requested`` the episode.
    """

    move_requested = Signal(int, object)
    open_requested = Signal(object)
    failed = Signal(object)

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, padding=6)
        self.model = WaitingModel(look, self)
        self.commands = EpisodeActions(look, bridge, self)
        text = RowText(
            subtitle=lambda episode: episode.feed,
            middle=lambda episode: words.size(episode.size),
            end=lambda _episode, row: tr("Next") if row == 0 else tr("Waiting"),
        )
        self.view = EpisodeView(look, EpisodeRow(look, self, text))
        self.view.setAccessibleName(tr("Waiting downloads"))
        self.view.setModel(self.model)
        self.view.set_movable(True)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        keep_in_sight(self.view)
        self.body.addWidget(self.view)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.view.asked.connect(self._asked)
        self.view.move_requested.connect(self._moved)
        self.commands.failed.connect(self.failed)
        look.changed.connect(self._relaid)

    def set_episodes(self, episodes: tuple[Episode, ...]) -> None:
        """Show these, in order; with none the card is hidden."""
        self.model.set_episodes(episodes)
        self.setVisible(bool(episodes))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        px = self._look.px
        return QSize(px(400), self.model.rowCount() * px(ROW_HEIGHT) + 2 * (px(6) + 1))

    def minimumSizeHint(self) -> QSize:
        """The card is never cut."""
        return QSize(self._look.px(240), self.sizeHint().height())

    def _asked(self, what: str, episode: Episode | None, at: QPoint) -> None:
        if episode is None:
            return
        if what == "open":
            self.open_requested.emit(episode)
        elif what == "play":
            self.commands.play(episode)
        elif what == "star":
            self.commands.favorite(episode)
        elif what == "queue":
            self.commands.enqueue(episode)
        else:
            menu = self.commands.menu(episode, self, lambda: self.open_requested.emit(episode))
            menu.popup(at)

    def _moved(self, source: int, target: int) -> None:
        rows = list(self.model.episodes)
        one = rows.pop(source)
        rows.insert(target, one)
        self.model.set_episodes(tuple(rows))
        self.move_requested.emit(one.id, rows[target - 1].id if target else None)

    def _relaid(self) -> None:
        self.view.doItemsLayout()
        self.updateGeometry()
