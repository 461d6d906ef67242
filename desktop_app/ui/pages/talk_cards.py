"""The cards of a talk's page that act on the player: the place, the speed, the sleep timer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from desktop_app.ui.look import words
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.chips import Chips
from desktop_app.ui.widgets.seek_bar import SeekBar
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.base.model import Bookmark
    from desktop_app.ui.look.theme import Look

RATES = (0.8, 1.0, 1.2, 1.5)
SLEEPS = (15, 30, 45, 60)


def rate_options() -> tuple[tuple[float, str], ...]:
    """Return the speeds with their words."""
    return tuple((rate, f"{rate:.1f}") for rate in RATES)


def sleep_options() -> tuple[tuple[int, str], ...]:
    """Return the sleep timer's minutes with their words; 0 is off."""
    return ((0, tr("Off")), *((minutes, str(minutes)) for minutes in SLEEPS))


def nearest_rate(rate: float) -> float | None:
    """Return the chip for a speed; None when it is one that no chip has."""
    return next((each for each in RATES if abs(each - rate) < 0.01), None)


def passed(bookmarks: Sequence[Bookmark], place: float) -> Bookmark | None:
    """Return the last bookmark that lies before a place, in seconds."""
    before = [mark for mark in bookmarks if mark.position <= place]
    return max(before, key=lambda mark: mark.position, default=None)


class SeekCard(Card):
    """The place in the talk, with the bookmarks as marks and the last one passed in words."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, spacing=10)
        self.bar = SeekBar(look)
        self.elapsed = Text(look, "", Role.SMALL, Tone.SOFT)
        self.words = Text(look, "", Role.SMALL, Tone.SOFT, elide=True)
        self.whole = Text(look, "", Role.SMALL, Tone.SOFT)
        self._marks: tuple[Bookmark, ...] = ()
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self.bar)
        row = QHBoxLayout()
        row.addWidget(self.elapsed)
        row.addWidget(self.words, 1)
        row.addWidget(self.whole)
        self.body.addLayout(row)
        self.bar.dragged.connect(self._tell)

    def show_length(self, duration: float | None, marks: tuple[Bookmark, ...]) -> None:
        """Show a talk of this many seconds, or of unknown length, with these bookmarks."""
        self._marks = marks
        self.bar.set_duration(duration)
        self.bar.marks = tuple(mark.position for mark in marks)
        self.bar.update()
        self.whole.setText(words.clock(duration))

    def show_place(self, place: float) -> None:
        """Show this place, in seconds."""
        self.bar.set_position(place)
        self._tell(self.bar.position)

    def _tell(self, place: float) -> None:
        self.elapsed.setText(words.clock(place))
        mark = passed(self._marks, place)
        note = f"“{mark.note}”" if mark is not None and mark.note else tr("Bookmark")
        said = f"⚑ {words.clock(mark.position)} {note}" if mark is not None else ""
        if said != self.words.text():
            self.words.setText(said)


class SpeedCard(Card):
    """How fast it plays; ``chips`` carry the rate."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, spacing=4)
        self.chips: Chips[float] = Chips(look, rate_options(), name=tr("Speed"))
        self.body.addWidget(Text(look, tr("Speed"), Role.SECTION))
        self.body.addWidget(Text(look, tr("Pitch stays natural"), Role.SMALL, Tone.SOFT, wrap=True))
        self.body.addSpacing(look.px(6))
        self.body.addWidget(self.chips)
        self.body.addStretch(1)

    def show_rate(self, rate: float) -> None:
        """Mark the speed that is in force."""
        self.chips.set_value(nearest_rate(rate))


class SleepCard(Card):
    """When it falls silent; ``chips`` carry the minutes, 0 for never."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, spacing=4)
        self.chips: Chips[int] = Chips(look, sleep_options(), name=tr("Sleep timer, in minutes"))
        self.line = Text(look, "", Role.SMALL, Tone.SOFT, wrap=True)
        self.body.addWidget(Text(look, tr("Sleep timer"), Role.SECTION))
        self.body.addWidget(self.line)
        self.body.addSpacing(look.px(6))
        self.body.addWidget(self.chips)
        self.body.addStretch(1)
        self.show_timer(None, None)

    def show_timer(self, minutes: int | None, left: float | None) -> None:
        """Mark what was chosen; ``left`` seconds remain of it."""
        self.chips.set_value(minutes or 0)
        fading = tr("Fades out over the last minute")
        said = fading if left is None else words.join(words.left(left), fading)
        if said != self.line.text():
            self.line.setText(said)
