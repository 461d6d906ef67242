"""One window for each home: a second start raises the first and leaves."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from pathlib import Path

_PATIENCE_MS = 1000


class Instance(QObject):
    """Listens on a local socket named after the home.

    Signals:
        asked: another start of the same home wants to see the window.
    """

    asked = Signal()

    def __init__(self, home: Path) -> None:
        super().__init__()
        digest = hashlib.sha256(str(home).encode()).hexdigest()[:16]
        self._name = f"hearthside-{digest}"
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def raise_other(self) -> bool:
        """Ask the window that is open to come forward; False: this start is the first."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(_PATIENCE_MS):
            socket.disconnectFromServer()
            return True
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)
        return False

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            self.asked.emit()
