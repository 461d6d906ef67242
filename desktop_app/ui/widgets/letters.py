"""The beginning of a name, typed to come to its row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Letters:
    """Tells the letters of a name from the keys of the window.

    A name begins with a letter or digit. What follows it soon belongs to it whatever it is: in
    "Mary B." neither the space nor the dot is meant for the player.
    """

    def __init__(self) -> None:
        self._last = QElapsedTimer()

    def takes(self, event: QKeyEvent) -> bool:
        """Tell whether this key belongs to the name that is being typed."""
        text = event.text()
        held = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if held or not text.isprintable() or not text:
            return False
        under_way = (
            self._last.isValid() and self._last.elapsed() < QApplication.keyboardInputInterval()
        )
        if not under_way and not text.isalnum():
            return False
        self._last.start()
        return True
