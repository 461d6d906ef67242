"""The Downloads page: what is under way, what waits, what failed or was taken away, and room."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.base.model import DownloadState, Episode
from desktop_app.base.shelf import WaitFor
from desktop_app.services.events import (
    DownloadProgress,
    DownloadsChanged,
    EpisodesChanged,
    SettingsChanged,
)
from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import ListState
from desktop_app.ui.pages import downloads_choices as choices
from desktop_app.ui.pages import downloads_shelf as shelf_of
from desktop_app.ui.pages import downloads_words as said_of
from desktop_app.ui.pages.downloads_controls import Controls
from desktop_app.ui.pages.downloads_moving import MovingRow, RowsCard
from desktop_app.ui.pages.downloads_part import Part
from desktop_app.ui.pages.downloads_space import SpaceCard
from desktop_app.ui.pages.downloads_troubles import FailedPart, LostPart
from desktop_app.ui.pages.downloads_waiting import WaitingPart
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.episode_row import RowText
from desktop_app.ui.widgets.folding_list import FoldingList
from desktop_app.ui.widgets.notice import Notice
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.placeholder import Placeholder
from desktop_app.ui.widgets.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from desktop_app.base.errors import KnownError
    from desktop_app.base.model import EpisodeQuery
    from desktop_app.base.shelf import Removable
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.downloads_shelf import Shelf

_FEW = 5
_SECOND_MS = 1000


class DownloadsPage(Page):
    """Follows the downloads while it is in sight; ``clock`` gives the local time, aware."""

    name = "downloads"

    def __init__(
        self,
        look: Look,
        bridge: Crossing,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        super().__init__(look, bridge, tr("Downloads"))
        self.shelf: Shelf | None = None
        self._clock = clock
        self._settings = look.settings
        self._progress: dict[int, DownloadProgress] = {}
        self._in_sight = False
        self._reading = Reading(bridge, shelf_of.read, self._show, self._refused)
        self.ticking = QTimer(self, interval=_SECOND_MS)
        self.controls = Controls(look)
        self.standing = Notice(look, lasting=True)
        self.moving = RowsCard(look, MovingRow, tr("Downloads under way"))
        self.waiting = WaitingPart(look, bridge, clock)
        self.failed, self.lost = FailedPart(look), LostPart(look)
        self.space = SpaceCard(look)
        text = RowText(end=lambda episode, _row: words.size(episode.size))
        self.here = FoldingList(look, bridge, tr("On this computer"), few=_FEW, text=text)
        self.placeholder = Placeholder(look)
        self.content = QWidget()
        self._lay_out()
        self._connect()

    def shown(self, argument: object) -> None:
        """Read everything; files may have been taken away since the last time."""
        del argument
        self._in_sight = True
        self._reading.ask()
        self.here.show_query(shelf_of.HERE)
        self._do(lambda core: core.downloading.look())

    def hidden(self) -> None:
        """Follow nothing but progress until the next visit."""
        self._in_sight = False
        self.ticking.stop()

    def heard(self, event: object) -> None:
        """Take note of progress, of states, of the queue, and of the person's choices."""
        if isinstance(event, DownloadProgress):
            self._progressed(event)
            return
        if isinstance(event, EpisodesChanged):
            for gone in event.ids & set(self._progress):
                if not self._progress[gone].waiting:
                    del self._progress[gone]
        elif isinstance(event, SettingsChanged):
            self._settings = event.settings
            self._show_choices(paused=event.settings.downloads_paused)
        elif not isinstance(event, DownloadsChanged):
            return
        if self._in_sight:
            self._reading.ask()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        self.space_part = Part(self.look, tr("Space"))
        self.space_part.column.addWidget(self.space)
        for part in (self.moving, self.waiting, self.failed, self.lost,
                     self.space_part, self.here):  # fmt: skip
            column.addWidget(part)
        column.addStretch(1)
        for widget in (self.controls, self.standing):
            self.body.addWidget(widget)
        self.body.addWidget(self.placeholder, 1)
        self.body.addWidget(self.content)
        self.content.hide()
        self.look.fit(self, lambda: column.setSpacing(self.look.px(20)))

    def _connect(self) -> None:
        self.moving.before = self.standing.findChildren(Button)[-1]
        self.ticking.timeout.connect(self._tick)
        self.controls.pause_asked.connect(self._pause_all)
        for chooser in (self.controls, self.space):
            chooser.chosen.connect(self._choose)
        self.space.freed.connect(self._free)
        for asked in (self.moving.asked, self.failed.card.asked, self.lost.card.asked):
            asked.connect(self._asked)
        self.failed.again.clicked.connect(lambda _on: self._fetch(shelf_of.FAILED))
        self.lost.again.clicked.connect(lambda _on: self._fetch(shelf_of.LOST))
        self.lost.dismiss.clicked.connect(lambda _on: self._do(shelf_of.dismiss_all))
        waiting = self.waiting.list
        waiting.open_requested.connect(self._open)
        waiting.move_requested.connect(self._move)
        waiting.start_requested.connect(lambda one: self._asked("now", one))
        waiting.failed.connect(self.notice.tell)
        for each in self.here.lists:
            each.failed.connect(self.notice.tell)
            each.open_requested.connect(self._open)
        self.here.lists[0].model.state_changed.connect(self._again)
        self.look.changed.connect(self._again)
        self._show_choices(paused=self._settings.downloads_paused)

    def _show(self, shelf: Shelf) -> None:
        self.shelf = shelf
        moving, waiting = shelf_of.under_way(shelf, self._progress)
        for row, one in self.moving.keep(moving):
            self._show_moving(row, one)
        beyond = shelf.waiting - len(shelf.queued)
        self.waiting.show_rows(waiting, shelf.waits, len(waiting) + beyond)
        self.failed.show_shelf(shelf)
        self.lost.show_shelf(shelf)
        self.space.set_space(
            shelf.space, shelf.removable, self._settings.keep_heard_days, stuck=shelf.stuck
        )
        self.subtitle.setText(said_of.summary(shelf, moving) or tr("Nothing is under way"))
        self._show_choices(paused=shelf.paused)
        self._show_standing(shelf)
        here = self.here.lists[0].model.state is not ListState.EMPTY
        self.here.setVisible(here)
        empty = not (moving or waiting or shelf.failed or shelf.lost or shelf.space.used or here)
        self.content.setVisible(not empty)
        self.placeholder.setVisible(empty)
        self.placeholder.empty(
            tr("Nothing is downloaded yet"),
            tr("Press “Download” beside a talk, and it is here when there is no connection."),
            tr("Find a talk"),
            lambda: self.open_page.emit("speakers", None),
        )
        self._keep_time(shelf)

    def _show_moving(self, row: MovingRow, one: Episode) -> None:
        wait = self.shelf.waits.get(one.id) if self.shelf else None
        row.show_state(one, self._progress.get(one.id), wait, self._clock())

    def _show_standing(self, shelf: Shelf) -> None:
        said = said_of.standing(shelf, choices.window_words(choices.window(self._settings)))
        self.standing.setVisible(said is not None)
        if said is not None:
            end = self._end_standing if said.action else None
            self.standing.say(said.what, said.why, said.action, end)

    def _end_standing(self) -> None:
        """Do what the line above the downloads offers."""
        waits = self.shelf.waits.values() if self.shelf else ()
        if any(wait.reason is WaitFor.LINE for wait in waits):
            self._fetch(shelf_of.QUEUED)
        else:
            self._choose(choices.HOURS, None)

    def _show_choices(self, *, paused: bool) -> None:
        self.controls.show_state(self._settings, paused=paused)
        self.space.show_choices(self._settings)

    def _refused(self, problem: KnownError) -> None:
        if self.shelf is None:
            self.placeholder.failed(problem, self._reading.ask)
        else:
            self.notice.tell(problem, self._reading.ask)

    def _again(self) -> None:
        if self.shelf is not None:
            self._show(self.shelf)

    def _progressed(self, event: DownloadProgress) -> None:
        self._progress[event.episode_id] = event
        row = self.moving.row(event.episode_id)
        if row is not None and row.episode.state is not DownloadState.PAUSED:
            self._show_moving(row, row.episode)

    def _keep_time(self, shelf: Shelf) -> None:
        """Count the seconds down while there are any on the page."""
        counts = any(wait.reason is WaitFor.RETRY for wait in shelf.waits.values())
        if self._in_sight and counts and not self.ticking.isActive():
            self.ticking.start()
        elif not counts:
            self.ticking.stop()

    def _tick(self) -> None:
        for row in self.moving.rows():
            self._show_moving(row, row.episode)
        self.waiting.list.view.viewport().update()

    def _pause_all(self, on: bool) -> None:
        if on:
            self._do(lambda core: core.downloading.pause_all())
        else:
            self._do(lambda core: core.downloading.resume_all())

    def _choose(self, field: str, value: object) -> None:
        self._do(lambda core: core.settings.change(**choices.change(field, value)))

    def _free(self) -> None:
        def freed(removed: Removable) -> None:
            many = words.count(removed.recordings, "1 recording is", "{n} recordings are")
            self.notice.say(tr("{many} removed", many=many), words.size(removed.bytes))

        self.bridge.call(lambda core: core.cleaning.free(), freed, self.notice.tell)

    def _asked(self, what: str, one: int) -> None:
        todo: dict[str, Callable[[Core], Coroutine[Any, Any, object]]] = {
            "pause": lambda core: core.downloading.pause(one),
            "resume": lambda core: core.downloading.resume(one),
            "cancel": lambda core: core.downloading.cancel(one),
            "now": lambda core: core.downloading.start_now(one),
            "keep": lambda core: core.downloading.keep_anyway(one),
            "dismiss": lambda core: core.downloading.dismiss_lost((one,)),
        }
        self._do(todo[what])

    def _fetch(self, query: EpisodeQuery) -> None:
        self._do(lambda core: shelf_of.fetch_all(core, query))

    def _move(self, episode_id: int, after: int | None) -> None:
        self._do(lambda core: shelf_of.move(core, episode_id, after))

    def _open(self, episode: Episode) -> None:
        self.open_page.emit("talk", episode.id)

    def _do(self, make: Callable[[Core], Coroutine[Any, Any, object]]) -> None:
        def failed(problem: KnownError) -> None:
            self.notice.tell(problem)
            self._reading.ask()

        self.bridge.call(make, None, failed)
