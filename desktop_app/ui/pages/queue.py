"""The queue: what plays next, in the person's order."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.base.model import EpisodeQuery, Order
from desktop_app.services.events import EpisodesChanged, QueueChanged
from desktop_app.ui.look import talk_words, words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import EpisodesModel, ListState
from desktop_app.ui.pages.queue_history import HISTORY, History
from desktop_app.ui.widgets.arranging import Arranging
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.chips import Chips
from desktop_app.ui.widgets.episode_list import EpisodeList
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.base.model import Episode
    from desktop_app.crossing import Call, Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look

QUEUE = EpisodeQuery(queued=True, order=Order.QUEUE)
_FIRST = 500


def from_here(ids: tuple[int, ...], row: int) -> tuple[int, ...]:
    """Return the queue once ``row`` plays: what follows it, then what was skipped."""
    return ids[row + 1 :] + ids[:row]


class QueuePage(Page):
    """The list, moved by dragging or with Alt+↑ and Alt+↓, and buttons for the chosen rows.

    With the argument "history" it shows what was listened to instead, so that "back" leads to
    the queue again.
    """

    name = "queue"

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, tr("Queue"))
        self._visible = False
        self._asked: Call | None = None
        self._order = Arranging(
            bridge, lambda ids: lambda core: core.queue.reorder(ids), self._read, self.notice.tell
        )
        self.model = EpisodesModel(look, bridge, self)
        self.list = EpisodeList(look, bridge, self.model, name=tr("Queue"), movable=True)
        self.list.set_empty(
            tr("Nothing is waiting"),
            tr(
                "Press Q on a talk, or choose “Add to the end of the queue” in its menu. What is"
                " here plays one after the other."
            ),
            tr("Look through the talks"),
            lambda: self.open_page.emit("speakers", None),
        )
        self.tabs: Chips[str | None] = Chips(
            look, ((None, tr("Next")), (HISTORY, tr("History"))), name=tr("What is shown")
        )
        self.history = History(look, bridge)
        self._make_buttons()
        self._connect()
        look.changed.connect(self._scale)
        self._scale()

    def shown(self, argument: object) -> None:
        """Read the queue, or what was listened to."""
        past = argument == HISTORY
        self.tabs.set_value(HISTORY if past else None)
        self._visible = not past
        self._waiting.setVisible(not past)
        self.history.setVisible(past)
        self.history.watch(on=past)
        if past:
            self.subtitle.setText("")
        elif self.model.query is None or self.model.state is ListState.FAILED:
            self.model.show(QUEUE)
        else:
            self.model.refresh()
        if not past:
            self._read()

    def hidden(self) -> None:
        """Read no more until the next visit."""
        self._visible = False
        self.history.watch(on=False)

    def heard(self, event: object) -> None:
        """Read anew when the queue or what is in it has changed."""
        self.history.heard(event)
        if not self._visible:
            return
        if isinstance(event, QueueChanged):
            self.model.refresh()
        if isinstance(event, QueueChanged | EpisodesChanged):
            self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the chosen talks out with Delete."""
        if event.key() == Qt.Key.Key_Delete and self.list.view.hasFocus():
            self._remove()
        else:
            super().keyPressEvent(event)

    def _make_buttons(self) -> None:
        look = self.look
        self.play_button = Button(look, tr("Play from here"), Kind.PRIMARY, icon=Icon.PLAY)
        self.up_button = Button(look, tr("Move up"))
        self.down_button = Button(look, tr("Move down"))
        self.remove_button = Button(look, tr("Take out"), name=tr("Take out of the queue"))
        self.clear_button = Button(look, tr("Clear the queue"))
        self._buttons = QWidget()
        self._flow = Flow(self._buttons)
        for button in (self.play_button, self.up_button, self.down_button, self.remove_button,
                       self.clear_button):  # fmt: skip
            self._flow.addWidget(button)
        policy = self._buttons.sizePolicy()
        policy.setHeightForWidth(True)
        self._buttons.setSizePolicy(policy)
        self._hint = Text(look, tr("Drag a talk to another place, or move it with Alt+↑ and"
                                   " Alt+↓. Delete takes it out."),
                          Role.SMALL, Tone.SOFT, wrap=True)  # fmt: skip
        self._waiting = QWidget()
        self._queue_column = QVBoxLayout(self._waiting)
        self._queue_column.setContentsMargins(0, 0, 0, 0)
        for part, room in ((self._buttons, 0), (self.list, 1), (self._hint, 0)):
            self._queue_column.addWidget(part, room)
        self.let_flow(self.list)
        self.body.addSpacing(-look.px(8))
        self.body.addWidget(self.tabs)
        self.body.addWidget(self._waiting, 1)
        self.body.addWidget(self.history, 1)

    def _connect(self) -> None:
        self.list.open_requested.connect(lambda episode: self.open_page.emit("talk", episode.id))
        self.list.failed.connect(self.notice.tell)
        self.list.move_requested.connect(lambda row, target: self._order.move((row,), target))
        self.list.block_requested.connect(self._order.move)
        self.list.view.selectionModel().currentChanged.connect(self._offer)
        self.list.view.selectionModel().selectionChanged.connect(self._offer)
        self.model.state_changed.connect(self._offer)
        self.model.rowsInserted.connect(self._offer)
        self.model.rowsRemoved.connect(self._offer)
        self.play_button.clicked.connect(self._play)
        self.up_button.clicked.connect(lambda: self.list.view.shift(-1))
        self.down_button.clicked.connect(lambda: self.list.view.shift(1))
        self.remove_button.clicked.connect(self._remove)
        self.clear_button.clicked.connect(self._clear)
        self.tabs.chosen.connect(lambda tab: self.open_page.emit("queue", tab))
        self.history.open_page.connect(self.open_page)
        self.history.failed.connect(self.notice.tell)
        self.history.said.connect(self.subtitle.setText)

    @property
    def _row(self) -> int:
        """The current row; the first one when none is."""
        return max(0, self.list.view.currentIndex().row())

    def _scale(self) -> None:
        self._flow.set_gap(self.look.px(8))
        self._queue_column.setSpacing(self.look.px(16))

    def _offer(self) -> None:
        ready = self.model.state is ListState.READY
        rows, chosen = self.model.rowCount(), self.list.view.chosen() or (0,)
        self._buttons.setVisible(ready)
        self._hint.setVisible(ready)
        self.up_button.setEnabled(chosen[0] > 0)
        self.down_button.setEnabled(chosen[-1] < rows - 1)
        if ready and rows and not self.list.view.currentIndex().isValid():
            self.list.view.setCurrentIndex(self.model.index(0))

    def _read(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
        self._asked = self.bridge.call(_whole, self._show, lambda _problem: None)

    def _show(self, episodes: tuple[Episode, ...]) -> None:
        if self._order.busy or not self._visible:
            return
        self._order.ids = tuple(episode.id for episode in episodes)
        known = [
            talk_words.remaining(episode) or episode.duration
            for episode in episodes
            if episode.duration
        ]
        length = tr("{time} in all", time=words.minutes(sum(filter(None, known)))) if known else ""
        number = words.count(len(episodes), "1 waits to be heard", "{n} wait to be heard")
        self.subtitle.setText(words.join(number, length) if episodes else "")

    def _remove(self) -> None:
        talks = [self.model.episode(row) for row in self.list.view.chosen() or (self._row,)]
        gone = [talk for talk in talks if talk is not None and talk.id in self._order.ids]
        if not gone:
            return
        what = words.count(len(gone), "1 talk", "{n} talks")
        if len(gone) == 1:
            what = talk_words.headline(gone[0], short=self.look.short_names)
        here = self._row
        self.list.view.choose(here, here)
        self._take_out(tuple(talk.id for talk in gone), tr("Taken out: {what}", what=what))

    def _clear(self) -> None:
        self._take_out(self._order.ids, tr("The queue was cleared"))

    def _take_out(self, gone: tuple[int, ...], said: str) -> None:
        """Take these out; the line that says so puts them back where they were."""
        before = self._order.ids
        back = tr("Put it back") if len(gone) == 1 else tr("Put them back")
        undo = partial(_requeue, gone=gone, order=before)
        self._order.ids = tuple(one for one in before if one not in gone)
        self._order.change(
            lambda core: _dequeue(core, gone),
            lambda: self.notice.say(said, "", back, lambda: self._order.change(undo), undo=True),
        )

    def _play(self) -> None:
        row, ids = self._row, self._order.ids
        if row >= len(ids):
            return
        one, rest = ids[row], from_here(ids, row)
        self._order.ids = rest
        self._order.change(lambda core: _play_from(core, one, rest))


async def _whole(core: Core) -> tuple[Episode, ...]:
    """Return everything that waits; one question for all but the longest queues."""
    page = await core.browsing.page(QUEUE, 0, _FIRST)
    if page.total > len(page.episodes):
        page = await core.browsing.page(QUEUE, 0, page.total)
    return page.episodes


async def _dequeue(core: Core, episode_ids: tuple[int, ...]) -> None:
    for one in episode_ids:
        await core.queue.remove(one)


async def _requeue(core: Core, gone: tuple[int, ...], order: tuple[int, ...]) -> None:
    """Let wait again what was taken out, where it stood; what came meanwhile stays."""
    await core.queue.add(gone)
    await core.queue.reorder(order)


async def _play_from(core: Core, episode_id: int, rest: tuple[int, ...]) -> None:
    """Play first, so that a talk that cannot be played leaves the queue as it was.

    It waits in front until it sounds.
    """
    await core.listening.play(episode_id)
    await core.queue.reorder((episode_id, *rest))
