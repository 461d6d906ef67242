"""A bug of ours, told once in a dialog and always in the log."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from PySide6.QtWidgets import QWidget

    from desktop_app.base.paths import Home

_log = logging.getLogger(__name__)


class Mishap:
    """Takes the place of ``sys.excepthook``; ``window`` gives the window to say it in."""

    def __init__(self, home: Home, window: Callable[[], QWidget]) -> None:
        self._home, self._window = home, window
        self._told = False

    def report(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Write it into the log; say it, if it is the first one."""
        _log.error("a bug", exc_info=(kind, error, trace or error.__traceback__))
        if self._told:
            return
        self._told = True
        box = QMessageBox(self._window())
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(tr("Something went wrong inside Hearthside. Your library is safe."))
        box.setInformativeText(
            tr("What happened is written in {place}.", place=str(self._home.logs))
        )
        box.open()
