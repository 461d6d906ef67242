"""The window: sidebar, pages, player bar; where the person is and how they came there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.base.errors import KnownError
from desktop_app.base.model import PlayStatus
from desktop_app.services.events import (
    Bookmarked,
    PlayerChanged,
    RefreshProgress,
    SettingsChanged,
    SittingChanged,
)
from desktop_app.ui.look import sentences
from desktop_app.ui.look.tokens import WINDOW
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.actions import EpisodeActions
from desktop_app.ui.widgets.notice import Notice
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.player_bar import PlayerBar
from desktop_app.ui.widgets.sidebar import Sidebar
from desktop_app.ui.windows.arrivals import Arrivals
from desktop_app.ui.windows.closing_line import ClosingLine
from desktop_app.ui.windows.focus import InSight, enter, follow_selection, give_focus
from desktop_app.ui.windows.keep_line import KeepLine
from desktop_app.ui.windows.keyboard_sheet import KeyboardSheet
from desktop_app.ui.windows.line_box import LineBox
from desktop_app.ui.windows.mark_line import MarkLine
from desktop_app.ui.windows.player_keys import PlayerKeys
from desktop_app.ui.windows.shortcuts import is_plain
from desktop_app.ui.windows.text_size import TextSize
from desktop_app.ui.windows.way import Place, Returning, Way, called
from desktop_app.ui.windows.window_keys import add_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

    from desktop_app.crossing import Crossing
    from desktop_app.services.events import NowPlaying
    from desktop_app.ui.look.theme import Look

SEARCH_PAGE = "search"
_SMALLEST = (720, 480)


class MainWindow(QMainWindow):
    """Makes pages when they are first visited and shows them in turn.

    ``page_shown`` carries the page's name and argument; ``mini_wanted``: the mini player is to
    take the window's place; ``leave_wanted``: the app is to end. ``pages`` are those made so far.
    """

    page_shown = Signal(str, object)
    mini_wanted = Signal()
    leave_wanted = Signal()

    def __init__(
        self, look: Look, bridge: Crossing, pages: Mapping[str, Callable[[Look, Crossing], Page]]
    ) -> None:
        super().__init__()
        self._look, self._bridge, self._makers = look, bridge, dict(pages)
        self.pages: dict[str, Page] = {}
        self.way = Way()
        self._text = TextSize(look, bridge, self.tell)
        self._arrivals = Arrivals(look, bridge, self)
        self._sitting = False
        self._told: KnownError | None = None
        self._failure: KnownError | None = None
        self.sidebar = Sidebar(look, bridge)
        self.player = PlayerBar(look, bridge)
        self._keys = PlayerKeys(look, bridge, self.player, self.play_or_pause)
        self.notice = Notice(look)
        self.closing_line = ClosingLine(look)
        self.mark_line, self.keep_line = MarkLine(look, bridge), KeepLine(look)
        self._lines = (self.mark_line, self.keep_line, self.notice, self.closing_line)
        self._stack = QStackedWidget()
        for part in (self.sidebar, self.player, *self._lines):
            look.dress(part)
        self._build()
        self._connect()
        InSight(self)
        add_keys(self)
        look.changed.connect(self._dress)
        self._dress()
        self.resize(*WINDOW)

    @property
    def page(self) -> Page | None:
        """The page in sight."""
        widget = self._stack.currentWidget()
        return widget if isinstance(widget, Page) else None

    @property
    def place(self) -> Place | None:
        """The name and argument of the page in sight."""
        return self.way.here

    def start(self, name: str = "today", argument: object = None, way: Way | None = None) -> None:
        """Read what the sidebar shows and open the first page; ``way`` led there, if any."""
        self.way = way or self.way
        self.sidebar.read()
        self.open(name, argument)

    def open(self, name: str, argument: object = None) -> None:
        """Show a page; a name that no page has is a bug and raises KeyError."""
        if not self.asks(partial(self.open, name, argument)):
            self.way.go((name, argument), self.page.title.text() if self.page else "")
            self._show(name, argument)

    def back(self) -> None:
        """Show the page that was seen before."""
        place = None if self.asks(self.back) else self.way.back()
        if place is not None:
            self._show(*place, back=True)

    def asks(self, go: Callable[[], None]) -> bool:
        """Tell whether the page asks something before it is left; then ``go`` goes on."""
        return self.page is not None and not self.page.leaving(go)

    def tell(self, problem: KnownError) -> None:
        """Show a trouble that belongs to no page, above the player bar."""
        self._told = problem
        self.notice.tell(problem)

    def search(self) -> None:
        """Put the cursor into the search field of this page, or of the page that has one."""
        if self.page is None or not self.page.search():
            self.open(SEARCH_PAGE)
            if self.page is not None:
                self.page.search()

    def refresh(self) -> None:
        """Refresh every feed."""
        self._bridge.call(lambda core: core.refresh.refresh(), None, self.tell)

    def resize_text(self, steps: int) -> None:
        """Make everything larger or smaller by steps of ten percent; 0: the usual size."""
        self._text.change(steps)

    def play_or_pause(self) -> None:
        """Start no talk over the silence of a sitting: show the sitting instead."""
        if self._sitting and not self.player.sounding:
            self.open("sitting")
        else:
            self.player.toggle()

    def show_keys(self) -> None:
        """Show all keys."""
        KeyboardSheet(self._look, self).open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the plain keys that no widget wanted: so typing is never disturbed."""
        page = self.page if is_plain(event) and not event.isAutoRepeat() else None
        if event.text() == "?":
            self.show_keys()
        elif page is not None and page.key(Qt.Key(event.key())):
            event.accept()
        elif not self._keys.obey(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go back with the mouse's own button."""
        if event.button() == Qt.MouseButton.BackButton:
            self.back()
        else:
            super().mousePressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go through the sidebar, the page and the player, whatever was made last."""
        begun = enter(self.sidebar, self.page, (*self._lines, self.player), forward=forward)
        return begun or super().focusNextPrevChild(forward)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the pages most of a narrow window."""
        super().resizeEvent(event)
        self.sidebar.set_room(self.width())
        self.player.set_room(self.height())

    def _show(self, name: str, argument: object, *, back: bool = False) -> None:
        before = self.page
        if name not in self.pages:
            page = self._makers[name](self._look, self._bridge)
            page.open_page.connect(self.open)
            page.keys_wanted.connect(self.show_keys)
            for commands in page.findChildren(EpisodeActions):
                commands.follow(self.player.now)
                commands.open_page.connect(self.open)
                self.keep_line.serve(commands.keeping)
            self.pages[name] = page
            self._stack.addWidget(page)
        page = self.pages[name]
        if before is not None and before is not page:
            before.hidden()
            before.notice.leave()
        held: QWidget | None = page.focusWidget() if back else self.focusWidget()
        if before is not page:  # else Qt gives a new page's first button the keyboard for a moment
            self._stack.setFocus(Qt.FocusReason.OtherFocusReason)
        self._stack.setCurrentWidget(page)
        if isinstance(page, Returning):
            stop = self.way.before
            page.came_from(called(stop) if stop else "", self.back if stop else None)
        give_focus(page, held if held is not None and page.isAncestorOf(held) else None)
        (page.returned if back else page.shown)(argument)
        self.sidebar.select(*self.way.under)
        follow_selection(*self.sidebar.lists)
        self.page_shown.emit(name, argument)

    def _heard(self, event: object) -> None:
        if isinstance(event, SettingsChanged):
            self._look.follow(event.settings)
        elif isinstance(event, SittingChanged):
            self._sitting = event.running is not None and not event.running.ended
        elif isinstance(event, PlayerChanged):
            self._tell_failure(event.now)
        elif isinstance(event, Bookmarked) and self.isVisible():
            self.mark_line.tell_of(event.mark)
        self.sidebar.heard(event)
        self.player.heard(event)
        for page in self.pages.values():
            page.heard(event)
        if isinstance(event, RefreshProgress) and event.done == event.total:
            self.sidebar.read()

    def _tell_failure(self, now: NowPlaying | None) -> None:
        """Say in full, once, why a talk cannot be played; take it back when it can."""
        if now is not None and now.status is PlayStatus.FAILED:
            if self._failure is None and now.problem:
                why = sentences.say(now.problem)
                self._failure = KnownError(tr("This talk cannot be played"), why)
                self.tell(self._failure)
        elif self._failure is not None:
            if self._told is self._failure:
                self.notice.hide()
            self._failure = None

    def _build(self) -> None:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.sidebar)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addWidget(LineBox(self._look, *self._lines))
        upper.addLayout(right, 1)
        column.addLayout(upper, 1)
        column.addWidget(self.player)
        self.setCentralWidget(whole)

    def _connect(self) -> None:
        self._bridge.happened.connect(self._heard)
        self.sidebar.chosen.connect(self.open)
        self.sidebar.failed.connect(self.tell)
        self.mark_line.failed.connect(self.tell)
        self.closing_line.came.connect(self.mark_line.hide)
        self.closing_line.came.connect(self.keep_line.hide)
        self.keep_line.serve(self.player.keeping)
        self.player.failed.connect(self.tell)
        self.player.small.clicked.connect(self.mini_wanted)
        self.player.open_requested.connect(lambda episode: self.open("talk", episode.id))

    def _dress(self) -> None:
        self.setWindowTitle(tr("Audio") if self._look.discreet else "Hearthside")
        self.setMinimumSize(*_SMALLEST)
