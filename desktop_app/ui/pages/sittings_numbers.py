"""What the log adds up to: a few numbers side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look


class Numbers(Card):
    """A row of values, each above what it is of; it wraps, and is hidden when it is empty."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, padding=14)
        self._numbers: tuple[tuple[str, str], ...] = ()
        self.parts: list[QWidget] = []
        self._row = QWidget()
        self._flow = Flow(self._row)
        self.body.addWidget(self._row)
        look.changed.connect(self._space)
        self._space()
        self.hide()

    def set_numbers(self, numbers: tuple[tuple[str, str], ...]) -> None:
        """Show these: a value, and what it is of."""
        if numbers != self._numbers:
            self._numbers = numbers
            for part in self.parts:
                self._flow.removeWidget(part)
                part.hide()
                part.deleteLater()
            self.parts = [self._part(value, of) for value, of in numbers]
            for part in self.parts:
                self._flow.addWidget(part)
        self.setVisible(bool(numbers))

    def _part(self, value: str, of: str) -> QWidget:
        part = QWidget()
        part.setAccessibleName(f"{value} {of}")
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Text(self._look, value, Role.HEADLINE))
        column.addWidget(Text(self._look, of, Role.ROW, Tone.SOFT))
        return part

    def _space(self) -> None:
        self._flow.set_gap(self._look.px(30))
