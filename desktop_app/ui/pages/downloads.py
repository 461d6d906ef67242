"""The Downloads page: what is under way, what waits, what failed, what is here, and room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop_app.base.model import DownloadState, Episode
from desktop_app.services.events import DownloadProgress, EpisodesChanged, SettingsChanged
from desktop_app.ui.look import words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import ListState
from desktop_app.ui.pages import downloads_shelf as shelf_of
from desktop_app.ui.pages.downloads_moving import FailedRow, MovingRow, RowsCard
from desktop_app.ui.pages.downloads_space import SpaceCard
from desktop_app.ui.pages.downloads_waiting import WaitingList
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.episode_row import RowText
from desktop_app.ui.widgets.folding_list import FoldingList
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.placeholder import Placeholder
from desktop_app.ui.widgets.reading import Reading
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from desktop_app.base.errors import KnownError
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.models.crossing import Crossing
    from desktop_app.ui.pages.downloads_shelf import Shelf

LIMITS_KB = (0, 250, 500, 1000, 2000, 5000, 10_000)
"""Offered limits of the bandwidth in kilobytes a second; 0: none."""
_FEW = 5


class DownloadsPage(Page):
    """Follows the downloads while it is in sight."""

    name = "downloads"

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, tr("Downloads"))
        self.shelf: Shelf | None = None
        self._progress: dict[int, DownloadProgress] = {}
        self._in_sight = self._paused = False
        self._limit_kb = look.settings.bandwidth_kb
        self._reading = Reading(bridge, shelf_of.read, self._show, self._refused)
        self.pause = Button(look, "", icon=Icon.PAUSE)
        self.limit = Button(look, "", icon=Icon.CHEVRON_DOWN, icon_last=True)
        self.moving = RowsCard(look, MovingRow, tr("Downloads under way"))
        self.waiting = WaitingList(look, bridge)
        self.failed = RowsCard(look, FailedRow, tr("Failed downloads"))
        self.more = Text(look, "", Role.ROW, Tone.SOFT)
        self.space = SpaceCard(look)
        text = RowText(end=lambda episode, _row: words.size(episode.size))
        self.here = FoldingList(look, bridge, tr("On this computer"), few=_FEW, text=text)
        self.placeholder = Placeholder(look)
        self.content = QWidget()
        self._lay_out()
        self._connect()
        self._name_buttons(paused=False)

    def shown(self, argument: object) -> None:
        """Read everything."""
        del argument
        self._in_sight = True
        self._reading.ask()
        self.here.show_query(shelf_of.HERE)

    def hidden(self) -> None:
        """Follow nothing but progress until the next visit."""
        self._in_sight = False

    def heard(self, event: object) -> None:
        """Take note of progress, of states, and of a general pause."""
        if isinstance(event, DownloadProgress):
            self._progressed(event)
        elif isinstance(event, EpisodesChanged):
            for gone in event.ids & set(self._progress):
                if not self._progress[gone].waiting:
                    del self._progress[gone]
            if self._in_sight:
                self._reading.ask()
        elif isinstance(event, SettingsChanged):
            self._limit_kb = event.settings.bandwidth_kb
            self._name_buttons(paused=event.settings.downloads_paused)
            if self._in_sight:
                self._reading.ask()

    def limit_menu(self) -> QMenu:
        """Return the menu of limits."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for value in LIMITS_KB:
            action = menu.addAction(limit_words(value))
            action.setCheckable(True)
            action.setChecked(value == self._limit_kb)
            action.triggered.connect(lambda _on, value=value: self._choose_limit(value))
        return menu

    def _lay_out(self) -> None:
        column = QVBoxLayout(self.content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.moving)
        hint = Text(self.look, tr("Drag, or Alt+↑ and Alt+↓, to change the order"), Role.ROW,
                    Tone.SOFT)  # fmt: skip
        again = Button(self.look, tr("Try all again"), Kind.LINK)
        again.clicked.connect(lambda _checked: self._do(shelf_of.retry_all))
        self.waiting_part = self._part(tr("Waiting"), hint, self.waiting, self.more)
        self.failed_part = self._part(tr("Failed"), again, self.failed)
        self.space_part = self._part(tr("Space"), None, self.space)
        for part in (self.failed_part, self.waiting_part, self.here, self.space_part):
            column.addWidget(part)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.pause)
        buttons.addWidget(self.limit)
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self.body.addWidget(self.placeholder, 1)
        self.body.addWidget(self.content)
        self.content.hide()

        def dress() -> None:
            column.setSpacing(self.look.px(20))
            buttons.setSpacing(self.look.px(8))

        self.look.changed.connect(dress)
        dress()

    def _part(self, title: str, end: QWidget | None, *inside: QWidget) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        head = QHBoxLayout()
        heading = Text(self.look, title, Role.SECTION)
        head.addWidget(heading)
        head.addStretch(1)
        if end is not None:
            head.addWidget(end)
        column.addLayout(head)
        for widget in inside:
            column.addWidget(widget)

        def dress() -> None:
            column.setSpacing(self.look.px(8))
            heading.setFixedHeight(self.look.px(30))

        self.look.changed.connect(dress)
        dress()
        return part

    def _connect(self) -> None:
        self.pause.clicked.connect(lambda _checked: self._toggle_all())
        self.limit.clicked.connect(lambda _checked: self._open_limits())
        self.moving.asked.connect(self._asked)
        self.failed.asked.connect(self._asked)
        self.waiting.failed.connect(self.notice.tell)
        self.waiting.open_requested.connect(self._open)
        self.waiting.move_requested.connect(self._move)
        for each in self.here.lists:
            each.open_requested.connect(self._open)
            each.failed.connect(self.notice.tell)
        self.here.lists[0].model.state_changed.connect(self._again)
        self.look.changed.connect(self._again)

    def _show(self, shelf: Shelf) -> None:
        self.shelf = shelf
        moving, waiting = shelf_of.under_way(shelf, self._progress)
        self.moving.set_moving(moving, self._progress)
        self.waiting.set_episodes(waiting)
        rest = shelf.waiting - len(shelf.queued)
        self.more.setText(words.count(rest, "and 1 more", "and {n} more"))
        self.more.setVisible(rest > 0)
        self.waiting_part.setVisible(bool(waiting))
        self.failed.set_failed(shelf.failed, shelf.problems)
        self.failed_part.setVisible(bool(shelf.failed))
        self.space.set_space(shelf.space)
        said = shelf_of.summary(shelf, moving)
        self.subtitle.setText(said or tr("Nothing is under way"))
        used = shelf.space.favorites + shelf.space.talks + shelf.space.meditations
        self._name_buttons(paused=shelf.paused)
        here = self.here.lists[0].model.state is not ListState.EMPTY
        self.here.setVisible(here)
        empty = not (moving or waiting or shelf.failed or used or here)
        self.content.setVisible(not empty)
        self.placeholder.setVisible(empty)
        self.placeholder.empty(
            tr("Nothing is downloaded yet"),
            tr("Press “Download” beside a talk, and it is here when there is no connection."),
            tr("Find a talk"),
            lambda: self.open_page.emit("speakers", None),
        )

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
        if isinstance(row, MovingRow) and row.episode.state is not DownloadState.PAUSED:
            row.show_state(row.episode, event)

    def _name_buttons(self, *, paused: bool) -> None:
        self._paused = paused
        self.pause.setText(tr("Resume all") if paused else tr("Pause all"))
        self.pause.set_icon(Icon.PLAY if paused else Icon.PAUSE)
        speed = limit_words(self._limit_kb)
        self.limit.setText(tr("Limit {speed}", speed=speed) if self._limit_kb else speed)
        self.limit.setAccessibleName(tr("Limit of the speed: {speed}", speed=speed))
        self.pause.updateGeometry()
        self.limit.updateGeometry()

    def _toggle_all(self) -> None:
        if self._paused:
            self._do(lambda core: core.downloading.resume_all())
        else:
            self._do(lambda core: core.downloading.pause_all())

    def _open_limits(self) -> None:
        self.limit_menu().popup(self.limit.mapToGlobal(self.limit.rect().bottomLeft()))

    def _choose_limit(self, kilobytes: int) -> None:
        self._do(lambda core: core.settings.change(bandwidth_kb=kilobytes))

    def _asked(self, what: str, episode_id: int) -> None:
        if what == "pause":
            self._do(lambda core: core.downloading.pause(episode_id))
        elif what == "resume":
            self._do(lambda core: core.downloading.resume(episode_id))
        else:
            self._do(lambda core: core.downloading.cancel(episode_id))

    def _move(self, episode_id: int, after: int | None) -> None:
        self._do(lambda core: shelf_of.move(core, episode_id, after))

    def _open(self, episode: Episode) -> None:
        self.open_page.emit("talk", episode.id)

    def _do(self, make: Callable[[Core], Coroutine[Any, Any, object]]) -> None:
        def failed(problem: KnownError) -> None:
            self.notice.tell(problem)
            self._reading.ask()

        self.bridge.call(make, None, failed)


def limit_words(kilobytes: int) -> str:
    """Return a limit of the bandwidth in words."""
    return f"{words.size(kilobytes * 1000)}/s" if kilobytes else tr("No limit")
