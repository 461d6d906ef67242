"""The queue: what plays next, in the person's order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_app.base.model import EpisodeQuery, Order
from desktop_app.services.events import EpisodesChanged, QueueChanged
from desktop_app.ui.look import talk_words, words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import EpisodesModel, ListState
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.episode_list import EpisodeList
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.base.errors import KnownError
    from desktop_app.base.model import Episode
    from desktop_app.crossing import Call, Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look

QUEUE = EpisodeQuery(queued=True, order=Order.QUEUE)
_FIRST = 500


def moved(ids: tuple[int, ...], source: int, target: int) -> tuple[int, ...]:
    """Return ``ids`` with the one at ``source`` standing at ``target`` afterwards."""
    rest = [*ids[:source], *ids[source + 1 :]]
    return (*rest[:target], ids[source], *rest[target:])


def from_here(ids: tuple[int, ...], row: int) -> tuple[int, ...]:
    """Return the queue once ``row`` plays: what follows it, then what was skipped."""
    return ids[row + 1 :] + ids[:row]


class QueuePage(Page):
    """The list, moved by dragging or with Alt+↑ and Alt+↓, and buttons for the current row.

    The whole order is kept here and sent with every move, so that moves made quickly one
    after another never undo each other; what is read meanwhile waits for the last one.
    """

    name = "queue"

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, tr("Queue"))
        self._visible = False
        self._ids: tuple[int, ...] = ()
        self._asked: Call | None = None
        self._sending = 0
        self.model = EpisodesModel(look, bridge, self)
        self.list = EpisodeList(look, bridge, self.model, name=tr("Queue"), movable=True)
        self.list.set_empty(
            tr("Nothing is waiting"),
            tr(
                "Press Q on a talk, or choose “Add to queue” in its menu. What is here plays one"
                " after the other."
            ),
            tr("Look through the talks"),
            lambda: self.open_page.emit("speakers", None),
        )
        self._make_buttons()
        self._connect()
        look.changed.connect(self._scale)
        self._scale()

    def shown(self, _argument: object) -> None:
        """Read the queue."""
        self._visible = True
        if self.model.query is None or self.model.state is ListState.FAILED:
            self.model.show(QUEUE)
        else:
            self.model.refresh()
        self._read()

    def hidden(self) -> None:
        """Read no more until the next visit."""
        self._visible = False

    def heard(self, event: object) -> None:
        """Read anew when the queue or what is in it has changed."""
        if not self._visible:
            return
        if isinstance(event, QueueChanged):
            self.model.refresh()
        if isinstance(event, QueueChanged | EpisodesChanged):
            self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the current talk out with Delete."""
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
        self._buttons = QWidget()
        self._flow = Flow(self._buttons)
        for button in (self.play_button, self.up_button, self.down_button, self.remove_button):
            self._flow.addWidget(button)
        policy = self._buttons.sizePolicy()
        policy.setHeightForWidth(True)
        self._buttons.setSizePolicy(policy)
        self._hint = Text(look, tr("Drag a talk to another place, or move it with Alt+↑ and"
                                   " Alt+↓. Delete takes it out."),
                          Role.SMALL, Tone.SOFT, wrap=True)  # fmt: skip
        self.body.addWidget(self._buttons)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._hint)

    def _connect(self) -> None:
        self.list.open_requested.connect(lambda episode: self.open_page.emit("talk", episode.id))
        self.list.failed.connect(self.notice.tell)
        self.list.move_requested.connect(self._move)
        self.list.view.selectionModel().currentChanged.connect(self._offer)
        self.model.state_changed.connect(self._offer)
        self.model.rowsInserted.connect(self._offer)
        self.model.rowsRemoved.connect(self._offer)
        self.play_button.clicked.connect(self._play)
        self.up_button.clicked.connect(lambda: self._step(-1))
        self.down_button.clicked.connect(lambda: self._step(1))
        self.remove_button.clicked.connect(self._remove)

    @property
    def _row(self) -> int:
        """The current row; the first one when none is."""
        return max(0, self.list.view.currentIndex().row())

    def _scale(self) -> None:
        self._flow.set_gap(self.look.px(8))

    def _offer(self) -> None:
        ready = self.model.state is ListState.READY
        rows = self.model.rowCount()
        self._buttons.setVisible(ready)
        self._hint.setVisible(ready)
        self.up_button.setEnabled(self._row > 0)
        self.down_button.setEnabled(self._row < rows - 1)
        if ready and rows and not self.list.view.currentIndex().isValid():
            self.list.view.setCurrentIndex(self.model.index(0))

    def _read(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
        self._asked = self.bridge.call(_whole, self._show, lambda _problem: None)

    def _show(self, episodes: tuple[Episode, ...]) -> None:
        if self._sending:
            return
        self._ids = tuple(episode.id for episode in episodes)
        known = [
            talk_words.remaining(episode) or episode.duration
            for episode in episodes
            if episode.duration
        ]
        length = tr("{time} in all", time=words.minutes(sum(filter(None, known)))) if known else ""
        number = words.count(len(episodes), "1 waits to be heard", "{n} wait to be heard")
        self.subtitle.setText(words.join(number, length) if episodes else "")

    def _move(self, source: int, target: int) -> None:
        if 0 <= source < len(self._ids) and 0 <= target < len(self._ids):
            self._send(moved(self._ids, source, target))

    def _step(self, step: int) -> None:
        source, target = self._row, self._row + step
        if 0 <= target < len(self._ids):
            self._move(source, target)
            self.list.view.setCurrentIndex(self.model.index(target))

    def _send(self, ids: tuple[int, ...]) -> None:
        self._ids = ids
        self._sending += 1
        self.bridge.call(
            lambda core: core.queue.reorder(ids), lambda _done: self._sent(), self._refused
        )

    def _sent(self) -> None:
        self._sending -= 1
        if not self._sending:
            self._read()

    def _refused(self, problem: KnownError) -> None:
        self.notice.tell(problem)
        self._sent()

    def _remove(self) -> None:
        row = self._row
        episode = self.model.episode(row)
        if episode is None or episode.id not in self._ids:
            return
        before = self._ids
        title = talk_words.headline(episode, short=self.look.short_names)
        self._ids = tuple(one for one in before if one != episode.id)
        self._sending += 1
        self.bridge.call(
            lambda core: core.queue.remove(episode.id),
            lambda _done: self._removed(title, before),
            self._refused,
        )  # fmt: skip

    def _removed(self, title: str, before: tuple[int, ...]) -> None:
        text = tr("Taken out: {title}", title=title)
        self.notice.say(text, "", tr("Put it back"), lambda: self._send(before))
        self._sent()

    def _play(self) -> None:
        row = self._row
        if row >= len(self._ids):
            return
        one, rest = self._ids[row], from_here(self._ids, row)
        self._ids = rest
        self._sending += 1
        self.bridge.call(
            lambda core: _play_from(core, one, rest), lambda _done: self._sent(), self._refused
        )


async def _whole(core: Core) -> tuple[Episode, ...]:
    """Return everything that waits; one question for all but the longest queues."""
    page = await core.browsing.page(QUEUE, 0, _FIRST)
    if page.total > len(page.episodes):
        page = await core.browsing.page(QUEUE, 0, page.total)
    return page.episodes


async def _play_from(core: Core, episode_id: int, rest: tuple[int, ...]) -> None:
    """Play first, so that a talk that cannot be played leaves the queue as it was."""
    await core.listening.play(episode_id)
    await core.queue.reorder(rest)
