"""The keys of the window that hold whatever has the keyboard, and what each does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop_app.ui.models.sidebar import PAGES
from desktop_app.ui.windows.shortcuts import add_shortcut
from desktop_app.ui.windows.undoing import take_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.ui.windows.main_window import MainWindow

    Bound = tuple[tuple[str, Callable[[], None]], ...]


def everywhere(window: MainWindow) -> Bound:
    """Return the keys that mean the same in the mini player."""
    return (
        ("Ctrl++", lambda: window.resize_text(1)),
        ("Ctrl+=", lambda: window.resize_text(1)),
        ("Ctrl+-", lambda: window.resize_text(-1)),
        ("Ctrl+0", lambda: window.resize_text(0)),
        ("Ctrl+Q", window.leave_wanted.emit),
    )


def add_keys(window: MainWindow) -> None:
    """Let the window act on all of them."""
    bound: Bound = (
        *((f"Ctrl+{at}", partial(window.open, name)) for at, name in enumerate(PAGES, 1)),
        ("Alt+Left", window.back),
        ("Ctrl+F", window.search),
        ("Ctrl+N", partial(window.open, "add")),
        ("Ctrl+,", partial(window.open, "settings")),
        ("F5", window.refresh),
        ("Ctrl+R", window.refresh),
        ("Ctrl+M", window.mini_wanted.emit),
        ("Ctrl+Z", lambda: take_back(window)),
        ("F1", window.show_keys),
        *everywhere(window),
    )
    for keys, do in bound:
        add_shortcut(window, keys, do)
