"""The way that Tab goes, where parts were made anew: those would come last."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def go_along(*stops: QWidget) -> None:
    """Let Tab go from each of these to the next, as the eye does."""
    for first, second in pairwise(stops):
        QWidget.setTabOrder(first, second)


def go_on(*places: QWidget) -> tuple[list[QWidget], ...]:
    """Let Tab go through everything in the first of these, then in the next, and so on.

    Within each the order stays, that of hidden parts too. Parts that were made later than others
    would come last. Return what can take the keyboard, place by place.
    """
    found: dict[QWidget, list[QWidget]] = {place: [] for place in places}
    first = places[0].window()
    each = first.nextInFocusChain()
    while each is not None and each is not first:
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus:
            for place in places:
                if place.isAncestorOf(each):
                    found[place].append(each)
        each = each.nextInFocusChain()
    go_along(*(stop for stops in found.values() for stop in stops))
    return tuple(found.values())


def go_in(place: QWidget, *stops: QWidget) -> None:
    """Let Tab come to parts of ``place`` that were made anew where ``place`` itself stands."""
    before = place.previousInFocusChain()
    while before is not None and before is not place:
        if before.focusPolicy() != Qt.FocusPolicy.NoFocus and not place.isAncestorOf(before):
            go_along(before, *stops)
            return
        before = before.previousInFocusChain()
