"""What somebody changed and did not save, on any page, before the window goes for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.ui.windows.main_window import MainWindow


def asks(window: MainWindow, go: Callable[[], None]) -> bool:
    """Let a page that would lose something ask, seen; ``go`` goes on. False: none would."""
    if window.asks(go):
        return True
    for name, page in window.pages.items():
        subject = page.unsaved
        if subject is not None and page is not window.page:
            window.open(name, subject)
            return window.asks(go)
    return False
