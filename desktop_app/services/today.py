"""What the day begins with: a talk to go on with or to choose, and why it is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.library import offers

if TYPE_CHECKING:
    from desktop_app.base.clock import Clock
    from desktop_app.base.paths import Home
    from desktop_app.base.shelves import Offer
    from desktop_app.library.database import Library


class Today:
    """Offers talks by reasons that can be told in a sentence."""

    def __init__(self, home: Home, library: Library, clock: Clock) -> None:
        self._home = home
        self._library = library
        self._clock = clock

    async def offers(self) -> tuple[Offer, ...]:
        """Return what may be offered, the best reason first, each talk once."""
        return await self._library.read(offers.offers, self._home.audio, self._clock.now())
