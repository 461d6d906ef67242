"""What the connection is like: whether there is one, and whether it is paid by use."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QNetworkInformation


class Line(QObject):
    """Asks the desktop (NetworkManager, GLib, Windows, macOS) through Qt.

    Where nothing knows, there is a connection and it costs nothing: a feed that does not answer
    says so itself. Only "disconnected" counts as offline, for a server may well stand in the
    same house. Qt has one such object for each process, and it stays.

    Signals:
        changed: it is another now.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        feature = QNetworkInformation.Feature
        QNetworkInformation.loadBackendByFeatures(feature.Reachability | feature.Metered)
        self._known: QNetworkInformation | None = QNetworkInformation.instance()
        if self._known is not None:
            self._known.reachabilityChanged.connect(self.changed)
            self._known.isMeteredChanged.connect(self.changed)

    @property
    def online(self) -> bool:
        """Whether anything can be reached at all."""
        gone = QNetworkInformation.Reachability.Disconnected
        return self._known is None or self._known.reachability() != gone

    @property
    def metered(self) -> bool:
        """Whether the connection is paid by use."""
        return self._known is not None and self._known.isMetered()
