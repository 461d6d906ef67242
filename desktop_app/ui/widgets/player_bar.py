"""The bar at the window's foot: what plays, where, how fast, and for how long yet."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal

from desktop_app.base.model import PlayStatus
from desktop_app.services.events import EpisodesChanged, NowPlaying, PlayerChanged, SettingsChanged
from desktop_app.ui.look import talk_words, words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.player_face import PlayerFace
from desktop_app.ui.widgets.player_menus import MORE_TIME, ends, rate_menu, sleep_menu

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QMenu, QPushButton

    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look

_TICK_MS = 250
_SOUNDING = {PlayStatus.OPENING, PlayStatus.PLAYING, PlayStatus.BUFFERING}


def position_at(now: NowPlaying, monotonic: float) -> float:
    """Return the place in seconds at a monotonic time; it moves with the rate while playing."""
    moved = (monotonic - now.at) * now.rate if now.status is PlayStatus.PLAYING else 0.0
    place = max(0.0, now.position + moved)
    return min(place, now.duration) if now.duration else place


def waiting(now: NowPlaying) -> str:
    """Return why nothing sounds yet: the line is lost, or the buffer fills; empty: it does."""
    if now.status is PlayStatus.BUFFERING and now.problem:
        return now.problem
    if now.status in {PlayStatus.OPENING, PlayStatus.BUFFERING} and now.buffered is not None:
        return tr("Loading {share}", share=words.percent(now.buffered / 100))
    return ""


class PlayerBar(PlayerFace):
    """Shows :class:`NowPlaying` and commands the player by itself.

    ``open_requested`` carries the episode whose title was clicked; ``failed`` a KnownError.
    ``monotonic`` is the clock of ``NowPlaying.at``.
    """

    open_requested = Signal(object)
    failed = Signal(object)

    def __init__(
        self, look: Look, bridge: Crossing, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(look, bridge)
        self._monotonic = monotonic
        self.now: NowPlaying | None = None
        self._favorite = False
        self._connect()
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self.tick)
        self.more.set_name(tr("More time: {n} minutes, at full volume", n=MORE_TIME))
        self.show_now(None)

    @property
    def sounding(self) -> bool:
        """Whether something can be heard just now."""
        return self.now is not None and self.now.status in _SOUNDING

    def heard(self, event: object) -> None:
        """Take note of what plays."""
        if isinstance(event, PlayerChanged):
            self.show_now(event.now)
        elif isinstance(event, SettingsChanged):
            self._name_skips()
        elif isinstance(event, EpisodesChanged) and self.now and self.now.episode.id in event.ids:
            one = self.now.episode.id
            self._bridge.call(
                lambda core: core.browsing.detail(one),
                lambda detail: self._starred(one, detail.episode.favorite),
                lambda _problem: None,
            )

    def show_now(self, now: NowPlaying | None) -> None:
        """Show this; None: nothing is loaded."""
        self.now = now
        self.cover.show_talk(now.episode.id if now else None)
        for part in self._parts:
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
        self._show_rate_and_sleep()
        self.tick()

    def tick(self) -> None:
        """Move the place and the times; four times a second while something plays."""
        now = self.now
        if now is not None:
            self.seek.set_position(position_at(now, self._monotonic()))
        place = self.seek.position if now else None
        self.elapsed.setText(words.clock(place))
        rest = now.duration - place if now and now.duration and place is not None else None
        self.remaining.setText(f"−{words.clock(rest)}" if rest is not None else "")
        if now is not None and (now.sleep_at is not None or now.stretch is not None):
            self._show_rate_and_sleep()

    def toggle(self) -> None:
        """Pause or go on."""
        if self.now is not None:
            self._do(lambda core: core.listening.toggle())

    def skip(self, forward: bool) -> None:
        """Go back or forward by the seconds that the person chose."""
        if self.now is not None:
            chosen = self._look.settings
            seconds = chosen.skip_forward if forward else -chosen.skip_back
            self._do(lambda core: core.listening.skip(seconds))

    def bookmark(self) -> None:
        """Keep this place."""
        if self.now is not None:
            self._do(lambda core: core.listening.bookmark(""))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the talk that plays when its title is clicked."""
        names, spot = self._sides[0], event.position().toPoint()
        if self.now is not None and names.isVisible() and names.geometry().contains(spot):
            self.open_requested.emit(self.now.episode)

    def _connect(self) -> None:
        do = self._do
        self.play.clicked.connect(self.toggle)
        self.back.clicked.connect(lambda: self.skip(forward=False))
        self.forward.clicked.connect(lambda: self.skip(forward=True))
        self.previous.clicked.connect(lambda: do(lambda core: core.listening.previous()))
        self.next.clicked.connect(lambda: do(lambda core: core.listening.next()))
        self.mark.clicked.connect(self.bookmark)
        self.star.clicked.connect(self._star)
        self.seek.sought.connect(lambda place: do(lambda core: core.listening.seek(place)))
        self.seek.dragged.connect(self.tick)
        self.rate.clicked.connect(self._choose_rate)
        self.sleep.clicked.connect(self._choose_sleep)
        self.more.clicked.connect(lambda: do(lambda core: core.listening.sleep_later()))

    def _show_words(self, now: NowPlaying) -> None:
        episode = now.episode
        self.title.setText(talk_words.headline(episode, short=self._look.short_names))
        failed = now.status is PlayStatus.FAILED
        where = waiting(now) or talk_words.subtitle(episode)
        self.subtitle.setText(tr("Cannot be played") if failed else where)
        self.subtitle.set_tone(Tone.BAD if failed else Tone.SOFT)
        if failed and now.problem:
            self.subtitle.setToolTip(now.problem)
        self._starred(episode.id, episode.favorite)

    def _starred(self, episode_id: int, favorite: bool) -> None:
        if self.now is None or self.now.episode.id != episode_id:
            return
        self._favorite = favorite
        self.star.set_icon(Icon.STAR if favorite else Icon.STAR_OUTLINE)
        self.star.set_tint("lamp" if favorite else "")
        self.star.set_name(tr("Remove from favorites") if favorite else tr("Add to favorites"))

    def _star(self) -> None:
        if self.now is not None:
            one = self.now.episode.id
            if self._favorite:
                self._do(lambda core: core.favorites.unmark(one))
            else:
                self._do(lambda core: core.favorites.mark(one))

    def _show_rate_and_sleep(self) -> None:
        now = self.now
        rate = words.rate(now.rate if now else 1.0)
        self.rate.setText(rate)
        self.rate.setAccessibleName(tr("Speed: {rate}", rate=rate))
        said, aloud = ends(now, self._monotonic())
        if self.sleep.text() != said:
            self.sleep.setText(said)
            self.sleep.updateGeometry()
            self._fit()
        self.sleep.setAccessibleName(aloud)
        self._offer_more(fading=now is not None and now.sleep_fading)

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

    def _choose_rate(self) -> None:
        rate = self.now.rate if self.now else 1.0
        menu = rate_menu(
            self, rate, lambda value: self._do(lambda core: core.listening.set_rate(value))
        )
        self._drop(menu, self.rate)

    def _choose_sleep(self) -> None:
        menu = sleep_menu(
            self,
            self.now,
            self._monotonic(),
            self._do,
        )
        self._drop(menu, self.sleep)

    def _drop(self, menu: QMenu, button: QPushButton) -> None:
        size = menu.sizeHint()
        menu.popup(button.mapToGlobal(QPoint(0, -size.height())))

    def _do(self, make: Callable[[Core], Coroutine[Any, Any, object]]) -> None:
        self._bridge.call(make, None, self.failed.emit)
