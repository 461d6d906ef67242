"""Where the keyboard goes when another page comes into sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication

from desktop_app.ui.widgets.page import BodyScroll
from desktop_app.ui.widgets.tab_order import go_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QListView, QWidget

    from desktop_app.ui.widgets.page import Page


def give_focus(page: Page, held: QWidget | None) -> None:
    """Give the page the keyboard: to ``held`` if that can take it, or to no control at all.

    So that Space, after a page was opened, presses no button that the person did not choose.
    """
    ground = page.findChild(BodyScroll, options=Qt.FindChildOption.FindDirectChildrenOnly)
    usable = held is not None and held.isEnabled() and held.isVisibleTo(page)
    target = held if usable else ground
    (target or page).setFocus(Qt.FocusReason.OtherFocusReason)


def enter(before: QWidget, page: Page | None, after: Sequence[QWidget], *, forward: bool) -> bool:
    """Put what Tab meets in its order, and go where that alone would lead astray.

    From a page that was just opened Tab leads to its first stop, backwards to the last of what
    stands ``before`` it. From a part of the page that goes, Qt asks for the next: it is the
    nearest on the page, or no control at all. Tell whether that was done.
    """
    places = go_on(before, *(() if page is None else (page,)), *after)
    held = QApplication.focusWidget()
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    if held is None or held.focusPolicy() == Qt.FocusPolicy.NoFocus:
        way = [stop for place in (places[1:] if forward else places[:1]) for stop in place]
        stops = [stop for stop in way if _usable(stop)]
        if stops:
            stops[0 if forward else -1].setFocus(reason)
        return bool(stops)
    goes = page is not None and page.isVisible() and not held.isVisible()
    if page is None or not goes or held not in places[1]:
        return False  # of a page that goes as a whole it is remembered where the keyboard was
    at = places[1].index(held)
    near = (*places[1][at:], *reversed(places[1][:at]))
    stop = next((each for each in near if _usable(each)), None)
    if stop is None:
        give_focus(page, None)
    else:
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
    return True


def _usable(stop: QWidget) -> bool:
    tab = stop.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(tab) and stop.isVisible() and stop.isEnabled()


class InSight(QObject):
    """Scrolls pages so that all of what has the keyboard is seen, however the keyboard came there.

    Qt sees to it for Tab alone, and of a field of many lines it shows the line with the cursor.
    Under the pointer nothing moves.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, held: QWidget | None) -> None:
        pressed = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if held is not None and not pressed and self._window.isAncestorOf(held):
            show_all(held)


def show_all(held: QWidget) -> None:
    """Scroll what scrolls around a widget so that all of it is seen, of a list its current row."""
    rect, painted = held.rect(), held
    if isinstance(held, QAbstractItemView):
        row = held.visualRect(held.currentIndex())
        rect, painted = row if row.isValid() else rect, held.viewport()
    area = held.parentWidget()
    while area is not None and not isinstance(area, BodyScroll):
        area = area.parentWidget()
    inner = area.widget() if area is not None else None
    if area is None or inner is None or not inner.isAncestorOf(held):
        return
    room = area.viewport().size()
    at = painted.mapTo(inner, rect.topLeft())
    wide, high = min(rect.width(), room.width()), min(rect.height(), room.height())
    area.ensureVisible(at.x() + wide // 2, at.y() + high // 2, wide // 2, (high + 1) // 2)


def follow_selection(*lists: QListView) -> None:
    """Put each list's ring where its mark is, so that no two rows look chosen."""
    for each in lists:
        row = next(iter(each.selectedIndexes()), QModelIndex())
        each.selectionModel().setCurrentIndex(row, QItemSelectionModel.SelectionFlag.NoUpdate)
