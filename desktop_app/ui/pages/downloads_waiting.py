"""The part of the Downloads page with what waits: few rows, all of them to be put in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy

from desktop_app.ui.look import words
from desktop_app.ui.look.icons import Icon, qicon
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.downloads_part import Part
from desktop_app.ui.pages.downloads_waiting_model import WaitingModel
from desktop_app.ui.widgets.actions import EpisodeActions
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.episode_row import ROW_HEIGHT, EpisodeRow, RowText
from desktop_app.ui.widgets.episode_view import EpisodeView
from desktop_app.ui.widgets.folding_list import keep_in_sight
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from desktop_app.base.model import Episode
    from desktop_app.base.shelf import Wait
    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look

FEW = 3
"""So many rows are shown until the person wants them all."""


class WaitingList(Card):
    """A card as high as its rows.

    Signals:
        move_requested: an episode's id and the id of the one that it is to follow (None: it is
            to be the first).
        start_requested: the id of an episode that is to be fetched now.
        open_requested: an episode.
    """

    move_requested = Signal(int, object)
    start_requested = Signal(int)
    open_requested = Signal(object)
    failed = Signal(object)

    def __init__(self, look: Look, bridge: Crossing, clock: Callable[[], datetime]) -> None:
        super().__init__(look, padding=6)
        self.model = WaitingModel(look, clock, self)
        self.commands = EpisodeActions(look, bridge, self)
        text = RowText(
            subtitle=self.model.subtitle,
            middle=lambda episode: words.size(episode.size),
            end=self.model.waits_for,
            tip=self.model.waits_aloud,
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

    def set_rows(self, episodes: tuple[Episode, ...], waits: Mapping[int, Wait]) -> None:
        """Show these, in order."""
        self.model.set_rows(episodes, waits)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the height of all rows."""
        px = self._look.px
        return QSize(px(400), self.model.rowCount() * px(ROW_HEIGHT) + 2 * (px(6) + 1))

    def minimumSizeHint(self) -> QSize:
        """The card is never cut."""
        return QSize(self._look.px(240), self.sizeHint().height())

    def menu(self, episode: Episode) -> QMenu:
        """Return the menu of a row: first what concerns its place in the line."""
        menu = self.commands.menu(episode, self, lambda: self.open_requested.emit(episode))
        first = menu.actions()[0]
        entries: tuple[tuple[str, Icon, Callable[[], None]], ...] = (
            (tr("Download now"), Icon.DOWNLOAD, lambda: self.start_requested.emit(episode.id)),
            (
                tr("Move to the top"),
                Icon.CHEVRON_UP,
                lambda: self.move_requested.emit(episode.id, None),
            ),
        )
        for text, icon, do in entries:
            action = menu.addAction(qicon(self._look, icon), text)
            action.triggered.connect(lambda _on, do=do: do())
            menu.insertAction(first, action)
        menu.insertSeparator(first)
        return menu

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
            self.menu(episode).popup(at)

    def _moved(self, source: int, target: int) -> None:
        self.model.move(source, target)
        rows = self.model.episodes
        self.move_requested.emit(rows[target].id, rows[target - 1].id if target else None)

    def _relaid(self) -> None:
        self.view.doItemsLayout()
        self.updateGeometry()


class WaitingPart(Part):
    """The list with its title; "Reorder" shows all rows and says how it is done."""

    def __init__(self, look: Look, bridge: Crossing, clock: Callable[[], datetime]) -> None:
        super().__init__(look, tr("Waiting"))
        self.list = WaitingList(look, bridge, clock)
        self.reorder = self.add_link("")
        self.more = Button(look, "", Kind.LINK)
        self.beyond = Text(look, "")
        self._episodes: tuple[Episode, ...] = ()
        self._waits: Mapping[int, Wait] = {}
        self._total = 0
        self._unfolded = False
        for widget in (self.list, self.more, self.beyond):
            self.column.addWidget(widget)
        self.reorder.clicked.connect(lambda _on: self._unfold(on=not self._unfolded))
        self.more.clicked.connect(lambda _on: self._unfold(on=True))

    def show_rows(
        self, episodes: tuple[Episode, ...], waits: Mapping[int, Wait], total: int
    ) -> None:
        """Show these of ``total``; with none the part is hidden."""
        self._episodes, self._waits, self._total = episodes, waits, total
        shown = episodes if self._unfolded else episodes[:FEW]
        self.list.set_rows(shown, waits)
        self.setVisible(bool(episodes))
        self.reorder.setText(tr("Done") if self._unfolded else tr("Reorder"))
        self.reorder.setVisible(self._unfolded or len(episodes) > 1)
        self.reorder.updateGeometry()
        self.more.setText(tr("Show all {n}", n=words.number(total)))
        self.more.setVisible(len(shown) < len(episodes))
        self.more.updateGeometry()
        self.beyond.setText(words.count(total - len(episodes), "and 1 more", "and {n} more"))
        self.beyond.setVisible(self._unfolded and total > len(episodes))
        how = tr("Drag a row, or move it with Alt+↑ and Alt+↓. “Move to the top” is in its menu.")
        self.say(how if self._unfolded else "")

    def _unfold(self, *, on: bool) -> None:
        self._unfolded = on
        self.show_rows(self._episodes, self._waits, self._total)
        if on:
            view = self.list.view
            if not view.currentIndex().isValid():
                view.setCurrentIndex(self.list.model.index(0))
            view.setFocus()
