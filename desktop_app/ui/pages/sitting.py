"""A sitting while it runs: the ring, what is left of it, and how to end it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.base.clock import SystemClock
from desktop_app.services.events import SettingsChanged, SittingChanged
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages import sitting_words
from desktop_app.ui.pages.meditations_cards import PresetCards
from desktop_app.ui.pages.meditations_words import details
from desktop_app.ui.pages.sitting_ring import Ring
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from desktop_app.base.clock import Clock
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.services.events import RunningSitting
    from desktop_app.ui.look.theme import Look

_TICK_MS = 250
_MIDDLE = Qt.AlignmentFlag.AlignHCenter


class SittingPage(Page):
    """Shows the sitting under way; with none, the sittings that can be begun.

    ``clock`` must be the clock of the services: its boottime goes on in suspend.
    """

    name = "sitting"

    def __init__(self, look: Look, bridge: Crossing, clock: Clock | None = None) -> None:
        super().__init__(look, bridge)
        self._clock = clock or SystemClock()
        self.sitting: RunningSitting | None = None
        self._kept = look.settings.log_sittings
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self.tick)
        self.preset = Text(look, "", Role.BODY, Tone.SOFT)
        self.ring = Ring(look)
        self.prompt = Text(look, "", Role.HEADLINE, wrap=True)
        self.pause = Button(look, tr("Pause"))
        self.end = Button(look, tr("End early"))
        self.keep = Button(look, tr("Keep it in the log"), Kind.CALM)
        self.drop = Button(look, tr("Don't keep it"))
        self.back = Button(look, tr("Go on sitting"))
        self.details = Text(look, "", Role.SMALL, Tone.SOFT)
        self.done = Button(look, tr("Done"), Kind.CALM)
        self.over = Text(look, "", Role.LARGE, wrap=True)
        self.cards = PresetCards(look)
        self._stack = QStackedLayout()
        self.body.addLayout(self._stack, 1)
        self._parts = [self._offer(), self._running(), self._ended()]
        for part in self._parts:
            self._stack.addWidget(part)
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
        self.bridge.call(
            lambda core: core.presets.all(), self.cards.set_presets, self.notice.tell
        )

    def heard(self, event: object) -> None:
        """Follow the sitting."""
        if isinstance(event, SittingChanged):
            self._show(event.running)
        elif isinstance(event, SettingsChanged):
            self._kept = event.settings.log_sittings

    def key(self, key: Qt.Key) -> bool:
        """While a sitting runs: Space pauses it or goes on, Escape asks whether to end it."""
        if self.sitting is None or self.sitting.ended:
            return False
        asking = not self.back.isHidden()
        if key == Qt.Key.Key_Escape or (key == Qt.Key.Key_Space and asking):
            self._ask(asking=not asking)
            (self.pause if asking else self.back).setFocus()
        elif key == Qt.Key.Key_Space:
            self._toggle()
        else:
            return False
        return True

    def tick(self) -> None:
        """Move the ring and the words; at most four times a second."""
        if self.sitting is None or self.sitting.ended:
            return
        moment = sitting_words.moment(self.sitting, self._clock.boottime())
        self.ring.show_moment(moment)
        if moment.prompt != self.prompt.text():
            self.prompt.setText(moment.prompt)
            if moment.prompt:
                said = QAccessibleAnnouncementEvent(self.prompt, moment.prompt)
                QAccessible.updateAccessibility(said)

    def showEvent(self, event: QShowEvent) -> None:
        """Move again."""
        super().showEvent(event)
        self._set_ticking()
        self.tick()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        super().hideEvent(event)
        self._tick.stop()

    def _found(self, running: RunningSitting | None) -> None:
        over = self.sitting is not None and self.sitting.ended
        if running is not None or not over:
            self._show(running)

    def _show(self, running: RunningSitting | None) -> None:
        before, self.sitting = self.sitting, running
        if running is None:
            self.title.setText(tr("A sitting"))
            self.subtitle.setText(tr("Nothing is running. Which one would you like to begin?"))
            self._stack.setCurrentWidget(self._parts[0])
        elif running.ended:
            self._clear_title()
            self.over.setText(sitting_words.sat(running))
            self._stack.setCurrentWidget(self._parts[2])
        else:
            self._clear_title()
            self._show_running(running)
            if before is None or before.ended or before.preset != running.preset:
                self._ask(asking=False)
            self._stack.setCurrentWidget(self._parts[1])
        self._set_ticking()
        self.tick()

    def _clear_title(self) -> None:
        self.title.setText("")
        self.subtitle.setText("")
        self.notice.hide()

    def _show_running(self, running: RunningSitting) -> None:
        self.preset.setText(tr(running.preset.name))
        self.ring.set_marks(sitting_words.marks(running))
        self.prompt.setVisible(bool(running.prompts))
        self.pause.setText(tr("Go on") if running.paused else tr("Pause"))
        self.pause.updateGeometry()

    def _ask(self, *, asking: bool) -> None:
        """Ask, in the line of the buttons, what an early end means for the log."""
        held = self._focus_inside()
        line = details(self.sitting.preset) if self.sitting else ""
        self.details.setText(tr("End the sitting here?") if asking else line)
        self.pause.setVisible(not asking)
        self.end.setVisible(not asking)
        self.keep.setText(tr("Keep it in the log") if self._kept else tr("End it now"))
        self.keep.updateGeometry()
        self.keep.setVisible(asking)
        self.drop.setVisible(asking and self._kept)
        self.back.setVisible(asking)
        if held:
            (self.back if asking else self.pause).setFocus()

    def _focus_inside(self) -> bool:
        return any(
            button.hasFocus() for button in (self.pause, self.end, self.keep, self.drop, self.back)
        )

    def _set_ticking(self) -> None:
        running = self.sitting
        moves = running is not None and not running.paused and not running.ended
        if moves and self.isVisible():
            self._tick.start()
        else:
            self._tick.stop()

    def _connect(self) -> None:
        self.cards.begun.connect(lambda name: self._do(lambda core: core.sitting.begin(name)))
        self.pause.clicked.connect(lambda _on: self._toggle())
        self.end.clicked.connect(lambda _on: self._ask(asking=True))
        self.back.clicked.connect(lambda _on: self._ask(asking=False))
        self.keep.clicked.connect(lambda _on: self._do(lambda core: core.sitting.end(keep=True)))
        self.drop.clicked.connect(lambda _on: self._do(lambda core: core.sitting.end(keep=False)))
        self.done.clicked.connect(lambda _on: self._leave())

    def _toggle(self) -> None:
        if self.sitting is not None and self.sitting.paused:
            self._do(lambda core: core.sitting.resume())
        else:
            self._do(lambda core: core.sitting.pause())

    def _leave(self) -> None:
        self._show(None)
        self.open_page.emit("meditations", None)

    def _do(self, make: Callable[[Core], Coroutine[Any, Any, object]]) -> None:
        self.bridge.call(make, None, self.notice.tell)

    def _offer(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.cards)
        column.addStretch(1)
        return part

    def _running(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.pause, self.end, self.keep, self.drop, self.back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.prompt.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.preset.setAlignment(_MIDDLE)
        self.details.setAlignment(_MIDDLE)
        self.details.setWordWrap(True)
        column.addWidget(self.preset)
        column.addWidget(self.ring)
        column.addWidget(self.prompt)
        column.addLayout(buttons)
        column.addWidget(self.details)
        column.addStretch(1)

        def dress() -> None:
            column.setSpacing(self.look.px(28))
            buttons.setSpacing(self.look.px(12))
            self.prompt.setMinimumHeight(self.look.px(56))

        self.look.changed.connect(dress)
        dress()
        return part

    def _ended(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.addStretch(2)
        self.over.setAlignment(_MIDDLE)
        column.addWidget(self.over)
        column.addSpacing(self.look.px(20))
        column.addWidget(self.done, 0, _MIDDLE)
        column.addStretch(3)
        return part
