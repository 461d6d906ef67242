"""The page on which bells and ambiences can be heard before a sitting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.services.events import SittingChanged
from desktop_app.ui.look import words
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.meditations_words import bell_line, bell_word, sound_line, sound_word
from desktop_app.ui.pages.preset_fields import Volume
from desktop_app.ui.pages.sounds_ear import USUAL, Ear, HearButton
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.notice import Notice
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.placeholder import Placeholder
from desktop_app.ui.widgets.reading import Reading
from desktop_app.ui.widgets.text import Text
from desktop_app.ui.widgets.way_back import WayBack

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent

    from desktop_app.base.errors import KnownError
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look


@dataclass(frozen=True, slots=True)
class Heard:
    """Which sounds there are, and whether a sitting is under way, which wants silence."""

    bells: tuple[str, ...]
    sounds: tuple[str, ...]
    sitting: bool


async def _ask(core: Core) -> Heard:
    running = await core.sitting.current()
    return Heard(*await core.sounds.names(), running is not None and not running.ended)


class SoundRow(QWidget):
    """A sound: its name, a few words, and the button that lets it be heard."""

    def __init__(
        self, look: Look, ear: Ear, name: str, shown: tuple[str, str], hear: Callable[[str], None]
    ) -> None:
        super().__init__()
        self.sound = name
        self.button = HearButton(look, ear, lambda: name, lambda _name: shown[0], hear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(Text(look, shown[0], Role.STRONG, wrap=True))
        if shown[1]:
            lines.addWidget(Text(look, shown[1], Role.ROW, Tone.SOFT, wrap=True))
        row.addLayout(lines, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)


class SoundsPage(Page):
    """Two cards of sounds; what is heard ends when the page is left."""

    name = "sounds"

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, tr("Bells and sounds"))
        self.subtitle.setText(tr("Try what your sittings may sound like."))
        self.ear = Ear(bridge, self)
        self.rows: list[SoundRow] = []
        self.volume = Volume(look)
        self.volume.set_value(USUAL)
        self.busy = Notice(look, lasting=True)
        self.rest, self.waiting = Card(look), Placeholder(look)
        self.columns = Columns(look)
        self._cards = (Card(look, spacing=14), Card(look, spacing=14))
        self.back = WayBack(
            look, tr("Meditations"), lambda: self.open_page.emit("meditations", None)
        )
        self._reading = Reading(bridge, _ask, self._took, self._refused)
        self._lay_out()
        self.ear.failed.connect(self.notice.tell)
        self.volume.chosen.connect(self.ear.set_volume)

    def came_from(self, title: str, back: Callable[[], None] | None) -> None:
        """Learn what the place before is called, and how to go there; None: there was none."""
        self.back.lead(title, back)

    def shown(self, argument: object) -> None:
        """Read which sounds there are."""
        del argument
        self._reading.ask()

    def hidden(self) -> None:
        """Let nothing be heard any more."""
        self.ear.hush()

    def heard(self, event: object) -> None:
        """Follow what sounds, and be silent while somebody sits."""
        self.ear.heard(event)
        if isinstance(event, SittingChanged):
            self._rest(sitting=event.running is not None and not event.running.ended)

    def key(self, key: Qt.Key) -> bool:
        """Silence what sounds with Escape, or go back."""
        if key != Qt.Key.Key_Escape:
            return False
        if self.ear.now:
            self.ear.hush()
        else:
            self.back.click()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Let nothing sound from a window that is not to be seen."""
        super().hideEvent(event)
        self.ear.hush()

    def _lay_out(self) -> None:
        self._column.insertWidget(0, self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.busy)
        self.rest.body.addWidget(self.waiting)
        self.body.addWidget(self.rest)
        for title, card in zip((tr("Bells"), tr("All along")), self._cards, strict=True):
            card.add_heading(title)
            self.columns.add(card)
        self.body.addWidget(self.columns, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addStretch(1)
        self.columns.hide()

    def _took(self, found: Heard) -> None:
        if not self.rows:
            self._fill(found)
        self.rest.hide()
        self.columns.show()
        self._rest(sitting=found.sitting)

    def _refused(self, problem: KnownError) -> None:
        self.columns.hide()
        self.rest.show()
        self.waiting.failed(problem, self._reading.ask)

    def _fill(self, found: Heard) -> None:
        bells, sounds = self._cards
        self.rows = [
            self._add(bells, name, (bell_word(name), bell_line(name)), self.ear.ring)
            for name in found.bells
        ]
        bells.body.addStretch(1)
        self.rows += [
            self._add(
                sounds, name, (words.opening(sound_word(name)), sound_line(name)), self._sound
            )
            for name in found.sounds
        ]
        sounds.body.addWidget(self._loudness())
        sounds.body.addStretch(1)

    def _add(
        self, card: Card, name: str, shown: tuple[str, str], hear: Callable[[str], None]
    ) -> SoundRow:
        row = SoundRow(self.look, self.ear, name, shown, hear)
        card.body.addWidget(row)
        return row

    def _loudness(self) -> QWidget:
        held = QWidget()
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, held)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(
            Text(self.look, tr("How loud, as you sit"), Role.ROW, Tone.SOFT, wrap=True), 1
        )
        row.addWidget(self.volume)
        return held

    def _sound(self, name: str) -> None:
        self.ear.sound(name, self.volume.value())

    def _rest(self, *, sitting: bool) -> None:
        """Say that it stays silent while somebody sits."""
        for row in self.rows:
            row.button.setEnabled(not sitting)
        if sitting:
            self.busy.say(
                tr("A sitting is under way"),
                tr("Nothing else sounds before it is over."),
                tr("Show it"),
                lambda: self.open_page.emit("sitting", None),
            )
        else:
            self.busy.hide()
