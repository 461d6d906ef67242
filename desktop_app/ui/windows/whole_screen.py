"""A page that fills the screen, with everything else gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt
from shiboken6 import isValid

from desktop_app.ui.windows.focus import give_focus
from desktop_app.ui.windows.shortcuts import add_shortcut

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.windows.main_window import MainWindow


@runtime_checkable
class Filling(Protocol):
    """A page that may fill the screen."""

    def may_fill(self, fill: Callable[[bool], None]) -> None:
        """Learn how to fill the screen, and how to leave it."""

    def filled(self, *, on: bool) -> None:
        """Learn that it fills the screen, or does so no more."""

    def toggle_fill(self) -> None:
        """Fill the screen or leave it, if there is something to be shown so."""


class WholeScreen(QObject):
    """Takes everything but the page away, and gives it back as it was.

    The window keeps its size and whether it was maximised: the desktop remembers both. Whatever
    ends it (the page is left, the window hides, the desktop itself) leaves nothing behind.
    """

    def __init__(self, frame: QWidget, window: MainWindow) -> None:
        super().__init__(window)
        self._frame, self._window = frame, window
        self._page: Filling | None = None
        self._gone: tuple[QWidget, ...] = ()
        self._held: QWidget | None = None
        window.page_shown.connect(lambda _name, _argument: self._turn())
        add_shortcut(window, "F11", self._asked)
        frame.installEventFilter(self)

    @property
    def on(self) -> bool:
        """Whether a page fills the screen."""
        return self._page is not None

    def fill(self, on: bool) -> None:
        """Let the page in sight fill the screen, or show the window as it was."""
        page = self._window.page
        if not on:
            self._leave()
        elif self._page is None and page is not None and isinstance(page, Filling):
            self._page = page
            around = (self._window.sidebar, self._window.player)
            self._gone = tuple(part for part in around if not part.isHidden())
            self._held = self._window.focusWidget()
            for part in self._gone:
                part.hide()
            give_focus(page, self._held)
            self._frame.setWindowState(self._frame.windowState() | Qt.WindowState.WindowFullScreen)
            page.filled(on=True)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Give all back when the window goes, or the desktop takes the screen back."""
        taken = event.type() == QEvent.Type.WindowStateChange and not self._frame.isFullScreen()
        hidden = event.type() == QEvent.Type.Hide and not event.spontaneous()
        if self._page is not None and (taken or hidden):
            self._leave()
        return False

    def _asked(self) -> None:
        page = self._window.page
        if isinstance(page, Filling):
            page.toggle_fill()

    def _turn(self) -> None:
        page = self._window.page
        if not (isinstance(page, Filling) and page is self._page):
            self._leave()
        if isinstance(page, Filling):
            page.may_fill(self.fill)

    def _leave(self) -> None:
        page, self._page = self._page, None
        if page is None:
            return
        for part in self._gone:
            part.show()
        self._gone = ()
        self._frame.setWindowState(self._frame.windowState() & ~Qt.WindowState.WindowFullScreen)
        page.filled(on=False)
        held, self._held = self._held, None
        if held is not None and isValid(held) and held.isVisible():
            held.setFocus(Qt.FocusReason.OtherFocusReason)
