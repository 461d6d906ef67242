"""How a part of the window comes by a style sheet for another size of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance


class Dress(QObject):
    """Gives the sheet that is in force to one part, and lives as long as that.

    A ``patient`` part has it when it is seen: it calls :meth:`put_on` when it is shown. A part has
    no sheet of its own while the app's says the same.
    """

    def __init__(
        self,
        part: QWidget,
        sheet: Callable[[], str],
        changed: SignalInstance,
        *,
        patient: bool = False,
    ) -> None:
        super().__init__(part)
        self._part, self._sheet, self._patient = part, sheet, patient
        changed.connect(self._changed)
        if not patient:
            self.put_on()

    def put_on(self) -> None:
        """Look as all else does now."""
        app, sheet = QApplication.instance(), self._sheet()
        common = isinstance(app, QApplication) and app.styleSheet() == sheet
        wanted = "" if common else sheet
        if self._part.styleSheet() != wanted:
            self._part.setStyleSheet(wanted)

    def _changed(self) -> None:
        if self._part.isVisible() or not self._patient:
            self.put_on()
