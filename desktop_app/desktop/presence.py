"""All that is said over D-Bus, in one place; lives in the bus thread.

Each part of it works without the others: a bus or a service that is missing is simply not there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from dbus_fast import BusType

from desktop_app.desktop.bus import BusThread, connect, part
from desktop_app.desktop.facts import Facts
from desktop_app.desktop.inhibit import (
    IDLE,
    WHY_LIT,
    Hold,
    logind,
    portal,
    screensaver,
    together,
)
from desktop_app.desktop.mpris import Mpris
from desktop_app.desktop.notifications import Notifications
from desktop_app.desktop.suspend import SleepWatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from dbus_fast.aio import MessageBus

    from desktop_app.desktop.facts import Note
    from desktop_app.desktop.wishes import Wishes


class Presence:
    """Shows :class:`Facts` to the desktop and hands its wishes on.

    ``tell_lit`` is told whether somebody keeps the screen lit, when that changes.
    """

    def __init__(self, thread: BusThread, wishes: Wishes, tell_lit: Callable[[bool], None]) -> None:
        self._thread = thread
        self._wishes = wishes
        self._tell_lit = tell_lit
        self._facts = Facts()
        self._session: MessageBus | None = None
        self._system: MessageBus | None = None
        self._mpris: Mpris | None = None
        self._awake: Hold | None = None
        self._lit: Hold | None = None
        self._opened = False
        self._note: Note | None = None
        self._notifications: Notifications | None = None
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
            self._notifications = Notifications(self._session, self._wishes.sit)
            await self._notifications.open()
        self._make_holds()
        if self._system is not None:
            self._sleep = SleepWatch(
                self._system, self._wishes, self._thread.post, self._thread.spawn
            )
            await self._sleep.open()
        self._opened = True
        self.show(self._facts)
        await self._say()

    def show(self, facts: Facts) -> None:
        """Tell whoever is there."""
        self._facts = facts
        if self._mpris is not None:
            self._mpris.show(facts)
        if self._awake is not None:
            self._awake.want(facts.name if facts.awake else "")
        if self._lit is not None:
            self._lit.want(facts.name if facts.lit else "")
        if self._notifications is not None and facts.sitting:
            self._thread.spawn(self._notifications.withdraw())
        if self._sleep is not None:
            self._sleep.show(facts)

    def say(self, note: Note) -> None:
        """Have a note shown, as soon as it is known who can."""
        self._note = note
        if self._opened:
            self._thread.spawn(self._say())

    async def close(self) -> None:
        """Hold nothing off any more, and be found no more."""
        for hold in (self._awake, self._lit):
            if hold is not None:
                await hold.drop()
        if self._notifications is not None:
            await self._notifications.close()
        if self._sleep is not None:
            await self._sleep.close()
        await part(self._session)
        await part(self._system)

    async def _say(self) -> None:
        note, self._note = self._note, None
        if note is None:
            return
        if self._notifications is None or not await self._notifications.say(note):
            self._wishes.unsaid(note)

    def _make_holds(self) -> None:
        session, system = self._session, self._system
        self._awake = Hold(
            [portal(session), logind(system, "idle", "block"), screensaver(session)],
            self._thread.spawn,
        )
        lit = together(
            portal(session, IDLE, WHY_LIT),
            screensaver(session, WHY_LIT),
            logind(system, "idle", "block", WHY_LIT),
        )
        self._lit = Hold([lit], self._thread.spawn, self._tell_lit)
