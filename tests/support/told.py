"""What a screen reader is told of a widget and of all that is in it, without any bus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAccessibleInterface

ROWS = {QAccessible.Role.ListItem, QAccessible.Role.Cell}


@dataclass(frozen=True, slots=True)
class Told:
    """One thing as it is told; ``widget`` is None for a row, ``within``: the thing around it."""

    role: QAccessible.Role
    name: str
    description: str
    focusable: bool
    widget: QWidget | None
    within: QWidget | None


def told(widget: QWidget) -> list[Told]:
    """Return all that is in sight in a widget; rows count though they must be scrolled to."""
    return list(_below(QAccessible.queryAccessibleInterface(widget), widget))


def one(widget: QWidget) -> Told:
    """Return how a widget itself is told."""
    return _read(QAccessible.queryAccessibleInterface(widget), None)


def _below(interface: QAccessibleInterface, around: QWidget | None) -> Iterator[Told]:
    for number in range(interface.childCount()):
        child = cast("QAccessibleInterface | None", interface.child(number))
        if child is None or not child.isValid():
            continue
        if child.state().invisible and child.role() not in ROWS:
            continue
        read = _read(child, around)
        yield read
        yield from _below(child, read.widget or around)


def _read(interface: QAccessibleInterface, around: QWidget | None) -> Told:
    widget = interface.object()
    return Told(
        interface.role(),
        interface.text(QAccessible.Text.Name),
        interface.text(QAccessible.Text.Description),
        bool(interface.state().focusable),
        widget if isinstance(widget, QWidget) else None,
        around,
    )
