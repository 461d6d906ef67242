"""How a part of the window follows the look, and no longer than it lives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance


class Fitting(QObject):
    """Does something for a part at once and whenever the look changes, and ends with the part."""

    def __init__(self, part: QWidget, do: Callable[[], None], changed: SignalInstance) -> None:
        super().__init__(part)
        self._do = do
        changed.connect(self._changed)
        do()

    def _changed(self) -> None:
        self._do()


_EMPTY = " "
"""A sheet that says nothing, yet is one: where a part's first sheet comes, or its last one goes, Qt
gives all that lies in it the fonts back that it had at first."""


class Dress(QObject):
    """Gives the sheet that is in force to one part, and lives as long as that.

    A ``patient`` part has it when it is seen: it calls :meth:`put_on` when it is shown. A part's
    own sheet is empty while the app's says the same.
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
        self.put_on()

    def put_on(self) -> None:
        """Look as all else does now."""
        app, sheet = QApplication.instance(), self._sheet()
        common = isinstance(app, QApplication) and app.styleSheet() == sheet
        wanted = _EMPTY if common else sheet
        if self._part.styleSheet() != wanted:
            self._part.setStyleSheet(wanted)

    def _changed(self) -> None:
        if self._part.isVisible() or not self._patient:
            self.put_on()
