"""Of a window that was closed, or made anew in another language, nothing is left in memory."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.base import settings
from desktop_app.base.settings import Settings
from tests.e2e.test_window import PATIENCE, answer
from tests.support.real_house import real_house

if TYPE_CHECKING:
    import pytest
    from PySide6.QtCore import QObject
    from pytestqt.qtbot import QtBot

    from desktop_app.base.paths import Home
    from desktop_app.house import House

Parts = list["weakref.ref[QObject]"]


def parts(house: House) -> Parts:
    """Return what the window consists of, and what stands behind it."""
    behind = (house, house.bridge, house.look, house.sight)
    return [weakref.ref(each) for each in (*behind, *house.window.findChildren(QWidget))]


def alive(parts: Parts) -> list[str]:
    """Return the kinds of what lives, and not only because an answer was still on its way to it
    when what stays was set apart from what is collected."""
    gc.unfreeze()
    gc.collect()
    return [type(each).__name__ for each in (part() for part in parts) if each is not None]


def use(home: Home, qtbot: QtBot, language: str = "") -> tuple[Parts, Parts]:
    """Open the window and look at some pages; return its parts, and those that were replaced."""
    with real_house(home) as house:
        answer(house, qtbot, lambda core: core.browsing.counts())
        for page in ("speakers", "downloads", "settings"):
            house.window.open(page)
        replaced: Parts = []
        if language:
            before = house.window
            replaced = parts(house)[2:]
            answer(house, qtbot, lambda core: core.settings.change(language=language))
            qtbot.waitUntil(lambda: house.window is not before, timeout=PATIENCE)
            del before
            QApplication.processEvents()
            qtbot.waitUntil(lambda: alive(replaced) == [], timeout=PATIENCE)
        return parts(house), replaced


def test_a_closed_window_is_gone(home: Home, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEARTHSIDE_AUDIO", "null")
    settings.save(home.settings, Settings(welcomed=True, language="en"))
    there = len(QApplication.allWidgets())
    closed, _ = use(home, qtbot)
    assert len(closed) > 100
    assert alive(closed) == []
    assert len(QApplication.allWidgets()) == there


def test_a_window_in_another_language_is_gone(
    home: Home, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEARTHSIDE_AUDIO", "null")
    settings.save(home.settings, Settings(welcomed=True, language="es"))
    closed, replaced = use(home, qtbot, "en")
    assert len(replaced) > 100
    assert alive(closed) == []
