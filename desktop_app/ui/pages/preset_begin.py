"""Beginning a sitting, once however often it is asked for: the sound takes a moment to be ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shiboken6 import isValid

from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.base.errors import KnownError
    from desktop_app.base.sittings import Preset
    from desktop_app.crossing import Crossing
    from desktop_app.ui.widgets.buttons import Button


class Beginning:
    """Begins presets for a page; ``then`` is called when one runs, ``fail`` when none does."""

    def __init__(
        self, bridge: Crossing, then: Callable[[], None], fail: Callable[[KnownError], None]
    ) -> None:
        self._bridge, self._then, self._fail = bridge, then, fail
        self._under_way = False

    def begin(self, preset: Preset, button: Button) -> None:
        """Begin it, unless one is about to begin; ``button`` says so meanwhile."""
        if self._under_way:
            return
        self._under_way = True
        before = button.text()
        _name(button, tr("One moment…"))

        def begun(_nothing: None) -> None:
            self._under_way = False
            _name(button, before)
            self._then()

        def refused(problem: KnownError) -> None:
            self._under_way = False
            _name(button, before)
            self._fail(problem)

        self._bridge.call(lambda core: core.sitting.begin(preset), begun, refused)


def _name(button: Button, text: str) -> None:
    """Let a button say this, if it is still there."""
    if isValid(button):
        button.setText(text)
        button.updateGeometry()
