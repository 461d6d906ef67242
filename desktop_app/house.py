"""Builds engine, bridge, window and desktop integration: the only place that knows them all.

What the services need is imported in the engine thread, and each page when it is first
visited.
"""

from __future__ import annotations

import gc
import logging
import sys
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QMessageBox

from desktop_app.bridge import Bridge
from desktop_app.desktop.fallback_player import FallbackPlayer
from desktop_app.desktop.instance import file_of
from desktop_app.desktop.integration import Integration
from desktop_app.desktop.line import Line
from desktop_app.desktop.signals import SignalWatch
from desktop_app.desktop.tray import Tray
from desktop_app.services.events import Notice
from desktop_app.ui.look.sign import sign
from desktop_app.ui.look.theme import Look
from desktop_app.ui.look.words import tr
from desktop_app.ui.windows.main_window import MainWindow
from desktop_app.ui.windows.sight import Sight

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path
    from types import TracebackType

    from PySide6.QtGui import QSessionManager
    from PySide6.QtWidgets import QApplication

    from desktop_app.base.errors import KnownError
    from desktop_app.base.paths import Home
    from desktop_app.crossing import Crossing
    from desktop_app.desktop.facts import Facts
    from desktop_app.services.core import Core
    from desktop_app.ui.widgets.page import Page
    from desktop_app.ui.windows.frame import Frame
    from desktop_app.ui.windows.trouble import Trouble

PAGES = {
    "today": "TodayPage",
    "speakers": "SpeakersPage",
    "speaker": "SpeakerPage",
    "series": "SeriesPage",
    "meditations": "MeditationsPage",
    "favorites": "FavoritesPage",
    "queue": "QueuePage",
    "downloads": "DownloadsPage",
    "feed": "FeedPage",
    "talk": "TalkPage",
    "add": "AddPage",
    "search": "SearchPage",
    "settings": "SettingsPage",
    "problems": "ProblemsPage",
    "sitting": "SittingPage",
    "preset": "PresetPage",
    "sounds": "SoundsPage",
    "sittings": "SittingsPage",
    "welcome": "WelcomePage",
    "about": "AboutPage",
}
_TURN = 0.001
"""Seconds that another thread may run Python while the window waits; Python's own 5 ms are half
of what a picture has, and are waited for several times in one."""
_log = logging.getLogger(__name__)


class House(QObject):
    """Window and services of one home; opens them anew after a library was restored."""

    def __init__(self, app: QApplication, home: Home, frame: Frame) -> None:
        super().__init__(app)
        self._app = app
        self._home = home
        self._frame = frame
        self.look = Look(app, frame.settings)
        self._fallback = FallbackPlayer()
        self._line: Line | None = None
        self._integration: Integration | None = None
        self._tray: Tray | None = None
        self.bridge = self._make_bridge()
        self.window = self._make_window()
        self.sight = self._make_sight()
        self._told_bug = False
        self._signed: bool | None = None
        self._hook_before = sys.excepthook
        sys.excepthook = self._excepthook
        self._signals = SignalWatch(self)
        self._signals.asked.connect(self._leave)
        app.commitDataRequest.connect(self._session_ends)
        app.applicationStateChanged.connect(self._looked_at)

    def open(self) -> None:
        """Fill the window, then open the library."""
        self.window.start("today" if self._frame.settings.welcomed else "welcome")
        self._frame.furnish(self.window, self.sight.closing.may_close)
        self._frame.show()
        self.window.setFocus()
        QTimer.singleShot(0, self._begin)

    def come(self, given: str) -> None:
        """Show a window to whoever started once more, and take what was given with that."""
        self.sight.come(recording=_file(given) is not None and not _is_list(given))
        self.take(given)

    def take(self, given: str) -> None:
        """Play a file, or add a list of feeds or an address, that was handed over; "": nothing."""
        path = _file(given)
        if path is None and given:
            self.sight.add(given)
        elif path is not None and _is_list(given):
            self.sight.add_list(path)
        elif path is not None:
            self.bridge.call(lambda core: core.listening.play_file(str(path)), None, self._tell)

    def close(self) -> None:
        """Close the services; places and files are safe when this returns."""
        if self._tray is not None:
            self._tray.close()
        if self._integration is not None:
            self._integration.close()
        self.bridge.stop()
        self._signals.close()
        self.sight.close()
        sys.excepthook = self._hook_before
        self._app.applicationStateChanged.disconnect(self._looked_at)
        self._app.commitDataRequest.disconnect(self._session_ends)

    def _begin(self) -> None:
        sys.setswitchinterval(_TURN)
        self.bridge.start()
        line = self._watch_line()
        online, metered = line.online, line.metered

        async def start_up(core: Core) -> None:
            await core.set_line(online=online, metered=metered)
            await core.start_up()

        self.bridge.call(start_up, self._started, self._refused)
        self._integrate()

    def _integrate(self) -> None:
        """Be found by the desktop; it follows the bridge and the windows that are in force."""
        if self._integration is None or self._tray is None:
            self._integration = Integration(self._frame.settings, self)
            self._integration.leave.connect(self._leave)
            self._integration.given.connect(self.take)
            self._integration.sit.connect(self._come_to_sit)
            self._integration.changed.connect(self._dress)
            self._dress(self._integration.facts)
            self._tray = Tray(self._integration, sign)
            self._integration.start()
        self._integration.come.connect(self.sight.show_whole)
        self._integration.lit.connect(self.sight.stay_lit)
        self._tray.clicked.connect(self.sight.toggle)
        self._tray.mini_wanted.connect(self.sight.toggle_mini)
        self._integration.follow(self.bridge)

    def _come_to_sit(self) -> None:
        """Show what can be sat to somebody who was reminded of it."""
        self.window.open("meditations")
        self.sight.show_whole()

    def _watch_line(self) -> Line:
        """Return what knows the connection, asked for once the window is painted."""
        if self._line is None:
            self._line = Line(self)
            self._line.changed.connect(self._tell_line)
        return self._line

    def _tell_line(self) -> None:
        line = self._watch_line()
        online, metered = line.online, line.metered
        self.bridge.call(
            lambda core: core.set_line(online=online, metered=metered),
            fail=lambda _refused: None,
        )

    def _looked_at(self, state: Qt.ApplicationState) -> None:
        """The person comes back, perhaps from deleting files elsewhere."""
        if state is Qt.ApplicationState.ApplicationActive:
            self.bridge.call(lambda core: core.downloading.look(), fail=lambda _refused: None)

    def _started(self, _nothing: None) -> None:
        gc.collect()
        gc.freeze()
        self.sight.closing.look()

    def _refused(self, error: KnownError) -> None:
        """The library did not open: say so, and offer what can be done."""
        from desktop_app.ui.windows.trouble import Trouble  # noqa: PLC0415 - rarely needed

        self._frame.hide()
        trouble = Trouble(self.look, error, self._home)
        trouble.solved.connect(partial(self._reopen, trouble))
        trouble.given_up.connect(self._app.quit)
        trouble.show()

    def _reopen(self, trouble: Trouble) -> None:
        self.bridge.stop()
        trouble.deleteLater()
        self.bridge = self._make_bridge()
        self.sight.close()
        self.window = self._make_window()
        self.sight = self._make_sight()
        self.open()
        if trouble.done:
            self.window.notice.say(trouble.done)

    def _make_bridge(self) -> Bridge:
        bridge = Bridge(self._opener)
        bridge.troubled.connect(self._tell)
        bridge.broke.connect(lambda error: self._excepthook(type(error), error, None))
        bridge.happened.connect(self._heard)
        return bridge

    def _make_window(self) -> MainWindow:
        return MainWindow(
            self.look,
            self.bridge,
            {name: partial(_make_page, name, kind) for name, kind in PAGES.items()},
        )

    def _make_sight(self) -> Sight:
        sight = Sight(self.look, self.bridge, self._frame, self.window, self._has_tray)
        sight.closing.over.connect(self._app.quit)
        return sight

    def _has_tray(self) -> bool:
        return self._tray is not None and self._tray.there

    def _leave(self) -> None:
        """End the app for somebody who cannot answer a question."""
        self.sight.closing.end()

    def _session_ends(self, _manager: QSessionManager) -> None:
        self.sight.closing.session_ends()

    def _dress(self, facts: Facts) -> None:
        """Bear the name and the sign of the app, or others that tell nothing; trays show both."""
        if facts.settings.discreet is not self._signed:
            self._signed = facts.settings.discreet
            self._app.setApplicationName(facts.name)
            self._app.setWindowIcon(sign(facts.settings.discreet))

    def _opener(self) -> AbstractAsyncContextManager[Core]:
        from desktop_app.services.core import open_core  # noqa: PLC0415 - after the first paint

        return open_core(self._home, fallback_player=self._fallback.make)

    def _tell(self, error: KnownError) -> None:
        self.sight.tell(error)

    def _heard(self, event: object) -> None:
        if isinstance(event, Notice):
            self.window.notice.say(event.text)

    def _excepthook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Report a bug of ours: once in a dialog, always in the log."""
        _log.error("a bug", exc_info=(kind, error, trace or error.__traceback__))
        if self._told_bug:
            return
        self._told_bug = True
        box = QMessageBox(self.window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(tr("Something went wrong inside Hearthside. Your library is safe."))
        box.setInformativeText(
            tr("What happened is written in {place}.").format(place=str(self._home.logs))
        )
        box.open()


def _file(given: str) -> Path | None:
    return file_of(given) if given else None


def _is_list(given: str) -> bool:
    return given.casefold().endswith(".opml")


def _make_page(name: str, kind: str, look: Look, bridge: Crossing) -> Page:
    page: Page = getattr(import_module(f"desktop_app.ui.pages.{name}"), kind)(look, bridge)
    return page
