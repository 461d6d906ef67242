"""A row of which the Tab key meets one part, and arrows the others, as in a group of radio buttons.

So that a row of ten is passed with one press. The stop is the part that had the keyboard last;
at first the one that is on, else the first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QAbstractButton

_TAB = Qt.FocusPolicy.StrongFocus
_ARROWS = Qt.FocusPolicy.ClickFocus
STEPS = {
    Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1,
    Qt.Key.Key_Home: 0, Qt.Key.Key_End: 0,
}  # fmt: skip
"""The keys that lead about in a row, and how far; 0: to an end of it."""
_SIDEWAYS = {Qt.Key.Key_Left, Qt.Key.Key_Right}


def stop_at(stop: QAbstractButton, row: Sequence[QAbstractButton]) -> None:
    """Let Tab lead to this part of the row and to no other."""
    for each in row:
        wanted = _TAB if each is stop else _ARROWS
        if each.focusPolicy() != wanted:
            each.setFocusPolicy(wanted)


def settle(row: Sequence[QAbstractButton]) -> None:
    """Let the row have exactly one stop, after parts came, went or can be used no more."""
    usable = [each for each in row if each.isEnabled()]
    stops = [each for each in usable if each.focusPolicy() == _TAB]
    if usable and len(stops) != 1:
        held = next((each for each in usable if each.hasFocus()), None)
        on = next((each for each in usable if each.isChecked()), usable[0])
        stop_at(held or on, row)


def go(key: int, here: QAbstractButton, row: Sequence[QAbstractButton]) -> bool:
    """Give the keyboard to where one of :data:`STEPS` leads; False: there is no other part."""
    usable = [each for each in row if each.isEnabled()]
    if here not in usable or len(usable) == 1:
        return False
    step = STEPS[Qt.Key(key)]
    if key in _SIDEWAYS and here.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        step = -step
    if step:
        target = usable[(usable.index(here) + step) % len(usable)]
    else:
        target = usable[0 if key == Qt.Key.Key_Home else -1]
    target.setFocus(Qt.FocusReason.TabFocusReason)
    return True
