"""The fields in which a talk's facts are corrected, each with what the title says instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.base.errors import KnownError
from desktop_app.base.shelves import Fact
from desktop_app.ui.look import topic_words
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.talk_changes import same, tidied, typed
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.chips import Chips
from desktop_app.ui.widgets.completing import complete
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.base.shelves import FactValue
    from desktop_app.ui.look.theme import Look

_LINK = 32
_STEPS = range(1, 13)


class FactBox(QWidget):
    """A fact: its name, where it is typed, what the title says, and what is wrong with it.

    ``year``: the present one. The one who makes it calls :meth:`show_fact`.

    Signals:
        accepted: Enter was pressed in it.
    """

    accepted = Signal()

    def __init__(self, look: Look, fact: Fact, name: str, year: int) -> None:
        super().__init__()
        self._look, self.fact, self._year = look, fact, year
        self.name = name
        self._said: FactValue = None
        self.hint = Text(look, "", Role.SMALL, Tone.SOFT, elide=True)
        self.revert = Button(look, tr("As the title says"), Kind.LINK, height=_LINK)
        self.revert.set_name(tr("{fact}: as the title says", fact=name))
        self.fault = Text(look, "", Role.SMALL, Tone.BAD, wrap=True)
        self.label = Text(look, name, Role.SMALL_STRONG, Tone.SOFT)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._above = QHBoxLayout()
        self._above.addWidget(self.label)
        self._above.addWidget(self.hint, 1)
        self._above.addWidget(self.revert)
        self._column.addLayout(self._above)
        self._editor = QVBoxLayout()
        self._column.addLayout(self._editor)
        self._column.addWidget(self.fault)
        self._column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        for part in (self.hint, self.revert):  # nothing moves while somebody types
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
        self.revert.clicked.connect(lambda _on: self.as_said())
        look.changed.connect(self._dress)
        self._dress()

    def show_fact(self, value: FactValue, said: FactValue) -> None:
        """Show what is known, beside what the title says."""
        self._said = said
        self._put(value)
        self.edited()

    def value(self) -> FactValue:
        """Return what is in it, as it was typed."""
        raise NotImplementedError

    def as_said(self) -> None:
        """Take what the title says."""
        self._put(self._said)
        self.edited()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Put the cursor here."""
        raise NotImplementedError

    def say_fault(self, fault: str) -> None:
        """Say what is wrong; "": nothing."""
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))

    def edited(self) -> None:
        """Say what the title says where this is something else."""
        self.say_fault("")
        other = not same(self.fact, self._tidy(), self._said)
        said = self._in_words(self._said)
        nothing = tr("The title says nothing of it")
        words = tr("The title says: {words}", words=said) if said else nothing
        self.hint.setText(words)
        self.hint.setVisible(other)
        self.revert.setVisible(other)

    def _put(self, value: FactValue) -> None:
        raise NotImplementedError

    def _in_words(self, value: FactValue) -> str:
        if isinstance(value, tuple):
            return ", ".join(str(each) for each in value)
        return "" if value is None else str(value)

    def _tidy(self) -> FactValue:
        value = self.value()
        try:
            return tidied({self.fact: value}, self._year)[self.fact]
        except KnownError:
            return value

    def _dress(self) -> None:
        self._column.setSpacing(0)
        self._editor.setSpacing(self._look.px(4))
        self._above.setSpacing(self._look.px(8))
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.hint.setAlignment(align)


class WordsBox(FactBox):
    """A fact in words, or a number. ``known``: what is offered while somebody types."""

    def __init__(self, look: Look, fact: Fact, name: str, year: int) -> None:
        super().__init__(look, fact, name, year)
        self.field = _field(look, name)
        self._editor.addWidget(self.field)
        self.field.textEdited.connect(self.edited)
        self.field.returnPressed.connect(lambda: _enter(self, self.field))

    def offer(self, known: Sequence[str]) -> None:
        """Offer these while somebody types."""
        complete(self._look, self.field, known)

    def value(self) -> FactValue:
        """Return what was typed; a number as one."""
        return typed(self.fact, self.field.text())

    def take_keyboard(self) -> None:
        """Put the cursor here."""
        self.field.setFocus()

    def _put(self, value: FactValue) -> None:
        self.field.setText(self._in_words(value))
        self.field.setCursorPosition(0)


class NamesBox(FactBox):
    """Names, each in a field of its own; an empty field is nobody."""

    def __init__(self, look: Look, fact: Fact, name: str, year: int) -> None:
        super().__init__(look, fact, name, year)
        self.fields: list[QLineEdit] = []
        self._known: tuple[str, ...] = ()
        self.more = Button(look, tr("Another speaker"), Kind.LINK, height=_LINK)
        self._editor.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(lambda _on: self._add("").setFocus())

    def offer(self, known: Sequence[str]) -> None:
        """Offer these while somebody types."""
        self._known = tuple(known)
        for field in self.fields:
            complete(self._look, field, self._known)

    def value(self) -> FactValue:
        """Return the names."""
        return tuple(field.text() for field in self.fields if field.text().strip())

    def take_keyboard(self) -> None:
        """Put the cursor into the first field."""
        self.fields[0].setFocus()

    def _put(self, value: FactValue) -> None:
        names = [str(each) for each in value] if isinstance(value, tuple) else []
        for field in self.fields[max(1, len(names)) :]:
            field.hide()
            field.deleteLater()
        del self.fields[max(1, len(names)) :]
        for at, name in enumerate(names or [""]):
            if at < len(self.fields):
                self.fields[at].setText(name)
            else:
                self._add(name)

    def _add(self, name: str) -> QLineEdit:
        number = len(self.fields) + 1
        field = _field(self._look, tr("Speaker {n}", n=number) if number > 1 else self.name)
        field.setText(name)
        complete(self._look, field, self._known)
        before = self.fields[-1] if self.fields else None
        self._editor.insertWidget(self._editor.count() - 1, field)
        field.show()
        self.fields.append(field)
        if before is not None:
            self.setTabOrder(before, field)
        self.setTabOrder(field, self.more)
        field.textEdited.connect(self.edited)
        field.returnPressed.connect(lambda: _enter(self, field))
        return field


class TicksBox(FactBox):
    """Some of many, as chips; where there are very many, those that matter first."""

    def __init__(self, look: Look, fact: Fact, name: str, year: int) -> None:
        super().__init__(look, fact, name, year)
        self.chips: Chips[str | int] = Chips(look, (), name=name, several=True)
        self.more = Button(look, tr("All topics"), Kind.LINK, height=_LINK)
        self._editor.addWidget(self.chips)
        self._editor.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.chips.chosen.connect(lambda _values: self.edited())
        self.more.clicked.connect(lambda _on: self._unfold())

    def value(self) -> FactValue:
        """Return what is ticked, in order."""
        on = self.chips.values()
        numbers = tuple(sorted(each for each in on if isinstance(each, int)))
        return numbers or tuple(sorted(each for each in on if isinstance(each, str)))

    def take_keyboard(self) -> None:
        """Go to the first of the chips, or to what shows them."""
        chip = self.chips.findChild(QWidget)
        (chip if chip is not None and self.chips.isVisible() else self.more).setFocus()

    def _put(self, value: FactValue) -> None:
        on: tuple[str | int, ...] = tuple(value) if isinstance(value, tuple) else ()
        if self.fact is Fact.STEPS:
            if not self.chips.values() and not self.chips.findChildren(QWidget):
                self.chips.set_options([(step, str(step)) for step in _STEPS])
        else:
            said = self._said if isinstance(self._said, tuple) else ()
            self._show_topics([key for key in topic_words.topics() if key in {*on, *said}])
        self.chips.set_values(on)
        self.more.setVisible(self.fact is Fact.TOPICS)

    def _unfold(self) -> None:
        self._show_topics(topic_words.topics())
        self.more.hide()
        self.take_keyboard()

    def _show_topics(self, keys: Sequence[str]) -> None:
        self.chips.set_options([(key, topic_words.topic(key)) for key in keys])
        self.chips.setVisible(bool(keys))

    def _in_words(self, value: FactValue) -> str:
        if self.fact is Fact.TOPICS and isinstance(value, tuple):
            return ", ".join(topic_words.topic(str(each)) for each in value)
        return super()._in_words(value)

    def _tidy(self) -> FactValue:
        return self.value()


def _field(look: Look, name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    complete(look, field, ())
    return field


def _enter(box: FactBox, field: QLineEdit) -> None:
    """Let Enter in the list that completes choose there, and nothing else."""
    popup = field.completer().popup()
    if popup is None or not popup.isVisible():
        box.accepted.emit()
