"""The fields of a sitting that is made or changed, in groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.meditations_words import bell_word, sound_word
from desktop_app.ui.pages.own_choice import OwnChoice, SecondsForm
from desktop_app.ui.pages.preset_fields import (
    Faulty,
    LengthField,
    LineField,
    StrokesForm,
    Volume,
    WordsField,
)
from desktop_app.ui.pages.preset_guided import GuidedChoice
from desktop_app.ui.pages.preset_words import LONGEST_NAME, Draft, seconds
from desktop_app.ui.pages.settings_rows import Choice, Group
from desktop_app.ui.pages.sounds_ear import Ear, HearButton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look

_SETTLE = (0.0, 10.0, 30.0, 60.0)
_STROKES = (0, 1, 2, 3)
_LONGEST_SETTLE = 3600


class PresetForm(QObject):
    """Makes the groups, which the page lays out, and knows what stands in them.

    Signals:
        edited: something in them is different.
        left: the person is done with a field, for now.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, look: Look, bridge: Crossing, ear: Ear, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._ear = look, ear
        self._bells: tuple[str, ...] = ()
        self._sounds: tuple[str, ...] = ()
        self.name = LineField(look, tr("Name"), tr("Evening sitting, Before work…"))
        self.name.field.setMaxLength(LONGEST_NAME)
        self.length = LengthField(look, tr("Length in minutes"))
        settle = SecondsForm(look, tr("Seconds"), _LONGEST_SETTLE)
        self.settle = OwnChoice(look, tr("Settling in"), _SETTLE, _settle_word, settle)
        self.bell: Choice[str | None] = Choice(look, tr("Bell"), ())
        self.start = self._strokes(tr("At the start"))
        self.end = self._strokes(tr("At the end"))
        self.every = LineField(look, tr("A bell every so many minutes"), tr("none"), 110)
        self.at = LineField(look, tr("Bells at chosen times"), "5, 12:30, 18", 205)
        self.ambience: Choice[str | None] = Choice(look, tr("Sound"), ())
        self.volume = Volume(look)
        self.guided = GuidedChoice(look, bridge)
        hint = tr("0:00 Feel both feet on the floor.\n0:30 Breathe in slowly.\n2:00")
        self.prompts = WordsField(look, tr("Words to show"), hint)
        self.hear_bell = HearButton(look, ear, self.bell.value, bell_word, ear.ring)
        self.hear_sound = HearButton(
            look,
            ear,
            self.ambience.value,
            _sound_word,
            lambda name: ear.sound(name, self._volume()),
        )
        self.groups = (self._sitting(), self._bell(), self._sound(), self._words())
        self._connect()
        self.offer((), ())

    @property
    def boxes(self) -> dict[str, Faulty]:
        """The fields that may be wrong, by the names of :class:`Draft`."""
        return {
            "name": self.name,
            "length": self.length,
            "every": self.every,
            "at": self.at,
            "prompts": self.prompts,
        }

    def offer(self, bells: Sequence[str], sounds: Sequence[str]) -> None:
        """Offer these bells and ambiences; what is in force stays."""
        bell, sound = self.bell.value(), self.ambience.value()
        self._bells, self._sounds = tuple(bells), tuple(sounds)
        self._choose(bell, sound)

    def show_draft(self, draft: Draft) -> None:
        """Put this into the fields, without telling anybody."""
        self.name.set_text(draft.name)
        self.length.set_text(draft.length)
        self.settle.set_value(draft.settle)
        self.settle.form.hide()
        self._choose(draft.bell, draft.ambience)
        for choice, value in ((self.start, draft.start_strikes), (self.end, draft.end_strikes)):
            choice.form.hide()
            choice.set_value(value)
        self.every.set_text(draft.every)
        self.at.set_text(draft.at)
        self.volume.set_value(draft.volume)
        self.guided.show_guided(draft.guided)
        self.prompts.set_text(draft.prompts)
        self.say_faults({})
        self._follow()

    def draft(self) -> Draft:
        """Return what stands in the fields."""
        return Draft(
            name=self.name.text(),
            length=self.length.text(),
            settle=self.settle.value(),
            bell=self.bell.value(),
            start_strikes=self.start.value(),
            end_strikes=self.end.value(),
            every=self.every.text(),
            at=self.at.text(),
            ambience=self.ambience.value(),
            volume=self.volume.value(),
            guided=self.guided.guided,
            prompts=self.prompts.text(),
        )

    def say_faults(self, faults: dict[str, str]) -> None:
        """Say at each field what is wrong with it, and nothing at the others."""
        for name, box in self.boxes.items():
            box.say_fault(faults.get(name, ""))

    def judge(self, faults: dict[str, str], *, left: bool = False) -> None:
        """Say what is wrong, but nothing new while the person types; ``left``: a field was left.

        That there is no name yet is no news either, unless it was said before.
        """
        typing = not left and any(box.held for box in self.boxes.values())
        for name, box in self.boxes.items():
            fault = faults.get(name, "")
            if not typing and not box.held and box is not self.name:
                box.say_fault(fault)
            elif box.said != fault:
                box.hush()

    def _strokes(self, name: str) -> OwnChoice[int]:
        return OwnChoice(self._look, name, _STROKES, _strokes_word, StrokesForm(self._look))

    def _sitting(self) -> Group:
        group = Group(self._look)
        group.add_row(tr("Name"), "", self.name)
        group.add_row(tr("Length"), tr("Minutes, or minutes and seconds: 7:30."), self.length)
        hint = tr("Before the first bell, to sit down and come to rest.")
        group.add_row(tr("Settling in"), hint, self.settle)
        return group

    def _bell(self) -> Group:
        self._bell_group = group = Group(self._look)
        group.add_row(tr("Bell"), "", _with_button(self._look, self.bell, self.hear_bell))
        group.add_row(tr("At the start"), tr("Strokes, after settling in."), self.start)
        group.add_row(tr("At the end"), "", self.end)
        hint = tr("Minutes between the bells on the way.")
        group.add_row(tr("Bell every"), hint, self.every)
        hint = tr("Counted from the first bell: 5, 12:30, 18.")
        group.add_row(tr("And at these times"), hint, self.at)
        return group

    def _sound(self) -> Group:
        self._sound_group = group = Group(self._look)
        hint = tr("It begins with the sitting and ends with it.")
        held = _with_button(self._look, self.ambience, self.hear_sound)
        group.add_row(tr("Sound all along"), hint, held)
        group.add_row(tr("How loud"), "", self.volume)
        return group

    def _words(self) -> Group:
        group = Group(self._look)
        hint = tr("It plays after settling in; silence follows up to the length.")
        group.add_row(tr("Guided meditation"), hint, self.guided)
        hint = tr(
            "A line each: a time and words, which stay until the next line. A time alone takes "
            "them away."
        )
        group.add_row(tr("Words to show"), hint, self.prompts)
        return group

    def _connect(self) -> None:
        for box in self.boxes.values():
            box.edited.connect(self._changed)
            box.left.connect(self.left)
        choices: tuple[OwnChoice[Any], ...] = (self.settle, self.start, self.end)
        for choice in choices:
            choice.chosen.connect(choice.set_value)
            choice.chosen.connect(lambda _value: self._changed())
        self.bell.chosen.connect(lambda _bell: self._changed())
        self.ambience.chosen.connect(self._other_sound)
        self.volume.chosen.connect(self._ear.set_volume)
        self.volume.chosen.connect(lambda _value: self._changed())
        self.guided.chosen.connect(self._changed)

    def _choose(self, bell: str | None, sound: str | None) -> None:
        """Offer what there is, and what is in force even where that is not there any more."""
        bells = (None, *dict.fromkeys((*self._bells, *((bell,) if bell else ()))))
        sounds = (None, *dict.fromkeys((*self._sounds, *((sound,) if sound else ()))))
        self.bell.set_options([(each, bell_word(each)) for each in bells])
        self.ambience.set_options([(each, _sound_word(each)) for each in sounds])
        self.bell.set_value(bell)
        self.ambience.set_value(sound)

    def _other_sound(self, sound: str | None) -> None:
        if self._ear.now in self._sounds:
            self._ear.hush()
            if sound is not None:
                self._ear.sound(sound, self._volume())
        self._changed()

    def _changed(self) -> None:
        self._follow()
        self.edited.emit()

    def _follow(self) -> None:
        """Show the rows that have something to say, and how much silence follows a talk."""
        rung = self.bell.value() is not None
        for control in (self.start, self.end, self.every, self.at):
            self._bell_group.show_row(control, on=rung)
        self._sound_group.show_row(self.volume, on=self.ambience.value() is not None)
        self.hear_bell.follow()
        self.hear_sound.follow()
        self.hear_bell.setVisible(rung)
        self.hear_sound.setVisible(self.ambience.value() is not None)
        self.guided.set_length(seconds(self.length.text()))

    def _volume(self) -> float:
        return self.volume.value()


def _with_button(look: Look, choice: QWidget, button: QWidget) -> QWidget:
    """Return chips with a button below them."""
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(choice)
    column.addWidget(button)
    held.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    look.fit(held, lambda: column.setSpacing(look.px(8)))
    return held


def _settle_word(value: float) -> str:
    if not value:
        return tr("None")
    return words.minutes(value) if value < 60 or value % 60 == 0 else words.spoken(value)


def _strokes_word(value: int) -> str:
    return words.count(value, "1 stroke", "{n} strokes") if value else tr("None")


def _sound_word(value: str | None) -> str:
    return words.opening(sound_word(value)) or tr("None")
