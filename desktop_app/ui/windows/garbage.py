"""Garbage is collected in the window's thread alone, a little of it at a time."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

from desktop_app.base.garbage import collect_due

_EVERY = 500
"""Milliseconds: what gathers meanwhile is small, since most objects need no collector."""


class Garbage(QObject):
    """Takes over from Python's own collector until it is closed.

    That runs in any thread, the engine's or the library's too, and no widget may die there.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._before = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(collect_due)
        self._timer.start()

    def close(self) -> None:
        """Give it back."""
        self._timer.stop()
        if self._before:
            gc.enable()
