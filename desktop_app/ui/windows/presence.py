"""Whether somebody is at the window: what may wait is not done under her hands."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

EVERY = 20.0
"""Seconds from one word of it to the next: it holds for minutes."""

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
    }
)


class Presence(QObject):
    """Hears keys and mouse where the system hands them over, not at each of the widgets.

    Signals:
        felt: somebody is there.
    """

    felt = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._told = float("-inf")

    def watch(self, window: QWidget) -> None:
        """Hear what happens to a window that is on the screen; again is no harm."""
        handle = window.windowHandle()
        if handle is not None:
            handle.removeEventFilter(self)
            handle.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Tell it from time to time; nothing is taken from anybody."""
        if event.type() in _TOUCHES and (now := time.monotonic()) - self._told >= EVERY:
            self._told = now
            self.felt.emit()
        return False
