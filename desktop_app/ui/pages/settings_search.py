"""The field at the top of the Settings page, which leaves of the page what is looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit

from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.ui.look.theme import Look


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
