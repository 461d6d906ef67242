"""Pages are made without a window of their own: one that is shown for a moment takes the keyboard.

A stacked layout that is filled before it has a parent shows its first part as a window.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.pages import PAGES

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge


class Watch(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        shows = event.type() == QEvent.Type.Show
        if shows and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("name", PAGES)
def test_no_window_is_shown(name: str, qtbot: QtBot, look: Look, bridge: HandBridge) -> None:
    make = getattr(import_module(f"desktop_app.ui.pages.{name}"), PAGES[name])
    watch, app = Watch(), QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    try:
        page = make(look, bridge)
    finally:
        app.removeEventFilter(watch)
    qtbot.addWidget(page)
    assert watch.shown == []
