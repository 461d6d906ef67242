"""Makes Qt's player in the Qt thread for an engine that asks from another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.base.errors import KnownError

if TYPE_CHECKING:
    from desktop_app.desktop.qt_player import QtPlayer


class FallbackPlayer(QObject):
    """Lives in the Qt thread; QtMultimedia is loaded only when it is needed."""

    _wanted = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self._wanted.connect(self._make, Qt.ConnectionType.BlockingQueuedConnection)

    def make(self) -> QtPlayer:
        """Return a new player; called from any thread but Qt's.

        Raises:
            KnownError: QtMultimedia cannot be loaded.
        """
        made: list[QtPlayer | KnownError] = []
        self._wanted.emit(made)
        (result,) = made
        if isinstance(result, KnownError):
            raise result
        return result

    def _make(self, made: list[QtPlayer | KnownError]) -> None:
        try:
            from desktop_app.desktop.qt_player import QtPlayer  # noqa: PLC0415 - heavy, rare

            made.append(QtPlayer())
        except ImportError as error:
            made.append(KnownError("Qt's player cannot be used", str(error)))
