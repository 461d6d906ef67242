"""A sitting while it runs: the ring, what is left of it, and how to end it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from desktop_app.base.clock import SystemClock
from desktop_app.services.events import Notice, PresetsChanged, SettingsChanged, SittingChanged
from desktop_app.ui.look.tokens import MARGIN
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages import sitting_words
from desktop_app.ui.pages.sitting_end import EndPart
from desktop_app.ui.pages.sitting_glow import Glow, Resting
from desktop_app.ui.pages.sitting_loud import Loudness
from desktop_app.ui.pages.sitting_offer import OfferPart
from desktop_app.ui.pages.sitting_running import RunningPart
from desktop_app.ui.widgets import aloud
from desktop_app.ui.widgets.page import Page

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.base.clock import Clock
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.services.events import RunningSitting
    from desktop_app.ui.look.theme import Look

_MARGINS = 48


class SittingPage(Page):
    """Shows the sitting under way; with none, the sittings that can be begun.

    ``clock`` must be the clock of the services: its boottime goes on in suspend.
    """

    name = "sitting"

    def __init__(self, look: Look, bridge: Crossing, clock: Clock | None = None) -> None:
        super().__init__(look, bridge)
        self._clock = clock or SystemClock()
        self.sitting: RunningSitting | None = None
        self._fill: Callable[[bool], None] | None = None
        self.fills = False
        self._tick = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._tick.timeout.connect(self.tick)
        self.offer = OfferPart(look, bridge, self.notice.tell, self.open_page.emit)
        self.running, self.over = RunningPart(look), EndPart(look)
        for part in (self.offer, self.running, self.over):
            self.body.addWidget(part, 1)
        run = self.running
        seen = (run.ring.time, run.ring.below, run.preset, run.prompt, self.over.over)
        self.glow = Glow(self, run.ring, seen)
        self.resting = Resting(self.glow)
        self.loudness = Loudness(self._area)
        self._connect()
        self._show(None)

    @property
    def ticking(self) -> bool:
        """Whether the ring moves by itself just now."""
        return self._tick.isActive()

    def shown(self, argument: object) -> None:
        """Read what runs, and what could be begun."""
        del argument
        self.bridge.call(lambda core: core.sitting.current(), self._found, self.notice.tell)
        self.offer.read()

    def hidden(self) -> None:
        """Leave one that has ended for good; a question that was asked is not asked any more."""
        if self.running.asking:
            self._ask(asking=False)
        self._settle()

    def heard(self, event: object) -> None:
        """Follow the sitting."""
        if isinstance(event, SittingChanged):
            self._show(event.running)
        elif isinstance(event, SettingsChanged):
            self.running.logs = event.settings.log_sittings
        elif isinstance(event, PresetsChanged) and self.sitting is None and self.isVisible():
            self.offer.read()
        elif isinstance(event, Notice):
            self.resting.wake()

    def may_fill(self, fill: Callable[[bool], None]) -> None:
        """Learn how to fill the screen, and how to leave it."""
        self._fill = fill

    def filled(self, *, on: bool) -> None:
        """Grow with the room, or shrink again."""
        self.fills = on
        self._make_room()

    def stay_lit(self, *, on: bool) -> None:
        """Say that the screen stays awake, or say it no more."""
        self.running.stay_lit(on=on)

    def toggle_fill(self) -> None:
        """Fill the screen with what runs, or leave it."""
        if self._fill is not None and (self.fills or self.sitting is not None):
            self._fill(not self.fills)

    def key(self, key: Qt.Key) -> bool:
        """Pause, end, make longer, turn, fill the screen; what each does, the sheet of keys says.

        Escape leaves a full screen before anything else, and ends nothing there.
        """
        sitting, asking = self.sitting, self.running.asking
        if key == Qt.Key.Key_Escape and self.fills:
            self.toggle_fill()
        elif sitting is None:
            return False
        elif key == Qt.Key.Key_F:
            self.toggle_fill()
        elif key == Qt.Key.Key_Plus:
            self._extend()
        elif sitting.ended:
            return False
        elif key == Qt.Key.Key_T:
            aloud.say(self.running.ring, sitting_words.left(sitting, self._clock.boottime()))
        elif key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Space and asking):
            self._ask(asking=not asking)
            (self.running.pause if asking else self.running.back).setFocus()
        elif key == Qt.Key.Key_Space:
            self._toggle()
        else:
            return self.loudness.key(key)
        return True

    def tick(self) -> None:
        """Move the ring and the words when the next second begins."""
        if self.sitting is not None and not self.sitting.ended:
            moment = sitting_words.moment(self.sitting, self._clock.boottime())
            self.running.show_moment(moment, gently=self.glow.sunk == 0)
            if self.glow.sunk > 0:
                self.glow.move_on()
        self._set_ticking()

    def showEvent(self, event: QShowEvent) -> None:
        """Move again."""
        super().showEvent(event)
        self._set_resting()
        self.tick()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks; a note that is half written is kept."""
        super().hideEvent(event)
        self._tick.stop()
        self.resting.want(on=False)
        self.over.save()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the ring the room there is."""
        super().resizeEvent(event)
        self.glow.cover()
        self._make_room()

    def _found(self, running: RunningSitting | None) -> None:
        over = self.sitting is not None and self.sitting.ended
        if running is not None or not over:
            self._show(running)

    def _show(self, running: RunningSitting | None) -> None:
        before, self.sitting = self.sitting, running
        self.loudness.follow(running)
        self._header.setVisible(running is None)
        if running is None:
            self.title.setText(tr("A sitting"))
            self.subtitle.setText(tr("Nothing is running. Which one would you like to begin?"))
            self._turn_to(self.offer)
            if self.fills:
                self.toggle_fill()
        else:
            self.title.setText(tr(running.preset.name))
            self.notice.hide()
            if before is None or before.ended or sitting_words.is_another(before, running):
                self._ask(asking=False)
            if running.ended:
                self.over.show_ended(running)
            else:
                self.running.show_running(running, self.loudness.volume)
            self._turn_to(self.over if running.ended else self.running)
        if running is not None and self.isVisible():
            aloud.say(self, sitting_words.news(before, running))
        self._make_room()
        self._set_resting()
        self.glow.update()
        self.tick()

    def _turn_to(self, shown: QWidget) -> None:
        """Show one part; those out of sight need no room, as in a stack they would.

        The keyboard goes along: never to a button that a press meant for the other part would hit.
        """
        focus = self.window().focusWidget()
        held = self.running.isAncestorOf(focus) or self.over.isAncestorOf(focus)
        for part in (self.offer, self.running, self.over):
            part.setVisible(part is shown)
        if held and not focus.isVisibleTo(self):
            self._stop_of(shown).setFocus(Qt.FocusReason.OtherFocusReason)

    def _stop_of(self, shown: QWidget) -> QWidget:
        note = self.over.note
        over = self._area if note.isHidden() else note
        return {self.running: self.running.pause, self.over: over}.get(shown, self._area)

    def _make_room(self) -> None:
        room, edge = self._area.viewport(), self.look.px(_MARGINS)
        self.running.set_room(room.width() - edge, room.height() - edge, filled=self.fills)
        self.over.set_room(room.width() - 2 * self.look.px(MARGIN))

    def _ask(self, *, asking: bool) -> None:
        self.running.ask(asking=asking)
        if self.sitting is not None:
            self.running.show_running(self.sitting, self.loudness.volume)
        self._set_resting()
        if asking:
            aloud.say(self.running, self.running.details.text())

    def _set_ticking(self) -> None:
        running = self.sitting
        moves = running is not None and not running.paused and not running.ended
        if running is not None and moves and self.isVisible():
            left = sitting_words.next_look(running, self._clock.boottime())
            self._tick.start(round(left * 1000))
        else:
            self._tick.stop()

    def _set_resting(self) -> None:
        """Let it grow dark only while nothing is asked; an end in the dark stays there."""
        running = self.sitting
        quiet = running is not None and not running.paused and not self.running.asking
        over = running is not None and running.ended and self.glow.sunk == 0
        self.resting.want(on=quiet and not over and self.isVisible())

    def _connect(self) -> None:
        run, over = self.running, self.over
        run.pause.clicked.connect(lambda _on: self._toggle())
        run.end.clicked.connect(lambda _on: self._ask(asking=True))
        run.back.clicked.connect(lambda _on: self._ask(asking=False))
        run.keep.clicked.connect(lambda _on: self._end(keep=run.sat))
        run.drop.clicked.connect(lambda _on: self._end(keep=False))
        run.more.clicked.connect(lambda _on: self._extend())
        run.fill.clicked.connect(lambda _on: self.toggle_fill())
        run.softer.clicked.connect(lambda _on: self.loudness.turn(-1))
        run.louder.clicked.connect(lambda _on: self.loudness.turn(1))
        over.noted.connect(lambda *note: self._do(lambda core: core.sittings.note(*note)))
        over.note.returnPressed.connect(self._leave)
        over.done.clicked.connect(lambda _on: self._leave())
        over.more.clicked.connect(lambda _on: self._extend())
        over.go_on.clicked.connect(lambda _on: self._go_on())
        self.loudness.turned.connect(self._show_loudness)
        self.loudness.changed.connect(
            lambda volume: self._do(lambda core: core.sitting.set_ambience_volume(volume))
        )
        self.resting.changed.connect(self._set_resting)
        self.look.changed.connect(self._make_room)

    def _show_loudness(self) -> None:
        if self.sitting is not None:
            self.running.show_running(self.sitting, self.loudness.volume)
            aloud.say(self.running.loud, self.running.loud.text())

    def _extend(self) -> None:
        self.over.save()
        self._do(lambda core: core.sitting.extend())

    def _end(self, *, keep: bool) -> None:
        self._do(lambda core: core.sitting.end(keep=keep))

    def _toggle(self) -> None:
        paused = self.sitting is not None and self.sitting.paused
        self._do(lambda core: core.sitting.resume() if paused else core.sitting.pause())

    def _go_on(self) -> None:
        self._do(lambda core: core.listening.resume())
        self._leave()

    def _leave(self) -> None:
        self._settle()
        self.open_page.emit("meditations", None)

    def _settle(self) -> None:
        """Keep the note and let go of a sitting that has ended."""
        self.over.save()
        if self.sitting is not None and self.sitting.ended:
            self._do(lambda core: core.sitting.dismiss())
            self._show(None)

    def _do(self, make: Callable[[Core], Coroutine[Any, Any, object]]) -> None:
        self.bridge.call(make, None, self.notice.tell)
