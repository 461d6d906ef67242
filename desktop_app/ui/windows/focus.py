"""Where the keyboard goes when another page comes into sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt

from desktop_app.ui.widgets.page import BodyScroll

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListView, QWidget

    from desktop_app.ui.widgets.page import Page


def give_focus(page: Page, held: QWidget | None) -> None:
    """Give the page the keyboard: to ``held`` if that can take it, or to no control at all.

    So that Space, after a page was opened, presses no button that the person did not choose.
    """
    ground = page.findChild(BodyScroll, options=Qt.FindChildOption.FindDirectChildrenOnly)
    usable = held is not None and held.isEnabled() and held.isVisibleTo(page)
    target = held if usable else ground
    page.setAccessibleName(page.title.text())
    (target or page).setFocus(Qt.FocusReason.OtherFocusReason)


def follow_selection(*lists: QListView) -> None:
    """Put each list's ring where its mark is, so that no two rows look chosen."""
    for each in lists:
        row = next(iter(each.selectedIndexes()), QModelIndex())
        each.selectionModel().setCurrentIndex(row, QItemSelectionModel.SelectionFlag.NoUpdate)
