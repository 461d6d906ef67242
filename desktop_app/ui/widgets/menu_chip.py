"""A pill that offers a menu of values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu

from desktop_app.ui.look.words import number, tr
from desktop_app.ui.widgets.chips import Chip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from desktop_app.ui.look.theme import Look

T = TypeVar("T")


class MenuChip(Chip, Generic[T]):
    """A chip that offers a menu; it is on while something other than the first is chosen."""

    chosen = Signal(object)

    def __init__(self, look: Look, text: str, options: Sequence[tuple[T, str]]) -> None:
        super().__init__(look, text, menu=True)
        self._name = text
        self._value: T | None = None
        self._options: tuple[tuple[T, str], ...] = ()
        self._offered: tuple[tuple[T, str], ...] = ()
        self._numbers: tuple[int, ...] = ()
        self._on = False
        self.setCheckable(False)  # a screen reader is to call it a button, not a box to tick
        self.clicked.connect(self._open)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[T, str]], numbers: Sequence[int] = ()) -> None:
        """Offer these values; the first stands for "no matter".

        ``numbers``: how many there are of each but the first, told in the menu.
        """
        self._options, self._numbers = tuple(options), tuple(numbers)
        self.set_value(self._value if self._value is not None else self._options[0][0])

    def options(self) -> tuple[tuple[T, str], ...]:
        """Return what is offered."""
        return self._options

    def value(self) -> T | None:
        """Return what is chosen."""
        return self._value

    def set_value(self, value: T) -> None:
        """Choose without telling anybody."""
        self._value = value
        first = self._options[0][0] == value
        words = next((text for each, text in self._options if each == value), self._name)
        self.setText(self._name if first else words)
        self.setAccessibleName(tr("{what}: {value}", what=self._name, value=words))
        self._on = not first
        self.updateGeometry()
        self.update()

    def isChecked(self) -> bool:
        """Tell whether something other than the first is chosen."""
        return self._on

    def _open(self) -> None:
        menu = QMenu(self)
        numbers = ("", *map(number, self._numbers))
        for at, (value, text) in enumerate(self._options):
            said = text.replace("&", "&&")
            count = numbers[at] if at < len(numbers) else ""
            action = menu.addAction(f"{said}\t{count}" if count else said)
            action.setCheckable(True)
            action.setChecked(value == self._value)
            action.setData(at)
        self._offered = self._options
        menu.triggered.connect(self._picked)
        menu.aboutToHide.connect(menu.deleteLater)
        self.set_value(self._options[0][0] if self._value is None else self._value)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _picked(self, action: QAction) -> None:
        """Choose what the menu offered; meanwhile there may be other values, in another order."""
        value = self._offered[action.data()][0]
        self.set_value(value)
        self.chosen.emit(value)
