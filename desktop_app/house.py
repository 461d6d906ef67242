"""Builds engine, bridge, window and desktop integration: the only place that knows them all.

What the services need is imported in the engine thread, and each page when it is first
visited.
"""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from desktop_app.base import settings
from desktop_app.base.garbage import settle
from desktop_app.bridge import Bridge, Strand
from desktop_app.desktop.fallback_player import FallbackPlayer
from desktop_app.desktop.instance import file_of
from desktop_app.desktop.integration import Integration
from desktop_app.desktop.line import Line
from desktop_app.desktop.signals import SignalWatch
from desktop_app.desktop.tray import Tray
from desktop_app.services import events
from desktop_app.ui.look import language, sentences
from desktop_app.ui.look.sign import sign
from desktop_app.ui.look.theme import Look
from desktop_app.ui.pages import makers
from desktop_app.ui.windows.anew import Stand
from desktop_app.ui.windows.garbage import Garbage
from desktop_app.ui.windows.main_window import MainWindow
from desktop_app.ui.windows.mishap import Mishap
from desktop_app.ui.windows.presence import Presence
from desktop_app.ui.windows.sight import Sight

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from PySide6.QtGui import QSessionManager
    from PySide6.QtWidgets import QApplication

    from desktop_app.base.errors import KnownError
    from desktop_app.base.paths import Home
    from desktop_app.base.settings import Settings
    from desktop_app.desktop.facts import Facts
    from desktop_app.services.core import Core
    from desktop_app.ui.windows.changes import Changes
    from desktop_app.ui.windows.frame import Frame

_TURN = 0.001
"""Seconds that another thread may run Python while the window waits; Python's own 5 ms are half
of what a picture has, and are waited for several times in one."""


class House(QObject):
    """Window and services of one home.

    Both are made anew after a library was restored; the window alone when it is to speak another
    language, so that none of its words is of the old one.
    """

    def __init__(self, app: QApplication, home: Home, frame: Frame) -> None:
        super().__init__(app)
        self._app, self._home, self._frame = app, home, frame
        self._garbage = Garbage(self)
        self._language = language.speak(app, frame.settings.language)
        self._standing: dict[type, object] = {}
        self._mishap = Mishap(home, lambda: self.window)
        self._fallback = FallbackPlayer()
        self._line: Line | None = None
        self._integration: Integration | None = None
        self._tray: Tray | None = None
        self._presence = Presence(self)
        self._presence.felt.connect(self._touched)
        self.bridge = self._make_bridge()
        self._make_windows(frame.settings)
        self._signed: bool | None = None
        self._hook_before = sys.excepthook
        sys.excepthook = self._mishap.report
        self._signals = SignalWatch(self)
        self._signals.asked.connect(self._leave)
        app.commitDataRequest.connect(self._session_ends)
        app.applicationStateChanged.connect(self._looked_at)

    def open(self) -> None:
        """Fill the window, then open the library."""
        self.window.start("today" if self._frame.settings.welcomed else "welcome")
        self._frame.furnish(self.window, self.sight.closing.may_close)
        self._frame.show()
        self._presence.watch(self._frame)
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
        self._leave_desktop()
        self._leave_bridge()
        self._signals.close()
        self._leave_windows()
        sys.excepthook = self._hook_before
        self._app.applicationStateChanged.disconnect(self._looked_at)
        self._app.commitDataRequest.disconnect(self._session_ends)
        self._garbage.close()
        self.deleteLater()

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
            self._integration.leave.connect(self._asked_to_leave)
            self._integration.given.connect(self.take)
            self._integration.sit.connect(self._come_to_sit)
            self._integration.changed.connect(self._dress)
            self._dress(self._integration.facts)
            self._tray = Tray(self._integration, sign)
            self._integration.start()
        self._show_to_desktop()
        self._integration.follow(self.bridge)

    def _show_to_desktop(self) -> None:
        """Let media keys and tray lead to the windows that are there now."""
        if self._integration is not None and self._tray is not None:
            self._integration.come.connect(self.sight.show_whole)
            self._integration.lit.connect(self.sight.stay_lit)
            self._tray.clicked.connect(self.sight.toggle)
            self._tray.mini_wanted.connect(self.sight.toggle_mini)

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
            lambda core: core.set_line(online=online, metered=metered), fail=lambda _refused: None
        )

    def _looked_at(self, state: Qt.ApplicationState) -> None:
        """The person comes back, perhaps from deleting files elsewhere."""
        if state is Qt.ApplicationState.ApplicationActive:
            self.bridge.call(lambda core: core.downloading.look(), fail=lambda _refused: None)

    def _touched(self) -> None:
        """Somebody is at the window: what may wait gives way."""
        self.bridge.call(lambda core: core.restoring.touch(), fail=lambda _refused: None)

    def _started(self, _nothing: None) -> None:
        settle()
        self.sight.closing.look()

    def _refused(self, error: KnownError) -> None:
        """The library did not open: say so, and offer what can be done."""
        self._changes().trouble(error)

    def _open_anew(self) -> MainWindow:
        """Open the library that lies in the home now, in a window made anew."""
        self._leave_bridge()
        self.bridge = self._make_bridge()
        self._frame.settings = settings.load(self._home.settings)
        self._leave_windows()
        self._make_windows(self._frame.settings)
        self.open()
        return self.window

    def _leave_desktop(self) -> None:
        """Be seen nowhere on the desktop but in windows."""
        for part in (self._tray, self._integration):
            if part is not None:
                part.close()
        self._tray = self._integration = None

    def _speak(self, wish: str) -> None:
        """Speak another language, all else left as it is; changes not saved are asked for first."""
        code, again = language.wanted(wish), partial(self._speak, wish)
        if code != self._language and not self.window.asks(again):
            self._language = language.speak(self._app, wish)
            QTimer.singleShot(0, self._rebuild)

    def _rebuild(self) -> None:
        stand, mini, lit = Stand.of(self.window), self.sight.is_mini, self.sight.lit
        settings = self.look.settings
        self._leave_windows()
        self._make_windows(settings)
        self.window.start(*stand.place, way=stand.way)
        self._frame.furnish(self.window, self.sight.closing.may_close)
        stand.take(self.window)
        self._show_to_desktop()
        for event in self._standing.values():
            self.bridge.happened.emit(event)
        self.sight.stay_lit(lit)
        self.sight.closing.look()
        if mini:
            self.sight.show_mini()
        QTimer.singleShot(0, settle)

    def _leave_bridge(self) -> None:
        """Close the services; what was connected to their bridge is let go."""
        self.bridge.stop()
        if self._integration is not None:
            self._integration.follow(None)
        self.bridge.deleteLater()

    def _leave_windows(self) -> None:
        """Let nothing reach the windows any more that others take the place of."""
        self._strand.close()
        self.sight.close()
        self.look.blockSignals(True)  # noqa: FBT003 - Qt takes no name for it
        self.look.deleteLater()

    def _make_windows(self, settings: Settings) -> None:
        self.look = Look(self._app, settings)
        self._strand = Strand(self.bridge)
        self.window = MainWindow(self.look, self._strand, makers())
        self.sight = Sight(self.look, self._strand, self._frame, self.window, self._has_tray)
        self.sight.closing.over.connect(self._app.quit)

    def _make_bridge(self) -> Bridge:
        bridge = Bridge(self._opener, sentences.error)
        bridge.troubled.connect(self._tell)
        bridge.broke.connect(self._broke)
        bridge.happened.connect(self._heard)
        return bridge

    def _has_tray(self) -> bool:
        return self._tray is not None and self._tray.there

    def _leave(self) -> None:
        """End the app for somebody who cannot answer a question."""
        self.sight.closing.end()

    def _asked_to_leave(self) -> None:
        """End the app for a person, who can."""
        self.sight.closing.leave()

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

    def _broke(self, error: Exception) -> None:
        self._mishap.report(type(error), error, None)

    def _heard(self, event: object) -> None:
        match event:
            case events.Notice(text=text):
                self.window.notice.say(sentences.say(text))
            case events.PlayerChanged() | events.SittingChanged():
                self._standing[type(event)] = event
            case events.SettingsChanged(settings=changed):
                self._speak(changed.language)
            case events.RestoreReady() | events.EraseWanted():
                self._changes().begin(event)

    def _changes(self) -> Changes:
        """Return what acts while the services are closed."""
        from desktop_app.ui.windows.changes import Changes  # noqa: PLC0415 - rarely needed

        stop, reopen = self.bridge.stop, self._open_anew
        changes = Changes(self._home, self._frame, self.look, stop, reopen, self)
        changes.erased.connect(self._leave_desktop)
        changes.over.connect(self._app.quit)
        return changes


def _file(given: str) -> Path | None:
    return file_of(given) if given else None


def _is_list(given: str) -> bool:
    return given.casefold().endswith(".opml")
