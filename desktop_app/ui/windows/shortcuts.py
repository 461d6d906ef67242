"""Keys with Ctrl or Alt, and the function keys: they hold whatever has the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget


def add_shortcut(window: QWidget, keys: str, do: Callable[[], None]) -> None:
    """Call ``do`` when ``keys`` ("Ctrl+M") are pressed in ``window``."""
    shortcut = QShortcut(QKeySequence(keys), window)
    shortcut.activated.connect(do)


def is_plain(event: QKeyEvent) -> bool:
    """Tell whether nothing is held with a key but what + needs on most keyboards."""
    sign = Qt.KeyboardModifier.KeypadModifier
    if event.text() == "+":
        sign |= Qt.KeyboardModifier.ShiftModifier
    return not event.modifiers() & ~sign
