"""What the Settings page is built of: groups, rows, and two kinds of controls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.base import matching
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.chips import Chips
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop_app.ui.look.theme import Look

T = TypeVar("T")
_LABELS = 300
_STACK_BELOW = 620
_ANY = 16_777_215


class Choice(Chips[T]):
    """Chips of which one is on; none, when something is in force that is not offered."""

    def __init__(self, look: Look, name: str, options: Sequence[tuple[T, str]]) -> None:
        super().__init__(look, options, name=name)


class Steps(QWidget):
    """A percentage with a button on either side and the way back to 100."""

    chosen = Signal(int)

    def __init__(self, look: Look, name: str, limits: tuple[int, int], step: int) -> None:
        super().__init__()
        self._limits, self._step, self._value = limits, step, 100
        self.less = Button(look, "", icon=Icon.MINUS, name=tr("Smaller"), height=36)
        self.more = Button(look, "", icon=Icon.PLUS, name=tr("Larger"), height=36)
        self.usual = Button(look, tr("Usual size"), Kind.LINK)
        self.shown = Text(look, "", Role.STRONG)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.less, self.shown, self.more, self.usual):
            row.addWidget(widget)
        row.addStretch(1)
        self.less.clicked.connect(lambda _on: self._ask(self._value - self._step))
        self.more.clicked.connect(lambda _on: self._ask(self._value + self._step))
        self.usual.clicked.connect(lambda _on: self._ask(100))

    def set_value(self, value: int) -> None:
        """Show this value, without telling anybody."""
        self._value = value
        low, high = self._limits
        self.shown.setText(tr("{n} %", n=value))
        self.less.setEnabled(value > low)
        self.more.setEnabled(value < high)
        self.usual.setVisible(value != 100)

    def _ask(self, value: int) -> None:
        low, high = self._limits
        self.chosen.emit(max(low, min(high, value)))


def _expands(control: QWidget) -> bool:
    return control.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Expanding


def _at_start(control: QWidget) -> QHBoxLayout:
    """Return the control at the start of its place; some fill it, chips to wrap in it."""
    start, fills = QHBoxLayout(), isinstance(control, Chips) or _expands(control)
    start.addWidget(control, 1 if fills else 0)
    start.addStretch(0 if fills else 1)
    return start


@dataclass(slots=True)
class _Row:
    """A row of a group; ``on``: it is there at all; ``found``: it is what is looked for."""

    layout: QBoxLayout
    labels: QWidget
    title: Text
    hint: Text
    control: QWidget
    also: str
    on: bool = True
    found: bool = True

    def words(self) -> str:
        """Return all that the row says, and what else it may be looked for with."""
        offered = [button.text() for button in self.control.findChildren(QAbstractButton)]
        if isinstance(self.control, QAbstractButton):
            offered.append(self.control.text())
        said = (self.title.text(), self.hint.text(), self.also, *offered)
        whole = " ".join(said)
        return " ".join((*matching.words(whole), *matching.words(whole.replace("-", ""))))

    def show(self) -> None:
        """Be seen if there is a reason to."""
        self.labels.setVisible(self.on and self.found)
        self.control.setVisible(self.on and self.found)


class Group(Card):
    """A card of rows: words at the left, a control beside them, below when it is narrow.

    A control that expands may become high; the words stay beside its first line.
    """

    def __init__(self, look: Look) -> None:
        super().__init__(look, spacing=18)
        self._rows: list[_Row] = []
        self._high: list[QVBoxLayout] = []
        look.changed.connect(self._arrange)

    def add_row(self, title: str, hint: str, control: QWidget, also: str = "") -> Text:
        """Put a row at the end; return the label of its hint.

        ``also``: other words that a person may look for it with.
        """
        labels = QWidget()
        column = QVBoxLayout(labels)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        small = Text(self._look, hint, Role.ROW, Tone.SOFT, wrap=True)
        heading = Text(self._look, title, Role.STRONG, wrap=True)
        column.addWidget(heading)
        column.addWidget(small)
        small.setVisible(bool(hint))  # not before it has a parent, or it is a window for a moment
        if _expands(control):
            column.addStretch(1)
            self._high.append(column)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.addWidget(labels)
        row.addLayout(_at_start(control), 1)
        self.body.addLayout(row)
        self._rows.append(_Row(row, labels, heading, small, control, also))
        self._arrange()
        return small

    def name_row(self, control: QWidget, title: str) -> None:
        """Give the row of a control another title."""
        self._of(control).title.setText(title)

    def show_row(self, control: QWidget, *, on: bool) -> None:
        """Show the row of a control, or leave it out."""
        row = self._of(control)
        row.on = on
        row.show()

    def show_only(self, wanted: Sequence[str], about: str = "") -> bool:
        """Show the rows that have all these words, and no others; return whether there are any.

        ``about``: what all of them are about.
        """
        theme = " ".join(matching.words(about))
        for row in self._rows:
            row.found = matching.fits(wanted, f"{theme} {row.words()}")
            row.show()
        return any(row.found and row.on for row in self._rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width there is."""
        super().resizeEvent(event)
        self._arrange()

    def _of(self, control: QWidget) -> _Row:
        return next(row for row in self._rows if row.control is control)

    def _arrange(self) -> None:
        px, way = self._look.px, QBoxLayout.Direction
        wide = self.width() >= px(_STACK_BELOW)
        for column in self._high:
            column.setContentsMargins(0, px(7) if wide else 0, 0, 0)
        for row in self._rows:
            row.layout.setDirection(way.LeftToRight if wide else way.TopToBottom)
            row.layout.setSpacing(px(24 if wide else 8))
            row.labels.setMinimumWidth(px(_LABELS) if wide else 0)
            row.labels.setMaximumWidth(px(_LABELS) if wide else _ANY)
