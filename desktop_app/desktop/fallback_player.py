"""Makes Qt's player in the Qt thread for an engine that asks from another."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.base.errors import KnownError

if TYPE_CHECKING:
    from desktop_app.desktop.qt_player import QtPlayer

_PATIENCE = 10.0


class FallbackPlayer(QObject):
    """Lives in the Qt thread; QtMultimedia is loaded only when it is needed."""

    _wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._wanted.connect(self._make, Qt.ConnectionType.QueuedConnection)

    def make(self) -> QtPlayer:
        """Return a new player; called from any thread but Qt's.

        Raises:
            KnownError: QtMultimedia cannot be loaded, or the window is being closed.
        """
        made: Future[QtPlayer] = Future()
        self._wanted.emit(made)
        try:
            return made.result(_PATIENCE)
        except TimeoutError as error:
            raise KnownError("Qt's player cannot be used", "the window did not answer") from error

    def _make(self, made: Future[QtPlayer]) -> None:
        try:
            from desktop_app.desktop.qt_player import QtPlayer  # noqa: PLC0415 - heavy, rare

            made.set_result(QtPlayer())
        except ImportError as error:
            made.set_exception(KnownError("Qt's player cannot be used", str(error)))
