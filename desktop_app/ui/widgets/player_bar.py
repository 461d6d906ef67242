"""The bar at the window's foot: what plays, where, how fast, and for how long yet."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.base.model import PlayStatus
from desktop_app.services.events import EpisodesChanged, NowPlaying, PlayerChanged, SettingsChanged
from desktop_app.ui.look import talk_words, words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import PLAYER_BAR, Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.buttons import Button, Kind, RoundButton
from desktop_app.ui.widgets.cards import Cover
from desktop_app.ui.widgets.chips import Badge
from desktop_app.ui.widgets.player_menus import rate_menu, sleep_menu
from desktop_app.ui.widgets.seek_bar import SeekBar
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.models.crossing import Crossing

_TICK_MS = 250
_ROOMY = 980
_ENOUGH = 760
_SOUNDING = {PlayStatus.OPENING, PlayStatus.PLAYING, PlayStatus.BUFFERING}


def position_at(now: NowPlaying, monotonic: float) -> float:
    """Return the place in seconds at a monotonic time; it moves with the rate while playing."""
    moved = (monotonic - now.at) * now.rate if now.status is PlayStatus.PLAYING else 0.0
    place = max(0.0, now.position + moved)
    return min(place, now.duration) if now.duration else place


class PlayerBar(QWidget):
    """Shows :class:`NowPlaying` and commands the player by itself.

    ``open_requested`` carries the episode whose title was clicked; ``failed`` a KnownError.
    ``monotonic`` is the clock of ``NowPlaying.at``.
    """

    open_requested = Signal(object)
    failed = Signal(object)

    def __init__(
        self, look: Look, bridge: Crossing, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self._look, self._bridge, self._monotonic = look, bridge, monotonic
        self.now: NowPlaying | None = None
        self._make_parts()
        self._lay_out()
        self._connect()
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self.tick)
        look.changed.connect(self._dress)
        self._dress()
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
        for part in self._parts:
            part.setEnabled(now is not None)
        playing = self.sounding
        self.play.set_icon(Icon.PAUSE if playing else Icon.PLAY)
        self.play.set_name(tr("Pause") if playing else tr("Play"))
        self._tick.start() if playing else self._tick.stop()
        if now is None:
            self.title.setText(tr("Nothing is playing"))
            self.subtitle.setText(tr("Choose a talk, and it plays here."))
            self.seek.set_duration(None)
        else:
            self._show_words(now)
            self.seek.set_duration(now.duration)
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
        if now is not None and now.sleep_at is not None:
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

    def set_badge(self, text: str) -> None:
        """Say a fact at the end of the bar ("Tape restored"); empty: nothing."""
        self.badge.set_text(text)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line above it."""
        palette = self._look.palette
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(palette.card))
        painter.fillRect(0, 0, self.width(), 1, QColor(palette.line))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let go of what can be missed when there is little room; never of play and skip."""
        super().resizeEvent(event)
        self._fit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the talk that plays when its title is clicked."""
        names = self._sides[0].geometry()
        if self.now is not None and names.contains(event.position().toPoint()):
            self.open_requested.emit(self.now.episode)

    def _fit(self) -> None:
        room = self.width() / self._look.scale
        roomy = room >= _ROOMY
        self.mark.setText(tr("Bookmark") if roomy else "")
        self.mark.set_name(tr("Bookmark this place"))
        self.mark.updateGeometry()
        self.badge.setVisible(roomy and bool(self.badge.accessibleName()))
        for button in (self.previous, self.next):
            button.setVisible(room >= _ENOUGH)

    def _make_parts(self) -> None:
        look = self._look
        self.cover = Cover(look, 54)
        self.title = Text(look, "", Role.STRONG, elide=True)
        self.subtitle = Text(look, "", Role.SMALL, Tone.SOFT, elide=True)
        self.rate = Button(look, "", Kind.PLAIN, role=Role.SMALL_STRONG)
        self.previous = Button(look, "", Kind.PLAIN, icon=Icon.PREVIOUS, name=tr("From the start"))
        self.back = Button(look, "", Kind.PLAIN, icon=Icon.BACK, role=Role.BODY)
        self.play = RoundButton(look, Icon.PLAY, tr("Play"))
        self.forward = Button(
            look, "", Kind.PLAIN, icon=Icon.FORWARD, role=Role.BODY, icon_last=True
        )
        self.next = Button(look, "", Kind.PLAIN, icon=Icon.NEXT, name=tr("Next in the queue"))
        self.sleep = Button(look, "", Kind.PLAIN, icon=Icon.MOON, role=Role.SMALL)
        self.elapsed = Text(look, "", Role.SMALL, Tone.SOFT)
        self.seek = SeekBar(look)
        self.remaining = Text(look, "", Role.SMALL, Tone.SOFT)
        self.star = Button(look, "", Kind.PLAIN, icon=Icon.STAR_OUTLINE)
        self.mark = Button(look, tr("Bookmark"), Kind.PLAIN, icon=Icon.FLAG, role=Role.BODY,
                           name=tr("Bookmark this place"))  # fmt: skip
        self.badge = Badge(look)
        self.badge.hide()
        for button in (self.previous, self.back, self.forward, self.next):
            button.set_tint("ink")
        self._parts: tuple[QPushButton, ...] = (
            self.rate, self.previous, self.back, self.play, self.forward, self.next, self.sleep,
            self.star, self.mark)  # fmt: skip
        self._name_skips()

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        left, centre, right = QWidget(), QWidget(), QWidget()
        self._left, self._centre, self._right = (
            QHBoxLayout(left), QVBoxLayout(centre), QHBoxLayout(right))  # fmt: skip
        names = QVBoxLayout()
        self._names = names
        names.addStretch(1)
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        names.addStretch(1)
        self._left.addWidget(self.cover)
        self._left.addLayout(names, 1)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        for part in self._parts[:7]:
            self._buttons.addWidget(part)
        self._buttons.addStretch(1)
        self._times = QHBoxLayout()
        self._times.addWidget(self.elapsed)
        self._times.addWidget(self.seek, 1)
        self._times.addWidget(self.remaining)
        self._centre.addLayout(self._buttons)
        self._centre.addLayout(self._times)
        self._right.addStretch(1)
        for part in (self.star, self.mark):
            self._right.addWidget(part)
        self._right.addWidget(self.badge)
        for side in (left, right):
            side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._row.addWidget(left, 1)
        self._row.addSpacing(self._look.px(24))
        self._row.addWidget(centre, 100)
        self._row.addWidget(right, 1)
        self._sides = (left, centre, right)

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

    def _dress(self) -> None:
        px = self._look.px
        self.setFixedHeight(px(PLAYER_BAR))
        self._row.setContentsMargins(px(22), px(10), px(22), px(8))
        self._row.setSpacing(px(20))
        for layout in (self._left, self._centre, self._right):
            layout.setContentsMargins(0, 0, 0, 0)
        self._left.setSpacing(px(14))
        self._names.setSpacing(px(3))
        self._centre.setSpacing(px(4))
        self._sides[0].setMinimumWidth(px(150))
        self._buttons.setSpacing(px(12))
        self._times.setSpacing(px(10))
        self._right.setSpacing(px(8))
        self._sides[1].setMaximumWidth(px(540))
        self._sides[1].setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit_times()
        self._fit()
        for label, side in ((self.elapsed, Qt.AlignmentFlag.AlignLeft),
                            (self.remaining, Qt.AlignmentFlag.AlignLeft)):  # fmt: skip
            label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def _show_words(self, now: NowPlaying) -> None:
        episode = now.episode
        self.title.setText(talk_words.headline(episode, short=self._look.short_names))
        where = talk_words.subtitle(episode)
        self.subtitle.setText(now.problem or where)
        self.subtitle.set_tone(Tone.BAD if now.problem else Tone.SOFT)
        self._starred(episode.id, episode.favorite)

    def _fit_times(self) -> None:
        long = self.now is not None and (self.now.duration or 0) >= 3600
        for label in (self.elapsed, self.remaining):
            label.setFixedWidth(self._look.px(62 if long else 48))

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
        left = max(0.0, now.sleep_at - self._monotonic()) if now and now.sleep_at else None
        said = words.minutes(left) if left is not None else tr("Sleep")
        if self.sleep.text() != said:
            self.sleep.setText(said)
            self.sleep.updateGeometry()
        aloud = words.left(left) if left is not None else tr("off")
        self.sleep.setAccessibleName(tr("Sleep timer: {state}", state=aloud))

    def _name_skips(self) -> None:
        chosen = self._look.settings
        self.back.setText(str(chosen.skip_back))
        self.back.setAccessibleName(tr("Back {n} seconds", n=chosen.skip_back))
        self.forward.setText(str(chosen.skip_forward))
        self.forward.setAccessibleName(tr("Forward {n} seconds", n=chosen.skip_forward))

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
            lambda minutes: self._do(lambda core: core.listening.set_sleep(minutes)),
        )
        self._drop(menu, self.sleep)

    def _drop(self, menu: QMenu, button: QPushButton) -> None:
        size = menu.sizeHint()
        menu.popup(button.mapToGlobal(QPoint(0, -size.height())))

    def _do(self, make: Callable[[Core], Coroutine[Any, Any, object]]) -> None:
        self._bridge.call(make, None, self.failed.emit)
