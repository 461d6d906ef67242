"""The field at the top of the Settings page, which leaves of the page what is looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit

from desktop_app.base import matching
from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.ui.look.theme import Look


_ENDINGS = ("ing", "ed", "es", "s")
_STEM = 4
"""Fewer letters are no stem: they would begin too many words."""


def meant(text: str) -> tuple[list[str], list[str]]:
    """Return the words that are looked for; then their stems, for when nothing has the words.

    Words that fill a sentence ("space on the disk") are looked for only when there are no others.
    """
    typed = matching.asked(text.replace("-", ""))
    filling = set(matching.words(tr("a an and at for from how i in is it my of on or the to with")))
    wanted = [each for each in typed if each not in filling] or typed
    return wanted, [_stem(each) for each in wanted]


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word.removesuffix(ending)
    return word


class SettingsField(QLineEdit):
    """Says at each letter what is looked for (``textChanged``); Escape empties it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setPlaceholderText(tr("Search settings  Ctrl+F"))
        self.setAccessibleName(tr("Search settings"))
        look.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        """Return the design's width, which a narrow window need not give."""
        return QSize(self._look.px(300), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field with Escape; where there is nothing in it, that is the window's."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _dress(self) -> None:
        self.setMaximumWidth(self._look.px(300))
        self.setMinimumWidth(self._look.px(120))
        self.updateGeometry()
