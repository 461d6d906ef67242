"""A bar for one long piece of work."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from desktop_app.commands.bars import Live, elide
from desktop_app.commands.download_lines import time_left
from desktop_app.commands.terminal import bar, notices

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.services.events import Event, Events

_WHOLE = 1_000_000
_NARROW = 70


class ShareBar(Live):
    """How much of the work is done; as long as nobody can say so, that it is under way."""

    def __init__(
        self, events: Events, what: str, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(events)
        self._what = what
        self._monotonic = monotonic
        self._begun: tuple[float, float] | None = None
        self._share = 0.0

    def hear(self, event: Event) -> None:
        """Say a notice."""
        notices(event)

    def reached(self, share: float) -> None:
        """Note how much is done, from 0 to 1; what was done before tells nothing of the speed."""
        self._share = share
        if self._begun is None:
            self._begun = self._monotonic(), share

    def lines(self, width: int, _height: int) -> Sequence[str]:
        """Return the bar, the share, what is worked on, and how long it will take."""
        if self._begun is None:
            return (elide(f"{self._what}…", width - 1),)
        since, share = self._begun
        passed = self._monotonic() - since
        speed = (self._share - share) / passed if passed > 0 else 0.0
        left = time_left(round(self._share * _WHOLE), _WHOLE, speed * _WHOLE)
        drawn = bar(self._share, 10 if width < _NARROW else 28)
        percent = f"{min(int(100 * self._share), 100):>3} %"
        told = "  ".join(filter(None, (f"{drawn} {percent}", left, self._what)))
        return (elide(told, width - 1),)
