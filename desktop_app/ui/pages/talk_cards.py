"""What acts on the player on a talk's page: the place, the speed, the sleep timer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.base.listening import MORE_MINUTES
from desktop_app.ui.look import words
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.chips import Chips
from desktop_app.ui.widgets.marks import marks_of
from desktop_app.ui.widgets.player_menus import sleep_left, stretch_left
from desktop_app.ui.widgets.text import Text
from desktop_app.ui.widgets.waveform_bar import WaveformBar

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence

    from desktop_app.base.errors import KnownError
    from desktop_app.base.model import Bookmark, EpisodeDetail
    from desktop_app.base.parsed import Chapter
    from desktop_app.base.sound import Sound
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.services.events import NowPlaying
    from desktop_app.ui.look.theme import Look

RATES = (0.8, 1.0, 1.2, 1.5)
SLEEPS = (15, 30, 45, 60)
WITH_TALK = -1
"""Stands among the minutes for the end of the talk."""


def rate_options() -> tuple[tuple[float, str], ...]:
    """Return the speeds with their words."""
    return tuple((rate, f"{rate:.1f}") for rate in RATES)


def sleep_options() -> tuple[tuple[int, str], ...]:
    """Return the sleep timer's minutes with their words; 0 is off."""
    minutes = ((minutes, str(minutes)) for minutes in SLEEPS)
    return ((0, tr("Off")), *minutes, (WITH_TALK, tr("End of talk")))


def nearest_rate(rate: float) -> float | None:
    """Return the chip for a speed; None when it is one that no chip has."""
    return next((each for each in RATES if abs(each - rate) < 0.01), None)


def rate_of(detail: EpisodeDetail, now: NowPlaying | None, usual: float) -> float:
    """Return how fast a talk is played: as its feed is, whatever else may be playing now."""
    if now is not None and now.episode.feed_id == detail.episode.feed_id:
        return now.rate
    return detail.speed or usual


def rate_wish(
    detail: EpisodeDetail, now: NowPlaying | None, rate: float
) -> Callable[[Core], Coroutine[Any, Any, None]]:
    """Return what plays a talk's feed so fast, at once if the feed is what plays now."""
    feed_id = detail.episode.feed_id
    if now is not None and now.episode.feed_id == feed_id:
        return lambda core: core.listening.set_rate(rate)
    return lambda core: core.feed_settings.set_speed(feed_id, rate)


def sleep_wish(minutes: int) -> Callable[[Core], Coroutine[Any, Any, None]]:
    """Return what sets the sleep timer as a chip says."""
    if minutes == WITH_TALK:
        return lambda core: core.listening.set_sleep(None, with_talk=True)
    return lambda core: core.listening.set_sleep(minutes or None)


def passed(bookmarks: Sequence[Bookmark], place: float) -> Bookmark | None:
    """Return the last bookmark that lies before a place, in seconds."""
    before = [mark for mark in bookmarks if mark.position <= place]
    return max(before, key=lambda mark: mark.position, default=None)


def leave_it(_problem: KnownError) -> None:
    """Go without what is nice to have."""


class SeekCard(Card):
    """The place in the talk, with the bookmarks as marks and the last one passed in words."""

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, spacing=12)
        self._bridge = bridge
        self._id = 0
        self.bar = WaveformBar(look)
        self.elapsed = Text(look, "", Role.SMALL, Tone.SOFT)
        self.words = Text(look, "", Role.SMALL, Tone.SOFT, elide=True)
        self.whole = Text(look, "", Role.SMALL, Tone.SOFT)
        self._marks: tuple[Bookmark, ...] = ()
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addSpacing(look.px(2))
        self.body.addWidget(self.bar)
        row = QHBoxLayout()
        row.addWidget(self.elapsed)
        row.addWidget(self.words, 1)
        row.addWidget(self.whole)
        self.body.addLayout(row)
        self.body.addSpacing(look.px(2))
        self.bar.dragged.connect(self._tell)

    def show_sound(self, episode_id: int) -> None:
        """Show a talk's outline; one that was not measured yet is, and told by an event."""
        if episode_id != self._id:
            self.bar.set_waveform(b"")
        self._id = episode_id

        def found(sound: Sound | None) -> None:
            if episode_id == self._id and sound is not None:
                self.bar.set_waveform(sound.waveform)
            elif episode_id == self._id:
                self._bridge.call(lambda core: core.measuring.measure(episode_id), None, leave_it)

        self._bridge.call(lambda core: core.measuring.sound(episode_id), found, leave_it)

    def show_length(
        self, duration: float | None, marks: tuple[Bookmark, ...], chapters: tuple[Chapter, ...]
    ) -> None:
        """Show a talk of this many seconds, or of unknown length, with these places in it."""
        self._marks = marks
        self.bar.set_duration(duration)
        self.bar.set_marks(marks_of(marks, chapters))
        self.whole.setText(words.clock(duration))

    def show_coming(self, here: float | None, filling: float | None) -> None:
        """Show which share has come, and how full the buffer is that is waited for."""
        self.bar.set_here(here)
        self.bar.set_filling(filling)

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
        super().__init__(look, spacing=5)
        self.chips: Chips[float] = Chips(look, rate_options(), name=tr("Speed"))
        self.line = Text(look, "", Role.SMALL, Tone.SOFT, wrap=True)
        self.body.addSpacing(look.px(1))
        self.body.addWidget(Text(look, tr("Speed"), Role.SECTION))
        self.body.addWidget(self.line)
        self.body.addSpacing(look.px(8))
        self.body.addWidget(self.chips)
        self.body.addStretch(1)

    def show_rate(self, rate: float) -> None:
        """Mark the speed that is in force."""
        chip = nearest_rate(rate)
        self.chips.set_value(chip)
        self.line.setText(words.join("" if chip else words.rate(rate), tr("Pitch stays natural")))


class SleepCard(Card):
    """When it falls silent; ``chips`` carry the minutes, 0 for never, or ``WITH_TALK``.

    ``more`` is there while the sound fades.
    """

    def __init__(self, look: Look) -> None:
        super().__init__(look, spacing=5)
        self.chips: Chips[int] = Chips(look, sleep_options(), name=tr("Sleep timer, in minutes"))
        self.line = Text(look, "", Role.SMALL, Tone.SOFT, wrap=True)
        self.more = Button(look, tr("More time"), height=36)
        self.more.set_name(tr("More time: {n} minutes, at full volume", n=MORE_MINUTES))
        self.body.addSpacing(look.px(1))
        self.body.addWidget(Text(look, tr("Sleep timer"), Role.SECTION))
        self.body.addWidget(self.line)
        self.body.addSpacing(look.px(8))
        self.body.addWidget(self.chips)
        self.body.addSpacing(look.px(4))
        self.body.addWidget(self.more)
        self.body.addStretch(1)
        self.show_timer(None, 0.0)

    def show_timer(self, now: NowPlaying | None, monotonic: float) -> None:
        """Mark what was chosen, and say what remains of it at a monotonic time."""
        with_talk = now is not None and now.sleep_with_talk
        minutes = now.sleep_minutes if now is not None else None
        self.chips.set_value(WITH_TALK if with_talk else minutes or 0)
        said = _ends(now, monotonic)
        if said != self.line.text():
            self.line.setText(said)
        fading = now is not None and now.sleep_fading
        if fading is self.more.isHidden():
            self.more.setVisible(fading)


def _ends(now: NowPlaying | None, monotonic: float) -> str:
    if now is not None and now.sleep_with_talk:
        return tr("Falls silent when the talk is over")
    left = sleep_left(now, monotonic) if now is not None else None
    stops = stretch_left(now, monotonic) if now is not None else None
    if left is None and stops is not None:
        return tr("Stops by itself: {state}", state=words.left(stops))
    if now is not None and left is not None and now.sleep_fading:
        return words.join(words.left(left), tr("It is fading out"))
    fading = tr("Fades out over the last minute")
    return fading if left is None else words.join(words.left(left), fading)


class AsleepLine(QWidget):
    """Where the sleep timer was set last: there the person was awake. ``sought`` has seconds."""

    sought = Signal(float)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._place = 0.0
        self.said = Text(look, "", Role.SMALL, Tone.SOFT)
        self.go = Button(look, tr("Go there"), Kind.LINK)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(4))
        row.addWidget(self.said)
        row.addWidget(self.go)
        row.addStretch(1)
        self.go.clicked.connect(lambda: self.sought.emit(self._place))
        self.hide()

    def show_place(self, place: float | None) -> None:
        """Show this place, in seconds; None: nothing at all."""
        if place is not None:
            self._place = place
            self.said.setText(tr("The sleep timer was set at {time} ·", time=words.clock(place)))
            aloud = words.spoken(place)
            self.go.set_name(tr("Go there, where the sleep timer was set: {time}", time=aloud))
        self.setVisible(place is not None)
