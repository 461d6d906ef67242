"""What closing the window means: an end, a rest in the tray, or first a question.

One rule for every way in which a person ends it: the window's cross, Ctrl+Q, Quit in the tray or
in the desktop's controls. Only a signal and the end of the session ask nothing.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal

from desktop_app.services.events import DownloadsChanged, EpisodesChanged, SittingChanged

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.base.errors import KnownError
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.windows.closing_line import ClosingLine
    from desktop_app.ui.windows.sight import Sight

_PATIENCE_MS = 300
_LAST_MS = 1000
"""How long the end of a session may wait for the place to be kept."""


class Answer(StrEnum):
    """What becomes of a window that is to close."""

    END = "end"
    HIDE = "hide"
    ASK = "ask"


def answer(*, ending: bool, stays: bool, under_way: int, sitting: bool, asked: bool) -> Answer:
    """Return what closing means.

    Args:
        ending: A signal or the session ends the app, or the person has answered.
        stays: It is the window alone that closes, and the app is to stay in the tray.
        under_way: Downloads that an end would put off.
        sitting: A sitting is under way, which an end would cut short.
        asked: The question stands there already, so this is the second press.
    """
    if ending:
        return Answer.END
    if stays:
        return Answer.HIDE
    return Answer.ASK if (under_way or sitting) and not asked else Answer.END


class Closing(QObject):
    """Decides for all windows; knows by itself what is under way: downloads, a sitting.

    ``unsaved`` asks what is to become of changes that are not saved, and tells whether there are
    some; what it is given goes on afterwards.

    Signals:
        over: The app is to end now.
    """

    over = Signal()

    def __init__(
        self,
        look: Look,
        bridge: Crossing,
        sight: Sight,
        line: ClosingLine,
        has_tray: Callable[[], bool],
        unsaved: Callable[[Callable[[], None]], bool],
    ) -> None:
        super().__init__(sight)
        self._look, self._bridge, self._sight, self._line = look, bridge, sight, line
        self._has_tray, self._unsaved = has_tray, unsaved
        self._ending = False
        self.under_way = 0
        self.sitting = False
        self.finishing = False
        self._soon = QTimer(self, interval=_PATIENCE_MS, singleShot=True)
        self._soon.timeout.connect(self.look)
        line.close_wanted.connect(self._close)
        line.finish_wanted.connect(self.finish_first)
        line.stay_wanted.connect(self.stay)
        bridge.happened.connect(self._heard)

    def may_close(self) -> bool:
        """Tell whether the window that asks may close, which ends the app; else act."""
        return self._may_end(stays=self._look.settings.stay_in_tray and self._has_tray())

    def leave(self) -> None:
        """End the app for a person, after the questions that closing asks."""
        if self._may_end(stays=False):
            self.end()

    def end(self) -> None:
        """End the app without a question: it is answered, or nobody waits for one."""
        self._ending = True
        self.over.emit()

    def session_ends(self) -> None:
        """Ask nothing from now on, and have the place kept before this returns."""
        self._ending = True
        loop = QEventLoop()
        self._bridge.call(_keep, lambda _none: loop.quit(), lambda _refused: loop.quit())
        QTimer.singleShot(_LAST_MS, loop.quit)
        loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def finish_first(self) -> None:
        """Fall silent and go out of sight; end when the downloads are done."""
        if self._unsaved(self.finish_first):
            return
        self.finishing = True
        self._bridge.call(_fall_silent, None, _ignore)
        self._line.wait(self.under_way)
        if self._has_tray():
            self._sight.hide()
        else:
            self._sight.minimise()
        self.look()

    def stay(self) -> None:
        """Close neither now nor by itself."""
        self.finishing = False
        self._line.hide()

    def look(self) -> None:
        """Learn how many downloads are under way."""
        self._bridge.call(lambda core: core.downloading.under_way(), self._counted, _ignore)

    def _may_end(self, *, stays: bool) -> bool:
        meant = answer(
            ending=self._ending,
            stays=stays,
            under_way=self.under_way,
            sitting=self.sitting,
            asked=not self._line.isHidden(),
        )
        if meant is Answer.HIDE:
            self._sight.hide()
        elif meant is Answer.ASK:
            self._sight.show_whole()
            self._ask()
        return meant is Answer.END and (self._ending or not self._asks_of_changes())

    def _asks_of_changes(self) -> bool:
        asks = self._unsaved(self._close)
        if asks:
            self._sight.show_whole()
        return asks

    def _close(self) -> None:
        """End now, if nothing is lost by it."""
        if not self._asks_of_changes():
            self.end()

    def _heard(self, event: object) -> None:
        if isinstance(event, SittingChanged):
            self._sat(under_way=event.running is not None and not event.running.ended)
        elif isinstance(event, (DownloadsChanged, EpisodesChanged)) and not self._soon.isActive():
            self._soon.start()

    def _counted(self, downloads: int) -> None:
        self.under_way = downloads
        if self.finishing and not downloads:
            self._close()
        elif self._line.isHidden():
            return
        elif self.finishing:
            self._line.wait(downloads)
        else:
            self._ask()

    def _sat(self, *, under_way: bool) -> None:
        self.sitting = under_way
        if self.finishing and under_way:
            self.stay()  # who sits down now does not want it to close by itself
        elif not self.finishing and not self._line.isHidden():
            self._ask()

    def _ask(self) -> None:
        """Ask about what is under way now; a sitting comes first."""
        if self.sitting:
            kept = self._look.settings.log_sittings
            self._line.ask_sitting(kept=kept, downloads=self.under_way)
        elif self.under_way:
            self._line.ask(self.under_way)
        else:
            self._line.hide()


async def _keep(core: Core) -> None:
    await core.listening.keep_place()


async def _fall_silent(core: Core) -> None:
    """Nobody expects to hear anything of a window that was closed."""
    await core.listening.pause()
    await core.sitting.pause()


def _ignore(_error: KnownError) -> None:
    """Closing must not fail because of what the library says."""
