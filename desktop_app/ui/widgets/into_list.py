"""The first arrow on a page that was just opened: it leads into the list that the page is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_KEYS = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


def leads_into_list(place: QWidget, event: QKeyEvent) -> bool:
    """Give the keyboard to the largest list in sight within ``place``; tell whether that was done.

    The row that is current stays so; where none is, the first becomes it. Lists that are scrolled
    out of sight do not count: there the arrow scrolls towards them.
    """
    if event.key() not in _KEYS or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    lists = [each for each in place.findChildren(QListView) if _usable(each)]
    if not lists:
        return False
    chosen = max(lists, key=_seen)
    if not chosen.currentIndex().isValid():
        chosen.setCurrentIndex(chosen.model().index(0, 0))
    chosen.setFocus(Qt.FocusReason.TabFocusReason)
    return True


def _usable(each: QListView) -> bool:
    tab = each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ready = bool(tab) and each.isVisible() and each.isEnabled()
    return ready and each.model() is not None and each.model().rowCount() > 0 and _seen(each) > 0


def _seen(each: QListView) -> int:
    """Return how many pixels of a list are in sight."""
    rect = each.visibleRegion().boundingRect()
    return rect.width() * rect.height()
