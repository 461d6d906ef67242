"""All that is said over D-Bus, in one place; lives in the bus thread.

Each part of it works without the others: a bus or a service that is missing is simply not there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dbus_fast import BusType

from desktop_app.desktop.bus import BusThread, connect, part
from desktop_app.desktop.facts import Facts
from desktop_app.desktop.inhibit import Hold, logind, portal, screensaver
from desktop_app.desktop.mpris import Mpris
from desktop_app.desktop.suspend import SleepWatch

if TYPE_CHECKING:
    from dbus_fast.aio import MessageBus

    from desktop_app.desktop.wishes import Wishes


class Presence:
    """Shows :class:`Facts` to the desktop and hands its wishes on."""

    def __init__(self, thread: BusThread, wishes: Wishes) -> None:
        self._thread = thread
        self._wishes = wishes
        self._facts = Facts()
        self._session: MessageBus | None = None
        self._system: MessageBus | None = None
        self._mpris: Mpris | None = None
        self._awake: Hold | None = None
        self._sleep: SleepWatch | None = None

    async def open(self) -> None:
        """Connect to what buses there are, and show what is known by now."""
        self._session = await connect(BusType.SESSION)
        self._system = await connect(BusType.SYSTEM)
        if self._session is not None:
            mpris = Mpris(self._wishes)
            mpris.show(self._facts)
            if await mpris.appear(self._session):
                self._mpris = mpris
        self._awake = Hold(
            [
                portal(self._session),
                logind(self._system, "idle", "block"),
                screensaver(self._session),
            ],
            self._thread.spawn,
        )
        if self._system is not None:
            self._sleep = SleepWatch(
                self._system, self._wishes, self._thread.post, self._thread.spawn
            )
            await self._sleep.open()
        self.show(self._facts)

    def show(self, facts: Facts) -> None:
        """Tell whoever is there."""
        self._facts = facts
        if self._mpris is not None:
            self._mpris.show(facts)
        if self._awake is not None:
            self._awake.want(facts.name if facts.awake else "")
        if self._sleep is not None:
            self._sleep.show(facts)

    async def close(self) -> None:
        """Hold nothing off any more, and be found no more."""
        if self._awake is not None:
            await self._awake.drop()
        if self._sleep is not None:
            await self._sleep.close()
        await part(self._session)
        await part(self._system)
