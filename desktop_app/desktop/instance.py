"""One window for each home: a second start raises the first and leaves."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from pathlib import Path

_PATIENCE_MS = 1000


def raise_other(home: Path) -> bool:
    """Ask the window that is open on this home to come forward; False: none answers."""
    socket = QLocalSocket()
    socket.connectToServer(_name(home))
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    socket.disconnectFromServer()
    return True


class Instance(QObject):
    """Listens for further starts of the same home; only one process may do so.

    Signals:
        asked: another start wants to see the window.
    """

    asked = Signal()

    def __init__(self, home: Path) -> None:
        super().__init__()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        QLocalServer.removeServer(_name(home))
        self._server.listen(_name(home))

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            self._server.nextPendingConnection().disconnected.connect(self.asked)


def _name(home: Path) -> str:
    """Return a name for the home's socket."""
    return f"hearthside-{hashlib.sha256(str(home).encode()).hexdigest()[:16]}"
