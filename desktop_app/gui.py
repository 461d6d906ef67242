"""Opens the window: its ground is painted first, then the house is built behind it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QThread
from PySide6.QtWidgets import QApplication

from desktop_app.base import settings
from desktop_app.base.errors import KnownError
from desktop_app.services.lock import ERASING, WINDOW_LOCK, ProcessLock
from desktop_app.ui.windows.frame import Frame

if TYPE_CHECKING:
    from desktop_app.base.paths import Home
    from desktop_app.desktop.instance import Instance
    from desktop_app.house import House

_AGAIN = 2
_CALLS = 20
_PAUSE_MS = 250


def run_window(home: Home, given: str = "") -> int:
    """Open the window and return the exit status once it is closed.

    ``given``: an address or a file that the person handed over; a window that is open takes it.
    """
    name = "Audio" if settings.load(home.settings).discreet else "Hearthside"
    app = QApplication.instance() or QApplication([name.lower()])
    if not isinstance(app, QApplication):
        raise TypeError("a QApplication is needed")
    app.setApplicationName(name)  # window managers show it, too: as the class of the window
    app.setDesktopFileName(name.lower())
    _keep_no_folders()
    app.setQuitLockEnabled(False)  # hidden in the tray it ends when the person says so
    only = ProcessLock(home.root / WINDOW_LOCK)
    while True:
        try:
            home.prepare()
            if not only.acquire():
                _raise_other(home, given)
                return 0
            if not (home.root / ERASING).exists():
                break
            only.release()
            _finish_erasing(home)
        except KnownError as error:
            if not _try_again(app, home, error):
                return 1
    frame = Frame(settings.load(home.settings))
    session = _Session(app, home, frame, given)
    frame.painted.connect(session.build, Qt.ConnectionType.QueuedConnection)
    frame.stand()
    frame.show()
    status = app.exec()
    session.close()
    _keep_place(home, frame.place())
    only.release()
    return status


def _try_again(app: QApplication, home: Home, error: KnownError) -> bool:
    """Say why no window opens, here and in the terminal; return whether to try again."""
    from desktop_app.ui.look import language  # noqa: PLC0415 - rarely needed
    from desktop_app.ui.look.theme import Look  # noqa: PLC0415
    from desktop_app.ui.windows.trouble import Trouble  # noqa: PLC0415

    sys.stderr.write(f"{error}\n")
    language.speak(app, settings.load(home.settings).language)
    trouble = Trouble(Look(app, settings.load(home.settings)), error, home)
    trouble.solved.connect(partial(app.exit, _AGAIN))
    trouble.given_up.connect(partial(app.exit, 1))
    trouble.show()
    again = app.exec() == _AGAIN
    trouble.close()
    return again


def _finish_erasing(home: Home) -> None:
    """Finish what a kill or a power cut broke off; this start begins with nothing.

    Raises:
        KnownError: Another process is at it.
    """
    from desktop_app.services.erasing import erase_closed  # noqa: PLC0415 - rarely needed

    erase_closed(home)


def _keep_place(home: Home, place: str) -> None:
    """Let the window open the next time as it is; a home that was erased stays empty."""
    kept = settings.load(home.settings)
    if kept.welcomed and kept.window_place != place:
        with suppress(KnownError):
            settings.save(home.settings, replace(kept, window_place=place))


def _keep_no_folders() -> None:
    """Let Qt's file dialogs keep no list of the folders that the person has visited.

    They would write it outside of the home (``~/.config/QtProject.conf``), where no erasing may
    touch it, for it is shared with all programs made with Qt. No folder can be made there.
    """
    nowhere = f"{os.devnull}/nowhere"
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, nowhere)


def _raise_other(home: Home, given: str) -> None:
    """Bring the window that is open forward; one that is just starting gets some seconds.

    Raises:
        KnownError: It does not answer.
    """
    from desktop_app.desktop.instance import handed, raise_other  # noqa: PLC0415 - rarely needed

    for _ in range(_CALLS):
        if raise_other(home.root, handed(given, Path.cwd())):
            return
        QThread.msleep(_PAUSE_MS)
    raise KnownError(
        "Hearthside is open already", "but it does not answer", "Wait a moment, or end it first."
    )


class _Session:
    """What stands behind the frame, once it has been painted."""

    def __init__(self, app: QApplication, home: Home, frame: Frame, given: str) -> None:
        self._app = app
        self._home = home
        self._frame = frame
        self._given = given
        self._house: House | None = None
        self._instance: Instance | None = None

    def build(self) -> None:
        """Load everything else and fill the window; if that is not possible, end."""
        try:
            self._fill()
        except Exception as error:  # noqa: BLE001 - Qt would go on, with an empty window
            sys.__excepthook__(type(error), error, error.__traceback__)
            sys.stderr.write("Hearthside could not be opened: a part of it is damaged.\n")
            self._app.exit(1)

    def _fill(self) -> None:
        from desktop_app.base.log import log_threads, start_logging  # noqa: PLC0415 - after the paint
        from desktop_app.desktop.instance import Instance, handed  # noqa: PLC0415
        from desktop_app.house import House  # noqa: PLC0415

        start_logging(self._home)
        log_threads()
        self._house = House(self._app, self._home, self._frame)
        self._instance = Instance(self._home.root)
        self._instance.asked.connect(self._asked)
        self._house.open()
        self._house.take(handed(self._given, Path.cwd()))

    def _asked(self, given: str) -> None:
        erasing = (self._home.root / ERASING).exists()  # what is to be erased is not shown again
        if self._house is not None and not erasing:
            self._house.come(given)

    def close(self) -> None:
        """Close the services; places and files are safe when this returns."""
        for part in (self._house, self._instance):
            if part is not None:
                part.close()
