"""What a screen reader hears besides the names of things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QTableView, QToolButton

from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QItemSelection
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QListView, QWidget

_Event = QAccessible.Event


def say(widget: QWidget, text: str) -> None:
    """Have a screen reader say what happened where the person does not look just now; "": nothing.

    To be used sparingly: for what a sighted person would notice out of the corner of an eye.
    """
    if text:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def name_by_text(button: QAbstractButton) -> None:
    """Name a button by its words where Qt would leave out an ampersand, as the mark of a key."""
    if "&" in button.text() and not button.accessibleName():
        button.setAccessibleName(button.text())


def name_clearing(field: QLineEdit) -> None:
    """Give a field the button that empties it, and that button a name, which Qt's has not."""
    field.setClearButtonEnabled(True)
    for button in field.findChildren(QToolButton):
        button.setAccessibleName(tr("Empty the field"))


def tell_focus(widget: QWidget) -> None:
    """Tell once more where the keyboard is, when that has got another name."""
    QAccessible.updateAccessibility(QAccessibleEvent(widget, _Event.Focus))


def tell_row(view: QAbstractItemView, row: int, what: QAccessible.Event = _Event.Focus) -> None:
    """Tell what happened to a row of a list of one column, or to another child of a view."""
    if QAccessible.isActive() and row >= 0:
        event = QAccessibleEvent(view, what)
        event.setChild(row)
        QAccessible.updateAccessibility(event)


def tell_place(view: QAbstractItemView) -> None:
    """Tell which row or cell the keyboard is on after it came to a view: Qt names that alone."""
    if QAccessible.isActive():
        QTimer.singleShot(0, view, lambda: tell_row(view, _child(view) if view.hasFocus() else -1))


def tell_chosen(view: QListView, selected: QItemSelection, deselected: QItemSelection) -> None:
    """Tell which rows are chosen now, and which no more."""
    if QAccessible.isActive():
        for index in deselected.indexes():
            tell_row(view, index.row(), _Event.SelectionRemove)
        for index in selected.indexes():
            tell_row(view, index.row(), _Event.SelectionAdd)


def _child(view: QAbstractItemView) -> int:
    """Return as which child a reader knows the current row or cell; -1: there is none.

    Among the children of a table are the heads of its columns and rows, seen or not.
    """
    here = view.currentIndex()
    if not here.isValid() or not isinstance(view, QTableView):
        return here.row()
    return (here.row() + 1) * (here.model().columnCount() + 1) + here.column() + 1
