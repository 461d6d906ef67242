"""The two menus of the player bar: how fast, and for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop_app.services.events import NowPlaying

RATES = (0.5, 0.8, 1.0, 1.1, 1.2, 1.3, 1.5, 1.75, 2.0, 2.5, 3.0)
SLEEPS = (5, 10, 15, 20, 30, 45, 60, 90)
MORE_TIME = 10


def rate_menu(parent: QWidget, rate: float, choose: Callable[[float], None]) -> QMenu:
    """Return the menu of speeds; it deletes itself when it closes."""
    menu = _menu(parent)
    for value in RATES:
        action = menu.addAction(words.rate(value))
        action.setCheckable(True)
        action.setChecked(abs(rate - value) < 0.01)
        action.triggered.connect(lambda _on, value=value: choose(value))
    return menu


def sleep_menu(
    parent: QWidget, now: NowPlaying | None, monotonic: float, choose: Callable[[int | None], None]
) -> QMenu:
    """Return the menu of the sleep timer, with more time while it runs."""
    menu = _menu(parent)
    for text, minutes, on in sleep_choices(now, monotonic):
        action = menu.addAction(text)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda _on, minutes=minutes: choose(minutes))
    return menu


def sleep_choices(now: NowPlaying | None, monotonic: float) -> list[tuple[str, int | None, bool]]:
    """Return each choice's words, its minutes (None: no timer) and whether it is in force."""
    chosen = now.sleep_minutes if now is not None else None
    more: list[tuple[str, int | None, bool]] = []
    if now is not None and now.sleep_at is not None:
        left = max(0.0, now.sleep_at - monotonic)
        more = [(tr("{n} minutes more", n=MORE_TIME), round(left / 60) + MORE_TIME, False)]
    return [
        *more,
        (tr("No sleep timer"), None, chosen is None),
        *((tr("{n} minutes", n=each), each, chosen == each) for each in SLEEPS),
    ]


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu
