"""The bar at the window's foot: what plays, where, how fast, and for how long yet."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop_app.base.listening import MORE_MINUTES
from desktop_app.base.model import SOUNDING, DownloadState, PlayStatus
from desktop_app.services.events import NowPlaying, PlayerChanged, SettingsChanged
from desktop_app.ui.look import sentences, talk_words, words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tips import plainly
from desktop_app.ui.look.tokens import Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets import aloud
from desktop_app.ui.widgets.cutting import tail_of
from desktop_app.ui.widgets.marks import marks_of
from desktop_app.ui.widgets.player_hand import PlayerHand
from desktop_app.ui.widgets.player_menus import ends

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look

_TICK_MS = 250
_BACK_SAID = 5.0
"""Seconds for which it stands in the bar that a lost connection is back."""


def waiting(now: NowPlaying) -> str:
    """Return why nothing sounds yet: the line is lost, or the buffer fills; empty: it does."""
    if now.status is PlayStatus.BUFFERING and now.problem:
        return sentences.say(now.problem)
    if now.status not in {PlayStatus.OPENING, PlayStatus.BUFFERING}:
        return ""
    share = words.percent(now.buffered / 100) if now.buffered is not None else ""
    if now.episode.state is DownloadState.DOWNLOADED or not now.episode.url:
        return tr("Loading {share}", share=share) if share else ""
    return tr("Waiting for the connection… {share}", share=share).rstrip()


def failure(now: NowPlaying) -> str:
    """Return in a few words what failed: a stream that was heard broke off at its place."""
    if now.position > 0 and not now.episode.file:
        return tr("Broke off here. Play tries again")
    return tr("Cannot be played")


def filling(now: NowPlaying) -> float | None:
    """Return how full the buffer is, from 0 to 1, while it is waited for; else None."""
    return (now.buffered or 0) / 100 if waiting(now) else None


class PlayerBar(PlayerHand):
    """Shows :class:`NowPlaying` and commands the player by itself."""

    def __init__(
        self, look: Look, bridge: Crossing, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(look, bridge, monotonic)
        self._lost = 0
        """The talk whose connection was lost and is not back; 0: none."""
        self._back_until = 0.0
        self._talk.changed.connect(self._show_places)
        self.seek.dragged.connect(self.tick)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self.tick)
        self.more.set_name(tr("More time: {n} minutes, at full volume", n=MORE_MINUTES))
        self.seek.roof = self._roof()
        self.show_now(None)

    @property
    def sounding(self) -> bool:
        """Whether something can be heard just now."""
        return self.now is not None and self.now.status in SOUNDING

    def _roof(self) -> QWidget:
        """Return what the time under the pointer stands above: all buttons of the bar."""
        return self

    def heard(self, event: object) -> None:
        """Take note of what plays."""
        if isinstance(event, PlayerChanged):
            self.show_now(event.now)
        elif isinstance(event, SettingsChanged):
            self._name_skips()
            self.tick()
        self._talk.heard(event)

    def show_now(self, now: NowPlaying | None) -> None:
        """Show this; None: nothing is loaded."""
        self._follow_line(now)
        self.now = now
        if now is None or self._wished is None or abs(now.rate - self._wished) < 0.01:
            self._wished = None
        self._talk.show(now.episode if now else None)
        self.cover.show_talk(now.episode.id if now else None)
        for part in (*self._parts, self.remaining):
            part.setEnabled(now is not None)
        playing = self.sounding
        self.play.set_icon(Icon.PAUSE if playing else Icon.PLAY)
        self.play.set_name(tr("Pause") if playing else tr("Play"))
        self._tick.start() if playing else self._tick.stop()
        if now is None:
            self.title.setText(tr("Nothing is playing"))
            self.subtitle.setText(tr("Choose a talk, and it plays here."))
            self.subtitle.set_tone(Tone.SOFT)
            self.seek.set_duration(None)
        else:
            self._show_words(now)
            self.seek.set_duration(now.duration)
        self._long = now is not None and (now.duration or 0) >= 3600
        self._fit_times()
        self._show_places()
        self.set_badge(now.restored if now else None)
        self._show_rate_and_sleep()
        self.tick()

    def set_badge(self, restored: bool | None) -> None:
        """Say which recording of a restored tape sounds; None: there is but one."""
        if restored is self._restored:
            return
        if restored is None and self.badge.hasFocus():
            self.setFocus()  # else the keyboard would go on to a button that does something else
        self._restored = restored
        if restored is not None:
            on, other = tr("Tape restored"), tr("Original")
            wish = tr("play the original") if restored else tr("play the restored recording")
            self.badge.setText(on if restored else other)
            self.badge.set_tint("calm" if restored else "soft")
            self.badge.setAccessibleName(f"{self.badge.text()}: {wish}")
            self.badge.setToolTip(wish)
        self._fit()

    def tick(self) -> None:
        """Move the place and the times; four times a second while something plays."""
        now = self.now
        if now is not None:
            self.seek.set_position(now.position_at(self._monotonic()))
        self._show_times(now)
        if self._back_until and self._monotonic() >= self._back_until and now is not None:
            self._back_until = 0.0
            self._show_words(now)
        if now is not None and (now.sleep_at is not None or now.stretch is not None):
            self._show_rate_and_sleep()

    def _show_words(self, now: NowPlaying) -> None:
        episode = now.episode
        short = self._look.short_names
        title = talk_words.headline(episode, short=short)
        self.title.setText(title, tail_of(title, episode))
        self.title.setToolTip(plainly(talk_words.tip(episode, short=short)))
        failed = now.status is PlayStatus.FAILED
        told = replace(episode, position=0.0)  # what is left stands, and moves, beside the line
        where = waiting(now) or talk_words.subtitle(told)
        if self._back_until:
            where = tr("The connection is back")
        self.subtitle.set_wrap(on=bool(waiting(now)) and not failed)
        self.subtitle.setText(failure(now) if failed else where)
        self.subtitle.set_tone(Tone.BAD if failed else Tone.SOFT)
        if failed and now.problem:
            self.subtitle.setToolTip(sentences.say(now.problem))
        self.seek.set_filling(filling(now))

    def _follow_line(self, now: NowPlaying | None) -> None:
        """Say calmly that a stream lost its connection, and that it is back."""
        if now is None or now.episode.id != self._lost:
            self._lost, self._back_until = 0, 0.0
        if now is None:
            return
        if now.status is PlayStatus.BUFFERING and now.problem:
            if not self._lost:
                self._announce(sentences.say(now.problem))
            self._lost, self._back_until = now.episode.id, 0.0
        elif self._lost and now.status is PlayStatus.PLAYING:
            self._lost, self._back_until = 0, self._monotonic() + _BACK_SAID
            self._announce(tr("The connection is back"))
        elif now.status not in SOUNDING:
            self._lost = 0

    def _announce(self, text: str) -> None:
        aloud.say(self.subtitle, text)

    def _show_times(self, now: NowPlaying | None) -> None:
        place = self.seek.position if now else None
        self.elapsed.setText(words.clock(place))
        said = spoken = ""
        if now is not None and now.duration and place is not None:
            left = now.duration - place
            said, spoken = f"−{words.clock(left)}", words.left(left)
            if self._look.settings.show_length:
                said = words.clock(now.duration)
                spoken = tr("Length: {time}", time=words.spoken(now.duration))
        if said != self.remaining.text():
            self.remaining.setText(said)
            self.remaining.setAccessibleName(spoken or tr("Length"))

    def _show_places(self) -> None:
        """Show what has a place on the line, and the talk's star."""
        chapters = self.now.chapters if self.now else ()
        self.seek.set_marks(marks_of(self._talk.bookmarks, chapters))
        self.seek.set_here(self._talk.here)
        favorite = self._talk.favorite
        self.star.set_icon(Icon.STAR if favorite else Icon.STAR_OUTLINE)
        self.star.set_tint("lamp" if favorite else "")
        self.star.set_name(tr("Remove from favorites") if favorite else tr("Add to favorites"))
        if self._parted is not bool(chapters):
            self._parted = bool(chapters)
            self._fit()

    def _show_rate_and_sleep(self) -> None:
        now = self.now
        rate = words.rate(now.rate if now else 1.0)
        self.rate.setText(rate)
        self.rate.setAccessibleName(tr("Speed: {rate}", rate=rate))
        said, spoken = ends(now, self._monotonic())
        if self.sleep.text() != said:
            self.sleep.setText(said)
            self.sleep.updateGeometry()
            self._fit()
        self.sleep.setAccessibleName(spoken)
        self._reserve(timed=now is not None and now.sleep_at is not None)
        self._offer_more(fading=now is not None and now.sleep_fading)

    def _reserve(self, *, timed: bool) -> None:
        """Keep room for the button that comes when the sound fades, so that nothing jumps then."""
        wide = self.more.sizeHint().width() if timed else 0
        if wide != self.sleep.minimumWidth():
            self.sleep.setMinimumWidth(wide)
            self._fit()

    def _offer_more(self, *, fading: bool) -> None:
        """Put a button that cannot be overlooked in the place of the one that opens the menu."""
        if fading is not self.more.isHidden():
            return
        comes, goes = (self.more, self.sleep) if fading else (self.sleep, self.more)
        held = goes.hasFocus()
        comes.show()
        if held:  # else the keyboard would go on to a button that does something else
            comes.setFocus()
        goes.hide()
        self._fit()
