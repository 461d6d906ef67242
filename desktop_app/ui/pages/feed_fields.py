"""What the settings of one feed are built of: a value changed where it stands, a safe question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.look.tokens import Role
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.ui.look.theme import Look

_HEIGHT = 36


def is_near(part: QWidget) -> bool:
    """Tell whether the keyboard is in the panel that has ``part`` in one of its rows, or nowhere.

    Elsewhere the person is busy with something else, and it must not be taken away.
    """
    focused, row = QApplication.focusWidget(), part.parentWidget()
    panel = row.parentWidget() if row is not None else None
    return focused is None or (panel is not None and panel.isAncestorOf(focused))


class Buttons(QWidget):
    """Buttons in a line that wraps when there is no room."""

    def __init__(self, look: Look, *buttons: QWidget) -> None:
        super().__init__()
        self._look, self._flow = look, Flow(self)
        for button in buttons:
            self.add(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._dress)
        self._dress()

    def add(self, button: QWidget) -> None:
        """Put another one at the end."""
        self._flow.addWidget(button)

    def _dress(self) -> None:
        self._flow.set_gap(self._look.px(8))


class Valued(QWidget):
    """A value in words, which may wrap, with buttons at its end; below it there is room for more.

    ``body`` is a column.
    """

    def __init__(self, look: Look, *buttons: QWidget) -> None:
        super().__init__()
        self.shown = Text(look, "", wrap=True)
        self.view = QWidget()
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self.view)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.shown, 1)
        for button in buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.view)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)


class Changeable(Valued):
    """A value, and a field in its place while it is changed.

    Enter keeps what is in the field, Escape leaves it as it was.

    Signals:
        given: what was typed, without blanks around it.
    """

    given = Signal(str)

    def __init__(
        self, look: Look, name: str, action: str, save: str, placeholder: str = ""
    ) -> None:
        self.change = Button(look, action, height=_HEIGHT)
        super().__init__(look, self.change)
        self._value, self._busy = "", False
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(placeholder)
        self.save = Button(look, save, height=_HEIGHT)
        self.cancel = Button(look, tr("Cancel"), height=_HEIGHT)
        self._edit = QWidget()
        column = QVBoxLayout(self._edit)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        column.addWidget(Buttons(look, self.save, self.cancel))
        self.body.addWidget(self._edit)
        self.change.clicked.connect(self.start)
        self.field.returnPressed.connect(self._give)
        self.save.clicked.connect(self._give)
        self.cancel.clicked.connect(self.leave)
        self._edit.hide()

    def set_value(self, value: str, shown: str = "") -> None:
        """Show another value; ``shown`` where other words than the value itself are legible."""
        self._value = value
        self.shown.setText(shown or value)
        self.shown.setAccessibleName(value)

    @property
    def value(self) -> str:
        """What is in force."""
        return self._value

    @property
    def editing(self) -> bool:
        """Whether the field is open."""
        return not self._edit.isHidden()

    def start(self) -> None:
        """Offer the value for change."""
        self.field.setText(self._value)
        self._open(on=True)
        self.field.selectAll()
        self.field.setFocus()

    def leave(self) -> None:
        """Close the field; the keyboard goes to the button that opens it."""
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        self.be_busy(on=False)
        self._open(on=False)
        if inside:
            self.change.setFocus()

    def be_busy(self, *, on: bool) -> None:
        """Take nothing while what was typed is tried."""
        self._busy = on
        if on:
            self.field.setFocus()
        self.field.setReadOnly(on)
        for button in (self.save, self.cancel):
            button.setEnabled(not on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the value as it was with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.editing and not self._busy:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _open(self, *, on: bool) -> None:
        self._edit.setVisible(on)
        self.view.setVisible(not on)

    def _give(self) -> None:
        if not self._busy:
            self.given.emit(self.field.text().strip())


class Question(QWidget):
    """A question with two answers; Escape is the second one, which changes nothing.

    Signals:
        confirmed: the person means it.
        given_up: the person does not.
    """

    confirmed = Signal()
    given_up = Signal()

    def __init__(self, look: Look, question: str, yes: str, no: str) -> None:
        super().__init__()
        self.question = Text(look, question, Role.STRONG, wrap=True)
        self.yes = Button(look, yes, height=_HEIGHT)
        self.no = Button(look, no, height=_HEIGHT)
        self.yes.clicked.connect(self.confirmed)
        self.no.clicked.connect(self.given_up)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.question)
        column.addWidget(Buttons(look, self.yes, self.no))

    def start(self) -> None:
        """Take the keyboard, to the answer that changes nothing."""
        self.no.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer no with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class Confirm(QWidget):
    """A button for what cannot be taken back; it asks once, in its own place.

    Signals:
        confirmed: the person means it.
    """

    confirmed = Signal()

    def __init__(self, look: Look, action: str, yes: str, no: str) -> None:
        super().__init__()
        self.ask = Button(look, action, height=_HEIGHT)
        self._asked = Question(look, "", yes, no)
        self.question, self.yes, self.no = self._asked.question, self._asked.yes, self._asked.no
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.ask)
        column.addWidget(self._asked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.ask.clicked.connect(self._start)
        self._asked.confirmed.connect(self.confirmed)
        self._asked.given_up.connect(self._leave)
        self.reset()

    def reset(self) -> None:
        """Ask nothing."""
        self.ask.show()
        self._asked.hide()

    def _start(self) -> None:
        self._asked.show()
        self._asked.start()
        self.ask.hide()

    def _leave(self) -> None:
        self.ask.show()
        self.ask.setFocus()
        self._asked.hide()
