"""When the ring that shows where the keyboard is, is seen: not after the mouse brought it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_BY_MOUSE = "focus_by_mouse"
_BY_KEYS = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}


def came(widget: QWidget, reason: Qt.FocusReason) -> None:
    """Remember what brought the keyboard; menus and other windows, which give it back, do not."""
    if reason is Qt.FocusReason.MouseFocusReason:
        widget.setProperty(_BY_MOUSE, True)  # noqa: FBT003 - Qt's
    elif reason in _BY_KEYS:
        widget.setProperty(_BY_MOUSE, False)  # noqa: FBT003 - Qt's


def pressed(widget: QWidget) -> None:
    """A key was pressed here, so from now on it is of interest where the next one goes."""
    if widget.property(_BY_MOUSE):
        widget.setProperty(_BY_MOUSE, False)  # noqa: FBT003 - Qt's
        widget.update()


def seen(widget: QWidget) -> bool:
    """Tell whether this has the keyboard, and by keys."""
    return widget.hasFocus() and not widget.property(_BY_MOUSE)
