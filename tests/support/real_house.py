"""The real window over the real services, and nothing left of it for the tests that follow."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desktop_app.base import settings
from desktop_app.house import House
from desktop_app.ui.windows.frame import Frame

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop_app.base.paths import Home


def as_it_is(_house: House) -> None:
    """Change nothing."""


@contextmanager
def real_house(home: Home, before: Callable[[House], None] = as_it_is) -> Iterator[House]:
    """Open the window on a home, and close it as a person would; ``before`` it opens: do this.

    A window that is no more, but not deleted, is dressed anew by every later test that changes
    the look, and each of them takes longer.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    frame = Frame(settings.load(home.settings))
    house = House(app, home, frame)
    before(house)
    house.open()
    try:
        yield house
    finally:
        house.close()
        frame.close()
        frame.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.unfreeze()
