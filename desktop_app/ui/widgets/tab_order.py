"""The way that Tab goes, where parts were made anew: those would come last."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtWidgets import QWidget


def go_along(*stops: QWidget) -> None:
    """Let Tab go from each of these to the next, as the eye does."""
    for first, second in pairwise(stops):
        QWidget.setTabOrder(first, second)
