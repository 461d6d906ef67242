"""Larger and smaller, as fast as a person presses."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop_app.ui.look.theme import PERCENT_RANGE, PERCENT_STEP

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.base.errors import KnownError
    from desktop_app.base.settings import Settings
    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look


class TextSize:
    """Changes the text's size, counting from what was wished last and not from what holds.

    A change takes a moment to be kept and seen. Presses that come meanwhile are not lost, nor is
    each dressed for: the next change is to what was wished last.
    """

    def __init__(self, look: Look, bridge: Crossing, fail: Callable[[KnownError], None]) -> None:
        self._look, self._bridge, self._fail = look, bridge, fail
        self._wished = look.percent
        self._under_way = False

    def change(self, steps: int) -> None:
        """Make everything larger or smaller by steps of ten percent; 0: the usual size."""
        low, high = PERCENT_RANGE
        before = self._wished if self._under_way else self._look.percent
        wanted = before + PERCENT_STEP * steps if steps else 100
        self._wished = max(low, min(high, wanted))
        if not self._under_way:
            self._ask()

    def _ask(self) -> None:
        percent = self._wished
        self._under_way = True
        self._bridge.call(
            lambda core: core.settings.change(text_percent=percent),
            partial(self._kept, percent),
            self._refused,
        )

    def _kept(self, percent: int, settings: Settings) -> None:
        self._look.follow(settings)
        self._under_way = False
        if percent != self._wished:
            self._ask()

    def _refused(self, problem: KnownError) -> None:
        self._under_way = False
        self._fail(problem)
