"""What the page of a preset is built of: fields that say what is wrong, steps, a volume."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.look import words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.own_choice import NumberForm
from desktop_app.ui.pages.preset_words import stepped
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.number_field import NumberField
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QObject
    from PySide6.QtGui import QKeyEvent

    from desktop_app.ui.look.theme import Look

_HIGH = 36
_STEP = 0.1
_MOST_STROKES = 12
_AWAY = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason,
         Qt.FocusReason.MenuBarFocusReason)  # fmt: skip


class Faulty(QWidget):
    """A field, what stands beside it, and below it what is wrong with what was typed.

    The line below has its room even when it says nothing, so that no row ever jumps.

    Signals:
        edited: the person changed it.
        left: the keyboard went elsewhere in the window.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, look: Look, field: QWidget, *beside: QWidget) -> None:
        super().__init__()
        self._look = look
        self.fault = Text(look, "", Role.SMALL, Tone.BAD, wrap=True)
        policy = self.fault.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.fault.setSizePolicy(policy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._row = QHBoxLayout()
        self._row.addWidget(field)
        for each in beside:
            self._row.addWidget(each)
        if beside:
            self._row.addStretch(1)
        self._column.addLayout(self._row)
        self._column.addWidget(self.fault)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._about = field
        field.installEventFilter(self)
        self.say_fault("")
        look.changed.connect(self._dress)
        self._dress()

    def say_fault(self, fault: str) -> None:
        """Say what is wrong, to a screen reader too; "": nothing."""
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        self._about.setAccessibleDescription(fault)

    def hush(self) -> None:
        """Say nothing for now, while the person types; what was said keeps its room."""
        self.fault.hide()
        self._about.setAccessibleDescription("")

    @property
    def said(self) -> str:
        """What it says is wrong; "": nothing."""
        return "" if self.fault.isHidden() else self.fault.text()

    @property
    def held(self) -> bool:
        """Whether the person types here."""
        return self._about.hasFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Tell when the field is left; a menu or another window is no other place."""
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _AWAY:
            self.left.emit()
        return False

    def take_keyboard(self) -> None:
        """Put the cursor here."""
        self._about.setFocus(Qt.FocusReason.OtherFocusReason)

    def _dress(self) -> None:
        self.fault.setMinimumHeight(QFontMetrics(self._look.font(Role.SMALL)).height())
        self._column.setSpacing(self._look.px(4))
        self._row.setSpacing(self._look.px(8))


class LineField(Faulty):
    """A line of words or times; ``wide`` in design pixels, 0: as wide as there is room."""

    def __init__(
        self, look: Look, name: str, hint: str = "", wide: float = 0, *beside: QWidget
    ) -> None:
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(hint)
        self._wide = wide
        super().__init__(look, self.field, *beside)
        if wide and not beside:  # else the layout would put it into the middle
            self._row.addStretch(1)
        self.field.textEdited.connect(lambda _text: self.edited.emit())

    def text(self) -> str:
        """Return what was typed."""
        return self.field.text()

    def set_text(self, text: str) -> None:
        """Put this there, without telling anybody."""
        self.field.setText(text)
        self.field.setCursorPosition(0)

    def _dress(self) -> None:
        super()._dress()
        if self._wide:
            self.field.setFixedWidth(self._look.px(self._wide))


class LengthField(LineField):
    """Minutes, typed or stepped; ↑ and ↓ step too."""

    def __init__(self, look: Look, name: str) -> None:
        self.less = Button(look, "", icon=Icon.MINUS, name=tr("Shorter"), height=_HIGH)
        self.more = Button(look, "", icon=Icon.PLUS, name=tr("Longer"), height=_HIGH)
        unit = Text(look, tr("min"), tone=Tone.SOFT)
        super().__init__(look, name, "", 80, unit, self.less, self.more)
        self.less.clicked.connect(lambda _on: self._step(-1))
        self.more.clicked.connect(lambda _on: self._step(1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with ↑ and ↓ from the field."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if steps is not None and self.field.hasFocus():
            self._step(steps)
        else:
            super().keyPressEvent(event)

    def _step(self, steps: int) -> None:
        self.field.setText(stepped(self.field.text(), steps))
        self.edited.emit()


class WordsField(Faulty):
    """Several lines, each a time and words; Tab leaves it."""

    def __init__(self, look: Look, name: str, hint: str) -> None:
        self.field = QPlainTextEdit()
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(hint)
        self.field.setTabChangesFocus(True)
        super().__init__(look, self.field)
        self.field.textChanged.connect(self.edited)

    def text(self) -> str:
        """Return what was typed."""
        return self.field.toPlainText()

    def set_text(self, text: str) -> None:
        """Put this there, without telling anybody."""
        if text != self.text():
            with QSignalBlocker(self.field):
                self.field.setPlainText(text)

    def _dress(self) -> None:
        super()._dress()
        font = self._look.font(Role.BODY)
        for part in (self.field, self.field.viewport()):  # the hint is drawn with the inner one's
            part.setFont(font)
        self.field.setFixedHeight(self._look.px(176))


class StrokesForm(NumberForm):
    """Some strokes of a bell."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, tr("Strokes"), NumberField(look, 0, _MOST_STROKES))


class Volume(QWidget):
    """How loud, in steps of ten percent.

    Signals:
        chosen: the volume, from 0 to 1.
    """

    chosen = Signal(float)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._value = look, 0.0
        self.less = Button(look, "", icon=Icon.MINUS, height=_HIGH)
        self.more = Button(look, "", icon=Icon.PLUS, height=_HIGH)
        self.shown = Text(look, "", Role.STRONG)
        self.shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.less, self.shown, self.more):
            self._row.addWidget(widget)
        self.less.clicked.connect(lambda _on: self._ask(-1))
        self.more.clicked.connect(lambda _on: self._ask(1))
        look.changed.connect(self._dress)
        self._dress()

    def value(self) -> float:
        """Return what is in force."""
        return self._value

    def set_value(self, value: float) -> None:
        """Show this, without telling anybody."""
        self._value = value
        said = words.percent(round(value, 2))
        self.shown.setText(said)
        self.less.set_name(tr("Softer, now {share}", share=said))
        self.more.set_name(tr("Louder, now {share}", share=said))
        self.less.setEnabled(value > _STEP + 0.001)
        self.more.setEnabled(value < 1)

    def _ask(self, steps: int) -> None:
        asked = round(self._value / _STEP + steps) * _STEP
        self.set_value(round(min(1.0, max(_STEP, asked)), 2))
        self.chosen.emit(self._value)

    def _dress(self) -> None:
        self._row.setSpacing(self._look.px(8))
        self.shown.setFixedWidth(self._look.px(56))
