"""What the person does with the player bar: its buttons, its keys, its menus."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal

from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.keeping import Keeping
from desktop_app.ui.widgets.player_face import PlayerFace
from desktop_app.ui.widgets.player_menus import (
    FASTER,
    SLOWER,
    beside,
    chapter_menu,
    rate_menu,
    rest_menu,
    sleep_menu,
    stepped,
)
from desktop_app.ui.widgets.player_talk import PlayingTalk

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from PySide6.QtGui import QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QMenu, QPushButton

    from desktop_app.base.errors import KnownError
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.services.events import NowPlaying
    from desktop_app.ui.look.theme import Look


class PlayerHand(PlayerFace):
    """Commands the player by itself; what is seen of it is :class:`PlayerBar`'s.

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
        self._talk = PlayingTalk(bridge, self)
        self.keeping = Keeping(look, bridge, self)
        self._wished: float | None = None
        """The speed that was asked for and is not told of yet."""
        self._connect()

    def key(self, event: QKeyEvent) -> bool:
        """Act on a key that belongs to what plays; tell whether it was one.

        Comma and full stop change the speed a little, Shift with arrows the chapter.
        """
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if self.now is None:
            return False
        if event.text() in {SLOWER, FASTER} and not held:
            self.step_rate(1 if event.text() == FASTER else -1)
            return True
        arrow = event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}
        if not arrow or held != Qt.KeyboardModifier.ShiftModifier or not self.now.chapters:
            return False
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.to_chapter(forward=(event.key() == Qt.Key.Key_Right) != rtl)
        return True

    def step_rate(self, steps: int) -> None:
        """Play a little faster or slower; steps that come close together add up."""
        if self.now is not None:
            self._set_rate(stepped(self._wished or self.now.rate, steps))

    def to_chapter(self, *, forward: bool) -> None:
        """Go to the next chapter, or to where this one began, or the one before."""
        if self.now is not None:
            place = beside(self.now.chapters, self.seek.position, forward=forward)
            if place is not None:
                self._do(lambda core: core.listening.seek(place))

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
        if self._can_keep():
            self._do(lambda core: core.listening.bookmark(""))

    def open_talk(self) -> None:
        """Ask for the page of what plays; a file of no library has none."""
        if self.now is not None and self.now.episode.id:
            self.open_requested.emit(self.now.episode)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the talk that plays when its title is clicked."""
        names, spot = self._sides[0], event.position().toPoint()
        if names.isVisible() and names.geometry().contains(spot):
            self.open_talk()

    def _connect(self) -> None:
        do = self._do
        self.play.clicked.connect(self.toggle)
        self.back.clicked.connect(lambda: self.skip(forward=False))
        self.forward.clicked.connect(lambda: self.skip(forward=True))
        self.previous.clicked.connect(lambda: do(lambda core: core.listening.previous()))
        self.next.clicked.connect(lambda: do(lambda core: core.listening.next()))
        self.mark.clicked.connect(self.bookmark)
        self.star.clicked.connect(self._star)
        self.keeping.failed.connect(self.failed)
        self.seek.sought.connect(lambda place: do(lambda core: core.listening.seek(place)))
        self.remaining.setAccessibleName(tr("Length"))
        self.remaining.setAccessibleDescription(tr("Shows the length, or what is left"))
        self.remaining.setToolTip(tr("Show the length, or what is left"))
        self.remaining.clicked.connect(self._turn_times)
        self.chapters.clicked.connect(self._choose_chapter)
        self.rate.clicked.connect(self._choose_rate)
        self.sleep.clicked.connect(self._choose_sleep)
        self.rest.clicked.connect(self._choose_rest)
        self.more.clicked.connect(lambda: do(lambda core: core.listening.sleep_later()))
        self.badge.clicked.connect(self._switch_tape)

    def _turn_times(self) -> None:
        """Show how long the talk is, or again what is left of it; the person's wish is kept."""
        length = not self._look.settings.show_length
        self._do(lambda core: core.settings.change(show_length=length))

    def _switch_tape(self) -> None:
        """Go on with the original of a restored tape, or with what was made of it."""
        if self.now is not None and self.now.restored is not None:
            one, original = self.now.episode.id, self.now.restored
            self._do(lambda core: core.restoring.choose(one, original=original))

    def _star(self) -> None:
        if self.now is not None and self._can_keep():
            change = self.keeping.unmark if self._talk.favorite else self.keeping.mark
            change((self.now.episode.id,))

    def _can_keep(self) -> bool:
        """Tell whether what plays is of the library; if it is not, say so and what to do."""
        if self.now is None:
            return False
        if not self.now.episode.id:
            why = tr("This file is in none of your feeds")
            self.keeping.said.emit(why, tr("Add its folder to keep it."), "", None)
        return bool(self.now.episode.id)

    def _choose_rate(self) -> None:
        rate = self.now.rate if self.now else 1.0
        self._drop(rate_menu(self, rate, self._set_rate), self.rate)

    def _set_rate(self, rate: float) -> None:
        self._wished = rate
        self._bridge.call(lambda core: core.listening.set_rate(rate), None, self._refused_rate)

    def _refused_rate(self, problem: KnownError) -> None:
        self._wished = None
        self.failed.emit(problem)

    def _choose_chapter(self) -> None:
        if self.now is not None:
            menu = chapter_menu(
                self,
                self.now.chapters,
                self.seek.position,
                lambda place: self._do(lambda core: core.listening.seek(place)),
            )
            self._drop(menu, self.chapters)

    def _choose_sleep(self) -> None:
        menu = sleep_menu(
            self,
            self.now,
            self._monotonic(),
            self._do,
        )
        self._drop(menu, self.sleep)

    def _choose_rest(self) -> None:
        """Offer what there is no room for in the bar."""
        folded = (self.previous, self.next, self.sleep, self.rate, self.chapters, self.star,
                  self.mark, self.badge, self.small)  # fmt: skip
        needless = {self.chapters: not self._parted, self.sleep: not self.more.isHidden(),
                    self.badge: self._restored is None}  # fmt: skip
        buttons = [each for each in folded if each.isHidden() and not needless.get(each)]
        self._drop(rest_menu(self, buttons), self.rest)

    def _drop(self, menu: QMenu, button: QPushButton) -> None:
        size, button = menu.sizeHint(), self.rest if button.isHidden() else button
        menu.popup(button.mapToGlobal(QPoint(0, -size.height())))

    def _do(self, make: Callable[[Core], Coroutine[Any, Any, object]]) -> None:
        self._bridge.call(make, None, self.failed.emit)
