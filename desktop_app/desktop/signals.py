"""SIGTERM, SIGINT and SIGHUP close the window in good order, so that the place is kept."""

from __future__ import annotations

import signal
import socket
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QSocketNotifier

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication


def quit_on_signals(app: QCoreApplication) -> None:
    """Let these signals end ``app``; Qt's loop is woken through a socket (signal(7))."""
    if sys.platform == "win32":
        return
    ours, theirs = socket.socketpair()
    theirs.settimeout(0)
    signal.set_wakeup_fd(theirs.fileno(), warn_on_full_buffer=False)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: None)
    notifier = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read, app)

    def leave() -> None:
        ours.recv(64)
        app.quit()

    notifier.activated.connect(leave)
    app.destroyed.connect(ours.close)
    app.destroyed.connect(theirs.close)
