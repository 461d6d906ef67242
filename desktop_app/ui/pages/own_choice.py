"""A choice among the usual values, or one of the person's own, given in a form below them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QLocale, Qt, QTime, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QDoubleSpinBox,
    QHBoxLayout,
    QSizePolicy,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.feed_fields import Buttons
from desktop_app.ui.pages.settings_rows import Choice
from desktop_app.ui.widgets import aloud
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.chips import Chip
from desktop_app.ui.widgets.number_field import NumberField
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QHideEvent, QKeyEvent

    from desktop_app.ui.look.theme import Look

T = TypeVar("T")
Window = tuple[int, int]
"""From, until: minutes after midnight."""
_OTHER = object()
_INSET = 11


class OwnForm(QWidget):
    """Fields for a value of one's own. Enter keeps it, Escape leaves everything as it was.

    Signals:
        given: the value.
        given_up: the person does not want to change anything.
    """

    given = Signal(object)
    given_up = Signal()

    def __init__(self, look: Look, *fields: tuple[str, QWidget]) -> None:
        super().__init__()
        self.keep = Button(look, tr("Keep"))
        self.cancel = Button(look, tr("Cancel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        pairs = (named(look, name, field) for name, field in fields)
        column.addWidget(Buttons(look, *pairs, self.keep, self.cancel))
        self.wrong = Text(look, "", Role.SMALL, Tone.BAD, wrap=True)
        column.addWidget(self.wrong)
        self.wrong.hide()
        self.keep.clicked.connect(lambda _on: self._give())
        self.cancel.clicked.connect(self.given_up)
        self.hide()

    def start(self, value: object) -> None:
        """Begin with this value, the keyboard in the first field."""
        raise NotImplementedError

    def value(self) -> object:
        """Return what the fields say."""
        raise NotImplementedError

    def fault(self) -> str:
        """Return what is wrong with the fields; "": nothing."""
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Enter, leave with Escape."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._give()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Say nothing of a mistake that was dropped."""
        super().hideEvent(event)
        self.wrong.hide()

    def _give(self) -> None:
        wrong = self.fault()
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))
        if wrong:
            aloud.say(self, wrong)
        else:
            self.given.emit(self.value())


class NumberForm(OwnForm):
    """One whole number."""

    def __init__(self, look: Look, name: str, field: NumberField) -> None:
        self.field = field
        super().__init__(look, (name, field))

    def start(self, value: object) -> None:
        """Begin with this number."""
        self.field.set_number(round(value) if isinstance(value, int | float) else 0)
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def value(self) -> object:
        """Return the number."""
        return self.field.number()

    def fault(self) -> str:
        """Return what is wrong with it."""
        return self.field.fault()


class TimesForm(OwnForm):
    """Two times of the day; the same twice is any time, which is None."""

    def __init__(self, look: Look) -> None:
        self.begin, self.end = QTimeEdit(), QTimeEdit()
        for field in (self.begin, self.end):
            field.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
        super().__init__(look, (tr("From"), self.begin), (tr("Until"), self.end))

    def start(self, value: object) -> None:
        """Begin with a :data:`Window`; with None, at the evening and the morning."""
        begin, end = value if isinstance(value, tuple) else (22 * 60, 7 * 60)
        self.begin.setTime(QTime(begin // 60, begin % 60))
        self.end.setTime(QTime(end // 60, end % 60))
        self.show()
        self.begin.setFocus()

    def value(self) -> Window | None:
        """Return the times."""
        begin, end = (each.time() for each in (self.begin, self.end))
        window = (begin.hour() * 60 + begin.minute(), end.hour() * 60 + end.minute())
        return None if window[0] == window[1] else window


class GigabytesForm(OwnForm):
    """An amount in gigabytes on the screen, in megabytes for everybody else."""

    def __init__(self, look: Look) -> None:
        self.field = QDoubleSpinBox()
        self.field.setRange(0.1, 100_000)
        self.field.setDecimals(1)
        self.field.setSuffix(" " + tr("GB"))
        super().__init__(look, (tr("At most"), self.field))

    def start(self, value: object) -> None:
        """Begin with so many megabytes; with none, at ten gigabytes."""
        self.field.setValue(value / 1000 if isinstance(value, int) and value else 10)
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def value(self) -> int:
        """Return the megabytes."""
        return round(self.field.value() * 1000)


class SecondsForm(NumberForm):
    """Some seconds, up to ``most``; minutes and seconds, "7:30", are understood."""

    def __init__(self, look: Look, name: str, most: int) -> None:
        super().__init__(look, name, NumberField(look, 0, most, clock=True))

    def value(self) -> float:
        """Return the seconds."""
        return float(self.field.number() or 0)


class OwnChoice(QWidget, Generic[T]):
    """Chips for the ``usual`` values and one that opens ``form``; ``say`` puts one in words.

    Signals:
        chosen: the value that is to be in force.
    """

    chosen = Signal(object)

    def __init__(
        self, look: Look, name: str, usual: Sequence[T], say: Callable[[T], str], form: OwnForm
    ) -> None:
        super().__init__()
        self._usual, self._say, self.form = tuple(usual), say, form
        self._value: T = self._usual[0]
        self._offered: tuple[tuple[object, str], ...] = ()
        self.chips: Choice[object] = Choice(look, name, ())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.chips)
        column.addWidget(form)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.chips.chosen.connect(self._clicked)
        form.given.connect(self._given)
        form.given_up.connect(self._leave)
        look.fit(self, lambda: column.setSpacing(look.px(8)))
        self.set_value(self._value)

    def value(self) -> T:
        """Return what is in force."""
        return self._value

    def set_value(self, value: T) -> None:
        """Show what is in force, be it a usual value or not, without telling anybody."""
        self._value = value
        shown = self._usual if value in self._usual else (*self._usual, value)
        offered = (*((each, self._say(each)) for each in shown), (_OTHER, tr("Other…")))
        focused = QApplication.focusWidget()
        if offered != self._offered:
            held = focused is not None and self.chips.isAncestorOf(focused)
            self._offered = offered
            self.chips.set_options(offered)
            if held:  # else the keyboard would go on to something else
                chip = self._chip(shown.index(value))
                chip.show()  # a layout shows what is new only later
                chip.setFocus()
        self.chips.set_value(value if self.form.isHidden() else _OTHER)

    def _clicked(self, value: T) -> None:
        if value is _OTHER:
            self.form.start(self._value)
        else:
            self.form.hide()
            self.chosen.emit(value)

    def _given(self, value: T) -> None:
        self._leave()
        self.chosen.emit(value)

    def _leave(self) -> None:
        self.form.hide()
        self.chips.set_value(self._value)
        self._chip(len(self._offered) - 1).setFocus()

    def _chip(self, place: int) -> Chip:
        """Return the chip of an offered value; those of before may not be gone yet."""
        return self.chips.findChildren(Chip)[place - len(self._offered)]


def named(look: Look, name: str, field: QWidget) -> QWidget:
    """Return a field behind its name; alone it would say nothing.

    Qt leaves out the sheet's padding where a field has steps, so those get it here.
    """
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    label = Text(look, name, Role.ROW, Tone.SOFT)
    label.setBuddy(field)
    field.setAccessibleName(name)
    row.addWidget(label)
    row.addWidget(field, 1)
    if isinstance(field, QAbstractSpinBox):

        def dress() -> None:
            field.lineEdit().setTextMargins(look.px(_INSET), 0, look.px(_INSET), 0)

        look.fit(pair, dress)
    return pair
