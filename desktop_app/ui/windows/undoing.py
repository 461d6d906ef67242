"""Ctrl+Z: what a line on the screen offers to take back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def take_back(window: QWidget) -> None:
    """Press the undo that is shown; of several that which came last."""
    lines = [each for each in window.findChildren(Notice) if each.undo and each.isVisible()]
    if lines:
        max(lines, key=lambda each: each.undo).press()
