"""Trying out bells and ambiences: one at a time, by a button beside each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.services.events import Hearing
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.base.errors import KnownError
    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look

_RINGS_MS = 20_000
"""After this a bell has rung out, and its button strikes it again."""
_HIGH = 36
USUAL = 0.7
"""How loud a sound is tried, from 0 to 1."""


class Ear(QObject):
    """Knows what is tried out just now; "" is nothing.

    A sound takes a moment to be ready. What the person wants meanwhile is done after that, so
    that nothing sounds on a page that was left.

    Signals:
        changed: it is something else.
        failed: carries the KnownError.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, bridge: Crossing, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._bell = self.now = ""
        self._wish: tuple[str, float] | None = None
        self._busy = False
        self.rung_out = QTimer(self, singleShot=True, interval=_RINGS_MS)
        self.rung_out.timeout.connect(lambda: self._follow(""))

    @property
    def coming(self) -> str:
        """What was asked for and does not sound yet; "" is nothing."""
        wish = self._wish[0] if self._busy and self._wish else ""
        return "" if wish == self.now else wish

    def ring(self, bell: str) -> None:
        """Strike a bell, or silence it while it rings."""
        self._bell = bell
        self._toggle(bell, USUAL)

    def sound(self, ambience: str, volume: float) -> None:
        """Let an ambience sound, or silence it."""
        self._toggle(ambience, volume)

    def set_volume(self, volume: float) -> None:
        """Let the ambience that is tried sound louder or softer."""
        if self.now and self.now != self._bell:
            self._bridge.call(lambda core: core.sounds.set_volume(volume), None, self.failed.emit)

    def hush(self) -> None:
        """Let nothing sound any more."""
        if self.now or self._busy:
            self._want(None)
            self._follow("")

    def heard(self, event: object) -> None:
        """Follow what sounds, whoever asked for it."""
        if isinstance(event, Hearing):
            self._follow(event.name)

    def _toggle(self, name: str, volume: float) -> None:
        if name in {self.coming, self.now}:
            self.hush()
        else:
            self._want((name, volume))

    def _want(self, wish: tuple[str, float] | None) -> None:
        self._wish = wish
        if not self._busy:
            self._do(wish)
        self.changed.emit()

    def _do(self, wish: tuple[str, float] | None) -> None:
        self._busy = True
        if wish is None:
            self._bridge.call(
                lambda core: core.sounds.hush(), lambda _none: self._done(wish), self._refused
            )
        else:
            self._bridge.call(
                lambda core: core.sounds.hear(*wish), lambda _none: self._done(wish), self._refused
            )

    def _done(self, wish: tuple[str, float] | None) -> None:
        self._busy = False
        if self._wish != wish:
            self._do(self._wish)
        self.changed.emit()

    def _refused(self, problem: KnownError) -> None:
        self._busy, self._wish = False, None
        self.changed.emit()
        self.failed.emit(problem)

    def _follow(self, name: str) -> None:
        self.now = name
        if name and name == self._bell:
            self.rung_out.start()
        else:
            self.rung_out.stop()
        self.changed.emit()


class HearButton(Button):
    """Lets a sound be heard, and stops it. ``which`` names it just now, None: there is none.

    ``say`` puts a name in words; ``do`` gets the name when the button is pressed.
    """

    def __init__(
        self,
        look: Look,
        ear: Ear,
        which: Callable[[], str | None],
        say: Callable[[str], str],
        do: Callable[[str], None],
    ) -> None:
        super().__init__(look, tr("Hear it"), height=_HIGH, icon=Icon.PLAY)
        self._ear, self._which, self._say, self._do = ear, which, say, do
        ear.changed.connect(self.follow)
        self.clicked.connect(lambda _on: self._press())
        self.follow()

    def follow(self) -> None:
        """Say what pressing does now."""
        name = self._which()
        sounds = name is not None and self._ear.now == name
        coming = name is not None and self._ear.coming == name
        self.setText(tr("Stop") if sounds else tr("One moment…") if coming else tr("Hear it"))
        self.set_icon(Icon.PAUSE if sounds else None if coming else Icon.PLAY)
        shown = self._say(name) if name else ""
        self.set_name(tr("Stop: {sound}", sound=shown) if sounds else
                      tr("Hear it: {sound}", sound=shown))  # fmt: skip

    def _press(self) -> None:
        name = self._which()
        if name is not None:
            self._do(name)
