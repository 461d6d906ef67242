"""What is done to a home while its services are closed: another library put in, or all erased."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.base.clock import SystemClock
from desktop_app.base.errors import KnownError
from desktop_app.services import backups
from desktop_app.services.events import RestoreReady
from desktop_app.ui.look import sentences
from desktop_app.ui.look.backup_words import moment
from desktop_app.ui.look.words import tr
from desktop_app.ui.windows.farewell import Farewell
from desktop_app.ui.windows.trouble import Trouble

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.base.paths import Home
    from desktop_app.services.events import EraseWanted
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.windows.frame import Frame
    from desktop_app.ui.windows.main_window import MainWindow


class Changes(QObject):
    """Closes the services, does what is wanted, and has them opened anew.

    ``stop`` closes the services; ``reopen`` opens them and returns the new window. Nothing happens
    before the caller of :meth:`begin` has come to an end.

    Signals:
        erased: nothing is left; only the last window is to be seen.
        over: the app is to end.
    """

    erased = Signal()
    over = Signal()

    def __init__(
        self,
        home: Home,
        frame: Frame,
        look: Look,
        stop: Callable[[], None],
        reopen: Callable[[], MainWindow],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._home, self._frame, self._look = home, frame, look
        self._stop, self._reopen = stop, reopen
        self.farewell: Farewell | None = None

    def begin(self, wish: RestoreReady | EraseWanted) -> None:
        """Do this soon."""
        if isinstance(wish, RestoreReady):
            QTimer.singleShot(0, partial(self._restore, wish))
        else:
            QTimer.singleShot(0, self._erase)

    def trouble(self, error: KnownError) -> None:
        """Say that the library did not open, and offer what can be done."""
        trouble = Trouble(self._look, error, self._home)
        trouble.solved.connect(partial(self._solved, trouble))
        trouble.given_up.connect(self.over)
        self._frame.hide()
        trouble.show()

    def _solved(self, trouble: Trouble) -> None:
        trouble.deleteLater()
        window = self._reopen()
        if trouble.done:
            window.notice.say(trouble.done)

    def _restore(self, ready: RestoreReady) -> None:
        self._stop()
        try:
            aside = backups.put_in_place(self._home, SystemClock())
        except KnownError as error:
            self._reopen().notice.tell(sentences.error(error))
            return
        done = tr("The copy of {moment} is in its place again.", moment=moment(ready.made))
        kept = tr("The library from before is kept: {place}.", place=str(aside)) if aside else ""
        self._reopen().notice.say(done, kept)

    def _erase(self) -> None:
        self._stop()
        farewell = self.farewell = Farewell(self._look, self._home)
        farewell.refused.connect(self._stay)
        farewell.erased.connect(self.erased)
        farewell.over.connect(self.over)
        farewell.show()
        self._frame.hide()
        farewell.begin()

    def _stay(self, problem: KnownError) -> None:
        """Go on with a home that could not be erased now."""
        window = self._reopen()
        window.notice.tell(sentences.error(problem))
        if self.farewell is not None:
            self.farewell.hide()
            self.farewell.deleteLater()
            self.farewell = None
