"""A field for a whole number that takes all that is typed, and says afterwards what is wrong.

Qt's own field with steps drops what does not fit without a word: "45" becomes 4, "7:30" 730.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit

from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.ui.look.theme import Look

_WIDE = 90
_CLOCK = re.compile(r"(\d{1,4}):([0-5]\d)")
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class NumberField(QLineEdit):
    """A number from ``least`` to ``most``; ↑ and ↓ step.

    With ``clock`` it is seconds, and "7:30" is 450 of them.

    Signals:
        stepped: another number stands there, by ↑ or ↓.
    """

    stepped = Signal()

    def __init__(self, look: Look, least: int, most: int, *, clock: bool = False) -> None:
        super().__init__()
        self._look, self._least, self._most, self._clock = look, least, most, clock
        look.changed.connect(self._dress)
        self._dress()

    def number(self) -> int | None:
        """Return what was typed; None: it is no number, or too small or large."""
        text = self.text().strip()
        found = _CLOCK.fullmatch(text) if self._clock else None
        if found is not None:
            number = int(found[1]) * 60 + int(found[2])
        elif re.fullmatch(r"\d{1,9}", text):
            number = int(text)
        else:
            return None
        return number if self._least <= number <= self._most else None

    def fault(self) -> str:
        """Return what is wrong with what was typed; "": nothing."""
        if self.number() is not None:
            return ""
        least, most = words.number(self._least), words.number(self._most)
        return tr("A whole number from {least} to {most}, please.", least=least, most=most)

    def set_number(self, number: int) -> None:
        """Put a number there."""
        self.setText(str(number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with ↑ and ↓."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        before = self.number()
        number = self._least if before is None else before + step
        self.set_number(min(max(number, self._least), self._most))
        self.selectAll()
        self.stepped.emit()

    def _dress(self) -> None:
        self.setFixedWidth(self._look.px(_WIDE))
