"""One window for each home: a second start hands over what it was given, and leaves."""

from __future__ import annotations

import os
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, QObject, QUrl, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop_app.base.files import is_ours
from desktop_app.services.lock import socket_name

_PATIENCE_MS = 1000
_LONGEST = 64 * 1024
"""Bytes of an address; no longer one is a sensible one."""
_LONGEST_PATH = 100
"""Bytes of a socket's path; the systems take 103 to 107."""


def handed(argument: str, folder: Path) -> str:
    """Return what a start was given in a form that means the same to another process.

    That is an address, also of a file; ``folder`` is where the person stood.
    """
    if "://" in argument or not argument:
        return argument
    found = QUrl.fromUserInput(argument, str(folder))
    return found.toString(QUrl.ComponentFormattingOption.FullyEncoded)


def file_of(given: str) -> Path | None:
    """Return the file that was handed over; None: it is an address of the web."""
    url = QUrl(given)
    return Path(url.toLocalFile()) if url.isLocalFile() else None


def raise_other(home: Path, given: str = "") -> bool:
    """Ask the window that is open on this home to come forward; False: none answers.

    ``given``: An address that it is to take, see :func:`handed`.
    """
    name = _name(home)
    if not _is_safe(name):
        return False
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    socket.write(given.encode()[:_LONGEST])
    while socket.bytesToWrite() and socket.waitForBytesWritten(_PATIENCE_MS):
        pass
    socket.disconnectFromServer()
    return True


class Instance(QObject):
    """Listens for further starts of the same home; only one process may do so.

    Signals:
        asked: Another start wants to see the window, and the address that it was given; "":
            that is all it wants.
    """

    asked = Signal(str)

    def __init__(self, home: Path) -> None:
        super().__init__()
        self._callers: set[QLocalSocket] = set()
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        QLocalServer.removeServer(_name(home))
        self._server.listen(_name(home))

    def close(self) -> None:
        """Stop listening; who has not come to an end is not heard."""
        for caller in self._callers:
            caller.blockSignals(True)  # noqa: FBT003 - Qt's
        self._callers.clear()
        self._server.close()

    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.setReadBufferSize(_LONGEST)
            self._callers.add(caller)
            caller.disconnected.connect(partial(self._listen, caller))

    def _listen(self, caller: QLocalSocket) -> None:
        """Take what was said, once it was said to its end."""
        self._callers.discard(caller)
        text = bytes(caller.readAll().data()).decode(errors="replace")
        self.asked.emit(text)


def _name(home: Path) -> str:
    """Return where the home's socket is: in the person's own folder for such things, if any.

    Elsewhere Qt puts it among everybody's temporary files.
    """
    name = socket_name(home)
    own = os.environ.get("XDG_RUNTIME_DIR", "")
    place = f"{own}/{name}"
    fits = own.startswith("/") and len(os.fsencode(place)) < _LONGEST_PATH
    return place if fits and is_ours(Path(own)) else name


def _is_safe(name: str) -> bool:
    """Tell whether the socket is ours: whoever took its name would be told what we were given."""
    path = Path(QDir.tempPath()) / name
    return sys.platform == "win32" or not path.exists() or is_ours(path)
