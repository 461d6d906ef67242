"""Where the lines stand that belong to no page: between the page and the player bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.widgets.page import margin

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop_app.ui.look.theme import Look


class LineBox(QWidget):
    """Takes no room while all of them are hidden, and keeps them off the bar when one is not."""

    def __init__(self, look: Look, *lines: QWidget) -> None:
        super().__init__()
        self._look, self._lines = look, lines
        self._column = QVBoxLayout(self)
        for line in lines:
            self._column.addWidget(line)
            line.installEventFilter(self)
        look.changed.connect(self._dress)
        self._dress()

    def eventFilter(self, _line: QObject, event: QEvent) -> bool:
        """Take or leave the room below the last line."""
        if event.type() in {QEvent.Type.ShowToParent, QEvent.Type.HideToParent}:
            self._dress()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand below the page, as wide as it."""
        super().resizeEvent(event)
        self._dress()

    def _dress(self) -> None:
        px, side = self._look.px, margin(self._look, self.width())
        below = px(12) if any(not line.isHidden() for line in self._lines) else 0
        self._column.setSpacing(px(8))
        self._column.setContentsMargins(side, 0, side, below)
