"""The desktop around the window: media keys, sleep, and what a desktop may ask of the app."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal

from desktop_app.desktop import reminder
from desktop_app.desktop.facts import Facts
from desktop_app.desktop.wishes import Wishes
from desktop_app.services.events import (
    PlayerChanged,
    QueueChanged,
    ReminderDue,
    SettingsChanged,
    SittingChanged,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from pathlib import Path
    from typing import Any

    from desktop_app.base.errors import KnownError
    from desktop_app.base.settings import Settings
    from desktop_app.crossing import Crossing
    from desktop_app.desktop.bus import BusThread
    from desktop_app.desktop.facts import Note
    from desktop_app.desktop.presence import Presence
    from desktop_app.services.core import Core

_log = logging.getLogger(__name__)


class Integration(QObject):
    """Lives in the UI thread; hears the services' events and tells the desktop.

    Make it after the first paint, ``follow`` a bridge, then ``start``.

    Signals:
        come: The window is to come forward.
        leave: The app is to end.
        given: An address or a file (as text) was handed over, to be played or added.
        sit: The window is to come forward with what can be sat.
        changed: A :class:`Facts`, whenever it is another.
        lit: Whether somebody keeps the screen lit for a sitting, when that changes.
        unsaid: A :class:`Note` that is to be shown, and that no service of the desktop takes.
    """

    come = Signal()
    leave = Signal()
    given = Signal(str)
    sit = Signal()
    changed = Signal(object)
    lit = Signal(bool)
    unsaid = Signal(object)
    _clicked = Signal(str)
    _wanted = Signal(object)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge: Crossing | None = None
        self._thread: BusThread | None = None
        self._presence: Presence | None = None
        self.facts = self._named(Facts(settings=settings))
        self._wanted.connect(self._carry_out, Qt.ConnectionType.QueuedConnection)
        self._clicked.connect(self._come_to_sit, Qt.ConnectionType.QueuedConnection)

    def follow(self, bridge: Crossing | None) -> None:
        """Hear this bridge's events and give it the desktop's commands, from now on.

        None: while there is no bridge, commands are let go.
        """
        if self._bridge is not None:
            self._bridge.happened.disconnect(self._hear)
        self._bridge = bridge
        self._show(replace(self.facts, now=None, sitting=False, more=False, art=""))
        if bridge is not None:
            bridge.happened.connect(self._hear)
        self._look_at_queue()

    def start(self) -> None:
        """Connect to the desktop, in the background; where there is no D-Bus nothing happens."""
        try:
            from desktop_app.desktop.bus import BusThread  # noqa: PLC0415 - after the paint
            from desktop_app.desktop.presence import Presence  # noqa: PLC0415
        except ImportError as error:
            _log.debug("no D-Bus here: %s", error)
            return
        self._thread = BusThread()
        wishes = Wishes(
            self._wanted.emit,
            self.come.emit,
            self.leave.emit,
            self.given.emit,
            self._clicked.emit,
            self.unsaid.emit,
        )
        self._presence = Presence(self._thread, wishes, self.lit.emit)
        self._show(self.facts)
        presence, thread = self._presence, self._thread
        thread.post(lambda: thread.spawn(presence.open()))
        thread.start()

    def close(self) -> None:
        """Give back all that is held, and be found no more."""
        self._bridge = None
        if self._thread is not None and self._presence is not None:
            self._thread.close(self._presence.close)
            self._thread = self._presence = None

    def command(self, make: Callable[[Core], Coroutine[Any, Any, object]]) -> None:
        """Run a command in the engine; what fails is told in the window."""
        if self._bridge is not None:
            self._bridge.call(make)

    def _carry_out(self, make: Callable[[Core], Coroutine[Any, Any, object]]) -> None:
        self.command(make)

    def _hear(self, event: object) -> None:
        facts = self.facts
        match event:
            case PlayerChanged(now=now):
                before = facts.now and facts.now.episode.id
                same = now is not None and now.episode.id == before
                self._show(replace(facts, now=now, art=facts.art if same else ""))
                if now is not None and not same:
                    self._look_at_picture(now.episode.id)
            case SittingChanged(running=running):
                sitting = running is not None and not (running.paused or running.ended)
                self._show(replace(facts, sitting=sitting))
            case SettingsChanged(settings=settings):
                self._show(self._named(replace(facts, settings=settings)))
            case QueueChanged():
                self._look_at_queue()
            case ReminderDue():
                self._say(reminder.note(facts))

    def _show(self, facts: Facts) -> None:
        self.facts = facts
        self.changed.emit(facts)
        if self._thread is not None and self._presence is not None:
            presence = self._presence
            self._thread.post(lambda: presence.show(facts))

    def _say(self, note: Note) -> None:
        if self._thread is not None and self._presence is not None:
            presence = self._presence
            self._thread.post(lambda: presence.say(note))
        else:
            self.unsaid.emit(note)

    def _come_to_sit(self, token: str) -> None:
        reminder.let_come(token)
        self.sit.emit()

    def _look_at_queue(self) -> None:
        if self._bridge is not None:
            self._bridge.call(lambda core: core.queue.first(), self._queue_looked_at, _ignore)

    def _queue_looked_at(self, first: int | None) -> None:
        if self.facts.more != (first is not None):
            self._show(replace(self.facts, more=first is not None))

    def _look_at_picture(self, episode_id: int) -> None:
        def found(path: Path | None) -> None:
            now = self.facts.now
            if path is not None and now is not None and now.episode.id == episode_id:
                self._show(replace(self.facts, art=path.as_uri()))

        if self._bridge is not None and episode_id:
            self._bridge.call(lambda core: core.covers.file(episode_id), found, _ignore)

    @staticmethod
    def _named(facts: Facts) -> Facts:
        """Return the facts with the app's name in them, as window titles say it."""
        translate = QCoreApplication.translate
        name = translate("words", "Audio") if facts.settings.discreet else "Hearthside"
        part = ""
        if facts.now is not None and facts.now.episode.part is not None:
            of = facts.now.episode.of
            said = translate("words", "part {n} of {all}" if of else "part {n}")
            part = said.format(n=facts.now.episode.part, all=of)
        return replace(facts, name=name, untitled=translate("words", "Untitled"), part=part)


def _ignore(_error: KnownError) -> None:
    """Go without what is nice to have."""
