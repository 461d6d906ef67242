"""A window made anew in the place of another: the person stands where she stood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractScrollArea, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QScrollBar

    from desktop_app.ui.windows.main_window import MainWindow
    from desktop_app.ui.windows.way import Place, Way

_Path = tuple[tuple[str, int], ...]
"""The way down to a widget: at each step its kind, and which of its kind it is."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where the keyboard is in a window, how far its page is scrolled, and the way there."""

    place: Place
    way: Way
    held: _Path | None
    scrolled: tuple[tuple[_Path, int], ...]

    @classmethod
    def of(cls, window: MainWindow) -> Stand:
        """Return where the person stands now."""
        held: QWidget | None = window.focusWidget()
        page = window.page
        areas = page.findChildren(QAbstractScrollArea) if page is not None else []
        return cls(
            window.place or ("today", None),
            window.way.untitled(),
            _path(held, window) if held is not None else None,
            tuple((_path(area, window), area.verticalScrollBar().value()) for area in areas),
        )

    def take(self, window: MainWindow) -> None:
        """Stand there again, in a window whose page is open already."""
        held = _found(self.held, window) if self.held is not None else None
        if held is not None and held.isVisibleTo(window):
            held.setFocus()
        for path, value in self.scrolled:
            area = _found(path, window)
            if value and isinstance(area, QAbstractScrollArea):
                _scroll(area.verticalScrollBar(), value)


def _path(widget: QWidget, top: QWidget) -> _Path:
    steps: list[tuple[str, int]] = []
    while widget is not top:
        parent = widget.parentWidget()
        if parent is None:
            break
        kind = type(widget).__name__
        steps.insert(0, (kind, _of_kind(parent, kind).index(widget)))
        widget = parent
    return tuple(steps)


def _found(path: _Path, top: QWidget) -> QWidget | None:
    for kind, number in path:
        found = _of_kind(top, kind)
        if number >= len(found):
            return None
        top = found[number]
    return top


def _of_kind(parent: QWidget, kind: str) -> list[QWidget]:
    children = parent.children()
    return [each for each in children if isinstance(each, QWidget) and type(each).__name__ == kind]


def _scroll(bar: QScrollBar, value: int) -> None:
    """Scroll as soon as there is so much to be scrolled."""

    def reached(_low: int, high: int) -> None:
        if high >= value:
            bar.rangeChanged.disconnect(reached)
            bar.setValue(value)

    bar.rangeChanged.connect(reached)
    if bar.maximum() >= value:
        reached(0, bar.maximum())
