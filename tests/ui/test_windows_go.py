"""A window that another took the place of is gone: nothing of it lives, and nothing of it acts."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from desktop_app.base.settings import Theme
from desktop_app.services.events import SettingsChanged
from desktop_app.ui.pages import PAGES, makers
from desktop_app.ui.windows.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge

ROUNDS = 3
ABOUT = {"preset": 2, "talk": 1, "feed": 1, "speaker": "Bob S.", "series": "steps", "search": "joe"}


def build_and_drop(look: Look, bridge: HandBridge) -> list[weakref.ref[QWidget]]:
    """Show every page in a window, let Qt delete that, and return what it consisted of."""
    window = MainWindow(look, bridge, makers())
    window.show()
    for name in PAGES:
        window.open(name, ABOUT.get(name))
    parts = [weakref.ref(each) for each in (window, *window.findChildren(QWidget))]
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    bridge.waiting.clear()
    return parts


def test_nothing_of_an_old_window_lives_or_acts(look: Look, bridge: HandBridge) -> None:
    parts: list[weakref.ref[QWidget]] = []
    for step in range(1, ROUNDS + 1):
        parts += build_and_drop(look, bridge)
        theme = Theme.DARK if step % 2 else Theme.LIGHT
        look.follow(replace(look.settings, theme=theme, text_percent=100 + 10 * step))
        bridge.tell(SettingsChanged(look.settings))
        QCoreApplication.processEvents()
    assert len(parts) > 1000
    gc.collect()
    alive = [each for each in (part() for part in parts) if each is not None]
    assert [type(each).__name__ for each in alive] == []
