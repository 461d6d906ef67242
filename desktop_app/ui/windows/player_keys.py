"""The plain keys that belong to what plays, the same in the window and in the mini player."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets import aloud, ring
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.time_tip import TimeTip

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.widgets.player_bar import PlayerBar

STEP = 0.05
"""A press of a volume key."""
_LOUDER, _SOFTER = {"+"}, {"-", "−"}
_SHOWN_MS = 1500


class PlayerKeys(QObject):
    """Acts on keys of one window.

    ``toggle`` plays or pauses: a window may have its reasons to do something else.
    """

    def __init__(
        self, look: Look, bridge: Crossing, player: PlayerBar, toggle: Callable[[], None]
    ) -> None:
        super().__init__(player)
        self._look, self._bridge, self._player, self._toggle = look, bridge, player, toggle
        self._wished: float | None = None
        self._under_way = 0
        self.tip: TimeTip | None = None
        self._away = QTimer(self, interval=_SHOWN_MS, singleShot=True)
        self._away.timeout.connect(self._hide_tip)

    def obey(self, event: QKeyEvent) -> bool:
        """Act on the key; tell whether it was one of these."""
        if self._player.key(event):
            return True
        if event.text() in _LOUDER | _SOFTER:
            self.turn(1 if event.text() in _LOUDER else -1)
            return True
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        rtl = self._player.layoutDirection() == Qt.LayoutDirection.RightToLeft
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right if not _on_a_button():
                self._player.skip(forward=(event.key() == Qt.Key.Key_Right) != rtl)
            case Qt.Key.Key_Space if not event.isAutoRepeat():
                self._toggle()
            case Qt.Key.Key_B if not event.isAutoRepeat():
                self._player.bookmark()
            case Qt.Key.Key_T if self._player.now is not None:
                self._player.open_talk()
            case _:
                return False
        return True

    def turn(self, steps: int) -> None:
        """Play louder or softer, counting from what was wished last, and say how loud."""
        now = self._player.now
        before = self._look.settings.volume if now is None else now.volume
        if self._under_way and self._wished is not None:
            before = self._wished
        volume = self._wished = min(1.0, max(0.0, round(before + STEP * steps, 2)))
        self._under_way += 1
        self._bridge.call(lambda core: core.listening.set_volume(volume), self._done, self._refused)
        self.say(tr("Volume: {share}", share=words.percent(volume)))

    def _done(self, _nothing: None) -> None:
        self._under_way -= 1

    def _refused(self, problem: object) -> None:
        self._under_way -= 1
        self._player.failed.emit(problem)

    def say(self, text: str) -> None:
        """Show it for a moment above the button that plays, and have it read aloud."""
        play, ground = self._player.play, self._player.window()
        if self.tip is None:
            self.tip = TimeTip(self._look, ground)
        self.tip.say(text, play.mapTo(ground, QPoint(play.width() // 2, 0)))
        self._away.start()
        aloud.say(play, text)

    def _hide_tip(self) -> None:
        if self.tip is not None:
            self.tip.hide()


def _on_a_button() -> bool:
    """Tell whether a page's button has the ring: an arrow there is to go on, not to skip.

    After a click, and on what plays the page's talk, arrows are the player's.
    """
    held = QApplication.focusWidget()
    if not isinstance(held, QAbstractButton) or not ring.seen(held):
        return False
    place: QWidget | None = held
    while place is not None and not isinstance(place, Page):
        place = place.parentWidget()
    return place is not None and not (isinstance(held, Button) and held.plays)
