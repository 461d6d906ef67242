"""How loud the ambience of a sitting is, and the keys that turn it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_app.ui.pages import sitting_words

if TYPE_CHECKING:
    from desktop_app.services.events import RunningSitting

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class Loudness(QObject):
    """Keeps the volume of the sitting that it follows; ``area`` would scroll with ↑ and ↓.

    Signals:
        changed: the volume that the sitting is to have now.
        turned: the person turned it.
    """

    changed = Signal(float)
    turned = Signal()

    def __init__(self, area: QObject) -> None:
        super().__init__(area)
        self._running: RunningSitting | None = None
        self.volume = 0.0
        area.installEventFilter(self)

    def follow(self, running: RunningSitting | None) -> None:
        """Take this one's volume; one that is extended after its end stays as it was turned."""
        before, self._running = self._running, running
        if running is None:
            return
        if sitting_words.is_another(before, running):
            self.volume = running.preset.ambience_volume
        elif before is not None and before.ended and self.volume != running.preset.ambience_volume:
            self.changed.emit(self.volume)

    def turn(self, steps: int) -> None:
        """Make it louder by so many steps."""
        self.volume = sitting_words.turned(self.volume, steps)
        self.changed.emit(self.volume)
        self.turned.emit()

    def key(self, key: Qt.Key) -> bool:
        """Act on ↑ and ↓ where something sounds all along."""
        running = self._running
        if key not in _STEPS or running is None or running.ended or not running.preset.ambience:
            return False
        self.turn(_STEPS[key])
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys before the page would scroll with them; what is typed is left alone."""
        typing = isinstance(QApplication.focusWidget(), QLineEdit)
        if typing or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        return not event.modifiers() and self.key(Qt.Key(event.key()))
