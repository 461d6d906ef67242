"""Lets a list be as long as its rows where a page has to scroll, so that only the page does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, QTimer

if TYPE_CHECKING:
    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QScrollArea, QWidget

LONGEST = 16_000_000
"""Qt's widgets end at 16,777,215 pixels; a longer list scrolls by itself after all."""


class Flowing(Protocol):
    """A list that can scroll by itself, or flow with the page that it is on."""

    def run_on(self, *, on: bool) -> None:
        """Be as high as all rows, or as high as there is room."""

    def least(self) -> int:
        """Return the height in pixels that is worth scrolling in."""

    def length(self) -> int:
        """Return the height in pixels of all rows, with what is around them."""

    def sizeHint(self) -> QSize:
        """Return the height that it asks for now."""

    def isVisible(self) -> bool:
        """Tell whether it is shown."""

    def parentWidget(self) -> QWidget | None:
        """Return what it lies in."""


class PageFlow(QObject):
    """Watches what a page needs, and decides for the list on it.

    With what is above it and its least height the list must fit into the window; where it
    does not, two things would scroll, one inside the other, and both badly.
    """

    def __init__(self, area: QScrollArea, inner: QWidget) -> None:
        super().__init__(area)
        self._area, self._inner = area, inner
        self._lists: list[Flowing] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._decide)
        inner.installEventFilter(self)
        area.viewport().installEventFilter(self)

    def add(self, part: Flowing) -> None:
        """Decide for this list too."""
        self._lists.append(part)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Decide anew when there is more or less room, or something on the page changed."""
        if self._lists and event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Resize}:
            self._soon.start()
        return False

    def _decide(self) -> None:
        port = self._area.viewport()
        shown = [part for part in self._lists if part.isVisible()]
        needed = self._inner.heightForWidth(port.width()) if shown else 0
        for part in shown:
            hint = part.sizeHint().height()
            on = needed - hint + part.least() > port.height() and part.length() < LONGEST
            part.run_on(on=on)
            if part.sizeHint().height() != hint:
                self._tell_around(part)

    def _tell_around(self, part: Flowing) -> None:
        """Let all that is around a list know at once, from within: else the next look counts old
        heights, undoes what this one did, and the next again."""
        outer = part.parentWidget()
        while outer is not None:
            layout = outer.layout()
            if layout is not None:
                layout.activate()
            outer.updateGeometry()
            outer = outer.parentWidget() if outer is not self._inner else None
