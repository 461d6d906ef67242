"""Bringing what has just appeared far down on a page into sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollArea

    from desktop_app.ui.look.theme import Look


class Sight(QObject):
    """Scrolls to a part, and again while the page still arranges itself around it.

    A page with large text is higher than the window, and takes several rounds to find its
    height. When the person scrolls, the part is let go; a part may also go away by itself, as a
    form does that was filled in.
    """

    def __init__(self, look: Look, area: QScrollArea) -> None:
        super().__init__(area)
        self._look, self._area = look, area
        self._part: QWidget | None = None
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(self._follow)
        bar.actionTriggered.connect(self.let_go)

    def hold(self, part: QWidget) -> None:
        """Show this part, from its top as far as there is room."""
        self._part = part
        self._follow()

    def watch(self, *parts: QWidget) -> None:
        """Show each of these whenever it appears: a line that asks, or that says what is wrong."""
        for part in parts:
            part.installEventFilter(self)

    def eventFilter(self, part: QObject, event: QEvent) -> bool:
        """Hold what has just appeared."""
        if event.type() == QEvent.Type.Show and isinstance(part, QWidget):
            self.hold(part)
        return False

    def let_go(self) -> None:
        """Leave the page where it is."""
        self._part = None

    def _follow(self) -> None:
        inside = self._area.widget()
        if self._part is not None and not isValid(self._part):
            self._part = None
        if self._part is None or inside is None or not self._part.isVisible():
            return
        bar, margin = self._area.verticalScrollBar(), self._look.px(16)
        top = self._part.mapTo(inside, QPoint()).y() - margin
        beyond = self._part.height() + 2 * margin - self._area.viewport().height()
        bar.setValue(min(top, max(bar.value(), top + beyond)))
