"""The way that Tab goes, where parts were made anew: those would come last."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def go_along(*stops: QWidget) -> None:
    """Let Tab go from each of these to the next, as the eye does."""
    for first, second in pairwise(stops):
        QWidget.setTabOrder(first, second)


def go_in(place: QWidget, *stops: QWidget) -> None:
    """Let Tab come to parts of ``place`` that were made anew where ``place`` itself stands."""
    before = place.previousInFocusChain()
    while before is not None and before is not place:
        if before.focusPolicy() != Qt.FocusPolicy.NoFocus and not place.isAncestorOf(before):
            go_along(before, *stops)
            return
        before = before.previousInFocusChain()
