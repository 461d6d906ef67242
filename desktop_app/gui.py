"""Opens the window: its ground is painted first, then the house is built behind it."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QThread
from PySide6.QtWidgets import QApplication

from desktop_app.base import settings
from desktop_app.base.errors import KnownError
from desktop_app.services.lock import WINDOW_LOCK, ProcessLock
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
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError("a QApplication is needed")
    app.setApplicationName("Hearthside")
    app.setDesktopFileName("hearthside")
    app.setQuitLockEnabled(False)  # hidden in the tray it ends when the person says so
    only = ProcessLock(home.root / WINDOW_LOCK)
    while True:
        try:
            home.prepare()
            if not only.acquire():
                _raise_other(home, given)
                return 0
            break
        except KnownError as error:
            if not _try_again(app, home, error):
                return 1
    frame = Frame(settings.load(home.settings))
    session = _Session(app, home, frame, given)
    frame.painted.connect(session.build, Qt.ConnectionType.QueuedConnection)
    frame.show()
    status = app.exec()
    session.close()
    only.release()
    return status


def _try_again(app: QApplication, home: Home, error: KnownError) -> bool:
    """Say why no window opens, here and in the terminal; return whether to try again."""
    from desktop_app.ui.look.theme import Look  # noqa: PLC0415 - rarely needed
    from desktop_app.ui.windows.trouble import Trouble  # noqa: PLC0415

    sys.stderr.write(f"{error}\n")
    trouble = Trouble(Look(app), error, home)
    trouble.solved.connect(partial(app.exit, _AGAIN))
    trouble.given_up.connect(partial(app.exit, 1))
    trouble.show()
    again = app.exec() == _AGAIN
    trouble.close()
    return again


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
        """Load everything else and fill the window."""
        from desktop_app.base.log import start_logging  # noqa: PLC0415 - after the first paint
        from desktop_app.desktop.instance import Instance, handed  # noqa: PLC0415
        from desktop_app.house import House  # noqa: PLC0415

        start_logging(self._home)
        self._house = House(self._app, self._home, self._frame)
        self._instance = Instance(self._home.root)
        self._instance.asked.connect(self._asked)
        self._house.open()
        self._house.take(handed(self._given, Path.cwd()))

    def _asked(self, given: str) -> None:
        if self._house is not None:
            self._house.come(given)

    def close(self) -> None:
        """Close the services; places and files are safe when this returns."""
        for part in (self._house, self._instance):
            if part is not None:
                part.close()
