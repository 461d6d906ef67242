"""What every test of the screen needs: a look, a hand-driven bridge, a core that takes notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale

from desktop_app.base.settings import Settings, Theme
from desktop_app.ui.look.theme import Look
from tests.support.hand import HandBridge, HandCore

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    """The light look at the usual size, English words; the application is left as it was."""
    font, locale = qapp.font(), QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    look = Look(qapp, Settings(theme=Theme.LIGHT))
    yield look
    look.deleteLater()
    # Nothing else lets Qt delete in a test; each sheet is applied to every widget that lives.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
    qapp.setFont(font)
    QLocale.setDefault(locale)


@pytest.fixture
def core() -> HandCore:
    """Services that note what is asked of them."""
    return HandCore()


@pytest.fixture
def bridge(qapp: QApplication, core: HandCore) -> Iterator[HandBridge]:
    """A crossing over :func:`core` that runs nothing by itself."""
    bridge = HandBridge(core)
    yield bridge
    bridge.close()
